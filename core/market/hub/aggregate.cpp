// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/market/hub/aggregate.h"

#include "core/base/zone.h"

#include <algorithm>
#include <cmath>

namespace strikedesk::market {

GapList gapsOf(const std::vector<TimeSpan>& covered, const SessionHours& hours, SeriesSession session,
               bool isOption, Timestamp until) {
    GapList gaps;
    for (std::size_t i = 1; i < covered.size(); ++i) {
        const TimeSpan hole{covered[i - 1].to, std::min(covered[i].from, until)};
        if (hole.from >= hole.to)
            continue;
        const Date last = newYorkDate(hole.to);
        for (Date date = newYorkDate(hole.from); date <= last; date = date + 1) {
            const auto window = hours.window(date, session, isOption);
            if (!window)
                continue;
            const TimeSpan gap{std::max(window->from, hole.from), std::min(window->to, hole.to)};
            if (gap.from < gap.to)
                gaps.push_back(gap);
        }
    }
    return gaps;
}

void BarBuilder::weigh(const Bar& bar) {
    m_hasAverage = m_hasAverage && (bar.vwap.isPositive() || bar.volume == 0);
    m_turnover += static_cast<double>(bar.volume) * static_cast<double>(bar.vwap.units());
}

void BarBuilder::begin(Timestamp start, const SeriesBar& first) {
    m_bar = first;
    m_bar.bar.start = start;
    m_bar.source = BarSource::Built;
    m_turnover = 0;
    m_hasAverage = true;
    m_isEmpty = false;
    weigh(first.bar);
}

void BarBuilder::add(const SeriesBar& next) {
    Bar& sum = m_bar.bar;
    sum.high = std::max(sum.high, next.bar.high);
    sum.low = std::min(sum.low, next.bar.low);
    sum.close = next.bar.close;
    sum.volume += next.bar.volume;
    sum.tradeCount += next.bar.tradeCount;
    m_bar.isFinal = m_bar.isFinal && next.isFinal;
    m_bar.revision += next.revision;
    m_bar.receivedAt = std::max(m_bar.receivedAt, next.receivedAt);
    m_bar.afterGap = m_bar.afterGap || next.afterGap;
    weigh(next.bar);
}

SeriesBar BarBuilder::take() {
    m_isEmpty = true;
    Bar& sum = m_bar.bar;
    sum.vwap = {};
    if (m_hasAverage && sum.volume > 0)
        sum.vwap = std::clamp(Price::fromUnits(std::llround(m_turnover / static_cast<double>(sum.volume))),
                              sum.low, sum.high);
    return m_bar;
}

namespace {

/// True when a known gap lies between the minutes `before` and `start`.
bool hasGap(const GapList& gaps, Timestamp before, Timestamp start) {
    if (gaps.empty() || !before.isSet())
        return false;
    const auto found = std::lower_bound(gaps.begin(), gaps.end(), before,
                                        [](const TimeSpan& gap, Timestamp t) { return gap.to <= t; });
    return found != gaps.end() && found->from < start;
}

} // namespace

void appendDay(std::vector<SeriesBar>& out, const DayBars& day, TimeSpan hours, Duration length,
               const GapList& gaps, Timestamp before, Timestamp now) {
    BarBuilder slot;
    const auto finish = [&] {
        if (slot.isEmpty())
            return;
        const Timestamp end = std::min(slot.start() + length, hours.to);
        SeriesBar built = slot.take();
        built.isFinal = built.isFinal && now >= end + kMinuteCloses;
        out.push_back(built);
    };
    for (const HeldBar& held : day.bars) {
        const Timestamp start = held.shown.bar.start;
        if (start < hours.from || start >= hours.to)
            continue;
        SeriesBar minute = held.shown;
        minute.afterGap = hasGap(gaps, before, start);
        before = start;
        if (length == kMinute) {
            out.push_back(minute);
            continue;
        }
        const std::int64_t number = (start - hours.from).count() / length.count();
        const Timestamp slotStart = hours.from + length * number;
        if (!slot.isEmpty() && slot.start() == slotStart) {
            slot.add(minute);
            continue;
        }
        finish();
        slot.begin(slotStart, minute);
    }
    finish();
}

std::optional<SeriesBar> dayFromMinutes(const DayBars& day, Timestamp start, TimeSpan hours, Timestamp now) {
    BarBuilder sum;
    for (const HeldBar& held : day.bars) {
        if (held.shown.bar.start < hours.from || held.shown.bar.start >= hours.to)
            continue;
        if (sum.isEmpty())
            sum.begin(start, held.shown);
        else
            sum.add(held.shown);
    }
    if (sum.isEmpty())
        return std::nullopt;
    SeriesBar built = sum.take();
    built.isFinal = built.isFinal && now >= hours.to + kMinuteCloses;
    return built;
}

std::vector<SeriesBar> weeksFrom(const std::vector<SeriesBar>& days, const SessionHours& hours,
                                 Timestamp now) {
    std::vector<SeriesBar> weeks;
    BarBuilder sum;
    Date monday;
    const auto finish = [&] {
        if (sum.isEmpty())
            return;
        SeriesBar week = sum.take();
        week.isFinal = week.isFinal && hours.daysIn({hours.daysCompleteAt(now), startOfDay(monday + 7)}) == 0;
        weeks.push_back(week);
    };
    for (const SeriesBar& day : days) {
        const Date of = mondayOf(newYorkDate(day.bar.start));
        if (!sum.isEmpty() && of == monday) {
            sum.add(day);
            continue;
        }
        finish();
        monday = of;
        sum.begin(startOfDay(monday), day);
    }
    finish();
    return weeks;
}

} // namespace strikedesk::market
