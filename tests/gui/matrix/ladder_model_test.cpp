// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/support/snapshot_builder.h"
#include "ui/panels/matrix/ladder_model.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace strikedesk::ui {
namespace {

constexpr const char* kCall = "AMD261127C00100000";

Price cents(std::int64_t value) { return Price::fromCents(value); }

LadderBook bookOf(const SnapshotBuilder& builder, const char* symbol = kCall) {
    return ladderBookOf(builder.build(), Symbol::of(symbol), std::nullopt, 100);
}

LadderBook market(std::int64_t bid, std::int64_t ask) {
    return bookOf(SnapshotBuilder().quote(kCall, bid, ask));
}

LadderModel ladder(int rows, LadderBook book) {
    LadderModel model;
    model.resize(rows);
    model.setBook(std::move(book));
    model.follow(false);
    return model;
}

TEST(LadderModel, StartsWithTheMarketInTheMiddle) {
    const LadderModel model = ladder(21, market(205, 207));
    EXPECT_EQ(model.rowOf(cents(206)), 10);
    EXPECT_EQ(model.priceAt(0), cents(216));
    EXPECT_EQ(model.priceAt(20), cents(196));
    EXPECT_FALSE(model.priceAt(21));
    EXPECT_FALSE(model.priceAt(-1));
}

TEST(LadderModel, RowsStayWhereTheyAreWhileTheMarketMovesInside) {
    LadderModel model = ladder(21, market(205, 207));
    for (std::int64_t bid = 196; bid <= 215; ++bid) {
        model.setBook(market(bid, bid + 1));
        EXPECT_FALSE(model.follow(false));
        EXPECT_EQ(model.priceAt(0), cents(216));
    }
}

TEST(LadderModel, FollowsOnlyWhenTheMarketHasLeftByMoreThanItsPatience) {
    LadderModel model = ladder(21, market(205, 207));
    model.setBook(market(218, 220)); // three steps above the top row
    EXPECT_FALSE(model.follow(false));
    model.setBook(market(219, 221));
    EXPECT_TRUE(model.follow(false));
    EXPECT_EQ(model.rowOf(cents(220)), 10);
}

TEST(LadderModel, NeverMovesUnderAPressedButton) {
    LadderModel model = ladder(21, market(205, 207));
    model.setBook(market(250, 252));
    EXPECT_FALSE(model.follow(true));
    EXPECT_EQ(model.priceAt(0), cents(216));
    EXPECT_TRUE(model.follow(false));
}

TEST(LadderModel, DoesNotPullAPersonBackWhoScrolledAway) {
    LadderModel model = ladder(21, market(205, 207));
    model.scroll(40);
    EXPECT_FALSE(model.follow(false));
    EXPECT_EQ(model.priceAt(0), cents(256));
    EXPECT_TRUE(model.recentre());
    model.setBook(market(250, 252));
    EXPECT_TRUE(model.follow(false)) << "after centring it follows again";
}

TEST(LadderModel, ScrollingStopsAtTheLowestPrice) {
    LadderModel model = ladder(21, market(5, 6));
    model.scroll(-1'000'000);
    EXPECT_EQ(model.priceAt(20), cents(1));
    EXPECT_EQ(model.priceAt(0), cents(21));
}

TEST(LadderModel, TallerRowsKeepTheMiddlePrice) {
    LadderModel model = ladder(41, market(205, 207));
    model.resize(21);
    EXPECT_EQ(model.rowOf(cents(206)), 10);
    model.resize(41);
    EXPECT_EQ(model.rowOf(cents(206)), 20);
}

TEST(LadderModel, AnotherContractForgetsTheWindowAndTheSameKeepsIt) {
    LadderModel model = ladder(21, market(205, 207));
    model.scroll(3);
    model.setBook(market(205, 207));
    EXPECT_EQ(model.priceAt(0), cents(219));
    model.setBook(bookOf(SnapshotBuilder().quote("SOFI261127C00029000", 90, 95), "SOFI261127C00029000"));
    EXPECT_FALSE(model.hasRange());
    EXPECT_TRUE(model.follow(false));
    EXPECT_EQ(model.priceAt(9), cents(95));
}

TEST(LadderModel, ShowsBestSidesTheInsideAndTheLastPrint) {
    const LadderModel model =
        ladder(21, bookOf(SnapshotBuilder().quote(kCall, 205, 208, 26, 23).last(kCall, 206)));
    const auto at = [&](std::int64_t price) { return *model.rowAt(*model.rowOf(cents(price))); };
    EXPECT_TRUE(at(205).isBid);
    EXPECT_EQ(at(205).bidSize, 26);
    EXPECT_TRUE(at(205).isBelowMarket);
    EXPECT_TRUE(at(206).isInside);
    EXPECT_TRUE(at(206).isLast);
    EXPECT_TRUE(at(207).isInside);
    EXPECT_TRUE(at(208).isAsk);
    EXPECT_EQ(at(208).askSize, 23);
    EXPECT_EQ(at(204).bidSize, 0) << "no depth is made up";
    EXPECT_TRUE(at(209).isAboveMarket);
}

TEST(LadderModel, ShowsThePositionItsTargetItsStopAndProfitAtEachPrice) {
    const LadderModel model = ladder(
        61, bookOf(SnapshotBuilder().quote(kCall, 205, 208).openTrade("t1", kCall, 4, 200, 206, 210, 190)));
    const auto at = [&](std::int64_t price) { return *model.rowAt(*model.rowOf(cents(price))); };
    EXPECT_TRUE(at(200).isAverage);
    EXPECT_EQ(at(200).profit, Money());
    EXPECT_EQ(at(210).profit, Money::dollars(40));
    EXPECT_EQ(at(190).profit, Money::dollars(-40));
    EXPECT_EQ(at(210).sells, 4);
    EXPECT_TRUE(at(210).isTarget);
    EXPECT_TRUE(at(190).isStop);
    EXPECT_EQ(at(209).sells, 0);
}

TEST(LadderModel, FlatProfitIsThatOfOneContractAtTheTicketsLimit) {
    const auto snapshot = SnapshotBuilder().quote(kCall, 205, 208).build();
    const LadderBook atAsk = ladderBookOf(snapshot, Symbol::of(kCall), std::nullopt, 100);
    EXPECT_EQ(profitAt(atAsk, cents(209)), Money::dollars(1));
    const LadderBook atLimit = ladderBookOf(snapshot, Symbol::of(kCall), cents(204), 100);
    EXPECT_EQ(profitAt(atLimit, cents(209)), Money::dollars(5));
    const LadderBook unknown = ladderBookOf(SnapshotBuilder().build(), Symbol::of(kCall), std::nullopt, 100);
    EXPECT_FALSE(profitAt(unknown, cents(209)));
}

TEST(LadderModel, TellsWhereTheMarketIsWhenItIsOutOfSight) {
    LadderModel model = ladder(21, market(205, 208));
    EXPECT_EQ(model.marketElsewhere(), LadderSight::Here);
    model.scroll(40);
    EXPECT_EQ(model.marketElsewhere(), LadderSight::Below);
    model.scroll(-80);
    EXPECT_EQ(model.marketElsewhere(), LadderSight::Above);
    model.recentre();
    EXPECT_EQ(model.marketElsewhere(), LadderSight::Here);
}

TEST(LadderModel, EmptySidesAndNoQuoteAreNotPrices) {
    const LadderBook oneSided = market(0, 208);
    EXPECT_FALSE(oneSided.bid);
    EXPECT_EQ(oneSided.middle(), cents(208));
    LadderModel model = ladder(21, bookOf(SnapshotBuilder()));
    EXPECT_FALSE(model.hasRange());
    EXPECT_FALSE(model.recentre());
    EXPECT_FALSE(model.rowAt(3));
    model.scroll(5);
    EXPECT_FALSE(model.hasRange());
}

TEST(LadderModel, PriceAndRowAreInversesAcrossTheStepChange) {
    rc::check([] {
        const int rows = *rc::gen::inRange(5, 80);
        const auto middle = *rc::gen::inRange<std::int64_t>(1, 800);
        LadderModel model = ladder(rows, market(middle, middle + 5));
        model.scroll(*rc::gen::inRange(-200, 200));
        for (int row = 0; row < rows; ++row) {
            const auto price = model.priceAt(row);
            RC_ASSERT(price.has_value());
            RC_ASSERT(model.rowOf(*price) == row);
            if (row > 0)
                RC_ASSERT(*model.priceAt(row - 1) > *price);
        }
    });
}

} // namespace
} // namespace strikedesk::ui
