// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/journal/journal_rows.h"
#include "ui/panels/journal/journal_model.h"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

#include <ctime>

namespace strikedesk::ui {

TEST(JournalModelTest, KeepsItsPromisesThroughFilterSortAndChange) {
    JournalModel model(nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    auto rows = journalRows(60);
    model.setRows(rows);
    EXPECT_EQ(model.rowCount(), 60);
    model.setFilter(QStringLiteral("sofi"));
    EXPECT_EQ(model.rowCount(), 15);
    for (int column = 0; column < model.columnCount(); ++column) {
        model.sort(column, Qt::AscendingOrder);
        model.sort(column, Qt::DescendingOrder);
    }
    rows[4].notes = "changed";
    model.setRows(rows);
    rows.insert(rows.begin(), journalRow(1000));
    model.setRows(rows);
    model.setFilter({});
    EXPECT_EQ(model.rowCount(), 61);
    model.sort(-1, Qt::AscendingOrder);
    EXPECT_EQ(model.shown().front()->row.id, "trade-1000");
    model.setRows({});
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(JournalModelTest, SelectionFollowsItsTradeWhenSorted) {
    JournalModel model(nullptr);
    model.setRows(journalRows(40));
    const QPersistentModelIndex held = model.index(7, 0);
    model.sort(JournalModel::Net, Qt::DescendingOrder);
    ASSERT_TRUE(held.isValid());
    EXPECT_EQ(model.shown()[static_cast<std::size_t>(held.row())]->row.id, "trade-7");
    for (std::size_t i = 1; i < model.shown().size(); ++i)
        EXPECT_GE(model.shown()[i - 1]->row.net, model.shown()[i]->row.net);
}

TEST(JournalModelTest, AChangedNoteTouchesOneRowOnly) {
    JournalModel model(nullptr);
    auto rows = journalRows(20);
    model.setRows(rows);
    int changes = 0;
    int resets = 0;
    QObject::connect(&model, &QAbstractItemModel::dataChanged, &model,
                     [&](const QModelIndex& first, const QModelIndex& last) {
                         ++changes;
                         EXPECT_EQ(first.row(), 3);
                         EXPECT_EQ(last.row(), 3);
                     });
    QObject::connect(&model, &QAbstractItemModel::modelReset, &model, [&] { ++resets; });
    model.setRows(rows);
    EXPECT_EQ(changes, 0);
    rows[3].tags = {"gap"};
    model.setRows(rows);
    EXPECT_EQ(changes, 1);
    EXPECT_EQ(resets, 0);
}

TEST(JournalModelTest, FindsWordsAnywhereInAnyOrder) {
    JournalModel model(nullptr);
    model.setRows(journalRows(100));
    for (const auto& [text, expected] :
         std::initializer_list<std::pair<const char*, int>>{{"", 100},
                                                            {"SOFI", 25},
                                                            {"range OPENING", 20},
                                                            {"retest", 15},
                                                            {"stop spy", 25},
                                                            {"profit target sofi", 25},
                                                            {"nothing-like-it", 0},
                                                            {"sofi spy", 0}}) {
        model.setFilter(QString::fromLatin1(text));
        EXPECT_EQ(model.rowCount(), expected) << text;
    }
}

TEST(JournalModelTest, FiltersFiftyThousandTradesWithinATenthOfASecond) {
    JournalModel model(nullptr);
    model.setRows(journalRows(50'000));
    // Processor time: other programs on the machine do not count.
    double slowest = 0;
    for (const char* text : {"sofi", "retest size", "zzz", "opening range nvda", ""}) {
        const std::clock_t begun = std::clock();
        model.setFilter(QString::fromLatin1(text));
        slowest = std::max(slowest, 1000.0 * static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC);
    }
    RecordProperty("slowest_filter_ms", static_cast<int>(slowest));
    EXPECT_LE(slowest, 100);
}

TEST(JournalModelTest, CountsWhatIsWonAndTakesItsTagsApart) {
    JournalLines lines;
    for (const JournalRow& row : journalRows(9))
        lines.push_back(JournalLine::of(row));
    const JournalTotals totals = totalsOf(lines);
    EXPECT_EQ(totals.trades, 9);
    EXPECT_EQ(totals.wins, 6);
    EXPECT_NEAR(totals.winRate(), 66.67, 0.01);
    EXPECT_EQ(totalsOf({}).winRate(), 0.0);
    EXPECT_EQ(tagsFrom(QStringLiteral(" gap, ,first  hour,gap,, ")),
              (std::vector<std::string>{"gap", "first hour"}));
    EXPECT_TRUE(tagsFrom(QStringLiteral(" , ,")).empty());
    EXPECT_EQ(tagsFrom(QString(100, QLatin1Char('x'))).front().size(), 40U);
}

TEST(JournalModelTest, WritesExactFiguresAndUtcTimes) {
    JournalRow row = journalRow(1);
    row.notes = "first, \"second\"\n=1+1";
    const QString csv = journalCsv({JournalLine::of(row)});
    EXPECT_TRUE(csv.startsWith(QStringLiteral("id,mode,symbol")));
    EXPECT_TRUE(csv.contains(QStringLiteral("Z,")));
    EXPECT_TRUE(csv.contains(QStringLiteral("\"first, \"\"second\"\"")));
    EXPECT_TRUE(csv.contains(QString::fromStdString(row.net.text())));
}

} // namespace strikedesk::ui
