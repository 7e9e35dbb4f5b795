// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/alpaca/series_request.h"
#include "core/run/sandbox/market/market_source.h"

namespace strikedesk::sandbox {

/// Pages of historical trades and quotes. Several points may share one time; a page may end between them.
SeriesPage<market::TradePrint> tradePage(MarketSource& source, const SeriesRequest& request);
SeriesPage<market::Quote> quotePage(MarketSource& source, const SeriesRequest& request);

} // namespace strikedesk::sandbox
