// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/trade/order_core_bench.h"

#include <gtest/gtest.h>

namespace strikedesk::trade {
namespace {

TEST(OrderCore, SendsNothingBeforeTheIntentIsDurable) {
    OrderCoreBench bench;
    bench.holdLog = true;
    const ClientOrderId id = bench.enter(bench.ticket());
    bench.advance(Duration::seconds(3));
    EXPECT_TRUE(bench.transmits.empty());
    EXPECT_EQ(bench.order(id).phase, OrderPhase::Recording);
    ASSERT_FALSE(bench.unacknowledged.empty());
    const std::uint64_t ticket = bench.unacknowledged.front();
    bench.core.onLogAppended(ticket + 1'000, bench.context());
    bench.pump();
    EXPECT_TRUE(bench.transmits.empty()) << "a ticket nobody issued";
    bench.core.onLogAppended(ticket, bench.context());
    bench.core.onLogAppended(ticket, bench.context());
    bench.pump();
    ASSERT_EQ(bench.transmitsOf(id), 1);
    const auto& request = std::get<OrderRequest>(bench.transmits.front().request);
    EXPECT_EQ(request.clientOrderId, id);
    EXPECT_EQ(request.intent, PositionIntent::BuyToOpen);
    EXPECT_EQ(request.quantity, Quantity::whole(5));
    EXPECT_TRUE(bench.transmits.front().addsExposure);
}

TEST(OrderCore, AFailedCommitSendsNothingEver) {
    OrderCoreBench bench;
    bench.holdLog = true;
    const ClientOrderId first = bench.enter(bench.ticket());
    const ClientOrderId second = bench.enter(bench.ticket(1, 205));
    ASSERT_EQ(bench.unacknowledged.size(), 2U);
    bench.core.onLogFailed(bench.unacknowledged[0], "disk full", bench.context());
    // Even an acknowledgement of a later commit lets nothing out: the log has a hole.
    bench.core.onLogAppended(bench.unacknowledged[1], bench.context());
    bench.pump();
    EXPECT_TRUE(bench.transmits.empty());
    EXPECT_EQ(bench.core.book().order(first), nullptr) << "as if nobody had decided it";
    EXPECT_EQ(bench.core.book().trades().size(), 1U);
    EXPECT_EQ(bench.order(second).end, OrderEnd::NotSent);
    EXPECT_TRUE(bench.wasNoticed("log_failed"));
    EXPECT_TRUE(bench.wasNoticed("not_sent.log_failed"));
    EXPECT_EQ(bench.core.submitEntry(bench.ticket(1, 206), bench.context())->code, "log_failed");
}

TEST(OrderCore, AFillIsCommittedBeforeWhatIsDecidedOfItAndApart) {
    OrderCoreBench bench;
    EntryTicket ticket = bench.ticket(5);
    ticket.plan.takeProfit = TakeProfit{TakeProfit::Kind::AtPrice, Price::fromCents(300), 0};
    const ClientOrderId entry = bench.enter(ticket);
    bench.accept(entry);
    bench.holdLog = true;
    bench.fill(entry, 5, 5, 210);
    ASSERT_EQ(bench.unacknowledged.size(), 2U);
    bench.core.onLogAppended(bench.unacknowledged[0], bench.context());
    bench.core.onLogFailed(bench.unacknowledged[1], "no space", bench.context());
    bench.pump();
    EXPECT_EQ(bench.held(), Quantity::whole(5));
    EXPECT_TRUE(bench.core.isDurable()) << "the fill is on the disk, the take-profit is gone";
    EXPECT_EQ(bench.trade().orders.size(), 1U);
    EXPECT_EQ(bench.transmits.size(), 1U);
}

TEST(OrderCore, WhatNeverBecameDurableIsNeverShown) {
    OrderCoreBench bench;
    const ClientOrderId entry = bench.enter(bench.ticket(5));
    bench.accept(entry);
    bench.holdLog = true;
    bench.fill(entry, 5, 5, 210);
    ASSERT_EQ(bench.unacknowledged.size(), 1U);
    bench.core.onLogFailed(bench.unacknowledged[0], "input/output error", bench.context());
    EXPECT_FALSE(bench.core.isDurable());
    bench.holdLog = false;
    bench.advance(Duration::seconds(1));
    EXPECT_FALSE(bench.core.isDurable());
}

TEST(OrderCore, AsksTheGateAgainOnceDurable) {
    OrderCoreBench bench;
    bench.holdLog = true;
    const ClientOrderId id = bench.enter(bench.ticket());
    bench.facts.streamReady = false;
    bench.core.onLogAppended(bench.unacknowledged.front(), bench.context());
    bench.pump();
    EXPECT_TRUE(bench.transmits.empty());
    EXPECT_EQ(bench.order(id).end, OrderEnd::NotSent);
    EXPECT_EQ(bench.trade().phase, TradePhase::Closed);
}

TEST(OrderCore, ACancelBeforeSendingStopsItHere) {
    OrderCoreBench bench;
    bench.holdLog = true;
    const ClientOrderId id = bench.enter(bench.ticket());
    EXPECT_FALSE(bench.core.cancelOrder(id, bench.context()));
    bench.core.onLogAppended(bench.unacknowledged.front(), bench.context());
    bench.pump();
    EXPECT_TRUE(bench.transmits.empty());
    EXPECT_TRUE(bench.cancels.empty());
    EXPECT_EQ(bench.order(id).end, OrderEnd::NotSent);
    EXPECT_EQ(bench.core.cancelOrder(id, bench.context())->code, "already_ended");
    EXPECT_EQ(bench.core.cancelOrder(ClientOrderId("x"), bench.context())->code, "no_such_order");
}

TEST(OrderCore, PressingTwiceBuysOnce) {
    OrderCoreBench bench;
    const EntryTicket ticket = bench.ticket();
    bench.enter(ticket);
    EXPECT_EQ(bench.core.submitEntry(ticket, bench.context())->code, "duplicate_intent");
    bench.advance(Duration::seconds(30));
    bench.quote(200, 210);
    EXPECT_EQ(bench.core.submitEntry(ticket, bench.context())->code, "duplicate_intent");
    bench.pump();
    EXPECT_EQ(bench.transmits.size(), 1U);
}

TEST(OrderCore, ReadsAStaleQuoteBeforeItSends) {
    OrderCoreBench bench;
    bench.advance(Duration::seconds(6));
    const EntryTicket ticket = bench.ticket();
    const ClientOrderId id = bench.enter(ticket);
    bench.enter(ticket); // pressed again while it waits
    EXPECT_EQ(bench.reads.size(), 2U);
    EXPECT_EQ(bench.core.book().order(id), nullptr);
    bench.quote(200, 210);
    EXPECT_EQ(bench.transmitsOf(id), 1);
    EXPECT_EQ(bench.transmits.size(), 1U);
    bench.advance(Duration::seconds(20));
    const ClientOrderId never = bench.enter(bench.ticket(2));
    bench.advance(Duration::seconds(4));
    EXPECT_EQ(bench.core.book().order(never), nullptr);
    EXPECT_TRUE(bench.wasNoticed("refused.quote_stale"));
}

TEST(OrderCore, TakesEachAnswerForWhatItIs) {
    OrderCoreBench bench;
    const ClientOrderId accepted = bench.enter(bench.ticket(1, 201));
    bench.accept(accepted);
    EXPECT_EQ(bench.order(accepted).phase, OrderPhase::Working);
    EXPECT_EQ(bench.order(accepted).brokerId, OrderCoreBench::brokerId(accepted));

    const ClientOrderId rejected = bench.enter(bench.ticket(1, 202));
    bench.answer(rejected, WriteVerdict::Rejected);
    EXPECT_EQ(bench.order(rejected).end, OrderEnd::Rejected);

    const ClientOrderId notSent = bench.enter(bench.ticket(1, 203));
    bench.answer(notSent, WriteVerdict::NotSent);
    EXPECT_EQ(bench.order(notSent).end, OrderEnd::NotSent);

    bench.advance(Duration::seconds(2));
    bench.quote(200, 210);
    const ClientOrderId unknown = bench.enter(bench.ticket(1, 204));
    bench.answer(unknown, WriteVerdict::Unknown);
    EXPECT_EQ(bench.order(unknown).phase, OrderPhase::Unknown);

    // "That id is taken": it arrived after all.
    bench.settings.maxOpenTradesPerSymbol = 10;
    const ClientOrderId taken = bench.enter(bench.ticket(1, 205));
    bench.answer(taken, WriteVerdict::Rejected, true);
    EXPECT_EQ(bench.order(taken).phase, OrderPhase::Unknown);

    // "Yes", and nothing that can be read.
    const ClientOrderId unreadable = bench.enter(bench.ticket(1, 206));
    bench.answer(unreadable, WriteVerdict::Accepted);
    EXPECT_EQ(bench.order(unreadable).phase, OrderPhase::Unknown);
}

TEST(OrderCore, AFillMayComeBeforeTheAnswer) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.enter(bench.ticket());
    bench.fill(id, 5, 5, 209);
    EXPECT_EQ(bench.held(), Quantity::whole(5));
    EXPECT_EQ(bench.order(id).end, OrderEnd::Filled);
    bench.accept(id, OrderStatus::PendingNew);
    EXPECT_EQ(bench.order(id).end, OrderEnd::Filled);
    EXPECT_EQ(bench.trade().phase, TradePhase::Open);
}

TEST(OrderCore, AReplayedStreamFillsOnce) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.enter(bench.ticket());
    const auto play = [&](OrderEventKind kind, OrderStatus status) {
        bench.update(kind, bench.seen(id, status));
    };
    play(OrderEventKind::PendingNew, OrderStatus::PendingNew);
    play(OrderEventKind::New, OrderStatus::New);
    bench.fill(id, 5, 5, 210);
    play(OrderEventKind::New, OrderStatus::New);
    bench.fill(id, 5, 5, 210);
    play(OrderEventKind::New, OrderStatus::New);
    EXPECT_EQ(bench.held(), Quantity::whole(5));
    EXPECT_EQ(bench.order(id).end, OrderEnd::Filled);
    EXPECT_EQ(bench.core.book().ledger().fills().size(), 1U);
    EXPECT_TRUE(bench.core.memory().quarantined.empty());
}

TEST(OrderCore, AReducedOrderObjectIsLookedUpAndBreaksNothing) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.enter(bench.ticket());
    bench.accept(id);
    OrderUpdate update;
    update.kind = OrderEventKind::PartialFill;
    update.order.clientOrderId = id;
    update.order.id = OrderCoreBench::brokerId(id);
    update.order.status = OrderStatus::PartiallyFilled;
    update.quantity = Quantity::whole(2);
    update.price = Price::fromCents(210);
    update.hasFilledQuantity = false;
    bench.core.onUpdate(update, bench.context());
    bench.pump();
    EXPECT_TRUE(bench.core.book().ledger().fills().empty());
    ASSERT_EQ(bench.lookUps.size(), 1U);
    bench.core.onLookUp(id, bench.seen(id, OrderStatus::PartiallyFilled, 2), true, bench.context());
    bench.pump();
    EXPECT_EQ(bench.order(id).missing(), Quantity::whole(2));
    EXPECT_TRUE(bench.core.hasInFlight());
}

