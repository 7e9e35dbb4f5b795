// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/readers/subscription.h"
#include "ui/shell/group_dot.h"

#include <QLabel>
#include <QToolButton>
#include <QWidget>

#include <functional>

namespace strikedesk::ui {

/// A label that shortens its text with an ellipsis instead of asking for room.
class ElidedLabel : public QWidget {
public:
    ElidedLabel(int pixels, QFont::Weight weight, bool isMuted, QWidget* parent);
    void setText(const QString& text);
    /// Texts up to this width are never cut.
    void setKeptWidth(int pixels) { m_keptWidth = pixels; }
    const QString& text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QFont face() const;
    QString m_text;
    int m_pixels;
    QFont::Weight m_weight;
    bool m_isMuted;
    int m_keptWidth = 0;
};

/// What a title bar's menu can do with its panel.
struct DockMenuState {
    bool isFloating = false;
    bool isMaximised = false;
};

/// The 26 px head of a panel: group dot, title, note, menu. Dragging it moves the dock.
class DockTitleBar : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::DockTitleBar)

public:
    explicit DockTitleBar(QWidget* parent);

    void setTexts(const QString& title, const QString& note);
    /// The panel has the keyboard.
    void setActive(bool isActive);
    GroupDot& dot() { return *m_dot; }
    QString title() const { return m_title->text(); }
    QString note() const { return m_note->text(); }

    std::function<DockMenuState()> state;
    std::function<void()> floatAsked;
    std::function<void()> closeAsked;
    std::function<void()> windowAsked;
    std::function<void()> maximiseAsked;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void offer(const QPoint& globalPlace);

    GroupDot* m_dot;
    ElidedLabel* m_title;
    ElidedLabel* m_note;
    QToolButton* m_menu;
    bool m_isActive = false;
    Subscription m_themed;
};

} // namespace strikedesk::ui
