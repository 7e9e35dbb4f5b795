// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/arm_button.h"

#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QStyle>

namespace strikedesk::ui {

ArmButton::ArmButton(Arming& arming, QWidget* parent) : QPushButton(parent), m_arming(arming) {
    setObjectName(QStringLiteral("header.arm"));
    setFocusPolicy(Qt::TabFocus);
    setMinimumWidth(Theme::current().scaled(92));
    connect(this, &QPushButton::clicked, this, [this] { toggleArmed(); });
    m_changed = m_arming.subscribe([this] { refresh(); });
    refresh();
}

void ArmButton::setBlocked(const QString& why) {
    if (why == m_why)
        return;
    m_why = why;
    if (!m_why.isEmpty() && m_arming.isArmed())
        m_arming.disarm();
    refresh();
}

void ArmButton::toggleArmed() {
    if (m_arming.isArmed())
        m_arming.disarm();
    else if (m_why.isEmpty())
        m_arming.arm();
}

void ArmButton::refresh() {
    const bool isArmed = m_arming.isArmed();
    const int left = m_arming.secondsLeft();
    const QString span = durationText(Duration::seconds(m_arming.length()));
    setText(isArmed ? tr("Armed %1:%2").arg(left / 60).arg(left % 60, 2, 10, QLatin1Char('0'))
                    : tr("Disarmed"));
    setEnabled(m_why.isEmpty());
    setAccessibleName(isArmed ? tr("One-click orders are armed, press to disarm")
                              : tr("One-click orders are disarmed, press to arm for %1").arg(span));
    setToolTip(!m_why.isEmpty() ? m_why
               : isArmed        ? tr("One click in the matrix sends an order. Click to disarm.")
                                : tr("One click in the matrix only loads the ticket. Click to let it send "
                                            "orders for %1. Closing a position never needs this.")
                               .arg(span));
    if (property("isArmed").toBool() != isArmed) {
        setProperty("isArmed", isArmed);
        style()->unpolish(this);
        style()->polish(this);
    }
}

} // namespace strikedesk::ui
