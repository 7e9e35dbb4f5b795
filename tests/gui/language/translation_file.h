// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace strikedesk {

/// One entry of a .ts file.
struct TranslationEntry {
    QString context;
    QString source;
    QString comment;
    QStringList forms; ///< one, or one a plural form
    bool isPlural = false;
    bool isUnfinished = false;

    /// What tells it from the others of its file.
    QString id() const { return context + QStringLiteral(" | ") + source + QStringLiteral(" | ") + comment; }
};

/// Empty when the file cannot be read.
std::vector<TranslationEntry> readTranslations(const QString& file);

/// What must be the same in a text and its translation: places for values, and line ends, sorted.
QStringList placeholdersOf(const QString& text);

} // namespace strikedesk
