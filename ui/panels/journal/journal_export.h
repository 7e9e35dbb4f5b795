// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/journal/journal_line.h"

#include <QCoreApplication>

#include <functional>
#include <memory>

namespace strikedesk::ui {

/// Writes the journal as CSV beside the GUI thread. `told` is called on the GUI thread with a sentence about
/// the result, and not after the exporter is gone.
class JournalExport {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::JournalExport)

public:
    /// To the clipboard.
    void copy(JournalLines lines, std::function<void(const QString& sentence)> told);
    /// To a file, whole or not at all.
    void write(JournalLines lines, const QString& file, std::function<void(const QString& sentence)> told);

private:
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace strikedesk::ui
