// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/journal/journal_export.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSaveFile>
#include <QThreadPool>

namespace strikedesk::ui {

namespace {

void onGuiThread(std::function<void()> call) {
    QMetaObject::invokeMethod(QCoreApplication::instance(), std::move(call), Qt::QueuedConnection);
}

} // namespace

void JournalExport::copy(JournalLines lines, std::function<void(const QString&)> told) {
    QThreadPool::globalInstance()->start(
        [lines = std::move(lines), told = std::move(told), alive = std::weak_ptr(m_alive)] {
            const QString csv = journalCsv(lines);
            const QString sentence = tr("%1 trades copied.").arg(lines.size());
            onGuiThread([csv, sentence, told, alive] {
                QGuiApplication::clipboard()->setText(csv);
                if (!alive.expired())
                    told(sentence);
            });
        });
}

void JournalExport::write(JournalLines lines, const QString& file, std::function<void(const QString&)> told) {
    QThreadPool::globalInstance()->start(
        [lines = std::move(lines), file, told = std::move(told), alive = std::weak_ptr(m_alive)] {
            const QByteArray bytes = journalCsv(lines).toUtf8();
            QSaveFile out(file);
            const bool isWritten =
                out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.commit();
            const QString sentence =
                isWritten ? tr("%1 trades written to %2.").arg(lines.size()).arg(file)
                          : tr("Nothing was written: %1 Choose another folder.").arg(out.errorString());
            onGuiThread([sentence, told, alive] {
                if (!alive.expired())
                    told(sentence);
            });
        });
}

} // namespace strikedesk::ui
