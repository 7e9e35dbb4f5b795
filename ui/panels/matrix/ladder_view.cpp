// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/matrix/ladder_view.h"

#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

namespace strikedesk::ui {

LadderView::LadderView(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("matrix.ladder"));
    setAccessibleName(tr("Price ladder"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

LadderGeometry LadderView::place() const {
    return LadderGeometry::of(width(), height(), Theme::current().scaled(m_rowSize));
}

std::vector<std::optional<LadderRow>> LadderView::rows() const {
    std::vector<std::optional<LadderRow>> rows;
    rows.reserve(static_cast<std::size_t>(m_model.rowCount()));
    for (int i = 0; i < m_model.rowCount(); ++i)
        rows.push_back(m_model.rowAt(i));
    return rows;
}

void LadderView::setBook(LadderBook book) {
    // Another contract under a pressed button: what was pressed no longer exists.
    if (book.contract != m_model.book().contract) {
        m_press.reset();
        m_look.drag.reset();
        m_look.cursor.reset();
    }
    m_model.setBook(std::move(book));
    m_model.follow(isButtonDown());
    auto now = rows();
    const auto middle = m_model.book().middle();
    if (now == m_shown && (middle == m_middle || m_model.marketElsewhere() == LadderSight::Here))
        return;
    m_middle = middle;
    m_shown = std::move(now);
    const LadderBook& shown = m_model.book();
    setAccessibleDescription(tr("Bid %1, ask %2, last %3, held %4")
                                 .arg(priceText(shown.bid), priceText(shown.ask), priceText(shown.last))
                                 .arg(shown.held));
    update();
}

void LadderView::setLook(bool isArmed, bool isStale, const QString& empty, const QString& footer,
                         bool isWarning) {
    if (m_look.isArmed == isArmed && m_look.isStale == isStale && m_look.empty == empty &&
        m_look.footer == footer && m_look.isFooterWarning == isWarning)
        return;
    m_look.isArmed = isArmed;
    m_look.isStale = isStale;
    m_look.empty = empty;
    m_look.footer = footer;
    m_look.isFooterWarning = isWarning;
    update();
}

void LadderView::recentre() {
    if (isButtonDown())
        return;
    m_model.recentre();
    m_shown = rows();
    update();
}

void LadderView::scrollRows(int rows) {
    if (isButtonDown())
        return;
    m_model.scroll(rows);
    m_shown = this->rows();
    update();
}

void LadderView::setRowSize(int pixels) {
    if (isButtonDown())
        return;
    m_rowSize = std::clamp(pixels, kSmallestRow, kLargestRow);
    layOut();
}

std::optional<Price> LadderView::cursorPrice() const {
    return m_look.cursor ? m_look.cursor : m_model.book().bid;
}

void LadderView::moveCursor(int rows) {
    if (isButtonDown())
        return;
    const auto from = m_look.cursor ? m_look.cursor : m_model.book().middle();
    if (!from)
        return;
    const auto to = m_model.grid().priceAt(m_model.grid().indexBelow(*from) + rows);
    if (!to)
        return;
    m_look.cursor = to;
    if (!m_model.rowOf(*to))
        m_model.scroll(rows);
    m_shown = this->rows();
    update();
}

void LadderView::layOut() {
    m_model.resize(place().rowCount());
    m_model.follow(isButtonDown());
    m_shown = rows();
    update();
}

void LadderView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), Theme::current().colour(Token::Panel));
    m_look.hasFocus = hasFocus();
    paintLadder(painter, m_model, place(), m_look);
}

void LadderView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layOut();
}

void LadderView::mousePressEvent(QMouseEvent* event) {
    const LadderGeometry where = place();
    const auto row = where.rowAt(event->position().y());
    const auto column = where.columnAt(event->position().x());
    const auto price = row ? m_model.priceAt(*row) : std::nullopt;
    if (event->button() != Qt::LeftButton || !price || !column || !m_look.empty.isEmpty())
        return;
    Press press;
    press.at = event->position();
    press.column = *column;
    press.price = *price;
    const auto shown = m_model.rowAt(*row);
    const bool hasOrder = shown && shown->buys + shown->sells > 0;
    press.onCancel = hasOrder && where.cancelMark(*row).contains(event->position());
    if (press.column == LadderColumn::Mine && !press.onCancel)
        press.drag = dragFrom(m_model, *price);
    m_press = press;
}

