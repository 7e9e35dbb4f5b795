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
    Timestamp lastAt;                     ///< start of the bar it is the close of
};

/// The session that holds `now`, or the last one before it. Relative volume compares the bars that are over
/// with the mean of the same time of day in up to 20 earlier sessions, three at least, half days left out
/// (indicators 18; a missing bar counts as no volume). Pure.
DayFigures dayFiguresOf(const SeriesSnapshot& intraday, const TradingCalendar& calendar, Timestamp now);

/// What today's change is counted from: the close of the last daily bar before the session `now` belongs to.
/// A session takes over at 04:00 with its early hours, so that early prices are compared with yesterday's
/// close. Nothing when the series does not reach that far. Pure.
std::optional<Price> previousCloseOf(const SeriesSnapshot& daily, const TradingCalendar& calendar,
                                     Timestamp now);

} // namespace strikedesk::market
