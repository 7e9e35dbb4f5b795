// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/stream_hub.h"
#include "tests/unit/sandbox/given_source.h"
#include "tests/unit/sandbox/sandbox_rig.h"

#include <gtest/gtest.h>

#include <map>

namespace strikedesk::sandbox::test {
namespace {

using nlohmann::json;

const Timestamp kStart = *Timestamp::tryFromRfc3339("2026-11-18T15:00:00Z");

/// A hub over a given market, with a clock of its own.
class AlpacaStreams : public ::testing::Test {
protected:
    struct Client {
        RecordingPeer peer;
        std::unique_ptr<SocketSession> session;
        std::size_t seen = 0;
        /// The messages since the last look.
        std::vector<json> fresh() {
            std::vector<json> all = peer.messages();
            std::vector<json> rest(all.begin() + static_cast<std::ptrdiff_t>(seen), all.end());
            seen = all.size();
            return rest;
        }
        json last() {
            const auto all = fresh();
            return all.empty() ? json(nullptr) : all.back();
        }
    };

    Client& open(const std::string& path, bool logIn = true) {
        Client& client = *m_clients.emplace_back(std::make_unique<Client>());
        client.session = hub().open(*parseTarget("GET", path), client.peer);
        if (!client.session)
            return client;
        client.session->opened(m_mono);
        if (logIn)
            client.session->received(R"({"action":"auth","key":"SANDBOX-KEY","secret":"sandbox-secret"})",
                                     false);
        return client;
    }
    void subscribe(Client& client, const std::string& channels) {
        client.session->received(R"({"action":"subscribe",)" + channels + "}", false);
        client.fresh();
    }
    /// Lets market time pass second by second, as the server's tick does.
    void pass(int seconds) {
        for (int i = 0; i < seconds; ++i) {
            const Timestamp next = m_now + Duration::seconds(1);
            std::vector<MarketEvent> events;
            source.events(m_now, next, events);
            hub().publish(events, m_now, next);
            if (next.nanoseconds() % Duration::minutes(1).count() == 0)
                hub().publishMinute(next - Duration::minutes(1), next);
            m_now = next;
            wait(Duration::seconds(1));
        }
    }
    void wait(Duration by) {
        m_mono = m_mono + by;
        hub().tick(m_mono);
    }
    StreamHub& hub() {
        if (!m_hub)
            m_hub = std::make_unique<StreamHub>(config, source);
        return *m_hub;
    }
    static std::map<std::string, int> countByKind(const std::vector<json>& messages) {
        std::map<std::string, int> counts;
        for (const json& message : messages)
            ++counts[message["T"].get<std::string>()];
        return counts;
    }

    SandboxConfig config;
    GivenSource source;

private:
    std::unique_ptr<StreamHub> m_hub;
    std::vector<std::unique_ptr<Client>> m_clients;
    Timestamp m_now = kStart;
    MonoTime m_mono = MonoTime::fromNanoseconds(1);
};

TEST_F(AlpacaStreams, TellHaltsBandsAndChangedTradesAndThenTheChangedBar) {
    const Symbol symbol = Symbol::of("AAA");
    source.given = {printOf("AAA", kStart + Duration::seconds(10), 1),
                    printOf("AAA", kStart + Duration::seconds(20), 2)};
    source.others.push_back(market::TradingStatus{symbol, market::TradingPhase::Halted, "P", "LUDP",
                                                  kStart + Duration::seconds(30)});
    source.others.push_back(
        PriceBand{symbol, Price::fromCents(9'000), Price::fromCents(11'000), kStart + Duration::seconds(31)});
    source.others.push_back(
        PrintChange{symbol, source.given[1], std::nullopt, kStart + Duration::seconds(90)});
    market::TradePrint corrected = source.given[0];
    corrected.price = Price::fromCents(9'999);
    source.others.push_back(PrintChange{symbol, source.given[0], corrected, kStart + Duration::seconds(100)});
    Client& client = open("/v2/sip");
    subscribe(client,
              R"("trades":["AAA"],"statuses":["*"],"lulds":["AAA"],"updatedBars":["AAA"],"bars":["*"])");
    pass(60);
    std::vector<json> minute = client.fresh();
    EXPECT_EQ(countByKind(minute), (std::map<std::string, int>{{"t", 2}, {"s", 1}, {"l", 1}, {"b", 1}}));
    for (const json& message : minute) {
        if (message["T"] == "s") {
            EXPECT_EQ(message["sm"], "Volatility Trading Pause");
            EXPECT_EQ(message["rc"], "LUDP");
            EXPECT_EQ(message["z"], "C");
        }
        if (message["T"] == "l") {
            EXPECT_EQ(message["u"], 110.0);
        }
    }
    pass(50);
    const std::vector<json> changes = client.fresh();
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0]["T"], "x");
    EXPECT_EQ(changes[0]["i"], 2);
    EXPECT_EQ(changes[0]["a"], "C");
    EXPECT_EQ(changes[1]["T"], "c");
    EXPECT_EQ(changes[1]["cp"], 99.99);
    pass(15);
    const json updated = client.last();
    EXPECT_EQ(updated["T"], "u") << "half a minute after the first change";
    EXPECT_EQ(updated["t"], "2026-11-18T15:00:00Z");
    pass(60);
    EXPECT_TRUE(client.fresh().empty()) << "both changes made one updated bar";
}

TEST_F(AlpacaStreams, DelayedTapeIsAQuarterOfAnHourLate) {
    source.given = {printOf("AAA", kStart + Duration::seconds(5), 1)};
    Client& live = open("/v2/sip");
    Client& late = open("/v2/delayed_sip");
    subscribe(live, R"("trades":["*"],"bars":["*"])");
    subscribe(late, R"("trades":["*"],"bars":["*"])");
    pass(60);
    EXPECT_EQ(countByKind(live.fresh()), (std::map<std::string, int>{{"t", 1}, {"b", 1}}));
    EXPECT_TRUE(late.fresh().empty());
    pass(15 * 60);
    const std::vector<json> told = late.fresh();
    EXPECT_EQ(countByKind(told), (std::map<std::string, int>{{"t", 1}, {"b", 1}}));
    EXPECT_EQ(told[0]["t"], "2026-11-18T15:00:05Z");
}

TEST_F(AlpacaStreams, TestStreamSpeaksAroundTheClock) {
    Client& client = open("/v2/test");
    subscribe(client, R"("trades":["FAKEPACA"],"quotes":["FAKEPACA"],"bars":["FAKEPACA"])");
    pass(60);
    const std::vector<json> told = client.fresh();
    EXPECT_EQ(countByKind(told), (std::map<std::string, int>{{"t", 60}, {"q", 60}, {"b", 1}}));
    EXPECT_EQ(told.back()["S"], "FAKEPACA");
    EXPECT_EQ(told.back()["n"], 60);
}

TEST_F(AlpacaStreams, NewsGoesToWhoAskedForItsSymbols) {
    NewsItem item;
    item.id = 7;
    item.createdAt = item.updatedAt = kStart + Duration::seconds(3);
    item.headline = "Something";
    item.symbols = {Symbol::of("AAA")};
    source.items.push_back(item);
    item.id = 8;
    item.symbols = {Symbol::of("BBB")};
    source.items.push_back(item);
    Client& client = open("/v1beta1/news");
    client.session->received(R"({"action":"subscribe","news":["AAA"]})", false);
    EXPECT_EQ(client.last(), (json{{"T", "subscription"}, {"news", {"AAA"}}}));
    client.session->received(R"({"action":"subscribe","trades":["AAA"]})", false);
    EXPECT_EQ(client.last()["code"], 410);
    pass(5);
    const std::vector<json> told = client.fresh();
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0]["T"], "n");
    EXPECT_EQ(told[0]["id"], 7);
    EXPECT_FALSE(told[0].contains("images"));
}

