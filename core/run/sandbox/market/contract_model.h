// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/market/market_source.h"
#include "core/run/sandbox/market/option_model.h"
#include "core/run/sandbox/market/session_calendar.h"

#include <optional>

namespace strikedesk::sandbox {

/// Implied volatility and greeks of a contract at a quote's mid; nullopt where they cannot be solved: a side
/// is missing, the underlying has no price, the contract has ended, or no volatility gives that price.
std::optional<ModelSolution> solveContract(MarketSource& source, const SessionCalendar& calendar,
                                           const options::Contract& contract, const market::Quote& quote,
                                           Timestamp now);

} // namespace strikedesk::sandbox
