// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/fault_plan.h"

namespace strikedesk::sandbox {

namespace {
constexpr std::array<std::string_view, FaultPlan::kCount> kNames = {
    "lose_order_answer",   "drop_order_before_effect", "order_error_before", "order_error_after",
    "lose_replace_answer", "lose_cancel_answer",       "rate_limited",       "garbled_answer",
    "delay_answer",        "unknown_status",           "unknown_fields",     "lose_fill",
    "mute_trade_updates",
};
} // namespace

std::string_view FaultPlan::nameOf(Fault fault) { return kNames[static_cast<std::size_t>(fault)]; }

std::optional<Fault> FaultPlan::named(std::string_view name) {
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (kNames[i] == name)
            return static_cast<Fault>(i);
    return std::nullopt;
}

} // namespace strikedesk::sandbox
