// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/zone.h"
#include "core/market/hub/chart_hub.h"
#include "core/market/hub/session_hours.h"

#include <optional>
#include <string>
#include <vector>

namespace strikedesk::market::test {

/// A date written as people do.
inline Date day(const char* iso) { return *Date::tryFromIso(iso); }
/// New York wall time on a date: at(day("2026-03-02"), 9, 30).
inline Timestamp at(Date date, int hour, int minute, int second = 0) {
    return fromNewYork(date, hour * 3'600 + minute * 60 + second);
}
inline Price cents(std::int64_t amount) { return Price::fromCents(amount); }

/// A bar around one price.
inline Bar barAt(Timestamp start, std::int64_t openCents, std::int64_t closeCents,
                 std::int64_t volume = 100) {
    const std::int64_t high = std::max(openCents, closeCents) + 1;
    const std::int64_t low = std::min(openCents, closeCents) - 1;
    return {start, cents(openCents), cents(high), cents(low), cents(closeCents), volume, 1, {}};
}

/// A hub with a hand-set clock that plays provider, cache and stream.
class HubRig {
public:
    static inline const std::string kFeed = "iex";

    explicit HubRig(Timestamp start) { m_now = {start, MonoTime::fromNanoseconds(1'000'000'000'000)}; }

    ChartHub hub;
    Moment now() const { return m_now; }

    static SeriesKey key(const char* symbol, Timeframe timeframe,
                         SeriesSession session = SeriesSession::Regular) {
        return {Symbol::of(symbol), timeframe, session, kFeed, Adjustment::Raw};
    }

    /// Moves both clocks second by second, as the engine would.
    void wait(Duration by) {
        const Timestamp end = m_now.market + by;
        while (m_now.market < end) {
            const Duration step = std::min(Duration::seconds(1), end - m_now.market);
            m_now = {m_now.market + step, m_now.mono + step};
            hub.onTime(m_now);
            collect();
        }
    }
    void waitUntil(Timestamp t) { wait(t - m_now.market); }
    /// The machine sleeps: market time goes on, nobody calls.
    void sleep(Duration by) { m_now.market = m_now.market + by; }

    void want(std::set<SeriesKey> keys, std::optional<SeriesKey> focus = std::nullopt) {
        hub.want({keys.begin(), keys.end()}, focus, m_now);
        collect();
    }
    void feed(bool isUp) {
        hub.onFeed(kFeed, isUp, m_now);
        collect();
    }
    void print(const char* symbol, std::int64_t priceCents, std::int64_t size = 100,
               std::optional<Timestamp> when = std::nullopt) {
        hub.onPrint({Symbol::of(symbol), cents(priceCents), size, when.value_or(m_now.market), "V", "", ""},
                    kFeed, m_now);
        collect();
    }
    void bar(const char* symbol, const Bar& bar, BarKind kind = BarKind::Minute) {
        hub.onBar(Symbol::of(symbol), bar, kind, kFeed, m_now);
        collect();
    }
    void answer(const HubAnswer& answer) {
        hub.onAnswer(answer, m_now);
        collect();
    }

    /// Commands not yet answered, by kind.
    std::vector<LoadBars> loads;
    std::vector<CancelLoad> cancels;
    std::vector<LoadCachedBars> cacheReads;
    std::vector<SaveBars> saves;

    /// Answers every cache read with nothing.
    void emptyCache() {
        while (!cacheReads.empty()) {
            const LoadCachedBars read = cacheReads.front();
            cacheReads.erase(cacheReads.begin());
            answer(CachedBars{read.key, read.span, {}, {}});
        }
    }
    /// Answers the oldest load with those of `bars` that lie in its span.
    void history(const std::vector<Bar>& bars, std::optional<Timestamp> askedAt = std::nullopt) {
        const LoadBars load = loads.front();
        loads.erase(loads.begin());
        HistoryPage page{load.request, {}, askedAt.value_or(m_now.market), load.span.to};
        for (const Bar& one : bars)
            if (one.start >= load.span.from && one.start < load.span.to)
                page.bars.push_back(one);
        answer(page);
        answer(HistoryEnded{load.request, HistoryOutcome::Complete, ""});
    }
    /// Answers cache reads and loads until nothing more is asked for.
    void settle(const std::vector<Bar>& bars = {}) {
        for (int round = 0; round < 50; ++round) {
            emptyCache();
            if (loads.empty())
                return;
            history(bars);
        }
    }

    std::shared_ptr<const SeriesSnapshot> series(const SeriesKey& key) {
        const SeriesView& view = hub.view();
        const auto found = view.find(key);
        return found == view.end() ? std::make_shared<const SeriesSnapshot>() : found->second;
    }

    void collect() {
        for (HubCommand& command : hub.takeCommands()) {
            if (auto* load = std::get_if<LoadBars>(&command))
                loads.push_back(*load);
            else if (auto* cancel = std::get_if<CancelLoad>(&command))
                cancels.push_back(*cancel);
            else if (auto* read = std::get_if<LoadCachedBars>(&command))
                cacheReads.push_back(*read);
            else if (auto* save = std::get_if<SaveBars>(&command))
                saves.push_back(*save);
        }
    }

private:
    Moment m_now;
};

/// Every regular minute of a session, with a price that moves by the minute.
inline std::vector<Bar> regularMinutes(Date date, std::int64_t fromCents = 10'000) {
    const SessionHours hours;
    std::vector<Bar> bars;
    const auto window = hours.window(date, SeriesSession::Regular, false);
    if (!window)
        return bars;
    std::int64_t price = fromCents;
    for (Timestamp t = window->from; t < window->to; t = t + kMinute) {
        bars.push_back(barAt(t, price, price + 1));
        price += bars.size() % 7 < 4 ? 1 : -1;
    }
    return bars;
}

} // namespace strikedesk::market::test
