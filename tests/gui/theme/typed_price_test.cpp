// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/format.h"

#include <gtest/gtest.h>

namespace strikedesk::ui {
namespace {

Price cents(std::int64_t count) { return Price::fromCents(count); }

TEST(TypedPrice, IsReadAsItIsShown) {
    EXPECT_EQ(priceFromText(QStringLiteral("2.05")), cents(205));
    EXPECT_EQ(priceFromText(QStringLiteral(" 2.05 ")), cents(205));
    EXPECT_EQ(priceFromText(QStringLiteral("+2.05\n")), cents(205));
    EXPECT_EQ(priceFromText(QStringLiteral(".05")), cents(5));
    EXPECT_EQ(priceFromText(QStringLiteral("0.0125")), Price::fromUnits(125));
    EXPECT_EQ(priceFromText(QStringLiteral("7")), cents(700));
    EXPECT_EQ(priceFromText(QStringLiteral("1,250.50")), cents(125'050));
    EXPECT_EQ(priceFromText(QStringLiteral("1,250,000")), cents(125'000'000));
    EXPECT_EQ(priceFromText(QStringLiteral("12,345.6")), cents(1'234'560));
    for (const std::int64_t units : {1, 125, 20'500, 12'345'678})
        EXPECT_EQ(priceFromText(priceText(Price::fromUnits(units))), Price::fromUnits(units));
}

TEST(TypedPrice, ADecimalCommaIsNeverReadAsThousands) {
    for (const char* text : {"2,05", "2,5", "0,125", "0,125.00", "00,125.00", "1,250", "12,345", ",05", "2,",
                             "2,.05", "1,25.00", "1,2500.00", "12,34,567.00", "1.250,50", "1,250,50",
                             "1,,250.00", "1, 250.00", "1250,000.00", "1.250.000"})
        EXPECT_FALSE(priceFromText(QString::fromLatin1(text))) << text;
}

TEST(TypedPrice, HostileTextIsNoPrice) {
    for (const char* text : {"",
                             " ",
                             ".",
                             "+",
                             "-",
                             "0",
                             "0.00",
                             "-2.05",
                             "\xE2\x88\x92"
                             "2.05",
                             "++2",
                             "+-2",
                             "2+",
                             "2.05.1",
                             "2.00001",
                             "inf",
                             "nan",
                             "1e3",
                             "0x10",
                             "$2",
                             "2 05",
                             "2.05 $",
                             "9999999999",
                             "999999999",
                             "two",
                             "2\n05",
                             "2.05;3",
                             "\xD9\xA2.\xD9\xA0",
                             "\xEF\xBC\x92.05",
                             "2\xE2\x80\x8B.05",
                             "2'000.00",
                             "1\xC2\xA0"
                             "250.00"})
        EXPECT_FALSE(priceFromText(QString::fromUtf8(text))) << text;
    EXPECT_FALSE(priceFromText(QString(1'000'000, QLatin1Char('9'))));
    EXPECT_FALSE(priceFromText(QStringLiteral("2") + QChar(0) + QStringLiteral(".05")));
    EXPECT_FALSE(priceFromText(QString(500, QLatin1Char('0')) + QStringLiteral("2.05")));
}

} // namespace
} // namespace strikedesk::ui
