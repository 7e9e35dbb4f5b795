// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/paint/chart_text.h"
#include "charts/paint/scene.h"
#include "core/base/option_symbol.h"

#include <algorithm>
#include <cmath>

namespace strikedesk::charts {

namespace {

QColor badgeColour(const Scene& scene, const market::SeriesHealth& health) {
    switch (health.mode) {
    case market::SeriesMode::Live:
        return health.gaps > 0 || health.score < 80 ? scene.style.warn : scene.style.up;
    case market::SeriesMode::Backfilling:
    case market::SeriesMode::Replay:
        return scene.style.accent;
    case market::SeriesMode::Degraded:
        return scene.style.warn;
    case market::SeriesMode::Empty:
    case market::SeriesMode::Closed:
        break;
    }
    return scene.style.muted;
}

/// Writes texts one after the other along the readout's row.
class Row {
public:
    Row(Canvas& canvas, const Scene& scene)
        : m_canvas(canvas), m_scene(scene), m_box(readoutBox(scene)), m_x(m_box.left) {}

    void add(const QString& words, const QFont& font, const QColor& colour, double gap) {
        const int width = m_scene.textWidth(words, font);
        if (words.isEmpty() || m_x + width > m_box.right)
            return;
        drawText(m_canvas, m_scene, {m_x, m_box.top, m_x + width + 1, m_box.bottom}, Qt::AlignLeft, words,
                 font, colour);
        m_x += width + m_scene.px(gap);
    }

