// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/expiry_table.h"
#include "core/run/sandbox/market/option_model.h"
#include "core/run/sandbox/market/synthetic_market.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace strikedesk::sandbox {
namespace {

const Date kDay = Date::fromDays(20'775); // 2026-11-18
const SessionCalendar kCalendar;

Timestamp on(Date date, int hour, int minute, int second = 0) {
    return kCalendar.newYork(date, hour * 60 + minute) + Duration::seconds(second);
}
Date day(const char* iso) { return *Date::tryFromIso(iso); }

std::set<Date> expiriesOf(ExpiryPlan plan, const char* today) {
    const auto dates = listedExpiries(plan, kCalendar, day(today));
    EXPECT_TRUE(std::is_sorted(dates.begin(), dates.end()));
    return {dates.begin(), dates.end()};
}

TEST(ExpiryTable, EachPlanHasItsDays) {
    const auto daily = expiriesOf(ExpiryPlan::Daily, "2026-11-18");
    for (const char* each : {"2026-11-18", "2026-11-19", "2026-11-20", "2026-11-23", "2026-11-24"})
        EXPECT_TRUE(daily.contains(day(each))) << each;
    const auto weekly = expiriesOf(ExpiryPlan::Weekly, "2026-11-18");
    EXPECT_FALSE(weekly.contains(day("2026-11-18")));
    EXPECT_TRUE(weekly.contains(day("2026-11-27"))) << "the half day after Thanksgiving";
    const auto monthly = expiriesOf(ExpiryPlan::Monthly, "2026-11-18");
    EXPECT_EQ(*monthly.begin(), day("2026-11-20"));
    EXPECT_EQ(*std::next(monthly.begin()), day("2026-12-18"));
    for (const Date expiry : monthly)
        EXPECT_TRUE(isMonthlyExpiry(kCalendar, expiry)) << expiry.iso();
}

TEST(ExpiryTable, AHolidayMovesAnExpiryToTheDayBefore) {
    // Good Friday 2027 is 26 March; Juneteenth 2026 a Friday.
    EXPECT_TRUE(expiriesOf(ExpiryPlan::Weekly, "2027-03-22").contains(day("2027-03-25")));
    EXPECT_FALSE(expiriesOf(ExpiryPlan::Weekly, "2027-03-22").contains(day("2027-03-26")));
    EXPECT_TRUE(expiriesOf(ExpiryPlan::Monthly, "2026-06-01").contains(day("2026-06-18")));
    EXPECT_TRUE(isMonthlyExpiry(kCalendar, day("2026-06-18")));
}

TEST(MarketOptions, FundsWithALateCloseTradeUntilAQuarterPastFour) {
    SyntheticMarket market(1, kDay);
    std::map<Symbol, int> late;
    std::vector<MarketEvent> events;
    market.events(on(kDay, 16, 1), on(kDay, 16, 3), events);
    for (const MarketEvent& event : events)
        if (const auto name = OptionSymbol::tryFrom(eventSymbol(event)))
            ++late[name->root()];
    EXPECT_GT(late[Symbol::of("SPY")], 10);
    EXPECT_EQ(late.size(), 3U) << "SPY, QQQ and IWM";
    for (const auto& [symbol, count] : late)
        EXPECT_TRUE(symbol == Symbol::of("SPY") || symbol == Symbol::of("QQQ") ||
                    symbol == Symbol::of("IWM"));
    events.clear();
    market.events(on(kDay, 16, 15), on(kDay, 16, 17), events);
    for (const MarketEvent& event : events)
        EXPECT_FALSE(eventSymbol(event).looksLikeOption());
}

/// Shares of quotes without a bid, by standard deviations out of the money.
TEST(MarketOptions, FarWingsHaveNoBidAndTheMoneyHasTwoSides) {
    SyntheticMarket market(1, kDay);
    std::map<int, std::pair<int, int>> byAway; // without a bid, all
    for (const char* name : {"SPY", "AAPL", "KO"}) {
        const Symbol root = Symbol::of(name);
        const double spot = market.quoteAt(root, on(kDay, 11, 0))->ask.toDoubleLossy();
        for (const options::Contract& contract : market.contracts(root, kDay)) {
            const int days = contract.expiry - kDay;
            if (days < 1 || days > 40)
                continue;
            const double years = days / 365.0;
            const double sign = contract.right == OptionRight::Call ? 1 : -1;
            const double away =
                sign * std::log(contract.strike.toDoubleLossy() / spot) / (0.2 * std::sqrt(years));
            const auto quote = market.quoteAt(contract.symbol, on(kDay, 11, 0));
            ASSERT_TRUE(quote) << contract.symbol.text();
            auto& [without, all] = byAway[std::clamp(static_cast<int>(std::floor(away)), -4, 6)];
            without += quote->bid.isZero() ? 1 : 0;
            ++all;
        }
    }
    EXPECT_LT(byAway[0].first, byAway[0].second / 20);
    EXPECT_LT(byAway[-1].first, byAway[-1].second / 20);
    EXPECT_GT(byAway[6].first, byAway[6].second / 2) << "of " << byAway[6].second;
    EXPECT_GT(byAway[6].second, 0);
}

TEST(MarketOptions, AReportLiftsTheFrontEndUntilItIsOut) {
    SyntheticStocks stocks(1, kDay);
    OptionSurface surface(stocks);
    const std::size_t apple = *stocks.indexOf(Symbol::of("AAPL"));
    const auto& reports = stocks.corporate().reports(apple);
    const auto next = reports.lower_bound(kDay);
    ASSERT_NE(next, reports.end());
    const Date gapDay = next->first;
    const auto level = [&](Date today, int days) {
        return surface.volatility(apple, today + days, 100, 100, days / 365.0, on(today, 12, 0));
    };
    const Date before = kCalendar.previous(gapDay);
    EXPECT_GT(level(before, 4), 1.5 * level(before, 200)) << "near dates carry the report";
    EXPECT_LT(level(gapDay, 4), 0.7 * level(before, 4)) << "and fall when it is out";
    EXPECT_GT(surface.volatility(apple, kDay + 30, 90, 100, 30 / 365.0, on(kDay, 12, 0)),
              surface.volatility(apple, kDay + 30, 100, 100, 30 / 365.0, on(kDay, 12, 0)))
        << "puts below the market cost more";
}

TEST(MarketOptions, OpenInterestGathersAtTheMoneyAndInStandardMonths) {
    SyntheticMarket market(1, kDay);
    double near = 0;
    double far = 0;
    const double spot = market.quoteAt(Symbol::of("SPY"), on(kDay, 10, 0))->ask.toDoubleLossy();
    for (const options::Contract& contract : market.contracts(Symbol::of("SPY"), kDay)) {
        if (contract.expiry != day("2026-12-18"))
            continue;
        const double away = std::abs(contract.strike.toDoubleLossy() / spot - 1);
        (away < 0.02 ? near : far) += static_cast<double>(contract.openInterest.value_or(0));
    }
    EXPECT_GT(near, far);
}

TEST(MarketOptions, AContractFromBeforeASplitKeepsItsValueAndIsNoLongerListed) {
    SyntheticMarket market(1, kDay);
    const Symbol old = Symbol::of("NFLX261218C01100000");
    Date exDate;
    for (const CorporateAction& action : market.corporateActions(kDay, kDay + 30, on(kDay, 10, 0)))
        if (action.kind == CorporateAction::Kind::Split)
            exDate = action.exDate;
    ASSERT_GT(exDate, kDay);
    ASSERT_TRUE(market.contract(old, kDay));
    EXPECT_TRUE(market.contract(old, kDay)->isTradable);
    const auto before = market.quoteAt(old, on(kCalendar.previous(exDate), 15, 59));
    const auto after = market.quoteAt(old, on(exDate, 9, 31));
    ASSERT_TRUE(before && after);
    EXPECT_NEAR(after->ask.toDoubleLossy() / before->ask.toDoubleLossy(), 1.0, 0.6);
    ASSERT_TRUE(market.contract(old, exDate));
    EXPECT_FALSE(market.contract(old, exDate)->isTradable);
    const Symbol renamed = Symbol::of("NFLX261218C00110000");
    ASSERT_TRUE(market.contract(renamed, exDate));
    EXPECT_TRUE(market.contract(renamed, exDate)->isTradable);
    const auto tenth = market.quoteAt(renamed, on(exDate, 9, 31));
    EXPECT_NEAR(after->ask.toDoubleLossy() / tenth->ask.toDoubleLossy(), 10.0, 1.0);
}

TEST(MarketOptions, HistoryIsWhatWasStreamed) {
    SyntheticMarket market(1, kDay);
    const Symbol symbol = Symbol::of("SPY261120C00662000");
    market.watch(symbol);
    std::vector<market::Quote> quotes;
    std::vector<market::TradePrint> prints;
    const Timestamp from = on(kDay, 11, 0);
    const Timestamp to = on(kDay, 11, 4);
    for (Timestamp t = from; t < to; t = t + Duration::milliseconds(2'500)) {
        std::vector<MarketEvent> events;
        market.events(t, t + Duration::milliseconds(2'500), events);
        for (const MarketEvent& event : events)
            if (eventSymbol(event) == symbol) {
                if (const auto* quote = std::get_if<market::Quote>(&event))
                    quotes.push_back(*quote);
                else if (const auto* print = std::get_if<market::TradePrint>(&event))
                    prints.push_back(*print);
            }
    }
    EXPECT_GT(quotes.size(), 10U);
    SyntheticMarket fresh(1, kDay);
    EXPECT_EQ(quotes, fresh.quotes(symbol, from + Duration::nanoseconds(1), to, 10'000));
    EXPECT_EQ(prints, fresh.prints(symbol, from + Duration::nanoseconds(1), to, 10'000));
}

} // namespace
} // namespace strikedesk::sandbox
