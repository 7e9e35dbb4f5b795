// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/zone.h"

#include <gtest/gtest.h>

#include <limits>
#include <string_view>

namespace strikedesk {
namespace {

Date day(std::string_view iso) { return *Date::tryFromIso(iso); }
Timestamp at(std::string_view rfc3339) { return *Timestamp::tryFromRfc3339(rfc3339); }
constexpr std::int32_t clock(int hour, int minute, int second = 0) {
    return hour * 3'600 + minute * 60 + second;
}

struct KnownInstant {
    std::string_view utc;
    std::string_view date;
    std::int32_t secondOfDay;
    bool isDst;
};

TEST(Zone, KnowsTheHourInNewYorkAtKnownInstants) {
    const KnownInstant known[] = {
        {"1970-01-01T00:00:00Z", "1969-12-31", clock(19, 0), false},
        {"1974-01-06T06:59:59Z", "1974-01-06", clock(1, 59, 59), false},
        {"1974-01-06T07:00:00Z", "1974-01-06", clock(3, 0), true},
        {"1986-04-27T07:00:00Z", "1986-04-27", clock(3, 0), true},
        {"1987-10-19T14:30:00Z", "1987-10-19", clock(10, 30), true},
        {"2001-09-11T12:46:00Z", "2001-09-11", clock(8, 46), true},
        {"2006-04-02T06:59:59Z", "2006-04-02", clock(1, 59, 59), false},
        {"2006-04-02T07:00:00Z", "2006-04-02", clock(3, 0), true},
        {"2006-10-29T06:00:00Z", "2006-10-29", clock(1, 0), false},
        {"2007-03-11T07:00:00Z", "2007-03-11", clock(3, 0), true},
        {"2007-11-04T05:59:59Z", "2007-11-04", clock(1, 59, 59), true},
        {"2007-11-04T06:00:00Z", "2007-11-04", clock(1, 0), false},
        {"2024-02-29T05:00:00Z", "2024-02-29", 0, false},
        {"2026-03-02T14:30:00.999999999Z", "2026-03-02", clock(9, 30), false},
        {"2026-07-01T03:59:59Z", "2026-06-30", clock(23, 59, 59), true},
        {"2037-07-01T13:30:00Z", "2037-07-01", clock(9, 30), true},
        {"2050-07-01T13:30:00Z", "2050-07-01", clock(9, 30), true},
        {"2050-12-31T14:30:00Z", "2050-12-31", clock(9, 30), false},
    };
    for (const KnownInstant& row : known) {
        const NewYorkTime local = toNewYork(at(row.utc));
        EXPECT_EQ(local.date.iso(), row.date) << row.utc;
        EXPECT_EQ(local.secondOfDay, row.secondOfDay) << row.utc;
        EXPECT_EQ(local.isDst, row.isDst) << row.utc;
        EXPECT_EQ(local.offsetSeconds, row.isDst ? -14'400 : -18'000) << row.utc;
    }
}

TEST(Zone, SaysHourMinuteAndSecondOfTheWallClock) {
    const NewYorkTime local = toNewYork(at("2026-03-02T20:59:58Z"));
    EXPECT_EQ(local.hour(), 15);
    EXPECT_EQ(local.minute(), 59);
    EXPECT_EQ(local.second(), 58);
}

TEST(Zone, ATimeSkippedInSpringIsTheFirstInstantAfterTheGap) {
    const Timestamp afterGap = at("2024-03-10T07:00:00Z");
    EXPECT_EQ(fromNewYork(day("2024-03-10"), clock(1, 59, 59)), at("2024-03-10T06:59:59Z"));
    EXPECT_EQ(fromNewYork(day("2024-03-10"), clock(2, 0)), afterGap);
    EXPECT_EQ(fromNewYork(day("2024-03-10"), clock(2, 30)), afterGap);
    EXPECT_EQ(fromNewYork(day("2024-03-10"), clock(2, 59, 59)), afterGap);
    EXPECT_EQ(fromNewYork(day("2024-03-10"), clock(3, 0)), afterGap);
    EXPECT_EQ(fromNewYork(day("2024-03-10"), clock(3, 0, 1)), at("2024-03-10T07:00:01Z"));
}

TEST(Zone, ATimeShownTwiceInAutumnIsTheEarlier) {
    EXPECT_EQ(fromNewYork(day("2024-11-03"), clock(0, 59, 59)), at("2024-11-03T04:59:59Z"));
    EXPECT_EQ(fromNewYork(day("2024-11-03"), clock(1, 0)), at("2024-11-03T05:00:00Z"));
    EXPECT_EQ(fromNewYork(day("2024-11-03"), clock(1, 30)), at("2024-11-03T05:30:00Z"));
    EXPECT_EQ(fromNewYork(day("2024-11-03"), clock(1, 59, 59)), at("2024-11-03T05:59:59Z"));
    EXPECT_EQ(fromNewYork(day("2024-11-03"), clock(2, 0)), at("2024-11-03T07:00:00Z"));
}

TEST(Zone, TheOpeningBellIsAnHourEarlierInUtcInSummer) {
    EXPECT_EQ(fromNewYork(day("2024-03-08"), clock(9, 30)), at("2024-03-08T14:30:00Z"));
    EXPECT_EQ(fromNewYork(day("2024-03-11"), clock(9, 30)), at("2024-03-11T13:30:00Z"));
    EXPECT_EQ(fromNewYork(day("2024-11-01"), clock(16, 0)), at("2024-11-01T20:00:00Z"));
    EXPECT_EQ(fromNewYork(day("2024-11-04"), clock(16, 0)), at("2024-11-04T21:00:00Z"));
}

TEST(Zone, SecondsBeyondTheDayCountOnOnTheWallClock) {
    EXPECT_EQ(fromNewYork(day("2026-03-02"), clock(24, 0)), fromNewYork(day("2026-03-03"), 0));
    EXPECT_EQ(fromNewYork(day("2026-03-02"), -1), fromNewYork(day("2026-03-01"), clock(23, 59, 59)));
}

TEST(Zone, UsesTheOutermostOffsetOutsideTheKnownYears) {
    EXPECT_EQ(toNewYork(Timestamp::fromSeconds(-1)).offsetSeconds, -18'000);
    EXPECT_EQ(toNewYork(at("2051-07-01T13:30:00Z")).offsetSeconds, -18'000);
    EXPECT_EQ(toNewYork(at("2199-07-01T13:30:00Z")).offsetSeconds, -18'000);
    EXPECT_EQ(fromNewYork(day("2199-07-01"), clock(9, 30)), at("2199-07-01T14:30:00Z"));
    const auto least = Timestamp::fromNanoseconds(std::numeric_limits<std::int64_t>::min());
    const auto most = Timestamp::fromNanoseconds(std::numeric_limits<std::int64_t>::max());
    EXPECT_LT(toNewYork(least).date, toNewYork(most).date);
}

/// The rule since 2007, written independently: days of March and November by weekday.
bool isSummer(const NewYorkTime& standard) {
    const Date date = standard.date;
    const int sundayOnOrBefore = date.day() - date.weekday();
    if (date.month() < 3 || date.month() > 11)
        return false;
    if (date.month() > 3 && date.month() < 11)
        return true;
    if (date.month() == 3) {
        if (date.weekday() == 0 && date.day() >= 8 && date.day() <= 14)
            return standard.secondOfDay >= clock(2, 0);
        return sundayOnOrBefore >= 8;
    }
    if (date.weekday() == 0 && date.day() <= 7)
        return standard.secondOfDay < clock(1, 0);
    return sundayOnOrBefore < 1;
}

TEST(Zone, AgreesWithTheLawInEveryMinuteOfAYear) {
    for (const int year : {2007, 2024, 2026}) {
        const Timestamp begin = Date::tryFromYmd(year, 1, 1)->startUtc();
        const Timestamp end = Date::tryFromYmd(year + 1, 1, 1)->startUtc();
        for (Timestamp t = begin; t < end; t = t + Duration::minutes(1)) {
            const Timestamp standardAsUtc = t - Duration::hours(5);
            const Date date = Date::ofUtc(standardAsUtc);
            const auto second =
                static_cast<std::int32_t>((standardAsUtc - date.startUtc()).count() / 1'000'000'000);
            const NewYorkTime local = toNewYork(t);
            ASSERT_EQ(local.isDst, isSummer({date, second, 0, false})) << t.rfc3339();
            const Timestamp back = fromNewYork(local.date, local.secondOfDay);
            // The hour shown twice comes back as its first showing.
            ASSERT_TRUE(back == t || (!local.isDst && back == t - Duration::hours(1))) << t.rfc3339();
        }
    }
}

} // namespace
} // namespace strikedesk
