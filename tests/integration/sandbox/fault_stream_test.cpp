// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/sandbox_server.h"
#include "tests/integration/sandbox/raw_socket.h"
#include "tests/integration/sandbox/sandbox_client.h"

#include <gtest/gtest.h>

// Every fault of a stream, seen as the bytes a client gets. Acknowledgements of subscriptions are frames that
// come when the test wants one, whatever the market does.

namespace strikedesk::sandboxtest {
namespace {

using nlohmann::json;
using sandbox::Channel;
using sandbox::ChannelSet;
using sandbox::ConnectionInfo;
using sandbox::FaultKind;
using sandbox::FaultRule;
using sandbox::SandboxConfig;
using sandbox::SandboxServer;

constexpr int kPing = 9;
constexpr int kPong = 10;
constexpr int kCloseFrame = 8;

class FaultStream : public ::testing::Test {
protected:
    void SetUp() override {
        m_server = std::make_unique<SandboxServer>(SandboxConfig());
        const auto address = m_server->start();
        ASSERT_TRUE(address.ok());
        m_port = address->port;
    }
    /// A rule about one stock socket that is logged in.
    std::int64_t add(FaultKind kind, std::int64_t value = 0, std::int64_t count = 1,
                     ChannelSet where = only(Channel::Stocks)) {
        FaultRule rule = FaultRule::of(kind);
        rule.where = where;
        rule.count = count;
        if (value != 0)
            rule.value = value;
        const auto id = m_server->addFault(rule);
        EXPECT_TRUE(id.ok());
        return id.valueOr(0);
    }
    std::int64_t done(std::int64_t id) const {
        const auto rules = m_server->faults();
        for (const sandbox::FaultRuleState& state : *rules)
            if (state.id == id)
                return state.done;
        return -1;
    }
    std::unique_ptr<RawSocket> stocks(const char* path = "/v2/sip") const {
        auto socket = std::make_unique<RawSocket>(m_port, path);
        EXPECT_EQ(socket->status(), 101);
        EXPECT_NE(socket->read().value_or(RawFrame()).payload.find("connected"), std::string::npos);
        socket->sendText(R"({"action":"auth","key":"SANDBOX-KEY","secret":"sandbox-secret"})");
        EXPECT_NE(socket->read().value_or(RawFrame()).payload.find("authenticated"), std::string::npos);
        return socket;
    }
    std::vector<ConnectionInfo> stockConnections() const {
        auto list = m_server->connections().valueOr({});
        std::erase_if(list, [](const ConnectionInfo& info) { return info.channel != Channel::Stocks; });
        return list;
    }
    /// Asks for a frame that holds `name`: its subscription's acknowledgement.
    static void ask(RawSocket& socket, const std::string& name) {
        socket.sendText(R"({"action":"subscribe","imbalances":[")" + name + "\"]}");
    }
    /// The last symbol named in the next frame; "" when none came.
    static std::string next(RawSocket& socket) {
        const auto frame = socket.read();
        if (!frame)
            return {};
        const json message = json::parse(frame->payload, nullptr, false);
        if (!message.is_array() || !message[0].contains("imbalances") || message[0]["imbalances"].empty())
            return frame->payload;
        return message[0]["imbalances"].back();
    }

