// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/paint/scene.h"
#include "charts/widget/invalidation.h"
#include "charts/widget/price_chart.h"

#include <QImage>
#include <QPointF>
#include <QTimer>

#include <limits>
#include <map>

namespace strikedesk::charts {

/// What a pressed button is doing.
enum class PointerUse : std::uint8_t { None, Undecided, Pan, PriceAxis, TimeAxis, OrderLine, OrderCancel };

/// The chart's state. All pixel values are device pixels of this widget.
struct PriceChart::Impl {
    explicit Impl(PriceChart& chart) : q(chart) {}

    PriceChart& q;
    ChartView view;
    ChartOverlay overlay;
    ChartStyle style;
    std::function<Timestamp()> clock;
    ChartCallbacks callbacks;
    bool hasBadge = true;

    std::shared_ptr<ShapedTexts> texts = std::make_shared<ShapedTexts>();
    QImage picture;
    FramePlan plan;
    std::vector<PixelBox> liveShown;   ///< live boxes as last painted
    std::vector<PixelBox> cursorShown; ///< crosshair as last painted
    std::optional<Crosshair> crosshair;
    std::shared_ptr<const market::SeriesSnapshot> formSource; ///< what `form` was made of
    std::shared_ptr<const market::SeriesSnapshot> form;
    double ratio = 1;
    QTimer ticker;

    PointerUse use = PointerUse::None;
    QPointF pressedAt; ///< device pixels
    QPointF lastAt;
    Hit pressed;
    QString pressedId; ///< of the line under the press; empty: none
    std::optional<LineDrag> drag;
    int hoveredOrder = -1;
    QString askedCancel; ///< the order whose ✕ was clicked once
    QTimer forgetAsked;

    std::map<market::SeriesKey, ChartView::Memory> memories;
    std::size_t olderAskedAt = std::numeric_limits<std::size_t>::max();
    bool startsWithSession = false;
    bool shouldShowSession = false; ///< nobody has moved this view yet
    Timestamp shownSession;         ///< first bar of the session it shows
    bool shouldRestore = false;     ///< the key's view comes back with its first bars

    Timestamp now() const { return clock ? clock() : Timestamp(); }
    Scene scene();
    QPointF device(const QPointF& point) const { return point * ratio; }
    Hit hit(const QPointF& at);

    /// Sizes, fonts or prices changed.
    void layOut();
    /// After anything that moved the view: ranges, crosshair, older bars, a whole frame.
    void viewChanged();
    bool followSession();
    void updateFull();
    /// The boxes that live figures had and have.
    void updateLive();
    void updateBoxes(const std::vector<PixelBox>& boxes);
    void setCrosshair(const std::optional<Crosshair>& to, bool tellsCaller);
    void pointerAt(const QPointF& at);
    void setHovered(const Hit& hit);
    void askForOlder();
    void keepMemory(const market::SeriesKey& key);
    void takeOther(std::shared_ptr<const market::SeriesSnapshot> series);

    void refreshPicture();
    void paintCursor(QPainter& painter);
    void endPointer();
    void movePointer(const QPointF& at);
    void dragLine(double y);
    /// A click on the ✕ of an order: asks back first where the order wants that.
    void clickCancel(const QString& id);
    void endQuestion();
    Price priceAt(double y);
};

/// Makes screen readers see a chart instead of an unnamed box. Idempotent.
void installChartAccessibility();
/// What they are told about what is shown.
QString chartDescription(const PriceChart& chart);

} // namespace strikedesk::charts
