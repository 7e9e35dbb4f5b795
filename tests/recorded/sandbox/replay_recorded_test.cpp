// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/minute_prints.h"
#include "core/run/sandbox/market/replay_market.h"
#include "tests/recorded/sandbox/shared_folder.h"

#include <gtest/gtest.h>

#include <map>

namespace strikedesk::sandbox {
namespace {

const Date kDay = Date::fromDays(16'226); // 2014-06-05

/// The recorded chain of TWX, read once.
ReplayMarket* twx() {
    static const auto opened = [] {
        return ReplayMarket::tryOpen(sharedFolder("data"), kDay, {Symbol::of("TWX")});
    }();
    EXPECT_TRUE(opened) << opened.error().message;
    return opened ? opened->get() : nullptr;
}

TEST(RecordedDay, EveryMinuteBuiltFromItsPrintsIsTheRecordedBar) {
    if (sharedFolder("data").empty())
        GTEST_SKIP() << "the recorded data is not on this machine";
    ReplayMarket* market = twx();
    ASSERT_NE(market, nullptr);
    const SessionCalendar calendar;
    const Timestamp from = calendar.newYork(kDay, 0);
    const Timestamp to = calendar.newYork(kDay, 23 * 60);
    std::vector<MarketEvent> events;
    market->events(from, to, events);
    std::map<std::pair<Symbol, Timestamp>, std::vector<market::TradePrint>> minutes;
    for (const MarketEvent& event : events)
        if (const auto* print = std::get_if<market::TradePrint>(&event)) {
            const std::int64_t ns = print->at.nanoseconds();
            minutes[{print->symbol, Timestamp::fromNanoseconds(ns - ns % 60'000'000'000)}].push_back(*print);
        }
    std::size_t stockBars = 0;
    std::size_t optionBars = 0;
    std::map<Symbol, std::vector<market::Bar>> recorded;
    for (const auto& [key, prints] : minutes) {
        const auto& [symbol, start] = key;
        if (!recorded.contains(symbol))
            recorded[symbol] = market->minuteBars(symbol, from, to, to);
        const auto built = barOf(prints, start, to);
        ASSERT_TRUE(built);
        const auto& bars = recorded[symbol];
        const auto bar =
            std::find_if(bars.begin(), bars.end(), [&](const auto& b) { return b.start == start; });
        ASSERT_NE(bar, bars.end());
        EXPECT_EQ(built->open, bar->open);
        EXPECT_EQ(built->high, bar->high);
        EXPECT_EQ(built->low, bar->low);
        EXPECT_EQ(built->close, bar->close);
        EXPECT_EQ(built->volume, bar->volume) << symbol.text() << " " << start.rfc3339();
        ++(symbol.looksLikeOption() ? optionBars : stockBars);
    }
    EXPECT_GE(stockBars, 390U);
    EXPECT_EQ(optionBars, 79U);
}

TEST(RecordedDay, TheChainIsCompleteAndCarriesQuotesForward) {
    if (sharedFolder("data").empty())
        GTEST_SKIP() << "the recorded data is not on this machine";
    ReplayMarket* market = twx();
    ASSERT_NE(market, nullptr);
    const auto contracts = market->contracts(Symbol::of("TWX"), kDay);
    EXPECT_EQ(contracts.size(), 184U);
    const Timestamp noon = SessionCalendar().newYork(kDay, 12 * 60);
    std::size_t quoted = 0;
    std::size_t oneSided = 0;
    std::size_t withInterest = 0;
    for (const options::Contract& contract : contracts) {
        const auto quote = market->quoteAt(contract.symbol, noon);
        withInterest += contract.openInterest ? 1 : 0;
        if (!quote)
            continue;
        ++quoted;
        EXPECT_LE(quote->at, noon);
        oneSided += quote->bid.isZero() ? 1 : 0;
    }
    EXPECT_GT(quoted, 170U);
    EXPECT_GT(oneSided, 10U) << "worthless wings have no bid";
    EXPECT_GT(withInterest, 170U);
}

TEST(RecordedDay, ADayThatIsNotThereIsNamed) {
    if (sharedFolder("data").empty())
        GTEST_SKIP() << "the recorded data is not on this machine";
    const auto opened = ReplayMarket::tryOpen(sharedFolder("data"), kDay - 30, {Symbol::of("TWX")});
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().messageId, "sandbox.replay.day");
}

} // namespace
} // namespace strikedesk::sandbox
