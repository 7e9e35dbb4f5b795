// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/wire_trading.h"
#include "core/run/sandbox/polygon/aggregates.h"
#include "core/run/sandbox/polygon/list_answer.h"
#include "core/run/sandbox/polygon/polygon_routes.h"
#include "core/run/sandbox/polygon/snapshot_parts.h"
#include "core/run/sandbox/polygon/wire_polygon.h"

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

constexpr std::size_t kMaxTickers = 250;
constexpr ListField kFields[] = {{"ticker", ListField::Type::Text}, {"type", ListField::Type::Text}};
constexpr ListRules kRules{kFields, "ticker", false, 10, 250, false};

std::string_view typeWord(TickerKind kind) {
    return kind == TickerKind::Option ? "options" : kind == TickerKind::Index ? "indices" : "stocks";
}

std::string_view statusWord(const PolygonCall& call) {
    switch (call.calendar().days().phaseAt(call.now())) {
    case SessionPhase::PreMarket:
        return "early_trading";
    case SessionPhase::Regular:
        return "open";
    case SessionPhase::PostMarket:
        return "late_trading";
    case SessionPhase::Closed:
        break;
    }
    return "closed";
}

/// The last price in [from, to) of the shown day.
std::optional<Price> lastIn(const PolygonCall& call, const Ticker& ticker, Timestamp from, Timestamp to,
                            Timestamp seenAt) {
    const auto bars = call.source().minuteBars(ticker.symbol, from, to - Duration::minutes(1), seenAt);
    return bars.empty() ? std::nullopt : std::optional(bars.back().close);
}

void putChange(json& session, const std::string& name, Price change, Price base) {
    session[name] = numberJson(change);
    session[name + "_percent"] = percentOf(change, base);
}

json sessionPart(const PolygonCall& call, const Ticker& ticker, Timestamp seenAt) {
    const DayView view = dayView(call, ticker, seenAt);
    const market::Bar day = view.day.value_or(market::Bar());
    const Price before = view.before ? view.before->close : day.open;
    const auto print = call.source().printAt(ticker.symbol, seenAt);
    const Price last = print ? print->price : day.close;
    const auto hours = call.calendar().days().session(view.date);
    json out;
    out["open"] = numberJson(day.open);
    out["high"] = numberJson(day.high);
    out["low"] = numberJson(day.low);
    out["close"] = numberJson(day.close);
    out["previous_close"] = numberJson(before);
    const bool isStock = ticker.kind == TickerKind::Stock;
    const Price newest = isStock && last.isPositive() ? last : day.close;
    putChange(out, "change", newest.isPositive() ? newest - before : Price(), before);
    if (ticker.kind != TickerKind::Index)
        out["volume"] = day.volume;
    if (!isStock || !hours)
        return out;
    out["price"] = numberJson(last);
    const auto early = lastIn(call, ticker, hours->preOpen, hours->open, seenAt);
    putChange(out, "early_trading_change", early ? *early - before : Price(), before);
    putChange(out, "regular_trading_change", view.day ? day.close - before : Price(), before);
    const auto late = lastIn(call, ticker, hours->close, hours->postClose, seenAt);
    putChange(out, "late_trading_change", late ? *late - day.close : Price(), day.close);
    return out;
}

json minutePart(const market::Bar& minute) {
    json out;
    out["open"] = numberJson(minute.open);
    out["high"] = numberJson(minute.high);
    out["low"] = numberJson(minute.low);
    out["close"] = numberJson(minute.close);
    out["volume"] = minute.volume;
    out["vwap"] = numberJson(minute.vwap);
    out["transactions"] = minute.tradeCount;
    return out;
}

