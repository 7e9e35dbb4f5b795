// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/model/sessions.h"

#include "core/base/trading_calendar.h"
#include "core/base/zone.h"

#include <algorithm>

namespace strikedesk::charts {

namespace {

const TradingCalendar& calendar() {
    static const TradingCalendar kCalendar = TradingCalendar::unitedStates();
    return kCalendar;
}

void addExtended(std::vector<BarSpan>& spans, BarSpan span, BarSpan shown) {
    span.first = std::max(span.first, shown.first);
    span.last = std::min(span.last, shown.last);
    if (span.isEmpty())
        return;
    // An evening and the next morning are one stretch.
    if (!spans.empty() && spans.back().last == span.first)
        spans.back().last = span.last;
    else
        spans.push_back(span);
}

} // namespace

SessionMarks sessionMarks(const market::SeriesSnapshot& series, BarSpan span, double spacing,
                          double leastPixels) {
    SessionMarks marks;
    if (!market::isIntraday(series.key().timeframe))
        return marks;
    span.last = std::min(span.last, series.size());
    const double minutes = static_cast<double>(market::lengthOf(series.key().timeframe).count()) /
                           static_cast<double>(Duration::minutes(1).count());
    if (390 / minutes * spacing < leastPixels)
        return marks;
    const bool hasExtended = series.key().session == market::SeriesSession::Extended;
    std::size_t bar = span.first;
    while (bar < span.last) {
        const Date day = newYorkDate(series.at(bar).bar.start);
        const std::size_t next = std::max(series.lowerBound(fromNewYork(day + 1, 0)), bar + 1);
        const bool startsHere =
            bar > 0 && (bar > span.first || newYorkDate(series.at(bar - 1).bar.start) != day);
        if (startsHere)
            marks.starts.push_back(bar);
        if (hasExtended) {
            if (const auto session = calendar().session(day)) {
                addExtended(marks.extended, {bar, series.lowerBound(session->open)}, span);
                addExtended(marks.extended, {std::max(bar, series.lowerBound(session->close)), next}, span);
            } else {
                addExtended(marks.extended, {bar, next}, span);
            }
        }
        bar = next;
    }
    return marks;
}

Timestamp barEnd(const market::SeriesKey& key, Timestamp start) {
    if (!market::isIntraday(key.timeframe) || !start.isSet())
        return {};
    Timestamp end = start + market::lengthOf(key.timeframe);
    if (const auto session = calendar().session(newYorkDate(start))) {
        const Timestamp close =
            key.session == market::SeriesSession::Extended ? session->postClose : session->close;
        if (start < close)
            end = std::min(end, close);
    }
    return end;
}

} // namespace strikedesk::charts
