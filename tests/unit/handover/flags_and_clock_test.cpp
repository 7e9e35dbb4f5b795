// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/handover/market_clock.h"
#include "core/run/handover/write_permit.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace strikedesk::handover {
namespace {

using trade::KillLevel;

struct PermitRow {
    KillLevel kill;
    bool lease;
    bool entryMayLeave;
    bool exitMayLeave;
};

TEST(WritePermit, SaysWhichWritesMayLeave) {
    const PermitRow rows[] = {
        {KillLevel::None, true, true, true},          {KillLevel::Disarm, true, true, true},
        {KillLevel::BlockEntries, true, false, true}, {KillLevel::CancelAll, true, false, true},
        {KillLevel::Flatten, true, false, true},      {KillLevel::None, false, false, false},
        {KillLevel::Flatten, false, false, false},
    };
    for (const PermitRow& row : rows) {
        WritePermit permit;
        permit.setKill(row.kill, 0);
        permit.setLease(row.lease);
        EXPECT_EQ(permit.mayWrite(true), row.entryMayLeave) << static_cast<int>(row.kill);
        EXPECT_EQ(permit.mayWrite(false), row.exitMayLeave) << static_cast<int>(row.kill);
    }
}

TEST(WritePermit, TheButtonRaisesAndNeverLowers) {
    WritePermit permit;
    permit.raiseKill(KillLevel::CancelAll);
    const std::uint64_t last = permit.raiseKill(KillLevel::Disarm);
    EXPECT_EQ(permit.kill(), KillLevel::CancelAll);
    permit.setKill(KillLevel::None, last);
    EXPECT_TRUE(permit.mayWrite(true));
}

TEST(WritePermit, AReleaseInTheQueueDoesNotUndoALaterKill) {
    WritePermit permit;
    permit.raiseKill(KillLevel::BlockEntries);
    const std::uint64_t release = permit.raiseKill(KillLevel::None);
    EXPECT_EQ(permit.kill(), KillLevel::BlockEntries) << "asked for, not carried out";
    const std::uint64_t again = permit.raiseKill(KillLevel::BlockEntries);
    permit.setKill(KillLevel::None, release);
    EXPECT_FALSE(permit.mayWrite(true));
    permit.setKill(KillLevel::BlockEntries, again);
    EXPECT_FALSE(permit.mayWrite(true));
    permit.setKill(KillLevel::None, permit.raiseKill(KillLevel::None));
    EXPECT_TRUE(permit.mayWrite(true));
}

TEST(WritePermit, WhatIsRestoredAtAStartDoesNotUndoAPressBeforeIt) {
    WritePermit permit;
    permit.raiseKill(KillLevel::BlockEntries);
    permit.setKill(KillLevel::None, 0);
    EXPECT_FALSE(permit.mayWrite(true));
}

TEST(WritePermit, ManyButtonsAtOnceLeaveTheHighest) {
    WritePermit permit;
    std::vector<std::thread> buttons;
    for (int level = 1; level <= 4; ++level)
        buttons.emplace_back([&permit, level] {
            for (int i = 0; i < 1'000; ++i)
                permit.raiseKill(static_cast<KillLevel>(level));
        });
    for (std::thread& button : buttons)
        button.join();
    EXPECT_EQ(permit.kill(), KillLevel::Flatten);
}

TEST(MarketClock, HasNoMarketTimeBeforeTheVenueWasRead) {
    const MarketClock clock;
    EXPECT_FALSE(clock.isAnchored());
    EXPECT_FALSE(clock.now().market.isSet());
    EXPECT_GT(clock.now().mono, MonoTime());
}

TEST(MarketClock, MarketTimeRunsWithTheVenuesSpeed) {
    MarketClock clock;
    const Timestamp start = Timestamp::fromSeconds(1'772'461'800);
    const MonoTime asked = MarketClock::monotonic();
    clock.anchor(start, asked, 60.0);
    EXPECT_EQ(clock.speed(), 60.0);
    const Moment now = clock.now();
    EXPECT_NEAR((now.market - start).toSecondsLossy(), 60.0 * (now.mono - asked).toSecondsLossy(), 1e-6);
}

TEST(MarketClock, NeverRunsBackWhenTheVenueSaysItIsEarlier) {
    MarketClock clock;
    const Timestamp start = Timestamp::fromSeconds(1'772'461'800);
    clock.anchor(start, MarketClock::monotonic(), 1.0);
    const Timestamp before = clock.now().market;
    clock.anchor(start - Duration::hours(1), MarketClock::monotonic(), 1.0);
    EXPECT_GE(clock.now().market, before);
    clock.anchor(start + Duration::hours(1), MarketClock::monotonic(), 1.0);
    EXPECT_GE(clock.now().market, start + Duration::hours(1));
}

TEST(MarketClock, IsReadWhileItIsAnchored) {
    MarketClock clock;
    std::atomic<bool> over = false;
    std::vector<std::thread> readers;
    for (int i = 0; i < 3; ++i)
        readers.emplace_back([&clock, &over] {
            Moment last;
            while (!over) {
                const Moment now = clock.now();
                EXPECT_GE(now.market, last.market);
                EXPECT_GE(now.mono, last.mono);
                last = now;
            }
        });
    for (int i = 0; i < 1'000; ++i)
        clock.anchor(Timestamp::fromSeconds(1'772'461'800 + i % 7), MarketClock::monotonic(), 1.0 + i % 3);
    over = true;
    for (std::thread& reader : readers)
        reader.join();
}

} // namespace
} // namespace strikedesk::handover
