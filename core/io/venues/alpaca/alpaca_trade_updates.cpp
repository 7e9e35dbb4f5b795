// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/alpaca_trade_updates.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>
#include <variant>

namespace strikedesk::alpaca {

namespace {

net::WebSocketOptions socketOptions(const std::string& url, const StreamTuning& tuning) {
    net::WebSocketOptions options;
    options.url = url;
    options.handshake = tuning.handshake;
    options.pingEvery = tuning.pingEvery;
    options.pongWithin = tuning.pongWithin;
    options.backoff = tuning.backoff;
    options.jitterSeed = tuning.jitterSeed;
    return options;
}

} // namespace

AlpacaTradeUpdates::AlpacaTradeUpdates(const AlpacaEndpoints& endpoints, const AlpacaKeys& keys,
                                       TradeUpdatesHandlers handlers, StreamTuning tuning, QObject* parent)
    : QObject(parent), m_keys(keys.clone()), m_handlers(std::move(handlers)), m_tuning(tuning),
      m_login(new QTimer(this)) {
    net::WebSocketHandlers socket;
    socket.stateChanged = [this](net::SocketState state, const std::string& reason) {
        socketChanged(state, reason);
    };
    // Paper sends binary frames holding JSON text, live sends text (protocol facts, section 12).
    socket.text = [this](std::string_view bytes) { frame(bytes); };
    socket.binary = [this](std::string_view bytes) { frame(bytes); };
    m_socket =
        new net::WebSocketSession(socketOptions(endpoints.tradeUpdatesUrl, tuning), std::move(socket), this);
    m_login->setSingleShot(true);
    connect(m_login, &QTimer::timeout, this,
            [this] { m_socket->reconnect("The broker did not complete the login in time."); });
}

AlpacaTradeUpdates::~AlpacaTradeUpdates() { delete m_socket; }

void AlpacaTradeUpdates::start() { m_socket->start(); }

void AlpacaTradeUpdates::stop() { m_socket->stop("Stopped."); }

void AlpacaTradeUpdates::become(StreamPhase phase, const std::string& reason) {
    m_status.phase = phase;
    m_status.reason = reason;
    if (m_handlers.stateChanged)
        m_handlers.stateChanged(m_status);
}

void AlpacaTradeUpdates::socketChanged(net::SocketState state, const std::string& reason) {
    if (state != net::SocketState::Open)
        m_login->stop();
    switch (state) {
    case net::SocketState::Connecting:
        return become(StreamPhase::Connecting, "Connecting to the order stream.");
    case net::SocketState::Open: {
        ++m_status.connections;
        m_badInRow = 0;
        m_login->start(std::chrono::milliseconds(m_tuning.loginWithin.toMilliseconds()));
        become(StreamPhase::Authenticating, "Logging in to the order stream.");
        const std::string message = m_keys.keyId.reveal([&](std::string_view keyId) {
            return m_keys.secretKey.reveal(
                [&](std::string_view secretKey) { return encodeTradeUpdatesAuth(keyId, secretKey); });
        });
        m_socket->sendText(message);
        return;
    }
    case net::SocketState::Waiting:
        return become(StreamPhase::Waiting, reason);
    case net::SocketState::Stopped:
        if (m_status.phase != StreamPhase::Refused)
            become(StreamPhase::Stopped, reason);
        return;
    case net::SocketState::Closing:
        return;
    }
}

void AlpacaTradeUpdates::frame(std::string_view bytes) {
    const auto decoded = decodeTradeUpdatesFrame(bytes);
    if (!decoded)
        return badFrame(decoded.error());
    m_badInRow = 0;
    if (const auto* update = std::get_if<trade::OrderUpdate>(&*decoded)) {
        if (m_handlers.updated)
            m_handlers.updated(*update);
    } else if (const auto* answer = std::get_if<StreamAuthorization>(&*decoded)) {
        authorization(*answer);
    } else if (const auto* listening = std::get_if<StreamListening>(&*decoded)) {
        const auto& streams = listening->streams;
        // An unknown stream is silently missing from the acknowledgement.
        if (std::find(streams.begin(), streams.end(), "trade_updates") == streams.end())
            return m_socket->reconnect("The broker did not confirm the order stream.");
        m_login->stop();
        m_socket->confirmHealthy();
        become(StreamPhase::Live, "Order events arrive.");
    } else if (const auto* failed = std::get_if<StreamFault>(&*decoded)) {
        fault(*failed);
    } else {
        ++m_status.unknownMessages;
    }
}

void AlpacaTradeUpdates::authorization(const StreamAuthorization& answer) {
    if (!answer.isAuthorized) {
        // "listen" unauthorised means that it came before the login was done: the keys may be fine.
        if (answer.action == "listen")
            return m_socket->reconnect("The broker wants the login first.");
        return refuse(
            "The broker did not accept the API key for order events. Check the key, then connect again.");
    }
    become(StreamPhase::Subscribing, "Logged in to the order stream.");
    m_socket->sendText(encodeListenTradeUpdates());
}

void AlpacaTradeUpdates::fault(const StreamFault& failed) {
    if (m_handlers.malformed)
        m_handlers.malformed(
            Error{ErrorKind::Unavailable,
                  "alpaca.stream.fault",
                  "The order stream reports a problem: " + failed.message + " It is opened again.",
                  {},
                  {}});
    m_socket->reconnect("The order stream reported a problem.");
}

void AlpacaTradeUpdates::refuse(const std::string& reason) {
    become(StreamPhase::Refused, reason);
    m_socket->stop(reason);
}

void AlpacaTradeUpdates::badFrame(const Error& error) {
    ++m_status.malformedFrames;
    if (m_handlers.malformed)
        m_handlers.malformed(error);
    if (++m_badInRow >= kMostBadInRow)
        m_socket->reconnect("The order stream sent messages that could not be read.");
}

} // namespace strikedesk::alpaca
