// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/chain/chain_table.h"

#include "ui/panels/chain/chain_delegate.h"
#include "ui/table/table_header.h"
#include "ui/theme/theme.h"

#include <QHoverEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cstdlib>

namespace strikedesk::ui {

namespace {

constexpr int kStrikeWidth = 84;
constexpr int kRowsBeyondSight = 4;
constexpr int kSteadyRows = 2;

} // namespace

ChainTable::ChainTable(ChainModel& model, QWidget* parent) : QTableView(parent), m_model(model) {
    setObjectName(QStringLiteral("chain.table"));
    setAccessibleName(tr("Options chain"));
    auto* header = new TableHeader(this);
    header->setObjectName(QStringLiteral("chain.header"));
    header->setAccessibleName(tr("Columns of the chain"));
    header->setSectionsMovable(false);
    header->setSectionsClickable(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    setHorizontalHeader(header);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(Theme::current().scaled(metrics::kRow));
    setModel(&model);
    setItemDelegate(new ChainDelegate(*this));
    setSelectionMode(NoSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setFrameShape(NoFrame);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    viewport()->setAttribute(Qt::WA_Hover);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (sightChanged)
            sightChanged();
    });
    // Anything a person does to the bar; setValue() of centre() is no action.
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] { m_staysCentred = false; });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        fitColumns();
        refreshMarks();
    });
}

void ChainTable::setShowsBars(bool shows) {
    m_showsBars = shows;
    viewport()->update();
}

void ChainTable::fitColumns() {
    const Theme& theme = Theme::current();
    const int strike = theme.scaled(kStrikeWidth);
    int spare = viewport()->width() - strike;
    int wanted = 0;
    for (int column = 0; column < m_model.columnCount(); ++column)
        if (m_model.rightOf(column))
            wanted += theme.scaled(ChainColumns::width(m_model.columnAt(column)));
    spare -= wanted;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        if (!m_model.rightOf(column)) {
            horizontalHeader()->resizeSection(column, strike);
            continue;
        }
        int width = theme.scaled(ChainColumns::width(m_model.columnAt(column)));
        if (spare > 0 && wanted > 0) {
            const int extra = spare * width / wanted;
            spare -= extra;
            wanted -= width;
            width += extra;
        }
        horizontalHeader()->resizeSection(column, width);
    }
}

void ChainTable::centre() {
    m_staysCentred = true;
    const auto row = m_model.atTheMoneyRow();
    if (!row)
        return;
    const int inSight = std::max(1, viewport()->height() / rowHeight());
    // Whole rows at the top, so that nothing is cut there.
    verticalScrollBar()->setValue(std::max(0, *row - (inSight - 1) / 2) * rowHeight());
}

void ChainTable::keepPlace(const std::function<void()>& change) {
    const int top = rowAt(0);
    if (top < 0 || top >= m_model.rowCount()) {
        change();
        return;
    }
    const Price strike = m_model.row(top).strike;
    const int before = rowViewportPosition(top);
    change();
    const int now = m_model.rowsUpTo(strike) - 1;
    if (now < 0 || now == top)
        return;
    updateGeometries();
    verticalScrollBar()->setValue(verticalScrollBar()->value() + rowViewportPosition(now) - before);
}

void ChainTable::refreshMarks() {
    m_atTheMoney = m_model.atTheMoneyRow().value_or(-1);
    viewport()->update();
}

void ChainTable::showContract(const Symbol& contract) {
    const QModelIndex place = m_model.indexOf(contract);
    const QModelIndex current = currentIndex();
    const ChainSide* held = current.isValid() ? m_model.side(current.row(), current.column()) : nullptr;
    if (held != nullptr && held->contract == contract)
        return;
    m_isQuiet = true;
    const int scroll = verticalScrollBar()->value();
    selectionModel()->setCurrentIndex(place, QItemSelectionModel::NoUpdate);
    // What another panel chose never scrolls a chain somebody reads.
    if (place.isValid() && m_staysCentred)
        verticalScrollBar()->setValue(scroll);
    m_isQuiet = false;
    viewport()->update();
}

std::vector<Symbol> ChainTable::contractsInSight() const {
    std::vector<Symbol> contracts;
    const int count = m_model.rowCount();
    if (count == 0 || viewport()->height() <= 0)
        return contracts;
    const int top = verticalScrollBar()->value() / rowHeight();
    const int first = std::max(0, top - kRowsBeyondSight);
    const int last = std::min(count - 1, top + viewport()->height() / rowHeight() + 1 + kRowsBeyondSight);
    for (int row = first; row <= last; ++row)
        for (const OptionRight right : {OptionRight::Call, OptionRight::Put}) {
            const bool isShown =
                right == OptionRight::Call ? m_model.filter().showsCalls() : m_model.filter().showsPuts();
            if (const ChainSide* side = isShown ? m_model.side(row, right) : nullptr)
                contracts.push_back(side->contract);
        }
    return contracts;
}

void ChainTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fitColumns();
    // A line that appears above or below takes a row or two; that moves no row under the eye.
    const int change = std::abs(event->size().height() - event->oldSize().height());
    if (m_staysCentred && change > kSteadyRows * rowHeight())
        centre();
    if (sightChanged)
        sightChanged();
}

void ChainTable::showEvent(QShowEvent* event) {
    QTableView::showEvent(event);
    if (m_staysCentred)
        centre();
}

void ChainTable::wheelEvent(QWheelEvent* event) {
    m_staysCentred = false;
    QTableView::wheelEvent(event);
}

bool ChainTable::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverMove ||
        event->type() == QEvent::HoverLeave) {
        const bool isOver = event->type() != QEvent::HoverLeave;
        const int row = isOver ? rowAt(static_cast<QHoverEvent*>(event)->position().toPoint().y()) : -1;
        if (row != m_hovered) {
            m_hovered = row;
            viewport()->update();
        }
    }
    return QTableView::viewportEvent(event);
}

void ChainTable::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        if (activated)
            activated(currentIndex());
        return;
    }
    const int before = verticalScrollBar()->value();
    QTableView::keyPressEvent(event);
    if (verticalScrollBar()->value() != before)
        m_staysCentred = false;
}

void ChainTable::mouseDoubleClickEvent(QMouseEvent* event) {
    const QModelIndex cell = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && cell.isValid() && activated)
        activated(cell);
}

void ChainTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    if (m_isQuiet)
        return;
    QTableView::currentChanged(current, previous);
    viewport()->update();
    const ChainSide* side = current.isValid() ? m_model.side(current.row(), current.column()) : nullptr;
    if (side != nullptr && chosen)
        chosen(side->contract);
}

} // namespace strikedesk::ui
