// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/bar_query.h"
#include "core/run/sandbox/alpaca/request_reader.h"
#include "core/run/sandbox/http/bounded_json.h"
#include "core/run/sandbox/http/http_message.h"
#include "core/run/sandbox/http/rate_bucket.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace strikedesk::sandbox {
namespace {

TEST(OrderBodies, AreReadWithNumbersAsTextOrNumbers) {
    const auto read = readOrderRequest(
        R"({"symbol":"SPY261118C00662000","qty":2,"side":"buy","type":"limit","time_in_force":"day",
            "limit_price":"1.25","position_intent":"buy_to_open","client_order_id":"a","extended_hours":false})");
    const auto& request = std::get<trade::SubmitOrder>(read).request;
    EXPECT_EQ(request.quantity, Quantity::whole(2));
    EXPECT_EQ(request.limitPrice, Price::fromCents(125));
    EXPECT_EQ(request.intent, trade::PositionIntent::BuyToOpen);
    EXPECT_EQ(request.clientOrderId.text(), "a");
    const auto legs = readOrderRequest(
        R"({"order_class":"mleg","qty":"1","type":"limit","time_in_force":"day","limit_price":"-0.50","legs":[
            {"symbol":"SPY261118C00662000","ratio_qty":"1","side":"buy","position_intent":"buy_to_open"},
            {"symbol":"SPY261118C00665000","ratio_qty":"2","position_intent":"sell_to_open"}]})");
    const auto& spread = std::get<trade::SubmitOrder>(legs).request;
    ASSERT_EQ(spread.legs.size(), 2U);
    EXPECT_EQ(spread.legs[1].side, trade::Side::Sell);
    EXPECT_EQ(spread.legs[1].ratio, 2);
    EXPECT_EQ(spread.limitPrice, Price::fromCents(-50));
}

TEST(OrderBodies, NameTheDistanceOfATrailingStop) {
    const auto read = readOrderRequest(
        R"({"symbol":"SPY","qty":"1","side":"sell","type":"trailing_stop","time_in_force":"day","trail_percent":"1.5"})");
    const auto& submit = std::get<trade::SubmitOrder>(read);
    EXPECT_EQ(submit.trail.percent, Price::fromCents(150));
    EXPECT_FALSE(submit.trail.price);
    const auto replace = readReplaceRequest("id", R"({"trail":"2"})");
    EXPECT_EQ(std::get<trade::ReplaceOrder>(replace).trail, Price::fromCents(200));
}

TEST(OrderBodies, AreRefusedWhenTheyAreNoOrder) {
    struct Row {
        const char* body;
        int status;
        std::int64_t code;
    };
    const Row rows[] = {
        {"", 400, 40010000},
        {"null", 400, 40010000},
        {"[]", 400, 40010000},
        {"{", 400, 40010000},
        {"\xff\xfe", 400, 40010000},
        {R"({"type":"limit"})", 422, 42210000},
        {R"({"time_in_force":"day"})", 422, 40010001},
        {R"({"type":5,"time_in_force":"day"})", 422, 40010001},
        {R"({"type":"wish","time_in_force":"day"})", 422, 42210000},
        {R"({"type":"limit","time_in_force":"eon"})", 422, 42210000},
        {R"({"type":"limit","time_in_force":"day","qty":"ten"})", 422, 40010001},
        {R"({"type":"limit","time_in_force":"day","qty":{}})", 422, 40010001},
        {R"({"type":"limit","time_in_force":"day","qty":1e400})", 400, 40010000},
        {R"({"type":"limit","time_in_force":"day","side":"sideways"})", 422, 42210000},
        {R"({"type":"limit","time_in_force":"day","symbol":"lower"})", 422, 42210000},
        {R"({"type":"limit","time_in_force":"day","limit_price":"1.23456"})", 422, 42210000},
        {R"({"type":"limit","time_in_force":"day","limit_price":"cheap"})", 422, 40010001},
        {R"({"type":"limit","time_in_force":"day","extended_hours":"yes"})", 422, 40010001},
        {R"({"type":"limit","time_in_force":"day","position_intent":"hold"})", 422, 42210000},
        {R"({"type":"limit","time_in_force":"day","legs":"two"})", 422, 40010001},
        {R"({"type":"limit","time_in_force":"day","legs":[1,2]})", 422, 40010001},
        {R"({"type":"limit","time_in_force":"day","legs":[{"symbol":"SPY","ratio_qty":"1.5"}]})", 422,
         40010001},
        {R"({"type":"limit","time_in_force":"day","take_profit":[]})", 422, 40010001},
        {R"({"type":"limit","time_in_force":"day","order_class":"pair"})", 422, 42210000},
    };
    for (const Row& row : rows) {
        const auto read = readOrderRequest(row.body);
        const auto* error = std::get_if<trade::VenueError>(&read);
        ASSERT_NE(error, nullptr) << row.body;
        EXPECT_EQ(error->httpStatus, row.status) << row.body;
        EXPECT_EQ(error->code, row.code) << row.body << error->message;
    }
    const std::string longId =
        R"({"type":"limit","time_in_force":"day","client_order_id":")" + std::string(129, 'x') + "\"}";
    EXPECT_TRUE(std::holds_alternative<trade::VenueError>(readOrderRequest(longId)));
    EXPECT_TRUE(std::holds_alternative<trade::VenueError>(readReplaceRequest("id", "7")));
    EXPECT_TRUE(std::holds_alternative<trade::ReplaceOrder>(readReplaceRequest("id", R"({"qty":"3"})")));
    EXPECT_EQ(clientOrderIdIn("no json"), "");
}

