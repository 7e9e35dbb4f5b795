// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/shell/shell_rig.h"

#include <gtest/gtest.h>

#include <map>

// The arrangement of docks over sizes, restarts, undo and reset.

namespace strikedesk::ui {
namespace {

constexpr QSize kLarge(1920, 1040);
constexpr QSize kSmall(1280, 680);

std::map<QString, QRect> places(ShellRig& rig) {
    std::map<QString, QRect> found;
    for (const PanelDock* dock : rig.window->workspace().docks())
        if (!dock->visibleRegion().isEmpty())
            found[dock->objectName()] = dock->geometry();
    return found;
}

/// The largest difference of an edge; a missing dock is a whole screen.
int farthest(const std::map<QString, QRect>& before, const std::map<QString, QRect>& after) {
    int most = before.size() == after.size() ? 0 : 10'000;
    for (const auto& [name, was] : before) {
        const auto found = after.find(name);
        const QRect is = found == after.end() ? QRect(-9999, -9999, 1, 1) : found->second;
        for (const int edge : {was.left() - is.left(), was.right() - is.right(), was.top() - is.top(),
                               was.bottom() - is.bottom()})
            most = std::max(most, std::abs(edge));
    }
    return most;
}

void rest(ShellRig& rig) {
    ShellRig::settle(); // the request for another layout itself comes from the queue
    ASSERT_TRUE(ShellRig::until([&] { return rig.window->workspace().isAtRest(); }));
    ShellRig::settle();
}

/// An arrangement made by hand: the watchlist wide, the chain tall.
void arrangeByHand(ShellRig& rig) {
    Workspace& workspace = rig.window->workspace();
    workspace.resizeDocks({rig.dock("watchlist#1")}, {400}, Qt::Horizontal);
    workspace.resizeDocks({rig.dock("chain#1")}, {420}, Qt::Vertical);
    ShellRig::settle();
    // As letting a separator go tells it.
    QMouseEvent release(QEvent::MouseButtonRelease, QPointF(1, 1), QPointF(1, 1), Qt::LeftButton,
                        Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&workspace, &release);
    rest(rig);
}

TEST(Arrangement, ASmallWindowAndBackIsAsItWas) {
    ShellRig rig;
    rig.open(kLarge);
    rest(rig);
    EXPECT_TRUE(rig.window->workspace().save().value(QLatin1String("isDefault")).toBool());
    for (const bool isByHand : {false, true}) {
        if (isByHand)
            arrangeByHand(rig);
        const auto before = places(rig);
        rig.window->resize(kSmall);
        rest(rig);
        EXPECT_GT(farthest(before, places(rig)), 50);
        rig.window->resize(kLarge);
        rest(rig);
        EXPECT_LE(farthest(before, places(rig)), 2) << "by hand: " << isByHand;
    }
}

TEST(Arrangement, RestartsInASmallWindowWearNothingAway) {
    ShellRig rig;
    rig.open(kLarge);
    arrangeByHand(rig);
    rig.window->resize(kSmall);
    rest(rig);
    const auto before = places(rig);
    rig.window->saveLayoutNow();
    for (int i = 0; i < 3; ++i) {
        rig.close();
        rig.window = std::make_unique<MainWindow>(rig.rig.context(), rig.catalog, rig.services);
        rig.window->show();
        ASSERT_TRUE(ShellRig::until([&] { return rig.window->isRestored(); }));
        rest(rig);
        EXPECT_EQ(rig.window->size(), kSmall);
        EXPECT_LE(farthest(before, places(rig)), 2) << "restart " << i;
        rig.window->saveLayoutNow();
    }
}

TEST(Arrangement, TheSmallestWindowShowsEveryPanelSideBySide) {
    ShellRig rig;
    rig.open(QSize(400, 300));
    EXPECT_EQ(rig.window->size(), rig.window->minimumSize());
    rest(rig);
    const auto all = places(rig);
    for (const auto& [name, place] : all) {
        EXPECT_TRUE(rig.window->workspace().rect().contains(place)) << name.toStdString();
        for (const auto& [other, beside] : all)
            EXPECT_TRUE(name == other || !place.intersects(beside))
                << name.toStdString() << " under " << other.toStdString();
    }
}

TEST(Arrangement, ResetMovesPanelsAndLeavesWhatTheyShow) {
    ShellRig rig;
    rig.open(kLarge);
    rest(rig);
    const auto before = places(rig);
    rig.panel("watchlist#1").word = QStringLiteral("my list");
    arrangeByHand(rig);
    ASSERT_GT(farthest(before, places(rig)), 50);
    rig.window->run(QStringLiteral("layout.reset"));
    rest(rig);
    EXPECT_LE(farthest(before, places(rig)), 2);
    EXPECT_EQ(rig.panel("watchlist#1").word, QStringLiteral("my list"));
}

TEST(Arrangement, MaximisingAPanelAndBackIsAsItWas) {
    ShellRig rig;
    rig.open(kLarge);
    arrangeByHand(rig);
    const auto before = places(rig);
    Workspace& workspace = rig.window->workspace();
    workspace.maximise(*rig.dock("chart#1"));
    ShellRig::settle();
    EXPECT_EQ(places(rig).size(), 1U);
    rig.window->resize(kSmall);
    ShellRig::settle();
    rig.window->resize(kLarge);
    ShellRig::settle();
    workspace.unmaximise();
    EXPECT_FALSE(workspace.updatesEnabled()) << "the steps of coming back would be painted";
    rest(rig);
    EXPECT_TRUE(workspace.updatesEnabled());
    EXPECT_LE(farthest(before, places(rig)), 2);
}

/// A layout as numbers: what a drag shows on its way, and where it ends.
TEST(Arrangement, OneDragIsOneStepBack) {
    QTemporaryDir folder;
    LayoutStore store(folder.path());
    int place = 1;
    const auto body = [&] { return QJsonObject{{QStringLiteral("place"), place}}; };
    LayoutKeeper keeper(
        store, {body, [](const QJsonObject& whole) { return whole; }, [] { return QString(); },
                [&](const QJsonObject& back) { place = back.value(QStringLiteral("place")).toInt(); }});
    keeper.start();
    for (const int onTheWay : {2, 3, 4}) {
        place = onTheWay;
        keeper.lookWhenStill();
    }
    keeper.lookWhenStill();
    ASSERT_TRUE(keeper.undo());
    EXPECT_EQ(place, 1);
    EXPECT_FALSE(keeper.canUndo());
}

} // namespace
} // namespace strikedesk::ui
