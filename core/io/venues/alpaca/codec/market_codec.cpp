// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/codec/market_codec.h"

#include "core/io/venues/alpaca/codec/nodes.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace strikedesk::alpaca {

namespace {

/// A market price: rounded where the venue computed an average, never negative.
void marketPrice(FieldReader& in, std::string_view name, Price& out) {
    in.price(name, out, ExtraDigits::RoundEven);
    if (out < Price())
        in.fail(name, "a negative price");
}

void marketSize(FieldReader& in, std::string_view name, std::int64_t& out) {
    in.integer(name, out);
    if (out < 0)
        in.fail(name, "a negative size");
}

/// Conditions come as a list (stocks) or as one string (options).
std::string conditionsOf(JsonTree::Node node) {
    if (!node.isArray())
        return std::string(node.text());
    std::string joined;
    for (auto code = node.firstChild(); code; code = code.nextSibling()) {
        if (!joined.empty())
            joined += ',';
        joined += code.text();
    }
    return joined;
}

Result<market::Bar> barFrom(JsonTree::Node node, const Symbol&) {
    FieldReader in(node, "bar");
    market::Bar bar;
    for (const char* needed : {"t", "o", "h", "l", "c"})
        in.require(needed);
    in.timestamp("t", bar.start);
    marketPrice(in, "o", bar.open);
    marketPrice(in, "h", bar.high);
    marketPrice(in, "l", bar.low);
    marketPrice(in, "c", bar.close);
    marketPrice(in, "vw", bar.vwap);
    marketSize(in, "v", bar.volume);
    marketSize(in, "n", bar.tradeCount);
    if (!in.ok())
        return in.error();
    return bar;
}

Result<market::Quote> quoteFrom(JsonTree::Node node, const Symbol& symbol) {
    FieldReader in(node, "quote");
    market::Quote quote;
    quote.symbol = symbol;
    for (const char* needed : {"t", "bp", "ap"})
        in.require(needed);
    in.timestamp("t", quote.at);
    marketPrice(in, "bp", quote.bid);
    marketPrice(in, "ap", quote.ask);
    marketSize(in, "bs", quote.bidSize);
    marketSize(in, "as", quote.askSize);
    if (!in.ok())
        return in.error();
    return quote;
}

Result<HistoricalTrade> tradeFrom(JsonTree::Node node, const Symbol& symbol) {
    FieldReader in(node, "trade");
    HistoricalTrade trade;
    trade.print.symbol = symbol;
    for (const char* needed : {"t", "p", "s"})
        in.require(needed);
    in.timestamp("t", trade.print.at);
    marketPrice(in, "p", trade.print.price);
    marketSize(in, "s", trade.print.size);
    in.text("x", trade.print.exchange);
    in.text("i", trade.print.id);
    trade.print.conditions = conditionsOf(node["c"]);
    in.text("u", trade.update);
    if (!in.ok())
        return in.error();
    return trade;
}

Result<AuctionPrint> auctionPrintFrom(JsonTree::Node node) {
    FieldReader in(node, "auction print");
    AuctionPrint print;
    for (const char* needed : {"t", "p"})
        in.require(needed);
    in.timestamp("t", print.at);
    in.text("x", print.exchange);
    in.text("c", print.condition);
    marketPrice(in, "p", print.price);
    marketSize(in, "s", print.size);
    if (!in.ok())
        return in.error();
    return print;
}

Result<AuctionDay> auctionFrom(JsonTree::Node node, const Symbol&) {
    FieldReader in(node, "auction");
    AuctionDay day;
    std::optional<Date> date;
    in.require("d");
    in.date("d", date);
    if (!in.ok())
        return in.error();
    day.date = *date;
    auto opening = decodeEach(node["o"], auctionPrintFrom);
    auto closing = decodeEach(node["c"], auctionPrintFrom);
    if (!opening || !closing)
        return opening ? closing.error() : opening.error();
    day.opening = std::move(opening.value());
    day.closing = std::move(closing.value());
    return day;
}

Result<IndexValue> indexValueFrom(JsonTree::Node node, const Symbol&) {
    FieldReader in(node, "index value");
    IndexValue value;
    for (const char* needed : {"t", "v"})
        in.require(needed);
    in.timestamp("t", value.at);
    in.real("v", value.value);
    if (!in.ok())
        return in.error();
    return value;
}

template <class Row>
using RowDecoder = Result<Row> (*)(JsonTree::Node, const Symbol&);

/// One symbol's rows: an array in history answers, one object in `latest` answers.
template <class Row>
Status addRows(RowsPage<Row>& page, std::string_view name, JsonTree::Node rows, RowDecoder<Row> decode) {
    const auto symbol = Symbol::tryFrom(name);
    if (!symbol) {
        ++page.skipped;
        return done();
    }
    if (rows.isNothing())
        return done();
    std::vector<Row>& target = page.rows[*symbol];
    if (rows.isObject()) {
        auto row = decode(rows, *symbol);
        if (!row)
            return row.error();
        target.push_back(std::move(row.value()));
        return done();
    }
    if (!rows.isArray())
        return unexpectedAnswer("rows of a symbol: a list was expected");
    auto decoded = decodeEach(rows, [&](JsonTree::Node node) { return decode(node, *symbol); });
    if (!decoded)
        return decoded.error();
    std::move(decoded.value().begin(), decoded.value().end(), std::back_inserter(target));
    return done();
}

template <class Row>
Result<RowsPage<Row>> decodePage(std::string_view json, std::string_view member, RowDecoder<Row> decode) {
    return decodeRoot(json, JsonTree::Kind::Object, [&](JsonTree::Node root) -> Result<RowsPage<Row>> {
        RowsPage<Row> page;
        page.nextPageToken = nextPage(root);
        JsonTree::Node rows = root[member];
        // Latest answers for one symbol use the singular ("quote") with `symbol` beside it.
        if (!rows && !root["symbol"].isNothing())
            rows = root[member.substr(0, member.size() - 1)];
        if (rows.kind() == JsonTree::Kind::Absent)
            return unexpectedAnswer(std::string(member) + ": missing");
        // A symbol without data gives null or {}.
        if (rows.isNothing())
            return page;
        if (const JsonTree::Node symbol = root["symbol"]; !symbol.isNothing()) {
            if (const auto added = addRows(page, symbol.text(), rows, decode); !added)
                return added.error();
            return page;
        }
        if (!rows.isObject())
            return unexpectedAnswer(std::string(member) + ": a map was expected");
        for (auto node = rows.firstChild(); node; node = node.nextSibling())
            if (const auto added = addRows(page, node.key(), node, decode); !added)
                return added.error();
        return page;
    });
}

Status readGreeks(JsonTree::Node node, Snapshot& snapshot) {
    FieldReader in(node, "snapshot");
    in.real("impliedVolatility", snapshot.impliedVolatility);
    const JsonTree::Node greeks = node["greeks"];
    if (!in.ok())
        return in.error();
    if (greeks.isNothing())
        return done();
    FieldReader inner(greeks, "greeks");
    options::Greeks values;
    for (const char* needed : {"delta", "gamma", "theta", "vega", "rho"})
        inner.require(needed);
    inner.real("delta", values.delta);
    inner.real("gamma", values.gamma);
    inner.real("theta", values.theta);
    inner.real("vega", values.vega);
    inner.real("rho", values.rho);
    if (!inner.ok())
        return inner.error();
    snapshot.greeks = values;
    return done();
}

/// A member that may be missing; a broken one is an error.
template <class Row>
Status readMember(JsonTree::Node node, const Symbol& symbol, RowDecoder<Row> decode,
                  std::optional<Row>& out) {
    if (node.isNothing())
        return done();
    auto row = decode(node, symbol);
    if (!row)
        return row.error();
    out = std::move(row.value());
    return done();
}

Result<Snapshot> snapshotFrom(JsonTree::Node node, const Symbol& symbol) {
    Snapshot snapshot;
    snapshot.symbol = symbol;
    std::optional<HistoricalTrade> trade;
    for (const Status& read : {readMember(node["latestTrade"], symbol, tradeFrom, trade),
                               readMember(node["latestQuote"], symbol, quoteFrom, snapshot.latestQuote),
                               readMember(node["minuteBar"], symbol, barFrom, snapshot.minuteBar),
                               readMember(node["dailyBar"], symbol, barFrom, snapshot.dailyBar),
                               readMember(node["prevDailyBar"], symbol, barFrom, snapshot.previousDailyBar),
                               readGreeks(node, snapshot)})
        if (!read)
            return read.error();
    if (trade)
        snapshot.latestTrade = std::move(trade->print);
    return snapshot;
}

Status addSnapshot(SnapshotsPage& page, std::string_view name, JsonTree::Node node) {
    const auto symbol = Symbol::tryFrom(name);
    if (!symbol) {
        ++page.skipped;
        return done();
    }
    // An unknown symbol maps to null.
    if (node.isNothing())
        return done();
    if (!node.isObject())
        return unexpectedAnswer("snapshot: an object was expected");
    auto snapshot = snapshotFrom(node, *symbol);
    if (!snapshot)
        return snapshot.error();
    page.snapshots.push_back(std::move(snapshot.value()));
    return done();
}

Result<SnapshotsPage> snapshotsFrom(JsonTree::Node root) {
    SnapshotsPage page;
    page.nextPageToken = nextPage(root);
    if (const JsonTree::Node symbol = root["symbol"]; symbol.kind() == JsonTree::Kind::String) {
        if (const auto added = addSnapshot(page, symbol.text(), root); !added)
            return added.error();
        return page;
    }
    const JsonTree::Node wrapped = root["snapshots"];
    const JsonTree::Node rows = wrapped ? wrapped : root;
    if (rows.isNothing())
        return page;
    if (!rows.isObject())
        return unexpectedAnswer("snapshots: a map was expected");
    for (auto node = rows.firstChild(); node; node = node.nextSibling()) {
        if (node.key() == "next_page_token")
            continue;
        if (const auto added = addSnapshot(page, node.key(), node); !added)
            return added.error();
    }
    std::sort(page.snapshots.begin(), page.snapshots.end(),
              [](const Snapshot& a, const Snapshot& b) { return a.symbol < b.symbol; });
    return page;
}

} // namespace

Result<RowsPage<market::Bar>> decodeBars(std::string_view json) { return decodePage(json, "bars", &barFrom); }

Result<RowsPage<market::Quote>> decodeQuotes(std::string_view json) {
    return decodePage(json, "quotes", &quoteFrom);
}

Result<RowsPage<HistoricalTrade>> decodeTrades(std::string_view json) {
    return decodePage(json, "trades", &tradeFrom);
}

Result<RowsPage<AuctionDay>> decodeAuctions(std::string_view json) {
    return decodePage(json, "auctions", &auctionFrom);
}

Result<RowsPage<IndexValue>> decodeIndexValues(std::string_view json) {
    return decodePage(json, "values", &indexValueFrom);
}

Result<SnapshotsPage> decodeSnapshots(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, snapshotsFrom);
}

} // namespace strikedesk::alpaca
