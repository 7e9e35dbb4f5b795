// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// hub.merge: prints and minute bars of a busy market merged into chart series, beside the least that could be
// done with the same prints: a table of open, high, low, close and volume by symbol and minute.
#include "core/base/zone.h"
#include "core/market/hub/chart_hub.h"
#include "tests/support/bench_record.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>
#include <map>
#include <unordered_map>

using namespace strikedesk;
using namespace strikedesk::market;

namespace {

constexpr int kSymbols = 20;
constexpr int kPrints = 400'000;
constexpr int kPerLook = 16'000; ///< a window looks 60 times a second at a million events a second
const std::string kFeed = "sip";

struct Event {
    TradePrint print;
    bool isBar = false;
    Bar bar;
};

const Timestamp kStart = fromNewYork(*Date::tryFromIso("2026-03-02"), 9 * 3'600 + 1'800);

Symbol symbolOf(int number) { return Symbol::of(std::string("S") + static_cast<char>('A' + number)); }

/// Twenty minutes of prints around twenty names, with the venue's bar of each minute when it ended.
const std::vector<Event>& events() {
    static const std::vector<Event> made = [] {
        std::vector<Event> out;
        std::uint64_t state = 42;
        const auto next = [&state](std::uint64_t below) {
            state = state * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
            return (state >> 33) % below;
        };
        std::map<Symbol, Bar> open;
        std::map<Symbol, std::int64_t> prices;
        std::int64_t minute = 0;
        for (int i = 0; i < kPrints; ++i) {
            const Timestamp at = kStart + Duration::milliseconds(std::int64_t{i} * 3);
            if (i * 3 / 60'000 != minute) {
                minute = i * 3 / 60'000;
                for (const auto& [symbol, bar] : open)
                    out.push_back({{symbol, {}, 0, at, "", "", ""}, true, bar});
                open.clear();
            }
            const Symbol symbol = symbolOf(static_cast<int>(next(kSymbols)));
            std::int64_t& units = prices.try_emplace(symbol, 1'000'000).first->second;
            units += (static_cast<std::int64_t>(next(5)) - 2) * 100;
            const Price price = Price::fromUnits(units);
            const auto size = static_cast<std::int64_t>(next(300) + 1);
            out.push_back({{symbol, price, size, at, "V", "", ""}, false, {}});
            const auto [place, isNew] = open.try_emplace(
                symbol, Bar{kStart + Duration::minutes(minute), price, price, price, price, 0, 0, {}});
            Bar& bar = place->second;
            bar.high = std::max(bar.high, price);
            bar.low = std::min(bar.low, price);
            bar.close = price;
            bar.volume += size;
            ++bar.tradeCount;
        }
        return out;
    }();
    return made;
}

/// All events through a hub that eight charts look at.
std::size_t mergeAll() {
    ChartHub hub;
    Moment now{kStart, MonoTime::fromNanoseconds(1'000'000'000)};
    hub.onFeed(kFeed, true, now);
    std::set<SeriesKey> keys;
    for (int i = 0; i < kSymbols; ++i)
        keys.insert({symbolOf(i), Timeframe::Minute1, SeriesSession::Regular, kFeed, Adjustment::Raw});
    for (int i = 0; i < 8; ++i)
        keys.insert({symbolOf(i), Timeframe::Minute5, SeriesSession::Regular, kFeed, Adjustment::Raw});
    hub.want({keys.begin(), keys.end()}, *keys.begin(), now);
    int count = 0;
    Timestamp second = kStart;
    for (const Event& event : events()) {
        now = {event.print.at, now.mono + Duration::microseconds(1)};
        if (event.isBar)
            hub.onBar(event.print.symbol, event.bar, BarKind::Minute, kFeed, now);
        else
            hub.onPrint(event.print, kFeed, now);
        if (now.market >= second) {
            hub.onTime(now);
            second = now.market + Duration::seconds(1);
        }
        if (++count % kPerLook == 0)
            benchmark::DoNotOptimize(hub.view().size());
    }
    std::size_t bars = 0;
    for (const auto& [key, series] : hub.view())
        bars += key.timeframe == Timeframe::Minute1 ? series->size() : 0;
    return bars;
}

/// The floor: no corrections, no coverage, no frames, no readers.
std::size_t plainTable() {
    std::unordered_map<Symbol, std::map<std::int64_t, Bar>> table;
    for (const Event& event : events()) {
        if (event.isBar)
            continue;
        const std::int64_t minute = event.print.at.nanoseconds() / 60'000'000'000;
        const Price price = event.print.price;
        Bar& bar = table[event.print.symbol]
                       .try_emplace(minute, Bar{event.print.at, price, price, price, price, 0, 0, {}})
                       .first->second;
        bar.high = std::max(bar.high, price);
        bar.low = std::min(bar.low, price);
        bar.close = price;
        bar.volume += event.print.size;
        ++bar.tradeCount;
    }
    std::size_t bars = 0;
    for (const auto& [symbol, minutes] : table)
        bars += minutes.size();
    return bars;
}

template <class Work>
double rateOf(Work work, int rounds) {
    double best = 0;
    for (int i = 0; i < rounds; ++i) {
        timespec from{};
        timespec to{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &from);
        benchmark::DoNotOptimize(work());
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &to);
        const double seconds = static_cast<double>(to.tv_sec - from.tv_sec) +
                               static_cast<double>(to.tv_nsec - from.tv_nsec) / 1e9;
        best = std::max(best, static_cast<double>(events().size()) / seconds);
    }
    return best;
}

void hubMerge(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(mergeAll());
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(events().size()));
}
BENCHMARK(hubMerge);

} // namespace

int main(int argc, char** argv) {
    if (!bench::benchWanted("hub.merge"))
        return 0;
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    if (mergeAll() != plainTable())
        return 1;
    return bench::writeBenchRecordOrComplain({"hub.merge", rateOf(mergeAll, 10) / 1e6, "M events/s",
                                              "plain table of bars", rateOf(plainTable, 10) / 1e6});
}
