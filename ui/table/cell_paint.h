// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/tokens.h"

#include <QList>
#include <QRectF>
#include <QString>

class QPainter;

namespace strikedesk::ui {

/// Up for gains, Down for losses, Muted for zero and what is not known.
Token signToken(double value);
/// A line through the values, scaled to the rectangle; nothing for fewer than two finite values.
void drawSpark(QPainter& painter, const QRectF& area, const QList<float>& values, Token colour);
/// A bar of `share` of the width: from the left for 0 to 1, from the right for −1 to 0.
void drawBar(QPainter& painter, const QRectF& area, double share, Token colour);
/// A word in a tinted frame, right-aligned to `area`; answers the frame's width.
int drawBadge(QPainter& painter, const QRectF& area, const QString& word, Token colour);

} // namespace strikedesk::ui
