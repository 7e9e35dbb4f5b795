// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trade/venue/venue_account.h"
#include "core/trade/venue/venue_sessions.h"
#include "core/trade/venue/venue_step.h"

namespace strikedesk::trade {

namespace {

constexpr std::int64_t kMostSplitShares = 1'000;

bool isOnShare(const VenueState& state, const Symbol& symbol, const Symbol& share) {
    const auto contract = state.contracts.find(symbol);
    return symbol == share || (contract != state.contracts.end() && contract->second.underlying == share);
}

/// Open orders of the share and its contracts were priced for the old count of shares.
void cancelOrdersOn(VenueStep& step, const Symbol& share) {
    VenueState& state = step.state;
    const std::vector<std::uint64_t> open(state.working.begin(), state.working.end());
    for (const std::uint64_t index : open) {
        const VenueOrder& order = state.orders[index];
        if (isTerminal(order.order.status) || !order.parent.isEmpty())
            continue;
        const Symbol& first = order.legs.empty()
                                  ? order.order.symbol
                                  : state.orders[state.byId.at(order.legs.front())].order.symbol;
        if (isOnShare(state, first, share))
            finish(step, index, OrderStatus::Canceled);
    }
}

/// Books that a position became another count, or another symbol; money does not move.
void bookChange(VenueStep& step, const char* type, const Symbol& symbol, Quantity change,
                std::string description) {
    BrokerActivity activity;
    activity.type = type;
    activity.symbol = symbol;
    activity.quantity = change;
    activity.netAmount = Money();
    activity.description = std::move(description);
    book(step.state, step.out, std::move(activity));
}

void splitShares(VenueStep& step, const ApplySplit& split) {
    const auto held = step.state.positions.find(split.symbol);
    if (held == step.state.positions.end())
        return;
    // The cost stays; what is less than a billionth of a share falls away.
    const __int128 grown = static_cast<__int128>(held->second.quantity.units()) * split.newShares;
    const Quantity after = Quantity::fromUnits(static_cast<std::int64_t>(grown / split.oldShares));
    const Quantity change = after - held->second.quantity;
    held->second.quantity = after;
    if (after.isZero())
        step.state.positions.erase(held);
    bookChange(step, "SPLIT", split.symbol, change,
               "Split " + std::to_string(split.newShares) + " for " + std::to_string(split.oldShares));
}

void splitContract(VenueStep& step, const ContractSplit& split) {
    VenueState& state = step.state;
    const auto held = state.positions.find(split.from);
    const bool isUsable = split.newPerOld > 0 && split.newPerOld <= kMostSplitShares &&
                          split.to.multiplier > 0 && split.to.size > 0 && split.to.symbol != split.from;
    if (held == state.positions.end() || !isUsable)
        return;
    const VenuePosition before = held->second;
    state.positions.erase(held);
    bookChange(step, "OPCA", split.from, -before.quantity, "Contract adjusted for a split");
    state.contracts[split.to.symbol] = split.to;
    state.markets.try_emplace(split.to.symbol).first->second.quote.symbol = split.to.symbol;
    VenuePosition& after = state.positions[split.to.symbol];
    const Quantity gained = Quantity::fromUnits(before.quantity.units() * split.newPerOld);
    after.quantity += gained;
    after.cost += before.cost;
    after.multiplier = split.to.multiplier;
    after.assetClass = AssetClass::UsOption;
    after.doNotExercise = before.doNotExercise;
    if (after.quantity.isZero())
        state.positions.erase(split.to.symbol);
    bookChange(step, "OPCA", split.to.symbol, gained, "Contract adjusted for a split");
}

/// Contracts that did not turn into others deliver another count of shares, so they can only be closed.
void markAdjusted(VenueState& state, const ApplySplit& split) {
    for (auto& [symbol, contract] : state.contracts) {
        if (contract.underlying != split.symbol || !state.positions.contains(symbol))
            continue;
        bool isNew = false;
        for (const ContractSplit& change : split.contracts)
            isNew = isNew || change.to.symbol == symbol;
        const std::int64_t size = contract.size * split.newShares / split.oldShares;
        if (!isNew && size > 0)
            contract.size = size;
    }
}

/// Prices of before say nothing any more; the last trade is kept in new shares so that the account keeps its
/// value until the first new quote.
void splitMarket(VenueState& state, const ApplySplit& split) {
    const auto found = state.markets.find(split.symbol);
    if (found == state.markets.end())
        return;
    VenueMarket& market = found->second;
    const auto rescaled = [&split](Price price) {
        const __int128 value = static_cast<__int128>(price.units()) * split.oldShares;
        return Price::fromUnits(divideRoundEven(value, split.newShares));
    };
    if (market.lastTrade)
        market.lastTrade = rescaled(*market.lastTrade);
    else if (const auto mid = market.quote.mid())
        market.lastTrade = rescaled(*mid);
    market.quote = {};
    market.quote.symbol = split.symbol;
}

} // namespace

void setHalt(VenueStep& step, const SetHalt& input) {
    VenueState& state = step.state;
    if (input.isHalted) {
        state.halted.insert(input.symbol);
        return;
    }
    if (state.halted.erase(input.symbol) == 0)
        return;
    // After a halt only new quotes fill.
    for (auto& [symbol, market] : state.markets)
        if (isOnShare(state, symbol, input.symbol))
            market.quoteSeenAt = Timestamp();
}

void applySplit(VenueStep& step, const ApplySplit& input) {
    const auto isCount = [](std::int64_t count) { return count > 0 && count <= kMostSplitShares; };
    if (!isCount(input.newShares) || !isCount(input.oldShares) ||
        !step.state.actionsDone.insert(input.id).second)
        return;
    cancelOrdersOn(step, input.symbol);
    splitShares(step, input);
    for (const ContractSplit& contract : input.contracts)
        splitContract(step, contract);
    markAdjusted(step.state, input);
    splitMarket(step.state, input);
}

void goExDividend(VenueStep& step, const GoExDividend& input) {
    const Quantity held = positionOf(step.state, input.symbol);
    if (!input.cash.isPositive() || !step.state.actionsDone.insert(input.id).second || held.isZero())
        return;
    step.state.dividendsDue.push_back(
        {input.symbol, held, input.cash, std::max(input.payAt, step.state.now)});
}

void payDividend(VenueStep& step, std::uint64_t index) {
    VenueState& state = step.state;
    const DividendDue due = state.dividendsDue[index];
    state.dividendsDue.erase(state.dividendsDue.begin() + static_cast<std::ptrdiff_t>(index));
    BrokerActivity activity;
    activity.type = "DIV";
    activity.subType = "CDIV";
    activity.symbol = due.symbol;
    activity.quantity = due.quantity;
    activity.price = due.cash;
    activity.netAmount = notional(due.cash, due.quantity, 1);
    activity.description = "Cash dividend";
    book(state, step.out, std::move(activity));
}

void assignEarly(VenueStep& step, Date day) {
    VenueState& state = step.state;
    const auto chance =
        static_cast<std::uint64_t>(std::max<std::int64_t>(0, state.config.earlyAssignmentPermille));
    if (chance == 0)
        return;
    std::vector<std::pair<options::Contract, Quantity>> assigned;
    for (const auto& [symbol, position] : state.positions) {
        const auto contract = state.contracts.find(symbol);
        if (contract == state.contracts.end() || !position.quantity.isNegative())
            continue;
        const options::Contract& terms = contract->second;
        const auto price = settlementPrice(state, terms.underlying);
        const bool isCall = terms.right == OptionRight::Call;
        const bool isInside = price && (isCall ? terms.strike < *price : *price < terms.strike);
        if (!isInside || terms.expiry <= day || terms.style != options::ExerciseStyle::American ||
            !state.assets.contains(terms.underlying))
            continue;
        if (state.ids.next() % 1'000 < chance)
            assigned.emplace_back(terms, position.quantity);
    }
    for (const auto& [terms, quantity] : assigned)
        deliver(step, terms, quantity, "OPASN");
}

} // namespace strikedesk::trade
