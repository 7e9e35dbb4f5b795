// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/runner.h"

#include "tests/simulation/world.h"

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <new>
#include <set>
#include <thread>
#include <vector>

namespace strikedesk::simulation {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t kMostBroken = 256;

/// What one process tells the others while it works.
struct Desk {
    std::atomic<std::uint64_t> seed;
    std::atomic<std::uint64_t> done;
    std::atomic<std::uint64_t> steps;
    std::atomic<std::uint64_t> crashes;
    std::atomic<std::uint64_t> orders;
    std::atomic<std::uint64_t> processorMicroseconds;
    std::atomic<std::uint64_t> faults[static_cast<std::size_t>(Fault::Count)];
    std::atomic<std::uint64_t> checks[kChecks];
};

/// Shared by all processes of a run.
struct Board {
    std::atomic<std::uint64_t> next;
    std::atomic<std::uint64_t> broken;
    std::atomic<std::uint64_t> brokenSeeds[kMostBroken];
    Desk desks[kMostJobs];
};

const World* g_world = nullptr; ///< whose trace is printed when an assertion ends the replay

Board* makeBoard() {
    void* page = mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED) {
        std::perror("order_simulation: no shared memory");
        std::exit(2);
    }
    return new (page) Board();
}

void noteBroken(Board& board, std::uint64_t seed) {
    const std::uint64_t place = board.broken.fetch_add(1);
    if (place < kMostBroken)
        board.brokenSeeds[place] = seed;
}

/// Of this process so far, in microseconds: what is worth comparing on a machine that does other things too.
std::uint64_t processorTime() {
    return static_cast<std::uint64_t>(std::clock()) * 1'000'000ULL / CLOCKS_PER_SEC;
}

/// The work of one process: seed after seed until none is left or enough are broken.
[[noreturn]] void liveThrough(Board& board, Desk& desk, const RunPlan& plan) {
    for (;;) {
        const std::uint64_t seed = board.next.fetch_add(1);
        if (seed - plan.from >= plan.seeds || board.broken >= plan.stopAfter)
            std::_Exit(0);
        desk.seed = seed;
        WorldOptions options;
        options.fullChecks = plan.fullChecks;
        const std::uint64_t began = processorTime();
        World world(seed, options);
        if (world.run())
            noteBroken(board, seed);
        desk.steps += world.steps();
        desk.crashes += world.crashes();
        desk.orders += world.venueOrders();
        for (std::size_t i = 0; i < world.faults().size(); ++i)
            desk.faults[i] += world.faults()[i];
        for (std::size_t i = 0; i < kChecks; ++i)
            desk.checks[i] += world.witness().exercised()[i];
        ++desk.done;
        desk.processorMicroseconds += processorTime() - began;
    }
}

pid_t startProcess(Board& board, unsigned place, const RunPlan& plan) {
    std::fflush(nullptr);
    const pid_t child = fork();
    if (child == 0)
        liveThrough(board, board.desks[place], plan);
    return child;
}

/// Everything the processes have done so far.
struct Sum {
    std::uint64_t done = 0;
    std::uint64_t steps = 0;
    std::uint64_t crashes = 0;
    std::uint64_t orders = 0;
    std::uint64_t processorMicroseconds = 0;

    explicit Sum(const Board& board) {
        for (const Desk& desk : board.desks) {
            done += desk.done;
            steps += desk.steps;
            crashes += desk.crashes;
            orders += desk.orders;
            processorMicroseconds += desk.processorMicroseconds;
        }
    }
};

void sayProgress(const Board& board, const RunPlan& plan, Clock::time_point began) {
    const Sum sum(board);
    const double seconds = std::max(1e-3, std::chrono::duration<double>(Clock::now() - began).count());
    std::fprintf(
        stderr,
        "%llu of %llu seeds in %.0f s, %.1f a second of a core, %llu steps, %llu crashes, "
        "%llu orders at the broker, %llu broken\n",
        static_cast<unsigned long long>(sum.done), static_cast<unsigned long long>(plan.seeds), seconds,
        static_cast<double>(sum.done) * 1e6 /
            static_cast<double>(std::max<std::uint64_t>(1, sum.processorMicroseconds)),
        static_cast<unsigned long long>(sum.steps), static_cast<unsigned long long>(sum.crashes),
        static_cast<unsigned long long>(sum.orders), static_cast<unsigned long long>(board.broken.load()));
}

