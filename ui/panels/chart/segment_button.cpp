// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/chart/segment_button.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace strikedesk::ui {

SegmentButton::SegmentButton(const QString& objectName, const QString& text, QWidget* parent)
    : QAbstractButton(parent) {
    setObjectName(objectName);
    setText(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
}

QSize SegmentButton::sizeHint() const {
    const Theme& theme = Theme::current();
    const QFontMetrics measures(theme.font(metrics::kSecondary, QFont::DemiBold));
    return {measures.horizontalAdvance(text()) + theme.scaled(14), theme.scaled(20)};
}

void SegmentButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = Theme::current();
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const int radius = theme.scaled(metrics::kRadius);
    painter.setPen(Qt::NoPen);
    if (isChecked() || isDown()) {
        painter.setBrush(theme.tint(Token::Accent, isDown() ? 0.28 : 0.18));
        painter.drawRoundedRect(area, radius, radius);
    } else if (underMouse() && isEnabled()) {
        painter.setBrush(theme.tint(Token::Muted, 0.18));
        painter.drawRoundedRect(area, radius, radius);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(theme.colour(Token::Accent));
        painter.drawRoundedRect(area, radius, radius);
    }
    painter.setFont(theme.font(metrics::kSecondary, isChecked() ? QFont::DemiBold : QFont::Normal));
    const Token token = !isEnabled() ? Token::Line : isChecked() ? Token::Accent : Token::Muted;
    painter.setPen(theme.colour(token));
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace strikedesk::ui
