// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/ledger/ledger.h"

#include <algorithm>

namespace strikedesk::trade {

namespace {

Quantity signedQuantity(const Fill& fill) { return fill.side == Side::Buy ? fill.quantity : -fill.quantity; }

bool oppositeSigns(Quantity a, Quantity b) {
    return (a.isPositive() && b.isNegative()) || (a.isNegative() && b.isPositive());
}

} // namespace

Quantity PositionState::net() const {
    Quantity sum;
    for (const Lot& lot : lots)
        sum += lot.quantity;
    return sum;
}

Money PositionState::cost() const {
    Money sum;
    for (const Lot& lot : lots)
        sum += notional(lot.price, lot.quantity, multiplier);
    return sum;
}

FillVerdict Ledger::verdictOf(const Fill& fill) const {
    const bool figuresMakeSense = fill.quantity.isPositive() && fill.quantity <= fill.cumulativeAfter &&
                                  fill.price.isPositive() && !fill.brokerOrderId.isEmpty() &&
                                  !fill.symbol.isEmpty() &&
                                  tryNotional(fill.price, fill.quantity, fill.multiplier).ok();
    if (!figuresMakeSense)
        return FillVerdict::Conflict;
    const auto order = m_known.find(fill.brokerOrderId);
    if (order == m_known.end())
        return FillVerdict::Applied;
    const Quantity from = fill.cumulativeAfter - fill.quantity;
    if (const auto same = order->second.find(fill.cumulativeAfter); same != order->second.end()) {
        const Fill& known = m_fills[same->second];
        return known.quantity == fill.quantity && (known.price == fill.price || known.isInferred)
                   ? FillVerdict::Duplicate
                   : FillVerdict::Conflict;
    }
    // The next known fill above must begin at or after this one's end, the one below must end at or before
    // its start.
    const auto above = order->second.upper_bound(fill.cumulativeAfter);
    if (above != order->second.end() && above->first - m_fills[above->second].quantity < fill.cumulativeAfter)
        return FillVerdict::Conflict;
    if (above != order->second.begin() && std::prev(above)->first > from)
        return FillVerdict::Conflict;
    return FillVerdict::Applied;
}

void Ledger::realise(PositionState& position, Lot& lot, const Fill& fill, Quantity matched) {
    // A long lot earns close − open; a short lot the reverse, which the signed quantity carries.
    const Quantity signedMatched = lot.quantity.isPositive() ? matched : -matched;
    const Money gross = notional(fill.price - lot.price, signedMatched, fill.multiplier);
    position.realisedGross += gross;
    m_realisedGross += gross;
    m_trades[lot.tradeId].gross += gross;
    lot.quantity -= signedMatched;
}

Quantity Ledger::closeLots(PositionState& position, const Fill& fill, bool ownTradeOnly, Quantity left) {
    for (Lot& lot : position.lots) {
        if (left.isZero() || (ownTradeOnly && lot.tradeId != fill.tradeId))
            continue;
        const Quantity matched = std::min(left, abs(lot.quantity));
        realise(position, lot, fill, matched);
        left -= matched;
    }
    std::erase_if(position.lots, [](const Lot& lot) { return lot.quantity.isZero(); });
    return left;
}

void Ledger::addToTrade(const Fill& fill, bool closes) {
    TradeTotals& totals = m_trades[fill.tradeId];
    const Money value = notional(fill.price, fill.quantity, fill.multiplier);
    if (closes) {
        totals.exited += fill.quantity;
        totals.exitValue += value;
    } else {
        totals.entered += fill.quantity;
        totals.entryValue += value;
    }
    totals.fees += fill.fee;
    if (!totals.firstFillAt.isSet())
        totals.firstFillAt = fill.at;
    totals.lastFillAt = std::max(totals.lastFillAt, fill.at);
}

FillVerdict Ledger::apply(const Fill& fill) {
    const FillVerdict verdict = verdictOf(fill);
    if (verdict != FillVerdict::Applied)
        return verdict;
    m_known[fill.brokerOrderId][fill.cumulativeAfter] = m_fills.size();
    m_fills.push_back(fill);

    PositionState& position = m_positions[fill.symbol];
    position.multiplier = fill.multiplier;
    const Quantity change = signedQuantity(fill);
    const bool closes = oppositeSigns(position.net(), change);
    Quantity left = fill.quantity;
    if (closes) {
        left = closeLots(position, fill, true, left);
        left = closeLots(position, fill, false, left);
    }
    if (left.isPositive())
        position.lots.push_back(Lot{fill.tradeId, change.isPositive() ? left : -left, fill.price, fill.at});
    m_cash -= notional(fill.price, change, fill.multiplier) + fill.fee;
    m_fees += fill.fee;
    position.fees += fill.fee;
    addToTrade(fill, closes);
    return FillVerdict::Applied;
}

Quantity Ledger::filled(const BrokerOrderId& order) const {
    const auto known = m_known.find(order);
    Quantity sum;
    if (known != m_known.end())
        for (const auto& [cumulative, index] : known->second)
            sum += m_fills[index].quantity;
    return sum;
}

Money Ledger::filledValue(const BrokerOrderId& order) const {
    const auto known = m_known.find(order);
    Money sum;
    if (known != m_known.end())
        for (const auto& [cumulative, index] : known->second)
            sum += notional(m_fills[index].price, m_fills[index].quantity, 1);
    return sum;
}

Quantity Ledger::net(const Symbol& symbol) const {
    const PositionState* held = position(symbol);
    return held == nullptr ? Quantity() : held->net();
}

const PositionState* Ledger::position(const Symbol& symbol) const {
    const auto found = m_positions.find(symbol);
    return found == m_positions.end() ? nullptr : &found->second;
}

const TradeTotals* Ledger::trade(const IntentId& id) const {
    const auto found = m_trades.find(id);
    return found == m_trades.end() ? nullptr : &found->second;
}

Quantity Ledger::open(const IntentId& tradeId, const Symbol& symbol) const {
    const PositionState* held = position(symbol);
    Quantity sum;
    if (held != nullptr)
        for (const Lot& lot : held->lots)
            if (lot.tradeId == tradeId)
                sum += lot.quantity;
    return sum;
}

bool Ledger::cashIdentityHolds() const {
    Money openCost;
    for (const auto& [symbol, position] : m_positions)
        openCost += position.cost();
    return m_cash + openCost == m_realisedGross - m_fees;
}

} // namespace strikedesk::trade
