// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/decimal.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>

namespace strikedesk {
namespace {

struct Row {
    std::string_view text;
    std::int64_t units;
};

TEST(ParseDecimal, ReadsExactTextToUnits) {
    const Row rows[] = {
        {"0", 0},
        {"-0", 0},
        {"1", 10'000},
        {"2.10", 21'000},
        {"2.1000000", 21'000},
        {"0.0001", 1},
        {"-0.0001", -1},
        {"+5", 50'000},
        {".5", 5'000},
        {"1.", 10'000},
        {"007.5", 75'000},
        {"922337203685477.5807", std::numeric_limits<std::int64_t>::max()},
    };
    for (const Row& row : rows) {
        const auto units = parseDecimal(row.text, 4, ExtraDigits::Refuse);
        ASSERT_TRUE(units) << row.text;
        EXPECT_EQ(*units, row.units) << row.text;
    }
}

TEST(ParseDecimal, RefusesWhatIsNotADecimal) {
    for (const std::string_view text : {"",
                                        " ",
                                        ".",
                                        "-",
                                        "+",
                                        "-.",
                                        "+-1",
                                        "--1",
                                        "1-",
                                        "1 ",
                                        " 1",
                                        "1,5",
                                        "1,000.00",
                                        "1.2.3",
                                        "1..2",
                                        "1e3",
                                        "1E-3",
                                        "0x10",
                                        "nan",
                                        "NaN",
                                        "inf",
                                        "-inf",
                                        "Infinity",
                                        "$1",
                                        "1$",
                                        "1%",
                                        "1_000",
                                        "1'000",
                                        "one",
                                        "٣",
                                        "1\n",
                                        "\t1",
                                        "0.00001",
                                        "1.00010000001",
                                        "922337203685477.5808",
                                        "-922337203685477.5808",
                                        "9223372036854775807",
                                        "99999999999999999999999999999999"})
        EXPECT_FALSE(parseDecimal(text, 4, ExtraDigits::Refuse)) << text;
    EXPECT_FALSE(parseDecimal(std::string_view("1\0", 2), 4, ExtraDigits::Refuse));
    EXPECT_FALSE(parseDecimal(std::string(100'000, '9'), 4, ExtraDigits::RoundEven));
}

TEST(ParseDecimal, RoundsExtraDigitsHalfToEvenWhenAllowed) {
    const Row rows[] = {
        {"0.00005", 0},          {"0.00015", 2},           {"0.00025", 2},      {"0.000050000001", 1},
        {"-0.00015", -2},        {"-0.00005", 0},          {"1.99995", 20'000}, {"1.99994999999999", 19'999},
        {"0.00004999999999", 0}, {"123.45678", 1'234'568},
    };
    for (const Row& row : rows) {
        const auto units = parseDecimal(row.text, 4, ExtraDigits::RoundEven);
        ASSERT_TRUE(units) << row.text;
        EXPECT_EQ(*units, row.units) << row.text;
    }
    EXPECT_FALSE(parseDecimal("922337203685477.58075", 4, ExtraDigits::RoundEven));
    EXPECT_FALSE(parseDecimal("0.0000x", 4, ExtraDigits::RoundEven));
}

TEST(FormatDecimal, WritesNoNeedlessZeros) {
    EXPECT_EQ(formatDecimal(0, 4, 2), "0.00");
    EXPECT_EQ(formatDecimal(21'000, 4, 2), "2.10");
    EXPECT_EQ(formatDecimal(125, 4, 2), "0.0125");
    EXPECT_EQ(formatDecimal(-1, 4, 0), "-0.0001");
    EXPECT_EQ(formatDecimal(50'000, 4, 0), "5");
    EXPECT_EQ(formatDecimal(7, 0, 0), "7");
    EXPECT_EQ(formatDecimal(std::numeric_limits<std::int64_t>::min(), 4, 2), "-922337203685477.5808");
}

TEST(DivideRoundEven, RoundsHalvesToTheEvenNeighbour) {
    EXPECT_EQ(divideRoundEven(1, 2), 0);
    EXPECT_EQ(divideRoundEven(3, 2), 2);
    EXPECT_EQ(divideRoundEven(5, 2), 2);
    EXPECT_EQ(divideRoundEven(-1, 2), 0);
    EXPECT_EQ(divideRoundEven(-3, 2), -2);
    EXPECT_EQ(divideRoundEven(7, 3), 2);
    EXPECT_EQ(divideRoundEven(8, 3), 3);
}

TEST(FixedPointDeathTest, AnOverflowStopsTheProgram) {
    const std::int64_t most = std::numeric_limits<std::int64_t>::max();
    EXPECT_DEATH(checkedAdd(most, 1), "fixed-point overflow");
    EXPECT_DEATH(checkedSubtract(-most, 2), "fixed-point overflow");
    EXPECT_DEATH(checkedMultiply(most, 2), "fixed-point overflow");
    EXPECT_DEATH(divideRoundEven(1, 0), "positive divisor");
    EXPECT_DEATH(divideRoundEven(static_cast<__int128>(most) * 4, 2), "fixed-point overflow");
}

TEST(Decimal, ReadsAndWritesPercentages) {
    EXPECT_EQ(Decimal::tryFromText("0.05")->units(), 500);
    EXPECT_EQ(Decimal::whole(2).text(), "2");
    EXPECT_EQ(Decimal::tryFromText("12.5000")->text(), "12.5");
    EXPECT_FALSE(Decimal::tryFromText("0.00001"));
    EXPECT_FALSE(Decimal::tryFromText("5 %"));
    EXPECT_LT(Decimal::whole(1), Decimal::whole(2));
}

} // namespace
} // namespace strikedesk
