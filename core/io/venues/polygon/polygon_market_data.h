// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/common/reads.h"
#include "core/io/venues/polygon/codec/company_codec.h"
#include "core/io/venues/polygon/codec/market_codec.h"
#include "core/io/venues/polygon/codec/reference_codec.h"
#include "core/io/venues/polygon/codec/snapshot_codec.h"
#include "core/io/venues/polygon/polygon_rest.h"
#include "core/market/provider.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace strikedesk::polygon {

using venues::ContractFilter;

/// Snapshots of many instruments, and those the provider had no answer for.
struct Snapshots {
    std::vector<SnapshotRow> rows; ///< ordered by symbol
    std::vector<RowError> errors;
    bool isDelayed = false; ///< some of them are 15 minutes late
};

/// Which prints or quotes of history: both ends inclusive, oldest first, at most `most` (1 to 50,000).
struct TickQuery {
    Symbol symbol;
    Timestamp from;
    Timestamp to;
    std::size_t most = 50'000;
};

/// Market data by request. All pages are joined; a run of pages that does not end is an error. Callbacks come
/// later, once, on the same thread. What the plan does not include is Refused ("polygon.http.not_entitled").
/// One thread.
class PolygonMarketData final : public market::MarketDataProvider {
public:
    /// `rest` and `clock` outlive the provider.
    PolygonMarketData(PolygonRest& rest, const Clock& clock);

    /// One request for up to 250 instruments, stocks and contracts mixed. A quote of a delayed plan has its
    /// own old time. Error Refused when the plan has no quotes for any of them.
    void latestQuotes(const std::vector<Symbol>& symbols,
                      std::function<void(Result<std::vector<market::Quote>>)> answered) override;
    /// Stocks adjusted for splits. Without an end: until now; without a start: the day of the end.
    void bars(const market::BarQuery& query,
              std::function<void(Result<std::map<Symbol, std::vector<market::Bar>>>)> answered) override;

    /// Snapshots of up to 250 instruments a request.
    void snapshots(const std::vector<Symbol>& symbols, std::function<void(Result<Snapshots>)> answered);
    /// Stocks only, with their day before.
    void stockSnapshots(const std::vector<Symbol>& symbols,
                        std::function<void(Result<std::vector<StockSnapshot>>)> answered);
    /// Quotes and greeks of a chain, ordered by contract; `filter` should be narrow, pages hold 250.
    void chain(const Symbol& underlying, const ContractFilter& filter,
               std::function<void(Result<Snapshots>)> answered);
    void contracts(const Symbol& underlying, const ContractFilter& filter,
                   std::function<void(Result<std::vector<ListedContract>>)> answered);
    /// The last finished day's bar; its start is the provider's stamp, to be keyed by day.
    void previousDay(const Symbol& symbol, std::function<void(Result<market::Bar>)> answered);
    /// Error NotFound on days without trading.
    void openClose(const Symbol& symbol, Date day, std::function<void(Result<OpenClose>)> answered);
    /// All stocks of one day.
    void groupedDay(Date day, std::function<void(Result<std::vector<DayRow>>)> answered);
    void lastTrade(const Symbol& symbol, std::function<void(Result<HistoricalTrade>)> answered);
    void trades(const TickQuery& query, std::function<void(Result<std::vector<HistoricalTrade>>)> answered);
    void quotes(const TickQuery& query, std::function<void(Result<std::vector<HistoricalQuote>>)> answered);

    /// Tickers whose name or text matches; at most one page of `most` (1 to 1,000).
    void tickers(const std::string& search, int most,
                 std::function<void(Result<std::vector<TickerInfo>>)> answered);
    void tickerDetails(const Symbol& symbol, std::function<void(Result<TickerInfo>)> answered);
    void marketStatus(std::function<void(Result<MarketStatus>)> answered);
    void upcomingHolidays(std::function<void(Result<std::vector<MarketHoliday>>)> answered);
    void splits(const Symbol& symbol, std::function<void(Result<std::vector<Split>>)> answered);
    void dividends(const Symbol& symbol, std::function<void(Result<std::vector<Dividend>>)> answered);
    /// The newest reports first, one page of `most` (1 to 1,000).
    void shortInterest(const Symbol& symbol, int most,
                       std::function<void(Result<std::vector<ShortInterest>>)> answered);
    void shortVolume(const Symbol& symbol, int most,
                     std::function<void(Result<std::vector<ShortVolume>>)> answered);
    /// Articles newest first, at most `limit` (1,000) for each symbol, each once; of all without symbols.
    void news(const std::vector<Symbol>& symbols, int limit,
              std::function<void(Result<std::vector<NewsArticle>>)> answered);

private:
    PolygonRest& m_rest;
    const Clock& m_clock;
};

} // namespace strikedesk::polygon
