// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/trade/order_core_bench.h"

#include <gtest/gtest.h>

#include <set>

namespace strikedesk::trade {
namespace {

EntryTicket planned(OrderCoreBench& bench, int contracts, int targetCents, int stopCents) {
    EntryTicket ticket = bench.ticket(contracts);
    if (targetCents > 0)
        ticket.plan.takeProfit = TakeProfit{TakeProfit::Kind::AtPrice, Price::fromCents(targetCents), 0};
    if (stopCents > 0)
        ticket.plan.stop = Price::fromCents(stopCents);
    return ticket;
}

const ReplaceRequest& patchOf(const TransmitOrder& sent) { return std::get<ReplaceRequest>(sent.request); }
const OrderRequest& postOf(const TransmitOrder& sent) { return std::get<OrderRequest>(sent.request); }

void close(OrderCoreBench& bench, ExitReason reason = ExitReason::Manual) {
    EXPECT_FALSE(bench.core.closeTrade(bench.trade().id, reason, bench.context()));
    bench.pump();
}

TEST(TakeProfitOrder, RestsFromTheFirstFillAndGrowsWithLaterOnes) {
    OrderCoreBench bench;
    const ClientOrderId entry = bench.enter(planned(bench, 5, 300, 0));
    bench.accept(entry);
    EXPECT_EQ(bench.transmits.size(), 1U);
    bench.fill(entry, 2, 2, 210);
    ASSERT_EQ(bench.transmits.size(), 2U);
    const ClientOrderId first = bench.newest();
    EXPECT_EQ(postOf(bench.transmits[1]).quantity, Quantity::whole(2));
    EXPECT_EQ(postOf(bench.transmits[1]).limitPrice, Price::fromCents(300));
    EXPECT_EQ(postOf(bench.transmits[1]).intent, PositionIntent::SellToClose);
    EXPECT_EQ(postOf(bench.transmits[1]).timeInForce, TimeInForce::Gtc);
    EXPECT_FALSE(bench.transmits[1].addsExposure);
    bench.accept(first);
    bench.fill(entry, 3, 5, 210);
    ASSERT_EQ(bench.transmits.size(), 3U);
    EXPECT_EQ(patchOf(bench.transmits[2]).quantity, Quantity::whole(5));
    EXPECT_EQ(patchOf(bench.transmits[2]).orderId, OrderCoreBench::brokerId(first));
    EXPECT_EQ(patchOf(bench.transmits[2]).clientOrderId, bench.newest());
    EXPECT_EQ(bench.coverage(), Quantity::whole(5));
    bench.accept(bench.newest(), OrderStatus::PendingNew);
    bench.update(OrderEventKind::Replaced, bench.seen(first, OrderStatus::Replaced));
    bench.update(OrderEventKind::New, bench.seen(bench.newest(), OrderStatus::New));
    EXPECT_EQ(bench.coverage(), Quantity::whole(5));
    bench.fill(bench.newest(), 5, 5, 300);
    EXPECT_EQ(bench.trade().phase, TradePhase::Closed);
    EXPECT_EQ(bench.trade().reason, ExitReason::ProfitTarget);
    EXPECT_EQ(bench.core.takeFinished().size(), 1U);
}

TEST(TakeProfitOrder, AddsAnOrderWhileAChangeIsRefusedByStatus) {
    OrderCoreBench bench;
    const ClientOrderId entry = bench.enter(planned(bench, 5, 300, 0));
    bench.accept(entry);
    bench.fill(entry, 2, 2, 210);
    bench.accept(bench.newest(), OrderStatus::PendingNew);
    bench.fill(entry, 3, 5, 210);
    ASSERT_EQ(bench.transmits.size(), 3U);
    EXPECT_EQ(postOf(bench.transmits[2]).quantity, Quantity::whole(3));
    EXPECT_EQ(bench.coverage(), Quantity::whole(5));
}

TEST(TakeProfitOrder, AddsAnOrderWhenTheBrokerRefusesTheChange) {
    OrderCoreBench bench;
    const ClientOrderId entry = bench.enter(planned(bench, 5, 300, 0));
    bench.accept(entry);
    bench.fill(entry, 2, 2, 210);
    const ClientOrderId first = bench.newest();
    bench.accept(first);
    bench.fill(entry, 2, 4, 210);
    bench.answer(bench.newest(), WriteVerdict::Rejected);
    ASSERT_EQ(bench.transmits.size(), 4U) << "a refused change must not leave contracts without a target";
    EXPECT_EQ(postOf(bench.transmits[3]).quantity, Quantity::whole(2));
    EXPECT_FALSE(bench.trade().takeProfitRefused);
    bench.accept(bench.newest());
    // The same through the stream: refused after it was taken.
    bench.fill(entry, 1, 5, 210);
    ASSERT_EQ(bench.transmits.size(), 5U);
    const ClientOrderId change = bench.newest();
    bench.accept(change, OrderStatus::PendingNew);
    bench.update(OrderEventKind::Rejected, bench.seen(change, OrderStatus::Rejected));
    ASSERT_EQ(bench.transmits.size(), 6U);
    EXPECT_EQ(postOf(bench.transmits[5]).quantity, Quantity::whole(1));
    EXPECT_EQ(bench.coverage(), Quantity::whole(5));
}

TEST(TakeProfitOrder, AddsAnOrderWhileAnotherTradeHoldsTheSameContract) {
    OrderCoreBench bench;
    const ClientOrderId entry = bench.enter(planned(bench, 5, 300, 0));
    bench.accept(entry);
    bench.fill(entry, 2, 2, 210);
    bench.accept(bench.newest());
    bench.enter(planned(bench, 1, 0, 0));
    bench.fill(entry, 3, 5, 210);
    ASSERT_EQ(bench.transmits.size(), 4U);
    EXPECT_EQ(postOf(bench.transmits[3]).quantity, Quantity::whole(3));
}

TEST(TakeProfitOrder, NeverCoversMoreThanIsHeldWhenItsChangeMeetsAFill) {
    OrderCoreBench bench;
    const ClientOrderId entry = bench.enter(planned(bench, 5, 300, 0));
    bench.accept(entry);
    bench.fill(entry, 3, 3, 210);
    const ClientOrderId first = bench.newest();
    bench.accept(first);
    bench.fill(entry, 2, 5, 210);
    const ClientOrderId change = bench.newest();
    EXPECT_EQ(bench.coverage(), Quantity::whole(5));
    bench.fill(first, 3, 3, 300);
    EXPECT_EQ(bench.held(), Quantity::whole(2));
    EXPECT_EQ(bench.transmits.size(), 3U) << "nothing more while the change may still come to be";
    bench.answer(change, WriteVerdict::Rejected);
    ASSERT_EQ(bench.transmits.size(), 4U);
    EXPECT_EQ(postOf(bench.transmits[3]).quantity, Quantity::whole(2));
    EXPECT_EQ(bench.coverage(), Quantity::whole(2));
}

TEST(TakeProfitOrder, ARefusedOneWaitsForAPerson) {
    OrderCoreBench bench;
    bench.hold(planned(bench, 5, 300, 0));
    bench.answer(bench.newest(), WriteVerdict::Rejected);
    bench.advance(Duration::seconds(30));
    EXPECT_EQ(bench.transmits.size(), 2U);
    ExitPlan plan;
    plan.takeProfit = TakeProfit{TakeProfit::Kind::AtPrice, Price::fromCents(310), 0};
    EXPECT_FALSE(bench.core.changePlan(bench.trade().id, plan, bench.context()));
    bench.pump();
    ASSERT_EQ(bench.transmits.size(), 3U);
    EXPECT_EQ(postOf(bench.transmits[2]).limitPrice, Price::fromCents(310));
}

TEST(TakeProfitOrder, StoppedOnOurSideIsNotAskedForInCircles) {
    OrderCoreBench bench;
    bench.hold(planned(bench, 5, 300, 0));
    bench.answer(bench.newest(), WriteVerdict::NotSent);
    EXPECT_EQ(bench.transmits.size(), 2U);
    bench.advance(Duration::seconds(2));
    EXPECT_EQ(bench.transmits.size(), 3U);
}

TEST(TakeProfitOrder, CancelledByAPersonComesOffThePlan) {
    OrderCoreBench bench;
    bench.hold(planned(bench, 5, 300, 0));
    bench.accept(bench.newest());
    EXPECT_FALSE(bench.core.cancelOrder(bench.newest(), bench.context()));
    bench.pump();
    ASSERT_EQ(bench.cancels.size(), 1U);
    bench.cancelled(bench.newest());
    bench.advance(Duration::seconds(30));
    EXPECT_EQ(bench.transmits.size(), 2U);
    EXPECT_EQ(bench.trade().phase, TradePhase::Open);
}

TEST(TakeProfitOrder, AMovedStopTheMarketHasPassedIsRefusedAndSellsNothing) {
    OrderCoreBench bench;
    bench.hold(planned(bench, 5, 300, 100));
    bench.quote(178, 182);
    const std::size_t sent = bench.transmits.size();
    ExitPlan plan = bench.trade().plan;
    plan.stop = Price::fromCents(185);
    const auto refusal = bench.core.changePlan(bench.trade().id, plan, bench.context());
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->code, "stop_passed");
    bench.advance(Duration::seconds(10));
    EXPECT_EQ(bench.transmits.size(), sent);
    EXPECT_EQ(bench.trade().plan.stop, Price::fromCents(100));
    plan.stop = Price::fromCents(170);
    EXPECT_FALSE(bench.core.changePlan(bench.trade().id, plan, bench.context()));
}

TEST(TakeProfitOrder, AMovedTargetTheMarketHasPassedIsRefused) {
    OrderCoreBench bench;
    bench.hold(planned(bench, 5, 300, 100));
    bench.quote(238, 242);
    ExitPlan plan = bench.trade().plan;
    plan.takeProfit = TakeProfit{TakeProfit::Kind::AtPrice, Price::fromCents(238), 0};
    const auto refusal = bench.core.changePlan(bench.trade().id, plan, bench.context());
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->code, "target_passed");
    EXPECT_EQ(bench.trade().target, Price::fromCents(300));
    EXPECT_FALSE(bench.core.changePlan(bench.trade().id, plan, bench.context(), true))
        << "asked to sell there";
    EXPECT_EQ(bench.trade().target, Price::fromCents(238));
    plan.takeProfit->price = Price::fromCents(239);
    EXPECT_FALSE(bench.core.changePlan(bench.trade().id, plan, bench.context()));
}

