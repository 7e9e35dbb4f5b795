// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/alpaca/alpaca_rest.h"
#include "core/market/bar.h"
#include "core/market/hub/hub_command.h"

#include <functional>
#include <string>
#include <vector>

namespace strikedesk::alpaca {

/// One page of bars of one instrument in time order, strictly rising, within the span asked for.
struct BarsPage {
    std::vector<market::Bar> bars;
    std::string nextPath; ///< empty on the last page
    int inconsistent = 0; ///< bars left out because their prices contradict each other
};

/// The first request of a span of bars: /v2/stocks/bars, or /v1beta1/options/bars for a contract, which knows
/// neither feed nor adjustment. The venue's ends are inclusive, the span's end is not.
std::string firstBarsPath(const market::BaseKey& key, const market::TimeSpan& span);

/// Reads a page of `key` that `path` was asked for. Error Protocol: another instrument, bars that do not
/// rise, lie outside the span or at or before `after` (the last bar of the page before), a token that repeats
/// or is longer than any the venue sends.
Result<BarsPage> readBarsPage(std::string_view body, const std::string& path, const market::BaseKey& key,
                              const market::TimeSpan& span, Timestamp after);

} // namespace strikedesk::alpaca
