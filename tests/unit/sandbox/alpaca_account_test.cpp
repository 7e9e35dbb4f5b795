// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sandbox/sandbox_rig.h"

#include <gtest/gtest.h>

namespace strikedesk::sandbox::test {
namespace {

using nlohmann::json;

TEST(AlpacaConfigurations, AreChangedOneByOneAndObeyed) {
    Rig rig;
    const json before = rig.get("/v2/account/configurations");
    EXPECT_EQ(before["suspend_trade"], false);
    const HttpAnswer changed =
        rig.call("PATCH", "/v2/account/configurations",
                 R"({"suspend_trade":true,"max_options_trading_level":1,"trade_confirm_email":"all"})");
    ASSERT_EQ(changed.status, 200);
    const json after = Rig::json(changed);
    EXPECT_EQ(after["suspend_trade"], true);
    EXPECT_EQ(after["max_options_trading_level"], 1);
    EXPECT_EQ(after["trade_confirm_email"], "all");
    EXPECT_EQ(after["fractional_trading"], before["fractional_trading"]);
    const json account = rig.get("/v2/account");
    EXPECT_EQ(account["trade_suspended_by_user"], true);
    EXPECT_EQ(account["options_trading_level"], 1);
    EXPECT_EQ(account["options_approved_level"], 3);
    const char* order = R"({"symbol":"SPY","qty":"1","side":"buy","type":"market","time_in_force":"day"})";
    EXPECT_EQ(rig.call("POST", "/v2/orders", order).status, 403);
    EXPECT_EQ(rig.call("PATCH", "/v2/account/configurations", R"({"suspend_trade":false})").status, 200);
    EXPECT_EQ(rig.call("POST", "/v2/orders", order).status, 200);
    for (const char* wrong : {R"({"suspend_trade":"yes"})", R"({"max_options_trading_level":4})",
                              R"({"max_margin_multiplier":"3"})", R"({"trade_confirm_email":"some"})"})
        EXPECT_EQ(rig.call("PATCH", "/v2/account/configurations", wrong).status, 422) << wrong;
    EXPECT_EQ(rig.call("PATCH", "/v2/account/configurations", "7").status, 400);
    EXPECT_EQ(rig.call("POST", "/v2/account/configurations", "{}").status, 405);
}

TEST(PortfolioHistory, IsWhatTheAccountWasWorth) {
    Rig rig;
    const char* order = R"({"symbol":"SPY","qty":"100","side":"buy","type":"market","time_in_force":"day"})";
    ASSERT_EQ(rig.call("POST", "/v2/orders", order).status, 200);
    rig.wait(Duration::minutes(21));
    const json history = rig.get("/v2/account/portfolio/history?period=1D&timeframe=5Min");
    const auto& equity = history["equity"];
    ASSERT_EQ(equity.size(), history["timestamp"].size());
    ASSERT_EQ(equity.size(), history["profit_loss"].size());
    ASSERT_GE(equity.size(), 5U);
    EXPECT_EQ(history["timestamp"][0], 1795012200) << "09:30 New York";
    EXPECT_EQ(equity[0], 100'000.0) << "nothing was held yet";
    const double now = std::stod(rig.get("/v2/account")["equity"].get<std::string>());
    EXPECT_NEAR(equity.back().get<double>(), now, 0.011);
    EXPECT_NEAR(history["profit_loss"].back().get<double>(), now - 100'000.0, 0.011);
    EXPECT_NE(equity[3], equity.back());
    const json days = rig.get("/v2/account/portfolio/history?period=1M&timeframe=1D&cashflow_types=ALL");
    EXPECT_EQ(days["timeframe"], "1D");
    EXPECT_EQ(days["equity"].size(), 1U) << "the account began today";
    EXPECT_TRUE(days["cashflow"].is_object());
    EXPECT_EQ(rig.call("GET", "/v2/account/portfolio/history?period=2A&timeframe=1Min").status, 400);
    EXPECT_EQ(rig.call("GET", "/v2/account/portfolio/history?period=soon").status, 400);
    EXPECT_EQ(rig.call("GET", "/v2/account/portfolio/history?pnl_reset=never").status, 400);
}

} // namespace
} // namespace strikedesk::sandbox::test
