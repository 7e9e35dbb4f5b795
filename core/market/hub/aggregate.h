// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/market/hub/bar_store.h"
#include "core/market/hub/session_hours.h"

#include <vector>

namespace strikedesk::market {

/// Longer bars put together from shorter ones. Pure.

/// Spans known to miss data, in order, clipped to session hours (domain rules 2e).
using GapList = std::vector<TimeSpan>;

/// The holes between covered spans that lie in session hours and end before `until`.
GapList gapsOf(const std::vector<TimeSpan>& covered, const SessionHours& hours, SeriesSession session,
               bool isOption, Timestamp until);

/// Adds what follows in time to a bar being built.
class BarBuilder {
public:
    /// Starts a bar of the interval that begins at `start`.
    void begin(Timestamp start, const SeriesBar& first);
    void add(const SeriesBar& next);
    bool isEmpty() const { return m_isEmpty; }
    Timestamp start() const { return m_bar.bar.start; }
    /// The sum so far; empty again afterwards.
    SeriesBar take();

private:
    void weigh(const Bar& bar);

    SeriesBar m_bar;
    double m_turnover = 0; ///< volume times average price, for the average of the sum
    bool m_hasAverage = true;
    bool m_isEmpty = true;
};

/// The bars of one day of an intraday series. `hours` is the day's window, slots count from its start and
/// the last one may be short. `before` is the start of the newest minute before this day, unset when none.
void appendDay(std::vector<SeriesBar>& out, const DayBars& day, TimeSpan hours, Duration length,
               const GapList& gaps, Timestamp before, Timestamp now);

/// One day from its minutes; nothing when none lies in `hours`.
std::optional<SeriesBar> dayFromMinutes(const DayBars& day, Timestamp start, TimeSpan hours, Timestamp now);

/// Weeks from days; a week starts on Monday. `isOver` says whether the week of a Monday has ended.
std::vector<SeriesBar> weeksFrom(const std::vector<SeriesBar>& days, const SessionHours& hours,
                                 Timestamp now);

} // namespace strikedesk::market
