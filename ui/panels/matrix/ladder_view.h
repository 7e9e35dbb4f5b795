// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/matrix/ladder_painter.h"

#include <QCoreApplication>
#include <QWidget>

#include <functional>

namespace strikedesk::ui {

/// The ladder on the screen: draws a LadderModel and turns mouse and keys into what was meant. Rows never
/// move while a mouse button is down. GUI thread.
class LadderView final : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::LadderView)
public:
    static constexpr int kSmallestRow = 16;
    static constexpr int kLargestRow = 38;
    static constexpr int kDefaultRow = 24;

    explicit LadderView(QWidget* parent = nullptr);

    const LadderModel& model() const { return m_model; }
    void setBook(LadderBook book);
    /// `empty`: shown instead of rows. `footer`: the line below them.
    void setLook(bool isArmed, bool isStale, const QString& empty, const QString& footer, bool isWarning);
    void recentre();
    void scrollRows(int rows);
    /// Row height before the system's font scale; kept within its limits.
    void setRowSize(int pixels);
    int rowSize() const { return m_rowSize; }
    /// The price the keyboard is on: where it was put, else the bid.
    std::optional<Price> cursorPrice() const;
    void moveCursor(int rows);
    bool isButtonDown() const { return m_press.has_value(); }

    std::function<void(Price)> bidClicked;
    std::function<void(Price)> askClicked;
    std::function<void(Price)> cancelClicked;
    std::function<void(const DragStart&, Price)> dragged;

    QSize sizeHint() const override { return {300, 900}; }
    QSize minimumSizeHint() const override { return {220, 160}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Press {
        QPointF at;
        LadderColumn column = LadderColumn::Price;
        Price price;
        bool onCancel = false;
        std::optional<DragStart> drag; ///< what a move would drag
        bool isDragging = false;
    };
    LadderGeometry place() const;
    void layOut();
    void hover(const QPointF& at);
    void showCursorShape(const QPointF& at);
    void released(const Press& press, const QPointF& at);
    std::vector<std::optional<LadderRow>> rows() const;

    LadderModel m_model;
    std::optional<Price> m_middle; ///< the market as painted while it is out of sight
    LadderLook m_look;
    std::vector<std::optional<LadderRow>> m_shown;
    std::optional<Press> m_press;
    int m_rowSize = kDefaultRow;
    int m_wheelRest = 0;
};

} // namespace strikedesk::ui
