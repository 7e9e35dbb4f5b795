// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/test_feed.h"

#include "core/run/sandbox/market/hash_random.h"
#include "core/run/sandbox/market/minute_prints.h"

#include <algorithm>
#include <cmath>

namespace strikedesk::sandbox {

namespace {

constexpr Duration kLongestSpan = Duration::minutes(15);
constexpr double kMiddle = 100.0;
constexpr double kSwing = 5.0;
constexpr double kSwingSeconds = 3'600.0;
constexpr std::uint64_t kKey = 0x46414B45;

market::TradePrint printAt(std::uint64_t seed, std::int64_t second) {
    HashRandom random(seed, {kKey, static_cast<std::uint64_t>(second)});
    const auto noise = static_cast<std::int64_t>(random.next() % 21) - 10;
    const double wave = kSwing * std::sin(static_cast<double>(second) / kSwingSeconds * 6.283185307179586);
    market::TradePrint print;
    print.symbol = testSymbol();
    print.price = Price::fromCents(std::llround((kMiddle + wave) * 100.0) + noise);
    print.size = static_cast<std::int64_t>(1 + random.next() % 500);
    print.at = Timestamp::fromSeconds(second);
    print.exchange = "V";
    print.conditions = "@";
    print.id = std::to_string(second);
    return print;
}

} // namespace

Symbol testSymbol() { return Symbol::of("FAKEPACA"); }

std::vector<MarketEvent> testEvents(std::uint64_t seed, Timestamp from, Timestamp to) {
    std::vector<MarketEvent> events;
    const Timestamp first = std::max(from, to - kLongestSpan);
    for (std::int64_t second = first.seconds() + 1; second <= to.seconds(); ++second) {
        const market::TradePrint print = printAt(seed, second);
        market::Quote quote;
        quote.symbol = print.symbol;
        quote.bid = print.price - Price::fromCents(1);
        quote.ask = print.price + Price::fromCents(1);
        quote.bidSize = quote.askSize = 100;
        quote.at = print.at;
        events.emplace_back(quote);
        events.emplace_back(print);
    }
    return events;
}

market::Bar testBar(std::uint64_t seed, Timestamp minute) {
    std::vector<market::TradePrint> prints;
    for (std::int64_t second = 0; second < 60; ++second)
        prints.push_back(printAt(seed, minute.seconds() + second));
    return barOf(prints, minute, minute + Duration::minutes(1)).value_or(market::Bar());
}

} // namespace strikedesk::sandbox
