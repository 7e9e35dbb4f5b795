// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/trading_calendar.h"
#include "core/market/hub/hub_command.h"

namespace strikedesk::market {

/// Times of the charts: minutes, sessions and days. All pure; every rule of hours comes from the calendar.

constexpr Duration kMinute = Duration::minutes(1);

/// The start of the minute that holds `t`.
constexpr Timestamp minuteOf(Timestamp t) {
    const std::int64_t ns = kMinute.count();
    const std::int64_t rest = ((t.nanoseconds() % ns) + ns) % ns;
    return Timestamp::fromNanoseconds(t.nanoseconds() - rest);
}
/// The first minute that starts at or after `t`.
constexpr Timestamp minuteFrom(Timestamp t) {
    const Timestamp floor = minuteOf(t);
    return floor == t ? floor : floor + kMinute;
}

/// Where the bar of a day starts: midnight in New York.
Timestamp startOfDay(Date date);
/// The trading day a daily bar means, whether it was stamped with midnight UTC, midnight in New York or the
/// open.
Date dateOfDailyBar(Timestamp start);
/// Monday of the week that holds `date`.
Date mondayOf(Date date);

/// The hours of a session, by calendar. Option contracts have no early or late session; index and broad fund
/// options trade 15 minutes longer than the rest (Cboe Rule 5.1), and prints decide which do.
class SessionHours {
public:
    SessionHours();

    const TradingCalendar& calendar() const { return *m_calendar; }
    /// The minutes of `date` that belong to a series; nothing on a day without trading.
    std::optional<TimeSpan> window(Date date, SeriesSession session, bool isOption) const;
    /// The widest hours in which a bar of the symbol can lie.
    std::optional<TimeSpan> widestWindow(Date date, bool isOption) const {
        return window(date, isOption ? SeriesSession::Regular : SeriesSession::Extended, isOption);
    }
    /// The day of the latest session that has begun (early hours count) at `now`, if the calendar knows it.
    std::optional<Date> latestSession(Timestamp now, bool isOption) const;
    /// The trading day `sessions` − 1 sessions before `date`, or the first known one.
    Date sessionsBack(Date date, int sessions) const;
    /// Minutes of sessions that start in `span`.
    std::int64_t minutesIn(TimeSpan span, SeriesSession session, bool isOption) const;
    /// `span` without closed hours at its ends; nothing when it holds no session minute.
    std::optional<TimeSpan> trimmed(TimeSpan span, bool isOption) const;
    /// Trading days whose start lies in `span`.
    int daysIn(TimeSpan span) const;
    /// True while bars of such a series can come.
    bool isTrading(Timestamp now, SeriesSession session, bool isOption) const;
    /// Up to where daily bars are complete at `asOf`: the start of the first day whose late session is not
    /// over, or of the next day.
    Timestamp daysCompleteAt(Timestamp asOf) const;

private:
    const TradingCalendar* m_calendar; ///< by the rules; one for all, immutable
};

} // namespace strikedesk::market
