// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QImage>
#include <QObject>
#include <QString>
#include <QThreadPool>

#include <filesystem>
#include <functional>

namespace strikedesk::desk {

/// Writes pictures a person takes into one folder, on a thread of its own. GUI thread; its end waits for what
/// is being written.
class ScreenshotSaver {
public:
    explicit ScreenshotSaver(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    /// `name`: a file name without a folder; one that is there already is replaced. Answered later with an
    /// error when the folder cannot be written.
    void save(const QImage& picture, const QString& name, std::function<void(Status)> answered);

private:
    std::filesystem::path m_folder;
    QObject m_owner; ///< answers end with it
    QThreadPool m_pool;
};

} // namespace strikedesk::desk
