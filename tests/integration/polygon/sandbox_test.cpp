// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/bar_pages.h"
#include "core/io/venues/polygon/polygon_stream.h"
#include "core/run/sandbox/sandbox_server.h"
#include "tests/integration/polygon/rig.h"

#include <gtest/gtest.h>

#include <algorithm>

// The client against the simulated venue's side of this provider, over real sockets.

namespace strikedesk::polygon {
namespace {

using test::RealClock;
using test::waitUntil;
using venues::DesiredChannels;
using venues::StreamPhase;

class PolygonSandboxTest : public ::testing::Test {
protected:
    /// A few seconds before a minute ends, so that one does while a test waits.
    void begin(const std::function<void(sandbox::SandboxConfig&)>& change = {}) {
        sandbox::SandboxConfig config;
        config.start = *Timestamp::tryFromRfc3339("2026-03-03T15:29:52Z");
        if (change)
            change(config);
        m_key = config.polygonKey;
        m_server.emplace(std::move(config));
        const auto address = m_server->start();
        ASSERT_TRUE(address) << address.error().message;
        m_endpoints = PolygonEndpoints::sandbox(address->port);
        net::RestTuning tuning;
        tuning.perMinute = 1'000;
        tuning.limits.idle = Duration::seconds(30);
        m_rest.emplace(restOptions(m_endpoints, tuning), Secret(m_key), m_clock);
        m_data.emplace(*m_rest, m_clock);
    }
    template <class T, class Call>
    Result<T> wait(Call call) {
        std::optional<Result<T>> got;
        call([&got](Result<T> value) { got.emplace(std::move(value)); });
        waitUntil([&] { return got.has_value(); }, 40'000);
        return got ? *got : Result<T>(Error{ErrorKind::Timeout, "test", "no answer", {}, {}});
    }
    Timestamp marketNow() {
        const auto status = wait<MarketStatus>([&](auto done) { m_data->marketStatus(done); });
        return status ? status->serverTime : Timestamp();
    }
    Result<std::map<Symbol, std::vector<market::Bar>>> barsOf(const char* symbol, Timestamp from,
                                                              Timestamp to) {
        const market::BarQuery query{{Symbol::of(symbol)}, "1Min", from, to};
        return wait<std::map<Symbol, std::vector<market::Bar>>>(
            [&](auto done) { m_data->bars(query, done); });
    }
    std::unique_ptr<PolygonStream> streamOf(Cluster cluster, const std::string& key,
                                            venues::MarketStreamHandlers handlers = {}) {
        venues::StreamTuning tuning;
        tuning.backoff = {Duration::milliseconds(20), Duration::milliseconds(100)};
        tuning.afterConnectionLimit = Duration::milliseconds(50);
        return std::make_unique<PolygonStream>(cluster, m_endpoints, Secret(key), std::move(handlers),
                                               tuning);
    }

    RealClock m_clock;
    std::string m_key;
    std::optional<sandbox::SandboxServer> m_server;
    PolygonEndpoints m_endpoints;
    std::optional<PolygonRest> m_rest;
    std::optional<PolygonMarketData> m_data;
};

DesiredChannels wantOf(const char* symbol) {
    DesiredChannels want;
    want.quotes = want.trades = want.bars = want.secondBars = {Symbol::of(symbol)};
    return want;
}

TEST_F(PolygonSandboxTest, MinutesOfTheStreamAreTheMinutesOfHistory) {
    begin();
    std::map<Timestamp, market::Bar> live;
    int quotes = 0;
    int trades = 0;
    int seconds = 0;
    venues::MarketStreamHandlers handlers;
    handlers.bar = [&](const Symbol&, const market::Bar& bar, market::BarKind) { live[bar.start] = bar; };
    handlers.quote = [&](const market::Quote& quote) { quotes += quote.isSane() ? 1 : 0; };
    handlers.trade = [&](const market::TradePrint& print) { trades += print.price.isPositive() ? 1 : 0; };
    handlers.secondBar = [&](const Symbol&, const market::Bar&) { ++seconds; };
    const auto stream = streamOf(Cluster::Stocks, m_key, std::move(handlers));
    stream->setDesired(wantOf("SPY"));
    stream->start();
    ASSERT_TRUE(waitUntil([&] { return stream->status().phase == StreamPhase::Live; }, 40'000))
        << stream->status().reason;
    ASSERT_TRUE(waitUntil([&] { return !live.empty() && quotes > 0 && trades > 0 && seconds > 0; }, 100'000));
    stream->stop();
    const auto history = barsOf("SPY", live.begin()->first, live.rbegin()->first);
    ASSERT_TRUE(history) << history.error().message << history.error().context;
    const auto& rows = history->at(Symbol::of("SPY"));
    ASSERT_FALSE(rows.empty());
    // A late print may change a minute after it was sent; its open stays.
    EXPECT_EQ(live.begin()->second.open, rows.front().open);
    EXPECT_LE(live.begin()->second.volume, rows.front().volume);
    EXPECT_EQ(stream->status().malformedFrames, 0);
    EXPECT_EQ(stream->status().unknownMessages, 0);
}

TEST_F(PolygonSandboxTest, SmallPagesJoinToWhatOneLargePageHolds) {
    begin();
    const Timestamp now = marketNow();
    ASSERT_TRUE(now.isSet());
    const Symbol aapl = Symbol::of("AAPL");
    const Timestamp from = now - Duration::days(4);
    const Timestamp to = now - Duration::days(1);
    const auto whole = barsOf("AAPL", from, to);
    ASSERT_TRUE(whole) << whole.error().message << whole.error().context;
    std::string path = barsPath(aapl, {1, "minute"}, from, to, true);
    path.replace(path.find("limit=50000"), 11, "limit=100");
    std::vector<market::Bar> joined;
    int pages = 0;
    for (std::string next = path; !next.empty(); ++pages) {
        BarsAsked asked{aapl, from, to, joined.empty() ? Timestamp() : joined.back().start, true};
        const auto page = wait<BarsPage>([&](auto done) {
            m_rest->get(net::Lane::History, next, [&, done](const net::HttpOutcome& outcome) {
                done(outcome.isSuccess() ? readBarsPage(outcome.body, next, asked)
                                         : Result<BarsPage>(m_rest->explain(outcome)));
            });
        });
        ASSERT_TRUE(page) << page.error().message << page.error().context;
        joined.insert(joined.end(), page->bars.begin(), page->bars.end());
        next = page->nextPath;
    }
    EXPECT_GT(pages, 3);
    EXPECT_EQ(joined, whole->at(aapl));
    EXPECT_GT(joined.size(), 300u);
}

TEST_F(PolygonSandboxTest, AKeyThatIsWrongIsSaidByBothSides) {
    begin();
    PolygonRest rest(restOptions(m_endpoints, smallestPlan()), Secret("wrong"), m_clock);
    PolygonMarketData data(rest, m_clock);
    const auto status = wait<MarketStatus>([&](auto done) { data.marketStatus(done); });
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().kind, ErrorKind::Unauthorised);
    const auto stream = streamOf(Cluster::Stocks, "wrong");
    stream->start();
    EXPECT_TRUE(waitUntil([&] { return stream->status().phase == StreamPhase::Refused; }, 40'000));
}

TEST_F(PolygonSandboxTest, TwoProgramsOnOneKeyDoNotFightForEver) {
    begin();
    const auto first = streamOf(Cluster::Options, m_key);
    const auto second = streamOf(Cluster::Options, m_key);
    first->start();
    second->start();
    const auto isRefused = [](const PolygonStream& stream) {
        return stream.status().phase == StreamPhase::Refused;
    };
    ASSERT_TRUE(waitUntil([&] { return isRefused(*first) || isRefused(*second); }, 40'000));
    PolygonStream& left = isRefused(*first) ? *second : *first;
    PolygonStream& stopped = isRefused(*first) ? *first : *second;
    EXPECT_NE(stopped.status().reason.find("Another program"), std::string::npos);
    EXPECT_TRUE(waitUntil([&] { return left.status().phase == StreamPhase::Live; }, 40'000))
        << "the other one has it";
}

TEST_F(PolygonSandboxTest, APlanWithoutLiveDataIsRefusedInWords) {
    begin([](sandbox::SandboxConfig& config) { config.polygonPlan = "basic"; });
    const auto stream = streamOf(Cluster::Stocks, m_key);
    stream->setDesired(wantOf("SPY"));
    stream->start();
    EXPECT_TRUE(waitUntil([&] { return stream->status().phase == StreamPhase::Refused; }, 40'000))
        << stream->status().reason;
    EXPECT_NE(stream->status().reason.find("plan"), std::string::npos) << stream->status().reason;
}

TEST_F(PolygonSandboxTest, TheVenuesRateLimitHoldsTheClientBack) {
    begin([](sandbox::SandboxConfig& config) { config.polygonRequestsPerMinute = 2; });
    for (int i = 0; i < 2; ++i)
        EXPECT_TRUE(wait<MarketStatus>([&](auto done) { m_data->marketStatus(done); }));
    const auto third = wait<MarketStatus>([&](auto done) { m_data->marketStatus(done); });
    ASSERT_FALSE(third);
    EXPECT_EQ(third.error().kind, ErrorKind::RateLimited);
    EXPECT_EQ(m_rest->budgetLeft(), 0) << "nothing more goes out for now";
}

} // namespace
} // namespace strikedesk::polygon
