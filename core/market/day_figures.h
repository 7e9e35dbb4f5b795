// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/trading_calendar.h"
#include "core/market/hub/series_snapshot.h"

#include <optional>
#include <vector>

namespace strikedesk::market {

/// What a watchlist says about today, worked out from an intraday series of regular hours.
struct DayFigures {
    std::int64_t volume = 0;              ///< of the session so far
    std::optional<double> relativeVolume; ///< against the mean of the earlier sessions up to the same time
    std::vector<float> closes;            ///< of the session's bars, oldest first; for a spark line
    std::optional<Price> last;            ///< newest close of the session
};

/// The session that holds `now`, or the last one before it. Relative volume needs at least three earlier
/// sessions in the series; volume is compared by time of day (domain rules 4). Pure.
DayFigures dayFiguresOf(const SeriesSnapshot& intraday, const TradingCalendar& calendar, Timestamp now);

/// Close of the last daily bar before the session that holds `now` (or that is next); nothing when the series
/// does not reach it. Pure.
std::optional<Price> previousCloseOf(const SeriesSnapshot& daily, const TradingCalendar& calendar,
                                     Timestamp now);

} // namespace strikedesk::market
