// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/action_registry.h"

#include <QCoreApplication>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QWidget>

namespace strikedesk::ui {

/// All actions with their keys in a window of its own: search, change with a check for conflicts, print.
class KeyMapPage : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::KeyMapPage)

public:
    explicit KeyMapPage(ActionRegistry& actions);

    /// A person changed a key: save the map.
    std::function<void()> changed;
    /// The list as it is printed.
    QString html() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void lay();
    void fill();
    void choose();
    void weigh();
    void store();
    void print();
    QString chosenId() const;

    ActionRegistry& m_actions;
    QLineEdit* m_search;
    QTreeWidget* m_list;
    QLabel* m_name;
    QKeySequenceEdit* m_key;
    QPushButton* m_store;
    QPushButton* m_clear;
    QPushButton* m_reset;
    QPushButton* m_resetAll;
    QPushButton* m_print;
    QLabel* m_result;
    Subscription m_actionsChanged;
};

} // namespace strikedesk::ui
