// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/model/chart_overlay.h"
#include "charts/paint/chart_style.h"
#include "core/market/hub/series_snapshot.h"

#include <memory>
#include <vector>

namespace strikedesk::charts_test {

using Series = std::shared_ptr<const market::SeriesSnapshot>;

/// "SOFI" on a made-up feed.
market::SeriesKey key(market::Timeframe timeframe = market::Timeframe::Minute5,
                      market::SeriesSession session = market::SeriesSession::Extended,
                      const char* symbol = "SOFI");
/// `count` bars in trading hours that end on 20 November 2026 at 10:40 New York, the same for the same seed:
/// a random walk from `cents`, busier at the open.
std::vector<market::SeriesBar> walk(const market::SeriesKey& key, std::size_t count, std::uint64_t seed = 7,
                                    std::int64_t cents = 3150);
/// The same as a live series of good health.
Series series(std::size_t count, const market::SeriesKey& key = charts_test::key(), std::uint64_t seed = 7);
Series seriesOf(const market::SeriesKey& key, std::vector<market::SeriesBar> bars, std::uint64_t version = 1);
market::SeriesHealth liveHealth();
/// Market time in the middle of the last bar of a walk.
Timestamp marketNow();

/// The dark and the light colours of the window.
charts::ChartStyle style(bool isDark = true);
/// A moving average over closes, as studies come.
charts::StudyLine average(const market::SeriesSnapshot& series, int length, charts::ChartTone tone);
/// Fills, working orders, a position, an opening range and two averages on a series.
charts::ChartOverlay overlay(const market::SeriesSnapshot& series);

} // namespace strikedesk::charts_test
