// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/shell/shell_rig.h"
#include "ui/shell/desk_window.h"
#include "ui/shell/layout_file.h"

#include <QFile>
#include <QJsonArray>

#include <gtest/gtest.h>

// Layouts over restarts, under names, undone, and from files nobody should trust.

namespace strikedesk::ui {
namespace {

QStringList docksOf(const ShellRig& rig) {
    QStringList names;
    for (PanelDock* dock : rig.window->workspace().docks())
        names << dock->objectName();
    names.sort();
    return names;
}

void writeBytes(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly)) << path.toStdString();
    file.write(bytes);
}

TEST(Layouts, PanelsTheirStatesAndFurtherWindowsComeBack) {
    ShellRig rig;
    rig.open();
    rig.panel("chart#1").word = QStringLiteral("mine");
    rig.window->run(QStringLiteral("panel.add.journal"));
    DeskWindow* further = rig.window->openWindow();
    ASSERT_NE(further, nullptr);
    further->workspace().addPanel(QStringLiteral("chain"));
    const QStringList before = docksOf(rig);
    rig.window->saveLayoutNow();
    rig.close();
    rig.open();
    EXPECT_EQ(docksOf(rig), before);
    EXPECT_EQ(rig.panel("chart#1").word, QStringLiteral("mine"));
    ASSERT_EQ(rig.window->windows().size(), 1U);
    EXPECT_EQ(rig.window->windows()[0]->workspace().docks().size(), 1U);
}

TEST(Layouts, UndoTakesBackOneChangeAndResetTheRest) {
    ShellRig rig;
    rig.open();
    const QStringList first = docksOf(rig);
    rig.window->saveLayoutNow();
    rig.window->run(QStringLiteral("panel.add.journal"));
    EXPECT_NE(docksOf(rig), first);
    rig.window->saveLayoutNow();
    rig.window->run(QStringLiteral("layout.undo"));
    EXPECT_EQ(docksOf(rig), first);
    rig.window->run(QStringLiteral("panel.add.journal"));
    rig.window->run(QStringLiteral("layout.reset"));
    EXPECT_EQ(docksOf(rig), first);
}

TEST(Layouts, HostileFilesGiveTheDefaultOneAndSaySo) {
    ShellRig first;
    first.open();
    const QStringList usual = docksOf(first);
    const QString current = first.folder.path() + QStringLiteral("/current.json");
    const QString good = first.folder.path() + QStringLiteral("/last-good.json");
    first.close();
    const std::vector<QByteArray> hostile{
        {},
        "{",
        "[]",
        "null",
        QByteArray(200, '\xff'),
        QByteArray(100'000, '['),
        R"({"format":"strikedesk-layout","version":99,"body":{}})",
        R"({"format":"strikedesk-layout","version":1,"checksum":"0","body":{"workspaces":[]}})"};
    for (const QByteArray& bytes : hostile) {
        writeBytes(current, bytes);
        writeBytes(good, bytes);
        first.open();
        EXPECT_EQ(docksOf(first), usual) << bytes.left(60).toStdString();
        EXPECT_TRUE(first.window->isRestored());
        first.close();
    }
}

TEST(Layouts, AValidFileWithSenselessPartsLosesOnlyThose) {
    ShellRig rig;
    rig.open();
    const QStringList usual = docksOf(rig);
    const QString current = rig.folder.path() + QStringLiteral("/current.json");
    rig.close();
    QJsonArray docks;
    for (int i = 0; i < 500; ++i)
        docks.append(
            QJsonObject{{QStringLiteral("kind"), i % 2 ? QStringLiteral("chart") : QStringLiteral("bomb")},
                        {QStringLiteral("name"), i},
                        {QStringLiteral("panel"), QStringLiteral("no object")}});
    const QJsonObject body{
        {QStringLiteral("workspace"), QStringLiteral("nowhere")},
        {QStringLiteral("place"), QJsonObject{{QStringLiteral("x"), 1e30}, {QStringLiteral("width"), -5}}},
        {QStringLiteral("selections"), QJsonObject{{QStringLiteral("A"), QStringLiteral("SPY")}}},
        {QStringLiteral("windows"), QJsonArray{1, 2, 3}},
        {QStringLiteral("workspaces"),
         QJsonObject{
             {QStringLiteral("trade"), QJsonObject{{QStringLiteral("docks"), docks},
                                                   {QStringLiteral("state"), QStringLiteral("AAAA")}}}}}};
    ASSERT_TRUE(writeLayoutFile(current, body).ok());
    rig.open();
    EXPECT_LE(rig.window->workspace().docks().size(), static_cast<std::size_t>(Workspace::kMostPanels));
    EXPECT_TRUE(rig.window->isVisible());
    rig.window->run(QStringLiteral("layout.reset"));
    EXPECT_EQ(docksOf(rig), usual);
}

TEST(Layouts, ADamagedOneIsReplacedByTheLastThatStarted) {
    ShellRig rig;
    rig.open();
    rig.window->run(QStringLiteral("panel.add.journal"));
    const QStringList mine = docksOf(rig);
    rig.window->saveLayoutNow();
    rig.close();
    rig.open(); // started well: kept as good
    rig.close();
    writeBytes(rig.folder.path() + QStringLiteral("/current.json"), "{\"format\":");
    rig.open();
    EXPECT_EQ(docksOf(rig), mine);
}

} // namespace
} // namespace strikedesk::ui
