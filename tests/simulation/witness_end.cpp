// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/witness.h"

#include <algorithm>

// What must be true once it is quiet.

namespace strikedesk::simulation {

std::string Witness::disagreement(const trade::TradeBook& book, const trade::VenueBook& venue,
                                  const std::set<Symbol>& quarantined) const {
    for (const auto& [id, order] : book.orders()) {
        const auto place = venue.state().byClientId.find(id);
        const trade::BrokerOrder* theirs =
            place == venue.state().byClientId.end() ? nullptr : &venue.state().orders[place->second].order;
        if (order.phase != trade::OrderPhase::Working && order.phase != trade::OrderPhase::Ended)
            return id.text() + " is still " + std::string(toText(order.phase));
        if (order.isLive() && (theirs == nullptr || isTerminal(theirs->status)))
            return id.text() + " works here and not at the broker";
        if (!order.isLive() && theirs != nullptr && !isTerminal(theirs->status))
            return id.text() + " works at the broker and ended here as " + std::string(toText(order.end));
        if (theirs != nullptr && theirs->filledQuantity != order.filled)
            return id.text() + " has filled " + theirs->filledQuantity.text() + " there, " +
                   order.filled.text() + " here";
    }
    for (const auto& [id, note] : m_orders)
        if (!note.history.empty() && book.order(id) == nullptr)
            return "the broker has an order of ours that our book does not know: " + id.text();
    Money cash;
    for (const auto& [symbol, position] : book.ledger().positions()) {
        const auto held = venue.state().positions.find(symbol);
        const Quantity theirs = held == venue.state().positions.end() ? Quantity() : held->second.quantity;
        if (theirs != position.net())
            return "positions differ in " + symbol.text() + ": " + theirs.text() + " there, " +
                   position.net().text() + " here";
    }
    for (const trade::BrokerActivity& activity : venue.state().activities) {
        const auto place = venue.state().byId.find(activity.orderId);
        if (place == venue.state().byId.end() || !activity.netAmount)
            continue;
        if (m_orders.contains(venue.state().orders[place->second].order.clientOrderId))
            cash += *activity.netAmount;
    }
    if (cash != book.ledger().cash())
        return "cash differs: " + cash.text() + " there, " + book.ledger().cash().text() + " here";
    if (!quarantined.empty())
        return "a contract is quarantined for no reason: " + quarantined.begin()->text();
    return {};
}

std::optional<Breach> Witness::livenessOf(const trade::TradeState& trade, const EndFacts& facts,
                                          const trade::TradeBook& book) {
    if (trade.phase != trade::TradePhase::Exiting || !facts.hasBids || !facts.sessionOpen)
        return std::nullopt;
    const Quantity held = abs(book.ledger().open(trade.id, trade.symbol));
    const TradeNote& note = m_trades[trade.id];
    const bool byHand = note.exit && (note.exit->reason == trade::ExitReason::Manual ||
                                      note.exit->reason == trade::ExitReason::KillSwitch);
    const bool isSuspended =
        note.exitNumber < m_suspendedAt || (m_kill >= trade::KillLevel::CancelAll && !byHand);
    // The broker refused again and again, and a person was told.
    const bool isHandedOver = m_said.contains("exit.refused");
    if (!held.isPositive() || isSuspended || isHandedOver)
        return std::nullopt;
    count(Check::Liveness);
    const bool works = std::any_of(trade.orders.begin(), trade.orders.end(), [&](const ClientOrderId& id) {
        const trade::OrderState* order = book.order(id);
        return order != nullptr && order->isLive() && !order->intent.isEntry();
    });
    if (works)
        return std::nullopt;
    return Breach{Check::Liveness, "nothing is being done to close " + trade.id.text()};
}

std::optional<Breach> Witness::atEndOf(const trade::OrderState& order, const trade::VenueOrder& theirs,
                                       const EndFacts& facts, const trade::TradeBook& book) {
    const std::string& id = order.intent.clientOrderId.text();
    // What the broker keeps in pending_cancel cannot be helped.
    const bool isWorking =
        !isTerminal(theirs.order.status) && theirs.order.status != trade::OrderStatus::PendingCancel;
    if (isWorking && order.cancelWanted) {
        count(Check::Liveness);
        return Breach{Check::Liveness, "a cancel that was wanted is not done: " + id};
    }
    if (isWorking && order.fillWaitUntil) {
        count(Check::Liveness);
        if (facts.now.market > *order.fillWaitUntil)
            return Breach{Check::Liveness, "an entry waits longer for its fill than it may: " + id};
    }
    if (isWorking && m_kill >= trade::KillLevel::BlockEntries) {
        count(Check::Kill);
        if (order.intent.isEntry())
            return Breach{Check::Kill, "an entry works although the kill switch is on: " + id};
    }
    if (order.filled != theirs.order.filledQuantity || order.filled.isZero())
        return std::nullopt;
    count(Check::FillValue);
    const Money difference = book.ledger().filledValue(theirs.order.id) - theirs.filledValue;
    const Money most = notional(Price::fromUnits(2), order.filled, 1);
    if (difference > most || -difference > most)
        return Breach{Check::FillValue, "our fills are not worth what the broker's are: " + id};
    return std::nullopt;
}

std::optional<Breach> Witness::atEnd(const EndFacts& facts, const trade::TradeBook& book,
                                     const trade::VenueBook& venue) {
    for (const auto& [id, order] : book.orders()) {
        const auto place = venue.state().byClientId.find(id);
        if (place == venue.state().byClientId.end())
            continue;
        if (auto breach = atEndOf(order, venue.state().orders[place->second], facts, book))
            return breach;
    }
    for (const auto& [id, trade] : book.trades())
        if (auto breach = livenessOf(trade, facts, book))
            return breach;
    for (const ClientOrderId& id : facts.orphans) {
        count(Check::Told);
        const auto said = m_said.find("order.orphan");
        if (said == m_said.end() || !said->second.contains(id))
            return Breach{Check::Told, "an order with our mark that is not ours was not told: " + id.text()};
    }
    for (const Symbol& symbol : facts.external) {
        count(Check::Told);
        if (!facts.shownExternal.contains(symbol))
            return Breach{Check::Told, "a position that is not ours is not shown: " + symbol.text()};
    }
    return std::nullopt;
}

} // namespace strikedesk::simulation
