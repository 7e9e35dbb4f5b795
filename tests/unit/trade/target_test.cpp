// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/orders/trade_book.h"

#include <gtest/gtest.h>

namespace strikedesk::trade {
namespace {

const Symbol kSpy = Symbol::of("SPY260320C00500000");
const Symbol kStandard = Symbol::of("ZZZ260320C00500000");

ExitPlan plan(TakeProfit::Kind kind, int cents, int percentUnits = 0) {
    ExitPlan plan;
    plan.takeProfit = TakeProfit{kind, Price::fromCents(cents), percentUnits};
    return plan;
}

TEST(Target, IsRoundedToTheTickInTheTradersFavour) {
    const ExitPlan half = plan(TakeProfit::Kind::PlusPercent, 0, 5'000);
    EXPECT_EQ(targetOf(half, Price::fromCents(552), kSpy, true), Price::fromCents(828));
    // 2.11 × 1.5 = 3.165
    EXPECT_EQ(targetOf(half, Price::fromCents(211), kSpy, true), Price::fromCents(317));
    EXPECT_EQ(targetOf(half, Price::fromCents(211), kStandard, true), Price::fromCents(320));
    EXPECT_EQ(targetOf(half, Price::fromCents(211), kSpy, false), Price::fromCents(105));
}

TEST(Target, FollowsTheFillWhenGivenAsAnAmountAndStaysWhenGivenAsAPrice) {
    EXPECT_EQ(targetOf(plan(TakeProfit::Kind::PlusAmount, 40), Price::fromCents(210), kSpy, true),
              Price::fromCents(250));
    EXPECT_EQ(targetOf(plan(TakeProfit::Kind::AtPrice, 300), Price::fromCents(210), kSpy, true),
              Price::fromCents(300));
    EXPECT_EQ(targetOf({}, Price::fromCents(210), kSpy, true), std::nullopt);
}

TEST(Target, OfAShortNeverFallsBelowOneTick) {
    EXPECT_EQ(targetOf(plan(TakeProfit::Kind::PlusAmount, 500), Price::fromCents(210), kSpy, false),
              Price::fromCents(1));
}

TEST(Target, TicksFollowClassAndPrice) {
    EXPECT_EQ(tickOf(kSpy, Price::fromCents(450)), Price::fromCents(1));
    EXPECT_EQ(tickOf(kStandard, Price::fromCents(299)), Price::fromCents(5));
    EXPECT_EQ(tickOf(kStandard, Price::fromCents(300)), Price::fromCents(10));
    EXPECT_EQ(tickOf(Symbol::of("AAPL"), Price::fromCents(100)), Price::fromCents(1));
    EXPECT_EQ(tickOf(Symbol::of("AAPL"), Price::fromCents(99)), Price::fromUnits(1));
}

} // namespace
} // namespace strikedesk::trade
