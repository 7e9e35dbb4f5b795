// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trade/venue/venue_account.h"
#include "core/trade/venue/venue_sessions.h"
#include "core/trade/venue/venue_step.h"

#include <algorithm>

namespace strikedesk::trade {

namespace {

VenueError orderNotFound(const BrokerOrderId& id) {
    return refusal(404, kNotFound, "order not found for " + id.text());
}

VenueError alreadyIn(OrderStatus status) {
    return notAllowed("order is already in \"" + std::string(toWire(status)) + "\" state");
}

bool isPendingReplacement(const VenueOrder& order) {
    return order.order.status == OrderStatus::PendingNew && !order.order.replaces.isEmpty();
}

void setStatus(VenueState& state, VenueOrder& order, OrderStatus status) {
    order.order.status = status;
    order.order.updatedAt = state.now;
    for (const BrokerOrderId& id : order.legs)
        state.orders[state.byId.at(id)].order.status = status;
}

/// Starts a cancel, or says why not.
std::optional<VenueError> requestCancel(VenueStep& step, std::uint64_t index) {
    VenueState& state = step.state;
    VenueOrder& order = state.orders[index];
    const OrderStatus status = order.order.status;
    if (isTerminal(status))
        return alreadyIn(status);
    if (!order.parent.isEmpty())
        return notAllowed("a leg cannot be canceled alone");
    if (status == OrderStatus::PendingReplace || isPendingReplacement(order))
        return notAllowed("order pending replace cannot be canceled");
    if (status == OrderStatus::PendingCancel)
        return std::nullopt;
    order.cancelRequestedAt = state.now;
    const auto stuck =
        static_cast<std::uint64_t>(std::max<std::int64_t>(0, state.config.stuckCancelPermille));
    const bool isStuck = stuck > 0 && state.ids.next() % 1'000 < stuck;
    order.cancelAt = isStuck ? Timestamp() : state.now + state.config.cancelDelay;
    order.beforePending = status;
    // What has not reached the market will not go there any more.
    order.activeAt = Timestamp();
    setStatus(state, order, OrderStatus::PendingCancel);
    if (isStuck || state.config.cancelDelay > Duration())
        announce(step, index, OrderEventKind::PendingCancel);
    return std::nullopt;
}

std::optional<VenueError> checkReplaceable(const VenueState& state, const VenueOrder& old,
                                           const ReplaceRequest& request, std::optional<Price> trail) {
    if (isTerminal(old.order.status))
        return alreadyIn(old.order.status);
    if (!old.parent.isEmpty())
        return notAllowed("a leg cannot be replaced alone");
    if (refusesReplace(old.order.status))
        return notAllowed("cannot replace order in " + std::string(toWire(old.order.status)) + " status");
    if (old.role != FamilyRole::None && (request.quantity || request.timeInForce))
        return notAllowed("only prices of " + std::string(toWire(old.order.orderClass)) +
                          " orders can be replaced");
    if (trail && (!old.trail.isSet() || !trail->isPositive()))
        return badParameter("trail is only accepted for trailing_stop orders and must be > 0");
    if (old.trail.isSet() && request.stopPrice)
        return badParameter("stop_price is not accepted for this order type");
    if (!request.quantity && !request.limitPrice && !request.stopPrice && !request.timeInForce && !trail)
        return notAllowed("order parameters are not changed");
    if (request.quantity && !request.quantity->isPositive())
        return badParameter("qty must be > 0");
    const bool isFraction = old.notional || (old.order.quantity && !old.order.quantity->isWhole());
    if (isFraction && request.quantity)
        return notAllowed("qty of fractional and notional orders cannot be replaced");
    if (old.notional && request.timeInForce)
        return notAllowed("notional orders must be day orders");
    const bool isOption = !old.legs.empty() || old.order.assetClass == AssetClass::UsOption;
    if (request.timeInForce && *request.timeInForce != TimeInForce::Day &&
        *request.timeInForce != TimeInForce::Gtc)
        return notAllowed(isOption ? "invalid options time_in_force" : "invalid time_in_force");
    return checkClientOrderId(state, request.clientOrderId);
}

/// The order a replacement asks for: the old one with the changes, nothing filled.
OrderPlan replacementOf(const VenueState& state, const VenueOrder& old, const ReplaceRequest& request,
                        std::optional<Price> trail) {
    OrderPlan plan;
    plan.order.multiplier = old.multiplier;
    plan.order.notional = old.notional;
    plan.order.isTriggered = old.isTriggered && !request.stopPrice;
    BrokerOrder& order = plan.order.order;
    order = old.order;
    order.clientOrderId = request.clientOrderId;
    order.quantity = request.quantity.value_or(old.remaining());
    order.filledQuantity = {};
    order.filledAveragePrice.reset();
    order.filledAt = Timestamp();
    order.limitPrice = request.limitPrice ? request.limitPrice : old.order.limitPrice;
    order.stopPrice = request.stopPrice ? request.stopPrice : old.order.stopPrice;
    order.timeInForce = request.timeInForce.value_or(old.order.timeInForce);
    order.replaces = old.order.id;
    plan.order.trail = old.trail;
    if (trail)
        (old.trail.price ? plan.order.trail.price : plan.order.trail.percent) = trail;
    if (old.trail.isSet()) {
        plan.order.highWater = old.highWater;
        order.stopPrice.reset();
    }
    for (const BrokerOrderId& id : old.legs) {
        const VenueOrder& leg = state.orders[state.byId.at(id)];
        VenueOrder row;
        row.multiplier = leg.multiplier;
        row.ratio = leg.ratio;
        row.order = leg.order;
        row.order.clientOrderId = {};
        row.order.quantity = Quantity::whole(order.quantity->wholePart() * leg.ratio);
        row.order.filledQuantity = {};
        row.order.filledAveragePrice.reset();
        row.order.timeInForce = order.timeInForce;
        row.order.replaces = leg.order.id;
        plan.legs.push_back(std::move(row));
    }
    return plan;
}

std::optional<VenueError> checkReplacement(const VenueState& state, const VenueOrder& old,
                                           const OrderPlan& plan) {
    const BrokerOrder& order = plan.order.order;
    if (plan.legs.empty()) {
        if (auto error = checkTerms(state, plan.order))
            return error;
    } else {
        if (!order.quantity->isWhole())
            return badParameter("qty must be an integer");
        if (order.stopPrice || (order.type == OrderType::Market && order.limitPrice))
            return notAllowed("only limit_price is accepted for mleg orders");
        if (order.limitPrice && order.limitPrice->units() % 100 != 0)
            return checkIncrement("limit_price", order.limitPrice);
    }
    // A waiting exit binds nothing, and neither does the one in its place.
    if (old.order.status == OrderStatus::Held)
        return std::nullopt;
    return checkMeans(state, plan, old.order.id);
}

} // namespace

void cancel(VenueStep& step, const BrokerOrderId& id) {
    const auto found = step.state.byId.find(id);
    if (found == step.state.byId.end())
        return refuse(step, orderNotFound(id));
    if (auto error = requestCancel(step, found->second))
        return refuse(step, std::move(*error));
    step.out.reply.httpStatus = 204;
}

void cancelAll(VenueStep& step) {
    const std::vector<std::uint64_t> open(step.state.working.begin(), step.state.working.end());
    for (const std::uint64_t index : open) {
        const VenueOrder& order = step.state.orders[index];
        if (!order.parent.isEmpty() || isTerminal(order.order.status))
            continue;
        VenueReplyEntry entry;
        entry.id = order.order.id;
        entry.symbol = order.order.symbol;
        entry.error = requestCancel(step, index);
        entry.httpStatus = entry.error ? entry.error->httpStatus : 200;
        step.out.reply.entries.push_back(std::move(entry));
    }
    step.out.reply.httpStatus = 207;
}

void replace(VenueStep& step, const ReplaceOrder& input) {
    VenueState& state = step.state;
    const ReplaceRequest& request = input.request;
    const auto found = state.byId.find(request.orderId);
    if (found == state.byId.end())
        return refuse(step, orderNotFound(request.orderId));
    const std::uint64_t oldIndex = found->second;
    if (auto error = checkReplaceable(state, state.orders[oldIndex], request, input.trail))
        return refuse(step, std::move(*error));
    const OrderPlan plan = replacementOf(state, state.orders[oldIndex], request, input.trail);
    if (auto error = checkReplacement(state, state.orders[oldIndex], plan))
        return refuse(step, std::move(*error));
    const std::uint64_t newIndex = enter(step, plan);
    VenueOrder& old = state.orders[oldIndex];
    VenueOrder& fresh = state.orders[newIndex];
    fresh.filledAtRequest = old.order.filledQuantity;
    fresh.replaceQuantity = request.quantity;
    old.replacement = fresh.order.id;
    old.beforePending = old.order.status;
    old.replaceAt = state.now + state.config.replaceDelay;
    setStatus(state, old, OrderStatus::PendingReplace);
    if (state.config.replaceDelay > Duration())
        announce(step, oldIndex, OrderEventKind::PendingReplace);
    step.out.reply.httpStatus = 200;
    step.out.reply.order = viewOf(state, state.orders[newIndex]);
}

void finishReplace(VenueStep& step, std::uint64_t index) {
    VenueState& state = step.state;
    VenueOrder& old = state.orders[index];
    const std::uint64_t newIndex = state.byId.at(old.replacement);
    VenueOrder& fresh = state.orders[newIndex];
    // What filled between the request and now is taken off, so that the chain never trades more than asked.
    const Quantity filledSince = old.order.filledQuantity - fresh.filledAtRequest;
    const Quantity left = fresh.replaceQuantity ? *fresh.replaceQuantity - filledSince : old.remaining();
    if (!left.isPositive()) {
        old.replacement = {};
        old.replaceAt = Timestamp();
        setStatus(state, old, old.beforePending);
        announce(step, index, OrderEventKind::ReplaceRejected);
        finish(step, newIndex, OrderStatus::Rejected);
        return;
    }
    fresh.order.quantity = left;
    for (const BrokerOrderId& id : fresh.legs) {
        VenueOrder& leg = state.orders[state.byId.at(id)];
        leg.order.quantity = Quantity::whole(left.wholePart() * leg.ratio);
    }
    old.order.replacedBy = fresh.order.id;
    for (std::size_t leg = 0; leg < old.legs.size() && leg < fresh.legs.size(); ++leg)
        state.orders[state.byId.at(old.legs[leg])].order.replacedBy = fresh.legs[leg];
    const bool waits = old.beforePending == OrderStatus::Held;
    relinkFamily(state, index, newIndex);
    finish(step, index, OrderStatus::Replaced);
    VenueOrder& active = state.orders[newIndex];
    if (waits) {
        setStatus(state, active, OrderStatus::Held);
        return announce(step, newIndex, OrderEventKind::Held);
    }
    setStatus(state, active, OrderStatus::New);
    active.eligibleAt = eligibleFrom(state, active);
    announce(step, newIndex, OrderEventKind::New);
}

} // namespace strikedesk::trade
