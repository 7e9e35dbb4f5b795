// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/alpaca_market_stream.h"
#include "core/io/venues/alpaca/alpaca_trade_updates.h"
#include "tests/integration/alpaca/rig.h"

#include <QHostAddress>
#include <QPointer>
#include <QWebSocket>
#include <QWebSocketServer>

#include <gtest/gtest.h>
#include <msgpack.hpp>

namespace strikedesk::alpaca {
namespace {

using test::testKeys;
using test::waitUntil;

StreamTuning quick() {
    StreamTuning tuning;
    tuning.backoff = {Duration::milliseconds(10), Duration::milliseconds(50)};
    tuning.loginWithin = Duration::milliseconds(2'000);
    tuning.afterConnectionLimit = Duration::milliseconds(300);
    return tuning;
}

/// A venue socket that plays the script it is given.
class FakeVenue {
public:
    using Script = std::function<void(QWebSocket&, const std::string& message)>;

    FakeVenue() : m_server(QStringLiteral("venue"), QWebSocketServer::NonSecureMode) {
        m_server.listen(QHostAddress::LocalHost, 0);
        QObject::connect(&m_server, &QWebSocketServer::newConnection, &m_server, [this] {
            QWebSocket* socket = m_server.nextPendingConnection();
            ++connections;
            peer = socket;
            contentType = socket->request().rawHeader("Content-Type").toStdString();
            QObject::connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
            const auto take = [this, socket](const std::string& message) {
                received.push_back(message);
                if (script)
                    script(*socket, message);
            };
            QObject::connect(socket, &QWebSocket::textMessageReceived, &m_server,
                             [take](const QString& text) { take(text.toStdString()); });
            QObject::connect(socket, &QWebSocket::binaryMessageReceived, &m_server,
                             [take](const QByteArray& bytes) { take(bytes.toStdString()); });
            if (greet)
                greet(*socket);
        });
    }
    AlpacaEndpoints endpoints() const { return AlpacaEndpoints::sandbox(m_server.serverPort()); }

    Script script;
    std::function<void(QWebSocket&)> greet;
    QPointer<QWebSocket> peer;
    std::vector<std::string> received;
    std::string contentType;
    int connections = 0;

private:
    QWebSocketServer m_server;
};

void say(QWebSocket& socket, const char* text) { socket.sendTextMessage(QString::fromUtf8(text)); }

class TradeUpdatesTest : public ::testing::Test {
protected:
    TradeUpdatesTest() {
        m_venue.script = [](QWebSocket& socket, const std::string& message) {
            if (message.find("\"authenticate\"") != std::string::npos)
                say(socket,
                    R"({"stream":"authorization","data":{"status":"authorized","action":"authenticate"}})");
            else
                say(socket, R"({"stream":"listening","data":{"streams":["trade_updates"]}})");
        };
    }
    TradeUpdatesHandlers handlers() {
        TradeUpdatesHandlers h;
        h.updated = [this](const trade::OrderUpdate& update) { m_updates.push_back(update); };
        h.stateChanged = [this](const StreamStatus& status) { m_states.push_back(status); };
        h.malformed = [this](const Error&) { ++m_malformed; };
        return h;
    }
    FakeVenue m_venue;
    std::vector<trade::OrderUpdate> m_updates;
    std::vector<StreamStatus> m_states;
    int m_malformed = 0;
};

const char* const kFill =
    R"({"stream":"trade_updates","data":{"event":"fill","execution_id":"e1","price":"2.10","qty":"1",)"
    R"("order":{"id":"o1","status":"filled","filled_qty":"1"}}})";

TEST_F(TradeUpdatesTest, LogsInListensAndReadsTextAndBinaryFramesAlike) {
    AlpacaTradeUpdates stream(m_venue.endpoints(), testKeys(), handlers(), quick());
    stream.start();
    ASSERT_TRUE(waitUntil([&] { return stream.status().phase == StreamPhase::Live; }));
    ASSERT_EQ(m_venue.received.size(), 2u);
    EXPECT_NE(m_venue.received[0].find("canary-secret-7731"), std::string::npos);
    say(*m_venue.peer, kFill);
    m_venue.peer->sendBinaryMessage(QByteArray(kFill));
    ASSERT_TRUE(waitUntil([&] { return m_updates.size() == 2; }));
    EXPECT_EQ(m_updates[1].price, Price::fromCents(210));
    for (const StreamStatus& status : m_states)
        EXPECT_EQ(status.reason.find("canary"), std::string::npos);
}

TEST_F(TradeUpdatesTest, RefusedKeysStopItForGood) {
    m_venue.script = [](QWebSocket& socket, const std::string&) {
        say(socket, R"({"stream":"authorization","data":{"status":"unauthorized","action":"authenticate"}})");
    };
    AlpacaTradeUpdates stream(m_venue.endpoints(), testKeys(), handlers(), quick());
    stream.start();
    ASSERT_TRUE(waitUntil([&] { return stream.status().phase == StreamPhase::Refused; }));
    ASSERT_TRUE(waitUntil([&] { return m_venue.peer.isNull(); }));
    EXPECT_EQ(m_venue.connections, 1);
    EXPECT_EQ(stream.status().phase, StreamPhase::Refused);
}

TEST_F(TradeUpdatesTest, ComesBackAndSaysLiveAgainSoThatTheOwnerSweeps) {
    AlpacaTradeUpdates stream(m_venue.endpoints(), testKeys(), handlers(), quick());
    stream.start();
    for (int round = 1; round <= 3; ++round) {
        ASSERT_TRUE(waitUntil(
            [&] { return m_venue.connections == round && stream.status().phase == StreamPhase::Live; }));
        m_venue.peer->close();
        ASSERT_TRUE(waitUntil([&] { return stream.status().phase != StreamPhase::Live; }));
    }
}

TEST_F(TradeUpdatesTest, AFrameItCannotReadIsReportedAndTheThirdInARowReopens) {
    AlpacaTradeUpdates stream(m_venue.endpoints(), testKeys(), handlers(), quick());
    stream.start();
    ASSERT_TRUE(waitUntil([&] { return stream.status().phase == StreamPhase::Live; }));
    say(*m_venue.peer, "garbage");
    say(*m_venue.peer, kFill);
    say(*m_venue.peer, "garbage");
    say(*m_venue.peer, "[]");
    ASSERT_TRUE(waitUntil([&] { return m_malformed == 3 && m_updates.size() == 1; }));
    EXPECT_EQ(m_venue.connections, 1);
    say(*m_venue.peer, "{");
    ASSERT_TRUE(
        waitUntil([&] { return m_venue.connections == 2 && stream.status().phase == StreamPhase::Live; }));
    EXPECT_EQ(stream.status().malformedFrames, 4);
}

TEST_F(TradeUpdatesTest, ALoginThatIsNeverAnsweredIsTriedAgain) {
    m_venue.script = {};
    StreamTuning tuning = quick();
    tuning.loginWithin = Duration::milliseconds(100);
    AlpacaTradeUpdates stream(m_venue.endpoints(), testKeys(), handlers(), tuning);
    stream.start();
    EXPECT_TRUE(waitUntil([&] { return m_venue.connections >= 2; }));
}

class MarketStreamTest : public ::testing::Test {
protected:
    MarketStreamTest() {
        m_venue.greet = [](QWebSocket& socket) { say(socket, R"([{"T":"success","msg":"connected"}])"); };
        m_venue.script = [](QWebSocket& socket, const std::string& message) {
            if (message.find("\"auth\"") != std::string::npos)
                say(socket, R"([{"T":"success","msg":"authenticated"}])");
            else
                say(socket, R"([{"T":"subscription","trades":[],"quotes":["AAPL"],"bars":[]}])");
        };
    }
    MarketStreamHandlers handlers() {
        MarketStreamHandlers h;
        h.quote = [this](const market::Quote& quote) { m_quotes.push_back(quote); };
        h.bar = [this](const Symbol&, const market::Bar&, market::BarKind kind) { m_bars.push_back(kind); };
        h.stateChanged = [this](const StreamStatus& status) { m_phases.push_back(status.phase); };
        h.problem = [this](const Error& error) { m_problems.push_back(error.messageId); };
        h.overLimit = [this](std::size_t asked, std::size_t delivered) {
            m_refused.emplace_back(asked, delivered);
        };
        return h;
    }
    FakeVenue m_venue;
    std::vector<std::pair<std::size_t, std::size_t>> m_refused; ///< asked, delivered
    std::vector<market::Quote> m_quotes;
    std::vector<market::BarKind> m_bars;
    std::vector<StreamPhase> m_phases;
    std::vector<std::string> m_problems;
};

DesiredChannels quotesOf(std::initializer_list<const char*> names) {
    DesiredChannels desired;
    for (const char* name : names)
        desired.quotes.insert(Symbol::of(name));
    return desired;
}

TEST_F(MarketStreamTest, KeepsTheDesiredSetAcrossReconnects) {
    AlpacaStockStream stream(m_venue.endpoints(), testKeys(), handlers(), quick());
    DesiredChannels desired = quotesOf({"AAPL"});
    desired.bars.insert(Symbol::of("SPY"));
    stream.setDesired(desired);
    stream.start();
    ASSERT_TRUE(waitUntil([&] { return stream.status().phase == StreamPhase::Live; }));
    const std::string subscribe =
        R"({"action":"subscribe","quotes":["AAPL"],"bars":["SPY"],"updatedBars":["SPY"]})";
    EXPECT_EQ(m_venue.received.at(1), subscribe);
    say(*m_venue.peer,
        R"([{"T":"q","S":"AAPL","bp":1.05,"ap":1.06,"t":"2026-03-02T14:30:00Z"},{"T":"u","S":"SPY","o":1,"h":1,"l":1,"c":1,"v":1,"t":"2026-03-02T14:30:00Z"}])");
    ASSERT_TRUE(waitUntil([&] { return m_quotes.size() == 1 && m_bars.size() == 1; }));
    EXPECT_EQ(m_bars[0], market::BarKind::Updated);
    m_venue.peer->abort();
    ASSERT_TRUE(
        waitUntil([&] { return m_venue.connections == 2 && stream.status().phase == StreamPhase::Live; }));
    EXPECT_EQ(m_venue.received.at(3), subscribe);
}

TEST_F(MarketStreamTest, OnlyTheDifferenceIsSent) {
    AlpacaStockStream stream(m_venue.endpoints(), testKeys(), handlers(), quick());
    stream.setDesired(quotesOf({"AAPL", "MSFT"}));
    stream.start();
    ASSERT_TRUE(waitUntil([&] { return stream.status().phase == StreamPhase::Live; }));
    stream.setDesired(quotesOf({"MSFT", "TSLA"}));
    ASSERT_TRUE(waitUntil([&] { return m_venue.received.size() == 4; }));
    EXPECT_EQ(m_venue.received[2], R"({"action":"unsubscribe","quotes":["AAPL"]})");
    EXPECT_EQ(m_venue.received[3], R"({"action":"subscribe","quotes":["TSLA"]})");
    stream.setDesired(quotesOf({"MSFT", "TSLA"}));
    stream.stop();
    ASSERT_TRUE(waitUntil([&] { return stream.status().phase == StreamPhase::Stopped; }));
    EXPECT_EQ(m_venue.received.size(), 4u);
}

TEST_F(MarketStreamTest, AuthFailureAndAMissingPlanStopItForGood) {
    for (const char* fault : {R"([{"T":"error","code":402,"msg":"auth failed"}])",
                              R"([{"T":"error","code":409,"msg":"insufficient subscription"}])"}) {
        FakeVenue venue;
        venue.script = [fault](QWebSocket& socket, const std::string&) { say(socket, fault); };
        AlpacaStockStream stream(venue.endpoints(), testKeys(), handlers(), quick());
        stream.start();
        ASSERT_TRUE(
            waitUntil([&] { return stream.status().phase == StreamPhase::Refused && venue.peer.isNull(); }));
        EXPECT_EQ(venue.connections, 1);
    }
}

TEST_F(MarketStreamTest, AConnectionLimitWaitsForTheOldSession) {
    m_venue.script = [](QWebSocket& socket, const std::string&) {
        say(socket, R"([{"T":"error","code":406,"msg":"connection limit exceeded"}])");
    };
    AlpacaStockStream stream(m_venue.endpoints(), testKeys(), handlers(), quick());
    stream.start();
    const test::RealClock clock;
    ASSERT_TRUE(waitUntil([&] { return stream.status().phase == StreamPhase::Waiting; }));
    const MonoTime before = clock.now().mono;
    ASSERT_TRUE(waitUntil([&] { return m_venue.connections == 2; }));
    EXPECT_GE(clock.now().mono - before, Duration::milliseconds(250));
    EXPECT_EQ(m_problems.at(0), "alpaca.stream.406");
}

TEST_F(MarketStreamTest, ASymbolLimitKeepsTheConnectionAndAsksAgainForWhatWasRefused) {
    bool refuses = true;
    m_venue.script = [&](QWebSocket& socket, const std::string& message) {
        if (message.find("\"auth\"") != std::string::npos)
            say(socket, R"([{"T":"success","msg":"authenticated"}])");
        else if (refuses)
            say(socket, R"([{"T":"error","code":405,"msg":"symbol limit exceeded"}])");
        else
            say(socket, R"([{"T":"subscription","quotes":["AAPL"]}])");
    };
    AlpacaStockStream stream(m_venue.endpoints(), testKeys(), handlers(), quick());
    DesiredChannels desired = quotesOf({"AAPL", "MSFT"});
    desired.trades = {Symbol::of("AAPL"), Symbol::of("SPY")};
    desired.bars = {Symbol::of("IWM")};
    stream.setDesired(desired);
    stream.start();
    ASSERT_TRUE(waitUntil([&] { return stream.status().phase == StreamPhase::Live; }));
    ASSERT_TRUE(waitUntil([&] { return m_refused.size() == 1; }));
    EXPECT_EQ(m_refused[0], (std::pair<std::size_t, std::size_t>{3, 0})) << "bars are not counted";
    EXPECT_TRUE(m_problems.empty());
    refuses = false;
    stream.setDesired(quotesOf({"AAPL"}));
    ASSERT_TRUE(waitUntil([&] { return m_venue.received.size() == 3; }));
    EXPECT_EQ(m_venue.received[2], R"({"action":"subscribe","quotes":["AAPL"]})");
    EXPECT_EQ(m_venue.connections, 1);
}

TEST_F(MarketStreamTest, AChangeWaitsForTheAnswerBeforeSoThatARefusalIsUnderstood) {
    m_venue.script = [](QWebSocket& socket, const std::string& message) {
        if (message.find("\"auth\"") != std::string::npos)
            say(socket, R"([{"T":"success","msg":"authenticated"}])");
    };
    AlpacaStockStream stream(m_venue.endpoints(), testKeys(), handlers(), quick());
    stream.setDesired(quotesOf({"AAPL", "MSFT"}));
    stream.start();
    ASSERT_TRUE(waitUntil([&] { return m_venue.received.size() == 2; }));
    stream.setDesired(quotesOf({"TSLA"}));
    say(*m_venue.peer, R"([{"T":"error","code":405,"msg":"symbol limit exceeded"}])");
    ASSERT_TRUE(waitUntil([&] { return m_venue.received.size() == 3; }));
    EXPECT_EQ(m_venue.received[2], R"({"action":"subscribe","quotes":["TSLA"]})")
        << "what was refused needs no unsubscribing";
}

TEST_F(MarketStreamTest, ASubscriptionThatIsNeverAnsweredIsAskedOnANewConnection) {
    m_venue.script = [](QWebSocket& socket, const std::string& message) {
        if (message.find("\"auth\"") != std::string::npos)
            say(socket, R"([{"T":"success","msg":"authenticated"}])");
    };
    StreamTuning tuning = quick();
    tuning.loginWithin = Duration::milliseconds(100);
    AlpacaStockStream stream(m_venue.endpoints(), testKeys(), handlers(), tuning);
    stream.setDesired(quotesOf({"AAPL"}));
    stream.start();
    EXPECT_TRUE(waitUntil([&] { return m_venue.connections >= 2; }));
}

std::string packedFrame(const char* kind, const char* words) {
    msgpack::sbuffer buffer;
    msgpack::pack(buffer, std::vector<std::map<std::string, std::string>>{{{"T", kind}, {"msg", words}}});
    return {buffer.data(), buffer.size()};
}

TEST_F(MarketStreamTest, TheOptionStreamSpeaksMessagePackOnly) {
    m_venue.greet = {};
    m_venue.script = [](QWebSocket& socket, const std::string& message) {
        const auto words = msgpack::unpack(message.data(), message.size());
        const bool isAuth =
            words.get().as<std::map<std::string, msgpack::object>>().at("action").as<std::string>() == "auth";
        socket.sendBinaryMessage(QByteArray::fromStdString(isAuth ? packedFrame("success", "authenticated")
                                                                  : packedFrame("subscription", "")));
    };
    AlpacaOptionStream stream(m_venue.endpoints(), testKeys(), handlers(), quick());
    stream.setDesired(quotesOf({"AAPL250620C00100000"}));
    stream.start();
    ASSERT_TRUE(waitUntil([&] { return stream.status().phase == StreamPhase::Live; }));
    EXPECT_EQ(m_venue.contentType, "application/msgpack");
    m_venue.peer->sendBinaryMessage(QByteArray("\xc1garbage"));
    ASSERT_TRUE(waitUntil([&] { return m_problems.size() == 1; }));
    EXPECT_EQ(stream.status().malformedFrames, 1);
    EXPECT_EQ(stream.status().phase, StreamPhase::Live);
}

} // namespace
} // namespace strikedesk::alpaca
