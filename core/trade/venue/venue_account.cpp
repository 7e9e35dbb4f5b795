// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trade/venue/venue_account.h"

#include <algorithm>
#include <cstdio>

namespace strikedesk::trade {

Quantity positionOf(const VenueState& state, const Symbol& symbol) {
    const auto found = state.positions.find(symbol);
    return found == state.positions.end() ? Quantity() : found->second.quantity;
}

Price markOf(const VenueState& state, const Symbol& symbol) {
    const auto market = state.markets.find(symbol);
    if (market != state.markets.end()) {
        if (const auto mid = market->second.quote.mid())
            return *mid;
        if (market->second.lastTrade)
            return *market->second.lastTrade;
    }
    const auto position = state.positions.find(symbol);
    if (position == state.positions.end())
        return {};
    return describePosition(state, symbol, position->second).averageEntryPrice.value_or(Price());
}

std::optional<Price> settlementPrice(const VenueState& state, const Symbol& underlying) {
    const auto market = state.markets.find(underlying);
    if (market == state.markets.end())
        return std::nullopt;
    const auto mid = market->second.quote.mid();
    if (!market->second.lastTrade || (mid && market->second.quoteSeenAt > market->second.lastTradeSeenAt))
        return mid;
    return market->second.lastTrade;
}

Money equityOf(const VenueState& state) {
    Money equity = state.cash;
    for (const auto& [symbol, position] : state.positions)
        equity += notional(markOf(state, symbol), position.quantity, position.multiplier);
    return equity;
}

std::optional<Price> chargedPrice(const VenueState& state, const VenueOrder& order) {
    if (order.order.limitPrice)
        return order.order.limitPrice;
    if (order.order.stopPrice)
        return order.order.stopPrice;
    const auto market = state.markets.find(order.order.symbol);
    if (market == state.markets.end())
        return std::nullopt;
    if (market->second.quote.isSane())
        return order.order.side == Side::Sell ? market->second.quote.bid : market->second.quote.ask;
    return market->second.lastTrade;
}

void book(VenueState& state, VenueResult& out, BrokerActivity activity) {
    activity.at = state.now;
    // "yyyymmddHHMMSSmmm::uuid", the shape of the broker's activity ids.
    const Date day = Date::ofUtc(state.now);
    const std::int64_t milliseconds = (state.now - day.startUtc()).toMilliseconds();
    char stamp[40];
    std::snprintf(stamp, sizeof stamp, "%04d%02d%02d%02d%02d%02d%03d::", day.year(), day.month(), day.day(),
                  static_cast<int>(milliseconds / 3'600'000), static_cast<int>(milliseconds / 60'000 % 60),
                  static_cast<int>(milliseconds / 1'000 % 60), static_cast<int>(milliseconds % 1'000));
    activity.id = stamp + state.ids.uuid7(state.now);
    state.cash += activity.netAmount.value_or(Money());
    state.activities.push_back(activity);
    out.activities.push_back(std::move(activity));
}

void movePosition(VenueState& state, const Symbol& symbol, Quantity change, Price price,
                  std::int64_t multiplier, AssetClass assetClass) {
    if (change.isZero())
        return;
    VenuePosition& position = state.positions[symbol];
    position.multiplier = multiplier;
    position.assetClass = assetClass;
    const Quantity before = position.quantity;
    const bool adds = before.isZero() || before.isNegative() == change.isNegative();
    if (adds) {
        position.cost += notional(price, change, multiplier);
        position.quantity = before + change;
    } else if (abs(change) <= abs(before)) {
        const __int128 part = static_cast<__int128>(position.cost.units()) * abs(change).units();
        position.cost -= Money::fromUnits(divideRoundEven(part, abs(before).units()));
        position.quantity = before + change;
    } else {
        position.quantity = before + change;
        position.cost = notional(price, position.quantity, multiplier);
    }
    if (position.quantity.isZero())
        state.positions.erase(symbol);
}

BrokerPosition describePosition(const VenueState& state, const Symbol& symbol,
                                const VenuePosition& position) {
    BrokerPosition row;
    row.symbol = symbol;
    row.assetClass = position.assetClass;
    row.quantity = position.quantity;
    const Quantity held = heldForOrders(state, symbol);
    row.available = position.quantity.isNegative() ? position.quantity + held : position.quantity - held;
    const __int128 perOne = static_cast<__int128>(position.cost.units()) * Quantity::kUnitsPerOne;
    const std::int64_t perUnit =
        divideRoundEven(position.quantity.isNegative() ? -perOne : perOne, abs(position.quantity).units());
    row.averageEntryPrice = Price::fromUnits(divideRoundEven(perUnit, position.multiplier));
    row.costBasis = position.cost;
    const auto market = state.markets.find(symbol);
    if (market == state.markets.end() || (!market->second.quote.isSane() && !market->second.lastTrade))
        return row;
    row.currentPrice = markOf(state, symbol);
    row.marketValue = notional(*row.currentPrice, position.quantity, position.multiplier);
    row.unrealised = *row.marketValue - position.cost;
    return row;
}

BrokerAccount describeAccount(const VenueState& state) {
    BrokerAccount account;
    // One account per book: its id is its number.
    account.id = state.config.accountNumber.text();
    account.number = state.config.accountNumber;
    account.status = "ACTIVE";
    account.cash = state.cash;
    account.equity = equityOf(state);
    account.lastEquity = state.lastEquity;
    account.buyingPower = buyingPower(state);
    account.optionsBuyingPower = optionsBuyingPower(state);
    account.optionsTradingLevel = state.optionsLevel();
    account.tradeSuspendedByUser = state.limits.suspendTrade;
    return account;
}

} // namespace strikedesk::trade