TEST(OrderCore, AnUnknownStatusLeavesTheOrderAlone) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.enter(bench.ticket());
    bench.accept(id);
    BrokerOrder strange = bench.seen(id, OrderStatus::Unrecognised);
    strange.statusWord = "levitating";
    for (int again = 0; again < 3; ++again)
        bench.take(bench.sweep({strange}, 0));
    EXPECT_EQ(bench.order(id).phase, OrderPhase::Working);
    EXPECT_EQ(std::count_if(bench.notices.begin(), bench.notices.end(),
                            [](const Notice& n) { return n.code == "order.unknown_status"; }),
              1);
}

TEST(OrderCore, LooksForAnUnknownOrderAndFindsIt) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.enter(bench.ticket());
    bench.answer(id, WriteVerdict::Unknown);
    bench.advance(Duration::milliseconds(400));
    EXPECT_TRUE(bench.lookUps.empty());
    bench.advance(Duration::milliseconds(100));
    ASSERT_EQ(bench.lookUps.size(), 1U);
    bench.negativeLookUp(id);
    bench.advance(Duration::seconds(1));
    ASSERT_EQ(bench.lookUps.size(), 2U);
    bench.core.onLookUp(id, bench.seen(id, OrderStatus::New), true, bench.context());
    bench.pump();
    EXPECT_EQ(bench.order(id).phase, OrderPhase::Working);
    EXPECT_EQ(bench.transmitsOf(id), 1);
}

