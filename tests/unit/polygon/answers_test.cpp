// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/codec/company_codec.h"
#include "core/io/venues/polygon/codec/market_codec.h"
#include "core/io/venues/polygon/codec/reference_codec.h"
#include "core/io/venues/polygon/codec/snapshot_codec.h"

#include <gtest/gtest.h>

namespace strikedesk::polygon {
namespace {

TEST(PolygonAnswers, AbsentResultsAreNoRowsWhenTheAnswerHasAStatus) {
    const auto none =
        decodeBars(R"({"ticker":"AAPL","status":"OK","queryCount":0,"resultsCount":0,"adjusted":false})");
    ASSERT_TRUE(none);
    EXPECT_TRUE(none->bars.empty());
    EXPECT_FALSE(none->isAdjusted);
    EXPECT_FALSE(decodeBars("{}"));
    EXPECT_FALSE(decodeBars(R"({"ticker":"AAPL"})"));
    EXPECT_FALSE(decodeSnapshots("{}"));
    EXPECT_EQ(decodeLastTrade(R"({"status":"OK"})").error().kind, ErrorKind::NotFound);
}

TEST(PolygonAnswers, DelayedIsASuccessAndSaidToBeLate) {
    const auto late = decodeBars(R"({"ticker":"AAPL","status":"DELAYED","results":[]})");
    ASSERT_TRUE(late);
    EXPECT_TRUE(late->isDelayed);
    EXPECT_FALSE(decodeBars(R"({"ticker":"AAPL","status":"ERROR","error":"x"})"));
    EXPECT_EQ(decodeBars(R"({"ticker":"A","status":"NOT_AUTHORIZED","message":"upgrade"})").error().kind,
              ErrorKind::Refused);
}

TEST(PolygonAnswers, VolumesMayBeFractionalOrInExponentForm) {
    const auto bars = decodeBars(
        R"({"ticker":"AAPL","status":"OK","results":[{"t":1.577941e12,"o":1,"h":2,"l":1,"c":1.00005,"v":7.0790813e+07},
            {"t":1577941200000,"o":1,"h":2,"l":1,"c":1.00015,"v":25933.6,"vw":1.23456,"n":3}]})");
    ASSERT_TRUE(bars);
    EXPECT_EQ(bars->bars[0].volume, 70'790'813);
    EXPECT_EQ(bars->bars[0].start, Timestamp::fromMilliseconds(1'577'941'000'000));
    EXPECT_EQ(bars->bars[0].close.units(), 10'000) << "half to even";
    EXPECT_EQ(bars->bars[1].close.units(), 10'002);
    EXPECT_EQ(bars->bars[1].volume, 25'934);
    EXPECT_EQ(bars->bars[1].vwap.units(), 12'346);
}

TEST(PolygonAnswers, ABarThatIsNotWholeOrDoesNotFitIsRefused) {
    for (const char* bar :
         {R"({"t":1577941200000,"o":1,"h":2,"l":1})", R"({"o":1,"h":2,"l":1,"c":1})",
          R"({"t":0,"o":1,"h":2,"l":1,"c":1})", R"({"t":1577941200,"o":1,"h":2,"l":1,"c":1})",
          R"({"t":1577941200000,"o":-1,"h":2,"l":1,"c":1})",
          R"({"t":1577941200000,"o":1,"h":1e30,"l":1,"c":1})",
          R"({"t":1577941200000,"o":1,"h":2,"l":1,"c":1,"v":-1})",
          R"({"t":1577941200000,"o":1,"h":2,"l":1,"c":1,"v":1e30})", R"({"t":"x","o":1,"h":2,"l":1,"c":1})",
          R"({"t":1577941200000,"o":true,"h":2,"l":1,"c":1})", "7"})
        EXPECT_FALSE(decodeBars(std::string(R"({"ticker":"A","status":"OK","results":[)") + bar + "]}"))
            << bar;
}

TEST(PolygonAnswers, ASnapshotBeforeTheOpenHasNoDay) {
    const auto page = decodeStockSnapshots(
        R"({"status":"OK","ticker":{"ticker":"AAPL","todaysChange":0,"updated":0,"day":{"o":0,"h":0,"l":0,"c":0,"v":0,"vw":0},
            "min":{"o":0,"h":0,"l":0,"c":0,"v":0,"t":0},"prevDay":{"o":1,"h":2,"l":1,"c":1.5,"v":9},"lastTrade":null}})");
    ASSERT_TRUE(page);
    const StockSnapshot& snapshot = page->rows.at(0);
    EXPECT_FALSE(snapshot.day);
    EXPECT_FALSE(snapshot.minute);
    EXPECT_FALSE(snapshot.lastTrade);
    EXPECT_FALSE(snapshot.updated.isSet());
    EXPECT_EQ(snapshot.previousDay->close, Price::fromCents(150));
}

TEST(PolygonAnswers, HalfASetOfGreeksIsNone) {
    const auto rows = decodeSnapshots(R"({"status":"OK","results":[
        {"details":{"ticker":"O:AAPL230106C00050000","contract_type":"call","expiration_date":"2023-01-06","strike_price":50},
         "greeks":{"delta":0.5,"gamma":0.1,"theta":-0.2},"implied_volatility":0.31},
        {"details":{"ticker":"O:AAPL230106C00050000","contract_type":"put","expiration_date":"2023-01-06","strike_price":50},
         "greeks":{"delta":0.5,"gamma":0.1,"theta":-0.2,"vega":0.02}}]})");
    ASSERT_TRUE(rows);
    EXPECT_FALSE(rows->rows.at(0).greeks);
    EXPECT_DOUBLE_EQ(*rows->rows[0].impliedVolatility, 0.31);
    EXPECT_FALSE(rows->rows[0].disagreesWithName);
    EXPECT_DOUBLE_EQ(rows->rows[1].greeks->vega, 0.02);
    EXPECT_TRUE(rows->rows[1].disagreesWithName) << "a put that is named a call";
}

