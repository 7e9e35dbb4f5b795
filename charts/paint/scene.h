// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/model/chart_overlay.h"
#include "charts/model/chart_view.h"
#include "charts/paint/canvas.h"
#include "charts/paint/chart_style.h"
#include "charts/paint/shaped_texts.h"
#include "charts/views/line_boxes.h"

#include <QFontMetrics>

#include <memory>
#include <optional>
#include <vector>

namespace strikedesk::charts {

/// A study over the plot: one y for each pixel column from the left edge on, NaN where it has none.
struct StudyPath {
    std::vector<float> ys;
    float low = 0; ///< extremes of the ys
    float high = 0;
};

/// One frame's inputs, gathered once and handed to every layer. References must outlive it.
struct Scene {
    /// `knownTexts` are kept from frame to frame by who paints more than one.
    Scene(const ChartView& shownView, const ChartOverlay& shownOverlay, const ChartStyle& shownStyle,
          Timestamp marketNow, std::shared_ptr<ShapedTexts> knownTexts = nullptr);

    const ChartView& view;
    const ChartOverlay& overlay;
    const ChartStyle& style;
    Timestamp now; ///< market time; unset: no countdown and no ages
    bool hasBadge = true;
    LineUse use;
    int hoveredOrder = -1; ///< its ✕ is lit
    /// The bars as they are drawn: the series, or its Heikin-Ashi form. Never null while the view has bars.
    std::shared_ptr<const market::SeriesSnapshot> drawn;

    std::shared_ptr<ShapedTexts> texts; ///< never null

    QFont labelFont; ///< device pixels
    QFont bodyFont;
    QFont boldFont;
    Price tick;
    int decimals = 2;

    const market::SeriesSnapshot& series() const { return *view.series(); }
    /// Design pixels to whole device pixels, at least one.
    int px(double designPixels) const;
    int textWidth(const QString& words, const QFont& font) const;
    std::vector<LineBox> boxes() const;
    /// The overlay's studies, in its order; worked out when a layer of the frame first asks.
    const std::vector<StudyPath>& studyPaths() const;

private:
    mutable std::optional<std::vector<StudyPath>> m_studyPaths;
};

/// Sizes of the panes for these fonts and prices. `scale`: device pixels per design pixel.
ChartMetrics chartMetrics(const ChartStyle& style, const market::SeriesSnapshot* series, Price tick,
                          double scale);
/// A font of design pixels at a scale.
QFont scaledFont(const QFont& font, double scale);
/// The tick prices are written with: the overlay's, else the stock rule at the last price.
Price tickOf(const ChartOverlay& overlay, const market::SeriesSnapshot* series);

/// Text in a box of device pixels; skipped when the box is outside the canvas' clip.
void drawText(Canvas& canvas, const Scene& scene, const PixelBox& box, Qt::Alignment align,
              const QString& words, const QFont& font, const QColor& colour);
/// A filled box with rounded corners and, with a valid `edge`, a thin outline.
void drawRound(Canvas& canvas, const PixelBox& box, double radius, const QColor& colour,
               const QColor& edge = {});
/// A tag on the price axis at y.
PixelBox axisTag(const Scene& scene, int y);

// Layers, bottom to top. Each leaves out what the canvas' clip does not touch.
void paintGround(Canvas& canvas, const Scene& scene);    ///< background, shading, grid, axes
void paintBars(Canvas& canvas, const Scene& scene);      ///< volume, bars, gaps
void paintStudies(Canvas& canvas, const Scene& scene);   ///< bands, studies, levels
void paintMarkers(Canvas& canvas, const Scene& scene);   ///< fills
void paintLastPrice(Canvas& canvas, const Scene& scene); ///< line, tag, countdown
void paintLines(Canvas& canvas, const Scene& scene);     ///< position and orders
void paintBadge(Canvas& canvas, const Scene& scene);
void paintEmpty(Canvas& canvas, const Scene& scene);

/// Where the pointer is. `y` only with a pointer on this chart (a linked chart shows the bar alone).
struct Crosshair {
    std::size_t bar = 0;
    std::optional<int> y;

    friend bool operator==(const Crosshair&, const Crosshair&) = default;
};
void paintReadout(Canvas& canvas, const Scene& scene, const std::optional<Crosshair>& crosshair);
void paintCrosshair(Canvas& canvas, const Scene& scene, const Crosshair& crosshair);
/// What a crosshair covers, for repainting no more than that.
std::vector<PixelBox> crosshairBoxes(const Scene& scene, const Crosshair& crosshair);
/// What changes with the last bar's figures, the clock, the health and the lines.
std::vector<PixelBox> liveBoxes(const Scene& scene);
PixelBox readoutBox(const Scene& scene);

/// Everything but readout and crosshair, within the canvas' clip.
void paintScene(Canvas& canvas, const Scene& scene);

} // namespace strikedesk::charts
