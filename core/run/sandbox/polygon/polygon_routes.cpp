// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/polygon/polygon_routes.h"

#include "core/run/sandbox/alpaca/wire_trading.h"
#include "core/run/sandbox/polygon/routes_indicators.h"

#include <nlohmann/json.hpp>

namespace strikedesk::sandbox {

namespace {

constexpr std::string_view kPrefixes[] = {
    "/v1/open-close/", "/v1/marketstatus/", "/v1/related-companies/", "/v1/indicators/",
    "/v2/aggs/",       "/v2/last/",         "/v2/snapshot/",          "/v2/reference/",
    "/v3/trades/",     "/v3/quotes/",       "/v3/snapshot",           "/v3/reference/",
    "/stocks/v1/",     "/stocks/vX/",       "/options/v1/",           "/vX/reference/",
};

using Route = std::optional<HttpAnswer> (*)(const PolygonCall&);
constexpr Route kRoutes[] = {polygonStatusRoute,        polygonAggregateRoute, polygonTickRoute,
                             polygonStockSnapshotRoute, polygonChainRoute,     polygonUnifiedRoute,
                             polygonReferenceRoute,     polygonCorporateRoute, polygonNewsRoute,
                             polygonIndicatorRoute};

/// The key of a request: the header, or else the query.
std::string_view keyOf(const HttpRequest& request) {
    constexpr std::string_view kBearer = "Bearer ";
    const std::string_view header = request.header("authorization");
    return header.starts_with(kBearer) ? header.substr(kBearer.size()) : request.parameter("apiKey");
}

} // namespace

bool isPolygonPath(const HttpRequest& request) {
    for (const std::string_view prefix : kPrefixes)
        if (request.path.starts_with(prefix))
            return true;
    return false;
}

HttpAnswer polygonRoute(Api& api, const HttpRequest& request, RateBucket& bucket) {
    const PolygonCall call(api, request);
    const std::string_view key = keyOf(request);
    if (key.empty())
        return call.error(401, "API Key was not provided");
    if (!equalInConstantTime(key, api.config.polygonKey))
        return call.error(401, "Unknown API Key");
    const bool withinLimit = api.config.polygonRequestsPerMinute == 0 || bucket.take(api.mono);
    api.arrivals.overRate += withinLimit ? 0 : 1;
    if (!withinLimit || api.faults.take(Fault::RateLimited))
        return call.error(429, "You've exceeded the maximum requests per minute, please wait or upgrade "
                               "your subscription to continue.");
    if (request.method != "GET") {
        HttpAnswer answer = call.error(405, "Only GET is answered here.");
        answer.headers.emplace_back("Allow", "GET");
        return answer;
    }
    if (call.hasBadCursor())
        return call.badParameter("cursor");
    for (const Route route : kRoutes)
        if (auto answer = route(call))
            return *answer;
    return call.notFound("There is no such endpoint.");
}

} // namespace strikedesk::sandbox
