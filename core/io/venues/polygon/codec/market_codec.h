// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/io/venues/polygon/codec/envelope.h"
#include "core/io/venues/polygon/codec/ticker.h"
#include "core/market/bar.h"
#include "core/market/quote.h"
#include "core/market/trade_print.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::polygon {

/// A page of bars of one instrument, in the order of the answer. Whether they are adjusted for splits is what
/// the request asked and what the answer repeats; bars themselves do not know.
struct AggregatesPage {
    Ticker ticker;
    std::vector<market::Bar> bars;
    bool isAdjusted = true;
    std::int64_t baseCount = 0; ///< base aggregates the venue looked at, which is what `limit` counts
    std::string nextUrl;
    bool isDelayed = false;
};

/// One instrument's bar of a day. `bar.start` is what the venue sent, which for these answers is the window's
/// end: key by day (protocol facts, section 5).
struct DayRow {
    Ticker ticker;
    market::Bar bar;
};

/// A day's official figures.
struct OpenClose {
    Ticker ticker;
    Date day;
    Price open;
    Price high;
    Price low;
    Price close;
    std::optional<std::int64_t> volume;
    std::optional<Price> preMarket;
    std::optional<Price> afterHours;
    bool isDelayed = false;
};

/// A print of history, with what the venue said about it later.
struct HistoricalTrade {
    market::TradePrint print; ///< `at` is the consolidated tape's time
    Timestamp participantAt;  ///< the exchange's own time; unset when it was not sent
    std::int64_t sequence = 0;
    std::int64_t correction = 0; ///< 0 normal; others flag corrected and cancelled prints

    /// The print stands as it is (protocol facts, section 6).
    bool isValid() const { return correction == 0; }
};

/// A quote of history. Sizes as given: shares, or contracts for options.
struct HistoricalQuote {
    market::Quote quote;
    std::int64_t sequence = 0;
};

/// Aggregates of a range, and the one row of the previous day. Errors: broken JSON, an error status, a bar
/// without time or prices, a number that does not fit, a ticker we cannot name.
Result<AggregatesPage> decodeBars(std::string_view json);
/// All stocks of one day; lower-case tickers are counted as skipped.
Result<Page<DayRow>> decodeGroupedDay(std::string_view json);
Result<OpenClose> decodeOpenClose(std::string_view json);

/// The newest print and the newest quote. Error NotFound when the answer holds none.
Result<HistoricalTrade> decodeLastTrade(std::string_view json);
Result<HistoricalQuote> decodeLastQuote(std::string_view json);
/// Rows of history do not repeat the instrument, so it is passed in.
Result<Page<HistoricalTrade>> decodeTrades(std::string_view json, const Symbol& symbol);
Result<Page<HistoricalQuote>> decodeQuotes(std::string_view json, const Symbol& symbol);

} // namespace strikedesk::polygon
