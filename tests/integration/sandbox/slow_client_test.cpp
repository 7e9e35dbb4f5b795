// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/sandbox_server.h"
#include "tests/integration/sandbox/raw_socket.h"
#include "tests/integration/sandbox/sandbox_client.h"

#include <gtest/gtest.h>

namespace strikedesk::sandboxtest {
namespace {

using nlohmann::json;
using sandbox::SandboxConfig;
using sandbox::SandboxServer;

constexpr int kSmall = 8 * 1024;

/// The market goes on at once by more than a small client can swallow.
void pourOut(std::uint16_t port) {
    const Reply reply = post(port, "/sandbox/v1/clock", {{"advance_to", "2026-11-18T14:50:00Z"}});
    ASSERT_EQ(reply.status, 200U);
}

json parsed(const RawFrame& frame) { return json::parse(frame.payload, nullptr, false); }

/// How a connection ended. Long messages come in several frames, of which only the first has an opcode.
struct End {
    json lastData; ///< the last frame, discarded when it is no whole message
    bool saidGoodbye = false;
    std::size_t bytes = 0;
};
End readToTheEnd(RawSocket& socket) {
    End end;
    while (auto frame = socket.read()) {
        if (frame->opcode == 8) {
            end.saidGoodbye = true;
            break;
        }
        end.bytes += frame->payload.size();
        if (frame->opcode <= 2)
            end.lastData = parsed(*frame);
    }
    return end;
}

TEST(SlowClients, OfAlpacasStreamsAreToldAndDropped) {
    SandboxConfig config;
    config.slowClientBytes = 64 * 1024;
    SandboxServer server(config);
    const auto address = server.start();
    ASSERT_TRUE(address.ok());
    RawSocket socket(address->port, "/v2/sip", kSmall);
    socket.sendText(R"({"action":"auth","key":"SANDBOX-KEY","secret":"sandbox-secret"})");
    socket.sendText(R"({"action":"subscribe","quotes":["*"],"trades":["*"]})");
    for (json frame; frame.is_null() || frame[0].value("T", "") != "subscription";) {
        const auto next = socket.read();
        ASSERT_TRUE(next.has_value());
        frame = parsed(*next);
    }
    pourOut(address->port);
    const End end = readToTheEnd(socket);
    ASSERT_TRUE(end.lastData.is_array() && !end.lastData.empty());
    EXPECT_EQ(end.lastData[0]["T"], "error");
    EXPECT_EQ(end.lastData[0]["code"], 407);
    EXPECT_EQ(end.lastData[0]["msg"], "slow client");
    EXPECT_TRUE(end.saidGoodbye);
    EXPECT_LT(end.bytes, 4U * 64 * 1024) << "what waited was given up";
    // Its place is free again: the service ended the session itself.
    Socket again(address->port, "/v2/sip", keys());
    again.readJson();
    EXPECT_EQ(again.readJson()[0]["msg"], "authenticated");
}

TEST(SlowClients, OfPolygonsSocketsJustLoseTheConnection) {
    SandboxServer server{SandboxConfig()};
    const auto address = server.start();
    ASSERT_TRUE(address.ok());
    ASSERT_TRUE(server.setSwitches({.slowClientBytes = 64 * 1024}).ok());
    RawSocket socket(address->port, "/stocks", kSmall);
    socket.sendText(R"({"action":"auth","params":"sandbox-polygon-key"})");
    socket.sendText(R"({"action":"subscribe","params":"Q.*,T.*"})");
    for (json frame; frame.is_null() || frame[0].value("message", "") != "subscribed to: T.*";) {
        const auto next = socket.read();
        ASSERT_TRUE(next.has_value());
        frame = parsed(*next);
    }
    pourOut(address->port);
    const End end = readToTheEnd(socket);
    EXPECT_FALSE(end.saidGoodbye);
    EXPECT_TRUE(socket.drained());
    EXPECT_FALSE(end.lastData.is_array() && end.lastData[0]["ev"] == "status") << end.lastData;
    EXPECT_LT(end.bytes, 4U * 64 * 1024);
}

TEST(SlowClients, AreNoneWhoReadWhatComes) {
    SandboxServer server{SandboxConfig()};
    const auto address = server.start();
    ASSERT_TRUE(address.ok());
    Socket socket(address->port, "/v2/sip", keys());
    socket.readJson();
    socket.readJson();
    socket.sendText(R"({"action":"subscribe","quotes":["*"],"trades":["*"]})");
    socket.readJson();
    pourOut(address->port);
    // The newest second arrives behind all others.
    const json last = socket.readUntil([](const json& frame) {
        return frame.is_array() && frame.back().value("t", "") >= "2026-11-18T14:50";
    });
    EXPECT_FALSE(last.is_discarded());
}

TEST(SandboxSwitches, AreMovedFromOtherThreadsWhileItRuns) {
    SandboxServer server{SandboxConfig()};
    EXPECT_FALSE(server.switches().ok());
    EXPECT_FALSE(server.setSwitches({}).ok());
    const auto address = server.start();
    ASSERT_TRUE(address.ok());
    ASSERT_TRUE(server.setSwitches({.stuckCancelPermille = 1'000, .freeDataPlan = true}).ok());
    EXPECT_EQ(server.switches()->stuckCancelPermille, 1'000);
    const json seen = get(address->port, "/sandbox/v1/switches").json();
    EXPECT_EQ(seen["free_data_plan"], true);
    EXPECT_EQ(seen["stuck_cancel_permille"], 1'000);
    EXPECT_FALSE(server.setSwitches({.earlyAssignmentPermille = 1'001}).ok());
    EXPECT_EQ(server.switches()->earlyAssignmentPermille, 0);
}

} // namespace
} // namespace strikedesk::sandboxtest
