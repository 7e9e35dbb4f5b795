// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/workers/history_loader.h"
#include "core/run/workers/source_list.h"
#include "tests/integration/net/raw_server.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

// History over a real socket: pages, order, cancelling, and answers that are not what was asked for.

namespace strikedesk::workers {
namespace {

using market::HistoryOutcome;
using test::answer;
using test::ArrivedRequest;
using test::RawServer;
using test::waitUntil;

/// Market time a test sets, and the machine's monotonic clock.
class TestClock final : public Clock {
public:
    Moment now() const override {
        const auto mono = std::chrono::steady_clock::now().time_since_epoch();
        return {market, MonoTime::fromNanoseconds(std::chrono::nanoseconds(mono).count())};
    }
    Timestamp market = *Timestamp::tryFromRfc3339("2026-03-03T16:00:30Z");
};

Timestamp at(const char* time) { return *Timestamp::tryFromRfc3339("2026-03-03T" + std::string(time) + "Z"); }

std::string barText(Timestamp start, const char* low = "499") {
    return R"({"t":")" + start.rfc3339() + R"(","o":500,"h":501,"l":)" + low +
           R"(,"c":500.5,"v":100,"n":3,"vw":500.2})";
}

std::string pageText(const std::string& symbol, const std::vector<std::string>& bars,
                     const std::string& token = {}) {
    std::string rows;
    for (const std::string& bar : bars)
        rows += (rows.empty() ? "" : ",") + bar;
    return R"({"bars":{")" + symbol + R"(":[)" + rows + R"(]},"next_page_token":)" +
           (token.empty() ? "null" : "\"" + token + "\"") + "}";
}

/// A fake data host, a loader on it, and everything it posted.
struct LoaderRig {
    explicit LoaderRig(int perMinute = 10'000)
        : sources(sourcesAt(perMinute), clock, log),
          loader(sources, clock, log, [this](market::HubAnswer answer) { take(std::move(answer)); }) {
        server.behaviour = [this](QTcpSocket& socket, const ArrivedRequest& request) {
            if (held) {
                waiting.emplace_back(&socket, request);
                return;
            }
            socket.write(answerTo(request));
        };
    }
    std::vector<std::unique_ptr<DataSource>> sourcesAt(int perMinute) const {
        DataAccess access;
        access.order = {market::Vendor::Alpaca, market::Vendor::Polygon};
        access.alpaca.dataBaseUrl = access.alpaca.tradingBaseUrl = server.base();
        access.alpacaKeys = {Secret("key"), Secret("secret")};
        access.polygon.restBaseUrl = server.base();
        access.polygonKey = Secret("key");
        NetTuning tuning;
        tuning.data.perMinute = tuning.polygon.perMinute = perMinute;
        tuning.data.limits.retries = tuning.polygon.limits.retries = 0;
        return makeSources(access, tuning, clock).sources;
    }
    void take(market::HubAnswer answer) {
        if (auto* page = std::get_if<market::HistoryPage>(&answer))
            pages.push_back(std::move(*page));
        else
            ended.push_back(std::get<market::HistoryEnded>(answer));
    }
    void load(std::uint64_t request, const std::string& symbol, Timestamp from = at("14:30:00"),
              Timestamp to = at("16:00:00"), const std::string& feed = "sip") {
        loader.load({request,
                     {Symbol::of(symbol), market::BaseFrame::Minute, feed, market::Adjustment::Raw},
                     {from, to}});
    }
    bool untilEnded(std::size_t count) {
        return waitUntil([&] { return ended.size() >= count; });
    }
    /// Answers what was held back so far.
    void release() {
        held = false;
        for (const auto& [socket, request] : std::exchange(waiting, {}))
            if (socket)
                socket->write(answerTo(request));
    }

    RawServer server;
    TestClock clock;
    NullLog log;
    DataSources sources;
    std::vector<market::HistoryPage> pages;
    std::vector<market::HistoryEnded> ended;
    std::function<QByteArray(const ArrivedRequest&)> answerTo = [](const ArrivedRequest&) {
        return answer(200, R"({"bars":{},"next_page_token":null})");
    };
    bool held = false;
    std::vector<std::pair<QPointer<QTcpSocket>, ArrivedRequest>> waiting;
    HistoryLoader loader;
};

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(HistoryLoader, PagesComeOneByOneWithTheTimeTheyWereAskedFor) {
    LoaderRig rig;
    rig.answerTo = [](const ArrivedRequest& request) {
        if (!has(request.target, "page_token"))
            return answer(200, pageText("SPY", {barText(at("14:30:00")), barText(at("14:31:00"))}, "T%1"));
        return answer(200, pageText("SPY", {barText(at("15:59:00"))}));
    };
    rig.load(7, "SPY");
    ASSERT_TRUE(rig.untilEnded(1));
    EXPECT_EQ(rig.ended[0].request, 7u);
    EXPECT_EQ(rig.ended[0].outcome, HistoryOutcome::Complete);
    ASSERT_EQ(rig.pages.size(), 2u);
    EXPECT_EQ(rig.pages[0].bars.size(), 2u);
    EXPECT_EQ(rig.pages[0].through, at("14:32:00"));
    EXPECT_EQ(rig.pages[0].askedAt, rig.clock.market);
    EXPECT_EQ(rig.pages[1].through, at("16:00:00"));
    ASSERT_EQ(rig.server.arrivals().size(), 2u);
    const std::string& first = rig.server.arrivals()[0].target;
    EXPECT_TRUE(first.starts_with("/v2/stocks/bars?symbols=SPY&timeframe=1Min&limit=10000&sort=asc"))
        << first;
    EXPECT_TRUE(has(first, "adjustment=raw&feed=sip")) << first;
    EXPECT_TRUE(has(first, "start=2026-03-03T14%3A30%3A00Z&end=2026-03-03T15%3A59%3A59.999999999Z")) << first;
    EXPECT_TRUE(has(rig.server.arrivals()[1].target, "page_token=T%251"));
}

TEST(HistoryLoader, AContractIsAskedForWithoutFeedAndAdjustment) {
    LoaderRig rig;
    rig.load(1, "SPY260320C00500000", at("14:30:00"), at("16:00:00"), "opra");
    ASSERT_TRUE(rig.untilEnded(1));
    const std::string& target = rig.server.arrivals()[0].target;
    EXPECT_TRUE(target.starts_with("/v1beta1/options/bars?symbols=SPY260320C00500000&")) << target;
    EXPECT_FALSE(has(target, "feed=") || has(target, "adjustment=")) << target;
}

TEST(HistoryLoader, TheMinuteInProgressIsNotCalledKnown) {
    LoaderRig rig;
    rig.load(1, "SPY", at("14:30:00"), at("20:00:00"));
    ASSERT_TRUE(rig.untilEnded(1));
    ASSERT_EQ(rig.pages.size(), 1u);
    EXPECT_EQ(rig.pages[0].through, at("16:00:00"));
}

TEST(HistoryLoader, AnAnswerKnowsNoMoreThanTheClockOfWhoGaveIt) {
    LoaderRig rig;
    std::string date = "Tue, 03 Mar 2026 15:59:40 GMT";
    rig.answerTo = [&date](const ArrivedRequest&) {
        return answer(200, pageText("SPY", {}), "application/json", "Date: " + date + "\r\n");
    };
    // Fifty seconds behind ours: for it the minute before is not over.
    rig.load(1, "SPY");
    ASSERT_TRUE(rig.untilEnded(1));
    ASSERT_EQ(rig.pages.size(), 1u);
    EXPECT_EQ(rig.pages[0].askedAt, at("15:59:40"));
    EXPECT_EQ(rig.pages[0].through, at("15:59:00"));
    // One that is far off says nothing.
    date = "Tue, 03 Mar 2026 11:00:00 GMT";
    rig.load(2, "SPY");
    ASSERT_TRUE(rig.untilEnded(2));
    EXPECT_EQ(rig.pages[1].askedAt, rig.clock.market);
}

TEST(HistoryLoader, ALongPageIsHandedOverInParts) {
    LoaderRig rig;
    rig.answerTo = [](const ArrivedRequest&) {
        std::vector<std::string> bars;
        for (int i = 0; i < 4'500; ++i)
            bars.push_back(barText(at("14:30:00") - Duration::days(20) + Duration::minutes(i)));
        return answer(200, pageText("SPY", bars));
    };
    rig.load(1, "SPY", at("14:30:00") - Duration::days(20), at("16:00:00"));
    ASSERT_TRUE(rig.untilEnded(1));
    ASSERT_EQ(rig.pages.size(), 3u);
    EXPECT_EQ(rig.pages[0].bars.size(), 2'000u);
    EXPECT_EQ(rig.pages[2].bars.size(), 500u);
    EXPECT_EQ(rig.pages[1].through, rig.pages[1].bars.back().start + Duration::minutes(1));
    EXPECT_EQ(rig.pages[2].through, at("16:00:00"));
}

TEST(HistoryLoader, WhatIsInFocusGoesFirst) {
    LoaderRig rig;
    rig.held = true;
    for (const char* symbol : {"AAA", "BBB", "CCC", "DDD"})
        rig.load(rig.server.arrivals().size() + 1, symbol);
    ASSERT_TRUE(waitUntil([&] { return rig.server.arrivals().size() == 2; }));
    rig.load(9, "SPY");
    rig.loader.setFocus(Symbol::of("SPY"));
    ASSERT_TRUE(waitUntil([&] { return rig.server.arrivals().size() == 3; }));
    EXPECT_TRUE(has(rig.server.arrivals()[2].target, "symbols=SPY"));
    rig.release();
    ASSERT_TRUE(rig.untilEnded(5));
    EXPECT_EQ(rig.server.arrivals().size(), 5u);
}

TEST(HistoryLoader, ACancelledLoadAsksForNoFurtherPage) {
    LoaderRig rig;
    rig.held = true;
    rig.answerTo = [](const ArrivedRequest&) {
        return answer(200, pageText("SPY", {barText(at("14:30:00"))}, "more"));
    };
    rig.load(5, "SPY");
    ASSERT_TRUE(waitUntil([&] { return rig.server.arrivals().size() == 1; }));
    rig.loader.cancel(5);
    ASSERT_EQ(rig.ended.size(), 1u) << "the hub need not wait for the answer under way";
    EXPECT_EQ(rig.ended[0].outcome, HistoryOutcome::Cancelled);
    rig.release();
    rig.answerTo = [](const ArrivedRequest&) { return answer(200, pageText("QQQ", {})); };
    rig.load(6, "QQQ");
    ASSERT_TRUE(rig.untilEnded(2));
    EXPECT_EQ(rig.server.arrivals().size(), 2u);
    for (const market::HistoryPage& page : rig.pages)
        EXPECT_EQ(page.request, 6u);
    rig.loader.cancel(5);
    EXPECT_EQ(rig.ended.size(), 2u) << "a load ends once";
}

TEST(HistoryLoader, HistoryUpToNowWaitsForItsStream) {
    LoaderRig rig;
    rig.loader.setExpected({Symbol::of("SPY"), Symbol::of("QQQ")});
    rig.loader.setStreaming(market::Vendor::Alpaca, false, true, {Symbol::of("QQQ")});
    rig.load(1, "SPY");
    rig.load(2, "QQQ");
    rig.load(3, "SPY", at("14:30:00"), at("15:00:00"));
    ASSERT_TRUE(rig.untilEnded(2));
    EXPECT_EQ(rig.ended[0].request + rig.ended[1].request, 5u) << "what ended long ago does not wait";
    rig.loader.setStreaming(market::Vendor::Alpaca, false, true, {Symbol::of("SPY"), Symbol::of("QQQ")});
    ASSERT_TRUE(rig.untilEnded(3));
    EXPECT_EQ(rig.ended[2].request, 1u);
}

TEST(HistoryLoader, AStreamThatNeverConfirmsHoldsHistoryForAMomentOnly) {
    LoaderRig rig;
    rig.loader.setExpected({Symbol::of("SPY")});
    rig.loader.setStreaming(market::Vendor::Alpaca, false, true, {});
    rig.load(1, "SPY");
    EXPECT_TRUE(rig.untilEnded(1));
    rig.loader.setStreaming(market::Vendor::Alpaca, false, false, {});
    rig.load(2, "SPY");
    ASSERT_TRUE(rig.untilEnded(2));
}

TEST(HistoryLoader, TooManyRequestsIsSaidAsAThrottleAndTheNextLoadIsNotEvenSent) {
    LoaderRig rig;
    rig.answerTo = [](const ArrivedRequest&) {
        return answer(429, R"({"message":"too many requests"})", "application/json", "Retry-After: 30\r\n");
    };
    rig.load(1, "SPY");
    ASSERT_TRUE(rig.untilEnded(1));
    EXPECT_EQ(rig.ended[0].outcome, HistoryOutcome::Throttled);
    EXPECT_TRUE(has(rig.ended[0].why, "used up")) << rig.ended[0].why;
    rig.load(2, "QQQ");
    ASSERT_TRUE(rig.untilEnded(2));
    EXPECT_EQ(rig.ended[1].outcome, HistoryOutcome::Throttled);
    EXPECT_EQ(rig.server.arrivals().size(), 1u);
}

TEST(HistoryLoader, OurOwnBudgetThrottlesBeforeTheVenueDoes) {
    LoaderRig rig(5);
    for (std::uint64_t request = 1; request <= 5; ++request)
        rig.load(request, "SPY");
    ASSERT_TRUE(rig.untilEnded(5));
    const auto throttled = std::count_if(rig.ended.begin(), rig.ended.end(), [](const auto& ended) {
        return ended.outcome == HistoryOutcome::Throttled;
    });
    EXPECT_GE(throttled, 1);
    EXPECT_EQ(rig.server.arrivals().size() + static_cast<std::size_t>(throttled), 5u);
}

TEST(HistoryLoader, AServerErrorIsAFailureWithASentence) {
    LoaderRig rig;
    rig.answerTo = [](const ArrivedRequest&) { return answer(500, "{}"); };
    rig.load(1, "SPY");
    ASSERT_TRUE(rig.untilEnded(1));
    EXPECT_EQ(rig.ended[0].outcome, HistoryOutcome::Failed);
    EXPECT_FALSE(rig.ended[0].why.empty());
}

TEST(HistoryLoader, PagesThatNeverEndAreGivenUp) {
    LoaderRig rig;
    int page = 0;
    rig.answerTo = [&page](const ArrivedRequest&) {
        ++page;
        return answer(200, pageText("SPY", {}, "token-" + std::to_string(page)));
    };
    rig.load(1, "SPY");
    ASSERT_TRUE(rig.untilEnded(1));
    EXPECT_EQ(rig.ended[0].outcome, HistoryOutcome::Failed);
    EXPECT_LE(page, 120);
}

TEST(HistoryLoader, WhatWasNotAskedForIsRefused) {
    const std::vector<std::string> bodies = {
        pageText("QQQ", {barText(at("14:30:00"))}),                             // another instrument
        pageText("SPY", {barText(at("14:29:00"))}),                             // before the span
        pageText("SPY", {barText(at("16:00:00"))}),                             // at its open end
        pageText("SPY", {barText(at("14:31:00")), barText(at("14:30:00"))}),    // backwards
        pageText("SPY", {barText(at("14:31:00")), barText(at("14:31:00"))}),    // twice
        pageText("SPY", {R"({"t":"2026-03-03T14:30:00Z","o":1,"h":1,"l":1})"}), // half a bar
        pageText("SPY", {R"({"t":"soon","o":1,"h":1,"l":1,"c":1,"v":1})"}),
        pageText("SPY", {R"({"t":"2026-03-03T14:30:00Z","o":1e99,"h":1,"l":1,"c":1,"v":1})"}),
        pageText("SPY", {}, std::string(5'000, 'x')), // a token without end
        R"({"bars":[],"next_page_token":null})",
        R"({"bars":{"SPY":7}})",
        "{",
        "[]",
        "null",
        "",
    };
    LoaderRig rig;
    std::size_t at = 0;
    rig.answerTo = [&](const ArrivedRequest&) { return answer(200, bodies[at]); };
    for (; at < bodies.size(); ++at) {
        rig.load(at + 1, "SPY");
        ASSERT_TRUE(rig.untilEnded(at + 1)) << bodies[at];
        EXPECT_EQ(rig.ended[at].outcome, HistoryOutcome::Failed) << bodies[at].substr(0, 200);
        EXPECT_TRUE(rig.pages.empty()) << bodies[at].substr(0, 200);
    }
}

TEST(HistoryLoader, ABarThatContradictsItselfIsLeftOutAndTheRestStays) {
    LoaderRig rig;
    rig.answerTo = [](const ArrivedRequest&) {
        return answer(200, pageText("SPY", {barText(at("14:30:00")), barText(at("14:31:00"), "700"),
                                            barText(at("14:32:00"))}));
    };
    rig.load(1, "SPY");
    ASSERT_TRUE(rig.untilEnded(1));
    EXPECT_EQ(rig.ended[0].outcome, HistoryOutcome::Complete);
    ASSERT_EQ(rig.pages.size(), 1u);
    EXPECT_EQ(rig.pages[0].bars.size(), 2u);
}

TEST(HistoryLoader, TheDelayedFeedIsAskedForTheWholeMarketUpToItsDelay) {
    LoaderRig rig;
    rig.load(1, "SPY", at("14:30:00"), at("16:00:00"), "delayed_sip");
    ASSERT_TRUE(rig.untilEnded(1));
    const std::string& target = rig.server.arrivals()[0].target;
    EXPECT_TRUE(has(target, "feed=sip") && has(target, "end=2026-03-03T15%3A44%3A29.99")) << target;
    ASSERT_EQ(rig.pages.size(), 1u);
    EXPECT_LE(rig.pages[0].through, at("15:44:30"));
    EXPECT_EQ(rig.ended[0].outcome, HistoryOutcome::Failed) << "the last minutes are not known";
    EXPECT_TRUE(has(rig.ended[0].why, "15 minutes late"));
}

/// A page of the other vendor with one bar, at 14:30.
QByteArray polygonPage(const char* status) {
    const std::string start = std::to_string(at("14:30:00").milliseconds());
    return answer(200, R"({"status":")" + std::string(status) +
                           R"(","ticker":"SPY","adjusted":false,"queryCount":1,"resultsCount":1,"results":)" +
                           R"([{"t":)" + start + R"(,"o":500,"h":501,"l":499,"c":500.5,"v":100,"n":3}]})");
}

TEST(HistoryLoader, ADelayedPlanIsCutWhereItsDelayBegins) {
    LoaderRig rig;
    rig.answerTo = [](const ArrivedRequest&) { return polygonPage("DELAYED"); };
    rig.load(1, "SPY", at("14:30:00"), at("16:00:00"), "polygon");
    ASSERT_TRUE(rig.untilEnded(1));
    ASSERT_EQ(rig.pages.size(), 1u);
    EXPECT_EQ(rig.pages[0].bars.size(), 1u);
    EXPECT_EQ(rig.pages[0].through, at("15:44:30"))
        << "what is missing after it is not a time without trades";
    EXPECT_EQ(rig.ended[0].outcome, HistoryOutcome::Failed);
    EXPECT_TRUE(has(rig.ended[0].why, "15 minutes late")) << rig.ended[0].why;
    rig.load(2, "SPY", at("14:30:00"), at("15:30:00"), "polygon");
    ASSERT_TRUE(rig.untilEnded(2));
    EXPECT_EQ(rig.ended[1].outcome, HistoryOutcome::Complete) << "what ended long ago is whole";
    EXPECT_EQ(rig.pages[1].through, at("15:30:00"));
}

TEST(HistoryLoader, APromptPlanIsKnownToItsEnd) {
    LoaderRig rig;
    rig.answerTo = [](const ArrivedRequest&) { return polygonPage("OK"); };
    rig.load(1, "SPY", at("14:30:00"), at("16:00:00"), "polygon");
    ASSERT_TRUE(rig.untilEnded(1));
    ASSERT_EQ(rig.pages.size(), 1u);
    EXPECT_EQ(rig.pages[0].through, at("16:00:00"));
    EXPECT_EQ(rig.ended[0].outcome, HistoryOutcome::Complete);
}

TEST(HistoryLoader, ASpanInsideTheDelayOfAPlanIsNotKnownAtAll) {
    LoaderRig rig;
    rig.answerTo = [](const ArrivedRequest&) {
        return answer(200, R"({"status":"DELAYED","ticker":"SPY","adjusted":false,"resultsCount":0})");
    };
    rig.load(1, "SPY", at("15:50:00"), at("16:00:00"), "polygon");
    ASSERT_TRUE(rig.untilEnded(1));
    for (const market::HistoryPage& page : rig.pages)
        EXPECT_LE(page.through, at("15:50:00"));
    EXPECT_EQ(rig.ended[0].outcome, HistoryOutcome::Failed);
}

} // namespace
} // namespace strikedesk::workers
