// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/symbol.h"
#include "core/market/bar.h"
#include "core/market/trade_print.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace strikedesk::sandbox {

/// How the prints inside a minute are made up.
struct PrintStyle {
    std::uint64_t seed = 0;
    /// About how many prints; fewer when the volume does not give that many, more when the bar needs them.
    std::int64_t wanted = 30;
    /// Prices between open, high, low and close lie on this grid; zero: only those four occur.
    Price grid;
    std::string exchange;
    std::string conditions;
    /// Stocks carry trade ids, options do not.
    bool withIds = true;
    /// The part of the minute in which there is trading, in nanoseconds after its start.
    std::int64_t from = 0;
    std::int64_t until = 60'000'000'000;
};

/// What a print does to the bar of its minute, by its condition codes. The one place that says so. Source:
/// the consolidated tapes' table of sale conditions; odd lots, average and derived prices, late and
/// contingent trades count in the volume and move no price. Withdrawn prints are taken out before.
bool formsPrice(const market::TradePrint& print);

/// A print without its trimmings.
struct PrintSketch {
    Price price;
    std::int64_t size = 0;
    Timestamp at;
};

/// How many prints `printsOf` makes of a bar.
std::size_t printCountOf(const market::Bar& bar, std::int64_t wanted);
std::vector<PrintSketch> sketchOf(const market::Bar& bar, const PrintStyle& style);

/// Prints spread over the minute that rebuild the bar: same open, high, low, close and volume. Deterministic.
/// A bar with less volume than it has distinct corner prices gives one share per corner.
std::vector<market::TradePrint> printsOf(const Symbol& symbol, const market::Bar& bar,
                                         const PrintStyle& style);

/// The bar of the prints at or before `until`; nothing without a print that forms a price. Prints that form
/// none count in volume and trade count.
std::optional<market::Bar> barOf(std::span<const market::TradePrint> prints, Timestamp start,
                                 Timestamp until);

/// One bar from several in time order (minutes to hours, days); nothing without one. `start` labels it.
std::optional<market::Bar> merged(std::span<const market::Bar> bars, Timestamp start);

} // namespace strikedesk::sandbox
