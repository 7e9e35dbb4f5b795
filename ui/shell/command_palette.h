// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/hit_list.h"

#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>

namespace strikedesk::ui {

/// The command palette: one field over everything there is to do, in the middle of the window. Part of the
/// window, so the rest goes on working; Esc or a click elsewhere closes it.
class CommandPalette : public QFrame {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::CommandPalette)

public:
    CommandPalette(const ActionRegistry& actions, InstrumentReader& instruments, QWidget* window);

    void open();
    void closePalette();
    Finder& finder() { return m_finder; }
    HitList& list() { return *m_list; }
    QLineEdit& field() { return *m_field; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void ask();
    void place();

    Finder m_finder;
    QLineEdit* m_field;
    HitList* m_list;
    QLabel* m_nothing;
    QPointer<QWidget> m_before; ///< had the keyboard
};

} // namespace strikedesk::ui
