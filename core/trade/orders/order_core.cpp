// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/orders/order_core.h"

#include "core/trade/exits/plan_gate.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace strikedesk::trade {

namespace {

constexpr Duration kQuoteReadPatience = Duration::seconds(3);
constexpr Duration kRateMemory = Duration::minutes(1);

ClientOrderId clientIdOf(const IntentId& intent, const TradeSettings& settings) {
    return ClientOrderId(settings.environment + settings.accountTail + "-" + intent.text());
}

OrderIntent intentOf(const EntryTicket& ticket, const TradeContext& context) {
    OrderIntent intent;
    intent.id = ticket.intentId;
    intent.clientOrderId = clientIdOf(ticket.intentId, context.settings);
    intent.tradeId = ticket.intentId;
    intent.role = OrderRole::Entry;
    intent.origin = ticket.origin;
    intent.symbol = ticket.symbol;
    intent.intent = ticket.intent;
    intent.quantity = ticket.quantity;
    intent.timeInForce = ticket.timeInForce;
    intent.limitPrice = ticket.limitPrice;
    intent.multiplier = ticket.multiplier;
    intent.plan = ticket.plan;
    intent.fillWait = ticket.fillWait;
    intent.createdAt = context.now.market;
    return intent;
}

} // namespace

void OrderCore::record(OrderRecord record) {
    m_book.apply(record);
    m_batch.push_back(std::move(record));
}

void OrderCore::notice(NoticeLevel level, std::string code, std::string message, ClientOrderId id) {
    m_effects.push_back(Notice{level, std::move(code), std::move(message), std::move(id)});
}

AppendRecords OrderCore::commitOf(std::vector<OrderRecord> records) {
    AppendRecords append{m_nextTicket++, std::move(records)};
    PendingCommit& pending = m_unacknowledged[append.ticket];
    for (const OrderRecord& made : append.records)
        if (const auto* intent = std::get_if<IntentRecorded>(&made))
            pending.intents.push_back(intent->intent.clientOrderId);
        else
            pending.hasFacts = true;
    return append;
}

std::vector<TradeCommand> OrderCore::takeCommands() {
    std::vector<TradeCommand> commands;
    std::vector<OrderRecord> facts = std::exchange(m_batch, {});
    // What happened goes before what is decided of it, in a commit of its own: on a full disk the log still
    // takes facts from its reserve and no intents, and a fill must not be lost for a take-profit.
    const auto firstIntent = std::find_if(facts.begin(), facts.end(), [](const OrderRecord& made) {
        return std::holds_alternative<IntentRecorded>(made);
    });
    std::vector<OrderRecord> decided(std::make_move_iterator(firstIntent),
                                     std::make_move_iterator(facts.end()));
    facts.erase(firstIntent, facts.end());
    if (!facts.empty())
        commands.emplace_back(commitOf(std::move(facts)));
    if (!decided.empty())
        commands.emplace_back(commitOf(std::move(decided)));
    for (TradeCommand& effect : m_effects)
        commands.push_back(std::move(effect));
    m_effects.clear();
    return commands;
}

std::vector<TradeSummary> OrderCore::takeFinished() { return std::exchange(m_finished, {}); }

std::optional<Refusal> OrderCore::submitEntry(const EntryTicket& ticket, const TradeContext& context) {
    if (m_logFailed)
        return Refusal{"log_failed",
                       "The order log cannot be written, so no order may leave. Check the disk."};
    auto refusal = checkEntry(ticket, m_book, m_memory, context);
    if (refusal && refusal->needsFreshQuote) {
        m_waiting.push_back(WaitingTicket{ticket, context.now.mono + kQuoteReadPatience});
        m_effects.push_back(ReadQuotes{{ticket.symbol}});
        return std::nullopt;
    }
    if (refusal)
        return refusal;
    admit(ticket, context);
    return std::nullopt;
}

void OrderCore::admit(const EntryTicket& ticket, const TradeContext& context) {
    m_memory.askedAt[duplicateKey(ticket)] = context.now.mono;
    record(IntentRecorded{intentOf(ticket, context)});
}

