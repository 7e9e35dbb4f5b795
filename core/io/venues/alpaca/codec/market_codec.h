// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/market/bar.h"
#include "core/market/quote.h"
#include "core/market/trade_print.h"
#include "core/options/contract.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::alpaca {

/// Rows per symbol of one page. The single-symbol form of an answer gives the same shape.
template <class Row>
struct RowsPage {
    std::map<Symbol, std::vector<Row>> rows;
    std::string nextPageToken; ///< empty on the last page
    int skipped = 0;           ///< entries whose key is not a symbol of ours
};

/// A historical print; `update` is empty, canceled, incorrect or corrected.
struct HistoricalTrade {
    market::TradePrint print;
    std::string update;
};

/// One print of an opening or closing auction.
struct AuctionPrint {
    Timestamp at;
    std::string exchange;
    std::string condition;
    Price price;
    std::int64_t size = 0;
};

struct AuctionDay {
    Date date;
    std::vector<AuctionPrint> opening;
    std::vector<AuctionPrint> closing;
};

/// Everything the venue knows about one symbol now; members it did not send are nullopt.
struct Snapshot {
    Symbol symbol;
    std::optional<market::TradePrint> latestTrade;
    std::optional<market::Quote> latestQuote;
    std::optional<market::Bar> minuteBar;
    std::optional<market::Bar> dailyBar;
    std::optional<market::Bar> previousDailyBar;
    std::optional<options::Greeks> greeks;   ///< missing when the venue could not solve them
    std::optional<double> impliedVolatility; ///< fraction
};

struct SnapshotsPage {
    std::vector<Snapshot> snapshots; ///< ordered by symbol
    std::string nextPageToken;
    int skipped = 0;
};

/// Index values (SPX, VIX).
struct IndexValue {
    Timestamp at;
    double value = 0;
};

/// Market data answers. `latest` forms (one row per symbol) and history forms (arrays) decode alike.
/// Errors: broken JSON, a row without time or price, a number outside US markets.
Result<RowsPage<market::Bar>> decodeBars(std::string_view json);
Result<RowsPage<market::Quote>> decodeQuotes(std::string_view json);
Result<RowsPage<HistoricalTrade>> decodeTrades(std::string_view json);
Result<RowsPage<AuctionDay>> decodeAuctions(std::string_view json);
Result<RowsPage<IndexValue>> decodeIndexValues(std::string_view json);
/// Stock snapshots (a map, or one object with `symbol`), option snapshots and chain pages.
Result<SnapshotsPage> decodeSnapshots(std::string_view json);

} // namespace strikedesk::alpaca
