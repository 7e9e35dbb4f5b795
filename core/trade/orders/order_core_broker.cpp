// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/orders/order_core.h"

#include <algorithm>

// What the broker says about our orders: answers to requests, trade_updates, fills.

namespace strikedesk::trade {

Money OrderCore::feeOf(Quantity quantity, const TradeContext& context) const {
    return context.settings.commissionPerContract * quantity.wholePart();
}

bool OrderCore::observe(OrderState& order, const BrokerOrder& seen, const TradeContext& context) {
    if (seen.status == OrderStatus::Unrecognised)
        notice(NoticeLevel::Warning, "order.unknown_status",
               "The broker reports an order status this program does not know (" + seen.statusWord +
                   "). The order is left alone; check it at the broker.",
               order.intent.clientOrderId);
    Timestamp& lastSeen = m_lastSeenAt[seen.id];
    const bool older = seen.updatedAt.isSet() && lastSeen.isSet() && seen.updatedAt < lastSeen;
    const bool linked = order.brokerId == seen.id;
    const bool same = linked && order.phase == OrderPhase::Working && order.status == seen.status &&
                      (!seen.quantity || *seen.quantity == order.quantity) &&
                      seen.filledQuantity <= order.reported;
    const bool settled = linked && order.phase == OrderPhase::Ended && order.end != OrderEnd::Unseen &&
                         seen.filledQuantity <= order.reported;
    if (same || settled || (linked && older && !isTerminal(seen.status)))
        return false;
    lastSeen = std::max(lastSeen, seen.updatedAt);
    const bool replyToCancel = order.cancelWanted && !isTerminal(seen.status);
    OrderObserved observed;
    observed.clientOrderId = order.intent.clientOrderId;
    observed.brokerOrderId = seen.id;
    observed.status = seen.status;
    observed.statusWord = seen.statusWord;
    observed.quantity = seen.quantity.value_or(order.quantity);
    observed.filled = seen.filledQuantity;
    observed.at = seen.updatedAt.isSet() ? seen.updatedAt : context.now.market;
    record(std::move(observed));
    if (seen.status == OrderStatus::Rejected)
        notice(NoticeLevel::Warning, "order.rejected", "The broker rejected the order after taking it.",
               order.intent.clientOrderId);
    if (replyToCancel)
        driveCancel(order, context);
    return true;
}

void OrderCore::applyFill(const OrderState& order, const Fill& fill) {
    if (m_book.ledger().verdictOf(fill) == FillVerdict::Duplicate)
        return;
    const std::uint64_t conflictsBefore = m_book.conflictingFills();
    record(FillRecorded{fill});
    if (m_book.conflictingFills() != conflictsBefore) {
        m_memory.quarantined.insert(order.intent.symbol);
        notice(
            NoticeLevel::Critical, "fill.conflict",
            "The broker reports fills of one order that contradict each other. The contract is closed to new "
            "entries; compare our fills with the broker's.",
            order.intent.clientOrderId);
    }
}

void OrderCore::onUpdate(const OrderUpdate& update, const TradeContext& context) {
    OrderState* order = m_book.order(update.order.clientOrderId);
    if (order == nullptr)
        order = m_book.orderByBrokerId(update.order.id);
    if (order == nullptr) {
        m_foreignOrders[update.order.id] = update.order;
        return;
    }
    const bool isFill = update.kind == OrderEventKind::Fill || update.kind == OrderEventKind::PartialFill;
    const Quantity cumulative = update.order.filledQuantity;
    const bool knowsFill = isFill && update.hasFilledQuantity && update.price && update.quantity &&
                           update.quantity->isPositive();
    // The fill goes first: an order seen as filled without its fill would look closed and empty.
    if (knowsFill) {
        Fill fill;
        fill.brokerOrderId = update.order.id;
        fill.clientOrderId = order->intent.clientOrderId;
        fill.tradeId = order->intent.tradeId;
        fill.symbol = order->intent.symbol;
        fill.side = sideOf(order->intent.intent);
        fill.quantity = *update.quantity;
        fill.cumulativeAfter = cumulative;
        fill.price = *update.price;
        fill.fee = feeOf(*update.quantity, context);
        fill.multiplier = order->intent.multiplier;
        fill.executionId = update.executionId;
        fill.at = update.at.isSet() ? update.at : context.now.market;
        applyFill(*order, fill);
    }
    observe(*order, update.order, context);
    if (update.kind == OrderEventKind::CancelRejected) {
        order->cancelInFlight = false;
        order->cancelAskedAt = context.now.mono;
    }
    if (update.kind == OrderEventKind::ReplaceRejected && order->intent.isReplace() && order->isLive()) {
        OutcomeRecorded outcome;
        outcome.clientOrderId = order->intent.clientOrderId;
        outcome.verdict = WriteVerdict::Rejected;
        outcome.message = "The broker refused the replacement.";
        record(std::move(outcome));
    }
    if (TradeState* trade = m_book.trade(order->intent.tradeId)) {
        driveTrade(*trade, context);
        reportFinished(*trade);
    }
}

void OrderCore::onAnswer(const ClientOrderId& id, const WriteOutcome& outcome, const TradeContext& context) {
    OrderState* order = m_book.order(id);
    if (order == nullptr)
        return;
    OutcomeRecorded recorded;
    recorded.clientOrderId = id;
    recorded.verdict = outcome.verdict;
    recorded.httpStatus = outcome.httpStatus;
    recorded.brokerCode = outcome.brokerCode;
    recorded.message = outcome.message;
    if (outcome.order)
        recorded.brokerOrderId = outcome.order->id;
    // "This id is taken" means an earlier request of ours arrived: find it instead of calling it refused.
    if (outcome.clientOrderIdTaken)
        recorded.verdict = WriteVerdict::Unknown;
    const bool couldNotRead = recorded.verdict == WriteVerdict::Accepted && !outcome.order;
    if (couldNotRead)
        recorded.verdict = WriteVerdict::Unknown;
    const WriteVerdict verdict = recorded.verdict;
    record(std::move(recorded));
    if (verdict == WriteVerdict::Accepted)
        observe(*order, *outcome.order, context);
    if (verdict == WriteVerdict::Rejected)
        notice(NoticeLevel::Warning, "order.refused", outcome.message, id);
    if (verdict == WriteVerdict::NotSent)
        notice(NoticeLevel::Warning, "not_sent.worker", outcome.message, id);
    if (order->phase == OrderPhase::Unknown)
        startResolving(*order, context);
    driveCancel(*order, context);
    if (TradeState* trade = m_book.trade(order->intent.tradeId)) {
        driveTrade(*trade, context);
        reportFinished(*trade);
    }
}

void OrderCore::onCancelAnswer(const ClientOrderId& id, const WriteOutcome& outcome,
                               const TradeContext& context) {
    OrderState* order = m_book.order(id);
    if (order == nullptr)
        return;
    order->cancelInFlight = false;
    order->cancelAskedAt = context.now.mono;
    // A definite "no" means the order has moved on (filled, replaced, gone); what it became must be read.
    if (outcome.verdict == WriteVerdict::Rejected && order->isLive() && !order->lookUpInFlight) {
        order->lookUpInFlight = true;
        m_effects.push_back(LookUpOrder{id});
    }
}

} // namespace strikedesk::trade
