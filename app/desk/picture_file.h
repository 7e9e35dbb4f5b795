// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QString>

namespace strikedesk::desk {

/// Writes a picture as PNG under its final name only when it is whole; makes its folder. False when that
/// cannot be done. Any thread.
bool writePicture(const QImage& image, const QString& file);

} // namespace strikedesk::desk