void putStock(const PolygonCall& call, const Asset& asset, Timestamp seenAt, json& row) {
    const DataPlan& plan = call.plan(TickerKind::Stock);
    if (const auto quote = call.source().quoteAt(asset.symbol, seenAt); quote && plan.hasQuotes)
        row["last_quote"] = quotePart(*quote, asset.tape, plan);
    if (const auto print = call.source().printAt(asset.symbol, seenAt); print && plan.hasTrades) {
        row["last_trade"] = tradePart(*print, plan);
        row["last_trade"]["id"] = print->id;
        row["last_trade"]["last_updated"] = row["last_trade"]["sip_timestamp"];
        row["last_trade"].erase("sip_timestamp");
    }
    const Date day = call.calendar().dateOf(seenAt);
    if (const auto minute = newestMinute(call, Ticker::of(asset), day, seenAt))
        row["last_minute"] = minutePart(*minute);
}

json errorRow(const std::string& ticker, bool isKnown) {
    json row = {{"ticker", ticker}};
    row["error"] = isKnown ? "NOT_ENTITLED" : "NOT_FOUND";
    row["message"] = isKnown ? "Not entitled to this ticker." : "Ticker not found.";
    return row;
}

json rowOf(const PolygonCall& call, const std::string& text) {
    const auto ticker = Ticker::known(call.source(), text, call.today());
    if (!ticker || !call.plan(ticker->kind).hasSnapshots)
        return errorRow(text, ticker.has_value());
    const Timestamp seenAt = call.seenAt(ticker->kind);
    json row;
    const auto contract = ticker->kind == TickerKind::Option
                              ? call.source().contract(ticker->symbol, call.today())
                              : std::nullopt;
    if (contract) {
        row = contractParts(call, *contract);
        row["details"] = detailsPart(*contract, false);
        row["name"] = contract->name;
    } else if (const Asset* asset = assetOf(call.source(), ticker->symbol)) {
        row["name"] = asset->name;
        const auto value = call.source().indexValueAt(ticker->symbol, seenAt);
        if (ticker->kind == TickerKind::Stock) {
            putStock(call, *asset, seenAt, row);
        } else if (value) {
            row["value"] = numberJson(value->value);
            row["last_updated"] = value->at.nanoseconds();
            row["timeframe"] = call.plan(TickerKind::Index).timeframe();
        }
    }
    row["ticker"] = ticker->text;
    row["type"] = typeWord(ticker->kind);
    row["market_status"] = statusWord(call);
    row["session"] = sessionPart(call, *ticker, seenAt);
    return row;
}

/// Which tickers are asked for; without names the stocks and indices there are, never the contracts.
std::optional<std::vector<json>> candidates(const PolygonCall& call, bool onlyIndices) {
    std::vector<json> rows;
    const auto put = [&](const std::string& text) {
        const auto shape = Ticker::tryFrom(text);
        json row = {{"ticker", text}};
        if (shape)
            row["type"] = typeWord(shape->kind);
        rows.push_back(std::move(row));
    };
    const auto named = commaList(call.request().parameter("ticker.any_of"), kMaxTickers);
    if (!named)
        return std::nullopt;
    for (const std::string& text : *named)
        put(text);
    if (const auto single = call.request().parameter("ticker"); !single.empty())
        put(std::string(single));
    if (!rows.empty())
        return rows;
    for (const Asset& asset : call.source().assets())
        if (!onlyIndices || asset.kind == AssetKind::Index)
            put(Ticker::of(asset).text);
    return rows;
}

} // namespace

std::optional<HttpAnswer> polygonUnifiedRoute(const PolygonCall& call) {
    const auto& segments = call.segments();
    const bool isIndices = call.request().path == "/v3/snapshot/indices";
    if (segments.empty() || (call.request().path != "/v3/snapshot" && !isIndices))
        return std::nullopt;
    const auto asked = candidates(call, isIndices);
    if (!asked)
        return call.badParameter("ticker.any_of");
    const ListPage page = listPage(call, *asked, kRules);
    if (!page.bad.empty())
        return call.badParameter(page.bad);
    json rows = json::array();
    for (const std::size_t i : page.rows)
        rows.push_back(rowOf(call, (*asked)[i]["ticker"].get<std::string>()));
    return pageAnswer(call, page, std::move(rows), call.envelope(TickerKind::Stock));
}

} // namespace strikedesk::sandbox
