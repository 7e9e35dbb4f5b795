// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/minute_prints.h"
#include "core/run/sandbox/market/synthetic_market.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace strikedesk::sandbox {
namespace {

const Date kDay = Date::fromDays(20'775); // 2026-11-18
const SessionCalendar kCalendar;

Timestamp on(Date date, int hour, int minute, int second = 0) {
    return kCalendar.newYork(date, hour * 60 + minute) + Duration::seconds(second);
}

/// The first pause after the first day, with the stock it stops.
struct Found {
    std::size_t stock = 0;
    HaltSpan halt;
};
std::optional<Found> findHalt(SyntheticStocks& stocks) {
    for (const trade::SessionDay& day : kCalendar.sessions(kDay, kDay + 90))
        for (std::size_t stock = 0; stock < stocks.specs().size(); ++stock)
            if (const StockDay* path = stocks.paths().day(stock, day.date); path->halt)
                return Found{stock, *path->halt};
    return std::nullopt;
}

/// Of all stocks, without their contracts.
std::vector<MarketEvent> stockEvents(SyntheticStocks& stocks, Timestamp from, Timestamp to) {
    std::vector<MarketEvent> events;
    for (std::size_t stock = 0; stock < stocks.specs().size(); ++stock)
        stocks.events(stock, from, to, events);
    return events;
}

std::vector<MarketEvent> eventsOf(MarketSource& market, Timestamp from, Timestamp to) {
    std::vector<MarketEvent> events;
    market.events(from, to, events);
    return events;
}

TEST(MarketTape, APauseStopsPrintsAndQuotesOfTheStockAndItsContracts) {
    SyntheticStocks stocks(1, kDay);
    const auto found = findHalt(stocks);
    ASSERT_TRUE(found) << "one pause in a hundred stock-days";
    const Asset& asset = stocks.specs()[found->stock].asset;
    SyntheticMarket market(1, kDay);
    std::vector<market::TradingStatus> told;
    const Timestamp from = found->halt.from;
    const Timestamp to = found->halt.to;
    int during = 0;
    int after = 0;
    for (const MarketEvent& event :
         eventsOf(market, from - Duration::minutes(1), to + Duration::minutes(2))) {
        const Symbol symbol = eventSymbol(event);
        const auto name = OptionSymbol::tryFrom(symbol);
        if (symbol != asset.symbol && (!name || name->root() != asset.symbol))
            continue;
        if (const auto* status = std::get_if<market::TradingStatus>(&event)) {
            told.push_back(*status);
            continue;
        }
        if (std::holds_alternative<PrintChange>(event))
            continue;
        const Timestamp at = eventTime(event);
        during += from <= at && at < to ? 1 : 0;
        after += to <= at ? 1 : 0;
    }
    EXPECT_EQ(during, 0);
    EXPECT_GT(after, 10);
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(told[0].phase, market::TradingPhase::Halted);
    EXPECT_EQ(told[1].phase, market::TradingPhase::Trading);
    EXPECT_EQ(told[0].code, asset.tape == 'C' ? "P" : "2");
    EXPECT_EQ(told[1].code, asset.tape == 'C' ? "T" : "3");
    EXPECT_EQ(told[1].at - told[0].at, Duration::minutes(5));
    EXPECT_FALSE(market.isHalted(asset.symbol, from - Duration::nanoseconds(1)));
    EXPECT_TRUE(market.isHalted(asset.symbol, from));
    EXPECT_FALSE(market.isHalted(asset.symbol, to));
    const auto last = market.quoteAt(asset.symbol, to - Duration::nanoseconds(1));
    ASSERT_TRUE(last);
    EXPECT_LT(last->at, from);
    for (const market::Bar& bar : market.minuteBars(asset.symbol, from, to, to + Duration::minutes(5)))
        EXPECT_TRUE(bar.start + Duration::minutes(1) > to || bar.start <= from);
}

TEST(MarketTape, NoPrintLiesOutsideThePriceBands) {
    SyntheticStocks stocks(1, kDay);
    const auto found = findHalt(stocks);
    ASSERT_TRUE(found);
    std::optional<PriceBand> band;
    int bands = 0;
    std::vector<MarketEvent> events;
    stocks.events(found->stock, found->halt.from - Duration::minutes(7),
                  found->halt.from + Duration::minutes(7), events);
    std::stable_sort(events.begin(), events.end(),
                     [](const MarketEvent& a, const MarketEvent& b) { return eventTime(a) < eventTime(b); });
    for (const MarketEvent& event : events) {
        if (const auto* next = std::get_if<PriceBand>(&event)) {
            band = *next;
            ++bands;
            EXPECT_LT(band->down, band->up);
        } else if (const auto* print = std::get_if<market::TradePrint>(&event); print && band) {
            if (!formsPrice(*print))
                continue;
            EXPECT_LE(print->price.toDoubleLossy(), band->up.toDoubleLossy() * 1.01);
            EXPECT_GE(print->price.toDoubleLossy(), band->down.toDoubleLossy() * 0.99);
        }
    }
    EXPECT_GE(bands, 15);
}

/// Every minute of a day of three stocks: history is what the tape makes of it.
TEST(MarketTape, BarsAreWhatThePrintsAndTheirChangesMake) {
    SyntheticMarket market(4, kDay);
    for (const char* name : {"SPY", "F", "MGEE", "NFLX"}) {
        const Symbol symbol = Symbol::of(name);
        const Timestamp end = on(kDay, 20, 0);
        std::map<Timestamp, std::vector<market::TradePrint>> minutes;
        for (const market::TradePrint& print : market.prints(symbol, on(kDay, 4, 0), end, 1'000'000))
            minutes[Timestamp::fromNanoseconds(print.at.nanoseconds() -
                                               print.at.nanoseconds() % 60'000'000'000)]
                .push_back(print);
        std::vector<market::Bar> built;
        for (const auto& [start, prints] : minutes)
            if (const auto bar = barOf(prints, start, end))
                built.push_back(*bar);
        const auto bars = market.minuteBars(symbol, on(kDay, 4, 0), end, end);
        ASSERT_EQ(built.size(), bars.size()) << name;
        for (std::size_t i = 0; i < bars.size(); ++i)
            ASSERT_EQ(built[i], bars[i]) << name << " " << bars[i].start.rfc3339();
    }
}

TEST(MarketTape, ACorrectionShowsInTheBarFromItsMomentOn) {
    SyntheticMarket market(4, kDay);
    SyntheticStocks stocks(4, kDay);
    int corrected = 0;
    int withdrawn = 0;
    for (int quarter = 0; quarter < 26; ++quarter) {
        const Timestamp from = on(kDay, 9, 30) + Duration::minutes(15 * quarter);
        for (const MarketEvent& event : stockEvents(stocks, from, from + Duration::minutes(15))) {
            const auto* change = std::get_if<PrintChange>(&event);
            if (change == nullptr || !formsPrice(change->was))
                continue;
            EXPECT_LT(change->was.at, change->at);
            const Timestamp minute = Timestamp::fromNanoseconds(
                change->was.at.nanoseconds() - change->was.at.nanoseconds() % 60'000'000'000);
            const auto bar = [&](Timestamp now) {
                const auto bars = market.minuteBars(change->symbol, minute, minute, now);
                return bars.empty() ? market::Bar() : bars.front();
            };
            EXPECT_NE(bar(change->at - Duration::nanoseconds(1)), bar(change->at)) << change->symbol.text();
            (change->is ? corrected : withdrawn) += 1;
        }
    }
    EXPECT_GT(corrected, 5);
    EXPECT_GT(withdrawn, 5);
}

TEST(MarketTape, AboutOnePrintInAHundredMovesNoPrice) {
    SyntheticMarket market(4, kDay);
    int quiet = 0;
    const auto prints = market.prints(Symbol::of("SPY"), on(kDay, 9, 30), on(kDay, 16, 0), 1'000'000);
    for (const market::TradePrint& print : prints)
        quiet += formsPrice(print) ? 0 : 1;
    EXPECT_GT(prints.size(), 20'000U);
    EXPECT_NEAR(static_cast<double>(quiet) / static_cast<double>(prints.size()), 0.012, 0.004);
    EXPECT_EQ(market.prints(Symbol::of("SPY"), on(kDay, 9, 30), on(kDay, 16, 0), 7).size(), 7U);
}

TEST(MarketTape, EarlyAndLateHoursAreThinAndWide) {
    SyntheticMarket market(1, kDay);
    const Symbol spy = Symbol::of("SPY");
    const auto early = market.minuteBars(spy, on(kDay, 4, 0), on(kDay, 9, 29), on(kDay, 20, 0));
    const auto late = market.minuteBars(spy, on(kDay, 16, 0), on(kDay, 19, 59), on(kDay, 20, 0));
    EXPECT_GT(early.size(), 100U);
    EXPECT_GT(late.size(), 50U);
    std::int64_t extended = 0;
    for (const auto* part : {&early, &late})
        for (const market::Bar& bar : *part)
            extended += bar.volume;
    const auto day = market.dailyBars(spy, kDay, kDay, on(kDay, 20, 0));
    ASSERT_EQ(day.size(), 1U);
    EXPECT_LT(extended, day[0].volume / 10);
    EXPECT_EQ(day, market.dailyBars(spy, kDay, kDay, on(kDay, 16, 5))) << "daily bars hold the core session";
    const auto width = [&](Timestamp at) {
        const auto quote = market.quoteAt(spy, at);
        return (quote->ask - quote->bid).toDoubleLossy();
    };
    EXPECT_GT(width(on(kDay, 7, 0)), 3 * std::max(0.01, width(on(kDay, 11, 0))));
    const auto thin = market.minuteBars(Symbol::of("MGEE"), on(kDay, 4, 0), on(kDay, 20, 0), on(kDay, 20, 0));
    EXPECT_LT(thin.size(), 385U) << "a thin stock has minutes without a trade";
    EXPECT_GT(thin.size(), 150U);
}

TEST(MarketTape, HolidaysAndHalfDays) {
    SyntheticMarket market(1, kDay);
    const Symbol spy = Symbol::of("SPY");
    const Date holiday = *Date::tryFromIso("2026-11-26");
    const Date half = *Date::tryFromIso("2026-11-27");
    EXPECT_TRUE(eventsOf(market, on(holiday, 10, 0), on(holiday, 10, 10)).empty());
    EXPECT_TRUE(market.minuteBars(spy, on(holiday, 0, 0), on(holiday, 23, 0), on(half, 20, 0)).empty());
    EXPECT_TRUE(market.dailyBars(spy, holiday, holiday, on(half, 20, 0)).empty());
    EXPECT_FALSE(eventsOf(market, on(half, 12, 59), on(half, 13, 0)).empty());
    const auto bars = market.minuteBars(spy, on(half, 9, 30), on(half, 12, 59), on(half, 20, 0));
    EXPECT_EQ(bars.size(), 210U);
    EXPECT_LE(market.quoteAt(spy, on(half, 20, 0))->at, on(half, 17, 0)) << "the late session ends at 17:00";
    const auto days = market.dailyBars(spy, holiday - 1, half, on(half, 20, 0));
    ASSERT_EQ(days.size(), 2U);
    EXPECT_EQ(days[1].close, bars.back().close);
    for (const MarketEvent& event : eventsOf(market, on(half, 13, 16), on(half, 13, 30)))
        EXPECT_FALSE(eventSymbol(event).looksLikeOption()) << "contracts end with the half day";
}

TEST(MarketTape, StocksMoveTogetherAndAgainstVolatility) {
    SyntheticStocks stocks(1, kDay);
    const auto moves = [&](const char* name) {
        std::vector<double> out;
        for (const trade::SessionDay& day : kCalendar.sessions(kDay - 400, kDay)) {
            const StockPaths::Ends ends = stocks.paths().ends(*stocks.indexOf(Symbol::of(name)), day.date);
            out.push_back(std::log(ends.close / ends.base));
        }
        return out;
    };
    const auto correlation = [](const std::vector<double>& a, const std::vector<double>& b) {
        double ma = 0, mb = 0, aa = 0, bb = 0, ab = 0;
        for (std::size_t i = 0; i < a.size(); ++i) {
            ma += a[i] / static_cast<double>(a.size());
            mb += b[i] / static_cast<double>(b.size());
        }
        for (std::size_t i = 0; i < a.size(); ++i) {
            aa += (a[i] - ma) * (a[i] - ma);
            bb += (b[i] - mb) * (b[i] - mb);
            ab += (a[i] - ma) * (b[i] - mb);
        }
        return ab / std::sqrt(aa * bb);
    };
    EXPECT_GT(correlation(moves("SPY"), moves("QQQ")), 0.85);
    EXPECT_GT(correlation(moves("NVDA"), moves("AMD")), correlation(moves("NVDA"), moves("KO")));
    EXPECT_LT(std::abs(correlation(moves("SPY"), moves("TLT"))), 0.4);
    std::vector<double> level;
    for (const trade::SessionDay& day : kCalendar.sessions(kDay - 400, kDay))
        level.push_back(stocks.paths().factors().levelBefore(kCalendar.next(day.date)) -
                        stocks.paths().factors().levelBefore(day.date));
    EXPECT_LT(correlation(moves("SPY"), level), -0.5) << "volatility rises when the market falls";
}

} // namespace
} // namespace strikedesk::sandbox
