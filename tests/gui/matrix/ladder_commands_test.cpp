// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/support/snapshot_builder.h"
#include "ui/panels/matrix/ladder_commands.h"

#include <gtest/gtest.h>

namespace strikedesk::ui {
namespace {

constexpr const char* kCall = "AMD261127C00100000";

Price cents(std::int64_t value) { return Price::fromCents(value); }

LadderModel ladder(const SnapshotBuilder& builder) {
    LadderModel model;
    model.resize(60);
    model.setBook(ladderBookOf(builder.build(), Symbol::of(kCall), std::nullopt, 100));
    model.follow(false);
    return model;
}

LadderModel holding() {
    return ladder(SnapshotBuilder().quote(kCall, 205, 208).openTrade("t1", kCall, 4, 200, 206, 210, 190));
}

bool isRefusal(const LadderAnswer& answer) {
    return answer.tone == LadderTone::Refused && answer.events.empty() && !answer.ticket &&
           !answer.sentence.isEmpty();
}

TEST(LadderCommands, ABuyFillsTheTicketUntilArmedAndSendsThen) {
    const LadderModel model = ladder(SnapshotBuilder().quote(kCall, 205, 208));
    const LadderAnswer quiet = buyAt(model, cents(204), false);
    ASSERT_TRUE(quiet.ticket);
    EXPECT_FALSE(quiet.ticket->submit);
    EXPECT_EQ(quiet.ticket->limit, cents(204));
    const LadderAnswer armed = buyAt(model, cents(204), true);
    EXPECT_TRUE(armed.ticket->submit);
    EXPECT_EQ(armed.ticket->intent, trade::PositionIntent::BuyToOpen);
}

TEST(LadderCommands, SellsOnlyWhatIsHeld) {
    EXPECT_TRUE(isRefusal(sellAt(ladder(SnapshotBuilder().quote(kCall, 205, 208)), cents(210), true)));
    const LadderAnswer answer = sellAt(holding(), cents(212), true);
    ASSERT_EQ(answer.events.size(), 1U);
    const auto& plan = std::get<engine::PlanRequested>(answer.events[0]);
    EXPECT_EQ(plan.tradeId, IntentId("t1"));
    ASSERT_TRUE(plan.plan.takeProfit);
    EXPECT_EQ(plan.plan.takeProfit->kind, trade::TakeProfit::Kind::AtPrice);
    EXPECT_EQ(plan.plan.takeProfit->price, cents(212));
    EXPECT_EQ(plan.plan.stop, cents(190)) << "the stop stays";
}

TEST(LadderCommands, ASaleAtOrBelowTheStopIsRefusedWithAWayOut) {
    EXPECT_TRUE(isRefusal(sellAt(holding(), cents(190), true)));
    EXPECT_TRUE(isRefusal(sellAt(holding(), cents(185), true)));
}

TEST(LadderCommands, APositionOpenedElsewhereIsNotTouched) {
    trade::BrokerPosition position;
    position.symbol = Symbol::of(kCall);
    position.quantity = Quantity::whole(2);
    position.averageEntryPrice = cents(150);
    const LadderModel model = ladder(SnapshotBuilder().quote(kCall, 205, 208).external(position));
    EXPECT_TRUE(isRefusal(sellAt(model, cents(210), true)));
    EXPECT_TRUE(isRefusal(flatten(model)));
    EXPECT_EQ(profitAt(model.book(), cents(160)), Money::dollars(20));
}

TEST(LadderCommands, JoinsAndImprovesWithoutCrossing) {
    const LadderModel wide = ladder(SnapshotBuilder().quote(kCall, 205, 208));
    EXPECT_EQ(joinBid(wide, true).ticket->limit, cents(205));
    EXPECT_EQ(improveBid(wide, true).ticket->limit, cents(206));
    const LadderModel tight = ladder(SnapshotBuilder().quote(kCall, 205, 206));
    EXPECT_TRUE(isRefusal(improveBid(tight, true)));
    EXPECT_TRUE(isRefusal(joinBid(ladder(SnapshotBuilder().quote(kCall, 0, 206)), true)));
    const LadderAnswer ask = improveAsk(holding());
    EXPECT_EQ(std::get<engine::PlanRequested>(ask.events.at(0)).plan.takeProfit->price, cents(207));
}

TEST(LadderCommands, FlattensEveryTradeOfTheContract) {
    const LadderModel model = ladder(SnapshotBuilder()
                                         .quote(kCall, 205, 208)
                                         .openTrade("t1", kCall, 4, 200, 206)
                                         .openTrade("t2", kCall, 1, 203, 206));
    const LadderAnswer answer = flatten(model);
    ASSERT_EQ(answer.events.size(), 2U);
    EXPECT_EQ(std::get<engine::CloseRequested>(answer.events[0]).tradeId, IntentId("t1"));
    EXPECT_EQ(std::get<engine::CloseRequested>(answer.events[1]).tradeId, IntentId("t2"));
    EXPECT_TRUE(isRefusal(flatten(ladder(SnapshotBuilder().quote(kCall, 205, 208)))));
}

TEST(LadderCommands, CancelsWhatWorksAtAPriceAndEverything) {
    const LadderModel model = ladder(SnapshotBuilder()
                                         .quote(kCall, 205, 208)
                                         .workingEntry("e1", kCall, 2, 203)
                                         .workingEntry("e2", kCall, 1, 203)
                                         .workingEntry("e3", kCall, 1, 202));
    EXPECT_EQ(cancelAt(model, cents(203)).events.size(), 2U);
    EXPECT_EQ(cancelAll(model).events.size(), 3U);
    EXPECT_TRUE(isRefusal(cancelAt(model, cents(204))));
    EXPECT_TRUE(isRefusal(cancelAll(ladder(SnapshotBuilder().quote(kCall, 205, 208)))));
}

TEST(LadderCommands, DraggingATargetOrAStopChangesThePlan) {
    const LadderModel model = holding();
    const auto target = dragFrom(model, cents(210));
    ASSERT_TRUE(target);
    EXPECT_EQ(target->kind, DragKind::Target);
    const LadderAnswer moved = dragTo(model, *target, cents(215));
    EXPECT_EQ(std::get<engine::PlanRequested>(moved.events.at(0)).plan.takeProfit->price, cents(215));
    const auto stop = dragFrom(model, cents(190));
    ASSERT_TRUE(stop);
    EXPECT_EQ(stop->kind, DragKind::Stop);
    const LadderAnswer tighter = dragTo(model, *stop, cents(200));
    const auto& plan = std::get<engine::PlanRequested>(tighter.events.at(0)).plan;
    EXPECT_EQ(plan.stop, cents(200));
    EXPECT_EQ(plan.takeProfit->price, cents(210));
}

TEST(LadderCommands, ATargetDraggedIntoTheBidIsASlipASaleThereIsMeant) {
    const LadderModel model = holding();
    EXPECT_TRUE(isRefusal(dragTo(model, *dragFrom(model, cents(210)), cents(205))));
    const LadderAnswer sale = sellAt(model, cents(205), true);
    EXPECT_TRUE(std::get<engine::PlanRequested>(sale.events.at(0)).mayFillAtOnce);
    EXPECT_FALSE(
        std::get<engine::PlanRequested>(dragTo(model, *dragFrom(model, cents(210)), cents(215)).events.at(0))
            .mayFillAtOnce);
}

TEST(LadderCommands, AnUnarmedClickThatWouldSellAtOnceIsTakenForASlip) {
    EXPECT_TRUE(isRefusal(sellAt(holding(), cents(205), false)));
    EXPECT_FALSE(isRefusal(sellAt(holding(), cents(206), false)));
}

TEST(LadderCommands, ADragThatWouldActAtOnceOrCrossTheOtherExitIsRefused) {
    const LadderModel model = holding();
    EXPECT_TRUE(isRefusal(dragTo(model, *dragFrom(model, cents(190)), cents(207))));
    EXPECT_TRUE(isRefusal(dragTo(model, *dragFrom(model, cents(190)), cents(211))));
    EXPECT_TRUE(isRefusal(dragTo(model, *dragFrom(model, cents(210)), cents(189))));
    EXPECT_TRUE(dragTo(model, *dragFrom(model, cents(210)), cents(210)).events.empty());
    EXPECT_FALSE(dragFrom(model, cents(201)));
}

TEST(LadderCommands, AnEntryOrderCannotBeDraggedAndTheLadderSaysSo) {
    const LadderModel model =
        ladder(SnapshotBuilder().quote(kCall, 205, 208).workingEntry("e1", kCall, 2, 203));
    const auto start = dragFrom(model, cents(203));
    ASSERT_TRUE(start);
    EXPECT_EQ(start->kind, DragKind::Entry);
    EXPECT_TRUE(isRefusal(dragTo(model, *start, cents(204))));
}

} // namespace
} // namespace strikedesk::ui
