// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/paint/scene.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace strikedesk::charts {

namespace {

/// Markers of one pixel column stand under each other, this many at most; the rest is behind the last.
constexpr int kMostStacked = 4;
/// The newest fills keep their words; in a crowd nobody reads the others.
constexpr std::size_t kMostLabels = 40;

class MarkerPainter {
public:
    MarkerPainter(Canvas& canvas, const Scene& scene) : m_canvas(canvas), m_scene(scene) {
        // What an order says and its cross stay free.
        for (const LineBox& box : scene.boxes())
            m_taken.push_back(box.whole());
        m_most = m_taken.size() + kMostLabels;
    }

    void paint(const TradeMarker& marker) {
        const ChartView& view = m_scene.view;
        const auto bar = m_scene.series().indexAt(marker.at);
        if (!bar.has_value())
            return;
        const double middle = std::floor(view.time().xOf(static_cast<double>(*bar))) + 0.5;
        if (middle < view.plot().left || middle >= view.plot().right)
            return;
        const int x = static_cast<int>(middle);
        const bool isEntry = marker.kind == TradeMarker::Kind::Entry;
        const int rank = std::min(m_stack[{x, isEntry}]++, kMostStacked);
        const market::Bar& figures = m_scene.drawn->at(*bar).bar;
        const int step = m_scene.px(9);
        const double edge = view.price().yOf(isEntry ? figures.low : figures.high);
        const int away = m_scene.px(5) + rank * step;
        const int tip = static_cast<int>(std::lround(std::clamp(edge, -1e6, 1e6))) + (isEntry ? away : -away);
        const QColor colour = m_scene.style.colour(marker.tone);
        m_canvas.triangle(middle, tip, m_scene.px(5), m_scene.px(8), isEntry, colour);
        paintFill(marker, x, colour);
        if (rank == 0)
            paintLabel(marker, x, tip, isEntry, colour);
    }

private:
    void paintFill(const TradeMarker& marker, int x, const QColor& colour) {
        if (!marker.fill.has_value())
            return;
        const int y =
            static_cast<int>(std::lround(std::clamp(m_scene.view.price().yOf(*marker.fill), -1e6, 1e6)));
        const int reach = m_scene.px(4);
        m_canvas.horizontal(y, x - reach, x + reach + 1, m_scene.style.text.rgba(), m_scene.px(1));
        m_canvas.fill({x - reach, y - 1, x - reach + 2, y + 2}, colour);
    }

    void paintLabel(const TradeMarker& marker, int x, int tip, bool isEntry, const QColor& colour) {
        if (marker.label.isEmpty() || m_taken.size() >= m_most)
            return;
        // A rough width first: most labels of a crowded chart do not fit, and measuring them costs.
        const int rough = static_cast<int>(marker.label.size()) * m_scene.px(5);
        const int height = m_scene.px(14);
        const int top = isEntry ? tip + m_scene.px(10) : tip - m_scene.px(10) - height;
        PixelBox box{x - rough / 2, top, x + rough / 2, top + height};
        for (int tries = 0; tries < 2 && isTaken(box); ++tries) {
            box.top += isEntry ? height : -height;
            box.bottom = box.top + height;
        }
        if (isTaken(box))
            return;
        const int padding = m_scene.px(3);
        const int width = m_scene.textWidth(marker.label, m_scene.labelFont) + 2 * padding;
        box.left = std::clamp(x - width / 2, 0, std::max(m_scene.view.plot().right - width, 0));
        box.right = box.left + width;
        if (isTaken(box))
            return;
        m_taken.push_back(box);
        // A plate, so that words stay readable over bars.
        QColor plate(m_scene.style.background);
        plate.setAlphaF(0.86F);
        m_canvas.fill(box, plate);
        drawText(m_canvas, m_scene, {box.left + padding, box.top, box.right, box.bottom}, Qt::AlignLeft,
                 marker.label, m_scene.labelFont, colour);
    }

    bool isTaken(const PixelBox& box) const {
        return std::any_of(m_taken.begin(), m_taken.end(), [&](const PixelBox& other) {
            return box.left < other.right && other.left < box.right && box.top < other.bottom &&
                   other.top < box.bottom;
        });
    }

    Canvas& m_canvas;
    const Scene& m_scene;
    std::map<std::pair<int, bool>, int> m_stack;
    std::vector<PixelBox> m_taken;
    std::size_t m_most = kMostLabels;
};

} // namespace

void paintMarkers(Canvas& canvas, const Scene& scene) {
    if (scene.overlay.markers.empty())
        return;
    const PixelBox& plot = scene.view.plot();
    canvas.limitTo({0, 0, plot.right, scene.view.volume().bottom});
    MarkerPainter painter(canvas, scene);
    for (auto marker = scene.overlay.markers.rbegin(); marker != scene.overlay.markers.rend(); ++marker)
        painter.paint(*marker);
    canvas.unlimit();
}

} // namespace strikedesk::charts
