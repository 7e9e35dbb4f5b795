// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/money.h"
#include "core/market/quote.h"

#include <optional>

namespace strikedesk::trade {

/// Where a mark came from.
enum class MarkSource : std::uint8_t { None, Mid, Last, Previous };

/// The price a position is valued at. `Previous` means stale: show it as such.
struct Mark {
    Price price;
    MarkSource source = MarkSource::None;

    template <class A>
    void archive(A& a) {
        a.field("price", price);
        a.field("source", source);
    }
};

/// Mid when the quote is sane, else the last print, else the previous mark flagged stale (domain rules 10).
Mark markOf(const market::Quote& quote, std::optional<Price> last, const Mark& previous);

/// (mark − entry) × quantity × multiplier; quantity negative for a short. Domain rules 10.
Money unrealisedProfit(Price entry, Price mark, Quantity quantity, std::int64_t multiplier);

/// value ÷ (quantity × multiplier), rounded half to even; zero without a quantity.
Price averagePrice(Money value, Quantity quantity, std::int64_t multiplier);

/// Profit as a percentage of the entry value; zero when nothing was paid. For display.
double percentOfEntry(Money profit, Money entryValue);

} // namespace strikedesk::trade
