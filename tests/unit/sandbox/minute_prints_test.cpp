// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/hash_random.h"
#include "core/run/sandbox/market/minute_prints.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace strikedesk::sandbox {
namespace {

market::Bar barWith(std::int64_t open, std::int64_t high, std::int64_t low, std::int64_t close,
                    std::int64_t volume) {
    market::Bar bar;
    bar.start = Timestamp::fromSeconds(1'700'000'040);
    bar.open = Price::fromCents(open);
    bar.high = Price::fromCents(high);
    bar.low = Price::fromCents(low);
    bar.close = Price::fromCents(close);
    bar.volume = volume;
    return bar;
}

void expectRebuilds(const market::Bar& bar, const PrintStyle& style) {
    const auto prints = printsOf(Symbol::of("TEST"), bar, style);
    ASSERT_FALSE(prints.empty());
    Timestamp last = bar.start - Duration::nanoseconds(1);
    for (const market::TradePrint& print : prints) {
        EXPECT_LT(last, print.at);
        EXPECT_GE(print.size, 1);
        last = print.at;
    }
    EXPECT_LT(last, bar.start + Duration::minutes(1));
    const auto built = barOf(prints, bar.start, last);
    ASSERT_TRUE(built);
    EXPECT_EQ(built->open, bar.open);
    EXPECT_EQ(built->high, bar.high);
    EXPECT_EQ(built->low, bar.low);
    EXPECT_EQ(built->close, bar.close);
    EXPECT_EQ(built->volume, bar.volume);
}

TEST(MinutePrints, RebuildAThousandRandomBarsExactly) {
    HashRandom random(42, {});
    for (int i = 0; i < 1'000; ++i) {
        const std::int64_t low = random.between(1, 5'000);
        const std::int64_t high = low + random.between(0, 40);
        PrintStyle style;
        style.seed = random.next();
        style.wanted = random.between(0, 80);
        style.grid = i % 3 == 0 ? Price() : Price::fromCents(i % 2 == 0 ? 1 : 5);
        expectRebuilds(barWith(random.between(low, high), high, low, random.between(low, high),
                               random.between(4, 100'000)),
                       style);
        if (::testing::Test::HasFailure())
            FAIL() << "at bar " << i;
    }
}

TEST(MinutePrints, RebuildTheSmallestBars) {
    PrintStyle style;
    style.wanted = 30;
    expectRebuilds(barWith(100, 100, 100, 100, 1), style);
    expectRebuilds(barWith(100, 101, 100, 101, 2), style);
    expectRebuilds(barWith(101, 101, 100, 100, 2), style);
    expectRebuilds(barWith(100, 101, 100, 100, 3), style);
    expectRebuilds(barWith(100, 102, 99, 101, 4), style);
}

TEST(MinutePrints, MergeMinutesIntoOneBar) {
    std::vector<market::Bar> bars{barWith(100, 110, 95, 105, 10), barWith(105, 120, 104, 90, 30)};
    bars[0].vwap = Price::fromCents(100);
    bars[1].vwap = Price::fromCents(112);
    bars[1].low = Price::fromCents(90);
    const auto day = merged(bars, Timestamp::fromSeconds(5));
    ASSERT_TRUE(day);
    EXPECT_EQ(day->open, Price::fromCents(100));
    EXPECT_EQ(day->high, Price::fromCents(120));
    EXPECT_EQ(day->low, Price::fromCents(90));
    EXPECT_EQ(day->close, Price::fromCents(90));
    EXPECT_EQ(day->volume, 40);
    EXPECT_EQ(day->vwap, Price::fromCents(109));
    EXPECT_FALSE(merged({}, Timestamp::fromSeconds(5)));
}

} // namespace
} // namespace strikedesk::sandbox
