// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/market/day_figures.h"

#include "core/base/zone.h"

namespace strikedesk::market {

namespace {

constexpr int kSessionsCompared = 20;
constexpr int kSessionsNeeded = 3;

/// The trading day that has begun last, where a day begins at `begin` of its session.
std::optional<Session> currentSession(const TradingCalendar& calendar, Timestamp now,
                                      Timestamp Session::*begin) {
    const Date day = newYorkDate(now);
    if (const auto session = calendar.session(day); session && (*session).*begin <= now)
        return session;
    const auto before = calendar.previousTradingDay(day);
    return before ? calendar.session(*before) : std::nullopt;
}

std::int64_t volumeBetween(const SeriesSnapshot& series, Timestamp from, Timestamp to) {
    return series.range(series.lowerBound(from), series.lowerBound(to)).volume;
}

/// `into` the session, less the bar that is not over: half of it on one side would be all of it on the other.
Duration wholeBars(const SeriesSnapshot& series, Duration into) {
    const std::int64_t length = lengthOf(series.key().timeframe).count();
    return Duration::nanoseconds(into.count() / length * length);
}

std::optional<double> relativeVolumeOf(const SeriesSnapshot& series, const TradingCalendar& calendar,
                                       const Session& today, Timestamp upTo) {
    const Duration into = wholeBars(series, upTo - today.open);
    std::int64_t earlier = 0;
    int sessions = 0;
    Date day = today.date;
    while (sessions < kSessionsCompared) {
        const auto before = calendar.previousTradingDay(day);
        if (!before)
            break;
        day = *before;
        const auto session = calendar.session(day);
        // A session only counts when the series reaches back to its open.
        if (!session || series.isEmpty() || series.at(0).bar.start > session->open)
            break;
        // Half days trade by a clock of their own.
        if (session->earlyClose)
            continue;
        earlier += volumeBetween(series, session->open, session->open + into);
        ++sessions;
    }
    if (sessions < kSessionsNeeded || earlier == 0)
        return std::nullopt;
    const std::int64_t volume = volumeBetween(series, today.open, today.open + into);
    return static_cast<double>(volume) * sessions / static_cast<double>(earlier);
}

} // namespace

DayFigures dayFiguresOf(const SeriesSnapshot& intraday, const TradingCalendar& calendar, Timestamp now) {
    DayFigures figures;
    const auto today = currentSession(calendar, now, &Session::open);
    if (!today)
        return figures;
    const std::size_t first = intraday.lowerBound(today->open);
    const std::size_t last = intraday.lowerBound(today->close);
    for (std::size_t i = first; i < last; ++i)
        figures.closes.push_back(static_cast<float>(intraday.at(i).bar.close.toDoubleLossy()));
    if (first == last)
        return figures;
    figures.volume = intraday.range(first, last).volume;
    figures.last = intraday.at(last - 1).bar.close;
    figures.lastAt = intraday.at(last - 1).bar.start;
    const Timestamp upTo = now < today->close ? now : today->close;
    figures.relativeVolume = relativeVolumeOf(intraday, calendar, *today, upTo);
    return figures;
}

std::optional<Price> previousCloseOf(const SeriesSnapshot& daily, const TradingCalendar& calendar,
                                     Timestamp now) {
    const auto today = currentSession(calendar, now, &Session::preOpen);
    if (!today || daily.isEmpty())
        return std::nullopt;
    // Daily bars start at midnight in New York.
    const std::size_t first = daily.lowerBound(fromNewYork(today->date, 0));
    if (first == 0)
        return std::nullopt;
    return daily.at(first - 1).bar.close;
}

} // namespace strikedesk::market
