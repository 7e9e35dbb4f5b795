// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/csv.h"

#include <gtest/gtest.h>

namespace strikedesk::ui {
namespace {

TEST(Csv, QuotesWhatNeedsQuotes) {
    EXPECT_EQ(csvText({{QStringLiteral("a"), QStringLiteral("b,c")}, {QStringLiteral("say \"x\""), {}}}),
              QStringLiteral("a,\"b,c\"\r\n\"say \"\"x\"\"\",\r\n"));
}

TEST(Csv, NumbersStayNumbersAndFormulasDoNotRun) {
    EXPECT_EQ(csvText({{QStringLiteral("-1.5"), QStringLiteral("+3"), QStringLiteral("=A1"),
                        QStringLiteral("@x"), QString(QChar(0x2212)) + QStringLiteral("2.00")}}),
              QStringLiteral("-1.5,+3,'=A1,'@x,-2.00\r\n"));
}

TEST(Csv, ReadsBackWhatItWrote) {
    const std::vector<QStringList> lines = {{QStringLiteral("x,\"y\"\nz"), QStringLiteral("2")},
                                            {QStringLiteral("last"), QString()}};
    const auto read = csvLines(csvText(lines));
    ASSERT_EQ(read.size(), 2U);
    EXPECT_EQ(read[0].fields, lines[0]);
    EXPECT_EQ(read[1].fields, lines[1]);
}

TEST(Csv, CountsLinesAsAPersonDoes) {
    const auto read = csvLines(QString(QChar(QChar::ByteOrderMark)) +
                               QStringLiteral("SPY\r\n\r\n \"two\nlines\" , x\nQQQ"));
    ASSERT_EQ(read.size(), 3U);
    EXPECT_EQ(read[0].number, 1);
    EXPECT_EQ(read[0].fields.front(), QStringLiteral("SPY"));
    EXPECT_EQ(read[1].number, 3);
    EXPECT_EQ(read[1].fields.size(), 2);
    EXPECT_EQ(read[2].number, 5);
}

TEST(Csv, SurvivesWhatIsNoCsv) {
    EXPECT_TRUE(csvLines(QString()).empty());
    EXPECT_TRUE(csvLines(QStringLiteral("\n\n\r\n")).empty());
    EXPECT_EQ(csvLines(QStringLiteral("\"never closed, \n")).size(), 1U);
    EXPECT_EQ(csvLines(QStringLiteral(",,,")).front().fields.size(), 4);
}

} // namespace
} // namespace strikedesk::ui
