// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/price.h"

#include <vector>

namespace strikedesk::charts {

/// How prices are spread over the height.
enum class PriceScaleKind {
    Linear,
    Logarithmic, ///< equal ratios take equal heights
};

/// Which price stands at which height of a pane. Lengths are device pixels, growing downwards; prices are
/// dollars as double, for drawing only. Value type.
class PriceScale {
public:
    double top() const { return m_top; }
    double bottom() const { return m_bottom; }
    double low() const { return m_low; }
    double high() const { return m_high; }
    /// False after a person set the range.
    bool isAutomatic() const { return m_isAutomatic; }
    PriceScaleKind kind() const { return m_kind; }

    void setPane(double top, double bottom);
    void setKind(PriceScaleKind kind) { m_kind = kind; }
    /// The range of what is shown, with air above and below; an empty or reversed one is widened around its
    /// middle. Ignored while a person's range holds.
    void fit(double low, double high);
    void setAutomatic() { m_isAutomatic = true; }
    /// A person's range. Ignored unless low < high, both finite.
    void setRange(double low, double high);

    double yOf(double price) const;
    double yOf(Price price) const { return yOf(price.toDoubleLossy()); }
    double priceAt(double y) const;
    /// The multiple of `tick` nearest to y; at least one tick. `tick` not positive counts as 0.0001.
    Price snappedAt(double y, Price tick) const;

    /// Factors above 1 stretch the bars; the middle of the range stays. Ends the automatic range.
    void stretch(double factor);
    /// Moves the prices down by `pixels`. Ends the automatic range.
    void panBy(double pixels);

private:
    double scaled(double price) const;
    double unscaled(double value) const;

    PriceScaleKind m_kind = PriceScaleKind::Linear;
    double m_top = 0;
    double m_bottom = 1;
    double m_low = 0;
    double m_high = 1;
    bool m_isAutomatic = true;
};

/// The step of round prices (1, 2 or 5 times a power of ten, never below `tick`) that puts labels at least
/// `leastPixels` apart.
Price labelStep(const PriceScale& scale, Price tick, double leastPixels);
/// Round prices for labels, rising, at most 200.
std::vector<Price> labelPrices(const PriceScale& scale, Price tick, double leastPixels);
/// How many decimals a price on this tick is written with: 2 to 4.
int decimalsOf(Price tick);
/// What a stock at this price is quoted in: 0.01 from 1.00 up, 0.0001 below. Source: SEC rule 612.
Price stockTick(Price price);

} // namespace strikedesk::charts
