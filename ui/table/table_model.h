// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/table/cell.h"

#include <QAbstractTableModel>

#include <vector>

namespace strikedesk::ui {

/// A table whose cells are painted by CellDelegate. Text, alignment, tool tip and the text a screen reader
/// says come from the same Cell. GUI thread.
class TableModel : public QAbstractTableModel {
public:
    TableModel(std::vector<TableColumn> columns, QObject* parent);

    const std::vector<TableColumn>& columns() const { return m_columns; }
    /// The number of a column, or −1.
    int columnOf(const QString& id) const;
    /// `row` and `column` are in range.
    virtual Cell cell(int row, int column) const = 0;
    /// What CSV writes for a cell; its text unless there is more to say.
    virtual QString plainText(int row, int column) const { return cell(row, column).text; }

    int columnCount(const QModelIndex& parent = QModelIndex()) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<TableColumn> m_columns;
};

} // namespace strikedesk::ui
