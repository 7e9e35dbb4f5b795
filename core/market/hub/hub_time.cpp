// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/zone.h"
#include "core/market/hub/hub_state.h"

#include <algorithm>

namespace strikedesk::market {

void ChartHub::Impl::begin(Moment at) {
    const Moment before = now;
    now.market = std::max(now.market, at.market);
    now.mono = std::max(now.mono, at.mono);
    if (!before.market.isSet() || now.market - before.market < hub::kSlept)
        return;
    // Nobody called for a while: the machine slept, and whatever the feeds sent is lost.
    for (auto& [key, base] : bases)
        if (base.watch.isWatching) {
            loseStream(base, minuteOf(before.market));
            startWatch(base);
        }
    lastMinute = {};
    ++version;
}

void ChartHub::Impl::want(const std::vector<SeriesKey>& keys, const std::optional<SeriesKey>& focused) {
    for (auto& [key, base] : bases) {
        base.isWanted = false;
        base.isFocused = false;
        base.sessions = 0;
    }
    ++wants;
    focus = focused;
    std::map<SeriesKey, hub::WantedSeries> kept;
    std::int32_t place = 0;
    const auto take = [&](const SeriesKey& key) {
        if (key.symbol.isEmpty() || key.feed.empty() || kept.size() >= hub::kMostWanted || kept.contains(key))
            return;
        const auto old = wanted.find(key);
        kept[key] = old != wanted.end() ? std::move(old->second) : hub::WantedSeries();
        for (const BaseFrame frame : {BaseFrame::Minute, BaseFrame::Day}) {
            const std::int32_t sessions = hub::sessionsFor(key.timeframe, frame);
            if (sessions == 0)
                continue;
            const BaseKey baseKey = hub::baseKeyOf(key, frame);
            BaseSeries& base = bases[baseKey];
            base.key = baseKey;
            base.isOption = key.symbol.looksLikeOption();
            base.place = base.isWanted ? base.place : place;
            base.isWanted = true;
            base.isFocused = base.isFocused || key == focus;
            base.sessions = std::max(base.sessions, sessions);
            base.lastWanted = wants;
        }
        ++place;
    };
    if (focus && std::find(keys.begin(), keys.end(), *focus) != keys.end())
        take(*focus);
    for (const SeriesKey& key : keys)
        take(key);
    wanted = std::move(kept);
    for (auto& [key, base] : bases) {
        const auto feed = feeds.find(key.feed);
        if (!base.isWanted)
            base.watch = {}; // the subscription may go: nothing after this is proven by silence
        else if (feed != feeds.end() && feed->second.isUp)
            startWatch(base);
    }
    evict();
    refreshIndex();
    ++version;
    plan();
}

void ChartHub::Impl::refreshIndex() {
    bySymbol.clear();
    for (auto& [key, base] : bases)
        bySymbol[key.symbol].push_back(&base);
}

void ChartHub::Impl::onTime() {
    const Timestamp current = minuteOf(now.market - kMinuteCloses);
    const bool isNewMinute = current != lastMinute;
    lastMinute = current;
    const auto session = hours.latestSession(now.market, false);
    const bool isNewSession = session && *session != sessionDate;
    if (isNewSession)
        sessionDate = *session;
    for (auto& [key, base] : bases) {
        if (base.isMinute()) {
            advanceWatch(base);
            closeMinutes(base);
        }
        // Bars of longer frames end with the clock, and so do holes that may be filled by now.
        if (isNewMinute && base.isMinute())
            base.store.touch();
        if (isNewMinute && base.coverage.spans().size() > 1)
            coverageChanged(base);
        if (isNewSession) {
            base.refusedBefore = base.refused;
            base.badTicksBefore = base.filter.badTicks();
            trim(base);
        }
    }
    if (isNewMinute)
        ++version;
    saveAll();
    plan();
}

std::optional<Timestamp> ChartHub::Impl::nextDue() const {
    if (wanted.empty() || !now.market.isSet())
        return std::nullopt;
    // The end of the minute in progress, when its bars close.
    Timestamp due = minuteOf(now.market - kMinuteCloses) + kMinute + kMinuteCloses;
    for (const auto& [key, base] : bases) {
        if (!base.isWanted)
            continue;
        // Monotonic waits become market time as if both ran alike; onTime comes every second anyway.
        const auto wait = [&](MonoTime at) {
            if (at > now.mono)
                due = std::min(due, now.market + (at - now.mono));
        };
        if (base.isMissing && base.load.request == 0)
            wait(base.load.retryAt);
        if (base.cache.isPending)
            wait(base.cache.askedAt + hub::kCacheWait);
        if (base.watch.isWatching && !base.watch.provenFrom.isSet())
            wait(base.watch.since + hub::kSubscribes);
    }
    return due;
}

} // namespace strikedesk::market
