// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/table/table_model.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QTableView>

#include <functional>
#include <map>

class QMenu;

namespace strikedesk::ui {

class TableHeader;

/// Space left and right of a cell's text, device-independent pixels at 1×.
inline constexpr int kCellInset = 5;

/// A table over a TableModel in the house's look: rows of one height, one row selected, hover, columns a
/// person may choose, order and widen, copying as CSV. Columns fill the width until a person sets one. GUI
/// thread.
class TableView : public QTableView {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::TableView)
public:
    /// `objectName` names the table and, with a suffix, its parts: "watchlist.table".
    TableView(const QString& objectName, const QString& accessibleName, QWidget* parent);

    /// The model outlives the view's use of it.
    void setTable(TableModel* model);
    TableModel* table() const { return m_table; }

    /// The row under the pointer, or −1.
    int hoveredRow() const { return m_hovered; }
    bool isFirstColumn(int column) const;
    bool isColumnShown(const QString& id) const;
    void showColumn(const QString& id, bool isShown);
    /// One check box per column and "Reset columns".
    void fillColumnMenu(QMenu& menu);

    /// Shown columns in their order, titles first; only the selected rows when asked.
    QString csv(bool selectedOnly) const;
    void copySelection() const;

    /// Order, width and visibility of columns and the sorting.
    QJsonObject saveColumns() const;
    void restoreColumns(const QJsonObject& state);

    /// The pointer came over the rows or left them: time to hold and release the order.
    std::function<void(bool)> hoverChanged;
    /// A person chose, moved, widened or sorted by a column.
    std::function<void()> columnsChanged;
    /// Enter on a row, or a double click.
    std::function<void(int row)> activated;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void resetColumns();
    void fitColumns();
    void setHovered(int row);
    void told();

    TableModel* m_table = nullptr;
    TableHeader* m_header;
    std::map<QString, int> m_widths; ///< set by a person, at 1×
    int m_hovered = -1;
    bool m_isFitting = false;
};

} // namespace strikedesk::ui
