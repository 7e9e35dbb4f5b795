// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/readers/settings_reader.h"

#include <QCoreApplication>
#include <QFrame>
#include <QLabel>
#include <QPushButton>

namespace strikedesk::ui {

/// One setting of the registry with its editor: name, what it does, the value, what is allowed, where the
/// value comes from, and the result of a change beside it.
class SettingRow : public QFrame {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::SettingRow)

public:
    SettingRow(const SettingDefinition& definition, SettingsReader& reader, QWidget* parent);

    const SettingDefinition& definition() const { return m_definition; }
    /// Shows what is in force, unless a person is in the middle of typing.
    void refresh(const Settings& settings);
    /// Whether a search finds it.
    bool matches(const QString& query) const;
    QString result() const { return m_result->text(); }

private:
    QWidget* makeEditor();
    QString shown() const;
    void setShown(const QString& text);
    void apply();
    void applyText(const QString& text);
    void say(const QString& text, bool isError);

    const SettingDefinition& m_definition;
    SettingsReader& m_reader;
    QWidget* m_editor;
    QLabel* m_origin;
    QLabel* m_result;
    QPushButton* m_reset;
    QString m_inForce;
    bool m_isLocked = false;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0); ///< answers may come after the page has closed
};

/// "Fill wait seconds" for "orders.fill_wait_seconds".
QString settingName(std::string_view key);

} // namespace strikedesk::ui
