// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/support/panel_rig.h"
#include "ui/panels/watchlist/watch_model.h"

#include <QAbstractItemModelTester>
#include <QMimeData>

#include <gtest/gtest.h>

namespace strikedesk::ui {
namespace {

class WatchModelTest : public ::testing::Test {
protected:
    WatchModelTest() {
        lists.fillWithExample();
        model.setNow(SnapshotBuilder::at());
        model.setRows(rows());
    }
    std::vector<WatchRow>& rows() { return lists.held.front().rows; }
    Cell at(const char* symbol, const char* column) const {
        return model.cell(model.placeOf(Symbol::of(symbol)), model.columnOf(QLatin1String(column)));
    }

    ScriptedWatchlists lists;
    WatchModel model{nullptr};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(WatchModelTest, ChangesCarryTheirSign) {
    EXPECT_EQ(at("SPY", "percent").text, QStringLiteral("+0.62"));
    EXPECT_EQ(at("SPY", "percent").colour, Token::Up);
    EXPECT_EQ(at("IWM", "percent").text, QString(QChar(0x2212)) + QStringLiteral("0.18"));
    EXPECT_EQ(at("IWM", "percent").colour, Token::Down);
}

TEST_F(WatchModelTest, AMinuteOldQuoteIsMutedAndSaysItsAge) {
    EXPECT_EQ(at("SPY", "last").colour, Token::Text);
    model.setNow(SnapshotBuilder::at() + Duration::seconds(90));
    EXPECT_EQ(at("SPY", "last").colour, Token::Muted);
    EXPECT_EQ(at("SPY", "percent").colour, Token::Muted);
    EXPECT_EQ(at("SPY", "age").text, QStringLiteral("1 m 30 s"));
}

TEST_F(WatchModelTest, WhatTheDataPlanLeavesOutIsShownAsNotLive) {
    EXPECT_EQ(at("SPY", "last").colour, Token::Text);
    rows()[0].isStreamed = false;
    model.setRows(rows());
    EXPECT_EQ(at("SPY", "last").colour, Token::Muted);
    EXPECT_EQ(at("SPY", "percent").colour, Token::Muted);
    EXPECT_TRUE(at("SPY", "symbol").hint.startsWith(QStringLiteral("Not live")));
    EXPECT_EQ(at("QQQ", "last").colour, Token::Text);
}

TEST_F(WatchModelTest, AHaltIsMarkedInWords) {
    rows()[6].isHalted = true;
    model.setRows(rows());
    EXPECT_FALSE(at("TSLA", "symbol").badge.isEmpty());
    EXPECT_TRUE(at("TSLA", "symbol").hint.contains(QStringLiteral("halted")));
}

TEST_F(WatchModelTest, ANewPriceFlashesOnlyWhenAsked) {
    rows()[0].last = *rows()[0].last + Price::fromCents(1);
    rows()[1].last = *rows()[1].last - Price::fromCents(1);
    model.setRows(rows());
    EXPECT_TRUE(model.isFlashing());
    EXPECT_GT(at("SPY", "last").flash, 0);
    EXPECT_LT(at("QQQ", "last").flash, 0);
    EXPECT_EQ(at("IWM", "last").flash, 0);
    model.setFlashes(false);
    EXPECT_FALSE(model.isFlashing());
    EXPECT_EQ(at("SPY", "last").flash, 0);
}

TEST_F(WatchModelTest, UnknownFiguresSortLast) {
    rows()[2].last.reset();
    model.setRows(rows());
    model.setOrder(model.columnOf(QStringLiteral("percent")), Qt::DescendingOrder);
    EXPECT_EQ(model.row(0).symbol, Symbol::of("SOFI"));
    EXPECT_EQ(model.row(11).symbol, Symbol::of("IWM"));
}

TEST_F(WatchModelTest, SymbolsTravelAsText) {
    const std::unique_ptr<QMimeData> data(model.mimeData({model.index(3, 0)}));
    EXPECT_EQ(data->text(), QStringLiteral("SOFI"));
    QMimeData other;
    other.setText(QStringLiteral("two words"));
    EXPECT_FALSE(model.canDropMimeData(&other, Qt::CopyAction, 0, 0, {}));
    EXPECT_FALSE(model.dropMimeData(nullptr, Qt::CopyAction, 0, 0, {}));
    std::vector<std::pair<Symbol, int>> drops;
    model.dropped = [&](const Symbol& symbol, int before) { drops.emplace_back(symbol, before); };
    other.setText(QStringLiteral(" amzn\n"));
    EXPECT_TRUE(model.dropMimeData(&other, Qt::CopyAction, -1, -1, model.index(2, 0)));
    ASSERT_EQ(drops.size(), 1U);
    EXPECT_EQ(drops.front(), std::pair(Symbol::of("AMZN"), 2));
}

} // namespace
} // namespace strikedesk::ui
