// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/engine.h"
#include "core/trade/venue/venue_book.h"
#include "tests/simulation/agenda.h"
#include "tests/simulation/faults.h"
#include "tests/simulation/witness.h"

#include <array>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace strikedesk::simulation {

/// How a world is lived through.
struct WorldOptions {
    bool trace = false;           ///< keep what happens as text
    std::size_t traceLines = 400; ///< of it, the last
    bool fullChecks = false;      ///< everything after each step, instead of what changed
};

/// One seeded world in one thread: the real engine, an orders worker with a log on a disk that stalls, fills
/// up and fails, a network that loses, delays, doubles and reorders, a broker (the venue model), a market
/// that wanders, others who trade in the account and a person who presses buttons. A crash drops the engine
/// and everything that is not durable; what is on the wire stays there.
class World {
public:
    explicit World(std::uint64_t seed, WorldOptions options = {});

    /// A minute or more of faults, then peace until all agree. Nothing, or what was broken first.
    std::optional<Breach> run();

    std::uint64_t steps() const { return m_steps; }
    std::uint64_t crashes() const { return m_generation; }
    std::size_t venueOrders() const { return m_venue.state().orders.size(); }
    const std::array<std::uint64_t, static_cast<std::size_t>(Fault::Count)>& faults() const {
        return m_faultCounts;
    }
    const Witness& witness() const { return m_witness; }
    /// Of everything that happened, in order: equal for equal seeds.
    std::uint64_t hash() const { return m_hash; }
    /// The last lines of what happened, for a failing seed.
    std::string trace() const;

private:
    using Work = Agenda::Work;
    /// What connects the program with the outside; each can be clogged alone.
    enum class Link : std::uint8_t { Write, Read, Stream, Quotes, Count };

    // world.cpp: time and the engine's life.
    void setUpVenue();
    void at(Duration later, Work work);
    void every(Duration period, Work work);
    void runUntil(MonoTime end);
    void start();
    void crash();
    void feed(const engine::Event& event);
    void carryOut(std::vector<engine::Command> commands);
    void wake();
    void checkAll();
    /// The moment as the program sees it.
    Moment programNow() const;
    bool runPeace(MonoTime end);
    EndFacts endFacts() const;
    bool chance(Fault fault);
    std::int64_t draw(std::int64_t from, std::int64_t to);
    /// `line` is called only when somebody reads the trace.
    template <class Line>
    void note(Line&& line) {
        if (m_options.trace)
            keep(line());
    }
    void keep(std::string line);
    void mix(std::uint64_t value);

    // person.cpp: the market and the person.
    void moveMarket();
    market::Quote quoteOf(std::size_t contract);
    void badden(market::Quote& quote);
    void pressSomething();
    void pressTicket();
    void pressKill();

    // outside.cpp: what goes wrong by itself.
    void maybeFault();
    void breakStream();
    void openStream();
    void suspend();
    void halt();
    void tradeForOthers();
    void cancelForOthers();
    void reload();
    void endOutages();

    // wire.cpp: the wire between the orders worker and the broker.
    void write(const ClientOrderId& id, trade::VenueInput input, bool isCancel);
    void arrive(const ClientOrderId& id, const trade::VenueInput& input, bool isCancel,
                const std::function<void(const trade::WriteOutcome&)>& answer);
    void lookUp(const ClientOrderId& id);
    void sweep(const trade::SweepBroker& command);
    void readBooks(const std::shared_ptr<trade::BrokerSweep>& books, Timestamp since, int part);
    void readQuotes(const trade::ReadQuotes& command);
    trade::VenueResult atVenue(const trade::VenueInput& input);
    void publish(const std::vector<trade::OrderUpdate>& updates);
    Duration wireDelay(Link link);
    Work ifAlive(Work work);

    // worker.cpp: the orders worker and its log.
    void carry(trade::TradeCommand& command);
    void commit(trade::AppendRecords command);
    void transmit(const trade::TransmitOrder& command);
    void transmitCancel(const trade::TransmitCancel& command);
    /// Runs in the worker's order and only if the program still lives then.
    void inWorker(Duration takes, Work work);

    std::uint64_t m_seed;
    WorldOptions m_options;
    IdSource m_random;
    WorldKind m_kind;
    Witness m_witness;
    bool m_faulty = true;
    Moment m_start;
    Moment m_now; ///< the broker's market time, and time that never stands still
    Agenda m_agenda;

    std::unique_ptr<engine::Engine> m_engine;
    std::uint64_t m_generation = 0;
    MonoTime m_workerFreeAt;
    std::optional<MonoTime> m_wakeAt;
    MonoTime m_asleepUntil; ///< the machine sleeps
    Duration m_slept;       ///< what its monotonic clock has missed
    Duration m_behind;      ///< what its market clock has missed and not caught up with
    bool m_streamUp = false;
    bool m_swept = false; ///< by a sweep begun since it is up
    std::uint64_t m_streamsOpened = 0;
    std::uint64_t m_sweepsDone = 0;
    std::optional<MonoTime> m_accountReadAt;
    bool m_toldHalted = false;
    trade::KillLevel m_permit = trade::KillLevel::None;

    trade::VenueBook m_venue;
    std::optional<Timestamp> m_venueWakesAt;
    std::array<Price, 2> m_mids{Price::fromCents(300), Price::fromCents(180)};
    std::size_t m_moved = 0;
    std::size_t m_onTheWire = 0;
    std::array<MonoTime, static_cast<std::size_t>(Link::Count)> m_clogUntil{};
    MonoTime m_muteUntil;
    MonoTime m_quotesStopUntil;
    MonoTime m_readsStopUntil;
    MonoTime m_activitiesLateUntil;
    Duration m_activitiesLag;

    std::vector<trade::OrderRecord> m_log;
    MonoTime m_diskFullUntil;
    bool m_diskDead = false; ///< takes nothing more until the program starts anew

    std::set<ClientOrderId> m_refused; ///< one copy of the request was
    std::set<ClientOrderId> m_orphans;
    std::uint64_t m_tickets = 0;
    std::uint64_t m_foreign = 0;
    std::array<std::uint64_t, static_cast<std::size_t>(Fault::Count)> m_faultCounts{};
    std::uint64_t m_steps = 0;
    std::uint64_t m_hash = 14'695'981'039'346'656'037ULL;
    std::deque<std::string> m_trace;
};

} // namespace strikedesk::simulation
