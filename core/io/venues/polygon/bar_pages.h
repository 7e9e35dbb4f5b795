// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/venues/common/reads.h"
#include "core/io/venues/polygon/codec/ticker.h"
#include "core/market/hub/hub_command.h"

#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::polygon {

using venues::BarsPage;

/// The window of a bar in the venue's words: 5 and "minute".
struct BarWindow {
    int multiplier = 1;
    std::string timespan;

    bool isIntraday() const { return timespan == "minute" || timespan == "hour"; }
};

/// From the venue-neutral words "1Min", "15Min", "1Hour", "1Day", "1Week", "1Month". Error Unsupported for
/// others.
Result<BarWindow> barWindowFrom(std::string_view timeframe);

/// "?adjusted=true" or "?adjusted=false"; "" for an index, whose requests know no adjustment.
std::string adjustedQuery(const Symbol& symbol, bool isAdjusted);

/// The request of bars that start in `from` to `to`, both inclusive. `limit` is the most the venue takes; it
/// counts base aggregates, so long spans go on by `next_url` (protocol facts, section 5).
std::string barsPath(const Symbol& symbol, const BarWindow& window, Timestamp from, Timestamp to,
                     bool isAdjusted);

/// A span cut into parts of at most a month for bars built from minutes, as the venue advises.
struct SpanPart {
    Timestamp from;
    Timestamp to; ///< inclusive
};
std::vector<SpanPart> partsOf(const BarWindow& window, Timestamp from, Timestamp to);

/// The first request of a chart's span; the span's end is exclusive.
std::string firstBarsPath(const market::BaseKey& key, const market::TimeSpan& span);

/// What a page must be to be believed.
struct BarsAsked {
    Symbol symbol;
    Timestamp from;
    Timestamp to;    ///< inclusive
    Timestamp after; ///< the last bar of the page before; unset on the first
    bool isAdjusted = true;
};

/// Reads a page that `path` was asked for. The venue widens a span to whole windows, so bars outside are left
/// out; bars at or before `after` and a page of another instrument or adjustment are an error.
Result<BarsPage> readBarsPage(std::string_view body, const std::string& path, const BarsAsked& asked);
/// As above for a chart's span.
Result<BarsPage> readBarsPage(std::string_view body, const std::string& path, const market::BaseKey& key,
                              const market::TimeSpan& span, Timestamp after);

} // namespace strikedesk::polygon
