// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/wire_trading.h"
#include "core/run/sandbox/polygon/polygon_routes.h"
#include "core/run/sandbox/polygon/wire_polygon.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

constexpr std::int64_t kDefaultLimit = 1'000;
constexpr std::int64_t kLargestLimit = 50'000;
/// Read backwards in pieces of this length; a piece holds far fewer rows than kMaxPiece.
constexpr Duration kPiece = Duration::minutes(30);
constexpr std::size_t kMaxPiece = 1'000'000;
/// Trading days looked at for a request without a beginning.
constexpr int kDaysBack = 30;
constexpr Duration kNanosecond = Duration::nanoseconds(1);

/// What part of history is asked for, both ends included.
struct Span {
    Timestamp from;
    Timestamp to;
    bool descending = true;
    std::size_t limit = kDefaultLimit;
    std::size_t skip = 0; ///< rows at the first moment that an earlier page gave
};

/// A day, a time or nanoseconds; the first and the last moment meant.
std::optional<std::pair<Timestamp, Timestamp>> momentOf(const PolygonCall& call, std::string_view text) {
    if (const auto day = Date::tryFromIso(text))
        return std::pair(call.calendar().newYork(*day, 0),
                         call.calendar().newYork(*day + 1, 0) - kNanosecond);
    if (const auto at = Timestamp::tryFromRfc3339(text))
        return std::pair(*at, *at);
    const auto ns = parseDecimal(text, 0, ExtraDigits::Refuse);
    if (!ns || *ns < 0)
        return std::nullopt;
    return std::pair(Timestamp::fromNanoseconds(*ns), Timestamp::fromNanoseconds(*ns));
}

/// Reads the filters; the name of a bad one otherwise.
std::string readSpan(const PolygonCall& call, Timestamp seenAt, Span& span) {
    Date first = call.calendar().dateOf(seenAt);
    for (int day = 0; day < kDaysBack; ++day)
        first = call.calendar().previous(first);
    span.from = call.calendar().newYork(first, 0);
    span.to = seenAt;
    for (const std::string_view op : {"", ".gt", ".gte", ".lt", ".lte"}) {
        const std::string name = "timestamp" + std::string(op);
        const std::string_view text = call.request().parameter(name);
        if (text.empty())
            continue;
        const auto moment = momentOf(call, text);
        if (!moment)
            return name;
        if (op.empty() || op == ".gte")
            span.from = moment->first;
        if (op == ".gt")
            span.from = moment->second + kNanosecond;
        if (op.empty() || op == ".lte")
            span.to = std::min(span.to, moment->second);
        if (op == ".lt")
            span.to = std::min(span.to, moment->first - kNanosecond);
    }
    const std::string_view order = call.request().parameter("order");
    if (!order.empty() && order != "asc" && order != "desc")
        return "order";
    const std::string_view sort = call.request().parameter("sort");
    if (!sort.empty() && sort != "timestamp")
        return "sort";
    span.descending = order != "asc";
    const std::string_view limitText = call.request().parameter("limit");
    const auto limit = limitText.empty() ? Result<std::int64_t>(kDefaultLimit)
                                         : parseDecimal(limitText, 0, ExtraDigits::Refuse);
    if (!limit || *limit < 1 || *limit > kLargestLimit)
        return "limit";
    span.limit = static_cast<std::size_t>(*limit);
    span.skip = call.skip();
    return {};
}

/// Rows in the asked direction, one more than the limit if there are. `read` gives those of a piece of time,
/// oldest first.
template <class Row, class Read>
std::vector<Row> rowsOf(const PolygonCall& call, const Span& span, const Read& read) {
    std::vector<Row> rows;
    const std::size_t enough = span.skip + span.limit + 1;
    const Date first = call.calendar().dateOf(span.from);
    const Date last = call.calendar().dateOf(span.to);
    const int step = span.descending ? -1 : 1;
    for (Date day = span.descending ? last : first; first <= day && day <= last; day = day + step) {
        const auto session = call.calendar().days().session(day);
        if (!session)
            continue;
        const Timestamp from = std::max(span.from, session->preOpen);
        const Timestamp to = std::min(span.to, session->postClose);
        for (Timestamp piece = span.descending ? to : from; from <= piece && piece <= to;) {
            const Timestamp low = span.descending ? std::max(from, piece - kPiece) : piece;
            const Timestamp high = span.descending ? piece : std::min(to, piece + kPiece);
            std::vector<Row> found = read(low, high);
            if (span.descending)
                std::reverse(found.begin(), found.end());
            rows.insert(rows.end(), found.begin(), found.end());
            if (rows.size() >= enough)
                break;
            piece = span.descending ? low - kNanosecond : high + kNanosecond;
        }
        if (rows.size() >= enough)
            break;
    }
    rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(std::min(span.skip, rows.size())));
    if (rows.size() > span.limit + 1)
        rows.resize(span.limit + 1);
    return rows;
}

