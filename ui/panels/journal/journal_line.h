// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/readers/journal_reader.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace strikedesk::ui {

/// One finished trade with what the list shows and searches of it, worked out once. Immutable.
struct JournalLine {
    JournalRow row;
    QString contract;   ///< "SOFI 27 Nov 29 C"
    QString reason;     ///< why it was closed, in words
    QString tags;       ///< "gap, first hour"
    double percent = 0; ///< net of the entry value
    QString searched;   ///< everything a filter looks at, lower case

    static std::shared_ptr<const JournalLine> of(JournalRow row);
    /// Whether every word (lower case) is found in it.
    bool matches(const QStringList& words) const;
    Duration held() const { return row.closedAt - row.openedAt; }
};

using JournalLines = std::vector<std::shared_ptr<const JournalLine>>;

/// Sums over a list.
struct JournalTotals {
    int trades = 0;
    int wins = 0; ///< with a positive net
    Money net;
    double winRate() const { return trades == 0 ? 0.0 : 100.0 * wins / trades; }
};
JournalTotals totalsOf(const JournalLines& lines);

/// The words of a filter text, lower case.
QStringList filterWords(const QString& text);
/// The tags of a text with commas: trimmed, without empty ones and doubles, at most 20 of at most 40
/// characters.
std::vector<std::string> tagsFrom(const QString& text);
/// All figures of the lines as CSV, times in UTC. Any thread.
QString journalCsv(const JournalLines& lines);

} // namespace strikedesk::ui
