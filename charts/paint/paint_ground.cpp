// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/model/sessions.h"
#include "charts/model/time_labels.h"
#include "charts/paint/chart_text.h"
#include "charts/paint/scene.h"

#include <algorithm>
#include <cmath>

namespace strikedesk::charts {

namespace {

/// Design pixels a label needs around it.
constexpr double kPriceLabelStep = 44;
constexpr double kTimeLabelStep = 76;
/// Days narrower than this have no separators.
constexpr double kLeastSession = 26;

int edgeOf(const Scene& scene, std::size_t bar) {
    // The boundary in front of a bar.
    return static_cast<int>(std::floor(scene.view.time().xOf(static_cast<double>(bar) - 0.5)));
}

/// The ground under bars and volume, each pixel once: regular hours, and shaded hours outside them.
void paintSessions(Canvas& canvas, const Scene& scene) {
    const ChartView& view = scene.view;
    const SessionMarks marks =
        sessionMarks(scene.series(), view.visible(), view.time().spacing(), scene.px(kLeastSession));
    const int bottom = view.volume().bottom;
    const int end = view.plot().right;
    const QRgb plain = scene.style.background.rgb();
    // The ground is one colour, so the shade over it is one colour too.
    const QRgb shaded = mixed(plain, scene.style.extendedShade);
    int done = 0;
    for (const BarSpan& span : marks.extended) {
        const int left = std::clamp(edgeOf(scene, span.first), done, std::max(end, done));
        const int right = std::clamp(edgeOf(scene, span.last), left, std::max(end, left));
        canvas.fill({done, 0, left, bottom}, plain);
        canvas.fill({left, 0, right, bottom}, shaded);
        done = right;
    }
    canvas.fill({done, 0, end, bottom}, plain);
    const int dash = scene.px(3);
    for (const std::size_t start : marks.starts) {
        const int x = edgeOf(scene, start);
        if (x < end)
            canvas.vertical(x, 0, bottom, scene.style.separator.rgba(), scene.px(1), dash, dash);
    }
}

void paintPriceAxis(Canvas& canvas, const Scene& scene) {
    const ChartView& view = scene.view;
    const PixelBox& axis = view.priceAxis();
    const int half = scene.px(9);
    for (const Price price : labelPrices(view.price(), scene.tick, scene.px(kPriceLabelStep))) {
        const int y = static_cast<int>(std::lround(view.price().yOf(price)));
        if (y < view.plot().top || y >= view.plot().bottom)
            continue;
        canvas.horizontal(y, 0, view.plot().right, scene.style.grid.rgba(), scene.px(1));
        if (y - half >= 0)
            drawText(canvas, scene, {axis.left + scene.px(8), y - half, axis.right, y + half}, Qt::AlignLeft,
                     priceText(price, scene.decimals), scene.labelFont, scene.style.muted);
    }
}

void paintTimeAxis(Canvas& canvas, const Scene& scene) {
    const ChartView& view = scene.view;
    const PixelBox& axis = view.timeAxis();
    const int half = scene.px(kTimeLabelStep / 2);
    for (const TimeLabel& label : timeLabels(scene.series(), view.time(), scene.px(kTimeLabelStep))) {
        const int x = static_cast<int>(std::floor(view.time().xOf(static_cast<double>(label.bar))));
        const QString words = text(label, scene.style.locale);
        const int width = scene.textWidth(words, scene.labelFont);
        // Half a label is worse than none.
        if (x - width / 2 < 0 || x + width / 2 >= view.plot().right)
            continue;
        drawText(canvas, scene, {x - half, axis.top, x + half, axis.bottom}, Qt::AlignHCenter, words,
                 scene.labelFont, label.isMajor ? scene.style.text : scene.style.muted);
    }
}

} // namespace

void paintGround(Canvas& canvas, const Scene& scene) {
    const ChartView& view = scene.view;
    const QColor& ground = scene.style.background;
    if (view.isEmpty()) {
        canvas.fill({0, 0, view.width(), view.height()}, ground);
        return;
    }
    const int right = view.plot().right;
    const int bottom = view.timeAxis().top;
    canvas.limitTo({0, 0, right, bottom});
    paintSessions(canvas, scene);
    canvas.unlimit();
    canvas.fill({right, 0, view.width(), bottom}, ground);
    canvas.fill({0, bottom, view.width(), view.height()}, ground);
    paintPriceAxis(canvas, scene);
    paintTimeAxis(canvas, scene);
    canvas.horizontal(bottom, 0, view.width(), scene.style.separator.rgba(), scene.px(1));
}

} // namespace strikedesk::charts
