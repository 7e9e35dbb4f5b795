// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace strikedesk::desk {

QString languageOf(const std::string& setting, const QStringList& preferred) {
    const QStringList spoken = {QStringLiteral("en"), QStringLiteral("es")};
    const QString asked = QString::fromStdString(setting);
    if (spoken.contains(asked))
        return asked;
    for (const QString& one : preferred) {
        const QString language = one.left(one.indexOf(QLatin1Char('-')));
        if (spoken.contains(language))
            return language;
    }
    return spoken.front();
}

Language::Language(const std::string& setting)
    : m_name(languageOf(setting, QLocale::system().uiLanguages())) {
    const QString ours = QStringLiteral(":/translations");
    install(QStringLiteral("strikedesk_") + m_name, ours);
    if (m_name == QLatin1String("en"))
        return;
    install(QStringLiteral("registry_") + m_name, ours);
    // Words of Qt's own dialogs; a system without them shows those in English.
    install(QStringLiteral("qtbase_") + m_name, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

Language::~Language() {
    for (const auto& translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
}

void Language::install(const QString& file, const QString& folder) {
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file, folder))
        return;
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

} // namespace strikedesk::desk