void OrderCore::onQuotesRead(const TradeContext& context) {
    for (WaitingTicket& waiting : std::exchange(m_waiting, {})) {
        const auto refusal = checkEntry(waiting.ticket, m_book, m_memory, context);
        if (!refusal)
            admit(waiting.ticket, context);
        else if (refusal->needsFreshQuote && context.now.mono < waiting.giveUpAt)
            m_waiting.push_back(waiting);
        else
            notice(NoticeLevel::Warning, "refused." + refusal->code, refusal->message,
                   clientIdOf(waiting.ticket.intentId, context.settings));
    }
}

void OrderCore::dropWaiting(const TradeContext& context) {
    for (const WaitingTicket& waiting : std::exchange(m_waiting, {}))
        notice(NoticeLevel::Warning, "refused.quote_stale",
               "The ticket waited for a quote and is too old now. Send it again.",
               clientIdOf(waiting.ticket.intentId, context.settings));
}

std::optional<Refusal> OrderCore::cancelOrder(const ClientOrderId& id, const TradeContext& context) {
    OrderState* order = m_book.order(id);
    if (order == nullptr)
        return Refusal{"no_such_order", "There is no such order of ours."};
    if (!order->isLive())
        return Refusal{"already_ended", "That order has ended already."};
    // A person's cancel means it: what stands behind the order goes too, or it would be placed again at once.
    if (const TradeState* trade = m_book.trade(order->intent.tradeId)) {
        ExitPlan plan = trade->plan;
        if (order->intent.role == OrderRole::TakeProfit)
            plan.takeProfit.reset();
        const bool endsExit = order->intent.role == OrderRole::Exit && trade->phase == TradePhase::Exiting;
        if (endsExit && trade->reason == ExitReason::StopLoss)
            plan.stop.reset();
        if (plan.takeProfit.has_value() != trade->plan.takeProfit.has_value() ||
            plan.stop != trade->plan.stop) {
            for (Notice& remark : remarksOn(*trade, plan, m_book, false))
                m_effects.emplace_back(std::move(remark));
            record(PlanChanged{trade->id, plan});
        }
        if (endsExit)
            record(ExitStopped{trade->id, context.now.market});
    }
    wantCancel(*order, "asked by a person", context);
    return std::nullopt;
}

std::optional<Refusal> OrderCore::closeTrade(const IntentId& id, ExitReason reason,
                                             const TradeContext& context) {
    TradeState* trade = m_book.trade(id);
    if (trade == nullptr)
        return Refusal{"no_such_trade", "There is no such trade."};
    if (trade->phase == TradePhase::Closed)
        return Refusal{"already_closed", "That trade is closed already."};
    // Asked again while an exit is stuck (collar, refusals) or suspended by a kill: it begins anew from the
    // price of now.
    const bool stuck = trade->collarReached || trade->exitRefusals > 0 || trade->exitSuspended ||
                       !exitsAllowed(*trade, context);
    if (trade->phase != TradePhase::Exiting || stuck)
        beginExit(*trade, reason, context);
    driveTrade(*trade, context);
    return std::nullopt;
}

std::optional<Refusal> OrderCore::changePlan(const IntentId& id, const ExitPlan& plan,
                                             const TradeContext& context, bool mayFillAtOnce) {
    TradeState* trade = m_book.trade(id);
    if (trade == nullptr || trade->phase == TradePhase::Closed)
        return Refusal{"no_such_trade", "There is no open trade by that name."};
    if (auto refusal = checkNewPlan(*trade, plan, m_book, context, mayFillAtOnce))
        return refusal;
    for (Notice& remark : remarksOn(*trade, plan, m_book, mayFillAtOnce))
        m_effects.emplace_back(std::move(remark));
    const std::optional<Price> before = trade->target;
    record(PlanChanged{id, plan});
    // A take-profit that rests at another price is withdrawn first; the new one follows once that is
    // confirmed.
    if (trade->target != before)
        for (const ClientOrderId& orderId : trade->orders)
            if (OrderState* order = m_book.order(orderId);
                order != nullptr && order->isLive() && order->intent.role == OrderRole::TakeProfit)
                wantCancel(*order, "the plan changed", context);
    driveTrade(*trade, context);
    return std::nullopt;
}

