// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/support/panel_rig.h"
#include "ui/panels/chain/chain_panel.h"
#include "ui/theme/theme.h"

#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>
#include <QTest>

#include <gtest/gtest.h>

namespace strikedesk::ui {
namespace {

class ChainPanelTest : public ::testing::Test {
protected:
    ChainPanelTest() {
        Theme::current().apply(ThemeKind::Dark, SignColours::GreenRed);
        rig.desk.setNow(SnapshotBuilder::at());
        rig.desk.show(SnapshotBuilder().build());
        panel.reset(makeChainPanel(rig.context(), nullptr));
        panel->setLinkGroup(LinkGroup::A);
        panel->resize(950, 280);
        table = panel->findChild<QTableView*>(QStringLiteral("chain.table"));
    }
    void open() {
        rig.chain->view = std::make_shared<const ChainView>(view);
        rig.links.selectUnderlying(LinkGroup::A, Symbol::of("SOFI"));
        panel->show();
    }
    QString note() const { return panel->findChild<QLabel*>(QStringLiteral("chain.empty.headline"))->text(); }
    void run(const char* id) {
        for (const PanelAction& action : panel->actions())
            if (action.id == QLatin1String(id))
                action.run();
    }
    Symbol selected() const { return rig.links.selection(LinkGroup::A).contract; }
    int rowOf(std::int64_t cents) const {
        for (int row = 0; row < table->model()->rowCount(); ++row)
            if (table->model()->index(row, 6).data().toString() ==
                QString::number(static_cast<double>(cents) / 100.0, 'f', 2))
                return row;
        return -1;
    }

    PanelRig rig;
    ChainView view = ScriptedChain::Board::around("SOFI", 2948, 50, 80);
    std::unique_ptr<Panel> panel;
    QTableView* table;
};

TEST_F(ChainPanelTest, SaysWhatToDoWithoutASymbol) {
    panel->show();
    EXPECT_EQ(note(), QStringLiteral("No symbol chosen"));
    EXPECT_FALSE(table->isVisible());
}

TEST_F(ChainPanelTest, TheKeyboardAloneLoadsTheTicket) {
    open();
    ASSERT_TRUE(table->isVisible());
    const int row = rowOf(2950);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(row - 1, 1));
    QTest::keyClick(table, Qt::Key_Down);
    EXPECT_EQ(selected(), Symbol::of("SOFI261127C00029500"));
    QTest::keyClick(table, Qt::Key_Return);
    EXPECT_EQ(rig.tickets.request().contract, Symbol::of("SOFI261127C00029500"));
    EXPECT_EQ(rig.tickets.request().intent, trade::PositionIntent::BuyToOpen);
    EXPECT_FALSE(rig.tickets.request().submit);
    const auto& side = view.rows[40].call;
    ASSERT_TRUE(side && rig.tickets.request().limit);
    QTest::keyClick(table, Qt::Key_Left);
    QTest::keyClick(table, Qt::Key_Return);
    EXPECT_EQ(rig.tickets.request().intent, trade::PositionIntent::SellToOpen);
}

TEST_F(ChainPanelTest, ABidClickSellsAndAnAskClickBuys) {
    open();
    const int row = rowOf(2950);
    const auto at = [&](int column) {
        return table->visualRect(table->model()->index(row, column)).center();
    };
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, at(12));
    EXPECT_EQ(selected(), Symbol::of("SOFI261127P00029500"));
    EXPECT_TRUE(rig.tickets.request().contract.isEmpty());
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, at(12));
    EXPECT_EQ(rig.tickets.request().intent, trade::PositionIntent::SellToOpen);
    EXPECT_EQ(rig.tickets.request().limit, view.rows[41].put->bid);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, at(11));
    EXPECT_EQ(rig.tickets.request().intent, trade::PositionIntent::BuyToOpen);
    EXPECT_EQ(rig.tickets.request().limit, view.rows[41].put->ask);
}

TEST_F(ChainPanelTest, SellingWhatIsHeldClosesIt) {
    const std::string held = view.rows[41].call->contract.text();
    rig.desk.show(SnapshotBuilder().openTrade("T1", held, 4, 200, 206).build());
    open();
    table->setCurrentIndex(table->model()->index(rowOf(2950), 0));
    QTest::keyClick(table, Qt::Key_Return);
    EXPECT_EQ(rig.tickets.request().intent, trade::PositionIntent::SellToClose);
}

TEST_F(ChainPanelTest, CentresOnOpenAndStaysWhereAPersonScrolled) {
    panel->restoreState({{QStringLiteral("strikes"), 0}});
    open();
    const QRect middle = table->visualRect(table->model()->index(rowOf(2950), 6));
    EXPECT_TRUE(table->viewport()->rect().contains(middle));
    table->verticalScrollBar()->triggerAction(QScrollBar::SliderToMinimum);
    const int scrolled = table->verticalScrollBar()->value();
    view.spot = Price::fromCents(3100);
    rig.chain->set(view);
    EXPECT_EQ(table->verticalScrollBar()->value(), scrolled);
    run("chain.recentre");
    EXPECT_NE(table->verticalScrollBar()->value(), scrolled);
    EXPECT_TRUE(table->viewport()->rect().contains(table->visualRect(table->model()->index(rowOf(3100), 6))));
}

TEST_F(ChainPanelTest, ANewStrikeAboveDoesNotMoveWhatIsRead) {
    panel->restoreState({{QStringLiteral("strikes"), 0}});
    open();
    const int before = table->visualRect(table->model()->index(rowOf(2950), 6)).top();
    ChainRow extra = view.rows.front();
    extra.strike = Price::fromCents(905);
    view.rows.insert(view.rows.begin(), extra);
    rig.chain->set(view);
    EXPECT_EQ(table->visualRect(table->model()->index(rowOf(2950), 6)).top(), before);
}

