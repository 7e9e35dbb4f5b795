// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/sandbox_server.h"
#include "tests/integration/sandbox/sandbox_client.h"

#include <gtest/gtest.h>

// Every fault of a REST request, seen as the bytes a client gets.

namespace strikedesk::sandboxtest {
namespace {

using nlohmann::json;
using sandbox::Channel;
using sandbox::FaultKind;
using sandbox::FaultRule;
using sandbox::SandboxConfig;
using sandbox::SandboxServer;

class FaultRest : public ::testing::Test {
protected:
    void SetUp() override {
        m_server = std::make_unique<SandboxServer>(SandboxConfig());
        const auto address = m_server->start();
        ASSERT_TRUE(address.ok());
        m_port = address->port;
    }
    std::int64_t add(const json& rule) {
        const Reply reply = post(m_port, "/sandbox/v1/rules", rule);
        EXPECT_EQ(reply.status, 200U) << reply.body;
        return reply.json()["rules"][0].value("id", std::int64_t{0});
    }
    std::int64_t done(std::int64_t id) const {
        const auto rules = m_server->faults();
        for (const sandbox::FaultRuleState& state : *rules)
            if (state.id == id)
                return state.done;
        return -1;
    }
    /// All bytes of the answer to a GET on a connection that the client wants closed after it.
    std::string rawGet(const std::string& path) const {
        return rawExchange(m_port, "GET " + path +
                                       " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                       "APCA-API-KEY-ID: SANDBOX-KEY\r\n"
                                       "APCA-API-SECRET-KEY: sandbox-secret\r\n\r\n");
    }
    json restingOrder(const std::string& clientId) const {
        return {{"symbol", "SPY"},
                {"qty", "1"},
                {"side", "buy"},
                {"type", "limit"},
                {"time_in_force", "day"},
                {"limit_price", "1.00"},
                {"client_order_id", clientId}};
    }
    unsigned statusOfOrder(const std::string& clientId) const {
        return get(m_port, "/v2/orders:by_client_order_id?client_order_id=" + clientId).status;
    }
    std::int64_t posts(const std::string& clientId) const {
        return get(m_port, "/sandbox/v1/arrivals")
            .json()["arrivals"][clientId]
            .value("post", std::int64_t{0});
    }

