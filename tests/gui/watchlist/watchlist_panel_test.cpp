// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/support/panel_rig.h"
#include "ui/panels/watchlist/watchlist_panel.h"
#include "ui/panels/watchlist/watchlist_panel_parts.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

#include <gtest/gtest.h>

namespace strikedesk::ui {
namespace {

class WatchlistPanelTest : public ::testing::Test {
protected:
    WatchlistPanelTest() {
        Theme::current().apply(ThemeKind::Dark, SignColours::GreenRed);
        rig.desk.setNow(SnapshotBuilder::at());
    }
    void open(bool withExample = true) {
        if (withExample)
            rig.watchlists.fillWithExample();
        panel = std::make_unique<WatchlistPanel>(rig.context(), nullptr);
        panel->setLinkGroup(LinkGroup::B);
        panel->resize(285, 450);
        panel->show();
        panel->activateWindow();
        table = panel->findChild<TableView*>(QStringLiteral("watchlist.table"));
        field = panel->findChild<QLineEdit*>(QStringLiteral("watchlist.add"));
    }
    void run(const char* id) {
        for (const PanelAction& action : panel->actions())
            if (action.id == QLatin1String(id))
                action.run();
    }
    template <class Condition>
    bool soon(Condition condition) {
        return QTest::qWaitFor(condition, 2000);
    }
    QString at(int row) const { return table->model()->index(row, 0).data().toString(); }
    int rows() const { return table->model()->rowCount(); }
    QString notice() const {
        auto* label = panel->findChild<QLabel*>(QStringLiteral("watchlist.notice.text"));
        return label->isVisible() ? label->text() : QString();
    }
    Symbol followed() const { return rig.links.selection(LinkGroup::B).underlying; }

