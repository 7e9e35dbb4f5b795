// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/options/pricing.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace strikedesk::options {
namespace {

constexpr OptionRight kCall = OptionRight::Call;
constexpr OptionRight kPut = OptionRight::Put;
constexpr double kMinutesPerYear = 525'600;

void expectRelative(double value, double expected, double tolerance) {
    EXPECT_NEAR(value, expected, std::abs(expected) * tolerance);
}

TEST(Pricing, HalfYearWorkedExample) {
    const PricingInput in{100, 100, 0.05, 0.02, 0.20, 0.5};
    expectRelative(*europeanPrice(kCall, in), 6.30763515495, 1e-9);
    expectRelative(*europeanPrice(kPut, in), 4.83364298287, 1e-9);
    const Greeks call = displayed(*europeanGreeks(kCall, in));
    expectRelative(call.delta, 0.5644849345, 1e-9);
    expectRelative(call.gamma, 0.02749579441, 1e-9);
    expectRelative(call.vega, 0.2749579441, 1e-9);
    expectRelative(call.theta, -0.01884173131, 1e-9);
    expectRelative(call.rho, 0.2507042915, 1e-9);
    const Greeks put = displayed(*europeanGreeks(kPut, in));
    expectRelative(put.delta, -0.4255648993, 1e-9);
    expectRelative(put.theta, -0.01090625215, 1e-9);
    expectRelative(put.rho, -0.2369506645, 1e-9);
}

TEST(Pricing, SameDayWorkedExample) {
    const PricingInput in{660.30, 662, 0.0425, 0.012, 0.12, 135 / kMinutesPerYear};
    expectRelative(*europeanPrice(kCall, in), 0.053953611, 1e-8);
    expectRelative(*europeanPrice(kPut, in), 1.74876236333, 1e-9);
    const Greeks call = displayed(*europeanGreeks(kCall, in));
    expectRelative(call.delta, 0.09143692903, 1e-9);
    expectRelative(call.gamma, 0.129391035, 1e-8);
    expectRelative(call.vega, 0.01738787219, 1e-9);
    expectRelative(call.theta, -1.11786264, 1e-8);
    PricingInput morning = in;
    morning.years = 390 / kMinutesPerYear;
    expectRelative(*europeanPrice(kCall, morning), 0.269207735313, 1e-9);
    expectRelative(europeanGreeks(kCall, morning)->delta, 0.2182651504, 1e-9);
}

TEST(Pricing, LongDatedPutWorkedExample) {
    const PricingInput in{180, 150, 0.043, 0.005, 0.42, 540.0 / 365};
    expectRelative(*europeanPrice(kPut, in), 16.5940266228, 1e-9);
    const Greeks put = displayed(*europeanGreeks(kPut, in));
    expectRelative(put.delta, -0.2333011421, 1e-9);
    expectRelative(put.gamma, 0.003317520514, 1e-9);
    expectRelative(put.vega, 0.6678959547, 1e-9);
}

TEST(Pricing, PublishedEuropeanValues) {
    struct Row {
        OptionRight right;
        PricingInput in;
        double value;
    };
    const Row rows[] = {
        {kCall, {60, 65, 0.08, 0, 0.30, 0.25}, 2.1334},
        {kPut, {100, 95, 0.10, 0.05, 0.20, 0.50}, 2.4648},
        {kPut, {19, 19, 0.10, 0.10, 0.28, 0.75}, 1.7011},
        {kCall, {1.56, 1.60, 0.06, 0.08, 0.12, 0.50}, 0.0291},
        {kPut, {75, 70, 0.10, 0.05, 0.35, 0.50}, 4.0870},
        {kCall, {42, 40, 0.04, 0.08, 0.35, 0.75}, 5.0975},
        {kCall, {90, 100, 0.1, 0.1, 0.15, 0.1}, 0.0205},
        {kCall, {110, 100, 0.1, 0.1, 0.25, 0.1}, 10.3556},
        {kPut, {90, 100, 0.1, 0.1, 0.35, 0.1}, 10.8479},
        {kPut, {110, 100, 0.1, 0.1, 0.15, 0.1}, 0.0408},
    };
    for (const Row& row : rows)
        EXPECT_NEAR(*europeanPrice(row.right, row.in), row.value, 1e-4);
}

TEST(Pricing, PutCallParityHoldsEverywhere) {
    for (const double spot : {20.0, 95.0, 100.0, 105.0, 700.0}) {
        for (const double volatility : {0.0, 0.01, 0.2, 1.5}) {
            for (const double years : {0.0, 1e-6, 0.01, 2.0}) {
                const PricingInput in{spot, 100, 0.05, 0.02, volatility, years};
                const double forward = spot * std::exp(-0.02 * years) - 100 * std::exp(-0.05 * years);
                EXPECT_NEAR(*europeanPrice(kCall, in) - *europeanPrice(kPut, in), forward,
                            1e-11 * (spot + 100));
            }
        }
    }
}

TEST(Pricing, GreeksAreTheSlopesOfThePrice) {
    const PricingInput in{100, 104, 0.04, 0.01, 0.3, 0.2};
    for (const OptionRight right : {kCall, kPut}) {
        const Greeks greeks = *europeanGreeks(right, in);
        const auto slope = [&](double PricingInput::*member, double step) {
            PricingInput up = in;
            PricingInput down = in;
            up.*member += step;
            down.*member -= step;
            return (*europeanPrice(right, up) - *europeanPrice(right, down)) / (2 * step);
        };
        EXPECT_NEAR(greeks.delta, slope(&PricingInput::spot, 1e-3), 1e-7);
        EXPECT_NEAR(greeks.vega, slope(&PricingInput::volatility, 1e-5), 1e-5);
        EXPECT_NEAR(greeks.rho, slope(&PricingInput::rate, 1e-5), 1e-5);
        EXPECT_NEAR(greeks.theta, -slope(&PricingInput::years, 1e-6), 1e-4);
    }
}

TEST(Pricing, AtExpiryTheValueIsIntrinsicAndDeltaAStep) {
    EXPECT_DOUBLE_EQ(*europeanPrice(kCall, {105, 100, 0.05, 0, 0.2, 0}), 5);
    EXPECT_DOUBLE_EQ(*europeanPrice(kPut, {105, 100, 0.05, 0, 0.2, 0}), 0);
    EXPECT_DOUBLE_EQ(europeanGreeks(kCall, {105, 100, 0.05, 0, 0.2, 0})->delta, 1);
    EXPECT_DOUBLE_EQ(europeanGreeks(kPut, {100, 100, 0.05, 0, 0.2, 0})->delta, -0.5);
    EXPECT_DOUBLE_EQ(europeanGreeks(kCall, {100, 100, 0.05, 0, 0.2, 0})->gamma, 0);
}

TEST(Pricing, RefusesNonsense) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinite = std::numeric_limits<double>::infinity();
    const PricingInput rows[] = {{0, 100, 0, 0, 0.2, 1},     {-1, 100, 0, 0, 0.2, 1},
                                 {100, 0, 0, 0, 0.2, 1},     {100, 100, 0, 0, -0.2, 1},
                                 {100, 100, 0, 0, 0.2, -1},  {nan, 100, 0, 0, 0.2, 1},
                                 {100, 100, nan, 0, 0.2, 1}, {100, 100, 0, 0, infinite, 1}};
    for (const PricingInput& in : rows) {
        EXPECT_FALSE(europeanPrice(kCall, in).has_value());
        EXPECT_FALSE(europeanGreeks(kPut, in).has_value());
    }
}

