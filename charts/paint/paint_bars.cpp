// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/paint/scene.h"
#include "charts/views/bar_columns.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace strikedesk::charts {

namespace {

void paintVolume(Canvas& canvas, const Scene& scene, const std::vector<BarColumn>& columns,
                 const BarWidths& widths) {
    const PixelBox& pane = scene.view.volume();
    const QRgb up = scene.style.volumeUp.rgba();
    const QRgb down = scene.style.volumeDown.rgba();
    const int body = widths.hasBody ? widths.body : widths.wick;
    canvas.limitTo(pane);
    for (const BarColumn& column : columns) {
        const int left = column.middle - body / 2;
        canvas.fill({left, column.volumeTop, left + body, pane.bottom}, column.isUp ? up : down);
    }
    canvas.unlimit();
}

void paintCandles(Canvas& canvas, const Scene& scene, const std::vector<BarColumn>& columns,
                  const BarWidths& widths) {
    const QRgb up = scene.style.up.rgba();
    const QRgb down = scene.style.down.rgba();
    for (const BarColumn& column : columns) {
        const QRgb colour = column.isUp ? up : down;
        const int wick = column.middle - widths.wick / 2;
        canvas.fill({wick, column.high, wick + widths.wick, std::max(column.low, column.high) + widths.wick},
                    colour);
        if (!widths.hasBody)
            continue;
        const int left = column.middle - widths.body / 2;
        const int top = std::min(column.open, column.close);
        const int bottom = std::max({column.open, column.close, top + widths.wick - 1}) + 1;
        canvas.fill({left, top, left + widths.body, bottom}, colour);
    }
}

void paintTickBars(Canvas& canvas, const Scene& scene, const std::vector<BarColumn>& columns,
                   const BarWidths& widths) {
    const QRgb up = scene.style.up.rgba();
    const QRgb down = scene.style.down.rgba();
    const int thick = widths.wick;
    for (const BarColumn& column : columns) {
        const QRgb colour = column.isUp ? up : down;
        const int left = column.middle - thick / 2;
        canvas.fill({left, column.high, left + thick, column.low + thick}, colour);
        if (!widths.hasBody)
            continue;
        const int reach = widths.body / 2;
        canvas.fill({column.middle - reach, column.open, left, column.open + thick}, colour);
        canvas.fill({left + thick, column.close, column.middle + reach + 1, column.close + thick}, colour);
    }
}

void paintCloses(Canvas& canvas, const Scene& scene, const std::vector<BarColumn>& columns) {
    if (columns.empty())
        return;
    const int left = columns.front().middle;
    const int right = std::max(columns.back().middle, left) + 1;
    std::vector<float> ys(static_cast<std::size_t>(right - left), std::numeric_limits<float>::quiet_NaN());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const BarColumn& from = columns[i];
        const BarColumn& to = i + 1 < columns.size() ? columns[i + 1] : from;
        const int steps = std::max(to.middle - from.middle, 1);
        for (int step = 0; step < steps; ++step)
            ys[static_cast<std::size_t>(from.middle - left + step)] =
                static_cast<float>(from.close) + static_cast<float>(to.close - from.close) *
                                                     static_cast<float>(step) / static_cast<float>(steps);
    }
    canvas.curve(left, ys, scene.style.line, 1.5 * scene.view.scale());
}

/// A hole in the data: a dashed line in front of the bar that follows it. Never drawn as if time were whole.
void paintGaps(Canvas& canvas, const Scene& scene, const std::vector<BarColumn>& columns) {
    const double half = scene.view.time().spacing() / 2;
    const QRgb colour = scene.style.warn.rgba();
    const PixelBox& plot = scene.view.plot();
    for (const BarColumn& column : columns) {
        if (!column.afterGap)
            continue;
        const int x = static_cast<int>(std::floor(column.middle - half));
        canvas.vertical(x, plot.top, scene.view.volume().bottom, colour, scene.px(1), scene.px(2),
                        scene.px(4));
        canvas.triangle(x + 0.5, plot.top + scene.px(6), scene.px(4), scene.px(6), false, scene.style.warn);
    }
}

} // namespace

void paintBars(Canvas& canvas, const Scene& scene) {
    const ChartView& view = scene.view;
    const BarSpan span = barsWithin(view, canvas.clip().left, canvas.clip().right);
    const std::vector<BarColumn> columns = barColumns(view, *scene.drawn, span);
    const BarWidths widths = barWidths(view.time().spacing(), view.scale());
    paintVolume(canvas, scene, columns, widths);
    canvas.limitTo({0, 0, view.plot().right, view.plot().bottom});
    switch (view.kind) {
    case ChartKind::Candles:
    case ChartKind::HeikinAshi:
        paintCandles(canvas, scene, columns, widths);
        break;
    case ChartKind::Bars:
        paintTickBars(canvas, scene, columns, widths);
        break;
    case ChartKind::Line:
        paintCloses(canvas, scene, columns);
        break;
    }
    canvas.limitTo({0, 0, view.plot().right, view.volume().bottom});
    paintGaps(canvas, scene, columns);
    canvas.unlimit();
}

} // namespace strikedesk::charts
