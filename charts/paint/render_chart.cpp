// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/paint/render_chart.h"

#include "charts/model/heikin_ashi.h"
#include "charts/paint/scene.h"

#include <algorithm>
#include <cmath>

namespace strikedesk::charts {

namespace {

constexpr int kMostPixels = 16'384;

ChartView viewOf(const ChartPicture& picture, int width, int height, double ratio) {
    ChartView view;
    const double scale = ratio * picture.style.scale;
    const Price tick = tickOf(picture.overlay, picture.series.get());
    view.kind = picture.kind;
    view.price().setKind(picture.priceScale);
    view.setLayout(width, height, chartMetrics(picture.style, picture.series.get(), tick, scale), scale);
    view.setSeries(picture.series);
    if (picture.isSession)
        view.showSession();
    else if (!picture.bars.isEmpty())
        view.time().showSpan(picture.bars);
    view.setNearPrices(picture.overlay.linePrices());
    view.fitPrices();
    return view;
}

void paint(Canvas& canvas, const ChartPicture& picture, const ChartView& view) {
    Scene scene(view, picture.overlay, picture.style, picture.marketNow);
    scene.hasBadge = picture.hasBadge;
    if (picture.kind == ChartKind::HeikinAshi && !view.isEmpty())
        scene.drawn = heikinAshi(picture.series, nullptr, nullptr);
    paintScene(canvas, scene);
    paintReadout(canvas, scene, std::nullopt);
}

} // namespace

QImage renderChart(const ChartPicture& picture, QSize size, double ratio) {
    ratio = std::isfinite(ratio) ? std::clamp(ratio, 0.25, 8.0) : 1.0;
    const int width = std::clamp(static_cast<int>(std::lround(size.width() * ratio)), 1, kMostPixels);
    const int height = std::clamp(static_cast<int>(std::lround(size.height() * ratio)), 1, kMostPixels);
    QImage image(width, height, QImage::Format_RGB32);
    if (image.isNull())
        return image;
    {
        Canvas canvas(image);
        paint(canvas, picture, viewOf(picture, width, height, ratio));
    }
    image.setDevicePixelRatio(ratio);
    return image;
}

void renderChart(QPainter& painter, const ChartPicture& picture, QSize size) {
    Canvas canvas(painter, size);
    paint(canvas, picture, viewOf(picture, size.width(), size.height(), 1));
}

} // namespace strikedesk::charts
