// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/trade/orders/order_command.h"
#include "core/trade/orders/trade_book.h"
#include "core/trade/orders/trade_context.h"
#include "core/trade/risk/refusal.h"

#include <optional>
#include <vector>

namespace strikedesk::trade {

/// Why the exits of an open trade may not be changed to these, if so. They may lie anywhere against the entry
/// price (a stop that locks a profit in is fine), but not where the market is already: such a change would
/// close the position at once, and whoever wants that says so (`mayFillAtOnce`, or Close). Pure.
std::optional<Refusal> checkNewPlan(const TradeState& trade, const ExitPlan& plan, const TradeBook& book,
                                    const TradeContext& context, bool mayFillAtOnce);

/// What a person must hear about a plan that is let through: an exit that comes off, a take-profit that loses
/// money unless the person asked to sell there (`mayFillAtOnce`). Empty for most. Pure.
std::vector<Notice> remarksOn(const TradeState& trade, const ExitPlan& plan, const TradeBook& book,
                              bool mayFillAtOnce);

} // namespace strikedesk::trade
