// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/witness.h"

#include <algorithm>

// What the program believes of its orders, beside what the broker has.

namespace strikedesk::simulation {

namespace {

/// Ends that are our own conclusion, and not the broker's word on an order it has.
bool isOurConclusion(trade::OrderEnd end) {
    return end == trade::OrderEnd::Unseen || end == trade::OrderEnd::NotSent ||
           end == trade::OrderEnd::Rejected;
}

const trade::BrokerOrder* find(const trade::VenueBook& venue, const ClientOrderId& id) {
    const auto place = venue.state().byClientId.find(id);
    return place == venue.state().byClientId.end() ? nullptr : &venue.state().orders[place->second].order;
}

} // namespace

const char* nameOf(Check check) {
    constexpr std::array<const char*, kChecks> kNames{
        "one-order",     "log-once",      "repeated",   "after-log-failure",
        "durable",       "sent-once",     "exposure",   "resurrection",
        "gives-up-late", "ready-to-send", "limits",     "kill",
        "closing-held",  "sales",         "replay",     "history",
        "shown",         "stop",          "collar",     "liveness",
        "bounds",        "told",          "fill-value", "cash",
        "fills",         "short",         "index",      "filled",
        "coverage",      "agreement",     "checkpoint"};
    return kNames[static_cast<std::size_t>(check)];
}

void Witness::checkHistory(OrderNote& note, const trade::OrderState& order) {
    count(Check::History);
    const std::string& id = order.intent.clientOrderId.text();
    if (order.filled < note.filled)
        fail(Check::History, "what was filled became less: " + id);
    note.filled = std::max(note.filled, order.filled);
    const bool absorbs = note.end != trade::OrderEnd::None && !isOurConclusion(note.end);
    if (absorbs && order.end != note.end)
        fail(Check::History, "an order that had ended moved on: " + id);
    note.end = order.end;
    if (order.phase != trade::OrderPhase::Working)
        return;
    const auto last = std::find(note.history.rbegin(), note.history.rend(), order.status);
    if (last == note.history.rend())
        return;
    const auto place = static_cast<std::size_t>(note.history.rend() - last) - 1;
    if (place < note.taken)
        fail(Check::History, "an older state of the broker's replaced a newer one: " + id + ' ' +
                                 std::string(toWire(order.status)));
    note.taken = std::max(note.taken, place);
}

void Witness::checkOrder(const ClientOrderId& id, const trade::OrderState& order,
                         const trade::TradeBook& book, const trade::VenueBook& venue) {
    OrderNote& note = m_orders[id];
    count(Check::Index);
    if (book.unsettledOrders().contains(id) == order.isSettled())
        fail(Check::Index,
             "an order that may still change is not looked at, or a settled one is: " + id.text());
    count(Check::Filled);
    if (order.filled > order.intent.quantity)
        fail(Check::Filled, "more filled than asked for: " + id.text());
    count(Check::Durable);
    if (order.isLive() && order.phase != trade::OrderPhase::Recording && !note.isDurable)
        fail(Check::Durable, "an order is under way without a durable intent: " + id.text());
    checkHistory(note, order);
    const auto place = venue.state().byId.find(order.brokerId);
    if (place != venue.state().byId.end() && order.filled.isPositive() &&
        order.filled == venue.state().orders[place->second].order.filledQuantity) {
        // Nothing is missing: then the value is right as well, also where a price was worked out.
        count(Check::FillValue);
        const Money difference =
            book.ledger().filledValue(order.brokerId) - venue.state().orders[place->second].filledValue;
        const Money most = notional(Price::fromUnits(2), order.filled, 1);
        if (difference > most || -difference > most)
            fail(Check::FillValue, "our fills are not worth what the broker's are: " + id.text());
    }
    if (order.phase != trade::OrderPhase::Ended || !isOurConclusion(order.end) || note.liedTo)
        return;
    count(Check::NoResurrection);
    const trade::BrokerOrder* theirs = find(venue, id);
    if (theirs != nullptr && !isTerminal(theirs->status))
        fail(Check::NoResurrection,
             id.text() + " ended here as " + std::string(toText(order.end)) + " and works at the broker");
}

void Witness::checkStep(const trade::TradeBook& book, const trade::VenueBook& venue) {
    count(Check::Cash);
    if (!book.ledger().cashIdentityHolds())
        fail(Check::Cash, "cash and lots do not add up");
    count(Check::Fills);
    if (book.conflictingFills() > 0)
        fail(Check::Fills, "fills contradict each other");
    std::set<IntentId> trades;
    for (const ClientOrderId& id : m_changed) {
        const trade::OrderState* order = book.order(id);
        if (order == nullptr)
            continue;
        checkOrder(id, *order, book, venue);
        trades.insert(order->intent.tradeId);
    }
    m_changed.clear();
    ++m_step;
    if (m_logFailed)
        count(Check::AfterLogFailure);
    for (const IntentId& id : trades) {
        const trade::TradeState* trade = book.trade(id);
        count(Check::Index);
        if (book.openTrades().contains(id) == (trade->phase == trade::TradePhase::Closed))
            fail(Check::Index, "an open trade is not looked at, or a closed one is: " + id.text());
        // A change is counted in full until it is known what it came to.
        const bool isChanging =
            std::any_of(trade->orders.begin(), trade->orders.end(), [&](const auto& order) {
                const trade::OrderState* state = book.order(order);
                return state->intent.isReplace() && state->end != trade::OrderEnd::Rejected &&
                       state->end != trade::OrderEnd::NotSent;
            });
        if (isChanging)
            continue;
        count(Check::Coverage);
        if (book.closingCoverage(*trade) > book.openQuantity(*trade))
            fail(Check::Coverage, "more is for sale than held in " + id.text() + ": " +
                                      book.closingCoverage(*trade).text() + " of " +
                                      book.openQuantity(*trade).text());
    }
}

void Witness::checkEverything(const trade::TradeBook& book, const trade::VenueBook& venue) {
    for (const auto& [id, order] : book.orders())
        m_changed.insert(id);
    checkStep(book, venue);
    for (const auto& [id, trade] : m_trades)
        checkTrade(trade, venue);
}

void Witness::checkTrade(const TradeNote& trade, const trade::VenueBook& venue) {
    Quantity bought;
    Quantity sold;
    Quantity working;
    for (const ClientOrderId& id : trade.orders) {
        const auto place = venue.state().byClientId.find(id);
        if (place == venue.state().byClientId.end())
            continue;
        const trade::VenueOrder& row = venue.state().orders[place->second];
        const trade::BrokerOrder& order = row.order;
        (opensPosition(order.intent) ? bought : sold) += order.filledQuantity;
        if (opensPosition(order.intent) || isTerminal(order.status))
            continue;
        Quantity rest = row.remaining();
        // A change and what it changes are one order, at the larger of the two; what the old one fills
        // meanwhile is taken off the new one.
        const auto target = venue.state().byId.find(order.replaces);
        if (target != venue.state().byId.end()) {
            const trade::VenueOrder& old = venue.state().orders[target->second];
            if (!isTerminal(old.order.status)) {
                const Quantity since = old.order.filledQuantity - row.filledAtRequest;
                const Quantity asked = row.replaceQuantity ? *row.replaceQuantity - since : old.remaining();
                rest = std::max(Quantity(), asked - old.remaining());
            }
        }
        working += rest;
    }
    count(Check::Sales);
    if (sold > bought)
        fail(Check::Sales, "a trade sold more than it bought: " + trade.opening.text() + ", " + sold.text() +
                               " of " + bought.text());
    count(Check::ClosingHeld);
    if (working > bought - sold)
        fail(Check::ClosingHeld, "more works to close than is held in " + trade.opening.text() + ": " +
                                     working.text() + " of " + (bought - sold).text());
}

void Witness::onVenue(const std::vector<trade::OrderUpdate>& updates, const trade::VenueBook& venue,
                      const trade::TradeBook* book) {
    for (const trade::OrderUpdate& update : updates) {
        const auto found = m_orders.find(update.order.clientOrderId);
        if (found == m_orders.end())
            continue; // somebody else's
        OrderNote& note = found->second;
        m_inFlight.erase(found->first);
        count(Check::OneOrder);
        if (note.brokerId.isEmpty())
            note.brokerId = update.order.id;
        if (note.brokerId != update.order.id)
            fail(Check::OneOrder, "the broker has two orders under one id: " + found->first.text());
        if (note.history.empty() || note.history.back() != update.order.status)
            note.history.push_back(update.order.status);
        if (update.order.quantity && update.order.filledQuantity > *update.order.quantity)
            fail(Check::Filled, "the broker filled more than asked for: " + found->first.text());
        if (!note.intent)
            continue;
        const auto trade = m_trades.find(note.intent->tradeId);
        if (trade == m_trades.end())
            continue;
        if (opensPosition(update.order.intent) && update.order.replaces.isEmpty()) {
            count(Check::OneOrder);
            if (trade->second.opening != found->first)
                fail(Check::OneOrder, "two orders opened one trade: " + note.intent->tradeId.text());
        }
        checkTrade(trade->second, venue);
        const trade::OrderState* ours = book == nullptr ? nullptr : book->order(found->first);
        if (ours == nullptr || isTerminal(update.order.status) || note.liedTo)
            continue;
        count(Check::NoResurrection);
        if (ours->phase == trade::OrderPhase::Ended && isOurConclusion(ours->end))
            fail(Check::NoResurrection, found->first.text() + " works at the broker and ended here as " +
                                            std::string(toText(ours->end)));
    }
    for (const auto& [symbol, position] : venue.state().positions) {
        count(Check::Short);
        if (position.quantity.isNegative())
            fail(Check::Short, "more was sold than held of " + symbol.text());
    }
}

} // namespace strikedesk::simulation
