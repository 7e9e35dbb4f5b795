// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/engine.h"
#include "core/trade/venue/venue_book.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace strikedesk::simulation {

/// How often things go wrong, per thousand; drawn per seed, so that worlds differ in kind.
struct FaultRates {
    std::uint64_t requestLost = 0; ///< a write never arrives
    std::uint64_t answerLost = 0;  ///< it arrives, its answer does not
    std::uint64_t slow = 0;        ///< a request or answer takes seconds
    std::uint64_t readFails = 0;
    std::uint64_t frameLost = 0; ///< of the order stream
    std::uint64_t frameTwice = 0;
    std::uint64_t streamBreaks = 0; ///< per second
    std::uint64_t crashes = 0;      ///< per second
    std::uint64_t kills = 0;        ///< per second
    std::uint64_t reloads = 0;      ///< per second: the engine goes on from its own checkpoint
};

/// How a world is lived through.
struct WorldOptions {
    bool trace = false;           ///< keep what happens as text
    std::size_t traceLines = 400; ///< of it, the last
    bool fullChecks = false;      ///< everything after each step, instead of what changed
};

/// What was broken first.
struct Breach {
    std::string check; ///< short name of the check
    std::string sentence;
};

/// One seeded world in one thread: the real engine, an orders worker with a durable log, a network that
/// loses, delays, doubles and reorders, a broker (the venue model), a market that wanders and a person who
/// presses buttons. A crash drops the engine and everything that is not durable; what is on the wire stays
/// there.
class World {
public:
    explicit World(std::uint64_t seed, WorldOptions options = {});

    /// Sixty seconds of faults, then peace until all agree. Nothing, or what was broken first.
    std::optional<Breach> run();

    std::uint64_t steps() const { return m_steps; }
    std::uint64_t crashes() const { return m_generation; }
    std::size_t venueOrders() const { return m_venue.state().orders.size(); }
    /// The last lines of what happened, for a failing seed.
    std::string trace() const;

private:
    using Work = std::function<void()>;

    // order_world.cpp: time, the engine's life, the person and the market.
    void setUpVenue();
    void at(Duration later, Work work);
    void every(Duration period, Work work);
    void runUntil(MonoTime end);
    void start();
    void crash();
    void feed(const engine::Event& event);
    void feedNow(const engine::Event& event);
    void carryOut(const std::vector<engine::Command>& commands);
    void wake();
    void moveMarket();
    void pressSomething();
    void pressKill();
    void maybeFault();
    void breakStream();
    bool chance(std::uint64_t perMille) { return m_faulty && m_random.next() % 1'000 < perMille; }
    std::int64_t draw(std::int64_t from, std::int64_t to);
    /// `line` is called only when somebody reads the trace.
    template <class Line>
    void note(Line&& line) {
        if (m_options.trace)
            keep(line());
    }
    void keep(std::string line);
    void fail(const char* check, const std::string& what);

    // order_world_network.cpp: the orders worker and the wire.
    void carry(const trade::TradeCommand& command);
    void commit(const trade::AppendRecords& command);
    void transmit(const trade::TransmitOrder& command);
    void transmitCancel(const trade::TransmitCancel& command);
    void write(const ClientOrderId& id, trade::VenueInput input, bool isCancel);
    void lookUp(const ClientOrderId& id);
    void sweep(const trade::SweepBroker& command);
    trade::VenueResult atVenue(const trade::VenueInput& input);
    void publish(const std::vector<trade::OrderUpdate>& updates);
    Duration wireDelay();
    /// Runs in the worker's order and only if the program still lives then.
    void inWorker(Duration takes, Work work);
    Work ifAlive(Work work);

    // order_world_checks.cpp
    void checkStep();
    /// At the broker, no trade may sell what another one holds.
    void checkSales(const trade::TradeState& trade);
    void checkSending(const trade::TransmitOrder& command);
    /// Empty when all intents are settled or working and the books agree with the broker's.
    std::string disagreement() const;

    std::uint64_t m_seed;
    WorldOptions m_options;
    IdSource m_random;
    FaultRates m_rates;
    bool m_faulty = true;
    Moment m_start;
    Moment m_now;
    std::map<std::pair<MonoTime, std::uint64_t>, Work> m_agenda;
    std::uint64_t m_agendaNumber = 0;

    std::unique_ptr<engine::Engine> m_engine;
    std::uint64_t m_generation = 0;
    MonoTime m_workerFreeAt;
    std::optional<MonoTime> m_wakeAt;
    bool m_streamUp = false;
    trade::KillLevel m_permit = trade::KillLevel::None;

    trade::VenueBook m_venue;
    Price m_mid = Price::fromCents(300);
    std::vector<trade::OrderRecord> m_log;
    std::set<ClientOrderId> m_durable;
    std::set<ClientOrderId> m_transmitted;
    std::uint64_t m_tickets = 0;
    std::uint64_t m_steps = 0;
    std::optional<Breach> m_breach;
    std::deque<std::string> m_trace;
};

} // namespace strikedesk::simulation
