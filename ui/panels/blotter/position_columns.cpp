// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/blotter/position_columns.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace strikedesk::ui {

PositionColumns PositionColumns::of(int width, int height) {
    const Theme& theme = Theme::current();
    const auto scaled = [&](int pixels) { return theme.scaled(pixels); };
    const int margin = scaled(12);
    PositionColumns columns;
    int right = width - margin;
    const auto take = [&](int pixels) {
        const QRect rect(right - scaled(pixels), 0, scaled(pixels), height);
        right = rect.left();
        return rect;
    };
    columns.buttons = take(116);
    const int figures = scaled(52 + 62 + 62 + 86);
    const int contract = scaled(150);
    const auto room = [&](int extra) { return right - margin - figures - contract >= scaled(extra); };
    const bool hasPercent = room(58);
    const bool hasAge = room(58 + 84);
    const bool hasBar = room(58 + 84 + 120);
    if (hasAge)
        columns.age = take(84);
    if (hasBar) {
        // The bar takes what is left over, up to a width at which it still reads as one.
        const int spare = right - margin - figures - contract - scaled(58);
        const int bar = qMin(spare, scaled(220));
        columns.bar = QRect(right - bar, 0, bar, height).adjusted(scaled(16), 0, 0, 0);
        right -= bar;
    }
    if (hasPercent)
        columns.percent = take(58);
    columns.profit = take(86);
    columns.mark = take(62);
    columns.entry = take(62);
    columns.quantity = take(52);
    columns.contract = QRect(margin, 0, qMax(0, right - margin), height);
    return columns;
}

PositionHeading::PositionHeading(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize PositionHeading::sizeHint() const { return {400, Theme::current().scaled(22)}; }

void PositionHeading::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = Theme::current();
    painter.setFont(theme.font(metrics::kLabel));
    painter.setPen(theme.colour(Token::Muted));
    const PositionColumns columns = PositionColumns::of(width(), height());
    const auto right = [&](const QRect& rect, const QString& text) {
        if (!rect.isEmpty())
            painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, text);
    };
    painter.drawText(columns.contract, Qt::AlignLeft | Qt::AlignVCenter, tr("Contract"));
    right(columns.quantity, tr("Qty"));
    right(columns.entry, tr("Entry"));
    right(columns.mark, tr("Mark"));
    right(columns.profit, tr("P&L"));
    right(columns.percent, tr("%"));
    right(columns.age, tr("Age"));
    if (!columns.bar.isEmpty()) {
        painter.drawText(columns.bar, Qt::AlignLeft | Qt::AlignVCenter, tr("stop"));
        right(columns.bar, tr("target"));
    }
}

} // namespace strikedesk::ui