void LadderView::mouseMoveEvent(QMouseEvent* event) {
    if (m_press && m_press->drag && !m_press->isDragging &&
        (event->position() - m_press->at).manhattanLength() >= QApplication::startDragDistance()) {
        m_press->isDragging = true;
        m_look.drag = m_press->drag;
    }
    hover(event->position());
    showCursorShape(event->position());
}

void LadderView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_press)
        return;
    const Press press = *std::exchange(m_press, std::nullopt);
    m_look.drag.reset();
    update();
    released(press, event->position());
}

void LadderView::mouseDoubleClickEvent(QMouseEvent* event) {
    // The second click of a double click is no order of its own.
    event->accept();
}

void LadderView::released(const Press& press, const QPointF& at) {
    const LadderGeometry where = place();
    const auto row = where.rowAt(at.y());
    const auto column = where.columnAt(at.x());
    const auto price = row ? m_model.priceAt(*row) : std::nullopt;
    if (!price)
        return;
    if (press.isDragging) {
        if (dragged && press.drag)
            dragged(*press.drag, *price);
        return;
    }
    // Sliding off the cell takes the click back.
    if (*price != press.price || column != press.column)
        return;
    if (press.onCancel) {
        if (where.cancelMark(*row).contains(at) && cancelClicked)
            cancelClicked(*price);
        return;
    }
    m_look.cursor = price;
    if (press.column == LadderColumn::Bid && bidClicked)
        bidClicked(*price);
    if (press.column == LadderColumn::Ask && askClicked)
        askClicked(*price);
}

void LadderView::hover(const QPointF& at) {
    const LadderGeometry where = place();
    const auto row = where.rowAt(at.y());
    const auto column = where.columnAt(at.x());
    if (row == m_look.hoverRow && column == m_look.hoverColumn)
        return;
    m_look.hoverRow = row;
    m_look.hoverColumn = column;
    update();
}

void LadderView::showCursorShape(const QPointF& at) {
    if (m_look.drag) {
        setCursor(Qt::ClosedHandCursor);
        return;
    }
    const auto row = place().rowAt(at.y());
    const auto column = place().columnAt(at.x());
    const auto price = row ? m_model.priceAt(*row) : std::nullopt;
    const bool draggable = price && column == LadderColumn::Mine && dragFrom(m_model, *price);
    const bool clickable = column == LadderColumn::Bid || column == LadderColumn::Ask;
    setCursor(draggable ? Qt::OpenHandCursor : price && clickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void LadderView::wheelEvent(QWheelEvent* event) {
    event->accept();
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        setRowSize(m_rowSize + (event->angleDelta().y() > 0 ? 2 : -2));
        return;
    }
    // Touchpads send many small steps; only whole rows move.
    constexpr int kAnglePerRow = 40;
    m_wheelRest += event->angleDelta().y();
    const int moved = m_wheelRest / kAnglePerRow;
    m_wheelRest -= moved * kAnglePerRow;
    if (moved != 0)
        scrollRows(moved);
}

void LadderView::leaveEvent(QEvent*) {
    m_look.hoverRow.reset();
    m_look.hoverColumn.reset();
    update();
}

void LadderView::keyPressEvent(QKeyEvent* event) {
    const int page = std::max(1, m_model.rowCount() - 2);
    switch (event->key()) {
    case Qt::Key_Up:
        return moveCursor(1);
    case Qt::Key_Down:
        return moveCursor(-1);
    case Qt::Key_PageUp:
        return scrollRows(page);
    case Qt::Key_PageDown:
        return scrollRows(-page);
    case Qt::Key_Escape:
        if (m_press) {
            m_press.reset();
            m_look.drag.reset();
            return update();
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void LadderView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

} // namespace strikedesk::ui
