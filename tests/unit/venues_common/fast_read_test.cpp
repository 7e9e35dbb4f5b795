// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/common/fast_read.h"
#include "core/io/venues/common/field_reader.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace strikedesk::venues {
namespace {

TEST(FastRead, PricesAgreeWithTheGeneralParser) {
    for (const char* text : {"0", "1", "17", "87.66", "0.7", "133.4939", "0.0001", "9999999.9999", "10000000",
                             "100.0", "1e-05", "1.5E2", "12.34565", "12.34575", "0.00005", "5.06e0"}) {
        const auto slow = parseVenueDecimal(text, 4, ExtraDigits::RoundEven);
        ASSERT_TRUE(slow) << text;
        ASSERT_TRUE(fastPrice(text)) << text;
        EXPECT_EQ(fastPrice(text)->units(), *slow) << text;
    }
}

TEST(FastRead, RefusesWhatIsNoPrice) {
    for (const char* wrong : {"",
                              "-1",
                              "-0.5",
                              "abc",
                              "1.2.3",
                              "1,5",
                              "10000000.0001",
                              "99999999",
                              "9223372036854775807000",
                              "1e99",
                              "1e",
                              "e5",
                              "0x10",
                              "NaN",
                              "inf",
                              " 1",
                              "1 ",
                              "--1",
                              "1.2e5000",
                              "true"})
        EXPECT_FALSE(fastPrice(wrong)) << wrong;
}

RC_GTEST_PROP(FastRead, EveryPriceInRangeReadsBack, ()) {
    const auto units = *rc::gen::inRange<std::int64_t>(0, Price::kMaxUnits);
    const Price price = Price::fromUnits(units);
    RC_ASSERT(fastPrice(price.text()) == price);
    RC_ASSERT(fastPrice(formatDecimal(units, 4, 0)) == price);
    RC_ASSERT(fastPrice(formatDecimal(units, 4, 4)) == price);
}

TEST(FastRead, CountsAreWholeAndNotNegative) {
    EXPECT_EQ(fastCount("0"), 0);
    EXPECT_EQ(fastCount("79993712"), 79'993'712);
    EXPECT_EQ(fastCount("100.0"), 100);
    for (const char* wrong : {"", "-1", "1.5", "x", "99999999999999999999"})
        EXPECT_FALSE(fastCount(wrong)) << wrong;
}

TEST(FastRead, TimesAgreeWithTheGeneralParser) {
    FastClock clock;
    for (const char* text :
         {"2021-02-22T15:51:45.335689322Z", "2021-02-22T15:51:45Z", "2021-02-22T23:59:59.9Z",
          "2024-02-29T00:00:00.000000001Z", "2021-02-22T10:51:45.33-05:00", "1970-01-01T00:00:00Z",
          "2021-02-22T15:51:60Z"}) {
        const auto slow = Timestamp::tryFromRfc3339(text);
        ASSERT_TRUE(slow) << text;
        EXPECT_EQ(clock.read(text), *slow) << text;
        EXPECT_EQ(clock.read(text), *slow) << text;
    }
    for (const char* wrong : {"", "2021-02-30T15:51:45Z", "2021-02-22T24:51:45Z", "2021-02-22T15:61:45Z",
                              "2021-02-22T15:51:45.Z", "2021-02-22T15:51:45.12x4Z", "2021-02-22 15:51",
                              "2021-02-22T15:51:4Z", "2021/02/22T15:51:45Z", "1969-12-31T23:59:59Z"})
        EXPECT_FALSE(clock.read(wrong)) << wrong;
}

TEST(VenueDecimal, ExponentsAreWrittenOutExactly) {
    struct Row {
        const char* text;
        int scale;
        std::int64_t units;
    };
    for (const Row& row : {Row{"1e-05", 9, 10'000}, Row{"1.5e3", 4, 15'000'000}, Row{"-2.5E+1", 4, -250'000},
                           Row{"0e10", 4, 0}, Row{"123e-2", 4, 12'300}, Row{"7.25e0", 2, 725}})
        EXPECT_EQ(parseVenueDecimal(row.text, row.scale, ExtraDigits::Refuse).valueOr(-1), row.units)
            << row.text;
    for (const char* wrong : {"1e", "e5", "1e+", "1e1.5", "1e99", "1e-99", "1.e5", "1e5e5", "-e1", "1ee1"})
        EXPECT_FALSE(parseVenueDecimal(wrong, 4, ExtraDigits::Refuse)) << wrong;
}

} // namespace
} // namespace strikedesk::venues