    std::unique_ptr<SandboxServer> m_server;
    std::uint16_t m_port = 0;
};

TEST_F(FaultStream, LosesDoublesAndSwapsFrames) {
    const auto socket = stocks();
    const std::int64_t lost = add(FaultKind::DropFrame);
    ask(*socket, "AAA");
    ask(*socket, "AAB");
    EXPECT_EQ(next(*socket), "AAB");
    EXPECT_EQ(done(lost), 1);
    const std::int64_t doubled = add(FaultKind::Duplicate);
    ask(*socket, "AAC");
    ask(*socket, "AAD");
    EXPECT_EQ(next(*socket), "AAC");
    EXPECT_EQ(next(*socket), "AAC");
    EXPECT_EQ(next(*socket), "AAD");
    EXPECT_EQ(done(doubled), 1);
    const std::int64_t swapped = add(FaultKind::Reorder);
    ask(*socket, "AAE");
    ask(*socket, "AAF");
    EXPECT_EQ(next(*socket), "AAF");
    EXPECT_EQ(next(*socket), "AAE");
    EXPECT_EQ(done(swapped), 1);
}

TEST_F(FaultStream, DelaysAFrameAndWhatFollowsKeepsItsPlace) {
    using Clock = std::chrono::steady_clock;
    const auto socket = stocks();
    add(FaultKind::Delay, 150);
    const auto before = Clock::now();
    ask(*socket, "AAA");
    ask(*socket, "AAB");
    EXPECT_EQ(next(*socket), "AAA");
    EXPECT_GE(Clock::now() - before, std::chrono::milliseconds(150));
    EXPECT_EQ(next(*socket), "AAB");
}

TEST_F(FaultStream, SendsHalfAFrameAheadAndWordsNobodyKnows) {
    const auto socket = stocks();
    add(FaultKind::Malformed);
    ask(*socket, "AAA");
    const std::string half = socket->read().value_or(RawFrame()).payload;
    EXPECT_TRUE(json::parse(half, nullptr, false).is_discarded());
    EXPECT_EQ(next(*socket), "AAA");
    add(FaultKind::UnknownStatus);
    ask(*socket, "AAB");
    EXPECT_NE(next(*socket).size(), 0U);
    add(FaultKind::UnknownFields);
    ask(*socket, "AAC");
    const auto frame = socket->read();
    ASSERT_TRUE(frame);
    EXPECT_TRUE(json::parse(frame->payload)[0].contains("new_vendor_field"));
}

TEST_F(FaultStream, CutsTheStreamAfterSoManyBytes) {
    for (const std::size_t bytes : {std::size_t{1}, std::size_t{40}, std::size_t{200}}) {
        const auto socket = stocks();
        ask(*socket, "AAA");
        const std::string whole = socket->read().value_or(RawFrame()).payload;
        ASSERT_GT(whole.size(), 40U);
        const std::int64_t id = add(FaultKind::Cut, static_cast<std::int64_t>(bytes));
        std::size_t got = 0;
        for (int i = 0; i < 3; ++i)
            ask(*socket, "AAA");
        while (const auto frame = socket->read())
            got += frame->payload.size();
        // What is left over is a frame's head of two or four bytes and the part of its payload.
        const std::size_t head = whole.size() < 126 ? 2 : 4;
        EXPECT_EQ(got + socket->leftOver().size() - head, bytes);
        EXPECT_EQ(done(id), 1);
    }
}

TEST_F(FaultStream, ClosesWithACodeOrAtOnce) {
    const auto socket = stocks();
    const std::int64_t id = add(FaultKind::Close, 4'001);
    const auto frame = socket->read();
    ASSERT_TRUE(frame);
    EXPECT_EQ(frame->opcode, kCloseFrame);
    ASSERT_EQ(frame->payload.size(), 2U);
    EXPECT_EQ(static_cast<unsigned char>(frame->payload[0]) * 256 +
                  static_cast<unsigned char>(frame->payload[1]),
              4'001);
    EXPECT_EQ(done(id), 1);
    // The venue counts one session for each endpoint; the next one takes the other.
    const auto cut = stocks("/v2/iex");
    FaultRule rule = FaultRule::of(FaultKind::Cut);
    rule.connection = stockConnections().back().id;
    const auto cutId = m_server->addFault(rule);
    ASSERT_TRUE(cutId.ok());
    EXPECT_TRUE(cut->drained());
    EXPECT_FALSE(cut->read());
    EXPECT_TRUE(cut->leftOver().empty()) << "no closing handshake";
    EXPECT_EQ(done(*cutId), 1);
}

TEST_F(FaultStream, AMuteSocketAnswersPingsUntilTheRuleGoes) {
    const auto socket = stocks();
    const std::int64_t id = add(FaultKind::Mute);
    ask(*socket, "AAA");
    socket->send(kPing, "hello");
    const auto pong = socket->read();
    ASSERT_TRUE(pong);
    EXPECT_EQ(pong->opcode, kPong) << "the acknowledgement before it was swallowed";
    EXPECT_EQ(pong->payload, "hello");
    EXPECT_EQ(done(id), 1);
    ASSERT_TRUE(m_server->removeFault(id).ok());
    ask(*socket, "AAB");
    EXPECT_EQ(next(*socket), "AAB");
}

TEST_F(FaultStream, ASilentSocketAnswersNothingAndStaysOpen) {
    const auto socket = stocks();
    const std::int64_t id = add(FaultKind::Silent);
    ask(*socket, "AAA");
    socket->send(kPing, "hello");
    // The venue's one thread has seen the ping before it answers these.
    for (int i = 0; i < 3; ++i)
        ASSERT_EQ(get(m_port, "/v2/clock").status, 200U);
    EXPECT_EQ(socket->ready(), "");
    EXPECT_EQ(done(id), 1);
    EXPECT_EQ(stockConnections().size(), 1U);
}

TEST_F(FaultStream, AimsAtOneConnectionOfTheList) {
    const auto first = stocks();
    const auto second = stocks("/v2/iex");
    const std::vector<ConnectionInfo> open = stockConnections();
    ASSERT_EQ(open.size(), 2U);
    EXPECT_EQ(open[0].frames, 2);
    EXPECT_GT(open[0].bytes, 0);
    const json listed = get(m_port, "/sandbox/v1/connections").json()["connections"];
    EXPECT_EQ(listed[0]["id"], open[0].id);
    EXPECT_EQ(listed[0]["channel"], "stocks");
    FaultRule rule = FaultRule::of(FaultKind::DropFrame);
    rule.connection = open[1].id;
    ASSERT_TRUE(m_server->addFault(rule).ok());
    ask(*first, "AAA");
    EXPECT_EQ(next(*first), "AAA");
    ask(*second, "AAA");
    ask(*second, "AAB");
    EXPECT_EQ(next(*second), "AAB");
}

TEST_F(FaultStream, RefusesHandshakes) {
    const auto statusUnder = [&](FaultKind kind) {
        const std::int64_t id = add(kind, 0, 1, sandbox::kStreamChannels);
        const int status = RawSocket(m_port, "/v2/sip").status();
        EXPECT_EQ(done(id), 1);
        return status;
    };
    EXPECT_EQ(statusUnder(FaultKind::DropBefore), 0);
    EXPECT_EQ(statusUnder(FaultKind::ErrorBefore), 503);
    EXPECT_EQ(statusUnder(FaultKind::RateLimited), 429);
    EXPECT_EQ(statusUnder(FaultKind::HtmlBody), 200);
    EXPECT_EQ(statusUnder(FaultKind::Redirect), 302);
    EXPECT_EQ(RawSocket(m_port, "/v2/sip").status(), 101);
}

TEST_F(FaultStream, PolygonsSocketsHaveTheSameFaults) {
    const std::int64_t id = add(FaultKind::Duplicate, 0, 1, only(Channel::PolygonStocks));
    RawSocket socket(m_port, "/stocks");
    ASSERT_EQ(socket.status(), 101);
    const auto first = socket.read();
    const auto second = socket.read();
    ASSERT_TRUE(first && second);
    EXPECT_NE(first->payload.find("connected"), std::string::npos);
    EXPECT_EQ(first->payload, second->payload);
    EXPECT_EQ(done(id), 1);
}

TEST_F(FaultStream, LosesOneFillInSilence) {
    RawSocket socket(m_port, "/stream");
    ASSERT_EQ(socket.status(), 101);
    socket.sendText(
        R"({"action":"authenticate","data":{"key_id":"SANDBOX-KEY","secret_key":"sandbox-secret"}})");
    ASSERT_TRUE(socket.read());
    socket.sendText(R"({"action":"listen","data":{"streams":["trade_updates"]}})");
    ASSERT_TRUE(socket.read());
    const std::int64_t id = add(FaultKind::LoseFill, 0, 1, only(Channel::TradeUpdates));
    const auto buy = [&](const char* clientId) {
        const json order = {{"symbol", "SPY"},        {"qty", "1"},
                            {"side", "buy"},          {"type", "market"},
                            {"time_in_force", "day"}, {"client_order_id", clientId}};
        ASSERT_EQ(post(m_port, "/v2/orders", order).status, 200U);
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        json found;
        do {
            found =
                get(m_port, std::string("/v2/orders:by_client_order_id?client_order_id=") + clientId).json();
        } while (found["status"] != "filled" && std::chrono::steady_clock::now() < deadline);
        ASSERT_EQ(found["status"], "filled");
    };
    buy("first");
    buy("second");
    std::vector<std::string> fills;
    while (fills.empty() || fills.back() != "second") {
        const auto frame = socket.read();
        ASSERT_TRUE(frame);
        const json message = json::parse(frame->payload, nullptr, false);
        if (message["data"]["event"] == "fill")
            fills.push_back(message["data"]["order"]["client_order_id"]);
    }
    EXPECT_EQ(fills, (std::vector<std::string>{"second"}));
    EXPECT_EQ(done(id), 1);
}

} // namespace
} // namespace strikedesk::sandboxtest
