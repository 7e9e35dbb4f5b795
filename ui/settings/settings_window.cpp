// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settings_window.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace strikedesk::ui {

SettingsWindow::SettingsWindow(const SettingsDoors& doors, const std::function<void()>& restartSession)
    : m_tabs(new QTabBar(this)), m_pages(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("settings"));
    setWindowTitle(tr("Strikedesk settings"));
    resize(980, 720);
    m_tabs->setObjectName(QStringLiteral("settings.tabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Settings"));
    m_tabs->addTab(tr("Keys"));
    m_tabs->addTab(tr("Market data"));
    m_pages->addWidget(new SettingsPage(doors.settings, m_pages));
    m_pages->addWidget(keysPage(doors.vault, restartSession));
    m_pages->addWidget(new DataPage(doors.data, doors.desk, m_pages));
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 8);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_pages, 1);
}

QWidget* SettingsWindow::keysPage(KeyVault& vault, const std::function<void()>& restartSession) {
    auto* page = new QWidget(m_pages);
    auto* intro =
        new QLabel(tr("Keys are kept in the system's key store and are never shown again. Paper and "
                      "live keys are separate: a paper session cannot use a live key."),
                   page);
    intro->setWordWrap(true);
    intro->setProperty("role", QStringLiteral("muted"));
    auto* paper = new BrokerKeysForm(vault, QStringLiteral("paper"), page);
    auto* live = new BrokerKeysForm(vault, QStringLiteral("live"), page);
    auto* dataKey = new BrokerKeysForm(vault, QStringLiteral("polygon"), page);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(intro);
    column->addWidget(paper);
    column->addWidget(live);
    column->addWidget(dataKey);
    if (restartSession) {
        auto* restart = new QPushButton(tr("Start the session again"), page);
        restart->setObjectName(QStringLiteral("keys.restart"));
        restart->setEnabled(false);
        connect(restart, &QPushButton::clicked, this, [restartSession] { restartSession(); });
        paper->changed = live->changed = dataKey->changed = [restart] { restart->setEnabled(true); };
        column->addWidget(restart, 0, Qt::AlignLeft);
    }
    column->addStretch(1);
    return page;
}

void SettingsWindow::open(const QString& page) {
    m_tabs->setCurrentIndex(page == QLatin1String("data") ? 2 : page == QLatin1String("keys") ? 1 : 0);
    show();
    raise();
    activateWindow();
}

void SettingsWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace strikedesk::ui
