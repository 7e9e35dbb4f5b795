// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace strikedesk::sandbox {

/// Frames waiting for a client that does not read, in bytes; beyond that it is a slow client and dropped.
inline constexpr std::size_t kUsualSlowClientBytes = 16 * 1024 * 1024;

/// What can be switched while a sandbox runs. The first three are kept with the account, as all of its
/// VenueConfig; the others last as long as the sandbox.
struct Switches {
    std::int64_t stuckCancelPermille = 0;     ///< VenueConfig::stuckCancelPermille
    std::int64_t earlyAssignmentPermille = 0; ///< VenueConfig::earlyAssignmentPermille
    bool refusesWhenHalted = false;           ///< VenueConfig::refusesWhenHalted
    bool freeDataPlan = false;                ///< for sessions and requests from now on
    Duration ghostSession;                    ///< for sessions that end from now on
    std::size_t slowClientBytes = kUsualSlowClientBytes;
};

/// The switches to move; the others stay.
struct SwitchChange {
    std::optional<std::int64_t> stuckCancelPermille = {};
    std::optional<std::int64_t> earlyAssignmentPermille = {};
    std::optional<bool> refusesWhenHalted = {};
    std::optional<bool> freeDataPlan = {};
    std::optional<Duration> ghostSession = {};
    std::optional<std::size_t> slowClientBytes = {};
};

/// Error: a chance outside 0 to 1000, a ghost above ten minutes, a bound outside 1 KiB to 1 GiB.
Status checkSwitches(const SwitchChange& change);
/// `now` after the change.
Switches withChange(Switches now, const SwitchChange& change);

} // namespace strikedesk::sandbox
