// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/model/chart_view.h"

#include <vector>

namespace strikedesk::charts {

/// How wide things are at a bar spacing, in whole device pixels. Wick and body have the same parity, so that
/// a wick stands exactly in the middle of its body.
struct BarWidths {
    int wick = 1;
    int body = 1;
    bool hasBody = false; ///< false: bars are too narrow, only high to low is drawn
};
/// `scale`: device pixels per design pixel.
BarWidths barWidths(double spacing, double scale);

/// What stands in one place of the plot: one bar, or all bars that share one pixel column. Device pixels.
struct BarColumn {
    int middle = 0; ///< the wick's column
    int high = 0;
    int low = 0;
    int open = 0;
    int close = 0;
    int volumeTop = 0;
    bool isUp = false;
    bool afterGap = false;
};

/// Bars [span) where they stand in `view`, at most one an integer of pixel columns: the cost grows with the
/// plot's width, not with the bars. `shown` is the series to draw, of the same bars as the view's own.
std::vector<BarColumn> barColumns(const ChartView& view, const market::SeriesSnapshot& shown, BarSpan span);

/// Bars whose drawing can reach columns [left, right).
BarSpan barsWithin(const ChartView& view, int left, int right);

} // namespace strikedesk::charts
