// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/orders/order_core.h"

#include <algorithm>

// Reading the broker's books against ours: orders, fills by activity, positions.

namespace strikedesk::trade {

namespace {

constexpr std::int32_t kSweepsBeforeInference = 2;
constexpr std::int32_t kSweepsBeforeQuarantine = 2;
constexpr std::int32_t kSweepsBeforeRelease = 2;

/// Value per unit, within the range of prices whatever the broker's figures say.
Price priceOfRest(Money rest, Quantity missing) {
    const __int128 dividend = static_cast<__int128>(rest.units()) * Quantity::kUnitsPerOne;
    if (dividend >= static_cast<__int128>(Price::kMaxUnits) * missing.units())
        return Price::fromUnits(Price::kMaxUnits);
    if (dividend <= 0)
        return Price::fromUnits(1);
    return Price::fromUnits(std::max<std::int64_t>(1, divideRoundEven(dividend, missing.units())));
}

} // namespace

Fill OrderCore::fillOf(const OrderState& order, Quantity quantity, Quantity cumulativeAfter, Price price,
                       const TradeContext& context) const {
    Fill fill;
    fill.brokerOrderId = order.brokerId;
    fill.clientOrderId = order.intent.clientOrderId;
    fill.tradeId = order.intent.tradeId;
    fill.symbol = order.intent.symbol;
    fill.side = sideOf(order.intent.intent);
    fill.quantity = quantity;
    fill.cumulativeAfter = cumulativeAfter;
    fill.price = price;
    fill.fee = feeOn(order.intent.symbol, quantity, context.settings);
    fill.multiplier = order.intent.multiplier;
    fill.at = context.now.market;
    return fill;
}

void OrderCore::inferMissingFill(OrderState& order, const BrokerOrder& seen, const TradeContext& context) {
    const Quantity known = m_book.ledger().filled(seen.id);
    const Quantity missing = seen.filledQuantity - known;
    const auto total = seen.filledAveragePrice ? tryNotional(*seen.filledAveragePrice, seen.filledQuantity, 1)
                                               : Result<Money>(Money());
    if (!missing.isPositive() || !seen.filledAveragePrice || !total) {
        m_heard.missingFills.erase(order.intent.clientOrderId);
        return;
    }
    if (++m_heard.missingFills[order.intent.clientOrderId] < kSweepsBeforeInference)
        return;
    // The price of what is missing follows from the order's average and what is known.
    const Money rest = *total - m_book.ledger().filledValue(seen.id);
    const Price price = priceOfRest(rest, missing);
    // The unknown part may lie between fills that are known.
    for (const auto& [from, upTo] : m_book.ledger().gaps(seen.id, seen.filledQuantity)) {
        Fill fill = fillOf(order, upTo - from, upTo, price, context);
        fill.executionId = ExecutionId("inferred-" + seen.id.text() + "-" + upTo.text());
        if (seen.filledAt.isSet())
            fill.at = seen.filledAt;
        fill.isInferred = true;
        applyFill(order, fill, context);
    }
    m_heard.missingFills.erase(order.intent.clientOrderId);
    notice(NoticeLevel::Warning, "fill.inferred",
           "A fill never reached this program; its price was worked out from the order's average.",
           order.intent.clientOrderId);
}

bool OrderCore::changedSince(const Symbol& symbol, const BrokerSweep& sweep) const {
    const auto filled = m_heard.lastFillAt.find(symbol);
    if (filled != m_heard.lastFillAt.end() && filled->second >= sweep.startedAt)
        return true;
    const auto& unsettled = m_book.unsettledOrders();
    return std::any_of(unsettled.begin(), unsettled.end(), [&](const ClientOrderId& id) {
        const OrderState& order = *m_book.order(id);
        return order.intent.symbol == symbol && order.missing().isPositive();
    });
}

void OrderCore::noteNotOurs(const PositionState& ours, const Symbol& symbol, const BrokerPosition* theirs,
                            const BrokerSweep& sweep) {
    // While an order of ours is on its way, what the broker holds for it cannot be told from what it holds
    // for others; the last quiet reading stays.
    Quantity working;
    for (const ClientOrderId& id : m_book.unsettledOrders()) {
        const OrderState& order = *m_book.order(id);
        if (order.intent.symbol != symbol || order.intent.isEntry())
            continue;
        if (order.phase != OrderPhase::Working || order.isSettling())
            return;
        working += order.unexecuted();
    }
    const auto changed = m_heard.lastChangeAt.find(symbol);
    if (changedSince(symbol, sweep) ||
        (changed != m_heard.lastChangeAt.end() && changed->second >= sweep.startedAt))
        return;
    const Quantity net = ours.net();
    const Quantity held = theirs == nullptr ? Quantity() : theirs->quantity;
    const bool sameSide = net.isNegative() == held.isNegative();
    const Quantity there = sameSide ? abs(held) : Quantity();
    const Quantity gone = std::max(Quantity(), abs(net) - there);
    const Quantity surplus = std::max(Quantity(), there - abs(net));
    const bool knowsFree = sameSide && theirs != nullptr && theirs->available;
    const Quantity reserved = knowsFree ? there - std::min(there, abs(*theirs->available)) : Quantity();
    m_heard.notOurs[symbol] = gone + std::max(Quantity(), reserved - working - surplus);
}

void OrderCore::compare(const Symbol& symbol, Quantity ours, Quantity held, const BrokerSweep& sweep) {
    if (held == ours) {
        m_heard.disagreements.erase(symbol);
        if (!m_memory.quarantined.contains(symbol) || changedSince(symbol, sweep) ||
            ++m_heard.agreements[symbol] < kSweepsBeforeRelease)
            return;
        m_heard.agreements.erase(symbol);
        m_memory.quarantined.erase(symbol);
        record(QuarantineChanged{symbol, false, "position.agrees"});
        notice(NoticeLevel::Info, "position.agrees",
               "Our books and the broker's agree again in " + symbol.text() + ".");
        return;
    }
    m_heard.agreements.erase(symbol);
    // Only quiet books can be compared: a fill while the sweep was being read is in one and not the other.
    if (changedSince(symbol, sweep) || ++m_heard.disagreements[symbol] < kSweepsBeforeQuarantine)
        return;
    quarantine(symbol, "position.differs",
               "The broker holds " + held.text() + " of " + symbol.text() + ", our fills say " + ours.text() +
                   ". New entries in it are blocked; compare the fills.",
               {});
}

void OrderCore::reconcilePositions(const BrokerSweep& sweep, const TradeContext&) {
    std::map<Symbol, const BrokerPosition*> theirs;
    m_externalPositions.clear();
    for (const BrokerPosition& position : sweep.positions) {
        theirs[position.symbol] = &position;
        if (m_book.ledger().position(position.symbol) == nullptr)
            m_externalPositions[position.symbol] = position;
    }
    for (const auto& [symbol, ours] : m_book.ledger().positions()) {
        const auto found = theirs.find(symbol);
        const BrokerPosition* position = found == theirs.end() ? nullptr : found->second;
        noteNotOurs(ours, symbol, position, sweep);
        compare(symbol, ours.net(), position == nullptr ? Quantity() : position->quantity, sweep);
    }
    // What never filled for us cannot differ: only its cause keeps such a one closed.
    for (const Symbol& symbol : std::set<Symbol>(m_memory.quarantined))
        if (m_book.ledger().position(symbol) == nullptr)
            compare(symbol, Quantity(), Quantity(), sweep);
}

void OrderCore::onSweep(const BrokerSweep& sweep, const TradeContext& context) {
    std::set<ClientOrderId> seenOurs;
    for (const BrokerOrder& seen : sweep.orders) {
        OrderState* order = m_book.order(seen.clientOrderId);
        if (order == nullptr)
            order = m_book.orderByBrokerId(seen.id);
        if (order == nullptr)
            order = adopt(seen, context);
        if (order == nullptr) {
            takeForeign(seen, context);
            continue;
        }
        seenOurs.insert(order->intent.clientOrderId);
        observe(*order, seen, context);
    }
    reconcileActivities(sweep, context);
    // One order may stand in both lists of a sweep; it counts once.
    std::set<ClientOrderId> inferredFor;
    for (const BrokerOrder& seen : sweep.orders)
        if (OrderState* order = m_book.orderByBrokerId(seen.id);
            order != nullptr && inferredFor.insert(order->intent.clientOrderId).second)
            inferMissingFill(*order, seen, context);
    forEachUnsettled([&](OrderState& order) {
        const bool expected = order.phase == OrderPhase::Working &&
                              !seenOurs.contains(order.intent.clientOrderId) &&
                              order.cancelAskedAt < sweep.startedAt;
        if (expected)
            lookUp(order);
    });
    reconcilePositions(sweep, context);
    driveAll(context);
    for (const auto& [id, trade] : m_book.trades())
        reportFinished(trade);
}

} // namespace strikedesk::trade
