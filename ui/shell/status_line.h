// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/readers/desk_reader.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

namespace strikedesk::ui {

/// One line under the header while something stands in the way: the session cannot start, the kill switch is
/// on, or orders may not leave for longer than a moment. Says what to do.
class StatusLine : public QFrame {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::StatusLine)

public:
    StatusLine(const DeskReader& desk, QWidget* parent);
    void refresh(trade::KillLevel kill);
    QString text() const { return m_text->text(); }

    std::function<void()> keysAsked;
    std::function<void()> retryAsked; ///< empty: not offered

private:
    void say(const QString& text, bool isDanger, bool offersHelp);

    const DeskReader& m_desk;
    QLabel* m_text;
    QPushButton* m_keys;
    QPushButton* m_retry;
    QElapsedTimer m_notReady; ///< orders may not leave since
    QTimer m_later;
    trade::KillLevel m_kill = trade::KillLevel::None;
};

} // namespace strikedesk::ui
