// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/trade/order_core_bench.h"

#include <gtest/gtest.h>

namespace strikedesk::trade {
namespace {

BrokerActivity activityOf(const ClientOrderId& id, int contracts, int cumulative, int cents) {
    BrokerActivity activity;
    activity.id = "20260303::" + id.text() + std::to_string(cumulative);
    activity.type = "FILL";
    activity.orderId = OrderCoreBench::brokerId(id);
    activity.quantity = Quantity::whole(contracts);
    activity.cumulativeQuantity = Quantity::whole(cumulative);
    activity.price = Price::fromCents(cents);
    return activity;
}

BrokerOrder filledOrder(OrderCoreBench& bench, const ClientOrderId& id, int filled, int averageCents) {
    BrokerOrder order = bench.seen(id, OrderStatus::Filled, filled);
    order.filledAveragePrice = Price::fromCents(averageCents);
    return order;
}

TEST(Sweep, FindsAFillTheStreamNeverBrought) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.enter(bench.ticket());
    bench.accept(id);
    BrokerSweep sweep = bench.sweep({filledOrder(bench, id, 5, 210)}, 5);
    sweep.activities = {activityOf(id, 2, 2, 209), activityOf(id, 3, 5, 211)};
    bench.take(sweep);
    EXPECT_EQ(bench.held(), Quantity::whole(5));
    EXPECT_EQ(bench.trade().phase, TradePhase::Open);
    bench.fill(id, 3, 5, 211); // and then the stream brings it
    bench.take(sweep);
    EXPECT_EQ(bench.core.book().ledger().fills().size(), 2U);
    EXPECT_TRUE(bench.core.memory().quarantined.empty());
}

TEST(Sweep, FindsAnUnknownOrderAndItsFillsInOneReading) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.enter(bench.ticket());
    bench.answer(id, WriteVerdict::Unknown);
    BrokerSweep sweep = bench.sweep({filledOrder(bench, id, 5, 210)}, 5);
    sweep.activities = {activityOf(id, 5, 5, 210)};
    bench.take(sweep);
    EXPECT_EQ(bench.order(id).end, OrderEnd::Filled);
    EXPECT_EQ(bench.held(), Quantity::whole(5));
}

TEST(Sweep, InfersAFillOnlyAtTheSecondReadingAndTheRealOneReplacesIt) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.enter(bench.ticket());
    bench.accept(id);
    bench.take(bench.sweep({filledOrder(bench, id, 5, 210)}, 5));
    EXPECT_TRUE(bench.held().isZero());
    EXPECT_EQ(bench.order(id).missing(), Quantity::whole(5));
    bench.take(bench.sweep({filledOrder(bench, id, 5, 210)}, 5));
    EXPECT_EQ(bench.held(), Quantity::whole(5));
    EXPECT_TRUE(bench.wasNoticed("fill.inferred"));
    bench.fill(id, 2, 2, 206);
    bench.fill(id, 3, 5, 213);
    EXPECT_EQ(bench.held(), Quantity::whole(5));
    EXPECT_EQ(bench.core.book().ledger().filledValue(OrderCoreBench::brokerId(id)),
              Money::fromCents(2 * 206 + 3 * 213));
    EXPECT_TRUE(bench.core.memory().quarantined.empty()) << "the truth is no contradiction";
}

TEST(Sweep, OneReadingThatListsAnOrderTwiceIsStillOne) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.enter(bench.ticket());
    bench.accept(id);
    const BrokerOrder order = filledOrder(bench, id, 5, 210);
    bench.take(bench.sweep({order, order}, 5));
    EXPECT_TRUE(bench.held().isZero());
}

TEST(Sweep, InfersTheGapBetweenFillsItKnows) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.enter(bench.ticket());
    bench.accept(id);
    bench.fill(id, 1, 1, 200);
    bench.fill(id, 2, 5, 210);
    for (int reading = 0; reading < 2; ++reading)
        bench.take(bench.sweep({filledOrder(bench, id, 5, 207)}, 5));
    EXPECT_EQ(bench.held(), Quantity::whole(5));
    // 5 × 2.07 − 2.00 − 2 × 2.10 = 4.15 for two
    EXPECT_EQ(bench.core.book().ledger().filledValue(OrderCoreBench::brokerId(id)), Money::fromCents(1'035));
    EXPECT_TRUE(bench.core.memory().quarantined.empty());
}

TEST(Sweep, HostileFiguresAreNotInferredFrom) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.enter(bench.ticket());
    bench.accept(id);
    BrokerOrder order = filledOrder(bench, id, 5, 210);
    order.filledQuantity = Quantity::fromUnits(Quantity::kMaxUnits);
    order.filledAveragePrice = Price::fromUnits(Price::kMaxUnits);
    for (int reading = 0; reading < 4; ++reading)
        bench.take(bench.sweep({order}, 5));
    EXPECT_TRUE(bench.held().isZero());
}

