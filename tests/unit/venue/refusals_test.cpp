// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/venue/venue_fixture.h"

#include <gtest/gtest.h>

#include <functional>

namespace strikedesk::trade::test {
namespace {

struct Refusal {
    const char* name;
    std::function<OrderRequest(Venue&)> prepare;
    std::int32_t httpStatus;
    std::int64_t code;
    std::string message;
    std::map<std::string, std::string> extra = {};
};

OrderRequest buy(std::function<void(OrderRequest&)> change) {
    OrderRequest request = Venue::limitOrder(kCall, Side::Buy, 1, 210);
    change(request);
    return request;
}

class OptionRules : public testing::TestWithParam<Refusal> {};

TEST_P(OptionRules, RefusesWithTheBrokersCodeAndKeys) {
    const Refusal& row = GetParam();
    Venue venue;
    venue.quote(kCall, 200, 210);
    const OrderRequest request = row.prepare(venue);
    const std::size_t before = venue.book.state().orders.size();
    const VenueResult result = venue.submit(request);
    ASSERT_FALSE(result.reply.ok());
    EXPECT_EQ(result.reply.httpStatus, row.httpStatus);
    EXPECT_EQ(result.reply.error->httpStatus, row.httpStatus);
    EXPECT_EQ(result.reply.error->code, row.code);
    EXPECT_EQ(result.reply.error->message, row.message);
    EXPECT_EQ(result.reply.error->extra, row.extra);
    EXPECT_TRUE(result.updates.empty());
    EXPECT_FALSE(result.reply.order.has_value());
    EXPECT_EQ(venue.book.state().orders.size(), before);
}

const std::string kLongId(129, 'x');

const std::vector<Refusal> kFormRows{
    {"ReusedClientOrderId",
     [](Venue& v) {
         OrderRequest first = buy([](OrderRequest& r) { r.clientOrderId = ClientOrderId("once"); });
         v.submit(first);
         return first;
     },
     422, 40'010'001, "client_order_id must be unique"},
    {"ReusedClientOrderIdOfACanceledOrder",
     [](Venue& v) {
         OrderRequest first = Venue::limitOrder(kCall, Side::Buy, 1, 100);
         first.clientOrderId = ClientOrderId("once");
         v.cancel(v.submit(first).reply.order->id);
         return first;
     },
     422, 40'010'001, "client_order_id must be unique"},
    {"LongClientOrderId",
     [](Venue&) { return buy([](OrderRequest& r) { r.clientOrderId = ClientOrderId(kLongId); }); }, 422,
     40'010'001, "client_order_id must be no more than 128 characters"},
    {"QuantityAndNotional",
     [](Venue&) { return buy([](OrderRequest& r) { r.notional = Money::dollars(100); }); }, 422, 40'010'001,
     "only one of qty or notional is accepted"},
    {"NeitherQuantityNorNotional", [](Venue&) { return buy([](OrderRequest& r) { r.quantity.reset(); }); },
     422, 40'010'001, "qty or notional is required"},
    {"ZeroQuantity", [](Venue&) { return buy([](OrderRequest& r) { r.quantity = Quantity(); }); }, 422,
     40'010'001, "qty must be > 0"},
    {"NegativeQuantity",
     [](Venue&) { return buy([](OrderRequest& r) { r.quantity = Quantity::whole(-1); }); }, 422, 40'010'001,
     "qty must be > 0"},
    {"HalfAContract",
     [](Venue&) { return buy([](OrderRequest& r) { r.quantity = Quantity::fromUnits(500'000'000); }); }, 422,
     40'010'001, "qty must be an integer"},
    {"NotionalOnAnOption",
     [](Venue&) {
         return buy([](OrderRequest& r) {
             r.quantity.reset();
             r.notional = Money::dollars(500);
         });
     },
     422, 42'210'000, "notional is not supported for options trading"},
    {"NoSymbol", [](Venue&) { return buy([](OrderRequest& r) { r.symbol = Symbol(); }); }, 422, 40'010'001,
     "symbol is required"},
    {"NoSide", [](Venue&) { return buy([](OrderRequest& r) { r.side.reset(); }); }, 422, 40'010'001,
     "side is required"},
    {"UnknownSymbol", [](Venue&) { return buy([](OrderRequest& r) { r.symbol = Symbol::of("NOPE"); }); }, 422,
     42'210'000, "invalid symbol"},
    {"UnknownType", [](Venue&) { return buy([](OrderRequest& r) { r.type = OrderType::Unrecognised; }); },
     422, 40'010'001, "invalid order type"},
    {"UnknownTimeInForce",
     [](Venue&) { return buy([](OrderRequest& r) { r.timeInForce = TimeInForce::Unrecognised; }); }, 422,
     40'010'001, "invalid time_in_force"},
    {"UnknownClass",
     [](Venue&) { return buy([](OrderRequest& r) { r.orderClass = OrderClass::Unrecognised; }); }, 422,
     42'210'000, "invalid order_class"},
    {"LegsOnASimpleOrder", [](Venue&) { return buy([](OrderRequest& r) { r.legs.resize(2); }); }, 422,
     42'210'000, "legs are only accepted with order_class mleg"},
};

const std::vector<Refusal> kRuleRows{
    {"BracketOnAnOption",
     [](Venue&) { return buy([](OrderRequest& r) { r.orderClass = OrderClass::Bracket; }); }, 422, 42'210'000,
     "order_class bracket is not supported for options trading"},
    {"OcoOnAnOption", [](Venue&) { return buy([](OrderRequest& r) { r.orderClass = OrderClass::Oco; }); },
     422, 42'210'000, "order_class oco is not supported for options trading"},
    {"OtoOnAnOption", [](Venue&) { return buy([](OrderRequest& r) { r.orderClass = OrderClass::Oto; }); },
     422, 42'210'000, "order_class oto is not supported for options trading"},
    {"TakeProfitOnASimpleOrder",
     [](Venue&) { return buy([](OrderRequest& r) { r.takeProfitLimit = Price::fromCents(400); }); }, 422,
     42'210'000, "take_profit and stop_loss are not supported for options trading"},
    {"TrailingStopOnAnOption",
     [](Venue&) { return buy([](OrderRequest& r) { r.type = OrderType::TrailingStop; }); }, 422, 42'210'000,
     "invalid options order_type"},
    {"ImmediateOrCancel",
     [](Venue&) { return buy([](OrderRequest& r) { r.timeInForce = TimeInForce::Ioc; }); }, 422, 42'210'000,
     "invalid options time_in_force"},
    {"FillOrKill", [](Venue&) { return buy([](OrderRequest& r) { r.timeInForce = TimeInForce::Fok; }); }, 422,
     42'210'000, "invalid options time_in_force"},
    {"AtTheOpen", [](Venue&) { return buy([](OrderRequest& r) { r.timeInForce = TimeInForce::Opg; }); }, 422,
     42'210'000, "invalid options time_in_force"},
    {"ExtendedHours", [](Venue&) { return buy([](OrderRequest& r) { r.extendedHours = true; }); }, 422,
     42'210'000, "extended hours orders are not supported for options trading"},
    {"LimitWithoutPrice", [](Venue&) { return buy([](OrderRequest& r) { r.limitPrice.reset(); }); }, 422,
     40'010'001, "limit_price is required for this order type"},
    {"MarketWithLimitPrice", [](Venue&) { return buy([](OrderRequest& r) { r.type = OrderType::Market; }); },
     422, 40'010'001, "limit_price is not accepted for this order type"},
    {"StopWithoutStopPrice",
     [](Venue&) {
         return buy([](OrderRequest& r) {
             r.type = OrderType::Stop;
             r.limitPrice.reset();
         });
     },
     422, 40'010'001, "stop_price is required for this order type"},
    {"LimitWithStopPrice",
     [](Venue&) { return buy([](OrderRequest& r) { r.stopPrice = Price::fromCents(200); }); }, 422,
     40'010'001, "stop_price is not accepted for this order type"},
    {"ZeroLimit", [](Venue&) { return buy([](OrderRequest& r) { r.limitPrice = Price(); }); }, 422,
     40'010'001, "limit_price must be > 0"},
    {"SubPennyLimit",
     [](Venue&) { return buy([](OrderRequest& r) { r.limitPrice = Price::fromUnits(21'010); }); }, 422,
     42'210'000, "invalid limit_price 2.101. sub-penny increment does not fulfill minimum pricing criteria"},
    {"SubPennyStop",
     [](Venue&) {
         OrderRequest request = Venue::stopOrder(kCall, Side::Buy, 1, 100);
         request.stopPrice = Price::fromUnits(2'901'230);
         return request;
     },
     422, 42'210'000,
     "invalid stop_price 290.123. sub-penny increment does not fulfill minimum pricing criteria"},
    {"IntentThatClosesWhatIsNotThere",
     [](Venue&) {
         OrderRequest request = Venue::limitOrder(kCall, Side::Sell, 1, 300);
         request.intent = PositionIntent::SellToClose;
         return request;
     },
     422, 42'210'000, "position intent mismatch, inferred: sell_to_open, specified: sell_to_close"},
    {"IntentThatOpensAgainstALongPosition",
     [](Venue& v) {
         v.holdCalls(1);
         OrderRequest request = Venue::limitOrder(kCall, Side::Sell, 1, 300);
         request.intent = PositionIntent::SellToOpen;
         return request;
     },
     422, 42'210'000, "position intent mismatch, inferred: sell_to_close, specified: sell_to_open"},
    {"MarketOrderAfterTheClose",
     [](Venue& v) {
         v.moveTo("2026-03-02T21:30:00Z");
         return Venue::marketOrder(kCall, Side::Buy, 1);
     },
     422, 42'210'000, "options market orders are only allowed during market hours"},
    {"InactiveContract",
     [](Venue& v) {
         auto contract = contractOf(kCall);
         contract.isActive = false;
         v.book.step(v.now, RegisterContract{contract});
         return buy([](OrderRequest&) {});
     },
     422, 42'210'000, "contract SPY260303C00660000 is not active"},
    {"ContractThatIsNotTradable",
     [](Venue& v) {
         auto contract = contractOf(kCall);
         contract.isTradable = false;
         v.book.step(v.now, RegisterContract{contract});
         return buy([](OrderRequest&) {});
     },
     422, 42'210'000, "contract SPY260303C00660000 is not tradable"},
    {"AdjustedRoot",
     [](Venue& v) {
         const Symbol adjusted = Symbol::of("SPY1260303C00660000");
         v.book.step(v.now, RegisterContract{contractOf(adjusted)});
         return Venue::limitOrder(adjusted, Side::Buy, 1, 100);
     },
     422, 42'210'000, "adjusted contract SPY1260303C00660000 can only be closed"},
    {"AdjustedDeliverable",
     [](Venue& v) {
         auto contract = contractOf(kCall);
         contract.size = 20;
         v.book.step(v.now, RegisterContract{contract});
         return buy([](OrderRequest&) {});
     },
     422, 42'210'000, "adjusted contract SPY260303C00660000 can only be closed"},
    {"ExpiredContract",
     [](Venue& v) {
         v.moveTo("2026-03-04T15:00:00Z");
         return buy([](OrderRequest&) {});
     },
     422, 42'210'000, "contract SPY260303C00660000 has expired"},
    {"NoQuoteForAMarketBuy", [](Venue&) { return Venue::marketOrder(kHighCall, Side::Buy, 1); }, 422,
     42'210'000, "no available quote for SPY260303C00665000"},
    {"AbsurdSize", [](Venue&) { return Venue::limitOrder(kCall, Side::Buy, 900'000'000, 999'999'99); }, 422,
     42'210'000, "order value is too large"},
};

const std::vector<Refusal> kMeansRows{
    {"NotEnoughBuyingPower",
     [](Venue&) { return Venue::limitOrder(kCall, Side::Buy, 1'000, 210); },
     403,
     40'310'000,
     "insufficient buying power",
     {{"buying_power", "100000.00"}, {"cost_basis", "210000.00"}}},
    {"BuyingPowerIsReservedByOpenOrders",
     [](Venue& v) {
         v.submit(Venue::limitOrder(kCall, Side::Buy, 400, 200));
         return Venue::limitOrder(kCall, Side::Buy, 101, 200);
     },
     403,
     40'310'000,
     "insufficient buying power",
     {{"buying_power", "20000.00"}, {"cost_basis", "20200.00"}}},
    {"MoreThanIsHeld",
     [](Venue& v) {
         v.holdCalls(2);
         return Venue::limitOrder(kCall, Side::Sell, 3, 300);
     },
     403,
     40'310'000,
     "insufficient qty available for order (requested: 3, available: 2)",
     {{"available", "2"}, {"existing_qty", "2"}, {"held_for_orders", "0"}, {"symbol", "SPY260303C00660000"}}},
    {"SecondOrderOnTheSameContracts",
     [](Venue& v) {
         v.holdCalls(2);
         v.submit(Venue::limitOrder(kCall, Side::Sell, 2, 300));
         return Venue::stopOrder(kCall, Side::Sell, 1, 150);
     },
     403,
     40'310'000,
     "insufficient qty available for order (requested: 1, available: 0)",
     {{"available", "0"}, {"existing_qty", "2"}, {"held_for_orders", "2"}, {"symbol", "SPY260303C00660000"}}},
    {"CallWithoutShares",
     [](Venue&) { return Venue::limitOrder(kCall, Side::Sell, 1, 210); },
     403,
     40'310'000,
     "insufficient underlying qty available (required: 100, available: 0)",
     {{"available_qty", "0"},
      {"required_qty", "100"},
      {"symbol", "SPY"},
      {"underlying_asset_id", "asset-spy"}}},
    {"SecondCallOnTheSameShares",
     [](Venue& v) {
         v.holdShares(100);
         v.submit(Venue::limitOrder(kCall, Side::Sell, 1, 300));
         return Venue::limitOrder(kHighCall, Side::Sell, 1, 300);
     },
     403,
     40'310'000,
     "insufficient underlying qty available (required: 100, available: 0)",
     {{"available_qty", "0"},
      {"required_qty", "100"},
      {"symbol", "SPY"},
      {"underlying_asset_id", "asset-spy"}}},
    {"SellingTheSharesBehindACall",
     [](Venue& v) {
         v.holdShares(100);
         v.submit(Venue::limitOrder(kCall, Side::Sell, 1, 300));
         return Venue::limitOrder(kShare, Side::Sell, 100, 66'100);
     },
     403,
     40'310'000,
     "insufficient qty available for order (requested: 100, available: 0)",
     {{"available", "0"}, {"existing_qty", "100"}, {"held_for_orders", "100"}, {"symbol", "SPY"}}},
    {"PutWithoutCash",
     [](Venue&) { return Venue::limitOrder(kPut, Side::Sell, 2, 100); },
     403,
     40'310'000,
     "insufficient buying power",
     {{"buying_power", "100000.00"}, {"cost_basis", "130000.00"}}},
    {"ShortingShares", [](Venue&) { return Venue::limitOrder(kShare, Side::Sell, 1, 66'000); }, 403,
     40'310'000, "account is not allowed to short"},
};

std::string nameOf(const testing::TestParamInfo<Refusal>& row) { return row.param.name; }

INSTANTIATE_TEST_SUITE_P(Form, OptionRules, testing::ValuesIn(kFormRows), nameOf);
INSTANTIATE_TEST_SUITE_P(Rules, OptionRules, testing::ValuesIn(kRuleRows), nameOf);
INSTANTIATE_TEST_SUITE_P(Means, OptionRules, testing::ValuesIn(kMeansRows), nameOf);

TEST(WashTrades, AreRefusedWithTheOrderThatStandsAgainst) {
    Venue venue;
    venue.holdCalls(1);
    const auto resting = venue.submit(Venue::stopOrder(kCall, Side::Sell, 1, 150)).reply.order;
    const VenueResult result = venue.submit(Venue::limitOrder(kCall, Side::Buy, 1, 205));
    ASSERT_FALSE(result.reply.ok());
    EXPECT_EQ(result.reply.httpStatus, 403);
    EXPECT_EQ(result.reply.error->code, 40'310'000);
    EXPECT_EQ(result.reply.error->extra.at("existing_order_id"), resting->id.text());
    EXPECT_EQ(result.reply.error->extra.at("reject_reason"), "opposite side market/stop order exists");
}

TEST(WashTrades, AreLimitsThatCrossAndNotLimitsApart) {
    Venue venue;
    venue.holdCalls(1);
    venue.submit(Venue::limitOrder(kCall, Side::Sell, 1, 300));
    EXPECT_TRUE(venue.submit(Venue::limitOrder(kCall, Side::Buy, 1, 299)).reply.ok());
    EXPECT_EQ(venue.submit(Venue::limitOrder(kCall, Side::Buy, 1, 300)).reply.error->message,
              "potential wash trade detected. use complex orders");
}

TEST(OptionLevels, GateWhatMayBeOpened) {
    for (const std::int64_t level : {0, 1, 2, 3}) {
        VenueConfig config;
        config.optionsLevel = level;
        Venue venue(config);
        venue.quote(kCall, 200, 210);
        EXPECT_EQ(venue.submit(Venue::limitOrder(kCall, Side::Buy, 1, 210)).reply.ok(), level >= 2) << level;
        EXPECT_EQ(venue.submit(Venue::limitOrder(kPut, Side::Sell, 1, 100)).reply.ok(), level >= 1) << level;
    }
}

TEST(ExpiryCutoff, StopsNewOrdersOnTheLastDayOnly) {
    VenueConfig config;
    config.expiryCutoffBeforeClose = Duration::minutes(45);
    Venue venue(config);
    venue.moveTo("2026-03-02T20:50:00Z");
    EXPECT_TRUE(venue.submit(Venue::limitOrder(kCall, Side::Buy, 1, 100)).reply.ok());
    venue.moveTo("2026-03-03T20:14:00Z");
    EXPECT_TRUE(venue.submit(Venue::limitOrder(kCall, Side::Buy, 1, 100)).reply.ok());
    venue.moveTo("2026-03-03T20:15:00Z");
    EXPECT_EQ(venue.submit(Venue::limitOrder(kCall, Side::Buy, 1, 100)).reply.error->code, 42'210'000);
}

TEST(SubPennyRule, AllowsFourDecimalsBelowOneDollar) {
    Venue venue;
    OrderRequest request = Venue::limitOrder(kCall, Side::Buy, 1, 50);
    request.limitPrice = Price::fromUnits(9'999);
    EXPECT_TRUE(venue.submit(request).reply.ok());
    request.limitPrice = Price::fromUnits(10'001);
    EXPECT_FALSE(venue.submit(request).reply.ok());
}

TEST(AdjustedContracts, CanBeClosed) {
    Venue venue;
    venue.holdCalls(1);
    auto contract = contractOf(kCall);
    contract.size = 20;
    venue.book.step(venue.now, RegisterContract{contract});
    EXPECT_TRUE(venue.submit(Venue::limitOrder(kCall, Side::Sell, 1, 200)).reply.ok());
    EXPECT_EQ(venue.positionIn(kCall), 0);
}

} // namespace
} // namespace strikedesk::trade::test
