// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/codec/account_codec.h"
#include "core/io/venues/alpaca/codec/contract_codec.h"
#include "core/io/venues/alpaca/codec/order_codec.h"
#include "tests/recorded/alpaca/fixtures.h"

#include <gtest/gtest.h>

namespace strikedesk::alpaca {
namespace {

Timestamp when(const char* text) { return *Timestamp::tryFromRfc3339(text); }

using test::fixture;

Money usd(const char* text) { return *Money::tryFromText(text); }
Price price(const char* text) { return *Price::tryFromText(text); }
Quantity quantity(const char* text) { return *Quantity::tryFromText(text); }

TEST(AlpacaRecordedAccount, AnOptionsAccountIsReadToTheCent) {
    STRIKEDESK_NEEDS_FIXTURES();
    const auto account = *decodeAccount(fixture("account/account_openapi_paper_options_level2.json"));
    EXPECT_EQ(account.id, "1d9eed04-be39-4e01-9b84-a48ac5bbafcf");
    EXPECT_EQ(account.number.text(), "PALPACA_123");
    EXPECT_EQ(account.status, "ACTIVE");
    EXPECT_EQ(account.cash, usd("122086.5"));
    EXPECT_EQ(account.equity, usd("123346.11"));
    // The broker sends 122011.09751111286868.
    EXPECT_EQ(account.lastEquity, usd("122011.0975"));
    EXPECT_EQ(account.buyingPower, usd("245432.61"));
    EXPECT_EQ(account.optionsBuyingPower, usd("122716.305"));
    EXPECT_EQ(account.optionsTradingLevel, 2);
    EXPECT_FALSE(account.tradingBlocked || account.accountBlocked || account.tradeSuspendedByUser);
}

TEST(AlpacaRecordedAccount, AnOldAccountWithoutOptionFieldsIsFine) {
    STRIKEDESK_NEEDS_FIXTURES();
    const auto account = *decodeAccount(fixture("account/account_small_apca.json"));
    EXPECT_EQ(account.cash, usd("1000"));
    EXPECT_EQ(account.buyingPower, Money());
    EXPECT_FALSE(account.optionsBuyingPower.has_value());
    EXPECT_FALSE(account.optionsTradingLevel.has_value());
}

TEST(AlpacaRecordedAccount, ConfigurationsWithAndWithoutDayTradeKeysReadAlike) {
    STRIKEDESK_NEEDS_FIXTURES();
    for (const char* name :
         {"account/account_configurations_get.json", "account/account_configurations_patched.json"}) {
        const auto configuration = *decodeAccountConfiguration(fixture(name));
        EXPECT_EQ(configuration.noShorting, false);
        EXPECT_EQ(configuration.suspendTrade, false);
        EXPECT_EQ(configuration.fractionalTrading, true);
        EXPECT_EQ(configuration.maxMarginMultiplier, "4");
        EXPECT_EQ(configuration.maxOptionsTradingLevel, 1);
        EXPECT_FALSE(configuration.disableOvernightTrading.has_value());
    }
}

TEST(AlpacaRecordedAccount, PositionsKeepSignsAndExactPrices) {
    STRIKEDESK_NEEDS_FIXTURES();
    const auto one = *decodePosition(fixture("position/position_apca_aapl.json"));
    EXPECT_EQ(one.symbol, Symbol::of("AAPL"));
    EXPECT_EQ(one.assetClass, trade::AssetClass::UsEquity);
    EXPECT_EQ(one.quantity, Quantity::whole(5));
    EXPECT_EQ(one.available, Quantity::whole(3));
    EXPECT_EQ(one.averageEntryPrice, price("100"));
    EXPECT_EQ(one.currentPrice, price("120"));
    EXPECT_EQ(one.marketValue, usd("600"));
    EXPECT_EQ(one.costBasis, usd("500"));
    EXPECT_EQ(one.unrealised, usd("100"));
    EXPECT_EQ(decodePosition(fixture("position/position_openapi.json"))->available, Quantity::whole(4));
    const auto list = *decodePositions(fixture("position/positions_list.json"));
    ASSERT_EQ(list.size(), 1u);
    EXPECT_FALSE(list[0].available.has_value());
}

TEST(AlpacaRecordedAccount, FillsAndDividendsAreActivities) {
    STRIKEDESK_NEEDS_FIXTURES();
    const auto fill = *decodeActivity(fixture("activity/activity_fill.json"));
    EXPECT_EQ(fill.type, "FILL");
    EXPECT_EQ(fill.subType, "fill");
    EXPECT_EQ(fill.price, price("1.63"));
    EXPECT_EQ(fill.quantity, Quantity::whole(1));
    EXPECT_EQ(fill.cumulativeQuantity, quantity("1.5"));
    EXPECT_EQ(fill.leavesQuantity, Quantity());
    EXPECT_EQ(fill.side, trade::Side::Buy);
    EXPECT_EQ(fill.orderId.text(), "904837e3-3b76-47ec-b432-046db621571b");
    EXPECT_EQ(fill.at, when("2019-05-24T15:34:06.977Z"));
    const auto dividend = *decodeActivity(fixture("activity/activity_dividend.json"));
    EXPECT_EQ(dividend.netAmount, usd("1.02"));
    EXPECT_EQ(dividend.at, when("2019-08-01T00:00:00Z"));
    const auto newer = *decodeActivity(fixture("activity/activity_dividend_openapi.json"));
    EXPECT_EQ(newer.subType, "SDIV");
    EXPECT_EQ(newer.at, when("2021-05-10T14:01:04.650275Z"));
    EXPECT_EQ(newer.quantity, Quantity::whole(2));
}

TEST(AlpacaRecordedAccount, ClockWithOffsetsAndCalendar) {
    STRIKEDESK_NEEDS_FIXTURES();
    const auto clock = *decodeClock(fixture("clock-calendar/clock_openapi.json"));
    EXPECT_TRUE(clock.isOpen);
    EXPECT_EQ(clock.now, when("2025-06-24T18:15:22Z"));
    EXPECT_EQ(clock.nextClose, when("2025-06-24T20:00:00Z"));
    EXPECT_EQ(clock.nextOpen, when("2025-06-25T13:30:00Z"));
    EXPECT_EQ(decodeClock(fixture("clock-calendar/clock_apca.json"))->now, when("2018-04-01T12:00:00Z"));
    const auto days = *decodeCalendar(fixture("clock-calendar/calendar_python_sdk.json"));
    ASSERT_EQ(days.size(), 1u);
    EXPECT_EQ(days[0].date.iso(), "2018-01-03");
    EXPECT_EQ(days[0].openMinute, 9 * 60 + 30);
    EXPECT_EQ(days[0].closeMinute, 16 * 60);
    EXPECT_FALSE(days[0].sessionOpenMinute.has_value());
}

TEST(AlpacaRecordedAccount, PortfolioHistoryWatchlistAndAssets) {
    STRIKEDESK_NEEDS_FIXTURES();
    const auto history = *decodePortfolioHistory(
        fixture("portfolio-history/portfolio_history_2_example_intraday_query_15min_1d.json"));
    ASSERT_EQ(history.points.size(), 27u);
    EXPECT_EQ(history.baseValue, usd("2774.16"));
    EXPECT_EQ(history.baseValueAsOf->iso(), "2023-10-18");
    EXPECT_EQ(history.timeframe, "15Min");
    EXPECT_EQ(history.points[0].at.seconds(), 1'697'722'200);
    EXPECT_EQ(history.points[0].equity, usd("2773.79"));
    EXPECT_EQ(history.points[26].profitLoss, usd("-25.42"));
    EXPECT_DOUBLE_EQ(*history.points[1].profitLossFraction, -0.0018);
    const auto daily =
        *decodePortfolioHistory(fixture("portfolio-history/portfolio_history_3_example_query_1d_7d.json"));
    EXPECT_EQ(daily.points[3].profitLoss, usd("-31.2996"));

    const auto list = *decodeWatchlist(fixture("watchlist/watchlist_with_assets.json"));
    EXPECT_EQ(list.name, "Primary Watchlist");
    ASSERT_EQ(list.assets.size(), 4u);
    EXPECT_EQ(list.assets[3].symbol, "PYPL");
    const auto assets = *decodeAssets(fixture("asset/assets_list.json"));
    ASSERT_EQ(assets.size(), 1u);
    EXPECT_EQ(assets[0].name, "Apple Inc. Common Stock");
    EXPECT_TRUE(assets[0].isTradable && assets[0].isFractionable);
    EXPECT_TRUE(assets[0].hasAttribute("attribute2"));
    EXPECT_FALSE(assets[0].hasAttribute("has_options"));
}

TEST(AlpacaRecordedOrders, AMultiLegParentHasLegsAndNoSide) {
    STRIKEDESK_NEEDS_FIXTURES();
    const auto order = *decodeOrder(fixture("order/order_option_mleg_filled_openapi.json"));
    EXPECT_EQ(order.orderClass, trade::OrderClass::MultiLeg);
    EXPECT_TRUE(order.symbol.isEmpty());
    EXPECT_FALSE(order.side.has_value());
    EXPECT_EQ(order.status, trade::OrderStatus::Filled);
    EXPECT_EQ(order.type, trade::OrderType::Limit);
    EXPECT_EQ(order.limitPrice, price("10"));
    EXPECT_EQ(order.filledAveragePrice, price("1.28"));
    ASSERT_EQ(order.legs.size(), 2u);
    EXPECT_EQ(order.legs[0].symbol, Symbol::of("AAPL241213C00250000"));
    EXPECT_EQ(order.legs[0].quantity, Quantity::whole(3));
    EXPECT_EQ(order.legs[0].filledAveragePrice, price("0.43"));
    EXPECT_EQ(order.legs[0].intent, trade::PositionIntent::BuyToOpen);
    EXPECT_EQ(order.legs[0].type, trade::OrderType::Unrecognised);
    EXPECT_EQ(order.legs[1].side, trade::Side::Sell);
    EXPECT_EQ(order.legs[1].filledAveragePrice, price("0.01"));
    EXPECT_EQ(order.legs[1].assetClass, trade::AssetClass::UsOption);
    EXPECT_EQ(order.filledAt, when("2024-12-10T16:15:53.694Z"));
}

TEST(AlpacaRecordedOrders, SingleOrdersOfThreeGenerations) {
    STRIKEDESK_NEEDS_FIXTURES();
    const auto order = *decodeOrder(fixture("order/order_2026_shape.json"));
    EXPECT_EQ(order.clientOrderId.text(), "phase7-orders-transport-1");
    EXPECT_EQ(order.limitPrice, price("499.25"));
    EXPECT_EQ(order.status, trade::OrderStatus::Accepted);
    EXPECT_EQ(order.intent, trade::PositionIntent::Unspecified);
    EXPECT_FALSE(order.filledAt.isSet());
    EXPECT_FALSE(order.stopPrice.has_value());
    const auto resting = *decodeOrder(fixture("order/order_equity_limit_filled_openapi.json"));
    EXPECT_EQ(resting.quantity, Quantity::whole(2));
    EXPECT_EQ(resting.timeInForce, trade::TimeInForce::Gtc);
    EXPECT_EQ(resting.submittedAt, when("2023-12-12T22:31:24.577215743Z"));
    const auto old = *decodeOrder(fixture("order/order_oto_all_timestamps_set.json"));
    EXPECT_EQ(old.orderClass, trade::OrderClass::Oto);
    EXPECT_EQ(old.stopPrice, price("106"));
    EXPECT_EQ(old.failedAt, when("2018-10-05T05:48:59Z"));
}

TEST(AlpacaRecordedOrders, MultiStatusAnswersKeepEachRowsFate) {
    STRIKEDESK_NEEDS_FIXTURES();
    const auto cancels = *decodeMultiStatus(fixture("order/orders_cancel_all_207.json"));
    ASSERT_EQ(cancels.size(), 2u);
    EXPECT_EQ(cancels[0].status, 200);
    EXPECT_EQ(cancels[1].orderId.text(), "72249bb6-6c89-4ea7-b8cf-73f1a140812b");
    EXPECT_EQ(cancels[1].refusal->code, 40'410'000);
    const auto closes = *decodeMultiStatus(fixture("position/positions_close_all_207_mixed.json"));
    ASSERT_EQ(closes.size(), 3u);
    EXPECT_EQ(closes[0].order->status, trade::OrderStatus::PendingNew);
    EXPECT_EQ(closes[0].order->quantity, quantity("0.0283"));
    EXPECT_EQ(closes[0].order->symbol, Symbol::of("BTC/USD"));
    EXPECT_EQ(closes[1].refusal->extra("held_for_orders"), "1000");
    EXPECT_EQ(sentenceFor(*closes[1].refusal, 403),
              "Only 0 of 1000 can be sold; 1000 are held by other orders. Cancel or change those first.");
    EXPECT_NE(sentenceFor(*closes[2].refusal, 403).find("account is not allowed to short"),
              std::string::npos);
}

TEST(AlpacaRecordedOrders, EveryRefusalGivesASentenceThatSaysWhatToDo) {
    STRIKEDESK_NEEDS_FIXTURES();
    struct Row {
        const char* name;
        int status;
        std::int64_t code;
        const char* part;
    };
    for (const Row& row :
         {Row{"error/error_403_insufficient_buying_power.json", 403, 40'310'000, "Lower the quantity"},
          Row{"error/error_403_exercise_no_available_position.json", 403, 40'310'000, "permissions"},
          Row{"error/error_403_exercise_short_position.json", 403, 40'310'001, "Check its side"},
          Row{"error/error_404_option_contract.json", 404, 40'410'000, "Refresh"},
          Row{"error/error_422_bracket_must_be_entry.json", 422, 42'210'000, "Change it"},
          Row{"error/error_422_exercise_invalid_symbol.json", 422, 42'210'000, "invalid symbol"},
          Row{"error/error_422_invalid_options_order_type.json", 422, 42'210'000, "order_type"},
          Row{"error/error_422_only_one_of_qty_or_notional.json", 422, 40'010'001, "Correct the order"},
          Row{"error/error_422_subpenny_stop_price.json", 422, 42'210'000, "sub-penny"}}) {
        const auto refusal = decodeRefusal(fixture(row.name));
        ASSERT_TRUE(refusal) << row.name;
        EXPECT_EQ(refusal->code, row.code) << row.name;
        EXPECT_FALSE(saysClientOrderIdTaken(*refusal, row.status)) << row.name;
        EXPECT_NE(sentenceFor(*refusal, row.status).find(row.part), std::string::npos)
            << row.name << ": " << sentenceFor(*refusal, row.status);
    }
    const auto power = *decodeRefusal(fixture("error/error_403_insufficient_buying_power.json"));
    EXPECT_EQ(power.extra("buying_power"), "176531.28");
    EXPECT_EQ(power.extra("cost_basis"), "48640000");
}

TEST(AlpacaRecordedOrders, OurRequestBodiesMatchTheDocumentedOnes) {
    STRIKEDESK_NEEDS_FIXTURES();
    trade::OrderRequest option;
    option.symbol = Symbol::of("AAPL250620C00100000");
    option.quantity = Quantity::whole(2);
    option.side = trade::Side::Buy;
    option.limitPrice = price("10");
    EXPECT_EQ(encodeOrder(option), R"({"symbol":"AAPL250620C00100000","qty":"2","side":"buy","type":"limit",)"
                                   R"("time_in_force":"day","limit_price":"10.00"})");
    trade::OrderRequest bracket;
    bracket.symbol = Symbol::of("SPY");
    bracket.quantity = Quantity::whole(100);
    bracket.side = trade::Side::Buy;
    bracket.type = trade::OrderType::Market;
    bracket.timeInForce = trade::TimeInForce::Gtc;
    bracket.orderClass = trade::OrderClass::Bracket;
    bracket.takeProfitLimit = price("301");
    bracket.stopLossStop = price("299");
    bracket.stopLossLimit = price("298.5");
    EXPECT_EQ(encodeOrder(bracket),
              R"({"symbol":"SPY","qty":"100","side":"buy","type":"market","time_in_force":"gtc",)"
              R"("order_class":"bracket","take_profit":{"limit_price":"301.00"},)"
              R"("stop_loss":{"stop_price":"299.00","limit_price":"298.50"}})");
    const std::string documented = fixture("order-request/order_request_equity_bracket.json");
    for (const char* part :
         {"take_profit", "stop_loss", "limit_price", "stop_price", "order_class", "time_in_force"})
        EXPECT_NE(documented.find(part), std::string::npos);
}

TEST(AlpacaRecordedContracts, ContractsWithAndWithoutMultiplierInterestAndDeliverables) {
    STRIKEDESK_NEEDS_FIXTURES();
    const auto page = *decodeContracts(fixture("option-contract/option_contracts_with_deliverables.json"));
    ASSERT_EQ(page.contracts.size(), 1u);
    EXPECT_EQ(page.nextPageToken, "MTAwMA==");
    const ListedContract& listed = page.contracts[0];
    EXPECT_EQ(listed.contract.strike, price("100"));
    EXPECT_EQ(listed.contract.multiplier, 100);
    EXPECT_EQ(listed.contract.openInterest, 237);
    EXPECT_EQ(listed.contract.closePrice, price("148.38"));
    EXPECT_EQ(listed.closePriceDate->iso(), "2023-12-11");
    EXPECT_TRUE(listed.contract.isTradable);
    ASSERT_EQ(listed.deliverables.size(), 1u);
    EXPECT_EQ(listed.deliverables[0].settlementMethod, "CCC");
    EXPECT_EQ(listed.deliverables[0].amount, "100");

    const auto full = *decodeContract(fixture("option-contract/option_contract_full_rustrade.json"));
    EXPECT_EQ(full.contract.expiry.iso(), "2024-01-19");
    EXPECT_EQ(full.contract.right, OptionRight::Call);
    EXPECT_EQ(full.contract.multiplier, 100);
    EXPECT_EQ(full.contract.openInterest, 1'234);
    const auto two = *decodeContracts(fixture("option-contract/option_contracts_two_rows_rustrade.json"));
    EXPECT_EQ(two.contracts.size(), 1u);
    EXPECT_FALSE(two.contracts[0].contract.closePrice.has_value());
}

TEST(AlpacaRecordedContracts, AContractThatContradictsItsNameIsNeverTradable) {
    STRIKEDESK_NEEDS_FIXTURES();
    // The sample says put and European while its name says call.
    const auto listed = *decodeContract(fixture("option-contract/option_contract_inactive.json"));
    EXPECT_TRUE(listed.disagreesWithName);
    EXPECT_FALSE(listed.contract.isActive);
    EXPECT_FALSE(listed.contract.isTradable);
    EXPECT_EQ(listed.contract.strike, price("100"));
    EXPECT_EQ(listed.contract.style, options::ExerciseStyle::European);
}

} // namespace
} // namespace strikedesk::alpaca
