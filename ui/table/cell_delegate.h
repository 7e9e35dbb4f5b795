// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/table/cell.h"
#include "ui/table/figure_font.h"

#include <QStyledItemDelegate>

#include <array>

namespace strikedesk::ui {

/// Paints the cells of a TableModel: figures right-aligned with equal widths, spark lines, bars, badges,
/// flashes, the selected and the hovered row. GUI thread.
class CellDelegate : public QStyledItemDelegate {
public:
    explicit CellDelegate(QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintBack(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                   const Cell& cell) const;
    const FigureFont& fontOf(QFont::Weight weight) const;

    std::array<FigureFont, 2> m_fonts; ///< normal, strong
};

} // namespace strikedesk::ui
