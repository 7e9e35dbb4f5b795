// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/orders/order_core.h"
#include "core/trade/orders/order_words.h"

#include <algorithm>

// What the broker says about our orders: answers to requests, trade_updates, fills.

namespace strikedesk::trade {

namespace {

constexpr const char* kRejectedLater = "The broker rejected the order after taking it.";

/// Statuses an order has before a venue has confirmed it, or that say nothing.
bool isBeforeRouting(OrderStatus status) {
    return status == OrderStatus::Accepted || status == OrderStatus::PendingNew ||
           status == OrderStatus::PendingReview || status == OrderStatus::Unrecognised;
}

} // namespace

bool OrderCore::isTwin(const OrderState& order, const BrokerOrder& seen) {
    if (order.brokerId.isEmpty() || seen.id.isEmpty() || order.brokerId == seen.id)
        return false;
    // One that ended without a fill does no harm any more.
    if (!isTerminal(seen.status) || seen.filledQuantity.isPositive())
        quarantine(order.intent.symbol, "order.twin",
                   "The broker shows two orders under one id of ours. The contract is closed to new entries; "
                   "cancel one of them at the broker.",
                   order.intent.clientOrderId);
    return true;
}

bool OrderCore::observe(OrderState& order, const BrokerOrder& seen, const TradeContext& context) {
    if (isTwin(order, seen))
        return false;
    Timestamp& lastSeen = m_heard.lastSeenAt[seen.id];
    const bool older = seen.updatedAt.isSet() && lastSeen.isSet() && seen.updatedAt < lastSeen;
    const bool linked = order.brokerId == seen.id;
    const bool same = linked && order.phase == OrderPhase::Working && order.status == seen.status &&
                      (!seen.quantity || *seen.quantity == order.quantity) &&
                      seen.filledQuantity <= order.reported;
    const bool settled = linked && order.phase == OrderPhase::Ended && order.end != OrderEnd::Unseen &&
                         seen.filledQuantity <= order.reported;
    // The answer to a POST may come after the stream has shown the order routed, with the same time on both.
    const bool goesBack = linked && order.phase == OrderPhase::Working && isBeforeRouting(seen.status) &&
                          seen.status != OrderStatus::Unrecognised && !isBeforeRouting(order.status) &&
                          seen.updatedAt <= lastSeen;
    // Frames of one moment may change places: one that knows of less filled is the older.
    const bool knowsLess = linked && order.phase == OrderPhase::Working && !isTerminal(seen.status) &&
                           seen.updatedAt <= lastSeen &&
                           seen.filledQuantity < std::max(order.reported, order.filled);
    if (same || settled || goesBack || knowsLess || (linked && older && !isTerminal(seen.status)))
        return false;
    if (seen.status == OrderStatus::Unrecognised)
        notice(NoticeLevel::Warning, "order.unknown_status",
               "The broker reports an order status this program does not know (" + seen.statusWord +
                   "). The order is left alone; check it at the broker.",
               order.intent.clientOrderId);
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
    const bool wasResting = order.phase == OrderPhase::Working && order.status == OrderStatus::New;
    const bool wasEnded = order.phase == OrderPhase::Ended;
    const bool withdrawn = seen.status == OrderStatus::Canceled && !order.cancelWanted && !wasEnded;
    record(std::move(observed));
    m_heard.lastChangeAt[order.intent.symbol] = context.now.mono;
    if (seen.status == OrderStatus::Replaced && !wasEnded) {
        doubtRefusals(order, context);
        awaitSuccessor(order, seen, context);
    }
    if (order.intent.role == OrderRole::TakeProfit && withdrawn)
        notice(NoticeLevel::Critical, "target.withdrawn", withdrawnSentence(order),
               order.intent.clientOrderId);
    if (order.intent.role == OrderRole::TakeProfit && seen.status == OrderStatus::New && !wasResting)
        notice(NoticeLevel::Info, "target.resting", restingSentence(order), order.intent.clientOrderId);
    if (order.intent.isEntry() && !wasEnded &&
        (seen.status == OrderStatus::Canceled || seen.status == OrderStatus::Expired))
        notice(NoticeLevel::Info, "order.ended", endedSentence(order), order.intent.clientOrderId);
    if (seen.status == OrderStatus::Rejected && !wasEnded) {
        notice(NoticeLevel::Warning, "order.rejected", kRejectedLater, order.intent.clientOrderId);
        if (TradeState* trade = m_book.trade(order.intent.tradeId);
            trade != nullptr && order.intent.role == OrderRole::Exit)
            onExitRefused(*trade, "it was taken and rejected afterwards", context);
    }
    if (replyToCancel)
        driveCancel(order, context);
    // A replacement that works has taken over; how much its target had filled by then must be read, not
    // guessed. Until then the target counts in full.
    OrderState* target = order.intent.isReplace() ? m_book.order(order.intent.replaces) : nullptr;
    const bool tookOver = seen.status == OrderStatus::New || seen.status == OrderStatus::PartiallyFilled ||
                          seen.status == OrderStatus::Filled;
    if (target != nullptr && target->isAtBroker() && tookOver)
        lookUp(*target);
    return true;
}

void OrderCore::applyFill(const OrderState& order, const Fill& fill, const TradeContext& context) {
    const FillVerdict verdict = m_book.ledger().verdictOf(fill);
    if (verdict == FillVerdict::Duplicate)
        return;
    // Sweeps read the same contradiction again and again; it is kept and said once.
    if (verdict == FillVerdict::Conflict &&
        !m_heard.conflictsSaid
             .insert(fill.brokerOrderId.text() + '|' + fill.cumulativeAfter.text() + '|' +
                     fill.quantity.text() + '|' + fill.price.text())
             .second)
        return;
    record(FillRecorded{fill});
    m_heard.lastFillAt[fill.symbol] = context.now.mono;
    if (verdict != FillVerdict::Conflict) {
        notice(NoticeLevel::Info, "fill", fillSentence(order, fill), order.intent.clientOrderId);
        return;
    }
    quarantine(
        order.intent.symbol, "fill.conflict",
        "The broker reports fills of one order that contradict each other. The contract is closed to new "
        "entries; compare our fills with the broker's.",
        order.intent.clientOrderId);
}

void OrderCore::onUpdate(const OrderUpdate& update, const TradeContext& context) {
    OrderState* order = m_book.order(update.order.clientOrderId);
    if (order == nullptr)
        order = m_book.orderByBrokerId(update.order.id);
    if (order == nullptr)
        order = adopt(update.order, context);
    if (order == nullptr) {
        takeForeign(update.order, context);
        return;
    }
    if (isTwin(*order, update.order))
        return;
    const bool isFill = update.kind == OrderEventKind::Fill || update.kind == OrderEventKind::PartialFill;
    const Quantity cumulative = update.order.filledQuantity;
    const bool knowsFill = isFill && update.hasFilledQuantity && update.price && update.quantity &&
                           update.quantity->isPositive();
    // The fill goes first: an order seen as filled without its fill would look closed and empty.
    if (knowsFill) {
        Fill fill = fillOf(*order, *update.quantity, cumulative, *update.price, context);
        fill.brokerOrderId = update.order.id;
        fill.executionId = update.executionId;
        if (update.at.isSet())
            fill.at = update.at;
        applyFill(*order, fill, context);
    }
    observe(*order, update.order, context);
    // A fill without its figures, or a refused change of an order whose replacement is not named: read what
    // became of it.
    if (isFill && !knowsFill)
        lookUp(*order);
    if (update.kind == OrderEventKind::ReplaceRejected && !order->intent.isReplace())
        if (const OrderState* refused = m_book.liveReplacementOf(order->intent.clientOrderId))
            lookUp(*m_book.order(refused->intent.clientOrderId));
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
    // The stream may have shown the target replaced before the "no" came.
    if (verdict == WriteVerdict::Rejected && m_book.mayHaveBeenApplied(*order))
        doubtRefusals(*m_book.order(order->intent.replaces), context);
    if (verdict == WriteVerdict::Accepted)
        observe(*order, *outcome.order, context);
    if (verdict == WriteVerdict::Rejected)
        notice(order->intent.isReplace() ? NoticeLevel::Info : NoticeLevel::Warning, "order.refused",
               refusedSentence(*order, outcome.message), id);
    if (verdict == WriteVerdict::NotSent)
        notice(NoticeLevel::Warning, "not_sent.worker", outcome.message, id);
    if (order->phase == OrderPhase::Unknown)
        startResolving(*order, context);
    driveCancel(*order, context);
    if (TradeState* trade = m_book.trade(order->intent.tradeId)) {
        // Stopped on our side (budget, lease, kill): not asked for again at once, or it would turn in
        // circles.
        if (verdict == WriteVerdict::NotSent)
            trade->nextTakeProfit = context.now.mono + context.settings.exitReprice;
        if (verdict == WriteVerdict::Rejected && order->intent.role == OrderRole::Exit)
            onExitRefused(*trade, outcome.message, context);
        driveTrade(*trade, context);
        reportFinished(*trade);
    }
}

void OrderCore::lookUp(OrderState& order) {
    if (order.lookUpInFlight)
        return;
    order.lookUpInFlight = true;
    m_effects.push_back(LookUpOrder{order.intent.clientOrderId});
}

void OrderCore::onCancelAnswer(const ClientOrderId& id, const WriteOutcome& outcome,
                               const TradeContext& context) {
    OrderState* order = m_book.order(id);
    if (order == nullptr)
        return;
    order->cancelInFlight = false;
    order->cancelAskedAt = context.now.mono;
    // A definite "no" means the order has moved on (filled, replaced, gone); what it became must be read.
    if (outcome.verdict == WriteVerdict::Rejected && order->isLive())
        lookUp(*order);
}

} // namespace strikedesk::trade
