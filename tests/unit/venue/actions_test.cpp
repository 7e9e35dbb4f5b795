// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/venue/venue_fixture.h"

#include <gtest/gtest.h>

namespace strikedesk::trade::test {
namespace {

/// The activities of a result by type, "TYPE quantity amount".
std::string bookedBy(const VenueResult& result) {
    std::string words;
    for (const BrokerActivity& activity : result.activities)
        words += (words.empty() ? "" : ", ") + activity.type + " " +
                 activity.quantity.value_or(Quantity()).text() + " " +
                 activity.netAmount.value_or(Money()).text();
    return words;
}

TEST(Halts, StopFillsAndLetCancelsThrough) {
    Venue venue;
    venue.quote(kShare, 65'999, 66'001);
    venue.book.step(venue.now, SetHalt{kShare, true});
    const VenueResult bought = venue.submit(Venue::limitOrder(kShare, Side::Buy, 10, 66'100));
    ASSERT_EQ(bought.reply.httpStatus, 200);
    EXPECT_EQ(wordsOf(bought), "pending_new new");
    venue.quote(kShare, 65'999, 66'001);
    EXPECT_EQ(venue.positionIn(kShare), 0) << "a quote during the halt fills nothing";
    venue.print(kShare, 65'000, 100);
    EXPECT_EQ(venue.positionIn(kShare), 0);
    venue.quote(kCall, 200, 210);
    const VenueResult option = venue.submit(Venue::limitOrder(kCall, Side::Buy, 1, 300));
    EXPECT_EQ(venue.positionIn(kCall), 0) << "contracts of a halted share stand still too";
    EXPECT_EQ(venue.cancel(option.reply.order->id).reply.httpStatus, 204);
    EXPECT_EQ(venue.statusOf(option.reply.order->id), OrderStatus::Canceled);
    venue.book.step(venue.now, SetHalt{kShare, false});
    venue.wait(Duration::seconds(1));
    EXPECT_EQ(venue.positionIn(kShare), 0) << "the quote of before the resumption is old";
    venue.quote(kShare, 65'999, 66'001);
    EXPECT_EQ(venue.positionIn(kShare), 10);
}

TEST(Halts, CanRefuseOrders) {
    VenueConfig config;
    config.refusesWhenHalted = true;
    Venue venue(config);
    venue.quote(kCall, 200, 210);
    venue.book.step(venue.now, SetHalt{kShare, true});
    EXPECT_EQ(venue.submit(Venue::limitOrder(kCall, Side::Buy, 1, 210)).reply.httpStatus, 422);
    venue.book.step(venue.now, SetHalt{kShare, false});
    EXPECT_EQ(venue.submit(Venue::limitOrder(kCall, Side::Buy, 1, 210)).reply.httpStatus, 200);
}

TEST(Splits, GiveMoreSharesAtTheSameCostAndCancelOrders) {
    Venue venue;
    venue.holdShares(20);
    const Money before = *venue.book.account().equity;
    const VenueResult resting = venue.submit(Venue::limitOrder(kShare, Side::Sell, 5, 70'000));
    const ApplySplit split{"split-1", kShare, 4, 1, {}};
    const VenueResult result = venue.book.step(venue.now, split);
    EXPECT_EQ(bookedBy(result), "SPLIT 60 0.00");
    EXPECT_EQ(venue.statusOf(resting.reply.order->id), OrderStatus::Canceled);
    EXPECT_EQ(venue.positionIn(kShare), 80);
    const BrokerPosition position = *venue.book.position(kShare);
    EXPECT_EQ(position.averageEntryPrice->text(), "165.0025");
    EXPECT_EQ(*venue.book.account().equity, before) << "the mark follows the split";
    EXPECT_TRUE(venue.book.step(venue.now, split).activities.empty()) << "once only";
    venue.book.step(venue.now, ApplySplit{"split-2", kShare, 1, 8, {}});
    EXPECT_EQ(venue.positionIn(kShare), 10);
}

TEST(Splits, TurnContractsIntoOthersOrLeaveThemToBeClosed) {
    Venue venue;
    venue.holdCalls(3);
    venue.quote(kPut, 100, 110, 1'000);
    venue.submit(Venue::limitOrder(kPut, Side::Buy, 2, 110));
    const Symbol after = Symbol::of("SPY260303C00165000");
    const VenueResult result =
        venue.book.step(venue.now, ApplySplit{"split", kShare, 4, 1, {{kCall, contractOf(after), 4}}});
    EXPECT_EQ(bookedBy(result), "OPCA -3 0.00, OPCA 12 0.00");
    EXPECT_EQ(venue.positionIn(kCall), 0);
    EXPECT_EQ(venue.positionIn(after), 12);
    EXPECT_EQ(venue.book.position(after)->costBasis->text(), "630.00");
    EXPECT_EQ(venue.book.contract(kPut)->size, 400);
    venue.quote(kPut, 100, 110, 1'000);
    EXPECT_EQ(venue.submit(Venue::limitOrder(kPut, Side::Buy, 1, 110)).reply.httpStatus, 422);
    EXPECT_EQ(venue.submit(Venue::limitOrder(kPut, Side::Sell, 1, 100)).reply.httpStatus, 200);
    EXPECT_EQ(venue.positionIn(kPut), 1);
}

TEST(Dividends, ArePaidToWhoHeldAtTheExDate) {
    Venue venue;
    venue.holdShares(100);
    const Money cash = *venue.book.account().cash;
    const GoExDividend dividend{"div-1", kShare, Price::fromCents(175), at("2026-03-04T05:00:00Z")};
    EXPECT_TRUE(venue.book.step(venue.now, dividend).activities.empty());
    venue.book.step(venue.now, dividend);
    venue.submit(Venue::limitOrder(kShare, Side::Sell, 40, 65'999));
    const VenueResult paid = venue.moveTo("2026-03-04T05:00:01Z");
    EXPECT_EQ(bookedBy(paid), "DIV 100 175.00") << "once, for the shares of the ex-date";
    EXPECT_EQ(*venue.book.account().cash, cash + Money::fromCents(40 * 65'999) + Money::dollars(175));
    const auto loaded = VenueBook::tryLoad(venue.book.save());
    ASSERT_TRUE(loaded.ok());
    EXPECT_TRUE(loaded->state().actionsDone.contains("div-1"));
}

TEST(EarlyAssignment, HappensAtTheCloseByTheSeed) {
    VenueConfig config;
    config.earlyAssignmentPermille = 1'000;
    config.startingCash = Money::dollars(500'000);
    Venue venue(config);
    venue.holdShares(200);
    venue.quote(kHighCall, 200, 210, 1'000);
    venue.submit(Venue::limitOrder(kHighCall, Side::Sell, 2, 200));
    ASSERT_EQ(venue.positionIn(kHighCall), -2);
    venue.quote(kShare, 67'000, 67'002);
    const VenueResult closed = venue.moveTo("2026-03-02T21:00:00Z");
    EXPECT_EQ(bookedBy(closed), "OPASN 2 0.00, OPTRD -200 133000.00");
    EXPECT_EQ(venue.positionIn(kShare), 0);
}

TEST(AccountLimits, TakeEffectOnNewOrders) {
    VenueConfig config;
    config.shortingEnabled = true;
    config.marginMultiplier = 4;
    Venue venue(config);
    venue.quote(kShare, 65'999, 66'001);
    venue.quote(kCall, 200, 210);
    const auto set = [&](AccountLimits limits) { venue.book.step(venue.now, SetLimits{limits}); };
    const auto statusFor = [&](const OrderRequest& request) {
        return venue.submit(request).reply.httpStatus;
    };
    AccountLimits limits;
    limits.suspendTrade = true;
    set(limits);
    EXPECT_EQ(statusFor(Venue::limitOrder(kCall, Side::Buy, 1, 100)), 403);
    EXPECT_TRUE(venue.book.account().tradeSuspendedByUser);
    limits = {};
    limits.maxOptionsLevel = 1;
    set(limits);
    EXPECT_EQ(statusFor(Venue::limitOrder(kCall, Side::Buy, 1, 100)), 403);
    EXPECT_EQ(venue.book.account().optionsTradingLevel, 1);
    limits = {};
    limits.noShorting = true;
    set(limits);
    EXPECT_EQ(statusFor(Venue::limitOrder(kShare, Side::Sell, 1, 67'000)), 403);
    const Money large = *venue.book.account().buyingPower;
    limits.maxMarginMultiplier = 1;
    set(limits);
    EXPECT_EQ(*venue.book.account().buyingPower * 4, large);
    limits = {};
    limits.fractionalTrading = false;
    set(limits);
    OrderRequest part = Venue::limitOrder(kShare, Side::Buy, 1, 60'000);
    part.quantity = Quantity::tryFromText("0.5").valueOr(Quantity());
    EXPECT_EQ(statusFor(part), 403);
    set({});
    EXPECT_EQ(statusFor(part), 200);
    EXPECT_EQ(statusFor(Venue::limitOrder(kShare, Side::Sell, 1, 67'000)), 200) << "shorting is back";
}

TEST(StuckCancels, LeaveTheOrderPendingUntilItEndsByItself) {
    VenueConfig config;
    config.stuckCancelPermille = 1'000;
    Venue venue(config);
    venue.quote(kCall, 200, 210);
    const VenueResult order = venue.submit(Venue::limitOrder(kCall, Side::Buy, 1, 100));
    EXPECT_EQ(wordsOf(venue.cancel(order.reply.order->id)), "pending_cancel");
    venue.wait(Duration::hours(1));
    EXPECT_EQ(venue.statusOf(order.reply.order->id), OrderStatus::PendingCancel);
    EXPECT_EQ(venue.cancel(order.reply.order->id).reply.httpStatus, 204) << "asking again is no error";
    venue.moveTo("2026-03-02T21:00:01Z");
    EXPECT_EQ(venue.statusOf(order.reply.order->id), OrderStatus::Expired);
}

} // namespace
} // namespace strikedesk::trade::test
