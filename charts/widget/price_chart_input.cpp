// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/widget/price_chart.h"
#include "charts/widget/price_chart_impl.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace strikedesk::charts {

namespace {

/// One notch of a wheel (120 units) brings bars an eighth nearer.
constexpr double kZoomPerUnit = 1.001;
/// Touchpads report pixels.
constexpr double kZoomPerPixel = 1.005;
constexpr double kZoomPerKey = 1.25;
constexpr double kStretchPerPixel = 1.006;
constexpr int kBarsPerFastKey = 10;

} // namespace

Hit PriceChart::Impl::hit(const QPointF& at) {
    return hitAt(view, overlay, view.isEmpty() ? std::vector<LineBox>() : scene().boxes(), at.x(), at.y());
}

Price PriceChart::Impl::priceAt(double y) {
    return view.price().snappedAt(y, tickOf(overlay, view.series().get()));
}

void PriceChart::Impl::setHovered(const Hit& hit) {
    const int hovered = hit.zone == HitZone::OrderCancel ? hit.order : -1;
    if (hovered != hoveredOrder) {
        hoveredOrder = hovered;
        updateLive();
    }
    Qt::CursorShape shape = Qt::CrossCursor;
    if (hit.zone == HitZone::OrderCancel)
        shape = Qt::PointingHandCursor;
    else if (hit.zone == HitZone::OrderLine || hit.zone == HitZone::PriceAxis)
        shape = Qt::SizeVerCursor;
    else if (hit.zone == HitZone::TimeAxis)
        shape = Qt::SizeHorCursor;
    if (q.cursor().shape() != shape)
        q.setCursor(shape);
}

void PriceChart::Impl::pointerAt(const QPointF& at) {
    if (view.isEmpty()) {
        q.unsetCursor();
        setCrosshair(std::nullopt, true);
        return;
    }
    const Hit here = hit(at);
    setHovered(here);
    const bool isOverBars =
        at.x() >= 0 && at.x() < view.plot().right && at.y() >= 0 && at.y() < view.timeAxis().top;
    if (isOverBars)
        setCrosshair(Crosshair{view.time().barAt(at.x()), static_cast<int>(std::floor(at.y()))}, true);
    else
        setCrosshair(std::nullopt, true);
}

void PriceChart::Impl::endPointer() {
    const bool wasDragging = drag.has_value();
    use = PointerUse::None;
    drag.reset();
    if (wasDragging)
        updateLive();
}

void PriceChart::Impl::dragLine(double y) {
    const auto& orders = overlay.orders;
    const auto line = std::find_if(orders.begin(), orders.end(),
                                   [&](const OrderLine& order) { return order.id == drag->id; });
    if (line == orders.end()) {
        endPointer();
        return;
    }
    const double inside = std::clamp<double>(y, view.plot().top, view.plot().bottom - 1);
    const Price tick = line->tick.isPositive() ? line->tick : Price::fromCents(1);
    const Price price = view.price().snappedAt(inside, tick);
    if (price == drag->price)
        return;
    drag->price = price;
    updateLive();
}

void PriceChart::Impl::endQuestion() {
    forgetAsked.stop();
    if (askedCancel.isEmpty())
        return;
    askedCancel.clear();
    // The label may get narrower and others with it.
    updateLive();
}

void PriceChart::Impl::clickCancel(const QString& id) {
    const auto& orders = overlay.orders;
    const auto line =
        std::find_if(orders.begin(), orders.end(), [&](const OrderLine& order) { return order.id == id; });
    if (line == orders.end())
        return;
    if (askedCancel == id || line->cancelQuestion.isEmpty()) {
        endQuestion();
        if (callbacks.orderLineCancelled)
            callbacks.orderLineCancelled(id);
        return;
    }
    askedCancel = id;
    forgetAsked.start();
    updateLive();
}

void PriceChart::Impl::movePointer(const QPointF& at) {
    const QPointF by = at - lastAt;
    lastAt = at;
    const double moved = QLineF(pressedAt, at).length();
    if (use == PointerUse::Undecided && moved >= QApplication::startDragDistance() * ratio / 2) {
        if (pressed.zone == HitZone::OrderLine) {
            // By its name: the lines may have changed since the press.
            const auto& orders = overlay.orders;
            const auto line = std::find_if(orders.begin(), orders.end(),
                                           [this](const OrderLine& one) { return one.id == pressedId; });
            if (line == orders.end() || !line->isMovable) {
                endPointer();
                return;
            }
            use = PointerUse::OrderLine;
            drag = LineDrag{line->id, line->price};
        } else if (pressed.zone == HitZone::PriceAxis) {
            use = PointerUse::PriceAxis;
        } else if (pressed.zone == HitZone::TimeAxis) {
            use = PointerUse::TimeAxis;
        } else {
            use = PointerUse::Pan;
            q.setCursor(Qt::ClosedHandCursor);
        }
    }
    switch (use) {
    case PointerUse::OrderLine:
        dragLine(at.y());
        break;
    case PointerUse::PriceAxis:
        view.price().stretch(std::pow(kStretchPerPixel, -by.y() / ratio));
        viewChanged();
        break;
    case PointerUse::TimeAxis:
        view.time().zoom(std::pow(kStretchPerPixel, by.x() / ratio), view.time().width());
        viewChanged();
        break;
    case PointerUse::Pan:
        view.time().panBy(by.x());
        if (!view.price().isAutomatic())
            view.price().panBy(by.y());
        viewChanged();
        break;
    case PointerUse::None:
    case PointerUse::Undecided:
    case PointerUse::OrderCancel:
        break;
    }
}

