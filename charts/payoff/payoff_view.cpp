// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/payoff/payoff_view.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace strikedesk::charts {

PayoffView::PayoffView(QWidget* parent) : QWidget(parent) {}

void PayoffView::setStyle(PayoffStyle style) {
    m_style = std::move(style);
    update();
}

void PayoffView::show(std::optional<PayoffCurves> curves, PayoffLabels labels) {
    m_curves = std::move(curves);
    m_labels = std::move(labels);
    setAccessibleDescription(m_curves ? m_labels.breakEven : m_labels.empty);
    update();
}

void PayoffView::setOutdated(bool outdated) {
    if (outdated == m_isOutdated)
        return;
    m_isOutdated = outdated;
    update();
}

QPointF PayoffView::place(double underlying, double profit, const QRectF& plot) const {
    const double wide = std::max(m_curves->high - m_curves->low, 1e-9);
    const double tall = std::max(m_curves->most - m_curves->least, 1e-9);
    const double up = std::clamp((profit - m_curves->least) / tall, 0.0, 1.0);
    return {plot.left() + (underlying - m_curves->low) / wide * plot.width(),
            plot.bottom() - up * plot.height()};
}

void PayoffView::paintCurves(QPainter& painter, const QRectF& plot) const {
    const double zero = place(m_curves->low, 0, plot).y();
    QPainterPath line;
    for (std::size_t i = 0; i < m_curves->expiry.size(); ++i) {
        const QPointF at = place(m_curves->expiry[i].underlying, m_curves->expiry[i].profit, plot);
        if (i == 0)
            line.moveTo(at);
        else
            line.lineTo(at);
    }
    QPainterPath area = line;
    area.lineTo(plot.right(), zero);
    area.lineTo(plot.left(), zero);
    area.closeSubpath();
    // The same line twice, each time clipped to its side of zero.
    for (const bool gains : {true, false}) {
        const QRectF side = gains ? QRectF(plot.left(), plot.top() - 2, plot.width(), zero - plot.top() + 2)
                                  : QRectF(plot.left(), zero, plot.width(), plot.bottom() - zero + 2);
        QColor colour = m_isOutdated ? m_style.muted : gains ? m_style.gain : m_style.loss;
        painter.save();
        painter.setClipRect(side);
        QColor fill = colour;
        fill.setAlphaF(0.14F);
        painter.fillPath(area, fill);
        painter.setPen(QPen(colour, 1.6));
        painter.drawPath(line);
        painter.restore();
    }
    painter.setPen(QPen(m_style.line, 1));
    painter.drawLine(QPointF(plot.left(), zero), QPointF(plot.right(), zero));
    QPainterPath today;
    for (std::size_t i = 0; i < m_curves->today.size(); ++i) {
        const QPointF at = place(m_curves->today[i].underlying, m_curves->today[i].profit, plot);
        if (i == 0)
            today.moveTo(at);
        else
            today.lineTo(at);
    }
    painter.setPen(QPen(m_isOutdated ? m_style.muted : m_style.today, 1.2, Qt::DashLine));
    painter.drawPath(today);
}

void PayoffView::paintMarks(QPainter& painter, const QRectF& plot) const {
    const QFontMetricsF metrics(m_style.font);
    const auto upright = [&](double underlying, const QString& label, const QColor& colour, double textTop) {
        const double x = place(underlying, 0, plot).x();
        if (x < plot.left() || x > plot.right())
            return;
        painter.setPen(QPen(colour, 1, Qt::DotLine));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        const double wide = metrics.horizontalAdvance(label);
        // At the upper edge the title has the left.
        const double first =
            textTop < plot.top() ? metrics.horizontalAdvance(m_labels.title) + 12 : plot.left();
        const double left = std::clamp(x - wide / 2, first, std::max(first, plot.right() - wide));
        painter.setPen(colour);
        painter.drawText(QRectF(left, textTop, wide + 2, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         label);
    };
    const double below = plot.bottom() + 2;
    if (m_curves->spot)
        upright(*m_curves->spot, m_labels.spot, m_style.text, below);
    if (m_curves->breakEven) {
        // Two labels that would touch stand above each other: the second goes to the upper edge.
        bool touches = false;
        if (m_curves->spot) {
            const double apart =
                std::abs(place(*m_curves->spot, 0, plot).x() - place(*m_curves->breakEven, 0, plot).x());
            touches = apart < (metrics.horizontalAdvance(m_labels.spot) +
                               metrics.horizontalAdvance(m_labels.breakEven)) /
                                      2 +
                                  8;
        }
        upright(*m_curves->breakEven, m_labels.breakEven, m_style.muted,
                touches ? plot.top() - metrics.height() - 1 : below);
    }
    // Each bound stands on the side where it is reached, clear of the curve.
    const bool gainsRight = m_curves->expiry.back().profit >= m_curves->expiry.front().profit;
    const double zero = place(m_curves->low, 0, plot).y();
    const QRectF above(plot.left() + 2, zero - metrics.height() - 1, plot.width() - 4, metrics.height());
    painter.setPen(m_isOutdated ? m_style.muted : m_style.gain);
    painter.drawText(above,
                     static_cast<int>((gainsRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter),
                     m_labels.most);
    painter.setPen(m_isOutdated ? m_style.muted : m_style.loss);
    painter.drawText(above,
                     static_cast<int>((gainsRight ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter),
                     m_labels.least);
}

void PayoffView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_style.font);
    const double line = QFontMetricsF(m_style.font).height();
    painter.setPen(m_style.muted);
    painter.drawText(QRectF(0, 0, width(), line), static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
                     m_labels.title);
    const QRectF plot(0.5, line + 3, width() - 1, height() - 2 * line - 6);
    if (!m_curves || plot.height() < 10) {
        painter.drawText(QRectF(0, line, width(), height() - line),
                         static_cast<int>(Qt::AlignCenter | Qt::TextWordWrap), m_labels.empty);
        return;
    }
    paintCurves(painter, plot);
    paintMarks(painter, plot);
}

} // namespace strikedesk::charts