TEST(OrderCore, GivesUpOnlyAfterTheHorizonAndThreeNegatives) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.enter(bench.ticket());
    bench.answer(id, WriteVerdict::Unknown);
    std::size_t answered = 0;
    for (int second = 0; second < 59; ++second) {
        bench.advance(Duration::seconds(1));
        for (; answered < bench.lookUps.size(); ++answered)
            bench.negativeLookUp(id);
    }
    EXPECT_EQ(bench.order(id).phase, OrderPhase::Unknown);
    EXPECT_EQ(bench.core.submitEntry(bench.ticket(1, 201), bench.context()).has_value(), false);
    for (int second = 0; second < 10; ++second) {
        bench.advance(Duration::seconds(1));
        for (; answered < bench.lookUps.size(); ++answered)
            bench.negativeLookUp(id);
    }
    EXPECT_EQ(bench.order(id).end, OrderEnd::Unseen);
    EXPECT_EQ(bench.transmitsOf(id), 1);
    EXPECT_TRUE(bench.wasNoticed("order.unseen"));
    // It turns up after all: it comes back, and is not sent again.
    bench.take(bench.sweep({bench.seen(id, OrderStatus::New)}, 0));
    EXPECT_EQ(bench.order(id).phase, OrderPhase::Working);
    bench.fill(id, 5, 5, 210);
    EXPECT_EQ(bench.held(), Quantity::whole(5));
    EXPECT_EQ(bench.transmitsOf(id), 1);
}

