// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/polygon/polygon_call.h"

#include <nlohmann/json.hpp>

#include <optional>

namespace strikedesk::sandbox {

/// Today's bar of a ticker and the close before it, as snapshots show them: emptied at 03:30 New York,
/// filled again with the day's first trade (protocol facts, section 7).
struct DayView {
    Date date; ///< whose day is shown
    std::optional<market::Bar> day;
    std::optional<market::Bar> before; ///< the last day before with a trade
};
DayView dayView(const PolygonCall& call, const Ticker& ticker, Timestamp seenAt);

/// The newest minute of the shown day, the running one included.
std::optional<market::Bar> newestMinute(const PolygonCall& call, const Ticker& ticker, Date day,
                                        Timestamp seenAt);

/// `last_quote` and `last_trade` of the option chain and the unified snapshot.
nlohmann::json quotePart(const market::Quote& quote, char tape, const DataPlan& plan);
nlohmann::json tradePart(const market::TradePrint& print, const DataPlan& plan);

/// What chain and unified rows of a contract have in common: break_even_price, greeks and implied_volatility
/// where they can be solved, open_interest, last_quote and last_trade as the plan allows, underlying_asset as
/// the stocks plan allows.
nlohmann::json contractParts(const PolygonCall& call, const options::Contract& contract);
/// `details`, with the ticker or without.
nlohmann::json detailsPart(const options::Contract& contract, bool withTicker);

/// change / base in percent, rounded as the vendor does; 0 without a base.
double percentOf(Price change, Price base);

} // namespace strikedesk::sandbox
