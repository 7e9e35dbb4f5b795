// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/market/market_source.h"
#include "core/run/sandbox/market/session_calendar.h"
#include "core/run/sandbox/market/stock_paths.h"
#include "core/run/sandbox/market/stock_spec.h"
#include "core/run/sandbox/market/stock_tape.h"

#include <cstddef>
#include <map>
#include <unordered_map>
#include <vector>

namespace strikedesk::sandbox {

/// Bars, prints, quotes, pauses and price bands of the invented stocks, from 04:00 to 20:00 New York: what
/// StockPaths says, as an exchange shows it. In the core session a liquid stock is quoted every second,
/// before and after it a few times a minute at most and wide. About kLockedChance of core quotes are locked
/// and kCrossedChance crossed, as a consolidated quote is now and then. Every value is a function of (seed,
/// anchor, time). One thread.
class SyntheticStocks {
public:
    static constexpr int kHistoryDays = StockPaths::kHistoryDays;
    static constexpr double kLockedChance = 0.005;
    static constexpr double kCrossedChance = 0.0002;

    SyntheticStocks(std::uint64_t seed, Date anchor);
    SyntheticStocks(const SyntheticStocks&) = delete;
    SyntheticStocks& operator=(const SyntheticStocks&) = delete;

    const std::vector<StockSpec>& specs() const { return m_specs; }
    std::optional<std::size_t> indexOf(const Symbol& symbol) const;
    std::uint64_t seed() const { return m_seed; }
    const SessionCalendar& calendar() const { return m_calendar; }
    const CorporateCalendar& corporate() const { return m_corporate; }
    StockPaths& paths() { return m_paths; }

    /// Minute bars of a trading day up to `now`, early and late hours included, with the corrections known
    /// then.
    std::vector<market::Bar> minutes(std::size_t stock, Date date, Timestamp now);
    /// The core session's bar; the day of `now` is partial.
    std::optional<market::Bar> daily(std::size_t stock, Date date, Timestamp now);
    /// The official open, without the minutes after it.
    Price openOf(std::size_t stock, Date date);
    /// The last moment at or before `at` within 04:00 to 20:00 of a trading day; unset before the paths
    /// begin.
    Timestamp openMoment(Timestamp at) const;
    /// The pause that holds `at`, or null.
    const HaltSpan* haltAt(std::size_t stock, Timestamp at);

    /// The newest print that forms a price, as known at `at`.
    std::optional<market::TradePrint> printAt(std::size_t stock, Timestamp at);
    std::optional<market::Quote> quoteAt(std::size_t stock, Timestamp at);
    /// In [from, to], oldest first, at most `limit`; prints as known at `to`.
    std::vector<market::Quote> quotes(std::size_t stock, Timestamp from, Timestamp to, std::size_t limit);
    std::vector<market::TradePrint> prints(std::size_t stock, Timestamp from, Timestamp to,
                                           std::size_t limit);
    /// Appends what happens in (from, to], unsorted.
    void events(std::size_t stock, Timestamp from, Timestamp to, std::vector<MarketEvent>& out);

private:
    struct DayMinutes {
        std::vector<MinuteModel> models; ///< by start, early and late hours included
        std::vector<market::Bar> bars;   ///< exact
    };
    /// Quotes come in slots, one a slot: 1 second in the core session.
    struct Slot {
        Timestamp start;
        Duration length;
        bool isExtended = false;
    };

    const DayMinutes* dayMinutes(std::size_t stock, Date date);
    const TapeMinute& tape(std::size_t stock, Timestamp minute);
    const std::vector<PrintSketch>& points(std::size_t stock, Timestamp minute);
    std::optional<Price> lastPrice(std::size_t stock, Timestamp at, const Session& session);
    Duration slotLength(std::size_t stock, bool isExtended) const;
    std::optional<Slot> slotAt(std::size_t stock, Timestamp at, const Session& session) const;
    Timestamp quoteTime(std::size_t stock, const Slot& slot) const;
    std::optional<market::Quote> quoteOf(std::size_t stock, const Slot& slot);
    market::Quote extendedQuote(std::size_t stock, const StockDay& day, Timestamp at);
    void quoteEvents(std::size_t stock, const StockDay& day, Timestamp from, Timestamp to,
                     std::vector<MarketEvent>& out);
    void printEvents(std::size_t stock, Timestamp from, Timestamp to, std::vector<MarketEvent>& out);
    void statusEvents(std::size_t stock, const StockDay& day, Timestamp from, Timestamp to,
                      std::vector<MarketEvent>& out);
    std::optional<PriceBand> bandAt(std::size_t stock, const StockDay& day, Timestamp at) const;

    std::uint64_t m_seed;
    SessionCalendar m_calendar;
    std::vector<StockSpec> m_specs;
    CorporateCalendar m_corporate;
    StockPaths m_paths;
    std::vector<std::map<Date, DayMinutes>> m_minutes;
    std::vector<std::map<Date, market::Bar>> m_daily;
    std::vector<std::map<Timestamp, TapeMinute>> m_tapes;
    std::vector<std::unordered_map<std::int64_t, std::vector<PrintSketch>>>
        m_points;                  ///< by minute since 1970
    mutable Session m_lastSession; ///< the one asked for last; most questions are about the same day
};

} // namespace strikedesk::sandbox
