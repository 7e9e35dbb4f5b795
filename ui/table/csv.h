// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace strikedesk::ui {

/// Lines of comma-separated values (RFC 4180): fields with commas, quotes or line ends are quoted, lines end
/// with CR LF. A field that a spreadsheet would run as a formula gets an apostrophe before it.
QString csvText(const std::vector<QStringList>& lines);

/// One line of a file and its number, from 1.
struct CsvLine {
    int number = 0;
    QStringList fields;
};

/// The lines of a file, without empty ones; quoted fields may hold commas and line ends. Never fails: an
/// unclosed quote runs to the end.
std::vector<CsvLine> csvLines(const QString& text);

} // namespace strikedesk::ui
