// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/model/time_scale.h"
#include "core/base/date.h"
#include "core/market/hub/series_snapshot.h"

#include <vector>

namespace strikedesk::charts {

/// What a label on the time axis says.
enum class TimeLabelKind : std::uint8_t {
    Clock, ///< hours and minutes
    Day,   ///< day and month
    Month, ///< month
    Year,
};

/// One label: the bar it stands under and its New York time.
struct TimeLabel {
    std::size_t bar = 0;
    TimeLabelKind kind = TimeLabelKind::Clock;
    Date date;
    int secondOfDay = 0;
    bool isMajor = false; ///< a new day among hours, a new month among days, a new year among months

    friend bool operator==(const TimeLabel&, const TimeLabel&) = default;
};

/// Labels for what is shown, left to right, at least `leastPixels` apart; where two are too close the major
/// one stays. They belong to bars, so they move with the paper. Cost grows with the width, not with the bars.
std::vector<TimeLabel> timeLabels(const market::SeriesSnapshot& series, const TimeScale& scale,
                                  double leastPixels);

} // namespace strikedesk::charts
