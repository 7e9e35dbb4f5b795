// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/market/hub_rig.h"

#include <gtest/gtest.h>

namespace strikedesk::market::test {
namespace {

const Date kMonday = day("2026-03-02");
const SeriesKey kSpy1 = HubRig::key("SPY", Timeframe::Minute1);
const SeriesKey kSpy5 = HubRig::key("SPY", Timeframe::Minute5);

TEST(ChartHub, ShowsCachedBarsBeforeAskingTheProvider) {
    HubRig rig(at(kMonday, 11, 0));
    rig.feed(true);
    rig.want({kSpy5}, kSpy5);
    ASSERT_EQ(rig.cacheReads.size(), 1u);
    EXPECT_TRUE(rig.loads.empty());
    const LoadCachedBars read = rig.cacheReads.front();
    const auto minutes = regularMinutes(day("2026-02-27"));
    rig.answer(CachedBars{read.key, read.span, minutes, {{read.span.from, at(day("2026-02-28"), 0, 0)}}});
    EXPECT_EQ(rig.series(kSpy5)->size(), 78u);
    EXPECT_EQ(rig.series(kSpy5)->at(0).bar.start, at(day("2026-02-27"), 9, 30));
    EXPECT_EQ(rig.series(kSpy5)->health().mode, SeriesMode::Backfilling);
    // Exactly what the cache did not cover: today from the early session on, up to the minute in progress.
    ASSERT_EQ(rig.loads.size(), 1u);
    EXPECT_EQ(rig.loads.front().span, (TimeSpan{at(kMonday, 4, 0), at(kMonday, 11, 1)}));
}

TEST(ChartHub, GoesLiveWhenHistoryIsCompleteAndTheStreamFlows) {
    HubRig rig(at(kMonday, 11, 0, 30));
    rig.feed(true);
    rig.want({kSpy1}, kSpy1);
    rig.settle(regularMinutes(kMonday));
    EXPECT_EQ(rig.series(kSpy1)->health().mode, SeriesMode::Live) << rig.series(kSpy1)->health().why;
    EXPECT_EQ(rig.series(kSpy1)->health().gaps, 0);
    EXPECT_EQ(rig.series(kSpy1)->size(), 91u);
    rig.print("SPY", 12'345);
    EXPECT_EQ(rig.series(kSpy1)->last()->bar.close, cents(12'345));
}

TEST(ChartHub, AfterALossLoadsExactlyTheMissedSpanAndProvesIt) {
    HubRig rig(at(kMonday, 11, 0, 30));
    rig.feed(true);
    rig.want({kSpy1}, kSpy1);
    rig.settle(regularMinutes(kMonday));
    rig.print("SPY", 10'010);
    rig.waitUntil(at(kMonday, 11, 5, 10));
    rig.settle(regularMinutes(kMonday));
    rig.print("SPY", 10'020);
    rig.feed(false);
    EXPECT_EQ(rig.series(kSpy1)->health().mode, SeriesMode::Degraded);
    EXPECT_FALSE(rig.series(kSpy1)->health().why.empty());
    rig.loads.clear();
    rig.waitUntil(at(kMonday, 11, 5, 50));
    EXPECT_TRUE(rig.loads.empty());
    rig.waitUntil(at(kMonday, 11, 9, 10));
    rig.feed(true);
    // While the stream was down the hub asked for what it could; whatever is asked for starts at the loss.
    ASSERT_FALSE(rig.loads.empty());
    EXPECT_EQ(rig.loads.front().span.from, at(kMonday, 11, 5));
    rig.settle(regularMinutes(kMonday));
    for (int i = 0; i < 200; ++i) {
        rig.wait(Duration::seconds(1));
        rig.settle(regularMinutes(kMonday));
    }
    const auto series = rig.series(kSpy1);
    EXPECT_EQ(series->health().gaps, 0);
    EXPECT_EQ(series->health().mode, SeriesMode::Live) << series->health().why;
    const std::size_t missed = series->lowerBound(at(kMonday, 11, 5));
    for (std::size_t i = 0; i < 5; ++i)
        EXPECT_EQ(series->at(missed + i).bar.start,
                  at(kMonday, 11, 5) + kMinute * static_cast<std::int64_t>(i));
}

TEST(ChartHub, WhatALaggingFeedHadOnItsWayIsLoadedAgain) {
    HubRig rig(at(kMonday, 11, 0, 30));
    rig.feed(true);
    rig.want({kSpy1}, kSpy1);
    rig.settle(regularMinutes(kMonday));
    rig.waitUntil(at(kMonday, 11, 5, 20));
    rig.settle(regularMinutes(kMonday));
    // The newest thing heard is 40 seconds old, of the minute before.
    rig.print("SPY", 10'020, 100, at(kMonday, 11, 4, 40));
    rig.loads.clear();
    rig.feed(false);
    rig.feed(true);
    rig.wait(Duration::minutes(3));
    ASSERT_FALSE(rig.loads.empty());
    EXPECT_EQ(rig.loads.front().span.from, at(kMonday, 11, 4));
}

TEST(ChartHub, AMuteFeedIsNotBelievedForTheTimeItWasMute) {
    HubRig rig(at(kMonday, 11, 0, 30));
    rig.feed(true);
    rig.want({kSpy1}, kSpy1);
    rig.settle(regularMinutes(kMonday));
    rig.waitUntil(at(kMonday, 11, 6, 10));
    rig.settle(regularMinutes(kMonday));
    rig.print("SPY", 10'000);
    rig.loads.clear();
    // Nothing comes any more; it takes 100 seconds until anybody notices.
    rig.waitUntil(at(kMonday, 11, 7, 40));
    rig.feed(false);
    rig.waitUntil(at(kMonday, 11, 8, 0));
    ASSERT_EQ(rig.loads.size(), 1u);
    EXPECT_EQ(rig.loads.front().span.from, at(kMonday, 11, 6));
    for (const SaveBars& save : rig.saves)
        for (const TimeSpan& span : save.covered)
            EXPECT_LE(span.to, at(kMonday, 11, 6));
}

TEST(ChartHub, WakesFromSleepWithoutGluingTheNewBarToAnOldTail) {
    HubRig rig(at(kMonday, 11, 0, 30));
    rig.feed(true);
    rig.want({kSpy1}, kSpy1);
    rig.settle(regularMinutes(kMonday));
    rig.waitUntil(at(kMonday, 11, 3, 30));
    rig.settle(regularMinutes(kMonday));
    rig.print("SPY", 10'005);
    rig.sleep(Duration::hours(3));
    rig.print("SPY", 10'100);
    rig.wait(Duration::seconds(1));
    ASSERT_EQ(rig.loads.size(), 1u);
    EXPECT_EQ(rig.loads.front().span.from, at(kMonday, 11, 3));
    EXPECT_EQ(rig.series(kSpy1)->health().mode, SeriesMode::Backfilling);
    rig.settle(regularMinutes(kMonday));
    for (int i = 0; i < 150; ++i) {
        rig.wait(Duration::seconds(1));
        rig.settle(regularMinutes(kMonday));
    }
    EXPECT_EQ(rig.series(kSpy1)->health().gaps, 0);
    EXPECT_GT(rig.series(kSpy1)->size(), 91u + 180u);
}

TEST(ChartHub, AGapThatIsStillOpenIsCountedAndMarked) {
    HubRig rig(at(kMonday, 11, 0, 30));
    rig.feed(true);
    rig.want({kSpy1}, kSpy1);
    rig.settle(regularMinutes(kMonday));
    rig.waitUntil(at(kMonday, 11, 3, 30));
    rig.settle(regularMinutes(kMonday));
    rig.sleep(Duration::minutes(10));
    // The venue's own bar proves its minute; the ones before it are missing.
    rig.bar("SPY", barAt(at(kMonday, 11, 12), 10'000, 10'001));
    rig.wait(Duration::seconds(1));
    const auto series = rig.series(kSpy1);
    EXPECT_EQ(series->health().gaps, 9);
    EXPECT_LT(series->health().score, 100);
    EXPECT_TRUE(series->last()->afterGap);
}

TEST(ChartHub, AFailedLoadIsTriedAgainLaterAndLater) {
    HubRig rig(at(kMonday, 11, 0, 30));
    rig.feed(true);
    rig.want({kSpy1}, kSpy1);
    rig.emptyCache();
    for (const int seconds : {2, 5, 15, 60, 60}) {
        ASSERT_EQ(rig.loads.size(), 1u);
        const std::uint64_t request = rig.loads.front().request;
        rig.loads.clear();
        rig.answer(HistoryEnded{request, HistoryOutcome::Failed, "The provider is away."});
        EXPECT_EQ(rig.series(kSpy1)->health().mode, SeriesMode::Degraded);
        EXPECT_EQ(rig.series(kSpy1)->health().why, "The provider is away.");
        rig.wait(Duration::seconds(seconds - 1));
        EXPECT_TRUE(rig.loads.empty());
        rig.wait(Duration::seconds(2));
    }
    ASSERT_EQ(rig.loads.size(), 1u);
    rig.answer(HistoryEnded{rig.loads.front().request, HistoryOutcome::Throttled, ""});
    EXPECT_TRUE(rig.series(kSpy1)->health().isThrottled);
    EXPECT_EQ(rig.series(kSpy1)->health().mode, SeriesMode::Backfilling);
}

TEST(ChartHub, LoadsTheFocusedSeriesFirstAndFewAtATime) {
    HubRig rig(at(kMonday, 11, 0));
    rig.feed(true);
    std::set<SeriesKey> keys;
    for (const char* symbol : {"AAPL", "AMD", "IWM", "MSFT", "NVDA", "QQQ", "SPY"})
        keys.insert(HubRig::key(symbol, Timeframe::Minute5));
    rig.want(keys, kSpy5);
    rig.emptyCache();
    ASSERT_EQ(rig.loads.size(), 3u);
    rig.settle();
    EXPECT_EQ(rig.series(kSpy5)->health().mode, SeriesMode::Empty);

    HubRig focused(at(kMonday, 11, 0));
    focused.feed(true);
    focused.want(keys, std::nullopt);
    focused.emptyCache();
    ASSERT_EQ(focused.loads.size(), 3u);
    // The place that is left belongs to what the person turns to.
    focused.want(keys, HubRig::key("SPY", Timeframe::Minute5));
    ASSERT_EQ(focused.loads.size(), 4u);
    EXPECT_EQ(focused.loads.back().key.symbol, Symbol::of("SPY"));
}

TEST(ChartHub, CancelsWhatNobodyLooksAtAndGoesOnFromWhereItWas) {
    HubRig rig(at(kMonday, 11, 0));
    rig.feed(true);
    rig.want({kSpy5}, kSpy5);
    rig.emptyCache();
    ASSERT_EQ(rig.loads.size(), 1u);
    const LoadBars load = rig.loads.front();
    const auto minutes = regularMinutes(day("2026-02-26"));
    rig.answer(HistoryPage{load.request, minutes, rig.now().market, at(day("2026-02-27"), 0, 0)});
    const SeriesKey other = HubRig::key("QQQ", Timeframe::Minute5);
    rig.want({other}, other);
    ASSERT_EQ(rig.cancels.size(), 1u);
    EXPECT_EQ(rig.cancels.front().request, load.request);
    rig.loads.clear();
    rig.answer(HistoryEnded{load.request, HistoryOutcome::Cancelled, ""});
    rig.want({kSpy5}, kSpy5);
    ASSERT_FALSE(rig.loads.empty());
    EXPECT_EQ(rig.loads.back().span.from, at(day("2026-02-27"), 4, 0));
    EXPECT_EQ(rig.series(kSpy5)->size(), 78u);
}

TEST(ChartHub, AnEmptyAnswerNeverReplacesAGoodChart) {
    HubRig rig(at(kMonday, 11, 0));
    rig.feed(true);
    rig.want({kSpy5}, kSpy5);
    const LoadCachedBars read = rig.cacheReads.front();
    rig.answer(CachedBars{read.key, read.span, regularMinutes(day("2026-02-27")), {}});
    const auto before = rig.series(kSpy5)->size();
    rig.settle();
    EXPECT_EQ(rig.series(kSpy5)->size(), before);
    // And the emptiness is not written down as knowledge.
    rig.wait(Duration::minutes(1));
    for (const SaveBars& save : rig.saves)
        EXPECT_TRUE(save.covered.empty());
}

TEST(ChartHub, RefusesBarsThatCannotBeTrueAndSaysSoInTheScore) {
    HubRig rig(at(kMonday, 11, 0, 30));
    rig.feed(true);
    rig.want({kSpy1}, kSpy1);
    rig.settle(regularMinutes(kMonday));
    rig.wait(Duration::seconds(2));
    const auto before = rig.series(kSpy1)->size();
    Bar broken = barAt(at(kMonday, 10, 59), 10'000, 10'001);
    broken.high = cents(1);
    rig.bar("SPY", broken);
    rig.bar("SPY", barAt(at(kMonday, 10, 59, 30), 10'000, 10'001));
    rig.bar("SPY", barAt(at(kMonday, 11, 2), 10'000, 10'001));
    rig.bar("SPY", barAt(at(day("2026-03-01"), 12, 0), 10'000, 10'001)); // a Sunday
    rig.print("SPY", -5);
    rig.print("SPY", 10'000, 0);
    rig.print("SPY", 10'000, 100, at(kMonday, 11, 3));
    EXPECT_EQ(rig.series(kSpy1)->size(), before);
    EXPECT_EQ(rig.series(kSpy1)->health().score, 100 - 30);
}

TEST(ChartHub, ABadTickStaysOutOfTheBars) {
    HubRig rig(at(kMonday, 11, 0, 30));
    rig.feed(true);
    rig.want({kSpy1}, kSpy1);
    for (int i = 0; i < 10; ++i)
        rig.print("SPY", 50'000 + i);
    rig.print("SPY", 5'000);
    rig.print("SPY", 50'003);
    EXPECT_EQ(rig.series(kSpy1)->last()->bar.low, cents(50'000));
    // Two that agree are the market.
    rig.print("SPY", 45'000);
    rig.print("SPY", 45'001);
    EXPECT_EQ(rig.series(kSpy1)->last()->bar.low, cents(45'000));
    EXPECT_EQ(rig.series(kSpy1)->last()->bar.close, cents(45'001));
}

TEST(ChartHub, SavesWholeBatchesAndNeverPromisesWhatMayStillBeMissing) {
    HubRig rig(at(kMonday, 11, 0, 30));
    rig.feed(true);
    rig.want({kSpy1}, kSpy1);
    rig.settle(regularMinutes(kMonday));
    ASSERT_FALSE(rig.saves.empty());
    std::size_t bars = 0;
    for (const SaveBars& save : rig.saves)
        bars += save.bars.size();
    EXPECT_EQ(bars, 90u);
    rig.saves.clear();
    for (int minute = 1; minute <= 6; ++minute) {
        rig.waitUntil(at(kMonday, 11, minute, 1));
        rig.bar("SPY", barAt(at(kMonday, 11, minute - 1), 10'000, 10'000 + minute));
    }
    bars = 0;
    for (const SaveBars& save : rig.saves) {
        bars += save.bars.size();
        for (const TimeSpan& span : save.covered)
            EXPECT_LE(span.to, rig.now().market - Duration::minutes(2));
    }
    EXPECT_GE(bars, 2u);
    EXPECT_LE(bars, 4u);
}

TEST(ChartHub, TheMarketClosesAndTheLastSessionStays) {
    HubRig rig(at(kMonday, 15, 58, 0));
    const SeriesKey extended = HubRig::key("SPY", Timeframe::Minute1, SeriesSession::Extended);
    rig.feed(true);
    rig.want({kSpy1, extended}, kSpy1);
    for (int i = 0; i < 300; ++i) {
        rig.settle(regularMinutes(kMonday));
        rig.wait(Duration::seconds(1));
    }
    rig.bar("SPY", barAt(at(kMonday, 15, 59), 10'000, 10'001));
    EXPECT_EQ(rig.series(kSpy1)->health().mode, SeriesMode::Closed);
    EXPECT_EQ(rig.series(extended)->health().mode, SeriesMode::Live);
    const auto size = rig.series(kSpy1)->size();
    rig.print("SPY", 10'000);
    EXPECT_EQ(rig.series(kSpy1)->size(), size);
    EXPECT_EQ(rig.series(kSpy1)->last()->bar.start, at(kMonday, 15, 59));
}

TEST(ChartHub, AClosedFeedOnASundayIsNoFault) {
    HubRig rig(at(day("2026-03-01"), 12, 0));
    rig.want({kSpy1}, kSpy1);
    rig.settle(regularMinutes(day("2026-02-27")));
    EXPECT_EQ(rig.series(kSpy1)->health().mode, SeriesMode::Closed);
    EXPECT_EQ(rig.series(kSpy1)->size(), 390u);
    EXPECT_TRUE(rig.series(kSpy1)->health().why.empty());
}

TEST(ChartHub, ADaysBarComesFromMinutesUntilTheProviderSettlesIt) {
    HubRig rig(at(kMonday, 15, 59, 0));
    const SeriesKey daily = HubRig::key("SPY", Timeframe::Day1);
    rig.feed(true);
    rig.want({daily}, daily);
    const auto minutes = regularMinutes(kMonday);
    std::vector<Bar> all = minutes;
    all.push_back(barAt(startOfDay(day("2026-02-26")), 9'000, 9'010));
    all.push_back(barAt(day("2026-02-27").startUtc(), 9'010, 9'020));
    for (int i = 0; i < 90; ++i) {
        rig.settle(all);
        rig.wait(Duration::seconds(1));
    }
    auto series = rig.series(daily);
    ASSERT_EQ(series->size(), 3u);
    EXPECT_EQ(series->at(1).bar.start, startOfDay(day("2026-02-27")));
    EXPECT_EQ(series->last()->bar.start, startOfDay(kMonday));
    EXPECT_EQ(series->last()->source, BarSource::Built);
    EXPECT_EQ(series->last()->bar.open, minutes.front().open);
    EXPECT_EQ(series->last()->bar.volume, 390 * 100);
    // In the evening the provider's own bar of the day replaces it.
    all.push_back(barAt(startOfDay(kMonday), 10'000, 10'500, 77'000));
    rig.waitUntil(at(kMonday, 20, 1));
    rig.settle(all);
    series = rig.series(daily);
    ASSERT_EQ(series->size(), 3u);
    EXPECT_EQ(series->last()->bar.volume, 77'000);
    EXPECT_EQ(series->last()->source, BarSource::Backfill);
    EXPECT_GE(series->last()->revision, 1u);
    EXPECT_TRUE(series->last()->isFinal);
}

TEST(ChartHub, AMinuteThatALatePrintKeptFromHistoryIsAskedForAgain) {
    HubRig rig(at(kMonday, 11, 0, 30));
    const char* contract = "SPY260302C00600000";
    const SeriesKey key = HubRig::key(contract, Timeframe::Minute1);
    rig.feed(true);
    rig.want({key}, key);
    rig.settle();
    rig.print(contract, 210, 3);
    rig.waitUntil(at(kMonday, 11, 1, 40));
    ASSERT_EQ(rig.loads.size(), 1u);
    const Timestamp askedAt = rig.now().market;
    rig.wait(Duration::seconds(1));
    rig.print(contract, 215, 1, at(kMonday, 11, 0, 59));
    const Bar before = barAt(at(kMonday, 11, 0), 190, 210, 50);
    rig.history({before}, askedAt);
    EXPECT_EQ(rig.series(key)->last()->bar.volume, 4) << "history from before the print does not undo it";
    rig.wait(Duration::seconds(3));
    ASSERT_EQ(rig.loads.size(), 1u);
    EXPECT_EQ(rig.loads.front().span.from, at(kMonday, 11, 0));
    const Bar after = barAt(at(kMonday, 11, 0), 190, 215, 51);
    rig.history({after});
    rig.wait(Duration::seconds(3));
    EXPECT_TRUE(rig.loads.empty());
    EXPECT_EQ(rig.series(key)->last()->bar, after);
    EXPECT_EQ(rig.series(key)->health().mode, SeriesMode::Live);
}

TEST(ChartHub, AnOptionContractLivesOnItsPrints) {
    HubRig rig(at(kMonday, 11, 0, 30));
    const char* contract = "SPY260302C00600000";
    const SeriesKey key = HubRig::key(contract, Timeframe::Minute1);
    rig.feed(true);
    rig.want({key}, key);
    ASSERT_EQ(rig.cacheReads.size(), 1u);
    EXPECT_EQ(rig.cacheReads.front().key.adjustment, Adjustment::Raw);
    rig.settle();
    rig.print(contract, 210, 3);
    rig.wait(Duration::minutes(1));
    // The minute in which the stream began is asked for; later ones are known.
    EXPECT_EQ(rig.loads.size(), 1u);
    rig.settle();
    rig.print(contract, 215, 1);
    rig.wait(Duration::minutes(5));
    EXPECT_TRUE(rig.loads.empty());
    const auto series = rig.series(key);
    ASSERT_EQ(series->size(), 2u);
    EXPECT_TRUE(series->at(0).isFinal);
    EXPECT_EQ(series->at(0).bar.volume, 3);
}

TEST(ChartHub, WhatTheFeedLeavesOutIsNotProvenByItsSilence) {
    HubRig rig(at(kMonday, 11, 0));
    rig.feed(true);
    rig.want({kSpy1}, kSpy1);
    rig.settle();
    rig.loads.clear();
    rig.hub.setUnheard(HubRig::kFeed, {kSpy1.symbol}, rig.now());
    EXPECT_EQ(rig.series(kSpy1)->health().mode, SeriesMode::Degraded);
    rig.wait(Duration::minutes(3));
    EXPECT_FALSE(rig.loads.empty()) << "its newest minutes are asked for";
    rig.settle();
    rig.hub.setUnheard(HubRig::kFeed, {}, rig.now());
    rig.wait(Duration::seconds(70));
    rig.settle();
    EXPECT_NE(rig.series(kSpy1)->health().mode, SeriesMode::Degraded);
}

TEST(ChartHub, BeyondTheBoundTheMostImportantSeriesAreKept) {
    HubRig rig(at(kMonday, 11, 0));
    rig.feed(true);
    std::vector<SeriesKey> keys = {HubRig::key("ZZZZ", Timeframe::Minute1)};
    for (int i = 0; i < 300; ++i)
        keys.push_back(HubRig::key(("A" + std::string(1, static_cast<char>('A' + i / 26)) +
                                    std::string(1, static_cast<char>('A' + i % 26)))
                                       .c_str(),
                                   Timeframe::Minute5));
    rig.hub.want(keys, std::nullopt, rig.now());
    EXPECT_TRUE(rig.hub.view().contains(keys.front())) << "first in importance, last in the alphabet";
    EXPECT_FALSE(rig.hub.view().contains(keys.back()));
}

TEST(ChartHub, FiveMinutesReachBackFarEnoughToCompareVolumes) {
    HubRig rig(at(kMonday, 11, 0));
    rig.feed(true);
    rig.want({kSpy5}, kSpy5);
    Timestamp first = rig.now().market;
    for (int round = 0; round < 20; ++round) {
        rig.emptyCache();
        if (!rig.loads.empty()) {
            first = std::min(first, rig.loads.front().span.from);
            rig.history({});
        }
    }
    const TradingCalendar calendar = TradingCalendar::unitedStates();
    Date day = kMonday;
    // Today, fourteen sessions before it (indicators 18), and one more in case one was a half day.
    for (int back = 0; back < 15; ++back)
        day = *calendar.previousTradingDay(day);
    EXPECT_LE(first, at(day, 9, 30));
}

} // namespace
} // namespace strikedesk::market::test
