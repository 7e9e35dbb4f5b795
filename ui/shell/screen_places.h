// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QList>
#include <QRect>
#include <QWidget>

namespace strikedesk::ui {

/// A rectangle moved, and shrunk where it must be, so that it lies within the screen it overlaps most, or the
/// first one when it overlaps none. Screens: the available areas, at least one.
QRect clampedTo(const QRect& place, const QList<QRect>& screens);
/// The same with the screens there are.
QRect clampedToScreens(const QRect& place);

/// Where a top-level window stands, relative to its screen by name, so that it finds the same monitor again.
QJsonObject savePlace(const QWidget& window);
/// Puts it back; hostile on the way in. False when there was nothing usable.
bool restorePlace(QWidget& window, const QJsonObject& saved);

} // namespace strikedesk::ui
