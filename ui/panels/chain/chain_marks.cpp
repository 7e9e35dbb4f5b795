// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Marks over the rows: where the underlying is and how far it is expected to go.

#include "ui/panels/chain/chain_table.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace strikedesk::ui {

void ChainTable::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    const ChainView& view = m_model.view();
    if (m_model.rowCount() == 0 || !view.spot || !view.spot->isPositive())
        return;
    QPainter painter(viewport());
    if (view.expectedMove && view.expectedMove->isPositive())
        paintMove(painter, *view.spot, *view.expectedMove);
    paintSpot(painter, *view.spot);
}

/// Where a price lies between the middles of its neighbour strikes, in viewport pixels.
double ChainTable::heightOf(Price price) const {
    const int rows = m_model.rowCount();
    const int above = m_model.rowsUpTo(price);
    const double half = rowHeight() / 2.0;
    if (above == 0)
        return rowViewportPosition(0);
    if (above == rows)
        return rowViewportPosition(rows - 1) + rowHeight();
    const Price low = m_model.row(above - 1).strike;
    const Price high = m_model.row(above).strike;
    const double share = (price - low).toDoubleLossy() / (high - low).toDoubleLossy();
    return rowViewportPosition(above - 1) + half + share * rowHeight();
}

void ChainTable::paintSpot(QPainter& painter, Price spot) const {
    const int above = m_model.rowsUpTo(spot);
    if (above == 0 || above == m_model.rowCount())
        return;
    const Theme& theme = Theme::current();
    const int y = rowViewportPosition(above);
    painter.fillRect(QRect(0, y - 1, viewport()->width(), 1), theme.tint(Token::Warn, 0.45));
    const int column = m_model.strikeColumn();
    painter.fillRect(QRect(columnViewportPosition(column), y - 1, columnWidth(column), 2),
                     theme.colour(Token::Warn));
}

void ChainTable::paintMove(QPainter& painter, Price spot, Price move) const {
    const Theme& theme = Theme::current();
    const int column = m_model.strikeColumn();
    const bool isBelowAll = spot + move < m_model.row(0).strike;
    const bool isAboveAll = spot - move > m_model.row(m_model.rowCount() - 1).strike;
    if (isBelowAll || isAboveAll)
        return;
    const int top = qRound(heightOf(spot - move));
    const int bottom = qRound(heightOf(spot + move));
    const int tick = theme.scaled(metrics::kGrid);
    const QColor colour = theme.tint(Token::Warn, 0.8);
    for (const bool isLeft : {true, false}) {
        const int edge = isLeft ? columnViewportPosition(column)
                                : columnViewportPosition(column) + columnWidth(column) - 1;
        const int from = isLeft ? edge : edge - tick + 1;
        painter.fillRect(QRect(edge, top, 1, std::max(1, bottom - top)), colour);
        painter.fillRect(QRect(from, top, tick, 1), colour);
        painter.fillRect(QRect(from, bottom - 1, tick, 1), colour);
    }
}

} // namespace strikedesk::ui
