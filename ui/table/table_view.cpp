// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/table_view.h"

#include "ui/table/cell_delegate.h"
#include "ui/table/csv.h"
#include "ui/table/table_header.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

namespace strikedesk::ui {

TableView::TableView(const QString& objectName, const QString& accessibleName, QWidget* parent)
    : QTableView(parent), m_header(new TableHeader(this)) {
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    m_header->setObjectName(objectName + QStringLiteral(".header"));
    m_header->setAccessibleName(tr("Columns of %1").arg(accessibleName));
    setHorizontalHeader(m_header);
    m_header->setSortIndicatorClearable(true);
    m_header->setSortIndicator(-1, Qt::DescendingOrder);
    setSortingEnabled(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(Theme::current().scaled(metrics::kRow));
    setItemDelegate(new CellDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setFrameShape(NoFrame);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    // The delegate paints the selected row; the style would paint it a second time.
    setStyleSheet(QStringLiteral("QTableView { selection-background-color: transparent; }"));
    viewport()->setAttribute(Qt::WA_Hover);
    setMouseTracking(true);

    connect(m_header, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillColumnMenu(*menu);
        menu->popup(m_header->mapToGlobal(at));
    });
    connect(m_header, &QHeaderView::sectionMoved, this, [this] { told(); });
    connect(m_header, &QHeaderView::sortIndicatorChanged, this, [this] { told(); });
    connect(m_header, &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        if (m_isFitting || m_table == nullptr || width <= 0 || m_header->isSectionHidden(section))
            return;
        const TableColumn& column = m_table->columns()[static_cast<std::size_t>(section)];
        m_widths[column.id] = qRound(width * 100.0 / Theme::current().scaled(100));
        told();
    });
}

void TableView::setTable(TableModel* model) {
    m_table = nullptr;
    setModel(model);
    m_table = model;
    resetColumns();
}

bool TableView::isFirstColumn(int column) const {
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int logical = m_header->logicalIndex(visual);
        if (!m_header->isSectionHidden(logical))
            return logical == column;
    }
    return false;
}

QString TableView::csv(bool selectedOnly) const {
    if (m_table == nullptr)
        return {};
    std::vector<int> columns;
    for (int visual = 0; visual < m_header->count(); ++visual)
        if (const int logical = m_header->logicalIndex(visual); !m_header->isSectionHidden(logical))
            columns.push_back(logical);
    QStringList titles;
    for (const int column : columns)
        titles.append(m_table->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    std::vector<QStringList> lines = {titles};
    for (int row = 0; row < m_table->rowCount(); ++row) {
        if (selectedOnly && !selectionModel()->isRowSelected(row))
            continue;
        QStringList line;
        for (const int column : columns)
            line.append(m_table->plainText(row, column));
        lines.push_back(line);
    }
    return csvText(lines);
}

void TableView::copySelection() const {
    const bool hasSelection = selectionModel() != nullptr && selectionModel()->hasSelection();
    QGuiApplication::clipboard()->setText(csv(hasSelection));
}

void TableView::setHovered(int row) {
    if (m_hovered == row)
        return;
    m_hovered = row;
    viewport()->update();
}

bool TableView::viewportEvent(QEvent* event) {
    switch (event->type()) {
    case QEvent::HoverEnter:
        if (hoverChanged)
            hoverChanged(true);
        [[fallthrough]];
    case QEvent::HoverMove:
        setHovered(rowAt(static_cast<QHoverEvent*>(event)->position().toPoint().y()));
        break;
    case QEvent::HoverLeave:
        setHovered(-1);
        if (hoverChanged)
            hoverChanged(false);
        break;
    default:
        break;
    }
    return QTableView::viewportEvent(event);
}

void TableView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers() == Qt::NoModifier && currentIndex().isValid() && activated) {
        activated(currentIndex().row());
        return;
    }
    // Rows are what one walks here; columns are only read.
    const bool isEnd = event->key() == Qt::Key_End;
    const int rows = m_table == nullptr ? 0 : m_table->rowCount();
    if (rows > 0 && event->modifiers() == Qt::NoModifier && (isEnd || event->key() == Qt::Key_Home)) {
        selectRow(isEnd ? rows - 1 : 0);
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::mouseDoubleClickEvent(QMouseEvent* event) {
    QTableView::mouseDoubleClickEvent(event);
    const int row = rowAt(event->position().toPoint().y());
    if (row >= 0 && event->button() == Qt::LeftButton && activated)
        activated(row);
}

void TableView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fitColumns();
}

void TableView::told() {
    if (!m_isFitting && m_table != nullptr && columnsChanged)
        columnsChanged();
}

} // namespace strikedesk::ui
