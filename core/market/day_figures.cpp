// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/market/day_figures.h"

#include "core/base/zone.h"

namespace strikedesk::market {

namespace {

constexpr int kSessionsCompared = 10;
constexpr int kSessionsNeeded = 3;

/// The trading day whose regular session has begun last.
std::optional<Session> currentSession(const TradingCalendar& calendar, Timestamp now) {
    Date day = newYorkDate(now);
    if (const auto session = calendar.session(day); session && session->open <= now)
        return session;
    const auto before = calendar.previousTradingDay(day);
    return before ? calendar.session(*before) : std::nullopt;
}

std::int64_t volumeBetween(const SeriesSnapshot& series, Timestamp from, Timestamp to) {
    return series.range(series.lowerBound(from), series.lowerBound(to)).volume;
}

std::optional<double> relativeVolumeOf(const SeriesSnapshot& series, const TradingCalendar& calendar,
                                       const Session& today, Timestamp upTo, std::int64_t volume) {
    const Duration into = upTo - today.open;
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
        const Timestamp to = session->open + into < session->close ? session->open + into : session->close;
        earlier += volumeBetween(series, session->open, to);
        ++sessions;
    }
    if (sessions < kSessionsNeeded || earlier == 0)
        return std::nullopt;
    return static_cast<double>(volume) * sessions / static_cast<double>(earlier);
}

} // namespace

DayFigures dayFiguresOf(const SeriesSnapshot& intraday, const TradingCalendar& calendar, Timestamp now) {
    DayFigures figures;
    const auto today = currentSession(calendar, now);
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
    const Timestamp upTo = now < today->close ? now : today->close;
    figures.relativeVolume = relativeVolumeOf(intraday, calendar, *today, upTo, figures.volume);
    return figures;
}

std::optional<Price> previousCloseOf(const SeriesSnapshot& daily, const TradingCalendar& calendar,
                                     Timestamp now) {
    const auto today = currentSession(calendar, now);
    if (!today || daily.isEmpty())
        return std::nullopt;
    // Daily bars start at midnight in New York.
    const std::size_t first = daily.lowerBound(fromNewYork(today->date, 0));
    if (first == 0)
        return std::nullopt;
    return daily.at(first - 1).bar.close;
}

} // namespace strikedesk::market
