// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/screenshot_saver.h"

#include "app/desk/picture_file.h"

#include <QDir>
#include <QFileInfo>

namespace strikedesk::desk {

namespace {

Status writeScreenshot(const QString& folder, const QString& name, const QImage& picture) {
    if (writePicture(picture, QDir(folder).filePath(QFileInfo(name).fileName())))
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