    void addFigure(const QString& name, const QString& figure, const QColor& colour) {
        const QFont& font = m_scene.labelFont;
        if (m_x + m_scene.textWidth(name + figure, font) + m_scene.px(3) > m_box.right)
            return;
        add(name, font, m_scene.style.muted, 3);
        add(figure, font, colour, 9);
    }

private:
    Canvas& m_canvas;
    const Scene& m_scene;
    PixelBox m_box;
    int m_x;
};

QString titleOf(const Scene& scene) {
    if (!scene.overlay.title.isEmpty())
        return scene.overlay.title;
    return QString::fromStdString(contractName(scene.series().key().symbol));
}

QString badgeText(const Scene& scene) { return healthText(scene.series().health(), scene.now); }

PixelBox timeTag(const Scene& scene, std::size_t bar, int width) {
    const PixelBox& axis = scene.view.timeAxis();
    const int x = static_cast<int>(std::floor(scene.view.time().xOf(static_cast<double>(bar))));
    const int left = std::clamp(x - width / 2, 0, std::max(scene.view.plot().right - width, 0));
    return {left, axis.top + scene.px(1), left + width, axis.bottom};
}

int timeTagWidth(const Scene& scene) { return scene.px(124); }

} // namespace

PixelBox readoutBox(const Scene& scene) {
    const PixelBox& plot = scene.view.plot();
    int right = plot.right - scene.px(8);
    if (scene.hasBadge && scene.view.series() != nullptr)
        right -= scene.textWidth(badgeText(scene), scene.labelFont) + scene.px(36);
    return {scene.px(10), scene.px(3), std::max(right, scene.px(10)),
            std::max(plot.top - scene.px(3), scene.px(4))};
}

void paintReadout(Canvas& canvas, const Scene& scene, const std::optional<Crosshair>& crosshair) {
    if (scene.view.isEmpty())
        return;
    const market::SeriesSnapshot& series = scene.series();
    const std::size_t index =
        crosshair.has_value() ? std::min(crosshair->bar, series.size() - 1) : series.size() - 1;
    const market::Bar& bar = series.at(index).bar;
    const ChartStyle& style = scene.style;
    const Price from = index > 0 ? series.at(index - 1).bar.close : bar.open;
    const Price change = bar.close - from;
    const QColor tone = change.isZero() ? style.text : change.isPositive() ? style.up : style.down;
    const auto figure = [&](Price price) { return priceText(price, scene.decimals); };
    Row row(canvas, scene);
    row.add(titleOf(scene), scene.boldFont, style.text, 6);
    row.add(timeframeText(series.key().timeframe), scene.bodyFont, style.muted, 10);
    if (crosshair.has_value())
        row.add(barTimeText(bar.start, series.key().timeframe, style.locale), scene.labelFont, style.muted,
                10);
    row.addFigure(QStringLiteral("O"), figure(bar.open), style.text);
    row.addFigure(QStringLiteral("H"), figure(bar.high), style.text);
    row.addFigure(QStringLiteral("L"), figure(bar.low), style.text);
    row.addFigure(QStringLiteral("C"), figure(bar.close), style.text);
    row.add(changeText(change, scene.decimals), scene.labelFont, tone, 5);
    row.add(percentText(change, from), scene.labelFont, tone, 9);
    row.addFigure(QStringLiteral("V"), volumeText(bar.volume), style.text);
    for (const StudyLine& study : scene.overlay.studies) {
        if (study.values == nullptr)
            continue;
        const std::size_t offset = series.lowerBound(study.firstBar);
        if (index < offset || index - offset >= study.values->size())
            continue;
        const double value = (*study.values)[index - offset];
        if (const auto price = Price::tryFromDouble(value))
            row.addFigure(study.label, figure(*price), style.colour(study.tone));
    }
}

void paintBadge(Canvas& canvas, const Scene& scene) {
    if (!scene.hasBadge || scene.view.series() == nullptr)
        return;
    const market::SeriesHealth& health = scene.series().health();
    const QString words = badgeText(scene);
    const QColor colour = badgeColour(scene, health);
    const int width = scene.textWidth(words, scene.labelFont) + scene.px(24);
    const int height = scene.px(17);
    const int top = std::max((scene.view.plot().top - height) / 2, 0);
    const PixelBox box{scene.view.plot().right - scene.px(6) - width, top,
                       scene.view.plot().right - scene.px(6), top + height};
    QColor ground(colour);
    ground.setAlphaF(0.16F);
    drawRound(canvas, box, height / 2.0, ground);
    const int dot = scene.px(6);
    const int middle = (box.top + box.bottom) / 2;
    drawRound(
        canvas,
        {box.left + scene.px(7), middle - dot / 2, box.left + scene.px(7) + dot, middle - dot / 2 + dot},
        dot / 2.0, colour);
    drawText(canvas, scene, {box.left + scene.px(17), box.top, box.right, box.bottom}, Qt::AlignLeft, words,
             scene.labelFont, colour);
}

void paintEmpty(Canvas& canvas, const Scene& scene) {
    const market::SeriesHealth* health = scene.view.series() == nullptr ? nullptr : &scene.series().health();
    const QString words = scene.overlay.emptyText.isEmpty() ? emptyText(health) : scene.overlay.emptyText;
    QPainter& painter = canvas.painter();
    painter.setFont(scene.bodyFont);
    painter.setPen(scene.style.muted);
    const int margin = scene.px(24);
    painter.drawText(QRect(margin, 0, std::max(scene.view.width() - 2 * margin, 1), scene.view.height()),
                     Qt::AlignCenter | Qt::TextWordWrap, words);
}

void paintCrosshair(Canvas& canvas, const Scene& scene, const Crosshair& crosshair) {
    if (scene.view.isEmpty())
        return;
    const ChartView& view = scene.view;
    const std::size_t bar = std::min(crosshair.bar, scene.series().size() - 1);
    const int x = static_cast<int>(std::floor(view.time().xOf(static_cast<double>(bar))));
    const QRgb colour = scene.style.crosshair.rgba();
    const int dash = scene.px(4);
    if (x >= 0 && x < view.plot().right) {
        canvas.vertical(x, view.plot().top, view.timeAxis().top, colour, scene.px(1), dash, dash);
        const PixelBox tag = timeTag(scene, bar, timeTagWidth(scene));
        drawRound(canvas, tag, scene.px(2), scene.style.raised, scene.style.raisedEdge);
        drawText(
            canvas, scene, tag, Qt::AlignHCenter,
            barTimeText(scene.series().at(bar).bar.start, scene.series().key().timeframe, scene.style.locale),
            scene.labelFont, scene.style.text);
    }
    if (!crosshair.y.has_value())
        return;
    const int y = *crosshair.y;
    canvas.horizontal(y, 0, view.plot().right, colour, scene.px(1), dash, dash);
    if (y < view.plot().top || y >= view.plot().bottom)
        return;
    const PixelBox tag = axisTag(scene, y);
    drawRound(canvas, tag, scene.px(2), scene.style.raised, scene.style.raisedEdge);
    drawText(canvas, scene, tag, Qt::AlignHCenter,
             priceText(view.price().snappedAt(y, scene.tick), scene.decimals), scene.labelFont,
             scene.style.text);
}

std::vector<PixelBox> crosshairBoxes(const Scene& scene, const Crosshair& crosshair) {
    if (scene.view.isEmpty())
        return {};
    const ChartView& view = scene.view;
    const std::size_t bar = std::min(crosshair.bar, scene.series().size() - 1);
    const int x = static_cast<int>(std::floor(view.time().xOf(static_cast<double>(bar))));
    const int thick = scene.px(1);
    std::vector<PixelBox> boxes{{x - thick, view.plot().top, x + thick + 1, view.timeAxis().top},
                                timeTag(scene, bar, timeTagWidth(scene)),
                                readoutBox(scene)};
    if (crosshair.y.has_value()) {
        boxes.push_back({0, *crosshair.y - thick, view.plot().right, *crosshair.y + thick + 1});
        boxes.push_back(axisTag(scene, *crosshair.y));
    }
    return boxes;
}

} // namespace strikedesk::charts
