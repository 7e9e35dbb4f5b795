// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window and its panels can do, and the keys for it.

#include "ui/shell/arm_button.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/desk_window.h"
#include "ui/shell/global_search.h"
#include "ui/shell/header_bar.h"
#include "ui/shell/kill_button.h"
#include "ui/shell/kill_panel.h"
#include "ui/shell/main_window.h"

#include <QApplication>

#include <algorithm>

namespace strikedesk::ui {

void MainWindow::add(const char* id, const QString& group, const QString& name, const QString& key,
                     std::function<void()> run) {
    m_actions.add({QString::fromLatin1(id), name, group, QString(),
                   QKeySequence::fromString(key, QKeySequence::PortableText), std::move(run)});
}

void MainWindow::addActions() {
    addTradingActions();
    addWindowActions();
    addPanelActions();
    addLayoutActions();
}

void MainWindow::addTradingActions() {
    const QString group = tr("Trading");
    ShellAction kill{QStringLiteral("kill.engage"),
                     tr("Kill switch: block new exposure, cancel entries"),
                     group,
                     QString(),
                     QKeySequence(Qt::Key_F12),
                     [this] { m_kill.press(); }};
    kill.isVital = true;
    m_actions.add(std::move(kill));
    add("kill.more", group, tr("Kill switch: cancel all, flatten or release"), {}, [this] {
        if (m_kill.isOn())
            m_killPanel->open();
        else
            m_kill.press();
    });
    add("arming.toggle", group, tr("Arm or disarm one-click orders"), QStringLiteral("Ctrl+Shift+A"),
        [this] { m_header->armButton().toggleArmed(); });
}

void MainWindow::addWindowActions() {
    const QString group = tr("Window");
    for (int i = 0; i < m_kinds.size(); ++i)
        m_actions.add(
            {QStringLiteral("workspace.") + m_kinds[i].id, tr("Show the workspace %1").arg(m_kinds[i].name),
             group, QString(),
             QKeySequence(QKeyCombination(Qt::ControlModifier, static_cast<Qt::Key>(Qt::Key_1 + i))),
             [this, id = m_kinds[i].id] { showWorkspace(id); }});
    add("palette.open", group, tr("Find a command"), QStringLiteral("Ctrl+K"), [this] { m_palette->open(); });
    add("search.begin", group, tr("Search a symbol"), QStringLiteral("/"),
        [this] { m_header->search().begin(QString()); });
    add("keys.show", group, tr("Show and change all keys"), QStringLiteral("F1"), [this] { openKeyMap(); });
    add("settings.open", group, tr("Open the settings"), QStringLiteral("Ctrl+,"),
        [this] { openSettings(QStringLiteral("settings")); });
    add("settings.keys", group, tr("Store broker keys"), {},
        [this] { openSettings(QStringLiteral("keys")); });
    add("theme.toggle", group, tr("Switch between dark and light"), QStringLiteral("Ctrl+Shift+T"),
        [this] { toggleTheme(); });
    add("theme.colours", group, tr("Switch between green-red and blue-orange"), {},
        [this] { toggleColours(); });
    add("window.new", group, tr("Open a new window"), QStringLiteral("Ctrl+Shift+N"),
        [this] { openWindow(); });
    add("window.fullScreen", group, tr("Full screen on or off"), QStringLiteral("F11"),
        [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    add("welcome.open", group, tr("Show the welcome again"), {}, [this] { openWelcome(); });
    add("window.quit", group, tr("Quit"), QStringLiteral("Ctrl+Q"), [this] { close(); });
}

void MainWindow::addPanelActions() {
    const QString group = tr("Panels");
    for (const PanelKind& kind : m_catalog)
        m_actions.add({QStringLiteral("panel.add.") + kind.id, tr("Add a panel: %1").arg(kind.name), group,
                       QString(), QKeySequence(), [this, id = kind.id] { workspace().addPanel(id); }});
    const auto onActive = [this](void (*act)(PanelDock&)) {
        return [this, act] {
            if (PanelDock* dock = workspace().activeDock())
                act(*dock);
        };
    };
    add("panel.maximise", group, tr("Maximise or restore the panel"), QStringLiteral("Ctrl+Shift+M"),
        onActive([](PanelDock& dock) { dock.titleBar().maximiseAsked(); }));
    add("panel.float", group, tr("Float or dock the panel"), QStringLiteral("Ctrl+Shift+F"),
        onActive([](PanelDock& dock) { dock.titleBar().floatAsked(); }));
    add("panel.window", group, tr("Move the panel to a new window"), {},
        onActive([](PanelDock& dock) { dock.titleBar().windowAsked(); }));
    add("panel.close", group, tr("Close the panel"), QStringLiteral("Ctrl+W"),
        onActive([](PanelDock& dock) { dock.titleBar().closeAsked(); }));
    add("panel.next", group, tr("Go to the next panel"), QStringLiteral("Ctrl+Tab"),
        [this] { focusNextPanel(); });
}

void MainWindow::addLayoutActions() {
    const QString group = tr("Layout");
    add("layout.reset", group, tr("Reset the layout of this workspace"), QStringLiteral("Ctrl+Alt+R"),
        [this] { workspace().resetLayout(); });
    add("layout.undo", group, tr("Undo the last change of the layout"), QStringLiteral("Ctrl+Alt+Z"),
        [this] { m_keeper->undo(); });
    add("layout.save", group, tr("Save the layout under a name"), QStringLiteral("Ctrl+Alt+S"),
        [this] { askLayoutName(); });
}

bool MainWindow::run(const QString& actionId) {
    const ShellAction* action = m_actions.find(actionId);
    if (!action || !action->run)
        return false;
    const auto run = action->run;
    run();
    return true;
}

void MainWindow::takeUp(PanelDock& dock) {
    for (const PanelAction& action : dock.panel().actions()) {
        if (action.id.isEmpty() || m_actions.find(action.id))
            continue;
        const auto kind = std::find_if(m_catalog.begin(), m_catalog.end(),
                                       [&](const PanelKind& one) { return one.id == dock.kind(); });
        m_actions.add({action.id, action.name, kind->name, dock.kind(), action.key,
                       [this, kindId = dock.kind(), id = action.id] { runPanelAction(kindId, id); }});
    }
}

void MainWindow::panelUsed(PanelDock& dock) {
    if (!m_used.empty() && m_used.front() == &dock)
        return;
    std::erase_if(m_used, [&](const QPointer<PanelDock>& held) { return !held || held == &dock; });
    m_used.insert(m_used.begin(), QPointer<PanelDock>(&dock));
    if (auto* home = dynamic_cast<Workspace*>(dock.parentWidget()))
        home->setActiveDock(&dock);
}

PanelDock* MainWindow::targetOf(const QString& kind) const {
    // The one used last, else any that can be seen.
    for (const QPointer<PanelDock>& dock : m_used)
        if (dock && dock->kind() == kind && dock->panel().isVisible())
            return dock.data();
    for (const Workspace* workspace : m_workspaces)
        for (PanelDock* dock : workspace->docks())
            if (dock->kind() == kind && dock->panel().isVisible())
                return dock;
    return nullptr;
}

void MainWindow::runPanelAction(const QString& kind, const QString& id) {
    PanelDock* dock = targetOf(kind);
    if (!dock)
        return;
    for (const PanelAction& action : dock->panel().actions())
        if (action.id == id && action.run)
            return action.run();
}

void MainWindow::focusNextPanel() {
    std::vector<PanelDock*> seen;
    for (PanelDock* dock : workspace().docks())
        if (dock->panel().isVisible())
            seen.push_back(dock);
    if (seen.empty())
        return;
    std::sort(seen.begin(), seen.end(), [](const PanelDock* a, const PanelDock* b) {
        return std::pair(a->x(), a->y()) < std::pair(b->x(), b->y());
    });
    const auto now = std::find(seen.begin(), seen.end(), workspace().activeDock());
    PanelDock* next = now == seen.end() || now + 1 == seen.end() ? seen.front() : *(now + 1);
    next->focusPanel();
    panelUsed(*next);
}

void MainWindow::showKeyTexts() {
    const ShellAction* kill = m_actions.find(QStringLiteral("kill.engage"));
    const QString key = kill ? kill->key.toString(QKeySequence::NativeText) : QString();
    m_header->killButton().setKeyText(key);
    for (DeskWindow* window : windows())
        window->setKillKey(key);
}

} // namespace strikedesk::ui
