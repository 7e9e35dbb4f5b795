// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/session/feed_chooser.h"

#include <gtest/gtest.h>

namespace strikedesk::session {
namespace {

using engine::LinkState;
using market::Vendor;

MonoTime at(std::int64_t seconds) { return MonoTime::fromNanoseconds(1'000'000'000 * (1'000 + seconds)); }

using Vendors = std::vector<Vendor>;

struct Bench {
    FeedChooser chooser{{Vendor::Alpaca, Vendor::Polygon}};

    void link(Vendor vendor, LinkState state, std::int64_t seconds) {
        chooser.onLink(vendor, state, at(seconds));
    }
    std::optional<FeedChooser::Change> decide(std::int64_t seconds, bool isOpen = true) {
        return chooser.decide(at(seconds), isOpen);
    }
};

TEST(FeedChooser, TheFirstServesAndTheOtherIsLeftAlone) {
    Bench bench;
    EXPECT_FALSE(bench.decide(0));
    bench.link(Vendor::Alpaca, LinkState::Open, 1);
    EXPECT_FALSE(bench.decide(100));
    EXPECT_EQ(bench.chooser.serving(), Vendor::Alpaca);
    EXPECT_EQ(bench.chooser.wanted(), Vendors{Vendor::Alpaca});
}

TEST(FeedChooser, AShortAbsenceChangesNothing) {
    Bench bench;
    bench.decide(0);
    bench.link(Vendor::Alpaca, LinkState::Open, 1);
    bench.link(Vendor::Alpaca, LinkState::Down, 50);
    EXPECT_FALSE(bench.decide(79));
    EXPECT_EQ(bench.chooser.wanted(), Vendors{Vendor::Alpaca});
    bench.link(Vendor::Alpaca, LinkState::Open, 79);
    EXPECT_FALSE(bench.decide(200));
}

TEST(FeedChooser, AnotherTakesOverOnceItIsThereAndGivesBackWhenTheFirstIsSteady) {
    Bench bench;
    bench.decide(0);
    bench.link(Vendor::Alpaca, LinkState::Open, 1);
    bench.link(Vendor::Alpaca, LinkState::Down, 50);
    EXPECT_FALSE(bench.decide(80)) << "the other is not there yet";
    EXPECT_EQ(bench.chooser.wanted(), (Vendors{Vendor::Alpaca, Vendor::Polygon}));
    bench.link(Vendor::Polygon, LinkState::Open, 82);
    const auto change = bench.decide(82);
    ASSERT_TRUE(change);
    EXPECT_EQ(change->vendor, Vendor::Polygon);
    EXPECT_NE(change->why.find("Alpaca"), std::string::npos);
    EXPECT_EQ(bench.chooser.wanted(), (Vendors{Vendor::Alpaca, Vendor::Polygon})) << "the first is tried on";

    bench.link(Vendor::Alpaca, LinkState::Open, 100);
    EXPECT_FALSE(bench.decide(219)) << "not steady yet";
    const auto back = bench.decide(220);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->vendor, Vendor::Alpaca);
    EXPECT_EQ(bench.chooser.wanted(), Vendors{Vendor::Alpaca});
}

TEST(FeedChooser, NobodyIsMissedWhileTheMarketSleeps) {
    Bench bench;
    bench.decide(0, false);
    bench.link(Vendor::Polygon, LinkState::Open, 5);
    EXPECT_FALSE(bench.decide(5'000, false));
    EXPECT_TRUE(bench.decide(5'001, true)) << "and is missed at the open";
}

TEST(FeedChooser, ARefusedKeyIsReplacedAtOnceAndAPlanWithoutAStreamNeverServes) {
    Bench bench;
    bench.decide(0);
    bench.link(Vendor::Alpaca, LinkState::Refused, 1);
    EXPECT_FALSE(bench.decide(1, false));
    EXPECT_EQ(bench.chooser.wanted(), (Vendors{Vendor::Alpaca, Vendor::Polygon}));
    bench.link(Vendor::Alpaca, LinkState::Down, 1);
    EXPECT_FALSE(bench.decide(1, false)) << "the end of its connection is no new chance";
    bench.chooser.setPossible(Vendor::Polygon, false);
    bench.link(Vendor::Polygon, LinkState::Open, 2);
    EXPECT_FALSE(bench.decide(2)) << "its data is late";
    bench.chooser.setPossible(Vendor::Polygon, true);
    const auto change = bench.decide(3);
    ASSERT_TRUE(change);
    EXPECT_EQ(change->vendor, Vendor::Polygon);
    EXPECT_EQ(change->why, "the key of Alpaca has no live stream.");
    // When both are gone the one that serves stays: changing would win nothing.
    bench.link(Vendor::Polygon, LinkState::Down, 10);
    EXPECT_FALSE(bench.decide(100));
    EXPECT_EQ(bench.chooser.serving(), Vendor::Polygon);
}

TEST(FeedChooser, OneVendorAloneHasNobodyToGiveWayTo) {
    FeedChooser chooser({Vendor::Polygon});
    EXPECT_FALSE(chooser.decide(at(0), true));
    EXPECT_FALSE(chooser.decide(at(1'000), true));
    chooser.onLink(Vendor::Alpaca, LinkState::Open, at(1'001));
    EXPECT_FALSE(chooser.decide(at(2'000), true));
    EXPECT_EQ(chooser.serving(), Vendor::Polygon);
}

} // namespace
} // namespace strikedesk::session
