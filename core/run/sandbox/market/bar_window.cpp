// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/bar_window.h"

#include "core/base/zone.h"
#include "core/run/sandbox/market/minute_prints.h"

#include <algorithm>

namespace strikedesk::sandbox {

namespace {

int secondsOf(BarWindow::Unit unit) {
    if (unit == BarWindow::Unit::Hour)
        return 3'600;
    return unit == BarWindow::Unit::Minute ? 60 : 1;
}

/// The first day of the window that holds `day`; days before 1970 are nobody's.
Date firstDay(const BarWindow& window, Date day) {
    if (window.unit == BarWindow::Unit::Month) {
        const int months = day.year() * 12 + day.month() - 1;
        const int first = months - months % window.count;
        return Date::tryFromYmd(first / 12, first % 12 + 1, 1).valueOr(day);
    }
    if (window.unit == BarWindow::Unit::Day)
        return day - day.days() % window.count;
    const Date week = day - (day.weekday() + 7 - window.weekStart) % 7;
    return week - 7 * ((week.days() + 7) / 7 % window.count);
}

} // namespace

Timestamp BarWindow::startOf(Timestamp at, const SessionCalendar& calendar) const {
    if (!isIntraday())
        return calendar.newYork(firstDay(*this, calendar.dateOf(at)), 0);
    const NewYorkTime wall = toNewYork(at);
    const int length = count * secondsOf(unit);
    return fromNewYork(wall.date, wall.secondOfDay - wall.secondOfDay % length);
}

Timestamp BarWindow::endOf(Timestamp at, const SessionCalendar& calendar) const {
    const Timestamp start = startOf(at, calendar);
    if (isIntraday()) {
        const Timestamp end = start + Duration::seconds(std::int64_t{count} * secondsOf(unit));
        return std::min(end, calendar.newYork(calendar.dateOf(at) + 1, 0));
    }
    const Date first = calendar.dateOf(start);
    if (unit == Unit::Month) {
        const int months = first.year() * 12 + first.month() - 1 + count;
        return calendar.newYork(Date::tryFromYmd(months / 12, months % 12 + 1, 1).valueOr(first + 31), 0);
    }
    return calendar.newYork(first + (unit == Unit::Week ? 7 * count : count), 0);
}

std::vector<market::Bar> grouped(std::span<const market::Bar> fine, const BarWindow& window,
                                 const SessionCalendar& calendar) {
    std::vector<market::Bar> bars;
    for (std::size_t from = 0; from < fine.size();) {
        const Timestamp edge = window.startOf(fine[from].start, calendar);
        std::size_t to = from + 1;
        while (to < fine.size() && window.startOf(fine[to].start, calendar) == edge)
            ++to;
        if (const auto bar = merged(fine.subspan(from, to - from), edge))
            bars.push_back(*bar);
        from = to;
    }
    return bars;
}

} // namespace strikedesk::sandbox