TEST(OrderCore, EarlyNegativesProveNothingWhileLookUpsFail) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.enter(bench.ticket());
    bench.answer(id, WriteVerdict::Unknown);
    std::size_t answered = 0;
    for (int second = 0; second < 90; ++second) {
        bench.advance(Duration::seconds(1));
        for (; answered < bench.lookUps.size(); ++answered) {
            bench.core.onLookUp(id, std::nullopt, answered < 3, bench.context());
            bench.pump();
        }
    }
    EXPECT_EQ(bench.order(id).phase, OrderPhase::Unknown) << "nobody has looked beyond the horizon";
    bench.negativeLookUp(id);
    EXPECT_EQ(bench.order(id).end, OrderEnd::Unseen);
}

TEST(OrderCore, CancelsOnceItIsAtTheBrokerAndAsksAgain) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.enter(bench.ticket());
    EXPECT_FALSE(bench.core.cancelOrder(id, bench.context()));
    bench.pump();
    EXPECT_TRUE(bench.cancels.empty());
    bench.accept(id);
    ASSERT_EQ(bench.cancels.size(), 1U);
    EXPECT_EQ(bench.cancels[0].brokerOrderId, OrderCoreBench::brokerId(id));
    bench.advance(Duration::seconds(5));
    EXPECT_EQ(bench.cancels.size(), 1U) << "the first is still under way";
    WriteOutcome lost;
    lost.verdict = WriteVerdict::Unknown;
    bench.core.onCancelAnswer(id, lost, bench.context());
    bench.advance(Duration::seconds(2));
    EXPECT_EQ(bench.cancels.size(), 2U);
    bench.cancelled(id);
    EXPECT_EQ(bench.order(id).end, OrderEnd::Canceled);
    EXPECT_EQ(bench.trade().phase, TradePhase::Closed);
}

TEST(OrderCore, ACancelThatLosesTheRaceIsLookedUp) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.enter(bench.ticket());
    bench.accept(id);
    EXPECT_FALSE(bench.core.cancelOrder(id, bench.context()));
    bench.pump();
    WriteOutcome no;
    no.verdict = WriteVerdict::Rejected;
    no.httpStatus = 422;
    bench.core.onCancelAnswer(id, no, bench.context());
    bench.pump();
    ASSERT_EQ(bench.lookUps.size(), 1U);
    bench.core.onLookUp(id, bench.seen(id, OrderStatus::Filled, 5), true, bench.context());
    bench.pump();
    EXPECT_EQ(bench.order(id).end, OrderEnd::Filled);
    EXPECT_NE(bench.trade().phase, TradePhase::Closed) << "its fill is still to come";
    bench.fill(id, 5, 5, 210);
    EXPECT_EQ(bench.held(), Quantity::whole(5));
}

