// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/journal/picture_loader.h"

#include <QFileInfo>
#include <QImageReader>
#include <QThreadPool>

namespace strikedesk::ui {

LoadedPicture PictureLoader::read(const QString& file, const QSize& within) {
    const QFileInfo info(file);
    if (!info.isFile())
        return {{}, tr("The picture file is gone: %1").arg(file)};
    if (info.size() > kMaxFileBytes)
        return {{}, tr("The picture file is too large to show: %1").arg(file)};
    QImageReader reader(file);
    reader.setDecideFormatFromContent(true);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return {{}, tr("The file is not a picture: %1").arg(file)};
    if (size.width() > kMaxEdge || size.height() > kMaxEdge)
        return {{}, tr("The picture is too large to show: %1").arg(file)};
    const bool isLarger = size.width() > within.width() || size.height() > within.height();
    const QImage image = reader.read();
    if (image.isNull())
        return {{}, tr("The picture cannot be read: %1").arg(file)};
    return {isLarger ? image.scaled(within, Qt::KeepAspectRatio, Qt::SmoothTransformation) : image, {}};
}

void PictureLoader::load(const QString& file, const QSize& within,
                         std::function<void(LoadedPicture)> loaded) {
    QThreadPool::globalInstance()->start(
        [file, within, loaded = std::move(loaded), alive = std::weak_ptr(m_alive)] {
            LoadedPicture picture = read(file, within);
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [loaded, alive, picture = std::move(picture)] {
                    if (!alive.expired())
                        loaded(picture);
                },
                Qt::QueuedConnection);
        });
}

} // namespace strikedesk::ui
