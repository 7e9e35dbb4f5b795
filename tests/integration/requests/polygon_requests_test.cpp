// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/polygon/rig.h"
#include "tests/integration/requests/request_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace strikedesk::polygon {
namespace {

using strikedesk::test::logRequests;
using test::Rig;

const Symbol kStock = Symbol::of("SPY");
const Symbol kPut = Symbol::of("SPY260306P00660000");
const Date kDay = Date::tryFromIso("2026-03-02").value();
const Timestamp kStart = Timestamp::tryFromRfc3339("2026-03-02T14:30:00.123456789Z").value();
const Timestamp kEnd = Timestamp::tryFromRfc3339("2026-03-02T21:00:00Z").value();

class PolygonRequestsTest : public ::testing::Test {
protected:
    ~PolygonRequestsTest() override { logRequests(m_rig.server.arrivals()); }

    /// Makes a call and waits for its end; the fake host knows nothing, so that is an error.
    template <class T, class Call>
    void run(Call call) {
        const Result<T> ended = m_rig.wait<T>(std::move(call));
        EXPECT_TRUE(ended.ok() || ended.error().kind != ErrorKind::Timeout) << ended.error().message;
    }
    /// Beginnings of the targets asked for.
    bool asked(std::string_view beginning) const {
        const auto targets = m_rig.asked();
        return std::any_of(targets.begin(), targets.end(),
                           [&](const std::string& target) { return target.starts_with(beginning); });
    }

    Rig m_rig{100'000};
    PolygonMarketData& m_data = m_rig.data;
};

TEST_F(PolygonRequestsTest, BarsAndDays) {
    using Bars = std::map<Symbol, std::vector<market::Bar>>;
    for (const char* timeframe : {"1Min", "5Min", "1Hour", "1Day", "1Week"})
        for (const Symbol& symbol : {kStock, kPut}) {
            run<Bars>([&](auto done) { m_data.bars({{symbol}, timeframe, kStart, kEnd}, done); });
            run<Bars>([&](auto done) { m_data.bars({{symbol}, timeframe, {}, kEnd}, done); });
        }
    for (const Symbol& symbol : {kStock, kPut}) {
        run<market::Bar>([&](auto done) { m_data.previousDay(symbol, done); });
        run<OpenClose>([&](auto done) { m_data.openClose(symbol, kDay, done); });
    }
    run<std::vector<DayRow>>([&](auto done) { m_data.groupedDay(kDay, done); });
    EXPECT_TRUE(asked("/v2/aggs/ticker/SPY/range/1/minute/"));
    EXPECT_TRUE(asked("/v2/aggs/ticker/O%3ASPY260306P00660000/range/") ||
                asked("/v2/aggs/ticker/O:SPY260306P00660000/range/"));
}

TEST_F(PolygonRequestsTest, QuotesTicksAndSnapshots) {
    run<std::vector<market::Quote>>([&](auto done) { m_data.latestQuotes({kStock, kPut}, done); });
    run<Snapshots>([&](auto done) { m_data.snapshots({kStock, kPut}, done); });
    run<std::vector<StockSnapshot>>([&](auto done) { m_data.stockSnapshots({kStock}, done); });
    ContractFilter filter;
    run<Snapshots>([&](auto done) { m_data.chain(kStock, filter, done); });
    filter.expiryFrom = kDay;
    filter.expiryTo = Date::tryFromIso("2026-03-20").value();
    filter.strikeFrom = Price::fromCents(60'050);
    filter.strikeTo = Price::fromCents(70'000);
    filter.right = OptionRight::Put;
    run<Snapshots>([&](auto done) { m_data.chain(kStock, filter, done); });
    run<std::vector<ListedContract>>([&](auto done) { m_data.contracts(kStock, filter, done); });
    filter.isActive = false;
    run<std::vector<ListedContract>>([&](auto done) { m_data.contracts(kStock, filter, done); });
    for (const Symbol& symbol : {kStock, kPut}) {
        const TickQuery query{symbol, kStart, kEnd, 500};
        run<HistoricalTrade>([&](auto done) { m_data.lastTrade(symbol, done); });
        run<std::vector<HistoricalTrade>>([&](auto done) { m_data.trades(query, done); });
        run<std::vector<HistoricalQuote>>([&](auto done) { m_data.quotes(query, done); });
    }
    EXPECT_TRUE(asked("/v3/snapshot/options/SPY?"));
    EXPECT_TRUE(asked("/v3/trades/SPY?"));
}

TEST_F(PolygonRequestsTest, ReferenceNewsAndShortData) {
    run<std::vector<TickerInfo>>([&](auto done) { m_data.tickers("apple inc", 20, done); });
    run<TickerInfo>([&](auto done) { m_data.tickerDetails(kStock, done); });
    run<MarketStatus>([&](auto done) { m_data.marketStatus(done); });
    run<std::vector<MarketHoliday>>([&](auto done) { m_data.upcomingHolidays(done); });
    run<std::vector<Split>>([&](auto done) { m_data.splits(kStock, done); });
    run<std::vector<Dividend>>([&](auto done) { m_data.dividends(kStock, done); });
    run<std::vector<ShortInterest>>([&](auto done) { m_data.shortInterest(kStock, 10, done); });
    run<std::vector<ShortVolume>>([&](auto done) { m_data.shortVolume(kStock, 10, done); });
    run<std::vector<NewsArticle>>([&](auto done) { m_data.news({kStock}, 20, done); });
    run<std::vector<NewsArticle>>([&](auto done) { m_data.news({}, 20, done); });
    EXPECT_TRUE(asked("/v1/marketstatus/now"));
    EXPECT_TRUE(asked("/stocks/v1/short-interest?"));
}

} // namespace
} // namespace strikedesk::polygon
