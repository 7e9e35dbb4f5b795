// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/support/panel_rig.h"
#include "ui/panels/chain/chain_columns.h"
#include "ui/panels/chain/chain_filter.h"
#include "ui/theme/format.h"

#include <gtest/gtest.h>

namespace strikedesk::ui {
namespace {

ChainSide quoted(std::int64_t bidCents, std::int64_t askCents) {
    ChainSide side;
    side.bid = Price::fromCents(bidCents);
    side.ask = Price::fromCents(askCents);
    side.confirmed = SnapshotBuilder::at();
    return side;
}

TEST(ChainColumns, AnEmptySideIsNotAPriceOfZero) {
    const ChainSide side = quoted(0, 5);
    const Timestamp now = SnapshotBuilder::at();
    EXPECT_EQ(ChainColumns::text(side, ChainColumn::Bid, true, Price::fromCents(2900), now), unknownText());
    EXPECT_EQ(ChainColumns::text(side, ChainColumn::Mid, true, Price::fromCents(2900), now), unknownText());
    EXPECT_EQ(ChainColumns::text(side, ChainColumn::Spread, true, Price::fromCents(2900), now),
              unknownText());
}

TEST(ChainColumns, BreakEvenIsAboveForCallsAndBelowForPuts) {
    const ChainSide side = quoted(100, 104);
    const Timestamp now = SnapshotBuilder::at();
    EXPECT_EQ(ChainColumns::text(side, ChainColumn::BreakEven, true, Price::fromCents(2900), now),
              QStringLiteral("30.02"));
    EXPECT_EQ(ChainColumns::text(side, ChainColumn::BreakEven, false, Price::fromCents(2900), now),
              QStringLiteral("27.98"));
}

TEST(ChainColumns, SpreadsAreColouredByWidthAndStaleQuotesAreNot) {
    const DisplayAge now = DisplayAge::of(Settings(), SnapshotBuilder::at());
    EXPECT_EQ(ChainColumns::colour(quoted(100, 102), ChainColumn::Spread, now), Token::Up);
    EXPECT_EQ(ChainColumns::colour(quoted(100, 104), ChainColumn::Spread, now), Token::Text);
    EXPECT_EQ(ChainColumns::colour(quoted(100, 107), ChainColumn::Spread, now), Token::Warn);
    EXPECT_EQ(ChainColumns::colour(quoted(100, 130), ChainColumn::Spread, now), Token::Down);
    const DisplayAge later = DisplayAge::of(Settings(), SnapshotBuilder::at() + Duration::seconds(61));
    EXPECT_EQ(ChainColumns::colour(quoted(100, 102), ChainColumn::Spread, later), Token::Muted);
    EXPECT_EQ(ChainColumns::colour(quoted(100, 102), ChainColumn::Bid, later), Token::Muted);
    EXPECT_EQ(ChainColumns::colour(quoted(100, 102), ChainColumn::Bid, now), Token::Text);
    EXPECT_EQ(ChainColumns::colour(quoted(100, 102), ChainColumn::Age, later), Token::Warn);
}

TEST(ChainFilter, StrikesAroundTheSpotAndNoneInventedWithoutOne) {
    ChainView view = ScriptedChain::Board::around("SOFI", 2948, 50, 40);
    ChainFilter filter;
    filter.strikes = 3;
    const auto rows = filteredRows(view, filter);
    ASSERT_EQ(rows.size(), 7U);
    EXPECT_EQ(view.rows[rows[3]].strike, Price::fromCents(2950));
    view.spot.reset();
    EXPECT_EQ(filteredRows(view, filter).size(), view.rows.size());
    view.spot = Price();
    EXPECT_EQ(filteredRows(view, filter).size(), view.rows.size());
}

TEST(ChainFilter, OfTwoStrikesEquallyNearTheLowerIsAtTheMoney) {
    ChainView view = ScriptedChain::Board::around("SOFI", 2950, 100, 10);
    const auto rows = filteredRows(view, ChainFilter{});
    EXPECT_EQ(view.rows[rows[nearestStrike(view, rows, Price::fromCents(2950)).value()]].strike,
              Price::fromCents(2900));
    EXPECT_FALSE(nearestStrike(view, {}, Price::fromCents(2950)).has_value());
}

TEST(ChainFilter, WhatIsNotKnownDoesNotPassALimit) {
    ChainFilter filter;
    filter.minOpenInterest = 100;
    ChainSide side = quoted(100, 102);
    EXPECT_FALSE(filter.passes(side));
    side.openInterest = 100;
    EXPECT_TRUE(filter.passes(side));
    filter.maxSpreadPercent = 5;
    EXPECT_TRUE(filter.passes(side));
    side.bid = Price();
    EXPECT_FALSE(filter.passes(side));
}

TEST(ChainFilter, RowsOutOfOrderAreLeftOut) {
    ChainView view = ScriptedChain::Board::around("SOFI", 2948, 50, 10);
    std::swap(view.rows[3], view.rows[4]);
    view.rows[7] = view.rows[6];
    ChainFilter all;
    all.strikes.reset();
    const auto rows = filteredRows(view, all);
    for (std::size_t i = 1; i < rows.size(); ++i)
        EXPECT_LT(view.rows[rows[i - 1]].strike, view.rows[rows[i]].strike);
}

} // namespace
} // namespace strikedesk::ui
