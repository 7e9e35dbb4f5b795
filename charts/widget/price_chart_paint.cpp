// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/widget/price_chart.h"
#include "charts/widget/price_chart_impl.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace strikedesk::charts {

void PriceChart::Impl::refreshPicture() {
    const QSize size(view.width(), view.height());
    if (picture.size() != size) {
        picture = QImage(size, QImage::Format_RGB32);
        plan.addFull();
    }
    if (plan.level() < Invalidation::Light || picture.isNull())
        return;
    const Scene shown = scene();
    Canvas canvas(picture);
    if (plan.level() == Invalidation::Full) {
        paintScene(canvas, shown);
    } else {
        for (const PixelBox& box : plan.damage()) {
            canvas.setClip(box);
            paintScene(canvas, shown);
        }
    }
    liveShown = liveBoxes(shown);
}

void PriceChart::Impl::paintCursor(QPainter& painter) {
    const Scene shown = scene();
    Canvas canvas(painter, QSize(view.width(), view.height()));
    if (crosshair.has_value() && use != PointerUse::Pan)
        paintCrosshair(canvas, shown, *crosshair);
    paintReadout(canvas, shown, crosshair);
    cursorShown = crosshair.has_value() ? crosshairBoxes(shown, *crosshair) : std::vector<PixelBox>{};
    if (q.hasFocus()) {
        const int line = shown.px(1);
        const QRgb colour = style.accent.rgba();
        canvas.fill({0, 0, view.width(), line}, colour);
        canvas.fill({0, view.height() - line, view.width(), view.height()}, colour);
        canvas.fill({0, 0, line, view.height()}, colour);
        canvas.fill({view.width() - line, 0, view.width(), view.height()}, colour);
    }
}

void PriceChart::paintEvent(QPaintEvent* event) {
    if (std::abs(m->ratio - devicePixelRatioF()) > 1e-6) {
        // Dragged to a screen with another pixel ratio.
        m->layOut();
        m->view.fitPrices();
        m->plan.addFull();
        update();
    }
    m->refreshPicture();
    m->plan.clear();
    QPainter painter(this);
    // One unit is one device pixel from here on.
    painter.scale(1 / m->ratio, 1 / m->ratio);
    for (const QRect& rect : event->region()) {
        const int left = std::max(static_cast<int>(std::floor(rect.left() * m->ratio)), 0);
        const int top = std::max(static_cast<int>(std::floor(rect.top() * m->ratio)), 0);
        const int right = static_cast<int>(std::ceil((rect.right() + 1) * m->ratio));
        const int bottom = static_cast<int>(std::ceil((rect.bottom() + 1) * m->ratio));
        painter.drawImage(QPoint(left, top), m->picture, QRect(left, top, right - left, bottom - top));
    }
    m->paintCursor(painter);
}

void PriceChart::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m->layOut();
    m->viewChanged();
}

void PriceChart::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m->layOut();
    m->viewChanged();
    m->ticker.start();
}

void PriceChart::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m->ticker.stop();
    m->endPointer();
}

void PriceChart::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void PriceChart::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

} // namespace strikedesk::charts
