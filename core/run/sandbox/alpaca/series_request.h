// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/http/query_reader.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace strikedesk::sandbox {

/// What every request for a history has in common (protocol facts, section 13).
struct SeriesRequest {
    std::vector<Symbol> symbols; ///< ordered
    Timestamp start;
    Timestamp end;
    std::size_t limit = 1'000; ///< points over all symbols
    bool descending = false;
    Symbol tokenSymbol;         ///< continue after this symbol's …
    Timestamp tokenTime;        ///< … point at this time; unset: from the beginning
    std::size_t tokenCount = 1; ///< points of that time that were sent already
};

/// A page: symbols in order, each with its points in the asked direction, and the token of the next page.
template <class Point>
struct SeriesPage {
    std::vector<std::pair<Symbol, std::vector<Point>>> rows;
    std::string nextToken;
};

/// Reads start, end, limit, sort and page_token; the reader holds the failure. Nothing after `latest` is
/// given; without `end` the span ends there, without `start` it begins with the day of `latest`.
SeriesRequest readSeriesRequest(QueryReader& reader, std::vector<Symbol> symbols, Timestamp latest,
                                const SessionCalendar& calendar);

/// The token after a point: its symbol, its time and how many points of that time were sent.
std::string seriesToken(const Symbol& symbol, Timestamp at, std::size_t count);

} // namespace strikedesk::sandbox
