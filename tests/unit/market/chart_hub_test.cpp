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

} // namespace
} // namespace strikedesk::market::test
