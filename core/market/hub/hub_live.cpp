// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/zone.h"
#include "core/market/hub/hub_state.h"

#include <algorithm>

namespace strikedesk::market {

void ChartHub::Impl::takePrint(BaseSeries& base, const TradePrint& print) {
    if (!isPlausible(print) || print.at > now.market + hub::kClocksDiffer) {
        ++base.refused;
        touch(base);
        return;
    }
    base.updatedAt = std::max(base.updatedAt, now.market);
    switch (base.filter.judge(print, base.isOption)) {
    case TickVerdict::Suspect:
        touch(base);
        return;
    case TickVerdict::Confirmed:
        applyPrint(base, base.filter.released());
        break;
    case TickVerdict::Good:
        break;
    }
    applyPrint(base, print);
}

void ChartHub::Impl::applyPrint(BaseSeries& base, const TradePrint& print) {
    const Timestamp minute = minuteOf(print.at);
    const HeldBar* newest = base.store.newest();
    const HeldBar* held = newest;
    Date date;
    if (newest != nullptr && newest->shown.bar.start == minute) {
        date = base.store.days().rbegin()->first;
    } else {
        date = newYorkDate(minute);
        const auto window = hours.widestWindow(date, base.isOption);
        if (!window || minute < window->from || minute >= window->to)
            return;
        held = base.store.find(date, minute);
    }
    const MergeResult merged = mergePrint(held, print, minute, now.market);
    if (merged.effect == MergeEffect::Kept)
        return;
    if (merged.effect == MergeEffect::Added && newest != nullptr && newest->shown.bar.start < minute)
        base.filter.onMinute(newest->shown.bar.high, newest->shown.bar.low, newest->shown.bar.close);
    base.store.put(date, merged.bar);
    touch(base);
}

void ChartHub::Impl::takeMinuteBar(BaseSeries& base, const Bar& bar, BarKind kind) {
    const Timestamp start = bar.start;
    if (!isPlausible(bar) || start != minuteOf(start) || start > now.market + hub::kClocksDiffer) {
        ++base.refused;
        touch(base);
        return;
    }
    const Date date = newYorkDate(start);
    const auto window = hours.widestWindow(date, base.isOption);
    if (!window || start < window->from || start >= window->to)
        return;
    base.updatedAt = std::max(base.updatedAt, now.market);
    const auto origin = kind == BarKind::Updated ? BarOrigin::StreamUpdate : BarOrigin::StreamMinute;
    const MergeResult merged =
        mergeBar(base.store.find(date, start), {bar, origin, start + kMinute, now.market, now.market});
    if (merged.effect != MergeEffect::Kept)
        base.store.put(date, merged.bar);
    // The venue's own bar of a minute says all there is about it, whatever happened to the stream before.
    if (!base.coverage.contains(start)) {
        base.coverage.add({start, start + kMinute});
        coverageChanged(base);
    }
    touch(base);
}

void ChartHub::Impl::takeDailyBar(BaseSeries& base, const Bar& daily, BarOrigin origin, Timestamp asOf) {
    if (!isPlausible(daily) || daily.start > now.market + hub::kClocksDiffer) {
        ++base.refused;
        touch(base);
        return;
    }
    const Date date = dateOfDailyBar(daily.start);
    const auto session = hours.calendar().session(date);
    if (!session)
        return;
    const bool isStream = origin == BarOrigin::StreamMinute || origin == BarOrigin::StreamUpdate;
    // A day in progress on the stream is like history asked for now; only history makes it final.
    if (isStream)
        asOf = std::min(now.market, session->postClose - Duration::nanoseconds(1));
    Bar bar = daily;
    bar.start = startOfDay(date);
    const HeldBar* held = base.store.find(date, bar.start);
    const bool isCached = origin == BarOrigin::Cache;
    MergeResult merged =
        mergeBar(held, {bar, isCached ? origin : BarOrigin::History, session->postClose, now.market, asOf});
    if (merged.effect == MergeEffect::Kept || merged.effect == MergeEffect::Contested)
        return;
    if (isStream)
        merged.bar.shown.source = BarSource::Live;
    if (merged.bar.shown.isFinal && (held == nullptr || !held->shown.isFinal)) {
        // Readers saw this day built from minutes; its revision goes on from there.
        BaseKey minuteKey = base.key;
        minuteKey.frame = BaseFrame::Minute;
        const auto minutes = bases.find(minuteKey);
        if (minutes != bases.end()) {
            const auto day = minutes->second.store.days().find(date);
            if (day != minutes->second.store.days().end())
                for (const HeldBar& minute : day->second.bars)
                    merged.bar.shown.revision += minute.shown.revision;
            merged.bar.shown.revision += day != minutes->second.store.days().end() ? 1U : 0U;
        }
    }
    base.updatedAt = isStream ? std::max(base.updatedAt, now.market) : base.updatedAt;
    base.store.put(date, merged.bar);
    touch(base);
}

void ChartHub::Impl::setFeed(const std::string& name, bool isUp) {
    hub::FeedState& feed = feeds[name];
    const bool wasUp = feed.isKnown && feed.isUp;
    feed.isKnown = true;
    feed.isUp = isUp;
    if (wasUp == isUp) {
        ++version;
        return;
    }
    // What the market did after the last thing heard may have been missed: the loss is noticed late, and what
    // was on its way, like the bar of the minute before, is lost too.
    const bool isRecent = now.mono - feed.lastHeardMono <= hub::kMuteLimit;
    const Timestamp heardTo = isRecent ? feed.heardTo : std::max(feed.heardTo, now.market - hub::kMuteLimit);
    const Timestamp lostFrom = minuteOf(heardTo - hub::kLiveSettles);
    for (auto& [key, base] : bases) {
        if (key.feed != name)
            continue;
        if (!isUp)
            loseStream(base, lostFrom);
        else if (base.isWanted)
            startWatch(base);
    }
    feed.hear(now.market, now);
    ++version;
}

void ChartHub::Impl::startWatch(BaseSeries& base) {
    if (!base.isMinute() || base.watch.isWatching || isUnheard(base.key.feed, base.key.symbol))
        return;
    base.watch = {true, now.mono, {}};
}

bool ChartHub::Impl::isUnheard(const std::string& feed, const Symbol& symbol) const {
    const auto found = feeds.find(feed);
    return found != feeds.end() && found->second.unheard.contains(symbol);
}

void ChartHub::Impl::setUnheard(const std::string& name, std::set<Symbol> symbols) {
    hub::FeedState& feed = feeds[name];
    if (feed.unheard == symbols)
        return;
    feed.unheard = std::move(symbols);
    for (auto& [key, base] : bases) {
        if (key.feed != name)
            continue;
        if (feed.unheard.contains(key.symbol))
            loseStream(base, minuteOf(now.market));
        else if (base.isWanted && feed.isUp)
            startWatch(base);
    }
    ++version;
}

void ChartHub::Impl::loseStream(BaseSeries& base, Timestamp from) {
    if (!base.watch.isWatching)
        return;
    // Bars stay as they are; only the claim to know everything since then goes.
    base.coverage.remove({from, now.market + Duration::days(1)});
    base.watch = {};
    coverageChanged(base);
}

void ChartHub::Impl::advanceWatch(BaseSeries& base) {
    if (!base.watch.isWatching)
        return;
    if (!base.watch.provenFrom.isSet()) {
        if (now.mono - base.watch.since >= hub::kSubscribes)
            base.watch.provenFrom = minuteFrom(now.market);
        return;
    }
    const Timestamp to = minuteOf(now.market - hub::kLiveSettles);
    if (to <= base.watch.provenFrom)
        return;
    const bool isNew = !base.coverage.contains(to - kMinute);
    base.coverage.add({base.watch.provenFrom, to});
    if (isNew)
        coverageChanged(base);
}

void ChartHub::Impl::closeMinutes(BaseSeries& base) {
    if (base.store.isEmpty())
        return;
    const Date date = base.store.days().rbegin()->first;
    // Only the newest few can still be open.
    std::vector<HeldBar> open;
    const std::vector<HeldBar>& bars = base.store.days().rbegin()->second.bars;
    for (std::size_t i = bars.size(); i > 0 && bars.size() - i < 5; --i)
        if (!bars[i - 1].shown.isFinal && bars[i - 1].shown.bar.start + kMinute + kMinuteCloses <= now.market)
            open.push_back(bars[i - 1]);
    for (HeldBar& bar : open) {
        bar.shown.isFinal = true;
        base.store.put(date, bar);
        touch(base);
    }
}

} // namespace strikedesk::market
