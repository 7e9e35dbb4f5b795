// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/venue/venue_fixture.h"

#include <gtest/gtest.h>

namespace strikedesk::trade::test {
namespace {

std::string typesOf(const VenueResult& result) {
    std::string types;
    for (const BrokerActivity& activity : result.activities)
        types += (types.empty() ? "" : " ") + activity.type;
    return types;
}

TEST(Expiry, WorthlessContractsLeaveWithoutMoney) {
    Venue venue;
    venue.holdCalls(3);
    const Money before = *venue.book.account().cash;
    venue.moveTo("2026-03-03T20:59:00Z");
    venue.quote(kShare, 65'999, 66'000);
    venue.print(kShare, 66'000, 10);
    const auto result = venue.moveTo("2026-03-03T21:00:00Z");
    EXPECT_EQ(typesOf(result), "OPEXP");
    EXPECT_EQ(result.activities[0].quantity, Quantity::whole(-3));
    EXPECT_EQ(venue.positionIn(kCall), 0);
    EXPECT_EQ(venue.book.account().cash, before);
}

TEST(Expiry, InTheMoneyLongCallsBecomeShares) {
    Venue venue;
    venue.holdCalls(1);
    const Money before = *venue.book.account().cash;
    venue.print(kShare, 66'001, 10);
    const auto result = venue.moveTo("2026-03-03T21:00:00Z");
    EXPECT_EQ(typesOf(result), "OPEXC OPTRD");
    EXPECT_EQ(venue.positionIn(kCall), 0);
    EXPECT_EQ(venue.positionIn(kShare), 100);
    EXPECT_EQ(venue.book.account().cash, before - Money::dollars(66'000));
    EXPECT_EQ(venue.book.position(kShare)->averageEntryPrice, Price::fromCents(66'000));
}

TEST(Expiry, CoveredCallsAreAssigned) {
    Venue venue;
    venue.holdShares(100);
    venue.quote(kCall, 200, 210);
    venue.submit(Venue::limitOrder(kCall, Side::Sell, 1, 200));
    const Money before = *venue.book.account().cash;
    venue.print(kShare, 66'500, 10);
    const auto result = venue.moveTo("2026-03-03T21:00:00Z");
    EXPECT_EQ(typesOf(result), "OPASN OPTRD");
    EXPECT_EQ(venue.positionIn(kShare), 0);
    EXPECT_EQ(venue.book.account().cash, before + Money::dollars(66'000));
}

TEST(Expiry, DoNotExerciseIsKept) {
    Venue venue;
    venue.holdCalls(1);
    EXPECT_EQ(venue.book.step(venue.now, DoNotExercise{kCall}).reply.httpStatus, 200);
    venue.print(kShare, 67'000, 10);
    EXPECT_EQ(typesOf(venue.moveTo("2026-03-03T21:00:00Z")), "OPEXP");
}

TEST(Expiry, ContractsOnWhatCannotBeHeldSettleInCash) {
    Venue venue;
    const Symbol index = Symbol::of("XSP260303C00600000");
    auto contract = contractOf(index);
    contract.underlying = Symbol::of("XSP");
    venue.book.step(venue.now, RegisterContract{contract});
    venue.quote(index, 500, 510);
    venue.submit(Venue::limitOrder(index, Side::Buy, 2, 510));
    const Money before = *venue.book.account().cash;
    venue.print(Symbol::of("XSP"), 60'750, 1);
    EXPECT_EQ(typesOf(venue.moveTo("2026-03-03T21:00:00Z")), "OPCSH");
    EXPECT_EQ(venue.book.account().cash, before + Money::dollars(1'500));
}

TEST(Expiry, OrdersOnTheContractEndFirst) {
    Venue venue;
    venue.holdCalls(2);
    OrderRequest exit = Venue::limitOrder(kCall, Side::Sell, 2, 500);
    exit.timeInForce = TimeInForce::Gtc;
    venue.submit(exit);
    venue.print(kShare, 66'100, 10);
    const auto result = venue.moveTo("2026-03-05T15:00:00Z");
    EXPECT_EQ(wordsOf(result), "expired");
    EXPECT_EQ(typesOf(result), "OPEXC OPTRD");
    EXPECT_EQ(result.activities[0].at, at("2026-03-03T21:00:00Z"));
}

TEST(Expiry, OnAClosedDayIsTheSessionBefore) {
    Venue venue;
    venue.book.step(venue.now, SetSessions{{sessionDay("2026-03-02", "14:30:00", "21:00:00"),
                                            sessionDay("2026-03-04", "14:30:00", "18:00:00")}});
    venue.holdCalls(1);
    EXPECT_EQ(typesOf(venue.moveTo("2026-03-02T21:00:00Z")), "OPEXP");
}

TEST(Expiry, IsCaughtUpWhenTheCalendarHasMovedOn) {
    Venue venue;
    venue.holdCalls(1);
    venue.book.step(venue.now, SetSessions{});
    venue.now = at("2026-03-05T14:00:00Z");
    venue.book.step(venue.now, SetSessions{{sessionDay("2026-03-05", "14:30:00", "21:00:00")}});
    EXPECT_EQ(venue.positionIn(kCall), 0);
}

TEST(Expiry, TheNewestPriceOfTheUnderlyingDecides) {
    Venue venue;
    venue.holdCalls(1);
    venue.print(kShare, 66'500, 10);
    venue.moveTo("2026-03-03T20:59:00Z");
    venue.quote(kShare, 65'900, 65'902);
    EXPECT_EQ(typesOf(venue.moveTo("2026-03-03T21:00:00Z")), "OPEXP") << "the quote is newer than the trade";
}

TEST(Exercise, TakesWhatNoOrderHolds) {
    Venue venue;
    const auto exercise = [&venue](const Symbol& symbol) {
        return venue.book.step(venue.now, ExercisePosition{symbol});
    };
    EXPECT_EQ(exercise(kShare).reply.error->message, "invalid symbol");
    EXPECT_EQ(exercise(kCall).reply.error->message, "no available position for the specified contract");
    venue.holdCalls(2);
    venue.submit(Venue::limitOrder(kCall, Side::Sell, 1, 500));
    const auto result = exercise(kCall);
    EXPECT_EQ(result.reply.httpStatus, 200);
    EXPECT_EQ(typesOf(result), "OPEXC OPTRD");
    EXPECT_EQ(venue.positionIn(kCall), 1);
    EXPECT_EQ(venue.positionIn(kShare), 100);
    EXPECT_EQ(exercise(kCall).reply.error->code, 40'310'000);
}

TEST(Exercise, OfAShortPositionIsRefused) {
    Venue venue;
    venue.quote(kPut, 100, 110);
    venue.submit(Venue::limitOrder(kPut, Side::Sell, 1, 100));
    ASSERT_EQ(venue.positionIn(kPut), -1);
    const auto reply = venue.book.step(venue.now, ExercisePosition{kPut}).reply;
    EXPECT_EQ(reply.httpStatus, 403);
    EXPECT_EQ(reply.error->code, 40'310'001);
    EXPECT_EQ(reply.error->message, "cannot exercise short position");
}

} // namespace
} // namespace strikedesk::trade::test
