// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/data_access.h"
#include "core/run/sandbox/alpaca/data_routes.h"
#include "core/run/sandbox/alpaca/tick_query.h"
#include "core/run/sandbox/alpaca/wire_market.h"
#include "core/run/sandbox/alpaca/wire_trading.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

constexpr std::size_t kMaxSymbols = 500;

char tapeOf(const Api& api, const Symbol& symbol) {
    const Asset* asset = stockOf(api, symbol);
    return asset != nullptr ? asset->tape : ' ';
}

json tickJson(const market::TradePrint& print, char tape) { return printJson(print, tape); }
json tickJson(const market::Quote& quote, char tape) { return quoteJson(quote, tape); }

/// A map by symbol, or for one symbol its array (null when there is nothing).
template <class Tick>
HttpAnswer pageAnswer(const Api& api, const SeriesPage<Tick>& page, const std::string& what,
                      const std::optional<Symbol>& single) {
    json out;
    out[what] = single ? json(nullptr) : json::object();
    for (const auto& [symbol, ticks] : page.rows) {
        json rows = json::array();
        for (const Tick& tick : ticks)
            rows.push_back(tickJson(tick, tapeOf(api, symbol)));
        if (single)
            out[what] = std::move(rows);
        else
            out[what][symbol.text()] = std::move(rows);
    }
    if (single)
        out["symbol"] = single->text();
    out["next_page_token"] = page.nextToken.empty() ? json(nullptr) : json(pageToken(page.nextToken));
    return jsonAnswer(200, out);
}

json auctionJson(const market::TradePrint& print, const char* condition) {
    json out;
    out["t"] = print.at.rfc3339();
    out["x"] = print.exchange;
    out["p"] = print.price.toDoubleLossy();
    out["s"] = print.size;
    out["c"] = condition;
    return out;
}

/// The simulated market holds no auction: the first and the last print of the core session stand for what the
/// listing exchange reports, each as the auction trade (O, 6) and as the official price (Q, M).
json dayAuctions(const Api& api, const Symbol& symbol, const trade::SessionDay& day, Timestamp latest) {
    json opens = json::array();
    json closes = json::array();
    const auto first = api.source().prints(symbol, day.open, std::min(day.close, latest), 1);
    if (!first.empty())
        for (const char* condition : {"O", "Q"})
            opens.push_back(auctionJson(first.front(), condition));
    const auto last =
        day.close <= latest ? api.source().printAt(symbol, day.close) : std::optional<market::TradePrint>();
    if (last && day.open <= last->at)
        for (const char* condition : {"6", "M"})
            closes.push_back(auctionJson(*last, condition));
    if (opens.empty())
        return nullptr;
    return json{{"d", day.date.iso()}, {"o", std::move(opens)}, {"c", std::move(closes)}};
}

/// The token names the symbol and the midnight of the day that was sent last.
bool isAfterToken(const SeriesRequest& query, const Symbol& symbol, Timestamp midnight) {
    if (!query.tokenTime.isSet() || query.tokenSymbol < symbol)
        return true;
    if (symbol < query.tokenSymbol)
        return false;
    return query.descending ? midnight < query.tokenTime : query.tokenTime < midnight;
}

} // namespace

std::vector<Symbol> readStocks(const Api& api, QueryReader& reader, const std::optional<Symbol>& single) {
    std::vector<Symbol> symbols = single ? std::vector{*single} : reader.symbols("symbols", kMaxSymbols);
    if (symbols.empty())
        reader.fail("symbols");
    std::erase_if(symbols, [&](const Symbol& symbol) { return stockOf(api, symbol) == nullptr; });
    return symbols;
}

HttpAnswer stockTicks(const Api& api, const HttpRequest& request, const std::string& what,
                      const std::optional<Symbol>& single) {
    QueryReader reader(request, api.calendar());
    std::vector<Symbol> symbols = readStocks(api, reader, single);
    const FeedRule rule = stockFeed(api, reader, request, FeedUse::History);
    SeriesRequest query = readSeriesRequest(reader, std::move(symbols), rule.latest, api.calendar());
    if (reader.failed())
        return reader.failure();
    if (rule.refusal)
        return *rule.refusal;
    if (rule.isEmpty)
        query.symbols.clear();
    if (what == "quotes")
        return pageAnswer(api, quotePage(api.source(), query), what, single);
    return pageAnswer(api, tradePage(api.source(), query), what, single);
}

HttpAnswer optionTrades(const Api& api, const HttpRequest&, QueryReader& reader,
                        std::vector<Symbol> contracts) {
    const SeriesRequest query = readSeriesRequest(reader, std::move(contracts), api.now, api.calendar());
    if (reader.failed())
        return reader.failure();
    return pageAnswer(api, tradePage(api.source(), query), "trades", std::nullopt);
}

HttpAnswer stockAuctions(const Api& api, const HttpRequest& request, const std::optional<Symbol>& single) {
    QueryReader reader(request, api.calendar());
    std::vector<Symbol> symbols = readStocks(api, reader, single);
    const FeedRule rule = stockFeed(api, reader, request, FeedUse::History);
    const SeriesRequest query = readSeriesRequest(reader, std::move(symbols), rule.latest, api.calendar());
    if (reader.failed())
        return reader.failure();
    if (rule.refusal)
        return *rule.refusal;
    const SessionCalendar& calendar = api.calendar();
    // Nothing is known of the years before; a longer span is not searched through.
    constexpr int kMostDays = 1'500;
    const Date lastDay = calendar.dateOf(query.end);
    auto days = calendar.sessions(std::max(calendar.dateOf(query.start), lastDay - kMostDays), lastDay);
    if (query.descending)
        std::reverse(days.begin(), days.end());
    json map = json::object();
    json next = nullptr;
    std::size_t left = query.limit;
    Symbol lastSymbol;
    Timestamp last;
    for (const Symbol& symbol : query.symbols) {
        for (const trade::SessionDay& day : days) {
            const Timestamp midnight = calendar.newYork(day.date, 0);
            if (rule.isEmpty || !next.is_null() || !isAfterToken(query, symbol, midnight))
                continue;
            json row = dayAuctions(api, symbol, day, query.end);
            if (row.is_null())
                continue;
            if (left == 0) {
                next = pageToken(seriesToken(lastSymbol, last, 1));
                continue;
            }
            map[symbol.text()].push_back(std::move(row));
            lastSymbol = symbol;
            last = midnight;
            --left;
        }
    }
    json out;
    out["auctions"] = std::move(map);
    if (single) {
        out["symbol"] = single->text();
        out["auctions"] = out["auctions"].value(single->text(), json::array());
    }
    out["next_page_token"] = std::move(next);
    return jsonAnswer(200, out);
}

} // namespace strikedesk::sandbox
