// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/session/rig.h"

// The kill switch with orders at the venue.

namespace strikedesk::test {
namespace {

/// A held trade with its take-profit at the venue, and an entry that rests.
struct WorkingDesk {
    SessionRig rig;
    IntentId held;
    ClientOrderId resting;
    std::int64_t writes = 0;

    bool begin() {
        if (!rig.begin())
            return false;
        const trade::EntryTicket ticket = withTarget(rig.ticket(), 30);
        held = ticket.intentId;
        send(*rig.host, ticket);
        if (!untilTargetWorks(*rig.host, held, 2))
            return false;
        resting = send(*rig.host, rig.restingTicket());
        if (!untilPhase(*rig.host, resting, trade::OrderPhase::Working))
            return false;
        writes = rig.venue->arrivedWrites();
        return true;
    }
};

TEST(KillSwitch, Level2CancelsEntriesBlocksNewOnesAndLeavesTheExitAlone) {
    WorkingDesk desk;
    ASSERT_TRUE(desk.begin());
    SessionHost& host = *desk.rig.host;
    host.session().kill(trade::KillLevel::BlockEntries, "a test");
    ASSERT_TRUE(host.untilNotice("kill.set"));
    EXPECT_NE(host.notice("kill.set")->message.find("a test"), std::string::npos);
    ASSERT_TRUE(untilPhase(host, desk.resting, trade::OrderPhase::Ended));
    EXPECT_EQ(orderOf(host, desk.resting)->end, trade::OrderEnd::Canceled);
    send(host, desk.rig.ticket());
    ASSERT_TRUE(host.untilNotice("refused.kill"));
    EXPECT_TRUE(untilTargetWorks(host, desk.held, 2));
    EXPECT_EQ(desk.rig.venue->arrivedWrites(), desk.writes);
    // What is held can still be sold.
    ASSERT_TRUE(desk.rig.closeByHand(desk.held));
    desk.rig.expectFlatBooks();
}

TEST(KillSwitch, Level3CancelsEverythingAndSendsNoExitUntilReleased) {
    WorkingDesk desk;
    ASSERT_TRUE(desk.begin());
    SessionHost& host = *desk.rig.host;
    host.session().kill(trade::KillLevel::CancelAll, "a test");
    ASSERT_TRUE(host.untilShown([](const engine::EngineSnapshot& snapshot) {
        return snapshot.kill == trade::KillLevel::CancelAll &&
               std::none_of(snapshot.orders->orders.begin(), snapshot.orders->orders.end(),
                            [](const auto& order) { return order.isLive(); });
    }));
    EXPECT_TRUE(desk.rig.venue->get("/v2/orders?status=open").empty());
    EXPECT_EQ(desk.rig.venue->arrivedWrites(), desk.writes);
    host.session().kill(trade::KillLevel::None, "a test");
    host.session().post(engine::KillRequested{trade::KillLevel::None, "a test"});
    ASSERT_TRUE(untilTargetWorks(host, desk.held, 2)) << "the exit did not come back after the release";
    ASSERT_TRUE(desk.rig.closeByHand(desk.held));
    desk.rig.expectFlatBooks();
}

TEST(KillSwitch, Level4SellsWhatIsHeld) {
    WorkingDesk desk;
    ASSERT_TRUE(desk.begin());
    desk.rig.host->session().kill(trade::KillLevel::Flatten, "a test");
    ASSERT_TRUE(untilTradeClosed(*desk.rig.host, desk.held));
    ASSERT_TRUE(desk.rig.host->until([&desk] { return !desk.rig.host->journaled.empty(); }));
    EXPECT_EQ(desk.rig.host->journaled.front().exitReason, "kill_switch");
    EXPECT_TRUE(desk.rig.venue->get("/v2/orders?status=open").empty());
    desk.rig.expectFlatBooks();
}

} // namespace
} // namespace strikedesk::test
