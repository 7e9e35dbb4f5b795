// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/session/session_config.h"
#include "core/run/session/stream_plan.h"

#include <gtest/gtest.h>

namespace strikedesk::session {
namespace {

using market::Attention;

std::set<Symbol> symbols(std::initializer_list<const char*> names) {
    std::set<Symbol> set;
    for (const char* name : names)
        set.insert(Symbol::of(name));
    return set;
}

const std::vector<StreamWish> kWishes = {
    {Symbol::of("AAPL"), Attention::Listed}, {Symbol::of("MSFT"), Attention::Listed},
    {Symbol::of("QQQ"), Attention::Shown},   {Symbol::of("SPY"), Attention::Focused},
    {Symbol::of("TSLA"), Attention::Held},   {Symbol::of("MSFT"), Attention::Shown}};

TEST(StreamPlan, WithoutALimitEverythingIsLive) {
    const auto choice = StreamPlan().choose(kWishes);
    EXPECT_EQ(choice.live, symbols({"AAPL", "MSFT", "QQQ", "SPY", "TSLA"}));
    EXPECT_TRUE(choice.leftOut.empty());
}

TEST(StreamPlan, PositionsComeFirstThenTheFocusThenWhatIsShownThenLists) {
    StreamPlan plan;
    const std::vector<const char*> order = {"TSLA", "SPY", "QQQ", "MSFT", "AAPL"};
    for (std::size_t most = 0; most <= order.size(); ++most) {
        plan.setLimit(most);
        const auto choice = plan.choose(kWishes);
        EXPECT_EQ(choice.live.size(), most);
        for (std::size_t i = 0; i < order.size(); ++i) {
            EXPECT_EQ(choice.live.contains(Symbol::of(order[i])), i < most) << order[i] << " of " << most;
            EXPECT_EQ(choice.leftOut.contains(Symbol::of(order[i])), i >= most) << order[i];
        }
    }
}

TEST(StreamPlan, ARefusalHalvesTheDistanceToWhatTheVenueDelivers) {
    StreamPlan plan;
    EXPECT_TRUE(plan.refused(40, 0));
    EXPECT_EQ(plan.limit(), 20U);
    EXPECT_FALSE(plan.refused(40, 0)) << "an answer to an older request";
    EXPECT_TRUE(plan.refused(20, 10));
    EXPECT_EQ(plan.limit(), 15U);
    EXPECT_TRUE(plan.refused(11, 10));
    EXPECT_EQ(plan.limit(), 10U);
}

TEST(StreamPlan, RefusalsComeToAnEndWhateverTheVenueAllows) {
    for (std::size_t allowed = 0; allowed <= 40; ++allowed) {
        StreamPlan plan;
        std::size_t asked = 40;
        int refusals = 0;
        while (asked > allowed) {
            ASSERT_TRUE(plan.refused(asked, 0));
            asked = *plan.limit();
            ASSERT_LE(++refusals, 6) << allowed;
        }
        EXPECT_LE(asked, allowed);
        EXPECT_FALSE(plan.refused(0, 0));
    }
}

TEST(StreamPlan, AVenueThatDeliversMoreThanItWasAskedForDoesNotRaiseTheLimit) {
    StreamPlan plan;
    plan.setLimit(30);
    EXPECT_TRUE(plan.refused(30, 35));
    EXPECT_EQ(plan.limit(), 15U);
}

TEST(StreamLimit, ComesFromTheSettingOrTheFeed) {
    const Settings standard;
    EXPECT_EQ(stockSymbolLimit(standard, "iex"), 30U);
    EXPECT_EQ(stockSymbolLimit(standard, "delayed_sip"), 30U);
    EXPECT_EQ(stockSymbolLimit(standard, "sip"), std::nullopt);
    EXPECT_EQ(optionSymbolLimit(standard, "indicative"), 200U);
    EXPECT_EQ(optionSymbolLimit(standard, "opra"), 1'000U);
    const auto changed = standard.withStored("alpaca.stock_symbols", "12");
    ASSERT_TRUE(changed.ok());
    EXPECT_EQ(stockSymbolLimit(*changed, "sip"), 12U);
}

TEST(NetTuning, FollowsTheSettings) {
    const workers::NetTuning standard = netTuningFrom(Settings());
    EXPECT_EQ(standard.orders.perMinute, 160);
    EXPECT_EQ(standard.contracts.perMinute, 40);
    EXPECT_EQ(standard.data.perMinute, 200);
    EXPECT_EQ(standard.orders.limits.wholeWrite, Duration::seconds(10));
    EXPECT_EQ(standard.data.limits.retries, 2);
    EXPECT_EQ(standard.reconnect.longest, Duration::seconds(30));
    SettingLayers layers;
    layers.stored = {{"alpaca.trading_requests_per_minute", "1000"},
                     {"net.request_seconds", "3"},
                     {"net.read_retries", "0"},
                     {"net.breaker_failures", "9"},
                     {"net.breaker_open_seconds", "15"},
                     {"net.reconnect_max_seconds", "120"}};
    const auto settings = Settings::tryFrom(layers);
    ASSERT_TRUE(settings.ok());
    const workers::NetTuning changed = netTuningFrom(*settings);
    EXPECT_EQ(changed.orders.perMinute, 800);
    EXPECT_EQ(changed.contracts.perMinute, 200);
    EXPECT_EQ(changed.data.limits.idle, Duration::seconds(3));
    EXPECT_EQ(changed.data.limits.retries, 0);
    EXPECT_EQ(changed.data.breaker.failures, 9);
    EXPECT_EQ(changed.data.breaker.openFor, Duration::seconds(15));
    EXPECT_EQ(changed.reconnect.longest, Duration::seconds(120));
    layers.stored = {{"alpaca.trading_requests_per_minute", "1"}};
    const workers::NetTuning least = netTuningFrom(*Settings::tryFrom(layers));
    EXPECT_EQ(least.orders.perMinute, 1) << "orders are never left without a request";
}

} // namespace
} // namespace strikedesk::session
