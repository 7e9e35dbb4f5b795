// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/codec/snapshot_codec.h"

#include "core/base/option_symbol.h"
#include "core/io/venues/polygon/codec/nodes.h"

namespace strikedesk::polygon {

namespace {

/// A bar part: missing, {} and all zeros (a day that has not begun) are none.
Status readBar(JsonTree::Node node, std::optional<market::Bar>& out) {
    if (node.isNothing() || (node.isObject() && node.childCount() == 0))
        return done();
    auto bar = barFrom(node, false);
    if (!bar)
        return bar.error();
    if (bar->close.isPositive())
        out = *bar;
    return done();
}

Status readStockTrade(JsonTree::Node node, const Symbol& symbol, std::optional<market::TradePrint>& out) {
    if (node.isNothing() || (node.isObject() && node.childCount() == 0))
        return done();
    FieldReader in(node, "last trade");
    market::TradePrint print;
    print.symbol = symbol;
    in.require("p");
    marketPrice(in, "p", print.price);
    wholeVolume(in, "s", print.size);
    neededTime(in, "t", print.at);
    in.text("x", print.exchange);
    in.text("i", print.id);
    print.conditions = joinedCodes(node["c"]);
    if (!in.ok())
        return in.error();
    out = std::move(print);
    return done();
}

Status readStockQuote(JsonTree::Node node, const Symbol& symbol, std::optional<market::Quote>& out) {
    if (node.isNothing() || (node.isObject() && node.childCount() == 0))
        return done();
    FieldReader in(node, "last quote");
    market::Quote quote;
    quote.symbol = symbol;
    marketPrice(in, "p", quote.bid);
    marketPrice(in, "P", quote.ask);
    wholeVolume(in, "s", quote.bidSize);
    wholeVolume(in, "S", quote.askSize);
    neededTime(in, "t", quote.at);
    if (!in.ok())
        return in.error();
    out = quote;
    return done();
}

Status addStock(JsonTree::Node node, Page<StockSnapshot>& page) {
    FieldReader in(node, "snapshot");
    Ticker ticker;
    if (!tickerOf(in, "ticker", ticker)) {
        if (!in.ok())
            return in.error();
        ++page.skipped;
        return done();
    }
    StockSnapshot snapshot;
    snapshot.symbol = ticker.symbol;
    priceChange(in, "todaysChange", snapshot.change);
    in.real("todaysChangePerc", snapshot.changePercent);
    // A stock without any trade today says 0.
    unixTime(in, "updated", snapshot.updated);
    if (!in.ok())
        return in.error();
    for (const Status& read :
         {readBar(node["day"], snapshot.day), readBar(node["prevDay"], snapshot.previousDay),
          readBar(node["min"], snapshot.minute),
          readStockTrade(node["lastTrade"], ticker.symbol, snapshot.lastTrade),
          readStockQuote(node["lastQuote"], ticker.symbol, snapshot.lastQuote)})
        if (!read)
            return read.error();
    page.rows.push_back(std::move(snapshot));
    return done();
}

Timeframe timeframeOf(JsonTree::Node node) {
    if (node.text() == "REAL-TIME")
        return Timeframe::RealTime;
    return node.text() == "DELAYED" ? Timeframe::Delayed : Timeframe::Unknown;
}

bool isAbsent(JsonTree::Node node) { return node.isNothing() || (node.isObject() && node.childCount() == 0); }

Status readSession(JsonTree::Node node, SessionFigures& out) {
    if (isAbsent(node))
        return done();
    FieldReader in(node, "session");
    marketPrice(in, "open", out.open);
    marketPrice(in, "high", out.high);
    marketPrice(in, "low", out.low);
    marketPrice(in, "close", out.close);
    marketPrice(in, "price", out.last);
    marketPrice(in, "previous_close", out.previousClose);
    marketPrice(in, "vwap", out.vwap);
    priceChange(in, "change", out.change);
    in.real("change_percent", out.changePercent);
    wholeVolume(in, "volume", out.volume);
    unixTime(in, "last_updated", out.updated);
    return in.ok() ? done() : Status(in.error());
}

Status readQuote(JsonTree::Node node, SnapshotRow& row) {
    if (isAbsent(node))
        return done();
    FieldReader in(node, "last quote");
    market::Quote quote;
    quote.symbol = row.ticker.symbol;
    marketPrice(in, "bid", quote.bid);
    marketPrice(in, "ask", quote.ask);
    wholeVolume(in, "bid_size", quote.bidSize);
    wholeVolume(in, "ask_size", quote.askSize);
    neededTime(in, "last_updated", quote.at);
    row.quoteTimeframe = timeframeOf(node["timeframe"]);
    if (!in.ok())
        return in.error();
    row.lastQuote = quote;
    return done();
}

Status readTrade(JsonTree::Node node, SnapshotRow& row) {
    if (isAbsent(node))
        return done();
    FieldReader in(node, "last trade");
    market::TradePrint print;
    print.symbol = row.ticker.symbol;
    // Contracts have sip_timestamp, stocks last_updated.
    const char* time = node["sip_timestamp"].isNothing() ? "last_updated" : "sip_timestamp";
    in.require("price");
    marketPrice(in, "price", print.price);
    wholeVolume(in, "size", print.size);
    neededTime(in, time, print.at);
    in.text("exchange", print.exchange);
    in.text("id", print.id);
    print.conditions = joinedCodes(node["conditions"]);
    if (!in.ok())
        return in.error();
    row.lastTrade = std::move(print);
    return done();
}

/// All four or none: half a set of greeks cannot be used.
Status readGreeks(JsonTree::Node node, SnapshotRow& row) {
    if (isAbsent(node))
        return done();
    FieldReader in(node, "greeks");
    std::optional<double> delta;
    std::optional<double> gamma;
    std::optional<double> theta;
    std::optional<double> vega;
    in.real("delta", delta);
    in.real("gamma", gamma);
    in.real("theta", theta);
    in.real("vega", vega);
    if (!in.ok())
        return in.error();
    if (delta && gamma && theta && vega)
        row.greeks = ChainGreeks{*delta, *gamma, *theta, *vega};
    return done();
}

Status readUnderlying(JsonTree::Node node, SnapshotRow& row) {
    if (isAbsent(node))
        return done();
    FieldReader in(node, "underlying");
    UnderlyingFigures figures;
    in.text("ticker", figures.ticker);
    marketPrice(in, node["price"].isNothing() ? "value" : "price", figures.price);
    unixTime(in, "last_updated", figures.updated);
    figures.timeframe = timeframeOf(node["timeframe"]);
    if (!in.ok())
        return in.error();
    row.underlying = std::move(figures);
    return done();
}

/// The name is what an order would carry: details that contradict it make the row useless.
Status checkDetails(JsonTree::Node node, SnapshotRow& row) {
    if (isAbsent(node) || row.ticker.kind != AssetKind::Option)
        return done();
    FieldReader in(node, "details");
    std::optional<Date> expiry;
    std::optional<Price> strike;
    in.date("expiration_date", expiry);
    in.price("strike_price", strike, ExtraDigits::Refuse);
    if (!in.ok())
        return in.error();
    const auto name = OptionSymbol::tryFrom(row.ticker.symbol);
    const std::string_view right = node["contract_type"].text();
    row.disagreesWithName = !name || (expiry && *expiry != name->expiry()) ||
                            (strike && *strike != name->strike()) ||
                            (right == "call" && name->right() != OptionRight::Call) ||
                            (right == "put" && name->right() != OptionRight::Put);
    return done();
}

Result<SnapshotRow> rowFrom(JsonTree::Node node, const Ticker& ticker) {
    FieldReader in(node, "snapshot");
    SnapshotRow row;
    row.ticker = ticker;
    in.text("name", row.name);
    in.text("market_status", row.marketStatus);
    in.real("implied_volatility", row.impliedVolatility);
    wholeVolume(in, "open_interest", row.openInterest);
    marketPrice(in, "break_even_price", row.breakEven);
    marketPrice(in, "value", row.indexValue);
    if (!in.ok())
        return in.error();
    const JsonTree::Node session = node["session"];
    for (const Status& read :
         {readSession(session ? session : node["day"], row.session), readQuote(node["last_quote"], row),
          readTrade(node["last_trade"], row), readGreeks(node["greeks"], row),
          readUnderlying(node["underlying_asset"], row), checkDetails(node["details"], row)})
        if (!read)
            return read.error();
    return row;
}

/// The row's ticker stands at its top, or in the details of a chain's row.
std::string_view tickerTextOf(JsonTree::Node node) {
    const JsonTree::Node top = node["ticker"];
    return top.isNothing() ? node["details"]["ticker"].text() : top.text();
}

Status addRow(JsonTree::Node node, SnapshotsPage& page) {
    const std::string_view text = tickerTextOf(node);
    if (!node.isObject() || text.empty())
        return unexpectedAnswer("snapshot.ticker: missing");
    if (const JsonTree::Node error = node["error"]; !error.isNothing()) {
        page.errors.push_back(
            {std::string(text), std::string(error.text()), std::string(node["message"].text())});
        return done();
    }
    auto ticker = tickerFrom(text);
    // Index answers may leave the prefix out.
    if (ticker && node["type"].text() == "indices")
        ticker->kind = AssetKind::Index;
    if (!ticker) {
        ++page.skipped;
        return done();
    }
    auto row = rowFrom(node, *ticker);
    if (!row)
        return row.error();
    page.rows.push_back(std::move(row.value()));
    return done();
}

Result<SnapshotsPage> snapshotsFrom(JsonTree::Node root) {
    SnapshotsPage page;
    if (const auto checked = checkEnvelope(root, &page.isDelayed); !checked)
        return checked.error();
    page.nextUrl = std::string(root["next_url"].text());
    const JsonTree::Node results = root["results"];
    if (results.isNothing()) {
        if (root["status"].isNothing())
            return unexpectedAnswer("results: missing");
        return page;
    }
    // One contract's snapshot is an object.
    if (results.isObject()) {
        if (const auto added = addRow(results, page); !added)
            return added.error();
        return page;
    }
    if (!results.isArray())
        return unexpectedAnswer("results: a list was expected");
    page.rows.reserve(results.childCount());
    for (auto node = results.firstChild(); node; node = node.nextSibling())
        if (const auto added = addRow(node, page); !added)
            return added.error();
    return page;
}

} // namespace

Result<Page<StockSnapshot>> decodeStockSnapshots(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, [](JsonTree::Node root) -> Result<Page<StockSnapshot>> {
        if (!root["ticker"].isObject())
            return pageFrom<StockSnapshot>(root, "tickers", addStock);
        Page<StockSnapshot> page;
        if (const auto checked = checkEnvelope(root, &page.isDelayed); !checked)
            return checked.error();
        if (const auto added = addStock(root["ticker"], page); !added)
            return added.error();
        return page;
    });
}

Result<SnapshotsPage> decodeSnapshots(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, snapshotsFrom);
}

} // namespace strikedesk::polygon
