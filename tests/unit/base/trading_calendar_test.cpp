// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/market_days.h"
#include "core/base/trading_calendar.h"

#include <gtest/gtest.h>

#include <limits>
#include <string_view>

namespace strikedesk {
namespace {

Date day(std::string_view iso) { return *Date::tryFromIso(iso); }
Timestamp at(std::string_view rfc3339) { return *Timestamp::tryFromRfc3339(rfc3339); }

const TradingCalendar& calendar() {
    static const TradingCalendar us = TradingCalendar::unitedStates();
    return us;
}

TEST(TradingCalendar, KnowsTheHolidaysOf2028To2030) {
    const std::pair<std::string_view, std::string_view> closed[] = {
        {"2028-01-17", "Martin Luther King Jr. Day"},
        {"2028-02-21", "Washington's Birthday"},
        {"2028-04-14", "Good Friday"},
        {"2028-05-29", "Memorial Day"},
        {"2028-06-19", "Juneteenth"},
        {"2028-07-04", "Independence Day"},
        {"2028-09-04", "Labor Day"},
        {"2028-11-23", "Thanksgiving Day"},
        {"2028-12-25", "Christmas Day"},
        {"2029-01-01", "New Year's Day"},
        {"2029-01-15", "Martin Luther King Jr. Day"},
        {"2029-02-19", "Washington's Birthday"},
        {"2029-03-30", "Good Friday"},
        {"2029-05-28", "Memorial Day"},
        {"2029-06-19", "Juneteenth"},
        {"2029-07-04", "Independence Day"},
        {"2029-09-03", "Labor Day"},
        {"2029-11-22", "Thanksgiving Day"},
        {"2029-12-25", "Christmas Day"},
        {"2030-01-01", "New Year's Day"},
        {"2030-01-21", "Martin Luther King Jr. Day"},
        {"2030-02-18", "Washington's Birthday"},
        {"2030-04-19", "Good Friday"},
        {"2030-05-27", "Memorial Day"},
        {"2030-06-19", "Juneteenth"},
        {"2030-07-04", "Independence Day"},
        {"2030-09-02", "Labor Day"},
        {"2030-11-28", "Thanksgiving Day"},
        {"2030-12-25", "Christmas Day"},
    };
    for (const auto& [date, name] : closed) {
        EXPECT_EQ(calendar().kindOf(day(date)), DayKind::Holiday) << date;
        EXPECT_EQ(marketDayName(day(date)), name) << date;
    }
    int holidays = 0;
    for (Date date = day("2028-01-01"); date <= day("2030-12-31"); date = date + 1)
        holidays += calendar().kindOf(date) == DayKind::Holiday ? 1 : 0;
    EXPECT_EQ(holidays, static_cast<int>(std::size(closed)));
}

TEST(TradingCalendar, KnowsTheEarlyClosesOf2028To2030) {
    const std::string_view early[] = {"2028-07-03", "2028-11-24", "2029-07-03", "2029-11-23",
                                      "2029-12-24", "2030-07-03", "2030-11-29", "2030-12-24"};
    int count = 0;
    for (Date date = day("2028-01-01"); date <= day("2030-12-31"); date = date + 1)
        count += calendar().isEarlyClose(date) ? 1 : 0;
    EXPECT_EQ(count, static_cast<int>(std::size(early)));
    for (const auto date : early)
        EXPECT_TRUE(calendar().isEarlyClose(day(date))) << date;
}

TEST(TradingCalendar, ANewYearOnSaturdayClosesNoFriday) {
    EXPECT_TRUE(calendar().isTradingDay(day("2010-12-31")));
    EXPECT_TRUE(calendar().isTradingDay(day("2021-12-31")));
    EXPECT_TRUE(calendar().isTradingDay(day("2027-12-31")));
    EXPECT_FALSE(calendar().isEarlyClose(day("2021-12-31")));
    EXPECT_FALSE(calendar().isTradingDay(day("2023-01-02")));
}

TEST(TradingCalendar, AFixedHolidayAtTheWeekendMovesToTheNearerWeekday) {
    EXPECT_FALSE(calendar().isTradingDay(day("2026-07-03")));
    EXPECT_FALSE(calendar().isTradingDay(day("2027-07-05")));
    EXPECT_FALSE(calendar().isTradingDay(day("2027-06-18")));
    EXPECT_FALSE(calendar().isTradingDay(day("2022-06-20")));
    EXPECT_FALSE(calendar().isTradingDay(day("2021-12-24")));
    EXPECT_TRUE(calendar().isTradingDay(day("2021-06-18")));
}

TEST(TradingCalendar, KnowsTheUnscheduledClosures) {
    for (const auto date : {"2007-01-02", "2012-10-29", "2012-10-30", "2018-12-05", "2025-01-09"})
        EXPECT_EQ(calendar().kindOf(day(date)), DayKind::Holiday) << date;
}

TEST(TradingCalendar, AFullDayRunsFromFourToTwenty) {
    const auto plan = calendar().session(day("2026-03-02"));
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->preOpen, at("2026-03-02T09:00:00Z"));
    EXPECT_EQ(plan->open, at("2026-03-02T14:30:00Z"));
    EXPECT_EQ(plan->close, at("2026-03-02T21:00:00Z"));
    EXPECT_EQ(plan->postClose, at("2026-03-03T01:00:00Z"));
    EXPECT_FALSE(plan->earlyClose);
    EXPECT_EQ(calendar().minutesInSession(day("2026-03-02")), 390);
}

TEST(TradingCalendar, AnEarlyCloseEndsAtThirteenAndItsLateSessionAtSeventeen) {
    const auto plan = calendar().session(day("2026-11-27"));
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->close, at("2026-11-27T18:00:00Z"));
    EXPECT_EQ(plan->postClose, at("2026-11-27T22:00:00Z"));
    EXPECT_TRUE(plan->earlyClose);
    EXPECT_EQ(calendar().minutesInSession(day("2026-11-27")), 210);
}

