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
    drawText(canvas, scene, {plot.left, y - scene.px(15), plot.right - scene.px(8), y - scene.px(1)},
             Qt::AlignRight, words, scene.labelFont, scene.style.colour(tone));
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
std::vector<float> studyHeights(const Scene& scene, const StudyLine& study) {
    // Ends with the last bar rather than in the room kept free for the next ones.
    const TimeScale& time = scene.view.time();
    const double lastX = time.xOf(static_cast<double>(scene.series().size()) - 1);
    const int right = static_cast<int>(std::min<double>(scene.view.plot().right, lastX + 1));
    std::vector<float> ys(static_cast<std::size_t>(std::max(right, 0)),
                          std::numeric_limits<float>::quiet_NaN());
    const auto& values = *study.values;
    const double offset = static_cast<double>(scene.series().lowerBound(study.firstBar));
    const double most = static_cast<double>(values.size()) - 1;
    const auto heightAt = [&](double index) {
        return static_cast<float>(
            std::clamp(scene.view.price().yOf(values[static_cast<std::size_t>(index)]), -1e6, 1e6));
    };
    double known = -1;
    float from = 0;
    float to = 0;
    for (int x = 0; x < right; ++x) {
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
        ys[static_cast<std::size_t>(x)] = from + (to - from) * static_cast<float>(index - below);
    }
    return ys;
}

StudyPath pathOf(const Scene& scene, const StudyLine& study) {
    StudyPath path;
    if (study.values == nullptr || study.values->empty())
        return path;
    path.ys = studyHeights(scene, study);
    path.low = std::numeric_limits<float>::max();
    path.high = std::numeric_limits<float>::lowest();
    for (const float y : path.ys) {
        if (std::isnan(y))
            continue;
        path.low = std::min(path.low, y);
        path.high = std::max(path.high, y);
    }
    return path;
}

void paintStudy(Canvas& canvas, const Scene& scene, const StudyLine& study, const StudyPath& path) {
    const double thickness = 1.4 * scene.view.scale();
    const int reach = static_cast<int>(std::ceil(thickness)) + 1;
    const int width = static_cast<int>(path.ys.size());
    if (path.low > path.high || !canvas.touches(0, static_cast<int>(std::floor(path.low)) - reach, width,
                                                static_cast<int>(std::ceil(path.high)) + reach))
        return;
    canvas.curve(0, path.ys, scene.style.colour(study.tone), thickness);
}

} // namespace

const std::vector<StudyPath>& Scene::studyPaths() const {
    if (!m_studyPaths) {
        m_studyPaths.emplace();
        for (const StudyLine& study : overlay.studies)
            m_studyPaths->push_back(pathOf(*this, study));
    }
    return *m_studyPaths;
}

void paintStudies(Canvas& canvas, const Scene& scene) {
    const PixelBox& plot = scene.view.plot();
    canvas.limitTo({0, plot.top, plot.right, plot.bottom});
    for (const PriceBand& band : scene.overlay.bands)
        paintBand(canvas, scene, band);
    const std::vector<StudyLine>& studies = scene.overlay.studies;
    for (std::size_t i = 0; i < studies.size(); ++i)
        paintStudy(canvas, scene, studies[i], scene.studyPaths()[i]);
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
