// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/link/arming.h"
#include "ui/readers/desk_reader.h"

#include <optional>

namespace strikedesk::ui {

/// The kill switch as the window sees it: one state for the button, the keys and every window. Engaging shows
/// at once, releasing only when the engine says so. GUI thread.
class KillSwitch {
public:
    KillSwitch(const DeskReader& desk, DeskCommands& commands, Arming& arming);

    trade::KillLevel level() const;
    bool isOn() const { return level() >= trade::KillLevel::BlockEntries; }
    bool isReleasing() const { return m_asked == trade::KillLevel::None; }

    /// The button and F12: K2 at once; once it is on, `moreAsked`.
    void press();
    /// Never lowers the level.
    void raise(trade::KillLevel level);
    void release();
    /// Something changed in the snapshot.
    void refresh();

    std::function<void()> moreAsked;
    Subscription subscribe(std::function<void()> changed) { return m_changed.subscribe(std::move(changed)); }

private:
    const DeskReader& m_desk;
    DeskCommands& m_commands;
    Arming& m_arming;
    std::optional<trade::KillLevel> m_asked; ///< sent and not seen in a snapshot yet
    trade::KillLevel m_shown = trade::KillLevel::None;
    Publisher m_changed;
};

} // namespace strikedesk::ui
