// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/support/panel_rig.h"
#include "ui/panels/blotter/orders_panel.h"
#include "ui/table/table_view.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <gtest/gtest.h>

namespace strikedesk::ui {

namespace {

constexpr const char* kCall = "SOFI261127C00029000";

class OrdersPanelTest : public ::testing::Test {
protected:
    OrdersPanelTest() {
        rig.desk.setNow(SnapshotBuilder::at());
        panel->setLinkGroup(LinkGroup::A);
        panel->resize(900, 240);
        panel->show();
    }
    void showSome() {
        rig.desk.show(SnapshotBuilder()
                          .openTrade("t1", kCall, 4, 200, 206, 210, 160)
                          .workingEntry("t2", "SPY261120P00412000", 2, 150)
                          .build());
    }
    QPushButton* button(const char* name) const {
        return panel->findChild<QPushButton*>(QString::fromLatin1(name));
    }
    QTableView* table() const { return panel->findChild<QTableView*>(QStringLiteral("orders.table")); }

    PanelRig rig;
    std::unique_ptr<Panel> panel{makeOrdersPanel(rig.context(), nullptr)};
};

} // namespace

TEST_F(OrdersPanelTest, SaysWhereOrdersComeFrom) {
    EXPECT_TRUE(panel->findChild<QLabel*>(QStringLiteral("orders.empty"))->isVisible());
    showSome();
    EXPECT_TRUE(table()->isVisible());
    EXPECT_EQ(table()->model()->rowCount(), 3);
    EXPECT_EQ(panel->headerNote(), QStringLiteral("2 working"));
}

TEST_F(OrdersPanelTest, CancelsTheSelectedOrderAndNoEndedOne) {
    showSome();
    EXPECT_FALSE(button("orders.cancel")->isEnabled());
    table()->selectRow(2);
    EXPECT_FALSE(button("orders.cancel")->isEnabled()) << "the filled entry has ended";
    table()->selectRow(0);
    ASSERT_TRUE(button("orders.cancel")->isEnabled());
    QTest::mouseClick(button("orders.cancel"), Qt::LeftButton);
    const auto cancels = rig.desk.postedOf<engine::CancelRequested>();
    ASSERT_EQ(cancels.size(), 1U);
}

TEST_F(OrdersPanelTest, CancelsAllOnlyAfterASecondWordAndNeverKills) {
    showSome();
    QTest::mouseClick(button("orders.cancelAll"), Qt::LeftButton);
    EXPECT_TRUE(rig.desk.posted.empty());
    EXPECT_TRUE(panel->findChild<QLabel*>(QStringLiteral("orders.question"))
                    ->text()
                    .contains(QStringLiteral("2 orders")));
    QTest::mouseClick(button("orders.keep"), Qt::LeftButton);
    EXPECT_TRUE(rig.desk.posted.empty());
    QTest::mouseClick(button("orders.cancelAll"), Qt::LeftButton);
    QTest::mouseClick(button("orders.confirmCancelAll"), Qt::LeftButton);
    EXPECT_EQ(rig.desk.postedOf<engine::CancelRequested>().size(), 2U);
    EXPECT_TRUE(rig.desk.kills.empty());
}

TEST_F(OrdersPanelTest, UnknownIsSaidInTheHeader) {
    auto snapshot = SnapshotBuilder().workingEntry("t2", kCall, 2, 150).build();
    auto view = std::make_shared<engine::OrderView>(*snapshot.orders);
    view->orders[0].phase = trade::OrderPhase::Unknown;
    snapshot.orders = view;
    rig.desk.show(snapshot);
    EXPECT_EQ(panel->headerNote(), QStringLiteral("1 working · 1 UNKNOWN"));
    const auto hint = table()->model()->index(0, 5).data(Qt::ToolTipRole).toString();
    EXPECT_TRUE(hint.contains(QStringLiteral("never sent again"))) << hint.toStdString();
}

TEST_F(OrdersPanelTest, TheSelectionStaysWithItsOrder) {
    showSome();
    table()->selectRow(1);
    const QString before = table()->currentIndex().siblingAtColumn(2).data().toString();
    rig.desk.show(SnapshotBuilder()
                      .openTrade("t1", kCall, 4, 200, 206, 210, 160)
                      .workingEntry("t2", "SPY261120P00412000", 2, 150)
                      .workingEntry("t3", "QQQ261120P00355000", 1, 110)
                      .build());
    EXPECT_EQ(table()->currentIndex().siblingAtColumn(2).data().toString(), before);
}

} // namespace strikedesk::ui
