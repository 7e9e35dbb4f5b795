// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/session/session_host.h"

#include <optional>

namespace strikedesk::test {

/// What a person at the screen does, through the session like a window. Each waits for its effect; a test
/// failure says what did not come about.

/// Reads the chain near the money and returns a call with a usable quote, now streamed and on the board.
std::optional<Symbol> pickCall(SessionHost& host, const std::string& underlying = "SPY");
/// A ticket for it at the ask plus `ticksAbove` ticks (below when negative).
trade::EntryTicket ticketFor(SessionHost& host, const Symbol& contract, std::int64_t contracts,
                             std::int64_t ticksAbove = 10);
/// With a take-profit of that many percent.
trade::EntryTicket withTarget(trade::EntryTicket ticket, std::int64_t percent);
/// Posts the ticket; returns the client order id it will have.
ClientOrderId send(SessionHost& host, const trade::EntryTicket& ticket);

/// The order as the newest snapshot shows it.
std::optional<trade::OrderState> orderOf(SessionHost& host, const ClientOrderId& id);
bool untilPhase(SessionHost& host, const ClientOrderId& id, trade::OrderPhase phase,
                Duration patience = Duration::seconds(40));
/// Until that much of the trade is held.
bool untilHeld(SessionHost& host, const IntentId& tradeId, std::int64_t contracts);
bool untilTradeClosed(SessionHost& host, const IntentId& tradeId);
/// Until take-profits for that much work at the venue.
bool untilTargetWorks(SessionHost& host, const IntentId& tradeId, std::int64_t contracts);

} // namespace strikedesk::test
