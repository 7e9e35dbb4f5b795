// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/decimal.h"
#include "core/io/venues/polygon/codec/ticker.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace strikedesk::polygon {
namespace {

Timestamp at(const char* text) { return *Timestamp::tryFromRfc3339(text); }

TEST(PolygonTime, TheUnitIsToldByTheMagnitude) {
    EXPECT_EQ(venueTime("1536036818784"), at("2018-09-04T04:53:38.784Z"));
    EXPECT_EQ(venueTime("1601316752683746"), at("2020-09-28T18:12:32.683746Z"));
    EXPECT_EQ(venueTime("1517562000016036600"), at("2018-02-02T09:00:00.0160366Z"));
    EXPECT_EQ(venueTime("1651251948294080343"), at("2022-04-29T17:05:48.294080343Z")) << "beyond 2^53";
}

TEST(PolygonTime, ExponentFormsAreExact) {
    EXPECT_EQ(venueTime("1.536036818784e12"), venueTime("1536036818784"));
    EXPECT_EQ(venueTime("1.5175620000160366e+18"), venueTime("1517562000016036600"));
    EXPECT_EQ(venueTime("1536036818784.0"), venueTime("1536036818784"));
}

TEST(PolygonTime, WhatMayBeWrongByAThousandIsNoTime) {
    for (const char* wrong :
         {"", "0", "-1536036818784", "1578027600", "99999999999", "99999999999999", "7289654400000",
          "7289654400000000", "7289654400000000000", "1536036818784.5", "12e", "abc", "1e400",
          "9223372036854775808", "99999999999999999999", " 1536036818784"})
        EXPECT_FALSE(venueTime(wrong)) << wrong;
}

RC_GTEST_PROP(PolygonTime, EveryTimeReadsTheSameInEveryUnitThatHoldsIt, ()) {
    const auto ms = *rc::gen::inRange<std::int64_t>(100'000'000'000, 7'289'654'399'999);
    const auto expected = Timestamp::fromMilliseconds(ms);
    RC_ASSERT(venueTime(std::to_string(ms)) == expected);
    RC_ASSERT(venueTime(std::to_string(ms) + "000") == expected);
    RC_ASSERT(venueTime(std::to_string(ms) + "000000") == expected);
    const auto ns = ms * 1'000'000 + *rc::gen::inRange<std::int64_t>(0, 1'000'000);
    RC_ASSERT(venueTime(std::to_string(ns)) == Timestamp::fromNanoseconds(ns));
    std::string digits = std::to_string(ns);
    digits.insert(1, ".");
    RC_ASSERT(venueTime(digits + "e" + std::to_string(digits.size() - 2)) == Timestamp::fromNanoseconds(ns));
}

RC_GTEST_PROP(PolygonTime, NoNumberIsReadAsATimeOutsideTheYears, ()) {
    const auto any = *rc::gen::arbitrary<std::int64_t>();
    const auto read = venueTime(std::to_string(any));
    RC_ASSERT(!read || (*read >= at("1973-01-01T00:00:00Z") && read->milliseconds() <= 7'289'654'399'999));
}

TEST(PolygonTicker, PrefixesTellTheKind) {
    EXPECT_EQ(tickerFrom("AAPL"), (Ticker{AssetKind::Stock, Symbol::of("AAPL")}));
    EXPECT_EQ(tickerFrom("BRK.B"), (Ticker{AssetKind::Stock, Symbol::of("BRK.B")}));
    EXPECT_EQ(tickerFrom("O:SPY251219C00650000"),
              (Ticker{AssetKind::Option, Symbol::of("SPY251219C00650000")}));
    EXPECT_EQ(tickerFrom("O:NANOS1251219P00005500")->symbol, Symbol::of("NANOS1251219P00005500"));
    EXPECT_EQ(tickerFrom("I:SPX"), (Ticker{AssetKind::Index, Symbol::of("SPX")}));
}

TEST(PolygonTicker, WhatWeCannotNameIsNone) {
    for (const char* wrong :
         {"", ":", "O:", "I:", "BACpL", "C:EURUSD", "X:BTCUSD", "O:AAPL", "SPY251219C00650000",
          "I:SPY251219C00650000", "O:AAPL211022C000150000", "O:SPY251319C00650000", "O:SPY251219C00000000",
          "O:O:SPY251219C00650000", "A B"})
        EXPECT_FALSE(tickerFrom(wrong)) << wrong;
}

TEST(PolygonTicker, WritesItsOwnNamesBack) {
    for (const char* text : {"AAPL", "BRK.B", "O:SPY251219C00650000", "I:SPX"}) {
        const auto ticker = tickerFrom(text);
        ASSERT_TRUE(ticker) << text;
        EXPECT_EQ(tickerText(ticker->symbol, ticker->kind), text);
    }
    EXPECT_EQ(tickerText(Symbol::of("SPY251219C00650000")), "O:SPY251219C00650000");
    EXPECT_EQ(tickerText(Symbol::of("SPY")), "SPY");
}

} // namespace
} // namespace strikedesk::polygon
