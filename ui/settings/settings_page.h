// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/setting_row.h"

#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QWidget>

#include <vector>

namespace strikedesk::ui {

/// Every setting of the registry by group, with a search over names and meanings. Made from the registry
/// alone: a new setting appears here by itself.
class SettingsPage : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::SettingsPage)

public:
    SettingsPage(SettingsReader& reader, QWidget* parent);
    /// Null when there is no such setting.
    SettingRow* row(std::string_view key) const;
    /// Rows a search leaves.
    std::size_t shownRows() const;

private:
    struct Group {
        QString name;
        QLabel* heading = nullptr;
        std::vector<SettingRow*> rows;
    };
    void makeRows(QWidget* sheet);
    void filter();

    SettingsReader& m_reader;
    QLineEdit* m_search;
    QListWidget* m_groupList;
    QScrollArea* m_scroll;
    QLabel* m_nothing;
    std::vector<Group> m_groups;
    Subscription m_changed;
};

} // namespace strikedesk::ui
