// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace strikedesk::market {

/// Who delivers market data. Orders go to the broker whatever is chosen here.
enum class Vendor : std::uint8_t { Alpaca, Polygon };

/// "alpaca", "polygon": as settings and logs write it.
std::string_view toText(Vendor vendor);
/// "Alpaca", "Polygon": for a person.
std::string_view nameOf(Vendor vendor);
/// The order in which vendors are asked, from a setting such as "alpaca,polygon". Errors: an unknown or
/// repeated name, an empty list.
Result<std::vector<Vendor>> vendorsFrom(std::string_view list);

/// The feed name of series that come from Polygon; Alpaca's feeds have names of their own.
inline constexpr std::string_view kPolygonFeed = "polygon";

} // namespace strikedesk::market
