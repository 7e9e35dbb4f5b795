// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/orders/order_core.h"
#include "core/trade/orders/order_words.h"

#include <algorithm>

// Orders in the account that this program did not send: those of others, and those that took the place of one
// of ours by another hand.

namespace strikedesk::trade {

namespace {

/// From here on finished orders of others are forgotten.
constexpr std::size_t kForeignKept = 500;
constexpr Duration kSuccessorPatience = Duration::minutes(2);
constexpr std::size_t kMostAwaited = 100;

/// Whether one order can be the other, changed: the same instrument and the same side.
bool couldSucceed(const BrokerOrder& seen, const OrderIntent& before) {
    const bool sameSide = !seen.side || *seen.side == sideOf(before.intent);
    return !seen.id.isEmpty() && !seen.clientOrderId.isEmpty() && seen.symbol == before.symbol && sameSide &&
           seen.quantity && seen.quantity->isPositive();
}

} // namespace

void OrderCore::awaitSuccessor(OrderState& order, const BrokerOrder& seen, const TradeContext& context) {
    const bool byUs = std::any_of(m_book.orders().begin(), m_book.orders().end(), [&](const auto& entry) {
        const OrderState& other = entry.second;
        return other.intent.replaces == order.intent.clientOrderId &&
               (other.isLive() || other.brokerId == seen.replacedBy);
    });
    if (byUs || seen.replacedBy.isEmpty() || m_book.orderByBrokerId(seen.replacedBy) != nullptr ||
        m_heard.awaited.size() >= kMostAwaited)
        return;
    m_heard.awaited[seen.replacedBy] = AwaitedSuccessor{order.brokerId, context.now.mono};
    // It may hold what a new take-profit would have to sell.
    if (TradeState* trade = m_book.trade(order.intent.tradeId))
        trade->nextTakeProfit = std::max(trade->nextTakeProfit, context.now.mono + Duration::seconds(15));
    const auto foreign = m_foreignOrders.find(seen.replacedBy);
    if (foreign != m_foreignOrders.end())
        adopt(BrokerOrder(foreign->second), context);
}

OrderState* OrderCore::adopt(const BrokerOrder& seen, const TradeContext& context) {
    const auto awaited = m_heard.awaited.find(seen.id);
    const BrokerOrderId beforeId = awaited != m_heard.awaited.end() ? awaited->second.before : seen.replaces;
    const OrderState* before = beforeId.isEmpty() ? nullptr : m_book.orderByBrokerId(beforeId);
    if (before == nullptr || !couldSucceed(seen, before->intent))
        return nullptr;
    OrderAdopted adopted;
    adopted.intent = before->intent;
    adopted.intent.id = IntentId("adopted-" + seen.id.text());
    adopted.intent.clientOrderId = seen.clientOrderId;
    adopted.intent.quantity = *seen.quantity;
    adopted.intent.limitPrice = seen.limitPrice;
    adopted.intent.plan = ExitPlan();
    adopted.intent.fillWait.reset();
    adopted.intent.replaces = before->intent.clientOrderId;
    adopted.intent.replacesBrokerId = beforeId;
    adopted.intent.createdAt = context.now.market;
    adopted.brokerOrderId = seen.id;
    const bool isCancelled = before->cancelWanted;
    if (awaited != m_heard.awaited.end())
        m_heard.awaited.erase(awaited);
    m_foreignOrders.erase(seen.id);
    record(std::move(adopted));
    OrderState* order = m_book.order(seen.clientOrderId);
    if (order == nullptr)
        return nullptr;
    notice(NoticeLevel::Warning, "order.changed_elsewhere", changedElsewhereSentence(*order),
           seen.clientOrderId);
    followTarget(*order);
    const KillLevel kill = m_book.kill();
    const bool isKilled =
        kill >= KillLevel::CancelAll || (kill >= KillLevel::BlockEntries && order->intent.isEntry());
    if ((isCancelled || isKilled) && !isTerminal(seen.status))
        wantCancel(*order, isKilled ? "kill switch" : "its predecessor was to be cancelled", context);
    return order;
}

/// Whoever moved the take-profit at the broker meant it: the plan goes with it.
void OrderCore::followTarget(const OrderState& order) {
    const TradeState* trade = m_book.trade(order.intent.tradeId);
    const bool isMoved = trade != nullptr && order.intent.role == OrderRole::TakeProfit &&
                         order.intent.limitPrice && trade->target &&
                         *trade->target != *order.intent.limitPrice;
    if (!isMoved || trade->phase != TradePhase::Open)
        return;
    ExitPlan plan = trade->plan;
    plan.takeProfit = TakeProfit{TakeProfit::Kind::AtPrice, *order.intent.limitPrice, 0};
    record(PlanChanged{trade->id, plan});
}

void OrderCore::takeForeign(const BrokerOrder& seen, const TradeContext& context) {
    const std::string prefix = context.settings.environment + context.settings.accountTail + "-";
    const bool isNew = !m_foreignOrders.contains(seen.id);
    std::erase_if(m_heard.awaited, [&](const auto& entry) {
        return context.now.mono - entry.second.since > kSuccessorPatience;
    });
    if (isNew && seen.clientOrderId.text().starts_with(prefix))
        notice(NoticeLevel::Critical, "order.orphan",
               "The broker shows an order with our mark that our log does not know. Another copy of this "
               "program may trade the account; look at the order at the broker.",
               seen.clientOrderId);
    if (isNew && m_foreignOrders.size() >= kForeignKept)
        std::erase_if(m_foreignOrders, [](const auto& entry) { return isTerminal(entry.second.status); });
    m_foreignOrders[seen.id] = seen;
}

/// "Cancel all" means the account: orders another program or the broker's page sent go too, asked again until
/// the broker shows none.
void OrderCore::cancelForeign(const TradeContext& context) {
    constexpr Duration kAskAgain = Duration::seconds(5);
    constexpr std::int32_t kMostAsks = 12;
    if (m_book.kill() < KillLevel::CancelAll) {
        m_heard.foreignAsks.clear();
        return;
    }
    for (const auto& [id, order] : m_foreignOrders) {
        if (isTerminal(order.status))
            continue;
        CancelAsks& asks = m_heard.foreignAsks[id];
        if (asks.times > kMostAsks || (asks.times > 0 && context.now.mono - asks.at < kAskAgain))
            continue;
        asks.at = context.now.mono;
        if (++asks.times <= kMostAsks)
            m_effects.push_back(TransmitCancel{order.clientOrderId, id});
        else
            notice(NoticeLevel::Critical, "kill.foreign_left",
                   "An order of another program in " + order.symbol.text() +
                       " is not cancelled after a minute of asking. Cancel it at the broker.",
                   order.clientOrderId);
    }
}

void OrderCore::quarantine(const Symbol& symbol, const char* code, std::string sentence,
                           const ClientOrderId& id) {
    m_heard.agreements.erase(symbol);
    if (!m_memory.quarantined.insert(symbol).second)
        return;
    record(QuarantineChanged{symbol, true, code});
    notice(NoticeLevel::Critical, code, std::move(sentence), id);
}

} // namespace strikedesk::trade
