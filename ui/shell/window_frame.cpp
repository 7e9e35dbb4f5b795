// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/window_frame.h"

#include "ui/shell/desk_mode.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QRegion>

namespace strikedesk::ui {

WindowFrame::WindowFrame(const DeskReader& desk, Arming& arming, QWidget* window)
    : QWidget(window), m_desk(desk), m_arming(arming) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    window->installEventFilter(this);
    m_armed = m_arming.subscribe([this] { refresh(); });
    m_themed = Theme::current().subscribe([this] { update(); });
    m_mode = m_desk.facts().mode;
}

void WindowFrame::refresh() {
    const DeskMode mode = m_desk.facts().mode;
    if (mode == m_mode && m_arming.isArmed() == m_isArmed)
        return;
    m_mode = mode;
    m_isArmed = m_arming.isArmed();
    update();
}

bool WindowFrame::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show) {
        setGeometry(parentWidget()->rect());
        // Only the rim: a mask keeps the panels below from being composed with an overlay on every frame.
        setMask(QRegion(rect()).subtracted(QRegion(rect().adjusted(6, 6, -6, -6))));
        raise();
    } else if (event->type() == QEvent::ChildAdded) {
        raise();
    }
    return QWidget::eventFilter(watched, event);
}

void WindowFrame::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.setBrush(Qt::NoBrush);
    QPen line(theme.colour(modeToken(m_mode)), kWidth);
    line.setJoinStyle(Qt::MiterJoin);
    painter.setPen(line);
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
    if (!m_isArmed)
        return;
    QPen armed(theme.colour(Token::Warn), kWidth + 1);
    armed.setDashPattern({5, 3});
    armed.setJoinStyle(Qt::MiterJoin);
    painter.setPen(armed);
    painter.drawRect(QRectF(rect()).adjusted(3.5, 3.5, -3.5, -3.5));
}

} // namespace strikedesk::ui
