// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/world.h"

#include <algorithm>

// The orders worker and the wire between it and the broker.

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

Duration World::wireDelay() {
    if (chance(m_rates.slow))
        return Duration::milliseconds(draw(500, 20'000));
    return Duration::milliseconds(draw(2, 120));
}

void World::inWorker(Duration takes, Work work) {
    m_workerFreeAt = std::max(m_workerFreeAt, m_now.mono) + takes;
    at(m_workerFreeAt - m_now.mono, ifAlive(std::move(work)));
}

trade::VenueResult World::atVenue(const trade::VenueInput& input) {
    trade::VenueResult result = m_venue.step(m_now.market, input);
    publish(result.updates);
    return result;
}

void World::publish(const std::vector<trade::OrderUpdate>& updates) {
    for (const trade::OrderUpdate& update : updates) {
        if (!m_streamUp)
            continue;
        const auto deliver = ifAlive([this, update] {
            if (!m_streamUp)
                return;
            note([&] {
                return "stream " + std::string(toWire(update.kind)) + ' ' +
                       update.order.clientOrderId.text() + " filled " + update.order.filledQuantity.text();
            });
            feed(engine::OrderEvent(engine::OrderUpdateReceived{update}));
        });
        if (chance(m_rates.frameLost)) {
            note([&] { return "frame lost " + std::string(toWire(update.kind)); });
            continue;
        }
        at(wireDelay(), deliver);
        if (chance(m_rates.frameTwice))
            at(wireDelay(), deliver);
    }
}

void World::carry(const trade::TradeCommand& command) {
    if (const auto* append = std::get_if<trade::AppendRecords>(&command))
        return commit(*append);
    if (const auto* kill = std::get_if<trade::PublishKill>(&command)) {
        m_permit = kill->level;
        return;
    }
    if (const auto* order = std::get_if<trade::TransmitOrder>(&command))
        return inWorker(Duration::microseconds(20), [this, c = *order] { transmit(c); });
    if (const auto* cancel = std::get_if<trade::TransmitCancel>(&command))
        return inWorker(Duration::microseconds(20), [this, c = *cancel] { transmitCancel(c); });
    if (const auto* look = std::get_if<trade::LookUpOrder>(&command))
        return inWorker(Duration::microseconds(20), [this, id = look->clientOrderId] { lookUp(id); });
    if (const auto* books = std::get_if<trade::SweepBroker>(&command))
        return inWorker(Duration::microseconds(20), [this, c = *books] { sweep(c); });
    if (const auto* said = std::get_if<trade::Notice>(&command))
        note([&] { return "says " + said->code + ' ' + said->clientOrderId.text() + ' ' + said->message; });
    if (std::holds_alternative<trade::ReadQuotes>(command))
        at(wireDelay(), ifAlive([this] {
               engine::QuotesRead read;
               for (const auto& [symbol, market] : m_venue.state().markets)
                   if (market.quote.at.isSet())
                       read.quotes.push_back(market.quote);
               feed(engine::MarketEvent(read));
           }));
}

void World::commit(const trade::AppendRecords& command) {
    inWorker(Duration::microseconds(draw(150, 4'000)), [this, command] {
        for (const trade::OrderRecord& record : command.records) {
            m_log.push_back(record);
            note([&] { return "durable " + std::string(kindOf(record)); });
            if (const auto* intent = std::get_if<trade::IntentRecorded>(&record))
                m_durable.insert(intent->intent.clientOrderId);
        }
        at(Duration::microseconds(draw(5, 300)), ifAlive([this, ticket = command.ticket] {
               feed(engine::OrderEvent(engine::LogAppended{ticket}));
           }));
    });
}

void World::transmit(const trade::TransmitOrder& command) {
    if (command.addsExposure && m_permit >= trade::KillLevel::BlockEntries) {
        trade::WriteOutcome stopped;
        stopped.verdict = trade::WriteVerdict::NotSent;
        return feed(engine::OrderEvent(engine::OrderAnswered{command.clientOrderId, stopped}));
    }
    checkSending(command);
    const trade::OrderIntent& intent = m_engine->orders().book().order(command.clientOrderId)->intent;
    note([&] {
        return "send " + command.clientOrderId.text() + ' ' + std::string(toText(intent.role)) + ' ' +
               intent.quantity.text() + " for " + intent.tradeId.text() +
               (intent.isReplace() ? " instead of " + intent.replaces.text() : "");
    });
    if (const auto* post = std::get_if<trade::OrderRequest>(&command.request))
        write(command.clientOrderId, trade::SubmitOrder{*post}, false);
    else
        write(command.clientOrderId, trade::ReplaceOrder{std::get<trade::ReplaceRequest>(command.request)},
              false);
}

void World::transmitCancel(const trade::TransmitCancel& command) {
    note([&] { return "cancel " + command.clientOrderId.text(); });
    write(command.clientOrderId, trade::CancelOrder{command.brokerOrderId}, true);
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
    const std::uint64_t generation = m_generation;
    const auto toProgram = [this, generation](Work work) {
        return Work([this, generation, work = std::move(work)] {
            if (m_engine && generation == m_generation)
                work();
        });
    };
    at(kRequestTimeOut, toProgram([answer] { answer(trade::WriteOutcome{}); }));
    if (chance(m_rates.requestLost)) {
        note([&] { return "request lost " + id.text(); });
        return;
    }
    // Once on the wire it arrives even if the program dies meanwhile.
    at(wireDelay(), [this, input = std::move(input), answer, isCancel, toProgram] {
        const trade::VenueReply reply = atVenue(input).reply;
        if (chance(m_rates.answerLost)) {
            note([&] { return "answer lost"; });
            return;
        }
        at(wireDelay(), toProgram([answer, reply, isCancel] { answer(outcomeOf(reply, isCancel)); }));
    });
}

void World::lookUp(const ClientOrderId& id) {
    const bool fails = chance(m_rates.readFails);
    at(wireDelay(), [this, id, fails, generation = m_generation] {
        engine::OrderLookedUp event;
        event.clientOrderId = id;
        event.definite = !fails;
        if (!fails)
            event.found = m_venue.orderByClientId(id);
        at(wireDelay(), [this, event, generation] {
            if (!m_engine || generation != m_generation)
                return;
            note([&] {
                return "looked up " + event.clientOrderId.text() + (event.found ? " found" : " nothing");
            });
            feed(engine::OrderEvent(event));
        });
    });
}

void World::sweep(const trade::SweepBroker& command) {
    auto books = std::make_shared<trade::BrokerSweep>();
    books->sweepId = command.sweepId;
    books->startedAt = m_now.mono;
    const Duration first = wireDelay();
    const Duration second = first + Duration::milliseconds(draw(0, 150));
    const Duration third = second + Duration::milliseconds(draw(0, 150));
    at(first, [this, books, since = command.since] {
        trade::ActivityQuery query;
        query.after = since;
        query.direction = trade::ListDirection::Ascending;
        query.pageSize = 100;
        for (bool more = true; more;) {
            const auto page = std::get<std::vector<trade::BrokerActivity>>(m_venue.activities(query));
            books->activities.insert(books->activities.end(), page.begin(), page.end());
            more = page.size() == 100;
            if (more)
                query.pageToken = page.back().id;
        }
    });
    at(second, [this, books, since = command.since] {
        trade::OrderQuery query;
        query.limit = 500;
        for (const auto status : {trade::OrderListStatus::Open, trade::OrderListStatus::All}) {
            query.status = status;
            if (status == trade::OrderListStatus::All)
                query.after = since;
            const auto page = std::get<std::vector<trade::BrokerOrder>>(m_venue.orders(query));
            books->orders.insert(books->orders.end(), page.begin(), page.end());
        }
    });
    const bool fails = chance(m_rates.readFails);
    at(third, [this, books, fails, generation = m_generation] {
        books->positions = m_venue.positions();
        books->account = m_venue.account();
        at(wireDelay(), [this, books, fails, generation] {
            if (!m_engine || generation != m_generation)
                return;
            note([&] { return fails ? "sweep fails" : "swept"; });
            if (fails)
                return feed(engine::OrderEvent(engine::SweepFailed{books->sweepId, false, "no answer"}));
            feed(engine::OrderEvent(engine::BrokerSwept{*books}));
        });
    });
}

} // namespace strikedesk::simulation
