// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/shell/shell_rig.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/toasts.h"

#include <gtest/gtest.h>

namespace strikedesk::ui {
namespace {

/// Saved for a person to look at when STRIKEDESK_PICTURE_DIR names a folder.
void keep(QWidget& widget, const char* name) {
    const QString folder = qEnvironmentVariable("STRIKEDESK_PICTURE_DIR");
    const QImage picture = widget.grab().toImage();
    ASSERT_FALSE(picture.isNull());
    if (!folder.isEmpty()) {
        EXPECT_TRUE(picture.save(folder + QLatin1Char('/') + QString::fromLatin1(name)));
    }
}

/// How many different colours a coarse grid of points shows: a blank window has one.
int colours(QWidget& widget) {
    const QImage picture = widget.grab().toImage();
    QSet<QRgb> seen;
    for (int y = 0; y < picture.height(); y += 7)
        for (int x = 0; x < picture.width(); x += 7)
            seen.insert(picture.pixel(x, y));
    return static_cast<int>(seen.size());
}

TEST(WindowPicture, ShowsTheTradeWorkspaceInBothThemes) {
    ShellRig rig;
    rig.rig.links.selectUnderlying(LinkGroup::A, Symbol::of("SOFI"));
    rig.open();
    rig.window->toasts().say(
        trade::NoticeLevel::Warning,
        QStringLiteral("The option stream was lost. Quotes are read every ten seconds."));
    keep(*rig.window, "trade-dark.png");
    EXPECT_GT(colours(*rig.window), 8);
    const QRgb dark = rig.window->grab().toImage().pixel(960, 1070);
    rig.window->run(QStringLiteral("theme.toggle"));
    ShellRig::settle();
    keep(*rig.window, "trade-light.png");
    EXPECT_NE(rig.window->grab().toImage().pixel(960, 1070), dark);
    rig.window->run(QStringLiteral("theme.toggle"));
}

TEST(WindowPicture, ShowsKillArmedAndPalette) {
    ShellRig rig;
    DeskFacts facts;
    facts.mode = DeskMode::Paper;
    facts.trouble = "The broker refused the key. Store a new one under Broker keys.";
    rig.rig.desk.setFacts(facts);
    rig.open(QSize(1400, 800));
    rig.rig.arming.arm();
    rig.window->run(QStringLiteral("palette.open"));
    ShellRig::settle();
    keep(*rig.window, "armed-palette.png");
    rig.child<CommandPalette>("palette");
    rig.window->run(QStringLiteral("workspace.lab"));
    rig.window->run(QStringLiteral("kill.engage"));
    rig.window->run(QStringLiteral("kill.engage"));
    ShellRig::settle();
    keep(*rig.window, "kill-empty.png");
    EXPECT_GT(colours(*rig.window), 8);
}

TEST(WindowPicture, ShowsSettingsKeysAndWelcome) {
    ShellRig rig;
    rig.services.isFirstStart = true;
    rig.open(QSize(1400, 860));
    keep(*rig.window, "welcome.png");
    rig.window->openSettings(QStringLiteral("settings"));
    rig.window->run(QStringLiteral("keys.show"));
    ShellRig::settle();
    for (QWidget* top : QApplication::topLevelWidgets()) {
        if (top->objectName() == QLatin1String("settings")) {
            keep(*top, "settings.png");
            rig.window->openSettings(QStringLiteral("keys"));
            keep(*top, "broker-keys.png");
        }
        if (top->objectName() == QLatin1String("keys"))
            keep(*top, "keys.png");
    }
}

TEST(KeysPage, EscapeClosesItAsItClosesTheSettings) {
    ShellRig rig;
    rig.open(QSize(1400, 860));
    rig.window->run(QStringLiteral("keys.show"));
    QWidget* page = nullptr;
    for (QWidget* top : QApplication::topLevelWidgets())
        if (top->objectName() == QLatin1String("keys"))
            page = top;
    ASSERT_NE(page, nullptr);
    ASSERT_TRUE(page->isVisible());
    QTest::keyClick(page, Qt::Key_Escape);
    EXPECT_FALSE(page->isVisible());
}

} // namespace
} // namespace strikedesk::ui
