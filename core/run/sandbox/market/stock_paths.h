// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/trading_calendar.h"
#include "core/run/sandbox/market/corporate_calendar.h"
#include "core/run/sandbox/market/factor_paths.h"

#include <map>
#include <optional>
#include <vector>

namespace strikedesk::sandbox {

/// A volatility pause of five minutes (limit up, limit down): half-open in time.
struct HaltSpan {
    Timestamp from;
    Timestamp to;
    Price limit; ///< the band's edge at which trading stopped
};

/// The price path of one stock on one day, in dollars on that day's count of shares.
struct StockDay {
    Session session;
    double base = 0; ///< the close before, without this day's dividend and on its count of shares
    double gap = 0;  ///< log return from base to the open
    double open = 0;
    double close = 0;
    double nextGap = 0;              ///< of the day after
    bool reportsThisMorning = false; ///< at 07:00
    bool reportsTonight = false;     ///< at 16:05
    bool reportedLastNight = false;
    double volatility = 0;     ///< of this day from open to close, log
    double activity = 1;       ///< of volume, 1 usual
    double shares = 1;         ///< of today for one on the anchor day
    std::vector<double> level; ///< at the edges of the session's minutes
    std::optional<PriceJump> jump;
    std::optional<HaltSpan> halt;

    std::size_t minutes() const { return level.empty() ? 0 : level.size() - 1; }
    /// The middle price at a moment from 04:00 to 20:00.
    double at(Timestamp when) const;
};

/// Paths of the invented stocks: days chained from the anchor in both directions, each an overnight gap and a
/// bridge that mixes the market's, the sector's and the stock's own, scaled by the day's level of volatility.
/// On a stock-day the chance of an intraday jump is kJumpChance, and of a jump that pauses trading
/// kHaltChance (funds and thin names: none). Reports make gaps three times as wide. A function of
/// (seed, anchor, time). One thread.
class StockPaths {
public:
    /// How far the paths reach back from the anchor, in calendar days.
    static constexpr int kHistoryDays = 550;
    static constexpr double kJumpChance = 0.035;
    static constexpr double kHaltChance = 0.01;
    /// Size of the price bands around the mean of five minutes (tier 1 above 3 dollars; doubled in the last
    /// 25 minutes).
    static constexpr double kBand = 0.05;

    StockPaths(std::uint64_t seed, Date anchor, const std::vector<StockSpec>& specs,
               const SessionCalendar& calendar, const CorporateCalendar& corporate);

    /// Null on closed days and outside the paths' reach. Valid until another day is asked for.
    const StockDay* day(std::size_t stock, Date date);
    /// Open and close of a trading day, without its minutes.
    struct Ends {
        double base = 0;
        double gap = 0;
        double open = 0;
        double close = 0;
    };
    Ends ends(std::size_t stock, Date date);
    std::optional<PriceJump> jumpOn(std::size_t stock, Date date) const;
    /// Shares of `date` for one share on the anchor day.
    double shareFactor(std::size_t stock, Date date) const;
    FactorPaths& factors() { return m_factors; }
    Date firstDay() const { return m_firstDay; }

private:
    struct DayMoves {
        double gap = 0;
        double move = 0;
        double volatility = 0;
        double ownMove = 0;
    };
    DayMoves movesOf(std::size_t stock, Date date);
    StockDay makeDay(std::size_t stock, Date date, const Session& session);
    void addHalt(StockDay& day) const;

    std::uint64_t m_seed;
    Date m_anchor;
    Date m_firstDay;
    const std::vector<StockSpec>& m_specs;
    const SessionCalendar& m_calendar;
    const CorporateCalendar& m_corporate;
    FactorPaths m_factors;
    std::vector<std::map<Date, Ends>> m_ends;
    std::vector<std::map<Date, StockDay>> m_days;
};

} // namespace strikedesk::sandbox
