// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/cell_paint.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPolygonF>

#include <cmath>

namespace strikedesk::ui {

Token signToken(double value) {
    if (value > 0)
        return Token::Up;
    return value < 0 ? Token::Down : Token::Muted;
}

void drawSpark(QPainter& painter, const QRectF& area, const QList<float>& values, Token colour) {
    QPolygonF line;
    float low = 0;
    float high = 0;
    for (const float value : values) {
        if (!std::isfinite(value))
            continue;
        low = line.isEmpty() ? value : std::min(low, value);
        high = line.isEmpty() ? value : std::max(high, value);
        line.append(QPointF(static_cast<double>(line.size()), value));
    }
    if (line.size() < 2)
        return;
    const double across = area.width() / static_cast<double>(line.size() - 1);
    const double range = high > low ? static_cast<double>(high - low) : 1.0;
    for (QPointF& point : line) {
        // A day without movement is a line in the middle.
        const double share = high > low ? (point.y() - static_cast<double>(low)) / range : 0.5;
        point = QPointF(area.left() + point.x() * across, area.bottom() - share * area.height());
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(Theme::current().colour(colour), 1.2);
    pen.setCosmetic(true);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    painter.drawPolyline(line);
    painter.restore();
}

void drawBar(QPainter& painter, const QRectF& area, double share, Token colour) {
    if (!std::isfinite(share) || share == 0)
        return;
    const double width = area.width() * std::min(1.0, std::fabs(share));
    QRectF bar = area;
    if (share > 0)
        bar.setWidth(width);
    else
        bar.setLeft(area.right() - width);
    painter.fillRect(bar, Theme::current().tint(colour, 0.28));
}

int drawBadge(QPainter& painter, const QRectF& area, const QString& word, Token colour) {
    const Theme& theme = Theme::current();
    painter.save();
    painter.setFont(theme.font(metrics::kLabel, QFont::DemiBold));
    const int inset = theme.scaled(metrics::kGrid);
    const int width = QFontMetrics(painter.font()).horizontalAdvance(word) + 2 * inset;
    const double height = std::min(area.height(), double(theme.scaled(14)));
    const QRectF frame(area.right() - width, area.center().y() - height / 2, width, height);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.tint(colour, 0.22));
    painter.drawRoundedRect(frame, metrics::kRadius, metrics::kRadius);
    painter.setPen(theme.colour(colour));
    painter.drawText(frame, Qt::AlignCenter, word);
    painter.restore();
    return width;
}

} // namespace strikedesk::ui
