// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/orders/trade_book.h"

#include <algorithm>

// What each record of the order log does to the book.

namespace strikedesk::trade {

namespace {

OrderEnd endOf(OrderStatus status) {
    if (status == OrderStatus::Filled)
        return OrderEnd::Filled;
    if (status == OrderStatus::Canceled)
        return OrderEnd::Canceled;
    if (status == OrderStatus::Expired)
        return OrderEnd::Expired;
    if (status == OrderStatus::Replaced)
        return OrderEnd::Replaced;
    return status == OrderStatus::Rejected ? OrderEnd::Rejected : OrderEnd::None;
}

/// "Forbidden" for want of contracts that another order still holds, or of buying power, is a matter of time
/// (protocol facts, section 3: 403 with 40310000), and so is a key that is not accepted now; what is
/// malformed stays malformed.
bool passesByItself(const OutcomeRecorded& record) {
    constexpr std::int32_t kUnauthorised = 401;
    constexpr std::int32_t kForbidden = 403;
    constexpr std::int32_t kTooManyRequests = 429;
    return record.httpStatus == kUnauthorised || record.httpStatus == kForbidden ||
           record.httpStatus == kTooManyRequests;
}

void finish(OrderState& order, OrderEnd end) {
    if (order.phase == OrderPhase::Ended)
        return;
    order.phase = OrderPhase::Ended;
    order.end = end;
    order.cancelInFlight = false;
    order.lookUpInFlight = false;
}

} // namespace

void TradeBook::take(const IntentRecorded& record) {
    const OrderIntent& intent = record.intent;
    if (m_orders.contains(intent.clientOrderId)) {
        ++m_strayRecords;
        return;
    }
    OrderState order;
    order.intent = intent;
    order.quantity = intent.quantity;
    if (intent.fillWait)
        order.fillWaitUntil = intent.createdAt + *intent.fillWait;
    m_intents.insert(intent.id);
    TradeState& trade = m_trades[intent.tradeId];
    if (intent.isEntry() && !intent.isReplace()) {
        trade.id = intent.tradeId;
        trade.symbol = intent.symbol;
        trade.entryIntent = intent.intent;
        trade.multiplier = intent.multiplier;
        trade.plan = intent.plan;
    }
    trade.orders.push_back(intent.clientOrderId);
    m_orders.emplace(intent.clientOrderId, std::move(order));
}

void TradeBook::take(const OrderAdopted& record) {
    TradeState* owner = trade(record.intent.tradeId);
    if (owner == nullptr || m_orders.contains(record.intent.clientOrderId)) {
        ++m_strayRecords;
        return;
    }
    OrderState order;
    order.intent = record.intent;
    order.quantity = record.intent.quantity;
    order.phase = OrderPhase::Working;
    m_intents.insert(record.intent.id);
    owner->orders.push_back(record.intent.clientOrderId);
    OrderState& kept = m_orders.emplace(record.intent.clientOrderId, std::move(order)).first->second;
    link(kept, record.brokerOrderId);
    if (owner->phase == TradePhase::Closed)
        owner->phase = wasLeft(owner->reason) ? TradePhase::Exiting : TradePhase::Entering;
    refresh(*owner);
}

void TradeBook::take(const QuarantineChanged& record) {
    if (record.isSet)
        m_quarantined.insert(record.symbol);
    else
        m_quarantined.erase(record.symbol);
}

void TradeBook::link(OrderState& order, const BrokerOrderId& id) {
    if (id.isEmpty())
        return;
    order.brokerId = id;
    m_byBrokerId[id] = order.intent.clientOrderId;
}

void TradeBook::take(const OutcomeRecorded& record) {
    OrderState* state = order(record.clientOrderId);
    if (state == nullptr) {
        ++m_strayRecords;
        return;
    }
    link(*state, record.brokerOrderId);
    state->message = record.message;
    const bool settled = state->phase == OrderPhase::Working || state->phase == OrderPhase::Ended;
    switch (record.verdict) {
    case WriteVerdict::Accepted:
        if (!settled)
            state->phase = OrderPhase::Working;
        break;
    case WriteVerdict::Rejected:
        // The stream may have shown the order before a late "no" (a duplicate request, a proxy); seen wins.
        if (!settled)
            finish(*state, OrderEnd::Rejected);
        break;
    case WriteVerdict::NotSent:
        finish(*state, OrderEnd::NotSent);
        break;
    case WriteVerdict::Unknown:
        if (!settled)
            state->phase = OrderPhase::Unknown;
        else if (mayHaveBeenApplied(*state)) {
            state->phase = OrderPhase::Unknown;
            state->end = OrderEnd::None;
        }
        break;
    }
    if (!settled && state->end == OrderEnd::Rejected)
        noteRefusal(*state, passesByItself(record));
    if (TradeState* owner = trade(state->intent.tradeId))
        refresh(*owner);
}

/// A refused change whose target is replaced all the same: some brokers say no and do it (reliability, W11).
bool TradeBook::mayHaveBeenApplied(const OrderState& change) const {
    const OrderState* target = change.intent.isReplace() ? order(change.intent.replaces) : nullptr;
    return target != nullptr && target->end == OrderEnd::Replaced && change.end == OrderEnd::Rejected &&
           change.brokerId.isEmpty();
}

void TradeBook::noteRefusal(const OrderState& refused, bool passes) {
    // A refused PATCH says nothing against the trade: its order moved on, or does not take changes now. What
    // it should have covered is added beside it, or the order is cancelled and placed anew.
    if (refused.intent.isReplace()) {
        if (OrderState* target = order(refused.intent.replaces))
            target->replaceRefused = true;
        return;
    }
    TradeState* owner = trade(refused.intent.tradeId);
    if (owner == nullptr)
        return;
    if (refused.intent.role == OrderRole::TakeProfit)
        owner->takeProfitRefused = true;
    if (refused.intent.role == OrderRole::Exit) {
        ++(passes ? owner->exitSetbacks : owner->exitRefusals);
        owner->exitBounded = true;
    }
}

void TradeBook::take(const OrderObserved& record) {
    OrderState* state = order(record.clientOrderId);
    if (state == nullptr) {
        ++m_strayRecords;
        return;
    }
    // Terminal absorbs, with one exception: an order that ended only in our eyes (unseen, refused on the way,
    // not sent) and that the broker does have comes back.
    const bool cameBack =
        state->phase == OrderPhase::Ended && (state->end == OrderEnd::Unseen || state->brokerId.isEmpty());
    const bool wasLive = state->isLive() || (cameBack && state->end != OrderEnd::Rejected);
    link(*state, record.brokerOrderId);
    if (record.quantity.isPositive())
        state->quantity = record.quantity;
    state->reported = std::max(state->reported, record.filled);
    if (state->phase != OrderPhase::Ended || cameBack) {
        state->status = record.status;
        if (cameBack)
            state->end = OrderEnd::None;
        state->phase = OrderPhase::Working;
        if (isTerminal(record.status))
            finish(*state, endOf(record.status));
    }
    if (TradeState* owner = trade(state->intent.tradeId)) {
        // Refused, or cancelled by somebody else: not sent again until a person looks.
        const bool withdrawn = state->end == OrderEnd::Canceled && !state->cancelWanted;
        // What the broker took and the exchange did not (a halt) passes too.
        if (wasLive && state->end == OrderEnd::Rejected)
            noteRefusal(*state, true);
        if (wasLive && state->intent.role == OrderRole::TakeProfit && withdrawn)
            owner->takeProfitRefused = true;
        refresh(*owner);
    }
}

void TradeBook::take(const FillRecorded& record) {
    const FillVerdict verdict = m_ledger.apply(record.fill);
    if (verdict == FillVerdict::Conflict)
        ++m_conflictingFills;
    if (verdict != FillVerdict::Applied)
        return;
    if (record.fill.isRemoval)
        return takeRemoval(record.fill);
    OrderState* state = order(record.fill.clientOrderId);
    if (state == nullptr)
        return;
    const bool wasUnknownThere = state->end == OrderEnd::Unseen || state->brokerId.isEmpty();
    link(*state, record.fill.brokerOrderId);
    state->filled = m_ledger.filled(record.fill.brokerOrderId);
    if (state->phase != OrderPhase::Ended || wasUnknownThere) {
        state->phase = OrderPhase::Working;
        state->end = OrderEnd::None;
    }
    if (state->filled >= state->quantity)
        finish(*state, OrderEnd::Filled);
    TradeState* owner = trade(state->intent.tradeId);
    if (owner == nullptr)
        return;
    if (state->intent.isEntry()) {
        if (!owner->target)
            owner->target = targetOf(*owner, owner->plan);
        if (owner->phase == TradePhase::Entering || owner->phase == TradePhase::Closed)
            owner->phase = wasLeft(owner->reason) ? TradePhase::Exiting : TradePhase::Open;
    } else if (state->intent.role == OrderRole::TakeProfit && owner->reason == ExitReason::None) {
        owner->reason = ExitReason::ProfitTarget;
    } else if (state->intent.role == OrderRole::Exit) {
        owner->exitSetbacks = owner->exitRefusals = 0;
    }
    refresh(*owner);
}

void TradeBook::takeRemoval(const Fill& fill) {
    TradeState* owner = trade(fill.tradeId);
    if (owner == nullptr)
        return;
    if (openQuantity(*owner).isZero())
        owner->reason = ExitReason::Broker;
    refresh(*owner);
}

void TradeBook::take(const CancelRecorded& record) {
    if (OrderState* state = order(record.clientOrderId))
        state->cancelWanted = true;
    else
        ++m_strayRecords;
}

void TradeBook::take(const UnseenRecorded& record) {
    OrderState* state = order(record.clientOrderId);
    if (state == nullptr || state->phase != OrderPhase::Unknown)
        return;
    finish(*state, OrderEnd::Unseen);
    if (TradeState* owner = trade(state->intent.tradeId))
        refresh(*owner);
}

void TradeBook::take(const ExitStarted& record) {
    TradeState* owner = trade(record.tradeId);
    if (owner == nullptr)
        return;
    owner->reason = record.reason;
    owner->exitReference = record.reference;
    owner->collarReached = false;
    owner->exitRefusals = 0;
    owner->exitSetbacks = 0;
    owner->exitBounded = false;
    owner->nextExitNotice = MonoTime();
    owner->exitSuspended = false;
    if (owner->phase != TradePhase::Closed)
        owner->phase = TradePhase::Exiting;
    refresh(*owner);
}

void TradeBook::take(const ExitReferenced& record) {
    if (TradeState* owner = trade(record.tradeId))
        owner->exitReference = record.reference;
    else
        ++m_strayRecords;
}

void TradeBook::take(const ExitStopped& record) {
    TradeState* owner = trade(record.tradeId);
    if (owner == nullptr || owner->phase != TradePhase::Exiting)
        return;
    owner->phase = TradePhase::Open;
    owner->reason = ExitReason::None;
    owner->collarReached = false;
    owner->exitRefusals = 0;
    owner->exitSuspended = false;
    refresh(*owner);
}

void TradeBook::take(const PlanChanged& record) {
    TradeState* owner = trade(record.tradeId);
    if (owner == nullptr)
        return;
    owner->plan = record.plan;
    owner->takeProfitRefused = false;
    owner->stopConfirmAt.reset();
    const TradeTotals* totals = m_ledger.trade(owner->id);
    const bool isEntered = totals != nullptr && totals->entered.isPositive();
    owner->target = isEntered ? targetOf(*owner, owner->plan) : std::nullopt;
}

void TradeBook::take(const KillRecorded& record) {
    m_kill = record.level;
    // "Cancel everything" stops the exits under way too, whoever began them; closing again starts them anew.
    for (auto& [id, owner] : m_trades)
        if (owner.phase == TradePhase::Exiting)
            owner.exitSuspended = record.level >= KillLevel::CancelAll;
}

} // namespace strikedesk::trade
