// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/model/time_scale.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

using namespace strikedesk::charts;

namespace {

TimeScale scale(std::size_t count, double width = 900, double spacing = 8) {
    TimeScale made;
    made.setMargin(28);
    made.setWidth(width);
    made.setCount(count);
    made.setSpacing(spacing);
    made.toLive();
    return made;
}

} // namespace

TEST(ChartTimeScale, IndexAndPositionAreEachOthersInverse) {
    TimeScale time = scale(5'000);
    for (const double spacing : {0.3, 0.9, 1.0, 4.7, 60.0}) {
        time.setSpacing(spacing);
        for (const double index : {0.0, 1.5, 2'499.0, 4'999.0})
            EXPECT_NEAR(time.indexAt(time.xOf(index)), index, 1e-6) << spacing;
    }
}

TEST(ChartTimeScale, ZoomKeepsTheBarUnderTheCursor) {
    for (const double x : {120.0, 450.0, 700.0}) {
        TimeScale time = scale(5'000);
        time.panBy(4'000);
        const double before = time.indexAt(x);
        for (const double factor : {1.127, 1.127, 2.0, 0.5, 0.8}) {
            time.zoom(factor, x);
            EXPECT_NEAR(time.indexAt(x), before, 1e-6) << x;
        }
    }
}

TEST(ChartTimeScale, ZoomStopsAtFiveBarsAndAtTheWholeSeries) {
    TimeScale time = scale(100'000);
    for (int i = 0; i < 200; ++i)
        time.zoom(1.5, 450);
    EXPECT_NEAR(time.width() / time.spacing(), TimeScale::kMinBarsShown, 1e-6);
    for (int i = 0; i < 200; ++i)
        time.zoom(0.5, 450);
    EXPECT_EQ(time.visible(), (BarSpan{0, 100'000}));
}

TEST(ChartTimeScale, SomeBarsAlwaysStayInSight) {
    for (const std::size_t count : {std::size_t{1}, std::size_t{30}, std::size_t{10'000}}) {
        TimeScale time = scale(count);
        time.panBy(1e12);
        EXPECT_FALSE(time.visible().isEmpty()) << count;
        EXPECT_EQ(time.visible().first, 0U);
        time.panBy(-1e12);
        EXPECT_FALSE(time.visible().isEmpty()) << count;
        EXPECT_EQ(time.visible().last, count);
    }
}

TEST(ChartTimeScale, NewBarsTakeTheViewAlongAtTheLiveEdge) {
    TimeScale time = scale(1'000);
    const double x = time.xOf(999);
    time.setCount(1'001);
    EXPECT_NEAR(time.xOf(1'000), x, 1e-9);
}

TEST(ChartTimeScale, NewBarsDoNotMoveALookBack) {
    TimeScale time = scale(1'000);
    time.panBy(300);
    ASSERT_FALSE(time.showsLast());
    const double x = time.xOf(900);
    time.setCount(1'050);
    EXPECT_DOUBLE_EQ(time.xOf(900), x);
}

TEST(ChartTimeScale, GoesBackToLive) {
    TimeScale time = scale(1'000);
    const double edge = time.rightIndex();
    time.panBy(3'000);
    ASSERT_FALSE(time.showsLast());
    time.toLive();
    EXPECT_TRUE(time.showsLast());
    EXPECT_DOUBLE_EQ(time.rightIndex(), edge);
}

TEST(ChartTimeScale, AWiderWindowKeepsTheNewestBarAtTheEdge) {
    TimeScale time = scale(1'000);
    const double fromRight = time.width() - time.xOf(999);
    time.setWidth(1'700);
    EXPECT_NEAR(time.width() - time.xOf(999), fromRight, 1e-9);
    time.setWidth(200);
    EXPECT_NEAR(time.width() - time.xOf(999), fromRight, 1e-9);
}

TEST(ChartTimeScale, NonsenseIsIgnored) {
    TimeScale time = scale(1'000);
    const double right = time.rightIndex();
    const double spacing = time.spacing();
    const double inf = std::numeric_limits<double>::infinity();
    const double nan = std::nan("");
    time.zoom(nan, 10);
    time.zoom(0, 10);
    time.zoom(-1, 10);
    time.zoom(2, inf);
    time.panBy(nan);
    time.panBy(inf);
    time.setSpacing(nan);
    time.setSpacing(-3);
    time.setRightIndex(nan);
    time.showSpan({7, 7});
    EXPECT_DOUBLE_EQ(time.rightIndex(), right);
    EXPECT_DOUBLE_EQ(time.spacing(), spacing);
    time.setWidth(nan);
    EXPECT_GE(time.width(), 1);
}

TEST(ChartTimeScale, AnEmptySeriesShowsNothing) {
    const TimeScale time = scale(0);
    EXPECT_TRUE(time.visible().isEmpty());
    EXPECT_EQ(time.barAt(100), 0U);
    EXPECT_FALSE(time.showsLast());
}
