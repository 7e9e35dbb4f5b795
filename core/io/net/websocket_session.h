// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/net/backoff.h"
#include "core/io/net/http_types.h"

#include <QObject>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

class QTimer;
class QWebSocket;

namespace strikedesk::net {

/// Where a socket session stands.
enum class SocketState : std::uint8_t {
    Stopped,    ///< not wanted, or ended by a stop
    Connecting, ///< handshake under way
    Open,       ///< messages flow
    Closing,    ///< the old connection is being closed before a new one
    Waiting,    ///< pause before the next attempt
};

/// One socket's address and bounds. `headers` may carry keys.
struct WebSocketOptions {
    std::string url; ///< ws or wss
    std::vector<HttpHeader> headers;
    Duration handshake = Duration::seconds(10);
    Duration pingEvery = Duration::seconds(10);
    Duration pongWithin = Duration::seconds(10);
    Duration closeWithin = Duration::seconds(2);
    std::uint64_t largestMessage = 16 * 1024 * 1024; ///< above it the connection is dropped
    Backoff::Limits backoff;
    std::uint64_t jitterSeed = 0;
};

/// What a session tells its owner, on the owner's thread. `stateChanged` has a sentence for people.
struct WebSocketHandlers {
    std::function<void(SocketState, const std::string& reason)> stateChanged;
    std::function<void(std::string_view)> text; ///< UTF-8
    std::function<void(std::string_view)> binary;
};

/// A WebSocket that stays up: handshake time-out, ping and pong, reconnect with jittered back-off, and the
/// old connection fully closed before a new one (a venue counts connections). One thread.
class WebSocketSession : public QObject {
    Q_OBJECT
public:
    WebSocketSession(WebSocketOptions options, WebSocketHandlers handlers, QObject* parent = nullptr);
    ~WebSocketSession() override;

    /// Begins to connect; nothing when already started.
    void start();
    /// Closes and stays closed.
    void stop(const std::string& reason);
    /// Closes and connects again after the back-off, or after `atLeast` when that is longer.
    void reconnect(const std::string& reason, Duration atLeast = {});
    /// The owner accepted the peer (logged in): the back-off starts over.
    void confirmHealthy() { m_backoff.reset(); }
    /// From the next pause on.
    void setBackoff(Backoff::Limits limits) { m_backoff.setLimits(limits); }

    /// False when the socket is not open; nothing is queued.
    bool sendText(std::string_view utf8);
    bool sendBinary(std::string_view bytes);

    SocketState state() const { return m_state; }
    /// Connections opened so far.
    std::int64_t opened() const { return m_opened; }

private:
    void open();
    void connectSignals();
    void become(SocketState state, const std::string& reason);
    void close(const std::string& reason);
    void closed();
    void ping();
    void lost(const std::string& reason);
    void deadlineReached();
    void releaseSocket();

    WebSocketOptions m_options;
    WebSocketHandlers m_handlers;
    Backoff m_backoff;
    QWebSocket* m_socket = nullptr;
    QTimer* m_deadline; ///< handshake, close and pause; one at a time
    QTimer* m_pingTimer;
    QTimer* m_pongTimer;
    SocketState m_state = SocketState::Stopped;
    bool m_wanted = false;
    Duration m_atLeast;
    std::string m_reason;
    std::int64_t m_opened = 0;
};

} // namespace strikedesk::net
