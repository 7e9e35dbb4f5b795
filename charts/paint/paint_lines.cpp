// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/model/sessions.h"
#include "charts/paint/chart_text.h"
#include "charts/paint/scene.h"

#include <algorithm>
#include <cmath>

namespace strikedesk::charts {

namespace {

QColor shaded(const QColor& colour, double share) {
    QColor thin(colour);
    thin.setAlphaF(static_cast<float>(share));
    return thin;
}

int lastY(const Scene& scene) {
    const double y = scene.view.price().yOf(scene.series().last()->bar.close);
    const PixelBox& plot = scene.view.plot();
    return static_cast<int>(std::lround(std::clamp<double>(y, plot.top, plot.bottom - 1)));
}

bool isUp(const market::Bar& bar) { return bar.close >= bar.open; }

/// Text of the countdown; empty when the bar in progress is not one.
QString countdown(const Scene& scene) {
    const market::SeriesBar& last = *scene.series().last();
    const market::SeriesMode mode = scene.series().health().mode;
    if (!scene.now.isSet() || mode == market::SeriesMode::Closed || mode == market::SeriesMode::Empty)
        return {};
    const Timestamp end = barEnd(scene.series().key(), last.bar.start);
    if (!end.isSet() || scene.now < last.bar.start || scene.now >= end)
        return {};
    return countdownText(end - scene.now);
}

PixelBox countdownBox(const Scene& scene, const PixelBox& tag) {
    return {tag.left, tag.bottom + 1, tag.right, tag.bottom + 1 + scene.px(14)};
}

void paintBox(Canvas& canvas, const Scene& scene, const LineBox& box, const QString& label,
              const QString& figure, ChartTone tone) {
    const PixelBox whole = box.whole();
    const QColor colour = scene.style.colour(tone);
    const bool isNeutral = tone == ChartTone::Neutral || tone == ChartTone::Muted;
    drawRound(canvas, whole, scene.px(3), scene.style.raised, colour);
    if (figure.isEmpty() && label.isEmpty())
        return;
    drawText(canvas, scene, box.label, Qt::AlignHCenter, label, scene.labelFont, scene.style.text);
    if (box.figure.width() == 0)
        return;
    if (!isNeutral && box.order >= 0)
        canvas.fill({box.figure.left, box.figure.top + 1, box.figure.right, box.figure.bottom - 1},
                    shaded(colour, 0.28));
    drawText(canvas, scene, box.figure, Qt::AlignHCenter, figure, scene.labelFont,
             box.order >= 0 ? scene.style.text : colour);
}

/// The ✕, drawn rather than written: fonts disagree about its size.
void paintCancel(Canvas& canvas, const Scene& scene, const PixelBox& box, bool isLit) {
    if (box.width() == 0 || !canvas.touches(box))
        return;
    QPainter& painter = canvas.painter();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isLit ? scene.style.down : scene.style.muted, 1.3 * scene.view.scale(), Qt::SolidLine,
                        Qt::RoundCap));
    const double x = (box.left + box.right) / 2.0;
    const double y = (box.top + box.bottom) / 2.0;
    const double reach = 3.2 * scene.view.scale();
    painter.drawLine(QPointF(x - reach, y - reach), QPointF(x + reach, y + reach));
    painter.drawLine(QPointF(x - reach, y + reach), QPointF(x + reach, y - reach));
    painter.setRenderHint(QPainter::Antialiasing, false);
}

/// Tags of the lines on the axis; one that would cover another, or the last price, stands beside it.
std::vector<PixelBox> lineTags(const Scene& scene, const std::vector<LineBox>& boxes) {
    std::vector<PixelBox> tags;
    std::vector<PixelBox> taken{axisTag(scene, lastY(scene))};
    if (!countdown(scene).isEmpty())
        taken.front().bottom = countdownBox(scene, taken.front()).bottom;
    for (const LineBox& box : boxes) {
        PixelBox tag = axisTag(scene, box.y);
        const int height = tag.height();
        const bool goesUp = box.isAbove || box.y < taken.front().top;
        const auto covers = [&tag](const PixelBox& other) {
            return tag.top < other.bottom && other.top < tag.bottom;
        };
        for (std::size_t pass = 0; pass <= taken.size(); ++pass) {
            const auto other = std::find_if(taken.begin(), taken.end(), covers);
            if (other == taken.end())
                break;
            tag.top = goesUp && !box.isOutside ? other->top - height : other->bottom;
            // At the upper edge there is room below only, at the lower edge above only.
            if (box.isOutside && !box.isAbove)
                tag.top = other->top - height;
            tag.bottom = tag.top + height;
        }
        taken.push_back(tag);
        tags.push_back(tag);
    }
    return tags;
}

