// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/property/simulation/order_world.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace strikedesk::simulation {
namespace {

std::uint64_t fromEnvironment(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

TEST(OrderWorld, KeepsEveryPromiseThroughFaultsAndAgreesWithTheBrokerAfterThem) {
    const std::uint64_t from = fromEnvironment("STRIKEDESK_SIM_FROM", 1);
    const std::uint64_t seeds = fromEnvironment("STRIKEDESK_SIM_SEEDS", 40);
    std::uint64_t steps = 0;
    std::uint64_t crashes = 0;
    std::size_t orders = 0;
    int broken = 0;
    for (std::uint64_t seed = from; seed < from + seeds && broken < 5; ++seed) {
        OrderWorld world(seed);
        const std::string failure = world.run();
        steps += world.steps();
        crashes += world.crashes();
        orders += world.venueOrders();
        if (failure.empty())
            continue;
        ++broken;
        const bool wantsTrace = fromEnvironment("STRIKEDESK_SIM_TRACE", seeds == 1) != 0;
        ADD_FAILURE() << "seed " << seed << ": " << failure << "\nreplay: STRIKEDESK_SIM_FROM=" << seed
                      << " STRIKEDESK_SIM_SEEDS=1\n"
                      << (wantsTrace ? world.trace() : std::string());
    }
    RecordProperty("steps", std::to_string(steps));
    EXPECT_GT(orders, seeds) << "worlds in which nothing happens prove nothing";
    std::printf("%llu seeds, %llu steps, %llu crashes, %zu orders at the broker\n",
                static_cast<unsigned long long>(seeds), static_cast<unsigned long long>(steps),
                static_cast<unsigned long long>(crashes), orders);
}

TEST(OrderWorld, TheSameSeedIsTheSameWorld) {
    OrderWorld first(7);
    OrderWorld second(7);
    EXPECT_EQ(first.run(), second.run());
    EXPECT_EQ(first.trace(), second.trace());
    EXPECT_EQ(first.steps(), second.steps());
}

} // namespace
} // namespace strikedesk::simulation
