// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/polygon_market_data.h"

#include "core/io/net/rest_reading.h"
#include "core/io/venues/polygon/bar_pages.h"

#include <QTimer>

#include <algorithm>
#include <iterator>
#include <memory>
#include <tuple>
#include <utility>

namespace strikedesk::polygon {

namespace {

using net::gather;
using net::Lane;
using net::percentEncoded;

constexpr std::size_t kTickersPerRequest = 250; ///< protocol facts, section 7
constexpr int kMostChainPages = 60;             ///< 15,000 contracts

template <class Row>
void append(std::vector<Row>& target, std::vector<Row>&& rows) {
    std::move(rows.begin(), rows.end(), std::back_inserter(target));
}

std::vector<std::string> snapshotPaths(const std::vector<Symbol>& symbols) {
    std::vector<std::string> paths;
    for (std::size_t at = 0; at < symbols.size(); ++at) {
        if (at % kTickersPerRequest == 0)
            paths.emplace_back("/v3/snapshot?limit=250&ticker.any_of=");
        else
            paths.back() += "%2C";
        paths.back() += percentEncoded(tickerText(symbols[at]));
    }
    return paths;
}

std::string filterQuery(const ContractFilter& filter) {
    std::string query;
    if (filter.expiryFrom)
        query += "&expiration_date.gte=" + filter.expiryFrom->iso();
    if (filter.expiryTo)
        query += "&expiration_date.lte=" + filter.expiryTo->iso();
    if (filter.strikeFrom)
        query += "&strike_price.gte=" + filter.strikeFrom->text();
    if (filter.strikeTo)
        query += "&strike_price.lte=" + filter.strikeTo->text();
    if (filter.right)
        query += *filter.right == OptionRight::Call ? "&contract_type=call" : "&contract_type=put";
    return query;
}

Result<std::string> takeSnapshots(Snapshots& all, std::string_view body, const std::string& path) {
    auto page = decodeSnapshots(body);
    if (!page)
        return page.error();
    append(all.rows, std::move(page->rows));
    append(all.errors, std::move(page->errors));
    all.isDelayed = all.isDelayed || page->isDelayed;
    return nextPath(page->nextUrl, path);
}

std::function<void(Result<Snapshots>)> sorted(std::function<void(Result<Snapshots>)> answered) {
    return [answered = std::move(answered)](Result<Snapshots> result) {
        if (result)
            std::sort(
                result->rows.begin(), result->rows.end(),
                [](const SnapshotRow& a, const SnapshotRow& b) { return a.ticker.symbol < b.ticker.symbol; });
        answered(std::move(result));
    };
}

/// The quotes of rows; why there are none when the plan keeps them back or gives them late.
Result<std::vector<market::Quote>> quotesOf(const Snapshots& snapshots) {
    std::vector<market::Quote> quotes;
    bool isAnyLate = false;
    for (const SnapshotRow& row : snapshots.rows) {
        const bool isLate = row.quoteTimeframe == Timeframe::Delayed;
        isAnyLate = isAnyLate || (row.lastQuote && isLate);
        if (row.lastQuote && !isLate)
            quotes.push_back(*row.lastQuote);
    }
    if (quotes.empty() && isAnyLate)
        return Error{
            ErrorKind::Refused,
            "polygon.http.late",
            "The data provider's quotes are 15 minutes late under this plan. Nothing is priced by them.",
            {},
            {}};
    const auto refused =
        std::find_if(snapshots.errors.begin(), snapshots.errors.end(), [](const RowError& error) {
            return error.error == "NOT_ENTITLED" || error.error == "NOT_AUTHORIZED";
        });
    if (quotes.empty() && refused != snapshots.errors.end())
        return Error{ErrorKind::Refused,
                     "polygon.http.not_entitled",
                     sentenceFor(VenueError{refused->error, refused->message, {}}, 403),
                     {},
                     "snapshot of " + refused->ticker};
    return quotes;
}

/// A page of plain rows, all pages joined.
template <class Row>
std::function<Result<std::string>(std::vector<Row>&, std::string_view, const std::string&)>
pagesOf(Result<Page<Row>> (*decode)(std::string_view)) {
    return [decode](std::vector<Row>& rows, std::string_view body,
                    const std::string& path) -> Result<std::string> {
        auto page = decode(body);
        if (!page)
            return page.error();
        append(rows, std::move(page->rows));
        return nextPath(page->nextUrl, path);
    };
}

/// The first page only: the rest is not wanted.
template <class Row>
std::function<Result<std::string>(std::vector<Row>&, std::string_view, const std::string&)>
firstPageOf(Result<Page<Row>> (*decode)(std::string_view)) {
    return
        [decode](std::vector<Row>& rows, std::string_view body, const std::string&) -> Result<std::string> {
            auto page = decode(body);
            if (!page)
                return page.error();
            append(rows, std::move(page->rows));
            return std::string();
        };
}

/// Prints or quotes of one instrument up to the number wanted.
template <class Row>
void readTicks(PolygonRest& rest, const char* what, const TickQuery& query,
               Result<Page<Row>> (*decode)(std::string_view, const Symbol&),
               std::function<void(Result<std::vector<Row>>)> answered) {
    const std::size_t most = std::clamp<std::size_t>(query.most, 1, 50'000);
    const std::string path = std::string(what) + tickerSegment(query.symbol) +
                             "?timestamp.gte=" + std::to_string(query.from.nanoseconds()) +
                             "&timestamp.lte=" + std::to_string(query.to.nanoseconds()) +
                             "&order=asc&sort=timestamp&limit=" + std::to_string(most);
    gather<std::vector<Row>>(
        rest, Lane::History, {path},
        [decode, symbol = query.symbol, most](std::vector<Row>& rows, std::string_view body,
                                              const std::string& from) -> Result<std::string> {
            auto page = decode(body, symbol);
            if (!page)
                return page.error();
            append(rows, std::move(page->rows));
            if (rows.size() < most)
                return nextPath(page->nextUrl, from);
            rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(most), rows.end());
            return std::string();
        },
        std::move(answered));
}

std::string companyPath(const char* path, const Symbol& symbol, const char* rest) {
    return std::string(path) + "?ticker=" + percentEncoded(tickerText(symbol)) + rest;
}

} // namespace

PolygonMarketData::PolygonMarketData(PolygonRest& rest, const Clock& clock) : m_rest(rest), m_clock(clock) {}

void PolygonMarketData::latestQuotes(const std::vector<Symbol>& symbols,
                                     std::function<void(Result<std::vector<market::Quote>>)> answered) {
    gather<Snapshots>(m_rest, Lane::Sweep, snapshotPaths(symbols), takeSnapshots,
                      [answered = std::move(answered)](Result<Snapshots> result) {
                          if (!result)
                              return answered(result.error());
                          answered(quotesOf(*result));
                      });
}

void PolygonMarketData::bars(
    const market::BarQuery& query,
    std::function<void(Result<std::map<Symbol, std::vector<market::Bar>>>)> answered) {
    using Rows = std::map<Symbol, std::vector<market::Bar>>;
    const auto window = barWindowFrom(query.timeframe);
    if (!window) {
        QTimer::singleShot(0, &m_rest,
                           [answered = std::move(answered), error = window.error()] { answered(error); });
        return;
    }
    const Timestamp end = query.end.isSet() ? query.end : m_clock.now().market;
    const Timestamp start = query.start.isSet() ? query.start : Date::ofUtc(end).startUtc();
    const auto asked = std::make_shared<std::map<std::string, BarsAsked>>();
    std::vector<std::string> paths;
    for (const Symbol& symbol : query.symbols)
        for (const SpanPart& part : partsOf(*window, start, end)) {
            const std::string path = barsPath(symbol, *window, part.from, part.to, true);
            if (asked->emplace(path, BarsAsked{symbol, part.from, part.to, {}, true}).second)
                paths.push_back(path);
        }
    gather<Rows>(
        m_rest, Lane::History, std::move(paths),
        [asked](Rows& rows, std::string_view body, const std::string& path) -> Result<std::string> {
            BarsAsked& what = (*asked)[path];
            auto page = readBarsPage(body, path, what);
            if (!page)
                return page.error();
            if (!page->bars.empty()) {
                what.after = page->bars.back().start;
                append(rows[what.symbol], std::move(page->bars));
            }
            return page->nextPath;
        },
        std::move(answered));
}

void PolygonMarketData::snapshots(const std::vector<Symbol>& symbols,
                                  std::function<void(Result<Snapshots>)> answered) {
    gather<Snapshots>(m_rest, Lane::Sweep, snapshotPaths(symbols), takeSnapshots,
                      sorted(std::move(answered)));
}

void PolygonMarketData::stockSnapshots(const std::vector<Symbol>& symbols,
                                       std::function<void(Result<std::vector<StockSnapshot>>)> answered) {
    std::vector<std::string> paths;
    for (std::size_t at = 0; at < symbols.size(); ++at) {
        if (at % kTickersPerRequest == 0)
            paths.emplace_back("/v2/snapshot/locale/us/markets/stocks/tickers?tickers=");
        else
            paths.back() += "%2C";
        paths.back() += percentEncoded(tickerText(symbols[at]));
    }
    gather<std::vector<StockSnapshot>>(m_rest, Lane::Sweep, std::move(paths),
                                       firstPageOf(&decodeStockSnapshots), std::move(answered));
}

void PolygonMarketData::chain(const Symbol& underlying, const ContractFilter& filter,
                              std::function<void(Result<Snapshots>)> answered) {
    const std::string path = "/v3/snapshot/options/" + tickerSegment(underlying) +
                             "?limit=250&order=asc&sort=ticker" + filterQuery(filter);
    gather<Snapshots>(m_rest, Lane::Sweep, {path}, takeSnapshots, sorted(std::move(answered)),
                      kMostChainPages);
}

void PolygonMarketData::contracts(const Symbol& underlying, const ContractFilter& filter,
                                  std::function<void(Result<std::vector<ListedContract>>)> answered) {
    // Reference data name an index without its prefix.
    const std::string path =
        "/v3/reference/options/contracts?underlying_ticker=" + percentEncoded(underlying.view()) +
        "&expired=" + (filter.isActive ? "false" : "true") + "&limit=1000&order=asc&sort=ticker" +
        filterQuery(filter);
    gather<std::vector<ListedContract>>(m_rest, Lane::History, {path}, pagesOf(&decodeContracts),
                                        std::move(answered));
}

void PolygonMarketData::previousDay(const Symbol& symbol, std::function<void(Result<market::Bar>)> answered) {
    m_rest.get(Lane::Sweep,
               "/v2/aggs/ticker/" + tickerSegment(symbol) + "/prev" + adjustedQuery(symbol, true),
               [this, symbol, answered = std::move(answered)](const net::HttpOutcome& outcome) {
                   const auto page = net::decodedAnswer(m_rest, outcome, decodeBars);
                   if (!page)
                       return answered(page.error());
                   if (page->bars.size() == 1 && page->ticker.symbol == symbol)
                       return answered(page->bars.front());
                   answered(Error{ErrorKind::NotFound,
                                  "polygon.answer.nothing",
                                  "The data provider has nothing under this name for this day.",
                                  {},
                                  {}});
               });
}

void PolygonMarketData::openClose(const Symbol& symbol, Date day,
                                  std::function<void(Result<OpenClose>)> answered) {
    net::readAnswer(m_rest, Lane::History,
                    "/v1/open-close/" + tickerSegment(symbol) + "/" + day.iso() + adjustedQuery(symbol, true),
                    decodeOpenClose, std::move(answered));
}

void PolygonMarketData::groupedDay(Date day, std::function<void(Result<std::vector<DayRow>>)> answered) {
    gather<std::vector<DayRow>>(m_rest, Lane::History,
                                {"/v2/aggs/grouped/locale/us/market/stocks/" + day.iso() + "?adjusted=true"},
                                firstPageOf(&decodeGroupedDay), std::move(answered));
}

void PolygonMarketData::lastTrade(const Symbol& symbol,
                                  std::function<void(Result<HistoricalTrade>)> answered) {
    net::readAnswer(m_rest, Lane::Sweep, "/v2/last/trade/" + tickerSegment(symbol), decodeLastTrade,
                    std::move(answered));
}

void PolygonMarketData::trades(const TickQuery& query,
                               std::function<void(Result<std::vector<HistoricalTrade>>)> answered) {
    readTicks(m_rest, "/v3/trades/", query, &decodeTrades, std::move(answered));
}

void PolygonMarketData::quotes(const TickQuery& query,
                               std::function<void(Result<std::vector<HistoricalQuote>>)> answered) {
    readTicks(m_rest, "/v3/quotes/", query, &decodeQuotes, std::move(answered));
}

void PolygonMarketData::tickers(const std::string& search, int most,
                                std::function<void(Result<std::vector<TickerInfo>>)> answered) {
    const std::string path =
        "/v3/reference/tickers?active=true&limit=" + std::to_string(std::clamp(most, 1, 1'000)) +
        "&search=" + percentEncoded(search);
    gather<std::vector<TickerInfo>>(m_rest, Lane::History, {path}, firstPageOf(&decodeTickers),
                                    std::move(answered));
}

void PolygonMarketData::tickerDetails(const Symbol& symbol,
                                      std::function<void(Result<TickerInfo>)> answered) {
    net::readAnswer(m_rest, Lane::History, "/v3/reference/tickers/" + tickerSegment(symbol),
                    decodeTickerDetails, std::move(answered));
}

void PolygonMarketData::marketStatus(std::function<void(Result<MarketStatus>)> answered) {
    net::readAnswer(m_rest, Lane::Sweep, "/v1/marketstatus/now", decodeMarketStatus, std::move(answered));
}

void PolygonMarketData::upcomingHolidays(std::function<void(Result<std::vector<MarketHoliday>>)> answered) {
    net::readAnswer(m_rest, Lane::History, "/v1/marketstatus/upcoming", decodeUpcomingHolidays,
                    std::move(answered));
}

void PolygonMarketData::splits(const Symbol& symbol,
                               std::function<void(Result<std::vector<Split>>)> answered) {
    gather<std::vector<Split>>(
        m_rest, Lane::History,
        {companyPath("/stocks/v1/splits", symbol, "&limit=5000&sort=execution_date.desc")},
        pagesOf(&decodeSplits), std::move(answered));
}

void PolygonMarketData::dividends(const Symbol& symbol,
                                  std::function<void(Result<std::vector<Dividend>>)> answered) {
    gather<std::vector<Dividend>>(
        m_rest, Lane::History,
        {companyPath("/stocks/v1/dividends", symbol, "&limit=5000&sort=ex_dividend_date.desc")},
        pagesOf(&decodeDividends), std::move(answered));
}

void PolygonMarketData::shortInterest(const Symbol& symbol, int most,
                                      std::function<void(Result<std::vector<ShortInterest>>)> answered) {
    gather<std::vector<ShortInterest>>(
        m_rest, Lane::History,
        {companyPath("/stocks/v1/short-interest", symbol, "&sort=settlement_date.desc&limit=") +
         std::to_string(std::clamp(most, 1, 1'000))},
        firstPageOf(&decodeShortInterest), std::move(answered));
}

void PolygonMarketData::shortVolume(const Symbol& symbol, int most,
                                    std::function<void(Result<std::vector<ShortVolume>>)> answered) {
    gather<std::vector<ShortVolume>>(
        m_rest, Lane::History,
        {companyPath("/stocks/v1/short-volume", symbol, "&sort=date.desc&limit=") +
         std::to_string(std::clamp(most, 1, 1'000))},
        firstPageOf(&decodeShortVolume), std::move(answered));
}

void PolygonMarketData::news(const std::vector<Symbol>& symbols, int limit,
                             std::function<void(Result<std::vector<NewsArticle>>)> answered) {
    const std::string common = "/v2/reference/news?order=desc&sort=published_utc&limit=" +
                               std::to_string(std::clamp(limit, 1, 1'000));
    std::vector<std::string> paths;
    // The venue takes one ticker a request here.
    for (const Symbol& symbol : symbols)
        paths.push_back(common + "&ticker=" + percentEncoded(tickerText(symbol)));
    if (paths.empty())
        paths.push_back(common);
    gather<std::vector<NewsArticle>>(
        m_rest, Lane::History, std::move(paths), firstPageOf(&decodeNews),
        [answered = std::move(answered)](Result<std::vector<NewsArticle>> result) {
            if (result) {
                const auto newest = [](const NewsArticle& a, const NewsArticle& b) {
                    return std::tie(b.published, a.id) < std::tie(a.published, b.id);
                };
                std::sort(result->begin(), result->end(), newest);
                const auto isSame = [](const NewsArticle& a, const NewsArticle& b) { return a.id == b.id; };
                result->erase(std::unique(result->begin(), result->end(), isSame), result->end());
            }
            answered(std::move(result));
        });
}

} // namespace strikedesk::polygon
