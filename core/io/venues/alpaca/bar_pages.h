// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/alpaca/alpaca_rest.h"
#include "core/io/venues/common/reads.h"
#include "core/market/hub/hub_command.h"

#include <string>

namespace strikedesk::alpaca {

using venues::BarsPage;

/// The first request of a span of bars: /v2/stocks/bars, or /v1beta1/options/bars for a contract, which knows
/// neither feed nor adjustment. The venue's ends are inclusive, the span's end is not.
std::string firstBarsPath(const market::BaseKey& key, const market::TimeSpan& span);

/// Reads a page of `key` that `path` was asked for. Error Protocol: another instrument, bars that do not
/// rise, lie outside the span or at or before `after` (the last bar of the page before), a token that repeats
/// or is longer than any the venue sends.
Result<BarsPage> readBarsPage(std::string_view body, const std::string& path, const market::BaseKey& key,
                              const market::TimeSpan& span, Timestamp after);

} // namespace strikedesk::alpaca
