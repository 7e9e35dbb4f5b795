// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/net/websocket_session.h"
#include "tests/integration/net/raw_server.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QWebSocket>
#include <QWebSocketServer>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace strikedesk::net {
namespace {

using test::waitUntil;

class WebSocketSessionTest : public ::testing::Test {
protected:
    WebSocketSessionTest() : m_server(QStringLiteral("peer"), QWebSocketServer::NonSecureMode) {
        m_server.listen(QHostAddress::LocalHost, 0);
        QObject::connect(&m_server, &QWebSocketServer::newConnection, &m_server, [this] {
            while (QWebSocket* socket = m_server.nextPendingConnection()) {
                ++m_accepted;
                ++m_openNow;
                m_mostOpen = std::max(m_mostOpen, m_openNow);
                m_peer = socket;
                m_keyHeader = socket->request().rawHeader("APCA-API-KEY-ID").toStdString();
                QObject::connect(socket, &QWebSocket::disconnected, &m_server, [this, socket] {
                    --m_openNow;
                    socket->deleteLater();
                });
                QObject::connect(socket, &QWebSocket::textMessageReceived, &m_server,
                                 [this](const QString& text) { m_received.push_back(text.toStdString()); });
            }
        });
    }

    WebSocketOptions options() const {
        WebSocketOptions o;
        o.url = "ws://127.0.0.1:" + std::to_string(m_server.serverPort()) + "/stream";
        o.headers = {{"APCA-API-KEY-ID", "key"}};
        o.handshake = Duration::milliseconds(500);
        o.pingEvery = Duration::milliseconds(100);
        o.pongWithin = Duration::milliseconds(300);
        o.closeWithin = Duration::milliseconds(300);
        o.backoff = {Duration::milliseconds(20), Duration::milliseconds(100)};
        return o;
    }
    WebSocketHandlers handlers() {
        WebSocketHandlers h;
        h.stateChanged = [this](SocketState state, const std::string& reason) {
            m_states.emplace_back(state, reason);
        };
        h.text = [this](std::string_view text) { m_texts.emplace_back(text); };
        h.binary = [this](std::string_view bytes) { m_binaries.emplace_back(bytes); };
        return h;
    }
    int timesIn(SocketState state) const {
        return static_cast<int>(
            std::count_if(m_states.begin(), m_states.end(), [&](const auto& s) { return s.first == state; }));
    }