TEST(BoundedJson, StopsAtDeepNestingInBothForms) {
    EXPECT_TRUE(parseJson(std::string(1'000'000, '[')).is_discarded());
    EXPECT_TRUE(parseMessagePack(std::string(1'000'000, '\x91')).is_discarded());
    EXPECT_TRUE(parseMessagePack("\xc1").is_discarded());
    EXPECT_TRUE(parseMessagePack("").is_discarded());
    EXPECT_TRUE(parseMessagePack(std::string("\x81\xa1T", 3)).is_discarded());
    EXPECT_TRUE(parseJson(R"({"a":[[1]]})").is_object());
}

TEST(RequestTargets, AreSplitAndDecoded) {
    const auto request =
        parseTarget("GET", "/v2/stocks/BRK.B/bars?start=2026-01-02T09%3A30%3A00%2B00:00&x=a+b&flag");
    ASSERT_TRUE(request);
    EXPECT_EQ(request->segments, (std::vector<std::string>{"v2", "stocks", "BRK.B", "bars"}));
    EXPECT_EQ(request->parameter("start"), "2026-01-02T09:30:00+00:00");
    EXPECT_EQ(request->parameter("flag"), "");
    EXPECT_EQ(parseTarget("GET", "/v2?tickers=SPY&limit=5&tickers=AAPL")->parameter("tickers"), "SPY,AAPL");
    for (const char* wrong : {"", "v2/orders", "*", "/v2/%zz", "/v2/%4", "/v2?a=%g0"})
        EXPECT_FALSE(parseTarget("GET", wrong)) << wrong;
    std::string many = "/v2?";
    for (int i = 0; i < 100; ++i)
        many += "k" + std::to_string(i) + "=1&";
    EXPECT_FALSE(parseTarget("GET", many));
    EXPECT_EQ(readPageToken(pageToken("SPY|17")), "SPY|17");
    EXPECT_FALSE(readPageToken("xyz"));
    EXPECT_FALSE(commaList("a,b,c", 2));
    EXPECT_TRUE(equalInConstantTime("same", "same"));
    EXPECT_FALSE(equalInConstantTime("same", "sane"));
    EXPECT_FALSE(equalInConstantTime("same", ""));
    EXPECT_FALSE(equalInConstantTime("", "same"));
}

TEST(Timeframes, AreTheBrokersAndNoOthers) {
    for (const char* right : {"1Min", "59T", "1Hour", "23H", "1Day", "1D", "1Week", "3Month", "12M"})
        EXPECT_TRUE(readTimeframe(right)) << right;
    for (const char* wrong : {"", "Min", "0Min", "60Min", "24H", "2Day", "2Week", "5Month", "1min", "-1Min",
                              "1 Min", "99999999999999999999Min"})
        EXPECT_FALSE(readTimeframe(wrong)) << wrong;
    const SessionCalendar calendar;
    const auto at = *Timestamp::tryFromRfc3339("2026-11-18T15:47:12Z");
    EXPECT_EQ(readTimeframe("5Min")->startOf(at, calendar).rfc3339(), "2026-11-18T15:45:00Z");
    EXPECT_EQ(readTimeframe("1Hour")->startOf(at, calendar).rfc3339(), "2026-11-18T15:00:00Z");
    EXPECT_EQ(readTimeframe("1Day")->startOf(at, calendar).rfc3339(), "2026-11-18T05:00:00Z");
    EXPECT_EQ(readTimeframe("1Week")->startOf(at, calendar).rfc3339(), "2026-11-16T05:00:00Z");
    EXPECT_EQ(readTimeframe("1Month")->startOf(at, calendar).rfc3339(), "2026-11-01T04:00:00Z");
}

TEST(RateBuckets, RefuseUntilTheirMinuteIsOver) {
    RateBucket bucket(2);
    const MonoTime start = MonoTime::fromNanoseconds(5);
    EXPECT_TRUE(bucket.take(start));
    EXPECT_TRUE(bucket.take(start + Duration::seconds(59)));
    EXPECT_FALSE(bucket.take(start + Duration::seconds(59)));
    EXPECT_EQ(bucket.untilReset(start + Duration::seconds(59)), Duration::seconds(1));
    EXPECT_TRUE(bucket.take(start + Duration::seconds(60)));
    EXPECT_EQ(bucket.remaining(), 1);
}

} // namespace
} // namespace strikedesk::sandbox
