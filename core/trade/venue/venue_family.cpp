// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trade/venue/venue_account.h"
#include "core/trade/venue/venue_step.h"

#include <algorithm>

namespace strikedesk::trade {

namespace {

constexpr Price kLeastDistance = Price::fromCents(1);

/// Confirmed by the market, also while a cancel or a replacement is asked for.
bool isAtMarket(OrderStatus status) {
    return !isTerminal(status) && status != OrderStatus::PendingNew && status != OrderStatus::Accepted;
}

/// The indexes of all members, the first one first.
std::vector<std::uint64_t> membersOf(const VenueState& state, const VenueOrder& order) {
    std::vector<std::uint64_t> members{newestOf(state, order.family)};
    for (const BrokerOrderId& id : state.orders[members.front()].children)
        members.push_back(newestOf(state, id));
    return members;
}

/// The living member of a role, if any.
std::optional<std::uint64_t> memberOf(const VenueState& state, const VenueOrder& order, FamilyRole role) {
    for (const std::uint64_t index : membersOf(state, order))
        if (state.orders[index].role == role && !isTerminal(state.orders[index].order.status))
            return index;
    return std::nullopt;
}

void cancelRest(VenueStep& step, std::uint64_t index) {
    for (const std::uint64_t member : membersOf(step.state, step.state.orders[index])) {
        const VenueOrder& other = step.state.orders[member];
        // A stop that was set off goes on alone.
        const bool goesOn = other.role == FamilyRole::StopLoss && other.isTriggered;
        if (member != index && !goesOn && !isTerminal(other.order.status))
            finish(step, member, OrderStatus::Canceled);
    }
}

void bringToMarket(VenueStep& step, std::uint64_t index) {
    VenueOrder& order = step.state.orders[index];
    order.order.status = OrderStatus::New;
    order.order.updatedAt = step.state.now;
    order.eligibleAt = step.state.now + step.state.config.fillDelay;
    announce(step, index, OrderEventKind::New);
}

/// The entry is filled: its exits begin, for what is there to be closed.
void startExits(VenueStep& step, std::uint64_t entry) {
    VenueState& state = step.state;
    const Symbol symbol = state.orders[entry].order.symbol;
    const Quantity open = abs(positionOf(state, symbol)) - heldForOrders(state, symbol);
    const Quantity quantity = std::min(state.orders[entry].order.filledQuantity, open);
    if (!quantity.isPositive())
        return cancelRest(step, entry);
    const auto profit = memberOf(state, state.orders[entry], FamilyRole::TakeProfit);
    for (const std::uint64_t member : membersOf(state, state.orders[entry])) {
        VenueOrder& child = state.orders[member];
        if (member == entry || child.order.status != OrderStatus::Held)
            continue;
        child.order.quantity = quantity;
        if (child.role == FamilyRole::TakeProfit || !profit)
            bringToMarket(step, member);
    }
}

/// The price an exit is measured against: the entry's limit, or the market.
std::optional<Price> basePrice(const VenueState& state, const OrderPlan& plan) {
    if (plan.order.order.limitPrice)
        return plan.order.order.limitPrice;
    return chargedPrice(state, plan.order);
}

/// Take-profit on the winning side of the base, stop on the losing one, a cent away at least.
std::optional<VenueError> checkGeometry(const OrderRequest& request, std::optional<Price> base, bool isLong) {
    const auto isBeyond = [isLong](Price winning, Price losing) {
        return isLong ? winning >= losing + kLeastDistance : winning <= losing - kLeastDistance;
    };
    const char* above = isLong ? ">= base_price + 0.01" : "<= base_price - 0.01";
    const char* below = isLong ? "<= base_price - 0.01" : ">= base_price + 0.01";
    if (request.takeProfitLimit && request.stopLossStop &&
        !isBeyond(*request.takeProfitLimit, *request.stopLossStop))
        return notAllowed("take_profit.limit_price must be beyond stop_loss.stop_price");
    if (base && request.takeProfitLimit && !isBeyond(*request.takeProfitLimit, *base))
        return notAllowed(std::string("take_profit.limit_price must be ") + above);
    if (base && request.stopLossStop && !isBeyond(*base, *request.stopLossStop))
        return notAllowed(std::string("stop_loss.stop_price must be ") + below);
    return std::nullopt;
}

std::optional<VenueError> checkFamilyForm(const OrderRequest& request, const OrderPlan& plan) {
    const bool opens = opensPosition(plan.order.order.intent);
    const std::string name(toWire(request.orderClass));
    if (request.stopLossLimit && !request.stopLossStop)
        return notAllowed("stop_loss.stop_price is required");
    if (request.extendedHours)
        return notAllowed("extended hours orders must be simple orders");
    if (!request.quantity || !request.quantity->isWhole())
        return notAllowed("fractional orders must be simple orders");
    if (request.orderClass == OrderClass::Oco && opens)
        return notAllowed("oco orders must be exit orders");
    if (request.orderClass == OrderClass::Oco && request.type != OrderType::Limit)
        return notAllowed("oco orders must be limit orders");
    if (request.orderClass != OrderClass::Oco && !opens)
        return notAllowed(name + " orders must be entry orders");
    if (request.orderClass != OrderClass::Oco && request.type != OrderType::Market &&
        request.type != OrderType::Limit)
        return notAllowed(name + " orders must be market or limit orders");
    const bool hasBoth = request.takeProfitLimit && request.stopLossStop;
    const bool hasOne = request.takeProfitLimit || request.stopLossStop;
    if (request.orderClass == OrderClass::Oto)
        return hasOne && !hasBoth
                   ? std::nullopt
                   : std::optional(notAllowed("oto orders require one of take_profit and stop_loss"));
    if (!request.takeProfitLimit)
        return notAllowed(name + " orders require take_profit.limit_price");
    if (!request.stopLossStop)
        return notAllowed(name + " orders require stop_loss.stop_price");
    return std::nullopt;
}

/// An exit of the plan, not in the book yet.
VenueOrder exitOf(const OrderPlan& plan, FamilyRole role, const OrderRequest& request) {
    VenueOrder exit;
    exit.role = role;
    exit.multiplier = plan.order.multiplier;
    exit.order = plan.order.order;
    exit.order.clientOrderId = {};
    const bool isBuy = plan.order.order.intent == PositionIntent::BuyToOpen;
    if (opensPosition(plan.order.order.intent)) {
        exit.order.side = isBuy ? Side::Sell : Side::Buy;
        exit.order.intent = isBuy ? PositionIntent::SellToClose : PositionIntent::BuyToClose;
    }
    exit.order.limitPrice = role == FamilyRole::TakeProfit ? request.takeProfitLimit : request.stopLossLimit;
    exit.order.stopPrice = role == FamilyRole::StopLoss ? request.stopLossStop : std::nullopt;
    exit.order.type = role == FamilyRole::TakeProfit ? OrderType::Limit
                      : request.stopLossLimit        ? OrderType::StopLimit
                                                     : OrderType::Stop;
    return exit;
}

} // namespace

std::optional<VenueError> planFamily(const VenueState& state, const OrderRequest& request, OrderPlan& plan) {
    if (auto error = checkFamilyForm(request, plan))
        return error;
    const bool isOco = request.orderClass == OrderClass::Oco;
    const bool isLong = plan.order.order.side == (isOco ? Side::Sell : Side::Buy);
    if (auto error = checkGeometry(request, isOco ? std::nullopt : basePrice(state, plan), isLong))
        return error;
    plan.order.role = isOco ? FamilyRole::TakeProfit : FamilyRole::Entry;
    if (request.takeProfitLimit && !isOco)
        plan.children.push_back(exitOf(plan, FamilyRole::TakeProfit, request));
    if (request.stopLossStop)
        plan.children.push_back(exitOf(plan, FamilyRole::StopLoss, request));
    for (const VenueOrder& child : plan.children)
        if (auto error = checkTerms(state, child))
            return error;
    return std::nullopt;
}

std::uint64_t newestOf(const VenueState& state, const BrokerOrderId& id) {
    std::uint64_t index = state.byId.at(id);
    while (!state.orders[index].order.replacedBy.isEmpty())
        index = state.byId.at(state.orders[index].order.replacedBy);
    return index;
}

void familyAfterFinish(VenueStep& step, std::uint64_t index, OrderStatus status) {
    const FamilyRole role = step.state.orders[index].role;
    if (role == FamilyRole::None || status == OrderStatus::Replaced)
        return;
    if (role == FamilyRole::Entry && status == OrderStatus::Filled)
        return startExits(step, index);
    cancelRest(step, index);
}

void shrinkStop(VenueState& state, const VenueOrder& order) {
    if (order.role != FamilyRole::TakeProfit)
        return;
    const auto stop = memberOf(state, order, FamilyRole::StopLoss);
    if (stop && state.orders[*stop].order.status == OrderStatus::Held)
        state.orders[*stop].order.quantity = order.remaining();
}

bool isWatched(const VenueState& state, const VenueOrder& order) {
    if (order.order.status != OrderStatus::Held || order.role != FamilyRole::StopLoss)
        return false;
    const VenueOrder& first = state.orders[newestOf(state, order.family)];
    return first.role == FamilyRole::Entry ? first.order.status == OrderStatus::Filled
                                           : isAtMarket(first.order.status);
}

void releaseStop(VenueStep& step, std::uint64_t index) {
    VenueState& state = step.state;
    state.orders[index].isTriggered = true;
    if (const auto profit = memberOf(state, state.orders[index], FamilyRole::TakeProfit)) {
        state.orders[index].order.quantity = state.orders[*profit].remaining();
        finish(step, *profit, OrderStatus::Canceled);
    }
    bringToMarket(step, index);
    evaluate(step, index);
}

void relinkFamily(VenueState& state, std::uint64_t oldIndex, std::uint64_t newIndex) {
    VenueOrder& old = state.orders[oldIndex];
    VenueOrder& fresh = state.orders[newIndex];
    if (old.role == FamilyRole::None)
        return;
    fresh.role = old.role;
    // The others keep the old name and follow it: a finished order is never written again.
    fresh.family = old.family == old.order.id ? fresh.order.id : old.family;
    fresh.children = old.children;
    old.role = FamilyRole::None;
    old.children.clear();
}

} // namespace strikedesk::trade
