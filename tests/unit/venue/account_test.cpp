// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/venue/venue_fixture.h"

#include <gtest/gtest.h>

namespace strikedesk::trade::test {
namespace {

TEST(Account, ShowsCashEquityAndReservedBuyingPower) {
    Venue venue;
    venue.quote(kCall, 200, 210);
    venue.submit(Venue::limitOrder(kCall, Side::Buy, 10, 210));
    venue.quote(kCall, 220, 230);
    venue.submit(Venue::limitOrder(kHighCall, Side::Buy, 5, 100));
    const auto account = venue.book.account();
    EXPECT_EQ(account.cash, Money::dollars(97'900));
    EXPECT_EQ(account.equity, Money::dollars(100'150));
    EXPECT_EQ(account.lastEquity, Money::dollars(100'000));
    EXPECT_EQ(account.optionsBuyingPower, Money::dollars(97'400));
    EXPECT_EQ(account.optionsTradingLevel, 3);
    EXPECT_EQ(account.status, "ACTIVE");
    venue.moveTo("2026-03-02T21:00:00Z");
    EXPECT_EQ(venue.book.account().lastEquity, Money::dollars(100'150));
}

TEST(Account, PositionsCarryTheMultiplierInValueAndNotInPrice) {
    Venue venue;
    venue.quote(kCall, 550, 552);
    venue.submit(Venue::limitOrder(kCall, Side::Buy, 9, 552));
    venue.quote(kCall, 720, 730);
    const auto position = *venue.book.position(kCall);
    EXPECT_EQ(position.averageEntryPrice, Price::fromCents(552));
    EXPECT_EQ(position.costBasis, Money::dollars(4'968));
    EXPECT_EQ(position.currentPrice, Price::fromCents(725));
    EXPECT_EQ(position.marketValue, Money::dollars(6'525));
    EXPECT_EQ(position.unrealised, Money::dollars(1'557));
}

TEST(Account, CoveredCallIsAShortPositionAgainstShares) {
    Venue venue;
    venue.holdShares(100);
    venue.quote(kCall, 200, 210);
    EXPECT_TRUE(venue.submit(Venue::limitOrder(kCall, Side::Sell, 1, 200)).reply.ok());
    const auto position = *venue.book.position(kCall);
    EXPECT_EQ(position.quantity, Quantity::whole(-1));
    EXPECT_EQ(position.costBasis, Money::dollars(-200));
    EXPECT_EQ(position.averageEntryPrice, Price::fromCents(200));
    EXPECT_TRUE(venue.submit(Venue::limitOrder(kCall, Side::Buy, 1, 210)).reply.ok()) << "buying it back";
    EXPECT_FALSE(venue.book.position(kCall).has_value());
}

TEST(Closing, SellsAllAPartOrAShare) {
    Venue venue;
    venue.holdCalls(9);
    const auto close = [&venue](std::optional<Quantity> count, std::optional<Quantity> percentage) {
        return venue.book.step(venue.now, ClosePosition{kCall, count, percentage}).reply;
    };
    EXPECT_EQ(close(Quantity::whole(2), {}).order->quantity, Quantity::whole(2));
    EXPECT_EQ(close({}, Quantity::whole(50)).order->quantity, Quantity::whole(3))
        << "half of seven, whole contracts";
    EXPECT_EQ(close({}, Quantity::whole(10)).error->code, 40'010'001);
    EXPECT_EQ(close(Quantity::whole(1), Quantity::whole(10)).error->code, 40'010'001);
    EXPECT_EQ(close({}, Quantity::whole(101)).error->code, 40'010'001);
    EXPECT_EQ(close(Quantity::whole(5), {}).error->code, 40'310'000);
    EXPECT_EQ(close({}, {}).order->quantity, Quantity::whole(4));
    const auto flat = close({}, {});
    EXPECT_EQ(flat.httpStatus, 404);
    EXPECT_EQ(flat.error->code, 40'410'000);
}

TEST(Closing, IsRefusedWhileAnOrderHoldsTheContracts) {
    Venue venue;
    venue.holdCalls(2);
    venue.submit(Venue::limitOrder(kCall, Side::Sell, 2, 300));
    const auto reply = venue.book.step(venue.now, ClosePosition{kCall, {}, {}}).reply;
    EXPECT_EQ(reply.error->extra.at("held_for_orders"), "2");
    const auto all = venue.book.step(venue.now, CloseAllPositions{true});
    EXPECT_EQ(all.reply.httpStatus, 207);
    ASSERT_EQ(all.reply.entries.size(), 1U);
    EXPECT_EQ(all.reply.entries[0].httpStatus, 200);
    EXPECT_EQ(wordsOf(all), "canceled pending_new new fill");
    EXPECT_EQ(venue.positionIn(kCall), 0);
}

TEST(Closing, EverythingReportsWhatCannotBeClosed) {
    Venue venue;
    venue.holdCalls(2);
    venue.submit(Venue::limitOrder(kCall, Side::Sell, 1, 300));
    const auto all = venue.book.step(venue.now, CloseAllPositions{false});
    ASSERT_EQ(all.reply.entries.size(), 1U);
    EXPECT_EQ(all.reply.entries[0].symbol, kCall);
    EXPECT_EQ(all.reply.entries[0].httpStatus, 403);
    EXPECT_EQ(all.reply.entries[0].error->extra.at("available"), "1");
}

TEST(Account, TakesBookingsFromOutside) {
    Venue venue;
    venue.book.step(venue.now, BookActivity{"CSD", Money::dollars(500), {}, "Deposit"});
    EXPECT_EQ(venue.book.account().cash, Money::dollars(100'500));
    EXPECT_EQ(venue.book.state().activities.back().type, "CSD");
}

TEST(Account, ClockFollowsTheCalendar) {
    Venue venue;
    EXPECT_TRUE(venue.book.clock().isOpen);
    EXPECT_EQ(venue.book.clock().nextClose, at("2026-03-02T21:00:00Z"));
    EXPECT_EQ(venue.book.clock().nextOpen, at("2026-03-03T14:30:00Z"));
    venue.moveTo("2026-03-02T21:00:00Z");
    EXPECT_FALSE(venue.book.clock().isOpen);
    EXPECT_EQ(venue.book.clock().nextClose, at("2026-03-03T21:00:00Z"));
}

TEST(Account, TimeNeverGoesBack) {
    Venue venue;
    venue.now = at("2026-03-02T14:45:00Z");
    venue.book.step(venue.now, TimeAdvanced{});
    EXPECT_EQ(venue.book.clock().now, at("2026-03-02T15:00:00Z"));
}

} // namespace
} // namespace strikedesk::trade::test
