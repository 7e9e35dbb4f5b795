// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/market/hub/hub_state.h"

#include <algorithm>

namespace strikedesk::market {

namespace {

constexpr std::int64_t kPerRefusal = 5;
constexpr std::int64_t kPerBadTick = 2;
constexpr std::int64_t kMostPerCause = 40;

std::int32_t minutesIn(const GapList& gaps, Timestamp from) {
    std::int64_t minutes = 0;
    for (const TimeSpan& gap : gaps)
        if (gap.to > from)
            minutes += (gap.to - std::max(gap.from, from)).count() / kMinute.count();
    return static_cast<std::int32_t>(std::min<std::int64_t>(minutes, 1'000'000));
}

/// What of the data of this session could not be trusted.
std::int64_t faults(const BaseSeries& base) {
    return std::min(kMostPerCause, (base.refused - base.refusedBefore) * kPerRefusal) +
           std::min(kMostPerCause, (base.filter.badTicks() - base.badTicksBefore) * kPerBadTick);
}

} // namespace

SeriesHealth ChartHub::Impl::healthOf(const SeriesKey& key, bool isEmpty) const {
    SeriesHealth health;
    health.feed = key.feed;
    bool isLoading = false;
    bool isFailed = false;
    std::int64_t fault = 0;
    for (const BaseFrame frame : {BaseFrame::Minute, BaseFrame::Day}) {
        const BaseSeries* base = find(key, frame);
        if (base == nullptr || hub::sessionsFor(key.timeframe, frame) == 0)
            continue;
        health.updatedAt = std::max(health.updatedAt, base->updatedAt);
        health.isThrottled = health.isThrottled || base->load.isThrottled;
        isLoading = isLoading || base->isMissing || base->load.request != 0 || base->cache.isPending;
        const bool failed = base->isMissing && base->load.failures > 0 && !base->load.isThrottled;
        if (failed && !isFailed)
            health.why = base->load.why;
        isFailed = isFailed || failed;
        fault += faults(*base);
        if (frame == BaseFrame::Day) {
            health.gaps += base->dayGaps;
        } else {
            // A chart of days needs the minutes of the newest session only.
            const auto latest = hours.latestSession(now.market, base->isOption);
            const Timestamp from = isIntraday(key.timeframe) || !latest ? Timestamp() : startOfDay(*latest);
            health.gaps += minutesIn(base->gaps[static_cast<std::size_t>(key.session)], from);
        }
    }
    fault += std::min<std::int64_t>(kMostPerCause, health.gaps);
    health.score = static_cast<std::int32_t>(std::max<std::int64_t>(0, 100 - fault));

    const auto feed = feeds.find(key.feed);
    const bool isKnown = feed != feeds.end() && feed->second.isKnown;
    const bool isUp = isKnown && feed->second.isUp;
    const bool isTrading = hours.isTrading(now.market, key.session, key.symbol.looksLikeOption());
    if (isFailed) {
        health.mode = SeriesMode::Degraded;
        if (health.why.empty())
            health.why = "History could not be loaded. It is asked for again by itself.";
    } else if (isTrading && isKnown && !isUp) {
        health.mode = SeriesMode::Degraded;
        health.why = "The live feed " + key.feed + " is down. What is missed is loaded when it is back.";
    } else if (isTrading && isUp && isUnheard(key.feed, key.symbol)) {
        health.mode = SeriesMode::Degraded;
        health.why =
            "The data plan's number of symbols leaves this one out. Its minutes are asked for; close "
            "other charts or shorten the lists to see it live.";
    } else if (isLoading) {
        health.mode = SeriesMode::Backfilling;
        health.why = health.isThrottled
                         ? "The provider's request budget is spent. History follows when it allows."
                         : "History is being loaded.";
    } else if (isTrading && !isUp) {
        health.mode = SeriesMode::Degraded;
        health.why = "The live feed " + key.feed + " has not connected yet.";
    } else if (isEmpty) {
        health.mode = SeriesMode::Empty;
        health.why = "There were no trades in the time that was loaded.";
    } else {
        health.mode = isTrading ? SeriesMode::Live : SeriesMode::Closed;
    }
    return health;
}

} // namespace strikedesk::market
