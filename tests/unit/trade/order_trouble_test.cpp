// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/trade/order_core_bench.h"

#include <gtest/gtest.h>

#include <algorithm>

// What the broker or another client of the account does to our orders behind our back.

namespace strikedesk::trade {
namespace {

EntryTicket troubled(OrderCoreBench& bench, int contracts, int targetCents, int stopCents) {
    EntryTicket ticket = bench.ticket(contracts);
    if (targetCents > 0)
        ticket.plan.takeProfit = TakeProfit{TakeProfit::Kind::AtPrice, Price::fromCents(targetCents), 0};
    if (stopCents > 0)
        ticket.plan.stop = Price::fromCents(stopCents);
    return ticket;
}

long saidTimes(const OrderCoreBench& bench, const std::string& code) {
    return std::count_if(bench.notices.begin(), bench.notices.end(),
                         [&](const Notice& notice) { return notice.code == code; });
}

TEST(OrderTrouble, ATakeProfitTheBrokerCancelledIsSaid) {
    OrderCoreBench bench;
    bench.hold(troubled(bench, 5, 300, 0));
    const ClientOrderId target = bench.newest();
    bench.accept(target);
    bench.cancelled(target);
    EXPECT_EQ(saidTimes(bench, "target.withdrawn"), 1);
    bench.cancelled(target);
    bench.advance(Duration::seconds(30));
    EXPECT_EQ(saidTimes(bench, "target.withdrawn"), 1);
    EXPECT_EQ(bench.transmits.size(), 2U) << "a person must look first";
}

TEST(OrderTrouble, OneWeCancelledIsNotSaidToBeWithdrawn) {
    OrderCoreBench bench;
    bench.hold(troubled(bench, 5, 300, 0));
    const ClientOrderId target = bench.newest();
    bench.accept(target);
    EXPECT_FALSE(bench.core.cancelOrder(target, bench.context()));
    bench.pump();
    bench.cancelled(target);
    EXPECT_EQ(saidTimes(bench, "target.withdrawn"), 0);
}

TEST(OrderTrouble, ACancelThatNeverEndsIsSaidAgainAndAgainAndAsked) {
    OrderCoreBench bench;
    bench.hold(troubled(bench, 5, 300, 150));
    const ClientOrderId target = bench.newest();
    bench.accept(target);
    bench.quote(140, 145);
    bench.advance(Duration::milliseconds(500));
    ASSERT_EQ(bench.trade().phase, TradePhase::Exiting);
    bench.update(OrderEventKind::PendingCancel, bench.seen(target, OrderStatus::PendingCancel));
    bench.advance(Duration::seconds(29));
    EXPECT_EQ(saidTimes(bench, "order.stuck"), 0);
    for (int second = 0; second < 95; ++second)
        bench.advance(Duration::seconds(1));
    EXPECT_EQ(saidTimes(bench, "order.stuck"), 2);
    EXPECT_EQ(bench.transmits.size(), 2U) << "what the order holds is not sold twice";
    EXPECT_TRUE(bench.core.hasInFlight());
    bench.cancelled(target);
    bench.quote(140, 145);
    bench.advance(Duration::seconds(2));
    EXPECT_EQ(bench.transmits.size(), 3U);
}

TEST(OrderTrouble, AChangeThatNeverEndsIsCancelledAllTheSame) {
    OrderCoreBench bench;
    bench.hold(troubled(bench, 5, 300, 150));
    const ClientOrderId target = bench.newest();
    bench.accept(target);
    bench.update(OrderEventKind::PendingReplace, bench.seen(target, OrderStatus::PendingReplace));
    bench.quote(140, 145);
    bench.advance(Duration::milliseconds(500));
    ASSERT_EQ(bench.trade().phase, TradePhase::Exiting);
    bench.advance(Duration::seconds(5));
    EXPECT_TRUE(bench.cancels.empty()) << "the broker refuses it while the change is under way";
    for (int second = 0; second < 30; ++second)
        bench.advance(Duration::seconds(1));
    EXPECT_FALSE(bench.cancels.empty());
    EXPECT_EQ(saidTimes(bench, "order.stuck"), 1);
}

TEST(OrderTrouble, AnExitInAStatusNobodyKnowsIsNotChanged) {
    OrderCoreBench bench;
    bench.hold(troubled(bench, 5, 0, 0));
    EXPECT_FALSE(bench.core.closeTrade(bench.trade().id, ExitReason::Manual, bench.context()));
    bench.pump();
    const ClientOrderId exit = bench.newest();
    bench.accept(exit);
    bench.advance(Duration::milliseconds(100));
    bench.update(OrderEventKind::Unrecognised, bench.seen(exit, OrderStatus::Unrecognised));
    EXPECT_TRUE(bench.wasNoticed("order.unknown_status"));
    for (int second = 0; second < 10; ++second)
        bench.advance(Duration::seconds(1));
    EXPECT_EQ(bench.transmits.size(), 2U);
    EXPECT_EQ(bench.order(exit).phase, OrderPhase::Working);
}

TEST(OrderTrouble, FramesOfOneMomentThatChangedPlacesDoNotTakeAnOrderBack) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.enter(bench.ticket(5));
    bench.accept(id, OrderStatus::PendingNew);
    bench.advance(Duration::seconds(1));
    bench.fill(id, 2, 2, 210);
    bench.update(OrderEventKind::New, bench.seen(id, OrderStatus::New));
    EXPECT_EQ(bench.order(id).status, OrderStatus::PartiallyFilled);
}

WriteOutcome heldForOrders() {
    WriteOutcome outcome;
    outcome.verdict = WriteVerdict::Rejected;
    outcome.httpStatus = 403;
    outcome.brokerCode = 40310000;
    outcome.message = "insufficient qty available for order (requested: 3, available: 0)";
    return outcome;
}

void refuseAsHeld(OrderCoreBench& bench) {
    bench.core.onAnswer(bench.newest(), heldForOrders(), bench.context());
    bench.pump();
}

Quantity postedQuantity(const OrderCoreBench& bench) {
    return std::get<OrderRequest>(bench.transmits.back().request).quantity.value_or(Quantity());
}

TEST(ExitRefused, ForAReasonThatPassesIsTriedAgainWithPausesAndForAsLongAsItTakes) {
    OrderCoreBench bench;
    bench.hold(bench.ticket(3));
    EXPECT_FALSE(bench.core.closeTrade(bench.trade().id, ExitReason::Manual, bench.context()));
    bench.pump();
    std::vector<int> triedAt;
    int second = 0;
    refuseAsHeld(bench);
    EXPECT_EQ(saidTimes(bench, "exit.held"), 1);
    for (std::size_t sent = bench.transmits.size(); second < 150; ++second) {
        bench.quote(200, 210);
        bench.advance(Duration::seconds(1));
        if (bench.transmits.size() == sent)
            continue;
        sent = bench.transmits.size();
        triedAt.push_back(second + 1);
        refuseAsHeld(bench);
    }
    EXPECT_EQ(triedAt, (std::vector{2, 6, 14, 30, 60, 90, 120, 150}));
    EXPECT_EQ(saidTimes(bench, "exit.held"), 3) << "once a minute";
    EXPECT_TRUE(bench.core.hasInFlight());
    bench.advance(Duration::seconds(30));
    bench.accept(bench.newest());
    bench.fill(bench.newest(), 1, 1, 200);
    EXPECT_EQ(bench.trade().exitSetbacks, 0);
}

TEST(ExitRefused, ByTheExchangeAfterTheBrokerTookItIsTriedAgainForAsLongAsItTakes) {
    OrderCoreBench bench;
    bench.hold(bench.ticket(3));
    EXPECT_FALSE(bench.core.closeTrade(bench.trade().id, ExitReason::Manual, bench.context()));
    bench.pump();
    int tried = 0;
    for (int second = 0; second < 200; ++second) {
        bench.quote(200, 210);
        if (bench.order(bench.newest()).isLive()) {
            ++tried;
            bench.accept(bench.newest());
            bench.rejected(bench.newest());
        }
        bench.advance(Duration::seconds(1));
    }
    EXPECT_GE(tried, 8);
    EXPECT_LE(tried, 12) << "with pauses";
    EXPECT_EQ(bench.trade().exitRefusals, 0);
    EXPECT_GE(saidTimes(bench, "exit.held"), 3);
}

TEST(ExitRefused, ForGoodIsSaidAgainEveryMinute) {
    OrderCoreBench bench;
    bench.hold(bench.ticket(3));
    EXPECT_FALSE(bench.core.closeTrade(bench.trade().id, ExitReason::Manual, bench.context()));
    bench.pump();
    for (int second = 0; second < 130; ++second) {
        if (bench.order(bench.newest()).isLive())
            bench.answer(bench.newest(), WriteVerdict::Rejected);
        bench.advance(Duration::seconds(1));
    }
    EXPECT_EQ(bench.transmits.size(), 4U);
    EXPECT_EQ(saidTimes(bench, "exit.refused"), 3);
}

TEST(ExitRefused, SellsNoMoreThanTheBrokerShows) {
    OrderCoreBench bench;
    const ClientOrderId entry = bench.hold(troubled(bench, 3, 0, 150));
    bench.advance(Duration::seconds(1));
    bench.quote(140, 145);
    bench.advance(Duration::milliseconds(500));
    ASSERT_EQ(postedQuantity(bench), Quantity::whole(3));
    refuseAsHeld(bench); // one was sold on the broker's page
    bench.advance(Duration::seconds(1));
    BrokerSweep sweep = bench.sweep({bench.seen(entry, OrderStatus::Filled, 3)}, 2);
    sweep.positions[0].available = Quantity::whole(2);
    bench.take(sweep);
    bench.advance(Duration::seconds(1));
    ASSERT_EQ(bench.transmits.size(), 3U);
    EXPECT_EQ(postedQuantity(bench), Quantity::whole(2));
    bench.accept(bench.newest());
    bench.fill(bench.newest(), 2, 2, 140);
    bench.advance(Duration::seconds(2));
    sweep = bench.sweep({}, 0);
    bench.take(sweep);
    bench.advance(Duration::seconds(2));
    EXPECT_EQ(bench.transmits.size(), 3U) << "the third is not there";
    bench.advance(Duration::minutes(1));
    EXPECT_EQ(bench.transmits.size(), 3U);
    EXPECT_EQ(saidTimes(bench, "exit.held_elsewhere"), 1);
}

TEST(ExitRefused, WhatOrdersOfOthersHoldIsLeftToThem) {
    OrderCoreBench bench;
    const ClientOrderId entry = bench.hold(troubled(bench, 5, 0, 0));
    EXPECT_FALSE(bench.core.closeTrade(bench.trade().id, ExitReason::Manual, bench.context()));
    bench.pump();
    refuseAsHeld(bench);
    bench.advance(Duration::seconds(1));
    BrokerSweep sweep = bench.sweep({bench.seen(entry, OrderStatus::Filled, 5)}, 5);
    sweep.positions[0].available = Quantity::whole(1);
    bench.take(sweep);
    bench.advance(Duration::seconds(1));
    ASSERT_EQ(bench.transmits.size(), 3U);
    EXPECT_EQ(postedQuantity(bench), Quantity::whole(1));
}

BrokerOrder successorOf(OrderCoreBench& bench, const ClientOrderId& before, int cents) {
    BrokerOrder order = bench.seen(before, OrderStatus::New);
    order.id = BrokerOrderId("page-order");
    order.clientOrderId = ClientOrderId("page-client");
    order.limitPrice = Price::fromCents(cents);
    order.replaces = OrderCoreBench::brokerId(before);
    return order;
}

BrokerOrder replacedAtThePage(OrderCoreBench& bench, const ClientOrderId& before) {
    BrokerOrder order = bench.seen(before, OrderStatus::Replaced);
    order.replacedBy = BrokerOrderId("page-order");
    return order;
}

TEST(ChangedElsewhere, TheSuccessorOfATakeProfitGoesOnAsOurs) {
    OrderCoreBench bench;
    bench.hold(troubled(bench, 5, 300, 150));
    const ClientOrderId target = bench.newest();
    bench.accept(target);
    bench.update(OrderEventKind::Replaced, replacedAtThePage(bench, target));
    bench.advance(Duration::seconds(2));
    EXPECT_EQ(bench.transmits.size(), 2U) << "what took its place may hold the contracts";
    EXPECT_TRUE(bench.core.hasInFlight());
    bench.update(OrderEventKind::New, successorOf(bench, target, 280));
    EXPECT_EQ(saidTimes(bench, "order.changed_elsewhere"), 1);
    EXPECT_TRUE(bench.core.foreignOrders().empty());
    EXPECT_EQ(bench.coverage(), Quantity::whole(5));
    EXPECT_EQ(bench.trade().target, Price::fromCents(280));
    EXPECT_EQ(bench.restarted().book().closingCoverage(bench.trade()), Quantity::whole(5));
    // A stop takes it away like any other target of ours.
    bench.quote(140, 145);
    bench.advance(Duration::milliseconds(500));
    ASSERT_FALSE(bench.cancels.empty());
    EXPECT_EQ(bench.cancels.back().brokerOrderId, BrokerOrderId("page-order"));
    BrokerOrder gone = successorOf(bench, target, 280);
    gone.status = OrderStatus::Canceled;
    bench.update(OrderEventKind::Canceled, gone);
    ASSERT_EQ(bench.transmits.size(), 3U);
    EXPECT_EQ(postedQuantity(bench), Quantity::whole(5));
}

TEST(ChangedElsewhere, InWhateverOrderItIsHeardOf) {
    for (const bool isNamed : {true, false}) {
        OrderCoreBench bench;
        bench.hold(troubled(bench, 5, 300, 0));
        const ClientOrderId target = bench.newest();
        bench.accept(target);
        BrokerOrder successor = successorOf(bench, target, 280);
        if (!isNamed)
            successor.replaces = BrokerOrderId();
        bench.update(OrderEventKind::New, successor);
        bench.update(OrderEventKind::Replaced, replacedAtThePage(bench, target));
        EXPECT_EQ(bench.coverage(), Quantity::whole(5)) << isNamed;
        EXPECT_EQ(bench.transmits.size(), 2U);
        bench.core.setKill(KillLevel::CancelAll, "test", bench.context());
        bench.pump();
        ASSERT_EQ(bench.cancels.size(), 1U) << isNamed;
        EXPECT_EQ(bench.cancels[0].brokerOrderId, BrokerOrderId("page-order"));
    }
}

TEST(ChangedElsewhere, AnOrderOfAnotherContractIsNoSuccessor) {
    OrderCoreBench bench;
    bench.hold(troubled(bench, 5, 300, 0));
    const ClientOrderId target = bench.newest();
    bench.accept(target);
    BrokerOrder other = successorOf(bench, target, 280);
    other.symbol = Symbol::of("SPY260320C00510000");
    bench.update(OrderEventKind::New, other);
    other = successorOf(bench, target, 280);
    other.side = Side::Buy;
    bench.update(OrderEventKind::New, other);
    EXPECT_EQ(bench.core.foreignOrders().size(), 1U);
    EXPECT_EQ(bench.core.book().orders().size(), 2U);
}

TEST(ChangeRefused, AndAppliedAllTheSameCountsUntilItIsFound) {
    for (const bool isStreamFirst : {true, false}) {
        OrderCoreBench bench;
        bench.hold(troubled(bench, 5, 0, 0));
        EXPECT_FALSE(bench.core.closeTrade(bench.trade().id, ExitReason::Manual, bench.context()));
        bench.pump();
        const ClientOrderId exit = bench.newest();
        bench.accept(exit);
        bench.advance(Duration::seconds(2));
        const ClientOrderId change = bench.newest();
        ASSERT_NE(change, exit);
        const auto replaced = [&] {
            bench.update(OrderEventKind::Replaced, bench.seen(exit, OrderStatus::Replaced));
        };
        if (isStreamFirst)
            replaced();
        bench.answer(change, WriteVerdict::Rejected);
        if (!isStreamFirst)
            replaced();
        EXPECT_EQ(bench.order(change).phase, OrderPhase::Unknown) << isStreamFirst;
        EXPECT_EQ(bench.coverage(), Quantity::whole(5));
        const std::size_t sent = bench.transmits.size();
        bench.advance(Duration::seconds(3));
        EXPECT_EQ(bench.transmits.size(), sent) << "what may work there is not sold again";
        EXPECT_FALSE(bench.lookUps.empty());
        EXPECT_EQ(bench.restarted().book().order(change)->phase, OrderPhase::Unknown);
        bench.core.onLookUp(change, bench.seen(change, OrderStatus::New), true, bench.context());
        bench.pump();
        EXPECT_EQ(bench.order(change).phase, OrderPhase::Working);
        EXPECT_EQ(bench.coverage(), Quantity::whole(5));
    }
}

TEST(Quarantine, OutlivesARestartAndTwoAgreeingSweepsEndIt) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.hold(bench.ticket());
    const auto read = [&](int position) {
        bench.advance(Duration::seconds(10));
        bench.take(bench.sweep({bench.seen(id, OrderStatus::Filled, 5)}, position));
    };
    read(3);
    read(3);
    ASSERT_TRUE(bench.core.memory().quarantined.contains(bench.symbol));
    EXPECT_TRUE(bench.restarted().memory().quarantined.contains(bench.symbol));
    read(5);
    EXPECT_TRUE(bench.core.memory().quarantined.contains(bench.symbol)) << "one agreement proves little";
    read(3);
    read(5);
    EXPECT_TRUE(bench.core.memory().quarantined.contains(bench.symbol));
    read(5);
    EXPECT_FALSE(bench.core.memory().quarantined.contains(bench.symbol));
    EXPECT_FALSE(bench.restarted().memory().quarantined.contains(bench.symbol));
    EXPECT_EQ(saidTimes(bench, "position.differs"), 1);
    EXPECT_EQ(saidTimes(bench, "position.agrees"), 1);
}

