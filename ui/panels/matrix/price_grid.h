// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/price.h"
#include "core/base/symbol.h"

#include <cstdint>
#include <optional>

namespace strikedesk::ui {

/// The prices one instrument can trade at, numbered upwards from 0 = 0.00 without a hole, across the place
/// where the step changes (options at 3.00, stocks at 1.00; `trade::tickOf` is the rule). Value type.
class PriceGrid {
public:
    PriceGrid() = default;
    explicit PriceGrid(const Symbol& symbol);

    /// The number of the highest valid price at or below; 0 for prices below the first.
    std::int64_t indexBelow(Price price) const;
    /// The number of the lowest valid price at or above.
    std::int64_t indexAbove(Price price) const;
    /// The price of a number; nothing below the first price or above 1,000,000.00.
    std::optional<Price> priceAt(std::int64_t index) const;
    bool holds(Price price) const { return indexBelow(price) == indexAbove(price); }

    friend bool operator==(const PriceGrid&, const PriceGrid&) = default;

private:
    std::int64_t m_low = 100;          ///< step below the change, in price units
    std::int64_t m_high = 100;         ///< step from the change on
    std::int64_t m_change = 1'000'000; ///< where the step changes, in price units
};

} // namespace strikedesk::ui
