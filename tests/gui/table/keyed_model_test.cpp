// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/table/line_model.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>

#include <gtest/gtest.h>

#include <random>

namespace strikedesk::ui::test {
namespace {

QStringList keys(const LineModel& model) {
    QStringList found;
    for (const Line& line : model.rows())
        found.append(line.key);
    return found;
}

TEST(KeyedModel, TellsOnlyOfRowsThatChanged) {
    LineModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows({{letter(0), 1}, {letter(1), 2}, {letter(2), 3}});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setRows({{letter(0), 1}, {letter(1), 5}, {letter(2), 3}});
    ASSERT_EQ(changed.count(), 1);
    EXPECT_EQ(changed.front().at(0).toModelIndex().row(), 1);
    EXPECT_EQ(changed.front().at(1).toModelIndex().row(), 1);
    model.setRows({{letter(0), 1}, {letter(1), 5}, {letter(2), 3}});
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(reset.count(), 0);
}

TEST(KeyedModel, ASelectedRowStaysSelectedWhereverItGoes) {
    LineModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    std::vector<Line> lines;
    for (int i = 0; i < 20; ++i)
        lines.push_back({letter(i), double(i)});
    model.setRows(lines);
    const QPersistentModelIndex kept(model.index(4, 1));
    std::reverse(lines.begin(), lines.end());
    lines.pop_back();
    model.setRows(lines);
    EXPECT_EQ(model.row(kept.row()).key, letter(4));
    model.setOrder(1, Qt::AscendingOrder);
    EXPECT_EQ(model.row(kept.row()).key, letter(4));
}

TEST(KeyedModel, DoesNotJumpWhileAPointerIsOverIt) {
    LineModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows({{letter(0), 3}, {letter(1), 2}, {letter(2), 1}});
    model.setOrder(1, Qt::DescendingOrder);
    model.holdOrder(true);
    model.setRows({{letter(0), 0}, {letter(1), 2}, {letter(2), 9}, {letter(3), 5}});
    EXPECT_EQ(keys(model).join(QString()), QStringLiteral("abcd"));
    EXPECT_EQ(model.row(2).value, 9);
    model.holdOrder(false);
    EXPECT_EQ(keys(model).join(QString()), QStringLiteral("cdba"));
}

TEST(KeyedModel, TheNaturalOrderComesBack) {
    LineModel model;
    model.setRows({{letter(1), 1}, {letter(0), 2}});
    model.sort(0, Qt::AscendingOrder);
    EXPECT_EQ(keys(model).join(QString()), QStringLiteral("ab"));
    model.sort(-1, Qt::AscendingOrder);
    EXPECT_EQ(keys(model).join(QString()), QStringLiteral("ba"));
}

TEST(KeyedModel, OfTwoRowsWithOneKeyTheFirstCounts) {
    LineModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows({{letter(0), 1}, {letter(0), 2}});
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.row(0).value, 1);
}

TEST(KeyedModel, FollowsAnyStorm) {
    LineModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    std::mt19937 draw(3);
    for (int round = 0; round < 400; ++round) {
        std::vector<Line> lines;
        for (int i = 0; i < 20; ++i)
            if (draw() % 4 != 0)
                lines.push_back({letter(i), double(draw() % 5)});
        std::shuffle(lines.begin(), lines.end(), draw);
        model.holdOrder(draw() % 3 == 0);
        if (draw() % 7 == 0)
            model.setOrder(draw() % 2 == 0 ? std::optional<int>(1) : std::nullopt, Qt::AscendingOrder);
        model.setRows(lines);
        ASSERT_EQ(model.rowCount(), static_cast<int>(lines.size()));
        for (const Line& line : lines)
            ASSERT_EQ(model.row(model.placeOf(line.key)), line);
    }
}

} // namespace
} // namespace strikedesk::ui::test
