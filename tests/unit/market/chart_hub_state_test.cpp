// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/archive_reader.h"
#include "tests/unit/market/hub_rig.h"

#include <gtest/gtest.h>

namespace strikedesk::market::test {
namespace {

const Date kMonday = day("2026-03-02");
const SeriesKey kSpy1 = HubRig::key("SPY", Timeframe::Minute1);
const SeriesKey kSpy5 = HubRig::key("SPY", Timeframe::Minute5);

std::string bytesOf(ChartHub& hub) {
    BinaryWriter writer;
    writer.field("hub", hub);
    return writer.take();
}

bool load(ChartHub& hub, std::string_view bytes) {
    BinaryReader reader(bytes);
    reader.field("hub", hub);
    return reader.finished();
}

/// A hub in the middle of everything.
HubRig busyRig() {
    HubRig rig(at(kMonday, 11, 0, 30));
    rig.feed(true);
    rig.want({kSpy1, kSpy5, HubRig::key("QQQ", Timeframe::Day1)}, kSpy1);
    const auto minutes = regularMinutes(kMonday);
    for (int i = 0; i < 60; ++i) {
        rig.emptyCache();
        if (!rig.loads.empty() && i % 3 == 0)
            rig.history(minutes);
        rig.print("SPY", 10'000 + i, 10);
        rig.wait(Duration::seconds(3));
    }
    return rig;
}

TEST(ChartHubState, ALoadedHubGoesOnExactlyAsTheSavedOneWould) {
    HubRig rig = busyRig();
    (void)rig.hub.view();
    ChartHub twin;
    ASSERT_TRUE(load(twin, bytesOf(rig.hub)));
    EXPECT_TRUE(bytesOf(twin) == bytesOf(rig.hub));
    Moment now = rig.now();
    for (int i = 0; i < 400; ++i) {
        now = {now.market + Duration::seconds(1), now.mono + Duration::seconds(1)};
        for (ChartHub* hub : {&rig.hub, &twin}) {
            if (i % 5 == 0)
                hub->onPrint({Symbol::of("SPY"), cents(10'000 + i), 5, now.market, "", "", ""}, HubRig::kFeed,
                             now);
            if (i == 200)
                hub->onFeed(HubRig::kFeed, false, now);
            if (i == 300)
                hub->onFeed(HubRig::kFeed, true, now);
            hub->onTime(now);
        }
        const auto left = rig.hub.takeCommands();
        const auto right = twin.takeCommands();
        BinaryWriter a;
        BinaryWriter b;
        a.field("commands", left);
        b.field("commands", right);
        ASSERT_TRUE(a.bytes() == b.bytes()) << i;
        for (const auto& [key, series] : rig.hub.view()) {
            const auto& other = twin.view().at(key);
            ASSERT_EQ(series->version(), other->version());
            ASSERT_EQ(series->health(), other->health());
            ASSERT_EQ(series->size(), other->size());
            for (std::size_t bar = 0; bar < series->size(); ++bar)
                ASSERT_EQ(series->at(bar), other->at(bar));
        }
    }
    EXPECT_TRUE(bytesOf(twin) == bytesOf(rig.hub));
}

TEST(ChartHubState, TakesFewBytesABar) {
    HubRig rig = busyRig();
    const std::string bytes = bytesOf(rig.hub);
    EXPECT_LT(bytes.size(), rig.series(kSpy1)->size() * 50 + 4'000);
}

TEST(ChartHubState, BrokenBytesAreRefusedAndChangeNothing) {
    HubRig rig = busyRig();
    const std::string good = bytesOf(rig.hub);
    ChartHub hub;
    const std::string empty = bytesOf(hub);
    for (std::size_t size = 0; size < good.size(); size += 1 + good.size() / 200)
        EXPECT_FALSE(load(hub, std::string_view(good).substr(0, size)));
    EXPECT_TRUE(bytesOf(hub) == empty);
    // Changed bytes may be read as another hub, but never break anything.
    for (std::size_t at = 0; at < good.size(); at += 1 + good.size() / 400) {
        std::string changed = good;
        changed[at] = static_cast<char>(changed[at] ^ (1 << at % 8));
        ChartHub other;
        if (!load(other, changed))
            continue;
        other.onTime(rig.now());
        (void)other.view();
    }
}

TEST(ChartHubState, LookingCostsNothingWhenNothingChanged) {
    HubRig rig = busyRig();
    const SeriesView first = rig.hub.view();
    const std::uint64_t version = rig.hub.version();
    EXPECT_EQ(rig.hub.view(), first);
    rig.hub.onPrint({Symbol::of("NVDA"), cents(100), 1, rig.now().market, "", "", ""}, HubRig::kFeed,
                    rig.now());
    EXPECT_EQ(rig.hub.version(), version);
    rig.print("SPY", 10'000);
    EXPECT_GT(rig.hub.version(), version);
    EXPECT_NE(rig.hub.view().at(kSpy1), first.at(kSpy1));
    const SeriesKey other = HubRig::key("QQQ", Timeframe::Day1);
    EXPECT_EQ(rig.hub.view().at(other), first.at(other)) << "what did not change is the same object";
}

TEST(ChartHubState, ALiveChangeCopiesTheLastChunkOnly) {
    HubRig rig(at(kMonday, 15, 0, 30));
    const SeriesKey key = HubRig::key("SPY", Timeframe::Minute1);
    rig.feed(true);
    rig.want({key}, key);
    std::vector<Bar> bars;
    for (const char* date : {"2026-02-25", "2026-02-26", "2026-02-27", "2026-03-02"})
        for (const Bar& bar : regularMinutes(day(date)))
            bars.push_back(bar);
    rig.settle(bars);
    const auto before = rig.series(key);
    ASSERT_GE(before->chunks().size(), 2u);
    rig.print("SPY", 10'000);
    const auto after = rig.series(key);
    ASSERT_EQ(after->chunks().size(), before->chunks().size());
    EXPECT_EQ(after->chunks().front(), before->chunks().front());
    EXPECT_NE(after->chunks().back(), before->chunks().back());
    EXPECT_GT(after->version(), before->version());
}

TEST(ChartHubState, KeepsABoundedNumberOfSequences) {
    HubRig rig(at(kMonday, 11, 0));
    std::vector<SeriesKey> keys;
    for (char a = 'A'; a <= 'Z'; ++a)
        for (const char b : {'A', 'B', 'C'})
            keys.push_back(HubRig::key((std::string("X") + a + b).c_str(), Timeframe::Minute5));
    for (const SeriesKey& key : keys) {
        rig.want({key}, key);
        rig.emptyCache();
        while (!rig.loads.empty())
            rig.history({barAt(at(kMonday, 10, 0), 100, 101)});
    }
    // The first one was put away: coming back asks the cache again; the last one is still held.
    rig.cacheReads.clear();
    rig.want({keys.back()}, keys.back());
    EXPECT_TRUE(rig.cacheReads.empty());
    EXPECT_EQ(rig.series(keys.back())->size(), 1u);
    rig.want({keys.front()}, keys.front());
    EXPECT_EQ(rig.cacheReads.size(), 1u);
}

} // namespace
} // namespace strikedesk::market::test