TEST_F(AlpacaStreams, OvernightFeedsAnswerAndStaySilent) {
    source.given = {printOf("AAA", kStart + Duration::seconds(5), 1)};
    for (const char* path : {"/v1beta1/boats", "/v1beta1/overnight"}) {
        Client& client = open(path);
        EXPECT_EQ(client.last()["msg"], "authenticated") << path;
        subscribe(client, R"("trades":["*"],"bars":["*"])");
    }
    pass(61);
    EXPECT_FALSE(open("/v2/moon").session);
}

TEST_F(AlpacaStreams, FreePlanHasNoTapeAndThirtySymbols) {
    config.freeDataPlan = true;
    config.optionFeed = "indicative";
    EXPECT_EQ(open("/v2/sip").last()["code"], 409);
    EXPECT_EQ(open("/v2/delayed_sip").last()["msg"], "authenticated");
    Client& client = open("/v2/iex");
    EXPECT_EQ(client.last()["msg"], "authenticated");
    json names = json::array();
    for (char c = 'A'; c <= 'Z'; ++c)
        names.push_back(std::string("S") + c);
    for (const char* more : {"TA", "TB", "TC", "TD"})
        names.push_back(more);
    client.session->received(json{{"action", "subscribe"}, {"quotes", names}}.dump(), false);
    EXPECT_EQ(client.last()["quotes"].size(), 30U);
    client.session->received(R"({"action":"subscribe","trades":["TE"]})", false);
    EXPECT_EQ(client.last()["code"], 405);
    client.session->received(R"({"action":"subscribe","bars":["TE"]})", false);
    EXPECT_EQ(client.last()["T"], "subscription") << "bars are free";
}

TEST_F(AlpacaStreams, PlaceOfACutSessionStaysTakenForAWhile) {
    config.ghostSession = Duration::seconds(90);
    wait(Duration::seconds(1));
    Client& first = open("/v2/sip");
    EXPECT_EQ(open("/v2/sip").last()["code"], 406) << "while the first is alive";
    first.session.reset();
    EXPECT_EQ(open("/v2/sip").last()["code"], 406) << "the ghost of the first";
    EXPECT_EQ(open("/v2/iex").last()["msg"], "authenticated") << "other addresses are free";
    wait(Duration::seconds(89));
    EXPECT_EQ(open("/v2/sip").last()["code"], 406);
    wait(Duration::seconds(2));
    Client& second = open("/v2/sip");
    EXPECT_EQ(second.last()["msg"], "authenticated");
    second.session->closedCleanly();
    second.session.reset();
    EXPECT_EQ(open("/v2/sip").last()["msg"], "authenticated") << "who says goodbye leaves no ghost";
}

} // namespace
} // namespace strikedesk::sandbox::test
