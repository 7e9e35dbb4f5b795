// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/price.h"
#include "core/base/symbol.h"
#include "core/base/timestamp.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace strikedesk::venues {

// Readers for the feed path: the usual shape is read in a few instructions; anything else goes through the
// general parsers, so that the result is the same.

/// A market price from its characters, rounded half to even beyond four decimals; nothing when it is no price
/// or negative.
std::optional<Price> fastPrice(std::string_view token);

/// A whole number ≥ 0.
std::optional<std::int64_t> fastCount(std::string_view token);

/// A symbol into `out`; false when the text is none. Names seen lately are not checked again.
bool fastSymbol(std::string_view text, Symbol& out);

/// RFC 3339 times; remembers the last day seen, since a feed stays on one.
class FastClock {
public:
    std::optional<Timestamp> read(std::string_view text);

private:
    char m_day[10] = {};
    std::int64_t m_dayStart = -1; ///< ns; -1 before the first
};

} // namespace strikedesk::venues
