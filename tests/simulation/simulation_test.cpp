// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/world.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace strikedesk::simulation {
namespace {

std::uint64_t fromEnvironment(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

TEST(OrderWorld, KeepsEveryPromiseThroughFaultsAndAgreesWithTheBrokerAfterThem) {
    const std::uint64_t from = fromEnvironment("STRIKEDESK_SIM_FROM", 551);
    const std::uint64_t seeds = fromEnvironment("STRIKEDESK_SIM_SEEDS", 60);
    std::size_t orders = 0;
    int broken = 0;
    for (std::uint64_t seed = from; seed < from + seeds && broken < 5; ++seed) {
        World world(seed);
        const std::optional<Breach> breach = world.run();
        orders += world.venueOrders();
        if (!breach)
            continue;
        ++broken;
        ADD_FAILURE() << "seed " << seed << ": [" << nameOf(breach->check) << "] " << breach->sentence
                      << "\nreplay: ./dev sim --from " << seed << " --seeds 1 --trace";
    }
    EXPECT_GT(orders, seeds) << "worlds in which nothing happens prove nothing";
}

TEST(OrderWorld, TheSameSeedIsTheSameWorld) {
    WorldOptions traced;
    traced.trace = true;
    for (std::uint64_t seed = 3'001; seed < 3'007; ++seed) {
        World first(seed);
        World second(seed, traced);
        EXPECT_EQ(first.run().has_value(), second.run().has_value()) << seed;
        EXPECT_EQ(first.hash(), second.hash()) << seed;
        EXPECT_EQ(first.steps(), second.steps()) << seed;
    }
}

TEST(OrderWorld, LookingAtWhatChangedFindsWhatLookingAtEverythingFinds) {
    WorldOptions everything;
    everything.fullChecks = true;
    for (std::uint64_t seed = 4'001; seed < 4'004; ++seed) {
        World quick(seed);
        World full(seed, everything);
        EXPECT_EQ(quick.run().has_value(), full.run().has_value()) << seed;
        EXPECT_EQ(quick.steps(), full.steps()) << seed;
    }
}

} // namespace
} // namespace strikedesk::simulation
