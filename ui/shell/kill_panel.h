// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/kill_switch.h"

#include <QCoreApplication>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace strikedesk::ui {

/// What more the kill switch can do once it is on: cancel everything, flatten, release. Hangs in the corner
/// of the window; everything else goes on working.
class KillPanel : public QFrame {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::KillPanel)

public:
    KillPanel(KillSwitch& kill, QWidget* window);
    void open();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLineEdit* wordField(const QString& name, const QString& accessible);
    void refresh();
    void forget();

    KillSwitch& m_kill;
    QLabel* m_state;
    QPushButton* m_cancelAll;
    QLineEdit* m_flattenWord;
    QPushButton* m_flatten;
    QLineEdit* m_releaseWord;
    QPushButton* m_release;
    Subscription m_changed;
};

} // namespace strikedesk::ui
