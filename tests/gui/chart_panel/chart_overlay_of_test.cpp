// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/support/snapshot_builder.h"
#include "ui/panels/chart/chart_line_commands.h"
#include "ui/panels/chart/chart_overlay_of.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace strikedesk::ui {

namespace {

constexpr const char* kCall = "SOFI261127C00029000";
const Symbol kContract = Symbol::of(kCall);
const Symbol kStock = Symbol::of("SOFI");

const charts::OrderLine* lineOf(const charts::ChartOverlay& overlay, const QString& id) {
    const auto found = std::find_if(overlay.orders.begin(), overlay.orders.end(),
                                    [&](const auto& line) { return line.id == id; });
    return found == overlay.orders.end() ? nullptr : &*found;
}

engine::EngineSnapshot held() {
    return SnapshotBuilder().openTrade("t1", kCall, 4, 200, 206, 210, 160).build();
}

/// The exit of the trade of held(), filled in two pieces at two prices.
trade::Fill exitFill(std::int64_t cents, std::int64_t cumulative) {
    trade::Fill fill;
    fill.brokerOrderId = BrokerOrderId("broker-t1-tp");
    fill.clientOrderId = ClientOrderId("demo-0418-t1-tp");
    fill.tradeId = IntentId("t1");
    fill.symbol = kContract;
    fill.side = trade::Side::Sell;
    fill.quantity = Quantity::whole(2);
    fill.cumulativeAfter = Quantity::whole(cumulative);
    fill.price = Price::fromCents(cents);
    fill.at = SnapshotBuilder::at() - Duration::seconds(60 - cumulative);
    return fill;
}

} // namespace

TEST(ChartOverlay, AContractShowsItsTargetItsStopAndItsPosition) {
    const auto overlay = overlayOf(held(), kContract, false);
    const auto* target = lineOf(overlay, orderLineId(ClientOrderId("demo-0418-t1-tp")));
    ASSERT_NE(target, nullptr);
    EXPECT_EQ(target->price, Price::fromCents(210));
    EXPECT_EQ(target->quantity, QStringLiteral("4"));
    EXPECT_TRUE(target->isMovable);
    EXPECT_TRUE(target->isCancellable);
    EXPECT_FALSE(target->isPending);
    const auto* stop = lineOf(overlay, stopLineId(IntentId("t1")));
    ASSERT_NE(stop, nullptr);
    EXPECT_EQ(stop->price, Price::fromCents(160));
    EXPECT_TRUE(stop->isMovable);
    ASSERT_TRUE(overlay.position);
    EXPECT_EQ(overlay.position->average, Price::fromCents(200));
    EXPECT_EQ(overlay.position->label, QStringLiteral("4 @ 2.00"));
    EXPECT_EQ(overlay.position->profit, QStringLiteral("+24.00"));
    EXPECT_EQ(overlay.position->tone, charts::ChartTone::Up);
    ASSERT_EQ(overlay.markers.size(), 1U);
    EXPECT_EQ(overlay.markers[0].kind, charts::TradeMarker::Kind::Entry);
    EXPECT_EQ(overlay.markers[0].fill, Price::fromCents(200));
    EXPECT_EQ(overlay.markers[0].label, QStringLiteral("4 @ 2.00"));
}

TEST(ChartOverlay, TheUnderlyingMarksTheTradesOfItsContractsAndNothingElse) {
    const auto overlay = overlayOf(held(), kStock, true);
    EXPECT_TRUE(overlay.orders.empty()) << "an option's price means nothing on the stock's axis";
    EXPECT_FALSE(overlay.position);
    ASSERT_EQ(overlay.markers.size(), 1U);
    EXPECT_EQ(overlay.markers[0].label, QStringLiteral("4 × 29 C @ 2.00"));
    EXPECT_FALSE(overlay.markers[0].fill);
    EXPECT_EQ(overlay.markers[0].at, SnapshotBuilder::at() - Duration::seconds(371));
    EXPECT_TRUE(overlayOf(held(), Symbol::of("SOF"), true).markers.empty());
    EXPECT_TRUE(overlayOf(held(), Symbol::of("SPY"), true).markers.empty());
    EXPECT_TRUE(overlayOf(held(), kStock, false).markers.empty());
}

