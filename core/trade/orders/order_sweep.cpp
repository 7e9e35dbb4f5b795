// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/orders/order_core.h"

#include <algorithm>

// Reading the broker's books against ours: orders, fills by activity, positions.

namespace strikedesk::trade {

namespace {

constexpr std::int32_t kSweepsBeforeInference = 2;
constexpr std::int32_t kSweepsBeforeQuarantine = 2;

} // namespace

void OrderCore::reconcileActivities(const BrokerSweep& sweep, const TradeContext& context) {
    for (const BrokerActivity& activity : sweep.activities) {
        const OrderState* order = m_book.orderByBrokerId(activity.orderId);
        if (activity.type != "FILL" || order == nullptr || !activity.price || !activity.quantity ||
            !activity.cumulativeQuantity)
            continue;
        Fill fill;
        fill.brokerOrderId = activity.orderId;
        fill.clientOrderId = order->intent.clientOrderId;
        fill.tradeId = order->intent.tradeId;
        fill.symbol = order->intent.symbol;
        fill.side = sideOf(order->intent.intent);
        fill.quantity = *activity.quantity;
        fill.cumulativeAfter = *activity.cumulativeQuantity;
        fill.price = *activity.price;
        fill.fee = feeOf(*activity.quantity, context);
        fill.multiplier = order->intent.multiplier;
        fill.executionId = ExecutionId(activity.id);
        fill.at = activity.at;
        applyFill(*order, fill);
    }
}

void OrderCore::inferMissingFill(OrderState& order, const BrokerOrder& seen, const TradeContext& context) {
    const Quantity known = m_book.ledger().filled(seen.id);
    const Quantity missing = seen.filledQuantity - known;
    if (!missing.isPositive() || !seen.filledAveragePrice) {
        m_missingFills.erase(order.intent.clientOrderId);
        return;
    }
    if (++m_missingFills[order.intent.clientOrderId] < kSweepsBeforeInference)
        return;
    // The price of what is missing follows from the order's average and what is known.
    const Money total = notional(*seen.filledAveragePrice, seen.filledQuantity, 1);
    const Money rest = total - m_book.ledger().filledValue(seen.id);
    Fill fill;
    fill.brokerOrderId = seen.id;
    fill.clientOrderId = order.intent.clientOrderId;
    fill.tradeId = order.intent.tradeId;
    fill.symbol = order.intent.symbol;
    fill.side = sideOf(order.intent.intent);
    fill.quantity = missing;
    fill.cumulativeAfter = seen.filledQuantity;
    fill.price = Price::fromUnits(
        divideRoundEven(static_cast<__int128>(rest.units()) * Quantity::kUnitsPerOne, missing.units()));
    fill.fee = feeOf(missing, context);
    fill.multiplier = order.intent.multiplier;
    fill.executionId = ExecutionId("inferred-" + seen.id.text() + "-" + seen.filledQuantity.text());
    fill.at = seen.filledAt.isSet() ? seen.filledAt : context.now.market;
    fill.isInferred = true;
    applyFill(order, fill);
    m_missingFills.erase(order.intent.clientOrderId);
    notice(NoticeLevel::Warning, "fill.inferred",
           "A fill never reached this program; its price was worked out from the order's average.",
           order.intent.clientOrderId);
}

void OrderCore::reconcilePositions(const BrokerSweep& sweep, const TradeContext&) {
    std::map<Symbol, Quantity> theirs;
    m_externalPositions.clear();
    for (const BrokerPosition& position : sweep.positions) {
        theirs[position.symbol] = position.quantity;
        if (m_book.ledger().position(position.symbol) == nullptr)
            m_externalPositions[position.symbol] = position;
    }
    for (const auto& [symbol, ours] : m_book.ledger().positions()) {
        const auto found = theirs.find(symbol);
        const Quantity held = found == theirs.end() ? Quantity() : found->second;
        if (held == ours.net()) {
            m_disagreements.erase(symbol);
            if (m_memory.quarantined.erase(symbol) > 0)
                notice(NoticeLevel::Info, "position.agrees",
                       "Our books and the broker's agree again in " + symbol.text() + ".");
            continue;
        }
        if (++m_disagreements[symbol] != kSweepsBeforeQuarantine)
            continue;
        m_memory.quarantined.insert(symbol);
        notice(NoticeLevel::Critical, "position.differs",
               "The broker holds " + held.text() + " of " + symbol.text() + ", our fills say " +
                   ours.net().text() + ". New entries in it are blocked; compare the fills.");
    }
}

void OrderCore::onSweep(const BrokerSweep& sweep, const TradeContext& context) {
    std::set<ClientOrderId> seenOurs;
    for (const BrokerOrder& seen : sweep.orders) {
        OrderState* order = m_book.order(seen.clientOrderId);
        if (order == nullptr)
            order = m_book.orderByBrokerId(seen.id);
        if (order == nullptr) {
            m_foreignOrders[seen.id] = seen;
            continue;
        }
        seenOurs.insert(order->intent.clientOrderId);
        observe(*order, seen, context);
    }
    reconcileActivities(sweep, context);
    for (const BrokerOrder& seen : sweep.orders)
        if (OrderState* order = m_book.orderByBrokerId(seen.id))
            inferMissingFill(*order, seen, context);
    for (auto& [id, order] : m_book.orders()) {
        const bool expected = order.phase == OrderPhase::Working && !seenOurs.contains(id) &&
                              order.cancelAskedAt < sweep.startedAt;
        if (expected && !order.lookUpInFlight) {
            order.lookUpInFlight = true;
            m_effects.push_back(LookUpOrder{id});
        }
    }
    reconcilePositions(sweep, context);
    driveAll(context);
    for (const auto& [id, trade] : m_book.trades())
        reportFinished(trade);
}

} // namespace strikedesk::trade
