// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trade/venue/venue_state.h"

#include <optional>

namespace strikedesk::trade {

/// When one symbol trades on one day, end exclusive.
struct TradingSpan {
    Timestamp start;
    Timestamp end;
};

/// The span that holds `at`, or else the next one; nullopt past the calendar's end. Core session; shares with
/// `extendedHours` from 5.5 h before the open to 4 h after the close; options of late-closing assets 15 min
/// longer (protocol facts, sections 5 and 6).
std::optional<TradingSpan> spanAtOrAfter(const VenueState& state, const Symbol& symbol, bool extendedHours,
                                         Timestamp at);
/// Whether the symbol trades at the state's time.
bool isTrading(const VenueState& state, const Symbol& symbol, bool extendedHours);
/// Whether orders for an auction are refused now: `opg` from 09:28, `cls` from ten minutes before the close
/// (15:50), both until 19:00 New York (protocol facts, section 5).
bool isBarredFromAuction(const VenueState& state, TimeInForce timeInForce);
/// When an order that reaches the market now may fill: after the configured delay, `cls` at the close.
Timestamp eligibleFrom(const VenueState& state, const VenueOrder& order);
/// End of trading of a contract: on its expiry day, or the last session before it when that day is closed.
/// Nullopt while the calendar does not reach it; a past day before the calendar's begin counts as ended.
std::optional<Timestamp> lastTradingMoment(const VenueState& state, const options::Contract& contract);
/// When an order ends by itself, by its time in force and its contract; unset: never, as far as is known.
Timestamp expiryOf(const VenueState& state, const VenueOrder& order);
/// Takes a new calendar: queued orders and expiries move with it.
void takeSessions(VenueState& state, const std::vector<SessionDay>& days);

} // namespace strikedesk::trade
