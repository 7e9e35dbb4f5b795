// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/shell/shell_rig.h"

#include <QLineEdit>
#include <QPushButton>

#include <gtest/gtest.h>

// The kill switch and the keys of the window, pressed as a person does.

namespace strikedesk::ui {
namespace {

using trade::KillLevel;

struct KillRig : ShellRig {
    KillRig() {
        open();
        window->activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(window.get()));
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus != nullptr ? focus : window.get(), key, modifiers);
    }
    void engineSays(KillLevel level) { rig.desk.show(SnapshotBuilder().kill(level).build()); }
    const std::vector<KillLevel>& kills() const { return rig.desk.kills; }
};

TEST(KillKeys, F12BlocksAtOnceAndDisarmsWhereverTheKeyboardIs) {
    KillRig rig;
    rig.rig.arming.arm();
    rig.key(Qt::Key_Slash);
    EXPECT_NE(dynamic_cast<QLineEdit*>(QApplication::focusWidget()), nullptr) << "typing a symbol";
    rig.key(Qt::Key_F12);
    EXPECT_EQ(rig.kills(), std::vector{KillLevel::BlockEntries});
    EXPECT_TRUE(rig.window->killSwitch().isOn()) << "shown before the engine answers";
    EXPECT_FALSE(rig.rig.arming.isArmed());
}

TEST(KillKeys, ASecondPressOffersMoreAndFlattenNeedsItsWord) {
    KillRig rig;
    rig.key(Qt::Key_F12);
    rig.engineSays(KillLevel::BlockEntries);
    rig.key(Qt::Key_F12);
    ASSERT_TRUE(rig.child<QWidget>("kill.panel")->isVisible());
    EXPECT_EQ(rig.kills().size(), 1U) << "a nervous second press flattens nothing";
    QTest::mouseClick(rig.child<QPushButton>("kill.cancelAll"), Qt::LeftButton);
    ASSERT_EQ(rig.kills().size(), 2U);
    EXPECT_EQ(rig.kills().back(), KillLevel::CancelAll);
    auto* flatten = rig.child<QPushButton>("kill.flatten");
    QTest::mouseClick(flatten, Qt::LeftButton);
    QTest::keyClicks(rig.child<QLineEdit>("kill.flattenWord"), QStringLiteral("flat"));
    QTest::mouseClick(flatten, Qt::LeftButton);
    EXPECT_EQ(rig.kills().size(), 2U);
    rig.child<QLineEdit>("kill.flattenWord")->clear();
    QTest::keyClicks(rig.child<QLineEdit>("kill.flattenWord"), QStringLiteral("FLATTEN"));
    QTest::mouseClick(flatten, Qt::LeftButton);
    ASSERT_EQ(rig.kills().size(), 3U);
    EXPECT_EQ(rig.kills().back(), KillLevel::Flatten);
}

TEST(KillKeys, ReleaseNeedsItsWordAndShowsOnlyWhatTheEngineConfirms) {
    KillRig rig;
    rig.engineSays(KillLevel::BlockEntries);
    rig.key(Qt::Key_F12);
    auto* word = rig.child<QLineEdit>("kill.releaseWord");
    QTest::mouseClick(rig.child<QPushButton>("kill.release"), Qt::LeftButton);
    EXPECT_TRUE(rig.kills().empty());
    QTest::keyClicks(word, QStringLiteral("RELEASE"));
    QTest::mouseClick(rig.child<QPushButton>("kill.release"), Qt::LeftButton);
    EXPECT_EQ(rig.kills(), std::vector{KillLevel::None});
    EXPECT_TRUE(rig.window->killSwitch().isOn()) << "not before the engine says so";
    rig.engineSays(KillLevel::None);
    EXPECT_FALSE(rig.window->killSwitch().isOn());
    EXPECT_FALSE(rig.child<QWidget>("kill.panel")->isVisible());
}

TEST(WindowKeys, APlainKeyBelongsToItsPanelOnlyAndAHeldOneCountsOnce) {
    KillRig rig;
    PanelDock* matrix = rig.dock("matrix#1");
    ASSERT_NE(matrix, nullptr);
    auto& panel = rig.panel("matrix#1");
    panel.setFocusPolicy(Qt::StrongFocus);
    panel.setFocus();
    ASSERT_EQ(QApplication::focusWidget(), &panel);
    rig.key(Qt::Key_Space);
    EXPECT_EQ(panel.acted, 1);
    QKeyEvent held(QEvent::KeyPress, Qt::Key_Space, {}, QString(), true);
    QCoreApplication::sendEvent(&panel, &held);
    EXPECT_EQ(panel.acted, 1);
    auto& other = rig.panel("positions#1");
    other.setFocusPolicy(Qt::StrongFocus);
    other.setFocus();
    rig.key(Qt::Key_Space);
    EXPECT_EQ(panel.acted, 1) << "the matrix acts on its own keys only";
    EXPECT_EQ(other.acted, 1);
}

TEST(WindowKeys, AKeyThatIsTakenIsRefusedAndAHostileKeyMapChangesNothing) {
    KillRig rig;
    ActionRegistry& actions = rig.window->actions();
    const QKeySequence kill(QStringLiteral("F12"));
    EXPECT_FALSE(actions.setKey(QStringLiteral("palette.open"), kill));
    EXPECT_FALSE(actions.takeKey(QStringLiteral("palette.open"), kill)) << "the kill switch keeps a key";
    EXPECT_FALSE(actions.setKey(QStringLiteral("kill.engage"), QKeySequence()));
    EXPECT_TRUE(actions.setKey(QStringLiteral("palette.open"), QKeySequence(QStringLiteral("Ctrl+P"))));
    const QJsonObject chosen = actions.chosen();
    EXPECT_EQ(chosen.value(QLatin1String("palette.open")).toString(), QStringLiteral("Ctrl+P"));
    actions.resetAll();
    actions.restoreChosen({{QStringLiteral("palette.open"), 7},
                           {QStringLiteral("window.quit"), QStringLiteral("F12")},
                           {QStringLiteral("no.such.action"), QStringLiteral("Ctrl+J")},
                           {QStringLiteral("kill.engage"), QStringLiteral("\x01\xff")}});
    EXPECT_EQ(actions.find(QStringLiteral("kill.engage"))->key, kill);
    EXPECT_EQ(actions.find(QStringLiteral("palette.open"))->key, QKeySequence(QStringLiteral("Ctrl+K")));
    actions.restoreChosen(chosen);
    EXPECT_EQ(actions.find(QStringLiteral("palette.open"))->key, QKeySequence(QStringLiteral("Ctrl+P")));
}

} // namespace
} // namespace strikedesk::ui
