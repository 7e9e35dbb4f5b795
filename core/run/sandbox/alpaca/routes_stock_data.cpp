// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/bar_query.h"
#include "core/run/sandbox/alpaca/data_access.h"
#include "core/run/sandbox/alpaca/data_routes.h"
#include "core/run/sandbox/alpaca/wire_market.h"
#include "core/run/sandbox/alpaca/wire_trading.h"
#include "core/run/sandbox/api.h"

#include <nlohmann/json.hpp>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

constexpr std::size_t kMaxSymbols = 500;
/// How far back the last trading days of a snapshot are looked for.
constexpr int kSnapshotDays = 10;

std::optional<market::Bar> latestMinute(const Api& api, const Symbol& symbol, Timestamp at) {
    const auto print = api.source().printAt(symbol, at);
    if (!print)
        return std::nullopt;
    const std::vector<market::Bar> bars =
        api.source().minuteBars(symbol, print->at - Duration::minutes(10), at, at);
    for (auto bar = bars.rbegin(); bar != bars.rend(); ++bar)
        if (bar->start + Duration::minutes(1) <= at)
            return *bar;
    return std::nullopt;
}

json snapshotJson(const Api& api, const Symbol& symbol, const FeedRule& rule) {
    const Asset* asset = stockOf(api, symbol);
    if (asset == nullptr)
        return nullptr;
    json out = json::object();
    if (rule.isEmpty)
        return out;
    const Timestamp at = rule.latest;
    if (const auto print = api.source().printAt(symbol, at))
        out["latestTrade"] = printJson(*print, asset->tape);
    if (const auto quote = api.source().quoteAt(symbol, at))
        out["latestQuote"] = quoteJson(*quote, asset->tape);
    if (const auto minute = latestMinute(api, symbol, at))
        out["minuteBar"] = barJson(*minute);
    const Date today = api.calendar().dateOf(at);
    const std::vector<market::Bar> days = api.source().dailyBars(symbol, today - kSnapshotDays, today, at);
    if (!days.empty())
        out["dailyBar"] = barJson(days.back());
    if (days.size() > 1)
        out["prevDailyBar"] = barJson(days[days.size() - 2]);
    return out;
}

json latestJson(const Api& api, const Symbol& symbol, std::string_view what, const FeedRule& rule) {
    const Asset* asset = stockOf(api, symbol);
    if (asset == nullptr || rule.isEmpty)
        return nullptr;
    if (what == "quotes") {
        const auto quote = api.source().quoteAt(symbol, rule.latest);
        return quote ? quoteJson(*quote, asset->tape) : json(nullptr);
    }
    if (what == "trades") {
        const auto print = api.source().printAt(symbol, rule.latest);
        return print ? printJson(*print, asset->tape) : json(nullptr);
    }
    const auto bar = latestMinute(api, symbol, rule.latest);
    return bar ? barJson(*bar) : json(nullptr);
}

/// Reads the feed of a request for the newest prices; the answer when it is refused.
std::optional<HttpAnswer> readLatestFeed(const Api& api, const HttpRequest& request, QueryReader& reader,
                                         FeedRule& rule) {
    rule = stockFeed(api, reader, request, FeedUse::Latest);
    if (reader.failed())
        return reader.failure();
    return rule.refusal;
}

HttpAnswer latestMany(const Api& api, const HttpRequest& request, const std::string& what) {
    QueryReader reader(request, api.calendar());
    const std::vector<Symbol> symbols = reader.symbols("symbols", kMaxSymbols);
    if (symbols.empty())
        reader.fail("symbols");
    FeedRule rule;
    if (auto refused = readLatestFeed(api, request, reader, rule))
        return *refused;
    json rows = json::object();
    for (const Symbol& symbol : symbols)
        if (json row = latestJson(api, symbol, what, rule); !row.is_null())
            rows[symbol.text()] = std::move(row);
    json out;
    out[what] = std::move(rows);
    return jsonAnswer(200, out);
}

HttpAnswer latestOne(const Api& api, const HttpRequest& request, const Symbol& symbol,
                     const std::string& what) {
    QueryReader reader(request, api.calendar());
    FeedRule rule;
    if (auto refused = readLatestFeed(api, request, reader, rule))
        return *refused;
    json out;
    out["symbol"] = symbol.text();
    json row = latestJson(api, symbol, what, rule);
    if (row.is_null())
        return errorAnswer(404, 40410000, "no " + what + " found for " + symbol.text());
    out[what.substr(0, what.size() - 1)] = std::move(row);
    return jsonAnswer(200, out);
}

