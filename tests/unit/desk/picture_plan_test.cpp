// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/picture_plan.h"
#include "core/base/zone.h"

#include <gtest/gtest.h>

namespace strikedesk::desk {
namespace {

engine::TradeView trade(const std::string& id, std::int64_t entered, trade::TradePhase phase) {
    engine::TradeView view;
    view.state.id = IntentId(id);
    view.state.symbol = Symbol::of("SOFI261127C00029000");
    view.state.phase = phase;
    view.totals.entered = Quantity::whole(entered);
    return view;
}

engine::OrderView with(std::vector<engine::TradeView> trades) {
    engine::OrderView view;
    view.trades = std::move(trades);
    return view;
}

TEST(PicturePlan, TradesFromBeforeTheStartGetNoPictureOfTheirEntry) {
    PicturePlan plan;
    EXPECT_TRUE(plan.look(with({trade("a", 2, trade::TradePhase::Open)})).empty());
    const auto moments = plan.look(with({trade("a", 2, trade::TradePhase::Closed)}));
    ASSERT_EQ(moments.size(), 1U);
    EXPECT_EQ(moments[0].event, "exit");
}

TEST(PicturePlan, OneEntryHoweverManyPartsFill) {
    PicturePlan plan;
    EXPECT_TRUE(plan.look(with({})).empty());
    EXPECT_TRUE(plan.look(with({trade("a", 0, trade::TradePhase::Entering)})).empty());
    EXPECT_EQ(plan.look(with({trade("a", 1, trade::TradePhase::Open)})).size(), 1U);
    EXPECT_TRUE(plan.look(with({trade("a", 4, trade::TradePhase::Open)})).empty());
}

TEST(PicturePlan, AnEntryThatNeverFilledHasNoMoments) {
    PicturePlan plan;
    EXPECT_TRUE(plan.look(with({})).empty());
    EXPECT_TRUE(plan.look(with({trade("a", 0, trade::TradePhase::Closed)})).empty());
}

TEST(PicturePlan, AFastRoundTripGivesBoth) {
    PicturePlan plan;
    EXPECT_TRUE(plan.look(with({})).empty());
    EXPECT_EQ(plan.look(with({trade("a", 1, trade::TradePhase::Closed)})).size(), 2U);
}

TEST(PicturePlan, NamesSortByTimeAndSayEverything) {
    PictureMoment moment;
    moment.contract = Symbol::of("SOFI261127C00029000");
    moment.event = "entry";
    moment.at = fromNewYork(Date::tryFromYmd(2026, 11, 20).value(), 9 * 3600 + 35 * 60 + 12);
    EXPECT_EQ(pictureName(moment, Symbol::of("SOFI"), "contract").generic_string(),
              "2026-11-20/093512_SOFI_SOFI261127C00029000_entry_contract.png");
}

} // namespace
} // namespace strikedesk::desk
