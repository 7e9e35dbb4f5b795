// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/polygon/codec/market_codec.h"

#include <optional>
#include <string>
#include <string_view>

namespace strikedesk::polygon {

/// How fresh a part of a snapshot is; plans gate the parts one by one.
enum class Timeframe : std::uint8_t { Unknown, RealTime, Delayed };

/// A stock's snapshot. Cleared at 03:30 New York time: until about 04:00 `day` has no prices. Parts the plan
/// does not include are missing (protocol facts, sections 3 and 7).
struct StockSnapshot {
    Symbol symbol;
    std::optional<market::Bar> day; ///< without a start
    std::optional<market::Bar> previousDay;
    std::optional<market::Bar> minute;
    std::optional<market::TradePrint> lastTrade;
    std::optional<market::Quote> lastQuote; ///< sizes as given, which here are round lots
    std::optional<Price> change;
    std::optional<double> changePercent;
    Timestamp updated;
};

/// Sensitivities as the venue sends them: no rho. Theta per day, vega per volatility point.
struct ChainGreeks {
    double delta = 0;
    double gamma = 0;
    double theta = 0;
    double vega = 0;
};

/// A day's figures of a unified or chain row.
struct SessionFigures {
    std::optional<Price> open;
    std::optional<Price> high;
    std::optional<Price> low;
    std::optional<Price> close;
    std::optional<Price> last; ///< `price` of the unified snapshot
    std::optional<Price> previousClose;
    std::optional<Price> change;
    std::optional<double> changePercent;
    std::optional<std::int64_t> volume;
    std::optional<Price> vwap;
    Timestamp updated;
};

/// What the row of a contract says about its underlying; the price is missing without a matching plan.
struct UnderlyingFigures {
    std::string ticker;
    std::optional<Price> price;
    Timestamp updated;
    Timeframe timeframe = Timeframe::Unknown;
};

/// A row of the unified snapshot, and of an option chain. Members that were not sent are nullopt.
struct SnapshotRow {
    Ticker ticker;
    std::string name;
    std::string marketStatus;
    SessionFigures session;
    std::optional<market::Quote> lastQuote;
    Timeframe quoteTimeframe = Timeframe::Unknown;
    std::optional<market::TradePrint> lastTrade;
    std::optional<Price> indexValue;
    std::optional<ChainGreeks> greeks; ///< missing when the venue could not compute them
    std::optional<double> impliedVolatility;
    std::optional<std::int64_t> openInterest; ///< of the day before
    std::optional<Price> breakEven;
    std::optional<UnderlyingFigures> underlying;
    /// Of contracts: the fields contradict the name; such a row must not be traded on.
    bool disagreesWithName = false;
};

/// A ticker the venue could not answer for, inside an answer that is otherwise good.
struct RowError {
    std::string ticker; ///< as asked
    std::string error;  ///< NOT_FOUND, NOT_ENTITLED
    std::string message;
};

/// A page of unified rows.
struct SnapshotsPage {
    std::vector<SnapshotRow> rows;
    std::vector<RowError> errors;
    std::string nextUrl;
    int skipped = 0;
    bool isDelayed = false;
};

/// One stock (`ticker`) or several (`tickers`). Errors: broken JSON, an error status, a number that does not
/// fit, a part without its price or time.
Result<Page<StockSnapshot>> decodeStockSnapshots(std::string_view json);
/// Unified snapshots, index snapshots and option chains.
Result<SnapshotsPage> decodeSnapshots(std::string_view json);

} // namespace strikedesk::polygon
