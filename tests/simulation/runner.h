// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace strikedesk::simulation {

/// Which worlds to live through, and how.
struct RunPlan {
    std::uint64_t from = 1;
    std::uint64_t seeds = 1'000;
    unsigned jobs = 1;      ///< processes beside each other, 1..kMostJobs
    unsigned stopAfter = 5; ///< broken seeds
    bool trace = false;     ///< the whole trace of each broken seed instead of its end; of one seed: always
    bool fullChecks = false;
};

inline constexpr unsigned kMostJobs = 64;

/// Lives through the seeds in forked processes, so that a failed assertion takes only its own world along,
/// and prints progress to stderr; broken seeds with check, sentence, trace and replay command to stdout. The
/// exit code of the program: 0 when nothing broke.
int runSeeds(const RunPlan& plan);

} // namespace strikedesk::simulation
