// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/support/panel_rig.h"
#include "ui/panels/chain/chain_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

#include <random>

namespace strikedesk::ui {
namespace {

std::shared_ptr<const ChainView> shared(ChainView view) {
    return std::make_shared<const ChainView>(std::move(view));
}

class ChainModelTest : public ::testing::Test {
protected:
    ChainModelTest() {
        ChainFilter all;
        all.strikes.reset();
        model.setFilter(all);
        model.setView(shared(view));
    }

    ChainView view = ScriptedChain::Board::around("SOFI", 2948, 50, 20);
    ChainModel model{nullptr};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(ChainModelTest, PutsMirrorCalls) {
    EXPECT_EQ(model.columnCount(), 13);
    EXPECT_EQ(model.strikeColumn(), 6);
    EXPECT_EQ(model.columnAt(0), ChainColumn::Bid);
    EXPECT_EQ(model.columnAt(12), ChainColumn::Bid);
    EXPECT_EQ(model.columnAt(5), ChainColumn::OpenInterest);
    EXPECT_EQ(model.columnAt(7), ChainColumn::OpenInterest);
    EXPECT_EQ(model.placeOf(OptionRight::Put, ChainColumn::Ask), 11);
    EXPECT_EQ(model.placeOf(OptionRight::Call, ChainColumn::Age), -1);
    model.setColumns(ChainColumns::greeks());
    EXPECT_EQ(model.columnCount(), 15);
}

TEST_F(ChainModelTest, OneChangedRangePerUpdateAndNoReset) {
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    for (const std::size_t row : {4U, 9U, 6U})
        view.rows[row].put->bid = view.rows[row].put->bid + Price::fromCents(1);
    model.setView(shared(view));
    ASSERT_EQ(changed.count(), 1);
    EXPECT_EQ(changed.front().at(0).toModelIndex().row(), 4);
    EXPECT_EQ(changed.front().at(1).toModelIndex().row(), 9);
    model.setView(shared(view));
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(reset.count(), 0);
}

TEST_F(ChainModelTest, MoneynessFollowsTheSpotAcrossAStrike) {
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    view.spot = Price::fromCents(2949);
    model.setView(shared(view));
    EXPECT_EQ(changed.count(), 0);
    view.spot = Price::fromCents(3001);
    model.setView(shared(view));
    EXPECT_EQ(changed.count(), 1);
    const int row = model.rowsUpTo(Price::fromCents(3001)) - 1;
    EXPECT_EQ(model.row(row).strike, Price::fromCents(3000));
    EXPECT_TRUE(model.isInTheMoney(row, OptionRight::Call));
    EXPECT_FALSE(model.isInTheMoney(row, OptionRight::Put));
    view.spot = Price();
    model.setView(shared(view));
    EXPECT_FALSE(model.atTheMoneyRow().has_value());
}

TEST_F(ChainModelTest, NewStrikesComeInAsRows) {
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    const QPersistentModelIndex kept(model.index(10, 2));
    const Price strike = model.row(10).strike;
    view.rows.erase(view.rows.begin() + 2, view.rows.begin() + 5);
    ChainRow last = view.rows.back();
    last.strike = last.strike + Price::fromCents(500);
    view.rows.push_back(last);
    model.setView(shared(view));
    EXPECT_EQ(reset.count(), 0);
    EXPECT_EQ(inserted.count(), 1);
    EXPECT_EQ(removed.count(), 1);
    EXPECT_EQ(model.row(kept.row()).strike, strike);
}

TEST_F(ChainModelTest, AnyStormOfStrikesIsFollowed) {
    std::mt19937 draw(5);
    const ChainView full = view;
    for (int round = 0; round < 300; ++round) {
        view = full;
        std::erase_if(view.rows, [&](const ChainRow&) { return draw() % 3 == 0; });
        for (ChainRow& row : view.rows)
            if (draw() % 2 == 0)
                row.call.reset();
        ChainFilter filter;
        filter.strikes = draw() % 2 == 0 ? std::optional<int>(4) : std::nullopt;
        filter.sides = static_cast<ChainSides>(draw() % 3);
        model.setView(shared(view));
        model.setFilter(filter);
        ASSERT_EQ(static_cast<std::size_t>(model.rowCount()), filteredRows(view, filter).size());
    }
}

TEST_F(ChainModelTest, FindsAContractOnlyWhereItIsListed) {
    const Symbol put = view.rows[7].put->contract;
    const QModelIndex found = model.indexOf(put);
    ASSERT_TRUE(found.isValid());
    EXPECT_EQ(found.row(), 7);
    EXPECT_EQ(model.rightOf(found.column()), OptionRight::Put);
    EXPECT_FALSE(model.indexOf(Symbol::of("SOFI261127C00999000")).isValid());
    EXPECT_FALSE(model.indexOf(Symbol::of("SOFI")).isValid());
    EXPECT_FALSE(model.indexOf(Symbol()).isValid());
}

TEST_F(ChainModelTest, ScreenReadersHearTheContractAndTheColumn) {
    const QString said = model.index(7, 0).data(Qt::AccessibleTextRole).toString();
    EXPECT_TRUE(said.contains(QStringLiteral("SOFI 27 Nov"))) << said.toStdString();
    EXPECT_TRUE(said.contains(QStringLiteral("Bid")));
}

TEST_F(ChainModelTest, WhatTheDataPlanLeavesOutIsShownAsNotLive) {
    ChainSide live = *view.rows[4].put;
    live.confirmed = SnapshotBuilder::at();
    const DisplayAge age = DisplayAge::of(Settings(), SnapshotBuilder::at());
    EXPECT_FALSE(isStale(live, age));
    live.isStreamed = false;
    EXPECT_TRUE(isStale(live, age));
    EXPECT_EQ(ChainColumns::colour(live, ChainColumn::Bid, age), Token::Muted);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    view.rows[4].put->isStreamed = false;
    model.setView(shared(view));
    EXPECT_EQ(changed.count(), 1);
    const QModelIndex bid = model.index(4, model.placeOf(OptionRight::Put, ChainColumn::Bid));
    EXPECT_TRUE(bid.data(Qt::ToolTipRole).toString().contains(QStringLiteral("Not live")));
}

} // namespace
} // namespace strikedesk::ui
