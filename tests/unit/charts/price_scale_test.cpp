// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/model/price_scale.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

using namespace strikedesk;
using namespace strikedesk::charts;

namespace {

PriceScale scale(double low, double high, PriceScaleKind kind = PriceScaleKind::Linear) {
    PriceScale made;
    made.setPane(20, 420);
    made.setKind(kind);
    made.fit(low, high);
    return made;
}

} // namespace

TEST(ChartPriceScale, PriceAndHeightAreEachOthersInverse) {
    for (const PriceScaleKind kind : {PriceScaleKind::Linear, PriceScaleKind::Logarithmic}) {
        const PriceScale price = scale(10, 40, kind);
        for (const double dollars : {10.0, 17.31, 40.0})
            EXPECT_NEAR(price.priceAt(price.yOf(dollars)), dollars, 1e-9);
        EXPECT_LT(price.yOf(40.0), price.yOf(10.0));
    }
}

TEST(ChartPriceScale, LogarithmicGivesEqualRatiosEqualHeights) {
    const PriceScale price = scale(10, 80, PriceScaleKind::Logarithmic);
    EXPECT_NEAR(price.yOf(10.0) - price.yOf(20.0), price.yOf(40.0) - price.yOf(80.0), 1e-6);
}

TEST(ChartPriceScale, AFlatMarketStillHasARange) {
    for (const double at : {0.0001, 2.0, 31.0, 9'999'999.0}) {
        const PriceScale price = scale(at, at);
        EXPECT_LT(price.low(), at);
        EXPECT_GT(price.high(), at);
        EXPECT_NEAR(price.yOf(at), 220, 1);
    }
}

TEST(ChartPriceScale, AnAxisDragHoldsUntilItIsAutomaticAgain) {
    PriceScale price = scale(10, 20);
    price.stretch(2);
    EXPECT_FALSE(price.isAutomatic());
    const double low = price.low();
    price.fit(1, 2);
    EXPECT_DOUBLE_EQ(price.low(), low);
    price.setAutomatic();
    price.fit(1, 2);
    EXPECT_LT(price.high(), 3);
}

TEST(ChartPriceScale, NonsenseRangesAreIgnored) {
    PriceScale price = scale(10, 20);
    const double low = price.low();
    const double nan = std::nan("");
    price.setRange(nan, 4);
    price.setRange(5, 5);
    price.setRange(9, 4);
    price.setRange(0, std::numeric_limits<double>::infinity());
    price.setRange(-1e30, 1e30);
    price.stretch(0);
    price.stretch(nan);
    price.panBy(nan);
    price.fit(nan, 3);
    EXPECT_DOUBLE_EQ(price.low(), low);
    EXPECT_TRUE(price.isAutomatic());
    for (int i = 0; i < 300; ++i)
        price.stretch(0.5);
    EXPECT_TRUE(std::isfinite(price.yOf(15.0)));
    for (int i = 0; i < 300; ++i)
        price.stretch(2);
    EXPECT_TRUE(std::isfinite(price.yOf(15.0)));
}

TEST(ChartPriceScale, ADropLandsOnATickAndNeverAtZero) {
    const PriceScale price = scale(2, 3);
    EXPECT_EQ(price.snappedAt(price.yOf(2.134), Price::fromCents(5)), Price::fromCents(215));
    EXPECT_EQ(price.snappedAt(price.yOf(2.12), Price::fromCents(5)), Price::fromCents(210));
    EXPECT_EQ(price.snappedAt(1e9, Price::fromCents(5)), Price::fromCents(5));
    EXPECT_TRUE(price.snappedAt(-1e9, Price()).isPositive());
}

TEST(ChartPriceScale, LabelsAreRoundMultiplesOfTheTick) {
    struct Row {
        double low;
        double high;
        std::int64_t tick;
    };
    for (const Row& row : {Row{31, 32.4, 100}, Row{2.0, 2.2, 500}, Row{0.01, 0.02, 1}, Row{3'000, 3'900, 100},
                           Row{31.00, 31.001, 100}, Row{1, 9'000'000, 100}}) {
        const PriceScale price = scale(row.low, row.high);
        const auto labels = labelPrices(price, Price::fromUnits(row.tick), 44);
        EXPECT_LE(labels.size(), 12U);
        for (std::size_t i = 0; i < labels.size(); ++i) {
            EXPECT_EQ(labels[i].units() % row.tick, 0);
            EXPECT_TRUE(labels[i].isPositive());
            if (i > 0) {
                EXPECT_GE(price.yOf(labels[i - 1]) - price.yOf(labels[i]), 43.9);
            }
        }
    }
    EXPECT_GE(labelPrices(scale(31, 32.4), Price::fromCents(1), 44).size(), 4U);
}

TEST(ChartPriceScale, TicksOfStocksFollowTheRule) {
    EXPECT_EQ(stockTick(Price::fromCents(100)), Price::fromCents(1));
    EXPECT_EQ(stockTick(Price::fromCents(99)), Price::fromUnits(1));
    EXPECT_EQ(decimalsOf(Price::fromCents(5)), 2);
    EXPECT_EQ(decimalsOf(Price::fromUnits(5)), 4);
    EXPECT_EQ(decimalsOf(Price::fromUnits(50)), 3);
}
