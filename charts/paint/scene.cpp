// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/paint/scene.h"

#include "charts/paint/chart_text.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace strikedesk::charts {

QFont scaledFont(const QFont& font, double scale) {
    QFont scaled(font);
    const double pixels = font.pixelSize() > 0 ? font.pixelSize() : font.pointSizeF() * 96 / 72;
    scaled.setPixelSize(std::clamp(static_cast<int>(std::lround(pixels * scale)), 1, 400));
    return scaled;
}

Price tickOf(const ChartOverlay& overlay, const market::SeriesSnapshot* series) {
    if (overlay.tick.isPositive())
        return overlay.tick;
    if (series == nullptr || series->isEmpty())
        return Price::fromCents(1);
    return stockTick(series->last()->bar.close);
}

Scene::Scene(const ChartView& shownView, const ChartOverlay& shownOverlay, const ChartStyle& shownStyle,
             Timestamp marketNow, std::shared_ptr<ShapedTexts> knownTexts)
    : view(shownView), overlay(shownOverlay), style(shownStyle), now(marketNow), drawn(shownView.series()),
      texts(knownTexts ? std::move(knownTexts) : std::make_shared<ShapedTexts>()) {
    // Fonts carry the system's font scale already; only the screen's pixel ratio is missing.
    const double ratio = view.scale() / std::max(style.scale, 0.1);
    labelFont = scaledFont(style.labelFont, ratio);
    bodyFont = scaledFont(style.bodyFont, ratio);
    boldFont = bodyFont;
    boldFont.setWeight(QFont::DemiBold);
    tick = tickOf(overlay, view.series().get());
    decimals = decimalsOf(tick);
}

int Scene::px(double designPixels) const {
    return std::max(1, static_cast<int>(std::lround(designPixels * view.scale())));
}

int Scene::textWidth(const QString& words, const QFont& font) const {
    return static_cast<int>(std::ceil(texts->of(words, font).width));
}

std::vector<LineBox> Scene::boxes() const {
    return lineBoxes(view, overlay, use,
                     [this](const QString& words) { return textWidth(words, labelFont); });
}

ChartMetrics chartMetrics(const ChartStyle& style, const market::SeriesSnapshot* series, Price tick,
                          double scale) {
    const double ratio = scale / std::max(style.scale, 0.1);
    const QFontMetricsF body(scaledFont(style.bodyFont, ratio));
    const QFontMetricsF label(scaledFont(style.labelFont, ratio));
    // As wide as the widest figures a price of this size can have, so that the axis does not breathe.
    double dollars = 100;
    if (series != nullptr && !series->isEmpty())
        dollars = std::max(dollars, series->last()->bar.close.toDoubleLossy());
    const int digits = static_cast<int>(std::ceil(std::log10(dollars * 1.2)));
    const QString widest =
        QString(digits, QLatin1Char('0')) + QLatin1Char('.') + QString(decimalsOf(tick), QLatin1Char('0'));
    ChartMetrics metrics;
    metrics.priceAxisWidth = static_cast<int>(std::ceil(body.horizontalAdvance(widest) + 18 * scale));
    metrics.timeAxisHeight = static_cast<int>(std::ceil(label.height() + 8 * scale));
    metrics.topRoom = static_cast<int>(std::ceil(body.height() + 12 * scale));
    metrics.liveMargin = static_cast<int>(std::lround(28 * scale));
    return metrics;
}

void drawText(Canvas& canvas, const Scene& scene, const PixelBox& box, Qt::Alignment align,
              const QString& words, const QFont& font, const QColor& colour) {
    if (words.isEmpty() || !canvas.touches(box))
        return;
    const ShapedTexts::Text& text = scene.texts->of(words, font);
    double x = box.left;
    if (!align.testFlag(Qt::AlignLeft)) {
        const double free = box.width() - text.width;
        x += align.testFlag(Qt::AlignRight) ? free : free / 2;
    }
    // Capitals and figures in the middle, on whole pixels: halves would blur them.
    const double baseline = box.top + (box.height() + scene.texts->capHeight(font)) / 2;
    QPainter& painter = canvas.painter();
    painter.setPen(colour);
    for (const QGlyphRun& run : text.runs)
        painter.drawGlyphRun(QPointF(std::round(x), std::round(baseline)), run);
}

void drawRound(Canvas& canvas, const PixelBox& box, double radius, const QColor& colour, const QColor& edge) {
    if (!canvas.touches(box))
        return;
    QPainter& painter = canvas.painter();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(colour);
    if (edge.isValid()) {
        painter.setPen(QPen(edge, 1));
        painter.drawRoundedRect(QRectF(box.left + 0.5, box.top + 0.5, box.width() - 1, box.height() - 1),
                                radius, radius);
    } else {
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(QRectF(box.left, box.top, box.width(), box.height()), radius, radius);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

PixelBox axisTag(const Scene& scene, int y) {
    const PixelBox& axis = scene.view.priceAxis();
    const int height = scene.px(18);
    const int top = std::clamp(y - height / 2, 0, std::max(axis.bottom - height, 0));
    return {axis.left + scene.px(1), top, axis.right - scene.px(2), top + height};
}

void paintScene(Canvas& canvas, const Scene& scene) {
    paintGround(canvas, scene);
    if (scene.view.isEmpty()) {
        paintEmpty(canvas, scene);
        paintBadge(canvas, scene);
        return;
    }
    paintBars(canvas, scene);
    paintStudies(canvas, scene);
    paintLastPrice(canvas, scene);
    paintLines(canvas, scene);
    paintMarkers(canvas, scene); // after the lines: none strikes through a label
    paintBadge(canvas, scene);
}

} // namespace strikedesk::charts
