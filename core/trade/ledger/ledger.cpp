// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/ledger/ledger.h"

#include "core/base/zone.h"

#include <algorithm>
#include <utility>

namespace strikedesk::trade {

namespace {

Quantity signedQuantity(const Fill& fill) { return fill.side == Side::Buy ? fill.quantity : -fill.quantity; }

/// No single execution is worth more: sums of what a broker may say stay far from overflow.
constexpr Money kMostOfOneFill = Money::dollars(1'000'000'000);

Quantity startOf(const Fill& fill) { return fill.cumulativeAfter - fill.quantity; }

bool overlap(const Fill& a, const Fill& b) {
    return a.brokerOrderId == b.brokerOrderId && startOf(a) < b.cumulativeAfter &&
           startOf(b) < a.cumulativeAfter;
}

/// What is left of an inferred fill once a real one took part of its span: the parts before and after, at the
/// price that keeps the total.
std::vector<Fill> partsBeside(const Fill& inferred, const Fill& real) {
    const Quantity from = std::max(startOf(inferred), startOf(real));
    const Quantity upTo = std::min(inferred.cumulativeAfter, real.cumulativeAfter);
    const Quantity left = inferred.quantity - (upTo - from);
    if (!left.isPositive())
        return {};
    const Money value = notional(inferred.price, inferred.quantity, 1) - notional(real.price, upTo - from, 1);
    Fill part = inferred;
    if (value.isPositive())
        part.price = Price::fromUnits(
            divideRoundEven(static_cast<__int128>(value.units()) * Quantity::kUnitsPerOne, left.units()));
    std::vector<Fill> parts;
    const auto add = [&](Quantity begin, Quantity end) {
        if (begin >= end)
            return;
        part.quantity = end - begin;
        part.cumulativeAfter = end;
        part.fee = Money::fromUnits(divideRoundEven(
            static_cast<__int128>(inferred.fee.units()) * part.quantity.units(), inferred.quantity.units()));
        parts.push_back(part);
    };
    add(startOf(inferred), from);
    add(upTo, inferred.cumulativeAfter);
    return parts;
}

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
    const auto value = tryNotional(fill.price, fill.quantity, fill.multiplier);
    const bool isPriceKnown = fill.price.isPositive() || (fill.isRemoval && fill.price == Price());
    const bool figuresMakeSense = fill.quantity.isPositive() && fill.quantity <= fill.cumulativeAfter &&
                                  isPriceKnown && fill.multiplier > 0 && !fill.fee.isNegative() &&
                                  !fill.brokerOrderId.isEmpty() && !fill.symbol.isEmpty() && value.ok() &&
                                  *value <= kMostOfOneFill;
    if (!figuresMakeSense)
        return FillVerdict::Conflict;
    const auto order = m_known.find(fill.brokerOrderId);
    if (order == m_known.end())
        return FillVerdict::Applied;
    for (const auto& [cumulative, index] : order->second) {
        const Fill& known = m_fills[index];
        if (!overlap(known, fill))
            continue;
        const bool sameSpan =
            known.cumulativeAfter == fill.cumulativeAfter && known.quantity == fill.quantity;
        if (sameSpan && (known.price == fill.price || fill.isInferred))
            return FillVerdict::Duplicate;
        // What was only worked out gives way to what really happened, however it was cut.
        if (!known.isInferred || fill.isInferred)
            return FillVerdict::Conflict;
    }
    return FillVerdict::Applied;
}

void Ledger::realise(PositionState& position, Lot& lot, const Fill& fill, Quantity matched) {
    // A long lot earns close − open; a short lot the reverse, which the signed quantity carries.
    const Quantity signedMatched = lot.quantity.isPositive() ? matched : -matched;
    const Money gross = notional(fill.price - lot.price, signedMatched, fill.multiplier);
    position.realisedGross += gross;
    m_realisedGross += gross;
    m_days[newYorkDate(fill.at)].realised += gross;
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
    if (!totals.firstFillAt.isSet() || fill.at < totals.firstFillAt)
        totals.firstFillAt = fill.at;
    totals.lastFillAt = std::max(totals.lastFillAt, fill.at);
}

FillVerdict Ledger::apply(const Fill& fill) {
    const FillVerdict verdict = verdictOf(fill);
    if (verdict != FillVerdict::Applied)
        return verdict;
    const auto known = m_known.find(fill.brokerOrderId);
    const bool supersedes = known != m_known.end() &&
                            std::any_of(known->second.begin(), known->second.end(), [&](const auto& entry) {
                                return overlap(m_fills[entry.second], fill);
                            });
    if (supersedes)
        supersede(fill);
    else
        book(fill);
    return FillVerdict::Applied;
}

void Ledger::supersede(const Fill& fill) {
    const std::vector<Fill> before = std::exchange(m_fills, {});
    const std::map<std::string, AccountFee> fees = std::exchange(m_accountFees, {});
    *this = Ledger();
    for (const auto& [id, fee] : fees)
        bookFee(id, fee);
    bool placed = false;
    for (const Fill& known : before) {
        if (!overlap(known, fill)) {
            book(known);
            continue;
        }
        for (const Fill& part : partsBeside(known, fill))
            book(part);
        if (!std::exchange(placed, true))
            book(fill);
    }
}

void Ledger::book(const Fill& fill) {
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
    m_days[newYorkDate(fill.at)].fees += fill.fee;
    position.fees += fill.fee;
    addToTrade(fill, closes);
}

std::vector<std::pair<Quantity, Quantity>> Ledger::gaps(const BrokerOrderId& order, Quantity upTo) const {
    std::vector<std::pair<Quantity, Quantity>> missing;
    Quantity reached;
    if (const auto known = m_known.find(order); known != m_known.end())
        for (const auto& [cumulative, index] : known->second) {
            const Quantity from = std::min(startOf(m_fills[index]), upTo);
            if (from > reached)
                missing.emplace_back(reached, from);
            reached = std::max(reached, cumulative);
        }
    if (reached < upTo)
        missing.emplace_back(reached, upTo);
    return missing;
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

bool Ledger::bookFee(const std::string& activity, const AccountFee& fee) {
    if (!m_accountFees.emplace(activity, fee).second)
        return false;
    m_cash -= fee.amount;
    m_fees += fee.amount;
    m_days[newYorkDate(fee.at)].fees += fee.amount;
    const auto trade = m_trades.find(fee.tradeId);
    if (trade != m_trades.end())
        trade->second.fees += fee.amount;
    return true;
}

DayTotals Ledger::day(Date newYork) const {
    const auto found = m_days.find(newYork);
    return found == m_days.end() ? DayTotals() : found->second;
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
