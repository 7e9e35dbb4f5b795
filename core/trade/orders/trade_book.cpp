// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/orders/trade_book.h"

#include <algorithm>

namespace strikedesk::trade {

namespace {

template <class Map, class Key>
auto* pointerTo(Map& map, const Key& key) {
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

} // namespace

void TradeBook::apply(const OrderRecord& record) {
    struct Index {
        TradeBook& book;
        void operator()(const IntentRecorded& r) const { book.indexOrder(r.intent.clientOrderId); }
        void operator()(const OutcomeRecorded& r) const { book.indexOrder(r.clientOrderId); }
        void operator()(const OrderObserved& r) const { book.indexOrder(r.clientOrderId); }
        void operator()(const FillRecorded& r) const {
            book.indexOrder(r.fill.clientOrderId);
            book.indexTrade(r.fill.tradeId);
        }
        void operator()(const CancelRecorded& r) const { book.indexOrder(r.clientOrderId); }
        void operator()(const UnseenRecorded& r) const { book.indexOrder(r.clientOrderId); }
        void operator()(const ExitStarted& r) const { book.indexTrade(r.tradeId); }
        void operator()(const ExitStopped& r) const { book.indexTrade(r.tradeId); }
        void operator()(const PlanChanged& r) const { book.indexTrade(r.tradeId); }
        void operator()(const ExitReferenced&) const {}
        void operator()(const OrderAdopted& r) const { book.indexOrder(r.intent.clientOrderId); }
        void operator()(const QuarantineChanged&) const {}
        void operator()(const FeeBooked&) const {}
        void operator()(const KillRecorded&) const {}
    };
    std::visit([this](const auto& r) { take(r); }, record);
    std::visit(Index{*this}, record);
}

void TradeBook::indexOrder(const ClientOrderId& id) {
    const OrderState* state = order(id);
    if (state == nullptr)
        return;
    if (state->isSettled())
        m_unsettled.erase(id);
    else
        m_unsettled.insert(id);
    indexTrade(state->intent.tradeId);
}

void TradeBook::indexTrade(const IntentId& id) {
    const TradeState* owner = trade(id);
    if (owner == nullptr)
        return;
    if (owner->phase == TradePhase::Closed)
        m_openTrades.erase(id);
    else
        m_openTrades.insert(id);
}

void TradeBook::indexAll() {
    m_unsettled.clear();
    m_openTrades.clear();
    for (const auto& [id, state] : m_orders)
        if (!state.isSettled())
            m_unsettled.insert(id);
    for (const auto& [id, owner] : m_trades)
        if (owner.phase != TradePhase::Closed)
            m_openTrades.insert(id);
}

void TradeBook::refresh(TradeState& owner) {
    const bool holds = openQuantity(owner).isPositive();
    if (holds) {
        if (owner.phase == TradePhase::Entering)
            owner.phase = TradePhase::Open;
        else if (owner.phase == TradePhase::Closed)
            owner.phase = wasLeft(owner.reason) ? TradePhase::Exiting : TradePhase::Open;
        return;
    }
    if (hasUnsettledOrders(owner))
        return;
    owner.phase = TradePhase::Closed;
    const TradeTotals* totals = m_ledger.trade(owner.id);
    if (owner.reason == ExitReason::None && totals != nullptr && totals->exited.isPositive())
        owner.reason = ExitReason::Broker;
}

void TradeBook::forget(const ClientOrderId& id) {
    const OrderState* state = order(id);
    if (state == nullptr || state->phase != OrderPhase::Recording)
        return;
    const IntentId tradeId = state->intent.tradeId;
    m_intents.erase(state->intent.id);
    m_unsettled.erase(id);
    m_orders.erase(id);
    TradeState* owner = trade(tradeId);
    if (owner == nullptr)
        return;
    std::erase(owner->orders, id);
    if (!owner->orders.empty())
        return;
    m_openTrades.erase(tradeId);
    m_trades.erase(tradeId);
}

const OrderState* TradeBook::order(const ClientOrderId& id) const { return pointerTo(m_orders, id); }
OrderState* TradeBook::order(const ClientOrderId& id) { return pointerTo(m_orders, id); }
const TradeState* TradeBook::trade(const IntentId& id) const { return pointerTo(m_trades, id); }
TradeState* TradeBook::trade(const IntentId& id) { return pointerTo(m_trades, id); }

const OrderState* TradeBook::orderByBrokerId(const BrokerOrderId& id) const {
    const ClientOrderId* client = pointerTo(m_byBrokerId, id);
    return client == nullptr ? nullptr : order(*client);
}

OrderState* TradeBook::orderByBrokerId(const BrokerOrderId& id) {
    const ClientOrderId* client = pointerTo(m_byBrokerId, id);
    return client == nullptr ? nullptr : order(*client);
}

Quantity TradeBook::openQuantity(const TradeState& owner) const {
    return abs(m_ledger.open(owner.id, owner.symbol));
}

Quantity TradeBook::closingCoverage(const TradeState& owner) const {
    Quantity sum;
    for (const ClientOrderId& id : owner.orders) {
        const OrderState* state = order(id);
        if (state == nullptr || state->intent.isEntry() || state->isSettled())
            continue;
        const OrderState* target = state->intent.isReplace() ? order(state->intent.replaces) : nullptr;
        // Only what may still execute is shared by the two; what the target has executed unheard of is gone
        // for good. Also with a replacement that ended with its fill still to come: it had taken over.
        const Quantity counted = target != nullptr ? target->unexecuted() : Quantity();
        sum += std::max(Quantity(), state->remaining() - counted);
    }
    return sum;
}

const OrderState* TradeBook::liveReplacementOf(const ClientOrderId& id) const {
    const OrderState* target = order(id);
    const TradeState* owner = target == nullptr ? nullptr : trade(target->intent.tradeId);
    if (owner == nullptr)
        return nullptr;
    for (const ClientOrderId& other : owner->orders) {
        const OrderState* state = order(other);
        if (state != nullptr && state->isLive() && state->intent.replaces == id)
            return state;
    }
    return nullptr;
}

bool TradeBook::hasUnsettledOrders(const TradeState& owner) const {
    return std::any_of(owner.orders.begin(), owner.orders.end(), [this](const ClientOrderId& id) {
        const OrderState* state = order(id);
        return state != nullptr && !state->isSettled();
    });
}

TradeSummary TradeBook::summary(const TradeState& owner) const {
    TradeSummary summary;
    summary.id = owner.id;
    summary.symbol = owner.symbol;
    summary.entryIntent = owner.entryIntent;
    summary.multiplier = owner.multiplier;
    summary.reason = owner.reason;
    if (const TradeTotals* totals = m_ledger.trade(owner.id))
        summary.totals = *totals;
    if (const OrderState* entry = owner.orders.empty() ? nullptr : order(owner.orders.front()))
        summary.decidedAt = entry->intent.createdAt;
    summary.target = owner.target;
    summary.stop = owner.plan.stop;
    summary.orders = owner.orders;
    return summary;
}

} // namespace strikedesk::trade
