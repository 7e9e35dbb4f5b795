// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/venue/venue_fixture.h"

#include <gtest/gtest.h>

namespace strikedesk::trade::test {
namespace {

OrderRequest bracket(std::int64_t count, int entryCents, int profitCents, int stopCents) {
    OrderRequest request = Venue::limitOrder(kShare, Side::Buy, count, entryCents);
    request.orderClass = OrderClass::Bracket;
    request.takeProfitLimit = Price::fromCents(profitCents);
    request.stopLossStop = Price::fromCents(stopCents);
    return request;
}

/// The orders of a family by place: entry, take-profit, stop.
struct Members {
    BrokerOrderId entry;
    BrokerOrderId profit;
    BrokerOrderId stop;
};

Members membersOf(const VenueResult& result) {
    const BrokerOrder& order = *result.reply.order;
    return {order.id, order.legs.at(0).id, order.legs.at(1).id};
}

std::string statusesOf(const Venue& venue, const Members& members) {
    std::string words;
    for (const BrokerOrderId& id : {members.entry, members.profit, members.stop})
        words += std::string(words.empty() ? "" : " ") + std::string(toWire(venue.statusOf(id)));
    return words;
}

TEST(Brackets, ExitsWaitForTheWholeEntryAndOneEndsTheOther) {
    Venue venue;
    venue.quote(kShare, 65'999, 66'001, 4);
    const VenueResult result = venue.submit(bracket(10, 66'001, 66'500, 65'500));
    ASSERT_EQ(result.reply.httpStatus, 200) << result.reply.error->message;
    EXPECT_EQ(wordsOf(result), "pending_new held held new partial_fill");
    const Members members = membersOf(result);
    EXPECT_EQ(statusesOf(venue, members), "partially_filled held held");
    const VenueResult filled = venue.quote(kShare, 65'999, 66'001, 100);
    EXPECT_EQ(wordsOf(filled), "fill new");
    EXPECT_EQ(statusesOf(venue, members), "filled new held");
    EXPECT_EQ(venue.book.position(kShare)->available->text(), "0")
        << "the take-profit holds the shares, once";
    EXPECT_EQ(venue.submit(Venue::limitOrder(kShare, Side::Sell, 1, 66'400)).reply.httpStatus, 403);
    // A part of the profit is taken: the stop shrinks.
    venue.quote(kShare, 66'500, 66'502, 4, 4);
    EXPECT_EQ(venue.book.orderById(members.stop)->quantity, Quantity::whole(6));
    // The stop is reached: the take-profit goes, the rest is sold at the market.
    const VenueResult stopped = venue.quote(kShare, 65'490, 65'492, 100);
    EXPECT_EQ(wordsOf(stopped), "canceled new fill");
    EXPECT_EQ(statusesOf(venue, members), "filled canceled filled");
    EXPECT_EQ(venue.positionIn(kShare), 0);
}

TEST(Brackets, ProfitEndsTheStopAndCancelingOneCancelsAll) {
    Venue venue;
    venue.quote(kShare, 65'999, 66'001);
    const Members first = membersOf(venue.submit(bracket(10, 66'001, 66'500, 65'500)));
    venue.quote(kShare, 66'510, 66'512);
    EXPECT_EQ(statusesOf(venue, first), "filled filled canceled");
    venue.quote(kShare, 65'999, 66'001);
    const Members waiting = membersOf(venue.submit(bracket(10, 65'000, 66'500, 64'000)));
    EXPECT_EQ(statusesOf(venue, waiting), "new held held");
    venue.cancel(waiting.stop);
    EXPECT_EQ(statusesOf(venue, waiting), "canceled canceled canceled");
    const Members open = membersOf(venue.submit(bracket(10, 66'001, 66'500, 65'500)));
    venue.cancel(open.profit);
    EXPECT_EQ(statusesOf(venue, open), "filled canceled canceled");
    const Members late = membersOf(venue.submit(bracket(10, 65'000, 66'500, 64'000)));
    venue.moveTo("2026-03-02T21:00:01Z");
    EXPECT_EQ(venue.statusOf(late.entry), OrderStatus::Expired);
    EXPECT_EQ(venue.statusOf(late.stop), OrderStatus::Canceled);
}

TEST(Brackets, PricesOfMembersCanBeReplacedOneAtATime) {
    Venue venue;
    venue.quote(kShare, 65'999, 66'001);
    Members members = membersOf(venue.submit(bracket(10, 66'001, 66'500, 65'500)));
    ReplaceRequest stop;
    stop.orderId = members.stop;
    stop.stopPrice = Price::fromCents(65'800);
    const VenueResult moved = venue.replace(stop);
    ASSERT_EQ(moved.reply.httpStatus, 200) << moved.reply.error->message;
    members.stop = moved.reply.order->id;
    EXPECT_EQ(statusesOf(venue, members), "filled new held");
    ReplaceRequest profit;
    profit.orderId = members.profit;
    profit.limitPrice = Price::fromCents(66'700);
    members.profit = venue.replace(profit).reply.order->id;
    EXPECT_EQ(statusesOf(venue, members), "filled new held");
    profit.orderId = members.profit;
    profit.quantity = Quantity::whole(3);
    EXPECT_EQ(venue.replace(profit).reply.httpStatus, 422);
    const BrokerOrder nested = *venue.book.orderById(members.entry);
    ASSERT_EQ(nested.legs.size(), 2U);
    EXPECT_EQ(nested.legs[0].id, members.profit);
    const auto loaded = VenueBook::tryLoad(venue.book.save());
    ASSERT_TRUE(loaded.ok());
    venue.quote(kShare, 65'790, 65'792);
    EXPECT_EQ(statusesOf(venue, members), "filled canceled filled");
}

TEST(Brackets, NeedSoundGeometryAndAnEntry) {
    Venue venue;
    venue.quote(kShare, 65'999, 66'001);
    EXPECT_EQ(venue.submit(bracket(10, 66'001, 66'001, 65'500)).reply.httpStatus, 422);
    EXPECT_EQ(venue.submit(bracket(10, 66'001, 66'500, 66'001)).reply.httpStatus, 422);
    OrderRequest half = bracket(10, 66'001, 66'500, 65'500);
    half.stopLossStop.reset();
    EXPECT_EQ(venue.submit(half).reply.httpStatus, 422) << "a bracket has two exits";
    half.orderClass = OrderClass::Oto;
    EXPECT_EQ(venue.submit(half).reply.httpStatus, 200);
    OrderRequest closing = bracket(5, 65'000, 64'000, 66'500);
    closing.side = Side::Sell;
    const VenueResult refused = venue.submit(closing);
    EXPECT_EQ(refused.reply.error->message, "bracket orders must be entry orders");
    OrderRequest option = bracket(1, 210, 300, 100);
    option.symbol = kCall;
    venue.quote(kCall, 200, 210);
    EXPECT_EQ(venue.submit(option).reply.httpStatus, 422) << "options take simple and mleg only";
}

TEST(Oto, BringsItsOneExitToTheMarket) {
    Venue venue;
    venue.quote(kShare, 65'999, 66'001);
    OrderRequest request = bracket(10, 66'001, 66'500, 65'500);
    request.orderClass = OrderClass::Oto;
    request.takeProfitLimit.reset();
    const VenueResult result = venue.submit(request);
    EXPECT_EQ(wordsOf(result), "pending_new held new fill new");
    const BrokerOrderId stop = result.reply.order->legs.at(0).id;
    EXPECT_EQ(venue.statusOf(stop), OrderStatus::New);
    venue.quote(kShare, 65'490, 65'492);
    EXPECT_EQ(venue.statusOf(stop), OrderStatus::Filled);
}

TEST(Oco, IsAPairOfExitsOfWhatIsHeld) {
    Venue venue;
    OrderRequest request = Venue::limitOrder(kShare, Side::Sell, 10, 0);
    request.limitPrice.reset();
    request.orderClass = OrderClass::Oco;
    request.takeProfitLimit = Price::fromCents(66'500);
    request.stopLossStop = Price::fromCents(65'500);
    request.stopLossLimit = Price::fromCents(65'400);
    venue.quote(kShare, 65'999, 66'001);
    EXPECT_EQ(venue.submit(request).reply.httpStatus, 422) << "nothing is held";
    venue.holdShares(10);
    const VenueResult result = venue.submit(request);
    ASSERT_EQ(result.reply.httpStatus, 200) << result.reply.error->message;
    const BrokerOrder& order = *result.reply.order;
    ASSERT_EQ(order.legs.size(), 1U);
    EXPECT_EQ(order.type, OrderType::Limit);
    EXPECT_EQ(order.legs[0].type, OrderType::StopLimit);
    EXPECT_EQ(venue.statusOf(order.legs[0].id), OrderStatus::Held);
    OrderQuery open;
    EXPECT_EQ(std::get<std::vector<BrokerOrder>>(venue.book.orders(open)).size(), 1U);
    venue.quote(kShare, 65'490, 65'492);
    EXPECT_EQ(venue.statusOf(order.id), OrderStatus::Canceled);
    EXPECT_EQ(venue.statusOf(order.legs[0].id), OrderStatus::Filled);
    EXPECT_EQ(venue.positionIn(kShare), 0);
}

TEST(TrailingStops, FollowTheMarketAndNeverGoBack) {
    Venue venue;
    venue.holdShares(10);
    OrderRequest request = Venue::marketOrder(kShare, Side::Sell, 10);
    request.type = OrderType::TrailingStop;
    EXPECT_EQ(venue.submit(request).reply.httpStatus, 422) << "a distance is required";
    const VenueResult result =
        venue.book.step(venue.now, SubmitOrder{request, {Price::fromCents(100), std::nullopt}});
    ASSERT_EQ(result.reply.httpStatus, 200) << result.reply.error->message;
    const BrokerOrderId id = result.reply.order->id;
    const auto stopOf = [&](const BrokerOrderId& of) { return venue.book.orderById(of)->stopPrice->text(); };
    EXPECT_EQ(stopOf(id), "658.99");
    venue.quote(kShare, 66'499, 66'501);
    EXPECT_EQ(stopOf(id), "663.99");
    venue.quote(kShare, 66'450, 66'452);
    EXPECT_EQ(stopOf(id), "663.99");
    ReplaceRequest nothing;
    nothing.orderId = id;
    const VenueResult wider = venue.book.step(venue.now, ReplaceOrder{nothing, Price::fromCents(200)});
    ASSERT_EQ(wider.reply.httpStatus, 200) << wider.reply.error->message;
    const BrokerOrderId fresh = wider.reply.order->id;
    EXPECT_EQ(stopOf(fresh), "662.99");
    const auto loaded = VenueBook::tryLoad(venue.book.save());
    ASSERT_TRUE(loaded.ok());
    EXPECT_EQ(loaded->facts(fresh)->highWater->text(), "664.99");
    venue.quote(kShare, 66'299, 66'301);
    EXPECT_EQ(venue.statusOf(fresh), OrderStatus::Filled);
    OrderRequest option = request;
    option.symbol = kCall;
    venue.quote(kCall, 200, 210);
    EXPECT_EQ(venue.book.step(venue.now, SubmitOrder{option, {Price::fromCents(10), std::nullopt}})
                  .reply.httpStatus,
              422);
}

TEST(BookParts, JoinToTheSameBook) {
    Venue venue;
    venue.quote(kShare, 65'999, 66'001);
    venue.submit(bracket(10, 66'001, 66'500, 65'500));
    venue.submit(bracket(5, 60'000, 66'500, 59'000));
    VenueParts parts;
    parts.rest = venue.book.saveRest();
    for (std::size_t i = 0; i < venue.book.state().orders.size(); ++i)
        parts.orders.push_back(venue.book.saveOrder(i));
    for (std::size_t i = 0; i < venue.book.state().activities.size(); ++i)
        parts.activities.push_back(venue.book.saveActivity(i));
    const auto joined = VenueBook::tryJoin(parts);
    ASSERT_TRUE(joined.ok());
    EXPECT_EQ(joined->save(), venue.book.save());
    VenueParts torn = parts;
    torn.orders.pop_back();
    EXPECT_FALSE(VenueBook::tryJoin(torn).ok());
    torn = parts;
    torn.activities.pop_back();
    EXPECT_FALSE(VenueBook::tryJoin(torn).ok()) << "the cash does not add up";
    torn = parts;
    torn.rest.pop_back();
    EXPECT_FALSE(VenueBook::tryJoin(torn).ok());
}

} // namespace
} // namespace strikedesk::trade::test