TEST(TakeProfitOrder, OneThatLosesMoneyIsTakenAndRemarkedOn) {
    OrderCoreBench bench;
    bench.hold(planned(bench, 5, 300, 100));
    bench.quote(178, 182);
    const auto remarks = [&] {
        return std::count_if(bench.notices.begin(), bench.notices.end(),
                             [](const Notice& notice) { return notice.code == "plan.target_loses"; });
    };
    ExitPlan plan = bench.trade().plan;
    plan.takeProfit = TakeProfit{TakeProfit::Kind::AtPrice, Price::fromCents(220), 0};
    EXPECT_FALSE(bench.core.changePlan(bench.trade().id, plan, bench.context()));
    bench.pump();
    EXPECT_EQ(remarks(), 0);
    plan.takeProfit->price = Price::fromCents(190);
    EXPECT_FALSE(bench.core.changePlan(bench.trade().id, plan, bench.context()));
    bench.pump();
    EXPECT_EQ(remarks(), 1);
    EXPECT_EQ(bench.trade().target, Price::fromCents(190));
    plan.stop = Price::fromCents(90); // the target is as it was: said once
    EXPECT_FALSE(bench.core.changePlan(bench.trade().id, plan, bench.context()));
    bench.pump();
    EXPECT_EQ(remarks(), 1);
}

