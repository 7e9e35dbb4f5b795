// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/market/market_source.h"

#include <cstdint>
#include <vector>

namespace strikedesk::sandbox {

/// The symbol of the broker's test stream.
Symbol testSymbol();

/// The test stream's quotes and trades in (from, to], at most a quarter of an hour of them: one of each every
/// second, around the clock, around 100.00. A function of the seed and the time.
std::vector<MarketEvent> testEvents(std::uint64_t seed, Timestamp from, Timestamp to);
/// The bar of the minute that begins at `minute`.
market::Bar testBar(std::uint64_t seed, Timestamp minute);

} // namespace strikedesk::sandbox
