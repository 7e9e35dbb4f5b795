// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/intraday.h"

#include <algorithm>
#include <string_view>

namespace strikedesk::sandbox {

namespace {

/// These move a position by trading; a split only counts it anew.
constexpr std::string_view kTrades[] = {"FILL", "OPTRD", "OPASN", "OPEXC", "OPEXP", "OPCSH"};

Quantity changeOf(const trade::BrokerActivity& activity) {
    const Quantity quantity = activity.quantity.value_or(Quantity());
    if (activity.type != "FILL")
        return quantity;
    return activity.side == trade::Side::Sell ? -quantity : quantity;
}

} // namespace

Money dayBasis(const trade::VenueBook& book, const trade::BrokerPosition& position,
               std::optional<Price> lastDay, Timestamp dayStart) {
    const Money cost = position.costBasis.value_or(Money());
    const options::Contract* contract = book.contract(position.symbol);
    const std::int64_t multiplier = contract != nullptr ? contract->multiplier : 1;
    const Quantity now = position.quantity;
    Quantity before = now;
    Quantity opened;
    Money openedFor;
    const auto& activities = book.state().activities;
    for (auto activity = activities.rbegin(); activity != activities.rend() && dayStart <= activity->at;
         ++activity) {
        const bool isTrade =
            activity->symbol == position.symbol &&
            std::find(std::begin(kTrades), std::end(kTrades), activity->type) != std::end(kTrades);
        if (!isTrade)
            continue;
        const Quantity change = changeOf(*activity);
        before -= change;
        if (change.isNegative() != now.isNegative() || !activity->price)
            continue;
        opened += change;
        openedFor += notional(*activity->price, change, multiplier);
    }
    const bool isCarried = !before.isZero() && before.isNegative() == now.isNegative();
    if (!isCarried || !lastDay)
        return cost;
    const Quantity carried = abs(before) < abs(now) ? before : now;
    const Quantity rest = now - carried;
    Money basis = notional(*lastDay, carried, multiplier);
    if (!rest.isZero() && !opened.isZero()) {
        const __int128 part = static_cast<__int128>(openedFor.units()) * abs(rest).units();
        basis += Money::fromUnits(divideRoundEven(part, abs(opened).units()));
    }
    return basis;
}

} // namespace strikedesk::sandbox
