// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/minute_prints.h"
#include "core/run/sandbox/market/option_model.h"
#include "core/run/sandbox/market/synthetic_market.h"
#include "core/run/sandbox/market_clock.h"

#include <gtest/gtest.h>

#include <map>

namespace strikedesk::sandbox {
namespace {

const Date kDay = Date::fromDays(20'775); // 2026-11-18

Timestamp at(int hour, int minute, int second = 0) {
    return SessionCalendar().newYork(kDay, hour * 60 + minute) + Duration::seconds(second);
}

std::vector<MarketEvent> eventsOf(MarketSource& market, Timestamp from, Timestamp to) {
    std::vector<MarketEvent> events;
    market.events(from, to, events);
    return events;
}

TEST(SyntheticMarket, SaysTheSameForTheSameSeedAndAnotherThingForAnother) {
    SyntheticMarket first(7, kDay);
    SyntheticMarket second(7, kDay);
    SyntheticMarket other(8, kDay);
    const auto events = eventsOf(first, at(9, 40), at(9, 41));
    EXPECT_GT(events.size(), 1'000U);
    EXPECT_EQ(events, eventsOf(second, at(9, 40), at(9, 41)));
    EXPECT_NE(events, eventsOf(other, at(9, 40), at(9, 41)));
}

TEST(SyntheticMarket, SaysTheSameWhenAskedInPiecesOrAfterARestart) {
    SyntheticMarket whole(3, kDay);
    SyntheticMarket pieces(3, kDay);
    std::vector<MarketEvent> joined;
    for (int second = 0; second < 60; ++second)
        pieces.events(at(11, 0, second), at(11, 0, second + 1), joined);
    EXPECT_EQ(eventsOf(whole, at(11, 0), at(11, 1)), joined);
    SyntheticMarket late(3, kDay);
    const Symbol spy = Symbol::of("SPY");
    EXPECT_EQ(late.quoteAt(spy, at(11, 1)), whole.quoteAt(spy, at(11, 1)));
}

TEST(SyntheticMarket, TheLatestQuoteAndPrintAreTheLastOnesStreamed) {
    SyntheticMarket market(5, kDay);
    std::map<Symbol, market::Quote> quotes;
    std::map<Symbol, market::TradePrint> prints;
    for (const MarketEvent& event : eventsOf(market, at(9, 30), at(9, 37))) {
        if (const auto* quote = std::get_if<market::Quote>(&event))
            quotes[quote->symbol] = *quote;
        else if (const auto* print = std::get_if<market::TradePrint>(&event)) {
            if (formsPrice(*print))
                prints[print->symbol] = *print;
        } else if (const auto* change = std::get_if<PrintChange>(&event)) {
            if (const auto last = prints.find(change->symbol);
                last != prints.end() && last->second.id == change->was.id && change->is)
                last->second = *change->is;
        }
    }
    EXPECT_GT(quotes.size(), 300U);
    for (const auto& [symbol, quote] : quotes)
        EXPECT_EQ(market.quoteAt(symbol, at(9, 37)), quote) << symbol.text();
    for (const auto& [symbol, print] : prints)
        EXPECT_EQ(market.printAt(symbol, at(9, 37)), print) << symbol.text();
}

TEST(SyntheticMarket, OptionQuotesLieOnTheTicksAndAreNeverCrossed) {
    SyntheticMarket market(11, kDay);
    int oneSided = 0;
    int options = 0;
    for (const MarketEvent& event : eventsOf(market, at(10, 0), at(10, 2))) {
        const auto* quote = std::get_if<market::Quote>(&event);
        if (quote == nullptr || !quote->symbol.looksLikeOption())
            continue;
        if (quote->ask.isPositive()) {
            EXPECT_LT(quote->bid, quote->ask) << quote->symbol.text();
        }
        ++options;
        const Symbol root = OptionSymbol::tryFrom(quote->symbol)->root();
        EXPECT_EQ(quote->bid.units() % optionTick(root, quote->bid).units(), 0);
        EXPECT_EQ(quote->ask.units() % optionTick(root, quote->ask).units(), 0);
        if (quote->bid.isZero())
            ++oneSided;
    }
    EXPECT_GT(oneSided, 0) << "worthless wings have no bid";
    EXPECT_LT(oneSided, options / 2);
}

TEST(SyntheticMarket, StreamedPrintsBuildTheBarsOfHistory) {
    SyntheticMarket market(2, kDay);
    for (const char* name : {"SPY", "AAPL", "NVDA"}) {
        const Symbol symbol = Symbol::of(name);
        std::vector<market::TradePrint> prints;
        for (const MarketEvent& event : eventsOf(market, at(9, 44, 59), at(9, 46)))
            if (const auto* print = std::get_if<market::TradePrint>(&event))
                if (print->symbol == symbol && print->at >= at(9, 45) && print->at < at(9, 46))
                    prints.push_back(*print);
        const auto built = barOf(prints, at(9, 45), at(9, 46));
        const auto bars = market.minuteBars(symbol, at(9, 45), at(9, 45), at(9, 46));
        ASSERT_TRUE(built && bars.size() == 1);
        EXPECT_EQ(built->open, bars[0].open);
        EXPECT_EQ(built->high, bars[0].high);
        EXPECT_EQ(built->low, bars[0].low);
        EXPECT_EQ(built->close, bars[0].close);
        EXPECT_EQ(built->volume, bars[0].volume);
        EXPECT_EQ(built->tradeCount, bars[0].tradeCount);
    }
}

TEST(SyntheticMarket, ADaysBarIsItsMinutesAndFollowsThePriorClose) {
    SyntheticMarket market(2, kDay);
    const Symbol spy = Symbol::of("SPY");
    const auto days = market.dailyBars(spy, kDay - 30, kDay, at(16, 0));
    ASSERT_EQ(days.size(), 23U) << "19 October to 18 November without weekends";
    const auto minutes = market.minuteBars(spy, at(9, 30), at(15, 59), at(16, 0));
    ASSERT_EQ(minutes.size(), 390U);
    EXPECT_EQ(days.back().open, minutes.front().open);
    EXPECT_EQ(days.back().close, minutes.back().close);
    for (const market::Bar& bar : minutes)
        EXPECT_TRUE(bar.isConsistent());
    for (std::size_t i = 1; i < days.size(); ++i) {
        const double gap = days[i].open.toDoubleLossy() / days[i - 1].close.toDoubleLossy();
        EXPECT_NEAR(gap, 1.0, 0.03);
    }
    EXPECT_NEAR(days[days.size() - 2].close.toDoubleLossy(), 662.0, 1.0)
        << "the day before the account began";
    EXPECT_GT(market.dailyBars(spy, kDay - 500, kDay, at(16, 0)).size(), 300U);
}

TEST(SyntheticMarket, ShowsNothingOfTheFuture) {
    SyntheticMarket market(2, kDay);
    const Symbol spy = Symbol::of("SPY");
    const auto bars = market.minuteBars(spy, at(9, 30), at(16, 0), at(10, 0, 30));
    ASSERT_EQ(bars.size(), 31U);
    EXPECT_LT(bars.back().volume, market.minuteBars(spy, at(10, 0), at(10, 0), at(10, 1)).front().volume);
    EXPECT_TRUE(eventsOf(market, at(20, 0), at(23, 0)).empty());
    EXPECT_EQ(market.quoteAt(spy, at(23, 0)), market.quoteAt(spy, at(20, 0)));
    EXPECT_LE(market.quoteAt(spy, at(3, 0))->at, at(0, 0));
}

TEST(SyntheticMarket, ListsSameDayWeeklyAndMonthlyExpiriesAroundTheMoney) {
    SyntheticMarket market(2, kDay);
    std::map<Date, int> expiries;
    for (const options::Contract& contract : market.contracts(Symbol::of("NVDA"), kDay)) {
        ++expiries[contract.expiry];
        EXPECT_TRUE(contract.isActive);
        EXPECT_GE(contract.openInterest.value_or(-1), 0);
    }
    for (const char* listed :
         {"2026-11-18", "2026-11-20", "2026-11-23", "2026-11-25", "2026-11-27", "2026-12-04", "2026-12-11",
          "2026-12-18", "2027-01-15", "2027-03-19", "2027-06-17", "2028-01-21"})
        EXPECT_TRUE(expiries.contains(*Date::tryFromIso(listed))) << listed;
    for (const auto& [expiry, count] : expiries)
        EXPECT_GE(count, 30) << expiry.iso();
    EXPECT_TRUE(expiries.contains(kDay));
    EXPECT_FALSE(market.contract(Symbol::of("NVDA261122C00180000"), kDay)) << "a Sunday";
    EXPECT_FALSE(market.contract(Symbol::of("ZZZZ261120C00180000"), kDay)) << "no such stock";
    EXPECT_FALSE(market.contract(Symbol::of("NVDA261120C00180100"), kDay)) << "not on the strike grid";
    EXPECT_FALSE(market.contract(Symbol::of("NVDA261120C09000000"), kDay)) << "nowhere near the money";
}

TEST(MarketClock, RunsAtItsSpeedWithoutJumpsWhenTheSpeedChanges) {
    const Timestamp start = Timestamp::fromSeconds(1'000);
    MarketClock clock(start, 10.0, MonoTime::fromNanoseconds(0));
    EXPECT_EQ(clock.at(MonoTime::fromNanoseconds(2'000'000'000)), start + Duration::seconds(20));
    clock.setSpeed(1.0, MonoTime::fromNanoseconds(2'000'000'000));
    EXPECT_EQ(clock.at(MonoTime::fromNanoseconds(3'000'000'000)), start + Duration::seconds(21));
    clock.advanceTo(start, MonoTime::fromNanoseconds(3'000'000'000));
    EXPECT_EQ(clock.at(MonoTime::fromNanoseconds(3'000'000'000)), start + Duration::seconds(21))
        << "never back";
    clock.advanceTo(start + Duration::seconds(100), MonoTime::fromNanoseconds(3'000'000'000));
    EXPECT_EQ(clock.at(MonoTime::fromNanoseconds(4'000'000'000)), start + Duration::seconds(101));
}

TEST(SessionCalendar, KnowsNewYorkInSummerAndWinterAndHalfDays) {
    const SessionCalendar calendar;
    EXPECT_EQ(calendar.offsetText(*Timestamp::tryFromRfc3339("2026-07-01T13:30:00Z")),
              "2026-07-01T09:30:00-04:00");
    EXPECT_EQ(calendar.offsetText(*Timestamp::tryFromRfc3339("2026-11-18T14:40:00.5Z")),
              "2026-11-18T09:40:00.5-05:00");
    const auto half = calendar.session(*Date::tryFromIso("2026-11-27"));
    ASSERT_TRUE(half);
    EXPECT_EQ(half->close.rfc3339(), "2026-11-27T18:00:00Z");
    EXPECT_FALSE(calendar.session(*Date::tryFromIso("2026-11-26")));
    EXPECT_EQ(calendar.next(*Date::tryFromIso("2026-11-25")).iso(), "2026-11-27");
}

} // namespace
} // namespace strikedesk::sandbox
