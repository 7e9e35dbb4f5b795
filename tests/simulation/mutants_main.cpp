// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/mutants.h"
#include "tests/simulation/world.h"

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string_view>
#include <thread>
#include <vector>

// ./dev sim --mutant NAME|all: does the simulation find each planted bug? A bug counts as found in a seed
// whose world breaks with it and is whole without it.

namespace {

using strikedesk::simulation::Breach;
using strikedesk::simulation::Check;
using strikedesk::simulation::World;
using strikedesk::trade::Mutant;

constexpr std::size_t kMutants = static_cast<std::size_t>(Mutant::Count);
constexpr const char* kUsage = "Usage: ./dev sim --mutant NAME|all|quick [--seeds N] [--from S] [--jobs J]\n";

/// What became of one mutant; shared by all processes.
struct Row {
    std::atomic<std::uint64_t> seed;  ///< being lived through
    std::atomic<std::uint64_t> tried; ///< seeds
    std::atomic<std::uint64_t> hits;
    std::atomic<std::uint64_t> found; ///< 1: by `check`, 2: it ended the program
    std::atomic<std::uint64_t> check;
};
struct Table {
    Row rows[kMutants];
};

/// Found within a few dozen seeds: what CI asks each time.
constexpr const char* kQuick[] = {"NewIdOnRetry",   "NotFoundIsRejected", "SendBeforeCommit",
                                  "NoFillDedupe",   "StreamOnly",         "RestartMeansNotSent",
                                  "RestartResends", "IdOnlyInRam",        "FailedLookUpCounts",
                                  "ReadyUnswept",   "KillWeakens",        "ExitIgnoresCoverage"};

struct Plan {
    std::uint64_t from = 1;
    std::uint64_t seeds = 10'000;
    unsigned jobs = 1;
    std::vector<Mutant> mutants;
};

/// Seeds with one mutant until it is found. In a process of its own: a bug may end the program.
[[noreturn]] void hunt(Row& row, Mutant mutant, std::uint64_t first, const Plan& plan) {
    for (std::uint64_t seed = first; seed - plan.from < plan.seeds; ++seed) {
        row.seed = seed;
        strikedesk::trade::want(mutant);
        const std::uint64_t before = strikedesk::trade::mutantHits();
        const std::optional<Breach> breach = World(seed).run();
        row.hits += strikedesk::trade::mutantHits() - before;
        ++row.tried;
        if (!breach)
            continue;
        strikedesk::trade::want(Mutant::None);
        if (World(seed).run())
            continue; // broken without it as well
        row.check = static_cast<std::uint64_t>(breach->check);
        row.found = 1;
        std::_Exit(0);
    }
    std::_Exit(0);
}

pid_t startHunt(Table& table, Mutant mutant, std::uint64_t first, const Plan& plan) {
    std::fflush(nullptr);
    const pid_t child = fork();
    if (child == 0)
        hunt(table.rows[static_cast<std::size_t>(mutant)], mutant, first, plan);
    return child;
}

void print(const Row& row, Mutant mutant) {
    const char* how = row.found == 2   ? "an assertion"
                      : row.found == 1 ? strikedesk::simulation::nameOf(static_cast<Check>(row.check.load()))
                      : row.hits == 0  ? "NOBODY: never reached"
                                       : "NOBODY";
    std::printf("%-26s found by %-18s after %llu seeds (reached %llu times)\n",
                strikedesk::trade::nameOf(mutant), how, static_cast<unsigned long long>(row.tried.load()),
                static_cast<unsigned long long>(row.hits.load()));
    std::fflush(stdout);
}

int huntAll(Table& table, const Plan& plan) {
    std::vector<std::pair<pid_t, Mutant>> hunts;
    std::size_t next = 0;
    int survivors = 0;
    while (next < plan.mutants.size() || !hunts.empty()) {
        while (hunts.size() < plan.jobs && next < plan.mutants.size()) {
            const Mutant mutant = plan.mutants[next++];
            hunts.emplace_back(startHunt(table, mutant, plan.from, plan), mutant);
        }
        int status = 0;
        const pid_t ended = waitpid(-1, &status, 0);
        const auto hunt = std::find_if(hunts.begin(), hunts.end(),
                                       [ended](const auto& entry) { return entry.first == ended; });
        if (hunt == hunts.end())
            continue;
        Row& row = table.rows[static_cast<std::size_t>(hunt->second)];
        if (!WIFEXITED(status)) {
            row.found = 2;
            ++row.tried;
            row.hits += 1;
        }
        print(row, hunt->second);
        survivors += row.found == 0 ? 1 : 0;
        hunts.erase(hunt);
    }
    std::printf("%zu mutants, %d survive\n", plan.mutants.size(), survivors);
    return survivors == 0 ? 0 : 1;
}

bool takeMutants(Plan& plan, std::string_view word) {
    if (word == "all") {
        for (std::size_t i = 1; i < kMutants; ++i)
            plan.mutants.push_back(static_cast<Mutant>(i));
    } else if (word == "quick") {
        for (const char* name : kQuick)
            if (const auto mutant = strikedesk::trade::mutantOf(name))
                plan.mutants.push_back(*mutant);
    } else if (const auto mutant = strikedesk::trade::mutantOf(word)) {
        plan.mutants.push_back(*mutant);
    } else {
        return false;
    }
    return true;
}

bool take(Plan& plan, std::string_view option, std::string_view word) {
    if (option == "--mutant")
        return takeMutants(plan, word);
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size())
        return false;
    if (option == "--seeds")
        plan.seeds = number;
    else if (option == "--from")
        plan.from = number;
    else if (option == "--jobs" && number >= 1 && number <= 64)
        plan.jobs = static_cast<unsigned>(number);
    else
        return false;
    return true;
}

} // namespace

int main(int count, char** words) {
    Plan plan;
    plan.jobs = std::clamp(std::thread::hardware_concurrency(), 1U, 64U);
    for (int i = 1; i < count; i += 2)
        if (i + 1 >= count || !take(plan, words[i], words[i + 1])) {
            std::fprintf(stderr, "'%s' was not understood.\n%sMutants:", words[i], kUsage);
            for (std::size_t m = 1; m < kMutants; ++m)
                std::fprintf(stderr, " %s", strikedesk::trade::nameOf(static_cast<Mutant>(m)));
            std::fprintf(stderr, "\n");
            return 2;
        }
    void* page = mmap(nullptr, sizeof(Table), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED || plan.mutants.empty()) {
        std::fprintf(stderr, "%s", kUsage);
        return 2;
    }
    return huntAll(*new (page) Table(), plan);
}
