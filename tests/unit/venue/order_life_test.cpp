// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/venue/venue_fixture.h"

#include <gtest/gtest.h>

namespace strikedesk::trade::test {
namespace {

TEST(OrderLife, AMarketableLimitGoesFromPendingNewToFilled) {
    Venue venue;
    venue.quote(kCall, 200, 210);
    OrderRequest request = Venue::limitOrder(kCall, Side::Buy, 9, 215);
    request.clientOrderId = ClientOrderId("mine");
    request.intent = PositionIntent::BuyToOpen;
    const VenueResult result = venue.submit(request);
    EXPECT_EQ(result.reply.httpStatus, 200);
    EXPECT_EQ(result.reply.order->status, OrderStatus::PendingNew);
    EXPECT_EQ(result.reply.order->clientOrderId.text(), "mine");
    EXPECT_EQ(result.reply.order->assetId, "id-SPY260303C00660000");
    EXPECT_EQ(wordsOf(result), "pending_new new fill");
    const OrderUpdate& fill = result.updates.back();
    EXPECT_EQ(fill.price, Price::fromCents(210));
    EXPECT_EQ(fill.quantity, Quantity::whole(9));
    EXPECT_EQ(fill.positionQuantity, Quantity::whole(9));
    EXPECT_FALSE(fill.executionId.isEmpty());
    EXPECT_EQ(fill.order.status, OrderStatus::Filled);
    EXPECT_EQ(fill.order.filledQuantity, Quantity::whole(9));
    EXPECT_EQ(fill.order.filledAveragePrice, Price::fromCents(210));
    EXPECT_EQ(venue.book.account().cash, Money::dollars(100'000 - 1'890));
    ASSERT_EQ(result.activities.size(), 1U);
    EXPECT_EQ(result.activities[0].cumulativeQuantity, Quantity::whole(9));
    EXPECT_EQ(result.activities[0].leavesQuantity, Quantity());
    EXPECT_EQ(result.activities[0].subType, "fill");
    EXPECT_EQ(venue.book.orderByClientId(ClientOrderId("mine"))->id, result.reply.order->id);
}

TEST(OrderLife, AnOrderOfTheDayIsKeptForTheOpenAndExpiresAtTheClose) {
    Venue venue;
    venue.moveTo("2026-03-02T22:00:00Z");
    const auto result = venue.submit(Venue::limitOrder(kCall, Side::Buy, 1, 100));
    const auto id = result.reply.order->id;
    EXPECT_EQ(wordsOf(result), "accepted");
    EXPECT_EQ(venue.statusOf(id), OrderStatus::Accepted);
    EXPECT_EQ(venue.book.nextDue(), at("2026-03-03T14:30:00Z"));
    EXPECT_EQ(wordsOf(venue.moveTo("2026-03-03T14:29:59Z")), "");
    const auto opened = venue.moveTo("2026-03-03T15:00:00Z");
    EXPECT_EQ(wordsOf(opened), "new");
    EXPECT_EQ(opened.updates[0].at, at("2026-03-03T14:30:00Z"));
    const auto closed = venue.moveTo("2026-03-03T23:00:00Z");
    EXPECT_EQ(wordsOf(closed), "expired");
    EXPECT_EQ(closed.updates[0].at, at("2026-03-03T21:00:00Z"));
    EXPECT_TRUE(closed.updates[0].order.expiredAt.isSet());
}

TEST(OrderLife, AHalfDayEndsOrdersEarly) {
    Venue venue;
    const Symbol later = Symbol::of("SPY260305C00660000");
    venue.book.step(venue.now, RegisterContract{contractOf(later)});
    venue.moveTo("2026-03-04T17:00:00Z");
    const auto id = venue.submit(Venue::limitOrder(later, Side::Buy, 1, 100)).reply.order->id;
    EXPECT_EQ(wordsOf(venue.moveTo("2026-03-04T17:59:59Z")), "");
    EXPECT_EQ(wordsOf(venue.moveTo("2026-03-04T18:00:00Z")), "expired");
    EXPECT_EQ(venue.statusOf(id), OrderStatus::Expired);
}

TEST(OrderLife, AGtcOrderStaysOvernightAndEndsWithItsContract) {
    Venue venue;
    OrderRequest request = Venue::limitOrder(kCall, Side::Buy, 1, 100);
    request.timeInForce = TimeInForce::Gtc;
    const auto id = venue.submit(request).reply.order->id;
    venue.moveTo("2026-03-03T14:00:00Z");
    EXPECT_EQ(venue.statusOf(id), OrderStatus::New);
    venue.quote(kCall, 50, 60);
    EXPECT_EQ(venue.statusOf(id), OrderStatus::New) << "a quote before the open fills nothing";
    venue.moveTo("2026-03-03T14:31:00Z");
    EXPECT_EQ(venue.statusOf(id), OrderStatus::New) << "nor does the old quote after it";
    EXPECT_EQ(wordsOf(venue.moveTo("2026-03-03T21:00:00Z")), "expired");
}

TEST(OrderLife, LateClosingAssetsTradeOptionsFifteenMinutesLonger) {
    Venue venue;
    VenueAsset share = *venue.book.asset(kShare);
    share.optionsLateClose = true;
    venue.book.step(venue.now, RegisterAsset{share});
    venue.moveTo("2026-03-02T21:10:00Z");
    venue.quote(kCall, 200, 210);
    EXPECT_EQ(wordsOf(venue.submit(Venue::marketOrder(kCall, Side::Buy, 1))), "pending_new new fill");
    venue.moveTo("2026-03-02T21:15:00Z");
    EXPECT_FALSE(venue.submit(Venue::marketOrder(kCall, Side::Buy, 1)).reply.ok());
}

TEST(OrderLife, RoutingTakesItsTime) {
    VenueConfig config;
    config.routeDelay = Duration::milliseconds(20);
    config.fillDelay = Duration::milliseconds(100);
    Venue venue(config);
    venue.quote(kCall, 200, 210);
    EXPECT_EQ(wordsOf(venue.submit(Venue::limitOrder(kCall, Side::Buy, 1, 210))), "pending_new");
    EXPECT_EQ(wordsOf(venue.wait(Duration::milliseconds(20))), "new");
    EXPECT_EQ(wordsOf(venue.wait(Duration::milliseconds(99))), "");
    EXPECT_EQ(wordsOf(venue.wait(Duration::milliseconds(1))), "fill");
}

TEST(OrderLife, TheDelayedOrderTakesTheQuoteOfItsOwnMoment) {
    VenueConfig config;
    config.fillDelay = Duration::milliseconds(100);
    Venue venue(config);
    venue.quote(kCall, 200, 210);
    const auto id = venue.submit(Venue::limitOrder(kCall, Side::Buy, 1, 210)).reply.order->id;
    venue.now = venue.now + Duration::milliseconds(50);
    EXPECT_EQ(wordsOf(venue.quote(kCall, 210, 220)), "");
    EXPECT_EQ(wordsOf(venue.wait(Duration::milliseconds(50))), "");
    EXPECT_EQ(venue.statusOf(id), OrderStatus::New);
}

TEST(Cancels, AreRequestsAndThenFacts) {
    Venue venue;
    const auto id = venue.submit(Venue::limitOrder(kCall, Side::Buy, 1, 100)).reply.order->id;
    const auto result = venue.cancel(id);
    EXPECT_EQ(result.reply.httpStatus, 204);
    EXPECT_FALSE(result.reply.order.has_value());
    EXPECT_EQ(wordsOf(result), "canceled");
    EXPECT_TRUE(result.updates[0].order.canceledAt.isSet());
}

TEST(Cancels, OfAnUnknownOrderAre404) {
    Venue venue;
    const auto result = venue.cancel(BrokerOrderId("nothing"));
    EXPECT_EQ(result.reply.httpStatus, 404);
    EXPECT_EQ(result.reply.error->code, 40'410'000);
}

TEST(Cancels, OfAFinishedOrderAre422) {
    Venue venue;
    venue.quote(kCall, 200, 210);
    const auto id = venue.submit(Venue::limitOrder(kCall, Side::Buy, 1, 210)).reply.order->id;
    const auto result = venue.cancel(id);
    EXPECT_EQ(result.reply.httpStatus, 422);
    EXPECT_EQ(result.reply.error->code, 42'210'000);
    EXPECT_EQ(result.reply.error->message, "order is already in \"filled\" state");
}

TEST(Cancels, CanLoseTheRaceAgainstAFill) {
    VenueConfig config;
    config.cancelDelay = Duration::seconds(1);
    Venue venue(config);
    venue.quote(kCall, 200, 210);
    const auto id = venue.submit(Venue::limitOrder(kCall, Side::Buy, 5, 205)).reply.order->id;
    EXPECT_EQ(wordsOf(venue.cancel(id)), "pending_cancel");
    EXPECT_EQ(venue.cancel(id).reply.httpStatus, 204) << "asking again changes nothing";
    EXPECT_EQ(wordsOf(venue.quote(kCall, 200, 205, 50, 2)), "partial_fill");
    EXPECT_EQ(venue.statusOf(id), OrderStatus::PendingCancel);
    EXPECT_EQ(wordsOf(venue.quote(kCall, 200, 205, 50, 50)), "fill order_cancel_rejected");
    EXPECT_EQ(venue.positionIn(kCall), 5);
    EXPECT_EQ(wordsOf(venue.wait(Duration::seconds(2))), "");
}

TEST(Cancels, KeepWhatFilledBefore) {
    VenueConfig config;
    config.cancelDelay = Duration::seconds(1);
    Venue venue(config);
    venue.quote(kCall, 200, 210, 50, 2);
    const auto id = venue.submit(Venue::limitOrder(kCall, Side::Buy, 5, 210)).reply.order->id;
    venue.cancel(id);
    const auto result = venue.wait(Duration::seconds(1));
    EXPECT_EQ(wordsOf(result), "canceled");
    EXPECT_EQ(result.updates[0].order.filledQuantity, Quantity::whole(2));
    EXPECT_EQ(venue.positionIn(kCall), 2);
}

TEST(Cancels, OfAQueuedOrderNeverReachTheMarket) {
    VenueConfig config;
    config.cancelDelay = Duration::hours(24);
    Venue venue(config);
    venue.moveTo("2026-03-02T22:00:00Z");
    const auto id = venue.submit(Venue::limitOrder(kCall, Side::Buy, 1, 210)).reply.order->id;
    venue.cancel(id);
    venue.moveTo("2026-03-03T14:31:00Z");
    EXPECT_EQ(wordsOf(venue.quote(kCall, 200, 205)), "");
    EXPECT_EQ(venue.statusOf(id), OrderStatus::PendingCancel);
}

TEST(CancelAll, AnswersForEachOrder) {
    VenueConfig config;
    config.replaceDelay = Duration::seconds(1);
    Venue venue(config);
    const auto first = venue.submit(Venue::limitOrder(kCall, Side::Buy, 1, 100)).reply.order->id;
    const auto second = venue.submit(Venue::limitOrder(kCall, Side::Buy, 1, 101)).reply.order->id;
    ReplaceRequest change;
    change.orderId = second;
    change.limitPrice = Price::fromCents(102);
    venue.replace(change);
    const auto result = venue.book.step(venue.now, CancelAllOrders{});
    EXPECT_EQ(result.reply.httpStatus, 207);
    ASSERT_EQ(result.reply.entries.size(), 3U);
    EXPECT_EQ(result.reply.entries[0].id, first);
    EXPECT_EQ(result.reply.entries[0].httpStatus, 200);
    EXPECT_EQ(result.reply.entries[1].id, second);
    EXPECT_EQ(result.reply.entries[1].httpStatus, 422);
    EXPECT_EQ(result.reply.entries[1].error->code, 42'210'000);
    EXPECT_EQ(venue.statusOf(first), OrderStatus::Canceled);
    venue.wait(Duration::seconds(1));
    EXPECT_EQ(venue.book.step(venue.now, CancelAllOrders{}).reply.entries.size(), 1U);
    EXPECT_TRUE(venue.book.state().working.empty());
}

} // namespace
} // namespace strikedesk::trade::test
