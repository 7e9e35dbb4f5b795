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

} // namespace
} // namespace strikedesk::trade
