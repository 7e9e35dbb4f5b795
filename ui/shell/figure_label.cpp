// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/figure_label.h"

#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace strikedesk::ui {

namespace {
constexpr int kGap = 6;
} // namespace

FigureLabel::FigureLabel(const QString& label, QWidget* parent)
    : QWidget(parent), m_label(label), m_figure(unknownText()) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_themed = Theme::current().subscribe([this] {
        m_width = 0;
        m_compactWidth = 0;
        updateGeometry();
        update();
    });
}

void FigureLabel::setFigure(const QString& figure, Token colour, const QString& beside) {
    if (figure == m_figure && colour == m_colour && beside == m_beside)
        return;
    m_figure = figure;
    m_colour = colour;
    m_beside = beside;
    setAccessibleName(QStringLiteral("%1: %2 %3").arg(m_label, m_figure, m_beside).trimmed());
    if (m_isCompact)
        setToolTip(accessibleName());
    const int before = m_isCompact ? m_compactWidth : m_width;
    m_width = std::max(m_width, neededWidth(false));
    m_compactWidth = std::max(m_compactWidth, neededWidth(true));
    if ((m_isCompact ? m_compactWidth : m_width) != before)
        updateGeometry();
    update();
}

void FigureLabel::setCompact(bool isCompact) {
    if (m_isCompact == isCompact)
        return;
    m_isCompact = isCompact;
    setToolTip(isCompact ? accessibleName() : QString());
    updateGeometry();
    update();
}

int FigureLabel::widthFor(bool isCompact) const {
    return std::max(isCompact ? m_compactWidth : m_width, neededWidth(isCompact));
}

int FigureLabel::neededWidth(bool isCompact) const {
    const Theme& theme = Theme::current();
    const QFontMetrics label(theme.font(metrics::kLabel));
    const QFontMetrics figure(theme.font(metrics::kTable, QFont::DemiBold));
    const QFontMetrics beside(theme.font(metrics::kSecondary));
    const int second = m_beside.isEmpty() || isCompact ? 0 : kGap + beside.horizontalAdvance(m_beside);
    return std::max(label.horizontalAdvance(m_label), figure.horizontalAdvance(m_figure) + second) + 2;
}

QSize FigureLabel::sizeHint() const { return {widthFor(m_isCompact), Theme::current().scaled(32)}; }

void FigureLabel::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.setFont(theme.font(metrics::kLabel));
    painter.setPen(theme.colour(Token::Muted));
    const int middle = height() / 2;
    painter.drawText(QRect(0, 0, width(), middle - 1), Qt::AlignLeft | Qt::AlignBottom, m_label);
    painter.setFont(theme.font(metrics::kTable, QFont::DemiBold));
    painter.setPen(theme.colour(m_colour));
    const QRect line(0, middle - 2, width(), height() - middle + 2);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_figure);
    if (m_beside.isEmpty() || m_isCompact)
        return;
    const int at = painter.fontMetrics().horizontalAdvance(m_figure) + kGap;
    painter.setFont(theme.font(metrics::kSecondary));
    painter.setPen(m_colour == Token::Text ? theme.colour(Token::Muted) : theme.colour(m_colour));
    painter.drawText(line.adjusted(at, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, m_beside);
}

} // namespace strikedesk::ui
