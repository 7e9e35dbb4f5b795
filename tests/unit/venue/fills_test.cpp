// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/venue/venue_fixture.h"

#include <gtest/gtest.h>

namespace strikedesk::trade::test {
namespace {

TEST(FillModel, NeedsASaneQuote) {
    Venue venue;
    const auto id = venue.submit(Venue::limitOrder(kCall, Side::Buy, 1, 300)).reply.order->id;
    venue.quote(kCall, 0, 210);
    venue.quote(kCall, 210, 210);
    venue.quote(kCall, 220, 210);
    venue.quote(kCall, 210, 0);
    EXPECT_EQ(venue.statusOf(id), OrderStatus::New);
    const auto result = venue.quote(kCall, 200, 210);
    EXPECT_EQ(wordsOf(result), "fill");
    EXPECT_EQ(result.updates[0].price, Price::fromCents(210)) << "better than the limit";
}

TEST(FillModel, RestingOrdersFillAtTheirLimit) {
    Venue venue;
    venue.quote(kCall, 200, 210);
    venue.submit(Venue::limitOrder(kCall, Side::Buy, 1, 205));
    EXPECT_EQ(wordsOf(venue.quote(kCall, 200, 206)), "");
    EXPECT_EQ(venue.quote(kCall, 190, 200).updates.at(0).price, Price::fromCents(205));
}

TEST(FillModel, ATradeBeyondTheLimitFillsAndOneAtTheLimitDoesNot) {
    Venue venue;
    venue.quote(kCall, 200, 210);
    const auto id = venue.submit(Venue::limitOrder(kCall, Side::Buy, 5, 205)).reply.order->id;
    EXPECT_EQ(wordsOf(venue.print(kCall, 205, 100)), "");
    const auto result = venue.print(kCall, 204, 3);
    EXPECT_EQ(wordsOf(result), "partial_fill");
    EXPECT_EQ(result.updates[0].price, Price::fromCents(205));
    EXPECT_EQ(venue.book.orderById(id)->filledQuantity, Quantity::whole(3));
}

TEST(FillModel, NeverTakesMoreThanAQuoteShows) {
    Venue venue;
    venue.quote(kCall, 200, 210, 10, 4);
    const auto first = venue.submit(Venue::limitOrder(kCall, Side::Buy, 3, 210)).reply.order->id;
    const auto second = venue.submit(Venue::limitOrder(kCall, Side::Buy, 3, 210)).reply.order->id;
    EXPECT_EQ(venue.statusOf(first), OrderStatus::Filled);
    EXPECT_EQ(venue.book.orderById(second)->filledQuantity, Quantity::whole(1));
    EXPECT_EQ(venue.statusOf(second), OrderStatus::PartiallyFilled);
    venue.quote(kCall, 200, 210, 10, 4);
    EXPECT_EQ(venue.statusOf(second), OrderStatus::Filled);
}

TEST(FillModel, PartialsCountUpUnderOneOrder) {
    Venue venue;
    venue.quote(kCall, 200, 210, 10, 4);
    const auto id = venue.submit(Venue::limitOrder(kCall, Side::Buy, 9, 220)).reply.order->id;
    venue.quote(kCall, 200, 220, 10, 2);
    venue.quote(kCall, 200, 215, 10, 9);
    const auto order = *venue.book.orderById(id);
    EXPECT_EQ(order.status, OrderStatus::Filled);
    EXPECT_EQ(order.filledAveragePrice, Price::fromUnits(21'389)) << "(4 × 2.10 + 2 × 2.20 + 3 × 2.15) / 9";
    std::string cumulative;
    for (const BrokerActivity& fill : venue.book.state().activities)
        cumulative += fill.cumulativeQuantity->text() + "/" + fill.leavesQuantity->text() + " ";
    EXPECT_EQ(cumulative, "4/5 6/3 9/0 ");
    EXPECT_EQ(venue.book.account().cash, Money::dollars(100'000) - Money::fromCents(192'500));
}

TEST(FillModel, CrossesAsFarAsIsSet) {
    VenueConfig config;
    config.crossingPermille = 750;
    Venue venue(config);
    venue.quote(kCall, 200, 220);
    EXPECT_EQ(venue.submit(Venue::limitOrder(kCall, Side::Buy, 1, 220)).updates.back().price,
              Price::fromCents(218));
    EXPECT_EQ(venue.submit(Venue::limitOrder(kCall, Side::Sell, 1, 200)).updates.back().price,
              Price::fromCents(202));
    EXPECT_EQ(wordsOf(venue.submit(Venue::limitOrder(kCall, Side::Buy, 1, 219))), "pending_new new")
        << "marketable is measured at the far side";
}

TEST(FillModel, KeepsTheSlippageCap) {
    VenueConfig config;
    config.slippageCapPermille = 20;
    Venue venue(config);
    venue.quote(kCall, 150, 250);
    EXPECT_EQ(venue.submit(Venue::limitOrder(kCall, Side::Buy, 1, 250)).updates.back().price,
              Price::fromCents(204));
}

TEST(FillModel, ChancePartialsFollowTheSeed) {
    const auto eventsOf = [](std::uint64_t seed, int& partials) {
        VenueConfig config = VenueConfig::brokerPaper();
        config.seed = seed;
        Venue venue(config);
        venue.quote(kCall, 20, 21, 5);
        std::string words;
        for (int i = 0; i < 200; ++i) {
            const auto result = venue.submit(Venue::limitOrder(kCall, Side::Buy, 10, 21));
            words += wordsOf(result) + "\n";
            partials += result.updates.back().kind == OrderEventKind::PartialFill;
            words += wordsOf(venue.wait(Duration::seconds(1)));
        }
        EXPECT_TRUE(venue.book.state().working.empty());
        EXPECT_EQ(venue.positionIn(kCall), 2'000);
        return words;
    };
    int partials = 0;
    const std::string first = eventsOf(7, partials);
    EXPECT_GE(partials, 8);
    EXPECT_LE(partials, 40);
    int again = 0;
    EXPECT_EQ(eventsOf(7, again), first);
    int other = 0;
    EXPECT_NE(eventsOf(8, other), first);
}

TEST(FillModel, ChargesCommissionAndBooksRegulatoryFeesAfterTheClose) {
    VenueConfig config;
    config.commissionPerContract = Money::fromCents(70);
    config.regulatoryFeePerContract = Money::fromUnits(300);
    Venue venue(config);
    venue.quote(kCall, 540, 552);
    venue.submit(Venue::limitOrder(kCall, Side::Buy, 9, 560));
    EXPECT_EQ(venue.book.account().cash, Money::dollars(100'000) - Money::fromCents(497'430)) << "4,974.30";
    venue.quote(kCall, 828, 840);
    venue.submit(Venue::limitOrder(kCall, Side::Sell, 9, 828));
    EXPECT_EQ(venue.book.account().cash, Money::dollars(100'000) + Money::fromCents(247'140)) << "+2,471.40";
    const auto closed = venue.moveTo("2026-03-02T21:00:00Z");
    ASSERT_EQ(closed.activities.size(), 1U);
    EXPECT_EQ(closed.activities[0].type, "FEE");
    EXPECT_EQ(closed.activities[0].netAmount, -Money::fromUnits(2'700));
}

TEST(Stops, TriggerOnTheBidForSellsAndTheAskForBuys) {
    Venue venue;
    venue.holdCalls(2);
    const auto stop = venue.submit(Venue::stopOrder(kCall, Side::Sell, 2, 180)).reply.order->id;
    venue.print(kCall, 170, 1);
    EXPECT_EQ(venue.statusOf(stop), OrderStatus::New) << "a print is no trigger here";
    venue.quote(kCall, 181, 190);
    EXPECT_EQ(venue.statusOf(stop), OrderStatus::New);
    const auto result = venue.quote(kCall, 175, 190);
    EXPECT_EQ(wordsOf(result), "fill");
    EXPECT_EQ(result.updates[0].price, Price::fromCents(175));
}

TEST(Stops, CanTriggerOnTheLastTrade) {
    VenueConfig config;
    config.stopTrigger = StopTrigger::LastTrade;
    Venue venue(config);
    venue.holdCalls(2);
    const auto stop = venue.submit(Venue::stopOrder(kCall, Side::Sell, 2, 180)).reply.order->id;
    venue.quote(kCall, 170, 190);
    EXPECT_EQ(venue.statusOf(stop), OrderStatus::New);
    EXPECT_EQ(wordsOf(venue.print(kCall, 180, 1)), "fill");
}

TEST(Stops, WithALimitWaitForTheirPrice) {
    Venue venue;
    venue.holdCalls(2);
    OrderRequest request = Venue::stopOrder(kCall, Side::Sell, 2, 180);
    request.type = OrderType::StopLimit;
    request.limitPrice = Price::fromCents(175);
    const auto stop = venue.submit(request).reply.order->id;
    EXPECT_EQ(wordsOf(venue.quote(kCall, 170, 190)), "");
    EXPECT_EQ(venue.statusOf(stop), OrderStatus::New);
    const auto result = venue.quote(kCall, 185, 195);
    EXPECT_EQ(wordsOf(result), "fill");
    EXPECT_EQ(result.updates[0].price, Price::fromCents(175));
}

TEST(FillModel, IgnoresWhatIsNotListed) {
    Venue venue;
    venue.quote(Symbol::of("OTHER"), 100, 101);
    EXPECT_EQ(venue.book.market(Symbol::of("OTHER")), nullptr);
    venue.print(kCall, -5, 10);
    venue.print(kCall, 5, -10);
    EXPECT_FALSE(venue.book.market(kCall)->lastTrade.has_value());
}

} // namespace
} // namespace strikedesk::trade::test
