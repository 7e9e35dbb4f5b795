// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/screenshot_saver.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace strikedesk::desk {

namespace {

Status writeScreenshot(const QString& folder, const QString& name, const QImage& picture) {
    QSaveFile file(QDir(folder).filePath(QFileInfo(name).fileName()));
    if (QDir().mkpath(folder) && file.open(QIODevice::WriteOnly) && picture.save(&file, "PNG") &&
        file.commit())
        return done();
    return Error{ErrorKind::Storage,
                 "screenshot.unwritten",
                 "The picture could not be saved. Check that the folder screenshots of your data can be "
                 "written and has room.",
                 {},
                 folder.toStdString()};
}

} // namespace

void ScreenshotSaver::save(const QImage& picture, const QString& name, std::function<void(Status)> answered) {
    m_pool.start([this, folder = QString::fromStdString(m_folder.string()), picture, name,
                  answered = std::move(answered)] {
        const Status saved = writeScreenshot(folder, name, picture);
        QMetaObject::invokeMethod(
            &m_owner, [answered, saved] { answered(saved); }, Qt::QueuedConnection);
    });
}

} // namespace strikedesk::desk
