// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/alpaca/series_request.h"
#include "core/run/sandbox/api.h"
#include "core/run/sandbox/market/adjustment.h"
#include "core/run/sandbox/market/bar_window.h"
#include "core/run/sandbox/market/market_source.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace strikedesk::sandbox {

/// A bar length as the broker spells it: 1–59 Min|T, 1–23 Hour|H, 1 Day|D, 1 Week|W, 1,2,3,4,6,12 Month|M.
/// Weeks start on Monday.
std::optional<BarWindow> readTimeframe(std::string_view text);

/// One request for historical bars.
struct BarRequest : SeriesRequest {
    BarWindow timeframe;
    AdjustmentMode adjustment; ///< of stocks; contracts have none
};

using BarPage = SeriesPage<market::Bar>;

/// Reads the parameters both bar endpoints share; the reader holds the failure.
BarRequest readBarRequest(QueryReader& reader, const HttpRequest& request, std::vector<Symbol> symbols,
                          Timestamp latest, const SessionCalendar& calendar);

/// Builds the page from finished minutes and the days up to `now`.
BarPage barPage(MarketSource& source, const SessionCalendar& calendar, const BarRequest& request,
                Timestamp now);

/// Notes an answered request for the control endpoint.
void countBars(Arrivals& arrivals, const BarPage& page);

} // namespace strikedesk::sandbox
