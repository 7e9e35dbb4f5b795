// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/book_writer.h"
#include "core/run/sandbox/market/market_source.h"
#include "core/run/sandbox/market/session_calendar.h"
#include "core/run/sandbox/sandbox_config.h"
#include "core/run/sandbox/venue_store.h"
#include "core/run/sandbox/watchlist.h"
#include "core/trade/venue/venue_book.h"

#include <functional>
#include <memory>
#include <set>
#include <vector>

namespace strikedesk::sandbox {

/// The account of the sandbox: the venue book fed with the market, and its file. What a request changed is on
/// disk before the call returns. One thread.
class VenueDesk {
public:
    /// Takes up the stored account, or begins one. Errors: a file of another market or version.
    static Result<std::unique_ptr<VenueDesk>> tryOpen(const SandboxConfig& config);

    /// The market the account belongs to; opened by tryOpen.
    MarketSource& source() { return *m_source; }
    const trade::VenueBook& book() const { return m_book; }
    const VenueRecord& record() const { return m_record; }
    const SessionCalendar& calendar() const { return m_calendar; }
    /// The market time at which the account stopped or begins.
    Timestamp resumeAt() const { return m_record.clock; }

    /// Order updates go here, in order, after they are on disk.
    void onUpdate(std::function<void(const trade::OrderUpdate&)> listener) {
        m_listener = std::move(listener);
    }

    /// The market moved: `events` in time order, then time alone up to `now`.
    Status advance(Timestamp now, const std::vector<MarketEvent>& events);
    /// A request at `now`: the book gets to know what the request names, answers, and everything is saved.
    /// The order updates stay with the caller (see publish), so that an answer can be lost or come first.
    Result<trade::VenueResult> request(Timestamp now, const trade::VenueInput& input);
    /// Hands updates to the listener.
    void publish(const std::vector<trade::OrderUpdate>& updates);
    const std::vector<Watchlist>& watchlists() const { return m_watchlists; }
    /// Replaces the watchlists, on disk first.
    Status saveWatchlists(std::vector<Watchlist> lists);
    /// Writes the clock (and with it how far time went).
    Status saveClock(Timestamp now);

private:
    VenueDesk() = default;
    Status takeUp(const SandboxConfig& config, VenueStore::Stored stored);
    Status begin(const SandboxConfig& config);
    Status openMarket(const SandboxConfig& config);
    void tellAssets(Timestamp now);
    void tellCalendar(Timestamp now, trade::VenueResult& all);
    void tellActions(Date from, Date to, Timestamp now, trade::VenueResult& all);
    void tellSplit(const CorporateAction& action, Timestamp now, trade::VenueResult& all);
    void tellHalts(const std::set<Symbol>& symbols, Timestamp now);
    void introduce(Timestamp now, const Symbol& symbol, trade::VenueResult& all);
    std::set<Symbol> symbolsInPlay() const;
    Status save(Timestamp now);
    static void append(trade::VenueResult& all, trade::VenueResult&& more);

    SessionCalendar m_calendar;
    std::unique_ptr<VenueStore> m_store;
    std::unique_ptr<MarketSource> m_source;
    trade::VenueBook m_book;
    VenueRecord m_record;
    std::vector<Watchlist> m_watchlists;
    Date m_calendarTold;
    std::function<void(const trade::OrderUpdate&)> m_listener;
    BookWriter m_writer;
};

} // namespace strikedesk::sandbox
