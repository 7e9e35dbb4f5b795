// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/market/hub/series_snapshot.h"

#include <memory>

namespace strikedesk::charts {

/// A series as Heikin-Ashi bars: close the mean of the four figures, open the mean of the bar before, so that
/// trends show as runs of one colour. Starts, volumes and gaps stay. `before` and its form `beforeForm` (both
/// or neither) let chunks that did not change be shared instead of computed. Not prices anyone traded at.
std::shared_ptr<const market::SeriesSnapshot>
heikinAshi(const std::shared_ptr<const market::SeriesSnapshot>& series,
           const std::shared_ptr<const market::SeriesSnapshot>& before,
           const std::shared_ptr<const market::SeriesSnapshot>& beforeForm);

} // namespace strikedesk::charts
