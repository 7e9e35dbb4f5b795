// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/session/rig.h"

#include <QTcpServer>

namespace strikedesk::test {
namespace {

TEST(SessionStart, ReachesReadyAndTradesOnce) {
    SessionRig rig;
    ASSERT_TRUE(rig.begin());
    const trade::EntryTicket ticket = withTarget(rig.ticket(), 30);
    send(*rig.host, ticket);
    ASSERT_TRUE(untilHeld(*rig.host, ticket.intentId, 2));
    ASSERT_TRUE(untilTargetWorks(*rig.host, ticket.intentId, 2));
    ASSERT_TRUE(rig.closeByHand(ticket.intentId));
    rig.expectFlatBooks();
    EXPECT_TRUE(rig.host->troubles.empty());
}

TEST(SessionStart, AWrongKeyIsSaidOnceAndNotTriedAgain) {
    SessionRig rig;
    session::SessionConfig config = sandboxSession(rig.port, rig.folder.path() / "wrong", 1.0);
    config.keys.secretKey = Secret("not-the-secret");
    SessionHost host(std::move(config));
    ASSERT_TRUE(host.start().ok());
    ASSERT_TRUE(host.until([&host] { return host.finalErrors > 0; }));
    EXPECT_EQ(host.startErrors.back().kind, ErrorKind::Unauthorised);
    EXPECT_NE(host.startErrors.back().message.find("key"), std::string::npos)
        << host.startErrors.back().message;
    EXPECT_EQ(host.startErrors.back().message.find("not-the-secret"), std::string::npos);
    // A retry would come after two seconds.
    EXPECT_FALSE(host.until([&host] { return host.startErrors.size() > 1; }, Duration::milliseconds(2'600)));
    EXPECT_FALSE(host.isStarted);
}

TEST(SessionStart, AVenueThatIsDownIsTriedUntilItIsUp) {
    const TemporaryDirectory folder;
    std::uint16_t port = 0;
    {
        QTcpServer place; // A port that was free a moment ago.
        ASSERT_TRUE(place.listen(QHostAddress::LocalHost));
        port = place.serverPort();
    }
    SessionHost host(sandboxSession(port, folder.path() / "demo", 1.0));
    ASSERT_TRUE(host.start().ok());
    ASSERT_TRUE(host.until([&host] { return !host.startErrors.empty(); }));
    EXPECT_EQ(host.finalErrors, 0);
    EXPECT_FALSE(host.startErrors.front().message.empty());
    sandbox::SandboxConfig config;
    config.port = port;
    sandbox::SandboxServer server(config);
    ASSERT_TRUE(server.start().ok());
    EXPECT_TRUE(host.untilReady());
    host.stop();
}

TEST(SessionStart, AKillSetBeforeARestartStillHolds) {
    SessionRig rig;
    ASSERT_TRUE(rig.begin());
    rig.host->session().kill(trade::KillLevel::BlockEntries, "a test");
    ASSERT_TRUE(rig.host->untilShown(
        [](const auto& snapshot) { return snapshot.kill == trade::KillLevel::BlockEntries; }));
    ASSERT_TRUE(rig.host->untilNotice("kill.set"));
    rig.host.reset();
    rig.host.emplace(sandboxSession(rig.port, rig.folder.path() / "demo", SessionRig::kSpeed));
    ASSERT_TRUE(rig.begin());
    EXPECT_EQ(rig.host->snapshot()->kill, trade::KillLevel::BlockEntries);
    send(*rig.host, rig.ticket());
    ASSERT_TRUE(rig.host->untilNotice("refused.kill"));
    EXPECT_EQ(rig.venue->arrivedWrites(), 0);
}

TEST(SessionStart, ARestartWatchesTheContractsItHoldsByItself) {
    SessionRig rig;
    ASSERT_TRUE(rig.begin());
    trade::EntryTicket ticket = rig.ticket();
    ticket.plan.stop = Price::fromCents(5);
    send(*rig.host, ticket);
    ASSERT_TRUE(untilHeld(*rig.host, ticket.intentId, 2));
    rig.host.reset();
    rig.host.emplace(sandboxSession(rig.port, rig.folder.path() / "demo", SessionRig::kSpeed));
    ASSERT_TRUE(rig.host->start().ok());
    // Nobody asks for its quotes, and still its stop must be watched.
    ASSERT_TRUE(rig.host->untilShown(
        [&rig](const auto& snapshot) { return snapshot.quotes->find(rig.contract) != nullptr; }));
    ASSERT_TRUE(rig.host->untilReady());
    ASSERT_TRUE(rig.closeByHand(ticket.intentId));
    rig.expectFlatBooks();
}

} // namespace
} // namespace strikedesk::test
