// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/orders/trade_book.h"
#include "ui/panels/matrix/price_grid.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace strikedesk::ui {
namespace {

constexpr const char* kSymbols[] = {"AMD261127C00100000", "SPY261127C00412000", "SOFI261127C00029000", "SOFI",
                                    "BRK.B"};

TEST(PriceGrid, StepsChangeAtThreeDollarsInAPennyClass) {
    const PriceGrid grid(Symbol::of("AMD261127C00100000"));
    const std::int64_t three = grid.indexBelow(Price::fromCents(300));
    EXPECT_EQ(grid.priceAt(three - 1), Price::fromCents(299));
    EXPECT_EQ(grid.priceAt(three), Price::fromCents(300));
    EXPECT_EQ(grid.priceAt(three + 1), Price::fromCents(305));
}

TEST(PriceGrid, StepsAreFiveAndTenCentsInOtherClasses) {
    const PriceGrid grid(Symbol::of("SOFI261127C00029000"));
    const std::int64_t three = grid.indexBelow(Price::fromCents(300));
    EXPECT_EQ(grid.priceAt(three - 1), Price::fromCents(295));
    EXPECT_EQ(grid.priceAt(three + 1), Price::fromCents(310));
}

TEST(PriceGrid, AStockBelowADollarTradesInHundredthsOfACent) {
    const PriceGrid grid(Symbol::of("SOFI"));
    const std::int64_t one = grid.indexBelow(Price::fromCents(100));
    EXPECT_EQ(grid.priceAt(one - 1), Price::fromUnits(9'999));
    EXPECT_EQ(grid.priceAt(one + 1), Price::fromCents(101));
}

TEST(PriceGrid, APriceBetweenTwoStepsLiesBetweenTheirNumbers) {
    const PriceGrid grid(Symbol::of("AMD261127C00100000"));
    const Price between = Price::fromCents(303);
    EXPECT_EQ(grid.priceAt(grid.indexBelow(between)), Price::fromCents(300));
    EXPECT_EQ(grid.priceAt(grid.indexAbove(between)), Price::fromCents(305));
    EXPECT_FALSE(grid.holds(between));
    EXPECT_TRUE(grid.holds(Price::fromCents(305)));
}

TEST(PriceGrid, ThereIsNoPriceAtZeroBelowItOrBeyondTheHighest) {
    const PriceGrid grid(Symbol::of("AMD261127C00100000"));
    EXPECT_FALSE(grid.priceAt(0));
    EXPECT_FALSE(grid.priceAt(-5));
    EXPECT_FALSE(grid.priceAt(std::numeric_limits<std::int64_t>::max()));
    EXPECT_EQ(grid.indexBelow(Price::fromCents(-100)), 0);
    EXPECT_EQ(grid.indexAbove(Price::fromUnits(1)), 1);
}

TEST(PriceGrid, EveryNumberIsAPriceThatTradesAndComesBack) {
    rc::check([] {
        const auto symbol = Symbol::of(
            *rc::gen::elementOf(std::vector<std::string>(std::begin(kSymbols), std::end(kSymbols))));
        const PriceGrid grid(symbol);
        const auto index = *rc::gen::inRange<std::int64_t>(1, 200'000);
        const auto price = grid.priceAt(index);
        RC_ASSERT(price.has_value());
        RC_ASSERT(grid.indexBelow(*price) == index);
        RC_ASSERT(grid.indexAbove(*price) == index);
        RC_ASSERT(roundDownToTick(*price, trade::tickOf(symbol, *price)) == *price);
        RC_ASSERT(*grid.priceAt(index + 1) > *price);
    });
}

} // namespace
} // namespace strikedesk::ui
