// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/zone.h"
#include "core/market/hub/hub_state.h"

#include <algorithm>
#include <array>

namespace strikedesk::market {

namespace hub {

BaseKey baseKeyOf(const SeriesKey& key, BaseFrame frame) {
    return {key.symbol, frame, key.feed, key.symbol.looksLikeOption() ? Adjustment::Raw : key.adjustment};
}

std::int32_t sessionsFor(Timeframe timeframe, BaseFrame frame) {
    // Minutes: about 400 bars of the frame in regular hours, more where a session holds few of them, at most
    // 60 sessions. Five minutes are what volumes of the day are compared by (domain rules 4): today, 14
    // earlier sessions and room for a half day, which is no measure. Days: a year and a half; weeks: four
    // years.
    struct Depth {
        std::int32_t minutes;
        std::int32_t days;
    };
    constexpr std::array<Depth, 12> kDepths = {{{3, 0},
                                                {4, 0},
                                                {6, 0},
                                                {16, 0},
                                                {15, 0},
                                                {25, 0},
                                                {60, 0},
                                                {60, 0},
                                                {60, 0},
                                                {60, 0},
                                                {1, 400},
                                                {1, 1'040}}};
    const Depth depth = kDepths[static_cast<std::size_t>(timeframe)];
    return frame == BaseFrame::Minute ? depth.minutes : depth.days;
}

} // namespace hub

std::optional<TimeSpan> ChartHub::Impl::neededSpan(BaseSeries& base) const {
    const auto latest = hours.latestSession(now.market, base.isOption);
    if (!latest || base.sessions == 0)
        return std::nullopt;
    if (base.neededFor != *latest || base.neededSessions != base.sessions) {
        base.neededFor = *latest;
        base.neededSessions = base.sessions;
        base.neededFirst = hours.sessionsBack(*latest, base.sessions);
    }
    const Date first = base.neededFirst;
    TimeSpan span;
    if (base.isMinute()) {
        const auto from = hours.widestWindow(first, base.isOption);
        const auto to = hours.widestWindow(*latest, base.isOption);
        if (!from || !to)
            return std::nullopt;
        span = {from->from, std::min(to->to, provenAt(base, now.market))};
    } else {
        span = {startOfDay(first), provenAt(base, now.market)};
    }
    return span.from < span.to ? std::optional(span) : std::nullopt;
}

std::optional<TimeSpan> ChartHub::Impl::nextPiece(const BaseSeries& base, TimeSpan needed) const {
    const std::vector<TimeSpan> holes = base.coverage.missing(needed);
    if (!base.isMinute()) {
        for (auto hole = holes.rbegin(); hole != holes.rend(); ++hole)
            if (hours.daysIn(*hole) > 0)
                return *hole;
        return std::nullopt;
    }
    for (auto hole = holes.rbegin(); hole != holes.rend(); ++hole) {
        auto piece = hours.trimmed(*hole, base.isOption);
        if (!piece)
            continue;
        // The newest sessions first and alone, so that there is soon something to see.
        const Date last = newYorkDate(piece->to - Duration::nanoseconds(1));
        const bool isFirst = base.coverage.within({piece->to - Duration::days(10), needed.to}).empty();
        const Date first = hours.sessionsBack(last, isFirst ? hub::kFirstSessions : hub::kNextSessions);
        if (const auto window = hours.widestWindow(first, base.isOption))
            piece->from = std::max(piece->from, window->from);
        // Up to now includes the minute in progress, which is shown but proves nothing; not when the stream
        // has had all of it, or its prints would count twice.
        const bool isSeen = base.watch.provenFrom.isSet() && base.watch.provenFrom <= needed.to;
        if (piece->to == needed.to && !isSeen &&
            hours.isTrading(now.market, SeriesSession::Extended, base.isOption))
            piece->to = minuteOf(now.market) + kMinute;
        return piece;
    }
    return std::nullopt;
}

void ChartHub::Impl::watchLoad(BaseSeries& base) {
    LoadState& load = base.load;
    if (load.request != 0 && !load.isCancelled && !base.isWanted) {
        load.isCancelled = true;
        load.heardAt = now.mono;
        commands.emplace_back(CancelLoad{load.request});
    }
    const Duration wait = load.isCancelled ? hub::kCancelWait : hub::kLoadWait;
    if (load.request != 0 && now.mono - load.heardAt >= wait) {
        if (load.isCancelled) {
            onEnded({load.request, HistoryOutcome::Cancelled, ""});
        } else {
            // Cancelled first: the next request waits until this one has surely ended.
            commands.emplace_back(CancelLoad{load.request});
            load.isCancelled = true;
            load.heardAt = now.mono;
            ++load.failures;
            load.why = "The provider did not answer a request for history. It is asked again by itself.";
            touch(base);
        }
    }
    if (base.cache.isPending && now.mono - base.cache.askedAt >= hub::kCacheWait) {
        base.cache.isPending = false;
        touch(base);
    }
}

void ChartHub::Impl::planBase(BaseSeries& base, std::int32_t& inFlight) {
    const auto needed = neededSpan(base);
    const auto piece = needed ? nextPiece(base, *needed) : std::nullopt;
    if (base.isMissing != piece.has_value()) {
        base.isMissing = piece.has_value();
        touch(base);
    }
    LoadState& load = base.load;
    if (!piece || load.request != 0)
        return;
    CacheState& cache = base.cache;
    if (!cache.askedFrom.isSet() || needed->from < cache.askedFrom) {
        const Timestamp to = cache.askedFrom.isSet() ? cache.askedFrom : needed->to;
        commands.emplace_back(LoadCachedBars{base.key, {needed->from, to}});
        cache = {needed->from, true, now.mono};
        return;
    }
    // One of the places is kept for what the person looks at.
    const std::int32_t places = base.isFocused ? hub::kLoadsAtOnce : hub::kLoadsAtOnce - 1;
    if (cache.isPending || now.mono < load.retryAt || inFlight >= places)
        return;
    load.request = ++lastRequest;
    load.span = *piece;
    load.through = piece->from;
    load.issuedAt = now;
    load.heardAt = now.mono;
    load.isCancelled = false;
    load.bars = 0;
    requests[load.request] = base.key;
    commands.emplace_back(LoadBars{load.request, base.key, *piece});
    ++inFlight;
    touch(base);
}

void ChartHub::Impl::plan() {
    std::int32_t inFlight = 0;
    for (auto& [key, base] : bases) {
        watchLoad(base);
        inFlight += base.load.request != 0 ? 1 : 0;
    }
    std::vector<BaseSeries*> ordered;
    for (auto& [key, base] : bases)
        if (base.isWanted)
            ordered.push_back(&base);
    std::stable_sort(ordered.begin(), ordered.end(), [](const BaseSeries* a, const BaseSeries* b) {
        return a->isFocused != b->isFocused ? a->isFocused : a->place < b->place;
    });
    for (BaseSeries* base : ordered)
        planBase(*base, inFlight);
}

void ChartHub::Impl::trim(BaseSeries& base) {
    if (!base.isMinute())
        return;
    const std::size_t most = static_cast<std::size_t>(std::max(base.sessions, 3) + hub::kSessionsKept);
    if (base.store.days().size() <= most)
        return;
    auto first = base.store.days().begin();
    std::advance(first, static_cast<std::ptrdiff_t>(base.store.days().size() - most));
    const Date from = first->first;
    saveSpan(base, {Timestamp(), startOfDay(from)});
    base.store.dropBefore(from);
    base.coverage.remove({Timestamp(), startOfDay(from)});
    base.cache.askedFrom = std::max(base.cache.askedFrom, startOfDay(from));
    coverageChanged(base);
    touch(base);
}

void ChartHub::Impl::evict() {
    while (bases.size() > hub::kBasesKept) {
        auto oldest = bases.end();
        for (auto base = bases.begin(); base != bases.end(); ++base)
            if (!base->second.isWanted && base->second.load.request == 0 &&
                (oldest == bases.end() || base->second.lastWanted < oldest->second.lastWanted))
                oldest = base;
        if (oldest == bases.end())
            return;
        saveSpan(oldest->second, {Timestamp(), provenAt(oldest->second, now.market - hub::kSaveLag)});
        bases.erase(oldest);
    }
}

} // namespace strikedesk::market
