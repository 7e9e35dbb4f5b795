// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/polygon/polygon_call.h"

#include <optional>
#include <vector>

namespace strikedesk::sandbox {

/// One value of an indicator for each entry of a series from some point on: `values[i]` belongs to entry
/// `first + i`. Analytics only.
struct IndicatorSeries {
    std::size_t first = 0;
    std::vector<double> values;
};

/// Means of `window` entries, plain and exponential (weight 2 / (window + 1), begun with the plain mean), and
/// Wilder's relative strength (0 to 100; 50 where nothing moved). Empty for fewer entries than needed.
IndicatorSeries movingAverage(const std::vector<double>& series, std::size_t window);
IndicatorSeries exponentialAverage(const std::vector<double>& series, std::size_t window);
IndicatorSeries relativeStrength(const std::vector<double>& series, std::size_t window);

/// /v1/indicators/{sma|ema|rsi|macd}/{ticker} (protocol facts, section 12). nullopt for other paths.
std::optional<HttpAnswer> polygonIndicatorRoute(const PolygonCall& call);

} // namespace strikedesk::sandbox
