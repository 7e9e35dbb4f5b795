// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/world.h"

#include "core/base/option_symbol.h"

#include <algorithm>

namespace strikedesk::simulation {

namespace {

const Symbol kCall = Symbol::of("SPY260320C00500000");
constexpr Duration kFaultsLast = Duration::seconds(60);
constexpr Duration kPeaceBefore = Duration::seconds(90);

trade::VenueConfig venueConfig(IdSource& random) {
    trade::VenueConfig config;
    config.seed = random.next();
    config.routeDelay = Duration::milliseconds(static_cast<std::int64_t>(random.next() % 400));
    config.fillDelay = Duration::milliseconds(static_cast<std::int64_t>(random.next() % 300));
    config.cancelDelay = Duration::milliseconds(static_cast<std::int64_t>(random.next() % 800));
    config.replaceDelay = Duration::milliseconds(static_cast<std::int64_t>(random.next() % 600));
    config.partialPermille = static_cast<std::int64_t>(random.next() % 800);
    return config;
}

} // namespace

World::World(std::uint64_t seed, WorldOptions options)
    : m_seed(seed), m_options(options), m_random(seed * 0x9E3779B97F4A7C15ULL + 1),
      m_venue(venueConfig(m_random)) {
    m_now.market = *Timestamp::tryFromRfc3339("2026-03-03T15:00:00Z");
    m_now.mono = MonoTime::fromNanoseconds(1'000'000'000'000);
    m_start = m_now;
    const auto rate = [this](std::uint64_t most) {
        return m_random.next() % 3 == 0 ? 0 : m_random.next() % (most + 1);
    };
    m_rates.requestLost = rate(200);
    m_rates.answerLost = rate(300);
    m_rates.slow = rate(200);
    m_rates.readFails = rate(400);
    m_rates.frameLost = rate(300);
    m_rates.frameTwice = rate(500);
    m_rates.streamBreaks = rate(150);
    m_rates.crashes = rate(120);
    m_rates.kills = rate(30);
    m_rates.reloads = rate(200);
    setUpVenue();
}

void World::setUpVenue() {
    const auto time = [](const char* text) { return *Timestamp::tryFromRfc3339(text); };
    trade::SessionDay day;
    day.date = *Date::tryFromIso("2026-03-03");
    day.open = time("2026-03-03T14:30:00Z");
    day.close = time("2026-03-03T21:00:00Z");
    atVenue(trade::SetSessions{{day}});
    trade::VenueAsset share;
    share.id = "asset";
    share.symbol = Symbol::of("SPY");
    atVenue(trade::RegisterAsset{share});
    const auto name = OptionSymbol::tryFrom(kCall);
    options::Contract contract;
    contract.id = "contract";
    contract.symbol = kCall;
    contract.underlying = Symbol::of("SPY");
    contract.root = name->root();
    contract.expiry = name->expiry();
    contract.right = name->right();
    contract.strike = name->strike();
    atVenue(trade::RegisterContract{contract});
}

std::int64_t World::draw(std::int64_t from, std::int64_t to) {
    return from + static_cast<std::int64_t>(m_random.next() % static_cast<std::uint64_t>(to - from + 1));
}

void World::keep(std::string line) {
    const std::int64_t ms = (m_now.mono - m_start.mono).toMilliseconds();
    m_trace.push_back(std::to_string(ms) + "ms " + std::move(line));
    if (m_trace.size() > m_options.traceLines)
        m_trace.pop_front();
}

std::string World::trace() const {
    std::string text;
    for (const std::string& line : m_trace)
        text += line + '\n';
    return text;
}

void World::fail(const char* check, const std::string& what) {
    if (m_breach)
        return;
    m_breach = Breach{check, what};
    note([&] { return "BROKEN: " + what; });
}

void World::at(Duration later, Work work) {
    m_agenda.emplace(std::pair(m_now.mono + later, ++m_agendaNumber), std::move(work));
}

void World::every(Duration period, Work work) {
    at(period, [this, period, work] {
        work();
        every(period, work);
    });
}

void World::runUntil(MonoTime end) {
    while (!m_breach && !m_agenda.empty() && m_agenda.begin()->first.first <= end) {
        auto next = m_agenda.extract(m_agenda.begin());
        const Duration passed = next.key().first - m_now.mono;
        m_now.mono = m_now.mono + passed;
        m_now.market = m_now.market + passed;
        next.mapped()();
    }
    m_now.market = m_now.market + (end - m_now.mono);
    m_now.mono = end;
}

void World::start() {
    engine::EngineConfig config;
    config.idSeed = m_seed * 1'000 + m_generation;
    config.settings.maxOpenTrades = 6;
    config.settings.maxOpenTradesPerSymbol = 6;
    config.settings.maxTradesPerDay = 1'000;
    config.settings.maxDailyLoss = Money::dollars(1'000'000);
    config.settings.maxDailyLossPercentHundredths = 10'000;
    m_engine = std::make_unique<engine::Engine>(config);
    m_workerFreeAt = m_now.mono;
    m_wakeAt.reset();
    note([&] {
        return "start " + std::to_string(m_generation) + " with " + std::to_string(m_log.size()) + " records";
    });
    carryOut(m_engine->restore(m_log, m_now));
    checkStep();
    feed(engine::LinkEvent(engine::ClockRead{m_venue.clock()}));
    at(Duration::milliseconds(draw(50, 900)), ifAlive([this] {
           m_streamUp = true;
           feed(engine::LinkEvent(
               engine::LinkChanged{engine::Channel::OrderStream, engine::LinkState::Open, ""}));
       }));
}

void World::crash() {
    if (!m_engine)
        return;
    note([&] { return "crash"; });
    m_engine.reset();
    m_streamUp = false;
    ++m_generation;
    at(Duration::milliseconds(draw(300, 3'000)), [this] { start(); });
}

World::Work World::ifAlive(Work work) {
    return [this, generation = m_generation, work = std::move(work)] {
        if (m_engine && generation == m_generation)
            work();
    };
}

void World::feed(const engine::Event& event) {
    if (m_engine)
        feedNow(event);
}

void World::feedNow(const engine::Event& event) {
    ++m_steps;
    carryOut(m_engine->step(m_now, event));
    checkStep();
    wake();
}

void World::wake() {
    const auto due = m_engine->nextDue();
    if (!due || (m_wakeAt && *m_wakeAt <= *due && *m_wakeAt > m_now.mono))
        return;
    m_wakeAt = std::max(*due, m_now.mono + Duration::milliseconds(1));
    at(*m_wakeAt - m_now.mono, ifAlive([this, when = *m_wakeAt] {
        if (m_wakeAt == when) {
            m_wakeAt.reset();
            feed(engine::SystemEvent(engine::TimeAdvanced{}));
        }
    }));
}

void World::carryOut(const std::vector<engine::Command>& commands) {
    for (const engine::Command& command : commands)
        if (const auto* order = std::get_if<trade::TradeCommand>(&command))
            carry(*order);
}

void World::moveMarket() {
    const std::int64_t cents = draw(-6, 6);
    m_mid = std::clamp(m_mid + Price::fromCents(cents), Price::fromCents(60), Price::fromCents(900));
    market::Quote quote;
    quote.symbol = kCall;
    quote.bid = m_mid - Price::fromCents(draw(1, 4));
    quote.ask = m_mid + Price::fromCents(draw(1, 4));
    if (m_faulty && draw(0, 30) == 0)
        quote.bid = draw(0, 1) == 0 ? Price() : quote.ask;
    quote.bidSize = draw(1, 8);
    quote.askSize = draw(1, 8);
    quote.at = m_now.market;
    atVenue(trade::QuoteSeen{quote});
    at(Duration::milliseconds(draw(1, 80)),
       ifAlive([this, quote] { feed(engine::MarketEvent(engine::QuoteReceived{quote})); }));
}

void World::pressSomething() {
    if (!m_engine || !m_faulty)
        return;
    const auto& trades = m_engine->orders().book().trades();
    const std::int64_t what = draw(0, 9);
    if (what < 5 || trades.empty()) {
        trade::EntryTicket ticket;
        ticket.intentId = IntentId("t" + std::to_string(m_seed) + "-" + std::to_string(++m_tickets));
        ticket.symbol = kCall;
        ticket.quantity = Quantity::whole(draw(1, 6));
        ticket.limitPrice = m_mid + Price::fromCents(draw(-3, 8));
        if (draw(0, 3) != 0)
            ticket.plan.takeProfit =
                trade::TakeProfit{trade::TakeProfit::Kind::PlusAmount, Price::fromCents(draw(1, 40)), 0};
        if (draw(0, 3) != 0)
            ticket.plan.stop = ticket.limitPrice - Price::fromCents(draw(3, 25));
        if (draw(0, 2) == 0)
            ticket.fillWait = Duration::seconds(draw(1, 10));
        note([&] { return "ticket " + ticket.intentId.text(); });
        return feed(engine::UserEvent(engine::TicketSubmitted{ticket}));
    }
    auto chosen = trades.begin();
    std::advance(chosen, draw(0, static_cast<std::int64_t>(trades.size()) - 1));
    const trade::TradeState trade = chosen->second;
    if (what < 7)
        return feed(engine::UserEvent(engine::CloseRequested{trade.id, trade::ExitReason::Manual}));
    if (what == 7)
        return feed(engine::UserEvent(engine::CancelRequested{trade.orders[static_cast<std::size_t>(
            draw(0, static_cast<std::int64_t>(trade.orders.size()) - 1))]}));
    trade::ExitPlan plan = trade.plan;
    plan.takeProfit =
        trade::TakeProfit{trade::TakeProfit::Kind::AtPrice, m_mid + Price::fromCents(draw(2, 50)), 0};
    if (m_mid > Price::fromCents(100))
        plan.stop = m_mid - Price::fromCents(draw(5, 40));
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

void World::breakStream() {
    if (!m_engine || !m_streamUp)
        return;
    note([&] { return "stream breaks"; });
    m_streamUp = false;
    feed(engine::LinkEvent(engine::LinkChanged{engine::Channel::OrderStream, engine::LinkState::Down, ""}));
    at(Duration::milliseconds(draw(100, 6'000)), ifAlive([this] {
           if (m_streamUp)
               return;
           m_streamUp = true;
           note([&] { return "stream is back"; });
           feed(engine::LinkEvent(
               engine::LinkChanged{engine::Channel::OrderStream, engine::LinkState::Open, ""}));
       }));
}

void World::maybeFault() {
    if (!m_engine)
        return;
    if (chance(m_rates.kills))
        pressKill();
    if (chance(m_rates.streamBreaks))
        breakStream();
    if (chance(m_rates.reloads)) {
        auto loaded = engine::Engine::tryLoad(m_engine->save());
        if (!loaded || loaded->save() != m_engine->save())
            return fail("checkpoint", "the engine's checkpoint does not give the engine back");
        *m_engine = std::move(*loaded);
    }
    // In the middle of a second, between a commit and its request, anywhere.
    if (chance(m_rates.crashes))
        at(Duration::milliseconds(draw(0, 999)), [this] { crash(); });
}

std::optional<Breach> World::run() {
    start();
    every(Duration::milliseconds(250), [this] { moveMarket(); });
    every(Duration::milliseconds(700), [this] { pressSomething(); });
    every(Duration::seconds(1), [this] { maybeFault(); });
    every(Duration::milliseconds(50), [this] { atVenue(trade::TimeAdvanced{}); });
    const MonoTime peace = m_start.mono + kFaultsLast;
    runUntil(peace);
    m_faulty = false;
    note([&] { return "peace"; });
    runUntil(peace + kPeaceBefore);
    // Working exits are re-priced for ever; the books must agree at some moment of the next seconds.
    std::string left = disagreement();
    for (int tries = 0; tries < 100 && !left.empty() && !m_breach; ++tries) {
        runUntil(m_now.mono + Duration::milliseconds(170));
        left = disagreement();
    }
    if (!left.empty())
        fail("agreement", "after the faults: " + left);
    return m_breach;
}

} // namespace strikedesk::simulation
