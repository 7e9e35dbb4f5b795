// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/property/hub/hub_world.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstdlib>

namespace strikedesk::market::test {
namespace {

using Steps = std::vector<std::pair<std::uint8_t, std::uint16_t>>;

/// 400 cases of up to 150 steps unless the environment asks for more.
const int kCases = ::setenv("RC_PARAMS", "max_success=400 max_size=150", 0);

TEST(HubLaws, AnyInterleavingEndsInTheOrderedTruthAndNoBarEverVanishes) {
    ASSERT_EQ(kCases, 0);
    EXPECT_TRUE(rc::check([](std::uint64_t seed, const Steps& steps) {
        HubWorld world(seed, {Symbol::of("SPY"), Symbol::of("SPY260302C00600000")});
        world.want({world.keys()[seed % world.keys().size()]}, std::nullopt);
        for (const auto& [choice, amount] : steps) {
            world.step(choice, amount);
            if (!world.broken().empty())
                RC_FAIL(world.broken());
        }
        std::set<SeriesKey> all(world.keys().begin(), world.keys().end());
        world.want(all, world.keys().front());
        world.becomeQuiet();
        if (!world.broken().empty())
            RC_FAIL(world.broken());
        const std::string difference = world.compareWithTruth();
        if (!difference.empty())
            RC_FAIL(difference);
    }));
}

} // namespace
} // namespace strikedesk::market::test
