// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/payoff/payoff_curves.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <limits>

namespace strikedesk::charts {
namespace {

PayoffInput longCall() {
    PayoffInput input;
    input.right = OptionRight::Call;
    input.strike = 29;
    input.premium = 2.00;
    input.quantity = 4;
    input.entryFees = 2.80;
    input.spot = 29.48;
    input.volatility = 0.442;
    input.years = 7.0 / 365;
    return input;
}

TEST(Payoff, ALongCallLosesThePremiumAndFeesAtMostAndGainsWithoutLimit) {
    const auto curves = payoffOf(longCall());
    ASSERT_TRUE(curves);
    EXPECT_NEAR(*curves->maxLoss, -802.80, 1e-9);
    EXPECT_FALSE(curves->maxGain);
    EXPECT_NEAR(*curves->breakEven, 31.007, 1e-9);
    EXPECT_NEAR(profitAtExpiry(longCall(), *curves->breakEven), 0, 1e-9);
    EXPECT_NEAR(*curves->profitAtSpot, 0.48 * 400 - 802.80, 1e-9);
}

TEST(Payoff, ALongPutGainsAtMostItsStrikeLessThePremium) {
    PayoffInput input = longCall();
    input.right = OptionRight::Put;
    const auto curves = payoffOf(input);
    ASSERT_TRUE(curves);
    EXPECT_NEAR(*curves->maxGain, 27.0 * 400 - 2.80, 1e-9);
    EXPECT_NEAR(*curves->maxLoss, -802.80, 1e-9);
    EXPECT_NEAR(*curves->breakEven, 26.993, 1e-9);
}

TEST(Payoff, AShortCallHasNoLimitToItsLossAndAShortPutHas) {
    PayoffInput input = longCall();
    input.isLong = false;
    EXPECT_FALSE(payoffOf(input)->maxLoss);
    EXPECT_NEAR(*payoffOf(input)->maxGain, 797.20, 1e-9);
    input.right = OptionRight::Put;
    EXPECT_NEAR(*payoffOf(input)->maxLoss, -27.0 * 400 - 2.80, 1e-9);
}

TEST(Payoff, SharesAreALineThroughTheirPrice) {
    PayoffInput input;
    input.premium = 29.48;
    input.quantity = 100;
    input.multiplier = 1;
    const auto curves = payoffOf(input);
    ASSERT_TRUE(curves);
    EXPECT_NEAR(*curves->breakEven, 29.48, 1e-9);
    EXPECT_NEAR(*curves->maxLoss, -2948, 1e-9);
    EXPECT_FALSE(curves->maxGain);
    EXPECT_TRUE(curves->today.empty());
}

TEST(Payoff, TodayIsWorthMoreThanExpiryForALongOptionAndNeedsVolatilityAndTime) {
    const auto curves = payoffOf(longCall());
    ASSERT_EQ(curves->today.size(), curves->expiry.size());
    for (std::size_t i = 0; i < curves->today.size(); ++i)
        EXPECT_GE(curves->today[i].profit, curves->expiry[i].profit - 1e-6);
    PayoffInput blind = longCall();
    blind.volatility.reset();
    EXPECT_TRUE(payoffOf(blind)->today.empty());
    blind = longCall();
    blind.years.reset();
    EXPECT_TRUE(payoffOf(blind)->today.empty());
    blind = longCall();
    blind.volatility = std::numeric_limits<double>::quiet_NaN();
    EXPECT_TRUE(payoffOf(blind)->today.empty());
}

TEST(Payoff, WrongFiguresGiveNoPicture) {
    const auto with = [](void (*change)(PayoffInput&)) {
        PayoffInput input = longCall();
        change(input);
        return payoffOf(input);
    };
    EXPECT_FALSE(with([](PayoffInput& i) { i.premium = 0; }));
    EXPECT_FALSE(with([](PayoffInput& i) { i.premium = -1; }));
    EXPECT_FALSE(with([](PayoffInput& i) { i.premium = std::nan(""); }));
    EXPECT_FALSE(with([](PayoffInput& i) { i.strike = 0; }));
    EXPECT_FALSE(with([](PayoffInput& i) { i.strike = std::numeric_limits<double>::infinity(); }));
    EXPECT_FALSE(with([](PayoffInput& i) { i.quantity = 0; }));
    EXPECT_FALSE(with([](PayoffInput& i) { i.multiplier = -100; }));
    EXPECT_FALSE(with([](PayoffInput& i) { i.spot = 0.0; }));
    EXPECT_FALSE(with([](PayoffInput& i) { i.entryFees = -1; }));
    EXPECT_FALSE(with([](PayoffInput& i) { i.rate = std::nan(""); }));
}

TEST(Payoff, ThePictureHoldsStrikeBreakEvenSpotAndZeroAndPricesRise) {
    rc::check([] {
        PayoffInput input;
        if (*rc::gen::arbitrary<bool>())
            input.right = *rc::gen::arbitrary<bool>() ? OptionRight::Call : OptionRight::Put;
        input.strike = *rc::gen::inRange(1, 50'000) / 100.0;
        input.premium = *rc::gen::inRange(1, 5'000) / 100.0;
        input.quantity = *rc::gen::inRange(1, 100);
        input.isLong = *rc::gen::arbitrary<bool>();
        input.spot = *rc::gen::inRange(1, 50'000) / 100.0;
        const auto curves = payoffOf(input);
        RC_ASSERT(curves.has_value());
        RC_ASSERT(curves->least <= 0 && curves->most >= 0);
        RC_ASSERT(curves->low < curves->high);
        for (std::size_t i = 0; i < curves->expiry.size(); ++i) {
            RC_ASSERT(std::isfinite(curves->expiry[i].profit));
            if (i > 0)
                RC_ASSERT(curves->expiry[i].underlying >= curves->expiry[i - 1].underlying);
            if (curves->maxLoss)
                RC_ASSERT(curves->expiry[i].profit >= *curves->maxLoss - 1e-6);
            if (curves->maxGain)
                RC_ASSERT(curves->expiry[i].profit <= *curves->maxGain + 1e-6);
        }
        if (curves->breakEven)
            RC_ASSERT(std::abs(profitAtExpiry(input, *curves->breakEven)) < 1e-6);
    });
}

} // namespace
} // namespace strikedesk::charts
