// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/wire_trading.h"
#include "core/run/sandbox/polygon/polygon_routes.h"
#include "core/run/sandbox/polygon/snapshot_parts.h"
#include "core/run/sandbox/polygon/wire_polygon.h"

#include <algorithm>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

constexpr std::size_t kMaxTickers = 1'000;
constexpr std::size_t kMovers = 20;
constexpr std::int64_t kMoversVolume = 10'000;

/// o, h, l, c, v, vw; zeros where there is no bar yet (section 7).
json barPart(const std::optional<market::Bar>& bar) {
    const market::Bar shown = bar.value_or(market::Bar());
    json out;
    out["o"] = numberJson(shown.open);
    out["h"] = numberJson(shown.high);
    out["l"] = numberJson(shown.low);
    out["c"] = numberJson(shown.close);
    out["v"] = shown.volume;
    out["vw"] = numberJson(shown.vwap);
    return out;
}

json minutePart(const std::optional<market::Bar>& minute, const std::optional<market::Bar>& day) {
    json out = barPart(minute);
    out["n"] = minute ? minute->tradeCount : 0;
    out["t"] = minute ? minute->start.milliseconds() : 0;
    out["av"] = day ? day->volume : 0;
    out["dav"] = exactText(day ? day->volume : 0);
    return out;
}

json rowOf(const PolygonCall& call, const Asset& asset) {
    const Ticker ticker = Ticker::of(asset);
    const DataPlan& plan = call.plan(TickerKind::Stock);
    const Timestamp seenAt = call.seenAt(TickerKind::Stock);
    const DayView view = dayView(call, ticker, seenAt);
    const Timestamp dayStart = call.calendar().newYork(view.date, 0);
    const auto print = call.source().printAt(ticker.symbol, seenAt);
    const auto quote = call.source().quoteAt(ticker.symbol, seenAt);
    const auto minute = newestMinute(call, ticker, view.date, seenAt);
    json row;
    row["ticker"] = ticker.text;
    row["day"] = barPart(view.day);
    row["prevDay"] = barPart(view.before);
    row["min"] = minutePart(minute, view.day);
    const bool hasTraded = print && dayStart <= print->at;
    const Price change = hasTraded && view.before ? print->price - view.before->close : Price();
    row["todaysChange"] = numberJson(change);
    row["todaysChangePerc"] = view.before ? percentOf(change, view.before->close) : 0.0;
    row["updated"] = print ? print->at.nanoseconds() : 0;
    if (print && plan.hasTrades) {
        json& last = row["lastTrade"];
        last["p"] = numberJson(print->price);
        last["s"] = print->size;
        last["ds"] = exactText(print->size);
        last["c"] = conditionIds(*print);
        last["i"] = print->id;
        last["x"] = exchangeIdOf(*print);
        last["t"] = print->at.nanoseconds();
    }
    if (quote && plan.hasQuotes) {
        json& last = row["lastQuote"];
        last["p"] = numberJson(quote->bid);
        last["s"] = quote->bidSize;
        last["P"] = numberJson(quote->ask);
        last["S"] = quote->askSize;
        last["t"] = quote->at.nanoseconds();
        row["updated"] = std::max(row["updated"].get<std::int64_t>(), quote->at.nanoseconds());
    }
    return row;
}

/// Lists carry no request id (section 7).
HttpAnswer listOf(const PolygonCall& call, json rows, bool hasCount) {
    json out = call.envelope(TickerKind::Stock);
    out.erase("request_id");
    if (hasCount)
        out["count"] = rows.size();
    out["tickers"] = std::move(rows);
    return jsonAnswer(200, out);
}

HttpAnswer many(const PolygonCall& call) {
    const auto wanted = commaList(call.request().parameter("tickers"), kMaxTickers);
    if (!wanted)
        return call.badParameter("tickers");
    json rows = json::array();
    for (const Asset& asset : call.source().assets())
        if (asset.kind != AssetKind::Index &&
            (wanted->empty() ||
             std::find(wanted->begin(), wanted->end(), asset.symbol.view()) != wanted->end()))
            rows.push_back(rowOf(call, asset));
    return listOf(call, std::move(rows), true);
}

HttpAnswer one(const PolygonCall& call) {
    const auto ticker = Ticker::known(call.source(), call.segments()[7], call.today());
    if (!ticker || ticker->kind != TickerKind::Stock)
        return call.notFound("Ticker not found.");
    json out = call.envelope(TickerKind::Stock);
    out["ticker"] = rowOf(call, *assetOf(call.source(), ticker->symbol));
    return jsonAnswer(200, out);
}

HttpAnswer movers(const PolygonCall& call, bool up) {
    std::vector<json> rows;
    for (const Asset& asset : call.source().assets()) {
        if (asset.kind == AssetKind::Index)
            continue;
        json row = rowOf(call, asset);
        const double change = row["todaysChangePerc"].get<double>();
        if ((up ? change > 0 : change < 0) && row["day"]["v"].get<std::int64_t>() >= kMoversVolume)
            rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(), [&](const json& a, const json& b) {
        const double left = a["todaysChangePerc"].get<double>();
        const double right = b["todaysChangePerc"].get<double>();
        return up ? left > right : left < right;
    });
    if (rows.size() > kMovers)
        rows.resize(kMovers);
    return listOf(call, json(std::move(rows)), false);
}

} // namespace

std::optional<HttpAnswer> polygonStockSnapshotRoute(const PolygonCall& call) {
    const auto& segments = call.segments();
    const bool isSnapshot =
        segments.size() >= 7 && call.request().path.starts_with("/v2/snapshot/locale/us/markets/stocks/");
    if (!isSnapshot)
        return std::nullopt;
    if (!call.plan(TickerKind::Stock).hasSnapshots)
        return call.notEntitled();
    if (segments.size() == 8 && segments[6] == "tickers")
        return one(call);
    if (segments.size() != 7)
        return std::nullopt;
    if (segments[6] == "tickers")
        return many(call);
    if (segments[6] == "gainers" || segments[6] == "losers")
        return movers(call, segments[6] == "gainers");
    return std::nullopt;
}

} // namespace strikedesk::sandbox
