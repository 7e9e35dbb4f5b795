// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/option_symbol.h"
#include "core/trade/orders/order_core.h"

#include <algorithm>
#include <array>

// What the broker booked: executions the stream never brought, contracts it took away, fees.

namespace strikedesk::trade {

namespace {

/// How contracts leave an account without an order (protocol facts, section 10).
struct RemovalKind {
    std::string_view type;
    std::string_view words;
    bool movesShares; ///< shares came or went, which no trade of ours holds
};
constexpr std::array<RemovalKind, 4> kRemovals{{
    {"OPEXP", "expired", false},
    {"OPEXC", "was exercised", true},
    {"OPASN", "was assigned", true},
    {"OPCSH", "was settled in cash", false},
}};

const RemovalKind* removalOf(const std::string& type) {
    const auto found = std::find_if(kRemovals.begin(), kRemovals.end(),
                                    [&type](const RemovalKind& kind) { return kind.type == type; });
    return found == kRemovals.end() ? nullptr : &*found;
}

BrokerOrderId removalId(const BrokerActivity& activity) { return BrokerOrderId("activity-" + activity.id); }

} // namespace

void OrderCore::reconcileActivities(const BrokerSweep& sweep, const TradeContext& context) {
    for (const BrokerActivity& activity : sweep.activities) {
        if (activity.type == "FILL")
            takeExecution(activity, context);
        else if (activity.type == "FEE")
            takeFee(activity, context);
        else if (removalOf(activity.type) != nullptr)
            takeRemoval(activity, context);
    }
}

void OrderCore::takeExecution(const BrokerActivity& activity, const TradeContext& context) {
    const OrderState* order = m_book.orderByBrokerId(activity.orderId);
    if (order == nullptr || !activity.price || !activity.quantity || !activity.cumulativeQuantity)
        return;
    Fill fill = fillOf(*order, *activity.quantity, *activity.cumulativeQuantity, *activity.price, context);
    fill.executionId = ExecutionId(activity.id);
    if (activity.at.isSet())
        fill.at = activity.at;
    applyFill(*order, fill, context);
}

/// A fee that names an order is ours only with the order; one of the whole account names none.
void OrderCore::takeFee(const BrokerActivity& activity, const TradeContext& context) {
    constexpr Money kMostOfOneFee = Money::dollars(1'000'000);
    if (activity.id.empty() || !activity.netAmount || m_book.ledger().hasFee(activity.id))
        return;
    const Money amount = -*activity.netAmount;
    const OrderState* order = m_book.orderByBrokerId(activity.orderId);
    const bool isForeign = order == nullptr && !activity.orderId.isEmpty();
    if (isForeign || amount.isZero() || amount > kMostOfOneFee || -amount > kMostOfOneFee)
        return;
    FeeBooked booked;
    booked.activityId = activity.id;
    booked.fee.amount = amount;
    booked.fee.tradeId = order == nullptr ? IntentId() : order->intent.tradeId;
    booked.fee.at = activity.at.isSet() ? activity.at : context.now.market;
    record(std::move(booked));
}

/// Our lots end with what the broker took, each in its own trade; what it took beyond them was not ours.
void OrderCore::takeRemoval(const BrokerActivity& activity, const TradeContext& context) {
    const RemovalKind& kind = *removalOf(activity.type);
    const BrokerOrderId id = removalId(activity);
    const PositionState* position = m_book.ledger().position(activity.symbol);
    if (activity.id.empty() || !activity.quantity || position == nullptr || position->lots.empty() ||
        m_book.ledger().filled(id).isPositive())
        return;
    const bool isLong = position->net().isPositive();
    const std::int64_t multiplier = position->multiplier;
    std::map<IntentId, Quantity> held;
    for (const Lot& lot : position->lots)
        held[lot.tradeId] += abs(lot.quantity);
    Quantity left = abs(*activity.quantity);
    Quantity taken;
    for (const auto& [tradeId, quantity] : held) {
        Fill fill;
        fill.quantity = std::min(quantity, left);
        if (!fill.quantity.isPositive())
            break;
        left -= fill.quantity;
        taken += fill.quantity;
        fill.brokerOrderId = id;
        fill.tradeId = tradeId;
        fill.symbol = activity.symbol;
        fill.side = isLong ? Side::Sell : Side::Buy;
        fill.cumulativeAfter = taken;
        fill.price = activity.price.value_or(Price());
        fill.multiplier = multiplier;
        fill.executionId = ExecutionId(activity.id);
        fill.at = activity.at.isSet() ? activity.at : context.now.market;
        fill.isRemoval = true;
        if (m_book.ledger().verdictOf(fill) == FillVerdict::Applied)
            record(FillRecorded{fill});
    }
    m_heard.lastFillAt[activity.symbol] = context.now.mono;
    notice(kind.movesShares ? NoticeLevel::Critical : NoticeLevel::Warning, "position.removed",
           taken.text() + ' ' + contractName(activity.symbol) + ' ' + std::string(kind.words) + '.' +
               (kind.movesShares ? " Shares were delivered: look at your positions at the broker."
                                 : " The trade is closed."));
}

} // namespace strikedesk::trade
