// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trade/venue/venue_account.h"
#include "core/trade/venue/venue_sessions.h"
#include "core/trade/venue/venue_step.h"

namespace strikedesk::trade {

namespace {

OrderEventKind eventOf(OrderStatus status) {
    switch (status) {
    case OrderStatus::Filled:
        return OrderEventKind::Fill;
    case OrderStatus::Canceled:
        return OrderEventKind::Canceled;
    case OrderStatus::Expired:
        return OrderEventKind::Expired;
    case OrderStatus::Replaced:
        return OrderEventKind::Replaced;
    default:
        return OrderEventKind::Rejected;
    }
}

void stamp(BrokerOrder& order, OrderStatus status, Timestamp now) {
    order.status = status;
    order.updatedAt = now;
    if (status == OrderStatus::Filled)
        order.filledAt = now;
    if (status == OrderStatus::Canceled)
        order.canceledAt = now;
    if (status == OrderStatus::Expired)
        order.expiredAt = now;
    if (status == OrderStatus::Replaced)
        order.replacedAt = now;
    if (status == OrderStatus::Rejected)
        order.failedAt = now;
}

void name(VenueState& state, VenueOrder& row) {
    BrokerOrder& order = row.order;
    order.id = BrokerOrderId(state.ids.uuid7(state.now));
    if (order.clientOrderId.isEmpty())
        order.clientOrderId = ClientOrderId(state.ids.uuid7(state.now));
    order.createdAt = order.updatedAt = order.submittedAt = state.now;
}

std::uint64_t store(VenueState& state, VenueOrder row) {
    const std::uint64_t index = state.orders.size();
    state.byId[row.order.id] = index;
    state.byClientId[row.order.clientOrderId] = index;
    state.working.insert(index);
    state.orders.push_back(std::move(row));
    return index;
}

} // namespace

BrokerOrder viewOf(const VenueState& state, const VenueOrder& order) {
    BrokerOrder view = order.order;
    for (const BrokerOrderId& leg : order.legs)
        view.legs.push_back(state.orders[state.byId.at(leg)].order);
    for (const BrokerOrderId& child : order.children)
        view.legs.push_back(state.orders[newestOf(state, child)].order);
    return view;
}

void announce(VenueStep& step, std::uint64_t index, OrderEventKind kind) {
    OrderUpdate update;
    update.kind = kind;
    update.order = viewOf(step.state, step.state.orders[index]);
    update.at = step.state.now;
    if (kind == OrderEventKind::New)
        update.executionId = ExecutionId(step.state.ids.uuid7(step.state.now));
    step.out.updates.push_back(std::move(update));
}

void finish(VenueStep& step, std::uint64_t index, OrderStatus status) {
    VenueState& state = step.state;
    VenueOrder& order = state.orders[index];
    STRIKEDESK_ASSERT(!isTerminal(order.order.status), "a finished order was finished again");
    const bool wasCanceling = order.order.status == OrderStatus::PendingCancel;
    const BrokerOrderId replacement = order.replacement;
    stamp(order.order, status, state.now);
    order.replacement = {};
    order.activeAt = order.eligibleAt = order.cancelAt = order.replaceAt = Timestamp();
    order.isQueued = false;
    state.working.erase(index);
    for (const BrokerOrderId& id : order.legs) {
        const std::uint64_t leg = state.byId.at(id);
        stamp(state.orders[leg].order, status, state.now);
        state.working.erase(leg);
    }
    // The last execution is announced by the fill itself, with its price.
    if (status != OrderStatus::Filled)
        announce(step, index, eventOf(status));
    if (wasCanceling && status != OrderStatus::Canceled)
        announce(step, index, OrderEventKind::CancelRejected);
    if (!replacement.isEmpty() && status != OrderStatus::Replaced) {
        announce(step, index, OrderEventKind::ReplaceRejected);
        finish(step, state.byId.at(replacement), OrderStatus::Rejected);
    }
    familyAfterFinish(step, index, status);
}

std::uint64_t enter(VenueStep& step, const OrderPlan& plan) {
    VenueState& state = step.state;
    VenueOrder parent = plan.order;
    name(state, parent);
    parent.order.status = OrderStatus::PendingNew;
    std::vector<VenueOrder> legs = plan.legs;
    for (VenueOrder& leg : legs) {
        name(state, leg);
        leg.order.status = OrderStatus::PendingNew;
        leg.parent = parent.order.id;
        parent.legs.push_back(leg.order.id);
    }
    std::vector<VenueOrder> children = plan.children;
    if (!children.empty())
        parent.family = parent.order.id;
    for (VenueOrder& child : children) {
        name(state, child);
        child.order.status = OrderStatus::Held;
        child.family = parent.order.id;
        parent.children.push_back(child.order.id);
    }
    const std::uint64_t index = store(state, std::move(parent));
    for (VenueOrder& leg : legs)
        store(state, std::move(leg));
    state.orders[index].expiresAt = expiryOf(state, state.orders[index]);
    for (VenueOrder& child : children) {
        const std::uint64_t place = store(state, std::move(child));
        state.orders[place].expiresAt = expiryOf(state, state.orders[place]);
    }
    return index;
}

void submit(VenueStep& step, const OrderRequest& request, const TrailTerms& trail) {
    VenueState& state = step.state;
    auto planned = planOrder(state, request, trail);
    if (const auto* error = std::get_if<VenueError>(&planned)) {
        step.out.reply.httpStatus = error->httpStatus;
        step.out.reply.error = *error;
        return;
    }
    const OrderPlan& plan = std::get<OrderPlan>(planned);
    const std::uint64_t index = enter(step, plan);
    VenueOrder& order = state.orders[index];
    const Symbol& symbol = plan.legs.empty() ? order.order.symbol : plan.legs.front().order.symbol;
    const auto span = spanAtOrAfter(state, symbol, order.order.extendedHours, state.now);
    order.isQueued = !span || state.now < span->start;
    if (order.isQueued) {
        order.order.status = OrderStatus::Accepted;
        for (const BrokerOrderId& leg : order.legs)
            state.orders[state.byId.at(leg)].order.status = OrderStatus::Accepted;
        if (span)
            order.activeAt = span->start + state.config.routeDelay;
    } else {
        order.activeAt = state.now + state.config.routeDelay;
    }
    announce(step, index, order.isQueued ? OrderEventKind::Accepted : OrderEventKind::PendingNew);
    for (const BrokerOrderId& child : state.orders[index].children)
        announce(step, state.byId.at(child), OrderEventKind::Held);
    step.out.reply.httpStatus = 200;
    step.out.reply.order = viewOf(state, state.orders[index]);
}

void releaseExcessHolds(VenueStep& step, const Symbol& symbol) {
    VenueState& state = step.state;
    const std::vector<std::uint64_t> newestFirst(state.working.rbegin(), state.working.rend());
    for (const std::uint64_t index : newestFirst) {
        if (heldForOrders(state, symbol) <= abs(positionOf(state, symbol)))
            return;
        const VenueOrder& order = state.orders[index];
        if (isTerminal(order.order.status) || order.order.symbol != symbol ||
            opensPosition(order.order.intent))
            continue;
        const std::uint64_t whole = order.parent.isEmpty() ? index : state.byId.at(order.parent);
        if (!isTerminal(state.orders[whole].order.status))
            finish(step, whole, OrderStatus::Canceled);
    }
}

} // namespace strikedesk::trade
