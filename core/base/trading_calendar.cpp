// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/trading_calendar.h"

#include "core/base/market_days.h"
#include "core/base/zone.h"

namespace strikedesk {

namespace {

constexpr std::int32_t clockTime(int hour, int minute) { return hour * 3'600 + minute * 60; }

Date firstDay() { return *Date::tryFromYmd(TradingCalendar::kFirstYear, 1, 1); }

bool trades(DayKind kind) { return kind == DayKind::Full || kind == DayKind::EarlyClose; }

Error beyondCalendar(Date date) {
    return Error{ErrorKind::NotFound,
                 "base.calendar.beyond",
                 "The trading calendar of this version covers 2005 to 2030. Choose a day inside these years.",
                 {{"day", date.iso()}}};
}

} // namespace

TradingCalendar TradingCalendar::unitedStates(const std::vector<CalendarChange>& changes) {
    TradingCalendar calendar;
    const Date first = firstDay();
    const Date end = *Date::tryFromYmd(kLastYear + 1, 1, 1);
    calendar.m_kinds.reserve(static_cast<std::size_t>(end - first));
    for (Date date = first; date < end; date = date + 1)
        calendar.m_kinds.push_back(market_days::ruledDay(date).kind);
    for (const CalendarChange& change : changes)
        if (calendar.covers(change.date) && change.kind != DayKind::Unknown)
            calendar.m_kinds[static_cast<std::size_t>(change.date - first)] = change.kind;
    return calendar;
}

DayKind TradingCalendar::kindOf(Date date) const {
    static const Date first = firstDay();
    // In 64 bits: a hostile day number may be as far away as an int reaches.
    const std::int64_t index = std::int64_t{date.days()} - first.days();
    if (index < 0 || index >= static_cast<std::int64_t>(m_kinds.size()))
        return DayKind::Unknown;
    return m_kinds[static_cast<std::size_t>(index)];
}

bool TradingCalendar::isTradingDay(Date date) const { return trades(kindOf(date)); }

std::optional<Session> TradingCalendar::session(Date date) const {
    const DayKind kind = kindOf(date);
    if (!trades(kind))
        return std::nullopt;
    const bool early = kind == DayKind::EarlyClose;
    return Session{date,
                   fromNewYork(date, clockTime(4, 0)),
                   fromNewYork(date, clockTime(9, 30)),
                   fromNewYork(date, early ? clockTime(13, 0) : clockTime(16, 0)),
                   fromNewYork(date, early ? clockTime(17, 0) : clockTime(20, 0)),
                   early};
}

std::optional<Session> TradingCalendar::sessionAt(Timestamp t) const {
    const auto plan = session(newYorkDate(t));
    if (!plan || t < plan->preOpen || t >= plan->postClose)
        return std::nullopt;
    return plan;
}

SessionPhase TradingCalendar::phaseAt(Timestamp t) const {
    const auto plan = sessionAt(t);
    if (!plan)
        return SessionPhase::Closed;
    if (t < plan->open)
        return SessionPhase::PreMarket;
    return t < plan->close ? SessionPhase::Regular : SessionPhase::PostMarket;
}

Result<Timestamp> TradingCalendar::nextOpen(Timestamp t) const {
    const Date today = newYorkDate(t);
    if (const auto plan = session(today); plan && plan->open > t)
        return plan->open;
    const auto next = nextTradingDay(today);
    if (!next)
        return next.error();
    return session(*next)->open;
}

Result<Timestamp> TradingCalendar::nextClose(Timestamp t) const {
    const Date today = newYorkDate(t);
    if (const auto plan = session(today); plan && plan->close > t)
        return plan->close;
    const auto next = nextTradingDay(today);
    if (!next)
        return next.error();
    return session(*next)->close;
}

Result<Date> TradingCalendar::previousTradingDay(Date date) const {
    if (!covers(date))
        return beyondCalendar(date);
    for (Date day = date - 1; covers(day); day = day - 1)
        if (isTradingDay(day))
            return day;
    return beyondCalendar(date);
}

Result<Date> TradingCalendar::nextTradingDay(Date date) const {
    if (!covers(date))
        return beyondCalendar(date);
    for (Date day = date + 1; covers(day); day = day + 1)
        if (isTradingDay(day))
            return day;
    return beyondCalendar(date);
}

Result<int> TradingCalendar::tradingDaysBetween(Date from, Date to) const {
    if (!covers(from))
        return beyondCalendar(from);
    if (!covers(to))
        return beyondCalendar(to);
    const bool backwards = to < from;
    const Date early = backwards ? to : from;
    const Date late = backwards ? from : to;
    int count = 0;
    for (Date day = early + 1; day <= late; day = day + 1)
        count += isTradingDay(day) ? 1 : 0;
    return backwards ? -count : count;
}

std::optional<Timestamp> TradingCalendar::optionsClose(Date date, OptionHours hours) const {
    const auto plan = session(date);
    if (!plan)
        return std::nullopt;
    return hours == OptionHours::BroadEtf ? plan->close + Duration::minutes(15) : plan->close;
}

int TradingCalendar::minutesInSession(Date date) const {
    switch (kindOf(date)) {
    case DayKind::Full:
        return 390;
    case DayKind::EarlyClose:
        return 210;
    case DayKind::Weekend:
    case DayKind::Holiday:
    case DayKind::Unknown:
        break;
    }
    return 0;
}

std::string_view marketDayName(Date date) {
    if (date.days() < firstDay().days() || date.year() > TradingCalendar::kLastYear)
        return {};
    return market_days::ruledDay(date).name;
}

} // namespace strikedesk
