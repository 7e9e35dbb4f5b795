// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/support/panel_rig.h"
#include "ui/panels/blotter/fill_model.h"
#include "ui/panels/blotter/fills_panel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QTableView>

#include <gtest/gtest.h>

namespace strikedesk::ui {

namespace {

constexpr const char* kCall = "SOFI261127C00029000";

trade::Fill fillAt(Timestamp at, std::int64_t quantity, std::int64_t cumulative, bool inferred = false) {
    trade::Fill fill;
    fill.brokerOrderId = BrokerOrderId("b-1");
    fill.clientOrderId = ClientOrderId("demo-0418-t1");
    fill.symbol = Symbol::of(kCall);
    fill.quantity = Quantity::whole(quantity);
    fill.cumulativeAfter = Quantity::whole(cumulative);
    fill.price = Price::fromCents(201);
    fill.fee = Money::fromCents(65);
    fill.at = at;
    fill.isInferred = inferred;
    return fill;
}

} // namespace

TEST(Fills, NewestFirstWithTheRoleOfTheirOrder) {
    const Timestamp now = SnapshotBuilder::at();
    const auto rows = fillRowsOf(SnapshotBuilder()
                                     .openTrade("t1", kCall, 4, 200, 206)
                                     .fill(fillAt(now - Duration::seconds(9), 1, 1))
                                     .fill(fillAt(now - Duration::seconds(3), 2, 3, true))
                                     .fill(fillAt(now - Duration::days(1), 1, 4))
                                     .build(),
                                 now);
    ASSERT_EQ(rows.size(), 3U) << "the fill of yesterday belongs to the journal";
    EXPECT_EQ(rows[0].quantity, Quantity::whole(2));
    EXPECT_TRUE(rows[0].isInferred);
    EXPECT_EQ(rows[1].quantity, Quantity::whole(1));
    EXPECT_EQ(rows[1].role, QStringLiteral("Entry"));
}

TEST(Fills, TheModelKeepsItsPromises) {
    FillModel model(nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    SnapshotBuilder builder;
    for (int i = 1; i <= 30; ++i) {
        builder.fill(fillAt(SnapshotBuilder::at() - Duration::seconds(60 - i), 1, i));
        model.setRows(fillRowsOf(builder.build(), SnapshotBuilder::at()));
        ASSERT_EQ(model.rowCount(), i);
    }
    for (int column = 0; column < model.columnCount(); ++column)
        model.sort(column, Qt::AscendingOrder);
}

TEST(Fills, ThePanelCountsFillsAndFees) {
    PanelRig rig;
    rig.desk.setNow(SnapshotBuilder::at());
    std::unique_ptr<Panel> panel(makeFillsPanel(rig.context(), nullptr));
    panel->show();
    EXPECT_TRUE(panel->findChild<QLabel*>(QStringLiteral("fills.empty"))->isVisible());
    rig.desk.show(SnapshotBuilder()
                      .fill(fillAt(SnapshotBuilder::at() - Duration::seconds(9), 1, 1))
                      .fill(fillAt(SnapshotBuilder::at() - Duration::seconds(5), 1, 2))
                      .build());
    EXPECT_EQ(panel->headerNote(), QStringLiteral("2 fills · fees 1.30"));
    EXPECT_EQ(panel->findChild<QTableView*>(QStringLiteral("fills.table"))->model()->rowCount(), 2);
}

} // namespace strikedesk::ui
