// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/kill_switch.h"

#include <algorithm>

namespace strikedesk::ui {

using trade::KillLevel;

KillSwitch::KillSwitch(const DeskReader& desk, DeskCommands& commands, Arming& arming)
    : m_desk(desk), m_commands(commands), m_arming(arming) {
    refresh();
}

KillLevel KillSwitch::level() const {
    const KillLevel known = m_desk.snapshot()->kill;
    return m_asked ? std::max(known, *m_asked) : known;
}

void KillSwitch::press() {
    if (!isOn())
        raise(KillLevel::BlockEntries);
    else if (moreAsked)
        moreAsked();
}

void KillSwitch::raise(KillLevel level) {
    m_arming.disarm();
    if (level <= this->level() && !isReleasing())
        return;
    m_asked = level;
    m_commands.kill(level);
    refresh();
}

void KillSwitch::release() {
    if (level() == KillLevel::None)
        return;
    m_asked = KillLevel::None;
    m_commands.kill(KillLevel::None);
    m_changed.publish();
}

void KillSwitch::refresh() {
    const KillLevel known = m_desk.snapshot()->kill;
    if (m_asked && (isReleasing() ? known == KillLevel::None : known >= *m_asked)) {
        m_asked.reset();
        m_changed.publish();
    }
    if (const KillLevel now = level(); now != m_shown) {
        m_shown = now;
        m_changed.publish();
    }
}

} // namespace strikedesk::ui
