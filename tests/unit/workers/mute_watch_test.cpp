// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/workers/mute_watch.h"

#include <gtest/gtest.h>

namespace strikedesk::workers {
namespace {

Moment at(std::int64_t seconds) {
    return {Timestamp::fromNanoseconds(1'800'000'000'000'000'000) + Duration::seconds(seconds),
            MonoTime::fromNanoseconds(1'000'000'000 * (1'000 + seconds))};
}

TEST(MuteWatch, AQuietMarketIsAskedAboutButNotCalledMute) {
    MuteWatch watch;
    watch.onLive(true, at(0));
    watch.onData(at(1).market, at(1).mono);
    EXPECT_FALSE(watch.shouldAsk(at(12).mono, true));
    EXPECT_TRUE(watch.shouldAsk(at(13).mono, true));
    EXPECT_FALSE(watch.isMute(at(1).market, at(13).mono)) << "the venue knows nothing newer either";
    EXPECT_FALSE(watch.isMute(Timestamp(), at(13).mono)) << "the venue knows nothing at all";
    EXPECT_FALSE(watch.shouldAsk(at(14).mono, true)) << "not again at once";
    EXPECT_TRUE(watch.shouldAsk(at(25).mono, true));
}

TEST(MuteWatch, WhatTheVenueKnowsAndTheStreamKeptBackIsMute) {
    MuteWatch watch;
    watch.onLive(true, at(0));
    watch.onData(at(1).market, at(1).mono);
    ASSERT_TRUE(watch.shouldAsk(at(13).mono, true));
    EXPECT_TRUE(watch.isMute(at(12).market, at(13).mono));
    EXPECT_FALSE(watch.isMute(at(3).market, at(13).mono)) << "a race of a moment";
    watch.onData(at(13).market, at(13).mono);
    EXPECT_FALSE(watch.isMute(at(20).market, at(14).mono)) << "it spoke meanwhile";
}

TEST(MuteWatch, AStreamThatNeverSpokeIsMeasuredFromTheMomentItWasLive) {
    MuteWatch watch;
    watch.onLive(true, at(100));
    ASSERT_TRUE(watch.shouldAsk(at(112).mono, true));
    EXPECT_FALSE(watch.isMute(at(90).market, at(112).mono)) << "an old quote";
    EXPECT_TRUE(watch.isMute(at(111).market, at(112).mono));
}

TEST(MuteWatch, NobodyIsAskedWhileTheMarketIsClosedOrTheStreamDown) {
    MuteWatch watch;
    watch.onLive(true, at(0));
    EXPECT_FALSE(watch.shouldAsk(at(1'000).mono, false));
    watch.onLive(false, at(1'000));
    EXPECT_FALSE(watch.shouldAsk(at(2'000).mono, true));
    EXPECT_FALSE(watch.isMute(at(2'000).market, at(2'000).mono));
}

} // namespace
} // namespace strikedesk::workers
