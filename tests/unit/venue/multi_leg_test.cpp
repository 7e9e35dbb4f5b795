// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/venue/venue_fixture.h"

#include <gtest/gtest.h>

#include <functional>

namespace strikedesk::trade::test {
namespace {

OrderRequest spread(std::int64_t count, int netCents) {
    OrderRequest request;
    request.orderClass = OrderClass::MultiLeg;
    request.quantity = Quantity::whole(count);
    request.limitPrice = Price::fromCents(netCents);
    request.legs = {{kCall, 1, Side::Buy, PositionIntent::BuyToOpen},
                    {kHighCall, 1, Side::Sell, PositionIntent::SellToOpen}};
    return request;
}

Venue quoted() {
    Venue venue;
    venue.quote(kCall, 200, 210, 10);
    venue.quote(kHighCall, 50, 60, 10);
    return venue;
}

TEST(MultiLeg, FillsAllLegsAtOnceAtTheNetPrice) {
    Venue venue = quoted();
    const auto result = venue.submit(spread(2, 165));
    ASSERT_TRUE(result.reply.ok());
    EXPECT_EQ(wordsOf(result), "pending_new new fill");
    const OrderUpdate& fill = result.updates.back();
    EXPECT_EQ(fill.price, Price::fromCents(160));
    ASSERT_EQ(fill.order.legs.size(), 2U);
    EXPECT_EQ(fill.order.legs[0].filledAveragePrice, Price::fromCents(210));
    EXPECT_EQ(fill.order.legs[1].filledAveragePrice, Price::fromCents(50));
    EXPECT_EQ(fill.order.legs[1].status, OrderStatus::Filled);
    EXPECT_TRUE(fill.order.symbol.isEmpty());
    EXPECT_FALSE(fill.order.side.has_value());
    EXPECT_EQ(venue.positionIn(kCall), 2);
    EXPECT_EQ(venue.positionIn(kHighCall), -2);
    EXPECT_EQ(venue.book.account().cash, Money::dollars(100'000 - 320));
    EXPECT_EQ(result.activities.size(), 2U);
}

TEST(MultiLeg, WaitsForItsNetPriceAndIsCanceledAsAWhole) {
    Venue venue = quoted();
    const auto id = venue.submit(spread(1, 155)).reply.order->id;
    EXPECT_EQ(venue.statusOf(id), OrderStatus::New);
    EXPECT_EQ(wordsOf(venue.quote(kHighCall, 40, 60)), "");
    EXPECT_EQ(wordsOf(venue.quote(kHighCall, 55, 60)), "fill");
    const auto second = venue.submit(spread(1, 100)).reply.order;
    EXPECT_EQ(venue.cancel(second->legs[0].id).reply.httpStatus, 422);
    EXPECT_EQ(wordsOf(venue.cancel(second->id)), "canceled");
    EXPECT_EQ(venue.book.orderById(second->id)->legs[1].status, OrderStatus::Canceled);
}

TEST(MultiLeg, IsReplacedAsAUnit) {
    Venue venue = quoted();
    const auto id = venue.submit(spread(1, 100)).reply.order->id;
    ReplaceRequest request;
    request.orderId = id;
    request.limitPrice = Price::fromCents(160);
    const auto result = venue.replace(request);
    EXPECT_EQ(wordsOf(result), "replaced new fill");
    EXPECT_EQ(venue.positionIn(kCall), 1);
    EXPECT_EQ(venue.positionIn(kHighCall), -1);
}

TEST(MultiLeg, ACreditNeedsTheDistanceOfTheStrikes) {
    Venue venue = quoted();
    OrderRequest credit = spread(1, -140);
    credit.legs = {{kCall, 1, Side::Sell, PositionIntent::SellToOpen},
                   {kHighCall, 1, Side::Buy, PositionIntent::BuyToOpen}};
    EXPECT_EQ(wordsOf(venue.submit(credit)), "pending_new new fill");
    EXPECT_EQ(venue.book.account().cash, Money::dollars(100'140));
    EXPECT_EQ(venue.book.account().optionsBuyingPower, Money::dollars(99'640));
    EXPECT_FALSE(venue.submit(Venue::limitOrder(kHighCall, Side::Sell, 1, 50)).reply.ok())
        << "the long leg covers the short one";
}

TEST(MultiLeg, RefusesWhatTheBrokerRefuses) {
    struct Row {
        const char* name;
        std::function<void(OrderRequest&)> change;
        std::int64_t code;
        const char* message;
    };
    const std::vector<Row> rows{
        {"symbol", [](OrderRequest& r) { r.symbol = kCall; }, 40'010'001,
         "symbol and side are not accepted for mleg orders"},
        {"side", [](OrderRequest& r) { r.side = Side::Buy; }, 40'010'001,
         "symbol and side are not accepted for mleg orders"},
        {"one leg", [](OrderRequest& r) { r.legs.pop_back(); }, 42'210'000,
         "mleg orders must have 2 to 4 legs"},
        {"five legs", [](OrderRequest& r) { r.legs.resize(5); }, 42'210'000,
         "mleg orders must have 2 to 4 legs"},
        {"same symbol", [](OrderRequest& r) { r.legs[1] = r.legs[0]; }, 42'210'000,
         "mleg legs must have distinct symbols"},
        {"ratios", [](OrderRequest& r) { r.legs[0].ratio = r.legs[1].ratio = 2; }, 42'210'000,
         "mleg leg ratios must be in lowest terms"},
        {"zero ratio", [](OrderRequest& r) { r.legs[0].ratio = 0; }, 40'010'001,
         "ratio_qty must be a positive integer"},
        {"stop", [](OrderRequest& r) { r.type = OrderType::Stop; }, 42'210'000, "invalid options order_type"},
        {"gtc only", [](OrderRequest& r) { r.timeInForce = TimeInForce::Ioc; }, 42'210'000,
         "invalid options time_in_force"},
        {"share leg", [](OrderRequest& r) { r.legs[0].symbol = Symbol::of("ABC"); }, 42'210'000,
         "invalid symbol"},
        {"wrong intent", [](OrderRequest& r) { r.legs[0].intent = PositionIntent::BuyToClose; }, 42'210'000,
         "position intent mismatch, inferred: buy_to_open, specified: buy_to_close"},
        {"half", [](OrderRequest& r) { r.quantity = Quantity::fromUnits(1); }, 40'010'001,
         "qty must be an integer"},
        {"uncovered", [](OrderRequest& r) { r.legs[1].ratio = 2; }, 40'310'000,
         "account not eligible to trade uncovered option contracts"},
        {"money", [](OrderRequest& r) { r.quantity = Quantity::whole(1'000); }, 40'310'000,
         "insufficient buying power"},
    };
    for (const Row& row : rows) {
        Venue venue = quoted();
        OrderRequest request = spread(1, 160);
        row.change(request);
        const auto reply = venue.submit(request).reply;
        ASSERT_FALSE(reply.ok()) << row.name;
        EXPECT_EQ(reply.error->code, row.code) << row.name;
        EXPECT_EQ(reply.error->message, row.message) << row.name;
    }
}

TEST(MultiLeg, NeedsLevelThree) {
    VenueConfig config;
    config.optionsLevel = 2;
    Venue venue(config);
    EXPECT_EQ(venue.submit(spread(1, 160)).reply.httpStatus, 403);
}

} // namespace
} // namespace strikedesk::trade::test
