// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QString>

namespace strikedesk::ui {

// A layout in a file: JSON with its format, version and the checksum of its body, so that a half-written or
// bit-rotten file is noticed before anything of it is used. Any thread; these functions read and write disks.

/// No honest layout is larger.
inline constexpr qint64 kMostLayoutBytes = 2 * 1024 * 1024;

/// Errors: not there (NotFound), too large, not ours, damaged. The message says what happens instead.
Result<QJsonObject> readLayoutFile(const QString& path);
/// Whole or not at all; makes the folder.
Status writeLayoutFile(const QString& path, const QJsonObject& body);

} // namespace strikedesk::ui
