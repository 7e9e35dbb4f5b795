// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/market/hub/session_hours.h"

#include "core/base/zone.h"
#include "core/market/hub/merge.h"

#include <algorithm>

namespace strikedesk::market {

namespace {

constexpr Duration kLateOptions = Duration::minutes(15);

} // namespace

SessionHours::SessionHours() {
    static const TradingCalendar calendar = TradingCalendar::unitedStates();
    m_calendar = &calendar;
}

Timestamp startOfDay(Date date) { return fromNewYork(date, 0); }

Date dateOfDailyBar(Timestamp start) {
    // Midnight UTC is the evening before in New York, when no daily bar starts.
    if (Date::ofUtc(start).startUtc() == start)
        return Date::ofUtc(start);
    return newYorkDate(start);
}

Date mondayOf(Date date) { return date - (date.weekday() + 6) % 7; }

std::optional<TimeSpan> SessionHours::window(Date date, SeriesSession session, bool isOption) const {
    const auto day = m_calendar->session(date);
    if (!day)
        return std::nullopt;
    if (isOption)
        return TimeSpan{day->open, day->close + kLateOptions};
    if (session == SeriesSession::Regular)
        return TimeSpan{day->open, day->close};
    return TimeSpan{day->preOpen, day->postClose};
}

std::optional<Date> SessionHours::latestSession(Timestamp now, bool isOption) const {
    const Date today = newYorkDate(now);
    if (const auto hours = widestWindow(today, isOption); hours && hours->from <= now)
        return today;
    const auto before = m_calendar->previousTradingDay(today);
    return before ? std::optional(*before) : std::nullopt;
}

Date SessionHours::sessionsBack(Date date, int sessions) const {
    for (int i = 1; i < sessions; ++i) {
        const auto before = m_calendar->previousTradingDay(date);
        if (!before)
            break;
        date = *before;
    }
    return date;
}

std::int64_t SessionHours::minutesIn(TimeSpan span, SeriesSession session, bool isOption) const {
    std::int64_t minutes = 0;
    const Date last = newYorkDate(span.to);
    for (Date date = newYorkDate(span.from); date <= last; date = date + 1) {
        const auto hours = window(date, session, isOption);
        if (!hours)
            continue;
        const Timestamp from = minuteFrom(std::max(hours->from, span.from));
        const Timestamp to = minuteFrom(std::min(hours->to, span.to));
        if (from < to)
            minutes += (to - from).count() / kMinute.count();
    }
    return minutes;
}

std::optional<TimeSpan> SessionHours::trimmed(TimeSpan span, bool isOption) const {
    std::optional<TimeSpan> result;
    const Date last = newYorkDate(span.to);
    Date date = newYorkDate(span.from);
    for (; date <= last && !result; date = date + 1)
        if (const auto hours = widestWindow(date, isOption)) {
            const TimeSpan part{std::max(hours->from, span.from), std::min(hours->to, span.to)};
            if (part.from < part.to)
                result = part;
        }
    if (!result)
        return std::nullopt;
    for (Date end = last; end >= date; end = end - 1)
        if (const auto hours = widestWindow(end, isOption); hours && hours->from < span.to) {
            result->to = std::min(hours->to, span.to);
            break;
        }
    return result;
}

int SessionHours::daysIn(TimeSpan span) const {
    int days = 0;
    for (Date date = newYorkDate(span.from); startOfDay(date) < span.to; date = date + 1)
        if (startOfDay(date) >= span.from && m_calendar->isTradingDay(date))
            ++days;
    return days;
}

bool SessionHours::isTrading(Timestamp now, SeriesSession session, bool isOption) const {
    const auto hours = window(newYorkDate(now), session, isOption);
    return hours && hours->from <= now && now < hours->to;
}

Timestamp SessionHours::daysCompleteAt(Timestamp asOf) const {
    const Date today = newYorkDate(asOf);
    const auto session = m_calendar->session(today);
    const bool isOver = !session || asOf >= session->postClose + kHistorySettles;
    return startOfDay(isOver ? today + 1 : today);
}

} // namespace strikedesk::market
