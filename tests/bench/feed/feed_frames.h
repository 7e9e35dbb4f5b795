// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/alpaca/codec/stream_codec.h"
#include "tests/support/bench_record.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

namespace strikedesk::bench {

/// One quote of a made-up day; both encodings write the same ones.
struct FeedQuote {
    std::string symbol;
    double bid = 0;
    double ask = 0;
    std::int64_t bidSize = 0;
    std::int64_t askSize = 0;
    std::int64_t atNs = 0;
};

/// Quotes around 100 names, in batches as the venue sends them, from a fixed seed.
inline std::vector<std::vector<FeedQuote>> feedBatches(bool options, int frames, int perFrame) {
    std::uint64_t state = 42;
    const auto next = [&state](std::uint64_t below) {
        state = state * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
        return (state >> 33) % below;
    };
    std::vector<std::vector<FeedQuote>> batches;
    std::int64_t now = 1'772'461'800'000'000'000;
    for (int f = 0; f < frames; ++f) {
        std::vector<FeedQuote> batch;
        for (int i = 0; i < perFrame; ++i) {
            const std::uint64_t name = next(100);
            char symbol[32];
            if (options)
                std::snprintf(symbol, sizeof symbol, "SPXW260302C%08llu",
                              static_cast<unsigned long long>(5'000'000 + name * 5'000));
            else
                std::snprintf(symbol, sizeof symbol, "S%c%c", static_cast<char>('A' + name / 10),
                              static_cast<char>('A' + name % 10));
            const auto cents = static_cast<double>(100 + next(40'000));
            now += static_cast<std::int64_t>(next(1'000'000));
            batch.push_back({symbol, cents / 100, (cents + 5) / 100, static_cast<std::int64_t>(next(900) + 1),
                             static_cast<std::int64_t>(next(900) + 1), now});
        }
        batches.push_back(std::move(batch));
    }
    return batches;
}

/// Counts, so that nothing is optimised away.
struct CountingSink final : alpaca::StreamSink {
    void onQuote(const market::Quote& quote) override {
        ++quotes;
        sum += quote.bid.units() + quote.at.nanoseconds();
    }
    void onTrade(const market::TradePrint&) override {}
    std::int64_t quotes = 0;
    std::int64_t sum = 0;
};

/// Messages a second of processor time of two ways to handle the same frames, best of `rounds`, turn by turn:
/// the machine is shared, and only the ratio of one run counts.
struct Rates {
    double ours = 0;
    double bare = 0;
};

template <class Ours, class Bare>
Rates bestRates(std::int64_t messages, int rounds, Ours ours, Bare bare) {
    const auto rate = [messages](auto& once) {
        timespec from{};
        timespec to{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &from);
        once();
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &to);
        const double seconds = static_cast<double>(to.tv_sec - from.tv_sec) +
                               static_cast<double>(to.tv_nsec - from.tv_nsec) / 1e9;
        return static_cast<double>(messages) / seconds;
    };
    Rates best;
    for (int i = 0; i < rounds; ++i) {
        best.bare = std::max(best.bare, rate(bare));
        best.ours = std::max(best.ours, rate(ours));
    }
    return best;
}

} // namespace strikedesk::bench
