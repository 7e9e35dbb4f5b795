// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/sandbox_server.h"
#include "tests/integration/sandbox/sandbox_client.h"

#include <gtest/gtest.h>

#include <set>

namespace strikedesk::sandboxtest {
namespace {

using nlohmann::json;
using sandbox::SandboxConfig;
using sandbox::SandboxServer;

class PolygonPort : public ::testing::Test {
protected:
    void SetUp() override {
        SandboxConfig config;
        config.speed = 60;
        m_server = std::make_unique<SandboxServer>(config);
        const auto address = m_server->start();
        ASSERT_TRUE(address.ok());
        m_port = address->port;
    }
    Reply ask(const std::string& target, const std::string& key = "sandbox-polygon-key") const {
        return call(m_port, "GET", target, {}, {{"Authorization", "Bearer " + key}});
    }
    Socket logIn(const std::string& cluster) const {
        Socket socket(m_port, cluster);
        EXPECT_EQ(socket.readJson()[0]["status"], "connected");
        socket.sendText(R"({"action":"auth","params":"sandbox-polygon-key"})");
        EXPECT_EQ(socket.readJson()[0]["status"], "auth_success");
        return socket;
    }

    std::unique_ptr<SandboxServer> m_server;
    std::uint16_t m_port = 0;
};

TEST_F(PolygonPort, AnswersBesideAlpacasPathsWithKeysOfItsOwn) {
    EXPECT_EQ(ask("/v1/marketstatus/now").status, 200U);
    EXPECT_EQ(get(m_port, "/v1/marketstatus/now").status, 401U);
    EXPECT_EQ(ask("/v1/marketstatus/now", "wrong").json()["error"], "Unknown API Key");
    EXPECT_EQ(get(m_port, "/v2/clock").status, 200U);
    EXPECT_EQ(ask("/v2/clock").status, 401U);
}

TEST_F(PolygonPort, PagesLeadBackToThePort) {
    const json first = ask("/v3/reference/tickers?limit=5").json();
    const std::string url = first.value("next_url", "");
    const std::string home = "http://127.0.0.1";
    ASSERT_EQ(url.find(home + "/v3/reference/tickers?cursor="), 0U) << url;
    const json second = ask(url.substr(home.size())).json();
    EXPECT_EQ(second["status"], "OK");
    EXPECT_GT(second["results"][0]["ticker"].get<std::string>(),
              first["results"][4]["ticker"].get<std::string>());
}

TEST_F(PolygonPort, StreamsStocksAndOptionsSideBySideWithAlpacasStreams) {
    Socket stocks = logIn("/stocks");
    Socket options = logIn("/options");
    Socket alpaca(m_port, "/v2/sip");
    EXPECT_EQ(alpaca.readJson()[0]["msg"], "connected");
    stocks.sendText(R"({"action":"subscribe","params":"T.SPY,Q.SPY,A.SPY,AM.*"})");
    std::set<std::string> kinds;
    stocks.readUntil([&](const json& frame) {
        for (const json& event : frame)
            kinds.insert(event["ev"].get<std::string>());
        return kinds.size() >= 5;
    });
    EXPECT_EQ(kinds, (std::set<std::string>{"status", "T", "Q", "A", "AM"}));
    options.sendText(R"({"action":"subscribe","params":"T.*"})");
    const json trade = options.readUntil([](const json& frame) { return frame[0]["ev"] == "T"; });
    EXPECT_EQ(trade[0]["sym"].get<std::string>().substr(0, 2), "O:");
}

TEST_F(PolygonPort, ANewcomerClosesTheOlderConnection) {
    Socket older = logIn("/stocks");
    Socket newer = logIn("/stocks");
    const json farewell = older.readJson();
    ASSERT_TRUE(farewell.is_array());
    EXPECT_EQ(farewell[0]["status"], "max_connections");
    std::string frame;
    bool binary = false;
    EXPECT_FALSE(older.read(frame, binary));
    newer.sendText(R"({"action":"subscribe","params":"T.SPY"})");
    EXPECT_EQ(newer.readJson()[0]["status"], "success");
}

} // namespace
} // namespace strikedesk::sandboxtest
