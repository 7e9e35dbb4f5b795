// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/polygon_stream.h"
#include "tests/integration/polygon/rig.h"

#include <QHostAddress>
#include <QPointer>
#include <QTimer>
#include <QWebSocket>
#include <QWebSocketServer>

#include <gtest/gtest.h>

#include <algorithm>

namespace strikedesk::polygon {
namespace {

using test::testKey;
using test::waitUntil;
using venues::DesiredChannels;
using venues::StreamPhase;

venues::StreamTuning quick() {
    venues::StreamTuning tuning;
    tuning.backoff = {Duration::milliseconds(10), Duration::milliseconds(50)};
    tuning.loginWithin = Duration::milliseconds(2'000);
    tuning.afterConnectionLimit = Duration::milliseconds(30);
    return tuning;
}

void say(QWebSocket& socket, const std::string& text) {
    socket.sendTextMessage(QString::fromStdString(text));
}

std::string statusFrame(const std::string& word, const std::string& message) {
    return R"([{"ev":"status","status":")" + word + R"(","message":")" + message + "\"}]";
}

/// What a message of ours asks for ("subscribe", "auth") and its parameters.
std::string actionOf(const std::string& message) {
    const std::size_t from = message.find(R"("action":")") + 10;
    return message.substr(from, message.find('"', from) - from);
}
std::string paramsOf(const std::string& message) {
    const std::size_t from = message.find(R"("params":")") + 10;
    return message.substr(from, message.find('"', from) - from);
}

/// A socket server that greets, accepts the key, and acknowledges item by item.
class FakePolygon {
public:
    FakePolygon() : m_server(QStringLiteral("polygon"), QWebSocketServer::NonSecureMode) {
        m_server.listen(QHostAddress::LocalHost, 0);
        QObject::connect(&m_server, &QWebSocketServer::newConnection, &m_server, [this] {
            QWebSocket* socket = m_server.nextPendingConnection();
            ++connections;
            peer = socket;
            path = socket->requestUrl().path().toStdString();
            QObject::connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
            QObject::connect(socket, &QWebSocket::textMessageReceived, &m_server,
                             [this, socket](const QString& text) { take(*socket, text.toStdString()); });
            say(*socket, statusFrame("connected", "Connected Successfully"));
        });
    }
    PolygonEndpoints endpoints() const { return PolygonEndpoints::sandbox(m_server.serverPort()); }
    /// Parameters of every message of one action.
    std::vector<std::string> asked(const std::string& action) const {
        std::vector<std::string> params;
        for (const std::string& message : received)
            if (actionOf(message) == action)
                params.push_back(paramsOf(message));
        return params;
    }

    /// Replaces the usual answer to a subscription or an unsubscription.
    std::function<void(QWebSocket&, const std::string& item, bool isJoined)> answerItem;
    std::function<void(QWebSocket&)> answerAuth;
    QPointer<QWebSocket> peer;
    std::vector<std::string> received;
    std::string path;
    int connections = 0;

private:
    void take(QWebSocket& socket, const std::string& message) {
        received.push_back(message);
        const std::string action = actionOf(message);
        if (action == "auth") {
            if (answerAuth)
                return answerAuth(socket);
            return say(socket, statusFrame("auth_success", "authenticated"));
        }
        for (const std::string& item : itemsIn(paramsOf(message)))
            if (answerItem)
                answerItem(socket, item, action == "subscribe");
            else
                say(socket, statusFrame("success", action + "d to: " + item));
    }

