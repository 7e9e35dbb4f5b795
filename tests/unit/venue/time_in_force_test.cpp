// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/venue/venue_fixture.h"

#include <gtest/gtest.h>

namespace strikedesk::trade::test {
namespace {

OrderRequest timed(OrderRequest request, TimeInForce time) {
    request.timeInForce = time;
    return request;
}

OrderRequest buyFor(const char* amount) {
    OrderRequest request = Venue::marketOrder(kShare, Side::Buy, 1);
    request.quantity.reset();
    request.notional = *Money::tryFromText(amount);
    return request;
}

TEST(ImmediateOrders, TakeWhatIsThereAndLeaveTheRest) {
    VenueConfig config;
    config.limitBySize = true;
    Venue venue(config);
    venue.quote(kShare, 65'999, 66'001, 100, 30);
    const VenueResult part =
        venue.submit(timed(Venue::limitOrder(kShare, Side::Buy, 50, 66'001), TimeInForce::Ioc));
    EXPECT_EQ(wordsOf(part), "pending_new new partial_fill canceled");
    EXPECT_EQ(venue.positionIn(kShare), 30);
    const VenueResult none =
        venue.submit(timed(Venue::limitOrder(kShare, Side::Buy, 1, 65'000), TimeInForce::Ioc));
    EXPECT_EQ(wordsOf(none), "pending_new new canceled") << "not marketable";
    venue.quote(kShare, 65'999, 66'001, 100, 30);
    EXPECT_EQ(wordsOf(venue.submit(timed(Venue::marketOrder(kShare, Side::Sell, 30), TimeInForce::Ioc))),
              "pending_new new fill");
    EXPECT_TRUE(venue.book.state().working.empty());
}

TEST(ImmediateOrders, GetTheirFirstPartWhenChanceGivesOne) {
    VenueConfig config;
    config.partialPermille = 1'000;
    Venue venue(config);
    venue.quote(kShare, 65'999, 66'001);
    EXPECT_EQ(
        wordsOf(venue.submit(timed(Venue::limitOrder(kShare, Side::Buy, 50, 66'001), TimeInForce::Ioc))),
        "pending_new new partial_fill canceled");
    EXPECT_EQ(
        wordsOf(venue.submit(timed(Venue::limitOrder(kShare, Side::Buy, 50, 66'001), TimeInForce::Fok))),
        "pending_new new fill");
}

TEST(ImmediateOrders, OfAllOrNoneGetNoPart) {
    Venue venue;
    venue.quote(kShare, 65'999, 66'001, 100, 30);
    const VenueResult large =
        venue.submit(timed(Venue::limitOrder(kShare, Side::Buy, 31, 66'001), TimeInForce::Fok));
    EXPECT_EQ(wordsOf(large), "pending_new new canceled");
    EXPECT_EQ(venue.positionIn(kShare), 0);
    EXPECT_EQ(
        wordsOf(venue.submit(timed(Venue::limitOrder(kShare, Side::Buy, 30, 66'001), TimeInForce::Fok))),
        "pending_new new fill");
}

TEST(ImmediateOrders, WaitForTheirWayToTheMarketAndEndInAHalt) {
    VenueConfig config;
    config.fillDelay = Duration::milliseconds(100);
    Venue venue(config);
    venue.quote(kShare, 65'999, 66'001);
    EXPECT_EQ(wordsOf(venue.submit(timed(Venue::limitOrder(kShare, Side::Buy, 5, 66'001), TimeInForce::Ioc))),
              "pending_new new");
    EXPECT_EQ(wordsOf(venue.wait(Duration::milliseconds(100))), "fill");
    venue.book.step(venue.now, SetHalt{kShare, true});
    venue.submit(timed(Venue::limitOrder(kShare, Side::Buy, 5, 66'001), TimeInForce::Ioc));
    EXPECT_EQ(wordsOf(venue.wait(Duration::milliseconds(100))), "canceled");
}

TEST(AuctionOrders, OfTheOpenTradeAtTheFirstPriceOrNotAtAll) {
    Venue venue;
    venue.moveTo("2026-03-03T14:00:00Z");
    venue.quote(kShare, 65'900, 66'100);
    const auto market = venue.submit(timed(Venue::marketOrder(kShare, Side::Buy, 10), TimeInForce::Opg));
    ASSERT_EQ(market.reply.httpStatus, 200);
    EXPECT_EQ(wordsOf(market), "accepted");
    const auto low = venue.submit(timed(Venue::limitOrder(kShare, Side::Buy, 10, 65'950), TimeInForce::Opg));
    const auto high = venue.submit(timed(Venue::limitOrder(kShare, Side::Buy, 10, 66'050), TimeInForce::Opg));
    EXPECT_EQ(wordsOf(venue.moveTo("2026-03-03T14:30:00Z")), "new new new");
    EXPECT_EQ(wordsOf(venue.quote(kShare, 65'990, 66'010)), "") << "a quote is no auction";
    const VenueResult opening = venue.print(kShare, 66'000, 1);
    EXPECT_EQ(wordsOf(opening), "fill canceled fill");
    EXPECT_EQ(opening.updates[0].price, Price::fromCents(66'000));
    EXPECT_EQ(venue.statusOf(low.reply.order->id), OrderStatus::Canceled);
    EXPECT_EQ(venue.statusOf(high.reply.order->id), OrderStatus::Filled);
    EXPECT_EQ(venue.positionIn(kShare), 20);
}

TEST(AuctionOrders, OfTheCloseTradeAtTheLastPrice) {
    Venue venue;
    venue.quote(kShare, 65'990, 66'010);
    const auto market = venue.submit(timed(Venue::marketOrder(kShare, Side::Buy, 10), TimeInForce::Cls));
    EXPECT_EQ(wordsOf(market), "pending_new new");
    venue.submit(timed(Venue::limitOrder(kShare, Side::Buy, 10, 65'000), TimeInForce::Cls));
    venue.quote(kShare, 65'990, 66'010);
    venue.print(kShare, 64'000, 1'000);
    EXPECT_EQ(venue.positionIn(kShare), 0) << "nothing before the close";
    venue.now = at("2026-03-02T20:59:59Z");
    venue.print(kShare, 66'123, 100);
    const VenueResult closing = venue.moveTo("2026-03-02T21:00:00Z");
    EXPECT_EQ(wordsOf(closing), "fill canceled");
    EXPECT_EQ(closing.updates[0].price, Price::fromCents(66'123));
    EXPECT_EQ(venue.positionIn(kShare), 10);
    const auto loaded = VenueBook::tryLoad(venue.book.save());
    EXPECT_TRUE(loaded.ok());
}

TEST(AuctionOrders, WithoutAPriceAreCanceled) {
    Venue venue;
    venue.quote(kShare, 65'990, 66'010);
    venue.submit(timed(Venue::marketOrder(kShare, Side::Buy, 10), TimeInForce::Cls));
    EXPECT_EQ(wordsOf(venue.moveTo("2026-03-02T21:00:00Z")), "canceled") << "no trade that day";
}

TEST(AuctionOrders, AreRefusedInTheTimesBefore) {
    const auto answerAt = [](const char* when, TimeInForce time) {
        Venue venue;
        venue.quote(kShare, 65'990, 66'010);
        venue.moveTo(when);
        const VenueReply reply =
            venue.submit(timed(Venue::limitOrder(kShare, Side::Buy, 1, 66'000), time)).reply;
        return reply.error ? std::to_string(reply.error->code) + " " + reply.error->message : "taken";
    };
    const std::string opening = "42210000 opg orders are rejected between 9:28am and 7:00pm ET";
    const std::string closing = "42210000 cls orders are rejected between 3:50pm and 7:00pm ET";
    EXPECT_EQ(answerAt("2026-03-03T14:27:59Z", TimeInForce::Opg), "taken");
    EXPECT_EQ(answerAt("2026-03-03T14:28:00Z", TimeInForce::Opg), opening);
    EXPECT_EQ(answerAt("2026-03-03T23:59:59Z", TimeInForce::Opg), opening);
    EXPECT_EQ(answerAt("2026-03-04T00:00:00Z", TimeInForce::Opg), "taken");
    EXPECT_EQ(answerAt("2026-03-03T20:49:59Z", TimeInForce::Cls), "taken");
    EXPECT_EQ(answerAt("2026-03-03T20:50:00Z", TimeInForce::Cls), closing);
    EXPECT_EQ(answerAt("2026-03-04T00:00:00Z", TimeInForce::Cls), "taken");
    EXPECT_EQ(answerAt("2026-03-04T17:50:00Z", TimeInForce::Cls), closing) << "a half day closes at 13:00";
}

TEST(AuctionOrders, AndOthersAreRefusedWithExitsStopsAndExtendedHours) {
    Venue venue;
    venue.quote(kShare, 65'990, 66'010);
    const auto messageOf = [&](const OrderRequest& request) {
        const VenueReply reply = venue.submit(request).reply;
        return reply.error ? reply.error->message : std::string();
    };
    EXPECT_EQ(messageOf(timed(Venue::stopOrder(kShare, Side::Buy, 1, 67'000), TimeInForce::Cls)),
              "time_in_force cls is only accepted for market and limit orders");
    OrderRequest request = timed(Venue::limitOrder(kShare, Side::Buy, 1, 66'000), TimeInForce::Ioc);
    request.extendedHours = true;
    EXPECT_EQ(messageOf(request), "extended hours orders must be day or gtc orders");
    request.extendedHours = false;
    request.orderClass = OrderClass::Bracket;
    request.takeProfitLimit = Price::fromCents(70'000);
    request.stopLossStop = Price::fromCents(60'000);
    EXPECT_EQ(messageOf(request), "bracket orders must be day or gtc orders");
}

TEST(OrdersByAmount, BuyTheSharesTheAmountIsWorthAtTheFill) {
    Venue venue;
    venue.quote(kShare, 65'900, 66'000);
    const VenueResult bought = venue.submit(buyFor("1000"));
    ASSERT_EQ(wordsOf(bought), "pending_new new fill");
    EXPECT_EQ(venue.book.position(kShare)->quantity.text(), "1.515151515");
    EXPECT_EQ(venue.book.account().cash->text(), (Money::dollars(99'000)).text())
        << "to a hundredth of a cent";
    OrderRequest sale = buyFor("500");
    sale.side = Side::Sell;
    ASSERT_EQ(wordsOf(venue.submit(sale)), "pending_new new fill");
    EXPECT_EQ(venue.book.position(kShare)->quantity.text(), "0.756426174");
    EXPECT_EQ(venue.submit(sale).reply.httpStatus, 403) << "more than is held";
}

TEST(OrdersByAmount, FollowThePriceUntilTheyFill) {
    Venue venue;
    venue.quote(kShare, 65'900, 66'000);
    venue.moveTo("2026-03-03T00:30:00Z");
    const VenueResult queued = venue.submit(buyFor("3300"));
    EXPECT_EQ(wordsOf(queued), "accepted");
    venue.moveTo("2026-03-03T14:30:00Z");
    venue.quote(kShare, 32'900, 33'000);
    EXPECT_EQ(venue.positionIn(kShare), 10);
}

TEST(OrdersByAmount, AreForMarketDayOrdersOfShares) {
    Venue venue;
    const auto messageOf = [&](const OrderRequest& request) {
        const VenueReply reply = venue.submit(request).reply;
        return reply.error ? std::to_string(reply.error->code) + " " + reply.error->message : std::string();
    };
    EXPECT_EQ(messageOf(buyFor("100")), "42210000 no available quote for SPY");
    venue.quote(kShare, 65'900, 66'000);
    EXPECT_EQ(messageOf(buyFor("0.0000001")), "40010001 notional must be > 0");
    EXPECT_EQ(messageOf(timed(buyFor("100"), TimeInForce::Gtc)),
              "42210000 notional orders must be day orders");
    OrderRequest limit = buyFor("100");
    limit.type = OrderType::Limit;
    limit.limitPrice = Price::fromCents(66'000);
    EXPECT_EQ(messageOf(limit), "42210000 notional orders must be market orders");
    EXPECT_EQ(venue.submit(buyFor("200000")).reply.httpStatus, 403) << "not enough buying power";
    VenueAsset whole;
    whole.id = "asset-whole";
    whole.symbol = Symbol::of("WHOLE");
    whole.isFractionable = false;
    venue.book.step(venue.now, RegisterAsset{whole});
    venue.quote(whole.symbol, 1'000, 1'001);
    OrderRequest part = buyFor("100");
    part.symbol = whole.symbol;
    EXPECT_EQ(messageOf(part), "40010001 qty must be an integer");
}

TEST(IndexOptions, TradeAndExpireAQuarterPastFour) {
    Venue venue;
    const Symbol call = Symbol::of("SPXW260303C06600000");
    options::Contract contract = contractOf(call);
    contract.underlying = Symbol::of("SPX");
    contract.style = options::ExerciseStyle::European;
    venue.book.step(venue.now, RegisterIndex{Symbol::of("SPX"), true});
    venue.book.step(venue.now, RegisterContract{contract});
    venue.moveTo("2026-03-02T21:10:00Z");
    venue.quote(call, 1'000, 1'010);
    EXPECT_EQ(wordsOf(venue.submit(Venue::marketOrder(call, Side::Buy, 2))), "pending_new new fill");
    venue.moveTo("2026-03-03T21:00:00Z");
    venue.print(Symbol::of("SPX"), 661'200, 1);
    EXPECT_EQ(venue.positionIn(call), 2) << "16:00 is not the end";
    const VenueResult end = venue.moveTo("2026-03-03T21:15:00Z");
    ASSERT_EQ(end.activities.size(), 1U);
    EXPECT_EQ(end.activities[0].type, "OPCSH");
    EXPECT_EQ(end.activities[0].netAmount, Money::dollars(2'400));
    // A half day ends at 13:15.
    contract = contractOf(Symbol::of("SPXW260304C06600000"));
    contract.underlying = Symbol::of("SPX");
    venue.book.step(venue.now, RegisterContract{contract});
    venue.moveTo("2026-03-04T18:14:00Z");
    venue.quote(contract.symbol, 1'000, 1'010);
    EXPECT_EQ(venue.submit(Venue::marketOrder(contract.symbol, Side::Buy, 1)).reply.httpStatus, 200);
    venue.moveTo("2026-03-04T18:15:00Z");
    EXPECT_EQ(venue.submit(Venue::marketOrder(contract.symbol, Side::Buy, 1)).reply.httpStatus, 422);
    // An index whose options keep the usual hours.
    venue.book.step(venue.now, RegisterIndex{Symbol::of("SPX"), false});
    EXPECT_FALSE(venue.book.state().lateIndexes.contains(Symbol::of("SPX")));
}

} // namespace
} // namespace strikedesk::trade::test
