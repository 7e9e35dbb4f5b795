// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/sandbox_server.h"
#include "tests/integration/sandbox/sandbox_client.h"

#include <gtest/gtest.h>

#include <set>

namespace strikedesk::sandboxtest {
namespace {

using nlohmann::json;
using sandbox::SandboxConfig;
using sandbox::SandboxServer;

class SandboxStreams : public ::testing::Test {
protected:
    void SetUp() override {
        SandboxConfig config;
        config.speed = 60;
        m_server = std::make_unique<SandboxServer>(config);
        const auto address = m_server->start();
        ASSERT_TRUE(address.ok());
        m_port = address->port;
    }
    static bool hasKind(const json& frame, const char* kind) {
        if (frame.is_array())
            for (const json& message : frame)
                if (message.value("T", "") == kind)
                    return true;
        return false;
    }
    static std::string auth() { return R"({"action":"auth","key":"SANDBOX-KEY","secret":"sandbox-secret"})"; }
    static std::string packed(const std::string& text) {
        std::string bytes;
        json::to_msgpack(json::parse(text), bytes);
        return bytes;
    }
    Socket stocks() {
        Socket socket(m_port, "/v2/sip");
        EXPECT_EQ(socket.readJson()[0]["msg"], "connected");
        socket.sendText(auth());
        EXPECT_EQ(socket.readJson()[0]["msg"], "authenticated");
        return socket;
    }

