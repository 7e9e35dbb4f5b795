// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/chain/chain_model.h"
#include "ui/table/figure_font.h"

#include <QStyledItemDelegate>

namespace strikedesk::ui {

class ChainTable;

/// Paints a chain's cells: in-the-money shading, the selected contract, open-interest bars, figures. GUI
/// thread.
class ChainDelegate : public QStyledItemDelegate {
public:
    explicit ChainDelegate(const ChainTable& table);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    void paintBack(QPainter& painter, const QRect& area, int row, int column) const;
    void paintStrike(QPainter& painter, const QRect& area, int row) const;
    void paintFigure(QPainter& painter, const QRect& area, int row, int column) const;

    const ChainTable& m_table;
    FigureFont m_normal;
    FigureFont m_quote;
    FigureFont m_strike;
};

} // namespace strikedesk::ui
