// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/codec/market_codec.h"
#include "core/io/venues/polygon/codec/stream_codec.h"
#include "tests/recorded/polygon/fixtures.h"
#include "tests/unit/polygon/keeper.h"

#include <gtest/gtest.h>

// What the recorded bars, ticks and frames say, checked value by value.

namespace strikedesk::polygon {
namespace {

using test::fixture;
using test::Keeper;
using test::linesOf;

Price usd(const char* text) { return *Price::tryFromText(text); }
Timestamp ns(std::int64_t count) { return Timestamp::fromNanoseconds(count); }

TEST(PolygonRecorded, Bars) {
    STRIKEDESK_NEEDS_POLYGON_FIXTURES();
    const auto days = decodeBars(fixture("aggs/aggs_day_aapl_with_next_url.json"));
    ASSERT_TRUE(days);
    EXPECT_EQ(days->ticker.symbol, Symbol::of("AAPL"));
    EXPECT_TRUE(days->isAdjusted);
    EXPECT_EQ(days->baseCount, 2);
    ASSERT_EQ(days->bars.size(), 2u);
    EXPECT_EQ(days->bars[0],
              (market::Bar{Timestamp::fromMilliseconds(1'112'331'600'000), usd("1.5032"), usd("1.5064"),
                           usd("1.4489"), usd("1.4604"), 642'646'396, 82'132, usd("1.469")}));
    EXPECT_EQ(days->nextUrl, "");

    const auto stock = decodeBars(fixture("aggs/aggs_stock_openapi.json"));
    ASSERT_TRUE(stock);
    EXPECT_EQ(stock->bars.at(1).high, usd("75.145"));
    EXPECT_EQ(*nextPath(stock->nextUrl, "/v2/aggs/ticker/AAPL/range/1/day/2020-01-01/2020-01-10"),
              "/v2/aggs/ticker/AAPL/range/1/day/1578114000000/2020-01-10?cursor=bGltaXQ9MiZzb3J0PWFzYw");

    const auto option = decodeBars(fixture("aggs/aggs_option_openapi.json"));
    ASSERT_TRUE(option);
    EXPECT_EQ(option->ticker, (Ticker{AssetKind::Option, Symbol::of("RDFN211119C00025000")}));
    EXPECT_EQ(option->bars.at(1).close, usd("28.30"));

    const auto previous = decodeBars(fixture("aggs/prev_option_openapi.json"));
    ASSERT_TRUE(previous);
    ASSERT_EQ(previous->bars.size(), 1u);
    EXPECT_EQ(previous->bars[0].close, usd("115.97"));
    EXPECT_EQ(previous->bars[0].volume, 131'704'427);
}

TEST(PolygonRecorded, Days) {
    STRIKEDESK_NEEDS_POLYGON_FIXTURES();
    const auto grouped = decodeGroupedDay(fixture("aggs/grouped_daily_go.json"));
    ASSERT_TRUE(grouped);
    ASSERT_EQ(grouped->rows.size(), 2u);
    EXPECT_EQ(grouped->skipped, 1) << "a preferred share with a lower-case letter";
    EXPECT_EQ(grouped->rows[0].ticker.symbol, Symbol::of("TANH"));
    EXPECT_EQ(grouped->rows[0].bar.volume, 25'934);
    EXPECT_EQ(grouped->rows[1].bar.close, usd("34.24"));

    const auto day = decodeOpenClose(fixture("aggs/open_close_go.json"));
    ASSERT_TRUE(day);
    EXPECT_EQ(day->day.iso(), "2020-10-14");
    EXPECT_EQ(day->close, usd("325.12"));
    EXPECT_EQ(day->volume, 26'122'646);
    EXPECT_EQ(day->afterHours, usd("322.10"));
    const auto option = decodeOpenClose(fixture("aggs/open_close_option_openapi.json"));
    ASSERT_TRUE(option);
    EXPECT_EQ(option->ticker.symbol, Symbol::of("TSLA210903C00700000"));
    EXPECT_EQ(option->preMarket, usd("25.00"));
    EXPECT_EQ(option->day.iso(), "2023-01-09");
}

TEST(PolygonRecorded, LastTradeAndQuote) {
    STRIKEDESK_NEEDS_POLYGON_FIXTURES();
    const auto trade = decodeLastTrade(fixture("last/last_trade_go.json"));
    ASSERT_TRUE(trade);
    EXPECT_EQ(trade->print.price, usd("129.8473"));
    EXPECT_EQ(trade->print.size, 25);
    EXPECT_EQ(trade->print.at, ns(1'617'901'342'969'834'000));
    EXPECT_EQ(trade->participantAt, ns(1'617'901'342'968'000'000));
    EXPECT_EQ(trade->print.exchange, "4");
    EXPECT_EQ(trade->print.conditions, "37");
    EXPECT_EQ(trade->print.id, "118749");
    EXPECT_EQ(trade->sequence, 3'135'876);
    EXPECT_TRUE(trade->isValid());
    const auto option = decodeLastTrade(fixture("last/last_trade_option_openapi.json"));
    ASSERT_TRUE(option);
    EXPECT_EQ(option->print.symbol, Symbol::of("TSLA210903C00700000"));
    EXPECT_EQ(option->print.price, usd("115.55"));
    EXPECT_EQ(option->print.id, "");

    const auto quote = decodeLastQuote(fixture("last/last_quote_aapl.json"));
    ASSERT_TRUE(quote);
    EXPECT_EQ(quote->quote, (market::Quote{Symbol::of("AAPL"), usd("155.65"), usd("155.66"), 1, 14,
                                           ns(1'652'192'754'171'838'500)}));
}

TEST(PolygonRecorded, TickHistory) {
    STRIKEDESK_NEEDS_POLYGON_FIXTURES();
    const Symbol aapl = Symbol::of("AAPL");
    const auto trades = decodeTrades(fixture("trades/trades_stock_openapi.json"), aapl);
    ASSERT_TRUE(trades);
    ASSERT_EQ(trades->rows.size(), 2u);
    EXPECT_EQ(trades->rows[0].print.at, ns(1'517'562'000'016'036'600));
    EXPECT_EQ(trades->rows[0].print.conditions, "12,41");
    EXPECT_EQ(trades->rows[1].print.price, usd("171.55"));
    EXPECT_EQ(trades->rows[1].sequence, 1'064);
    EXPECT_TRUE(nextPath(trades->nextUrl, "/v3/trades/AAPL?limit=1000"));
    const auto options =
        decodeTrades(fixture("trades/trades_option_openapi.json"), Symbol::of("AZO140621P00530000"));
    ASSERT_TRUE(options);
    EXPECT_EQ(options->rows.at(1).print.conditions, "209");
    EXPECT_TRUE(nextPath(options->nextUrl, "/v3/trades/O:AZO140621P00530000"));

    const auto quotes = decodeQuotes(fixture("quotes/quotes_stock_openapi.json"), aapl);
    ASSERT_TRUE(quotes);
    EXPECT_EQ(quotes->rows.at(0).quote,
              (market::Quote{aapl, usd("102.70"), Price(), 60, 0, ns(1'517'562'000'065'700'400)}));
    const auto optionQuotes = decodeQuotes(fixture("quotes/quotes_option_openapi.json"), aapl);
    ASSERT_TRUE(optionQuotes);
    EXPECT_EQ(optionQuotes->rows.at(1).quote.ask, usd("282.00"));
    EXPECT_EQ(optionQuotes->rows[1].sequence, 788'994'206);
}

TEST(PolygonRecorded, Frames) {
    STRIKEDESK_NEEDS_POLYGON_FIXTURES();
    PolygonStreamDecoder decoder;
    Keeper all;
    int unknown = 0;
    for (const std::string& line : linesOf(fixture("ws/ws_data_frames.jsonl"))) {
        const auto count = decoder.decode(line, all);
        ASSERT_TRUE(count) << line;
        unknown += count->unknown;
    }
    EXPECT_EQ(unknown, 1) << "fair market values are not used";
    ASSERT_EQ(all.trades.size(), 2u);
    EXPECT_EQ(all.trades[0],
              (market::TradePrint{Symbol::of("MSFT"), usd("114.125"), 100,
                                  Timestamp::fromMilliseconds(1'536'036'818'784), "4", "0,12", "12345"}));
    EXPECT_EQ(all.trades[1].symbol, Symbol::of("AMC210827C00037000"));
    ASSERT_EQ(all.quotes.size(), 2u);
    EXPECT_EQ(all.quotes[0].ask, usd("114.128"));
    EXPECT_EQ(all.quotes[0].askSize, 160);
    EXPECT_EQ(all.quotes[1].bid, usd("9.71"));
    ASSERT_EQ(all.bars.size(), 2u);
    EXPECT_EQ(all.bars[0].symbol, Symbol::of("GTE"));
    EXPECT_EQ(all.bars[0].bar,
              (market::Bar{Timestamp::fromMilliseconds(1'610'144'640'000), usd("0.4488"), usd("0.4489"),
                           usd("0.4486"), usd("0.4486"), 4'110, 0, usd("0.4488")}));
    EXPECT_EQ(all.bars[1].symbol, Symbol::of("SPX"));
    ASSERT_EQ(all.bands.size(), 1u);
    EXPECT_EQ(all.bands[0].up, usd("218.96"));
    EXPECT_EQ(all.bands[0].at, ns(1'601'316'752'683'746'000)) << "microseconds here";
    EXPECT_EQ(all.bands[0].indicator, "21");
    EXPECT_EQ(all.values.at(0), std::pair(Symbol::of("SPX"), usd("3988.5")));
    EXPECT_EQ(all.words.at(0).first, StreamWord::AuthFailed);

    Keeper login;
    for (const std::string& line : linesOf(fixture("ws/ws_status_connected_auth_subscribe.jsonl")))
        ASSERT_TRUE(decoder.decode(line, login));
    ASSERT_EQ(login.words.size(), 4u);
    EXPECT_EQ(login.words[0].first, StreamWord::Connected);
    EXPECT_EQ(login.words[1].first, StreamWord::AuthSuccess);
    bool isJoined = false;
    EXPECT_EQ(acknowledgedItem(login.words[2].second, isJoined), "T.AAPL");
    EXPECT_TRUE(isJoined);
}

} // namespace
} // namespace strikedesk::polygon