void PriceChart::mousePressEvent(QMouseEvent* event) {
    m->shouldShowSession = false; // from now on the view is this person's
    if (event->button() != Qt::LeftButton || m->view.isEmpty())
        return;
    setFocus(Qt::MouseFocusReason);
    const QPointF at = m->device(event->position());
    m->pressedAt = m->lastAt = at;
    m->pressed = m->hit(at);
    m->pressedId =
        m->pressed.order < 0 ? QString() : m->overlay.orders[static_cast<std::size_t>(m->pressed.order)].id;
    m->use = m->pressed.zone == HitZone::OrderCancel ? PointerUse::OrderCancel : PointerUse::Undecided;
    if (m->use != PointerUse::OrderCancel)
        m->endQuestion();
}

void PriceChart::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = m->device(event->position());
    if (m->use != PointerUse::None)
        m->movePointer(at);
    else
        m->pointerAt(at);
}

void PriceChart::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    const QPointF at = m->device(event->position());
    const PointerUse use = m->use;
    const Hit pressed = m->pressed;
    const std::optional<LineDrag> drag = m->drag;
    std::optional<Price> from;
    const QString id = m->pressedId;
    if (drag.has_value())
        for (const OrderLine& line : m->overlay.orders)
            if (line.id == drag->id)
                from = line.price;
    // Back to rest before anyone is told: a callback may change the overlay.
    m->endPointer();
    m->pointerAt(at);
    if (use == PointerUse::OrderLine && drag.has_value() && from.has_value() && drag->price != *from) {
        if (m->callbacks.orderLineMoved)
            m->callbacks.orderLineMoved(drag->id, drag->price);
    } else if (use == PointerUse::OrderCancel && !id.isEmpty()) {
        const Hit released = m->hit(at);
        const bool isSame = released.zone == HitZone::OrderCancel &&
                            m->overlay.orders[static_cast<std::size_t>(released.order)].id == id;
        if (isSame)
            m->clickCancel(id);
    } else if (use == PointerUse::Undecided && pressed.zone == HitZone::Plot && m->callbacks.priceClicked) {
        m->callbacks.priceClicked(m->priceAt(at.y()));
    }
}

void PriceChart::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m->view.isEmpty())
        return;
    const Hit hit = m->hit(m->device(event->position()));
    if (hit.zone == HitZone::PriceAxis) {
        m->view.price().setAutomatic();
        m->viewChanged();
    } else if (hit.zone == HitZone::Plot || hit.zone == HitZone::Volume || hit.zone == HitZone::TimeAxis) {
        m->view.price().setAutomatic();
        goLive();
    }
}

void PriceChart::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    m->setHovered({});
    m->setCrosshair(std::nullopt, true);
}

void PriceChart::wheelEvent(QWheelEvent* event) {
    m->shouldShowSession = false;
    if (m->view.isEmpty()) {
        event->ignore();
        return;
    }
    event->accept();
    const QPointF at = m->device(event->position());
    const bool isTouchpad = !event->pixelDelta().isNull();
    QPointF by = isTouchpad ? QPointF(event->pixelDelta()) : QPointF(event->angleDelta());
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        by = QPointF(by.x() + by.y(), 0);
    const double factor = std::pow(isTouchpad ? kZoomPerPixel : kZoomPerUnit, by.y());
    if (m->view.priceAxis().contains(at.x(), at.y()))
        m->view.price().stretch(factor);
    else if (by.y() != 0)
        m->view.time().zoom(factor, at.x());
    if (by.x() != 0)
        m->view.time().panBy(isTouchpad ? by.x() * m->ratio : by.x() * 0.5 * m->ratio);
    m->viewChanged();
    m->pointerAt(at);
}

bool PriceChart::event(QEvent* event) {
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture && !m->view.isEmpty()) {
            m->view.time().zoom(1 + gesture->value(), m->device(gesture->position()).x());
            m->viewChanged();
            return true;
        }
    }
    if (event->type() == QEvent::LanguageChange)
        m->updateFull();
    return QWidget::event(event);
}

void PriceChart::contextMenuEvent(QContextMenuEvent* event) {
    if (m->view.isEmpty() || !m->callbacks.contextMenuAt) {
        event->ignore();
        return;
    }
    QPointF at = m->device(QPointF(event->pos()));
    QPoint global = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        // Without a pointer: at the last price.
        at = {m->view.plot().right / 2.0, m->view.price().yOf(m->view.series()->last()->bar.close)};
        global = mapToGlobal((at / m->ratio).toPoint());
    }
    at.setY(std::clamp<double>(at.y(), m->view.plot().top, m->view.plot().bottom - 1));
    m->callbacks.contextMenuAt(m->priceAt(at.y()), global);
}

void PriceChart::keyPressEvent(QKeyEvent* event) {
    m->shouldShowSession = false;
    const bool isFast = event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier);
    const double step = m->view.time().spacing() * (isFast ? kBarsPerFastKey : 1);
    TimeScale& time = m->view.time();
    switch (event->key()) {
    case Qt::Key_Left:
        time.panBy(step);
        break;
    case Qt::Key_Right:
        time.panBy(-step);
        break;
    case Qt::Key_PageUp:
        time.panBy(time.width() * 0.8);
        break;
    case Qt::Key_PageDown:
        time.panBy(-time.width() * 0.8);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(kZoomPerKey);
        return;
    case Qt::Key_Minus:
    case Qt::Key_Underscore:
        zoomBy(1 / kZoomPerKey);
        return;
    case Qt::Key_Home:
        time.toStart();
        break;
    case Qt::Key_End:
        time.toLive();
        break;
    case Qt::Key_Escape:
        if (!m->askedCancel.isEmpty()) {
            m->endQuestion();
            return;
        }
        if (m->use == PointerUse::None) {
            QWidget::keyPressEvent(event);
            return;
        }
        m->endPointer();
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    m->viewChanged();
}

} // namespace strikedesk::charts
