// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/trade/order_core_bench.h"

#include <gtest/gtest.h>

namespace strikedesk::trade {
namespace {

void kill(OrderCoreBench& bench, KillLevel level) {
    bench.core.setKill(level, "a person", bench.context());
    bench.pump();
}

EntryTicket withTarget(OrderCoreBench& bench) {
    EntryTicket ticket = bench.ticket();
    ticket.plan.takeProfit = TakeProfit{TakeProfit::Kind::AtPrice, Price::fromCents(300), 0};
    ticket.plan.stop = Price::fromCents(150);
    return ticket;
}

TEST(Kill, DisarmStopsMachinesAndNotPeople) {
    OrderCoreBench bench;
    kill(bench, KillLevel::Disarm);
    EXPECT_EQ(bench.kills.back(), KillLevel::Disarm);
    bench.advance(Duration::seconds(6));
    const ClientOrderId waiting = bench.enter(bench.ticket());
    kill(bench, KillLevel::Disarm);
    bench.quote(200, 210);
    EXPECT_EQ(bench.transmitsOf(waiting), 1);
}

TEST(Kill, TheButtonBlocksEntriesAndKeepsExits) {
    OrderCoreBench bench;
    bench.hold(withTarget(bench));
    bench.accept(bench.newest());
    const ClientOrderId working = bench.enter(bench.ticket(1, 205));
    bench.accept(working);
    bench.holdLog = true;
    const ClientOrderId recorded = bench.enter(bench.ticket(1, 206));
    kill(bench, KillLevel::BlockEntries);
    bench.holdLog = false;
    for (const std::uint64_t ticket : std::exchange(bench.unacknowledged, {}))
        bench.core.onLogAppended(ticket, bench.context());
    bench.pump();
    EXPECT_EQ(bench.transmitsOf(recorded), 0);
    ASSERT_EQ(bench.cancels.size(), 1U);
    EXPECT_EQ(bench.cancels[0].clientOrderId, working);
    EXPECT_EQ(bench.core.submitEntry(bench.ticket(1, 207), bench.context())->code, "kill");
    // The entry filled after all; its exits still work, and so does the stop of the first.
    const std::size_t before = bench.transmits.size();
    bench.quote(145, 154);
    bench.advance(Duration::milliseconds(500));
    const ClientOrderId target = bench.core.book().trades().begin()->second.orders[1];
    bench.cancelled(target);
    EXPECT_EQ(bench.transmits.size(), before + 1);
    EXPECT_FALSE(bench.transmits.back().addsExposure);
}

TEST(Kill, AWeakerLevelPressedLaterTakesNothingBack) {
    OrderCoreBench bench;
    kill(bench, KillLevel::CancelAll);
    kill(bench, KillLevel::BlockEntries);
    EXPECT_EQ(bench.core.book().kill(), KillLevel::CancelAll);
    EXPECT_EQ(bench.kills.back(), KillLevel::CancelAll);
    kill(bench, KillLevel::None);
    EXPECT_EQ(bench.core.book().kill(), KillLevel::None);
    EXPECT_FALSE(bench.core.submitEntry(bench.ticket(), bench.context()));
}

TEST(Kill, CancelAllSuspendsAutomaticExitsUntilReleased) {
    OrderCoreBench bench;
    bench.hold(withTarget(bench));
    const ClientOrderId target = bench.newest();
    bench.accept(target);
    kill(bench, KillLevel::CancelAll);
    ASSERT_EQ(bench.cancels.size(), 1U);
    bench.cancelled(target);
    bench.quote(145, 154);
    bench.advance(Duration::seconds(5));
    EXPECT_EQ(bench.transmits.size(), 2U);
    EXPECT_EQ(bench.trade().phase, TradePhase::Open);
    kill(bench, KillLevel::None);
    bench.quote(200, 210);
    EXPECT_EQ(bench.transmits.size(), 3U) << "the target rests again";
}

TEST(Kill, CancelAllStopsTheExitUnderWayAndAPersonMayCloseAgain) {
    OrderCoreBench bench;
    bench.hold(bench.ticket());
    EXPECT_FALSE(bench.core.closeTrade(bench.trade().id, ExitReason::Manual, bench.context()));
    bench.pump();
    const ClientOrderId exit = bench.newest();
    bench.accept(exit);
    kill(bench, KillLevel::CancelAll);
    bench.cancelled(exit);
    bench.advance(Duration::seconds(5));
    EXPECT_EQ(bench.transmits.size(), 2U);
    EXPECT_FALSE(bench.core.closeTrade(bench.trade().id, ExitReason::Manual, bench.context()));
    bench.pump();
    EXPECT_EQ(bench.transmits.size(), 3U);
}

TEST(Kill, FlattenClosesEveryTrade) {
    OrderCoreBench bench;
    bench.hold(withTarget(bench));
    const ClientOrderId target = bench.newest();
    bench.accept(target);
    const ClientOrderId unknown = bench.enter(bench.ticket(1, 205));
    bench.answer(unknown, WriteVerdict::Unknown);
    kill(bench, KillLevel::Flatten);
    bench.cancelled(target);
    EXPECT_EQ(bench.transmits.size(), 4U);
    EXPECT_EQ(bench.trade().reason, ExitReason::KillSwitch);
    // The unknown entry turns up filled: it is closed as well.
    bench.core.onLookUp(unknown, bench.seen(unknown, OrderStatus::PartiallyFilled), true, bench.context());
    bench.fill(unknown, 1, 1, 205);
    bench.advance(Duration::seconds(2));
    const TradeState& second = bench.core.book().trades().rbegin()->second;
    EXPECT_EQ(bench.core.book().closingCoverage(second), Quantity::whole(1));
}

TEST(Kill, SurvivesARestart) {
    for (const KillLevel level :
         {KillLevel::Disarm, KillLevel::BlockEntries, KillLevel::CancelAll, KillLevel::Flatten}) {
        OrderCoreBench bench;
        bench.hold(withTarget(bench));
        kill(bench, level);
        bench.core = bench.restarted();
        bench.kills.clear();
        bench.pump();
        EXPECT_EQ(bench.core.book().kill(), level);
        ASSERT_EQ(bench.kills.size(), 1U);
        EXPECT_EQ(bench.kills[0], level);
        if (level >= KillLevel::BlockEntries) {
            EXPECT_EQ(bench.core.submitEntry(bench.ticket(1, 205), bench.context())->code, "kill");
        }
        if (level == KillLevel::Flatten) {
            EXPECT_EQ(bench.trade().phase, TradePhase::Exiting);
        }
    }
}

TEST(Kill, CancelAllTakesOrdersOfOthersTooAndAsksUntilNoneIsLeft) {
    OrderCoreBench bench;
    BrokerOrder other;
    other.id = BrokerOrderId("theirs");
    other.clientOrderId = ClientOrderId("page");
    other.symbol = Symbol::of("AAPL");
    other.status = OrderStatus::New;
    bench.update(OrderEventKind::New, other);
    kill(bench, KillLevel::BlockEntries);
    EXPECT_TRUE(bench.cancels.empty());
    kill(bench, KillLevel::CancelAll);
    ASSERT_EQ(bench.cancels.size(), 1U);
    EXPECT_EQ(bench.cancels[0].brokerOrderId, other.id);
    for (int second = 0; second < 11; ++second)
        bench.advance(Duration::seconds(1));
    EXPECT_EQ(bench.cancels.size(), 3U);
    other.status = OrderStatus::Canceled;
    bench.update(OrderEventKind::Canceled, other);
    for (int second = 0; second < 11; ++second)
        bench.advance(Duration::seconds(1));
    EXPECT_EQ(bench.cancels.size(), 3U);
    EXPECT_FALSE(bench.wasNoticed("kill.foreign_left"));
}

} // namespace
} // namespace strikedesk::trade
