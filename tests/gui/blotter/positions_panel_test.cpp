// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/support/panel_rig.h"
#include "ui/panels/blotter/position_line.h"
#include "ui/panels/blotter/positions_panel.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <gtest/gtest.h>

namespace strikedesk::ui {

namespace {

constexpr const char* kCall = "SOFI261127C00029000";
constexpr const char* kPut = "SPY261120P00412000";

class PositionsPanelTest : public ::testing::Test {
protected:
    PositionsPanelTest() {
        rig.desk.setNow(SnapshotBuilder::at());
        panel->setLinkGroup(LinkGroup::A);
        panel->resize(940, 200);
        panel->show();
    }
    void showTwo() {
        rig.desk.show(SnapshotBuilder()
                          .openTrade("t1", kCall, 4, 200, 206, 210, 160)
                          .openTrade("t2", kPut, 2, 150, 140)
                          .build());
    }
    std::vector<PositionLine*> lines() const {
        std::vector<PositionLine*> found;
        for (QWidget* widget : panel->findChildren<QWidget*>(QStringLiteral("positions.line")))
            if (auto* line = dynamic_cast<PositionLine*>(widget); line != nullptr && !line->isHidden())
                found.push_back(line);
        return found;
    }
    static void click(QWidget* in, const char* name) {
        auto* button = in->findChild<QPushButton*>(QString::fromLatin1(name));
        ASSERT_NE(button, nullptr) << name;
        ASSERT_TRUE(button->isVisible()) << name;
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void run(const char* id) {
        for (const PanelAction& action : panel->actions())
            if (action.id == QLatin1String(id))
                return action.run();
        FAIL() << "no action " << id;
    }

    PanelRig rig;
    std::unique_ptr<Panel> panel{makePositionsPanel(rig.context(), nullptr)};
};

} // namespace

TEST_F(PositionsPanelTest, SaysWhatToDoWithoutAPosition) {
    const auto* empty = panel->findChild<QLabel*>(QStringLiteral("positions.empty"));
    EXPECT_TRUE(empty->isVisible());
    showTwo();
    EXPECT_FALSE(empty->isVisible());
    EXPECT_EQ(lines().size(), 2U);
    EXPECT_EQ(panel->headerNote(), QStringLiteral("2 positions"));
    EXPECT_TRUE(panel->findChild<QLabel*>(QStringLiteral("positions.totals"))
                    ->text()
                    .contains(QStringLiteral("+4.00")));
}

TEST_F(PositionsPanelTest, ClosesOnlyAfterASecondWord) {
    showTwo();
    PositionLine* line = lines()[0];
    click(line, "positions.close");
    EXPECT_TRUE(rig.desk.posted.empty());
    click(line, "positions.keep");
    EXPECT_TRUE(rig.desk.posted.empty());
    click(line, "positions.close");
    click(line, "positions.confirmClose");
    const auto closes = rig.desk.postedOf<engine::CloseRequested>();
    ASSERT_EQ(closes.size(), 1U);
    EXPECT_EQ(closes[0].tradeId, IntentId("t1"));
    EXPECT_EQ(closes[0].reason, trade::ExitReason::Manual);
}

TEST_F(PositionsPanelTest, ClosesTheSelectedPositionWithTwoKeys) {
    showTwo();
    run("positions.close");
    EXPECT_TRUE(rig.desk.posted.empty()) << "with two positions and none selected the key means none";
    QTest::keyClick(panel.get(), Qt::Key_Down);
    QTest::keyClick(panel.get(), Qt::Key_Down);
    EXPECT_EQ(rig.links.selection(LinkGroup::A).contract, Symbol::of(kPut));
    run("positions.close");
    EXPECT_TRUE(rig.desk.posted.empty());
    run("positions.close");
    ASSERT_EQ(rig.desk.postedOf<engine::CloseRequested>().size(), 1U);
    EXPECT_EQ(rig.desk.postedOf<engine::CloseRequested>()[0].tradeId, IntentId("t2"));
}

TEST_F(PositionsPanelTest, AnOpenQuestionEndsWhenAnotherPositionIsSelected) {
    showTwo();
    QTest::keyClick(panel.get(), Qt::Key_Down);
    run("positions.close");
    rig.links.selectContract(LinkGroup::A, Symbol::of("SPY"), Symbol::of(kPut));
    EXPECT_FALSE(lines()[0]->findChild<QPushButton*>(QStringLiteral("positions.confirmClose"))->isVisible());
    run("positions.close");
    EXPECT_TRUE(rig.desk.posted.empty());
}

TEST_F(PositionsPanelTest, MovesTheTargetAndKeepsTheStop) {
    showTwo();
    PositionLine* line = lines()[0];
    click(line, "positions.move");
    auto* target = line->findChild<QLineEdit*>(QStringLiteral("positions.target"));
    EXPECT_EQ(target->text(), QStringLiteral("2.10"));
    target->setText(QStringLiteral("2.25"));
    QTest::keyClick(target, Qt::Key_Return);
    const auto plans = rig.desk.postedOf<engine::PlanRequested>();
    ASSERT_EQ(plans.size(), 1U);
    EXPECT_EQ(plans[0].tradeId, IntentId("t1"));
    EXPECT_EQ(plans[0].plan.takeProfit->price, Price::fromCents(225));
    EXPECT_EQ(plans[0].plan.stop, Price::fromCents(160));
}

TEST_F(PositionsPanelTest, MovingTheTargetKeepsAStopThatWasMovedElsewhereMeanwhile) {
    rig.desk.show(SnapshotBuilder().openTrade("t1", kCall, 4, 200, 206, 210, 160).build());
    PositionLine* line = lines()[0];
    click(line, "positions.move");
    rig.desk.show(SnapshotBuilder().openTrade("t1", kCall, 4, 200, 206, 210, 185).build());
    auto* target = line->findChild<QLineEdit*>(QStringLiteral("positions.target"));
    target->setText(QStringLiteral("2.25"));
    QTest::keyClick(target, Qt::Key_Return);
    const auto plans = rig.desk.postedOf<engine::PlanRequested>();
    ASSERT_EQ(plans.size(), 1U);
    EXPECT_EQ(plans[0].plan.takeProfit->price, Price::fromCents(225));
    EXPECT_EQ(plans[0].plan.stop, Price::fromCents(185));
}

TEST_F(PositionsPanelTest, SendsNothingForANonsensePrice) {
    showTwo();
    PositionLine* line = lines()[0];
    for (const char* text : {"abc", "-1", "0", "2.10001", "1e3"}) {
        if (line->findChild<QPushButton*>(QStringLiteral("positions.move"))->isVisible())
            click(line, "positions.move");
        auto* target = line->findChild<QLineEdit*>(QStringLiteral("positions.target"));
        target->setText(QString::fromLatin1(text));
        QTest::keyClick(target, Qt::Key_Return);
        EXPECT_TRUE(rig.desk.posted.empty()) << text;
        EXPECT_TRUE(target->isVisible()) << text;
    }
    QTest::keyClick(line->findChild<QLineEdit*>(QStringLiteral("positions.target")), Qt::Key_Escape);
    EXPECT_TRUE(rig.desk.posted.empty());
}

TEST_F(PositionsPanelTest, UntouchedFieldsAskForNothing) {
    showTwo();
    click(lines()[0], "positions.move");
    click(lines()[0], "positions.set");
    EXPECT_TRUE(rig.desk.posted.empty());
}

TEST_F(PositionsPanelTest, KeepsItsLinesWhileFiguresChange) {
    showTwo();
    const auto before = lines();
    rig.desk.show(SnapshotBuilder()
                      .openTrade("t1", kCall, 4, 200, 209, 210, 160)
                      .openTrade("t2", kPut, 2, 150, 140)
                      .openTrade("t3", "NVDA261127C00120000", 1, 310, 312)
                      .build());
    ASSERT_EQ(lines().size(), 3U);
    EXPECT_EQ(lines()[0], before[0]);
    EXPECT_EQ(lines()[0]->row().profit, Money::dollars(36));
    rig.desk.show(SnapshotBuilder().openTrade("t2", kPut, 2, 150, 140).build());
    ASSERT_EQ(lines().size(), 1U);
    EXPECT_EQ(lines()[0], before[1]);
}

TEST_F(PositionsPanelTest, AClickMakesTheGroupLookAtTheContract) {
    showTwo();
    QTest::mouseClick(lines()[1], Qt::LeftButton, {}, QPoint(20, 10));
    EXPECT_EQ(rig.links.selection(LinkGroup::A).contract, Symbol::of(kPut));
    EXPECT_EQ(rig.links.selection(LinkGroup::A).underlying, Symbol::of("SPY"));
    EXPECT_TRUE(lines()[1]->isSelected());
    rig.links.selectContract(LinkGroup::A, Symbol::of("SOFI"), Symbol::of(kCall));
    EXPECT_TRUE(lines()[0]->isSelected());
}

TEST_F(PositionsPanelTest, ShowsARefusalWhereItWasAsked) {
    showTwo();
    click(lines()[0], "positions.close");
    click(lines()[0], "positions.confirmClose");
    EXPECT_TRUE(lines()[0]->awaitsAnswer());
    rig.desk.show(
        SnapshotBuilder()
            .openTrade("t1", kCall, 4, 200, 206, 210, 160)
            .notice(trade::NoticeLevel::Warning, "refused.already_closed", "That trade is closed already.")
            .build());
    EXPECT_FALSE(lines()[0]->awaitsAnswer());
}

} // namespace strikedesk::ui
