// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/broker_keys_form.h"
#include "ui/settings/data_page.h"
#include "ui/settings/settings_page.h"

#include <QStackedWidget>
#include <QTabBar>

namespace strikedesk::ui {

/// What the settings window works with; all outlive it.
struct SettingsDoors {
    SettingsReader& settings;
    KeyVault& vault;
    DataReader& data;
    DeskReader& desk;
};

/// Settings, keys and market data in a window of their own; nothing waits for it.
class SettingsWindow : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::SettingsWindow)

public:
    /// `restartSession` may be empty.
    SettingsWindow(const SettingsDoors& doors, const std::function<void()>& restartSession);
    /// "settings", "keys" or "data".
    void open(const QString& page);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* keysPage(KeyVault& vault, const std::function<void()>& restartSession);

    QTabBar* m_tabs;
    QStackedWidget* m_pages;
};

} // namespace strikedesk::ui