void OrderCore::setKill(KillLevel asked, const std::string& by, const TradeContext& context,
                        std::uint64_t pressed) {
    // Each level includes the ones before it: a weaker one pressed later takes nothing back. Only a release
    // does.
    const KillLevel level = asked == KillLevel::None ? asked : std::max(asked, m_book.kill());
    m_effects.push_back(PublishKill{level, pressed});
    record(KillRecorded{level, by});
    if (level == KillLevel::None) {
        notice(NoticeLevel::Info, "kill.released", "The kill switch was released by " + by + ".");
        driveAll(context);
        return;
    }
    notice(NoticeLevel::Critical, "kill.set", "The kill switch is on, set by " + by + ".");
    forEachUnsettled([&](OrderState& order) {
        const bool cancels =
            level >= KillLevel::CancelAll || (level >= KillLevel::BlockEntries && order.intent.isEntry());
        if (cancels && order.isLive() && !order.cancelWanted)
            wantCancel(order, "kill switch", context);
    });
    cancelForeign(context);
    std::erase_if(m_waiting, [&](const WaitingTicket& waiting) {
        if (level < KillLevel::BlockEntries && waiting.ticket.origin != OrderOrigin::Machine)
            return false;
        notice(NoticeLevel::Warning, "refused.kill",
               "The kill switch is on: no new position may be opened. Release it first.",
               clientIdOf(waiting.ticket.intentId, context.settings));
        return true;
    });
    if (level >= KillLevel::Flatten)
        forEachOpenTrade([&](TradeState& trade) { beginExit(trade, ExitReason::KillSwitch, context); });
    driveAll(context);
}

void OrderCore::wantCancel(OrderState& order, const std::string& why, const TradeContext& context) {
    if (!order.isLive())
        return;
    if (!order.cancelWanted)
        record(CancelRecorded{order.intent.clientOrderId, why});
    driveCancel(order, context);
}

void OrderCore::driveCancel(OrderState& order, const TradeContext& context) {
    constexpr Duration kAskAgain = Duration::seconds(2);
    if (!order.cancelWanted || !order.isAtBroker() || order.cancelInFlight)
        return;
    const bool askedLately =
        order.cancelAskedAt != MonoTime() && context.now.mono - order.cancelAskedAt < kAskAgain;
    // A change under way refuses the cancel; one that never ends is asked all the same.
    const bool isChanging = order.status == OrderStatus::PendingReplace &&
                            order.cancelAskedAt == MonoTime() && !isStuck(order, context);
    if (askedLately || isChanging)
        return;
    order.cancelInFlight = true;
    order.cancelAskedAt = context.now.mono;
    m_effects.push_back(TransmitCancel{order.intent.clientOrderId, order.brokerId});
}

void OrderCore::onLogAppended(std::uint64_t ticket, const TradeContext& context) {
    const auto found = m_unacknowledged.find(ticket);
    if (found == m_unacknowledged.end())
        return;
    const std::vector<ClientOrderId> intents = std::move(found->second.intents);
    m_unacknowledged.erase(found);
    for (const ClientOrderId& id : intents)
        releaseDurable(id, context);
}

void OrderCore::stopBeforeSending(OrderState& order, const std::string& code, const std::string& why,
                                  const TradeContext& context) {
    const ClientOrderId id = order.intent.clientOrderId;
    OutcomeRecorded outcome;
    outcome.clientOrderId = id;
    outcome.verdict = WriteVerdict::NotSent;
    outcome.message = why;
    record(std::move(outcome));
    notice(NoticeLevel::Warning, "not_sent." + code, why, id);
    if (TradeState* trade = m_book.trade(order.intent.tradeId)) {
        reportFinished(*trade);
        driveTrade(*trade, context);
    }
}

