// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>

namespace strikedesk::charts {

/// A run of bars [first, last).
struct BarSpan {
    std::size_t first = 0;
    std::size_t last = 0;

    std::size_t count() const { return last - first; }
    bool isEmpty() const { return last <= first; }
    friend bool operator==(const BarSpan&, const BarSpan&) = default;
};

/// Where bars stand across the plot. Bars are one step apart whatever time lies between them, so nights and
/// holidays take no room. Lengths are device pixels from the plot's left edge; an index may be fractional, a
/// bar's middle is its whole index. Value type; no drawing.
class TimeScale {
public:
    /// Bars closer together than this are shown as columns of one pixel.
    static constexpr double kMinBarsShown = 5;

    double width() const { return m_width; }
    double spacing() const { return m_spacing; }
    double rightIndex() const { return m_rightIndex; }
    std::size_t count() const { return m_count; }

    /// The plot became wider or narrower: the right edge keeps its bar.
    void setWidth(double width);
    /// Room kept free between the last bar and the right edge when the view is at the live edge.
    void setMargin(double margin) { m_margin = margin; }
    /// Pixels from bar to bar, clamped to what shows between five bars and the whole series. Keeps the right
    /// edge, or the last bar's place when the view is at the live edge.
    void setSpacing(double spacing);
    /// Bars were added at the end (a view that shows the last bar goes with it as soon as there is no room
    /// right of it, any other stays) or the series is another one.
    void setCount(std::size_t count);
    /// `bars` more (or fewer) stand in front of what is shown; nothing moves on the screen.
    void shiftBy(double bars);

    double xOf(double index) const { return m_width - (m_rightIndex - index) * m_spacing; }
    double indexAt(double x) const { return m_rightIndex - (m_width - x) / m_spacing; }
    /// Bars of which at least a part is in the plot.
    BarSpan visible() const;
    /// The bar nearest to x; the first or last one beyond the ends. Zero for an empty series.
    std::size_t barAt(double x) const;
    /// True while the last bar's middle is in the plot: new bars then take the view along.
    bool showsLast() const;

    /// Factors above 1 come closer. The bar under x stays there as far as the limits allow.
    void zoom(double factor, double x);
    /// Positive: toward older bars, as a hand drags the paper to the right.
    void panBy(double pixels);
    void toLive();
    void toStart();
    void setRightIndex(double index);
    /// Shows bars [first, last) across the whole width.
    void showSpan(BarSpan span);

private:
    /// True when even the finest spacing shows the whole of a long series.
    bool clampSpacing();
    void clampRight();

    double m_width = 1;
    double m_margin = 0;
    double m_spacing = 8;
    double m_rightIndex = 0;
    std::size_t m_count = 0;
};

} // namespace strikedesk::charts
