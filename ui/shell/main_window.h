// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/panel_catalog.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/frame_watch.h"
#include "ui/shell/key_dispatcher.h"
#include "ui/shell/kill_switch.h"
#include "ui/shell/layout_keeper.h"
#include "ui/shell/shell_services.h"
#include "ui/shell/workspace.h"

#include <QPointer>
#include <QStackedWidget>
#include <QWidget>

#include <memory>
#include <vector>

namespace strikedesk::ui {

class CommandPalette;
class DeskWindow;
class HeaderBar;
class KeyMapPage;
class KillPanel;
class QuitPanel;
class SettingsWindow;
class StatusLine;
class Toasts;
class WelcomePage;
class WindowFrame;

/// The window: header, workspaces, and everything that is not a panel. Everything it is given outlives it.
/// Show it like any widget; the layout in use is read first (asynchronously), then the first workspace
/// appears.
class MainWindow : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::MainWindow)

public:
    MainWindow(PanelContext context, const PanelCatalog& catalog, ShellServices& services);
    ~MainWindow() override;

    ActionRegistry& actions() { return m_actions; }
    KillSwitch& killSwitch() { return m_kill; }
    FrameWatch& frameWatch() { return m_frames; }
    Toasts& toasts() { return *m_toasts; }
    /// The workspace in front.
    Workspace& workspace();
    void showWorkspace(const QString& id);
    /// The layout in use was read and applied; from now on changes are saved.
    bool isRestored() const { return m_isRestored; }
    /// Runs an action by id; false when there is none.
    bool run(const QString& actionId);
    /// A further window; null when there are too many.
    DeskWindow* openWindow();
    std::vector<DeskWindow*> windows() const;
    /// The layout as it is saved.
    QJsonObject capture() const;
    /// Saves what changed since the last look, at once.
    void saveLayoutNow() { m_keeper->look(); }
    /// The settings window on its page "settings" or "keys".
    void openSettings(const QString& page);
    /// Closes the window and ends the program without asking, whatever depends on it: a signal, a logout.
    void closeNow();

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    // main_window.cpp
    void build();
    void refresh();
    void selectSymbol(const Symbol& symbol);
    LinkGroup groupInUse() const;
    // main_window_actions.cpp
    void addActions();
    void addWindowActions();
    void addLayoutActions();
    void addPanelActions();
    void addTradingActions();
    void add(const char* id, const QString& group, const QString& name, const QString& key,
             std::function<void()> run);
    void takeUp(PanelDock& dock);
    void panelUsed(PanelDock& dock);
    void runPanelAction(const QString& kind, const QString& id);
    PanelDock* targetOf(const QString& kind) const;
    void focusNextPanel();
    void showKeyTexts();
    // main_window_layouts.cpp
    void readLayout();
    void readKeys();
    void applyBody(const QJsonObject& body);
    void applyArrangement(const QJsonObject& body);
    static QJsonObject arrangementOf(const QJsonObject& body);
    QJsonObject saveSelections() const;
    void restoreSelections(const QJsonObject& saved);
    void finishRestore();
    void saveNamed(const QString& name);
    void loadNamed(const QString& name);
    void removeNamed(const QString& name);
    void refreshNamed();
    // main_window_menus.cpp
    void showPanelMenu(const QPoint& globalPlace, Workspace& target);
    void showWindowMenu(const QPoint& globalPlace);
    void askLayoutName();
    void openKeyMap();
    void openWelcome();
    void closeWelcome();
    void toggleTheme();
    void toggleColours();
    /// Stores what was chosen, so that it holds at the next start.
    void keepSetting(const char* key, const char* text);

    PanelContext m_context;
    const PanelCatalog& m_catalog;
    ShellServices& m_services;
    ActionRegistry m_actions;
    KillSwitch m_kill;
    KeyDispatcher m_keys;
    FrameWatch m_frames;
    WorkspaceHost m_host;
    LayoutStore m_store;
    std::unique_ptr<LayoutKeeper> m_keeper;
    QList<WorkspaceKind> m_kinds;
    std::vector<Workspace*> m_workspaces;
    std::vector<QPointer<DeskWindow>> m_windows;
    std::vector<QPointer<PanelDock>> m_used; ///< the last one used first
    QStringList m_named;                     ///< layouts there are
    bool m_isRestored = false;
    bool m_mayClose = false; ///< nobody has to be asked

    HeaderBar* m_header = nullptr;
    StatusLine* m_status = nullptr;
    QStackedWidget* m_stack = nullptr;
    WindowFrame* m_frame = nullptr;
    Toasts* m_toasts = nullptr;
    CommandPalette* m_palette = nullptr;
    KillPanel* m_killPanel = nullptr;
    QuitPanel* m_quitPanel = nullptr;
    QPointer<WelcomePage> m_welcome;
    QPointer<KeyMapPage> m_keyMap;
    QPointer<SettingsWindow> m_settings;
    QPointer<QWidget> m_nameField;
    Subscription m_snapshots;
    Subscription m_killChanged;
    Subscription m_actionsChanged;
    Subscription m_themed;
};

} // namespace strikedesk::ui
