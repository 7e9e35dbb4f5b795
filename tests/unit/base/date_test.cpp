// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date.h"

#include <gtest/gtest.h>

#include <limits>

namespace strikedesk {
namespace {

TEST(Date, KnowsWeekdaysAndLeapDays) {
    EXPECT_EQ(Date::tryFromIso("1970-01-01")->days(), 0);
    EXPECT_EQ(Date::tryFromIso("1970-01-01")->weekday(), 4);
    EXPECT_EQ(Date::tryFromIso("2026-03-01")->weekday(), 0);
    EXPECT_EQ(Date::tryFromIso("1900-01-01")->weekday(), 1);
    EXPECT_EQ(Date::tryFromIso("2024-02-29")->iso(), "2024-02-29");
    EXPECT_EQ((*Date::tryFromIso("2024-02-28") + 2).iso(), "2024-03-01");
    EXPECT_EQ((*Date::tryFromIso("2023-03-01") - 1).iso(), "2023-02-28");
    EXPECT_EQ(*Date::tryFromIso("2025-01-17") - *Date::tryFromIso("2024-12-31"), 17);
    EXPECT_EQ(Date::tryFromIso("2200-12-31")->year(), 2200);
}

TEST(Date, RefusesDaysThatDoNotExist) {
    for (const std::string_view text :
         {"",           "2026",       "2026-3-2",   "2026-03-2",   "26-03-02",    "2026/03/02", "20260302",
          "2026-02-29", "2024-02-30", "2026-04-31", "2026-00-10",  "2026-13-01",  "2026-01-00", "2026-01-32",
          "1899-12-31", "2201-01-01", "0000-00-00", "2026-03-02T", " 2026-03-02", "2026-03-0x", "+026-03-02",
          "-026-03-02", "2026-+3-02"})
        EXPECT_FALSE(Date::tryFromIso(text)) << text;
    for (const auto& [year, month, day] : {std::tuple{2026, -1, 1},
                                           {2026, 1, -1},
                                           {-1, 1, 1},
                                           {2026, 257, 1},
                                           {2026, 1, 257},
                                           {67'562, 1, 1},
                                           {std::numeric_limits<int>::max(), 1, 1}})
        EXPECT_FALSE(Date::tryFromYmd(year, month, day)) << year << " " << month << " " << day;
}

TEST(Date, OfAnInstantIsTheUtcDay) {
    EXPECT_EQ(Date::ofUtc(*Timestamp::tryFromRfc3339("2026-03-02T23:59:59.999999999Z")).iso(), "2026-03-02");
    EXPECT_EQ(Date::ofUtc(*Timestamp::tryFromRfc3339("2026-03-03T00:00:00Z")).iso(), "2026-03-03");
    EXPECT_EQ(Date::ofUtc(Timestamp::fromNanoseconds(-1)).iso(), "1969-12-31");
    EXPECT_EQ(Date::ofUtc(Timestamp::fromSeconds(-86'400)).iso(), "1969-12-31");
    EXPECT_LT(Date::ofUtc(Timestamp::fromNanoseconds(std::numeric_limits<std::int64_t>::min())), Date());
}

struct Instant {
    std::string_view text;
    std::int64_t nanoseconds;
};

TEST(Timestamp, ReadsEveryFormOfRfc3339) {
    constexpr std::int64_t kBase = 1'772'461'800'000'000'000; // 2026-03-02T14:30:00Z
    const Instant rows[] = {
        {"2026-03-02T14:30:00Z", kBase},
        {"2026-03-02t14:30:00z", kBase},
        {"2026-03-02 14:30:00Z", kBase},
        {"2026-03-02T14:30:00+00:00", kBase},
        {"2026-03-02T14:30:00-00:00", kBase},
        {"2026-03-02T09:30:00-05:00", kBase},
        {"2026-03-02T20:00:00+05:30", kBase},
        {"2026-03-02T14:30:00.1Z", kBase + 100'000'000},
        {"2026-03-02T14:30:00.123456Z", kBase + 123'456'000},
        {"2026-03-02T14:30:00.123456789Z", kBase + 123'456'789},
        {"2026-03-02T09:30:00.5-05:00", kBase + 500'000'000},
        {"2026-03-02T14:29:60Z", kBase},
        {"1970-01-01T00:00:00Z", 0},
        {"1970-01-01T00:00:00+01:00", -3'600'000'000'000},
    };
    for (const Instant& row : rows) {
        const auto read = Timestamp::tryFromRfc3339(row.text);
        ASSERT_TRUE(read) << row.text;
        EXPECT_EQ(read->nanoseconds(), row.nanoseconds) << row.text;
    }
}

TEST(Timestamp, RefusesWhatIsNotRfc3339) {
    for (const std::string_view text : {"",
                                        "2026-03-02",
                                        "2026-03-02T14:30Z",
                                        "2026-03-02T14:30:00",
                                        "2026-03-02T14:30:00.Z",
                                        "2026-03-02T14:30:00.1234567891Z",
                                        "2026-03-02T14:30:00,5Z",
                                        "2026-03-02T24:00:00Z",
                                        "2026-03-02T14:60:00Z",
                                        "2026-03-02T14:30:61Z",
                                        "2026-02-29T14:30:00Z",
                                        "2026-13-02T14:30:00Z",
                                        "1969-12-31T23:59:59Z",
                                        "2201-01-01T00:00:00Z",
                                        "2026-03-02T14:30:00+0500",
                                        "2026-03-02T14:30:00+5:00",
                                        "2026-03-02T14:30:00+24:00",
                                        "2026-03-02T14:30:00+05:60",
                                        "2026-03-02T14:30:00ZZ",
                                        "2026-03-02T14:30:00 Z",
                                        "2026-03-02X14:30:00Z",
                                        "2026-03-02T14-30-00Z",
                                        "20260302T143000Z",
                                        "1772461800",
                                        "2026-03-02T1a:30:00Z",
                                        "2026-03-02T-1:30:00Z",
                                        "2026-03-02T14:30:00-5:000",
                                        "2026-03-02T14:30:00.123456789123456789123456Z",
                                        "Mon, 02 Mar 2026 14:30:00 GMT"})
        EXPECT_FALSE(Timestamp::tryFromRfc3339(text)) << text;
}

TEST(Timestamp, WritesUtcWithTheFractionItHas) {
    EXPECT_EQ(Timestamp::fromSeconds(1'772'461'800).rfc3339(), "2026-03-02T14:30:00Z");
    EXPECT_EQ(Timestamp::fromMilliseconds(1'772'461'800'001).rfc3339(), "2026-03-02T14:30:00.001000000Z");
    EXPECT_EQ(Timestamp::fromNanoseconds(-1).rfc3339(), "1969-12-31T23:59:59.999999999Z");
    EXPECT_FALSE(Timestamp().isSet());
}

TEST(Duration, CountsInEveryUnit) {
    EXPECT_EQ(Duration::days(1), Duration::hours(24));
    EXPECT_EQ(Duration::minutes(1) - Duration::seconds(60), Duration());
    EXPECT_EQ((Duration::milliseconds(1'500) / 3 * 2).toMilliseconds(), 1'000);
    EXPECT_EQ(Timestamp::fromSeconds(5) - Timestamp::fromSeconds(2), Duration::seconds(3));
    EXPECT_EQ(MonoTime::fromNanoseconds(7) + Duration::nanoseconds(3), MonoTime::fromNanoseconds(10));
}

} // namespace
} // namespace strikedesk
