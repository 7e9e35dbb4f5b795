// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/venue/venue_fixture.h"

#include <gtest/gtest.h>

namespace strikedesk::trade::test {
namespace {

ReplaceRequest priceChange(const BrokerOrderId& id, int cents) {
    ReplaceRequest request;
    request.orderId = id;
    request.limitPrice = Price::fromCents(cents);
    return request;
}

ReplaceRequest quantityChange(const BrokerOrderId& id, std::int64_t count) {
    ReplaceRequest request;
    request.orderId = id;
    request.quantity = Quantity::whole(count);
    return request;
}

VenueConfig slowReplace() {
    VenueConfig config;
    config.replaceDelay = Duration::seconds(1);
    return config;
}

TEST(Replaces, MakeANewOrderThatNamesTheOld) {
    Venue venue;
    const auto old = venue.submit(Venue::limitOrder(kCall, Side::Buy, 3, 100)).reply.order;
    ReplaceRequest request = priceChange(old->id, 110);
    request.clientOrderId = ClientOrderId("second");
    const auto result = venue.replace(request);
    ASSERT_TRUE(result.reply.ok());
    EXPECT_EQ(result.reply.httpStatus, 200);
    EXPECT_NE(result.reply.order->id, old->id);
    EXPECT_EQ(result.reply.order->clientOrderId.text(), "second");
    EXPECT_EQ(result.reply.order->replaces, old->id);
    EXPECT_EQ(wordsOf(result), "replaced new");
    EXPECT_EQ(result.updates[0].order.id, old->id);
    EXPECT_EQ(result.updates[0].order.replacedBy, result.reply.order->id);
    EXPECT_EQ(venue.statusOf(old->id), OrderStatus::Replaced);
    EXPECT_EQ(venue.book.orderById(result.reply.order->id)->limitPrice, Price::fromCents(110));
    EXPECT_EQ(venue.book.orderById(result.reply.order->id)->quantity, Quantity::whole(3));
}

TEST(Replaces, AfterAPartialFillTradeTheRest) {
    Venue venue;
    venue.quote(kCall, 200, 210, 50, 2);
    const auto old = venue.submit(Venue::limitOrder(kCall, Side::Buy, 5, 210)).reply.order->id;
    const auto fresh = venue.replace(priceChange(old, 205)).reply.order;
    EXPECT_EQ(fresh->quantity, Quantity::whole(3));
    EXPECT_EQ(fresh->filledQuantity, Quantity());
    venue.quote(kCall, 200, 205);
    EXPECT_EQ(venue.positionIn(kCall), 5);
    EXPECT_EQ(venue.book.orderById(old)->filledQuantity, Quantity::whole(2));
}

TEST(Replaces, AreRefusedWhileTheOrderIsOnItsWay) {
    VenueConfig config = slowReplace();
    config.routeDelay = Duration::seconds(1);
    config.cancelDelay = Duration::seconds(1);
    Venue venue(config);
    const auto id = venue.submit(Venue::limitOrder(kCall, Side::Buy, 3, 100)).reply.order->id;
    EXPECT_EQ(venue.replace(priceChange(id, 110)).reply.error->message,
              "cannot replace order in pending_new status");
    venue.wait(Duration::seconds(1));
    const auto fresh = venue.replace(priceChange(id, 110)).reply.order->id;
    EXPECT_EQ(venue.replace(priceChange(id, 120)).reply.error->message,
              "cannot replace order in pending_replace status");
    EXPECT_EQ(venue.replace(priceChange(fresh, 120)).reply.error->message,
              "cannot replace order in pending_new status");
    EXPECT_EQ(venue.cancel(id).reply.error->message, "order pending replace cannot be canceled");
    EXPECT_EQ(venue.cancel(fresh).reply.httpStatus, 422);
    venue.wait(Duration::seconds(1));
    venue.cancel(fresh);
    EXPECT_EQ(venue.replace(priceChange(fresh, 120)).reply.error->message,
              "cannot replace order in pending_cancel status");
    EXPECT_EQ(venue.replace(priceChange(id, 120)).reply.error->message,
              "order is already in \"replaced\" state");
    EXPECT_EQ(venue.replace(priceChange(BrokerOrderId("none"), 1)).reply.httpStatus, 404);
}

TEST(Replaces, OfQueuedOrdersAreRefused) {
    Venue venue;
    venue.moveTo("2026-03-02T22:00:00Z");
    const auto id = venue.submit(Venue::limitOrder(kCall, Side::Buy, 3, 100)).reply.order->id;
    EXPECT_EQ(venue.replace(priceChange(id, 110)).reply.error->message,
              "cannot replace order in accepted status");
}

TEST(Replaces, CheckTheirTerms) {
    Venue venue;
    const auto id = venue.submit(Venue::limitOrder(kCall, Side::Buy, 3, 100)).reply.order->id;
    const auto messageOf = [&venue](const ReplaceRequest& request) {
        const auto reply = venue.replace(request).reply;
        return reply.ok() ? std::string("accepted") : reply.error->message;
    };
    ReplaceRequest nothing;
    nothing.orderId = id;
    EXPECT_EQ(messageOf(nothing), "order parameters are not changed");
    EXPECT_EQ(messageOf(quantityChange(id, 0)), "qty must be > 0");
    ReplaceRequest part = quantityChange(id, 1);
    part.quantity = Quantity::fromUnits(1);
    EXPECT_EQ(messageOf(part), "qty must be an integer");
    ReplaceRequest fine = priceChange(id, 1);
    fine.limitPrice = Price::fromUnits(10'101);
    EXPECT_EQ(messageOf(fine),
              "invalid limit_price 1.0101. sub-penny increment does not fulfill minimum pricing criteria");
    ReplaceRequest stop = priceChange(id, 100);
    stop.stopPrice = Price::fromCents(90);
    EXPECT_EQ(messageOf(stop), "stop_price is not accepted for this order type");
    ReplaceRequest fok = priceChange(id, 100);
    fok.timeInForce = TimeInForce::Fok;
    EXPECT_EQ(messageOf(fok), "invalid options time_in_force");
    EXPECT_EQ(messageOf(quantityChange(id, 5'000)), "insufficient buying power");
    ReplaceRequest taken = priceChange(id, 101);
    taken.clientOrderId = venue.book.orderById(id)->clientOrderId;
    EXPECT_EQ(messageOf(taken), "client_order_id must be unique");
    EXPECT_EQ(venue.statusOf(id), OrderStatus::New) << "a refused change leaves the order alone";
}

TEST(Replaces, LoseAgainstAFillOfTheOldOrder) {
    Venue venue(slowReplace());
    venue.quote(kCall, 200, 210);
    const auto old = venue.submit(Venue::limitOrder(kCall, Side::Buy, 3, 205)).reply.order->id;
    const auto change = venue.replace(priceChange(old, 200));
    EXPECT_EQ(wordsOf(change), "pending_replace");
    const auto result = venue.quote(kCall, 200, 205);
    EXPECT_EQ(wordsOf(result), "fill order_replace_rejected rejected");
    EXPECT_EQ(result.updates[2].order.id, change.reply.order->id);
    EXPECT_EQ(venue.statusOf(old), OrderStatus::Filled);
    EXPECT_EQ(venue.statusOf(change.reply.order->id), OrderStatus::Rejected);
    EXPECT_EQ(venue.positionIn(kCall), 3);
}

TEST(Replaces, TakeOffWhatFillsMeanwhile) {
    Venue venue(slowReplace());
    venue.quote(kCall, 200, 210);
    const auto old = venue.submit(Venue::limitOrder(kCall, Side::Buy, 5, 205)).reply.order->id;
    const auto fresh = venue.replace(quantityChange(old, 4)).reply.order->id;
    EXPECT_EQ(wordsOf(venue.quote(kCall, 200, 205, 50, 3)), "partial_fill");
    EXPECT_EQ(venue.statusOf(old), OrderStatus::PendingReplace);
    EXPECT_EQ(wordsOf(venue.wait(Duration::seconds(1))), "replaced new");
    EXPECT_EQ(venue.book.orderById(fresh)->quantity, Quantity::whole(1));
}

TEST(Replaces, AreRejectedWhenNothingOfThemIsLeft) {
    Venue venue(slowReplace());
    venue.quote(kCall, 200, 210);
    const auto old = venue.submit(Venue::limitOrder(kCall, Side::Buy, 5, 205)).reply.order->id;
    const auto fresh = venue.replace(quantityChange(old, 2)).reply.order->id;
    venue.quote(kCall, 200, 205, 50, 3);
    EXPECT_EQ(wordsOf(venue.wait(Duration::seconds(1))), "order_replace_rejected rejected");
    EXPECT_EQ(venue.statusOf(old), OrderStatus::PartiallyFilled);
    EXPECT_EQ(venue.statusOf(fresh), OrderStatus::Rejected);
    EXPECT_EQ(venue.cancel(old).reply.httpStatus, 204);
}

TEST(Replaces, DieWithTheOldOrderAtTheClose) {
    Venue venue(slowReplace());
    venue.moveTo("2026-03-02T20:59:59.5Z");
    const auto old = venue.submit(Venue::limitOrder(kCall, Side::Buy, 5, 105)).reply.order->id;
    const auto fresh = venue.replace(priceChange(old, 106)).reply.order->id;
    EXPECT_EQ(wordsOf(venue.moveTo("2026-03-02T21:00:00Z")), "expired order_replace_rejected rejected");
    EXPECT_EQ(venue.statusOf(fresh), OrderStatus::Rejected);
}

TEST(Replaces, OfAnExitHoldTheLargerOfTheTwo) {
    Venue venue(slowReplace());
    venue.holdCalls(5);
    const auto old = venue.submit(Venue::limitOrder(kCall, Side::Sell, 2, 300)).reply.order->id;
    EXPECT_EQ(venue.replace(quantityChange(old, 6)).reply.error->extra.at("available"), "5");
    EXPECT_TRUE(venue.replace(quantityChange(old, 4)).reply.ok());
    EXPECT_EQ(venue.book.position(kCall)->available, Quantity::whole(1));
    EXPECT_FALSE(venue.submit(Venue::limitOrder(kCall, Side::Sell, 2, 310)).reply.ok());
    venue.wait(Duration::seconds(1));
    EXPECT_EQ(venue.book.position(kCall)->available, Quantity::whole(1));
}

TEST(Replaces, MoveAStop) {
    Venue venue;
    venue.holdCalls(2);
    const auto old = venue.submit(Venue::stopOrder(kCall, Side::Sell, 2, 150)).reply.order->id;
    ReplaceRequest request;
    request.orderId = old;
    request.stopPrice = Price::fromCents(190);
    EXPECT_TRUE(venue.replace(request).reply.ok());
    EXPECT_EQ(wordsOf(venue.quote(kCall, 191, 200)), "");
    EXPECT_EQ(wordsOf(venue.quote(kCall, 190, 200)), "fill");
}

} // namespace
} // namespace strikedesk::trade::test