void OrderCore::releaseDurable(const ClientOrderId& id, const TradeContext& context) {
    OrderState* order = m_book.order(id);
    if (order == nullptr || order->phase != OrderPhase::Recording)
        return;
    if (order->cancelWanted) {
        stopBeforeSending(*order, "cancelled", "Cancelled before it was sent.", context);
        return;
    }
    if (m_logFailed) {
        stopBeforeSending(*order, "log_failed", "The order log cannot be written, so no order may leave.",
                          context);
        return;
    }
    const OrderState* target = order->intent.isReplace() ? m_book.order(order->intent.replaces) : nullptr;
    if (target != nullptr && !target->isLive()) {
        stopBeforeSending(*order, "target_ended", "The order to be changed has ended meanwhile.", context);
        return;
    }
    if (order->intent.isEntry()) {
        if (const auto refusal = recheckEntry(order->intent, m_book, m_memory, context)) {
            stopBeforeSending(*order, refusal->code, refusal->message, context);
            return;
        }
    } else if (const TradeState* trade = m_book.trade(order->intent.tradeId);
               trade == nullptr || !exitsAllowed(*trade, context)) {
        stopBeforeSending(*order, "exits_suspended", "Exits are suspended or the broker is not ready.",
                          context);
        return;
    }
    order->phase = OrderPhase::Sending;
    m_heard.lastChangeAt[order->intent.symbol] = context.now.mono;
    std::erase_if(m_memory.sentAt, [&](MonoTime at) { return context.now.mono - at > kRateMemory; });
    m_memory.sentAt.push_back(context.now.mono);
    TransmitOrder transmit;
    transmit.clientOrderId = id;
    transmit.addsExposure = order->intent.isEntry();
    if (order->intent.isReplace())
        transmit.request = toReplaceRequest(order->intent);
    else
        transmit.request = toRequest(order->intent);
    m_effects.push_back(std::move(transmit));
}

void OrderCore::onLogFailed(std::uint64_t ticket, const std::string& message, const TradeContext&) {
    const auto found = m_unacknowledged.find(ticket);
    if (found == m_unacknowledged.end())
        return;
    m_logFailed = true;
    // Nothing of this commit may be acted on. Its intents never leave, and are as if nobody had decided them.
    // What happened cannot be undone: readers keep the last durable state, and a restart reads the broker's.
    for (const ClientOrderId& id : found->second.intents) {
        m_book.forget(id);
        notice(NoticeLevel::Warning, "not_sent.log_failed",
               "The order was not sent: the order log cannot be written.", id);
    }
    m_lostFacts = m_lostFacts || found->second.hasFacts;
    m_unacknowledged.erase(found);
    notice(NoticeLevel::Critical, "log_failed",
           "The order log cannot be written: " + message +
               " No order leaves until it can. Free the disk, then restart.");
}

bool OrderCore::hasInFlight() const {
    const auto& unsettled = m_book.unsettledOrders();
    const auto& open = m_book.openTrades();
    // An exit the broker does not take is only told by the books what it may close.
    const bool isHeld = std::any_of(open.begin(), open.end(), [this](const IntentId& id) {
        const TradeState& trade = *m_book.trade(id);
        return trade.phase == TradePhase::Exiting && trade.exitSetbacks > 0;
    });
    if (isHeld || !m_heard.awaited.empty())
        return true;
    return std::any_of(unsettled.begin(), unsettled.end(), [this](const ClientOrderId& id) {
        const OrderState& order = *m_book.order(id);
        return order.missing().isPositive() ||
               (order.isLive() && (order.phase != OrderPhase::Working || order.isSettling()));
    });
}

bool OrderCore::hasResting() const {
    const auto& unsettled = m_book.unsettledOrders();
    return std::any_of(unsettled.begin(), unsettled.end(),
                       [this](const ClientOrderId& id) { return m_book.order(id)->isAtBroker(); });
}

void OrderCore::reportFinished(const TradeState& trade) {
    if (trade.phase != TradePhase::Closed) {
        // A late fill opened it again; when it closes, its row is written anew.
        m_reported.erase(trade.id);
        return;
    }
    if (m_reported.contains(trade.id))
        return;
    const TradeTotals* totals = m_book.ledger().trade(trade.id);
    if (totals == nullptr || totals->entered.isZero())
        return;
    m_reported.insert(trade.id);
    m_finished.push_back(m_book.summary(trade));
}

} // namespace strikedesk::trade