TEST(Sweep, FillsThatContradictCloseTheContract) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.enter(bench.ticket());
    bench.accept(id);
    bench.fill(id, 2, 2, 209);
    BrokerSweep sweep = bench.sweep({bench.seen(id, OrderStatus::PartiallyFilled, 2)}, 2);
    sweep.activities = {activityOf(id, 2, 2, 150)};
    bench.take(sweep);
    EXPECT_TRUE(bench.wasNoticed("fill.conflict"));
    EXPECT_EQ(bench.core.book().conflictingFills(), 1U);
}

TEST(Sweep, ADifferenceThatLastsQuarantinesAndAgreementReleases) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.hold(bench.ticket());
    const BrokerOrder order = filledOrder(bench, id, 5, 210);
    // A fill at the same moment as the reading says nothing yet.
    bench.take(bench.sweep({order}, 3));
    bench.take(bench.sweep({order}, 3));
    EXPECT_TRUE(bench.core.memory().quarantined.empty());
    bench.advance(Duration::seconds(15));
    bench.take(bench.sweep({order}, 3));
    EXPECT_TRUE(bench.core.memory().quarantined.empty());
    bench.advance(Duration::seconds(15));
    bench.take(bench.sweep({order}, 3));
    EXPECT_TRUE(bench.core.memory().quarantined.contains(bench.symbol));
    EXPECT_TRUE(bench.wasNoticed("position.differs"));
    bench.quote(200, 210);
    bench.facts.accountReadAt = bench.now.mono;
    EXPECT_EQ(bench.core.submitEntry(bench.ticket(1, 205), bench.context())->code, "quarantined");
    EXPECT_FALSE(bench.core.closeTrade(bench.trade().id, ExitReason::Manual, bench.context()))
        << "exits are never blocked";
    bench.advance(Duration::seconds(15));
    for (int sweep = 0; sweep < 2; ++sweep)
        bench.take(bench.sweep({order}, 5));
    EXPECT_TRUE(bench.core.memory().quarantined.empty());
    EXPECT_TRUE(bench.wasNoticed("position.agrees"));
}

TEST(Sweep, PositionsWeDidNotOpenAreExternal) {
    OrderCoreBench bench;
    BrokerSweep sweep = bench.sweep({}, 7);
    bench.take(sweep);
    ASSERT_EQ(bench.core.externalPositions().size(), 1U);
    EXPECT_EQ(bench.core.externalPositions().at(bench.symbol).quantity, Quantity::whole(7));
    EXPECT_TRUE(bench.core.memory().quarantined.empty());
}

TEST(Sweep, AWorkingOrderItDoesNotShowIsLookedUp) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.enter(bench.ticket());
    bench.accept(id);
    bench.take(bench.sweep({}, 0));
    ASSERT_EQ(bench.lookUps.size(), 1U);
    bench.core.onLookUp(id, bench.seen(id, OrderStatus::Canceled), true, bench.context());
    bench.pump();
    EXPECT_EQ(bench.order(id).end, OrderEnd::Canceled);
}

TEST(Sweep, AnOlderStateDoesNotUndoANewerOne) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.enter(bench.ticket());
    bench.accept(id);
    const BrokerSweep old = bench.sweep({bench.seen(id, OrderStatus::New)}, 0);
    bench.advance(Duration::seconds(1));
    bench.fill(id, 2, 2, 210);
    bench.take(old);
    EXPECT_EQ(bench.order(id).status, OrderStatus::PartiallyFilled);
    bench.cancelled(id, 2);
    bench.take(old);
    EXPECT_EQ(bench.order(id).end, OrderEnd::Canceled);
}

} // namespace
} // namespace strikedesk::trade
