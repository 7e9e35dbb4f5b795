// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/api.h"
#include "core/run/sandbox/faults/fault_book.h"
#include "core/run/sandbox/http/rate_bucket.h"
#include "core/run/sandbox/polygon/polygon_hub.h"
#include "core/run/sandbox/stream_hub.h"

#include <memory>

namespace strikedesk::sandbox {

/// Everything behind the port: market, account, routes and streams, without sockets. Time comes in with each
/// call. One thread, the one that opened it.
class Sandbox {
public:
    static Result<std::unique_ptr<Sandbox>> tryOpen(const SandboxConfig& config, MonoTime now);

    /// Brings the market and the account up to now and publishes what happened.
    void tick(MonoTime now);
    /// Answers one request that came on a connection of that id in faults(), 0: of none.
    HttpAnswer handle(const HttpRequest& request, MonoTime now, std::int64_t connection);
    /// The conversation for a WebSocket handshake, null when the path names none.
    std::unique_ptr<SocketSession> openSocket(const HttpRequest& handshake, SocketPeer& peer) {
        auto session = m_polygon.open(handshake, peer);
        return session ? std::move(session) : m_hub.open(handshake, peer);
    }
    /// What is made to go wrong, and the connections it can happen to.
    FaultBook& faults() { return m_faultBook; }
    /// What can be switched while it runs.
    Switches switches() const;
    /// Error: a value out of its range (nothing is changed), or a file that cannot be written.
    Status setSwitches(const SwitchChange& change);
    /// Saves the clock; the last call.
    void close(MonoTime now);

private:
    Sandbox(const SandboxConfig& config, std::unique_ptr<VenueDesk> desk, MonoTime now);
    void advance(MonoTime now);
    void sendUpdate(const trade::OrderUpdate& update);
    void socketFault(std::string_view name);
    bool isAuthorised(const HttpRequest& request) const;
    Api api(MonoTime now);
    HttpAnswer answer(const HttpRequest& request, MonoTime now);
    void misbehave(HttpAnswer& answer);
    /// Without the rules around it.
    HttpAnswer limited(const HttpRequest& request, Channel channel, MonoTime now);
    /// What every answer says of the venue's clock, and an Alpaca one of the budget.
    void addClockHeaders(const Occasion& at, MonoTime now, HttpAnswer& answer);

    SandboxConfig m_config;
    std::unique_ptr<VenueDesk> m_desk;
    MarketClock m_clock;
    FaultPlan m_faults;
    FaultBook m_faultBook;
    Arrivals m_arrivals;
    StreamHub m_hub;
    PolygonHub m_polygon;
    RateBucket m_tradingBucket;
    RateBucket m_dataBucket;
    RateBucket m_polygonBucket;
    Timestamp m_last; ///< market time up to which everything happened
    MonoTime m_clockSavedAt;
};

} // namespace strikedesk::sandbox
