// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/sandbox_server.h"
#include "tests/integration/sandbox/sandbox_client.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

namespace strikedesk::sandboxtest {
namespace {

using nlohmann::json;
using sandbox::SandboxConfig;
using sandbox::SandboxServer;

class SandboxTrading : public ::testing::Test {
protected:
    void startWith(SandboxConfig config) {
        m_server.reset();
        m_server = std::make_unique<SandboxServer>(std::move(config));
        const auto address = m_server->start();
        ASSERT_TRUE(address.ok()) << address.error().message << " " << address.error().context;
        m_port = address->port;
    }
    void SetUp() override { startWith({}); }

    /// A contract near the money that quotes on both sides.
    std::string contract() {
        const json chain = get(m_port, "/v1beta1/options/snapshots/SPY?limit=1000").json();
        for (const auto& [symbol, snapshot] : chain["snapshots"].items()) {
            const json quote = snapshot.value("latestQuote", json::object());
            if (quote.value("bp", 0.0) > 1.0 && quote.value("ap", 0.0) < 10.0)
                return symbol;
        }
        ADD_FAILURE() << "no contract quotes on both sides";
        return {};
    }
    json limitOrder(const std::string& symbol, const std::string& price, const std::string& clientId) {
        return {{"symbol", symbol},
                {"qty", "2"},
                {"side", "buy"},
                {"type", "limit"},
                {"time_in_force", "day"},
                {"limit_price", price},
                {"client_order_id", clientId},
                {"position_intent", "buy_to_open"}};
    }
    Socket listener() {
        Socket socket(m_port, "/stream");
        socket.sendText(
            R"({"action":"authenticate","data":{"key_id":"SANDBOX-KEY","secret_key":"sandbox-secret"}})");
        EXPECT_EQ(socket.readJson()["data"]["status"], "authorized");
        socket.sendText(R"({"action":"listen","data":{"streams":["trade_updates","nonsense"]}})");
        EXPECT_EQ(socket.readJson()["data"]["streams"], json::array({"trade_updates"}));
        return socket;
    }
    json waitFor(Socket& socket, const std::string& event) {
        return socket.readUntil([&](const json& frame) {
            return frame.is_object() && frame["stream"] == "trade_updates" && frame["data"]["event"] == event;
        });
    }
    void fault(const json& body) { ASSERT_EQ(post(m_port, "/sandbox/v1/faults", body).status, 200U); }
    json arrivalsOf(const std::string& clientId) {
        return get(m_port, "/sandbox/v1/arrivals").json()["arrivals"][clientId];
    }