HttpAnswer snapshots(const Api& api, const HttpRequest& request) {
    QueryReader reader(request, api.calendar());
    const std::vector<Symbol> symbols = reader.symbols("symbols", kMaxSymbols);
    if (symbols.empty())
        reader.fail("symbols");
    FeedRule rule;
    if (auto refused = readLatestFeed(api, request, reader, rule))
        return *refused;
    json out = json::object();
    for (const Symbol& symbol : symbols)
        out[symbol.text()] = snapshotJson(api, symbol, rule);
    return jsonAnswer(200, out);
}

HttpAnswer snapshotOne(const Api& api, const HttpRequest& request, const Symbol& symbol) {
    QueryReader reader(request, api.calendar());
    FeedRule rule;
    if (auto refused = readLatestFeed(api, request, reader, rule))
        return *refused;
    json out = snapshotJson(api, symbol, rule);
    if (out.is_null())
        return errorAnswer(404, 40410000, "no snapshot found for " + symbol.text());
    out["symbol"] = symbol.text();
    return jsonAnswer(200, out);
}

HttpAnswer bars(const Api& api, const HttpRequest& request, const std::optional<Symbol>& single) {
    QueryReader reader(request, api.calendar());
    std::vector<Symbol> symbols = readStocks(api, reader, single);
    const FeedRule rule = stockFeed(api, reader, request, FeedUse::History);
    BarRequest query = readBarRequest(reader, request, std::move(symbols), rule.latest, api.calendar());
    if (reader.failed())
        return reader.failure();
    if (rule.refusal)
        return *rule.refusal;
    if (rule.isEmpty)
        query.symbols.clear();
    const BarPage page = barPage(api.source(), api.calendar(), query, rule.latest);
    countBars(api.arrivals, page);
    json out;
    out["bars"] = single ? json(nullptr) : json::object();
    for (const auto& [symbol, list] : page.rows) {
        json rows = json::array();
        for (const market::Bar& bar : list)
            rows.push_back(barJson(bar));
        if (single)
            out["bars"] = std::move(rows);
        else
            out["bars"][symbol.text()] = std::move(rows);
    }
    if (single)
        out["symbol"] = single->text();
    out["next_page_token"] = page.nextToken.empty() ? json(nullptr) : json(pageToken(page.nextToken));
    return jsonAnswer(200, out);
}

bool isSeries(const std::string& word) { return word == "bars" || word == "quotes" || word == "trades"; }

/// /v2/stocks/{symbol}/…
std::optional<HttpAnswer> singleStock(const Api& api, const HttpRequest& request) {
    const auto& segments = request.segments;
    const auto symbol = Symbol::tryFrom(segments[2]);
    if (!symbol)
        return errorAnswer(400, 40010001, "invalid symbol");
    if (segments.size() == 4 && segments[3] == "bars")
        return bars(api, request, *symbol);
    if (segments.size() == 4 && (segments[3] == "trades" || segments[3] == "quotes"))
        return stockTicks(api, request, segments[3], *symbol);
    if (segments.size() == 4 && segments[3] == "auctions")
        return stockAuctions(api, request, *symbol);
    if (segments.size() == 4 && segments[3] == "snapshot")
        return snapshotOne(api, request, *symbol);
    if (segments.size() == 5 && isSeries(segments[3]) && segments[4] == "latest")
        return latestOne(api, request, *symbol, segments[3]);
    return std::nullopt;
}

std::optional<HttpAnswer> answerGet(const Api& api, const HttpRequest& request) {
    const auto& segments = request.segments;
    if (segments.size() == 3 && segments[2] == "bars")
        return bars(api, request, std::nullopt);
    if (segments.size() == 3 && (segments[2] == "trades" || segments[2] == "quotes"))
        return stockTicks(api, request, segments[2], std::nullopt);
    if (segments.size() == 3 && segments[2] == "auctions")
        return stockAuctions(api, request, std::nullopt);
    if (segments.size() == 3 && segments[2] == "snapshots")
        return snapshots(api, request);
    if (segments[2] == "meta")
        return metaAnswer(api, request, false);
    if (segments.size() == 4 && isSeries(segments[2]) && segments[3] == "latest")
        return latestMany(api, request, segments[2]);
    return segments.size() >= 4 ? singleStock(api, request) : std::nullopt;
}

} // namespace

std::optional<HttpAnswer> stockDataRoute(Api& api, const HttpRequest& request) {
    const auto& segments = request.segments;
    if (segments.size() < 3 || segments[0] != "v2" || segments[1] != "stocks")
        return std::nullopt;
    if (request.method != "GET")
        return methodNotAllowed("GET");
    return answerGet(api, request);
}

} // namespace strikedesk::sandbox
