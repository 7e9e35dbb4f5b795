// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/market/quote_board.h"
#include "core/trade/exits/trade_state.h"
#include "core/trade/risk/trade_settings.h"

#include <cstdint>
#include <string_view>

namespace strikedesk::trade {

/// Whether a quote may be believed where a position hangs on it.
enum class QuoteTrust : std::uint8_t {
    Good,
    Missing, ///< nothing was ever quoted
    Stale,   ///< older than TradeSettings::manualQuoteAge
    Halted,  ///< the contract or its underlying does not trade
    NotSane, ///< a side is missing, or it is locked or crossed
    Wide,    ///< the spread is above stopSpreadPercent of the mid and above stopSpreadFloor
};

/// What keeps a quote from being believed, as the end of a sentence: "its quote is too wide".
std::string_view toText(QuoteTrust trust);

/// What the newest quote of an instrument is worth at `now`. Pure.
QuoteTrust trustOf(const Symbol& symbol, const market::QuoteBoard& quotes, Timestamp now,
                   const TradeSettings& settings);

/// Where the market stands against a stop.
enum class StopVerdict : std::uint8_t {
    Unknown, ///< no quote that proves it either way
    Away,
    Beyond,
};

/// A stop is reached when the mid of a believable quote is at or beyond it. A wide quote's mid proves nothing
/// by itself: its far side must be beyond the stop as well, or a fresh print. Pure.
StopVerdict judgeStop(const TradeState& trade, Price stop, const market::QuoteBoard& quotes, Timestamp now,
                      const TradeSettings& settings);

/// The price a close would get now: bid for a long, ask for a short; zero when that side is empty.
Price closingSide(const TradeState& trade, const market::QuoteBoard& quotes);

/// What an exit's collar may be measured from when no good quote comes: a fresh print inside a wide quote,
/// else its mid; of a locked or crossed one the side that gives more away. Zero without both sides. Pure.
Price fairReference(const TradeState& trade, const market::QuoteBoard& quotes, Timestamp now,
                    const TradeSettings& settings);

} // namespace strikedesk::trade
