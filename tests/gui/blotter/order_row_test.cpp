// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/support/snapshot_builder.h"
#include "ui/panels/blotter/order_model.h"
#include "ui/panels/blotter/order_row.h"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

namespace strikedesk::ui {

namespace {

constexpr const char* kCall = "SOFI261127C00029000";

trade::OrderState orderAt(const std::string& id, Timestamp created, trade::OrderPhase phase,
                          trade::OrderEnd end = trade::OrderEnd::None) {
    trade::OrderState order;
    order.intent.clientOrderId = ClientOrderId(id);
    order.intent.symbol = Symbol::of(kCall);
    order.intent.quantity = order.quantity = Quantity::whole(4);
    order.intent.limitPrice = Price::fromCents(200);
    order.intent.createdAt = created;
    order.phase = phase;
    order.end = end;
    order.status = trade::OrderStatus::New;
    return order;
}

std::vector<OrderRow> rowsOf(std::vector<trade::OrderState> orders) {
    SnapshotBuilder builder;
    for (trade::OrderState& order : orders)
        builder.order(std::move(order));
    return orderRowsOf(builder.build(), SnapshotBuilder::at());
}

} // namespace

TEST(OrderRows, SaysWhereAnOrderStandsInWords) {
    using trade::OrderEnd;
    using trade::OrderPhase;
    struct Case {
        OrderPhase phase;
        OrderEnd end;
        const char* word;
        WordTone tone;
        bool canCancel;
    };
    const Case cases[] = {
        {OrderPhase::Recording, OrderEnd::None, "Recording", WordTone::Busy, true},
        {OrderPhase::Sending, OrderEnd::None, "Sending", WordTone::Busy, true},
        {OrderPhase::Unknown, OrderEnd::None, "UNKNOWN", WordTone::Warn, true},
        {OrderPhase::Working, OrderEnd::None, "Working", WordTone::Plain, true},
        {OrderPhase::Ended, OrderEnd::Filled, "Filled", WordTone::Good, false},
        {OrderPhase::Ended, OrderEnd::Canceled, "Cancelled", WordTone::Quiet, false},
        {OrderPhase::Ended, OrderEnd::Expired, "Expired", WordTone::Quiet, false},
        {OrderPhase::Ended, OrderEnd::Replaced, "Replaced", WordTone::Quiet, false},
        {OrderPhase::Ended, OrderEnd::Rejected, "Rejected", WordTone::Bad, false},
        {OrderPhase::Ended, OrderEnd::NotSent, "Not sent", WordTone::Bad, false},
        {OrderPhase::Ended, OrderEnd::Unseen, "Never seen", WordTone::Bad, false},
    };
    for (const Case& c : cases) {
        const auto rows = rowsOf({orderAt("a", SnapshotBuilder::at(), c.phase, c.end)});
        ASSERT_EQ(rows.size(), 1U) << c.word;
        EXPECT_EQ(rows[0].state, QString::fromLatin1(c.word));
        EXPECT_EQ(rows[0].tone, c.tone) << c.word;
        EXPECT_EQ(rows[0].canCancel, c.canCancel) << c.word;
    }
}

TEST(OrderRows, AnAskedCancelIsNotOfferedAgain) {
    auto order = orderAt("a", SnapshotBuilder::at(), trade::OrderPhase::Working);
    order.cancelWanted = true;
    const auto rows = rowsOf({order});
    EXPECT_EQ(rows[0].state, QStringLiteral("Cancelling"));
    EXPECT_FALSE(rows[0].canCancel);
}

TEST(OrderRows, PutsLiveOrdersFirstAndForgetsYesterday) {
    const Timestamp now = SnapshotBuilder::at();
    const auto rows = rowsOf({orderAt("ended-yesterday", now - Duration::days(1), trade::OrderPhase::Ended,
                                      trade::OrderEnd::Filled),
                              orderAt("ended-today", now - Duration::minutes(1), trade::OrderPhase::Ended,
                                      trade::OrderEnd::Filled),
                              orderAt("live-yesterday", now - Duration::days(1), trade::OrderPhase::Working),
                              orderAt("live-today", now - Duration::minutes(5), trade::OrderPhase::Working)});
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].clientOrderId, ClientOrderId("live-today"));
    EXPECT_EQ(rows[1].clientOrderId, ClientOrderId("live-yesterday"));
    EXPECT_EQ(rows[2].clientOrderId, ClientOrderId("ended-today"));
    EXPECT_EQ(rows[0].age, QStringLiteral("5 m 00 s"));
    EXPECT_TRUE(rows[2].age.isEmpty());
}

TEST(OrderRows, KeepsAnEndedOrderWithAMissingFillInSight) {
    auto order = orderAt("a", SnapshotBuilder::at() - Duration::days(2), trade::OrderPhase::Ended,
                         trade::OrderEnd::Filled);
    order.reported = Quantity::whole(4);
    order.filled = Quantity::whole(3);
    const auto rows = rowsOf({order});
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].tone, WordTone::Warn);
    EXPECT_TRUE(rows[0].message.contains(QStringLiteral("1 filled at the broker")));
}

TEST(OrderRows, ShowsOrdersPlacedElsewhereWithoutACancel) {
    auto snapshot = SnapshotBuilder().build();
    auto view = std::make_shared<engine::OrderView>(*snapshot.orders);
    trade::BrokerOrder foreign;
    foreign.id = BrokerOrderId("b-9");
    foreign.symbol = Symbol::of("AAPL");
    foreign.side = trade::Side::Sell;
    foreign.status = trade::OrderStatus::New;
    view->foreign.push_back(foreign);
    snapshot.orders = view;
    const auto rows = orderRowsOf(snapshot, SnapshotBuilder::at());
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_TRUE(rows[0].isForeign());
    EXPECT_FALSE(rows[0].canCancel);
    EXPECT_EQ(rows[0].action, QStringLiteral("Sell"));
    EXPECT_EQ(rows[0].role, QStringLiteral("Elsewhere"));
}

TEST(OrderRows, TheModelKeepsItsPromisesWhileOrdersComeAndGo) {
    OrderModel model(nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const Timestamp now = SnapshotBuilder::at();
    std::vector<trade::OrderState> orders;
    for (int i = 0; i < 40; ++i) {
        orders.push_back(orderAt("o" + std::to_string(i), now - Duration::seconds(100 - i),
                                 i % 3 == 0 ? trade::OrderPhase::Ended : trade::OrderPhase::Working));
        if (i % 5 == 4)
            orders.erase(orders.begin());
        if (i % 4 == 3)
            orders[orders.size() / 2].phase = trade::OrderPhase::Ended;
        model.setRows(rowsOf(orders));
        ASSERT_EQ(model.rowCount(), static_cast<int>(orders.size()));
    }
    for (int column = 0; column < model.columnCount(); ++column) {
        model.sort(column, Qt::AscendingOrder);
        model.sort(column, Qt::DescendingOrder);
        EXPECT_FALSE(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }
    model.setRows({});
    EXPECT_EQ(model.rowCount(), 0);
}

} // namespace strikedesk::ui
