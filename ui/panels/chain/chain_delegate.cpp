// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/chain/chain_delegate.h"

#include "ui/panels/chain/chain_table.h"
#include "ui/table/cell_paint.h"
#include "ui/table/table_view.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace strikedesk::ui {

namespace {

constexpr double kInTheMoney = 0.08;
constexpr double kSelectedRow = 0.10;
constexpr double kSelectedSide = 0.24;
constexpr double kFaint = 0.35; ///< what the filter does not pass

} // namespace

ChainDelegate::ChainDelegate(const ChainTable& table)
    : m_table(table), m_normal(Theme::current().font(metrics::kTable)),
      m_quote(Theme::current().font(metrics::kTable, QFont::Medium)),
      m_strike(Theme::current().font(metrics::kTable, QFont::DemiBold)) {}

void ChainDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const int row = index.row();
    const int column = index.column();
    paintBack(*painter, option.rect, row, column);
    if (column == m_table.chain().strikeColumn())
        paintStrike(*painter, option.rect, row);
    else
        paintFigure(*painter, option.rect, row, column);
}

void ChainDelegate::paintBack(QPainter& painter, const QRect& area, int row, int column) const {
    const Theme& theme = Theme::current();
    const ChainModel& model = m_table.chain();
    const auto right = model.rightOf(column);
    if (!right)
        painter.fillRect(area, theme.tint(Token::Raised, 0.7));
    else if (model.side(row, *right) != nullptr && model.isInTheMoney(row, *right))
        painter.fillRect(area, theme.tint(Token::Accent, kInTheMoney));
    const QModelIndex current = m_table.currentIndex();
    if (current.isValid() && current.row() == row) {
        const bool isSide = right && model.rightOf(current.column()) == right;
        painter.fillRect(area, theme.tint(Token::Accent, isSide ? kSelectedSide : kSelectedRow));
        if (m_table.hasFocus() && current.column() == column) {
            painter.setPen(theme.colour(Token::Accent));
            painter.drawRect(area.adjusted(0, 0, -1, -1));
        }
    } else if (m_table.hoveredRow() == row) {
        painter.fillRect(area, theme.tint(Token::Text, 0.04));
    }
}

void ChainDelegate::paintStrike(QPainter& painter, const QRect& area, int row) const {
    const Theme& theme = Theme::current();
    const bool isAtTheMoney = m_table.atTheMoney() == row;
    if (isAtTheMoney) {
        // Pointers to both sides, so that the row is found without colour.
        const int reach = theme.scaled(metrics::kGrid);
        const int middle = area.center().y();
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(Token::Accent));
        const int left = area.left() + reach;
        const int rightEnd = area.right() - reach;
        const QPoint before[] = {{left, middle - reach}, {left, middle + reach}, {left + reach, middle}};
        const QPoint after[] = {
            {rightEnd, middle - reach}, {rightEnd, middle + reach}, {rightEnd - reach, middle}};
        painter.drawPolygon(before, 3);
        painter.drawPolygon(after, 3);
        painter.restore();
    }
    m_strike.draw(painter, QRectF(area), Qt::AlignHCenter, priceText(m_table.chain().row(row).strike),
                  theme.colour(Token::Text));
}

void ChainDelegate::paintFigure(QPainter& painter, const QRect& area, int row, int column) const {
    const Theme& theme = Theme::current();
    const ChainModel& model = m_table.chain();
    const ChainSide* side = model.side(row, column);
    if (side == nullptr)
        return;
    const OptionRight right = *model.rightOf(column);
    const ChainColumn kind = model.columnAt(column);
    const int inset = theme.scaled(kCellInset + 2);
    const QRect inner = area.adjusted(inset, 0, -inset, 0);
    const bool passes = model.filter().passes(*side);
    if (kind == ChainColumn::OpenInterest && m_table.showsBars() && side->openInterest) {
        const double share =
            static_cast<double>(*side->openInterest) / static_cast<double>(model.mostOpenInterest());
        const int margin = theme.scaled(metrics::kGrid);
        // Bars grow away from the strike on either side.
        drawBar(painter, QRectF(area.adjusted(margin, margin, 0, -margin)),
                right == OptionRight::Call ? -share : share,
                right == OptionRight::Call ? Token::Up : Token::Down);
    }
    const Token token = ChainColumns::colour(*side, kind, model.age());
    const QColor colour = passes ? theme.colour(token) : theme.tint(Token::Muted, kFaint);
    const QString text =
        ChainColumns::text(*side, kind, right == OptionRight::Call, model.row(row).strike, model.now());
    const bool isQuote = kind == ChainColumn::Bid || kind == ChainColumn::Ask;
    (isQuote ? m_quote : m_normal).draw(painter, QRectF(inner), Qt::AlignRight, text, colour);
}

} // namespace strikedesk::ui
