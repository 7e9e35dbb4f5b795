// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/model/chart_overlay.h"
#include "charts/model/chart_view.h"
#include "charts/paint/chart_style.h"

#include <QImage>
#include <QSize>

#include <memory>

class QPainter;

namespace strikedesk::charts {

/// What a picture of a chart shows. Copied, so that a picture can be made on any thread.
struct ChartPicture {
    std::shared_ptr<const market::SeriesSnapshot> series;
    ChartOverlay overlay;
    ChartStyle style;
    Timestamp marketNow; ///< unset: no countdown and no ages
    ChartKind kind = ChartKind::Candles;
    PriceScaleKind priceScale = PriceScaleKind::Linear;
    BarSpan bars; ///< what is shown; empty: the newest ones at a usual distance
    bool hasBadge = true;
    bool isSession = false; ///< the newest session from its start, in place of `bars`
};

/// The chart as an image of `size` design pixels, times `ratio` in device pixels. Any thread with fonts (the
/// program's QGuiApplication exists). The same painter as the widget's.
QImage renderChart(const ChartPicture& picture, QSize size, double ratio);
/// The same into any painter (PDF, printer), filling (0, 0) to `size` in the painter's units.
void renderChart(QPainter& painter, const ChartPicture& picture, QSize size);

} // namespace strikedesk::charts
