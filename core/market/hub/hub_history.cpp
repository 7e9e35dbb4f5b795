// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/zone.h"
#include "core/market/hub/hub_state.h"

#include <algorithm>
#include <array>

namespace strikedesk::market {

namespace {

constexpr std::array<Duration, 4> kRetryAfter = {Duration::seconds(2), Duration::seconds(5),
                                                 Duration::seconds(15), Duration::seconds(60)};
/// An answer without a bar for this long a span may be a fault of the provider: not saved.
constexpr std::int64_t kLongSilence = 60;

} // namespace

BaseSeries* ChartHub::Impl::baseOf(std::uint64_t request) {
    const auto found = requests.find(request);
    if (found == requests.end())
        return nullptr;
    const auto base = bases.find(found->second);
    return base != bases.end() && base->second.load.request == request ? &base->second : nullptr;
}

Timestamp ChartHub::Impl::provenAt(const BaseSeries& base, Timestamp asOf) const {
    return base.isMinute() ? minuteOf(asOf - kHistorySettles) : hours.daysCompleteAt(asOf);
}

bool ChartHub::Impl::takeHistoryBar(BaseSeries& base, const Bar& bar, BarOrigin origin, Timestamp asOf) {
    if (!base.isMinute()) {
        takeDailyBar(base, bar, origin, asOf);
        return false;
    }
    const Timestamp start = bar.start;
    if (!isPlausible(bar) || start != minuteOf(start) || start > now.market + hub::kClocksDiffer) {
        // Counted, and not asked for again: the provider would say the same.
        ++base.refused;
        return false;
    }
    const Date date = newYorkDate(start);
    const auto window = hours.widestWindow(date, base.isOption);
    if (!window || start < window->from || start >= window->to)
        return false;
    const MergeResult merged =
        mergeBar(base.store.find(date, start), {bar, origin, start + kMinute, now.market, asOf});
    if (merged.effect == MergeEffect::Contested)
        return true;
    if (merged.effect != MergeEffect::Kept)
        base.store.put(date, merged.bar);
    return false;
}

void ChartHub::Impl::onPage(const HistoryPage& page) {
    BaseSeries* base = baseOf(page.request);
    if (base == nullptr)
        return;
    LoadState& load = base->load;
    load.heardAt = now.mono;
    const Timestamp asked = page.askedAt.isSet() ? page.askedAt : load.issuedAt.market;
    const Timestamp asOf = std::min(asked, now.market);
    std::vector<Timestamp> unproven;
    for (const Bar& bar : page.bars) {
        const Timestamp start = base->isMinute() ? bar.start : startOfDay(dateOfDailyBar(bar.start));
        if (start < load.span.from || start >= load.span.to)
            continue;
        ++load.bars;
        if (takeHistoryBar(*base, bar, BarOrigin::History, asOf))
            unproven.push_back(start);
    }
    const Timestamp through = std::min(page.through, load.span.to);
    if (through > load.through) {
        const TimeSpan said{load.through, std::min(through, provenAt(*base, asOf))};
        base->coverage.add(said);
        load.through = through;
        for (const Timestamp start : unproven)
            if (start >= said.from && start < said.to)
                base->coverage.remove({start, start + kMinute});
        coverageChanged(*base);
        if (!page.bars.empty())
            saveSpan(*base, said);
    }
    touch(*base);
}

void ChartHub::Impl::onEnded(const HistoryEnded& ended) {
    BaseSeries* base = baseOf(ended.request);
    requests.erase(ended.request);
    if (base == nullptr)
        return;
    LoadState& load = base->load;
    const TimeSpan span = load.span;
    load.request = 0;
    switch (ended.outcome) {
    case HistoryOutcome::Complete: {
        // The rest of the span had no bars when it was asked for.
        base->coverage.add({load.through, std::min(span.to, provenAt(*base, load.issuedAt.market))});
        if (load.bars == 0 && hours.minutesIn(span, SeriesSession::Regular, base->isOption) >= kLongSilence)
            base->doubtful.add(span);
        coverageChanged(*base);
        load.failures = 0;
        load.isThrottled = false;
        load.why.clear();
        // Bars that live data contested stay unproven: ask again, but not in a circle.
        const TimeSpan provable{span.from, std::min(span.to, provenAt(*base, load.issuedAt.market))};
        if (provable.from >= provable.to || !base->coverage.missing(provable).empty())
            load.retryAt = now.mono + kRetryAfter.front();
        break;
    }
    case HistoryOutcome::Cancelled:
        break;
    case HistoryOutcome::Failed:
    case HistoryOutcome::Throttled: {
        load.isThrottled = ended.outcome == HistoryOutcome::Throttled;
        load.why = ended.why;
        const auto step =
            std::min<std::size_t>(static_cast<std::size_t>(load.failures), kRetryAfter.size() - 1);
        load.failures = std::min(load.failures + 1, 1'000);
        load.retryAt = now.mono + kRetryAfter[step];
        break;
    }
    }
    load.isCancelled = false;
    touch(*base);
}

void ChartHub::Impl::onCached(const CachedBars& cached) {
    const auto found = bases.find(cached.key);
    if (found == bases.end())
        return;
    BaseSeries& base = found->second;
    base.cache.isPending = false;
    const Timestamp proven = provenAt(base, now.market);
    std::vector<Timestamp> unproven;
    for (const Bar& bar : cached.bars) {
        const Timestamp start = base.isMinute() ? bar.start : startOfDay(dateOfDailyBar(bar.start));
        if (start >= proven)
            continue;
        if (takeHistoryBar(base, bar, BarOrigin::Cache, proven))
            unproven.push_back(start);
    }
    for (const TimeSpan& span : cached.covered) {
        const TimeSpan part{std::max(span.from, cached.span.from),
                            std::min({span.to, cached.span.to, proven})};
        base.coverage.add(part);
        base.saved.add(part);
    }
    for (const Timestamp start : unproven)
        base.coverage.remove({start, start + kMinute});
    coverageChanged(base);
    touch(base);
}

} // namespace strikedesk::market
