// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/market/market_source.h"
#include "core/run/sandbox/market/session_calendar.h"
#include "core/run/sandbox/market/stock_spec.h"

#include <cstddef>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

namespace strikedesk::sandbox {

/// Seeded price paths of a few correlated stocks: daily closes chained from an anchor day in both directions,
/// minutes bridged between them with the usual U-shape of volume and volatility, prints inside the minutes.
/// Every value is a function of (seed, anchor, time). One thread.
class SyntheticStocks {
public:
    SyntheticStocks(std::uint64_t seed, Date anchor);

    const std::vector<StockSpec>& specs() const { return m_specs; }
    std::optional<std::size_t> indexOf(const Symbol& symbol) const;
    std::uint64_t seed() const { return m_seed; }
    const SessionCalendar& calendar() const { return m_calendar; }
    /// How far the paths reach back from the anchor, in calendar days.
    static constexpr int kHistoryDays = 550;

    /// The minute bars of a trading day; empty on closed days and outside the paths' reach.
    const std::vector<market::Bar>& minutes(std::size_t stock, Date date);
    /// The prints of the minute that starts at `minute`; empty outside sessions.
    const std::vector<market::TradePrint>& prints(std::size_t stock, Timestamp minute);
    /// The last moment at or before `at` at which this market was open; unset before the paths begin.
    Timestamp openMoment(Timestamp at) const;

    std::optional<market::TradePrint> printAt(std::size_t stock, Timestamp at);
    /// The quote in force at `at`; quotes change once a second.
    std::optional<market::Quote> quoteAt(std::size_t stock, Timestamp at);
    /// Appends quotes and prints in (from, to], unsorted.
    void events(std::size_t stock, Timestamp from, Timestamp to, std::vector<MarketEvent>& out);

private:
    struct Day {
        double open = 0;
        double close = 0;
    };
    /// A print without its trimmings; option quotes ask for many of them.
    struct PricePoint {
        Timestamp at;
        Price price;
    };
    Day dayOf(std::size_t stock, Date date);
    const std::vector<PricePoint>& points(std::size_t stock, Timestamp minute);
    std::optional<Price> priceAt(std::size_t stock, Timestamp at);
    std::pair<double, double> dayMoves(std::size_t stock, Date date) const;
    std::vector<market::Bar> makeMinutes(std::size_t stock, Date date);
    std::optional<market::Quote> quoteOfSecond(std::size_t stock, Timestamp second);
    Timestamp quoteTime(std::size_t stock, Timestamp second) const;

    std::uint64_t m_seed;
    Date m_anchor;
    SessionCalendar m_calendar;
    std::vector<StockSpec> m_specs;
    std::vector<std::map<Date, Day>> m_days;
    std::vector<std::map<Date, std::vector<market::Bar>>> m_minutes;
    std::vector<std::map<Timestamp, std::vector<market::TradePrint>>> m_prints;
    std::vector<std::unordered_map<std::int64_t, std::vector<PricePoint>>> m_points; ///< by minute since 1970
    mutable trade::SessionDay
        m_lastSession; ///< the one asked for last; most questions are about the same day
};

} // namespace strikedesk::sandbox
