// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/views/bar_columns.h"
#include "charts/views/line_boxes.h"
#include "tests/unit/charts/chart_fixture.h"

#include <gtest/gtest.h>

using namespace strikedesk;
using namespace strikedesk::charts;

namespace {

ChartView viewOf(charts_test::Series series, BarSpan span = {}) {
    ChartView view;
    view.setLayout(900, 500, ChartMetrics(), 1);
    view.setSeries(std::move(series));
    if (!span.isEmpty())
        view.time().showSpan(span);
    view.fitPrices();
    return view;
}

int sevenADigit(const QString& words) { return static_cast<int>(words.size()) * 7; }

} // namespace

TEST(ChartBars, WickAndBodyShareTheirMiddleAtEveryWidth) {
    for (const double scale : {1.0, 1.25, 1.5, 2.0, 3.0}) {
        int before = 0;
        for (double spacing = 0.1; spacing < 300; spacing *= 1.07) {
            const BarWidths widths = barWidths(spacing, scale);
            EXPECT_EQ(widths.body % 2, widths.wick % 2);
            EXPECT_GE(widths.body + 1, before) << "bars do not become narrower while one zooms in";
            if (widths.hasBody) {
                EXPECT_LT(widths.body, spacing + 1);
            }
            before = widths.body;
        }
    }
}

TEST(ChartBars, AFrameCostsColumnsNotBars) {
    for (const std::size_t count : {std::size_t{2'000}, std::size_t{20'000}, std::size_t{300'000}}) {
        const ChartView view = viewOf(charts_test::series(count), {0, count});
        const auto columns = barColumns(view, *view.series(), view.visible());
        EXPECT_LE(columns.size(), static_cast<std::size_t>(view.plot().width()) + 2) << count;
    }
}

TEST(ChartBars, ColumnsTogetherHoldEveryBar) {
    const std::size_t count = 20'000;
    const ChartView view = viewOf(charts_test::series(count), {0, count});
    const auto columns = barColumns(view, *view.series(), {0, count});
    int top = 100'000;
    int bottom = -100'000;
    for (const BarColumn& column : columns) {
        top = std::min(top, column.high);
        bottom = std::max(bottom, column.low);
        EXPECT_LE(column.high, std::min(column.open, column.close));
        EXPECT_GE(column.low, std::max(column.open, column.close));
    }
    EXPECT_NEAR(top, view.price().yOf(view.shown().high), 1);
    EXPECT_NEAR(bottom, view.price().yOf(view.shown().low), 1);
}

TEST(ChartBars, APartIsDrawnAsInTheWhole) {
    const ChartView view = viewOf(charts_test::series(500));
    const auto all = barColumns(view, *view.series(), view.visible());
    const BarSpan part = barsWithin(view, 300, 340);
    ASSERT_LT(part.count(), view.visible().count());
    for (const BarColumn& column : barColumns(view, *view.series(), part)) {
        const auto same = std::find_if(all.begin(), all.end(),
                                       [&](const BarColumn& other) { return other.middle == column.middle; });
        ASSERT_NE(same, all.end());
        EXPECT_EQ(same->high, column.high);
        EXPECT_EQ(same->volumeTop, column.volumeTop);
    }
}

TEST(ChartLines, BoxesDoNotCoverEachOther) {
    const ChartView view = viewOf(charts_test::series(300));
    ChartOverlay overlay;
    for (int i = 0; i < 6; ++i) {
        OrderLine line;
        line.id = QString::number(i);
        line.price = view.series()->last()->bar.close + Price::fromUnits(i);
        line.label = QStringLiteral("Target");
        line.quantity = QStringLiteral("4");
        overlay.orders.push_back(line);
    }
    const auto boxes = lineBoxes(view, overlay, LineUse(), sevenADigit);
    ASSERT_EQ(boxes.size(), 6U);
    for (std::size_t i = 0; i < boxes.size(); ++i)
        for (std::size_t j = i + 1; j < boxes.size(); ++j)
            EXPECT_TRUE(boxes[i].whole().right <= boxes[j].whole().left ||
                        boxes[j].whole().right <= boxes[i].whole().left);
}

TEST(ChartLines, AnOrderOutOfSightStandsAtTheEdgeAndSaysSo) {
    const ChartView view = viewOf(charts_test::series(300));
    ChartOverlay overlay;
    overlay.orders.push_back({QStringLiteral("far"), Price::fromCents(900'000), Price::fromCents(1),
                              QStringLiteral("Target"), QStringLiteral("4")});
    overlay.orders.push_back({QStringLiteral("low"), Price::fromCents(1), Price::fromCents(1),
                              QStringLiteral("Stop"), QStringLiteral("4")});
    const auto boxes = lineBoxes(view, overlay, LineUse(), sevenADigit);
    EXPECT_TRUE(boxes[0].isOutside && boxes[0].isAbove);
    EXPECT_TRUE(boxes[1].isOutside && !boxes[1].isAbove);
    for (const LineBox& box : boxes)
        EXPECT_TRUE(view.plot().contains(box.whole().left, box.whole().top + 2));
}

TEST(ChartLines, TheCrossIsFoundBeforeTheLineAndTheLineBeforeThePane) {
    const ChartView view = viewOf(charts_test::series(300));
    ChartOverlay overlay;
    overlay.orders.push_back({QStringLiteral("a"), view.series()->last()->bar.close, Price::fromCents(1),
                              QStringLiteral("Target"), QStringLiteral("4")});
    const auto boxes = lineBoxes(view, overlay, LineUse(), sevenADigit);
    const PixelBox& cross = boxes[0].cancel;
    EXPECT_EQ(hitAt(view, overlay, boxes, cross.left + 2, boxes[0].y).zone, HitZone::OrderCancel);
    EXPECT_EQ(hitAt(view, overlay, boxes, 50, boxes[0].y + 3).zone, HitZone::OrderLine);
    EXPECT_EQ(hitAt(view, overlay, boxes, 50, boxes[0].y + 30).zone, HitZone::Plot);
    EXPECT_EQ(hitAt(view, overlay, boxes, 880, 100).zone, HitZone::PriceAxis);
    EXPECT_EQ(hitAt(view, overlay, boxes, 100, 495).zone, HitZone::TimeAxis);
    EXPECT_EQ(hitAt(view, overlay, boxes, -5, 100).zone, HitZone::Nothing);
    overlay.orders[0].isMovable = false;
    EXPECT_EQ(hitAt(view, overlay, boxes, 50, boxes[0].y).zone, HitZone::Plot);
    // Boxes of an overlay that is gone.
    EXPECT_EQ(hitAt(view, ChartOverlay(), boxes, cross.left + 2, boxes[0].y).zone, HitZone::Plot);
}
