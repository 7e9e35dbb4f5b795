// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/portfolio_history.h"
#include "core/run/sandbox/alpaca/wire_trading.h"
#include "core/run/sandbox/api.h"
#include "core/run/sandbox/http/bounded_json.h"
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
    const trade::VenueState& state = api.desk.book().state();
    const trade::AccountLimits& limits = state.limits;
    json out;
    out["suspend_trade"] = limits.suspendTrade;
    out["no_shorting"] = !state.mayShort();
    out["fractional_trading"] = limits.fractionalTrading;
    out["max_margin_multiplier"] = std::to_string(state.marginMultiplier());
    out["max_options_trading_level"] = state.optionsLevel();
    out["trade_confirm_email"] = limits.confirmsByMail ? "all" : "none";
    out["ptp_no_exception_entry"] = limits.ptpNoExceptionEntry;
    out["disable_overnight_trading"] = limits.disableOvernightTrading;
    return jsonAnswer(200, out);
}

bool readFlag(const json& value, bool& flag) {
    if (value.is_boolean())
        flag = value.get<bool>();
    return value.is_boolean();
}

/// One member of the body; false when its value is none of those allowed. Unknown members are left alone.
bool readLimit(const std::string& name, const json& value, trade::AccountLimits& limits) {
    if (name == "suspend_trade")
        return readFlag(value, limits.suspendTrade);
    if (name == "no_shorting")
        return readFlag(value, limits.noShorting);
    if (name == "fractional_trading")
        return readFlag(value, limits.fractionalTrading);
    if (name == "ptp_no_exception_entry")
        return readFlag(value, limits.ptpNoExceptionEntry);
    if (name == "disable_overnight_trading")
        return readFlag(value, limits.disableOvernightTrading);
    if (name == "trade_confirm_email") {
        limits.confirmsByMail = value == "all";
        return value == "all" || value == "none";
    }
    if (name == "max_margin_multiplier") {
        const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
        limits.maxMarginMultiplier = text == "4" ? 4 : text == "2" ? 2 : 1;
        return text == "1" || text == "2" || text == "4";
    }
    if (name != "max_options_trading_level")
        return true;
    limits.maxOptionsLevel.reset();
    if (value.is_null())
        return true;
    if (!value.is_number_integer() || value.get<std::int64_t>() < 0 || value.get<std::int64_t>() > 3)
        return false;
    limits.maxOptionsLevel = value.get<std::int64_t>();
    return true;
}

HttpAnswer changeConfigurations(Api& api, const HttpRequest& request) {
    const json body = parseJson(request.body);
    if (!body.is_object())
        return errorAnswer(400, 40010000, "request body format is invalid");
    trade::AccountLimits limits = api.desk.book().state().limits;
    for (const auto& [name, value] : body.items())
        if (!readLimit(name, value, limits))
            return errorAnswer(422, 40010001, "invalid " + name);
    if (!api.desk.request(api.now, trade::SetLimits{limits}))
        return errorAnswer(500, 50010000, "internal server error");
    return configurations(api);
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
    const bool isHistory = segments.size() == 4 && segments[2] == "portfolio" && segments[3] == "history";
    const bool isConfiguration = segments.size() == 3 && segments[2] == "configurations";
    if (segments.size() > 2 && !isHistory && !isConfiguration && segments[2] != "activities")
        return std::nullopt;
    if (isConfiguration && request.method == "PATCH")
        return changeConfigurations(api, request);
    if (isConfiguration && request.method != "GET")
        return methodNotAllowed("GET, PATCH");
    if (request.method != "GET")
        return methodNotAllowed("GET");
    if (segments.size() == 2)
        return account(api);
    if (isConfiguration)
        return configurations(api);
    if (isHistory)
        return portfolioHistory(api, request);
    return activities(api, request);
}

} // namespace strikedesk::sandbox
