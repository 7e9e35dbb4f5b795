// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/header_bar.h"
#include "ui/shell/window_frame.h"
#include "ui/shell/workspace.h"

#include <QJsonObject>
#include <QWidget>

namespace strikedesk::ui {

class KillButton;
class ModeBadge;

/// A further window with panels, for another monitor: a slim head with mode and kill switch, and one dock
/// area.
class DeskWindow : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::DeskWindow)

public:
    DeskWindow(WorkspaceHost& host, KillSwitch& kill, int number);

    Workspace& workspace() { return *m_workspace; }
    int number() const { return m_number; }
    void refresh();
    void setKillKey(const QString& key);
    QJsonObject save() const;
    void restore(const QJsonObject& saved);

    std::function<void(const QPoint& globalPlace, DeskWindow&)> panelMenuAsked;
    std::function<void(DeskWindow&)> closed;

protected:
    void closeEvent(QCloseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    WorkspaceHost& m_host;
    int m_number;
    ModeBadge* m_mode;
    KillButton* m_kill;
    Workspace* m_workspace;
    WindowFrame* m_frame;
};

} // namespace strikedesk::ui