TEST(PolygonAnswers, HolidaysAndShortDays) {
    const auto days = decodeUpcomingHolidays(
        R"([{"date":"2020-11-26","exchange":"NYSE","name":"Thanksgiving","status":"closed"},
            {"close":"2020-11-27T18:00:00.000Z","date":"2020-11-27","exchange":"NASDAQ","name":"Thanksgiving",
             "open":"2020-11-27T14:30:00.000Z","status":"early-close"}])");
    ASSERT_TRUE(days);
    EXPECT_TRUE(days->at(0).isClosed);
    EXPECT_FALSE(days->at(0).close.isSet());
    EXPECT_FALSE(days->at(1).isClosed);
    EXPECT_EQ(days->at(1).close, *Timestamp::tryFromRfc3339("2020-11-27T18:00:00Z"));
    EXPECT_FALSE(decodeUpcomingHolidays(R"([{"date":"2020-11-26","status":"odd"}])"));
}

TEST(PolygonAnswers, SplitsOfBothGenerations) {
    const auto older = decodeSplits(
        R"({"status":"OK","results":[{"execution_date":"2020-08-31","split_from":1,"split_to":4,"ticker":"AAPL","id":"E1"}]})");
    ASSERT_TRUE(older);
    EXPECT_EQ(older->rows.at(0).to, "4");
    EXPECT_EQ(older->rows[0].executed.iso(), "2020-08-31");
    const auto newer = decodeSplits(
        R"({"status":"OK","results":[{"execution_date":"2005-02-28","split_from":1.0,"split_to":1.025,"ticker":"AAPL",
            "adjustment_type":"stock_dividend","historical_adjustment_factor":0.975609},{"execution_date":"2005-02-28",
            "split_from":1,"split_to":2,"ticker":"ABCpL"}]})");
    ASSERT_TRUE(newer);
    EXPECT_EQ(newer->rows.at(0).from, "1");
    EXPECT_EQ(newer->rows[0].to, "1.025");
    EXPECT_EQ(newer->rows[0].kind, "stock_dividend");
    EXPECT_EQ(newer->skipped, 1);
    EXPECT_FALSE(decodeSplits(
        R"({"status":"OK","results":[{"execution_date":"2020-08-31","split_from":0,"split_to":4,"ticker":"AAPL"}]})"));
}

TEST(PolygonAnswers, ShortInterest) {
    const auto page = decodeShortInterest(
        R"({"status":"OK","results":[{"ticker":"A","settlement_date":"2025-03-14","short_interest":2936732,
            "avg_daily_volume":1861437,"days_to_cover":1.58}]})");
    ASSERT_TRUE(page);
    EXPECT_EQ(page->rows.at(0).shares, 2'936'732);
    EXPECT_DOUBLE_EQ(page->rows[0].daysToCover, 1.58);
}

} // namespace
} // namespace strikedesk::polygon
