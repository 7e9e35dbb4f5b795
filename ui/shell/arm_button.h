// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/link/arming.h"

#include <QCoreApplication>
#include <QPushButton>

namespace strikedesk::ui {

/// "Disarmed", or "Armed 4:59": whether one click in the matrix may send an entry.
class ArmButton : public QPushButton {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::ArmButton)

public:
    ArmButton(Arming& arming, QWidget* parent);

    /// A sentence why arming is not possible now; empty when it is. Disarms.
    void setBlocked(const QString& why);
    void toggleArmed();

private:
    void refresh();

    Arming& m_arming;
    QString m_why;
    Subscription m_changed;
};

} // namespace strikedesk::ui
