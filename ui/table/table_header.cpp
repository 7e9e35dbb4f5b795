// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/table_header.h"

#include "ui/table/table_view.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace strikedesk::ui {

TableHeader::TableHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    setStretchLastSection(false);
    setMinimumSectionSize(Theme::current().scaled(20));
    setContextMenuPolicy(Qt::CustomContextMenu);
    setFont(Theme::current().font(metrics::kLabel));
}

QSize TableHeader::sizeHint() const {
    return {QHeaderView::sizeHint().width(), Theme::current().scaled(metrics::kRow)};
}

void TableHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const {
    const Theme& theme = Theme::current();
    painter->save();
    const bool isSorted = isSortIndicatorShown() && sortIndicatorSection() == logicalIndex;
    QString title = model()->headerData(logicalIndex, Qt::Horizontal).toString();
    if (isSorted)
        title += QLatin1Char(' ') + QChar(sortIndicatorOrder() == Qt::AscendingOrder ? 0x2191 : 0x2193);
    const auto alignment = static_cast<Qt::Alignment>(
        model()->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>());
    const int inset = theme.scaled(kCellInset);
    painter->setFont(font());
    painter->setPen(theme.colour(isSorted ? Token::Text : Token::Muted));
    painter->drawText(rect.adjusted(inset, 0, -inset, 0), static_cast<int>(alignment) | Qt::TextSingleLine,
                      title);
    painter->restore();
}

} // namespace strikedesk::ui
