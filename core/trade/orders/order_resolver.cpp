// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/orders/order_core.h"
#include "core/trade/orders/order_words.h"

#include <algorithm>

// Orders whose fate is not known: found by look-up, or given up after the horizon, never sent again.

namespace strikedesk::trade {

namespace {

constexpr std::int32_t kNegativesNeeded = 3;

/// 0.5, 1, 2, then every 5 seconds.
Duration lookUpPause(std::int32_t lookUps) {
    switch (lookUps) {
    case 0:
        return Duration::milliseconds(500);
    case 1:
        return Duration::seconds(1);
    case 2:
        return Duration::seconds(2);
    default:
        return Duration::seconds(5);
    }
}

} // namespace

void OrderCore::startResolving(OrderState& order, const TradeContext& context) {
    if (order.unknownSince != MonoTime())
        return;
    order.unknownSince = context.now.mono;
    order.nextLookUp = context.now.mono + lookUpPause(0);
    notice(NoticeLevel::Warning, "order.unknown",
           "No clear answer to an order. It counts as sent and is being looked for at the broker.",
           order.intent.clientOrderId);
}

void OrderCore::driveResolver(OrderState& order, const TradeContext& context) {
    if (order.phase != OrderPhase::Unknown)
        return;
    startResolving(order, context);
    if (order.lookUpInFlight || context.now.mono < order.nextLookUp)
        return;
    ++order.lookUps;
    lookUp(order);
}

bool OrderCore::isStuck(const OrderState& order, const TradeContext& context) {
    constexpr Duration kPatience = Duration::seconds(30);
    return order.settlingSince && context.now.mono - *order.settlingSince >= kPatience;
}

/// The broker may keep an order in pending_cancel or pending_replace for hours (protocol facts, section 5);
/// what it holds cannot be sold meanwhile, and only a person can do something about it.
void OrderCore::noteStuck(OrderState& order, const TradeContext& context) {
    constexpr Duration kSaidAgain = Duration::minutes(1);
    if (!order.isSettling()) {
        order.settlingSince.reset();
        return;
    }
    if (!order.settlingSince)
        order.settlingSince = context.now.mono;
    if (!isStuck(order, context) || context.now.mono < order.nextStuckNotice)
        return;
    order.nextStuckNotice = context.now.mono + kSaidAgain;
    lookUp(order);
    notice(NoticeLevel::Critical, "order.stuck", stuckSentence(order), order.intent.clientOrderId);
}

void OrderCore::giveUp(OrderState& order, const TradeContext&) {
    record(UnseenRecorded{order.intent.clientOrderId});
    notice(NoticeLevel::Warning, "order.unseen",
           "The broker never saw an order that was sent without an answer. It is given up, and still "
           "watched for.",
           order.intent.clientOrderId);
}

/// An order of ours was replaced though the broker refused our change of it: the change may stand at the
/// broker all the same. It counts in full and is looked for until that is known.
void OrderCore::doubtRefusals(const OrderState& replaced, const TradeContext& context) {
    const TradeState* trade = m_book.trade(replaced.intent.tradeId);
    if (trade == nullptr)
        return;
    const std::vector<ClientOrderId> ids = trade->orders;
    const bool isKnown = std::any_of(ids.begin(), ids.end(), [&](const ClientOrderId& id) {
        const OrderState& other = *m_book.order(id);
        return other.intent.replaces == replaced.intent.clientOrderId && !other.brokerId.isEmpty();
    });
    for (const ClientOrderId& id : ids) {
        OrderState& change = *m_book.order(id);
        if (isKnown || change.intent.replaces != replaced.intent.clientOrderId ||
            !m_book.mayHaveBeenApplied(change))
            continue;
        OutcomeRecorded doubted;
        doubted.clientOrderId = id;
        doubted.verdict = WriteVerdict::Unknown;
        doubted.message = "Refused, and its target was replaced all the same.";
        record(std::move(doubted));
        change.unknownSince = MonoTime();
        change.lookUps = change.negatives = 0;
        startResolving(change, context);
    }
}

bool OrderCore::losesItsTarget(const OrderState& order) const {
    const OrderState* target = order.intent.isReplace() ? m_book.order(order.intent.replaces) : nullptr;
    return target != nullptr && !target->isLive() && target->end != OrderEnd::Replaced;
}

void OrderCore::onLookUp(const ClientOrderId& id, const std::optional<BrokerOrder>& found, bool definite,
                         const TradeContext& context) {
    OrderState* order = m_book.order(id);
    if (order == nullptr)
        return;
    order->lookUpInFlight = false;
    order->nextLookUp = context.now.mono + lookUpPause(order->lookUps);
    if (found) {
        observe(*order, *found, context);
        driveCancel(*order, context);
    } else if (definite && order->phase == OrderPhase::Unknown) {
        ++order->negatives;
        // The last "no" must itself lie beyond the horizon: until then the request may still be on its way. A
        // replacement whose target ended otherwise can never come to be.
        const bool horizonPassed = context.now.mono - order->unknownSince >= context.settings.horizon;
        if ((horizonPassed && order->negatives >= kNegativesNeeded) || losesItsTarget(*order))
            giveUp(*order, context);
    }
    if (TradeState* trade = m_book.trade(order->intent.tradeId)) {
        driveTrade(*trade, context);
        reportFinished(*trade);
    }
}

void OrderCore::finishRestore(const TradeContext& context) {
    m_effects.push_back(PublishKill{m_book.kill()});
    m_memory.quarantined = m_book.quarantined();
    forEachUnsettled([&](OrderState& order) {
        if (!order.isLive())
            return;
        if (order.phase == OrderPhase::Recording || order.phase == OrderPhase::Sending) {
            // Recorded without a result: it may have left. Never sent again; looked for.
            OutcomeRecorded outcome;
            outcome.clientOrderId = order.intent.clientOrderId;
            outcome.verdict = WriteVerdict::Unknown;
            outcome.message = "The program ended before the answer was recorded.";
            record(std::move(outcome));
        }
        if (order.phase == OrderPhase::Unknown)
            startResolving(order, context);
    });
    for (const auto& [id, trade] : m_book.trades())
        reportFinished(trade);
}

std::optional<MonoTime> OrderCore::nextDue(Moment now) const {
    std::optional<MonoTime> due;
    const auto consider = [&due](MonoTime at) {
        if (!due || at < *due)
            due = at;
    };
    for (const ClientOrderId& id : m_book.unsettledOrders()) {
        const OrderState& order = *m_book.order(id);
        if (order.phase == OrderPhase::Unknown && !order.lookUpInFlight)
            consider(order.nextLookUp);
        if (order.isAtBroker() && order.cancelWanted && !order.cancelInFlight)
            consider(order.cancelAskedAt + Duration::seconds(2));
        // Market time may run faster than ours (demo, replay): looked at again in a second at the latest.
        if (order.isLive() && order.fillWaitUntil && !order.cancelWanted)
            consider(now.mono +
                     std::clamp(*order.fillWaitUntil - now.market, Duration(), Duration::seconds(1)));
    }
    for (const IntentId& id : m_book.openTrades()) {
        const TradeState& trade = *m_book.trade(id);
        if (trade.phase == TradePhase::Exiting)
            consider(std::min(trade.nextReprice, trade.nextPlacement));
        if (trade.stopConfirmAt)
            consider(*trade.stopConfirmAt);
    }
    for (const WaitingTicket& waiting : m_waiting)
        consider(waiting.giveUpAt);
    return due;
}

void OrderCore::onTime(const TradeContext& context) {
    forEachUnsettled([&](OrderState& order) {
        if (!order.isLive())
            return;
        driveResolver(order, context);
        noteStuck(order, context);
        driveCancel(order, context);
        if (order.fillWaitUntil && context.now.market >= *order.fillWaitUntil && !order.cancelWanted)
            wantCancel(order, "not filled in time", context);
    });
    forEachOpenTrade([&](TradeState& trade) {
        if (trade.stopConfirmAt && context.now.mono >= *trade.stopConfirmAt)
            watchStop(trade, context);
    });
    readStopQuotes(context);
    cancelForeign(context);
    driveAll(context);
    if (!m_waiting.empty())
        onQuotesRead(context);
    std::erase_if(m_memory.askedAt, [&](const auto& asked) {
        return context.now.mono - asked.second > context.settings.duplicateWindow;
    });
}

} // namespace strikedesk::trade