TEST(TradingCalendar, BroadEtfOptionsTradeAQuarterOfAnHourLonger) {
    EXPECT_EQ(calendar().optionsClose(day("2026-03-02"), OptionHours::Equity), at("2026-03-02T21:00:00Z"));
    EXPECT_EQ(calendar().optionsClose(day("2026-03-02"), OptionHours::BroadEtf), at("2026-03-02T21:15:00Z"));
    EXPECT_EQ(calendar().optionsClose(day("2026-11-27"), OptionHours::Equity), at("2026-11-27T18:00:00Z"));
    EXPECT_EQ(calendar().optionsClose(day("2026-11-27"), OptionHours::BroadEtf), at("2026-11-27T18:15:00Z"));
    EXPECT_FALSE(calendar().optionsClose(day("2026-11-26"), OptionHours::BroadEtf));
}

TEST(TradingCalendar, PhasesAreHalfOpen) {
    const std::pair<std::string_view, SessionPhase> phases[] = {
        {"2026-03-02T08:59:59Z", SessionPhase::Closed},
        {"2026-03-02T09:00:00Z", SessionPhase::PreMarket},
        {"2026-03-02T14:29:59Z", SessionPhase::PreMarket},
        {"2026-03-02T14:30:00Z", SessionPhase::Regular},
        {"2026-03-02T20:59:59Z", SessionPhase::Regular},
        {"2026-03-02T21:00:00Z", SessionPhase::PostMarket},
        {"2026-03-03T00:59:59Z", SessionPhase::PostMarket},
        {"2026-03-03T01:00:00Z", SessionPhase::Closed},
        {"2026-03-01T18:00:00Z", SessionPhase::Closed},
        {"2026-07-03T15:00:00Z", SessionPhase::Closed},
    };
    for (const auto& [when, phase] : phases) {
        EXPECT_EQ(calendar().phaseAt(at(when)), phase) << when;
        EXPECT_EQ(calendar().isOpen(at(when)), phase == SessionPhase::Regular) << when;
        EXPECT_EQ(calendar().sessionAt(at(when)).has_value(), phase != SessionPhase::Closed) << when;
    }
}

TEST(TradingCalendar, TheNextBellIsStrictlyLater) {
    EXPECT_EQ(*calendar().nextOpen(at("2026-03-02T14:29:59Z")), at("2026-03-02T14:30:00Z"));
    EXPECT_EQ(*calendar().nextOpen(at("2026-03-02T14:30:00Z")), at("2026-03-03T14:30:00Z"));
    EXPECT_EQ(*calendar().nextClose(at("2026-03-02T14:30:00Z")), at("2026-03-02T21:00:00Z"));
    EXPECT_EQ(*calendar().nextClose(at("2026-03-02T21:00:00Z")), at("2026-03-03T21:00:00Z"));
    // Over Thanksgiving to the early close, over a weekend with a clock change, over a long weekend.
    EXPECT_EQ(*calendar().nextClose(at("2026-11-26T15:00:00Z")), at("2026-11-27T18:00:00Z"));
    EXPECT_EQ(*calendar().nextOpen(at("2026-03-06T22:00:00Z")), at("2026-03-09T13:30:00Z"));
    EXPECT_EQ(*calendar().nextOpen(at("2026-07-02T20:30:00Z")), at("2026-07-06T13:30:00Z"));
    // 20:00 in New York is already tomorrow in UTC.
    EXPECT_EQ(*calendar().nextOpen(at("2026-03-03T01:30:00Z")), at("2026-03-03T14:30:00Z"));
}

