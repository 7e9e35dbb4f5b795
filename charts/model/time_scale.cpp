// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/model/time_scale.h"

#include <algorithm>
#include <cmath>

namespace strikedesk::charts {

namespace {

/// The share of the width that always shows bars, however far the view is dragged.
constexpr double kLeastBarsShare = 0.1;
/// How far in the series still counts as one pixel being enough for a bar.
constexpr double kFinestSpacing = 0.5;

} // namespace

void TimeScale::setWidth(double width) {
    if (!std::isfinite(width) || width < 1)
        width = 1;
    m_width = width;
    clampSpacing();
    clampRight();
}

void TimeScale::setSpacing(double spacing) {
    if (!std::isfinite(spacing) || spacing <= 0)
        return;
    const bool live = showsLast();
    const double lastX = m_count == 0 ? 0 : xOf(static_cast<double>(m_count - 1));
    m_spacing = spacing;
    clampSpacing();
    if (live && m_count != 0)
        m_rightIndex = static_cast<double>(m_count - 1) + (m_width - lastX) / m_spacing;
    clampRight();
}

void TimeScale::setCount(std::size_t count) {
    if (count == m_count)
        return;
    const bool follow = showsLast() || m_count == 0;
    const double moved = static_cast<double>(count) - static_cast<double>(m_count);
    const bool wasEmpty = m_count == 0;
    m_count = count;
    clampSpacing();
    if (wasEmpty)
        toLive();
    else if (follow)
        m_rightIndex = std::max(m_rightIndex, std::min(m_rightIndex + moved, static_cast<double>(count) -
                                                                                 0.5 + m_margin / m_spacing));
    clampRight();
}

void TimeScale::shiftBy(double bars) {
    m_rightIndex += bars;
    const double count = static_cast<double>(m_count) + bars;
    m_count = count > 0 ? static_cast<std::size_t>(count) : 0;
}

BarSpan TimeScale::visible() const {
    if (m_count == 0)
        return {};
    // A bar reaches half a step to either side of its middle.
    const double first = std::floor(indexAt(0) + 0.5);
    const double last = std::floor(m_rightIndex + 0.5) + 1;
    const double count = static_cast<double>(m_count);
    const BarSpan span{static_cast<std::size_t>(std::clamp(first, 0.0, count)),
                       static_cast<std::size_t>(std::clamp(last, 0.0, count))};
    return span.isEmpty() ? BarSpan{} : span;
}

std::size_t TimeScale::barAt(double x) const {
    if (m_count == 0)
        return 0;
    return static_cast<std::size_t>(
        std::clamp(std::floor(indexAt(x) + 0.5), 0.0, static_cast<double>(m_count - 1)));
}

bool TimeScale::showsLast() const { return m_count != 0 && static_cast<double>(m_count - 1) <= m_rightIndex; }

void TimeScale::zoom(double factor, double x) {
    if (!std::isfinite(factor) || factor <= 0 || !std::isfinite(x))
        return;
    const double index = indexAt(x);
    m_spacing *= factor;
    const bool showsAll = clampSpacing();
    m_rightIndex = index + (m_width - x) / m_spacing;
    if (showsAll)
        toLive();
    clampRight();
}

void TimeScale::panBy(double pixels) {
    if (!std::isfinite(pixels))
        return;
    m_rightIndex -= pixels / m_spacing;
    clampRight();
}

void TimeScale::toLive() {
    const double last = m_count == 0 ? 0 : static_cast<double>(m_count - 1);
    m_rightIndex = last + 0.5 + m_margin / m_spacing;
    clampRight();
}

void TimeScale::toStart() {
    m_rightIndex = -0.5 + m_width / m_spacing;
    clampRight();
}

void TimeScale::setRightIndex(double index) {
    if (!std::isfinite(index))
        return;
    m_rightIndex = index;
    clampRight();
}

void TimeScale::showSpan(BarSpan span) {
    if (span.isEmpty())
        return;
    m_spacing = m_width / static_cast<double>(span.count());
    clampSpacing();
    m_rightIndex = static_cast<double>(span.last) - 0.5;
    clampRight();
}

bool TimeScale::clampSpacing() {
    const double count = std::max<double>(static_cast<double>(m_count), 1);
    const double whole = (m_width - std::min(m_margin, m_width / 2)) / count;
    const double most = std::max(m_width / kMinBarsShown, 1.0);
    const double least = std::min({kFinestSpacing, whole, most});
    m_spacing = std::clamp(m_spacing, least, most);
    return m_spacing <= whole && whole <= kFinestSpacing;
}

void TimeScale::clampRight() {
    if (m_count == 0)
        return;
    const double last = static_cast<double>(m_count - 1);
    const double shown = m_width / m_spacing;
    const double least = std::min(last, shown * kLeastBarsShare);
    const double most = last + shown * (1 - kLeastBarsShare);
    m_rightIndex = std::clamp(m_rightIndex, least, most);
}

} // namespace strikedesk::charts