TEST(Quarantine, ATwinThatWentWithoutAFillIsForgiven) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.enter(bench.ticket());
    bench.accept(id);
    BrokerOrder twin = bench.seen(id, OrderStatus::New);
    twin.id = BrokerOrderId("a second one");
    const auto read = [&] {
        bench.advance(Duration::seconds(10));
        bench.take(bench.sweep({bench.seen(id, OrderStatus::New), twin}, 0));
    };
    for (int sweep = 0; sweep < 3; ++sweep)
        read();
    EXPECT_TRUE(bench.core.memory().quarantined.contains(bench.symbol));
    EXPECT_EQ(saidTimes(bench, "order.twin"), 1);
    twin.status = OrderStatus::Canceled;
    read();
    read();
    EXPECT_FALSE(bench.core.memory().quarantined.contains(bench.symbol));
}

TEST(Quarantine, AContradictionReadAgainIsKeptAndSaidOnce) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.hold(bench.ticket());
    BrokerActivity other;
    other.id = "20260303::x";
    other.type = "FILL";
    other.orderId = OrderCoreBench::brokerId(id);
    other.quantity = Quantity::whole(5);
    other.cumulativeQuantity = Quantity::whole(5);
    other.price = Price::fromCents(150);
    std::size_t records = 0;
    for (int sweep = 0; sweep < 4; ++sweep) {
        bench.advance(Duration::seconds(10));
        BrokerSweep books = bench.sweep({bench.seen(id, OrderStatus::Filled, 5)}, 5);
        books.activities = {other};
        bench.take(books);
        if (sweep == 0) {
            records = bench.log.size();
            EXPECT_TRUE(bench.core.memory().quarantined.contains(bench.symbol));
        }
    }
    EXPECT_EQ(saidTimes(bench, "fill.conflict"), 1);
    EXPECT_LE(bench.log.size(), records + 1) << "at most the release";
}

} // namespace
} // namespace strikedesk::trade
