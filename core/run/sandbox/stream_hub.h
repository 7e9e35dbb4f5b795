// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/http/http_message.h"
#include "core/run/sandbox/http/socket_session.h"
#include "core/run/sandbox/market/market_source.h"
#include "core/run/sandbox/market/session_calendar.h"
#include "core/run/sandbox/sandbox_config.h"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::sandbox {

class DataStream;
class OrderStream;
struct StreamEndpoint;

/// Knows the open sockets and hands them what happens. One thread.
class StreamHub {
public:
    StreamHub(const SandboxConfig& config, MarketSource& source) : m_config(config), m_source(source) {}

    /// The session for a WebSocket handshake, null when the path names no stream.
    std::unique_ptr<SocketSession> open(const HttpRequest& handshake, SocketPeer& peer);

    void tick(MonoTime now);
    /// What happened in (from, to], in time order. Delayed streams get what happened so much earlier, the
    /// news and the test stream what is theirs.
    void publish(const std::vector<MarketEvent>& events, Timestamp from, Timestamp to);
    /// The minute that began at `minute` ended.
    void publishMinute(Timestamp minute, Timestamp now);
    /// One trade_updates message to every listening order socket.
    void publishUpdate(const nlohmann::json& message);
    void cutOrderStreams();
    void cutDataStreams();
    /// A frame that is no valid message.
    void malformOrderStreams();
    void malformDataStreams();

    const SandboxConfig& config() const { return m_config; }
    MarketSource& source() { return m_source; }
    bool keysMatch(std::string_view keyId, std::string_view secret) const;
    /// Whether another authenticated session holds the endpoint.
    bool isTaken(const DataStream& by) const;
    /// Whether the data plan has a stream.
    bool isInPlan(const StreamEndpoint& endpoint) const;
    /// A session ended without a goodbye: its place stays taken for a while.
    void leaveGhost(const StreamEndpoint& endpoint);
    char tapeOf(const Symbol& symbol) const;

private:
    friend class DataStream;
    friend class OrderStream;

    /// A finished minute whose bar was changed by a correction.
    struct LateBar {
        Symbol symbol;
        Timestamp minute;
        Timestamp due;
        bool wasSent = false; ///< to the streams without delay
    };
    bool anyOpen(bool (*wanted)(const StreamEndpoint&)) const;
    void noteLateBars(const std::vector<MarketEvent>& events);
    void publishLateBars(Timestamp now);

    const SandboxConfig& m_config;
    MarketSource& m_source;
    std::set<DataStream*> m_data;
    std::set<OrderStream*> m_orders;
    std::vector<LateBar> m_lateBars;
    std::map<std::string, MonoTime> m_ghosts; ///< until when, by path
    MonoTime m_now;
};

/// Writes one JSON value as a frame and sends it.
void sendFrame(SocketPeer& peer, const nlohmann::json& value, FrameForm form);
/// Reads a frame of either form: binary as MessagePack when `messagePack`, else as JSON. Discarded when it is
/// neither.
nlohmann::json readFrame(std::string_view message, bool messagePack);

} // namespace strikedesk::sandbox
