// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/kill_button.h"

#include "ui/theme/theme.h"

#include <QStyle>

namespace strikedesk::ui {

KillButton::KillButton(KillSwitch& kill, QWidget* parent) : QPushButton(parent), m_kill(kill) {
    setObjectName(QStringLiteral("header.kill"));
    setFocusPolicy(Qt::TabFocus);
    setMinimumWidth(Theme::current().scaled(92));
    connect(this, &QPushButton::pressed, this, [this] { m_kill.press(); });
    m_changed = m_kill.subscribe([this] { refresh(); });
    refresh();
}

void KillButton::setKeyText(const QString& key) {
    m_key = key;
    refresh();
}

void KillButton::refresh() {
    const bool isOn = m_kill.isOn();
    setText(isOn ? tr("KILL ON") : tr("KILL %1").arg(m_key).trimmed());
    setAccessibleName(isOn ? tr("Kill switch is on, press for more")
                           : tr("Kill switch: block every new exposure and cancel entries"));
    setToolTip(isOn ? tr("Nothing that adds exposure leaves. Press for cancel all, flatten or release.")
                    : tr("At once: blocks everything that adds exposure and cancels working entries. Exits "
                         "stay."));
    if (property("isOn").toBool() != isOn) {
        setProperty("isOn", isOn);
        style()->unpolish(this);
        style()->polish(this);
    }
}

} // namespace strikedesk::ui
