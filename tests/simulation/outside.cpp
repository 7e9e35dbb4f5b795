// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/world.h"
#include "tests/simulation/world_names.h"

#include <algorithm>

// What goes wrong by itself, and what others do.

namespace strikedesk::simulation {

void World::openStream() {
    if (m_streamUp)
        return;
    m_streamUp = true;
    m_swept = false;
    ++m_streamsOpened;
    note([&] { return std::string("stream is up"); });
    feed(engine::LinkEvent(engine::LinkChanged{engine::Channel::OrderStream, engine::LinkState::Open, ""}));
}

void World::breakStream() {
    if (!m_engine || !m_streamUp)
        return;
    note([&] { return std::string("stream breaks"); });
    m_streamUp = false;
    m_swept = false;
    feed(engine::LinkEvent(engine::LinkChanged{engine::Channel::OrderStream, engine::LinkState::Down, ""}));
    at(Duration::milliseconds(draw(100, 6'000)), ifAlive([this] { openStream(); }));
}

void World::suspend() {
    const Duration sleeps = Duration::seconds(draw(2, 30));
    note([&] { return "the machine sleeps for " + std::to_string(sleeps.toMilliseconds()) + " ms"; });
    m_asleepUntil = m_now.mono + sleeps;
    // Its own clock stands still; the market's is set right again at the next reading of the broker's clock.
    m_slept = m_slept + sleeps;
    m_behind = m_behind + sleeps;
    m_workerFreeAt = std::max(m_workerFreeAt, m_asleepUntil);
    at(sleeps + Duration::milliseconds(draw(100, 60'000)), ifAlive([this] { m_behind = Duration(); }));
}

void World::halt() {
    const auto tell = [this](bool halted) {
        atVenue(trade::SetHalt{underlying(), halted});
        at(wireDelay(Link::Quotes), ifAlive([this, halted] {
               engine::StatusReceived event;
               event.status.symbol = underlying();
               event.status.phase = halted ? market::TradingPhase::Halted : market::TradingPhase::Trading;
               m_toldHalted = halted;
               feed(engine::MarketEvent(event));
           }));
    };
    note([&] { return std::string("trading is halted"); });
    tell(true);
    at(Duration::milliseconds(draw(2'000, 20'000)), [tell] { tell(false); });
}

void World::tradeForOthers() {
    const bool hasOurMark = draw(0, 2) == 0;
    trade::OrderRequest request;
    request.clientOrderId =
        ClientOrderId((hasOurMark ? "demo0000-other-" : "other-") + std::to_string(++m_foreign));
    request.symbol = othersContract();
    request.intent = trade::PositionIntent::BuyToOpen;
    request.side = trade::Side::Buy;
    request.quantity = Quantity::whole(draw(1, 2));
    request.type = trade::OrderType::Limit;
    request.timeInForce = trade::TimeInForce::Day;
    request.limitPrice = Price::fromCents(draw(60, 140));
    market::Quote quote;
    quote.symbol = othersContract();
    quote.bid = Price::fromCents(95);
    quote.ask = Price::fromCents(100);
    quote.bidSize = quote.askSize = 5;
    quote.at = m_now.market;
    atVenue(trade::QuoteSeen{quote});
    const bool taken = atVenue(trade::SubmitOrder{request}).reply.ok();
    note([&] { return "others order " + request.clientOrderId.text() + (taken ? "" : ", refused"); });
    if (taken && hasOurMark)
        m_orphans.insert(request.clientOrderId);
}

void World::cancelForOthers() {
    const auto& working = m_venue.state().working;
    if (working.empty())
        return;
    auto chosen = working.begin();
    std::advance(chosen, draw(0, static_cast<std::int64_t>(working.size()) - 1));
    const trade::BrokerOrder& order = m_venue.state().orders[*chosen].order;
    note([&] { return "others cancel " + order.clientOrderId.text(); });
    const BrokerOrderId id = order.id;
    atVenue(trade::CancelOrder{id});
}

void World::reload() {
    m_witness.checkReplay(m_engine->orders().book());
    m_witness.count(Check::Checkpoint);
    const std::string saved = m_engine->save();
    auto loaded = engine::Engine::tryLoad(saved);
    if (!loaded || loaded->save() != saved)
        return m_witness.fail(Check::Checkpoint, "the engine's checkpoint does not give the engine back");
    *m_engine = std::move(*loaded);
}

void World::maybeFault() {
    const auto lasts = [this](std::int64_t from, std::int64_t to) {
        return m_now.mono + Duration::milliseconds(draw(from, to));
    };
    if (chance(Fault::Halt))
        halt();
    if (chance(Fault::ForeignOrder))
        tradeForOthers();
    if (chance(Fault::ForeignCancel))
        cancelForOthers();
    if (!m_engine || m_now.mono < m_asleepUntil)
        return;
    if (chance(Fault::Kill))
        pressKill();
    if (chance(Fault::StreamBreaks))
        breakStream();
    if (chance(Fault::StreamMute))
        m_muteUntil = lasts(5'000, 40'000);
    if (chance(Fault::ActivitiesLate)) {
        m_activitiesLag = Duration::milliseconds(draw(3'000, 40'000));
        m_activitiesLateUntil = lasts(5'000, 40'000);
    }
    if (chance(Fault::LinkClogs))
        m_clogUntil[static_cast<std::size_t>(draw(0, static_cast<std::int64_t>(Link::Count) - 1))] =
            lasts(500, 12'000);
    if (chance(Fault::QuotesStop))
        m_quotesStopUntil = lasts(3'000, 30'000);
    if (chance(Fault::ReadsStop))
        m_readsStopUntil = lasts(5'000, 110'000);
    if (chance(Fault::DiskFull))
        m_diskFullUntil = lasts(500, 10'000);
    if (m_engine && chance(Fault::Reload))
        reload();
    if (chance(Fault::Suspend))
        suspend();
    // In the middle of a second, between a commit and its request, anywhere.
    if (chance(Fault::Crash))
        at(Duration::milliseconds(draw(0, 999)), [this] { crash(); });
}

void World::endOutages() {
    m_clogUntil.fill(m_now.mono);
    m_muteUntil = m_readsStopUntil = m_quotesStopUntil = m_activitiesLateUntil = m_diskFullUntil = m_now.mono;
    if (!m_engine)
        return;
    // A log that failed stays failed: a person starts the program anew.
    if (m_engine->orders().logFailed())
        crash();
    else if (draw(0, 1) == 0)
        at(Duration::seconds(draw(1, 5)), ifAlive([this] {
               feed(engine::UserEvent(engine::KillRequested{trade::KillLevel::None, "a person"}));
           }));
}

} // namespace strikedesk::simulation
