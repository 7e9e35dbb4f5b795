// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/net/websocket_session.h"

#include "core/io/net/timer_span.h"

#include <QAbstractSocket>
#include <QByteArray>
#include <QNetworkRequest>
#include <QString>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>
#include <QWebSocketProtocol>

#include <algorithm>
#include <chrono>
#include <utility>

namespace strikedesk::net {

WebSocketSession::WebSocketSession(WebSocketOptions options, WebSocketHandlers handlers, QObject* parent)
    : QObject(parent), m_options(std::move(options)), m_handlers(std::move(handlers)),
      m_backoff(m_options.jitterSeed, m_options.backoff), m_deadline(new QTimer(this)),
      m_pingTimer(new QTimer(this)), m_pongTimer(new QTimer(this)) {
    m_deadline->setSingleShot(true);
    m_pongTimer->setSingleShot(true);
    connect(m_deadline, &QTimer::timeout, this, &WebSocketSession::deadlineReached);
    connect(m_pingTimer, &QTimer::timeout, this, &WebSocketSession::ping);
    connect(m_pongTimer, &QTimer::timeout, this, [this] { lost("The server stopped answering pings."); });
}

WebSocketSession::~WebSocketSession() {
    m_handlers = {};
    releaseSocket();
}

void WebSocketSession::start() {
    if (std::exchange(m_wanted, true))
        return;
    if (m_state == SocketState::Stopped)
        open();
}

void WebSocketSession::stop(const std::string& reason) {
    m_wanted = false;
    close(reason);
}

void WebSocketSession::reconnect(const std::string& reason, Duration atLeast) {
    if (!m_wanted)
        return;
    m_atLeast = std::max(m_atLeast, atLeast);
    if (m_state != SocketState::Waiting)
        close(reason);
}

bool WebSocketSession::sendText(std::string_view utf8) {
    if (m_state != SocketState::Open)
        return false;
    return m_socket->sendTextMessage(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()))) >=
           0;
}

bool WebSocketSession::sendBinary(std::string_view bytes) {
    if (m_state != SocketState::Open)
        return false;
    return m_socket->sendBinaryMessage(QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()))) >= 0;
}

void WebSocketSession::open() {
    releaseSocket();
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    m_socket->setMaxAllowedIncomingMessageSize(m_options.largestMessage);
    m_socket->setMaxAllowedIncomingFrameSize(m_options.largestMessage);
    connectSignals();
    QNetworkRequest request(QUrl(QString::fromStdString(m_options.url), QUrl::StrictMode));
    for (const HttpHeader& header : m_options.headers)
        request.setRawHeader(QByteArray::fromStdString(header.name), QByteArray::fromStdString(header.value));
    m_deadline->start(timerSpan(m_options.handshake));
    become(SocketState::Connecting, "Connecting.");
    if (m_socket != nullptr && m_state == SocketState::Connecting)
        m_socket->open(request);
}

void WebSocketSession::connectSignals() {
    connect(m_socket, &QWebSocket::connected, this, [this] {
        m_deadline->stop();
        ++m_opened;
        m_pingTimer->start(timerSpan(m_options.pingEvery));
        become(SocketState::Open, "Connected.");
    });
    connect(m_socket, &QWebSocket::disconnected, this, [this] {
        lost("The connection was closed (code " + std::to_string(m_socket->closeCode()) + ").");
    });
    const auto failed = [this] {
        lost(m_state == SocketState::Connecting ? "The server could not be reached or refused the connection."
                                                : "The connection broke.");
    };
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(m_socket, &QWebSocket::errorOccurred, this, failed);
#else
    connect(m_socket, QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error), this, failed);
#endif
    connect(m_socket, &QWebSocket::pong, m_pongTimer, &QTimer::stop);
    connect(m_socket, &QWebSocket::textMessageReceived, this, [this](const QString& message) {
        m_pongTimer->stop();
        if (m_state != SocketState::Open || !m_handlers.text)
            return;
        const QByteArray bytes = message.toUtf8();
        m_handlers.text({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    });
    connect(m_socket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray& bytes) {
        m_pongTimer->stop();
        if (m_state == SocketState::Open && m_handlers.binary)
            m_handlers.binary({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    });
}

void WebSocketSession::become(SocketState state, const std::string& reason) {
    m_state = state;
    if (m_handlers.stateChanged)
        m_handlers.stateChanged(state, reason);
}

/// Starts a clean close; `closed` follows when the peer agreed or the time is up.
void WebSocketSession::close(const std::string& reason) {
    m_reason = reason;
    switch (m_state) {
    case SocketState::Stopped:
        return;
    case SocketState::Closing:
        return;
    case SocketState::Waiting:
    case SocketState::Connecting:
        return closed();
    case SocketState::Open:
        m_pingTimer->stop();
        m_pongTimer->stop();
        m_deadline->start(timerSpan(m_options.closeWithin));
        become(SocketState::Closing, reason);
        if (m_socket != nullptr && m_state == SocketState::Closing)
            m_socket->close();
    }
}

/// The socket is gone; what next depends on whether it is still wanted.
void WebSocketSession::closed() {
    releaseSocket();
    m_deadline->stop();
    const std::string reason = m_reason;
    if (!m_wanted)
        return become(SocketState::Stopped, reason);
    const Duration wait = std::max(m_backoff.next(), std::exchange(m_atLeast, Duration()));
    m_deadline->start(timerSpan(wait));
    become(SocketState::Waiting, reason);
}

void WebSocketSession::lost(const std::string& reason) {
    if (m_state != SocketState::Closing)
        m_reason = reason;
    closed();
}

void WebSocketSession::ping() {
    if (m_socket == nullptr || m_state != SocketState::Open)
        return;
    m_socket->ping();
    if (!m_pongTimer->isActive())
        m_pongTimer->start(timerSpan(m_options.pongWithin));
}

void WebSocketSession::deadlineReached() {
    switch (m_state) {
    case SocketState::Connecting:
        return lost("The server did not complete the handshake in time.");
    case SocketState::Closing:
        return closed();
    case SocketState::Waiting:
        return open();
    case SocketState::Open:
    case SocketState::Stopped:
        return;
    }
}

void WebSocketSession::releaseSocket() {
    m_pingTimer->stop();
    m_pongTimer->stop();
    if (m_socket == nullptr)
        return;
    QWebSocket* old = std::exchange(m_socket, nullptr);
    old->disconnect(this);
    old->disconnect(m_pongTimer);
    old->abort();
    // We may be inside one of its signals.
    old->deleteLater();
}

} // namespace strikedesk::net
