// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/codec/market_codec.h"

#include "core/io/venues/polygon/codec/nodes.h"

namespace strikedesk::polygon {

namespace {

Result<AggregatesPage> barsFrom(JsonTree::Node root) {
    auto page = pageFrom<market::Bar>(root, "results", [&](JsonTree::Node node, Page<market::Bar>& rows) {
        auto bar = barFrom(node, true);
        if (!bar)
            return Status(bar.error());
        rows.rows.push_back(*bar);
        return done();
    });
    if (!page)
        return page.error();
    FieldReader in(root, "bars");
    AggregatesPage bars;
    if (!tickerOf(in, "ticker", bars.ticker))
        in.fail("ticker", "a ticker was expected");
    in.boolean("adjusted", bars.isAdjusted);
    in.integer("queryCount", bars.baseCount);
    if (!in.ok())
        return in.error();
    bars.bars = std::move(page->rows);
    bars.nextUrl = std::move(page->nextUrl);
    bars.isDelayed = page->isDelayed;
    return bars;
}

Result<OpenClose> openCloseFrom(JsonTree::Node root) {
    OpenClose day;
    if (const auto checked = checkEnvelope(root, &day.isDelayed); !checked)
        return checked.error();
    FieldReader in(root, "open-close");
    for (const char* needed : {"from", "open", "high", "low", "close"})
        in.require(needed);
    if (!tickerOf(in, "symbol", day.ticker))
        in.fail("symbol", "a ticker was expected");
    // The day comes alone or as a midnight in UTC.
    const auto date = Date::tryFromIso(root["from"].text().substr(0, 10));
    if (!date)
        in.fail("from", "a day was expected");
    marketPrice(in, "open", day.open);
    marketPrice(in, "high", day.high);
    marketPrice(in, "low", day.low);
    marketPrice(in, "close", day.close);
    wholeVolume(in, "volume", day.volume);
    marketPrice(in, "preMarket", day.preMarket);
    marketPrice(in, "afterHours", day.afterHours);
    if (!in.ok())
        return in.error();
    day.day = *date;
    return day;
}

Result<HistoricalTrade> lastTradeFrom(JsonTree::Node root) {
    const auto results = resultsObject(root);
    if (!results)
        return results.error();
    FieldReader in(*results, "last trade");
    HistoricalTrade trade;
    Ticker ticker;
    in.require("p");
    if (!tickerOf(in, "T", ticker))
        in.fail("T", "a ticker was expected");
    trade.print.symbol = ticker.symbol;
    marketPrice(in, "p", trade.print.price);
    wholeVolume(in, "s", trade.print.size);
    neededTime(in, "t", trade.print.at);
    unixTime(in, "y", trade.participantAt);
    in.text("x", trade.print.exchange);
    in.text("i", trade.print.id);
    in.integer("q", trade.sequence);
    in.integer("e", trade.correction);
    trade.print.conditions = joinedCodes((*results)["c"]);
    if (!in.ok())
        return in.error();
    return trade;
}

Result<HistoricalQuote> lastQuoteFrom(JsonTree::Node root) {
    const auto results = resultsObject(root);
    if (!results)
        return results.error();
    FieldReader in(*results, "last quote");
    HistoricalQuote quote;
    Ticker ticker;
    if (!tickerOf(in, "T", ticker))
        in.fail("T", "a ticker was expected");
    quote.quote.symbol = ticker.symbol;
    // A side that is empty is left out.
    marketPrice(in, "p", quote.quote.bid);
    marketPrice(in, "P", quote.quote.ask);
    wholeVolume(in, "s", quote.quote.bidSize);
    wholeVolume(in, "S", quote.quote.askSize);
    neededTime(in, "t", quote.quote.at);
    in.integer("q", quote.sequence);
    if (!in.ok())
        return in.error();
    return quote;
}

Result<HistoricalTrade> tradeFrom(JsonTree::Node node, const Symbol& symbol) {
    FieldReader in(node, "trade");
    HistoricalTrade trade;
    trade.print.symbol = symbol;
    in.require("price");
    marketPrice(in, "price", trade.print.price);
    wholeVolume(in, "size", trade.print.size);
    neededTime(in, "sip_timestamp", trade.print.at);
    unixTime(in, "participant_timestamp", trade.participantAt);
    in.text("exchange", trade.print.exchange);
    in.text("id", trade.print.id);
    in.integer("sequence_number", trade.sequence);
    in.integer("correction", trade.correction);
    trade.print.conditions = joinedCodes(node["conditions"]);
    if (!in.ok())
        return in.error();
    return trade;
}

Result<HistoricalQuote> quoteFrom(JsonTree::Node node, const Symbol& symbol) {
    FieldReader in(node, "quote");
    HistoricalQuote quote;
    quote.quote.symbol = symbol;
    marketPrice(in, "bid_price", quote.quote.bid);
    marketPrice(in, "ask_price", quote.quote.ask);
    wholeVolume(in, "bid_size", quote.quote.bidSize);
    wholeVolume(in, "ask_size", quote.quote.askSize);
    neededTime(in, "sip_timestamp", quote.quote.at);
    in.integer("sequence_number", quote.sequence);
    if (!in.ok())
        return in.error();
    return quote;
}

/// Rows of one known instrument.
template <class Row>
Result<Page<Row>> decodeTicks(std::string_view json, const Symbol& symbol,
                              Result<Row> (*decode)(JsonTree::Node, const Symbol&)) {
    return decodePage<Row>(json, "results", [&](JsonTree::Node node, Page<Row>& page) -> Status {
        auto row = decode(node, symbol);
        if (!row)
            return row.error();
        page.rows.push_back(std::move(row.value()));
        return done();
    });
}

} // namespace

Result<AggregatesPage> decodeBars(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, barsFrom);
}

Result<Page<DayRow>> decodeGroupedDay(std::string_view json) {
    return decodePage<DayRow>(json, "results", [](JsonTree::Node node, Page<DayRow>& page) -> Status {
        FieldReader in(node, "day");
        DayRow row;
        if (!tickerOf(in, "T", row.ticker)) {
            if (!in.ok())
                return in.error();
            ++page.skipped;
            return done();
        }
        auto bar = barFrom(node, false);
        if (!bar)
            return bar.error();
        row.bar = *bar;
        page.rows.push_back(row);
        return done();
    });
}

Result<OpenClose> decodeOpenClose(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, openCloseFrom);
}

Result<HistoricalTrade> decodeLastTrade(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, lastTradeFrom);
}

Result<HistoricalQuote> decodeLastQuote(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, lastQuoteFrom);
}

Result<Page<HistoricalTrade>> decodeTrades(std::string_view json, const Symbol& symbol) {
    return decodeTicks<HistoricalTrade>(json, symbol, &tradeFrom);
}

Result<Page<HistoricalQuote>> decodeQuotes(std::string_view json, const Symbol& symbol) {
    return decodeTicks<HistoricalQuote>(json, symbol, &quoteFrom);
}

} // namespace strikedesk::polygon
