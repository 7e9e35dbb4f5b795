// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/support/snapshot_builder.h"
#include "ui/panels/chart/chart_line_commands.h"

#include <gtest/gtest.h>

namespace strikedesk::ui {

namespace {

constexpr const char* kCall = "SOFI261127C00029000";
const ClientOrderId kTarget("demo-0418-t1-tp");

engine::EngineSnapshot held() {
    return SnapshotBuilder()
        .openTrade("t1", kCall, 4, 200, 206, 210, 160)
        .workingEntry("t2", kCall, 2, 190)
        .build();
}

} // namespace

TEST(ChartLineCommands, DroppingTheTargetChangesThePlanAndKeepsTheStop) {
    const auto wish = movedLine(held(), orderLineId(kTarget), Price::fromCents(225));
    ASSERT_TRUE(wish);
    const auto* plan = std::get_if<engine::PlanRequested>(&*wish);
    ASSERT_NE(plan, nullptr);
    EXPECT_EQ(plan->tradeId, IntentId("t1"));
    EXPECT_EQ(plan->plan.takeProfit->price, Price::fromCents(225));
    EXPECT_EQ(plan->plan.stop, Price::fromCents(160));
}

TEST(ChartLineCommands, DroppingTheStopKeepsTheTarget) {
    const auto wish = movedLine(held(), stopLineId(IntentId("t1")), Price::fromCents(170));
    const auto* plan = std::get_if<engine::PlanRequested>(&*wish);
    ASSERT_NE(plan, nullptr);
    EXPECT_EQ(plan->plan.stop, Price::fromCents(170));
    EXPECT_EQ(plan->plan.takeProfit->price, Price::fromCents(210));
}

TEST(ChartLineCommands, TheCrossCancelsAnOrderAndTakesAStopOutOfThePlan) {
    const auto cancel = cancelledLine(held(), orderLineId(kTarget));
    ASSERT_NE(std::get_if<engine::CancelRequested>(&*cancel), nullptr);
    EXPECT_EQ(std::get<engine::CancelRequested>(*cancel).clientOrderId, kTarget);
    const auto unplan = cancelledLine(held(), stopLineId(IntentId("t1")));
    EXPECT_FALSE(std::get<engine::PlanRequested>(*unplan).plan.stop);
    EXPECT_TRUE(std::get<engine::PlanRequested>(*unplan).plan.takeProfit);
}

TEST(ChartLineCommands, AsksForNothingOfALineThatIsGoneOrCannotMove) {
    const auto snapshot = held();
    const Price price = Price::fromCents(200);
    EXPECT_FALSE(movedLine(snapshot, orderLineId(ClientOrderId("demo-0418-t2")), price)) << "an entry";
    EXPECT_FALSE(movedLine(snapshot, orderLineId(ClientOrderId("demo-0418-t1")), price)) << "ended";
    EXPECT_FALSE(cancelledLine(snapshot, orderLineId(ClientOrderId("demo-0418-t1")))) << "ended";
    EXPECT_FALSE(movedLine(snapshot, orderLineId(kTarget), Price()));
    EXPECT_FALSE(movedLine(snapshot, stopLineId(IntentId("t9")), price));
    for (const char* id : {"", "order:", "stop:", "target:", "nonsense", "order", "ORDER:demo-0418-t1-tp"}) {
        EXPECT_FALSE(movedLine(snapshot, QString::fromLatin1(id), price)) << id;
        EXPECT_FALSE(cancelledLine(snapshot, QString::fromLatin1(id))) << id;
    }
    EXPECT_FALSE(movedLine(engine::EngineSnapshot(), orderLineId(kTarget), price));
    EXPECT_FALSE(cancelledLine(engine::EngineSnapshot(), orderLineId(kTarget)));
}

} // namespace strikedesk::ui
