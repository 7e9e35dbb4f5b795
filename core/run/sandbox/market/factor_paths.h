// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/market/hash_random.h"
#include "core/run/sandbox/market/session_calendar.h"
#include "core/run/sandbox/market/stock_spec.h"

#include <map>
#include <optional>
#include <vector>

namespace strikedesk::sandbox {

/// A move of a price that has a cause: an article comes out shortly before it.
struct PriceJump {
    Timestamp at;
    double size = 0;    ///< log return of a stock; standard deviations of a day of the market
    bool halts = false; ///< large enough to stop trading for a while
};

/// How a session's variance spreads over its minutes: busy open, quiet noon, busy close.
struct DayShape {
    std::vector<double> busy;     ///< a minute, mean about one
    std::vector<double> variance; ///< up to a minute's start, from 0 to 1
};
/// For 390 or 210 minutes.
const DayShape& dayShape(std::size_t minutes);

/// A Brownian bridge over a session: 0 at its start, `end` at its end, variance by the day's shape.
std::vector<double> bridge(HashRandom random, std::size_t minutes, double end);

/// What all stocks share: the market's and the sectors' standardised moves, and the level of volatility,
/// which rises when the market falls. A function of (seed, anchor, time). One thread.
class FactorPaths {
public:
    /// Standard normal parts of a day: overnight and open to close.
    struct Moves {
        double gap = 0;
        double move = 0;
    };

    FactorPaths(std::uint64_t seed, Date firstDay, const SessionCalendar& calendar);

    /// `factor` 0: the market; otherwise a Sector's number.
    Moves moves(std::size_t factor, Date date) const;
    /// From the open to the close in `moves` units, one value a minute's edge.
    const std::vector<double>& walk(std::size_t factor, Date date, std::size_t minutes);
    /// A release that moves everything at once, on about one day in thirty.
    std::optional<PriceJump> marketJump(Date date) const;

    /// The log level of volatility at the close before a day; 0 is usual.
    double levelBefore(Date date);
    /// The log level in the session at `minute` (fractions count) of `minutes`.
    double levelAt(Date date, double minute, std::size_t minutes);

private:
    double ownShock(Date date) const;

    std::uint64_t m_seed;
    Date m_firstDay;
    const SessionCalendar& m_calendar;
    std::map<Date, double> m_levels; ///< at the close
    std::vector<std::map<Date, std::vector<double>>> m_walks;
};

} // namespace strikedesk::sandbox
