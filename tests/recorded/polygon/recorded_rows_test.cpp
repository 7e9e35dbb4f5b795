// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/codec/company_codec.h"
#include "core/io/venues/polygon/codec/reference_codec.h"
#include "core/io/venues/polygon/codec/snapshot_codec.h"
#include "tests/recorded/polygon/fixtures.h"

#include <gtest/gtest.h>

// What the recorded snapshots, lists and company data say, checked value by value.

namespace strikedesk::polygon {
namespace {

using test::asPage;
using test::fixture;

Price usd(const char* text) { return *Price::tryFromText(text); }

TEST(PolygonRecorded, StockSnapshots) {
    STRIKEDESK_NEEDS_POLYGON_FIXTURES();
    const auto one = decodeStockSnapshots(fixture("stock-snapshot/snapshot_ticker_aapl.json"));
    ASSERT_TRUE(one);
    const StockSnapshot& aapl = one->rows.at(0);
    EXPECT_EQ(aapl.symbol, Symbol::of("AAPL"));
    EXPECT_EQ(aapl.day->close, usd("160.315"));
    EXPECT_EQ(aapl.previousDay->close, usd("163.64"));
    EXPECT_EQ(aapl.minute->start, Timestamp::fromMilliseconds(1'684'428'600'000));
    EXPECT_EQ(aapl.minute->tradeCount, 5);
    EXPECT_EQ(aapl.lastTrade->at, Timestamp::fromNanoseconds(1'651'251'948'294'080'343));
    EXPECT_EQ(aapl.lastTrade->conditions, "");
    EXPECT_EQ(aapl.lastQuote->bid, usd("159.98"));
    EXPECT_EQ(aapl.lastQuote->askSize, 5);
    EXPECT_EQ(aapl.change, usd("-3.65"));
    EXPECT_DOUBLE_EQ(*aapl.changePercent, -2.231);

    const auto gainers = decodeStockSnapshots(fixture("stock-snapshot/snapshot_gainers.json"));
    ASSERT_TRUE(gainers);
    EXPECT_EQ(gainers->rows.size(), 2u);
    EXPECT_EQ(gainers->rows.at(0).symbol, Symbol::of("NVCN"));
    EXPECT_EQ(gainers->rows[0].change, usd("6.13"));
    const auto newer = decodeStockSnapshots(fixture("stock-snapshot/snapshot_ticker_openapi.json"));
    ASSERT_TRUE(newer);
    EXPECT_EQ(newer->rows.at(0).day->volume, 28'727'868);
}

TEST(PolygonRecorded, UnifiedSnapshotsKeepTheErrorsOfRows) {
    STRIKEDESK_NEEDS_POLYGON_FIXTURES();
    const auto page = decodeSnapshots(fixture("unified-snapshot/indices_snapshot_with_errors.json"));
    ASSERT_TRUE(page);
    ASSERT_EQ(page->rows.size(), 1u);
    EXPECT_EQ(page->rows[0].ticker, (Ticker{AssetKind::Index, Symbol::of("SPX")}));
    EXPECT_EQ(page->rows[0].indexValue, usd("3822.39"));
    EXPECT_EQ(page->rows[0].session.change, usd("-50.01"));
    ASSERT_EQ(page->errors.size(), 2u);
    EXPECT_EQ(page->errors[0].ticker, "APx");
    EXPECT_EQ(page->errors[0].error, "NOT_FOUND");
    EXPECT_EQ(page->errors[1].error, "NOT_ENTITLED");

    const auto stock =
        decodeSnapshots(asPage(fixture("unified-snapshot/unified_snapshot_stock_row_go.json")));
    ASSERT_TRUE(stock);
    const SnapshotRow& aapl = stock->rows.at(0);
    EXPECT_EQ(aapl.lastQuote->ask, usd("173.34"));
    EXPECT_EQ(aapl.quoteTimeframe, Timeframe::RealTime);
    EXPECT_EQ(aapl.lastTrade->at, Timestamp::fromNanoseconds(1'683'577'205'678'289'200));
    EXPECT_EQ(aapl.lastTrade->conditions, "12,22");
    EXPECT_EQ(aapl.session.previousClose, usd("173.57"));
    EXPECT_EQ(aapl.session.volume, 50'823'329);
    EXPECT_EQ(aapl.marketStatus, "late_trading");
    const auto refused =
        decodeSnapshots(asPage(fixture("unified-snapshot/unified_snapshot_error_row_go.json")));
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->errors.at(0).ticker, "APy");
}

TEST(PolygonRecorded, OptionChains) {
    STRIKEDESK_NEEDS_POLYGON_FIXTURES();
    const auto page = decodeSnapshots(asPage(fixture("option-chain/option_chain_row1_go.json")));
    ASSERT_TRUE(page);
    const SnapshotRow& row = page->rows.at(0);
    EXPECT_EQ(row.ticker, (Ticker{AssetKind::Option, Symbol::of("AAPL230106C00050000")}));
    EXPECT_FALSE(row.disagreesWithName);
    EXPECT_FALSE(row.greeks) << "{} means none";
    EXPECT_FALSE(row.impliedVolatility);
    EXPECT_EQ(row.openInterest, 5);
    EXPECT_EQ(row.lastQuote->bid, usd("74.85"));
    EXPECT_EQ(row.lastQuote->askSize, 48);
    EXPECT_EQ(row.quoteTimeframe, Timeframe::Delayed);
    EXPECT_EQ(row.lastTrade->price, usd("110.90"));
    EXPECT_EQ(row.session.updated, Timestamp::fromMilliseconds(1'672'434'000'000)) << "milliseconds here";
    EXPECT_EQ(row.session.vwap, usd("79.325"));
    EXPECT_EQ(row.breakEven, usd("162.375"));
    EXPECT_EQ(row.underlying->price, usd("124.94"));
    EXPECT_EQ(row.underlying->timeframe, Timeframe::Delayed);

    const auto odd = decodeSnapshots(fixture("option-chain/option_chain_openapi.json"));
    ASSERT_TRUE(odd);
    EXPECT_EQ(odd->skipped, 1) << "the sample's name has nine digits of strike";
}

TEST(PolygonRecorded, Contracts) {
    STRIKEDESK_NEEDS_POLYGON_FIXTURES();
    const auto first = decodeContracts(fixture("option-contracts/option_contracts_page1.json"));
    const auto second = decodeContracts(fixture("option-contracts/option_contracts_page2.json"));
    ASSERT_TRUE(first);
    ASSERT_TRUE(second);
    EXPECT_EQ(first->rows.size() + second->rows.size(), 20u);
    const options::Contract& contract = first->rows[0].contract;
    EXPECT_EQ(contract.symbol, Symbol::of("A220520C00065000"));
    EXPECT_EQ(contract.underlying, Symbol::of("A"));
    EXPECT_EQ(contract.root, Symbol::of("A"));
    EXPECT_EQ(contract.expiry.iso(), "2022-05-20");
    EXPECT_EQ(contract.strike, usd("65.00"));
    EXPECT_EQ(contract.size, 100);
    EXPECT_FALSE(first->rows[0].disagreesWithName);
    EXPECT_TRUE(nextPath(first->nextUrl, "/v3/reference/options/contracts?limit=10"));
    EXPECT_EQ(second->nextUrl, "");

    const auto adjusted = decodeContracts(fixture("option-contracts/option_contracts_openapi.json"));
    ASSERT_TRUE(adjusted);
    ASSERT_EQ(adjusted->rows.at(1).additionalUnderlyings.size(), 2u);
    EXPECT_EQ(adjusted->rows[1].additionalUnderlyings[1].amount, "6.53");
    EXPECT_EQ(adjusted->rows[1].primaryExchange, "BATO");
}

TEST(PolygonRecorded, Tickers) {
    STRIKEDESK_NEEDS_POLYGON_FIXTURES();
    const auto list = decodeTickers(fixture("tickers/tickers_page1.json"));
    ASSERT_TRUE(list);
    EXPECT_EQ(list->rows.at(1).name, "Alcoa Corporation");
    EXPECT_EQ(list->rows[1].primaryExchange, "XNYS");
    EXPECT_TRUE(nextPath(list->nextUrl, "/v3/reference/tickers?active=true"));
    EXPECT_EQ(decodeTickers(fixture("tickers/tickers_page2.json"))->rows.at(0).type, "ETF");
    const auto details = decodeTickerDetails(fixture("tickers/ticker_details_aapl.json"));
    ASSERT_TRUE(details);
    EXPECT_DOUBLE_EQ(*details->marketCap, 2'488'795'282'370.0);
    EXPECT_EQ(details->employees, 154'000);
    EXPECT_EQ(details->listed->iso(), "1980-12-12");
    EXPECT_EQ(decodeTickerDetails(fixture("tickers/ticker_details_go.json"))->sicDescription,
              "ELECTRONIC COMPUTERS");
    const auto exchanges = decodeExchanges(fixture("reference/exchanges.json"));
    ASSERT_TRUE(exchanges);
    EXPECT_EQ(exchanges->rows.at(0).mic, "XASE");
    EXPECT_EQ(exchanges->rows[0].participant, "A");
}

TEST(PolygonRecorded, MarketStatus) {
    STRIKEDESK_NEEDS_POLYGON_FIXTURES();
    const auto now = decodeMarketStatus(fixture("market-status/market_status_now.json"));
    ASSERT_TRUE(now);
    EXPECT_EQ(now->market, "extended-hours");
    EXPECT_TRUE(now->isAfterHours);
    EXPECT_FALSE(now->isPreMarket);
    EXPECT_EQ(now->serverTime, *Timestamp::tryFromRfc3339("2022-04-28T20:48:08Z"));
    EXPECT_EQ(now->exchanges.at("nyse"), "extended-hours");
    EXPECT_EQ(decodeMarketStatus(fixture("market-status/market_status_go.json"))->exchanges.at("otc"),
              "closed");
}

TEST(PolygonRecorded, CompanyData) {
    STRIKEDESK_NEEDS_POLYGON_FIXTURES();
    const auto older = decodeDividends(fixture("corporate/dividends.json"));
    ASSERT_TRUE(older);
    EXPECT_EQ(older->rows.at(0).cashAmount, "0.59375");
    EXPECT_EQ(older->rows[0].exDate.iso(), "2025-06-12");
    EXPECT_EQ(older->rows[0].kind, "CD");
    EXPECT_EQ(older->rows[0].perYear, 4);
    EXPECT_EQ(decodeDividends(asPage(fixture("corporate/dividend_go.json")))->rows.at(0).pay->iso(),
              "2025-06-30");
    const auto newer = decodeDividends(fixture("corporate/dividends_v1_openapi.json"));
    ASSERT_TRUE(newer);
    EXPECT_EQ(newer->rows.at(0).kind, "recurring");
    EXPECT_EQ(newer->rows[0].splitAdjustedAmount, "0.26");
    EXPECT_DOUBLE_EQ(*newer->rows[0].adjustmentFactor, 0.997899);

    const auto volume = decodeShortVolume(fixture("short/short_volume_openapi.json"));
    ASSERT_TRUE(volume);
    EXPECT_EQ(volume->rows.at(0).shortVolume, 181'219);
    EXPECT_DOUBLE_EQ(volume->rows[0].shortPercent, 31.57);
    EXPECT_EQ(volume->rows[0].day.iso(), "2025-03-25");
    EXPECT_EQ(decodeFreeFloat(fixture("short/float_openapi.json"))->rows.at(0).shares, 15'000'000'000);
}

TEST(PolygonRecorded, NewsAndErrors) {
    STRIKEDESK_NEEDS_POLYGON_FIXTURES();
    const auto page = decodeNews(fixture("news/news_openapi.json"));
    ASSERT_TRUE(page);
    EXPECT_EQ(page->rows.at(0).publisher, "Investing.com");
    EXPECT_EQ(page->rows[0].published, *Timestamp::tryFromRfc3339("2024-06-24T18:33:53Z"));
    EXPECT_EQ(page->rows[0].insights.at(0).sentiment, "positive");
    EXPECT_TRUE(nextPath(page->nextUrl, "/v2/reference/news?ticker=UBS")) << "a link with a port";
    const auto article = decodeNews(asPage(fixture("news/news_article_go.json")));
    ASSERT_TRUE(article);
    EXPECT_EQ(article->rows.at(0).tickers.size(), 5u);
    const auto error = decodeVenueError(fixture("error/error_not_authorized.json"));
    ASSERT_TRUE(error);
    EXPECT_EQ(error->status, "NOT_AUTHORIZED");
    EXPECT_EQ(errorFrom(fixture("error/error_not_authorized.json"), 403).kind, ErrorKind::Refused);
}

} // namespace
} // namespace strikedesk::polygon