    std::unique_ptr<SandboxServer> m_server;
    std::uint16_t m_port = 0;
};

TEST_F(SandboxTrading, RefusesAWrongKeyAndAMissingOne) {
    const Reply missing = call(m_port, "GET", "/v2/account", {}, {});
    EXPECT_EQ(missing.status, 401U);
    EXPECT_EQ(missing.json()["code"], 40110000);
    EXPECT_EQ(call(m_port, "GET", "/v2/account", {}, {{"APCA-API-KEY-ID", "SANDBOX-KEY"}}).status, 401U);
    EXPECT_EQ(call(m_port, "GET", "/v2/account", {}, {{"Authorization", "Bearer wrong"}}).status, 401U);
    EXPECT_EQ(call(m_port, "GET", "/v2/account", {}, {{"Authorization", "Bearer sandbox-secret"}}).status,
              200U);
}

TEST_F(SandboxTrading, AnswersTheAccountWithRateLimitHeaders) {
    const Reply reply = get(m_port, "/v2/account");
    ASSERT_EQ(reply.status, 200U);
    EXPECT_EQ(reply.json()["status"], "ACTIVE");
    EXPECT_EQ(reply.json()["cash"], "100000");
    EXPECT_EQ(reply.headers.at("x-ratelimit-limit"), "200");
    EXPECT_EQ(reply.headers.at("x-ratelimit-remaining"), "199");
    EXPECT_FALSE(reply.headers.at("x-ratelimit-reset").empty());
}

TEST_F(SandboxTrading, AnswersTooManyRequestsWhenTheBudgetIsSpent) {
    SandboxConfig config;
    config.tradingRequestsPerMinute = 3;
    startWith(config);
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(get(m_port, "/v2/clock").status, 200U);
    const Reply refused = get(m_port, "/v2/clock");
    EXPECT_EQ(refused.status, 429U);
    EXPECT_EQ(refused.headers.at("x-ratelimit-remaining"), "0");
    EXPECT_EQ(get(m_port, "/v2/stocks/quotes/latest?symbols=SPY").status, 200U)
        << "data has a budget of its own";
}

TEST_F(SandboxTrading, TellsUnknownPathsMethodsAndBodies) {
    EXPECT_EQ(get(m_port, "/v2/nothing").status, 404U);
    const Reply method = call(m_port, "PUT", "/v2/orders");
    EXPECT_EQ(method.status, 405U);
    EXPECT_EQ(method.headers.at("allow"), "GET, POST, DELETE");
    EXPECT_EQ(call(m_port, "POST", "/v2/orders", "not json").status, 400U);
    EXPECT_EQ(call(m_port, "POST", "/v2/orders", "[1,2]").status, 400U);
    EXPECT_EQ(call(m_port, "POST", "/v2/orders", std::string(2'000'000, 'x')).status, 413U);
    const std::string huge =
        "GET /v2/clock HTTP/1.1\r\nHost: x\r\nX-Long: " + std::string(40'000, 'a') + "\r\n\r\n";
    EXPECT_NE(rawExchange(m_port, huge).find("431"), std::string::npos);
    EXPECT_NE(rawExchange(m_port, "GARBAGE\r\n\r\n").find("400"), std::string::npos);
    const std::string form =
        "POST /v2/orders HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAPCA-API-KEY-ID: SANDBOX-KEY\r\n"
        "APCA-API-SECRET-KEY: sandbox-secret\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}";
    EXPECT_NE(rawExchange(m_port, form).find("415"), std::string::npos);
}

TEST_F(SandboxTrading, FillsAMarketableLimitAndReportsItOnTheSocket) {
    const std::string symbol = contract();
    Socket socket = listener();
    const Reply reply = post(m_port, "/v2/orders", limitOrder(symbol, "12.00", "life-1"));
    ASSERT_EQ(reply.status, 200U) << reply.body;
    EXPECT_EQ(reply.json()["client_order_id"], "life-1");
    const json update = waitFor(socket, "fill");
    ASSERT_FALSE(update.is_discarded());
    EXPECT_EQ(update["data"]["order"]["status"], "filled");
    EXPECT_EQ(update["data"]["order"]["filled_qty"], "2");
    EXPECT_EQ(update["data"]["position_qty"], "2");

    const json order = get(m_port, "/v2/orders:by_client_order_id?client_order_id=life-1").json();
    EXPECT_EQ(order["status"], "filled");
    const json position = get(m_port, "/v2/positions/" + symbol).json();
    EXPECT_EQ(position["qty"], "2");
    EXPECT_EQ(position["side"], "long");
    const json fills = get(m_port, "/v2/account/activities/FILL").json();
    ASSERT_FALSE(fills.empty());
    EXPECT_EQ(fills[0]["order_id"], order["id"]);
    EXPECT_EQ(fills[0]["cum_qty"], "2");

    const Reply closing = call(m_port, "DELETE", "/v2/positions/" + symbol);
    EXPECT_EQ(closing.status, 200U) << closing.body;
    EXPECT_FALSE(waitFor(socket, "fill").is_discarded());
    EXPECT_EQ(get(m_port, "/v2/positions/" + symbol).status, 404U);
}

TEST_F(SandboxTrading, ReplacesAndCancelsARestingOrder) {
    const std::string symbol = contract();
    Socket socket = listener();
    const json order = post(m_port, "/v2/orders", limitOrder(symbol, "0.05", "rest-1")).json();
    ASSERT_EQ(get(m_port, "/v2/orders").json().size(), 1U);
    const std::string id = order["id"];
    const Reply replaced =
        call(m_port, "PATCH", "/v2/orders/" + id, R"({"limit_price":"0.06","client_order_id":"rest-2"})");
    ASSERT_EQ(replaced.status, 200U) << replaced.body;
    EXPECT_EQ(replaced.json()["replaces"], id);
    EXPECT_FALSE(waitFor(socket, "replaced").is_discarded());
    const json second = get(m_port, "/v2/orders:by_client_order_id?client_order_id=rest-2").json();
    EXPECT_EQ(second["limit_price"], "0.06");
    EXPECT_EQ(call(m_port, "DELETE", "/v2/orders/" + second["id"].get<std::string>()).status, 204U);
    EXPECT_FALSE(waitFor(socket, "canceled").is_discarded());
    EXPECT_EQ(get(m_port, "/v2/orders").json().size(), 0U);
    EXPECT_EQ(get(m_port, "/v2/orders?status=all").json().size(), 2U);
    EXPECT_EQ(call(m_port, "DELETE", "/v2/orders/" + second["id"].get<std::string>()).status, 422U);
    EXPECT_EQ(call(m_port, "DELETE", "/v2/orders/unknown").status, 404U);
    EXPECT_EQ(arrivalsOf("rest-1")["post"], 1);
    EXPECT_EQ(arrivalsOf("rest-2")["patch"], 1);
    EXPECT_EQ(arrivalsOf("rest-2")["delete"], 2);
}

TEST_F(SandboxTrading, RefusesWhatTheBrokerRefuses) {
    const std::string symbol = contract();
    json order = limitOrder(symbol, "0.05", "once");
    ASSERT_EQ(post(m_port, "/v2/orders", order).status, 200U);
    EXPECT_EQ(post(m_port, "/v2/orders", order).status, 422U) << "a client_order_id is used once";
    order["client_order_id"] = "sub-penny";
    order["limit_price"] = "1.23456";
    EXPECT_EQ(post(m_port, "/v2/orders", order).json()["code"], 42210000);
    order["limit_price"] = "0.05";
    order["order_class"] = "bracket";
    EXPECT_EQ(post(m_port, "/v2/orders", order).status, 422U);
    order["order_class"] = "simple";
    order["symbol"] = "SPY991231C00500000";
    EXPECT_EQ(post(m_port, "/v2/orders", order).status, 422U);
    EXPECT_EQ(get(m_port, "/v2/orders:by_client_order_id?client_order_id=sub-penny").status, 404U);
}

TEST_F(SandboxTrading, LosesAnAnswerAfterTheEffectAndCountsOneArrival) {
    const std::string symbol = contract();
    fault({{"lose_order_answer", 1}});
    EXPECT_EQ(post(m_port, "/v2/orders", limitOrder(symbol, "0.05", "lost")).status, 0U);
    EXPECT_EQ(get(m_port, "/v2/orders:by_client_order_id?client_order_id=lost").status, 200U);
    EXPECT_EQ(arrivalsOf("lost")["post"], 1);

    fault({{"drop_order_before_effect", 1}});
    EXPECT_EQ(post(m_port, "/v2/orders", limitOrder(symbol, "0.05", "never")).status, 0U);
    EXPECT_EQ(get(m_port, "/v2/orders:by_client_order_id?client_order_id=never").status, 404U);
    EXPECT_EQ(arrivalsOf("never")["post"], 1);
}

TEST_F(SandboxTrading, AnswersServerErrorsBeforeAndAfterTheEffect) {
    const std::string symbol = contract();
    fault({{"order_error_before", 1}});
    EXPECT_EQ(post(m_port, "/v2/orders", limitOrder(symbol, "0.05", "before")).status, 503U);
    EXPECT_EQ(get(m_port, "/v2/orders:by_client_order_id?client_order_id=before").status, 404U);
    fault({{"order_error_after", 1}});
    EXPECT_EQ(post(m_port, "/v2/orders", limitOrder(symbol, "0.05", "after")).status, 503U);
    EXPECT_EQ(get(m_port, "/v2/orders:by_client_order_id?client_order_id=after").status, 200U);
    fault({{"rate_limited", 1}, {"garbled_answer", 1}});
    EXPECT_EQ(get(m_port, "/v2/clock").status, 429U);
    EXPECT_EQ(call(m_port, "POST", "/sandbox/v1/faults", R"({"no_such_fault":1})").status, 422U);
    EXPECT_EQ(call(m_port, "POST", "/sandbox/v1/faults", R"({"lose_fill":-1})").status, 422U);
}

TEST_F(SandboxTrading, LosesMutesAndCutsOrderUpdatesOnRequest) {
    const std::string symbol = contract();
    Socket socket = listener();
    fault({{"lose_fill", 100}});
    ASSERT_EQ(post(m_port, "/v2/orders", limitOrder(symbol, "12.00", "silent")).status, 200U);
    fault({{"lose_fill", 0}, {"unknown_status", 1}, {"unknown_fields", 1}});
    ASSERT_EQ(post(m_port, "/v2/orders", limitOrder(symbol, "0.05", "strange")).status, 200U);
    const json strange = socket.readUntil(
        [](const json& frame) { return frame["data"]["order"]["client_order_id"] == "strange"; });
    EXPECT_EQ(strange["data"]["order"]["status"], "awaiting_moonrise");
    EXPECT_TRUE(strange["data"].contains("new_vendor_field"));
    fault({{"malformed_trade_update", 1}});
    std::string frame;
    bool binary = false;
    while (socket.read(frame, binary) && !json::parse(frame, nullptr, false).is_discarded())
        EXPECT_TRUE(binary) << "paper sends binary frames";
    EXPECT_TRUE(socket.isOpen());
    fault({{"cut_trade_updates", 1}});
    while (socket.read(frame, binary)) {
    }
    EXPECT_FALSE(socket.isOpen());
}

TEST_F(SandboxTrading, RefusesTheOrderSocketToAStranger) {
    Socket early(m_port, "/stream");
    early.sendText(R"({"action":"listen","data":{"streams":["trade_updates"]}})");
    const json refused = early.readJson();
    EXPECT_EQ(refused["stream"], "authorization");
    EXPECT_EQ(refused["data"]["action"], "listen");
    EXPECT_EQ(refused["data"]["status"], "unauthorized");
    Socket wrong(m_port, "/stream");
    wrong.sendText(R"({"action":"auth","key":"SANDBOX-KEY","secret":"guess"})");
    EXPECT_EQ(wrong.readJson()["data"]["status"], "unauthorized");
    EXPECT_TRUE(wrong.readJson().is_discarded()) << "the socket is closed";
    Socket right(m_port, "/stream");
    right.sendText(R"({"action":"auth","key":"SANDBOX-KEY","secret":"sandbox-secret"})");
    EXPECT_EQ(right.readJson()["data"]["status"], "authorized");
}

TEST_F(SandboxTrading, GoesOnAfterARestartWithTheSameAccountAndClock) {
    const auto folder =
        std::filesystem::temp_directory_path() / ("sandbox-life-" + std::to_string(::getpid()));
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    SandboxConfig config;
    config.venueDbPath = (folder / "venue.db").string();
    startWith(config);
    const json before = get(m_port, "/sandbox/v1/status").json();
    const std::string symbol = contract();
    ASSERT_EQ(post(m_port, "/v2/orders", limitOrder(symbol, "12.00", "kept")).status, 200U);
    ASSERT_EQ(post(m_port, "/v2/orders", limitOrder(symbol, "0.05", "open")).status, 200U);

    startWith(config);
    const json after = get(m_port, "/sandbox/v1/status").json();
    EXPECT_EQ(after["account_number"], before["account_number"]);
    EXPECT_GE(after["market_time"].get<std::string>(), before["market_time"].get<std::string>());
    EXPECT_EQ(after["day"], before["day"]);
    EXPECT_EQ(get(m_port, "/v2/orders:by_client_order_id?client_order_id=kept").status, 200U);
    EXPECT_EQ(get(m_port, "/v2/orders").json()[0]["client_order_id"], "open");
    EXPECT_EQ(post(m_port, "/v2/orders", limitOrder(symbol, "0.05", "kept")).status, 422U);

    config.fresh = true;
    startWith(config);
    EXPECT_NE(get(m_port, "/sandbox/v1/status").json()["account_number"], before["account_number"]);
    EXPECT_EQ(get(m_port, "/v2/orders?status=all").json().size(), 0U);
    m_server.reset();
    std::filesystem::remove_all(folder);
}

/// A sandbox in a process of its own, for a death without a word.
class SandboxProcess {
public:
    explicit SandboxProcess(const SandboxConfig& config) {
        int ends[2] = {-1, -1};
        if (::pipe(ends) != 0)
            return;
        m_process = ::fork();
        if (m_process == 0) {
            SandboxServer server(config);
            const auto address = server.start();
            const std::uint16_t port = address ? address->port : 0;
            const auto written = ::write(ends[1], &port, sizeof port);
            while (written > 0)
                ::pause();
            ::_exit(1);
        }
        if (::read(ends[0], &m_port, sizeof m_port) != sizeof m_port)
            m_port = 0;
        ::close(ends[0]);
        ::close(ends[1]);
    }
    ~SandboxProcess() {
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
    }
    SandboxProcess(const SandboxProcess&) = delete;
    SandboxProcess& operator=(const SandboxProcess&) = delete;
    std::uint16_t port() const { return m_port; }

private:
    pid_t m_process = -1;
    std::uint16_t m_port = 0;
};

TEST_F(SandboxTrading, AnAcceptedOrderSurvivesTheSandboxBeingKilled) {
    const std::string symbol = contract();
    m_server.reset();
    const auto folder =
        std::filesystem::temp_directory_path() / ("sandbox-kill-" + std::to_string(::getpid()));
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    SandboxConfig config;
    config.venueDbPath = (folder / "venue.db").string();
    for (int round = 0; round < 5; ++round) {
        const SandboxProcess process(config);
        ASSERT_NE(process.port(), 0);
        const std::string id = "killed-" + std::to_string(round);
        ASSERT_EQ(post(process.port(), "/v2/orders", limitOrder(symbol, "0.05", id)).status, 200U);
    }
    startWith(config);
    for (int round = 0; round < 5; ++round)
        EXPECT_EQ(get(m_port, "/v2/orders:by_client_order_id?client_order_id=killed-" + std::to_string(round))
                      .status,
                  200U);
    EXPECT_EQ(get(m_port, "/v2/orders").json().size(), 5U);
    m_server.reset();
    std::filesystem::remove_all(folder);
}

TEST_F(SandboxTrading, RunsItsClockFasterOnRequest) {
    EXPECT_EQ(call(m_port, "POST", "/sandbox/v1/clock", R"({"speed":0.5})").status, 422U);
    EXPECT_EQ(call(m_port, "POST", "/sandbox/v1/clock", R"({"speed":1000})").json()["speed"], 1000.0);
    const Reply jumped =
        call(m_port, "POST", "/sandbox/v1/clock", R"({"advance_to":"2026-11-18T21:30:00Z"})");
    ASSERT_EQ(jumped.status, 200U) << jumped.body;
    const json clock = get(m_port, "/v2/clock").json();
    EXPECT_EQ(clock["is_open"], false);
    EXPECT_EQ(clock["next_open"], "2026-11-19T09:30:00-05:00");
    EXPECT_EQ(clock["next_close"], "2026-11-19T16:00:00-05:00");
    EXPECT_EQ(call(m_port, "POST", "/sandbox/v1/clock", R"({"advance_to":"2026-11-18T10:00:00Z"})").status,
              422U);
}

TEST(SandboxServerStart, SaysWhatIsWrongWithTheConfig) {
    SandboxConfig fast;
    fast.speed = 1e6;
    EXPECT_EQ(SandboxServer(fast).start().error().messageId, "sandbox.speed");
    SandboxConfig replay;
    replay.replayDirectory = "/nonexistent";
    EXPECT_EQ(SandboxServer(replay).start().error().messageId, "sandbox.replay.what");
    replay.replaySymbols = {Symbol::of("TWX")};
    replay.replayDate = Date::tryFromYmd(2014, 6, 5).valueOr(Date());
    EXPECT_EQ(SandboxServer(replay).start().error().messageId, "sandbox.replay.missing");
    SandboxServer first{SandboxConfig{}};
    const auto address = first.start();
    ASSERT_TRUE(address.ok());
    SandboxConfig same;
    same.port = address->port;
    EXPECT_EQ(SandboxServer(same).start().error().messageId, "sandbox.port");
}

} // namespace
} // namespace strikedesk::sandboxtest
