// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/table/line_model.h"
#include "ui/table/table_view.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace strikedesk::ui::test {
namespace {

class TableViewTest : public ::testing::Test {
protected:
    TableViewTest() {
        Theme::current().apply(ThemeKind::Dark, SignColours::GreenRed);
        model.setRows({{letter(0), 1}, {letter(1), 2}, {letter(2), 3}});
        view.setTable(&model);
        view.resize(300, 200);
        view.show();
    }

    LineModel model;
    TableView view{QStringLiteral("test.table"), QStringLiteral("Test"), nullptr};
};

TEST_F(TableViewTest, ColumnsFillTheWidth) {
    EXPECT_FALSE(view.isColumnShown(QStringLiteral("twice")));
    EXPECT_EQ(view.horizontalHeader()->length(), view.viewport()->width());
    view.showColumn(QStringLiteral("twice"), true);
    EXPECT_EQ(view.horizontalHeader()->length(), view.viewport()->width());
    view.showColumn(QStringLiteral("key"), false);
    EXPECT_TRUE(view.isColumnShown(QStringLiteral("key")));
}

TEST_F(TableViewTest, RemembersColumnsAndRefusesNonsense) {
    view.showColumn(QStringLiteral("twice"), true);
    view.horizontalHeader()->moveSection(2, 0);
    view.horizontalHeader()->resizeSection(1, 90);
    view.sortByColumn(1, Qt::DescendingOrder);
    const QJsonObject saved = view.saveColumns();

    TableView other(QStringLiteral("test.other"), QStringLiteral("Other"), nullptr);
    LineModel otherModel;
    otherModel.setRows(model.rows());
    other.setTable(&otherModel);
    other.restoreColumns(saved);
    EXPECT_EQ(other.saveColumns(), saved);
    EXPECT_EQ(otherModel.row(0).key, letter(2));

    QJsonObject hostile = saved;
    hostile.insert(QStringLiteral("order"), QStringLiteral("x"));
    hostile.insert(QStringLiteral("shown"), QJsonArray{QStringLiteral("none of ours"), 7});
    hostile.insert(QStringLiteral("widths"), QJsonObject{{QStringLiteral("value"), 1e9}});
    hostile.insert(QStringLiteral("sort"), 12);
    other.restoreColumns(hostile);
    EXPECT_TRUE(other.isColumnShown(QStringLiteral("key")));
    EXPECT_FALSE(other.isColumnShown(QStringLiteral("value")));
}

TEST_F(TableViewTest, CopiesTheSelectedRowAsCsv) {
    view.selectRow(1);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QGuiApplication::clipboard()->text(), QStringLiteral("Key,Value\r\nb,2\r\n"));
    EXPECT_EQ(view.csv(false), QStringLiteral("Key,Value\r\na,1\r\nb,2\r\nc,3\r\n"));
}

TEST_F(TableViewTest, EnterAndDoubleClickActivateARow) {
    int row = -1;
    view.activated = [&](int at) { row = at; };
    view.selectRow(1);
    QTest::keyClick(&view, Qt::Key_Return);
    EXPECT_EQ(row, 1);
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, {20, view.rowViewportPosition(2) + 5});
    EXPECT_EQ(row, 2);
}

TEST_F(TableViewTest, TheColumnMenuTurnsColumnsOnAndOff) {
    QMenu menu;
    view.fillColumnMenu(menu);
    auto* action = menu.findChild<QAction*>(QStringLiteral("test.table.column.twice"));
    ASSERT_NE(action, nullptr);
    action->trigger();
    EXPECT_TRUE(view.isColumnShown(QStringLiteral("twice")));
    menu.findChild<QAction*>(QStringLiteral("test.table.columns.reset"))->trigger();
    EXPECT_FALSE(view.isColumnShown(QStringLiteral("twice")));
}

TEST_F(TableViewTest, AThirdClickOnATitleBringsTheNaturalOrderBack) {
    QHeaderView* header = view.horizontalHeader();
    const QPoint at(header->sectionViewportPosition(1) + 20, 5);
    for (int click = 0; click < 3; ++click)
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    EXPECT_FALSE(model.sortColumn().has_value());
}

} // namespace
} // namespace strikedesk::ui::test
