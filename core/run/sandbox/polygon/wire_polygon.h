// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/market/bar.h"
#include "core/market/quote.h"
#include "core/market/trade_print.h"
#include "core/run/sandbox/market/session_calendar.h"
#include "core/run/sandbox/polygon/ticker.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace strikedesk::sandbox {

/// The vendor's JSON of market data (protocol facts, sections 5 to 8): prices and sizes are numbers, keys
/// that would be zero or empty stay away where the vendor leaves them out.
nlohmann::json numberJson(Price price);

/// A whole number as the exact text beside a number that may be fractional: "100.0".
std::string exactText(std::int64_t shares);

/// o, h, l, c and t (ms), with v, vw and n for all but indices, which have no volume.
nlohmann::json aggregateJson(const market::Bar& bar, TickerKind kind);

/// A trade or quote as /v3/trades and /v3/quotes list it (ns). The tape counts for stocks only.
nlohmann::json tradeRowJson(const market::TradePrint& print, char tape, const SessionCalendar& calendar);
nlohmann::json quoteRowJson(const market::Quote& quote, char tape, const SessionCalendar& calendar);
/// A trade or quote in the short keys of /v2/last (ns).
nlohmann::json lastTradeJson(const market::TradePrint& print, char tape, const SessionCalendar& calendar);
nlohmann::json lastQuoteJson(const market::Quote& quote, char tape, const SessionCalendar& calendar);

/// The vendor's numbers of a print's conditions.
nlohmann::json conditionIds(const market::TradePrint& print);
int exchangeIdOf(const market::TradePrint& print);
/// Which exchange quotes; the market names none, so it is the listing one, for contracts Cboe.
int quoteExchangeId(bool isOption, char tape);
/// Rises with time and begins anew each day, with gaps (section 15).
std::int64_t sequenceOf(Timestamp at, const SessionCalendar& calendar);

} // namespace strikedesk::sandbox