TEST(TakeProfitOrder, AChangedPlanIsCheckedLikeANewOne) {
    OrderCoreBench bench;
    bench.hold(planned(bench, 5, 300, 100));
    const auto refusedWith = [&](ExitPlan plan) {
        const auto refusal = bench.core.changePlan(bench.trade().id, plan, bench.context());
        return refusal ? refusal->code : std::string();
    };
    ExitPlan plan;
    plan.takeProfit = TakeProfit{TakeProfit::Kind::AtPrice, Price::fromUnits(30'050), 0};
    EXPECT_EQ(refusedWith(plan), "target_tick");
    plan.takeProfit->price = -Price::fromCents(300);
    EXPECT_EQ(refusedWith(plan), "target_tick");
    plan.takeProfit = TakeProfit{TakeProfit::Kind::PlusPercent, Price(), INT64_MAX};
    EXPECT_EQ(refusedWith(plan), "plan");
    plan.takeProfit = TakeProfit{TakeProfit::Kind::AtPrice, Price::fromCents(300), 0};
    plan.stop = Price::fromCents(300);
    EXPECT_EQ(refusedWith(plan), "stop");
    plan.stop = Price();
    EXPECT_EQ(refusedWith(plan), "stop");
    bench.quote(238, 242);
    plan.stop = Price::fromCents(220); // locks a profit in
    EXPECT_EQ(refusedWith(plan), "");
}

TEST(Stop, NeedsASecondQuoteOrHalfASecond) {
    OrderCoreBench bench;
    bench.hold(planned(bench, 5, 0, 150));
    bench.quote(145, 154);
    EXPECT_EQ(bench.trade().phase, TradePhase::Open) << "one quote alone";
    bench.advance(Duration::milliseconds(100));
    bench.quote(150, 160);
    bench.advance(Duration::seconds(1));
    EXPECT_EQ(bench.trade().phase, TradePhase::Open) << "taken back by the next";
    bench.quote(145, 154);
    bench.advance(Duration::milliseconds(499));
    EXPECT_EQ(bench.trade().phase, TradePhase::Open);
    bench.advance(Duration::milliseconds(1));
    EXPECT_EQ(bench.trade().phase, TradePhase::Exiting);
    EXPECT_EQ(bench.trade().reason, ExitReason::StopLoss);
    EXPECT_EQ(postOf(bench.transmits.back()).limitPrice, Price::fromCents(145));
    EXPECT_EQ(postOf(bench.transmits.back()).quantity, Quantity::whole(5));
}

TEST(Stop, IsConfirmedByASecondQuoteAtOnce) {
    OrderCoreBench bench;
    bench.hold(planned(bench, 5, 0, 150));
    bench.quote(145, 154);
    bench.advance(Duration::milliseconds(20));
    bench.quote(144, 153);
    EXPECT_EQ(bench.trade().phase, TradePhase::Exiting);
}

TEST(Stop, IgnoresQuotesThatAreNotSaneAndThoseOutsideTheSession) {
    OrderCoreBench bench;
    bench.hold(planned(bench, 5, 0, 150));
    for (const auto& [bid, ask] : {std::pair{0, 5}, std::pair{10, 10}, std::pair{20, 10}, std::pair{10, 0}}) {
        bench.quote(bid, ask);
        bench.advance(Duration::seconds(1));
        EXPECT_EQ(bench.trade().phase, TradePhase::Open);
    }
    bench.facts.sessionOpen = false;
    bench.quote(1, 250);
    bench.advance(Duration::seconds(1));
    bench.quote(2, 250);
    bench.advance(Duration::seconds(1));
    EXPECT_EQ(bench.trade().phase, TradePhase::Open);
}

TEST(Stop, TakesTheTargetAwayFirstAndWaitsForItsCancel) {
    OrderCoreBench bench;
    bench.hold(planned(bench, 5, 300, 150));
    const ClientOrderId target = bench.newest();
    bench.accept(target);
    bench.quote(145, 154);
    bench.advance(Duration::milliseconds(500));
    EXPECT_EQ(bench.transmits.size(), 2U) << "the target still holds the contracts";
    ASSERT_EQ(bench.cancels.size(), 1U);
    bench.advance(Duration::seconds(1));
    EXPECT_EQ(bench.transmits.size(), 2U);
    bench.cancelled(target);
    ASSERT_EQ(bench.transmits.size(), 3U);
    EXPECT_EQ(postOf(bench.transmits[2]).quantity, Quantity::whole(5));
    EXPECT_EQ(bench.coverage(), bench.held());
}

TEST(Stop, RacingAFillingTargetSellsOnlyWhatIsLeft) {
    OrderCoreBench bench;
    bench.hold(planned(bench, 5, 300, 150));
    const ClientOrderId target = bench.newest();
    bench.accept(target);
    bench.quote(145, 154);
    bench.advance(Duration::milliseconds(500));
    bench.fill(target, 2, 2, 300);
    EXPECT_EQ(bench.transmits.size(), 2U);
    // Cancelled with three filled of which we know two: the third is not for sale again.
    bench.cancelled(target, 3);
    ASSERT_EQ(bench.transmits.size(), 3U);
    EXPECT_EQ(postOf(bench.transmits[2]).quantity, Quantity::whole(2));
    bench.fill(target, 1, 3, 300);
    EXPECT_EQ(bench.held(), Quantity::whole(2));
    EXPECT_EQ(bench.coverage(), Quantity::whole(2));
    bench.accept(bench.newest());
    bench.fill(bench.newest(), 2, 2, 145);
    EXPECT_EQ(bench.trade().phase, TradePhase::Closed);
    EXPECT_EQ(bench.trade().reason, ExitReason::StopLoss);
}

TEST(Exit, IsRePricedATickLowerEveryTwoSecondsDownToTheCollar) {
    OrderCoreBench bench;
    bench.hold(planned(bench, 2, 0, 0));
    bench.quote(60, 70);
    close(bench);
    ClientOrderId exit = bench.newest();
    bench.accept(exit);
    EXPECT_EQ(postOf(bench.transmits.back()).limitPrice, Price::fromCents(60));
    std::vector<Price> prices;
    for (int step = 0; step < 15; ++step) {
        bench.advance(Duration::seconds(2));
        if (bench.newest() == exit)
            break;
        prices.push_back(*patchOf(bench.transmits.back()).limitPrice);
        const ClientOrderId next = bench.newest();
        bench.accept(next, OrderStatus::New);
        bench.update(OrderEventKind::Replaced, bench.seen(exit, OrderStatus::Replaced));
        EXPECT_EQ(bench.coverage(), Quantity::whole(2));
        exit = next;
    }
    // 20 % of 0.60 is 0.12: the collar lies at 0.48.
    ASSERT_EQ(prices.size(), 12U);
    EXPECT_EQ(prices.front(), Price::fromCents(59));
    EXPECT_EQ(prices.back(), Price::fromCents(48));
    EXPECT_TRUE(bench.wasNoticed("exit.collar"));
    EXPECT_TRUE(bench.cancels.empty());
    EXPECT_EQ(patchOf(bench.transmits.back()).quantity, std::nullopt) << "what is left stays what it is";
    // A person decides: closing again starts from the price of now.
    bench.quote(40, 50);
    close(bench);
    bench.advance(Duration::seconds(2));
    EXPECT_EQ(patchOf(bench.transmits.back()).limitPrice, Price::fromCents(40));
}

TEST(Exit, IsRePricedAlsoWhenItConsistsOfTwoOrders) {
    OrderCoreBench bench;
    const ClientOrderId entry = bench.enter(planned(bench, 5, 0, 0));
    bench.accept(entry);
    bench.fill(entry, 3, 3, 210);
    close(bench);
    const ClientOrderId first = bench.newest();
    bench.accept(first);
    bench.fill(entry, 2, 5, 210); // it filled while its cancel was under way
    bench.advance(Duration::seconds(2));
    EXPECT_EQ(bench.coverage(), Quantity::whole(5));
    const ClientOrderId second = bench.newest();
    bench.accept(second);
    bench.advance(Duration::seconds(2));
    std::set<ClientOrderId> changed;
    for (const auto& [id, order] : bench.core.book().orders())
        changed.insert(order.intent.replaces);
    EXPECT_TRUE(changed.contains(first));
    EXPECT_TRUE(changed.contains(second));
    EXPECT_EQ(bench.coverage(), Quantity::whole(5));
}

TEST(Exit, APartlyFilledOneIsCancelledAndTheRestPlacedAnew) {
    OrderCoreBench bench;
    bench.hold(planned(bench, 5, 0, 0));
    close(bench);
    const ClientOrderId exit = bench.newest();
    bench.accept(exit);
    bench.fill(exit, 2, 2, 200);
    bench.advance(Duration::seconds(2));
    ASSERT_EQ(bench.cancels.size(), 1U);
    EXPECT_EQ(bench.transmits.size(), 2U);
    bench.cancelled(exit, 2);
    bench.advance(Duration::seconds(2));
    ASSERT_EQ(bench.transmits.size(), 3U);
    EXPECT_EQ(postOf(bench.transmits[2]).quantity, Quantity::whole(3));
    EXPECT_EQ(bench.coverage(), Quantity::whole(3));
}

TEST(Exit, WhenItsChangeIsRefusedItIsCancelledAndPlacedAnew) {
    OrderCoreBench bench;
    bench.hold(planned(bench, 5, 0, 0));
    close(bench);
    const ClientOrderId exit = bench.newest();
    bench.accept(exit);
    bench.advance(Duration::seconds(2));
    bench.answer(bench.newest(), WriteVerdict::Rejected);
    EXPECT_EQ(bench.trade().exitRefusals, 0);
    bench.advance(Duration::seconds(2));
    ASSERT_EQ(bench.cancels.size(), 1U);
    bench.cancelled(exit);
    bench.advance(Duration::seconds(2));
    EXPECT_EQ(postOf(bench.transmits.back()).quantity, Quantity::whole(5));
}

TEST(Exit, ThreeRefusalsNeedAPersonWhoMayTryAgain) {
    OrderCoreBench bench;
    bench.hold(planned(bench, 5, 0, 0));
    close(bench);
    for (int time = 0; time < 5; ++time) {
        if (bench.order(bench.newest()).isLive())
            bench.answer(bench.newest(), WriteVerdict::Rejected);
        bench.advance(Duration::seconds(2));
    }
    EXPECT_EQ(bench.transmits.size(), 4U);
    EXPECT_TRUE(bench.wasNoticed("exit.refused"));
    bench.quote(200, 210);
    close(bench);
    EXPECT_EQ(bench.transmits.size(), 5U);
}

TEST(Exit, WaitsForABidAndForTheSession) {
    OrderCoreBench bench;
    bench.hold(planned(bench, 5, 0, 0));
    bench.quote(0, 10);
    close(bench);
    EXPECT_EQ(bench.transmits.size(), 1U);
    EXPECT_TRUE(bench.wasNoticed("exit.no_bid"));
    bench.facts.sessionOpen = false;
    bench.advance(Duration::seconds(3));
    bench.quote(5, 10);
    EXPECT_EQ(bench.transmits.size(), 1U);
    bench.facts.sessionOpen = true;
    bench.advance(Duration::seconds(2));
    ASSERT_EQ(bench.transmits.size(), 2U);
    EXPECT_EQ(postOf(bench.transmits[1]).limitPrice, Price::fromCents(5));
}

TEST(Exit, AnEntryStillFillingIsCancelledAndWhatItAddsIsSoldToo) {
    OrderCoreBench bench;
    const ClientOrderId entry = bench.enter(planned(bench, 5, 300, 0));
    bench.accept(entry);
    bench.fill(entry, 2, 2, 210);
    bench.accept(bench.newest());
    close(bench);
    ASSERT_EQ(bench.cancels.size(), 2U);
    bench.fill(entry, 1, 3, 210);
    bench.cancelled(entry, 3);
    const ClientOrderId target = bench.trade().orders[1];
    bench.cancelled(target);
    EXPECT_EQ(bench.coverage(), Quantity::whole(3));
    // A fill after the end of everything: the trade was left, so this is left as well.
    bench.accept(bench.newest());
    bench.fill(bench.newest(), 3, 3, 200);
    EXPECT_EQ(bench.trade().phase, TradePhase::Closed);
    bench.fill(entry, 1, 4, 210);
    EXPECT_EQ(bench.trade().phase, TradePhase::Exiting);
    bench.advance(Duration::seconds(2));
    EXPECT_EQ(bench.coverage(), Quantity::whole(1));
}

TEST(Exit, CancelledByAPersonIsCalledOffAndNotPlacedAgain) {
    OrderCoreBench bench;
    bench.hold(planned(bench, 3, 0, 150));
    bench.quote(140, 150);
    bench.advance(Duration::milliseconds(20));
    bench.quote(139, 149);
    ASSERT_EQ(bench.trade().phase, TradePhase::Exiting);
    const ClientOrderId exit = bench.newest();
    bench.accept(exit);
    EXPECT_FALSE(bench.core.cancelOrder(exit, bench.context()));
    bench.pump();
    bench.cancelled(exit);
    const std::size_t sent = bench.transmits.size();
    for (int i = 0; i < 10; ++i) {
        bench.advance(Duration::seconds(1));
        bench.quote(138 - i, 148 - i);
    }
    EXPECT_EQ(bench.transmits.size(), sent);
    EXPECT_EQ(bench.trade().phase, TradePhase::Open);
    EXPECT_FALSE(bench.trade().plan.stop.has_value());
    EXPECT_EQ(bench.restarted().book().trades().begin()->second.phase, TradePhase::Open);
    close(bench);
    EXPECT_EQ(bench.transmits.size(), sent + 1);
}

TEST(Exit, AnUnknownTargetDelaysOnlyWhatItCovers) {
    OrderCoreBench bench;
    const ClientOrderId entry = bench.enter(planned(bench, 5, 300, 0));
    bench.accept(entry);
    bench.fill(entry, 3, 3, 210);
    const ClientOrderId target = bench.newest();
    bench.answer(target, WriteVerdict::Unknown);
    bench.facts.sessionOpen = false; // no second target
    bench.fill(entry, 2, 5, 210);
    bench.facts.sessionOpen = true;
    close(bench);
    ASSERT_EQ(bench.transmits.size(), 3U);
    EXPECT_EQ(postOf(bench.transmits[2]).quantity, Quantity::whole(2));
    EXPECT_EQ(bench.coverage(), Quantity::whole(5));
}

TEST(Exit, AnUnknownChangeOfACancelledTargetDoesNotHoldTheExitForAMinute) {
    OrderCoreBench bench;
    const ClientOrderId entry = bench.enter(planned(bench, 5, 300, 0));
    bench.accept(entry);
    bench.fill(entry, 3, 3, 210);
    const ClientOrderId target = bench.newest();
    bench.accept(target);
    bench.fill(entry, 2, 5, 210);
    const ClientOrderId change = bench.newest();
    bench.answer(change, WriteVerdict::Unknown);
    close(bench);
    bench.cancelled(target);
    bench.advance(Duration::seconds(1));
    ASSERT_FALSE(bench.lookUps.empty());
    bench.negativeLookUp(change);
    EXPECT_EQ(bench.order(change).end, OrderEnd::Unseen);
    bench.advance(Duration::seconds(2));
    EXPECT_EQ(postOf(bench.transmits.back()).quantity, Quantity::whole(5));
}

TEST(Stop, AsksForTheQuotesNoStreamBrings) {
    OrderCoreBench bench;
    bench.hold(planned(bench, 3, 0, 150));
    bench.quote(205, 215);
    bench.reads.clear();
    bench.advance(Duration::seconds(1));
    EXPECT_TRUE(bench.reads.empty()) << "the quote is fresh";
    bench.advance(Duration::milliseconds(1'500));
    ASSERT_EQ(bench.reads.size(), 1U);
    EXPECT_EQ(bench.reads[0].symbols, std::vector<Symbol>{bench.symbol});
    bench.advance(Duration::milliseconds(500));
    EXPECT_EQ(bench.reads.size(), 1U) << "not before the answer had its time";
    for (int i = 0; i < 10; ++i)
        bench.advance(Duration::seconds(1));
    EXPECT_GE(bench.reads.size(), 4U);
    EXPECT_LE(bench.reads.size(), 7U);
    // What was read is what stops it out.
    bench.quote(140, 150);
    bench.advance(Duration::milliseconds(600));
    EXPECT_EQ(bench.trade().phase, TradePhase::Exiting);
}

TEST(Stop, ATradeWithoutOneOrAClosedMarketAsksForNothing) {
    OrderCoreBench bench;
    bench.hold(planned(bench, 3, 300, 0));
    bench.quote(205, 215);
    bench.reads.clear();
    for (int i = 0; i < 10; ++i)
        bench.advance(Duration::seconds(1));
    EXPECT_TRUE(bench.reads.empty());
    OrderCoreBench closed;
    closed.hold(planned(closed, 3, 0, 150));
    closed.facts.sessionOpen = false;
    closed.reads.clear();
    for (int i = 0; i < 10; ++i)
        closed.advance(Duration::seconds(1));
    EXPECT_TRUE(closed.reads.empty());
}

} // namespace
} // namespace strikedesk::trade
