// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/model/time_scale.h"
#include "core/market/hub/series_snapshot.h"

#include <vector>

namespace strikedesk::charts {

/// Sessions of an intraday series within what is shown. New York days.
struct SessionMarks {
    std::vector<std::size_t> starts; ///< the first bar of each day but the series' first
    std::vector<BarSpan> extended;   ///< bars before the open and from the close on
};

/// The marks within `span`; none when days are narrower than `leastPixels` or the bars are days themselves.
/// Cost: a few binary searches a day shown.
SessionMarks sessionMarks(const market::SeriesSnapshot& series, BarSpan span, double spacing,
                          double leastPixels);

/// When the bar that started at `start` is over: its nominal length, or the session's end where that is
/// earlier. Not set for days and weeks.
Timestamp barEnd(const market::SeriesKey& key, Timestamp start);

} // namespace strikedesk::charts
