// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace strikedesk::market {

/// How much live data of an instrument is needed, most first. Where a venue or a bound allows only so many at
/// once, an earlier one goes before a later one.
enum class Attention : std::uint8_t {
    Held,    ///< a position or a working order rests on it
    Focused, ///< what a person works on: the chart, contract or ticket in front
    Shown,   ///< another chart, a chain on screen
    Listed,  ///< a line of a watchlist
};

} // namespace strikedesk::market
