// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/panel_catalog.h"
#include "ui/shell/dock_title_bar.h"

#include <QDockWidget>
#include <QJsonObject>

#include <functional>

namespace strikedesk::ui {

/// One panel with its frame in a workspace. Named "kind#number", unique in its workspace.
class PanelDock : public QDockWidget {
public:
    /// The panel is made here, as a child.
    PanelDock(const PanelContext& context, const PanelKind& kind, int number, QWidget* parent);

    /// The dock a widget lives in; null when in none.
    static PanelDock* of(QWidget* widget);

    const QString& kind() const { return m_kind; }
    Panel& panel() { return *m_panel; }
    DockTitleBar& titleBar() { return *m_titleBar; }
    void setGroup(LinkGroup group);
    void setActive(bool isActive) { m_titleBar->setActive(isActive); }
    /// Puts the keyboard into the panel.
    void focusPanel();

    /// {"name", "kind", "group", "panel"}.
    QJsonObject save() const;
    /// Group and panel state; hostile on the way in.
    void restore(const QJsonObject& saved);

    std::function<void(PanelDock&)> closeAsked;
    std::function<void(PanelDock&)> windowAsked;
    std::function<void(PanelDock&)> maximiseAsked;
    std::function<bool()> isMaximised;

protected:
    void closeEvent(QCloseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showHeader();

    QString m_kind;
    QString m_kindName;
    Panel* m_panel;
    DockTitleBar* m_titleBar;
};

} // namespace strikedesk::ui
