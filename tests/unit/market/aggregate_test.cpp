// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/market/hub/aggregate.h"
#include "tests/unit/market/hub_rig.h"

#include <gtest/gtest.h>

namespace strikedesk::market::test {
namespace {

DayBars dayBars(const std::vector<Bar>& bars) {
    DayBars made;
    for (const Bar& bar : bars) {
        HeldBar held;
        held.shown.bar = bar;
        held.shown.isFinal = true;
        made.bars.push_back(held);
    }
    return made;
}

std::vector<SeriesBar> build(Date date, Timeframe timeframe, SeriesSession session = SeriesSession::Regular) {
    const SessionHours hours;
    std::vector<SeriesBar> out;
    std::vector<Bar> minutes;
    const auto window = hours.window(date, session, false);
    for (Timestamp t = window->from; t < window->to; t = t + kMinute)
        minutes.push_back(barAt(t, 10'000, 10'001));
    appendDay(out, dayBars(minutes), *window, lengthOf(timeframe), {}, {}, window->to + Duration::hours(1));
    return out;
}

TEST(Frames, ASessionHasAsManySlotsAsItsHoursHold) {
    struct Row {
        const char* date;
        Timeframe timeframe;
        std::size_t slots;
    };
    const Row rows[] = {
        {"2026-03-02", Timeframe::Minute1, 390}, {"2026-03-02", Timeframe::Minute2, 195},
        {"2026-03-02", Timeframe::Minute3, 130}, {"2026-03-02", Timeframe::Minute5, 78},
        {"2026-03-02", Timeframe::Minute10, 39}, {"2026-03-02", Timeframe::Minute15, 26},
        {"2026-03-02", Timeframe::Minute30, 13}, {"2026-03-02", Timeframe::Hour1, 7},
        {"2026-03-02", Timeframe::Hour2, 4},     {"2026-03-02", Timeframe::Hour4, 2},
        {"2025-11-28", Timeframe::Minute1, 210}, {"2025-11-28", Timeframe::Minute3, 70},
        {"2025-11-28", Timeframe::Minute5, 42},  {"2025-11-28", Timeframe::Minute15, 14},
        {"2025-11-28", Timeframe::Hour1, 4},     {"2025-11-28", Timeframe::Hour4, 1},
        {"2026-03-09", Timeframe::Minute1, 390}, // the first session after clocks went forward
        {"2025-11-03", Timeframe::Minute5, 78},  // and back
    };
    for (const Row& row : rows)
        EXPECT_EQ(build(day(row.date), row.timeframe).size(), row.slots)
            << row.date << " " << toText(row.timeframe);
    EXPECT_EQ(build(day("2026-03-02"), Timeframe::Minute1, SeriesSession::Extended).size(), 960u);
    EXPECT_EQ(build(day("2026-03-02"), Timeframe::Hour4, SeriesSession::Extended).size(), 4u);
}

TEST(Frames, SlotsCountFromTheSessionsOpen) {
    const Date date = day("2026-03-02");
    const auto hour4 = build(date, Timeframe::Hour4);
    EXPECT_EQ(hour4[0].bar.start, at(date, 9, 30));
    EXPECT_EQ(hour4[1].bar.start, at(date, 13, 30));
    EXPECT_EQ(hour4[0].bar.volume, 240 * 100);
    EXPECT_EQ(hour4[1].bar.volume, 150 * 100);
    const auto early = build(date, Timeframe::Hour4, SeriesSession::Extended);
    EXPECT_EQ(early[0].bar.start, at(date, 4, 0));
    EXPECT_EQ(early[1].bar.start, at(date, 8, 0));
    // Clocks go forward on 8 March 2026: the open is one hour earlier in UTC.
    EXPECT_EQ(build(day("2026-03-06"), Timeframe::Hour1)[0].bar.start.rfc3339(), "2026-03-06T14:30:00Z");
    EXPECT_EQ(build(day("2026-03-09"), Timeframe::Hour1)[0].bar.start.rfc3339(), "2026-03-09T13:30:00Z");
}

TEST(Frames, ABarSumsItsMinutes) {
    const Date date = day("2026-03-02");
    const TimeSpan hours{at(date, 9, 30), at(date, 16, 0)};
    DayBars minutes =
        dayBars({barAt(at(date, 9, 29), 1, 1), barAt(at(date, 9, 31), 10'000, 10'010, 50),
                 barAt(at(date, 9, 33), 10'010, 9'900, 70), barAt(at(date, 9, 36), 9'900, 9'905)});
    minutes.bars[1].shown.revision = 2;
    minutes.bars[1].shown.bar.vwap = cents(10'004);
    minutes.bars[2].shown.bar.vwap = cents(9'950);
    minutes.bars[3].shown.isFinal = false;
    std::vector<SeriesBar> out;
    appendDay(out, minutes, hours, Duration::minutes(5), {}, {}, at(date, 9, 36, 30));
    ASSERT_EQ(out.size(), 2u);
    const SeriesBar& first = out[0];
    EXPECT_EQ(first.bar.start, at(date, 9, 30));
    EXPECT_EQ(first.bar.open, cents(10'000));
    EXPECT_EQ(first.bar.high, cents(10'011));
    EXPECT_EQ(first.bar.low, cents(9'899));
    EXPECT_EQ(first.bar.close, cents(9'900));
    EXPECT_EQ(first.bar.volume, 120);
    EXPECT_EQ(first.bar.vwap.units(), (10'004 * 50 + 9'950 * 70) * 100 / 120);
    EXPECT_EQ(first.source, BarSource::Built);
    EXPECT_EQ(first.revision, 2u);
    EXPECT_TRUE(first.isFinal);
    EXPECT_FALSE(out[1].isFinal);
    EXPECT_TRUE(out[1].bar.vwap.isZero());
}

TEST(Frames, ABarIsFinalOnlyWhenItsSlotIsOver) {
    const Date date = day("2026-03-02");
    const TimeSpan hours{at(date, 9, 30), at(date, 16, 0)};
    const DayBars minutes = dayBars({barAt(at(date, 15, 30), 1'000, 1'000)});
    for (const auto& [now, isFinal] :
         {std::pair{at(date, 15, 59), false}, std::pair{at(date, 16, 1), true}}) {
        std::vector<SeriesBar> out;
        appendDay(out, minutes, hours, Duration::hours(4), {}, {}, now);
        EXPECT_EQ(out.front().isFinal, isFinal);
    }
}

TEST(Frames, TheBarAfterAKnownGapSaysSo) {
    const SessionHours hours;
    const Date friday = day("2026-02-27");
    const Date monday = day("2026-03-02");
    const std::vector<TimeSpan> covered = {{at(friday, 4, 0), at(friday, 15, 58)},
                                           {at(monday, 9, 32), at(monday, 10, 0)},
                                           {at(monday, 10, 5), at(monday, 11, 0)}};
    const GapList gaps = gapsOf(covered, hours, SeriesSession::Regular, false, at(monday, 11, 0));
    EXPECT_EQ(gaps, (GapList{{at(friday, 15, 58), at(friday, 16, 0)},
                             {at(monday, 9, 30), at(monday, 9, 32)},
                             {at(monday, 10, 0), at(monday, 10, 5)}}));
    // A night, a weekend or a holiday between covered days is no gap.
    EXPECT_TRUE(gapsOf({{at(day("2026-01-16"), 4, 0), at(day("2026-01-16"), 20, 0)},
                        {at(day("2026-01-20"), 4, 0), at(day("2026-01-20"), 5, 0)}},
                       hours, SeriesSession::Extended, false, at(monday, 0, 0))
                    .empty());
    const DayBars minutes = dayBars({barAt(at(monday, 9, 33), 100, 100), barAt(at(monday, 9, 59), 100, 100),
                                     barAt(at(monday, 10, 5), 100, 100), barAt(at(monday, 10, 6), 100, 100)});
    std::vector<SeriesBar> out;
    appendDay(out, minutes, {at(monday, 9, 30), at(monday, 16, 0)}, kMinute, gaps, at(friday, 15, 57),
              at(monday, 11, 0));
    EXPECT_TRUE(out[0].afterGap);
    EXPECT_FALSE(out[1].afterGap);
    EXPECT_TRUE(out[2].afterGap);
    EXPECT_FALSE(out[3].afterGap);
}

TEST(Frames, AWeekStartsOnMondayAlsoWhenMondayIsAHoliday) {
    const SessionHours hours;
    std::vector<SeriesBar> days;
    for (const char* date : {"2026-01-15", "2026-01-16", "2026-01-20", "2026-01-21"}) {
        SeriesBar bar;
        bar.bar = barAt(startOfDay(day(date)), 10'000 + days.size() * 10, 10'005 + days.size() * 10);
        bar.isFinal = true;
        days.push_back(bar);
    }
    const auto weeks = weeksFrom(days, hours, at(day("2026-01-21"), 21, 0));
    ASSERT_EQ(weeks.size(), 2u);
    EXPECT_EQ(weeks[0].bar.start, startOfDay(day("2026-01-12")));
    EXPECT_EQ(weeks[1].bar.start, startOfDay(day("2026-01-19")));
    EXPECT_TRUE(weeks[0].isFinal);
    EXPECT_FALSE(weeks[1].isFinal);
    EXPECT_EQ(weeks[1].bar.open, cents(10'020));
    EXPECT_EQ(weeks[1].bar.volume, 200);
}

TEST(Frames, ADailyBarMeansItsDayHoweverItIsStamped) {
    const Date date = day("2026-07-06");
    EXPECT_EQ(dateOfDailyBar(date.startUtc()), date);
    EXPECT_EQ(dateOfDailyBar(startOfDay(date)), date);
    EXPECT_EQ(dateOfDailyBar(at(date, 9, 30)), date);
}

} // namespace
} // namespace strikedesk::market::test
