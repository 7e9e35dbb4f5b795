// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trade/venue/venue_account.h"
#include "core/trade/venue/venue_step.h"

#include <algorithm>

namespace strikedesk::trade {

namespace {

/// The part of a position to close, or why not. Percentages of contracts round down to whole ones.
std::variant<Quantity, VenueError> partToClose(const VenuePosition& position, const ClosePosition& request) {
    const Quantity whole = abs(position.quantity);
    if (request.quantity && request.percentage)
        return badParameter("only one of qty or percentage is accepted");
    if (request.quantity)
        return *request.quantity;
    if (!request.percentage)
        return whole;
    if (!request.percentage->isPositive() || *request.percentage > Quantity::whole(100))
        return badParameter("percentage must be > 0 and <= 100");
    const __int128 product = static_cast<__int128>(whole.units()) * request.percentage->units();
    const __int128 divisor = static_cast<__int128>(100) * Quantity::kUnitsPerOne;
    Quantity part = Quantity::fromUnits(static_cast<std::int64_t>(product / divisor));
    if (position.assetClass == AssetClass::UsOption)
        part = Quantity::whole(part.wholePart());
    if (!part.isPositive())
        return badParameter("percentage is less than one contract");
    return part;
}

} // namespace

void closePosition(VenueStep& step, const ClosePosition& request) {
    const auto found = step.state.positions.find(request.symbol);
    if (found == step.state.positions.end())
        return refuse(step, refusal(404, kNotFound, "position does not exist"));
    auto part = partToClose(found->second, request);
    if (auto* error = std::get_if<VenueError>(&part))
        return refuse(step, std::move(*error));
    const bool isShort = found->second.quantity.isNegative();
    OrderRequest order;
    order.symbol = request.symbol;
    order.quantity = std::get<Quantity>(part);
    order.side = isShort ? Side::Buy : Side::Sell;
    order.intent = isShort ? PositionIntent::BuyToClose : PositionIntent::SellToClose;
    order.type = OrderType::Market;
    submit(step, order);
}

void closeAllPositions(VenueStep& step, const CloseAllPositions& request) {
    if (request.cancelOrders) {
        cancelAll(step);
        // Cancels that take no time are done before the contracts are asked for.
        processDue(step, step.state.now);
    }
    std::vector<VenueReplyEntry> entries;
    std::vector<Symbol> symbols;
    for (const auto& [symbol, position] : step.state.positions)
        symbols.push_back(symbol);
    for (const Symbol& symbol : symbols) {
        step.out.reply = {};
        closePosition(step, {symbol, {}, {}});
        VenueReplyEntry entry;
        entry.symbol = symbol;
        entry.httpStatus = step.out.reply.httpStatus;
        entry.order = step.out.reply.order;
        entry.error = step.out.reply.error;
        entries.push_back(std::move(entry));
    }
    step.out.reply = {};
    step.out.reply.httpStatus = 207;
    step.out.reply.entries = std::move(entries);
}

void exercise(VenueStep& step, const Symbol& symbol) {
    VenueState& state = step.state;
    const auto contract = state.contracts.find(symbol);
    if (contract == state.contracts.end())
        return refuse(step, notAllowed("invalid symbol"));
    const Quantity position = positionOf(state, symbol);
    if (position.isNegative())
        return refuse(step, refusal(403, 40'310'001, "cannot exercise short position"));
    const Quantity available = position - heldForOrders(state, symbol);
    if (!available.isPositive())
        return refuse(step, refusal(403, kForbidden, "no available position for the specified contract"));
    deliver(step, contract->second, available, "OPEXC");
    step.out.reply.httpStatus = 200;
}

void doNotExercise(VenueStep& step, const Symbol& symbol) {
    VenueState& state = step.state;
    if (!state.contracts.contains(symbol))
        return refuse(step, notAllowed("invalid symbol"));
    const auto position = state.positions.find(symbol);
    if (position == state.positions.end())
        return refuse(step, refusal(403, kForbidden, "no available position for the specified contract"));
    if (position->second.quantity.isNegative())
        return refuse(step, refusal(403, 40'310'001, "cannot exercise short position"));
    position->second.doNotExercise = true;
    step.out.reply.httpStatus = 200;
}

void deliver(VenueStep& step, const options::Contract& contract, Quantity count, const char* type) {
    VenueState& state = step.state;
    const bool isLong = count.isPositive();
    const bool getsShares = (contract.right == OptionRight::Call) == isLong;
    movePosition(state, contract.symbol, -count, Price(), contract.multiplier, AssetClass::UsOption);
    BrokerActivity removal;
    removal.type = type;
    removal.symbol = contract.symbol;
    removal.quantity = -count;
    removal.netAmount = Money();
    removal.description = isLong ? "Exercise of a long contract" : "Assignment of a short contract";
    book(state, step.out, std::move(removal));
    const Money value = notional(contract.strike, abs(count), contract.multiplier);
    const std::int64_t shares = abs(count).wholePart() * contract.size;
    if (shares > 0) {
        const Price perShare = Price::fromUnits(divideRoundEven(value.units(), shares));
        movePosition(state, contract.underlying, Quantity::whole(getsShares ? shares : -shares), perShare, 1,
                     AssetClass::UsEquity);
    }
    BrokerActivity trade;
    trade.type = "OPTRD";
    trade.symbol = contract.underlying;
    trade.side = getsShares ? Side::Buy : Side::Sell;
    trade.quantity = Quantity::whole(getsShares ? shares : -shares);
    trade.price = contract.strike;
    trade.netAmount = getsShares ? -value : value;
    trade.description = "Shares delivered for " + contract.symbol.text();
    book(state, step.out, std::move(trade));
    releaseExcessHolds(step, contract.symbol);
    releaseExcessHolds(step, contract.underlying);
}

void expirePosition(VenueStep& step, const Symbol& symbol) {
    VenueState& state = step.state;
    const options::Contract contract = state.contracts.at(symbol);
    const VenuePosition position = state.positions.at(symbol);
    const Quantity count = position.quantity;
    const auto price = settlementPrice(state, contract.underlying);
    const bool isCall = contract.right == OptionRight::Call;
    const Price inside = price ? (isCall ? *price - contract.strike : contract.strike - *price) : Price();
    const bool isExercised = price && inside.isPositive() && inside >= state.config.exerciseThreshold &&
                             !(count.isPositive() && position.doNotExercise);
    if (isExercised && state.assets.contains(contract.underlying))
        return deliver(step, contract, count, count.isPositive() ? "OPEXC" : "OPASN");
    BrokerActivity activity;
    activity.symbol = symbol;
    activity.quantity = -count;
    activity.netAmount = Money();
    // An underlying that cannot be held (an index) settles in cash.
    if (isExercised) {
        activity.type = "OPCSH";
        activity.price = inside;
        activity.netAmount = notional(inside, count, contract.multiplier);
        activity.description = "Cash settlement";
    } else {
        activity.type = "OPEXP";
        activity.description = price ? "Expired worthless" : "Expired; no price of the underlying was seen";
    }
    movePosition(state, symbol, -count, activity.price.value_or(Price()), contract.multiplier,
                 AssetClass::UsOption);
    book(state, step.out, std::move(activity));
    releaseExcessHolds(step, symbol);
}

} // namespace strikedesk::trade
