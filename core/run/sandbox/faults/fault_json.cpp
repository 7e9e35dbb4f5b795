// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/faults/fault_json.h"

#include <nlohmann/json.hpp>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

Error bad(const std::string& what) {
    return invalidInput("sandbox.rule", "The fault rule cannot be used: " + what + ". Change it.");
}

bool takeText(const json& value, std::string& text) {
    if (!value.is_string())
        return false;
    text = value.get<std::string>();
    return true;
}

bool takeNumber(const json& value, std::int64_t& number) {
    if (!value.is_number_integer() ||
        (value.is_number_unsigned() && value.get<std::uint64_t>() > std::uint64_t{INT64_MAX}))
        return false;
    number = value.get<std::int64_t>();
    return true;
}

bool takeMember(FaultRule& rule, const std::string& name, const json& value) {
    if (name == "fault")
        return true;
    if (name == "method")
        return takeText(value, rule.method);
    if (name == "path")
        return takeText(value, rule.pathPrefix);
    if (name == "location")
        return takeText(value, rule.location);
    if (name == "label")
        return takeText(value, rule.label);
    if (name == "count")
        return takeNumber(value, rule.count);
    if (name == "skip")
        return takeNumber(value, rule.skip);
    if (name == "connection")
        return takeNumber(value, rule.connection) && rule.connection > 0;
    if (name == "nth")
        return takeNumber(value, rule.nth) && rule.nth > 0;
    if (name == "seed" && value.is_number_unsigned())
        rule.seed = value.get<std::uint64_t>();
    else if (name == "rate" && value.is_number())
        rule.rate = value.get<double>();
    else if (name == "data_only" && value.is_boolean())
        rule.dataOnly = value.get<bool>();
    else if (name == "channel" && value.is_string())
        rule.where = channelsNamed(value.get_ref<const std::string&>()).value_or(0);
    else if (!factsOf(rule.kind).valueName.empty() && name == factsOf(rule.kind).valueName)
        return takeNumber(value, rule.value);
    else
        return false;
    return rule.where != 0;
}

} // namespace

Result<FaultRule> readFaultRule(const json& value) {
    if (!value.is_object())
        return bad("it is no object");
    const auto name = value.find("fault");
    const auto kind = name != value.end() && name->is_string()
                          ? faultKindNamed(name->get_ref<const std::string&>())
                          : std::nullopt;
    if (!kind)
        return bad("'fault' names none we know");
    FaultRule rule = FaultRule::of(*kind);
    // A probability speaks of the long run.
    if (value.contains("rate"))
        rule.count = 0;
    for (const auto& [member, content] : value.items())
        if (!takeMember(rule, member, content))
            return bad("'" + member.substr(0, 40) + "' is unknown or has no usable value");
    if (const Status status = checked(rule); !status)
        return status.error();
    return rule;
}

json faultRuleJson(const FaultRuleState& state) {
    const FaultRule& rule = state.rule;
    const FaultKindFacts& facts = factsOf(rule.kind);
    json out = {{"id", state.id},      {"fault", facts.name},        {"channel", nameOfChannels(rule.where)},
                {"count", rule.count}, {"skip", rule.skip},          {"rate", rule.rate},
                {"seed", rule.seed},   {"data_only", rule.dataOnly}, {"chances", state.chances},
                {"done", state.done},  {"spent", state.isSpent()}};
    if (!facts.valueName.empty())
        out[std::string(facts.valueName)] = rule.value;
    for (const auto& [name, text] : {std::pair{"method", &rule.method},
                                     {"path", &rule.pathPrefix},
                                     {"location", &rule.location},
                                     {"label", &rule.label}})
        if (!text->empty())
            out[name] = *text;
    if (rule.connection > 0)
        out["connection"] = rule.connection;
    if (rule.nth > 0)
        out["nth"] = rule.nth;
    return out;
}

json connectionJson(const ConnectionInfo& info) {
    return {{"id", info.id},
            {"channel", info.channel ? json(nameOf(*info.channel)) : json(nullptr)},
            {"requests", info.requests},
            {"frames", info.frames},
            {"bytes", info.bytes}};
}

} // namespace strikedesk::sandbox
