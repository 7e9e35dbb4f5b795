// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/faults/fault_rule.h"

#include <cstdint>
#include <vector>

namespace strikedesk::sandbox {

/// Bad weather for a long run: every fault a client can notice and make good again, each with its own
/// probability and seed. What no client could ever notice (a lost or re-worded market message) is left out,
/// so that charts must equal the truth and orders must reconcile in spite of it.
struct StormPlan {
    std::uint64_t seed = 1;
    double rate = 0.02;         ///< share of REST requests that something happens to, up to 0.5
    double frameRate = 0.0005;  ///< share of stream frames, up to 0.1
    std::int64_t delayMs = 500; ///< of each delay, up to 10,000
    bool writes = true;         ///< also order writes: lost answers, errors before and after the effect
    bool silence = true;        ///< also sockets that fall silent
};

inline constexpr std::string_view kStormLabel = "storm";

/// The rules of a plan, all under kStormLabel. Error: a number out of range.
Result<std::vector<FaultRule>> stormRules(const StormPlan& plan);

} // namespace strikedesk::sandbox
