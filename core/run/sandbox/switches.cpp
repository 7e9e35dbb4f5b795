// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/switches.h"

namespace strikedesk::sandbox {

namespace {

constexpr Duration kLongestGhost = Duration::minutes(10);
constexpr std::size_t kLeastBytes = 1'024;
constexpr std::size_t kMostBytes = 1'024 * 1'024 * 1'024;

bool isChance(const std::optional<std::int64_t>& permille) {
    return !permille || (*permille >= 0 && *permille <= 1'000);
}

} // namespace

Status checkSwitches(const SwitchChange& change) {
    if (!isChance(change.stuckCancelPermille) || !isChance(change.earlyAssignmentPermille))
        return invalidInput("sandbox.switch.chance", "A chance is a number from 0 to 1000 of 1000. Use one.");
    if (change.ghostSession && (*change.ghostSession < Duration() || *change.ghostSession > kLongestGhost))
        return invalidInput("sandbox.switch.ghost",
                            "A ghost session lasts between nothing and ten minutes. Choose such a time.");
    if (change.slowClientBytes &&
        (*change.slowClientBytes < kLeastBytes || *change.slowClientBytes > kMostBytes))
        return invalidInput("sandbox.switch.slow",
                            "The bound for a slow client lies between 1 KiB and 1 GiB. Choose such a bound.");
    return done();
}

Switches withChange(Switches now, const SwitchChange& change) {
    now.stuckCancelPermille = change.stuckCancelPermille.value_or(now.stuckCancelPermille);
    now.earlyAssignmentPermille = change.earlyAssignmentPermille.value_or(now.earlyAssignmentPermille);
    now.refusesWhenHalted = change.refusesWhenHalted.value_or(now.refusesWhenHalted);
    now.freeDataPlan = change.freeDataPlan.value_or(now.freeDataPlan);
    now.ghostSession = change.ghostSession.value_or(now.ghostSession);
    now.slowClientBytes = change.slowClientBytes.value_or(now.slowClientBytes);
    return now;
}

} // namespace strikedesk::sandbox
