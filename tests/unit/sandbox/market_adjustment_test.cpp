// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/adjustment.h"

#include <gtest/gtest.h>

namespace strikedesk::sandbox {
namespace {

const Symbol kStock = Symbol::of("TEST");

Date day(const char* iso) { return *Date::tryFromIso(iso); }

CorporateAction split(const char* exDate, int newShares, int oldShares) {
    CorporateAction action;
    action.kind = CorporateAction::Kind::Split;
    action.symbol = kStock;
    action.exDate = day(exDate);
    action.newShares = newShares;
    action.oldShares = oldShares;
    return action;
}

CorporateAction dividend(const char* exDate, std::int64_t cents) {
    CorporateAction action;
    action.symbol = kStock;
    action.exDate = day(exDate);
    action.cash = Price::fromCents(cents);
    return action;
}

market::Bar barOfHundred() {
    market::Bar bar;
    bar.open = Price::fromCents(10'000);
    bar.high = Price::fromCents(10'100);
    bar.low = Price::fromCents(9'900);
    bar.close = Price::fromCents(10'050);
    bar.vwap = Price::fromCents(10'010);
    bar.volume = 1'000;
    bar.tradeCount = 17;
    return bar;
}

Adjuster adjuster(const std::vector<CorporateAction>& actions, AdjustmentMode mode, const char* today) {
    return Adjuster(actions, kStock, mode, day(today), [](Date) { return Price::fromCents(10'000); });
}

TEST(Adjustment, ASplitDividesPricesAndMultipliesVolumeBeforeItsExDate) {
    const Adjuster four = adjuster({split("2026-06-10", 4, 1)}, {true, false}, "2026-07-01");
    const market::Bar before = four.adjusted(barOfHundred(), day("2026-06-09"));
    EXPECT_EQ(before.open, Price::fromCents(2'500));
    EXPECT_EQ(before.high, Price::fromCents(2'525));
    EXPECT_EQ(before.low, Price::fromCents(2'475));
    EXPECT_EQ(before.close, Price::fromUnits(251'250));
    EXPECT_EQ(before.vwap, Price::fromUnits(250'250));
    EXPECT_EQ(before.volume, 4'000);
    EXPECT_EQ(before.tradeCount, 17);
    EXPECT_EQ(four.adjusted(barOfHundred(), day("2026-06-10")), barOfHundred())
        << "the ex-date itself is new";
}

TEST(Adjustment, AReverseSplitRaisesPrices) {
    const Adjuster reverse = adjuster({split("2026-06-10", 1, 8)}, {true, false}, "2026-07-01");
    const market::Bar before = reverse.adjusted(barOfHundred(), day("2026-01-05"));
    EXPECT_EQ(before.open, Price::fromCents(80'000));
    EXPECT_EQ(before.volume, 125);
}

TEST(Adjustment, ADividendTakesItsShareOfTheCloseBeforeAndLeavesVolume) {
    const Adjuster cash = adjuster({dividend("2026-06-10", 200)}, {false, true}, "2026-07-01");
    const market::Bar before = cash.adjusted(barOfHundred(), day("2026-06-09"));
    EXPECT_EQ(before.open, Price::fromCents(9'800));
    EXPECT_EQ(before.volume, 1'000);
}

TEST(Adjustment, ActionsAddUpAndOnlyTheAskedKindsCount) {
    const std::vector<CorporateAction> actions{split("2026-06-10", 2, 1), dividend("2026-03-10", 100),
                                               split("2025-06-10", 3, 1)};
    const Adjuster all = adjuster(actions, AdjustmentMode::all(), "2026-07-01");
    EXPECT_DOUBLE_EQ(all.priceFactor(day("2025-01-02")), 0.99 / 6);
    EXPECT_DOUBLE_EQ(all.priceFactor(day("2025-12-01")), 0.99 / 2);
    EXPECT_DOUBLE_EQ(all.priceFactor(day("2026-05-01")), 0.5);
    EXPECT_DOUBLE_EQ(all.priceFactor(day("2026-06-10")), 1.0);
    EXPECT_DOUBLE_EQ(all.volumeFactor(day("2025-01-02")), 6.0);
    EXPECT_DOUBLE_EQ(adjuster(actions, {true, false}, "2026-07-01").priceFactor(day("2025-12-01")), 0.5);
    EXPECT_DOUBLE_EQ(adjuster(actions, {false, true}, "2026-07-01").priceFactor(day("2025-01-02")), 0.99);
    EXPECT_TRUE(adjuster(actions, AdjustmentMode::raw(), "2026-07-01").changesNothing());
}

TEST(Adjustment, ActionsOfTheFutureOtherSymbolsAndNonsenseAreLeftOut) {
    std::vector<CorporateAction> actions{split("2026-06-10", 2, 1)};
    EXPECT_TRUE(adjuster(actions, AdjustmentMode::all(), "2026-06-09").changesNothing());
    EXPECT_FALSE(adjuster(actions, AdjustmentMode::all(), "2026-06-10").changesNothing());
    actions = {split("2026-06-10", 0, 1), split("2026-06-10", 2, -1), dividend("2026-06-10", 10'000),
               dividend("2026-06-10", -5)};
    actions.push_back(split("2026-06-10", 2, 1));
    actions.back().symbol = Symbol::of("OTHER");
    EXPECT_TRUE(adjuster(actions, AdjustmentMode::all(), "2026-07-01").changesNothing());
    const Adjuster blind({{dividend("2026-06-10", 100)}}, kStock, AdjustmentMode::all(), day("2026-07-01"),
                         [](Date) { return std::nullopt; });
    EXPECT_TRUE(blind.changesNothing()) << "without a close before";
}

TEST(Adjustment, APriceNeverBecomesZero) {
    const Adjuster steep = adjuster({split("2026-06-10", 1'000'000, 1)}, {true, false}, "2026-07-01");
    EXPECT_EQ(steep.adjusted(Price::fromCents(1), day("2026-06-09")), Price::fromUnits(1));
    EXPECT_EQ(steep.adjusted(Price(), day("2026-06-09")), Price()) << "an absent price stays absent";
}

} // namespace
} // namespace strikedesk::sandbox
