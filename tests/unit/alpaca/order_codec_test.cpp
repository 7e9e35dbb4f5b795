// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/codec/order_codec.h"
#include "core/io/venues/alpaca/codec/trade_updates_codec.h"

#include <gtest/gtest.h>

namespace strikedesk::alpaca {
namespace {

Timestamp when(const char* text) { return *Timestamp::tryFromRfc3339(text); }

std::string orderWith(const std::string& members) {
    return R"({"id":"o1","client_order_id":"c1","symbol":"AAPL250620C00100000","asset_class":"us_option",)"
           R"("qty":"2","filled_qty":"0","type":"limit","side":"buy","time_in_force":"day","status":"new")" +
           members + "}";
}

TEST(OrderCodec, TakesNumbersAsStringsAndStringsAsNumbers) {
    const auto order = *decodeOrder(orderWith(R"(,"limit_price":2.15,"stop_price":"2.05")"));
    EXPECT_EQ(order.limitPrice, Price::fromCents(215));
    EXPECT_EQ(order.stopPrice, Price::fromCents(205));
    EXPECT_EQ(decodeOrder(R"({"id":"o","status":"new","qty":3,"filled_qty":1.5})")->filledQuantity,
              *Quantity::tryFromText("1.5"));
}

TEST(OrderCodec, AbsentNullAndEmptyAllMeanNoValue) {
    for (const char* members : {"", R"(,"limit_price":null,"replaced_by":null,"filled_at":null,"legs":null)",
                                R"(,"limit_price":"","replaced_by":"","filled_at":"","legs":"")"}) {
        const auto order = decodeOrder(orderWith(members));
        ASSERT_TRUE(order) << members;
        EXPECT_FALSE(order->limitPrice.has_value());
        EXPECT_TRUE(order->replacedBy.isEmpty());
        EXPECT_FALSE(order->filledAt.isSet());
        EXPECT_TRUE(order->legs.empty());
    }
}

TEST(OrderCodec, KeepsAStatusItDoesNotKnow) {
    const auto order =
        *decodeOrder(R"({"id":"o","status":"status_of_2031","type":"iceberg","time_in_force":"week",)"
                     R"("order_class":"ladder","side":"borrow","asset_class":"moon","surprise":{"a":[1]}})");
    EXPECT_EQ(order.status, trade::OrderStatus::Unrecognised);
    EXPECT_EQ(order.statusWord, "status_of_2031");
    EXPECT_EQ(order.type, trade::OrderType::Unrecognised);
    EXPECT_EQ(order.timeInForce, trade::TimeInForce::Unrecognised);
    EXPECT_EQ(order.orderClass, trade::OrderClass::Unrecognised);
    EXPECT_FALSE(order.side.has_value());
    EXPECT_EQ(order.assetClass, trade::AssetClass::Other);
}

TEST(OrderCodec, RefusesOrdersItWouldMisread) {
    for (const char* members :
         {R"(,"limit_price":"2.15001")", R"(,"limit_price":"abc")", R"(,"limit_price":true)",
          R"(,"limit_price":[2])", R"(,"limit_price":"1e")", R"(,"limit_price":"99999999999999999999")",
          R"(,"limit_price":"2,15")", R"(,"filled_at":"yesterday")", R"(,"created_at":12)",
          R"(,"legs":{"a":1})", R"(,"legs":[{"status":"new"}])", R"(,"extended_hours":"maybe")",
          R"(,"replaces":{"id":"x"})"})
        EXPECT_FALSE(decodeOrder(orderWith(members))) << members;
    for (const char* wrong : {"[]", "{}", R"({"id":"o"})", R"({"status":"new"})",
                              R"({"id":"","status":"new"})", R"({"id":"o","status":"new","filled_qty":"-1"})",
                              R"({"id":"o","status":"new","qty":"1.0000000001"})",
                              R"({"id":"o","status":"new","symbol":"lower"})",
                              R"({"id":"o","status":"new","qty":"99999999999"})"})
        EXPECT_FALSE(decodeOrder(wrong)) << wrong;
    EXPECT_FALSE(decodeOrders("{}"));
    EXPECT_FALSE(decodeOrders(R"([{"id":"o","status":"new"},{"id":"p"}])"));
    EXPECT_TRUE(decodeOrders("[]"));
}

TEST(OrderCodec, ACryptoOrderOfTheAccountDoesNotBlockASweep) {
    const auto order = decodeOrder(R"({"id":"o","status":"new","symbol":"BTC/USD","asset_class":"crypto",)"
                                   R"("limit_price":"0.00001234"})");
    ASSERT_TRUE(order);
    EXPECT_EQ(order->limitPrice, Price());
}

TEST(OrderCodec, AlwaysSendsIntentAndNumbersAsStrings) {
    trade::OrderRequest request;
    request.symbol = Symbol::of("AAPL250620C00100000");
    request.quantity = Quantity::whole(3);
    request.side = trade::Side::Sell;
    request.type = trade::OrderType::StopLimit;
    request.timeInForce = trade::TimeInForce::Gtc;
    request.limitPrice = Price::fromCents(105);
    request.stopPrice = Price::fromUnits(11'025);
    request.intent = trade::PositionIntent::SellToClose;
    request.clientOrderId = ClientOrderId("a\"b\\c\x01");
    EXPECT_EQ(
        encodeOrder(request),
        R"({"symbol":"AAPL250620C00100000","qty":"3","side":"sell","type":"stop_limit","time_in_force":"gtc",)"
        R"("limit_price":"1.05","stop_price":"1.1025","position_intent":"sell_to_close",)"
        R"("client_order_id":"a\"b\\c\u0001"})");
}

TEST(OrderCodec, MultiLegRequestsHaveLegsAndNoSymbol) {
    trade::OrderRequest request;
    request.quantity = Quantity::whole(1);
    request.orderClass = trade::OrderClass::MultiLeg;
    request.limitPrice = Price::fromCents(-60);
    request.legs = {
        {Symbol::of("AAPL241213C00250000"), 3, trade::Side::Buy, trade::PositionIntent::BuyToOpen},
        {Symbol::of("AAPL241213C00260000"), 1, trade::Side::Sell, trade::PositionIntent::SellToOpen}};
    EXPECT_EQ(
        encodeOrder(request),
        R"({"qty":"1","type":"limit","time_in_force":"day","limit_price":"-0.60","order_class":"mleg","legs":[)"
        R"({"symbol":"AAPL241213C00250000","ratio_qty":"3","side":"buy","position_intent":"buy_to_open"},)"
        R"({"symbol":"AAPL241213C00260000","ratio_qty":"1","side":"sell","position_intent":"sell_to_open"}]})");
}

TEST(OrderCodec, AReplaceSendsOnlyWhatChanges) {
    trade::ReplaceRequest request;
    request.orderId = BrokerOrderId("o1");
    request.limitPrice = Price::fromCents(199);
    request.clientOrderId = ClientOrderId("c2");
    EXPECT_EQ(encodeReplace(request), R"({"limit_price":"1.99","client_order_id":"c2"})");
    request.quantity = Quantity::whole(2);
    request.timeInForce = trade::TimeInForce::Gtc;
    EXPECT_EQ(encodeReplace(request),
              R"({"qty":"2","limit_price":"1.99","time_in_force":"gtc","client_order_id":"c2"})");
}

TEST(RefusalCodec, RecognisesAClientOrderIdThatIsTaken) {
    const auto taken = *decodeRefusal(R"({"code":40010001,"message":"client_order_id must be unique"})");
    EXPECT_TRUE(saysClientOrderIdTaken(taken, 422));
    EXPECT_FALSE(saysClientOrderIdTaken(taken, 403));
    EXPECT_NE(sentenceFor(taken, 422).find("order list"), std::string::npos);
    const auto other = *decodeRefusal(R"({"code":40010001,"message":"qty must be > 0"})");
    EXPECT_FALSE(saysClientOrderIdTaken(other, 422));
}

TEST(RefusalCodec, AnUnknownCodeKeepsTheBrokersWords) {
    const auto refusal = *decodeRefusal(R"({"code":49990000,"message":"the moon is full"})");
    EXPECT_NE(sentenceFor(refusal, 422).find("the moon is full"), std::string::npos);
    EXPECT_EQ(decodeRefusal(R"({"message":"forbidden."})")->code, 0);
    for (const char* wrong :
         {"", "{}", "[]", "<html>", R"({"code":"x"})", R"({"error":"y"})", R"({"code":{},"message":1})"})
        EXPECT_FALSE(decodeRefusal(wrong)) << wrong;
    const auto wordy = *decodeRefusal("{\"message\":\"" + std::string(5'000, 'x') + "\"}");
    EXPECT_EQ(wordy.message.size(), 500u);
}

TEST(TradeUpdatesCodec, ReadsRejectionsWithAReducedOrder) {
    const auto frame = *decodeTradeUpdatesFrame(
        R"({"stream":"trade_updates","data":{"event":"rejected","reason":"x","timestamp":"2026-03-02T14:30:00.5-05:00",)"
        R"("order":{"id":"o","client_order_id":"c","status":"rejected"}}})");
    const auto& update = std::get<trade::OrderUpdate>(frame);
    EXPECT_FALSE(update.hasFilledQuantity);
    EXPECT_EQ(update.kind, trade::OrderEventKind::Rejected);
    EXPECT_EQ(update.at, when("2026-03-02T19:30:00.500000000Z"));
}

TEST(TradeUpdatesCodec, AnEventItDoesNotKnowStillCarriesItsOrder) {
    const auto frame = *decodeTradeUpdatesFrame(
        R"({"stream":"trade_updates","data":{"event":"event_of_2031","order":{"id":"o","status":"new","filled_qty":"1"}}})");
    const auto& update = std::get<trade::OrderUpdate>(frame);
    EXPECT_EQ(update.kind, trade::OrderEventKind::Unrecognised);
    EXPECT_EQ(update.order.filledQuantity, Quantity::whole(1));
}

TEST(TradeUpdatesCodec, RefusesExecutionsWithoutPriceOrSize) {
    const std::string order = R"("order":{"id":"o","status":"filled","filled_qty":"1"})";
    for (const char* members :
         {R"("event":"fill",)", R"("event":"fill","price":"1",)", R"("event":"fill","qty":"1",)",
          R"("event":"partial_fill","price":"x","qty":"1",)", R"("event":"fill","price":"1","qty":"0",)",
          R"("event":"fill","price":"1","qty":"-2",)"})
        EXPECT_FALSE(decodeTradeUpdatesFrame(R"({"stream":"trade_updates","data":{)" + std::string(members) +
                                             order + "}}"))
            << members;
    EXPECT_FALSE(decodeTradeUpdatesFrame(R"({"stream":"trade_updates","data":{"event":"new"}})"));
    EXPECT_FALSE(decodeTradeUpdatesFrame(R"({"stream":"trade_updates"})"));
    EXPECT_FALSE(decodeTradeUpdatesFrame(R"({"stream":"authorization"})"));
    EXPECT_FALSE(decodeTradeUpdatesFrame("[]"));
}

TEST(TradeUpdatesCodec, ErrorsAndUnknownStreamsAreFramesOfTheirOwn) {
    const auto fault = *decodeTradeUpdatesFrame(R"({"action":"error","data":{"error_message":"internal"}})");
    EXPECT_EQ(std::get<StreamFault>(fault).message, "internal");
    const auto unknown = *decodeTradeUpdatesFrame(R"({"stream":"account_updates","data":{}})");
    EXPECT_EQ(std::get<UnknownFrame>(unknown).kind, "account_updates");
    EXPECT_EQ(encodeTradeUpdatesAuth("k\"", "s"),
              R"({"action":"authenticate","data":{"key_id":"k\"","secret_key":"s"}})");
    EXPECT_EQ(encodeListenTradeUpdates(), R"({"action":"listen","data":{"streams":["trade_updates"]}})");
}

} // namespace
} // namespace strikedesk::alpaca
