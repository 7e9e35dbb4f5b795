// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trade/venue/venue_account.h"
#include "core/trade/venue/venue_sessions.h"
#include "core/trade/venue/venue_step.h"

#include <algorithm>
#include <tuple>

namespace strikedesk::trade {

namespace {

/// What time alone brings about. At one moment the earlier kind goes first.
enum class DueKind : std::uint8_t {
    CancelDone,
    Activate,
    ReplaceDone,
    Evaluate,
    OrderExpiry,
    ContractExpiry,
    SessionClose,
    DividendPaid,
};

struct Due {
    Timestamp at;
    DueKind kind = DueKind::Evaluate;
    std::uint64_t index = 0; ///< of the order or the dividend
    Symbol symbol;           ///< of the contract
    Date date;               ///< of the session

    auto key() const { return std::tuple(at, kind, index, symbol, date); }
};

void consider(std::optional<Due>& next, Due candidate) {
    if (candidate.at.isSet() && (!next || candidate.key() < next->key()))
        next = std::move(candidate);
}

std::optional<Due> findNext(const VenueState& state) {
    std::optional<Due> next;
    for (const std::uint64_t index : state.working) {
        const VenueOrder& order = state.orders[index];
        if (!order.parent.isEmpty())
            continue;
        consider(next, {order.cancelAt, DueKind::CancelDone, index, {}, {}});
        consider(next, {order.activeAt, DueKind::Activate, index, {}, {}});
        consider(next, {order.replaceAt, DueKind::ReplaceDone, index, {}, {}});
        consider(next, {order.eligibleAt, DueKind::Evaluate, index, {}, {}});
        consider(next, {order.expiresAt, DueKind::OrderExpiry, index, {}, {}});
    }
    for (const auto& [symbol, position] : state.positions) {
        const auto contract = state.contracts.find(symbol);
        if (contract == state.contracts.end())
            continue;
        if (const auto end = lastTradingMoment(state, contract->second))
            consider(next, {*end, DueKind::ContractExpiry, 0, symbol, {}});
    }
    const auto session = state.sessions.upper_bound(state.lastClosed);
    if (session != state.sessions.end())
        consider(next, {session->second.close, DueKind::SessionClose, 0, {}, session->first});
    for (std::size_t index = 0; index < state.dividendsDue.size(); ++index)
        consider(next, {state.dividendsDue[index].payAt, DueKind::DividendPaid, index, {}, {}});
    return next;
}

void activate(VenueStep& step, std::uint64_t index) {
    VenueState& state = step.state;
    VenueOrder& order = state.orders[index];
    order.activeAt = Timestamp();
    order.isQueued = false;
    order.order.status = OrderStatus::New;
    order.order.updatedAt = state.now;
    for (const BrokerOrderId& id : order.legs)
        state.orders[state.byId.at(id)].order.status = OrderStatus::New;
    order.eligibleAt = eligibleFrom(state, order);
    announce(step, index, OrderEventKind::New);
}

/// The end of the core session: the day's regulatory fees are booked, and the day's equity is kept.
void closeSession(VenueStep& step, Date date) {
    VenueState& state = step.state;
    state.lastClosed = date;
    if (!state.feesDue.isZero()) {
        BrokerActivity fee;
        fee.type = "FEE";
        fee.netAmount = -state.feesDue;
        fee.description = "Regulatory fees of " + date.iso();
        state.feesDue = Money();
        book(state, step.out, std::move(fee));
    }
    assignEarly(step, date);
    state.lastEquity = equityOf(state);
}

void handle(VenueStep& step, const Due& due) {
    VenueOrder* order = due.kind <= DueKind::OrderExpiry ? &step.state.orders[due.index] : nullptr;
    switch (due.kind) {
    case DueKind::CancelDone:
        order->cancelAt = Timestamp();
        return finish(step, due.index, OrderStatus::Canceled);
    case DueKind::Activate:
        return activate(step, due.index);
    case DueKind::ReplaceDone:
        order->replaceAt = Timestamp();
        return finishReplace(step, due.index);
    case DueKind::Evaluate:
        evaluate(step, due.index);
        // Not fillable now: the next quote decides.
        if (order->eligibleAt.isSet() && order->eligibleAt <= step.state.now)
            order->eligibleAt = Timestamp();
        return;
    case DueKind::OrderExpiry:
        return finish(step, due.index, OrderStatus::Expired);
    case DueKind::ContractExpiry:
        return expirePosition(step, due.symbol);
    case DueKind::SessionClose:
        return closeSession(step, due.date);
    case DueKind::DividendPaid:
        return payDividend(step, due.index);
    }
}

} // namespace

std::optional<Timestamp> nextDueAt(const VenueState& state) {
    const auto next = findNext(state);
    return next ? std::optional(next->at) : std::nullopt;
}

void processDue(VenueStep& step, Timestamp until) {
    for (auto next = findNext(step.state); next && next->at <= until; next = findNext(step.state)) {
        step.state.now = std::max(step.state.now, next->at);
        handle(step, *next);
    }
    step.state.now = std::max(step.state.now, until);
}

} // namespace strikedesk::trade
