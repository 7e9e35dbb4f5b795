// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/table_header.h"
#include "ui/table/table_view.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QJsonArray>
#include <QJsonValue>
#include <QMenu>

namespace strikedesk::ui {

namespace {

constexpr int kMinWidth = 20;
constexpr int kMaxWidth = 600;

} // namespace

void TableView::resetColumns() {
    m_isFitting = true;
    m_widths.clear();
    for (int logical = 0; logical < m_header->count(); ++logical) {
        const TableColumn& column = m_table->columns()[static_cast<std::size_t>(logical)];
        m_header->setSectionHidden(logical, !column.isShown && !column.isRequired);
        m_header->moveSection(m_header->visualIndex(logical), logical);
    }
    m_isFitting = false;
    fitColumns();
}

void TableView::fitColumns() {
    if (m_table == nullptr)
        return;
    const Theme& theme = Theme::current();
    int wanted = 0;
    int elastic = 0;
    for (int logical = 0; logical < m_header->count(); ++logical) {
        if (m_header->isSectionHidden(logical))
            continue;
        const TableColumn& column = m_table->columns()[static_cast<std::size_t>(logical)];
        const auto chosen = m_widths.find(column.id);
        const int width = theme.scaled(chosen != m_widths.end() ? chosen->second : column.width);
        wanted += width;
        elastic += chosen == m_widths.end() ? width : 0;
    }
    // What is left over is shared among the columns nobody set, so that the last one ends at the edge.
    int spare = viewport()->width() - wanted;
    m_isFitting = true;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int logical = m_header->logicalIndex(visual);
        if (m_header->isSectionHidden(logical))
            continue;
        const TableColumn& column = m_table->columns()[static_cast<std::size_t>(logical)];
        const auto chosen = m_widths.find(column.id);
        int width = theme.scaled(chosen != m_widths.end() ? chosen->second : column.width);
        if (chosen == m_widths.end() && spare > 0 && elastic > 0) {
            const int extra = spare * width / elastic;
            spare -= extra;
            elastic -= width;
            width += extra;
        }
        m_header->resizeSection(logical, width);
    }
    m_isFitting = false;
}

bool TableView::isColumnShown(const QString& id) const {
    const int logical = m_table == nullptr ? -1 : m_table->columnOf(id);
    return logical >= 0 && !m_header->isSectionHidden(logical);
}

void TableView::showColumn(const QString& id, bool isShown) {
    const int logical = m_table == nullptr ? -1 : m_table->columnOf(id);
    if (logical < 0 || (!isShown && m_table->columns()[static_cast<std::size_t>(logical)].isRequired))
        return;
    m_isFitting = true;
    m_header->setSectionHidden(logical, !isShown);
    m_isFitting = false;
    fitColumns();
    told();
}

void TableView::fillColumnMenu(QMenu& menu) {
    if (m_table == nullptr)
        return;
    for (const TableColumn& column : m_table->columns()) {
        if (column.isRequired)
            continue;
        QAction* action = menu.addAction(column.hint.isEmpty() ? column.title : column.hint);
        action->setObjectName(objectName() + QStringLiteral(".column.") + column.id);
        action->setCheckable(true);
        action->setChecked(isColumnShown(column.id));
        connect(action, &QAction::toggled, this, [this, id = column.id](bool isOn) { showColumn(id, isOn); });
    }
    menu.addSeparator();
    QAction* reset = menu.addAction(tr("Reset columns"));
    reset->setObjectName(objectName() + QStringLiteral(".columns.reset"));
    connect(reset, &QAction::triggered, this, [this] {
        resetColumns();
        told();
    });
}

QJsonObject TableView::saveColumns() const {
    QJsonObject state;
    if (m_table == nullptr)
        return state;
    QJsonArray order;
    QJsonArray shown;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int logical = m_header->logicalIndex(visual);
        const QString id = m_table->columns()[static_cast<std::size_t>(logical)].id;
        order.append(id);
        if (!m_header->isSectionHidden(logical))
            shown.append(id);
    }
    QJsonObject widths;
    for (const auto& [id, width] : m_widths)
        widths.insert(id, width);
    state.insert(QStringLiteral("order"), order);
    state.insert(QStringLiteral("shown"), shown);
    state.insert(QStringLiteral("widths"), widths);
    if (const int sorted = m_header->sortIndicatorSection(); sorted >= 0 && sorted < m_header->count()) {
        state.insert(QStringLiteral("sort"), m_table->columns()[static_cast<std::size_t>(sorted)].id);
        state.insert(QStringLiteral("falling"), m_header->sortIndicatorOrder() == Qt::DescendingOrder);
    }
    return state;
}

void TableView::restoreColumns(const QJsonObject& state) {
    if (m_table == nullptr || state.isEmpty())
        return;
    resetColumns();
    m_isFitting = true;
    int visual = 0;
    for (const QJsonValue& id : state.value(QStringLiteral("order")).toArray())
        if (const int logical = m_table->columnOf(id.toString()); logical >= 0 && visual < m_header->count())
            m_header->moveSection(m_header->visualIndex(logical), visual++);
    const QJsonArray shown = state.value(QStringLiteral("shown")).toArray();
    if (!shown.isEmpty())
        for (int logical = 0; logical < m_header->count(); ++logical) {
            const TableColumn& column = m_table->columns()[static_cast<std::size_t>(logical)];
            m_header->setSectionHidden(logical, !column.isRequired && !shown.contains(column.id));
        }
    const QJsonObject widths = state.value(QStringLiteral("widths")).toObject();
    for (const TableColumn& column : m_table->columns())
        if (const int width = widths.value(column.id).toInt(0); width >= kMinWidth && width <= kMaxWidth)
            m_widths[column.id] = width;
    const int sorted = m_table->columnOf(state.value(QStringLiteral("sort")).toString());
    const bool isFalling = state.value(QStringLiteral("falling")).toBool();
    sortByColumn(sorted, isFalling ? Qt::DescendingOrder : Qt::AscendingOrder);
    m_isFitting = false;
    fitColumns();
}

} // namespace strikedesk::ui
