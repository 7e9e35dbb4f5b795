// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/wire_trading.h"
#include "core/run/sandbox/polygon/aggregates.h"
#include "core/run/sandbox/polygon/polygon_routes.h"
#include "core/run/sandbox/polygon/wire_polygon.h"

#include <nlohmann/json.hpp>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

constexpr std::int64_t kLargestLimit = 50'000;
constexpr std::int64_t kDefaultLimit = 5'000;
/// The year 2100; later stamps are no milliseconds.
constexpr std::int64_t kLastMillisecond = 4'102'444'800'000;

/// A day or a number of milliseconds; `atEnd`: the last moment of the day.
std::optional<Timestamp> boundOf(const PolygonCall& call, std::string_view text, bool atEnd) {
    if (const auto day = Date::tryFromIso(text))
        return atEnd ? call.calendar().newYork(*day + 1, 0) - Duration::nanoseconds(1)
                     : call.calendar().newYork(*day, 0);
    const auto ms = parseDecimal(text, 0, ExtraDigits::Refuse);
    if (!ms || *ms < 0 || *ms > kLastMillisecond)
        return std::nullopt;
    return Timestamp::fromMilliseconds(*ms);
}

std::optional<bool> flag(const PolygonCall& call, const std::string& name, bool fallback) {
    const std::string_view text = call.request().parameter(name);
    if (text.empty())
        return fallback;
    if (text == "true" || text == "false")
        return text == "true";
    return std::nullopt;
}

json rowsOf(const std::vector<market::Bar>& bars, TickerKind kind) {
    json rows = json::array();
    for (const market::Bar& bar : bars)
        rows.push_back(aggregateJson(bar, kind));
    return rows;
}

/// What the answers with bars have in common; without a bar there is no "results" (section 2).
HttpAnswer barsAnswer(json out, json rows, std::size_t scanned, bool adjusted) {
    out["adjusted"] = adjusted;
    out["queryCount"] = scanned;
    out["resultsCount"] = rows.size();
    if (!rows.empty()) {
        out["results"] = std::move(rows);
    }
    return jsonAnswer(200, out);
}

/// The address of the rest: the path with the bound moved, the choices in the cursor.
std::string restUrl(const PolygonCall& call, const AggregateQuery& query, Timestamp rest) {
    std::vector<std::string> segments = call.segments();
    if (query.descending)
        segments[8] = std::to_string(rest.milliseconds() - 1);
    else
        segments[7] = std::to_string(rest.milliseconds());
    std::string path;
    for (const std::string& segment : segments)
        path += "/" + segment;
    return call.nextUrl(path, call.request().query);
}

HttpAnswer range(const PolygonCall& call) {
    const auto& segments = call.segments();
    AggregateQuery query;
    const auto window = readAggregateWindow(segments[5], segments[6]);
    if (!window)
        return call.badParameter(segments[5].size() > 5 ? "multiplier" : "timespan");
    query.window = *window;
    const auto from = boundOf(call, segments[7], false);
    const auto to = boundOf(call, segments[8], true);
    if (!from || !to)
        return call.badParameter(from ? "to" : "from");
    if (*to < *from)
        return call.error(400, "'to' must not lie before 'from'.");
    const auto adjusted = flag(call, "adjusted", true);
    const std::string_view sort = call.request().parameter("sort");
    if (!adjusted || (!sort.empty() && sort != "asc" && sort != "desc"))
        return call.badParameter(adjusted ? "sort" : "adjusted");
    const std::string_view limitText = call.request().parameter("limit");
    const auto limit = limitText.empty() ? Result<std::int64_t>(kDefaultLimit)
                                         : parseDecimal(limitText, 0, ExtraDigits::Refuse);
    if (!limit || *limit < 1 || *limit > kLargestLimit)
        return call.badParameter("limit");
    query.from = *from;
    query.to = *to;
    query.adjusted = *adjusted;
    query.descending = sort == "desc";
    query.limit = static_cast<std::size_t>(*limit);

    const auto shape = Ticker::tryFrom(segments[3]);
    const TickerKind kind = shape ? shape->kind : TickerKind::Stock;
    if (window->unit == BarWindow::Unit::Second && !call.plan(kind).hasSnapshots)
        return call.notEntitled();
    json out = call.envelope(kind);
    out["ticker"] = segments[3];
    const auto ticker = Ticker::known(call.source(), segments[3], call.today());
    if (!ticker)
        return barsAnswer(std::move(out), json::array(), 0, query.adjusted);
    query.ticker = *ticker;
    const AggregatePage page = aggregatePage(call.source(), call.calendar(), query, call.seenAt(kind));
    ++call.api().arrivals.barRequests;
    call.api().arrivals.barsSent += static_cast<std::int64_t>(page.bars.size());
    if (page.rest)
        out["next_url"] = restUrl(call, query, *page.rest);
    if (!page.bars.empty())
        out["count"] = page.bars.size();
    return barsAnswer(std::move(out), rowsOf(page.bars, kind), page.scanned, query.adjusted);
}

