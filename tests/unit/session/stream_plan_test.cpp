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

} // namespace
} // namespace strikedesk::session
