// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/symbol.h"
#include "core/base/timestamp.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace strikedesk::polygon {

/// What a ticker names (protocol facts, section 4).
enum class AssetKind : std::uint8_t { Stock, Option, Index };

/// A name as the venue writes it, as ours: "O:SPY251219C00650000" is the contract, "I:SPX" the index SPX.
struct Ticker {
    AssetKind kind = AssetKind::Stock;
    Symbol symbol;

    friend bool operator==(const Ticker&, const Ticker&) = default;
};

/// Reads the venue's name. Nothing for names we cannot hold: lower case (preferreds, warrants), other asset
/// classes, a contract whose text is no OCC name.
std::optional<Ticker> tickerFrom(std::string_view text);

/// What a name of ours is: a contract by its shape, one of the indices with listed options by its name, else
/// a stock or fund.
AssetKind kindOf(const Symbol& symbol);

/// The venue's name of ours.
std::string tickerText(const Symbol& symbol, AssetKind kind);
std::string tickerText(const Symbol& symbol);

/// A Unix time whose unit is told by its magnitude: 12 to 13 digits are milliseconds, 15 to 16 microseconds,
/// 18 to 19 nanoseconds (protocol facts, section 2); exponent forms are read exactly. Nothing for other
/// magnitudes, fractions, and years outside 1973 to 2200: a time that may be wrong by a thousand is none.
std::optional<Timestamp> venueTime(std::string_view number);

} // namespace strikedesk::polygon
