// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/views/line_boxes.h"

#include <algorithm>
#include <cmath>

namespace strikedesk::charts {

namespace {

constexpr double kBoxHeight = 18;
constexpr double kPadding = 6;
constexpr double kRightRoom = 10;
/// How near a line counts as the line, in design pixels.
constexpr double kGrip = 4;

bool overlap(const PixelBox& a, const PixelBox& b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

void shift(PixelBox& box, int by) {
    box.left += by;
    box.right += by;
}

class Placer {
public:
    Placer(const ChartView& view, const TextWidth& width) : m_view(view), m_width(width) {}

    void add(LineBox box, const QString& label, const QString& figure, bool hasCancel) {
        const double scale = m_view.scale();
        const int height = static_cast<int>(std::lround(kBoxHeight * scale));
        const int padding = static_cast<int>(std::lround(kPadding * scale));
        const PixelBox& plot = m_view.plot();
        const int y = static_cast<int>(std::lround(std::clamp(m_view.price().yOf(box.price), -1e6, 1e6)));
        box.isAbove = y < plot.top;
        box.isOutside = box.isAbove || y >= plot.bottom;
        box.y = std::clamp(y, plot.top + height / 2,
                           std::max(plot.bottom - height / 2 - 1, plot.top + height / 2));
        if (!box.isOutside)
            box.y = y;
        const int top = box.y - height / 2;
        const int labelWidth = label.isEmpty() ? 0 : m_width(label) + 2 * padding;
        const int figureWidth = figure.isEmpty() ? 0 : m_width(figure) + 2 * padding;
        const int cancelWidth = hasCancel ? height : 0;
        int left = plot.right - static_cast<int>(std::lround(kRightRoom * scale)) - labelWidth - figureWidth -
                   cancelWidth;
        box.label = {left, top, left + labelWidth, top + height};
        left += labelWidth;
        box.figure = {left, top, left + figureWidth, top + height};
        left += figureWidth;
        box.cancel = {left, top, left + cancelWidth, top + height};
        moveFree(box);
        m_boxes.push_back(box);
    }

    std::vector<LineBox> take() { return std::move(m_boxes); }

private:
    void moveFree(LineBox& box) const {
        // Each pass goes left of one box, so as many passes as boxes are enough.
        for (std::size_t pass = 0; pass < m_boxes.size(); ++pass) {
            const auto hit = std::find_if(m_boxes.begin(), m_boxes.end(), [&](const LineBox& other) {
                return overlap(other.whole(), box.whole());
            });
            if (hit == m_boxes.end())
                return;
            const int by =
                hit->whole().left - static_cast<int>(std::lround(4 * m_view.scale())) - box.whole().right;
            shift(box.label, by);
            shift(box.figure, by);
            shift(box.cancel, by);
        }
    }

    const ChartView& m_view;
    const TextWidth& m_width;
    std::vector<LineBox> m_boxes;
};

} // namespace

const QString& labelOf(const OrderLine& line, const LineUse& use) {
    return !use.asked.isEmpty() && use.asked == line.id ? line.cancelQuestion : line.label;
}

std::vector<LineBox> lineBoxes(const ChartView& view, const ChartOverlay& overlay, const LineUse& use,
                               const TextWidth& width) {
    Placer placer(view, width);
    if (overlay.position.has_value()) {
        LineBox box;
        box.price = overlay.position->average;
        placer.add(box, overlay.position->label, overlay.position->profit, false);
    }
    for (std::size_t i = 0; i < overlay.orders.size(); ++i) {
        const OrderLine& line = overlay.orders[i];
        LineBox box;
        box.order = static_cast<int>(i);
        box.price = use.drag.has_value() && use.drag->id == line.id ? use.drag->price : line.price;
        placer.add(box, labelOf(line, use), line.quantity, line.isCancellable);
    }
    return placer.take();
}

Hit hitAt(const ChartView& view, const ChartOverlay& overlay, const std::vector<LineBox>& boxes, double x,
          double y) {
    for (const LineBox& box : boxes) {
        if (box.order < 0 || static_cast<std::size_t>(box.order) >= overlay.orders.size())
            continue;
        if (box.cancel.contains(x, y))
            return {HitZone::OrderCancel, box.order};
    }
    for (const LineBox& box : boxes) {
        if (box.order < 0 || static_cast<std::size_t>(box.order) >= overlay.orders.size() ||
            !overlay.orders[static_cast<std::size_t>(box.order)].isMovable)
            continue;
        const bool onLine =
            !box.isOutside && view.plot().contains(x, y) && std::abs(y - box.y) <= kGrip * view.scale();
        if (onLine || box.whole().contains(x, y))
            return {HitZone::OrderLine, box.order};
    }
    if (view.priceAxis().contains(x, y))
        return {HitZone::PriceAxis, -1};
    if (view.timeAxis().contains(x, y))
        return {HitZone::TimeAxis, -1};
    if (view.volume().contains(x, y))
        return {HitZone::Volume, -1};
    // The readout's row above the pane belongs to it.
    if (x >= 0 && x < view.plot().right && y >= 0 && y < view.plot().bottom)
        return {HitZone::Plot, -1};
    return {};
}

} // namespace strikedesk::charts
