// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/world.h"

#include "core/base/option_symbol.h"
#include "tests/simulation/world_names.h"

#include <algorithm>

namespace strikedesk::simulation {

namespace {

constexpr Duration kPeaceLasts = Duration::seconds(180);
constexpr std::uint64_t kEverySteps = 256;

Witness::Limits limitsOf(const WorldKind& kind) {
    Witness::Limits limits;
    limits.someoneElseTrades = kind.rate(Fault::ForeignOrder) > 0;
    return limits;
}

} // namespace

World::World(std::uint64_t seed, WorldOptions options)
    : m_seed(seed), m_options(options), m_random(seed * 0x9E3779B97F4A7C15ULL + 1),
      m_kind(drawKind(m_random)), m_witness(limitsOf(m_kind)), m_venue(drawVenue(m_random, m_kind)) {
    m_now.market =
        *Timestamp::tryFromRfc3339(m_kind.endsAtClose ? "2026-03-03T20:59:20Z" : "2026-03-03T15:00:00Z");
    m_now.mono = MonoTime::fromNanoseconds(1'000'000'000'000);
    m_start = m_now;
    note([&] { return describe(m_kind); });
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
    share.symbol = underlying();
    atVenue(trade::RegisterAsset{share});
    for (const Symbol& symbol : contracts()) {
        const auto name = OptionSymbol::tryFrom(symbol);
        options::Contract contract;
        contract.id = symbol.text();
        contract.symbol = symbol;
        contract.underlying = underlying();
        contract.root = name->root();
        contract.expiry = name->expiry();
        contract.right = name->right();
        contract.strike = name->strike();
        atVenue(trade::RegisterContract{contract});
    }
}

bool World::chance(Fault fault) {
    const std::uint64_t rate = m_kind.rate(fault);
    if (!m_faulty || rate == 0 || m_random.next() % 1'000 >= rate)
        return false;
    ++m_faultCounts[static_cast<std::size_t>(fault)];
    return true;
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

void World::mix(std::uint64_t value) {
    constexpr std::uint64_t kPrime = 1'099'511'628'211ULL;
    m_hash = (m_hash ^ value) * kPrime;
}

void World::at(Duration later, Work work) { m_agenda.plan(m_now.mono + later, std::move(work)); }

void World::every(Duration period, Work work) {
    at(period, [this, period, work = std::move(work)]() mutable {
        work();
        every(period, std::move(work));
    });
}

void World::runUntil(MonoTime end) {
    while (!m_witness.breach() && !m_agenda.isEmpty() && m_agenda.nextAt() <= end) {
        const Duration passed = m_agenda.nextAt() - m_now.mono;
        m_now.mono = m_now.mono + passed;
        m_now.market = m_now.market + passed;
        m_agenda.takeNext()();
    }
    if (m_witness.breach())
        return;
    m_now.market = m_now.market + (end - m_now.mono);
    m_now.mono = end;
}

Moment World::programNow() const {
    return Moment{m_now.market - m_kind.venueAhead - m_behind, m_now.mono + (Duration() - m_slept)};
}

void World::start() {
    engine::EngineConfig config;
    config.idSeed = m_seed * 1'000 + m_generation;
    config.settings.maxOpenTrades = 6;
    config.settings.maxOpenTradesPerSymbol = 4;
    config.settings.maxTradesPerDay = 1'000;
    config.settings.maxDailyLoss = Money::dollars(1'000'000);
    config.settings.maxDailyLossPercentHundredths = 10'000;
    m_engine = std::make_unique<engine::Engine>(config);
    m_workerFreeAt = m_now.mono;
    m_wakeAt.reset();
    m_behind = Duration();
    m_diskDead = false;
    m_swept = false;
    m_accountReadAt.reset();
    m_toldHalted = false;
    note([&] {
        return "start " + std::to_string(m_generation) + " with " + std::to_string(m_log.size()) + " records";
    });
    m_witness.onStart(m_log, programNow());
    std::vector<engine::Command> commands = m_engine->restore(m_log, programNow());
    m_witness.onRestored(m_engine->orders().book());
    carryOut(std::move(commands));
    feed(engine::LinkEvent(engine::ClockRead{m_venue.clock()}));
    at(Duration::milliseconds(draw(50, 900)), ifAlive([this] { openStream(); }));
}

void World::crash() {
    if (!m_engine)
        return;
    note([&] { return std::string("crash"); });
    checkAll();
    m_engine.reset();
    m_streamUp = false;
    ++m_generation;
    at(Duration::milliseconds(draw(300, 3'000)), [this] { start(); });
}

void World::checkAll() {
    m_witness.checkEverything(m_engine->orders().book(), m_venue);
    m_witness.checkReplay(m_engine->orders().book());
}

World::Work World::ifAlive(Work work) {
    return [this, generation = m_generation, work = std::move(work)]() mutable {
        if (!m_engine || generation != m_generation)
            return;
        // Nothing moves in a machine that sleeps; everything comes when it wakes.
        if (m_now.mono < m_asleepUntil)
            m_agenda.plan(m_asleepUntil, ifAlive(std::move(work)));
        else
            work();
    };
}

void World::feed(const engine::Event& event) {
    if (!m_engine || m_witness.breach())
        return;
    ++m_steps;
    mix(static_cast<std::uint64_t>(m_now.mono.nanoseconds()));
    mix(event.index());
    carryOut(m_engine->step(programNow(), event));
    wake();
}

void World::wake() {
    const auto due = m_engine->nextDue();
    if (!due)
        return;
    const MonoTime when = std::max(*due + m_slept, m_now.mono + Duration::milliseconds(1));
    if (m_wakeAt && *m_wakeAt <= when && *m_wakeAt > m_now.mono)
        return;
    m_wakeAt = when;
    at(when - m_now.mono, ifAlive([this, when] {
           if (m_wakeAt != when)
               return;
           m_wakeAt.reset();
           feed(engine::SystemEvent(engine::TimeAdvanced{}));
       }));
}

void World::carryOut(std::vector<engine::Command> commands) {
    bool hasFill = false;
    for (engine::Command& command : commands)
        if (auto* order = std::get_if<trade::TradeCommand>(&command)) {
            mix(order->index());
            if (const auto* append = std::get_if<trade::AppendRecords>(order))
                hasFill =
                    hasFill || std::any_of(append->records.begin(), append->records.end(),
                                           [](const trade::OrderRecord& record) {
                                               return std::holds_alternative<trade::FillRecorded>(record);
                                           });
            carry(*order);
        }
    const trade::TradeBook& book = m_engine->orders().book();
    if (m_options.fullChecks || m_steps % kEverySteps == 0)
        m_witness.checkEverything(book, m_venue);
    else
        m_witness.checkStep(book, m_venue);
    if (hasFill && (m_options.fullChecks || m_steps % 4 == 0))
        m_witness.onShown(*m_engine->snapshot().orders);
}

EndFacts World::endFacts() const {
    EndFacts facts;
    facts.now = programNow();
    facts.sessionOpen = m_venue.clock().isOpen;
    facts.streamUp = m_streamUp;
    facts.hasBids = true;
    facts.orphans = m_orphans;
    for (const auto& [symbol, position] : m_venue.state().positions)
        if (symbol == othersContract() && !position.quantity.isZero())
            facts.external.insert(symbol);
    for (const auto& [symbol, position] : m_engine->orders().externalPositions())
        facts.shownExternal.insert(symbol);
    return facts;
}

bool World::runPeace(MonoTime end) {
    constexpr Duration kLook = Duration::milliseconds(370);
    std::string left = "nobody looked";
    std::optional<std::uint64_t> sweepsAtFirst;
    while (m_now.mono < end && !m_witness.breach()) {
        runUntil(m_now.mono + kLook);
        if (m_witness.breach())
            return false;
        if (!m_engine) {
            left = "the program is down";
            continue;
        }
        const trade::OrderCore& orders = m_engine->orders();
        m_witness.count(Check::Agreement);
        left = m_witness.disagreement(orders.book(), m_venue, orders.memory().quarantined);
        if (!left.empty())
            continue;
        const auto undone = m_witness.atEnd(endFacts(), orders.book(), m_venue);
        left = undone ? undone->sentence : std::string();
        if (undone || m_onTheWire > 0)
            continue;
        if (!sweepsAtFirst)
            sweepsAtFirst = m_sweepsDone;
        else if (m_sweepsDone > *sweepsAtFirst)
            return true;
    }
    if (!left.empty())
        m_witness.fail(Check::Agreement, "after the faults: " + left);
    return left.empty();
}

std::optional<Breach> World::run() {
    start();
    every(m_kind.quoteEvery, [this] { moveMarket(); });
    every(Duration::milliseconds(700), [this] { pressSomething(); });
    every(Duration::seconds(1), [this] { maybeFault(); });
    const MonoTime peace = m_start.mono + m_kind.faultsLast;
    runUntil(peace);
    if (!m_witness.breach()) {
        m_faulty = false;
        note([&] { return std::string("peace"); });
        endOutages();
    }
    if (!m_witness.breach() && runPeace(peace + kPeaceLasts))
        checkAll();
    if (m_witness.breach())
        note([&] { return "BROKEN: " + m_witness.breach()->sentence; });
    return m_witness.breach();
}

} // namespace strikedesk::simulation