    std::unique_ptr<SandboxServer> m_server;
    std::uint16_t m_port = 0;
};

TEST_F(SandboxStreams, StreamsQuotesTradesAndBarsOfSubscribedStocks) {
    Socket socket = stocks();
    socket.sendText(
        R"({"action":"subscribe","trades":["SPY"],"quotes":["SPY"],"bars":["*"],"dailyBars":["SPY"]})");
    const json ack = socket.readJson()[0];
    EXPECT_EQ(ack["T"], "subscription");
    EXPECT_EQ(ack["trades"], json::array({"SPY"}));
    EXPECT_EQ(ack["corrections"], json::array({"SPY"}));
    EXPECT_EQ(ack["statuses"], json::array());
    std::set<std::string> kinds;
    std::set<std::string> barSymbols;
    socket.readUntil([&](const json& frame) {
        for (const json& message : frame) {
            kinds.insert(message["T"]);
            if (message["T"] == "b")
                barSymbols.insert(message["S"]);
            if (message["T"] == "q" || message["T"] == "t") {
                EXPECT_EQ(message["S"], "SPY");
            }
        }
        return kinds.size() >= 4;
    });
    EXPECT_EQ(kinds, (std::set<std::string>{"b", "d", "q", "t"}));
    for (const char* liquid : {"AAPL", "AMD", "AMZN", "GOOGL", "IWM", "META", "MSFT", "NVDA", "PLTR", "QQQ",
                               "SOFI", "SPY", "TSLA"})
        EXPECT_TRUE(barSymbols.contains(liquid)) << liquid;
    socket.sendText(R"({"action":"unsubscribe","quotes":["SPY"]})");
    const json second = socket.readUntil([](const json& frame) { return hasKind(frame, "subscription"); });
    EXPECT_EQ(second[0]["quotes"], json::array());
    EXPECT_EQ(second[0]["trades"], json::array({"SPY"}));
}

TEST_F(SandboxStreams, TheStreamedBarIsTheBarOfHistory) {
    Socket socket = stocks();
    socket.sendText(R"({"action":"subscribe","bars":["SPY"]})");
    const json frame = socket.readUntil([](const json& f) { return hasKind(f, "b"); });
    ASSERT_FALSE(frame.is_discarded());
    json streamed = frame[0];
    streamed.erase("T");
    streamed.erase("S");
    const std::string at = streamed["t"];
    const json history = get(m_port, "/v2/stocks/SPY/bars?timeframe=1Min&start=" + at + "&end=" + at).json();
    ASSERT_EQ(history["bars"].size(), 1U);
    EXPECT_EQ(history["bars"][0], streamed);
}

TEST_F(SandboxStreams, TellsStrangersAndMistakesByNumber) {
    Socket socket(m_port, "/v2/sip");
    socket.readJson();
    socket.sendText(R"({"action":"subscribe","bars":["SPY"]})");
    EXPECT_EQ(socket.readJson()[0]["code"], 401);
    socket.sendText("no json");
    EXPECT_EQ(socket.readJson()[0]["code"], 400);
    socket.sendText(std::string(5'000, '['));
    EXPECT_EQ(socket.readJson()[0]["code"], 400);
    socket.sendText(auth());
    EXPECT_EQ(socket.readJson()[0]["msg"], "authenticated");
    socket.sendText(auth());
    EXPECT_EQ(socket.readJson()[0]["code"], 403);
    socket.sendText(R"({"action":"subscribe","candles":["SPY"]})");
    EXPECT_EQ(socket.readJson()[0]["code"], 410);

    Socket second(m_port, "/v2/sip");
    second.readJson();
    second.sendText(auth());
    EXPECT_EQ(second.readJson()[0]["code"], 406);
    EXPECT_TRUE(second.readJson().is_discarded());
    Socket other(m_port, "/v2/iex", keys());
    EXPECT_EQ(other.readJson()[0]["msg"], "connected");
    EXPECT_EQ(other.readJson()[0]["msg"], "authenticated") << "headers authenticate too";
    Socket stranger(m_port, "/v1beta1/opra");
    stranger.readMessagePack();
    stranger.sendBinary(packed(R"({"action":"auth","key":"x","secret":"y"})"));
    EXPECT_EQ(stranger.readMessagePack()[0]["code"], 402);
    Socket nowhere(m_port, "/v2/nothing");
    EXPECT_FALSE(nowhere.isOpen());
}

TEST_F(SandboxStreams, OptionStreamsSpeakMessagePackWithTimestamps) {
    const json chain = get(m_port, "/v1beta1/options/snapshots/SPY?limit=1000").json();
    json names = json::array();
    for (const auto& [symbol, snapshot] : chain["snapshots"].items())
        names.push_back(symbol);
    ASSERT_GT(names.size(), 100U);
    Socket socket(m_port, "/v1beta1/opra", {{"Content-Type", "application/msgpack"}});
    EXPECT_EQ(socket.readMessagePack()[0]["msg"], "connected");
    socket.sendBinary(packed(auth()));
    EXPECT_EQ(socket.readMessagePack()[0]["msg"], "authenticated");
    socket.sendBinary(packed(R"({"action":"subscribe","quotes":["*"]})"));
    EXPECT_EQ(socket.readMessagePack()[0]["code"], 413);
    socket.sendBinary(packed(R"({"action":"subscribe","bars":["*"]})"));
    EXPECT_EQ(socket.readMessagePack()[0]["code"], 410);
    socket.sendBinary(std::string(100'000, '\x91'));
    EXPECT_EQ(socket.readMessagePack()[0]["code"], 400);
    socket.sendBinary(packed(json{{"action", "subscribe"}, {"quotes", names}, {"trades", {"*"}}}.dump()));
    EXPECT_EQ(socket.readMessagePack()[0]["quotes"].size(), names.size());
    const json frame = socket.readMessagePack();
    ASSERT_TRUE(frame.is_array());
    const json message = frame[0];
    EXPECT_TRUE(message["T"] == "q" || message["T"] == "t");
    ASSERT_TRUE(message["t"].is_binary());
    EXPECT_EQ(message["t"].get_binary().size(), 8U);
    EXPECT_EQ(static_cast<std::int8_t>(message["t"].get_binary().subtype()), -1);
    EXPECT_TRUE(message["c"].is_string());
}

TEST_F(SandboxStreams, PagesTheChainAndSolvesGreeks) {
    std::set<std::string> symbols;
    std::string token;
    int solved = 0;
    do {
        const json page = get(m_port, "/v1beta1/options/snapshots/AAPL?limit=60&type=call" +
                                          (token.empty() ? "" : "&page_token=" + token))
                              .json();
        for (const auto& [symbol, snapshot] : page["snapshots"].items()) {
            EXPECT_TRUE(symbols.insert(symbol).second);
            if (snapshot.contains("greeks")) {
                ++solved;
                EXPECT_GT(snapshot["impliedVolatility"].get<double>(), 0.02);
                EXPECT_GE(snapshot["greeks"]["delta"].get<double>(), 0.0);
                EXPECT_LE(snapshot["greeks"]["delta"].get<double>(), 1.0);
            }
        }
        token = page["next_page_token"].is_null() ? "" : page["next_page_token"].get<std::string>();
    } while (!token.empty() && symbols.size() < 2'000);
    EXPECT_GE(symbols.size(), 100U);
    EXPECT_GT(solved, 50);
}

TEST_F(SandboxStreams, PagesBarsUntilTheTokenIsNull) {
    std::size_t bars = 0;
    std::string token;
    std::string last;
    int pages = 0;
    do {
        const json page =
            get(m_port,
                "/v2/stocks/"
                "bars?symbols=SPY,AAPL&timeframe=5Min&start=2026-11-16T14:30:00Z&end=2026-11-16T20:59:00Z"
                "&limit=50" +
                    (token.empty() ? "" : "&page_token=" + token))
                .json();
        for (const auto& [symbol, list] : page["bars"].items())
            for (const json& bar : list) {
                const std::string key = symbol + bar["t"].get<std::string>();
                EXPECT_LT(last, key);
                last = key;
                ++bars;
            }
        token = page["next_page_token"].is_null() ? "" : page["next_page_token"].get<std::string>();
        ++pages;
    } while (!token.empty() && pages < 20);
    EXPECT_EQ(bars, 2U * 78U);
    EXPECT_EQ(pages, 4);
    const json days =
        get(m_port, "/v2/stocks/SPY/bars?timeframe=1Day&start=2026-11-02&end=2026-11-17&sort=desc").json();
    EXPECT_EQ(days["bars"].size(), 12U);
    EXPECT_EQ(days["bars"][0]["t"], "2026-11-17T05:00:00Z");
    EXPECT_EQ(get(m_port, "/v2/stocks/SPY/bars?timeframe=7Fortnight").status, 400U);
    EXPECT_EQ(get(m_port, "/v2/stocks/bars?symbols=spy&timeframe=1Min").status, 400U);
    EXPECT_EQ(get(m_port, "/v2/stocks/bars?symbols=SPY&timeframe=1Min&page_token=zz").status, 400U);
    EXPECT_EQ(get(m_port, "/v2/stocks/bars?symbols=SPY&timeframe=1Min&limit=0").status, 400U);
}

TEST(SandboxPlan, RefusesAWholeSubscriptionAboveTheNumberOfSymbolsAndKeepsTheOldOnes) {
    SandboxConfig config;
    config.stockSymbols = 2;
    SandboxServer server(config);
    const auto address = server.start();
    ASSERT_TRUE(address.ok());
    Socket socket(address->port, "/v2/sip", keys());
    socket.readJson();
    EXPECT_EQ(socket.readJson()[0]["msg"], "authenticated");
    const auto answerTo = [&socket](const char* request) {
        socket.sendText(request);
        return socket.readUntil([](const json& frame) {
            return frame.is_array() && !frame.empty() &&
                   (frame[0]["T"] == "subscription" || frame[0]["T"] == "error");
        })[0];
    };
    EXPECT_EQ(answerTo(R"({"action":"subscribe","trades":["SPY"],"quotes":["SPY","QQQ"],"bars":["*"]})")["T"],
              "subscription");
    EXPECT_EQ(answerTo(R"({"action":"subscribe","quotes":["AAPL"]})")["code"], 405);
    EXPECT_EQ(answerTo(R"({"action":"subscribe","trades":["QQQ"]})")["quotes"], json::array({"QQQ", "SPY"}));
    EXPECT_EQ(answerTo(R"({"action":"unsubscribe","trades":["QQQ"],"quotes":["QQQ"]})")["T"], "subscription");
    EXPECT_EQ(answerTo(R"({"action":"subscribe","quotes":["AAPL"]})")["quotes"],
              json::array({"AAPL", "SPY"}));
}

} // namespace
} // namespace strikedesk::sandboxtest