TEST_F(ChainPanelTest, StrikesFollowASpotThatLeavesThem) {
    open();
    EXPECT_EQ(table->model()->rowCount(), 21);
    view.spot = Price::fromCents(3430);
    rig.chain->set(view);
    EXPECT_GE(rowOf(3750), 0);
}

TEST_F(ChainPanelTest, AsksForTheVisibleContractsFirst) {
    panel->restoreState({{QStringLiteral("strikes"), 0}});
    open();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !rig.chain->visible.empty(); }));
    const auto& asked = rig.chain->visible;
    EXPECT_LT(asked.size(), 60U);
    EXPECT_NE(std::find(asked.begin(), asked.end(), view.rows[41].put->contract), asked.end());
}

TEST_F(ChainPanelTest, TabsAskForTheirExpiry) {
    open();
    auto* tabs = panel->findChild<QTabBar*>(QStringLiteral("chain.expiries"));
    EXPECT_EQ(tabs->tabText(1), QStringLiteral("27 Nov 7d"));
    EXPECT_EQ(tabs->currentIndex(), 1);
    QTest::keyClick(tabs, Qt::Key_Right);
    EXPECT_EQ(rig.chain->shown.back().second, view.expiries[2].date);
    run("chain.previousExpiry");
    EXPECT_EQ(rig.chain->shown.back().second, view.expiries[1].date);
}

TEST_F(ChainPanelTest, RowsOfAnotherExpiryAreNeverShownInItsPlace) {
    open();
    run("chain.nextExpiry");
    EXPECT_FALSE(table->isVisible());
    EXPECT_TRUE(note().startsWith(QStringLiteral("Loading")));
    view.expiry = view.expiries[2].date;
    rig.chain->set(view);
    EXPECT_TRUE(table->isVisible());
}

TEST_F(ChainPanelTest, AContractOfAnotherExpiryBringsThatExpiry) {
    open();
    const Symbol other = Symbol::of("SOFI261204C00029500");
    rig.links.selectContract(LinkGroup::A, Symbol::of("SOFI"), other);
    EXPECT_EQ(rig.chain->shown.back().second, Date::tryFromYmd(2026, 12, 4).value());
    EXPECT_EQ(selected(), other);
}

TEST_F(ChainPanelTest, LoadingFailureAndClosedMarketAreSaid) {
    ChainView empty;
    empty.underlying = Symbol::of("SOFI");
    empty.state = ChainState::Loading;
    rig.chain->view = std::make_shared<const ChainView>(empty);
    rig.links.selectUnderlying(LinkGroup::A, Symbol::of("SOFI"));
    panel->show();
    EXPECT_TRUE(note().startsWith(QStringLiteral("Loading")));
    empty.state = ChainState::Failed;
    empty.why = "SOFI has no expiry on 30 Nov 2026; choose another one.";
    empty.expiries = view.expiries;
    rig.chain->set(empty);
    EXPECT_EQ(panel->findChild<QLabel*>(QStringLiteral("chain.empty.hint"))->text(),
              QString::fromStdString(empty.why));
    rig.chain->set(view);
    auto* banner = panel->findChild<QLabel*>(QStringLiteral("chain.banner"));
    EXPECT_TRUE(banner->isHidden());
    rig.desk.show(SnapshotBuilder().closedSession().build());
    EXPECT_TRUE(banner->text().contains(QStringLiteral("closed")));
    view.state = ChainState::Failed;
    view.why = "The venue did not answer; it is asked again.";
    rig.chain->set(view);
    EXPECT_EQ(banner->text(), QString::fromStdString(view.why));
    EXPECT_TRUE(table->isVisible());
}

TEST_F(ChainPanelTest, AFilterThatHidesEverythingOffersTheWayBack) {
    open();
    panel->restoreState({{QStringLiteral("interest"), 1e8}});
    EXPECT_FALSE(table->isVisible());
    auto* button = panel->findChild<QPushButton*>(QStringLiteral("chain.empty.button"));
    ASSERT_TRUE(button->isVisible());
    button->click();
    EXPECT_TRUE(table->isVisible());
    EXPECT_EQ(table->model()->rowCount(), 21);
}

TEST_F(ChainPanelTest, RemembersItsLookAndRefusesNonsense) {
    open();
    panel->restoreState(
        {{QStringLiteral("columns"), QJsonArray{QStringLiteral("mid"), QStringLiteral("mid")}},
         {QStringLiteral("sides"), 1},
         {QStringLiteral("strikes"), 5}});
    EXPECT_EQ(table->model()->columnCount(), 2);
    EXPECT_EQ(table->model()->rowCount(), 11);
    const QJsonObject saved = panel->saveState();
    panel->restoreState({{QStringLiteral("columns"), 5},
                         {QStringLiteral("sides"), 99},
                         {QStringLiteral("strikes"), -4},
                         {QStringLiteral("underlying"), QStringLiteral("not a symbol")}});
    EXPECT_EQ(table->model()->rowCount(), 80);
    panel->restoreState(saved);
    EXPECT_EQ(panel->saveState(), saved);
}

TEST_F(ChainPanelTest, TheHeaderSaysSpotAndExpectedMove) {
    open();
    EXPECT_EQ(panel->title(), QStringLiteral("Options chain · SOFI"));
    EXPECT_EQ(panel->headerNote(), QStringLiteral("spot 29.48 · expected move ±0.71"));
}

} // namespace
} // namespace strikedesk::ui
