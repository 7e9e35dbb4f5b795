// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window's menus and the pages that open beside it.

#include "ui/settings/settings_window.h"
#include "ui/shell/key_map_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/name_field.h"
#include "ui/shell/toasts.h"
#include "ui/theme/error_text.h"
#include "ui/theme/theme.h"
#include "ui/welcome/welcome_page.h"

#include <QMenu>

namespace strikedesk::ui {

void MainWindow::showPanelMenu(const QPoint& globalPlace, Workspace& target) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const PanelKind& kind : m_catalog)
        connect(menu->addAction(kind.name), &QAction::triggered, this,
                [held = QPointer<Workspace>(&target), id = kind.id] {
                    if (held)
                        held->addPanel(id);
                });
    menu->popup(globalPlace);
}

void MainWindow::showWindowMenu(const QPoint& globalPlace) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto entry = [&](QMenu* into, const char* id) {
        const ShellAction* action = m_actions.find(QString::fromLatin1(id));
        if (!action)
            return;
        const QString key = action->key.toString(QKeySequence::NativeText);
        connect(into->addAction(key.isEmpty() ? action->name : action->name + QLatin1Char('\t') + key),
                &QAction::triggered, this, [this, held = action->id] { run(held); });
    };
    QMenu* load = menu->addMenu(tr("Load a layout"));
    QMenu* remove = menu->addMenu(tr("Remove a layout"));
    for (const QString& name : m_named) {
        connect(load->addAction(name), &QAction::triggered, this, [this, name] { loadNamed(name); });
        connect(remove->addAction(name), &QAction::triggered, this, [this, name] { removeNamed(name); });
    }
    load->setEnabled(!m_named.isEmpty());
    remove->setEnabled(!m_named.isEmpty());
    for (const char* id : {"layout.save", "layout.undo", "layout.reset"})
        entry(menu, id);
    menu->addSeparator();
    for (const char* id : {"window.new", "window.fullScreen", "theme.toggle", "theme.colours"})
        entry(menu, id);
    menu->addSeparator();
    for (const char* id : {"palette.open", "keys.show", "settings.open", "settings.keys", "welcome.open"})
        entry(menu, id);
    menu->addSeparator();
    entry(menu, "window.quit");
    menu->addSection(tr("Strikedesk %1").arg(m_services.version));
    menu->popup(globalPlace);
}

void MainWindow::askLayoutName() {
    if (m_nameField)
        return m_nameField->setFocus();
    auto* field = new NameField(tr("Name of the layout"), LayoutStore::kLongestName, this);
    field->chosen = [this](const QString& name) { saveNamed(name); };
    m_nameField = field;
}

void MainWindow::openKeyMap() {
    if (!m_keyMap) {
        m_keyMap = new KeyMapPage(m_actions);
        m_keyMap->changed = [this] {
            m_store.writeKeys(m_actions.chosen(), [this](const Status& status) {
                if (!status)
                    m_toasts->say(trade::NoticeLevel::Warning, errorText(status.error()));
            });
        };
    }
    m_keyMap->show();
    m_keyMap->raise();
    m_keyMap->activateWindow();
}

void MainWindow::openSettings(const QString& page) {
    if (!m_settings)
        m_settings =
            new SettingsWindow({m_context.settings, m_services.keys, m_services.data, m_context.desk},
                               m_services.restartSession);
    m_settings->open(page);
}

void MainWindow::openWelcome() {
    if (m_welcome) {
        m_stack->setCurrentWidget(m_welcome);
        return;
    }
    m_welcome = new WelcomePage(m_context.settings, m_context.watchlists, m_services.keys,
                                m_services.dataDirectory, m_stack);
    m_welcome->finished = [this] { closeWelcome(); };
    m_stack->addWidget(m_welcome);
    m_stack->setCurrentWidget(m_welcome);
}

void MainWindow::closeWelcome() {
    m_stack->setCurrentWidget(&workspace());
    if (m_welcome) {
        m_welcome->deleteLater();
        m_welcome.clear();
    }
    if (m_services.welcomeDone)
        m_services.welcomeDone();
}

void MainWindow::toggleTheme() {
    Theme& theme = Theme::current();
    const bool isLight = theme.kind() == ThemeKind::Dark;
    theme.apply(isLight ? ThemeKind::Light : ThemeKind::Dark, theme.signColours());
    keepSetting("ui.theme", isLight ? "light" : "dark");
}

void MainWindow::toggleColours() {
    Theme& theme = Theme::current();
    const bool isBlue = theme.signColours() == SignColours::GreenRed;
    theme.apply(theme.kind(), isBlue ? SignColours::BlueOrange : SignColours::GreenRed);
    keepSetting("ui.sign_colours", isBlue ? "blue_orange" : "green_red");
}

void MainWindow::keepSetting(const char* key, const char* text) {
    m_context.settings.change(key, text, [window = QPointer<MainWindow>(this)](const Status& status) {
        if (!status && window)
            window->m_toasts->say(trade::NoticeLevel::Warning, errorText(status.error()));
    });
}

} // namespace strikedesk::ui
