// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/ledger/mark.h"

namespace strikedesk::trade {

Mark markOf(const market::Quote& quote, std::optional<Price> last, const Mark& previous) {
    if (const auto mid = quote.mid())
        return Mark{*mid, MarkSource::Mid};
    if (last && last->isPositive())
        return Mark{*last, MarkSource::Last};
    return previous.source == MarkSource::None ? Mark{} : Mark{previous.price, MarkSource::Previous};
}

Money unrealisedProfit(Price entry, Price mark, Quantity quantity, std::int64_t multiplier) {
    return notional(mark - entry, quantity, multiplier);
}

Price averagePrice(Money value, Quantity quantity, std::int64_t multiplier) {
    if (!quantity.isPositive() || multiplier <= 0)
        return Price();
    return Price::fromUnits(divideRoundEven(
        static_cast<__int128>(value.units()) * Quantity::kUnitsPerOne / multiplier, quantity.units()));
}

double percentOfEntry(Money profit, Money entryValue) {
    if (entryValue.isZero())
        return 0.0;
    return 100.0 * profit.toDoubleLossy() / entryValue.toDoubleLossy();
}

} // namespace strikedesk::trade
