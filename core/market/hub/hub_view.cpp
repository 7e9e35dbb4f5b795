// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/zone.h"
#include "core/market/hub/hub_state.h"

#include <algorithm>

namespace strikedesk::market {

void ChartHub::Impl::coverageChanged(BaseSeries& base) {
    if (!base.isMinute()) {
        std::int32_t missing = 0;
        const std::vector<TimeSpan>& spans = base.coverage.spans();
        for (std::size_t i = 1; i < spans.size(); ++i)
            missing += hours.daysIn({spans[i - 1].to, spans[i].from});
        base.dayGaps = missing;
        touch(base);
        return;
    }
    // What cannot be asked for yet is not a gap yet.
    const Timestamp until = provenAt(base, now.market);
    for (const SeriesSession session : {SeriesSession::Regular, SeriesSession::Extended}) {
        GapList gaps = gapsOf(base.coverage.spans(), hours, session, base.isOption, until);
        GapList& held = base.gaps[static_cast<std::size_t>(session)];
        if (gaps == held)
            continue;
        held = std::move(gaps);
        base.store.touchAll();
    }
    touch(base);
}

const BaseSeries* ChartHub::Impl::find(const SeriesKey& key, BaseFrame frame) const {
    const auto found = bases.find(hub::baseKeyOf(key, frame));
    return found == bases.end() ? nullptr : &found->second;
}

bool ChartHub::Impl::refreshIntraday(const SeriesKey& key, const BaseSeries& base,
                                     hub::WantedSeries& series) {
    const std::map<Date, DayBars>& days = base.store.days();
    if (days.empty())
        return false;
    const GapList& gaps = base.gaps[static_cast<std::size_t>(key.session)];
    const Duration length = lengthOf(key.timeframe);
    const auto newest = std::prev(days.end());
    const bool isTail = series.seenShape == base.store.shape() && series.lastDay == newest->first;
    std::vector<SeriesBar> bars;
    std::size_t offset = 0;
    if (isTail) {
        offset = series.lastDayAt;
    } else {
        series.beforeLastDay = {};
        for (auto day = days.begin(); day != newest; ++day) {
            const auto window = hours.window(day->first, key.session, base.isOption);
            if (!window)
                continue;
            appendDay(bars, day->second, *window, length, gaps, series.beforeLastDay, now.market);
            for (const HeldBar& held : day->second.bars)
                if (held.shown.bar.start >= window->from && held.shown.bar.start < window->to)
                    series.beforeLastDay = held.shown.bar.start;
        }
        series.lastDayAt = bars.size();
        series.lastDay = newest->first;
    }
    if (const auto window = hours.window(newest->first, key.session, base.isOption))
        appendDay(bars, newest->second, *window, length, gaps, series.beforeLastDay, now.market);
    series.seenShape = base.store.shape();
    return series.built.replaceFrom(offset, bars);
}

namespace {

/// The venue's bar of a day in progress and what we have of its minutes.
SeriesBar combined(SeriesBar daily, const SeriesBar& minutes) {
    daily.bar.high = std::max(daily.bar.high, minutes.bar.high);
    daily.bar.low = std::min(daily.bar.low, minutes.bar.low);
    if (minutes.receivedAt >= daily.receivedAt)
        daily.bar.close = minutes.bar.close;
    daily.bar.volume = std::max(daily.bar.volume, minutes.bar.volume);
    daily.bar.tradeCount = std::max(daily.bar.tradeCount, minutes.bar.tradeCount);
    daily.receivedAt = std::max(daily.receivedAt, minutes.receivedAt);
    daily.revision += minutes.revision;
    return daily;
}

} // namespace

std::vector<SeriesBar> ChartHub::Impl::daysOf(const SeriesKey& key) const {
    std::vector<SeriesBar> days;
    const BaseSeries* daily = find(key, BaseFrame::Day);
    const BaseSeries* minutes = find(key, BaseFrame::Minute);
    std::map<Date, SeriesBar> open;
    Date newestFinal;
    if (daily != nullptr)
        for (const auto& [date, day] : daily->store.days()) {
            const SeriesBar& shown = day.bars.front().shown;
            if (shown.isFinal) {
                newestFinal = date;
                days.push_back(shown);
            } else {
                open[date] = shown;
            }
        }
    if (minutes != nullptr) {
        const auto& held = minutes->store.days();
        for (auto day = held.upper_bound(newestFinal); day != held.end(); ++day) {
            const auto window = hours.window(day->first, key.session, minutes->isOption);
            if (!window)
                continue;
            auto built = dayFromMinutes(day->second, startOfDay(day->first), *window, now.market);
            if (!built)
                continue;
            // The last minutes cannot be proven yet.
            const TimeSpan known{window->from, std::min(window->to, now.market - hub::kSaveLag)};
            const bool isWhole = minutes->coverage.missing(known).empty();
            built->afterGap = !isWhole;
            const auto sent = open.find(day->first);
            if (sent == open.end())
                open.emplace(day->first, *built);
            else if (isWhole)
                built->revision += sent->second.revision, sent->second = *built;
            else
                sent->second = combined(sent->second, *built);
        }
    }
    for (const auto& [date, bar] : open)
        if (date > newestFinal)
            days.push_back(bar);
    return days;
}

bool ChartHub::Impl::refreshBars(const SeriesKey& key, hub::WantedSeries& series) {
    const BaseSeries* minutes = find(key, BaseFrame::Minute);
    const BaseSeries* daily = find(key, BaseFrame::Day);
    const bool isDaily = !isIntraday(key.timeframe);
    const std::uint64_t seen = (minutes != nullptr ? minutes->store.version() : 0) +
                               (isDaily && daily != nullptr ? daily->store.version() : 0);
    if (seen == series.seenVersion)
        return false;
    series.seenVersion = seen;
    if (!isDaily)
        return minutes != nullptr && refreshIntraday(key, *minutes, series);
    const std::vector<SeriesBar> days = daysOf(key);
    return series.built.replaceFrom(0, key.timeframe == Timeframe::Day1 ? days
                                                                        : weeksFrom(days, hours, now.market));
}

const SeriesView& ChartHub::Impl::refreshView() {
    if (version == seenVersion)
        return view;
    seenVersion = version;
    for (auto shown = view.begin(); shown != view.end();)
        shown = wanted.contains(shown->first) ? std::next(shown) : view.erase(shown);
    for (auto& [key, series] : wanted) {
        const bool isChanged = refreshBars(key, series);
        SeriesHealth health = healthOf(key, series.built.size() == 0);
        if (!isChanged && series.snapshot != nullptr && series.snapshot->health() == health)
            continue;
        // A snapshot made again after a restart keeps its number.
        if (series.snapshot != nullptr || series.version == 0)
            series.version = ++lastSnapshot;
        series.snapshot = std::make_shared<const SeriesSnapshot>(key, series.version, std::move(health),
                                                                 series.built.chunks());
        view[key] = series.snapshot;
    }
    return view;
}

} // namespace strikedesk::market
