// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/expiry_table.h"

#include <algorithm>

namespace strikedesk::sandbox {

namespace {

constexpr int kDailies = 5;
constexpr int kMonWedFriDays = 9;
constexpr int kFridays = 4;
constexpr int kMonthlies = 3;
constexpr int kQuarters = 2;
constexpr int kJanuaries = 2;
constexpr int kStrikesEachSide = 12;
constexpr int kWings[] = {16, 22, 30, 42};

Date thirdFriday(int year, int month) {
    const Date first = Date::tryFromYmd(year, month, 1).valueOr(Date());
    return first + (5 - first.weekday() + 7) % 7 + 14;
}

/// The third Friday `ahead` months after the month of `today`.
Date monthly(Date today, int ahead) {
    const int month = today.month() - 1 + ahead;
    return thirdFriday(today.year() + month / 12, month % 12 + 1);
}

void addNear(ExpiryPlan plan, const SessionCalendar& calendar, Date today, std::vector<Date>& days) {
    if (plan == ExpiryPlan::Daily) {
        Date day = calendar.session(today) ? today : calendar.next(today);
        for (int i = 0; i < kDailies; ++i, day = calendar.next(day))
            days.push_back(day);
    }
    if (plan == ExpiryPlan::MonWedFri)
        for (int i = 0; i <= kMonWedFriDays; ++i)
            if (const int weekday = (today + i).weekday(); weekday == 1 || weekday == 3 || weekday == 5)
                days.push_back(tradingDayOnOrBefore(calendar, today + i));
    const Date friday = today + (5 - today.weekday() + 7) % 7;
    if (plan != ExpiryPlan::Monthly)
        for (int week = 0; week < kFridays; ++week)
            days.push_back(tradingDayOnOrBefore(calendar, friday + week * 7));
}

} // namespace

Date tradingDayOnOrBefore(const SessionCalendar& calendar, Date date) {
    return calendar.session(date) ? date : calendar.previous(date);
}

bool isMonthlyExpiry(const SessionCalendar& calendar, Date date) {
    return date == tradingDayOnOrBefore(calendar, thirdFriday(date.year(), date.month()));
}

std::vector<Date> listedExpiries(ExpiryPlan plan, const SessionCalendar& calendar, Date today) {
    std::vector<Date> days;
    addNear(plan, calendar, today, days);
    int monthlies = 0;
    int quarters = 0;
    int januaries = 0;
    for (int ahead = 0; ahead < 27; ++ahead) {
        const Date plain = monthly(today, ahead);
        const Date expiry = tradingDayOnOrBefore(calendar, plain);
        if (expiry < today)
            continue;
        const bool isNear = monthlies < kMonthlies;
        const bool isQuarter = !isNear && plain.month() % 3 == 0 && quarters < kQuarters;
        const bool isJanuary =
            !isNear && plain.month() == 1 && plan != ExpiryPlan::Monthly && januaries < kJanuaries;
        monthlies += isNear ? 1 : 0;
        quarters += isQuarter ? 1 : 0;
        januaries += isJanuary ? 1 : 0;
        if (isNear || isQuarter || isJanuary)
            days.push_back(expiry);
    }
    std::erase_if(days, [&](Date day) { return day < today || !calendar.session(day); });
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

std::vector<Price> listedStrikes(Price open, Price step, int daysLeft) {
    const int coarser = daysLeft > 300 ? 10 : daysLeft > 100 ? 5 : daysLeft > 20 ? 2 : 1;
    const Price grid = step * coarser;
    const Price centre = roundDownToTick(open + Price::fromUnits(grid.units() / 2), grid);
    std::vector<Price> strikes;
    const auto add = [&](int steps) {
        const Price strike = centre + grid * steps;
        if (strike.isPositive() && open <= strike * 3 && strike <= open * 3)
            strikes.push_back(strike);
    };
    // A day or two leave no time for a move that far.
    const bool hasWings = daysLeft > 2;
    for (auto wing = std::rbegin(kWings); hasWings && wing != std::rend(kWings); ++wing)
        add(-*wing);
    for (int i = -kStrikesEachSide; i <= kStrikesEachSide; ++i)
        add(i);
    for (const int wing : kWings)
        if (hasWings)
            add(wing);
    return strikes;
}

} // namespace strikedesk::sandbox
