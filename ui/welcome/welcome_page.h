// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/readers/settings_reader.h"
#include "ui/readers/watchlist_reader.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QWidget>

#include <functional>
#include <memory>

namespace strikedesk::ui {

/// The first start in three steps: demo or keys, where data is kept, the first watchlist. A page of the
/// window like any other; every step can be left out.
class WelcomePage : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::WelcomePage)

public:
    WelcomePage(SettingsReader& settings, WatchlistReader& watchlists, KeyVault& vault, QString dataDirectory,
                QWidget* parent);

    /// Finished or skipped.
    std::function<void()> finished;
    int step() const { return m_steps->currentIndex(); }

protected:
    /// Enter goes on, as in every dialog.
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* accountStep(KeyVault& vault);
    QWidget* storeStep();
    QWidget* watchlistStep();
    void go(int step);
    void setMode(const QString& mode);
    void addSymbols(const QString& typed, QLabel* result);

    SettingsReader& m_settings;
    WatchlistReader& m_watchlists;
    const QString m_dataDirectory;
    QLabel* m_progress;
    QStackedWidget* m_steps;
    QPushButton* m_back;
    QPushButton* m_next;
    QPushButton* m_skip;
    QLabel* m_modeResult = nullptr;
    Subscription m_listChanged;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace strikedesk::ui
