// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/price.h"
#include "core/base/timestamp.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace strikedesk::charts {

/// What a drawn thing means; the style turns it into a colour.
enum class ChartTone : std::uint8_t {
    Neutral, ///< plain text
    Muted,   ///< secondary
    Accent,  ///< levels, studies, buys that wait
    Up,      ///< gain, buy
    Down,    ///< loss, sell
    Warn,    ///< stops, near a limit
};

/// A fill, as a triangle at its bar: up and below for an entry, down and above for an exit.
struct TradeMarker {
    /// Which way the triangle points.
    enum class Kind : std::uint8_t { Entry, Exit };

    Timestamp at;
    Kind kind = Kind::Entry;
    /// Quantity and price in the caller's words ("4 × 29 C @ 2.00").
    QString label;
    ChartTone tone = ChartTone::Up;
    /// Where it was filled on this chart's own prices, marked by a small notch; unset on a chart of another
    /// instrument (an option's fill on its underlying).
    std::optional<Price> fill;

    friend bool operator==(const TradeMarker&, const TradeMarker&) = default;
};

/// An order that rests at a price of this chart.
struct OrderLine {
    QString id; ///< the caller's name for it; unique in an overlay
    Price price;
    Price tick; ///< prices a drag may leave it at are multiples of it; not positive counts as 0.01
    QString label;
    QString quantity;
    ChartTone tone = ChartTone::Accent;
    bool isMovable = true;
    bool isCancellable = true;
    bool isPending = false; ///< asked for and not yet confirmed: drawn dotted
    /// Stands in the label after a first click on the ✕, which then cancels only when clicked again. Empty:
    /// the first click cancels.
    QString cancelQuestion = {};

    friend bool operator==(const OrderLine&, const OrderLine&) = default;
};

/// The average price of the position and what it is worth now, in the caller's words.
struct PositionLine {
    Price average;
    QString label;  ///< "4 @ 2.00"
    QString profit; ///< "+24.00", with its sign
    ChartTone tone = ChartTone::Neutral;

    friend bool operator==(const PositionLine&, const PositionLine&) = default;
};

/// A price worth watching, from a time on or over the whole width.
struct PriceLevel {
    Price price;
    QString label;
    ChartTone tone = ChartTone::Accent;
    std::optional<Timestamp> from;

    friend bool operator==(const PriceLevel&, const PriceLevel&) = default;
};

/// Two prices and what lies between them (an opening range, a window).
struct PriceBand {
    Price low;
    Price high;
    QString label;
    ChartTone tone = ChartTone::Accent;
    std::optional<Timestamp> from;

    friend bool operator==(const PriceBand&, const PriceBand&) = default;
};

/// A line with one value a bar (a moving average). Values are dollars; a NaN is a hole. Shared with whoever
/// computed them and never changed after.
struct StudyLine {
    QString label;
    ChartTone tone = ChartTone::Warn;
    Timestamp firstBar; ///< start of the bar that values[0] belongs to; the others follow bar by bar
    std::shared_ptr<const std::vector<double>> values;

    friend bool operator==(const StudyLine&, const StudyLine&) = default;
};

/// Everything drawn over the bars. Prices in the units of the chart's instrument.
struct ChartOverlay {
    std::vector<TradeMarker> markers; ///< in time order
    std::vector<OrderLine> orders;
    std::optional<PositionLine> position;
    std::vector<PriceLevel> levels;
    std::vector<PriceBand> bands;
    std::vector<StudyLine> studies;
    /// What the axis is labelled in. Not positive: by the stock rule (0.01, below a dollar 0.0001).
    Price tick;
    /// What the chart is called in its readout; empty: the series' symbol.
    QString title;
    /// What to say while there is no bar; a sentence that tells what to do next.
    QString emptyText;

    /// The prices of orders and position: what the price range takes in when it is near.
    std::vector<Price> linePrices() const {
        std::vector<Price> prices;
        if (position.has_value())
            prices.push_back(position->average);
        for (const OrderLine& line : orders)
            prices.push_back(line.price);
        return prices;
    }

    friend bool operator==(const ChartOverlay&, const ChartOverlay&) = default;
};

} // namespace strikedesk::charts
