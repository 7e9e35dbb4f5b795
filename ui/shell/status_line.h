// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/readers/desk_reader.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFrame>
#include <QTimer>

#include <array>

class QPushButton;
class QToolButton;

namespace strikedesk::ui {

class ElidedLabel;

/// One sentence of the status line.
struct StatusEntry {
    enum class Kind : std::uint8_t { Kill, Trouble, NotReady, Mishap };
    Kind kind = Kind::Kill;
    QString text;
    bool isDanger = false;
    friend bool operator==(const StatusEntry&, const StatusEntry&) = default;
};

/// The line at the foot of the window: what stands in the way, the weightiest first. It has room for two, so
/// that a smaller trouble never hides the kill switch, and its place is always kept, so that nothing above it
/// moves when it speaks. A sentence too long for its place is whole in the tool tip.
class StatusLine : public QFrame {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::StatusLine)

public:
    StatusLine(const DeskReader& desk, QWidget* parent);
    void refresh(trade::KillLevel kill);
    /// What is said, the weightiest first; at most two.
    const std::vector<StatusEntry>& entries() const { return m_entries; }

    std::function<void()> keysAsked;
    std::function<void()> retryAsked; ///< empty: not offered

private:
    struct Slot {
        QWidget* box = nullptr;
        ElidedLabel* text = nullptr;
    };
    Slot makeSlot(const char* name);
    std::vector<StatusEntry> toSay();
    static void fill(const Slot& slot, const StatusEntry* entry);

    const DeskReader& m_desk;
    std::array<Slot, 2> m_slots;
    ElidedLabel* m_calm; ///< feeds and kill switch while all is well
    QPushButton* m_keys;
    QPushButton* m_retry;
    QToolButton* m_dismiss;
    std::vector<StatusEntry> m_entries;
    std::string m_dismissed;  ///< a mishap a person has read
    QElapsedTimer m_notReady; ///< orders may not leave since
    QTimer m_later;
    trade::KillLevel m_kill = trade::KillLevel::None;
};

} // namespace strikedesk::ui
