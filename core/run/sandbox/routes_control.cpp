// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/wire_trading.h"
#include "core/run/sandbox/api.h"
#include "core/run/sandbox/http/bounded_json.h"

#include <nlohmann/json.hpp>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

constexpr std::string_view kSocketFaults[] = {"cut_trade_updates", "cut_data", "malformed_trade_update",
                                              "malformed_data"};
constexpr std::int64_t kMaxDelayMs = 600'000;

HttpAnswer status(const Api& api) {
    json out;
    out["market_time"] = api.now.rfc3339();
    out["day"] = api.today().iso();
    out["is_open"] = api.calendar().days().isOpen(api.now);
    out["speed"] = api.clock.speed();
    out["seed"] = api.desk.record().seed;
    out["account_number"] = api.desk.record().accountNumber;
    out["market"] = api.source().kind();
    out["option_feed"] = api.config.optionFeed;
    json symbols = json::array();
    for (const Asset& asset : api.source().assets())
        symbols.push_back(asset.symbol.text());
    out["symbols"] = std::move(symbols);
    return jsonAnswer(200, out);
}

HttpAnswer faultsAnswer(const Api& api) {
    json out;
    for (std::size_t i = 0; i < FaultPlan::kCount; ++i)
        out[std::string(FaultPlan::nameOf(static_cast<Fault>(i)))] = api.faults.left(static_cast<Fault>(i));
    out["delay_ms"] = api.faults.delayMs;
    return jsonAnswer(200, out);
}

HttpAnswer bad(const std::string& what) { return errorAnswer(422, 42210000, what); }

/// A count: a whole number from 0, or true for once.
std::optional<std::int64_t> countOf(const json& value) {
    if (value.is_boolean())
        return value.get<bool>() ? 1 : 0;
    if (value.is_number_integer() && value.get<std::int64_t>() >= 0 &&
        value.get<std::int64_t>() <= FaultPlan::kMaxCount)
        return value.get<std::int64_t>();
    return std::nullopt;
}

HttpAnswer setFaults(Api& api, const json& body) {
    for (const auto& [name, value] : body.items()) {
        const auto count = countOf(value);
        const bool isSocket =
            std::find(std::begin(kSocketFaults), std::end(kSocketFaults), name) != std::end(kSocketFaults);
        const auto fault = FaultPlan::named(name);
        if (!count || (!isSocket && !fault && name != "delay_ms") ||
            (name == "delay_ms" && *count > kMaxDelayMs))
            return bad("unknown fault or count: " + name);
    }
    for (const auto& [name, value] : body.items()) {
        const std::int64_t count = countOf(value).value_or(0);
        if (name == "delay_ms")
            api.faults.delayMs = count;
        else if (const auto fault = FaultPlan::named(name))
            api.faults.set(*fault, count);
        else if (count > 0)
            api.socketFault(name);
    }
    return faultsAnswer(api);
}

json countJson(const ArrivalCount& count) {
    return json{{"post", count.posts}, {"patch", count.patches}, {"delete", count.deletes}};
}

HttpAnswer arrivals(const Api& api) {
    json rows = json::object();
    for (const auto& [id, count] : api.arrivals.byClientId)
        rows[id] = countJson(count);
    json out;
    out["arrivals"] = std::move(rows);
    out["total"] = countJson(api.arrivals.total);
    out["bar_requests"] = api.arrivals.barRequests;
    out["bars_sent"] = api.arrivals.barsSent;
    out["over_rate"] = api.arrivals.overRate;
    return jsonAnswer(200, out);
}

HttpAnswer setClock(Api& api, const json& body) {
    const auto speed = body.find("speed");
    const auto advance = body.find("advance_to");
    if (speed != body.end()) {
        if (!speed->is_number() || speed->get<double>() < MarketClock::kMinSpeed ||
            speed->get<double>() > MarketClock::kMaxSpeed)
            return bad("speed must be a number from 1 to 1000");
        api.clock.setSpeed(speed->get<double>(), api.mono);
    }
    if (advance != body.end()) {
        const auto to = advance->is_string() ? Timestamp::tryFromRfc3339(advance->get<std::string>())
                                             : Result<Timestamp>(invalidInput("", ""));
        if (!to || *to < api.now || *to - api.now > Duration::days(10))
            return bad("advance_to must be a time within ten days after the market time");
        api.clock.advanceTo(*to, api.mono);
    }
    api.now = api.clock.at(api.mono);
    return status(api);
}

} // namespace

std::optional<HttpAnswer> controlRoute(Api& api, const HttpRequest& request) {
    const auto& segments = request.segments;
    if (segments.size() != 3 || segments[0] != "sandbox" || segments[1] != "v1")
        return std::nullopt;
    const std::string& what = segments[2];
    if (what == "status" || what == "arrivals") {
        if (request.method != "GET")
            return methodNotAllowed("GET");
        return what == "status" ? status(api) : arrivals(api);
    }
    if (what != "faults" && what != "clock")
        return std::nullopt;
    if (what == "faults" && request.method == "GET")
        return faultsAnswer(api);
    if (request.method != "POST")
        return methodNotAllowed(what == "faults" ? "GET, POST" : "POST");
    const json body = parseJson(request.body);
    if (!body.is_object())
        return errorAnswer(400, 40010000, "request body format is invalid");
    return what == "faults" ? setFaults(api, body) : setClock(api, body);
}

} // namespace strikedesk::sandbox
