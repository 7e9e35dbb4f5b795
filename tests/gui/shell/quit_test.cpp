// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/shell/shell_rig.h"
#include "ui/shell/quit_panel.h"

#include <QLabel>
#include <QPushButton>

#include <gtest/gtest.h>

namespace strikedesk::ui {
namespace {

constexpr const char* kContract = "SPY261120C00656000";

/// A window whose desk has something that may depend on it.
struct QuitRig : ShellRig {
    int quits = 0;

    explicit QuitRig(const SnapshotBuilder& desk) {
        services.quit = [this] { ++quits; };
        rig.desk.show(desk.build());
        open();
    }
    QWidget& question() const { return *child<QWidget>("quit.panel"); }
};

TEST(Quit, AsksNothingWhenNothingDependsOnTheProgram) {
    QuitRig rig(SnapshotBuilder().openTrade("t1", kContract, 2, 136, 140, 147));
    EXPECT_TRUE(rig.window->close());
    EXPECT_EQ(rig.quits, 1);
}

TEST(Quit, SaysWhichStopEndsWithItAndStaysOnEscape) {
    QuitRig rig(SnapshotBuilder().openTrade("t1", kContract, 2, 136, 140, 147, 120));
    EXPECT_FALSE(rig.window->close());
    EXPECT_EQ(rig.quits, 0);
    EXPECT_TRUE(rig.window->isVisible());
    ASSERT_TRUE(rig.question().isVisible());
    const QString words = rig.child<QLabel>("quit.sentences")->text();
    EXPECT_TRUE(words.contains(QStringLiteral("1.20"))) << words.toStdString();
    EXPECT_TRUE(words.contains(QStringLiteral("656"))) << words.toStdString();
    QTest::keyClick(rig.child<QPushButton>("quit.stay"), Qt::Key_Escape);
    EXPECT_FALSE(rig.question().isVisible());
    EXPECT_FALSE(rig.window->close()) << "asked again the next time";
    rig.child<QPushButton>("quit.confirm")->click();
    EXPECT_EQ(rig.quits, 1);
    EXPECT_FALSE(rig.window->isVisible());
}

TEST(Quit, ASignalIsNotAsked) {
    QuitRig rig(SnapshotBuilder().openTrade("t1", kContract, 2, 136, 140, 147, 120));
    rig.window->closeNow();
    EXPECT_EQ(rig.quits, 1);
}

TEST(Quit, AnEntryThatStaysAtTheVenueIsNamed) {
    const engine::EngineSnapshot desk = [] {
        engine::EngineSnapshot made = SnapshotBuilder().openTrade("t1", kContract, 2, 136, 140).build();
        auto orders = std::make_shared<engine::OrderView>(*made.orders);
        orders->trades[0].state.phase = trade::TradePhase::Entering;
        made.orders = orders;
        return made;
    }();
    EXPECT_EQ(endsWithProgram(desk).size(), 1);
}

} // namespace
} // namespace strikedesk::ui
