// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/market/hub/merge.h"
#include "tests/unit/market/hub_rig.h"

#include <gtest/gtest.h>

namespace strikedesk::market::test {
namespace {

const Timestamp kStart = at(day("2026-03-02"), 10, 0);
const Timestamp kEnd = kStart + kMinute;

IncomingBar incoming(BarOrigin origin, std::int64_t closeCents, Duration afterEnd,
                     std::optional<Duration> asOfAfterEnd = std::nullopt) {
    const Timestamp received = kEnd + afterEnd;
    return {barAt(kStart, 10'000, closeCents), origin, kEnd, received,
            asOfAfterEnd ? kEnd + *asOfAfterEnd : received};
}

HeldBar printBuilt(Duration afterStart, std::int64_t priceCents = 10'000) {
    const Timestamp when = kStart + afterStart;
    return mergePrint(nullptr, {Symbol::of("SPY"), cents(priceCents), 100, when, "", "", ""}, kStart, when)
        .bar;
}

struct MergeRow {
    const char* what;
    BarOrigin held;
    Duration heldAt; ///< after the minute's end
    BarOrigin arriving;
    Duration arrivingAt;
    Duration arrivingAsOf;
    std::int64_t closeCents; ///< 10'050 is what the held bar says
    MergeEffect effect;
    std::uint32_t revision;
};

TEST(MergeRules, DecideWhichOfTwoBarsOfAMinuteStays) {
    const auto s = [](std::int64_t seconds) { return Duration::seconds(seconds); };
    const MergeRow rows[] = {
        {"(a) history asked for before the live bar came", BarOrigin::StreamMinute, s(1), BarOrigin::History,
         s(30), s(0), 10'000, MergeEffect::Kept, 0},
        {"(a) history asked for at the instant the correction came", BarOrigin::StreamUpdate, s(30),
         BarOrigin::History, s(40), s(30), 10'000, MergeEffect::Kept, 0},
        {"(d) history asked for later corrects the live bar", BarOrigin::StreamMinute, s(1),
         BarOrigin::History, s(61), s(60), 10'000, MergeEffect::Changed, 1},
        {"history that says the same only confirms", BarOrigin::StreamMinute, s(1), BarOrigin::History, s(61),
         s(60), 10'050, MergeEffect::Confirmed, 0},
        {"history from before the minute settled never replaces a settled bar", BarOrigin::History, s(30),
         BarOrigin::History, s(31), s(5), 10'000, MergeEffect::Kept, 0},
        {"the venue's bar sent again", BarOrigin::StreamMinute, s(1), BarOrigin::StreamMinute, s(2), s(2),
         10'050, MergeEffect::Confirmed, 0},
        {"(d) a correction on the stream", BarOrigin::StreamMinute, s(1), BarOrigin::StreamUpdate, s(30),
         s(30), 10'000, MergeEffect::Changed, 1},
        {"a first bar that comes after its correction", BarOrigin::StreamUpdate, s(30),
         BarOrigin::StreamMinute, s(31), s(31), 10'000, MergeEffect::Kept, 0},
        {"a first bar that comes after settled history", BarOrigin::History, s(30), BarOrigin::StreamMinute,
         s(31), s(31), 10'000, MergeEffect::Kept, 0},
        {"a correction after history", BarOrigin::History, s(30), BarOrigin::StreamUpdate, s(45), s(45),
         10'000, MergeEffect::Changed, 1},
        {"the cache never replaces live data", BarOrigin::StreamMinute, s(1), BarOrigin::Cache, s(90), s(90),
         10'000, MergeEffect::Kept, 0},
        {"the cache never replaces history", BarOrigin::History, s(30), BarOrigin::Cache, s(90), s(90),
         10'000, MergeEffect::Kept, 0},
        {"live data replaces the cache", BarOrigin::Cache, s(90), BarOrigin::StreamUpdate, s(91), s(91),
         10'000, MergeEffect::Changed, 1},
        {"history replaces the cache", BarOrigin::Cache, s(90), BarOrigin::History, s(91), s(90), 10'000,
         MergeEffect::Changed, 1},
    };
    for (const MergeRow& row : rows) {
        SCOPED_TRACE(row.what);
        const HeldBar held = mergeBar(nullptr, incoming(row.held, 10'050, row.heldAt)).bar;
        const MergeResult result =
            mergeBar(&held, incoming(row.arriving, row.closeCents, row.arrivingAt, row.arrivingAsOf));
        EXPECT_EQ(result.effect, row.effect);
        if (row.effect != MergeEffect::Kept) {
            EXPECT_EQ(result.bar.shown.revision, row.revision);
            EXPECT_EQ(result.bar.shown.bar.close, cents(row.closeCents));
        }
    }
}

TEST(MergeRules, TheVenuesBarReplacesTheOneBuiltFromPrintsAndRaisesItsRevision) {
    const HeldBar held = printBuilt(Duration::seconds(30));
    const MergeResult result =
        mergeBar(&held, incoming(BarOrigin::StreamMinute, 10'020, Duration::seconds(1)));
    EXPECT_EQ(result.effect, MergeEffect::Changed);
    EXPECT_EQ(result.bar.shown.revision, 1u);
    EXPECT_TRUE(result.bar.shown.isFinal);
    EXPECT_TRUE(result.bar.isSettled);
    EXPECT_EQ(result.bar.shown.source, BarSource::Live);
}

TEST(MergeRules, HistoryAskedForBeforeAPrintLeavesTheBarAndProvesNothing) {
    const HeldBar held = printBuilt(Duration::seconds(30));
    const MergeResult result =
        mergeBar(&held, incoming(BarOrigin::History, 10'020, Duration::seconds(0), Duration::seconds(-40)));
    EXPECT_EQ(result.effect, MergeEffect::Contested);
}

TEST(MergeRules, ABarInProgressTakesALaterBarOfTheProvider) {
    const HeldBar held = printBuilt(Duration::seconds(30));
    const MergeResult result =
        mergeBar(&held, incoming(BarOrigin::History, 10'020, Duration::seconds(-10), Duration::seconds(-20)));
    EXPECT_EQ(result.effect, MergeEffect::Changed);
    EXPECT_FALSE(result.bar.shown.isFinal);
    EXPECT_FALSE(result.bar.isSettled);
    EXPECT_EQ(result.bar.shown.source, BarSource::Backfill);
}

TEST(MergeRules, AMinuteTheCacheKnowsCompletelyReplacesOneOfWhichOnlyPartWasSeen) {
    HeldBar held = printBuilt(Duration::seconds(30));
    const MergeResult open = mergeBar(&held, incoming(BarOrigin::Cache, 10'020, Duration::seconds(10)));
    EXPECT_EQ(open.effect, MergeEffect::Kept);
    held.shown.isFinal = true;
    const MergeResult over = mergeBar(&held, incoming(BarOrigin::Cache, 10'020, Duration::seconds(10)));
    EXPECT_EQ(over.effect, MergeEffect::Changed);
    EXPECT_TRUE(over.bar.isSaved);
}

TEST(MergeRules, PrintsBuildTheMinuteWhateverTheirOrder) {
    const auto print = [](std::int64_t price, std::int64_t second) {
        return TradePrint{
            Symbol::of("SPY"), cents(price), 10, kStart + Duration::seconds(second), "", "", ""};
    };
    const Timestamp now = kStart + Duration::seconds(50);
    HeldBar held = mergePrint(nullptr, print(10'000, 20), kStart, now).bar;
    held = mergePrint(&held, print(10'010, 30), kStart, now).bar;
    held = mergePrint(&held, print(9'990, 10), kStart, now).bar;
    held = mergePrint(&held, print(10'020, 25), kStart, now).bar;
    const Bar& bar = held.shown.bar;
    EXPECT_EQ(bar.open, cents(9'990));
    EXPECT_EQ(bar.high, cents(10'020));
    EXPECT_EQ(bar.low, cents(9'990));
    EXPECT_EQ(bar.close, cents(10'010));
    EXPECT_EQ(bar.volume, 40);
    EXPECT_EQ(bar.tradeCount, 4);
    EXPECT_EQ(held.shown.revision, 0u);
    EXPECT_FALSE(held.shown.isFinal);
}

TEST(MergeRules, ALatePrintRaisesTheRevisionUnlessTheProviderSettledTheMinute) {
    const TradePrint late{Symbol::of("SPY"), cents(10'300), 5, kStart + Duration::seconds(59), "", "", ""};
    const Timestamp now = kEnd + Duration::seconds(8);
    HeldBar built = printBuilt(Duration::seconds(30));
    built.shown.isFinal = true;
    const MergeResult changed = mergePrint(&built, late, kStart, now);
    EXPECT_EQ(changed.effect, MergeEffect::Changed);
    EXPECT_EQ(changed.bar.shown.revision, 1u);
    EXPECT_EQ(changed.bar.shown.bar.high, cents(10'300));
    const HeldBar settled =
        mergeBar(nullptr, incoming(BarOrigin::StreamMinute, 10'050, Duration::seconds(1))).bar;
    EXPECT_EQ(mergePrint(&settled, late, kStart, now).effect, MergeEffect::Kept);
}

TEST(MergeRules, RefuseFiguresThatCannotBeTrue) {
    const Bar good = barAt(kStart, 10'000, 10'010);
    EXPECT_TRUE(isPlausible(good));
    const auto with = [&](auto change) {
        Bar bar = good;
        change(bar);
        return isPlausible(bar);
    };
    EXPECT_FALSE(with([](Bar& b) { b.low = Price(); }));
    EXPECT_FALSE(with([](Bar& b) { b.low = cents(-1); }));
    EXPECT_FALSE(with([](Bar& b) { b.high = cents(9'999); }));
    EXPECT_FALSE(with([](Bar& b) { b.low = cents(10'005); }));
    EXPECT_FALSE(with([](Bar& b) { b.close = cents(20'000); }));
    EXPECT_FALSE(with([](Bar& b) { b.volume = -1; }));
    EXPECT_FALSE(with([](Bar& b) { b.volume = std::numeric_limits<std::int64_t>::max(); }));
    EXPECT_FALSE(with([](Bar& b) { b.tradeCount = -1; }));
    EXPECT_FALSE(with([](Bar& b) { b.high = Price::fromUnits(Price::kMaxUnits + 1); }));
    TradePrint print{Symbol::of("SPY"), cents(100), 1, kStart, "", "", ""};
    EXPECT_TRUE(isPlausible(print));
    print.size = 0;
    EXPECT_FALSE(isPlausible(print));
    print.size = std::numeric_limits<std::int64_t>::max();
    EXPECT_FALSE(isPlausible(print));
    print.size = 1;
    print.price = Price();
    EXPECT_FALSE(isPlausible(print));
}

} // namespace
} // namespace strikedesk::market::test
