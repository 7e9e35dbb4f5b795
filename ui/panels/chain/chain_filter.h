// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/readers/chain_reader.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace strikedesk::ui {

/// Which sides of a chain are shown.
enum class ChainSides : std::uint8_t { Both, Calls, Puts };

/// What a person wants to see of a chain. Strikes leave the table when no contract of theirs passes; that is
/// decided when the filter or the listed strikes change, so that rows do not come and go with every tick.
/// Contracts that do not pass right now are drawn faintly.
struct ChainFilter {
    static constexpr int kDefaultStrikes = 10;

    ChainSides sides = ChainSides::Both;
    std::optional<int> strikes = kDefaultStrikes; ///< this many above and below the spot; nothing: all
    std::optional<double> maxSpreadPercent;
    std::optional<std::int64_t> minOpenInterest;

    bool showsCalls() const { return sides != ChainSides::Puts; }
    bool showsPuts() const { return sides != ChainSides::Calls; }
    /// Whether one contract passes spread and open interest. What is not known does not pass a set limit.
    bool passes(const ChainSide& side) const;
    bool passes(const ChainRow& row) const;
    friend bool operator==(const ChainFilter&, const ChainFilter&) = default;
};

/// Numbers of the rows a filter shows: strikes rising and unique (others are left out), around the spot.
std::vector<std::size_t> filteredRows(const ChainView& view, const ChainFilter& filter);

/// The place of the strike nearest to a price among `rows` of the view; of two equally near the lower.
/// Nothing without rows.
std::optional<std::size_t> nearestStrike(const ChainView& view, const std::vector<std::size_t>& rows,
                                         Price price);

} // namespace strikedesk::ui