void paintAxisPrice(Canvas& canvas, const Scene& scene, const LineBox& box, const PixelBox& tag,
                    ChartTone tone) {
    drawRound(canvas, tag, scene.px(2), scene.style.raised, scene.style.colour(tone));
    QString words = priceText(box.price, scene.decimals);
    if (box.isOutside)
        words.prepend(box.isAbove ? QStringLiteral("▲ ") : QStringLiteral("▼ "));
    drawText(canvas, scene, tag, Qt::AlignHCenter, words, scene.labelFont, scene.style.colour(tone));
}

void paintLine(Canvas& canvas, const Scene& scene, const LineBox& box, const PixelBox& tag) {
    const bool isOrder = box.order >= 0;
    const OrderLine* order = isOrder ? &scene.overlay.orders[static_cast<std::size_t>(box.order)] : nullptr;
    const ChartTone tone = isOrder ? order->tone : scene.overlay.position->tone;
    const bool isDragged = isOrder && scene.use.drag.has_value() && scene.use.drag->id == order->id;
    if (!box.isOutside) {
        const bool isDotted = isOrder && (order->isPending || isDragged);
        const int on = isDotted ? scene.px(2) : scene.px(isOrder ? 6 : 1);
        const int off = isOrder ? scene.px(3) : 0;
        canvas.horizontal(box.y, 0, scene.view.plot().right, scene.style.colour(tone).rgba(), scene.px(1), on,
                          off);
    }
    if (isOrder)
        paintBox(canvas, scene, box, labelOf(*order, scene.use), order->quantity, tone);
    else
        paintBox(canvas, scene, box, scene.overlay.position->label, scene.overlay.position->profit, tone);
    if (isOrder && order->isCancellable)
        paintCancel(canvas, scene, box.cancel, scene.hoveredOrder == box.order);
    paintAxisPrice(canvas, scene, box, tag, tone);
}

} // namespace

void paintLastPrice(Canvas& canvas, const Scene& scene) {
    const market::Bar& bar = scene.series().last()->bar;
    const QColor colour = isUp(bar) ? scene.style.up : scene.style.down;
    const int y = lastY(scene);
    canvas.horizontal(y, 0, scene.view.plot().right, colour.rgba(), scene.px(1), scene.px(1), scene.px(3));
    const PixelBox tag = axisTag(scene, y);
    drawRound(canvas, tag, scene.px(3), colour);
    drawText(canvas, scene, tag, Qt::AlignHCenter, priceText(bar.close, scene.decimals), scene.boldFont,
             scene.style.onColour);
    const QString left = countdown(scene);
    if (left.isEmpty())
        return;
    const PixelBox box = countdownBox(scene, tag);
    canvas.fill(box, scene.style.background);
    drawText(canvas, scene, box, Qt::AlignHCenter, left, scene.labelFont, scene.style.muted);
}

void paintLines(Canvas& canvas, const Scene& scene) {
    const std::vector<LineBox> boxes = scene.boxes();
    const std::vector<PixelBox> tags = lineTags(scene, boxes);
    for (std::size_t i = 0; i < boxes.size(); ++i)
        paintLine(canvas, scene, boxes[i], tags[i]);
}

std::vector<PixelBox> liveBoxes(const Scene& scene) {
    std::vector<PixelBox> boxes;
    const ChartView& view = scene.view;
    boxes.push_back({view.plot().right - scene.px(420), 0, view.plot().right, view.plot().top});
    if (view.isEmpty())
        return boxes;
    const int y = lastY(scene);
    const PixelBox tag = axisTag(scene, y);
    boxes.push_back({0, y - scene.px(1), view.plot().right, y + scene.px(1) + 1});
    boxes.push_back({tag.left, tag.top, view.width(), countdownBox(scene, tag).bottom + 1});
    const std::vector<LineBox> lines = scene.boxes();
    const std::vector<PixelBox> tags = lineTags(scene, lines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const PixelBox whole = lines[i].whole();
        boxes.push_back({0, whole.top - 1, view.plot().right, whole.bottom + 1});
        boxes.push_back({tags[i].left, tags[i].top, view.width(), tags[i].bottom});
    }
    // The last bar, and a study's last stretch that ends in it.
    const double spacing = view.time().spacing();
    const double x = view.time().xOf(static_cast<double>(view.series()->size()) - 1);
    if (x - 2 * spacing < view.plot().right)
        boxes.push_back({static_cast<int>(std::max(x - 1.5 * spacing - 3, 0.0)), 0, view.plot().right,
                         view.volume().bottom});
    return boxes;
}

} // namespace strikedesk::charts
