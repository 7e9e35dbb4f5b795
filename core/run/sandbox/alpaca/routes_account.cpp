// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/wire_trading.h"
#include "core/run/sandbox/api.h"
#include "core/run/sandbox/http/query_reader.h"

#include <nlohmann/json.hpp>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

HttpAnswer account(const Api& api) {
    const VenueDesk& desk = api.desk;
    const SessionCalendar& calendar = desk.calendar();
    const std::string created = calendar.newYork(desk.record().anchor, 0).rfc3339();
    return jsonAnswer(200, accountJson(desk.book(), created, calendar.previous(api.today()).iso()));
}

HttpAnswer configurations(const Api& api) {
    const trade::VenueConfig& venue = api.desk.book().state().config;
    json out;
    out["suspend_trade"] = false;
    out["no_shorting"] = !venue.shortingEnabled;
    out["fractional_trading"] = true;
    out["max_margin_multiplier"] = std::to_string(venue.marginMultiplier);
    out["max_options_trading_level"] = venue.optionsLevel;
    out["trade_confirm_email"] = "none";
    out["ptp_no_exception_entry"] = false;
    out["disable_overnight_trading"] = false;
    return jsonAnswer(200, out);
}

HttpAnswer activities(const Api& api, const HttpRequest& request) {
    QueryReader reader(request, api.calendar());
    trade::ActivityQuery query;
    const std::string category = reader.word("category", {"trade_activity", "non_trade_activity"});
    if (category == "trade_activity")
        query.category = trade::ActivityQuery::Category::Trade;
    else if (category == "non_trade_activity")
        query.category = trade::ActivityQuery::Category::NonTrade;
    if (request.segments.size() == 4)
        query.types.push_back(request.segments[3]);
    else if (const auto types = commaList(request.parameter("activity_types"), 100))
        query.types = *types;
    else
        reader.fail("activity_types");
    query.date = reader.date("date");
    query.after = reader.time("after");
    query.until = reader.time("until");
    if (reader.word("direction", {"asc", "desc"}) == "asc")
        query.direction = trade::ListDirection::Ascending;
    query.pageSize = reader.integer("page_size", 100, 1, 100);
    query.pageToken = request.parameter("page_token");
    if (reader.failed())
        return reader.failure();
    const auto found = api.desk.book().activities(query);
    if (const auto* error = std::get_if<trade::VenueError>(&found))
        return errorAnswer(*error);
    json rows = json::array();
    for (const trade::BrokerActivity& activity : std::get<std::vector<trade::BrokerActivity>>(found))
        rows.push_back(activityJson(activity));
    return jsonAnswer(200, rows);
}

} // namespace

std::optional<HttpAnswer> accountRoute(Api& api, const HttpRequest& request) {
    const auto& segments = request.segments;
    if (segments.size() < 2 || segments.size() > 4 || segments[0] != "v2" || segments[1] != "account")
        return std::nullopt;
    const bool known = segments.size() == 2 || (segments.size() == 3 && segments[2] == "configurations") ||
                       segments[2] == "activities";
    if (!known)
        return std::nullopt;
    if (request.method != "GET")
        return methodNotAllowed("GET");
    if (segments.size() == 2)
        return account(api);
    if (segments[2] == "configurations")
        return configurations(api);
    return activities(api, request);
}

} // namespace strikedesk::sandbox
