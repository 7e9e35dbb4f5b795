// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/shell/shell_rig.h"
#include "ui/shell/connection_lights.h"
#include "ui/shell/status_line.h"
#include "ui/shell/toasts.h"

#include <gtest/gtest.h>

// What the head and the foot of the window keep when room is short or several things are wrong.

namespace strikedesk::ui {
namespace {

using Kind = StatusEntry::Kind;

std::vector<Kind> kinds(const StatusLine& line) {
    std::vector<Kind> found;
    for (const StatusEntry& entry : line.entries())
        found.push_back(entry.kind);
    return found;
}

TEST(Header, TheSmallestWindowKeepsModeMoneyArmAndKillWhole) {
    ShellRig rig;
    rig.open(QSize(1280, 680));
    rig.rig.desk.change([](engine::EngineSnapshot& snapshot) {
        snapshot.equity = Money::dollars(12'345'678);
        snapshot.dayProfit = Money::dollars(-123'456);
    });
    ShellRig::settle();
    auto* header = rig.child<QWidget>("header");
    ASSERT_NE(header, nullptr);
    for (const char* name :
         {"header.mode", "header.equity", "header.profit", "header.arm", "header.kill", "header.clock"}) {
        const auto* part = rig.child<QWidget>(name);
        ASSERT_NE(part, nullptr) << name;
        EXPECT_TRUE(part->isVisible()) << name;
        EXPECT_GE(part->width(), part->sizeHint().width()) << name;
        EXPECT_TRUE(header->rect().contains(part->geometry())) << name;
    }
    const auto parts = header->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
    for (const QWidget* one : parts)
        for (const QWidget* other : parts)
            EXPECT_TRUE(one == other || !one->isVisible() || !other->isVisible() ||
                        !one->geometry().intersects(other->geometry()))
                << one->objectName().toStdString() << " over " << other->objectName().toStdString();
}

TEST(Header, TheDataLightSaysWhatIsNotRealTime) {
    const auto snapshot = SnapshotBuilder().build();
    const auto lightFor = [&](const char* stocks, const char* options) {
        DeskFacts facts;
        facts.stockFeed = stocks;
        facts.optionFeed = options;
        return lightsOf(snapshot, facts)[0];
    };
    EXPECT_EQ(lightFor("sip", "opra").name, QStringLiteral("Data"));
    EXPECT_EQ(lightFor("iex", "indicative").name, QStringLiteral("Data: indicative"));
    EXPECT_EQ(lightFor("delayed_sip", "indicative").name, QStringLiteral("Data: delayed"));
    EXPECT_TRUE(lightFor("delayed_sip", "opra").words.contains(QStringLiteral("15 minutes late")));
}

TEST(StatusLine, TheKillSwitchIsNeverHiddenByLesserTroubles) {
    ScriptedDesk desk;
    desk.show(SnapshotBuilder().kill(trade::KillLevel::BlockEntries).build());
    StatusLine line(desk, nullptr);
    DeskFacts facts;
    facts.mishap = "A chart picture could not be written.";
    desk.setFacts(facts);
    line.refresh(trade::KillLevel::BlockEntries);
    EXPECT_EQ(kinds(line), (std::vector{Kind::Kill, Kind::Mishap}));
    facts.trouble = "The broker refused the key.";
    desk.setFacts(facts);
    line.refresh(trade::KillLevel::BlockEntries);
    EXPECT_EQ(kinds(line), (std::vector{Kind::Kill, Kind::Trouble}));
    line.refresh(trade::KillLevel::None);
    EXPECT_EQ(kinds(line), (std::vector{Kind::Trouble, Kind::Mishap}));
    facts.trouble.clear(); // the session has started
    desk.setFacts(facts);
    line.refresh(trade::KillLevel::None);
    EXPECT_EQ(kinds(line), std::vector{Kind::Mishap});
}

TEST(StatusLine, SpeakingMovesNoPanel) {
    ShellRig rig;
    rig.open(QSize(1400, 800));
    const QRect before = rig.window->workspace().geometry();
    const QRect chain = rig.dock("chain#1")->geometry();
    rig.rig.desk.show(SnapshotBuilder().kill(trade::KillLevel::BlockEntries).build());
    ShellRig::settle();
    ASSERT_EQ(rig.child<QWidget>("status.first")->isVisible(), true);
    EXPECT_EQ(rig.window->workspace().geometry(), before);
    EXPECT_EQ(rig.dock("chain#1")->geometry(), chain);
}

TEST(Toasts, WhatTheKillSwitchSaidGoesWithIt) {
    ShellRig rig;
    rig.open(QSize(1400, 800));
    SnapshotBuilder on;
    on.kill(trade::KillLevel::BlockEntries)
        .notice(trade::NoticeLevel::Critical, "kill.set", "The kill switch is on, set by window.");
    rig.rig.desk.show(on.build());
    EXPECT_EQ(rig.window->toasts().count(), 1U);
    rig.rig.desk.show(
        SnapshotBuilder()
            .notice(trade::NoticeLevel::Critical, "kill.set", "The kill switch is on, set by window.")
            .build());
    EXPECT_EQ(rig.window->toasts().count(), 0U);
}

} // namespace
} // namespace strikedesk::ui
