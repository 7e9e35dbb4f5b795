// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/market/market_source.h"

#include <optional>
#include <string>
#include <string_view>

namespace strikedesk::sandbox {

enum class TickerKind : std::uint8_t { Stock, Option, Index };

/// A name as Polygon writes it: AAPL, O:SPY251219C00650000, I:SPX (protocol facts, section 4).
struct Ticker {
    TickerKind kind = TickerKind::Stock;
    Symbol symbol; ///< without the prefix
    std::string text;

    /// By its shape alone; upper case only, as nothing else is traded here.
    static std::optional<Ticker> tryFrom(std::string_view text);
    static Ticker of(const Asset& asset);
    static Ticker ofContract(const Symbol& symbol);
    /// One the market knows on `today`.
    static std::optional<Ticker> known(MarketSource& source, std::string_view text, Date today);
};

/// The stock, fund or index of that name, null when there is none.
const Asset* assetOf(const MarketSource& source, const Symbol& symbol);

} // namespace strikedesk::sandbox