void superviseAll(Board& board, const RunPlan& plan) {
    constexpr auto kSayEvery = std::chrono::seconds(10);
    std::vector<pid_t> processes;
    for (unsigned place = 0; place < plan.jobs; ++place)
        processes.push_back(startProcess(board, place, plan));
    const Clock::time_point began = Clock::now();
    Clock::time_point said = began;
    std::size_t left = processes.size();
    while (left > 0) {
        int status = 0;
        const pid_t ended = waitpid(-1, &status, WNOHANG);
        const auto place = std::find(processes.begin(), processes.end(), ended);
        if (ended > 0 && place != processes.end()) {
            const auto index = static_cast<unsigned>(place - processes.begin());
            if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
                --left;
            } else {
                // It took its world along: the others never saw that seed.
                noteBroken(board, board.desks[index].seed);
                processes[index] = startProcess(board, index, plan);
            }
        } else if (ended <= 0) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        if (Clock::now() - said >= kSayEvery) {
            said = Clock::now();
            sayProgress(board, plan, began);
        }
    }
    sayProgress(board, plan, began);
}

/// How often each fault happened and each check had something to judge; what never did is no proof.
void printTable(const Board& board) {
    std::printf("faults:");
    for (std::size_t i = 0; i < static_cast<std::size_t>(Fault::Count); ++i) {
        std::uint64_t sum = 0;
        for (const Desk& desk : board.desks)
            sum += desk.faults[i];
        std::printf("%s %s %llu", i == 0 ? "" : ",", nameOf(static_cast<Fault>(i)),
                    static_cast<unsigned long long>(sum));
    }
    std::printf("\nchecks:");
    for (std::size_t i = 0; i < kChecks; ++i) {
        std::uint64_t sum = 0;
        for (const Desk& desk : board.desks)
            sum += desk.checks[i];
        std::printf("%s %s %llu%s", i == 0 ? "" : ",", nameOf(static_cast<Check>(i)),
                    static_cast<unsigned long long>(sum), sum == 0 ? " (never exercised)" : "");
    }
    std::printf("\n");
}

extern "C" void printTraceAndEnd(int) {
    if (g_world != nullptr)
        std::fputs(g_world->trace().c_str(), stdout);
    std::fflush(stdout);
    std::_Exit(3);
}

/// Lives through one seed again, with its trace.
void replay(std::uint64_t seed, const RunPlan& plan) {
    WorldOptions options;
    options.trace = true;
    options.fullChecks = plan.fullChecks;
    options.traceLines = plan.trace ? 1'000'000 : 400;
    std::fflush(nullptr);
    const pid_t child = fork();
    if (child == 0) {
        std::signal(SIGABRT, printTraceAndEnd);
        World world(seed, options);
        g_world = &world;
        const std::optional<Breach> breach = world.run();
        if (breach)
            std::printf("seed %llu: [%s] %s\n", static_cast<unsigned long long>(seed), nameOf(breach->check),
                        breach->sentence.c_str());
        std::fputs(world.trace().c_str(), stdout);
        std::fflush(stdout);
        std::_Exit(breach ? 1 : 0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 1)
        std::printf("seed %llu: [assertion] the program ended itself; its words are above\n",
                    static_cast<unsigned long long>(seed));
    else if (WEXITSTATUS(status) == 0 && plan.seeds > 1)
        std::printf("seed %llu: broken before and whole when replayed: the worlds are not deterministic\n",
                    static_cast<unsigned long long>(seed));
    std::printf("replay: ./dev sim --from %llu --seeds 1 --trace\n\n", static_cast<unsigned long long>(seed));
}

} // namespace

int runSeeds(const RunPlan& plan) {
    Board& board = *makeBoard();
    board.next = plan.from;
    superviseAll(board, plan);
    const std::uint64_t broken = std::min<std::uint64_t>(board.broken, kMostBroken);
    std::set<std::uint64_t> seeds;
    for (std::uint64_t i = 0; i < broken; ++i)
        seeds.insert(board.brokenSeeds[i]);
    for (const std::uint64_t seed : seeds)
        replay(seed, plan);
    if (seeds.empty() && plan.seeds == 1 && plan.trace)
        replay(plan.from, plan);
    if (plan.seeds > 1)
        printTable(board);
    std::printf("%llu seeds, %zu broken\n", static_cast<unsigned long long>(Sum(board).done), seeds.size());
    return seeds.empty() ? 0 : 1;
}

} // namespace strikedesk::simulation
