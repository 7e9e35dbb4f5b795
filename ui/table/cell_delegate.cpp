// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/cell_delegate.h"

#include "ui/table/cell_paint.h"
#include "ui/table/table_view.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <cmath>

namespace strikedesk::ui {

CellDelegate::CellDelegate(QObject* parent)
    : QStyledItemDelegate(parent),
      m_fonts{FigureFont(Theme::current().font(metrics::kTable)),
              FigureFont(Theme::current().font(metrics::kTable, QFont::DemiBold))} {}

const FigureFont& CellDelegate::fontOf(QFont::Weight weight) const {
    return m_fonts[weight > QFont::Normal ? 1 : 0];
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int inset = Theme::current().scaled(kCellInset);
    (void)option;
    return {qRound(m_fonts[1].width(index.data(Qt::DisplayRole).toString())) + 2 * inset,
            Theme::current().scaled(metrics::kRow)};
}

void CellDelegate::paintBack(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                             const Cell& cell) const {
    const Theme& theme = Theme::current();
    const auto* table = dynamic_cast<const TableView*>(option.widget);
    const bool isSelected = (option.state & QStyle::State_Selected) != 0;
    if (isSelected)
        painter.fillRect(option.rect, theme.tint(Token::Accent, 0.18));
    else if (table != nullptr && table->hoveredRow() == index.row())
        painter.fillRect(option.rect, theme.colour(Token::Raised));
    if (cell.flash != 0)
        painter.fillRect(option.rect,
                         theme.tint(signToken(cell.flash), 0.35 * std::min(1.0, std::fabs(cell.flash))));
    if (isSelected && table != nullptr && table->isFirstColumn(index.column())) {
        QRect edge = option.rect;
        edge.setWidth(theme.scaled(2));
        painter.fillRect(edge, theme.colour(Token::Accent));
    }
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const Cell cell = index.data(kCellRole).value<Cell>();
    const Theme& theme = Theme::current();
    paintBack(*painter, option, index, cell);
    const int inset = theme.scaled(kCellInset);
    QRect area = option.rect.adjusted(inset, 0, -inset, 0);
    if (cell.kind == CellKind::Spark) {
        const int margin = theme.scaled(metrics::kGrid);
        drawSpark(*painter, QRectF(area.adjusted(0, margin, 0, -margin)), cell.spark, cell.colour);
        return;
    }
    if (cell.kind == CellKind::Bar) {
        const int margin = theme.scaled(metrics::kGrid);
        drawBar(*painter, QRectF(area.adjusted(0, margin, 0, -margin)), cell.share, cell.colour);
    }
    if (!cell.badge.isEmpty())
        area.setRight(area.right() - drawBadge(*painter, QRectF(area), cell.badge, cell.badgeColour) - inset);
    if (cell.text.isEmpty() || area.width() <= 0)
        return;
    const QColor colour = theme.colour(cell.kind == CellKind::Bar ? Token::Text : cell.colour);
    const auto alignment =
        static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).value<Qt::Alignment>());
    const FigureFont& font = fontOf(cell.weight);
    if (font.width(cell.text) <= area.width()) {
        font.draw(*painter, QRectF(area), alignment, cell.text, colour);
        return;
    }
    painter->setFont(theme.font(metrics::kTable, cell.weight));
    painter->setPen(colour);
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(painter->font()).elidedText(cell.text, Qt::ElideRight, area.width()));
}

} // namespace strikedesk::ui
