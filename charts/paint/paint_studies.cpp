// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/paint/scene.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace strikedesk::charts {

namespace {

int xFrom(const Scene& scene, const std::optional<Timestamp>& from) {
    if (!from.has_value())
        return 0;
    const double bar = static_cast<double>(scene.series().lowerBound(*from));
    return static_cast<int>(std::floor(std::clamp(scene.view.time().xOf(bar - 0.5), 0.0, 1e6)));
}

QColor shaded(const QColor& colour, double share) {
    QColor thin(colour);
    thin.setAlphaF(static_cast<float>(share));
    return thin;
}

int yOf(const Scene& scene, Price price) {
    return static_cast<int>(std::lround(std::clamp(scene.view.price().yOf(price), -1e6, 1e6)));
}

void paintLevelText(Canvas& canvas, const Scene& scene, const QString& words, int y, ChartTone tone) {
    const PixelBox& plot = scene.view.plot();
    drawText(canvas, {plot.left, y - scene.px(15), plot.right - scene.px(8), y - scene.px(1)}, Qt::AlignRight,
             words, scene.labelFont, scene.style.colour(tone));
}

void paintBand(Canvas& canvas, const Scene& scene, const PriceBand& band) {
    const PixelBox& plot = scene.view.plot();
    const int left = xFrom(scene, band.from);
    const int top = yOf(scene, band.high);
    const int bottom = yOf(scene, band.low);
    const QRgb colour = scene.style.colour(band.tone).rgba();
    canvas.fill({left, top, plot.right, bottom}, shaded(scene.style.colour(band.tone), 0.10));
    const int dash = scene.px(3);
    canvas.horizontal(top, left, plot.right, colour, scene.px(1), dash, dash - 1 > 0 ? dash - 1 : 1);
    canvas.horizontal(bottom, left, plot.right, colour, scene.px(1), dash, dash - 1 > 0 ? dash - 1 : 1);
    paintLevelText(canvas, scene, band.label, top, band.tone);
}

/// One y for each pixel column: the value of the bar there, or on the straight line between two bars.
std::vector<float> studyHeights(const Scene& scene, const StudyLine& study, int left, int right) {
    std::vector<float> ys(static_cast<std::size_t>(std::max(right - left, 0)),
                          std::numeric_limits<float>::quiet_NaN());
    const auto& values = *study.values;
    const TimeScale& time = scene.view.time();
    const double offset = static_cast<double>(scene.series().lowerBound(study.firstBar));
    const double most = static_cast<double>(values.size()) - 1;
    const auto heightAt = [&](double index) {
        return static_cast<float>(
            std::clamp(scene.view.price().yOf(values[static_cast<std::size_t>(index)]), -1e6, 1e6));
    };
    double known = -1;
    float from = 0;
    float to = 0;
    for (int x = left; x < right; ++x) {
        const double index = time.indexAt(x + 0.5) - offset;
        const double below = std::floor(index);
        if (below < 0 || below > most)
            continue;
        if (below != known) {
            // Logarithms and lookups once a bar, not once a pixel.
            known = below;
            from = heightAt(below);
            to = below + 1 <= most ? heightAt(below + 1) : from;
        }
        ys[static_cast<std::size_t>(x - left)] = from + (to - from) * static_cast<float>(index - below);
    }
    return ys;
}

void paintStudy(Canvas& canvas, const Scene& scene, const StudyLine& study) {
    if (study.values == nullptr || study.values->empty())
        return;
    const PixelBox& plot = scene.view.plot();
    const int left = std::max(canvas.clip().left - 2, 0);
    // Ends with the last bar rather than in the room kept free for the next ones.
    const double lastX = scene.view.time().xOf(static_cast<double>(scene.series().size()) - 1);
    const int right = static_cast<int>(
        std::min({static_cast<double>(plot.right), static_cast<double>(canvas.clip().right + 2), lastX + 1}));
    if (right <= left)
        return;
    canvas.curve(left, studyHeights(scene, study, left, right), scene.style.colour(study.tone),
                 1.4 * scene.view.scale());
}

} // namespace

void paintStudies(Canvas& canvas, const Scene& scene) {
    const PixelBox& plot = scene.view.plot();
    canvas.limitTo({0, plot.top, plot.right, plot.bottom});
    for (const PriceBand& band : scene.overlay.bands)
        paintBand(canvas, scene, band);
    for (const StudyLine& study : scene.overlay.studies)
        paintStudy(canvas, scene, study);
    for (const PriceLevel& level : scene.overlay.levels) {
        const int y = yOf(scene, level.price);
        if (y < plot.top || y >= plot.bottom)
            continue;
        canvas.horizontal(y, xFrom(scene, level.from), plot.right, scene.style.colour(level.tone).rgba(),
                          scene.px(1), scene.px(6), scene.px(4));
        paintLevelText(canvas, scene, level.label, y, level.tone);
    }
    canvas.unlimit();
}

} // namespace strikedesk::charts