TEST(TradingCalendar, StepsOverWeekendsAndHolidays) {
    EXPECT_EQ(*calendar().nextTradingDay(day("2026-07-02")), day("2026-07-06"));
    EXPECT_EQ(*calendar().previousTradingDay(day("2026-07-06")), day("2026-07-02"));
    EXPECT_EQ(*calendar().nextTradingDay(day("2026-07-04")), day("2026-07-06"));
    EXPECT_EQ(*calendar().tradingDaysBetween(day("2026-07-02"), day("2026-07-06")), 1);
    EXPECT_EQ(*calendar().tradingDaysBetween(day("2026-07-06"), day("2026-07-02")), -1);
    EXPECT_EQ(*calendar().tradingDaysBetween(day("2026-03-02"), day("2026-03-02")), 0);
    EXPECT_EQ(*calendar().tradingDaysBetween(day("2024-12-31"), day("2025-12-31")), 250);
}

TEST(TradingCalendar, AnUnknownYearCountsAsClosed) {
    for (const auto date : {"2004-12-31", "2031-01-02", "1970-01-01", "2199-06-03"}) {
        EXPECT_EQ(calendar().kindOf(day(date)), DayKind::Unknown) << date;
        EXPECT_FALSE(calendar().isTradingDay(day(date))) << date;
        EXPECT_FALSE(calendar().session(day(date))) << date;
        EXPECT_FALSE(calendar().nextTradingDay(day(date)).ok()) << date;
        EXPECT_FALSE(calendar().previousTradingDay(day(date)).ok()) << date;
        EXPECT_TRUE(marketDayName(day(date)).empty()) << date;
    }
    EXPECT_FALSE(calendar().isOpen(at("2031-01-02T15:00:00Z")));
    EXPECT_FALSE(calendar().nextOpen(at("2030-12-31T21:00:00Z")).ok());
    EXPECT_FALSE(calendar().nextClose(at("2030-12-31T21:00:00Z")).ok());
    EXPECT_FALSE(calendar().previousTradingDay(day("2005-01-02")).ok());
    EXPECT_FALSE(calendar().tradingDaysBetween(day("2030-12-31"), day("2031-01-02")).ok());
    EXPECT_EQ(calendar().nextOpen(at("2031-01-02T15:00:00Z")).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(calendar().kindOf(Date::fromDays(std::numeric_limits<std::int32_t>::min())), DayKind::Unknown);
    EXPECT_EQ(calendar().kindOf(Date::fromDays(std::numeric_limits<std::int32_t>::max())), DayKind::Unknown);
}

TEST(TradingCalendar, TakesAClosureItCouldNotKnow) {
    const auto changed = TradingCalendar::unitedStates({{day("2026-03-02"), DayKind::Holiday},
                                                        {day("2026-03-03"), DayKind::EarlyClose},
                                                        {day("2040-03-02"), DayKind::Full},
                                                        {day("2026-03-04"), DayKind::Unknown}});
    EXPECT_FALSE(changed.isTradingDay(day("2026-03-02")));
    EXPECT_TRUE(changed.isEarlyClose(day("2026-03-03")));
    EXPECT_FALSE(changed.isTradingDay(day("2040-03-02")));
    EXPECT_TRUE(changed.isTradingDay(day("2026-03-04")));
    EXPECT_EQ(*changed.nextTradingDay(day("2026-02-27")), day("2026-03-03"));
}

TEST(TradingCalendar, FindsEasterInEveryYearOfATable) {
    const std::string_view easters[] = {"2005-03-27", "2008-03-23", "2011-04-24", "2016-03-27",
                                        "2019-04-21", "2024-03-31", "2027-03-28", "2038-04-25"};
    for (const auto easter : easters)
        EXPECT_EQ(market_days::easterSunday(day(easter).year()).iso(), easter);
}

} // namespace
} // namespace strikedesk
