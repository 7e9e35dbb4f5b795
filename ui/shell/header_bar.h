// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/panel.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/default_layouts.h"
#include "ui/shell/kill_switch.h"

#include <QCoreApplication>
#include <QWidget>

class QLabel;
class QTabBar;
class QToolButton;

namespace strikedesk::ui {

class ArmButton;
class ConnectionLights;
class FigureLabel;
class GlobalSearch;
class KillButton;
class MarketClock;
class ModeBadge;

/// The head of the main window: mode, workspaces, search, money, connections, clock, arming, kill switch.
/// Short of room it gives up, in this order: the product's name, the names of the lights, the time to the
/// close, the percents of the day, most of the search field, and only then whole tabs. Mode, equity, day P&L,
/// arming and kill switch always stay.
class HeaderBar : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::HeaderBar)

public:
    HeaderBar(PanelContext& context, const ActionRegistry& actions, KillSwitch& kill,
              const QList<WorkspaceKind>& workspaces, QWidget* parent);

    void refresh();
    void setWorkspace(int place);
    int workspace() const;
    GlobalSearch& search() { return *m_search; }
    ArmButton& armButton() { return *m_arm; }
    KillButton& killButton() { return *m_kill; }

    std::function<void(int place)> workspaceChosen;
    /// Asked where the menu's button is; shows the menu.
    std::function<void(const QPoint& globalPlace)> panelMenuAsked;
    std::function<void(const QPoint& globalPlace)> windowMenuAsked;

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton* menuButton(const QString& name, const QString& text, const QString& accessible,
                            std::function<void(const QPoint&)>& asked);
    void lay();
    void fit();

    PanelContext& m_context;
    ModeBadge* m_mode;
    QLabel* m_product;
    QTabBar* m_tabs;
    QToolButton* m_panelMenu;
    QToolButton* m_windowMenu;
    GlobalSearch* m_search;
    FigureLabel* m_equity;
    FigureLabel* m_profit;
    ConnectionLights* m_lights;
    MarketClock* m_clock;
    ArmButton* m_arm;
    KillButton* m_kill;
};

} // namespace strikedesk::ui
