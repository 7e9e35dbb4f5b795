// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sandbox/sandbox_rig.h"

#include <gtest/gtest.h>

namespace strikedesk::sandbox::test {
namespace {

using nlohmann::json;

int turn(Rig& rig, const char* body) { return rig.call("POST", "/sandbox/v1/switches", body).status; }

std::string restingOrder(Rig& rig) {
    const HttpAnswer answer = rig.call(
        "POST", "/v2/orders",
        R"({"symbol":"SPY","qty":"1","side":"buy","type":"limit","time_in_force":"gtc","limit_price":"5"})");
    EXPECT_EQ(answer.status, 200) << answer.body;
    return Rig::json(answer).value("id", "");
}

TEST(Switches, AreToldAndMovedAllOrNone) {
    SandboxConfig config;
    config.venue.stuckCancelPermille = 3;
    config.ghostSession = Duration::seconds(90);
    Rig rig(config);
    const json start = rig.get("/sandbox/v1/switches");
    EXPECT_EQ(start, (json{{"stuck_cancel_permille", 3},
                           {"early_assignment_permille", 0},
                           {"refuses_when_halted", false},
                           {"free_data_plan", false},
                           {"ghost_session_ms", 90'000},
                           {"slow_client_bytes", 16 * 1024 * 1024}}));
    for (const char* wrong :
         {R"({"stuck_cancel_permille":1001})", R"({"refuses_when_halted":1})", R"({"ghost_session_ms":-1})",
          R"({"ghost_session_ms":600001})", R"({"slow_client_bytes":1023})", R"({"moon":true})",
          R"({"refuses_when_halted":true,"early_assignment_permille":"many"})",
          R"({"refuses_when_halted":true,"slow_client_bytes":99999999999999})"})
        EXPECT_EQ(turn(rig, wrong), 422) << wrong;
    EXPECT_EQ(turn(rig, "[]"), 400);
    EXPECT_EQ(rig.call("DELETE", "/sandbox/v1/switches").status, 405);
    EXPECT_EQ(rig.get("/sandbox/v1/switches"), start);
    ASSERT_EQ(turn(rig, R"({"refuses_when_halted":true,"early_assignment_permille":1000})"), 200);
    json moved = start;
    moved["refuses_when_halted"] = true;
    moved["early_assignment_permille"] = 1000;
    EXPECT_EQ(rig.get("/sandbox/v1/switches"), moved);
}

TEST(Switches, RefuseAStartOutOfRange) {
    SandboxConfig config;
    config.slowClientBytes = 0;
    EXPECT_FALSE(Sandbox::tryOpen(config, MonoTime::fromNanoseconds(1)).ok());
    config = {};
    config.ghostSession = Duration::hours(1);
    EXPECT_FALSE(Sandbox::tryOpen(config, MonoTime::fromNanoseconds(1)).ok());
}

TEST(Switches, MakeCancelsHangWhileOn) {
    Rig rig;
    const std::string hanging = restingOrder(rig);
    ASSERT_EQ(turn(rig, R"({"stuck_cancel_permille":1000})"), 200);
    EXPECT_EQ(rig.call("DELETE", "/v2/orders/" + hanging).status, 204);
    rig.wait(Duration::minutes(1));
    EXPECT_EQ(rig.get("/v2/orders/" + hanging)["status"], "pending_cancel");
    ASSERT_EQ(turn(rig, R"({"stuck_cancel_permille":0})"), 200);
    const std::string usual = restingOrder(rig);
    EXPECT_EQ(rig.call("DELETE", "/v2/orders/" + usual).status, 204);
    EXPECT_EQ(rig.get("/v2/orders/" + usual)["status"], "canceled");
    EXPECT_EQ(rig.get("/v2/orders/" + hanging)["status"], "pending_cancel");
}

/// A call of SPY deep in the money that does not end this week.
std::string deepCall(Rig& rig) {
    const json page = rig.get("/v2/options/contracts?underlying_symbols=SPY&type=call&limit=1000"
                              "&expiration_date_gte=2026-12-01&expiration_date_lte=2027-01-31");
    std::string symbol;
    double lowest = 1e9;
    for (const json& contract : page["option_contracts"]) {
        const double strike = std::stod(contract["strike_price"].get<std::string>());
        if (strike < lowest) {
            lowest = strike;
            symbol = contract["symbol"];
        }
    }
    return symbol;
}

TEST(Switches, AssignEarlyFromTheCloseAfterTheyAreOn) {
    SandboxConfig config;
    config.venue.startingCash = Money::dollars(500'000);
    Rig rig(config);
    const std::string call = deepCall(rig);
    ASSERT_FALSE(call.empty());
    const auto market = [&](const std::string& symbol, const char* side, const char* count) {
        const json order = {
            {"symbol", symbol}, {"qty", count}, {"side", side}, {"type", "market"}, {"time_in_force", "day"}};
        return rig.call("POST", "/v2/orders", order.dump());
    };
    ASSERT_EQ(market("SPY", "buy", "100").status, 200);
    rig.wait(Duration::seconds(2));
    const HttpAnswer sold = market(call, "sell", "1");
    ASSERT_EQ(sold.status, 200) << sold.body;
    rig.wait(Duration::seconds(30));
    ASSERT_EQ(rig.get("/v2/positions/" + call)["qty"], "-1");
    rig.jumpTo("2026-11-18T21:30:00Z");
    EXPECT_EQ(rig.get("/v2/positions/" + call)["qty"], "-1") << "the switch is off";
    ASSERT_EQ(turn(rig, R"({"early_assignment_permille":1000})"), 200);
    rig.jumpTo("2026-11-19T21:30:00Z");
    EXPECT_EQ(rig.call("GET", "/v2/positions/" + call).status, 404);
    EXPECT_EQ(rig.call("GET", "/v2/positions/SPY").status, 404) << "the shares were delivered";
    EXPECT_EQ(rig.get("/v2/account/activities/OPASN").size(), 1U);
}

struct Login {
    RecordingPeer peer;
    std::unique_ptr<SocketSession> session;

    Login(Rig& rig, const char* path) {
        session = rig.sandbox->openSocket(*parseTarget("GET", path), peer);
        session->opened(rig.now());
        session->received(R"({"action":"auth","key":"SANDBOX-KEY","secret":"sandbox-secret"})", false);
    }
    json last() const { return peer.messages().back(); }
};

TEST(Switches, TakeAwayTheTapeAndGiveItBack) {
    SandboxConfig config;
    config.optionFeed = "indicative";
    Rig rig(config);
    const char* tape = "/v2/stocks/quotes/latest?symbols=SPY&feed=sip";
    EXPECT_EQ(rig.call("GET", tape).status, 200);
    ASSERT_EQ(turn(rig, R"({"free_data_plan":true})"), 200);
    EXPECT_EQ(rig.call("GET", tape).status, 403);
    EXPECT_EQ(Login(rig, "/v2/sip").last()["code"], 409);
    ASSERT_EQ(turn(rig, R"({"free_data_plan":false})"), 200);
    EXPECT_EQ(rig.call("GET", tape).status, 200);
    EXPECT_EQ(Login(rig, "/v2/sip").last()["msg"], "authenticated");
}

TEST(Switches, LeaveGhostsOfSessionsCutWhileOn) {
    Rig rig;
    rig.wait(Duration::seconds(1));
    { const Login unseen(rig, "/v2/sip"); }
    EXPECT_EQ(Login(rig, "/v2/sip").last()["msg"], "authenticated") << "the switch was off";
    ASSERT_EQ(turn(rig, R"({"ghost_session_ms":90000})"), 200);
    { const Login cut(rig, "/v2/sip"); }
    EXPECT_EQ(Login(rig, "/v2/sip").last()["code"], 406);
    rig.wait(Duration::seconds(91));
    EXPECT_EQ(Login(rig, "/v2/sip").last()["msg"], "authenticated");
}

} // namespace
} // namespace strikedesk::sandbox::test
