// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/workers/data_sources.h"

#include <gtest/gtest.h>

namespace strikedesk::workers {
namespace {

using market::Capability;
using market::Grant;
using market::Vendor;
using Quotes = std::vector<market::Quote>;
using Rows = std::vector<alpaca::Snapshot>;

const Symbol kSpy = Symbol::of("SPY");

Error refused() {
    return {ErrorKind::Refused, "alpaca.http.forbidden", "The plan does not include it.", {}, {}};
}
Error away() { return {ErrorKind::Unavailable, "x", "The server is away.", {}, {}}; }
Error nobody() { return {ErrorKind::NotFound, "x", "There is no such symbol.", {}, {}}; }

/// A vendor that answers what a test sets, at once, and counts.
class FakeSource final : public DataSource {
public:
    explicit FakeSource(Vendor vendor) : m_vendor(vendor) {}

    Vendor vendor() const override { return m_vendor; }
    void tune(const NetTuning&) override {}
    market::VendorUse use() const override { return {m_vendor, 7, 10, false}; }
    void probe(std::function<void(const market::GrantReport&)> answered) override {
        ++probes;
        answerProbe = std::move(answered);
    }
    void abortAll() override {}
    void latestQuotes(const std::vector<Symbol>&, std::function<void(Result<Quotes>)> answered) override {
        ++asked;
        if (failure)
            return answered(*failure);
        market::Quote quote;
        quote.symbol = kSpy;
        quote.bidSize = m_vendor == Vendor::Alpaca ? 1 : 2;
        answered(Quotes{quote});
    }
    void chain(const Symbol&, const alpaca::ContractFilter&,
               std::function<void(Result<Rows>)> answered) override {
        ++asked;
        if (failure)
            return answered(*failure);
        answered(Rows(1));
    }
    std::string firstBarsPath(const market::BaseKey&, const market::TimeSpan&) const override { return {}; }
    void getPage(const std::string&, std::function<void(net::HttpOutcome)>) override {}
    Error errorOf(const net::HttpOutcome&) const override { return away(); }
    Result<alpaca::BarsPage> readBarsPage(std::string_view, const std::string&, const market::BaseKey&,
                                          const market::TimeSpan&, Timestamp) const override {
        return away();
    }
    Duration pageWait() const override { return {}; }
    Duration quoteWait() const override { return wait; }

    std::optional<Error> failure;
    Duration wait;
    int asked = 0;
    int probes = 0;
    std::function<void(const market::GrantReport&)> answerProbe;

private:
    Vendor m_vendor;
};

struct Bench {
    ManualClock clock{{Timestamp::fromNanoseconds(1'000), MonoTime::fromNanoseconds(1'000)}};
    NullLog log;
    FakeSource* alpaca = nullptr;
    FakeSource* polygon = nullptr;
    std::unique_ptr<DataSources> sources;