    std::unique_ptr<SandboxServer> m_server;
    std::uint16_t m_port = 0;
};

TEST_F(FaultRest, DropsAndErrorsBeforeAndAfterTheEffect) {
    const json where = {{"channel", "trading"}, {"method", "POST"}, {"path", "/v2/orders"}};
    struct Row {
        const char* fault;
        unsigned status;
        bool hasEffect;
    };
    for (const Row& row :
         {Row{"drop_before", 0, false}, Row{"drop_after", 0, true}, Row{"error_before", 504, false},
          Row{"error_after", 504, true}, Row{"rate_limited", 429, false}, Row{"redirect", 302, false}}) {
        json rule = where;
        rule["fault"] = row.fault;
        if (row.status == 504)
            rule["status"] = 504;
        const std::int64_t id = add(rule);
        EXPECT_EQ(get(m_port, "/v2/account").status, 200U) << "another path is left alone";
        EXPECT_EQ(post(m_port, "/v2/orders", restingOrder(row.fault)).status, row.status) << row.fault;
        EXPECT_EQ(done(id), 1) << row.fault;
        EXPECT_EQ(statusOfOrder(row.fault), row.hasEffect ? 200U : 404U) << row.fault;
        EXPECT_EQ(posts(row.fault), 1) << "what is dropped has arrived all the same: " << row.fault;
    }
}

TEST_F(FaultRest, ARefusalIsNoEffectThatCouldBeLost) {
    const std::int64_t id = add({{"fault", "drop_after"}, {"method", "POST"}});
    EXPECT_EQ(post(m_port, "/v2/orders", json::object()).status, 422U);
    EXPECT_EQ(done(id), 0);
}

TEST_F(FaultRest, CutsAnAnswerAfterSoManyBytes) {
    const std::string whole = rawGet("/v2/account");
    ASSERT_GT(whole.size(), 200U);
    for (const std::size_t bytes : {std::size_t{0}, std::size_t{1}, std::size_t{60}, whole.size() - 1}) {
        const std::int64_t id = add({{"fault", "cut"}, {"channel", "trading"}, {"bytes", bytes}});
        EXPECT_EQ(rawGet("/v2/account").size(), bytes);
        EXPECT_EQ(done(id), 1);
    }
    EXPECT_EQ(rawGet("/v2/account").size(), whole.size());
}

TEST_F(FaultRest, SpoilsBodiesInEveryWay) {
    const Reply good = get(m_port, "/v2/account");
    ASSERT_EQ(good.status, 200U);
    const auto faulty = [&](json rule) {
        const std::int64_t id = add(rule);
        Reply reply = get(m_port, "/v2/account");
        EXPECT_EQ(done(id), 1) << rule.dump();
        EXPECT_EQ(reply.status, 200U) << rule.dump();
        return reply;
    };
    EXPECT_EQ(faulty({{"fault", "truncated_body"}}).body, good.body.substr(0, good.body.size() / 2));
    EXPECT_EQ(faulty({{"fault", "truncated_body"}, {"bytes", 5}}).body, good.body.substr(0, 5));
    const Reply html = faulty({{"fault", "html_body"}});
    EXPECT_TRUE(html.headers.at("content-type").starts_with("text/html"));
    EXPECT_TRUE(html.body.starts_with("<!DOCTYPE html>"));
    const Reply garbled = faulty({{"fault", "garbled_body"}});
    EXPECT_TRUE(garbled.headers.at("content-type").starts_with("application/json"));
    EXPECT_TRUE(garbled.json().is_discarded());
    const Reply wrongType = faulty({{"fault", "wrong_type"}});
    EXPECT_EQ(wrongType.headers.at("content-type"), "text/plain");
    EXPECT_EQ(wrongType.body, good.body);
    EXPECT_EQ(faulty({{"fault", "empty_body"}}).body, "");
    const Reply zipped = faulty({{"fault", "gzip_garbage"}});
    EXPECT_EQ(zipped.headers.at("content-encoding"), "gzip");
    EXPECT_TRUE(zipped.body.starts_with("\x1f\x8b\x08"));
    EXPECT_EQ(faulty({{"fault", "huge_body"}, {"bytes", 100'000}}).body.size(), 100'000U);
    EXPECT_EQ(faulty({{"fault", "unknown_status"}}).json()["status"], "awaiting_moonrise");
    const json more = faulty({{"fault", "unknown_fields"}}).json();
    EXPECT_TRUE(more.contains("new_vendor_field"));
    EXPECT_EQ(more["account_number"], good.json()["account_number"]);
}

TEST_F(FaultRest, RefusesAndRedirectsWithTheHeadersAskedFor) {
    add({{"fault", "rate_limited"}, {"retry_after", 7}});
    const Reply with = get(m_port, "/v2/clock");
    EXPECT_EQ(with.status, 429U);
    EXPECT_EQ(with.headers.at("retry-after"), "7");
    EXPECT_EQ(with.headers.at("x-ratelimit-remaining"), "0");
    EXPECT_FALSE(with.headers.at("x-ratelimit-reset").empty());
    add({{"fault", "rate_limited"}});
    EXPECT_FALSE(get(m_port, "/v2/clock").headers.contains("retry-after"));
    add({{"fault", "redirect"}, {"location", "http://127.0.0.1:9/x"}});
    EXPECT_EQ(get(m_port, "/v2/clock").headers.at("location"), "http://127.0.0.1:9/x");
    for (const int status : {500, 502, 503, 504}) {
        add({{"fault", "error_before"}, {"status", status}});
        EXPECT_EQ(get(m_port, "/v2/clock").status, static_cast<unsigned>(status));
    }
}

TEST_F(FaultRest, DelaysAnAnswerAndKeepsAMuteOneForever) {
    using Clock = std::chrono::steady_clock;
    add({{"fault", "delay"}, {"ms", 150}});
    const auto before = Clock::now();
    EXPECT_EQ(get(m_port, "/v2/clock").status, 200U);
    EXPECT_GE(Clock::now() - before, std::chrono::milliseconds(150));
    // The client gives up first: its half closes, and only then does the venue's connection end.
    const std::int64_t id = add({{"fault", "mute"}, {"path", "/v2/clock"}});
    const std::string request = "GET /v2/clock HTTP/1.1\r\nHost: x\r\nAPCA-API-KEY-ID: SANDBOX-KEY\r\n"
                                "APCA-API-SECRET-KEY: sandbox-secret\r\n\r\n";
    EXPECT_EQ(exchangeAndClose(m_port, request), "");
    EXPECT_EQ(done(id), 1);
}

TEST_F(FaultRest, ShiftsTheVenuesClock) {
    const auto clockOf = [](const Reply& reply) {
        return *Timestamp::tryFromRfc3339(reply.json()["timestamp"].get<std::string>());
    };
    const Timestamp truth = clockOf(get(m_port, "/v2/clock"));
    const std::int64_t id = add({{"fault", "clock_shift"}, {"seconds", 86'400}});
    const Reply shifted = get(m_port, "/v2/clock");
    EXPECT_GE(clockOf(shifted) - truth, Duration::seconds(86'400));
    EXPECT_LT(clockOf(shifted) - truth, Duration::seconds(86'460));
    const auto newer = [&] {
        const json rows = get(m_port, "/v3/clock").json()["clocks"];
        return *Timestamp::tryFromRfc3339(rows.at(0)["timestamp"].get<std::string>());
    };
    EXPECT_GE(newer() - truth, Duration::seconds(86'400));
    const std::string day = truth.rfc3339().substr(8, 2);
    EXPECT_NE(get(m_port, "/v2/account").headers.at("date").substr(5, 2), day);
    EXPECT_EQ(done(id), 3);
    ASSERT_TRUE(m_server->removeFault(id).ok());
    EXPECT_LT(newer() - truth, Duration::seconds(60));
    EXPECT_EQ(get(m_port, "/v2/account").headers.at("date").substr(5, 2), day);
}

TEST_F(FaultRest, AimsAtPolygonAndAtOneConnection) {
    const std::int64_t id = add({{"fault", "error_before"}, {"channel", "polygon"}});
    EXPECT_EQ(get(m_port, "/v2/clock").status, 200U);
    const Reply reply = get(m_port, "/v1/marketstatus/now");
    EXPECT_EQ(reply.status, 503U);
    EXPECT_EQ(reply.json()["status"], "ERROR") << "in the vendor's own words";
    EXPECT_EQ(done(id), 1);
    const std::int64_t second = add({{"fault", "drop_before"}, {"channel", "trading"}, {"nth", 2}});
    EXPECT_EQ(get(m_port, "/v2/clock").status, 200U);
    EXPECT_EQ(get(m_port, "/v2/clock").status, 0U);
    EXPECT_EQ(get(m_port, "/v2/clock").status, 200U);
    EXPECT_EQ(done(second), 1);
}

TEST_F(FaultRest, ListsRemovesAndRefusesRules) {
    const std::int64_t id = add({{"fault", "cut"}, {"label", "mine"}, {"path", "/nowhere"}});
    add({{"fault", "delay"}, {"path", "/nowhere"}});
    EXPECT_EQ(get(m_port, "/sandbox/v1/rules").json()["rules"].size(), 2U);
    EXPECT_EQ(call(m_port, "DELETE", "/sandbox/v1/rules?label=mine").json()["rules"].size(), 1U);
    EXPECT_EQ(call(m_port, "DELETE", "/sandbox/v1/rules?id=" + std::to_string(id)).status, 404U);
    EXPECT_EQ(call(m_port, "DELETE", "/sandbox/v1/rules").json()["rules"].size(), 0U);
    EXPECT_EQ(call(m_port, "PUT", "/sandbox/v1/rules", "{}").status, 405U);
    EXPECT_EQ(call(m_port, "POST", "/sandbox/v1/rules", "[").status, 400U);
    EXPECT_EQ(call(m_port, "POST", "/sandbox/v1/rules", R"([{"fault":"cut"},{"fault":"?"}])").status, 422U);
    EXPECT_EQ(get(m_port, "/sandbox/v1/rules").json()["rules"].size(), 0U) << "all of a list or none";
    const Reply storm = post(m_port, "/sandbox/v1/storm", {{"seed", 3}, {"rate", 0.05}, {"writes", false}});
    EXPECT_EQ(storm.status, 200U) << storm.body;
    const std::size_t rules = storm.json()["rules"].size();
    EXPECT_GT(rules, 10U);
    EXPECT_EQ(post(m_port, "/sandbox/v1/storm", {{"seed", 4}, {"writes", false}}).json()["rules"].size(),
              rules);
    EXPECT_EQ(get(m_port, "/sandbox/v1/rules").json()["rules"].size(), rules) << "in place of the one before";
    EXPECT_EQ(post(m_port, "/sandbox/v1/storm", {{"rate", 7}}).status, 422U);
}

TEST_F(FaultRest, AStormRepeatsWithItsSeed) {
    const auto statusesUnder = [](std::uint64_t seed) {
        SandboxConfig config;
        config.tradingRequestsPerMinute = 100'000;
        SandboxServer server(config);
        const auto address = server.start();
        EXPECT_TRUE(address.ok());
        const json storm = {{"seed", seed}, {"rate", 0.5}, {"delay_ms", 0}};
        EXPECT_EQ(post(address->port, "/sandbox/v1/storm", storm).status, 200U);
        std::string statuses;
        for (int i = 0; i < 40; ++i) {
            const Reply reply = get(address->port, "/v2/account/configurations");
            statuses += std::to_string(reply.status) + "/" + std::to_string(reply.body.size()) + " ";
        }
        std::int64_t happened = 0;
        for (const sandbox::FaultRuleState& state : server.faults().valueOr({}))
            happened += state.done;
        EXPECT_GT(happened, 8);
        EXPECT_LT(happened, 32);
        return statuses;
    };
    const std::string first = statusesUnder(11);
    EXPECT_EQ(first, statusesUnder(11));
    EXPECT_NE(first, statusesUnder(12));
}

TEST_F(FaultRest, ATestInTheSameProcessAsksWithoutAPort) {
    FaultRule rule = FaultRule::of(FaultKind::ErrorBefore);
    rule.where = only(Channel::Trading);
    const auto id = m_server->addFault(rule);
    ASSERT_TRUE(id.ok());
    EXPECT_EQ(get(m_port, "/v2/clock").status, 503U);
    EXPECT_EQ(m_server->faults()->at(0).done, 1);
    EXPECT_TRUE(m_server->removeFault(*id).ok());
    EXPECT_FALSE(m_server->removeFault(*id).ok());
    rule.rate = 2.0;
    EXPECT_FALSE(m_server->addFault(rule).ok());
    EXPECT_TRUE(m_server->clearFaults().ok());
    m_server->stop();
    EXPECT_FALSE(m_server->addFault(FaultRule::of(FaultKind::Cut)).ok());
    EXPECT_FALSE(m_server->connections().ok());
}

} // namespace
} // namespace strikedesk::sandboxtest