    QWebSocketServer m_server;
};

class PolygonStreamTest : public ::testing::Test {
protected:
    venues::MarketStreamHandlers handlers() {
        venues::MarketStreamHandlers h;
        h.quote = [this](const market::Quote& quote) { m_quotes.push_back(quote); };
        h.trade = [this](const market::TradePrint& print) { m_trades.push_back(print); };
        h.bar = [this](const Symbol&, const market::Bar&, market::BarKind kind) { m_bars.push_back(kind); };
        h.secondBar = [this](const Symbol&, const market::Bar& bar) { m_seconds.push_back(bar); };
        h.indexValue = [this](const Symbol& symbol, Price value, Timestamp) {
            m_values.emplace_back(symbol, value);
        };
        h.priceBand = [this](const venues::PriceBand&) { ++m_bands; };
        h.confirmed = [this](const DesiredChannels& channels) { m_confirmed = channels; };
        h.stateChanged = [this](const venues::StreamStatus& status) { m_reasons.push_back(status.reason); };
        h.problem = [this](const Error& error) { m_problems.push_back(error.messageId); };
        h.overLimit = [this](std::size_t asked, std::size_t given) { m_limits.emplace_back(asked, given); };
        return h;
    }
    bool becomes(const PolygonStream& stream, StreamPhase phase) {
        return waitUntil([&] { return stream.status().phase == phase; });
    }
    FakePolygon m_venue;
    std::vector<market::Quote> m_quotes;
    std::vector<market::TradePrint> m_trades;
    std::vector<market::BarKind> m_bars;
    std::vector<market::Bar> m_seconds;
    std::vector<std::pair<Symbol, Price>> m_values;
    DesiredChannels m_confirmed;
    std::vector<std::string> m_reasons;
    std::vector<std::string> m_problems;
    std::vector<std::pair<std::size_t, std::size_t>> m_limits;
    int m_bands = 0;
};

DesiredChannels channels() {
    DesiredChannels desired;
    desired.trades = {Symbol::of("AAPL"), Symbol::of("SPX")};
    desired.quotes = {Symbol::of("AAPL"), Symbol::of("SPY251219C00650000")};
    desired.bars = {Symbol::of("SPY")};
    return desired;
}

DesiredChannels quotesOf(std::initializer_list<const char*> names) {
    DesiredChannels desired;
    for (const char* name : names)
        desired.quotes.insert(Symbol::of(name));
    return desired;
}

TEST_F(PolygonStreamTest, LogsInAfterTheGreetingAndAsksForWhatItsClusterHas) {
    PolygonStream stream(Cluster::Stocks, m_venue.endpoints(), testKey(), handlers(), quick());
    stream.setDesired(channels());
    stream.start();
    ASSERT_TRUE(becomes(stream, StreamPhase::Live));
    EXPECT_EQ(m_venue.path, "/stocks");
    EXPECT_EQ(m_venue.asked("auth"), std::vector<std::string>{"canary-key-4711"});
    EXPECT_EQ(m_venue.asked("subscribe"), std::vector<std::string>{"AM.SPY,Q.AAPL,T.AAPL"});
    EXPECT_EQ(m_confirmed.quotes, std::set<Symbol>{Symbol::of("AAPL")});
    EXPECT_EQ(m_confirmed.bars, std::set<Symbol>{Symbol::of("SPY")});
    for (const std::string& reason : m_reasons)
        EXPECT_EQ(reason.find("canary"), std::string::npos);
}

TEST_F(PolygonStreamTest, TheOtherClustersAskForTheirs) {
    for (const auto& [cluster, path, items] :
         {std::tuple(Cluster::Options, "/options", "Q.O:SPY251219C00650000"),
          std::tuple(Cluster::Indices, "/indices", "V.I:SPX")}) {
        FakePolygon venue;
        PolygonStream stream(cluster, venue.endpoints(), testKey(), handlers(), quick());
        stream.setDesired(channels());
        stream.start();
        ASSERT_TRUE(becomes(stream, StreamPhase::Live));
        EXPECT_EQ(venue.path, path);
        EXPECT_EQ(venue.asked("subscribe"), std::vector<std::string>{items});
    }
}

TEST_F(PolygonStreamTest, DeliversValuesAndTellsACorrectedMinuteFromANewOne) {
    PolygonStream stream(Cluster::Stocks, m_venue.endpoints(), testKey(), handlers(), quick());
    stream.setDesired(channels());
    stream.start();
    ASSERT_TRUE(becomes(stream, StreamPhase::Live));
    const auto minute = [&](const char* start) {
        say(*m_venue.peer,
            std::string(R"([{"ev":"AM","sym":"SPY","o":1,"h":2,"l":1,"c":1,"v":5,"s":)") + start + "}]");
    };
    minute("1764599400000");
    minute("1764599460000");
    minute("1764599400000");
    minute("1764599520000");
    say(*m_venue.peer, R"([{"ev":"A","sym":"SPY","o":1,"h":2,"l":1,"c":1,"v":5,"s":1764599400000},
        {"ev":"Q","sym":"AAPL","bp":1,"ap":2,"t":1764599400000},{"ev":"T","sym":"AAPL","p":1,"s":5,"t":1764599400000},
        {"ev":"LULD","T":"AAPL","h":2,"l":1,"t":1764599400000},{"ev":"V","T":"I:SPX","val":6000.25,"t":1764599400000}])");
    ASSERT_TRUE(waitUntil([&] { return m_values.size() == 1; }));
    using market::BarKind;
    EXPECT_EQ(m_bars, (std::vector{BarKind::Minute, BarKind::Minute, BarKind::Updated, BarKind::Minute}));
    EXPECT_EQ(m_seconds.size(), 1u);
    EXPECT_EQ(m_quotes.size(), 1u);
    EXPECT_EQ(m_trades.size(), 1u);
    EXPECT_EQ(m_bands, 1);
    EXPECT_EQ(m_values[0].second, Price::fromCents(600'025));
}

TEST_F(PolygonStreamTest, OnlyTheDifferenceIsSentAndOnlyAfterTheAnswersBefore) {
    PolygonStream stream(Cluster::Stocks, m_venue.endpoints(), testKey(), handlers(), quick());
    std::vector<std::string> held;
    m_venue.answerItem = [&](QWebSocket&, const std::string& item, bool) { held.push_back(item); };
    stream.setDesired(quotesOf({"AAPL", "MSFT"}));
    stream.start();
    ASSERT_TRUE(waitUntil([&] { return held.size() == 2; }));
    stream.setDesired(quotesOf({"MSFT", "TSLA"}));
    stream.setDesired(quotesOf({"MSFT", "NVDA"}));
    m_venue.answerItem = {};
    for (const std::string& item : held)
        say(*m_venue.peer, statusFrame("success", "subscribed to: " + item));
    ASSERT_TRUE(waitUntil([&] { return m_confirmed == quotesOf({"MSFT", "NVDA"}); }));
    ASSERT_TRUE(becomes(stream, StreamPhase::Live));
    EXPECT_EQ(m_venue.asked("subscribe"), (std::vector<std::string>{"Q.AAPL,Q.MSFT", "Q.NVDA"}));
    EXPECT_EQ(m_venue.asked("unsubscribe"), std::vector<std::string>{"Q.AAPL"});
    stream.setDesired(quotesOf({}));
    ASSERT_TRUE(waitUntil([&] { return m_confirmed == DesiredChannels(); }));
    EXPECT_EQ(stream.status().phase, StreamPhase::Live);
}

TEST_F(PolygonStreamTest, SubscribesAgainOnEveryConnection) {
    PolygonStream stream(Cluster::Stocks, m_venue.endpoints(), testKey(), handlers(), quick());
    stream.setDesired(quotesOf({"AAPL"}));
    stream.start();
    for (int round = 1; round <= 3; ++round) {
        ASSERT_TRUE(waitUntil(
            [&] { return m_venue.connections == round && stream.status().phase == StreamPhase::Live; }));
        EXPECT_EQ(m_confirmed, quotesOf({"AAPL"}));
        m_venue.peer->abort();
        ASSERT_TRUE(waitUntil([&] { return stream.status().phase != StreamPhase::Live; }));
        EXPECT_EQ(m_confirmed, DesiredChannels()) << "nothing is delivered while it is down";
    }
    EXPECT_EQ(m_venue.asked("subscribe").size(), 3u);
}

TEST_F(PolygonStreamTest, ARefusedKeyStopsItForGood) {
    m_venue.answerAuth = [](QWebSocket& socket) {
        say(socket, statusFrame("auth_failed", "authentication failed"));
    };
    PolygonStream stream(Cluster::Stocks, m_venue.endpoints(), testKey(), handlers(), quick());
    stream.start();
    ASSERT_TRUE(becomes(stream, StreamPhase::Refused));
    ASSERT_TRUE(waitUntil([&] { return m_venue.peer.isNull(); }));
    EXPECT_EQ(m_venue.connections, 1);
    EXPECT_NE(stream.status().reason.find("authentication failed"), std::string::npos);
}

TEST_F(PolygonStreamTest, AnotherProgramOnTheKeyIsFoundOutAfterThreeEvictions) {
    m_venue.answerItem = [](QWebSocket& socket, const std::string& item, bool) {
        say(socket, statusFrame("success", "subscribed to: " + item));
        say(socket, statusFrame("max_connections", "Maximum number of websocket connections exceeded."));
        socket.close();
    };
    PolygonStream stream(Cluster::Stocks, m_venue.endpoints(), testKey(), handlers(), quick());
    stream.setDesired(quotesOf({"AAPL"}));
    stream.start();
    ASSERT_TRUE(becomes(stream, StreamPhase::Refused));
    EXPECT_EQ(m_venue.connections, 3);
    EXPECT_EQ(m_problems, (std::vector<std::string>(2, "polygon.stream.max_connections")));
    EXPECT_NE(stream.status().reason.find("Another program uses this data key"), std::string::npos);
}

TEST_F(PolygonStreamTest, EvictionsWithPeaceBetweenAreNotAnotherProgram) {
    int evictions = 0;
    m_venue.answerItem = [&](QWebSocket& socket, const std::string& item, bool) {
        say(socket, statusFrame("success", "subscribed to: " + item));
    };
    venues::StreamTuning tuning = quick();
    tuning.settled = Duration::milliseconds(1);
    PolygonStream stream(Cluster::Stocks, m_venue.endpoints(), testKey(), handlers(), tuning);
    stream.setDesired(quotesOf({"AAPL"}));
    stream.start();
    for (; evictions < 4; ++evictions) {
        ASSERT_TRUE(waitUntil([&] {
            return m_venue.connections == evictions + 1 && stream.status().phase == StreamPhase::Live;
        }));
        // A timer of the stream's own span, so that its peace is over before this one ends.
        bool isOver = false;
        QTimer::singleShot(20, &stream, [&] { isOver = true; });
        ASSERT_TRUE(waitUntil([&] { return isOver; }));
        say(*m_venue.peer, statusFrame("max_connections", ""));
    }
    ASSERT_TRUE(
        waitUntil([&] { return m_venue.connections == 5 && stream.status().phase == StreamPhase::Live; }));
}

TEST_F(PolygonStreamTest, WhatThePlanLacksIsSaidAndTheRestGoesOn) {
    m_venue.answerItem = [](QWebSocket& socket, const std::string& item, bool) {
        if (item.starts_with("Q."))
            say(socket, statusFrame("error", "not authorized to subscribe to: " + item));
        else
            say(socket, statusFrame("success", "subscribed to: " + item));
    };
    PolygonStream stream(Cluster::Stocks, m_venue.endpoints(), testKey(), handlers(), quick());
    stream.setDesired(channels());
    stream.start();
    ASSERT_TRUE(becomes(stream, StreamPhase::Live));
    EXPECT_TRUE(m_confirmed.quotes.empty());
    EXPECT_EQ(m_confirmed.trades, std::set<Symbol>{Symbol::of("AAPL")});
    EXPECT_EQ(m_problems, std::vector<std::string>{"polygon.stream.not_entitled"});
}

TEST_F(PolygonStreamTest, APlanWithoutAnyOfItIsRefused) {
    m_venue.answerItem = [](QWebSocket& socket, const std::string&, bool) {
        say(socket, statusFrame("not_authorized", "You are not entitled to this data."));
    };
    PolygonStream stream(Cluster::Stocks, m_venue.endpoints(), testKey(), handlers(), quick());
    stream.setDesired(quotesOf({"AAPL", "MSFT"}));
    stream.start();
    ASSERT_TRUE(becomes(stream, StreamPhase::Refused));
}

TEST_F(PolygonStreamTest, AnItemThatIsNeverAnsweredDoesNotHoldTheOthers) {
    m_venue.answerItem = [](QWebSocket& socket, const std::string& item, bool) {
        if (item != "Q.MSFT")
            say(socket, statusFrame("success", "subscribed to: " + item));
    };
    venues::StreamTuning tuning = quick();
    tuning.loginWithin = Duration::milliseconds(150);
    PolygonStream stream(Cluster::Stocks, m_venue.endpoints(), testKey(), handlers(), tuning);
    stream.setDesired(quotesOf({"AAPL", "MSFT"}));
    stream.start();
    ASSERT_TRUE(becomes(stream, StreamPhase::Live));
    EXPECT_EQ(m_problems, std::vector<std::string>{"polygon.stream.unanswered"});
    EXPECT_EQ(m_confirmed, quotesOf({"AAPL"}));
    EXPECT_EQ(m_venue.connections, 1);
}

TEST_F(PolygonStreamTest, ALoginThatIsNeverAnsweredIsTriedAgain) {
    m_venue.answerAuth = [](QWebSocket&) {};
    venues::StreamTuning tuning = quick();
    tuning.loginWithin = Duration::milliseconds(100);
    PolygonStream stream(Cluster::Stocks, m_venue.endpoints(), testKey(), handlers(), tuning);
    stream.start();
    EXPECT_TRUE(waitUntil([&] { return m_venue.connections >= 2; }));
}

TEST_F(PolygonStreamTest, FramesThatCannotBeReadAreReportedAndTheThirdInARowReopens) {
    PolygonStream stream(Cluster::Stocks, m_venue.endpoints(), testKey(), handlers(), quick());
    stream.start();
    ASSERT_TRUE(becomes(stream, StreamPhase::Live));
    for (const char* frame : {"garbage", "[]", "{}", "[1]"})
        say(*m_venue.peer, frame);
    ASSERT_TRUE(waitUntil([&] { return stream.status().malformedFrames == 3; }));
    EXPECT_EQ(m_venue.connections, 1);
    say(*m_venue.peer, "[");
    ASSERT_TRUE(
        waitUntil([&] { return m_venue.connections == 2 && stream.status().phase == StreamPhase::Live; }));
}

TEST_F(PolygonStreamTest, AThousandContractQuotesAtMost) {
    DesiredChannels desired;
    for (int strike = 1; strike <= 1'200; ++strike) {
        char name[32];
        std::snprintf(name, sizeof name, "SPY251219C%08d", strike * 1'000);
        desired.quotes.insert(Symbol::of(name));
    }
    PolygonStream stream(Cluster::Options, m_venue.endpoints(), testKey(), handlers(), quick());
    stream.setDesired(desired);
    stream.start();
    ASSERT_TRUE(becomes(stream, StreamPhase::Live));
    EXPECT_EQ(m_confirmed.quotes.size(), 1'000u);
    EXPECT_EQ(m_limits, (std::vector<std::pair<std::size_t, std::size_t>>{{1'200, 1'000}}));
    EXPECT_EQ(m_venue.asked("subscribe").size(), 2u) << "in messages of five hundred";
}

} // namespace
} // namespace strikedesk::polygon
