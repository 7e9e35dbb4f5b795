// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/market_days.h"

#include <array>

namespace strikedesk::market_days {

namespace {

constexpr int kSunday = 0;
constexpr int kMonday = 1;
constexpr int kThursday = 4;
constexpr int kFriday = 5;
constexpr int kSaturday = 6;

/// A year, month and day known to exist.
Date day(int year, int month, int dayOfMonth) {
    const auto date = Date::tryFromYmd(year, month, dayOfMonth);
    STRIKEDESK_ASSERT(date.ok(), "a rule of the trading calendar names a day that exists");
    return *date;
}

struct Closure {
    int year, month, day;
    std::string_view name;
};

constexpr std::array<Closure, 5> kUnscheduled = {{
    {2007, 1, 2, "National day of mourning"},
    {2012, 10, 29, "Hurricane Sandy"},
    {2012, 10, 30, "Hurricane Sandy"},
    {2018, 12, 5, "National day of mourning"},
    {2025, 1, 9, "National day of mourning"},
}};

/// Where in the month a weekday stands: the 3rd Monday is 3.
int ordinal(int dayOfMonth) { return (dayOfMonth - 1) / 7 + 1; }

/// A holiday on a fixed day is kept on Friday when it falls on Saturday and on Monday when on Sunday.
bool isObserved(Date date, int month, int dayOfMonth) {
    const Date holiday = day(date.year(), month, dayOfMonth);
    if (holiday.weekday() == kSaturday)
        return date == holiday - 1;
    if (holiday.weekday() == kSunday)
        return date == holiday + 1;
    return date == holiday;
}

/// New Year's Day moves to Monday but never back to the Friday, because that day ends an accounting period
/// (NYSE Rule 7.2).
bool isNewYear(Date date) {
    const Date first = day(date.year(), 1, 1);
    return first.weekday() == kSunday ? date == first + 1 : date == first;
}

/// The holidays that are a certain weekday of a month.
std::string_view floatingHoliday(Date date) {
    const int month = date.month();
    const int nth = ordinal(date.day());
    if (date.weekday() == kMonday) {
        if (month == 1 && nth == 3)
            return "Martin Luther King Jr. Day";
        if (month == 2 && nth == 3)
            return "Washington's Birthday";
        if (month == 5 && date.day() > 24)
            return "Memorial Day";
        if (month == 9 && nth == 1)
            return "Labor Day";
    }
    if (date.weekday() == kThursday && month == 11 && nth == 4)
        return "Thanksgiving Day";
    return {};
}

std::string_view fixedHoliday(Date date) {
    if (isNewYear(date))
        return "New Year's Day";
    if (date.year() >= 2022 && isObserved(date, 6, 19))
        return "Juneteenth";
    if (isObserved(date, 7, 4))
        return "Independence Day";
    if (isObserved(date, 12, 25))
        return "Christmas Day";
    return {};
}

/// 13:00 closes: the day after Thanksgiving, and 3 July and 24 December when trading days from Monday to
/// Thursday (on a Friday they are themselves the observed holiday).
std::string_view earlyClose(Date date) {
    const int month = date.month();
    if (month == 11 && date.weekday() == kFriday && ordinal(date.day() - 1) == 4)
        return "Day after Thanksgiving";
    if (month == 7 && date.day() == 3 && date.weekday() >= kMonday && date.weekday() <= kThursday)
        return "Day before Independence Day";
    if (month == 12 && date.day() == 24 && date.weekday() >= kMonday && date.weekday() <= kThursday)
        return "Christmas Eve";
    return {};
}

} // namespace

Date easterSunday(int year) {
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return day(year, f / 31, f % 31 + 1);
}

RuledDay ruledDay(Date date) {
    if (date.weekday() == kSunday || date.weekday() == kSaturday)
        return {DayKind::Weekend, {}};
    for (const Closure& closure : kUnscheduled)
        if (date == day(closure.year, closure.month, closure.day))
            return {DayKind::Holiday, closure.name};
    if (date == easterSunday(date.year()) - 2)
        return {DayKind::Holiday, "Good Friday"};
    std::string_view name = floatingHoliday(date);
    if (name.empty())
        name = fixedHoliday(date);
    if (!name.empty())
        return {DayKind::Holiday, name};
    name = earlyClose(date);
    return {name.empty() ? DayKind::Full : DayKind::EarlyClose, name};
}

} // namespace strikedesk::market_days
