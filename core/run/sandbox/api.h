// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/fault_plan.h"
#include "core/run/sandbox/http/http_message.h"
#include "core/run/sandbox/market_clock.h"
#include "core/run/sandbox/sandbox_config.h"
#include "core/run/sandbox/venue_desk.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace strikedesk::sandbox {

/// How many order writes arrived for one client_order_id, whatever became of them.
struct ArrivalCount {
    std::int64_t posts = 0;
    std::int64_t patches = 0;
    std::int64_t deletes = 0;
};

/// Order writes by client_order_id; a test proves with it that no write was sent twice. Bounded. One thread.
struct Arrivals {
    static constexpr std::size_t kMaxIds = 100'000;
    std::map<std::string, ArrivalCount> byClientId;
    ArrivalCount total;
    ArrivalCount overflow;        ///< ids beyond the bound
    std::int64_t barRequests = 0; ///< requests for history of stocks and contracts
    std::int64_t barsSent = 0;
    std::int64_t overRate = 0; ///< requests refused because a client sent too many a minute

    ArrivalCount& of(const std::string& clientOrderId) {
        if (byClientId.size() >= kMaxIds && !byClientId.contains(clientOrderId))
            return overflow;
        return byClientId[clientOrderId];
    }
};

/// What the routes work on. Lives as long as the sandbox.
struct Api {
    const SandboxConfig& config;
    VenueDesk& desk;
    MarketClock& clock;
    FaultPlan& faults;
    Arrivals& arrivals;
    /// Faults that act on the open sockets at once: "cut_trade_updates", "cut_data",
    /// "malformed_trade_update", "malformed_data".
    std::function<void(std::string_view)> socketFault;
    Timestamp now; ///< market time of the request in hand
    MonoTime mono;

    MarketSource& source() const { return desk.source(); }
    const SessionCalendar& calendar() const { return desk.calendar(); }
    Date today() const { return desk.calendar().dateOf(now); }
};

/// Counts an order write that arrived, before anything becomes of it.
void countArrival(const Api& api, const HttpRequest& request);

/// Each answers the paths it knows and returns nullopt for others; a wrong method on a known path is 405.
std::optional<HttpAnswer> orderRoute(Api& api, const HttpRequest& request);
std::optional<HttpAnswer> accountRoute(Api& api, const HttpRequest& request);
std::optional<HttpAnswer> referenceRoute(Api& api, const HttpRequest& request);
std::optional<HttpAnswer> stockDataRoute(Api& api, const HttpRequest& request);
std::optional<HttpAnswer> optionDataRoute(Api& api, const HttpRequest& request);
/// News, screeners, corporate actions.
std::optional<HttpAnswer> discoveryRoute(Api& api, const HttpRequest& request);
/// The newer clock and calendar of several markets.
std::optional<HttpAnswer> timesRoute(Api& api, const HttpRequest& request);
std::optional<HttpAnswer> watchlistRoute(Api& api, const HttpRequest& request);
std::optional<HttpAnswer> controlRoute(Api& api, const HttpRequest& request);

} // namespace strikedesk::sandbox
