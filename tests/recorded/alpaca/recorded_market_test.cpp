// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/codec/market_codec.h"
#include "core/io/venues/alpaca/codec/reference_codec.h"
#include "tests/recorded/alpaca/fixtures.h"

#include <gtest/gtest.h>

namespace strikedesk::alpaca {
namespace {

Timestamp when(const char* text) { return *Timestamp::tryFromRfc3339(text); }

using test::fixture;

Price price(const char* text) { return *Price::tryFromText(text); }

TEST(AlpacaRecordedMarket, BarsOfEveryShape) {
    STRIKEDESK_NEEDS_FIXTURES();
    const auto days = *decodeBars(fixture("stock-bars/stock_bars_day_aapl_nio.json"));
    ASSERT_EQ(days.rows.size(), 2u);
    const market::Bar& bar = days.rows.at(Symbol::of("AAPL")).at(2);
    EXPECT_EQ(bar.start, when("2021-10-15T04:00:00Z"));
    EXPECT_EQ(bar.open, price("144.13"));
    EXPECT_EQ(bar.high, price("144.895"));
    EXPECT_EQ(bar.low, price("143.51"));
    EXPECT_EQ(bar.close, price("144.84"));
    EXPECT_EQ(bar.volume, 67'393'148);
    EXPECT_EQ(bar.tradeCount, 426'182);
    // The venue computed 144.320565.
    EXPECT_EQ(bar.vwap, price("144.3206"));
    EXPECT_TRUE(days.nextPageToken.empty());

    const auto single = *decodeBars(fixture("stock-bars/stock_bars_apca.json"));
    EXPECT_EQ(single.rows.at(Symbol::of("AAPL")).size(), 2u);
    EXPECT_EQ(single.nextPageToken, "MjAyMS0wMi0wMVQxNDowMjowMFo7MQ==");
    EXPECT_EQ(single.rows.at(Symbol::of("AAPL"))[1].low, price("133.44"));
    const auto latest = *decodeBars(fixture("stock-bars/stock_latest_bars_multi.json"));
    EXPECT_EQ(latest.rows.at(Symbol::of("TSLA")).at(0).open, price("776.605"));
    EXPECT_EQ(
        decodeBars(fixture("stock-bars/stock_latest_bar.json"))->rows.at(Symbol::of("SPY")).at(0).volume,
        2'100);
    EXPECT_EQ(decodeBars(fixture("stock-bars/stock_bars_multi.json"))->rows.at(Symbol::of("TSLA")).at(1).low,
              price("241.6601"));
    EXPECT_EQ(
        decodeBars(fixture("stock-bars/stock_bars_page1_go.json"))->rows.at(Symbol::of("META")).at(1).close,
        price("184"));
    EXPECT_EQ(
        decodeBars(fixture("stock-bars/stock_bars_page2_go.json"))->rows.at(Symbol::of("META")).at(1).high,
        price("172.575"));
    EXPECT_EQ(decodeBars(fixture("stock-bars/stock_bars_openapi.json"))
                  ->rows.at(Symbol::of("AAPL"))
                  .at(0)
                  .tradeCount,
              65);
    const auto options = *decodeBars(fixture("option-bars/option_bars_go.json"));
    const auto& rows = options.rows.at(Symbol::of("AAPL240308C00172500"));
    ASSERT_EQ(rows.size(), 7u);
    EXPECT_EQ(rows[0].vwap, price("1.1877"));
    EXPECT_EQ(rows[1].open, price("1"));
    EXPECT_EQ(decodeBars(fixture("option-bars/option_bars_multi.json"))->rows.size(), 2u);
    EXPECT_EQ(decodeBars(fixture("option-bars/option_bars_openapi.json"))->rows.begin()->second.at(0).close,
              price("0.34"));
}

TEST(AlpacaRecordedMarket, QuotesAndTrades) {
    STRIKEDESK_NEEDS_FIXTURES();
    const auto quotes = *decodeQuotes(fixture("option-quotes/option_latest_quotes_openapi.json"));
    const market::Quote& quote = quotes.rows.at(Symbol::of("AAPL240419P00140000")).at(0);
    EXPECT_EQ(quote.bid, price("0.15"));
    EXPECT_EQ(quote.ask, price("0.16"));
    EXPECT_EQ(quote.bidSize, 164);
    EXPECT_EQ(quote.askSize, 669);
    EXPECT_EQ(quote.at, when("2024-02-28T15:30:28.046330624Z"));
    EXPECT_EQ(
        decodeQuotes(fixture("stock-quotes/stock_latest_quote.json"))->rows.at(Symbol::of("AAPL")).at(0).bid,
        price("161.1"));
    EXPECT_EQ(
        decodeQuotes(fixture("stock-quotes/stock_quotes_page1_go.json"))->rows.at(Symbol::of("IBM")).size(),
        10u);
    EXPECT_EQ(decodeQuotes(fixture("stock-quotes/stock_quotes_page2_go.json"))
                  ->rows.at(Symbol::of("IBM"))
                  .at(1)
                  .bidSize,
              2);
    const auto trades = *decodeTrades(fixture("stock-trades/stock_trades_with_update_flags_go.json"));
    const HistoricalTrade& trade = trades.rows.at(Symbol::of("A")).at(1);
    EXPECT_EQ(trade.update, "canceled");
    EXPECT_EQ(trade.print.id, "71697353815352");
    EXPECT_EQ(trade.print.conditions, " ,T,I");
    EXPECT_EQ(trade.print.price, price("129.88"));
    const auto two = *decodeTrades(fixture("stock-trades/stock_trades_two_symbols.json"));
    EXPECT_EQ(two.rows.at(Symbol::of("GE")).at(1).print.price, price("13.7317"));
    EXPECT_EQ(two.rows.at(Symbol::of("F")).at(0).print.at, when("2018-06-04T19:18:17.4392Z"));
    EXPECT_EQ(decodeTrades(fixture("stock-trades/stock_trades_premarket_aapl_20211013.json"))
                  ->rows.begin()
                  ->second.size(),
              5u);
    EXPECT_EQ(decodeTrades(fixture("stock-trades/stock_latest_trade.json"))
                  ->rows.at(Symbol::of("AAPL"))
                  .at(0)
                  .print.exchange,
              "D");
    EXPECT_EQ(decodeTrades(fixture("stock-trades/stock_trades_openapi.json"))
                  ->rows.begin()
                  ->second.at(1)
                  .print.size,
              1);
    EXPECT_EQ(decodeTrades(fixture("option-trades/option_trades_go.json"))
                  ->rows.begin()
                  ->second.at(0)
                  .print.conditions,
              "g");
    EXPECT_EQ(decodeTrades(fixture("option-trades/option_latest_trade.json"))
                  ->rows.begin()
                  ->second.at(0)
                  .print.price,
              price("0.06"));
    EXPECT_EQ(decodeTrades(fixture("option-trades/option_latest_trades_multi.json"))->rows.size(), 2u);
}

TEST(AlpacaRecordedMarket, SnapshotsAndChains) {
    STRIKEDESK_NEEDS_FIXTURES();
    const auto chain = *decodeSnapshots(fixture("option-snapshot/option_chain_page.json"));
    ASSERT_EQ(chain.snapshots.size(), 1u);
    const Snapshot& put = chain.snapshots[0];
    EXPECT_EQ(put.symbol, Symbol::of("AAPL240503P00155000"));
    EXPECT_DOUBLE_EQ(put.greeks->delta, -0.06962352623019707);
    EXPECT_DOUBLE_EQ(put.greeks->rho, -0.00233165154510125);
    EXPECT_DOUBLE_EQ(*put.impliedVolatility, 0.4584478444465036);
    EXPECT_EQ(put.latestQuote->ask, price("0.35"));
    EXPECT_EQ(put.latestTrade->price, price("0.34"));
    EXPECT_FALSE(put.dailyBar.has_value());

    const auto deep = *decodeSnapshots(fixture("option-snapshot/option_chain_page1_go_aapl.json"));
    EXPECT_FALSE(deep.snapshots.at(0).greeks.has_value());
    EXPECT_EQ(deep.snapshots.at(0).latestQuote->ask, price("17"));
    EXPECT_EQ(deep.nextPageToken, "QUFQTDI0MDQyNkMwMDE1MjUwMA==");
    EXPECT_TRUE(
        decodeSnapshots(fixture("option-snapshot/option_chain_page2_go_aapl.json"))->nextPageToken.empty());
    EXPECT_EQ(decodeSnapshots(fixture("option-snapshot/option_snapshot_go.json"))
                  ->snapshots.at(0)
                  .latestQuote->bidSize,
              180);
    EXPECT_DOUBLE_EQ(decodeSnapshots(fixture("option-snapshot/option_snapshot_with_greeks.json"))
                         ->snapshots.at(0)
                         .greeks->vega,
                     0.1466720335488638);
    EXPECT_EQ(decodeSnapshots(fixture("option-snapshot/option_snapshots_openapi.json"))
                  ->snapshots.at(0)
                  .latestQuote->bid,
              price("4.15"));

    const auto stocks = *decodeSnapshots(fixture("stock-snapshot/stock_snapshots_openapi.json"));
    ASSERT_EQ(stocks.snapshots.size(), 2u);
    EXPECT_EQ(stocks.snapshots[1].symbol, Symbol::of("TSLA"));
    EXPECT_EQ(stocks.snapshots[1].previousDailyBar->close, price("927.96"));
    EXPECT_EQ(stocks.snapshots[0].dailyBar->low, price("171.6618"));
    for (const char* name :
         {"stock-snapshot/stock_snapshot_single_go.json", "stock-snapshot/stock_snapshot_single_py.json"}) {
        const auto one = *decodeSnapshots(fixture(name));
        ASSERT_EQ(one.snapshots.size(), 1u) << name;
        EXPECT_EQ(one.snapshots[0].symbol, Symbol::of("AAPL"));
        EXPECT_EQ(one.snapshots[0].minuteBar->high, price("133.4939"));
        EXPECT_EQ(one.snapshots[0].dailyBar->volume, 25'094'213);
    }
    EXPECT_EQ(decodeSnapshots(fixture("stock-snapshot/stock_snapshots_map.json"))
                  ->snapshots.at(0)
                  .latestTrade->price,
              price("161.1998"));
}

TEST(AlpacaRecordedMarket, AuctionsIndicesScreenersNewsAndCorporateActions) {
    STRIKEDESK_NEEDS_FIXTURES();
    const auto auctions = *decodeAuctions(fixture("stock-auction/stock_auctions_multi_go.json"));
    const AuctionDay& day = auctions.rows.at(Symbol::of("IBM")).at(0);
    EXPECT_EQ(day.date.iso(), "2022-10-17");
    ASSERT_EQ(day.opening.size(), 4u);
    EXPECT_EQ(day.closing.at(2).size, 959'421);
    EXPECT_EQ(day.closing.at(0).price, price("121.595"));
    const auto indices = *decodeIndexValues(fixture("screener/index_values_openapi.json"));
    EXPECT_DOUBLE_EQ(indices.rows.at(Symbol::of("VIX")).at(2).value, 18.45);

    const auto actives = *decodeMostActives(fixture("screener/most_actives_py.json"));
    ASSERT_EQ(actives.rows.size(), 10u);
    EXPECT_EQ(actives.rows[3].symbol, "TSLA");
    EXPECT_EQ(actives.rows[3].tradeCount, 538'798);
    const auto movers = *decodeMovers(fixture("screener/movers_py.json"));
    EXPECT_EQ(movers.gainers.at(4).price, price("0.0199"));
    EXPECT_EQ(movers.losers.at(0).change, price("-0.0706"));
    EXPECT_DOUBLE_EQ(movers.losers.at(0).changePercent, -95.02);

    const auto news = *decodeNews(fixture("news/news_page1_go.json"));
    ASSERT_EQ(news.articles.size(), 2u);
    EXPECT_EQ(news.articles[0].id, 20'472'678);
    EXPECT_EQ(news.articles[0].summary.substr(0, 12), "Waymo&#39;s ");
    EXPECT_EQ(news.articles[1].symbols.size(), 11u);
    EXPECT_EQ(news.articles[1].images.at(2).size, "thumb");
    EXPECT_EQ(news.nextPageToken, "MTYxNzQ2MzIxMjAwMDAwMDAwMHwyMDQ3MjUxMg==");
    EXPECT_TRUE(decodeNews(fixture("news/news_page2_go.json"))->nextPageToken.empty());
    EXPECT_EQ(decodeNews(fixture("news/news_page_py.json"))->articles.at(0).source, "source");

    const auto actions = *decodeCorporateActions(fixture("corporate-action/corporate_actions_go.json"));
    ASSERT_EQ(actions.actions.size(), 15u);
    EXPECT_EQ(actions.actions[0].type, "forward_splits");
    EXPECT_EQ(actions.actions[0].newRate, "5");
    EXPECT_EQ(actions.actions[0].exDate->iso(), "2024-03-13");
    EXPECT_EQ(actions.actions[2].symbol, "ESAC");
    EXPECT_EQ(actions.actions[2].newSymbol, "ZEO");
    EXPECT_EQ(actions.actions[11].newRate, "0.13091");
    EXPECT_EQ(actions.actions[11].others.at("effective_date"), "2024-03-11");
    const auto dividend = *decodeCorporateActions(fixture("corporate-action/corporate_actions_page_py.json"));
    EXPECT_EQ(dividend.actions.at(0).rate, "0.086928");
    EXPECT_EQ(dividend.actions.at(0).others.at("foreign"), "true");
    const auto exchanges = *decodeCodeTable(fixture("meta/stock_meta_exchanges.json"));
    EXPECT_EQ(exchanges.size(), 22u);
    EXPECT_EQ(exchanges.at("V"), "IEX");
}

} // namespace
} // namespace strikedesk::alpaca
