// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/routes_switches.h"

#include "core/run/sandbox/alpaca/wire_trading.h"
#include "core/run/sandbox/http/bounded_json.h"
#include "core/run/sandbox/sandbox.h"

#include <nlohmann/json.hpp>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

/// Far above all bounds and far below what would overflow as nanoseconds.
constexpr std::int64_t kMostNumber = 2'000'000'000;

HttpAnswer switchesAnswer(const Sandbox& sandbox) {
    const Switches now = sandbox.switches();
    return jsonAnswer(200, {{"stuck_cancel_permille", now.stuckCancelPermille},
                            {"early_assignment_permille", now.earlyAssignmentPermille},
                            {"refuses_when_halted", now.refusesWhenHalted},
                            {"free_data_plan", now.freeDataPlan},
                            {"ghost_session_ms", now.ghostSession.toMilliseconds()},
                            {"slow_client_bytes", now.slowClientBytes}});
}

/// Reads one member; false when its name or value is none.
bool readSwitch(const std::string& name, const json& value, SwitchChange& change) {
    if (value.is_boolean()) {
        if (name == "refuses_when_halted")
            change.refusesWhenHalted = value.get<bool>();
        else if (name == "free_data_plan")
            change.freeDataPlan = value.get<bool>();
        else
            return false;
        return true;
    }
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() > kMostNumber)
        return false;
    const auto number = value.get<std::int64_t>();
    if (name == "stuck_cancel_permille")
        change.stuckCancelPermille = number;
    else if (name == "early_assignment_permille")
        change.earlyAssignmentPermille = number;
    else if (name == "ghost_session_ms")
        change.ghostSession = Duration::milliseconds(number);
    else if (name == "slow_client_bytes")
        change.slowClientBytes = static_cast<std::size_t>(number);
    else
        return false;
    return true;
}

} // namespace

std::optional<HttpAnswer> switchRoute(Sandbox& sandbox, const HttpRequest& request) {
    if (request.path != "/sandbox/v1/switches")
        return std::nullopt;
    if (request.method == "GET")
        return switchesAnswer(sandbox);
    if (request.method != "POST")
        return methodNotAllowed("GET, POST");
    const json body = parseJson(request.body);
    if (!body.is_object())
        return errorAnswer(400, 40010000, "request body format is invalid");
    SwitchChange change;
    for (const auto& [name, value] : body.items())
        if (!readSwitch(name, value, change))
            return errorAnswer(422, 42210000,
                               "'" + name.substr(0, 40) + "' is no switch or has no usable value.");
    if (const Status moved = sandbox.setSwitches(change); !moved)
        return errorAnswer(422, 42210000, moved.error().message);
    return switchesAnswer(sandbox);
}

} // namespace strikedesk::sandbox