    Bench() {
        auto first = std::make_unique<FakeSource>(Vendor::Alpaca);
        auto second = std::make_unique<FakeSource>(Vendor::Polygon);
        alpaca = first.get();
        polygon = second.get();
        std::vector<std::unique_ptr<DataSource>> both;
        both.push_back(std::move(first));
        both.push_back(std::move(second));
        sources = std::make_unique<DataSources>(std::move(both), clock, log);
    }
    Result<Quotes> quotes() {
        Result<Quotes> got = away();
        sources->latestQuotes({kSpy}, [&got](Result<Quotes> answer) { got = std::move(answer); });
        return got;
    }
    /// When the rows were asked for; unset without any.
    Timestamp chain(Duration maxAge) {
        Timestamp askedAt;
        sources->chain(kSpy, {}, maxAge, [&askedAt](const Result<ChainAnswer>& answer) {
            if (answer)
                askedAt = answer->askedAt.market;
        });
        return askedAt;
    }
};

TEST(DataSources, TheNextVendorStepsInAndTheFirstIsTriedAgainNextTime) {
    Bench bench;
    EXPECT_EQ(bench.quotes()->front().bidSize, 1);
    EXPECT_EQ(bench.polygon->asked, 0);
    bench.alpaca->failure = away();
    EXPECT_EQ(bench.quotes()->front().bidSize, 2);
    bench.alpaca->failure.reset();
    EXPECT_EQ(bench.quotes()->front().bidSize, 1);
}

TEST(DataSources, WhatAKeyDoesNotIncludeIsNotAskedForAgainUntilTheNextProbe) {
    Bench bench;
    bench.alpaca->failure = refused();
    ASSERT_TRUE(bench.quotes());
    ASSERT_TRUE(bench.quotes());
    EXPECT_EQ(bench.alpaca->asked, 1);
    const market::DataReport report = bench.sources->report();
    EXPECT_EQ(report.grants.state(Vendor::Alpaca, Capability::StockQuotes).grant, Grant::None);
    EXPECT_EQ(report.grants.state(Vendor::Alpaca, Capability::StockQuotes).why,
              "The plan does not include it.");
    market::GrantReport probed;
    probed.grants[Capability::StockQuotes] = {Grant::RealTime, ""};
    bench.sources->probe();
    bench.alpaca->answerProbe(probed);
    bench.alpaca->failure.reset();
    EXPECT_EQ(bench.quotes()->front().bidSize, 1);
}

TEST(DataSources, WhatAProbeDoesNotAskForIsTriedAgainAfterIt) {
    Bench bench;
    bench.polygon->failure = refused();
    bench.alpaca->failure = refused();
    ASSERT_FALSE(bench.quotes());
    const auto grant = [&](Vendor vendor) {
        return bench.sources->report().grants.state(vendor, Capability::StockQuotes).grant;
    };
    EXPECT_EQ(grant(Vendor::Polygon), Grant::None);
    bench.sources->probe();
    bench.polygon->answerProbe({});
    EXPECT_EQ(grant(Vendor::Polygon), Grant::Unknown) << "its plan may have changed; the next request tells";
    EXPECT_EQ(grant(Vendor::Alpaca), Grant::None) << "not answered yet";
    market::GrantReport none;
    none.grants[Capability::StockQuotes] = {Grant::None, "No."};
    bench.alpaca->answerProbe(none);
    EXPECT_EQ(grant(Vendor::Alpaca), Grant::None) << "and it was asked";
}

TEST(DataSources, AWrongQuestionIsNotPutToTheNextAndAllFailuresGiveTheFirstOnesWords) {
    Bench bench;
    bench.alpaca->failure = nobody();
    EXPECT_EQ(bench.quotes().error().kind, ErrorKind::NotFound);
    EXPECT_EQ(bench.polygon->asked, 0);
    bench.alpaca->failure = away();
    bench.polygon->failure = refused();
    EXPECT_EQ(bench.quotes().error().message, away().message);
}

TEST(DataSources, AQuestionThatWasRefusedTakesNothingAwayFromTheKey) {
    Bench bench;
    bench.alpaca->failure = Error{ErrorKind::Refused, "alpaca.http.refused", "No such symbol.", {}, {}};
    ASSERT_TRUE(bench.quotes());
    EXPECT_EQ(bench.sources->report().grants.state(Vendor::Alpaca, Capability::StockQuotes).grant,
              Grant::Unknown);
}

TEST(DataSources, WhoseBudgetIsSpentIsAskedLast) {
    Bench bench;
    bench.alpaca->wait = Duration::seconds(20);
    EXPECT_EQ(bench.quotes()->front().bidSize, 2);
    EXPECT_EQ(bench.alpaca->asked, 0);
}

TEST(DataSources, LateQuotesAreNeverReadForAnOrderWhilePromptOnesMayBeHad) {
    Bench bench;
    market::GrantReport late;
    late.grants[Capability::StockQuotes] = {Grant::Delayed, ""};
    bench.sources->probe();
    bench.alpaca->answerProbe(late);
    EXPECT_EQ(bench.quotes()->front().bidSize, 2);
    EXPECT_EQ(bench.alpaca->asked, 0);
}

TEST(DataSources, AChainServesAgainWhileItIsYoung) {
    Bench bench;
    const Timestamp first = bench.clock.now().market;
    EXPECT_EQ(bench.chain(Duration::seconds(60)), first);
    bench.clock.advance(Duration::seconds(30));
    EXPECT_EQ(bench.chain(Duration::seconds(60)), first) << "with the age it has, not as of now";
    EXPECT_EQ(bench.alpaca->asked, 1);
    const Timestamp second = bench.clock.now().market;
    EXPECT_EQ(bench.chain(Duration::seconds(10)), second);
    EXPECT_EQ(bench.alpaca->asked, 2) << "older than this reader accepts";
    bench.clock.advance(Duration::seconds(59));
    EXPECT_EQ(bench.chain(Duration::seconds(60)), second);
    bench.clock.advance(Duration::seconds(1));
    EXPECT_GT(bench.chain(Duration::seconds(60)), second) << "a minute is its lifetime";
}

TEST(DataSources, ProbesReportAsTheyComeAndAreNotAskedTwice) {
    Bench bench;
    int changes = 0;
    bench.sources->changed = [&changes] { ++changes; };
    bench.sources->probe();
    bench.sources->probe();
    EXPECT_EQ(bench.alpaca->probes, 1);
    EXPECT_TRUE(bench.sources->report().isAsking);
    market::GrantReport report;
    report.advice = {"Change this."};
    bench.alpaca->answerProbe(report);
    EXPECT_TRUE(bench.sources->report().isAsking);
    bench.polygon->answerProbe({});
    EXPECT_FALSE(bench.sources->report().isAsking);
    EXPECT_EQ(bench.sources->report().advice, report.advice);
    EXPECT_EQ(changes, 3);
    EXPECT_EQ(bench.sources->report().use.size(), 2U);
}

TEST(DataSources, HistoryBelongsToTheVendorOfItsFeed) {
    Bench bench;
    EXPECT_EQ(bench.sources->ofFeed("sip")->vendor(), Vendor::Alpaca);
    EXPECT_EQ(bench.sources->ofFeed("polygon")->vendor(), Vendor::Polygon);
}

} // namespace
} // namespace strikedesk::workers
