// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/alpaca_market_data.h"

#include "core/io/venues/alpaca/answers.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

namespace strikedesk::alpaca {

namespace {

/// The venue takes at most 100 contracts a request; stocks are cut the same way to keep the URL short.
constexpr std::size_t kSymbolsPerRequest = 100;

/// One request's worth of symbols of one kind.
struct SymbolGroup {
    bool isOption = false;
    std::string joined;
};

std::vector<SymbolGroup> groupsOf(const std::vector<Symbol>& symbols) {
    std::vector<SymbolGroup> groups;
    for (const bool isOption : {false, true}) {
        std::size_t inGroup = kSymbolsPerRequest;
        for (const Symbol& symbol : symbols) {
            if (symbol.looksLikeOption() != isOption)
                continue;
            if (inGroup == kSymbolsPerRequest) {
                groups.push_back({isOption, {}});
                inGroup = 0;
            }
            std::string& joined = groups.back().joined;
            joined += (joined.empty() ? "" : "%2C") + percentEncoded(symbol.view());
            ++inGroup;
        }
    }
    return groups;
}

std::string withToken(const std::string& path, const std::string& token) {
    return token.empty() ? std::string() : path + "&page_token=" + percentEncoded(token);
}

std::string filterQuery(const ContractFilter& filter) {
    std::string query;
    if (filter.expiryFrom)
        query += "&expiration_date_gte=" + filter.expiryFrom->iso();
    if (filter.expiryTo)
        query += "&expiration_date_lte=" + filter.expiryTo->iso();
    if (filter.strikeFrom)
        query += "&strike_price_gte=" + filter.strikeFrom->text();
    if (filter.strikeTo)
        query += "&strike_price_lte=" + filter.strikeTo->text();
    if (filter.right)
        query += *filter.right == OptionRight::Call ? "&type=call" : "&type=put";
    return query;
}

Result<std::string> takeSnapshots(std::vector<Snapshot>& rows, std::string_view body,
                                  const std::string& path) {
    auto page = decodeSnapshots(body);
    if (!page)
        return page.error();
    std::move(page->snapshots.begin(), page->snapshots.end(), std::back_inserter(rows));
    return withToken(path, page->nextPageToken);
}

} // namespace

AlpacaMarketData::AlpacaMarketData(AlpacaRest& data, AlpacaRest& trading, const AlpacaEndpoints& endpoints)
    : m_data(data), m_trading(trading), m_stockFeed(endpoints.stockFeed), m_optionFeed(endpoints.optionFeed) {
}

void AlpacaMarketData::latestQuotes(const std::vector<Symbol>& symbols,
                                    std::function<void(Result<std::vector<market::Quote>>)> answered) {
    std::vector<std::string> paths;
    for (const SymbolGroup& group : groupsOf(symbols))
        paths.push_back((group.isOption ? "/v1beta1/options" : "/v2/stocks") +
                        std::string("/quotes/latest?symbols=") + group.joined +
                        "&feed=" + (group.isOption ? m_optionFeed : m_stockFeed));
    gather<std::vector<market::Quote>>(
        m_data, net::Lane::Sweep, std::move(paths),
        [](std::vector<market::Quote>& rows, std::string_view body,
           const std::string&) -> Result<std::string> {
            auto page = decodeQuotes(body);
            if (!page)
                return page.error();
            for (const auto& [symbol, quotes] : page->rows)
                rows.insert(rows.end(), quotes.begin(), quotes.end());
            return std::string();
        },
        std::move(answered));
}

void AlpacaMarketData::bars(
    const market::BarQuery& query,
    std::function<void(Result<std::map<Symbol, std::vector<market::Bar>>>)> answered) {
    using Rows = std::map<Symbol, std::vector<market::Bar>>;
    std::vector<std::string> paths;
    for (const SymbolGroup& group : groupsOf(query.symbols)) {
        std::string path = (group.isOption ? "/v1beta1/options" : "/v2/stocks") +
                           std::string("/bars?symbols=") + group.joined +
                           "&timeframe=" + percentEncoded(query.timeframe) + "&limit=10000&sort=asc";
        if (query.start.isSet())
            path += "&start=" + percentEncoded(query.start.rfc3339());
        if (query.end.isSet())
            path += "&end=" + percentEncoded(query.end.rfc3339());
        // Option bars know neither feed nor adjustment; stock bars are asked for split-adjusted.
        paths.push_back(group.isOption ? path : path + "&adjustment=split&feed=" + m_stockFeed);
    }
    gather<Rows>(
        m_data, net::Lane::History, std::move(paths),
        [](Rows& rows, std::string_view body, const std::string& path) -> Result<std::string> {
            auto page = decodeBars(body);
            if (!page)
                return page.error();
            for (auto& [symbol, bars] : page->rows) {
                auto& target = rows[symbol];
                std::move(bars.begin(), bars.end(), std::back_inserter(target));
            }
            return withToken(path, page->nextPageToken);
        },
        [answered = std::move(answered)](Result<Rows> result) {
            if (result)
                for (auto& [symbol, bars] : result.value())
                    std::stable_sort(
                        bars.begin(), bars.end(),
                        [](const market::Bar& a, const market::Bar& b) { return a.start < b.start; });
            answered(std::move(result));
        });
}

void AlpacaMarketData::assets(std::function<void(Result<std::vector<Asset>>)> answered) {
    readAnswer(m_trading, net::Lane::History, "/v2/assets?status=active&asset_class=us_equity", decodeAssets,
               std::move(answered));
}

void AlpacaMarketData::contracts(const Symbol& underlying, const ContractFilter& filter,
                                 std::function<void(Result<std::vector<ListedContract>>)> answered) {
    const std::string path = "/v2/options/contracts?underlying_symbols=" + percentEncoded(underlying.view()) +
                             "&status=" + (filter.isActive ? "active" : "inactive") +
                             "&show_deliverables=true&limit=10000" + filterQuery(filter);
    gather<std::vector<ListedContract>>(
        m_trading, net::Lane::History, {path},
        [](std::vector<ListedContract>& rows, std::string_view body,
           const std::string& from) -> Result<std::string> {
            auto page = decodeContracts(body);
            if (!page)
                return page.error();
            std::move(page->contracts.begin(), page->contracts.end(), std::back_inserter(rows));
            return withToken(from, page->nextPageToken);
        },
        std::move(answered));
}

void AlpacaMarketData::chain(const Symbol& underlying, const ContractFilter& filter,
                             std::function<void(Result<std::vector<Snapshot>>)> answered) {
    const std::string path = "/v1beta1/options/snapshots/" + percentEncoded(underlying.view()) +
                             "?feed=" + m_optionFeed + "&limit=1000" + filterQuery(filter);
    gather<std::vector<Snapshot>>(
        m_data, net::Lane::Sweep, {path}, takeSnapshots,
        [answered = std::move(answered)](Result<std::vector<Snapshot>> result) {
            if (result)
                std::sort(result->begin(), result->end(),
                          [](const Snapshot& a, const Snapshot& b) { return a.symbol < b.symbol; });
            answered(std::move(result));
        });
}

void AlpacaMarketData::snapshots(const std::vector<Symbol>& symbols,
                                 std::function<void(Result<std::vector<Snapshot>>)> answered) {
    std::vector<std::string> paths;
    for (const SymbolGroup& group : groupsOf(symbols))
        paths.push_back((group.isOption ? "/v1beta1/options/snapshots?limit=1000&symbols="
                                        : "/v2/stocks/snapshots?symbols=") +
                        group.joined + "&feed=" + (group.isOption ? m_optionFeed : m_stockFeed));
    gather<std::vector<Snapshot>>(m_data, net::Lane::Sweep, std::move(paths), takeSnapshots,
                                  std::move(answered));
}

void AlpacaMarketData::news(const std::vector<Symbol>& symbols, int limit,
                            std::function<void(Result<std::vector<NewsArticle>>)> answered) {
    std::string path = "/v1beta1/news?sort=desc&limit=" + std::to_string(std::clamp(limit, 1, 50));
    std::string joined;
    for (const Symbol& symbol : symbols)
        joined += (joined.empty() ? "" : "%2C") + percentEncoded(symbol.view());
    if (!joined.empty())
        path += "&symbols=" + joined;
    gather<std::vector<NewsArticle>>(
        m_data, net::Lane::History, {path},
        [](std::vector<NewsArticle>& rows, std::string_view body, const std::string&) -> Result<std::string> {
            auto page = decodeNews(body);
            if (!page)
                return page.error();
            rows = std::move(page->articles);
            return std::string();
        },
        std::move(answered));
}

} // namespace strikedesk::alpaca
