// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QTranslator>

#include <memory>
#include <string>
#include <vector>

namespace strikedesk::desk {

/// The language of the window, "en" or "es": what the setting ui.language says, or for "system" the first of
/// the person's languages (as QLocale names them, "es-MX") that the window speaks; English without one.
QString languageOf(const std::string& setting, const QStringList& preferred);

/// The window's words in one language, for as long as this lives. Made before the first widget: what is
/// already on the screen does not change. Numbers and dates are written the same way in every language. GUI
/// thread.
class Language {
public:
    /// `setting` is the value of ui.language.
    explicit Language(const std::string& setting);
    ~Language();
    Language(const Language&) = delete;
    Language& operator=(const Language&) = delete;

    /// "en" or "es".
    const QString& name() const { return m_name; }

private:
    void install(const QString& file, const QString& folder);

    QString m_name;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace strikedesk::desk
