// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/witness.h"

#include <algorithm>

// What leaves, when, and at which price.

namespace strikedesk::simulation {

namespace {

// The limits of a person's order as domain rules 9 and 13 have them, written down a second time.
constexpr Duration kQuoteAge = Duration::seconds(5);
constexpr Duration kAccountAge = Duration::seconds(60);
constexpr std::size_t kOrdersPerSecond = 5;
constexpr std::size_t kOrdersPerMinute = 60;
constexpr std::int64_t kCollarPercent = 20;
constexpr Price kCollarFloor = Price::fromCents(10);
// A trade's exit moves every two seconds; twice that and something turns in circles.
constexpr std::size_t kTriesPerTradeAndMinute = 60;
// The broker allows 200 requests a minute; look-ups and sweeps have a budget of their own, held by the
// worker.
constexpr std::size_t kRequestsPerMinute = 400;
constexpr Duration kStopConfirm = Duration::milliseconds(500);

Price collarRoom(Price reference) {
    return std::max(Price::fromUnits(reference.units() * kCollarPercent / 100), kCollarFloor);
}

void forgetAfterAMinute(std::deque<MonoTime>& times, MonoTime now) {
    while (!times.empty() && now - times.front() > Duration::minutes(1))
        times.pop_front();
}

bool isBetween(trade::OrderStatus status) { return !trade::isTerminal(status); }

} // namespace

void Witness::onQuote(const market::Quote& quote, Moment now) {
    QuoteNotes& notes = m_quotes[quote.symbol];
    // One stamped earlier is not taken, unless the one held is stamped in the future.
    const bool isOlder =
        quote.at < notes.newest.quote.at && notes.newest.quote.at <= now.market + Duration::seconds(5);
    if (isOlder)
        return;
    notes.newest = QuoteNote{quote, now};
    if (!quote.bid.isPositive() || quote.bid >= quote.ask)
        return;
    notes.sane.push_back(notes.newest);
    if (notes.sane.size() > 64)
        notes.sane.pop_front();
}

void Witness::onNegative(const ClientOrderId& id, Moment now) {
    OrderNote& note = m_orders[id];
    if (!note.unknownSince)
        return;
    ++note.negatives;
    note.lastNegative = now.mono;
}

void Witness::onRequests(std::size_t requests, Moment now) {
    count(Check::Bounds);
    m_requests.emplace_back(now.mono, requests);
    m_requestsInMinute += requests;
    while (now.mono - m_requests.front().first > Duration::minutes(1)) {
        m_requestsInMinute -= m_requests.front().second;
        m_requests.pop_front();
    }
    if (m_requestsInMinute > kRequestsPerMinute)
        fail(Check::Bounds, "more than " + std::to_string(kRequestsPerMinute) + " requests in a minute");
}

void Witness::checkStop(const trade::ExitStarted& exit, Moment now) {
    if (exit.reason != trade::ExitReason::StopLoss)
        return;
    count(Check::Stop);
    const TradeNote& trade = m_trades[exit.tradeId];
    const std::deque<QuoteNote>& quotes = m_quotes[trade.symbol].sane;
    if (!trade.plan.stop)
        return fail(Check::Stop, "a trade without a stop was stopped out");
    // The run of sane quotes at or below the stop, back from the newest.
    auto first = quotes.rbegin();
    std::set<Timestamp> stamps;
    while (first != quotes.rend() && midpoint(first->quote.bid, first->quote.ask) <= *trade.plan.stop) {
        stamps.insert(first->quote.at);
        ++first;
    }
    if (stamps.empty())
        return fail(Check::Stop, "a stop went off above its price: " + exit.tradeId.text());
    if (stamps.size() < 2 && now.mono - std::prev(first)->at.mono < kStopConfirm)
        fail(Check::Stop, "a stop went off on one quote: " + exit.tradeId.text());
}

void Witness::checkPrice(const trade::OrderIntent& intent) {
    count(Check::Collar);
    const QuoteNote& quote = m_quotes[intent.symbol].newest;
    const Price limit = intent.limitPrice.value_or(Price());
    if (!limit.isPositive())
        return fail(Check::Collar, "an order without a price: " + intent.clientOrderId.text());
    if (intent.isEntry()) {
        const bool isSane = quote.quote.bid.isPositive() && quote.quote.bid < quote.quote.ask;
        if (isSane && limit > quote.quote.ask + collarRoom(quote.quote.ask))
            fail(Check::Collar, "an entry was decided through its collar: " + intent.clientOrderId.text());
        return;
    }
    const auto& exit = m_trades[intent.tradeId].exit;
    if (intent.role != trade::OrderRole::Exit || !exit || !exit->reference.isPositive())
        return;
    // At the lowest one tick remains, whatever the collar says.
    const Price lowest = exit->reference - collarRoom(exit->reference);
    if (limit < lowest)
        fail(Check::Collar, "an exit was decided through its collar: " + intent.clientOrderId.text() +
                                " at " + limit.text() + ", begun at " + exit->reference.text());
}

void Witness::onTransmit(const trade::TransmitOrder& command, const trade::TradeBook& book,
                         const trade::VenueBook& venue, const SendFacts& facts, Moment now) {
    const ClientOrderId& id = command.clientOrderId;
    OrderNote& note = m_orders[id];
    count(Check::Durable);
    if (!note.isDurable || !note.intent)
        return fail(Check::Durable, "a request left before its intent was durable: " + id.text());
    count(Check::SentOnce);
    if (std::exchange(note.wasSent, true))
        fail(Check::SentOnce, "a request left twice: " + id.text());
    if (m_logFailed)
        fail(Check::AfterLogFailure, "a request left after the log had failed: " + id.text());
    const auto* post = std::get_if<trade::OrderRequest>(&command.request);
    const bool opens = post != nullptr && opensPosition(post->intent);
    count(Check::Exposure);
    if (opens != command.addsExposure)
        fail(Check::Exposure, "a request does not say what it does to the exposure: " + id.text());
    count(Check::ReadyToSend);
    // Within one step the records go first, also those decided after the request.
    if (note.cancelWanted && *note.cancelWanted < m_step)
        fail(Check::ReadyToSend, "an order left although its cancel was wanted: " + id.text());
    if (opens)
        checkEntrySending(*note.intent, facts, now);
    else
        checkExitSending(*note.intent);
    if (opens)
        checkLimits(*note.intent, venue, now);
    if (book.order(id) == nullptr)
        fail(Check::Durable, "a request left for an order the book does not know: " + id.text());
    m_inFlight.insert(id);
    TradeNote& trade = m_trades[note.intent->tradeId];
    trade.sent.push_back(now.mono);
    forgetAfterAMinute(trade.sent, now.mono);
    count(Check::Bounds);
    if (trade.sent.size() > kTriesPerTradeAndMinute)
        fail(Check::Bounds, "one trade sends without end: " + note.intent->tradeId.text());
}

void Witness::checkEntrySending(const trade::OrderIntent& intent, const SendFacts& facts, Moment now) {
    const std::string id = intent.clientOrderId.text();
    count(Check::Kill);
    if (m_kill >= trade::KillLevel::BlockEntries)
        fail(Check::Kill, "an entry left after the kill: " + id);
    if (!facts.streamUp)
        fail(Check::ReadyToSend, "an entry left while the order stream was down: " + id);
    if (!facts.sweptSinceOpen)
        fail(Check::ReadyToSend, "an entry left before the book was swept: " + id);
    if (!facts.accountReadAt || now.mono - *facts.accountReadAt > kAccountAge)
        fail(Check::ReadyToSend, "an entry left on an account read long ago: " + id);
    const QuoteNote& quote = m_quotes[intent.symbol].newest;
    if (!quote.at.market.isSet() || now.market - quote.at.market > kQuoteAge)
        fail(Check::ReadyToSend, "an entry left on a quote too old: " + id);
    else if (!quote.quote.bid.isPositive() || quote.quote.bid >= quote.quote.ask)
        fail(Check::ReadyToSend, "an entry left on a quote that is none: " + id);
    if (!facts.sessionOpen)
        fail(Check::ReadyToSend, "an entry left outside the session: " + id);
    if (facts.halted)
        fail(Check::ReadyToSend, "an entry left in a halt: " + id);
}

void Witness::checkExitSending(const trade::OrderIntent& intent) {
    if (m_kill < trade::KillLevel::CancelAll)
        return;
    count(Check::Kill);
    const TradeNote& trade = m_trades[intent.tradeId];
    const bool byHand = trade.exit && trade.exitNumber > m_suspendedAt &&
                        (trade.exit->reason == trade::ExitReason::Manual ||
                         trade.exit->reason == trade::ExitReason::KillSwitch);
    if (!byHand)
        fail(Check::Kill,
             "an automatic exit left after everything was to be cancelled: " + intent.clientOrderId.text());
}

bool Witness::isOpenAtVenue(const TradeNote& trade, const trade::VenueBook& venue) const {
    Quantity held;
    for (const ClientOrderId& id : trade.orders) {
        const auto place = venue.state().byClientId.find(id);
        if (place == venue.state().byClientId.end()) {
            if (id == trade.opening && m_inFlight.contains(id))
                return true;
            continue;
        }
        const trade::BrokerOrder& order = venue.state().orders[place->second].order;
        const bool opens = opensPosition(order.intent);
        if (opens && isBetween(order.status))
            return true;
        opens ? held += order.filledQuantity : held -= order.filledQuantity;
    }
    return held.isPositive();
}

void Witness::checkLimits(const trade::OrderIntent& intent, const trade::VenueBook& venue, Moment now) {
    count(Check::Limits);
    std::int64_t open = 1;
    std::int64_t inSymbol = 1;
    for (const auto& [id, trade] : m_trades) {
        if (id == intent.tradeId || !isOpenAtVenue(trade, venue))
            continue;
        ++open;
        inSymbol += trade.symbol == intent.symbol ? 1 : 0;
    }
    if (open > m_limits.openTrades || inSymbol > m_limits.openTradesPerSymbol)
        fail(Check::Limits, "more open trades than allowed: " + intent.clientOrderId.text());
    m_entriesSent.push_back(now.mono);
    forgetAfterAMinute(m_entriesSent, now.mono);
    const auto inSecond =
        static_cast<std::size_t>(std::count_if(m_entriesSent.begin(), m_entriesSent.end(), [&](MonoTime at) {
            return now.mono - at < Duration::seconds(1);
        }));
    if (inSecond > kOrdersPerSecond || m_entriesSent.size() > kOrdersPerMinute)
        fail(Check::Limits, "more entries in a short time than allowed: " + intent.clientOrderId.text());
    if (m_limits.someoneElseTrades)
        return;
    Money cost = notional(*intent.limitPrice, intent.quantity, intent.multiplier);
    for (const ClientOrderId& id : m_inFlight)
        if (const OrderNote& other = m_orders[id]; other.intent && other.intent->isEntry())
            cost += notional(*other.intent->limitPrice, other.intent->quantity, other.intent->multiplier);
    const auto power = venue.account().optionsBuyingPower;
    if (power && cost > *power)
        fail(Check::Limits, "entries on their way cost more than the buying power: " +
                                intent.clientOrderId.text() + ", " + cost.text() + " of " + power->text());
}

} // namespace strikedesk::simulation
