// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/market/bar_window.h"
#include "core/run/sandbox/market/market_source.h"
#include "core/run/sandbox/polygon/ticker.h"

#include <optional>
#include <string_view>
#include <vector>

namespace strikedesk::sandbox {

/// Windows as the vendor names them: 1 minute, 330 minute, 1 quarter … Weeks begin on Sunday, several minutes
/// or hours count from New York midnight (protocol facts, section 5).
std::optional<BarWindow> readAggregateWindow(std::string_view multiplier, std::string_view timespan);

/// One request for bars. `limit` counts base bars: seconds, minutes for minutes and hours, else days.
struct AggregateQuery {
    Ticker ticker;
    BarWindow window;
    Timestamp from; ///< snapped down to its window
    Timestamp to;   ///< the last moment asked for; its window is part of the answer
    bool adjusted = true;
    bool descending = false;
    std::size_t limit = 5'000;
};

/// A page of bars in the asked direction.
struct AggregatePage {
    std::vector<market::Bar> bars;
    std::size_t scanned = 0; ///< base bars used
    /// More bars begin here (or, descending, end just before here).
    std::optional<Timestamp> rest;
};

/// Reads the bars the plan shows at `seenAt`. A window cut by the limit is left to the next page, so that no
/// bar is ever given in parts.
AggregatePage aggregatePage(MarketSource& source, const SessionCalendar& calendar,
                            const AggregateQuery& query, Timestamp seenAt);

/// The days of a ticker, for stocks adjusted for splits unless told otherwise.
std::vector<market::Bar> tickerDays(MarketSource& source, const SessionCalendar& calendar,
                                    const Ticker& ticker, Date from, Date to, bool adjusted,
                                    Timestamp seenAt);

} // namespace strikedesk::sandbox
