// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/snapshot.h"
#include "core/trade/orders/order_command.h"
#include "core/trade/orders/trade_book.h"
#include "core/trade/venue/venue_book.h"
#include "tests/simulation/witness_notes.h"

#include <array>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace strikedesk::simulation {

/// Stands beside the program and the broker, writes down what really happened and says when a promise was
/// broken. It judges by its own notes and the broker's books, never by the function it judges. One thread.
class Witness {
public:
    /// The numbers the order path was told to obey.
    struct Limits {
        std::int64_t openTrades = 6;
        std::int64_t openTradesPerSymbol = 4;
        bool someoneElseTrades = false; ///< the account's buying power moves by other hands
    };
    explicit Witness(Limits limits) : m_limits(limits) {}

    const std::optional<Breach>& breach() const { return m_breach; }
    /// How often each check had something to judge.
    const std::array<std::uint64_t, kChecks>& exercised() const { return m_exercised; }
    void fail(Check check, const std::string& what);
    /// A check has something to judge.
    void count(Check check) { ++m_exercised[static_cast<std::size_t>(check)]; }

    // witness_log.cpp: what is decided and made durable.
    /// A program starts from what is durable.
    void onStart(const std::vector<trade::OrderRecord>& log, Moment now);
    void onRestored(const trade::TradeBook& book);
    /// Records left the core for the log.
    void onRecords(const std::vector<trade::OrderRecord>& records, const trade::TradeBook& book,
                   const trade::VenueBook& venue, Moment now);
    void onDurable(const std::vector<trade::OrderRecord>& records);
    void onLogFailureTold() { m_logFailed = true; }
    /// The book against the fold of all its records.
    void checkReplay(const trade::TradeBook& book);
    void onShown(const engine::OrderView& view);

    // witness_sending.cpp: what leaves.
    void onTransmit(const trade::TransmitOrder& command, const trade::TradeBook& book,
                    const trade::VenueBook& venue, const SendFacts& facts, Moment now);
    /// A request will not arrive any more.
    void onRequestGone(const ClientOrderId& id) { m_inFlight.erase(id); }
    /// Requests of any kind towards the broker.
    void onRequests(std::size_t count, Moment now);
    void onQuote(const market::Quote& quote, Moment now);
    void onNotice(const trade::Notice& notice) { m_said[notice.code].insert(notice.clientOrderId); }
    /// A definite "no such order" reached the program.
    void onNegative(const ClientOrderId& id, Moment now);
    /// The broker's answer was no, and it was not true.
    void onLie(const ClientOrderId& id) { m_orders[id].liedTo = true; }

    // witness_books.cpp: what the program and the broker believe.
    /// After a step of the program: what the whole book must always be, and the orders that changed.
    void checkStep(const trade::TradeBook& book, const trade::VenueBook& venue);
    void checkEverything(const trade::TradeBook& book, const trade::VenueBook& venue);
    /// The broker's orders changed. `book` is null while no program runs.
    void onVenue(const std::vector<trade::OrderUpdate>& updates, const trade::VenueBook& venue,
                 const trade::TradeBook* book);

    // witness_end.cpp: what must be true once it is quiet.
    /// Empty, or where the books do not agree (yet).
    std::string disagreement(const trade::TradeBook& book, const trade::VenueBook& venue,
                             const std::set<Symbol>& quarantined) const;
    /// All that has to happen once nothing goes wrong any more: nothing, or what has not (yet).
    std::optional<Breach> atEnd(const EndFacts& facts, const trade::TradeBook& book,
                                const trade::VenueBook& venue);

private:
    void take(const trade::OrderRecord& record, Moment now);
    void takeIntent(const trade::OrderIntent& intent);
    void checkGivenUp(const ClientOrderId& id, const trade::VenueBook& venue, Moment now);
    void checkStop(const trade::ExitStarted& exit, Moment now);
    void checkPrice(const trade::OrderIntent& intent);
    void checkEntrySending(const trade::OrderIntent& intent, const SendFacts& facts, Moment now);
    void checkLimits(const trade::OrderIntent& intent, const trade::VenueBook& venue, Moment now);
    void checkExitSending(const trade::OrderIntent& intent);
    void checkOrder(const ClientOrderId& id, const trade::OrderState& order, const trade::TradeBook& book,
                    const trade::VenueBook& venue);
    void checkTrade(const TradeNote& trade, const trade::VenueBook& venue);
    void checkHistory(OrderNote& note, const trade::OrderState& order);
    std::optional<Breach> livenessOf(const trade::TradeState& trade, const EndFacts& facts,
                                     const trade::TradeBook& book);
    std::optional<Breach> atEndOf(const trade::OrderState& order, const trade::VenueOrder& theirs,
                                  const EndFacts& facts, const trade::TradeBook& book);
    bool isOpenAtVenue(const TradeNote& trade, const trade::VenueBook& venue) const;

    Limits m_limits;
    std::optional<Breach> m_breach;
    std::array<std::uint64_t, kChecks> m_exercised{};

    std::map<ClientOrderId, OrderNote> m_orders;
    std::map<IntentId, TradeNote> m_trades;
    std::set<IntentId> m_intents;
    std::vector<trade::OrderRecord> m_emitted;        ///< durable at the start of the program, and since
    std::map<BrokerOrderId, Quantity> m_durableFills; ///< highest cumulative quantity
    std::set<ClientOrderId> m_changed;                ///< by the records of this step
    std::uint64_t m_number = 0;                       ///< of the records
    std::uint64_t m_step = 1;                         ///< of the program
    trade::KillLevel m_kill = trade::KillLevel::None;
    trade::KillLevel m_durableKill = trade::KillLevel::None;
    std::uint64_t m_suspendedAt = 0; ///< number of the last kill that stops automatic exits
    bool m_logFailed = false;

    std::set<ClientOrderId> m_inFlight; ///< may still arrive
    std::deque<MonoTime> m_entriesSent;
    std::deque<std::pair<MonoTime, std::size_t>> m_requests;
    std::size_t m_requestsInMinute = 0;
    std::map<std::string, MonoTime> m_asked; ///< entries by what they ask for
    std::map<Symbol, QuoteNotes> m_quotes;
    std::map<std::string, std::set<ClientOrderId>> m_said;
};

} // namespace strikedesk::simulation
