// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/faults/routes_faults.h"

#include "core/run/sandbox/alpaca/wire_trading.h"
#include "core/run/sandbox/faults/fault_json.h"
#include "core/run/sandbox/faults/storm.h"
#include "core/run/sandbox/http/bounded_json.h"

#include <nlohmann/json.hpp>

#include <charconv>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

constexpr std::size_t kMostAtOnce = 100;

HttpAnswer bad(const std::string& what) { return errorAnswer(422, 42210000, what); }

HttpAnswer rulesAnswer(const FaultBook& book) {
    json rows = json::array();
    for (const FaultRuleState& state : book.rules())
        rows.push_back(faultRuleJson(state));
    return jsonAnswer(200, {{"rules", std::move(rows)}});
}

/// All of them or none.
HttpAnswer addRules(FaultBook& book, const std::vector<FaultRule>& rules) {
    if (book.rules().size() + rules.size() > FaultBook::kMostRules)
        return bad("Too many fault rules are in force. Remove some.");
    std::vector<std::int64_t> ids;
    for (const FaultRule& rule : rules) {
        const auto id = book.add(rule);
        if (!id)
            return bad(id.error().message);
        ids.push_back(*id);
    }
    json rows = json::array();
    for (const FaultRuleState& state : book.rules())
        if (std::find(ids.begin(), ids.end(), state.id) != ids.end())
            rows.push_back(faultRuleJson(state));
    return jsonAnswer(200, {{"rules", std::move(rows)}});
}

HttpAnswer postRules(FaultBook& book, const json& body) {
    const json list = body.is_array() ? body : json::array({body});
    if (list.empty() || list.size() > kMostAtOnce)
        return bad("Between 1 and 100 rules may be added at once.");
    std::vector<FaultRule> rules;
    for (const json& entry : list) {
        auto rule = readFaultRule(entry);
        if (!rule)
            return bad(rule.error().message);
        rules.push_back(std::move(*rule));
    }
    return addRules(book, rules);
}

HttpAnswer deleteRules(FaultBook& book, const HttpRequest& request) {
    const std::string_view id = request.parameter("id");
    if (id.empty()) {
        book.clear(request.parameter("label"));
        return rulesAnswer(book);
    }
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    if (error != std::errc() || end != id.data() + id.size() || !book.remove(number))
        return errorAnswer(404, 40410000, "no such rule");
    return rulesAnswer(book);
}

HttpAnswer postStorm(FaultBook& book, const json& body) {
    StormPlan plan;
    for (const auto& [name, value] : body.items()) {
        if (name == "seed" && value.is_number_unsigned() && value.get<std::uint64_t>() < 1'000'000'000)
            plan.seed = value.get<std::uint64_t>();
        else if (name == "rate" && value.is_number())
            plan.rate = value.get<double>();
        else if (name == "frame_rate" && value.is_number())
            plan.frameRate = value.get<double>();
        else if (name == "delay_ms" && value.is_number_unsigned() && value.get<std::uint64_t>() <= 10'000)
            plan.delayMs = value.get<std::int64_t>();
        else if (name == "writes" && value.is_boolean())
            plan.writes = value.get<bool>();
        else if (name == "silence" && value.is_boolean())
            plan.silence = value.get<bool>();
        else
            return bad("'" + name.substr(0, 40) + "' is unknown or has no usable value.");
    }
    const auto rules = stormRules(plan);
    if (!rules)
        return bad(rules.error().message);
    book.clear(kStormLabel);
    return addRules(book, *rules);
}

HttpAnswer connections(const FaultBook& book) {
    json rows = json::array();
    for (const ConnectionInfo& info : book.connections())
        rows.push_back(connectionJson(info));
    return jsonAnswer(200, {{"connections", std::move(rows)}});
}

} // namespace

std::optional<HttpAnswer> faultRoute(FaultBook& book, const HttpRequest& request) {
    const auto& segments = request.segments;
    if (segments.size() != 3 || segments[0] != "sandbox" || segments[1] != "v1")
        return std::nullopt;
    const std::string& what = segments[2];
    if (what == "connections")
        return request.method == "GET" ? connections(book) : methodNotAllowed("GET");
    if (what != "rules" && what != "storm")
        return std::nullopt;
    if (what == "rules" && request.method == "GET")
        return rulesAnswer(book);
    if (what == "rules" && request.method == "DELETE")
        return deleteRules(book, request);
    if (request.method != "POST")
        return methodNotAllowed(what == "rules" ? "DELETE, GET, POST" : "POST");
    const json body = parseJson(request.body);
    if (!body.is_object() && !(what == "rules" && body.is_array()))
        return errorAnswer(400, 40010000, "request body format is invalid");
    return what == "rules" ? postRules(book, body) : postStorm(book, body);
}

} // namespace strikedesk::sandbox