/// The last trading day before today; its stamp is the end of its session.
HttpAnswer previousDay(const PolygonCall& call) {
    const std::string& text = call.segments()[3];
    const auto adjusted = flag(call, "adjusted", true);
    if (!adjusted)
        return call.badParameter("adjusted");
    const auto ticker = Ticker::known(call.source(), text, call.today());
    const TickerKind kind = ticker ? ticker->kind : TickerKind::Stock;
    json out = call.envelope(kind);
    out["ticker"] = text;
    json rows = json::array();
    const Date day = call.calendar().previous(call.today());
    const auto session = call.calendar().session(day);
    if (ticker && session)
        for (market::Bar& bar :
             tickerDays(call.source(), call.calendar(), *ticker, day, day, *adjusted, call.seenAt(kind))) {
            bar.start = session->close;
            json row = aggregateJson(bar, kind);
            row["T"] = text;
            rows.push_back(std::move(row));
        }
    const std::size_t count = rows.size();
    return barsAnswer(std::move(out), std::move(rows), count, *adjusted);
}

HttpAnswer groupedDaily(const PolygonCall& call) {
    const auto day = Date::tryFromIso(call.segments()[7]);
    const auto adjusted = flag(call, "adjusted", true);
    if (!day || !adjusted)
        return call.badParameter(day ? "adjusted" : "date");
    json rows = json::array();
    const auto session = call.calendar().session(*day);
    for (const Asset& asset : call.source().assets()) {
        const Ticker ticker = Ticker::of(asset);
        if (!session || ticker.kind != TickerKind::Stock)
            continue;
        for (market::Bar& bar : tickerDays(call.source(), call.calendar(), ticker, *day, *day, *adjusted,
                                           call.seenAt(TickerKind::Stock))) {
            bar.start = session->close;
            json row = aggregateJson(bar, TickerKind::Stock);
            row["T"] = ticker.text;
            rows.push_back(std::move(row));
        }
    }
    const std::size_t count = rows.size();
    return barsAnswer(call.envelope(TickerKind::Stock), std::move(rows), count, *adjusted);
}

HttpAnswer openClose(const PolygonCall& call) {
    const auto& segments = call.segments();
    const auto day = Date::tryFromIso(segments[3]);
    const auto adjusted = flag(call, "adjusted", true);
    if (!day || !adjusted)
        return call.badParameter(day ? "adjusted" : "date");
    const auto ticker = Ticker::known(call.source(), segments[2], *day);
    const auto session = call.calendar().days().session(*day);
    if (!ticker || !session)
        return call.notFound("Data not found.");
    const Timestamp seenAt = call.seenAt(ticker->kind);
    const auto bars = tickerDays(call.source(), call.calendar(), *ticker, *day, *day, *adjusted, seenAt);
    if (bars.empty())
        return call.notFound("Data not found.");
    json out;
    out["status"] = call.plan(ticker->kind).isDelayed() ? "DELAYED" : "OK";
    out["symbol"] = segments[2];
    out["from"] = day->iso();
    out["open"] = numberJson(bars[0].open);
    out["high"] = numberJson(bars[0].high);
    out["low"] = numberJson(bars[0].low);
    out["close"] = numberJson(bars[0].close);
    if (ticker->kind == TickerKind::Index)
        return jsonAnswer(200, out);
    out["volume"] = bars[0].volume;
    AggregateQuery extended{*ticker,
                            BarWindow{},
                            session->preOpen,
                            session->open - Duration::minutes(1),
                            *adjusted,
                            false,
                            static_cast<std::size_t>(kLargestLimit)};
    if (const auto page = aggregatePage(call.source(), call.calendar(), extended, seenAt); !page.bars.empty())
        out["preMarket"] = numberJson(page.bars.front().open);
    extended.from = session->close;
    extended.to = session->postClose - Duration::minutes(1);
    if (const auto page = aggregatePage(call.source(), call.calendar(), extended, seenAt); !page.bars.empty())
        out["afterHours"] = numberJson(page.bars.back().close);
    return jsonAnswer(200, out);
}

} // namespace

std::optional<HttpAnswer> polygonAggregateRoute(const PolygonCall& call) {
    const auto& segments = call.segments();
    if (segments.size() == 4 && segments[0] == "v1" && segments[1] == "open-close")
        return openClose(call);
    if (segments.size() < 5 || segments[0] != "v2" || segments[1] != "aggs")
        return std::nullopt;
    if (segments.size() == 9 && segments[2] == "ticker" && segments[4] == "range")
        return range(call);
    if (segments.size() == 5 && segments[2] == "ticker" && segments[4] == "prev")
        return previousDay(call);
    const bool isGrouped = segments.size() == 8 && segments[2] == "grouped" && segments[3] == "locale" &&
                           segments[4] == "us" && segments[5] == "market" && segments[6] == "stocks";
    return isGrouped ? std::optional(groupedDaily(call)) : std::nullopt;
}

} // namespace strikedesk::sandbox