    QWebSocketServer m_server;
    QPointer<QWebSocket> m_peer;
    std::string m_keyHeader;
    int m_accepted = 0;
    int m_openNow = 0;
    int m_mostOpen = 0;
    std::vector<std::string> m_received;
    std::vector<std::string> m_texts;
    std::vector<std::string> m_binaries;
    std::vector<std::pair<SocketState, std::string>> m_states;
};

TEST_F(WebSocketSessionTest, CarriesTextAndBinaryBothWaysAndItsHeaders) {
    WebSocketSession session(options(), handlers());
    EXPECT_FALSE(session.sendText("too early"));
    session.start();
    ASSERT_TRUE(waitUntil([&] { return session.state() == SocketState::Open && m_peer; }));
    EXPECT_EQ(m_keyHeader, "key");
    EXPECT_TRUE(session.sendText("hello \xE2\x82\xAC"));
    m_peer->sendTextMessage(QStringLiteral("good day"));
    m_peer->sendBinaryMessage(QByteArray("\x91\x80\x00\xff", 4));
    ASSERT_TRUE(waitUntil([&] { return !m_received.empty() && !m_texts.empty() && !m_binaries.empty(); }));
    EXPECT_EQ(m_received[0], "hello \xE2\x82\xAC");
    EXPECT_EQ(m_texts[0], "good day");
    EXPECT_EQ(m_binaries[0], std::string("\x91\x80\x00\xff", 4));
}

TEST_F(WebSocketSessionTest, ComesBackAfterThePeerClosedIt) {
    WebSocketSession session(options(), handlers());
    session.start();
    for (int round = 1; round <= 3; ++round) {
        ASSERT_TRUE(waitUntil([&] { return session.opened() == round && m_accepted == round && m_peer; }));
        m_peer->close();
        ASSERT_TRUE(waitUntil([&] { return timesIn(SocketState::Waiting) == round; }));
    }
    EXPECT_LE(m_mostOpen, 1);
    EXPECT_FALSE(m_states.back().second.empty());
}

TEST_F(WebSocketSessionTest, AsksAgainWithGrowingPausesWhileNobodyListens) {
    m_server.close();
    WebSocketSession session(options(), handlers());
    session.start();
    ASSERT_TRUE(waitUntil([&] { return timesIn(SocketState::Waiting) >= 4; }));
    EXPECT_EQ(session.opened(), 0);
}

TEST_F(WebSocketSessionTest, ReconnectClosesTheOldConnectionFirst) {
    WebSocketSession session(options(), handlers());
    session.start();
    ASSERT_TRUE(waitUntil([&] { return m_openNow == 1; }));
    session.reconnect("The order stream must be reopened.");
    ASSERT_TRUE(waitUntil([&] { return m_accepted == 2 && session.state() == SocketState::Open; }));
    EXPECT_EQ(m_mostOpen, 1);
    EXPECT_EQ(timesIn(SocketState::Closing), 1);
}

TEST_F(WebSocketSessionTest, StopStaysStopped) {
    WebSocketSession session(options(), handlers());
    session.start();
    ASSERT_TRUE(waitUntil([&] { return m_openNow == 1; }));
    session.stop("Not needed now.");
    ASSERT_TRUE(waitUntil([&] { return session.state() == SocketState::Stopped && m_openNow == 0; }));
    EXPECT_EQ(m_states.back().second, "Not needed now.");
    EXPECT_FALSE(session.sendText("x"));
    session.reconnect("ignored");
    EXPECT_EQ(session.state(), SocketState::Stopped);
    session.start();
    ASSERT_TRUE(waitUntil([&] { return session.state() == SocketState::Open; }));
}

TEST_F(WebSocketSessionTest, DropsAnOversizedMessageAndReconnects) {
    WebSocketOptions small = options();
    small.largestMessage = 1'024;
    WebSocketSession session(small, handlers());
    session.start();
    ASSERT_TRUE(waitUntil([&] { return session.state() == SocketState::Open && m_peer; }));
    m_peer->sendTextMessage(QString(2'000, QLatin1Char('x')));
    ASSERT_TRUE(waitUntil([&] { return m_accepted == 2; }));
    EXPECT_TRUE(m_texts.empty());
}

TEST_F(WebSocketSessionTest, AStopInsideAMessageCallbackIsSafe) {
    WebSocketSession* raw = nullptr;
    WebSocketHandlers h = handlers();
    h.text = [&](std::string_view) { raw->stop("enough"); };
    WebSocketSession session(options(), h);
    raw = &session;
    session.start();
    ASSERT_TRUE(waitUntil([&] { return session.state() == SocketState::Open && m_peer; }));
    m_peer->sendTextMessage(QStringLiteral("a"));
    m_peer->sendTextMessage(QStringLiteral("b"));
    ASSERT_TRUE(waitUntil([&] { return session.state() == SocketState::Stopped; }));
}

/// A peer that accepts TCP and says what it is told to, and nothing more.
class MutePeer {
public:
    explicit MutePeer(bool completeHandshake) {
        m_server.listen(QHostAddress::LocalHost, 0);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this, completeHandshake] {
            QTcpSocket* socket = m_server.nextPendingConnection();
            ++accepted;
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, completeHandshake] {
                const QByteArray request = socket->readAll();
                const QByteArray name("Sec-WebSocket-Key: ");
                const auto at = request.indexOf(name);
                if (!completeHandshake || at < 0)
                    return;
                const QByteArray key = request.mid(at + name.size(), 24);
                const QByteArray proof =
                    QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11",
                                             QCryptographicHash::Sha1)
                        .toBase64();
                socket->write(
                    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    "Sec-WebSocket-Accept: " +
                    proof + "\r\n\r\n");
            });
        });
    }
    std::string url() const { return "ws://127.0.0.1:" + std::to_string(m_server.serverPort()) + "/"; }
    int accepted = 0;

private:
    QTcpServer m_server;
};

TEST_F(WebSocketSessionTest, AHandshakeThatNeverEndsIsGivenUp) {
    MutePeer peer(false);
    WebSocketOptions o = options();
    o.url = peer.url();
    o.handshake = Duration::milliseconds(100);
    WebSocketSession session(o, handlers());
    session.start();
    ASSERT_TRUE(waitUntil([&] { return peer.accepted >= 2; }));
    EXPECT_EQ(session.opened(), 0);
}

TEST_F(WebSocketSessionTest, AConnectionThatStopsAnsweringPingsIsReplaced) {
    MutePeer peer(true);
    WebSocketOptions o = options();
    o.url = peer.url();
    WebSocketSession session(o, handlers());
    session.start();
    ASSERT_TRUE(waitUntil([&] { return session.opened() >= 2; }));
    const bool said = std::any_of(m_states.begin(), m_states.end(), [](const auto& s) {
        return s.first == SocketState::Waiting && s.second.find("pings") != std::string::npos;
    });
    EXPECT_TRUE(said);
}

} // namespace
} // namespace strikedesk::net
