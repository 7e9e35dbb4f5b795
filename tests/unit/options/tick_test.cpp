// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/options/tick.h"

#include <gtest/gtest.h>

namespace strikedesk::options {
namespace {

Price cents(std::int64_t count) { return Price::fromCents(count); }

TEST(OptionTick, FollowsTheClassAndStepsUpAtThreeDollars) {
    struct Row {
        TickClass tickClass;
        int price;
        int tick;
    };
    const Row rows[] = {
        {TickClass::PennyThroughout, 299, 1},   {TickClass::PennyThroughout, 300, 1},
        {TickClass::PennyThroughout, 9'000, 1}, {TickClass::PennyProgram, 1, 1},
        {TickClass::PennyProgram, 299, 1},      {TickClass::PennyProgram, 300, 5},
        {TickClass::PennyProgram, 9'000, 5},    {TickClass::Standard, 1, 5},
        {TickClass::Standard, 299, 5},          {TickClass::Standard, 300, 10},
    };
    for (const Row& row : rows)
        EXPECT_EQ(tickSize(row.tickClass, cents(row.price)), cents(row.tick)) << row.price;
}

TEST(OptionTick, KnowsTheClassOfARoot) {
    EXPECT_EQ(tickClassOf(Symbol::of("SPY")), TickClass::PennyThroughout);
    EXPECT_EQ(tickClassOf(Symbol::of("QQQ"), PennyProgram::NotMember), TickClass::PennyThroughout);
    EXPECT_EQ(tickClassOf(Symbol::of("IWM")), TickClass::PennyThroughout);
    EXPECT_EQ(tickClassOf(Symbol::of("AAPL")), TickClass::PennyProgram);
    EXPECT_EQ(tickClassOf(Symbol::of("AAPL1")), TickClass::PennyProgram);
    EXPECT_EQ(tickClassOf(Symbol::of("GOOGL")), TickClass::PennyProgram);
    EXPECT_EQ(tickClassOf(Symbol::of("AAPL"), PennyProgram::NotMember), TickClass::Standard);
    EXPECT_EQ(tickClassOf(Symbol::of("ZZZZ")), TickClass::Standard);
    EXPECT_EQ(tickClassOf(Symbol::of("ZZZZ"), PennyProgram::Member), TickClass::PennyProgram);
    EXPECT_EQ(tickClassOf(Symbol()), TickClass::Standard);
}

TEST(OptionTick, RoundsToTheGridAcrossTheStep) {
    EXPECT_EQ(roundDownToTick(TickClass::PennyProgram, cents(307)), cents(305));
    EXPECT_EQ(roundUpToTick(TickClass::PennyProgram, cents(307)), cents(310));
    EXPECT_EQ(roundUpToTick(TickClass::PennyProgram, Price::fromUnits(29'999)), cents(300));
    EXPECT_EQ(roundUpToTick(TickClass::Standard, cents(297)), cents(300));
    EXPECT_EQ(roundDownToTick(TickClass::Standard, cents(3)), cents(0));
    EXPECT_EQ(roundDownToTick(TickClass::Standard, cents(309)), cents(300));
    EXPECT_TRUE(isOnTick(TickClass::PennyProgram, cents(305)));
    EXPECT_FALSE(isOnTick(TickClass::PennyProgram, cents(301)));
    EXPECT_TRUE(isOnTick(TickClass::PennyProgram, cents(299)));
}

TEST(OptionTick, RoundedPricesAreOnTheGrid) {
    for (const TickClass tickClass :
         {TickClass::PennyThroughout, TickClass::PennyProgram, TickClass::Standard}) {
        for (std::int64_t units = 1; units < 70'000; units += 37) {
            const Price price = Price::fromUnits(units);
            EXPECT_TRUE(isOnTick(tickClass, roundDownToTick(tickClass, price)));
            EXPECT_TRUE(isOnTick(tickClass, roundUpToTick(tickClass, price)));
            EXPECT_LE(roundDownToTick(tickClass, price), price);
            EXPECT_GE(roundUpToTick(tickClass, price), price);
        }
    }
}

} // namespace
} // namespace strikedesk::options