/// The next page begins at the last row's moment, past the rows of that moment already given.
template <class Row>
std::string restUrl(const PolygonCall& call, const Span& span, const std::vector<Row>& rows) {
    const Timestamp edge = rows.back().at;
    const auto same = static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [&](const Row& row) { return row.at == edge; }));
    const bool isWhole = same == rows.size();
    auto parameters = call.request().query;
    for (const char* name : {"timestamp.gt", "timestamp.gte", "timestamp.lt", "timestamp.lte", "timestamp"})
        parameters.erase(name);
    parameters["timestamp.gte"] = std::to_string((span.descending ? span.from : edge).nanoseconds());
    parameters["timestamp.lte"] = std::to_string((span.descending ? edge : span.to).nanoseconds());
    return call.nextUrl(call.request().path, parameters, same + (isWhole ? span.skip : 0));
}

template <class Row, class Read, class Write>
HttpAnswer history(const PolygonCall& call, TickerKind kind, const Read& read, const Write& write) {
    Span span;
    if (const std::string bad = readSpan(call, call.seenAt(kind), span); !bad.empty())
        return call.badParameter(bad);
    std::vector<Row> rows = rowsOf<Row>(call, span, read);
    const bool hasRest = rows.size() > span.limit;
    if (hasRest)
        rows.pop_back();
    json out = call.envelope(kind);
    if (hasRest)
        out["next_url"] = restUrl(call, span, rows);
    out["results"] = json::array();
    for (const Row& row : rows)
        out["results"].push_back(write(row));
    return jsonAnswer(200, out);
}

char tapeOf(const PolygonCall& call, const Symbol& symbol) {
    const Asset* asset = assetOf(call.source(), symbol);
    return asset != nullptr ? asset->tape : 'C';
}

HttpAnswer ticks(const PolygonCall& call, bool isTrades) {
    const auto ticker = Ticker::known(call.source(), call.segments()[2], call.today());
    const TickerKind kind = ticker ? ticker->kind : TickerKind::Stock;
    if (isTrades ? !call.plan(kind).hasTrades : !call.plan(kind).hasQuotes)
        return call.notEntitled();
    const Symbol symbol = ticker && kind != TickerKind::Index ? ticker->symbol : Symbol();
    const char tape = tapeOf(call, symbol);
    MarketSource& source = call.source();
    if (isTrades)
        return history<market::TradePrint>(
            call, kind,
            [&](Timestamp from, Timestamp to) {
                return symbol.isEmpty() ? std::vector<market::TradePrint>()
                                        : source.prints(symbol, from, to, kMaxPiece);
            },
            [&](const market::TradePrint& row) { return tradeRowJson(row, tape, call.calendar()); });
    return history<market::Quote>(
        call, kind,
        [&](Timestamp from, Timestamp to) {
            return symbol.isEmpty() ? std::vector<market::Quote>()
                                    : source.quotes(symbol, from, to, kMaxPiece);
        },
        [&](const market::Quote& row) { return quoteRowJson(row, tape, call.calendar()); });
}

HttpAnswer last(const PolygonCall& call, bool isTrade) {
    const auto ticker = Ticker::known(call.source(), call.segments()[3], call.today());
    const TickerKind kind = ticker ? ticker->kind : TickerKind::Stock;
    if (isTrade ? !call.plan(kind).hasTrades : !call.plan(kind).hasQuotes)
        return call.notEntitled();
    if (!ticker || kind == TickerKind::Index || (!isTrade && kind != TickerKind::Stock))
        return call.notFound("Ticker not found.");
    const char tape = tapeOf(call, ticker->symbol);
    json out = call.envelope(kind);
    if (isTrade) {
        const auto print = call.source().printAt(ticker->symbol, call.seenAt(kind));
        if (!print)
            return call.notFound("No trade found.");
        out["results"] = lastTradeJson(*print, tape, call.calendar());
    } else {
        const auto quote = call.source().quoteAt(ticker->symbol, call.seenAt(kind));
        if (!quote)
            return call.notFound("No quote found.");
        out["results"] = lastQuoteJson(*quote, tape, call.calendar());
    }
    return jsonAnswer(200, out);
}

} // namespace

std::optional<HttpAnswer> polygonTickRoute(const PolygonCall& call) {
    const auto& segments = call.segments();
    if (segments.size() == 3 && segments[0] == "v3" && (segments[1] == "trades" || segments[1] == "quotes"))
        return ticks(call, segments[1] == "trades");
    if (segments.size() == 4 && segments[0] == "v2" && segments[1] == "last" &&
        (segments[2] == "trade" || segments[2] == "nbbo"))
        return last(call, segments[2] == "trade");
    return std::nullopt;
}

} // namespace strikedesk::sandbox
