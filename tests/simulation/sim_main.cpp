// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/runner.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <optional>
#include <string_view>
#include <thread>

// ./dev sim: the order core in as many seeded worlds as one likes.

namespace {

using strikedesk::simulation::kMostJobs;
using strikedesk::simulation::RunPlan;

constexpr const char* kUsage =
    "Usage: ./dev sim [--seeds N] [--from S] [--jobs J] [--trace] [--stop-after K] "
    "[--check=full]\n";

std::optional<std::uint64_t> numberOf(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// Takes one option with its number; false when it is none of ours.
bool take(RunPlan& plan, std::string_view option, std::uint64_t number) {
    if (option == "--seeds")
        plan.seeds = number;
    else if (option == "--from")
        plan.from = number;
    else if (option == "--jobs" && number >= 1 && number <= kMostJobs)
        plan.jobs = static_cast<unsigned>(number);
    else if (option == "--stop-after" && number >= 1)
        plan.stopAfter = static_cast<unsigned>(number);
    else
        return false;
    return true;
}

} // namespace

int main(int count, char** words) {
    RunPlan plan;
    plan.jobs = std::clamp(std::thread::hardware_concurrency(), 1U, kMostJobs);
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        const auto number = i + 1 < count ? numberOf(words[i + 1]) : std::nullopt;
        if (word == "--trace")
            plan.trace = true;
        else if (word == "--check=full")
            plan.fullChecks = true;
        else if (number && take(plan, word, *number))
            ++i;
        else
            return std::fprintf(stderr, "'%s' was not understood.\n%s", words[i], kUsage), 2;
    }
    return runSeeds(plan);
}