    PanelRig rig;
    std::unique_ptr<WatchlistPanel> panel;
    TableView* table = nullptr;
    QLineEdit* field = nullptr;
};

TEST_F(WatchlistPanelTest, WithoutAListItOffersToMakeOne) {
    open(false);
    EXPECT_FALSE(table->isVisible());
    auto* button = panel->findChild<QPushButton*>(QStringLiteral("watchlist.empty.button"));
    ASSERT_TRUE(button->isVisible());
    button->click();
    auto* name = panel->findChild<QLineEdit*>(QStringLiteral("watchlist.name"));
    QTest::keyClicks(name, QStringLiteral("Earnings"));
    QTest::keyClick(name, Qt::Key_Return);
    ASSERT_EQ(rig.watchlists.held.size(), 1U);
    EXPECT_TRUE(soon([&] { return panel->title() == QStringLiteral("Watchlist · Earnings"); }));
    EXPECT_EQ(panel->findChild<QLabel*>(QStringLiteral("watchlist.empty.headline"))->text(),
              QStringLiteral("Earnings is empty"));
}

TEST_F(WatchlistPanelTest, ArrowKeysTakeTheGroupAlong) {
    open();
    table->selectRow(0);
    EXPECT_EQ(followed(), Symbol::of("SPY"));
    QTest::keyClick(table, Qt::Key_Down);
    EXPECT_EQ(followed(), Symbol::of("QQQ"));
    QTest::keyClick(table, Qt::Key_End);
    EXPECT_EQ(followed(), Symbol::of("GOOGL"));
    rig.links.selectUnderlying(LinkGroup::B, Symbol::of("NVDA"));
    EXPECT_EQ(table->currentIndex().row(), 4);
    rig.links.selectUnderlying(LinkGroup::B, Symbol::of("ZM"));
    EXPECT_FALSE(table->currentIndex().isValid());
    EXPECT_EQ(followed(), Symbol::of("ZM"));
}

TEST_F(WatchlistPanelTest, TypingAddsASymbolAndARefusalIsShown) {
    open();
    rig.watchlists.known = {"COIN"};
    QTest::keyClick(table, Qt::Key_C);
    EXPECT_EQ(field->text(), QStringLiteral("C"));
    QTest::keyClicks(field, QStringLiteral("oin"));
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_TRUE(soon([&] { return rows() == 13; }));
    EXPECT_EQ(notice(), QString());
    QTest::keyClicks(field, QStringLiteral("coim"));
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_TRUE(notice().contains(QStringLiteral("COIM")));
    EXPECT_EQ(rows(), 13);
}

TEST_F(WatchlistPanelTest, ARemovedSymbolComesBackToItsPlace) {
    open();
    table->selectRow(3);
    run("watchlist.remove");
    EXPECT_TRUE(soon([&] { return rows() == 11; }));
    EXPECT_TRUE(notice().contains(QStringLiteral("SOFI")));
    panel->findChild<QPushButton*>(QStringLiteral("watchlist.undo"))->click();
    EXPECT_TRUE(soon([&] { return rows() == 12 && at(3) == QStringLiteral("SOFI"); }));
    run("watchlist.undo");
    EXPECT_EQ(rows(), 12);
}

TEST_F(WatchlistPanelTest, ADeletedListComesBackWhole) {
    open();
    run("watchlist.removeList");
    EXPECT_TRUE(soon([&] { return rows() == 0; }));
    run("watchlist.undo");
    EXPECT_TRUE(soon([&] { return rows() == 12 && at(11) == QStringLiteral("GOOGL"); }));
    EXPECT_EQ(panel->title(), QStringLiteral("Watchlist · Momentum"));
}

TEST_F(WatchlistPanelTest, ARenameCanBeTakenBackAndEscapeChangesNothing) {
    open();
    auto* name = panel->findChild<QLineEdit*>(QStringLiteral("watchlist.name"));
    run("watchlist.renameList");
    QTest::keyClicks(name, QStringLiteral("Fast"));
    QTest::keyClick(name, Qt::Key_Escape);
    EXPECT_EQ(rig.watchlists.held.front().name.name, "Momentum");
    run("watchlist.renameList");
    QTest::keyClicks(name, QStringLiteral("Fast"));
    QTest::keyClick(name, Qt::Key_Return);
    EXPECT_EQ(rig.watchlists.held.front().name.name, "Fast");
    run("watchlist.undo");
    EXPECT_EQ(rig.watchlists.held.front().name.name, "Momentum");
}

TEST_F(WatchlistPanelTest, DraggingReordersButNotASortedList) {
    open();
    QMimeData data;
    data.setText(QStringLiteral("SPY"));
    EXPECT_TRUE(table->model()->dropMimeData(&data, Qt::MoveAction, 3, 0, {}));
    EXPECT_TRUE(soon([&] { return at(2) == QStringLiteral("SPY"); }));
    EXPECT_EQ(rows(), 12);
    table->selectRow(2);
    run("watchlist.moveDown");
    EXPECT_TRUE(soon([&] { return at(3) == QStringLiteral("SPY"); }));
    table->sortByColumn(0, Qt::AscendingOrder);
    EXPECT_EQ(at(0), QStringLiteral("AAPL"));
    table->model()->dropMimeData(&data, Qt::MoveAction, 0, 0, {});
    EXPECT_TRUE(notice().contains(QStringLiteral("sorted")));
}

TEST_F(WatchlistPanelTest, ImportReportsBadLinesWithTheirNumbers) {
    open();
    rig.watchlists.known = {"COIN", "SPY", "F"};
    panel->importText(QStringLiteral("name,symbol\nCoinbase,coin\n\nNobody,zzzz\nFord,F\nS&P,SPY\n"));
    EXPECT_TRUE(soon([&] { return rows() == 14; }));
    EXPECT_TRUE(notice().contains(QStringLiteral("Line 4")));
    EXPECT_TRUE(notice().contains(QStringLiteral("Line 6")));
    EXPECT_FALSE(notice().contains(QStringLiteral("Line 5")));
    panel->importText(QString());
    EXPECT_TRUE(notice().contains(QStringLiteral("no symbols")));
}

TEST_F(WatchlistPanelTest, ExportWritesTheShownColumns) {
    open();
    const QString csv = panel->exportText();
    EXPECT_TRUE(csv.startsWith(QStringLiteral("Symbol,Day,Last,Chg %,RVol\r\nSPY,,412.84,")));
}

TEST_F(WatchlistPanelTest, AListThatComesBackFillsNoOtherOfItsName) {
    open();
    rig.watchlists.allowsEqualNames = true;
    const std::string name = rig.watchlists.held.front().name.name;
    const int count = rows();
    run("watchlist.removeList");
    rig.watchlists.held.push_back({{"another", name}, {}});
    rig.watchlists.publish();
    run("watchlist.undo");
    ASSERT_TRUE(soon([&] { return rows() == count; }));
    for (const auto& list : rig.watchlists.held)
        EXPECT_EQ(list.rows.empty(), list.name.id == "another") << list.name.id;
}

TEST_F(WatchlistPanelTest, RemembersListAndColumns) {
    open();
    rig.watchlists.createList("Second", [](const Status&) {});
    table->showColumn(QStringLiteral("volume"), true);
    const QJsonObject saved = panel->saveState();
    WatchlistPanel other(rig.context(), nullptr);
    other.restoreState(saved);
    EXPECT_EQ(other.saveState(), saved);
    other.restoreState({{QStringLiteral("list"), 7}, {QStringLiteral("columns"), QStringLiteral("x")}});
    EXPECT_EQ(other.title(), QStringLiteral("Watchlist · Momentum"));
}

TEST_F(WatchlistPanelTest, TheSettingsSayWhatIsOldAndWhetherChangesFlash) {
    open();
    const auto model = dynamic_cast<WatchModel*>(table->model());
    ASSERT_NE(model, nullptr);
    const auto colour = [&] { return model->cell(0, model->columnOf(QStringLiteral("last"))).colour; };
    rig.desk.setNow(model->row(0).confirmed + Duration::seconds(20));
    rig.watchlists.publish();
    const auto age = [&] { return model->cell(0, model->columnOf(QStringLiteral("age"))).text; };
    ASSERT_TRUE(soon([&] { return age() == QStringLiteral("20 s"); })) << age().toStdString();
    EXPECT_EQ(colour(), Token::Text);
    EXPECT_TRUE(model->flashes());
    rig.settings.change("quotes.display_age_seconds", "15", [](const Status& s) { EXPECT_TRUE(s.ok()); });
    EXPECT_EQ(colour(), Token::Muted);
    rig.settings.change("ui.flash_changes", "off", [](const Status& s) { EXPECT_TRUE(s.ok()); });
    EXPECT_FALSE(model->flashes());
    // The menu changes the same setting, for every list there is.
    QMenu menu;
    for (QWidget* child : panel->findChildren<QWidget*>())
        if (const auto* bar = dynamic_cast<WatchlistBar*>(child))
            bar->fillMenu(menu);
    menu.findChild<QAction*>(QStringLiteral("watchlist.menu.flash"))->setChecked(true);
    EXPECT_TRUE(rig.settings.held.isOn("ui.flash_changes"));
    EXPECT_TRUE(model->flashes());
}

TEST_F(WatchlistPanelTest, AnswersAfterThePanelIsGoneHurtNobody) {
    struct Late final : WatchlistReader {
        std::vector<WatchlistName> lists() const override { return {{"a", "A"}}; }
        std::vector<WatchRow> rows(const std::string&) const override { return {}; }
        Subscription subscribe(std::function<void()>) override { return {}; }
        void add(const std::string&, const std::string&, Answered answered) override { held = answered; }
        void remove(const std::string&, const Symbol&, Answered) override {}
        void move(const std::string&, const Symbol&, std::size_t, Answered) override {}
        void createList(const std::string&, Answered) override {}
        void renameList(const std::string&, const std::string&, Answered) override {}
        void removeList(const std::string&, Answered) override {}
        Answered held;
    } late;
    PanelContext context{rig.desk,        rig.desk,
                         rig.series,      late,
                         rig.instruments, rig.journal,
                         rig.settings,    [this] { return std::make_unique<ScriptedChain>(rig.chain); },
                         rig.links,       rig.tickets,
                         rig.arming};
    panel = std::make_unique<WatchlistPanel>(context, nullptr);
    panel->importText(QStringLiteral("SPY"));
    panel.reset();
    late.held(invalidInput("x", "Too late."));
}

TEST_F(WatchlistPanelTest, SeveralSymbolsAtOnceWithCommasOrSpaces) {
    rig.watchlists.fillWithExample();
    open(false);
    const int before = rows();
    QTest::keyClicks(field, QStringLiteral("gld, dia ;xlf"));
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_TRUE(soon([&] { return rows() == before + 3; })) << rows() << notice().toStdString();
    EXPECT_EQ(at(before + 1), QStringLiteral("DIA"));
}

TEST_F(WatchlistPanelTest, TheFirstSymbolOfAnEmptyListLeavesTheKeyboardInTheField) {
    open(false);
    rig.watchlists.createList("Empty", [](const Status&) {});
    ASSERT_TRUE(soon([&] { return field->isEnabled(); }));
    field->setFocus();
    ASSERT_TRUE(field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("spy"));
    QTest::keyClick(field, Qt::Key_Return);
    ASSERT_TRUE(soon([&] { return rows() == 1; }));
    EXPECT_TRUE(field->hasFocus());
    // And a letter typed at an empty list begins a symbol, as it does at a full one.
    field->clear();
    table->setFocus();
    table->selectRow(0);
    run("watchlist.remove");
    ASSERT_TRUE(soon([&] { return rows() == 0; }));
    ASSERT_NE(QApplication::focusWidget(), nullptr);
    EXPECT_TRUE(panel->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Q);
    EXPECT_EQ(field->text(), QStringLiteral("Q"));
    QTest::keyClick(field, Qt::Key_Return);
    ASSERT_TRUE(soon([&] { return rows() == 1; }));
    EXPECT_TRUE(panel->isAncestorOf(QApplication::focusWidget()));
}

} // namespace
} // namespace strikedesk::ui