TEST(ChartOverlay, OneMarkerAnOrderAtItsAveragePrice) {
    const auto snapshot = SnapshotBuilder()
                              .openTrade("t1", kCall, 4, 200, 206, 210, 160)
                              .fill(exitFill(210, 2))
                              .fill(exitFill(214, 4))
                              .build();
    const auto overlay = overlayOf(snapshot, kContract, false);
    ASSERT_EQ(overlay.markers.size(), 2U);
    EXPECT_EQ(overlay.markers[1].kind, charts::TradeMarker::Kind::Exit);
    EXPECT_EQ(overlay.markers[1].tone, charts::ChartTone::Down);
    EXPECT_EQ(overlay.markers[1].label, QStringLiteral("4 @ 2.12"));
    EXPECT_LT(overlay.markers[0].at, overlay.markers[1].at);
}

TEST(ChartOverlay, AnEntryIsNotMovedByDragging) {
    const auto overlay =
        overlayOf(SnapshotBuilder().workingEntry("t2", kCall, 2, 190).build(), kContract, false);
    ASSERT_EQ(overlay.orders.size(), 1U);
    EXPECT_FALSE(overlay.orders[0].isMovable);
    EXPECT_TRUE(overlay.orders[0].isCancellable);
    EXPECT_FALSE(overlay.position);
}

TEST(ChartOverlay, WhatIsNotConfirmedIsPending) {
    for (const auto phase :
         {trade::OrderPhase::Recording, trade::OrderPhase::Sending, trade::OrderPhase::Unknown}) {
        auto snapshot = SnapshotBuilder().workingEntry("t2", kCall, 2, 190).build();
        auto view = std::make_shared<engine::OrderView>(*snapshot.orders);
        view->orders[0].phase = phase;
        snapshot.orders = view;
        const auto overlay = overlayOf(snapshot, kContract, false);
        ASSERT_EQ(overlay.orders.size(), 1U);
        EXPECT_TRUE(overlay.orders[0].isPending);
    }
}

TEST(ChartOverlay, ATargetWithoutAnOrderIsShownAsNotPlaced) {
    auto snapshot = held();
    auto view = std::make_shared<engine::OrderView>(*snapshot.orders);
    view->orders[1].phase = trade::OrderPhase::Ended;
    snapshot.orders = view;
    const auto overlay = overlayOf(snapshot, kContract, false);
    const auto* target = lineOf(overlay, targetLineId(IntentId("t1")));
    ASSERT_NE(target, nullptr);
    EXPECT_TRUE(target->isPending);
}

TEST(ChartOverlay, AWeightedAverageOverSeveralTrades) {
    const auto snapshot =
        SnapshotBuilder().openTrade("t1", kCall, 4, 200, 206).openTrade("t2", kCall, 1, 210, 206).build();
    const auto overlay = overlayOf(snapshot, kContract, false);
    ASSERT_TRUE(overlay.position);
    EXPECT_EQ(overlay.position->average, Price::fromCents(202));
    EXPECT_EQ(overlay.position->label, QStringLiteral("5 @ 2.02"));
    EXPECT_EQ(overlay.position->profit, QStringLiteral("+20.00"));
}

TEST(ChartOverlay, AnEmptyDeskDrawsNothing) {
    EXPECT_TRUE(overlayOf(engine::EngineSnapshot(), kContract, false).orders.empty());
    EXPECT_TRUE(overlayOf(held(), Symbol(), true).markers.empty());
}

TEST(ChartOverlay, KnowsWhichContractsBelongToAStock) {
    EXPECT_TRUE(isContractOf(kContract, kStock));
    EXPECT_TRUE(isContractOf(Symbol::of("SOFI1261127C00029000"), kStock)) << "adjusted root";
    EXPECT_FALSE(isContractOf(Symbol::of("SPY261127C00412000"), kStock));
    EXPECT_FALSE(isContractOf(kStock, kStock));
}

} // namespace strikedesk::ui
