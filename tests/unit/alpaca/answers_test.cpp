// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/codec/account_codec.h"
#include "core/io/venues/alpaca/codec/contract_codec.h"
#include "core/io/venues/alpaca/codec/market_codec.h"
#include "core/io/venues/alpaca/codec/reference_codec.h"

#include <gtest/gtest.h>

namespace strikedesk::alpaca {
namespace {

TEST(AccountCodec, OnlyIdAndStatusAreNeeded) {
    const auto account = *decodeAccount(R"({"id":"a","status":"ACTIVE"})");
    EXPECT_FALSE(account.cash.has_value());
    for (const char* wrong :
         {"{}", R"({"id":"a"})", R"({"status":"ACTIVE"})", R"({"id":"a","status":"ACTIVE","cash":"x"})",
          R"({"id":"a","status":"ACTIVE","cash":{}})",
          R"({"id":"a","status":"ACTIVE","trading_blocked":"perhaps"})",
          R"({"id":"a","status":"ACTIVE","options_trading_level":1.5})"})
        EXPECT_FALSE(decodeAccount(wrong)) << wrong;
}

TEST(AccountCodec, AShortHasANegativeQuantityAndASideThatAgrees) {
    const auto position = *decodePosition(
        R"({"symbol":"AAPL250620C00100000","asset_class":"us_option","qty":"-2","side":"short"})");
    EXPECT_EQ(position.quantity, Quantity::whole(-2));
    for (const char* wrong :
         {R"({"symbol":"AAPL","qty":"2","side":"short"})", R"({"symbol":"AAPL","qty":"-2","side":"long"})",
          R"({"symbol":"AAPL"})", R"({"qty":"1"})", R"({"symbol":"AAPL","qty":""})"})
        EXPECT_FALSE(decodePosition(wrong)) << wrong;
}

TEST(AccountCodec, AFillNeedsEverythingThatMovesMoney) {
    const std::string fill =
        R"({"id":"1","activity_type":"FILL","qty":"1","price":"2","side":"buy","symbol":"T",)"
        R"("order_id":"o","transaction_time":"2026-03-02T14:30:00Z"})";
    ASSERT_TRUE(decodeActivity(fill));
    for (const char* member :
         {R"("qty":"1",)", R"("price":"2",)", R"("side":"buy",)", R"("symbol":"T",)", R"("order_id":"o",)"}) {
        std::string without = fill;
        without.erase(without.find(member), std::string(member).size());
        EXPECT_FALSE(decodeActivity(without)) << member;
    }
    EXPECT_TRUE(decodeActivity(
        R"({"id":"2","activity_type":"OPEXP","date":"2026-03-06","symbol":"AAPL260306C00100000","qty":"-1"})"));
    EXPECT_TRUE(decodeActivity(R"({"id":"2","activity_type":"KIND_OF_2031"})"));
}

TEST(CalendarCodec, TakesBothSpellingsOfTimesAndHalfDays) {
    const auto days = *decodeCalendar(
        R"([{"date":"2026-11-27","open":"09:30","close":"13:00","session_open":"0400","session_close":"1700","settlement_date":"2026-11-30"}])");
    EXPECT_EQ(days[0].closeMinute, 13 * 60);
    EXPECT_EQ(days[0].sessionOpenMinute, 240);
    EXPECT_EQ(days[0].settlement->iso(), "2026-11-30");
    for (const char* wrong : {R"([{"date":"2026-11-27","open":"09:30"}])",
                              R"([{"date":"2026-13-27","open":"09:30","close":"16:00"}])",
                              R"([{"date":"2026-11-27","open":"9:30","close":"16:00"}])",
                              R"([{"date":"2026-11-27","open":"16:00","close":"09:30"}])",
                              R"([{"date":"2026-11-27","open":"09:60","close":"16:00"}])",
                              R"([{"date":"2026-11-27","open":"ab:cd","close":"16:00"}])",
                              R"([{"date":"2026-11-27","open":"25:00","close":"26:00"}])", "{}"})
        EXPECT_FALSE(decodeCalendar(wrong)) << wrong;
}

TEST(PortfolioCodec, NullPointsStayEmptyAndCrookedArraysAreRefused) {
    const auto history = *decodePortfolioHistory(
        R"({"timestamp":[1,2],"equity":[null,2.5],"profit_loss":[0,null],"profit_loss_pct":[null,1e-05]})");
    EXPECT_FALSE(history.points[0].equity.has_value());
    EXPECT_EQ(history.points[1].equity, Money::fromCents(250));
    EXPECT_DOUBLE_EQ(*history.points[1].profitLossFraction, 1e-05);
    for (const char* wrong :
         {R"({"timestamp":[1,2],"equity":[1],"profit_loss":[0,0],"profit_loss_pct":[0,0]})",
          R"({"timestamp":[-1],"equity":[1],"profit_loss":[0],"profit_loss_pct":[0]})",
          R"({"timestamp":[1],"equity":["x"],"profit_loss":[0],"profit_loss_pct":[0]})", R"({"equity":[1]})"})
        EXPECT_FALSE(decodePortfolioHistory(wrong)) << wrong;
}

TEST(MarketCodec, EmptyAnswersAreEmptyAndNotErrors) {
    for (const char* empty :
         {R"({"bars":{},"next_page_token":null})", R"({"bars":null})", R"({"bars":{"AAPL":null}})",
          R"({"bars":null,"symbol":"AAPL","next_page_token":null})"}) {
        const auto page = decodeBars(empty);
        ASSERT_TRUE(page) << empty;
        EXPECT_TRUE(page->rows.empty()) << empty;
    }
    EXPECT_TRUE(decodeSnapshots(R"({"AAPL":null})")->snapshots.empty());
    EXPECT_TRUE(decodeSnapshots(R"({"snapshots":{}})")->snapshots.empty());
    EXPECT_TRUE(decodeContracts(R"({"option_contracts":[],"next_page_token":null})")->contracts.empty());
}

TEST(MarketCodec, RefusesRowsItWouldMisread) {
    for (const char* bar : {R"({"o":1,"h":1,"l":1,"c":1})", R"({"t":"x","o":1,"h":1,"l":1,"c":1})",
                            R"({"t":"2026-03-02T14:30:00Z","o":-1,"h":1,"l":1,"c":1})",
                            R"({"t":"2026-03-02T14:30:00Z","o":1,"h":1,"l":1})",
                            R"({"t":"2026-03-02T14:30:00Z","o":1,"h":1,"l":1,"c":1,"v":-5})",
                            R"({"t":"2026-03-02T14:30:00Z","o":1,"h":1,"l":1,"c":1,"v":1.5})",
                            R"({"t":"2026-03-02T14:30:00Z","o":1e30,"h":1,"l":1,"c":1})"})
        EXPECT_FALSE(decodeBars(R"({"bars":{"AAPL":[)" + std::string(bar) + "]}}")) << bar;
    for (const char* wrong :
         {"{}", "[]", R"({"bars":[1]})", R"({"bars":{"AAPL":5}})", R"({"message":"forbidden"})"})
        EXPECT_FALSE(decodeBars(wrong)) << wrong;
    EXPECT_EQ(decodeBars(R"({"bars":{"bad name":[{}],"AAPL":[]}})")->skipped, 1);
    EXPECT_FALSE(decodeQuotes(R"({"quotes":{"AAPL":{"t":"2026-03-02T14:30:00Z","bp":1}}})"));
    EXPECT_FALSE(decodeSnapshots(R"({"snapshots":{"AAPL":{"greeks":{"delta":"x"}}}})"));
    EXPECT_FALSE(decodeSnapshots(R"({"snapshots":{"AAPL":7}})"));
}

TEST(MarketCodec, ALatestQuoteOfOneSymbolIsTheSameShape) {
    const auto page = *decodeQuotes(
        R"({"symbol":"AAPL","quote":{"t":"2026-03-02T14:30:00Z","bp":1.05,"ap":"1.06","bs":1,"as":2}})");
    EXPECT_EQ(page.rows.at(Symbol::of("AAPL")).at(0).ask, Price::fromCents(106));
}

TEST(ContractCodec, RefusesOrSetsAsideWhatIsNoContract) {
    const auto page = *decodeContracts(
        R"({"option_contracts":[{"symbol":"AAPL"},{"symbol":"AAPL240119C00150000","expiration_date":"2024-01-19","type":"call","strike_price":"150","status":"active","tradable":true}]})");
    EXPECT_EQ(page.skipped, 1);
    ASSERT_EQ(page.contracts.size(), 1u);
    EXPECT_TRUE(page.contracts[0].contract.isTradable);
    EXPECT_EQ(page.contracts[0].contract.root, Symbol::of("AAPL"));
    const auto with = [](const std::string& members) {
        return decodeContract(R"({"symbol":"AAPL240119C00150000","expiration_date":"2024-01-19",)" + members +
                              "}");
    };
    EXPECT_TRUE(with(R"("type":"call","strike_price":150)"));
    for (const char* wrong : {R"("type":"call")", R"("type":"straddle","strike_price":"150")",
                              R"("strike_price":"150")", R"("type":"call","strike_price":"150.00001")",
                              R"("type":"call","strike_price":"150","multiplier":"0")",
                              R"("type":"call","strike_price":"150","size":"x")"})
        EXPECT_FALSE(with(wrong)) << wrong;
    EXPECT_TRUE(with(R"("type":"call","strike_price":"151")")->disagreesWithName);
}

TEST(ReferenceCodec, RefusesBrokenLists) {
    for (const char* wrong : {"{}", R"({"news":{}})", R"({"news":[{"id":1}]})",
                              R"({"news":[{"headline":"x"}]})", R"({"news":[1]})"})
        EXPECT_FALSE(decodeNews(wrong)) << wrong;
    EXPECT_FALSE(decodeMovers(R"({"gainers":[]})"));
    EXPECT_FALSE(decodeMostActives(R"({"most_actives":[{}]})"));
    EXPECT_FALSE(decodeCorporateActions(R"({"corporate_actions":[]})"));
    EXPECT_TRUE(decodeCorporateActions(R"({"corporate_actions":{}})"));
    EXPECT_FALSE(decodeCodeTable(R"({"A":1})"));
}

} // namespace
} // namespace strikedesk::alpaca
