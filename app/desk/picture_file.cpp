// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/picture_file.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace strikedesk::desk {

bool writePicture(const QImage& image, const QString& file) {
    QSaveFile saved(file);
    return QDir().mkpath(QFileInfo(file).absolutePath()) && saved.open(QIODevice::WriteOnly) &&
           image.save(&saved, "PNG") && saved.commit();
}

} // namespace strikedesk::desk
