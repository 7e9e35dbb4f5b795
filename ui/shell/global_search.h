// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/hit_list.h"

#include <QFrame>
#include <QLineEdit>
#include <QPointer>

namespace strikedesk::ui {

/// The search field of the header. "/" or just typing goes there; the answers hang below it over the window.
class GlobalSearch : public QLineEdit {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::GlobalSearch)

public:
    GlobalSearch(const ActionRegistry& actions, InstrumentReader& instruments, QWidget* parent);

    /// Takes the keyboard; `text` is what was typed already.
    void begin(const QString& text);
    Finder& finder() { return m_finder; }
    /// Null before the first answer.
    HitList* list() { return m_list; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void ask();
    void showHits(std::vector<Hit> hits);
    void finish();

    Finder m_finder;
    QPointer<QFrame> m_popup;
    QPointer<HitList> m_list;
    QPointer<QWidget> m_before;
};

} // namespace strikedesk::ui
