// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/http/http_message.h"
#include "core/run/sandbox/http/socket_session.h"
#include "core/run/sandbox/polygon/data_plan.h"
#include "core/run/sandbox/polygon/live_bars.h"
#include "core/run/sandbox/sandbox_config.h"

#include <memory>
#include <set>
#include <vector>

namespace strikedesk::sandbox {

class PolygonStream;

/// The vendor's sockets by cluster: /stocks, /options, /indices (protocol facts, section 15). Hands them what
/// happens, as late as their plan says. One thread.
class PolygonHub {
public:
    PolygonHub(const SandboxConfig& config, MarketSource& source)
        : m_config(config), m_source(source), m_now(source, m_calendar), m_late(source, m_calendar) {}

    /// The session for a WebSocket handshake, null when the path names no cluster.
    std::unique_ptr<SocketSession> open(const HttpRequest& handshake, SocketPeer& peer);
    void tick(MonoTime now);
    /// The market went from `from` to `to`; `events` happened in between.
    void advance(Timestamp from, Timestamp to, const std::vector<MarketEvent>& events);
    /// Cuts every socket at once.
    void cut();

    const SandboxConfig& config() const { return m_config; }
    MarketSource& source() { return m_source; }
    const SessionCalendar& calendar() const { return m_calendar; }
    /// One connection a cluster: the others that are logged in are told and closed.
    void closeOthers(const PolygonStream& newest);

private:
    friend class PolygonStream;

    /// What streams of one lateness share.
    struct Tape {
        Tape(MarketSource& source, const SessionCalendar& calendar)
            : secondTotals(source, calendar), minuteTotals(source, calendar) {}
        SecondBars seconds;
        DayTotals secondTotals;
        DayTotals minuteTotals;
        std::set<Symbol> printed;                          ///< in the minute that runs
        std::set<std::pair<std::int64_t, Symbol>> altered; ///< finished minutes that changed
    };

    void advance(Tape& tape, const std::vector<PolygonStream*>& streams, Timestamp from, Timestamp to,
                 const std::vector<MarketEvent>& events);
    void note(Tape& tape, const MarketEvent& event, Timestamp from);
    void sendMinute(Tape& tape, const std::vector<PolygonStream*>& streams, std::int64_t minute,
                    Timestamp now);
    void sendAltered(Tape& tape, const std::vector<PolygonStream*>& streams, Timestamp now);
    std::vector<PolygonStream*> streamsOf(bool late) const;

    const SandboxConfig& m_config;
    MarketSource& m_source;
    SessionCalendar m_calendar;
    std::set<PolygonStream*> m_streams;
    Tape m_now;
    Tape m_late;
};

} // namespace strikedesk::sandbox
