// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/property/hub/hub_world.h"

#include <gtest/gtest.h>

namespace strikedesk::market::test {
namespace {

/// A person clicks through a watchlist and its timeframes faster than history comes, while live data flows.
/// Loads are answered late, out of turn, or end cancelled.
class HundredClicks : public testing::TestWithParam<int> {};

TEST_P(HundredClicks, EveryChartEndsComplete) {
    std::vector<Symbol> watchlist;
    for (const char* symbol : {"AAPL", "AMD", "NVDA", "QQQ", "SPY", "SPY260302P00590000"})
        watchlist.push_back(Symbol::of(symbol));
    const auto seed = static_cast<std::uint64_t>(GetParam());
    HubWorld world(seed, watchlist);
    std::uint64_t state = seed * 7'919 + 1;
    const auto random = [&state](unsigned below) {
        state = state * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
        return static_cast<unsigned>(state >> 33) % below;
    };
    for (int click = 0; click < 100; ++click) {
        const SeriesKey& focus = world.keys()[random(static_cast<unsigned>(world.keys().size()))];
        // The chart turned to, and another that stays where it is.
        std::set<SeriesKey> keys = {focus, world.keys()[click / 25 * 7 % world.keys().size()]};
        world.want(keys, focus);
        world.check();
        for (unsigned answers = random(4); answers > 0; --answers)
            world.answerSomething(random(100), 1 + random(400));
        world.advance(static_cast<int>(random(4)));
        if (click == 40)
            world.setFeed(false);
        if (click == 45)
            world.setFeed(true);
        world.check();
        ASSERT_EQ(world.broken(), "") << "click " << click;
    }
    world.becomeQuiet();
    EXPECT_EQ(world.broken(), "");
    EXPECT_EQ(world.compareWithTruth(), "");
    for (const Symbol& symbol : watchlist) {
        std::set<SeriesKey> keys;
        for (const SeriesKey& key : world.keys())
            if (key.symbol == symbol)
                keys.insert(key);
        world.want(keys, *keys.begin());
        world.becomeQuiet();
        ASSERT_EQ(world.broken(), "");
        EXPECT_EQ(world.compareWithTruth(), "");
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, HundredClicks, testing::Range(1, 13));

} // namespace
} // namespace strikedesk::market::test
