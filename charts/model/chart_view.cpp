// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/model/chart_view.h"

#include "core/base/zone.h"

#include <algorithm>
#include <cmath>

namespace strikedesk::charts {

namespace {

/// Bars that should stand left of the view before a person gets there.
constexpr double kOlderReserve = 200;
/// A price this share away counts as near even when the bars hardly move.
constexpr double kLeastReach = 0.002;
/// A session shown from its start: its bars' share of the width while there is room, and how wide they are.
constexpr double kSessionShare = 0.7;
constexpr double kLeastShare = 0.12;
constexpr double kWidestBar = 12;
constexpr double kNarrowestBar = 3;

/// Where the bar that started at `start` went, counted in bars from where it was.
double movedBy(const market::SeriesSnapshot& to, std::size_t oldIndex, Timestamp start) {
    const std::size_t index = to.lowerBound(start);
    return static_cast<double>(index) - static_cast<double>(oldIndex);
}

} // namespace

void ChartView::setLayout(int width, int height, const ChartMetrics& metrics, double scale) {
    m_width = std::max(width, 1);
    m_height = std::max(height, 1);
    m_metrics = metrics;
    const int right = std::max(m_width - metrics.priceAxisWidth, 1);
    const int bottom = std::max(m_height - metrics.timeAxisHeight, 1);
    const int top = std::min(metrics.topRoom, bottom - 1);
    const int split = bottom - static_cast<int>(std::lround((bottom - top) * metrics.volumeShare));
    m_plot = {0, top, right, std::max(split, top + 1)};
    m_volume = {0, m_plot.bottom, right, std::max(bottom, m_plot.bottom)};
    m_priceAxis = {right, 0, m_width, bottom};
    m_timeAxis = {0, bottom, m_width, m_height};

    const double change = scale / m_scale;
    const bool live = m_time.showsLast();
    m_scale = scale;
    m_time.setMargin(metrics.liveMargin);
    m_time.setWidth(right);
    if (std::abs(change - 1) > 1e-9) {
        m_time.setSpacing(m_time.spacing() * change);
        if (live)
            m_time.toLive();
    }
    m_price.setPane(m_plot.top, m_plot.bottom);
}

void ChartView::setSeries(std::shared_ptr<const market::SeriesSnapshot> series) {
    const auto before = std::move(m_series);
    m_series = std::move(series);
    const std::size_t count = m_series == nullptr ? 0 : m_series->size();
    const bool isSame = before != nullptr && m_series != nullptr && before->key() == m_series->key();
    if (!isSame) {
        m_price.setAutomatic();
        m_time.setCount(0);
        m_time.setCount(count);
        return;
    }
    // The last bar shown holds its place whatever is filled in before it.
    const BarSpan shown = m_time.visible();
    if (!shown.isEmpty() && count != 0) {
        const std::size_t anchor = std::min(shown.last, before->size()) - 1;
        const double moved = movedBy(*m_series, anchor, before->at(anchor).bar.start);
        if (moved != 0)
            m_time.shiftBy(moved);
    }
    m_time.setCount(count);
}

void ChartView::fitPrices() {
    m_shown = {};
    m_highestVolume = 0;
    BarSpan span = visible();
    if (isEmpty() || span.isEmpty())
        return;
    // A sliver of the day before at the left edge does not set the prices of this one.
    const bool isCut = span.count() > 1 && m_time.xOf(static_cast<double>(span.first)) < 0;
    const auto dayOf = [this](std::size_t bar) { return newYorkDate(m_series->at(bar).bar.start); };
    if (isCut && dayOf(span.first) != dayOf(span.first + 1) && market::isIntraday(m_series->key().timeframe))
        ++span.first;
    m_shown = m_series->range(span.first, span.last);
    m_highestVolume = m_shown.highestVolume;
    const double low = m_shown.low.toDoubleLossy();
    const double high = m_shown.high.toDoubleLossy();
    const double reach = std::max((high - low) / 2, high * kLeastReach);
    double lowest = low;
    double highest = high;
    for (const Price price : m_nearPrices) {
        const double dollars = price.toDoubleLossy();
        if (dollars >= low - reach && dollars <= high + reach) {
            lowest = std::min(lowest, dollars);
            highest = std::max(highest, dollars);
        }
    }
    m_price.fit(lowest, highest);
}

std::optional<std::size_t> ChartView::sessionStart() const {
    if (isEmpty() || !market::isIntraday(m_series->key().timeframe))
        return std::nullopt;
    const Date day = newYorkDate(m_series->last()->bar.start);
    std::size_t before = 0; // bars surely of earlier days
    std::size_t first = m_series->size() - 1;
    while (before < first) {
        const std::size_t middle = before + (first - before) / 2;
        if (newYorkDate(m_series->at(middle).bar.start) < day)
            before = middle + 1;
        else
            first = middle;
    }
    return first;
}

void ChartView::showSession() {
    const auto first = sessionStart();
    if (!first)
        return;
    const double bars = static_cast<double>(m_series->size() - *first);
    const double width = m_time.width();
    // Wide enough that a tenth of the plot has bars: less room than that the scale does not leave.
    const double most = std::max(kWidestBar * m_scale, width * kLeastShare / bars);
    m_time.setSpacing(std::clamp(width * kSessionShare / bars, kNarrowestBar * m_scale, most));
    m_time.toLive();
    // A hair to the right, so that no sliver of the bar before counts as shown.
    const double atStart = static_cast<double>(*first) - 0.49 + width / m_time.spacing();
    if (atStart > m_time.rightIndex())
        m_time.setRightIndex(atStart);
    m_price.setAutomatic();
}

ChartView::Memory ChartView::memory() const {
    Memory kept;
    kept.spacing = m_time.spacing() / m_scale;
    kept.isLive = isEmpty() || m_time.showsLast();
    const BarSpan span = visible();
    if (!kept.isLive && !span.isEmpty())
        kept.rightBar = m_series->at(span.last - 1).bar.start;
    if (!m_price.isAutomatic())
        kept.prices = std::pair{m_price.low(), m_price.high()};
    return kept;
}

void ChartView::restore(const Memory& memory) {
    if (memory.spacing > 0)
        m_time.setSpacing(memory.spacing * m_scale);
    m_time.toLive();
    if (!memory.isLive && !isEmpty())
        m_time.setRightIndex(static_cast<double>(m_series->lowerBound(memory.rightBar)) + 0.5);
    m_price.setAutomatic();
    if (memory.prices.has_value())
        m_price.setRange(memory.prices->first, memory.prices->second);
}

bool ChartView::wantsOlder() const {
    return !isEmpty() && m_time.indexAt(0) < std::min(kOlderReserve, m_time.width() / m_time.spacing());
}

} // namespace strikedesk::charts
