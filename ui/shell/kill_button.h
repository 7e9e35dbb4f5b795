// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/kill_switch.h"

#include <QCoreApplication>
#include <QPushButton>

namespace strikedesk::ui {

/// "KILL F12", or what is on: "KILL ON · K2".
class KillButton : public QPushButton {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::KillButton)

public:
    KillButton(KillSwitch& kill, QWidget* parent);
    /// The key in force, as shown.
    void setKeyText(const QString& key);

private:
    void refresh();

    KillSwitch& m_kill;
    QString m_key;
    Subscription m_changed;
};

} // namespace strikedesk::ui
