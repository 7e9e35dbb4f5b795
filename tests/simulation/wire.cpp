// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/world.h"

#include <algorithm>

// The wire between the orders worker and the broker.

namespace strikedesk::simulation {

namespace {

constexpr Duration kRequestTimeOut = Duration::seconds(10);

trade::WriteOutcome outcomeOf(const trade::VenueReply& reply, bool isCancel) {
    trade::WriteOutcome outcome;
    outcome.httpStatus = reply.httpStatus;
    outcome.order = reply.order;
    outcome.verdict = reply.ok() ? trade::WriteVerdict::Accepted : trade::WriteVerdict::Rejected;
    if (reply.error) {
        outcome.brokerCode = reply.error->code;
        outcome.message = reply.error->message;
        outcome.clientOrderIdTaken = !isCancel && reply.error->message.find("unique") != std::string::npos;
    }
    return outcome;
}

} // namespace

Duration World::wireDelay(Link link) {
    const MonoTime clogged = m_clogUntil[static_cast<std::size_t>(link)];
    const Duration held = clogged > m_now.mono ? clogged - m_now.mono : Duration();
    if (chance(Fault::Slow))
        return held + Duration::milliseconds(draw(500, 20'000));
    return held + Duration::milliseconds(draw(2, 120));
}

trade::VenueResult World::atVenue(const trade::VenueInput& input) {
    trade::VenueResult result = m_venue.step(m_now.market, input);
    m_witness.onVenue(result.updates, m_venue, m_engine ? &m_engine->orders().book() : nullptr);
    publish(result.updates);
    const auto due = m_venue.nextDue();
    if (due && (!m_venueWakesAt || *due < *m_venueWakesAt)) {
        m_venueWakesAt = due;
        at(std::max(Duration(), *due - m_now.market), [this, when = *due] {
            if (m_venueWakesAt != when)
                return;
            m_venueWakesAt.reset();
            atVenue(trade::TimeAdvanced{});
        });
    }
    return result;
}

void World::publish(const std::vector<trade::OrderUpdate>& updates) {
    for (const trade::OrderUpdate& update : updates) {
        mix(static_cast<std::uint64_t>(update.kind));
        if (!m_streamUp || m_now.mono < m_muteUntil)
            continue;
        const Work deliver = ifAlive([this, update] {
            if (!m_streamUp)
                return;
            note([&] {
                return "stream " + std::string(toWire(update.kind)) + ' ' +
                       update.order.clientOrderId.text() + " filled " + update.order.filledQuantity.text();
            });
            feed(engine::OrderEvent(engine::OrderUpdateReceived{update}));
        });
        if (chance(Fault::FrameLost)) {
            note([&] { return "frame lost " + std::string(toWire(update.kind)); });
            continue;
        }
        at(wireDelay(Link::Stream), deliver);
        if (chance(Fault::FrameTwice))
            at(wireDelay(Link::Stream), deliver);
    }
}

void World::write(const ClientOrderId& id, trade::VenueInput input, bool isCancel) {
    // Exactly one answer: the broker's, or UNKNOWN when none came in time.
    auto answered = std::make_shared<bool>(false);
    const auto answer = [this, id, isCancel, answered](const trade::WriteOutcome& outcome) {
        if (std::exchange(*answered, true))
            return;
        note([&] {
            return "answer " + id.text() + " verdict " + std::to_string(static_cast<int>(outcome.verdict)) +
                   ' ' + outcome.message;
        });
        if (isCancel)
            feed(engine::OrderEvent(engine::CancelAnswered{id, outcome}));
        else
            feed(engine::OrderEvent(engine::OrderAnswered{id, outcome}));
    };
    at(kRequestTimeOut, ifAlive([answer] { answer(trade::WriteOutcome{}); }));
    if (chance(Fault::RequestLost)) {
        note([&] { return "request lost " + id.text(); });
        if (!isCancel)
            m_witness.onRequestGone(id);
        return;
    }
    // Once on the wire it arrives even if the program dies meanwhile, now and then twice.
    const std::function<void(const trade::WriteOutcome&)> toProgram =
        [this, answer, generation = m_generation](const trade::WriteOutcome& outcome) {
            at(wireDelay(Link::Write), [this, answer, outcome, generation] {
                if (generation == m_generation)
                    ifAlive([answer, outcome] { answer(outcome); })();
            });
        };
    const bool isTwice = chance(Fault::RequestTwice);
    for (int copies = isTwice ? 2 : 1; copies > 0; --copies) {
        ++m_onTheWire;
        at(wireDelay(Link::Write), [this, id, input, isCancel, toProgram] {
            --m_onTheWire;
            arrive(id, input, isCancel, toProgram);
        });
    }
}

void World::arrive(const ClientOrderId& id, const trade::VenueInput& input, bool isCancel,
                   const std::function<void(const trade::WriteOutcome&)>& answer) {
    // The second copy of a request may be taken after the first one was refused.
    if (!isCancel && m_refused.contains(id))
        m_witness.onLie(id);
    trade::WriteOutcome outcome = outcomeOf(atVenue(input).reply, isCancel);
    if (!isCancel)
        m_witness.onRequestGone(id);
    if (!isCancel && outcome.verdict == trade::WriteVerdict::Rejected)
        m_refused.insert(id);
    if (chance(Fault::AnswerLost)) {
        note([&] { return "answer lost " + id.text(); });
        return;
    }
    const bool wasDone = outcome.verdict == trade::WriteVerdict::Accepted;
    if (wasDone && chance(Fault::AnswerBroken)) {
        outcome = trade::WriteOutcome{};
        outcome.httpStatus = 504;
    } else if (wasDone && !std::holds_alternative<trade::SubmitOrder>(input) && chance(Fault::AnswerLies)) {
        // Seen of changes and cancels; a new order that was refused in words was never seen to live.
        note([&] { return "a lie about " + id.text(); });
        outcome = trade::WriteOutcome{};
        outcome.verdict = trade::WriteVerdict::Rejected;
        outcome.httpStatus = 422;
        outcome.message = "order is not open";
        m_witness.onLie(id);
    } else if (!isCancel && !wasDone && !outcome.clientOrderIdTaken && m_venue.orderByClientId(id)) {
        // The second copy of a change: it is refused although the first one was taken.
        m_witness.onLie(id);
    }
    answer(outcome);
}

void World::lookUp(const ClientOrderId& id) {
    const bool fails = chance(Fault::ReadFails) || m_now.mono < m_readsStopUntil;
    at(wireDelay(Link::Read), [this, id, fails, generation = m_generation] {
        engine::OrderLookedUp event;
        event.clientOrderId = id;
        event.definite = !fails;
        if (!fails)
            event.found = m_venue.orderByClientId(id);
        if (!m_engine || generation != m_generation)
            return;
        at(wireDelay(Link::Read), ifAlive([this, event] {
               note([&] {
                   return "looked up " + event.clientOrderId.text() + (event.found ? " found" : " nothing");
               });
               if (event.definite && !event.found)
                   m_witness.onNegative(event.clientOrderId, programNow());
               feed(engine::OrderEvent(event));
           }));
    });
}

void World::readBooks(const std::shared_ptr<trade::BrokerSweep>& books, Timestamp since, int part) {
    if (part == 0) {
        trade::ActivityQuery query;
        query.after = since;
        query.direction = trade::ListDirection::Ascending;
        const Timestamp shown =
            m_now.mono < m_activitiesLateUntil ? m_now.market - m_activitiesLag : m_now.market;
        for (bool more = true; more;) {
            const auto page = std::get<std::vector<trade::BrokerActivity>>(m_venue.activities(query));
            for (const trade::BrokerActivity& activity : page)
                if (activity.at <= shown)
                    books->activities.push_back(activity);
            more = page.size() == 100;
            if (more)
                query.pageToken = page.back().id;
        }
    } else if (part == 1 || part == 2) {
        trade::OrderQuery query;
        query.limit = 500;
        query.status = part == 1 ? trade::OrderListStatus::Open : trade::OrderListStatus::All;
        if (part == 2)
            query.after = since;
        const auto page = std::get<std::vector<trade::BrokerOrder>>(m_venue.orders(query));
        books->orders.insert(books->orders.end(), page.begin(), page.end());
    } else if (part == 3) {
        books->positions = m_venue.positions();
    } else {
        books->account = m_venue.account();
    }
}

void World::sweep(const trade::SweepBroker& command) {
    constexpr int kParts = 5;
    auto books = std::make_shared<trade::BrokerSweep>();
    books->sweepId = command.sweepId;
    books->startedAt = programNow().mono;
    const std::uint64_t opened = m_streamUp ? m_streamsOpened : 0;
    const bool fails = chance(Fault::ReadFails) || m_now.mono < m_readsStopUntil;
    // The reads are asked for together and answered in any order.
    Duration last;
    for (int part = 0; part < kParts; ++part) {
        const Duration when = wireDelay(Link::Read);
        last = std::max(last, when);
        at(when, [this, books, part, since = command.since] { readBooks(books, since, part); });
    }
    at(last + Duration::microseconds(1), ifAlive([this, books, fails, opened] {
           at(wireDelay(Link::Read), ifAlive([this, books, fails, opened] {
                  note([&] { return std::string(fails ? "sweep fails" : "swept"); });
                  if (fails)
                      return feed(
                          engine::OrderEvent(engine::SweepFailed{books->sweepId, false, "no answer"}));
                  ++m_sweepsDone;
                  m_accountReadAt = programNow().mono;
                  m_swept = m_swept || (m_streamUp && opened == m_streamsOpened);
                  feed(engine::OrderEvent(engine::BrokerSwept{std::move(*books)}));
              }));
       }));
}

void World::readQuotes(const trade::ReadQuotes& command) {
    if (chance(Fault::ReadFails) || m_now.mono < std::max(m_quotesStopUntil, m_readsStopUntil))
        return;
    at(wireDelay(Link::Read), ifAlive([this, symbols = command.symbols] {
           engine::QuotesRead read;
           for (const Symbol& symbol : symbols) {
               const auto market = m_venue.state().markets.find(symbol);
               if (market == m_venue.state().markets.end() || !market->second.quote.at.isSet())
                   continue;
               read.quotes.push_back(market->second.quote);
               m_witness.onQuote(market->second.quote, programNow());
           }
           feed(engine::MarketEvent(read));
       }));
}

} // namespace strikedesk::simulation
