// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/views/bar_columns.h"

#include <algorithm>
#include <cmath>

namespace strikedesk::charts {

namespace {

/// Far outside every screen, and small enough for sums.
constexpr double kFar = 1e6;

int pixel(double value) { return static_cast<int>(std::lround(std::clamp(value, -kFar, kFar))); }

int volumeTop(const ChartView& view, std::int64_t volume) {
    const PixelBox& pane = view.volume();
    if (view.highestVolume() <= 0 || volume <= 0)
        return pane.bottom;
    const double share = static_cast<double>(volume) / static_cast<double>(view.highestVolume());
    // A traded bar is never invisible.
    return std::min(pane.bottom - pixel(share * (pane.height() - 4)), pane.bottom - 1);
}

BarColumn columnOf(const ChartView& view, const market::BarRange& range, std::int64_t volume) {
    BarColumn column;
    const PriceScale& price = view.price();
    column.high = pixel(price.yOf(range.high));
    column.low = pixel(price.yOf(range.low));
    column.open = pixel(price.yOf(range.open));
    column.close = pixel(price.yOf(range.close));
    column.volumeTop = volumeTop(view, volume);
    column.isUp = range.close >= range.open;
    return column;
}

} // namespace

BarWidths barWidths(double spacing, double scale) {
    BarWidths widths;
    widths.wick = std::max(1, static_cast<int>(std::floor(scale)));
    // Narrow bars keep one free pixel, wide ones about a quarter of the step.
    const double share = std::max(std::min(spacing - widths.wick, 5 * scale), spacing * 0.74);
    widths.body = std::max(static_cast<int>(std::floor(share)), widths.wick);
    if (widths.body % 2 != widths.wick % 2)
        --widths.body;
    widths.hasBody = widths.body >= widths.wick + 2 && spacing >= widths.wick + 2;
    if (!widths.hasBody)
        widths.body = widths.wick;
    return widths;
}

BarSpan barsWithin(const ChartView& view, int left, int right) {
    const BarSpan shown = view.visible();
    if (shown.isEmpty())
        return {};
    // A line chart reaches from bar to bar.
    const double reach = view.time().spacing() + 2;
    BarSpan span{view.time().barAt(left - reach), view.time().barAt(right + reach) + 1};
    span.first = std::max(span.first, shown.first);
    span.last = std::min(span.last, shown.last);
    return span.isEmpty() ? BarSpan{} : span;
}

std::vector<BarColumn> barColumns(const ChartView& view, const market::SeriesSnapshot& shown, BarSpan span) {
    std::vector<BarColumn> columns;
    span.last = std::min(span.last, shown.size());
    if (span.isEmpty())
        return columns;
    const TimeScale& time = view.time();
    if (time.spacing() >= 1) {
        columns.reserve(span.count());
        for (std::size_t i = span.first; i < span.last; ++i) {
            const market::SeriesBar& bar = shown.at(i);
            columns.push_back(columnOf(view, market::BarRange::of(bar.bar), bar.bar.volume));
            columns.back().middle = static_cast<int>(std::floor(time.xOf(static_cast<double>(i))));
            columns.back().afterGap = bar.afterGap;
        }
        return columns;
    }
    const int firstX = static_cast<int>(std::floor(time.xOf(static_cast<double>(span.first))));
    const int lastX = static_cast<int>(std::floor(time.xOf(static_cast<double>(span.last - 1))));
    columns.reserve(static_cast<std::size_t>(std::max(lastX - firstX + 1, 0)));
    std::size_t from = span.first;
    for (int x = firstX; x <= lastX && from < span.last; ++x) {
        const double end = std::ceil(time.indexAt(x + 1));
        const std::size_t to = std::clamp(static_cast<std::size_t>(std::max(end, 0.0)), from, span.last);
        if (to == from)
            continue;
        const market::BarRange range = shown.range(from, to);
        columns.push_back(columnOf(view, range, range.highestVolume));
        columns.back().middle = x;
        from = to;
    }
    return columns;
}

} // namespace strikedesk::charts