TEST(OrderCore, CancelsAnEntryThatDoesNotFillInTime) {
    OrderCoreBench bench;
    EntryTicket ticket = bench.ticket();
    ticket.fillWait = Duration::seconds(60);
    const ClientOrderId id = bench.enter(ticket);
    bench.accept(id);
    bench.fill(id, 2, 2, 210);
    bench.advance(Duration::seconds(59));
    EXPECT_TRUE(bench.cancels.empty());
    EXPECT_LE(*bench.core.nextDue(bench.now), bench.now.mono + Duration::seconds(1));
    bench.advance(Duration::seconds(1));
    ASSERT_EQ(bench.cancels.size(), 1U);
    bench.cancelled(id, 2);
    EXPECT_EQ(bench.held(), Quantity::whole(2));
    EXPECT_EQ(bench.trade().phase, TradePhase::Open);
}

TEST(OrderCore, ARestartLooksForWhatHasNoResultAndSendsNothing) {
    OrderCoreBench bench;
    const ClientOrderId sent = bench.enter(bench.ticket(1, 201));
    const ClientOrderId working = bench.enter(bench.ticket(1, 202));
    bench.accept(working);
    OrderCore fresh = bench.restarted();
    EXPECT_EQ(fresh.book().order(sent)->phase, OrderPhase::Unknown);
    EXPECT_EQ(fresh.book().order(working)->phase, OrderPhase::Working);
    bench.core = std::move(fresh);
    bench.transmits.clear();
    bench.pump();
    for (int second = 0; second < 5; ++second)
        bench.advance(Duration::seconds(1));
    EXPECT_TRUE(bench.transmits.empty());
    EXPECT_EQ(bench.lookUps.size(), 1U);
}

TEST(OrderCore, AForeignOrderIsShownAndOneWithOurMarkIsAlarming) {
    OrderCoreBench bench;
    BrokerOrder order;
    order.id = BrokerOrderId("theirs");
    order.clientOrderId = ClientOrderId("web-123");
    bench.update(OrderEventKind::New, order);
    EXPECT_EQ(bench.core.foreignOrders().size(), 1U);
    EXPECT_FALSE(bench.wasNoticed("order.orphan"));
    order.id = BrokerOrderId("lost");
    order.clientOrderId = ClientOrderId("demo0000-lost");
    bench.update(OrderEventKind::New, order);
    EXPECT_TRUE(bench.wasNoticed("order.orphan"));
}

TEST(OrderCore, TwoBrokerOrdersUnderOneIdStopTheContract) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.enter(bench.ticket());
    bench.accept(id);
    BrokerOrder twin = bench.seen(id, OrderStatus::New);
    twin.id = BrokerOrderId("twin");
    bench.take(bench.sweep({twin}, 0));
    EXPECT_TRUE(bench.wasNoticed("order.twin"));
    EXPECT_TRUE(bench.core.memory().quarantined.contains(bench.symbol));
    EXPECT_EQ(bench.order(id).brokerId, OrderCoreBench::brokerId(id));
}

TEST(OrderCore, ARefusalTheBrokerDoesNotStandByIsTakenBack) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.enter(bench.ticket());
    bench.answer(id, WriteVerdict::Rejected);
    EXPECT_EQ(bench.order(id).end, OrderEnd::Rejected);
    bench.take(bench.sweep({bench.seen(id, OrderStatus::New)}, 0));
    EXPECT_EQ(bench.order(id).phase, OrderPhase::Working);
    bench.fill(id, 5, 5, 210);
    EXPECT_EQ(bench.held(), Quantity::whole(5));
}

TEST(OrderCore, AnAnswerThatComesAfterTheStreamDoesNotTakeTheOrderBack) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.enter(bench.ticket(2));
    BrokerOrder routed = bench.seen(id, OrderStatus::New);
    routed.updatedAt = bench.now.market;
    bench.update(OrderEventKind::New, routed);
    WriteOutcome outcome;
    outcome.verdict = WriteVerdict::Accepted;
    outcome.order = bench.seen(id, OrderStatus::PendingNew);
    outcome.order->updatedAt = bench.now.market;
    bench.core.onAnswer(id, outcome, bench.context());
    bench.pump();
    EXPECT_EQ(bench.order(id).status, OrderStatus::New);
}

} // namespace
} // namespace strikedesk::trade
