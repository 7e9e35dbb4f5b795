// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QImage>
#include <QSize>
#include <QString>

#include <functional>
#include <memory>

namespace strikedesk::ui {

/// A picture, or a sentence why there is none.
struct LoadedPicture {
    QImage image;
    QString why;
};

/// Reads picture files beside the GUI thread. Files are hostile: their size and the size of the image are
/// limited before anything is decoded. Answers come on the GUI thread, and none after the loader is gone.
class PictureLoader {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::PictureLoader)

public:
    static constexpr qint64 kMaxFileBytes = 32 * 1024 * 1024;
    static constexpr int kMaxEdge = 8192;

    /// Scaled down to fit `within` (device pixels).
    void load(const QString& file, const QSize& within, std::function<void(LoadedPicture)> loaded);
    /// What load() answers, read at once. Any thread.
    static LoadedPicture read(const QString& file, const QSize& within);

private:
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace strikedesk::ui
