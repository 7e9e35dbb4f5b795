// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/world.h"
#include "tests/simulation/world_names.h"

#include <algorithm>

// The market that wanders and the person who presses buttons.

namespace strikedesk::simulation {

market::Quote World::quoteOf(std::size_t contract) {
    Price& mid = m_mids[contract];
    mid = std::clamp(mid + Price::fromCents(draw(-6, 6)), Price::fromCents(60), Price::fromCents(900));
    market::Quote quote;
    quote.symbol = contracts()[contract];
    quote.bid = mid - Price::fromCents(draw(1, 4));
    quote.ask = mid + Price::fromCents(draw(1, 4));
    if (m_faulty && draw(0, 30) == 0)
        quote.bid = draw(0, 1) == 0 ? Price() : quote.ask;
    quote.bidSize = draw(1, 8);
    quote.askSize = draw(1, 8);
    quote.at = m_now.market;
    return quote;
}

/// What only the feed got wrong.
void World::badden(market::Quote& quote) {
    const std::int64_t kind = draw(0, 4);
    if (kind == 0) {
        quote.bid = Price::fromUnits(quote.bid.units() * 10);
        quote.ask = Price::fromUnits(quote.ask.units() * 10);
    } else if (kind == 1) {
        quote.bid = Price::fromUnits(std::max<std::int64_t>(100, quote.bid.units() / 1'000 * 100));
        quote.ask = quote.bid + Price::fromCents(1);
    } else if (kind == 2) {
        std::swap(quote.bid, quote.ask);
    } else if (kind == 3) {
        quote.bid = Price::fromCents(1);
        quote.ask = quote.ask + quote.ask;
    } else {
        quote.bid = quote.ask;
    }
}

void World::moveMarket() {
    const std::size_t contract = ++m_moved % m_mids.size();
    market::Quote quote = quoteOf(contract);
    atVenue(trade::QuoteSeen{quote});
    if (m_now.mono < m_quotesStopUntil)
        return;
    if (chance(Fault::BadQuote)) {
        badden(quote);
        note([&] { return "bad quote " + quote.bid.text() + " × " + quote.ask.text(); });
    }
    const MonoTime clogged = m_clogUntil[static_cast<std::size_t>(Link::Quotes)];
    const Duration late =
        Duration::milliseconds(draw(1, 80)) + (clogged > m_now.mono ? clogged - m_now.mono : Duration());
    at(late, ifAlive([this, quote] {
           m_witness.onQuote(quote, programNow());
           feed(engine::MarketEvent(engine::QuoteReceived{quote}));
       }));
}

void World::pressTicket() {
    const std::size_t contract = static_cast<std::size_t>(draw(0, 1));
    trade::EntryTicket ticket;
    ticket.intentId = IntentId("t" + std::to_string(m_seed) + "-" + std::to_string(++m_tickets));
    ticket.symbol = contracts()[contract];
    ticket.quantity = Quantity::whole(draw(1, 6));
    ticket.limitPrice = m_mids[contract] + Price::fromCents(draw(-3, 8));
    // Now and then one that rests.
    if (draw(0, 7) == 0)
        ticket.limitPrice = ticket.limitPrice - Price::fromCents(draw(20, 40));
    if (ticket.limitPrice > Price::fromCents(300))
        ticket.limitPrice = Price::fromCents(ticket.limitPrice.units() / 100 / 5 * 5);
    if (draw(0, 3) != 0)
        ticket.plan.takeProfit =
            trade::TakeProfit{trade::TakeProfit::Kind::PlusAmount, Price::fromCents(draw(1, 40)), 0};
    if (draw(0, 3) != 0)
        ticket.plan.stop = ticket.limitPrice - Price::fromCents(draw(3, 25));
    if (draw(0, 2) == 0)
        ticket.fillWait = Duration::seconds(draw(1, 10));
    note([&] {
        return "ticket " + ticket.intentId.text() + ' ' + ticket.quantity.text() + ' ' +
               ticket.symbol.text() + " at " + ticket.limitPrice.text();
    });
    feed(engine::UserEvent(engine::TicketSubmitted{ticket}));
    if (!chance(Fault::DoublePress))
        return;
    // The same ticket again, then an equal one under a name of its own.
    for (std::int64_t again = draw(1, 4); again > 0; --again)
        feed(engine::UserEvent(engine::TicketSubmitted{ticket}));
    // And once more when nobody thinks of it any longer.
    at(Duration::milliseconds(draw(10'100, 14'000)),
       ifAlive([this, ticket] { feed(engine::UserEvent(engine::TicketSubmitted{ticket})); }));
    ticket.intentId = IntentId("t" + std::to_string(m_seed) + "-" + std::to_string(++m_tickets));
    at(Duration::milliseconds(draw(1, 9'000)),
       ifAlive([this, ticket] { feed(engine::UserEvent(engine::TicketSubmitted{ticket})); }));
}

void World::pressSomething() {
    if (!m_engine || !m_faulty || m_now.mono < m_asleepUntil)
        return;
    if (chance(Fault::Burst)) {
        note([&] { return std::string("a burst of tickets"); });
        for (std::int64_t tickets = draw(3, 12); tickets > 0; --tickets)
            pressTicket();
        return;
    }
    const auto& trades = m_engine->orders().book().trades();
    const std::int64_t what = draw(0, 9);
    if (what < 5 || trades.empty())
        return pressTicket();
    auto chosen = trades.begin();
    std::advance(chosen, draw(0, static_cast<std::int64_t>(trades.size()) - 1));
    const trade::TradeState trade = chosen->second;
    if (what < 7)
        return feed(engine::UserEvent(engine::CloseRequested{trade.id, trade::ExitReason::Manual}));
    if (what == 7)
        return feed(engine::UserEvent(engine::CancelRequested{trade.orders[static_cast<std::size_t>(
            draw(0, static_cast<std::int64_t>(trade.orders.size()) - 1))]}));
    const Price mid = m_mids[trade.symbol == contracts()[0] ? 0 : 1];
    trade::ExitPlan plan = trade.plan;
    plan.takeProfit =
        trade::TakeProfit{trade::TakeProfit::Kind::AtPrice, mid + Price::fromCents(draw(2, 50)), 0};
    if (mid > Price::fromCents(100))
        plan.stop = mid - Price::fromCents(draw(5, 40));
    feed(engine::UserEvent(engine::PlanRequested{trade.id, plan}));
}

void World::pressKill() {
    constexpr trade::KillLevel kLevels[] = {trade::KillLevel::None, trade::KillLevel::Disarm,
                                            trade::KillLevel::BlockEntries, trade::KillLevel::CancelAll,
                                            trade::KillLevel::Flatten};
    const trade::KillLevel level = kLevels[draw(0, 4)];
    note([&] { return "kill " + std::to_string(static_cast<int>(level)); });
    feed(engine::UserEvent(engine::KillRequested{level, "a person"}));
}

} // namespace strikedesk::simulation
