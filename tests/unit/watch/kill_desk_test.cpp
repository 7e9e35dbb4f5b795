// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/watch/kill_desk.h"
#include "tests/unit/store/temporary_directory.h"

#include <gtest/gtest.h>

#include <thread>
#include <variant>
#include <vector>

// What a kill does at once, with nobody at the other end of the inbox: the engine hangs.

namespace strikedesk::watch {
namespace {

using test::TemporaryDirectory;
using trade::KillLevel;

const AccountId kAccount("PA123");

struct HungEngine {
    TemporaryDirectory folder;
    handover::WritePermit permit;
    handover::EventInbox inbox;
    KillDesk desk{folder.path(), permit, inbox};

    std::vector<KillLevel> told() {
        std::vector<KillLevel> levels;
        for (const engine::Event& event : inbox.take(Duration()))
            levels.push_back(std::get<engine::KillRequested>(std::get<engine::UserEvent>(event)).level);
        return levels;
    }
};

TEST(KillDesk, APressIsInForceAndOnTheDiskWithoutAnEngine) {
    HungEngine hung;
    const KillDone done = hung.desk.press(KillLevel::BlockEntries, "a test");
    EXPECT_FALSE(hung.permit.mayWrite(true));
    EXPECT_TRUE(hung.permit.mayWrite(false));
    EXPECT_TRUE(done.isTold);
    EXPECT_TRUE(done.remembered.ok());
    EXPECT_EQ(readKillMark(hung.folder.path(), kAccount)->level, KillLevel::BlockEntries);
    EXPECT_EQ(hung.told(), std::vector{KillLevel::BlockEntries});
}

TEST(KillDesk, AFullInboxDelaysNobody) {
    HungEngine hung;
    for (std::size_t i = 0; i < handover::EventInbox::kUrgentLimit; ++i)
        hung.inbox.post(engine::Event(engine::SystemEvent(engine::TimeAdvanced{})));
    const KillDone done = hung.desk.press(KillLevel::Flatten, "a test");
    EXPECT_FALSE(done.isTold);
    EXPECT_TRUE(done.remembered.ok());
    EXPECT_FALSE(hung.permit.mayWrite(true));
    EXPECT_NE(describe(KillLevel::Flatten, done).find("takes no requests"), std::string::npos);
}

TEST(KillDesk, AReleaseTakesTheMarkAwayAndLeavesThePermitToTheEngine) {
    HungEngine hung;
    hung.desk.setAccount(kAccount);
    hung.desk.press(KillLevel::BlockEntries, "a test");
    hung.desk.press(KillLevel::None, "a test");
    EXPECT_FALSE(hung.permit.mayWrite(true)) << "not before the engine recorded the release";
    EXPECT_FALSE(readKillMark(hung.folder.path(), kAccount));
    EXPECT_EQ(hung.told(), (std::vector{KillLevel::BlockEntries, KillLevel::None}));
}

TEST(KillDesk, TheNextSessionIsKilledFromItsFirstMoment) {
    HungEngine hung;
    hung.desk.setAccount(kAccount);
    hung.desk.press(KillLevel::CancelAll, "a test");
    handover::WritePermit permit;
    handover::EventInbox inbox;
    KillDesk next(hung.folder.path(), permit, inbox);
    EXPECT_TRUE(permit.mayWrite(true));
    const auto mark = next.setAccount(kAccount);
    ASSERT_TRUE(mark);
    EXPECT_EQ(mark->level, KillLevel::CancelAll);
    EXPECT_FALSE(permit.mayWrite(true));
}

TEST(KillDesk, ADiskThatFailsDoesNotStopTheKill) {
    handover::WritePermit permit;
    handover::EventInbox inbox;
    KillDesk desk("/dev/null/nowhere", permit, inbox);
    const KillDone done = desk.press(KillLevel::BlockEntries, "a test");
    EXPECT_TRUE(done.isTold);
    EXPECT_FALSE(done.remembered.ok());
    EXPECT_FALSE(permit.mayWrite(true));
    EXPECT_NE(describe(KillLevel::BlockEntries, done).find("NOT remembered"), std::string::npos);
}

TEST(KillDesk, AWatchdogDisarmsOnceAndLeavesNoMark) {
    HungEngine hung;
    EXPECT_TRUE(hung.desk.disarm("the watchdog").isTold);
    EXPECT_TRUE(hung.desk.disarm("the watchdog").isTold);
    EXPECT_EQ(hung.told(), std::vector{KillLevel::Disarm});
    EXPECT_FALSE(readKillMark(hung.folder.path(), kAccount));
}

TEST(KillDesk, ManyPressesAtOnceLeaveTheStrongestMark) {
    HungEngine hung;
    std::vector<std::thread> hands;
    for (int level = 1; level <= 4; ++level)
        hands.emplace_back([&hung, level] {
            for (int i = 0; i < 20; ++i)
                hung.desk.press(static_cast<KillLevel>(level), "a hand");
        });
    for (std::thread& hand : hands)
        hand.join();
    EXPECT_EQ(readKillMark(hung.folder.path(), kAccount)->level, KillLevel::Flatten);
    EXPECT_EQ(hung.permit.kill(), KillLevel::Flatten);
    EXPECT_EQ(hung.told().size(), 80U);
}

} // namespace
} // namespace strikedesk::watch
