// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/adjustment.h"
#include "core/run/sandbox/market/synthetic_market.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace strikedesk::sandbox {
namespace {

const Date kDay = Date::fromDays(20'775); // 2026-11-18
const SessionCalendar kCalendar;

Timestamp on(Date date, int hour, int minute) { return kCalendar.newYork(date, hour * 60 + minute); }

const CorporateAction* splitOf(const std::vector<CorporateAction>& actions, const char* symbol) {
    for (const CorporateAction& action : actions)
        if (action.kind == CorporateAction::Kind::Split && action.symbol == Symbol::of(symbol))
            return &action;
    return nullptr;
}

TEST(MarketCorporate, DividendsComeFourTimesAYearOnTradingDays) {
    SyntheticMarket market(1, kDay);
    std::map<Symbol, int> paid;
    Date last;
    for (const CorporateAction& action : market.corporateActions(kDay - 365, kDay, on(kDay, 10, 0))) {
        EXPECT_LE(last, action.exDate) << "by ex-date";
        last = action.exDate;
        if (action.kind != CorporateAction::Kind::CashDividend)
            continue;
        EXPECT_TRUE(kCalendar.session(action.exDate)) << action.exDate.iso();
        EXPECT_LT(action.declared, action.exDate);
        EXPECT_LE(action.recordDate, action.payDate);
        EXPECT_TRUE(action.cash.isPositive());
        ++paid[action.symbol];
    }
    EXPECT_EQ(paid[Symbol::of("KO")], 4);
    EXPECT_EQ(paid[Symbol::of("SPY")], 4);
    EXPECT_EQ(paid[Symbol::of("TLT")], 12);
    EXPECT_FALSE(paid.contains(Symbol::of("TSLA")));
}

TEST(MarketCorporate, AnActionIsKnownFromItsDeclarationOn) {
    SyntheticMarket market(1, kDay);
    const auto actions = market.corporateActions(kDay, kDay + 60, on(kDay, 10, 0));
    const CorporateAction* split = splitOf(actions, "NFLX");
    ASSERT_NE(split, nullptr);
    EXPECT_EQ(split->newShares, 10);
    EXPECT_GE(split->exDate, kDay + 7);
    EXPECT_LE(split->exDate, kDay + 10);
    const auto before = market.corporateActions(kDay, kDay + 60, on(split->declared - 1, 10, 0));
    EXPECT_EQ(splitOf(before, "NFLX"), nullptr);
}

TEST(MarketCorporate, ASplitDividesTheRawPriceAndTheAdjustedSeriesShowsNoStep) {
    SyntheticMarket market(1, kDay);
    const Symbol amazon = Symbol::of("AMZN");
    const Timestamp now = on(kDay, 10, 0);
    const auto actions = market.corporateActions(kDay - 400, kDay, now);
    const CorporateAction* split = splitOf(actions, "AMZN");
    ASSERT_NE(split, nullptr) << "one lies in the history";
    auto bars = market.dailyBars(amazon, split->exDate - 7, split->exDate, now);
    ASSERT_GE(bars.size(), 3U);
    const double rawStep = bars[bars.size() - 2].close.toDoubleLossy() / bars.back().open.toDoubleLossy();
    EXPECT_NEAR(rawStep, 4.0, 0.4);
    const std::int64_t rawVolume = bars[bars.size() - 2].volume;
    adjustBars(market, kCalendar, amazon, {true, false}, now, bars);
    const double step = bars[bars.size() - 2].close.toDoubleLossy() / bars.back().open.toDoubleLossy();
    EXPECT_NEAR(step, 1.0, 0.1);
    EXPECT_EQ(bars[bars.size() - 2].volume, 4 * rawVolume);
    EXPECT_LT(std::abs(std::log(static_cast<double>(bars.back().volume) /
                                static_cast<double>(bars[bars.size() - 2].volume))),
              2.0)
        << "as many shares change hands as before";
}

TEST(MarketCorporate, TheComingSplitMovesQuotesAndFactsOvernight) {
    SyntheticMarket market(1, kDay);
    const Symbol netflix = Symbol::of("NFLX");
    const auto actions = market.corporateActions(kDay, kDay + 60, on(kDay, 10, 0));
    const Date exDate = splitOf(actions, "NFLX")->exDate;
    const auto before = market.quoteAt(netflix, on(exDate - 1, 19, 0));
    const auto after = market.quoteAt(netflix, on(exDate, 9, 0));
    ASSERT_TRUE(before && after);
    EXPECT_NEAR(before->ask.toDoubleLossy() / after->ask.toDoubleLossy(), 10.0, 1.0);
    const auto factsBefore = market.facts(netflix, exDate - 1);
    const auto factsAfter = market.facts(netflix, exDate);
    ASSERT_TRUE(factsBefore && factsAfter);
    EXPECT_EQ(factsAfter->shares, 10 * factsBefore->shares);
    EXPECT_NEAR(factsAfter->marketValue / factsBefore->marketValue, 1.0, 0.15);
    // Contracts of the new price are listed.
    for (const options::Contract& contract : market.contracts(netflix, exDate))
        EXPECT_LT(contract.strike, Price::fromCents(40'000)) << contract.symbol.text();
}

TEST(MarketCorporate, NewsIsInOrderAndSaysTheSameInPieces) {
    SyntheticMarket market(3, kDay);
    const auto whole = market.news(on(kDay - 5, 0, 0), on(kDay, 12, 0));
    ASSERT_GT(whole.size(), 50U);
    std::vector<NewsItem> pieces;
    SyntheticMarket other(3, kDay);
    for (Timestamp t = on(kDay - 5, 0, 0); t < on(kDay, 12, 0); t = t + Duration::minutes(60))
        for (NewsItem& item : other.news(t, t + Duration::minutes(60)))
            pieces.push_back(std::move(item));
    ASSERT_EQ(whole.size(), pieces.size());
    for (std::size_t i = 0; i < whole.size(); ++i) {
        EXPECT_EQ(whole[i].id, pieces[i].id);
        EXPECT_EQ(whole[i].headline, pieces[i].headline);
        EXPECT_FALSE(whole[i].symbols.empty());
        EXPECT_LE(whole[i].createdAt, whole[i].updatedAt);
        if (i > 0) {
            EXPECT_LT(whole[i - 1].id, whole[i].id);
        }
    }
}

TEST(MarketCorporate, AnArticleComesBeforeAJump) {
    int jumps = 0;
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        SyntheticMarket market(seed, kDay);
        SyntheticStocks stocks(seed, kDay);
        for (std::size_t stock = 0; stock < stocks.specs().size(); ++stock)
            for (const trade::SessionDay& day : kCalendar.sessions(kDay, kDay + 30)) {
                const auto jump = stocks.paths().jumpOn(stock, day.date);
                if (!jump)
                    continue;
                ++jumps;
                bool told = false;
                for (const NewsItem& item : market.news(jump->at - Duration::seconds(21), jump->at))
                    told = told || (item.symbols.front() == stocks.specs()[stock].asset.symbol &&
                                    (item.mood > 0) == (jump->size > 0));
                EXPECT_TRUE(told) << stocks.specs()[stock].asset.symbol.text() << " " << day.date.iso();
            }
    }
    EXPECT_GT(jumps, 15);
}

TEST(MarketCorporate, FactsAndShortFiguresArePlausible) {
    SyntheticMarket market(1, kDay);
    for (const Asset& asset : market.assets()) {
        const auto facts = market.facts(asset.symbol, kDay);
        ASSERT_TRUE(facts) << asset.symbol.text();
        EXPECT_FALSE(facts->description.empty());
        EXPECT_GT(facts->shares, 0);
        EXPECT_EQ(asset.kind == AssetKind::Fund, facts->marketValue == 0) << asset.symbol.text();
        const auto interest = market.shortInterest(asset.symbol, kDay - 90, kDay);
        EXPECT_GE(interest.size(), 5U);
        std::set<Date> dates;
        for (const ShortInterest& row : interest) {
            EXPECT_TRUE(dates.insert(row.settlement).second);
            EXPECT_TRUE(kCalendar.session(row.settlement));
            EXPECT_LT(row.shares, facts->shares);
        }
        const auto volume = market.shortVolume(asset.symbol, kDay - 7, kDay - 1);
        EXPECT_EQ(volume.size(), 5U);
        for (const ShortVolume& row : volume) {
            EXPECT_LE(row.exemptShares, row.shortShares);
            EXPECT_LT(row.shortShares, row.totalShares);
        }
    }
    EXPECT_GT(market.facts(Symbol::of("AAPL"), kDay)->marketValue, 3e12);
    EXPECT_FALSE(market.facts(Symbol::of("ZZZZ"), kDay));
}

} // namespace
} // namespace strikedesk::sandbox