TEST(ImpliedVolatility, WorkedExamples) {
    EXPECT_NEAR(*impliedVolatility(kCall, 1.25, {100, 105, 0.04, 0, 0, 30.0 / 365}), 0.258552840689, 1e-8);
    EXPECT_NEAR(*impliedVolatility(kPut, 0.62, {660.30, 655, 0.0425, 0.012, 0, 135 / kMinutesPerYear}),
                0.569189027569, 1e-8);
    EXPECT_NEAR(*impliedVolatility(kPut, 0.05, {100, 70, 0.04, 0, 0, 30.0 / 365}), 0.549181542466, 1e-8);
}

TEST(ImpliedVolatility, InvertsThePriceWhereThePriceTells) {
    int solved = 0;
    for (const OptionRight right : {kCall, kPut}) {
        for (const double strike : {80.0, 95.0, 100.0, 107.0, 130.0}) {
            for (const double volatility : {0.05, 0.2, 0.6, 2.0}) {
                for (const double years : {1.0 / 365, 0.1, 1.0}) {
                    const PricingInput in{100, strike, 0.03, 0.01, volatility, years};
                    const double price = *europeanPrice(right, in);
                    const double vega = europeanGreeks(right, in)->vega;
                    if (vega < 0.01)
                        continue;
                    const auto found = impliedVolatility(right, price, in);
                    ASSERT_TRUE(found.has_value());
                    EXPECT_NEAR(*found, volatility, 1e-8);
                    ++solved;
                }
            }
        }
    }
    EXPECT_GT(solved, 80);
}

TEST(ImpliedVolatility, SaysNothingWhereThereIsNone) {
    const PricingInput in{100, 90, 0.05, 0, 0, 0.5};
    const double intrinsic = 100 - 90 * std::exp(-0.025);
    EXPECT_FALSE(impliedVolatility(kCall, intrinsic, in).has_value());
    EXPECT_FALSE(impliedVolatility(kCall, intrinsic - 1, in).has_value());
    EXPECT_FALSE(impliedVolatility(kCall, 100, in).has_value());
    EXPECT_FALSE(impliedVolatility(kCall, 150, in).has_value());
    EXPECT_FALSE(impliedVolatility(kPut, 0, in).has_value());
    EXPECT_FALSE(impliedVolatility(kPut, -1, in).has_value());
    EXPECT_FALSE(impliedVolatility(kPut, 90, in).has_value());
    EXPECT_FALSE(impliedVolatility(kPut, std::numeric_limits<double>::quiet_NaN(), in).has_value());
    EXPECT_FALSE(impliedVolatility(kCall, 12, {100, 90, 0.05, 0, 0, 0}).has_value());
    EXPECT_TRUE(impliedVolatility(kCall, intrinsic + 0.01, in).has_value());
}

TEST(TimeToExpiry, IsCalendarSecondsAndAtLeastOne) {
    const Timestamp now = Timestamp::fromSeconds(1'000);
    EXPECT_NEAR(*yearsBetween(now, now + Duration::minutes(135)), 0.000256849315, 1e-12);
    EXPECT_DOUBLE_EQ(*yearsBetween(now, now + Duration::milliseconds(1)), 1.0 / (365.0 * 86'400));
    EXPECT_FALSE(yearsBetween(now, now).has_value());
    EXPECT_FALSE(yearsBetween(now, now - Duration::seconds(1)).has_value());
}

} // namespace
} // namespace strikedesk::options
