// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/world.h"

#include <algorithm>

// What must always be true, and what must be true once it is quiet.

namespace strikedesk::simulation {

void World::checkSending(const trade::TransmitOrder& command) {
    const ClientOrderId& id = command.clientOrderId;
    if (!m_durable.contains(id))
        fail("durable", "a request left before its intent was durable: " + id.text());
    if (!m_transmitted.insert(id).second)
        fail("once", "a request left twice: " + id.text());
    const auto* post = std::get_if<trade::OrderRequest>(&command.request);
    const bool opens = post != nullptr && opensPosition(post->intent);
    if (opens != command.addsExposure)
        fail("exposure", "a request does not say what it does to the exposure: " + id.text());
    if (opens && m_engine->orders().book().kill() >= trade::KillLevel::BlockEntries)
        fail("kill", "a request that adds exposure left after the kill: " + id.text());
}

void World::checkStep() {
    const trade::TradeBook& book = m_engine->orders().book();
    if (!book.ledger().cashIdentityHolds())
        fail("cash", "cash and lots do not add up");
    if (book.conflictingFills() > 0)
        fail("fills", "fills contradict each other");
    for (const trade::BrokerPosition& position : m_venue.positions())
        if (position.quantity.isNegative())
            fail("short", "more was sold than held");
    for (const auto& [id, order] : book.orders()) {
        if (book.unsettledOrders().contains(id) == order.isSettled())
            fail("index",
                 "an order that may still change is not looked at, or a settled one is: " + id.text());
        if (order.filled > order.intent.quantity)
            fail("filled", "more filled than asked for: " + id.text());
        if (order.isLive() && order.phase != trade::OrderPhase::Recording && !m_durable.contains(id))
            fail("durable", "an order is under way without a durable intent: " + id.text());
    }
    for (const auto& [id, trade] : book.trades()) {
        if (book.openTrades().contains(id) == (trade.phase == trade::TradePhase::Closed))
            fail("index", "an open trade is not looked at, or a closed one is: " + id.text());
        const bool changing = std::any_of(trade.orders.begin(), trade.orders.end(), [&](const auto& order) {
            const trade::OrderState* state = book.order(order);
            return state->intent.isReplace() && state->end != trade::OrderEnd::Rejected &&
                   state->end != trade::OrderEnd::NotSent;
        });
        checkSales(trade);
        // A change is counted in full until it is known what it came to.
        if (!changing && book.closingCoverage(trade) > book.openQuantity(trade))
            fail("coverage", "more is for sale than held in " + id.text() + ": " +
                                 book.closingCoverage(trade).text() + " of " +
                                 book.openQuantity(trade).text());
    }
}

void World::checkSales(const trade::TradeState& trade) {
    Quantity bought;
    Quantity sold;
    for (const ClientOrderId& id : trade.orders) {
        const auto order = m_venue.state().byClientId.find(id);
        if (order == m_venue.state().byClientId.end())
            continue;
        const trade::BrokerOrder& theirs = m_venue.state().orders[order->second].order;
        (opensPosition(theirs.intent) ? bought : sold) += theirs.filledQuantity;
    }
    if (sold > bought)
        fail("sales", "a trade sold more than it bought: " + trade.id.text() + ", " + sold.text() + " of " +
                          bought.text());
}

std::string World::disagreement() const {
    if (!m_engine)
        return "the program is down";
    const trade::TradeBook& book = m_engine->orders().book();
    for (const auto& [id, order] : book.orders()) {
        const auto theirs = m_venue.orderByClientId(id);
        if (order.phase != trade::OrderPhase::Working && order.phase != trade::OrderPhase::Ended)
            return id.text() + " is still " + std::string(toText(order.phase));
        if (order.isLive() && (!theirs || isTerminal(theirs->status)))
            return id.text() + " works here and not at the broker";
        if (!order.isLive() && theirs && !isTerminal(theirs->status))
            return id.text() + " works at the broker and ended here as " + std::string(toText(order.end));
        if (theirs && theirs->filledQuantity != order.filled)
            return id.text() + " has filled " + theirs->filledQuantity.text() + " there, " +
                   order.filled.text() + " here";
    }
    for (const trade::VenueOrder& theirs : m_venue.state().orders)
        if (book.order(theirs.order.clientOrderId) == nullptr)
            return "the broker has an order nobody decided: " + theirs.order.clientOrderId.text();
    for (const auto& [symbol, position] : book.ledger().positions()) {
        const auto held = m_venue.position(symbol);
        if ((held ? held->quantity : Quantity()) != position.net())
            return "positions differ: " + (held ? held->quantity.text() : "0") + " there, " +
                   position.net().text() + " here";
    }
    if (m_venue.state().cash - m_venue.state().config.startingCash != book.ledger().cash())
        return "cash differs";
    if (!m_engine->orders().memory().quarantined.empty())
        return "a contract is quarantined for no reason";
    return {};
}

} // namespace strikedesk::simulation
