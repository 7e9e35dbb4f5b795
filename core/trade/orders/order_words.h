// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trade/exits/trade_state.h"
#include "core/trade/orders/order_state.h"

#include <string>

namespace strikedesk::trade {

/// What happened to an order or trade, as a person reads it in the notifications. English sentences.

/// "Bought 1 NVDA 18 Nov 180 C at 1.36."
std::string fillSentence(const OrderState& order, const Fill& fill);
/// "Take-profit works at the venue: sell 1 NVDA 18 Nov 180 C at 1.47."
std::string restingSentence(const OrderState& order);
/// "The order to buy 2 NVDA 18 Nov 180 C at 1.30 was cancelled; 0 filled." For every way an entry ends
/// unfilled.
std::string endedSentence(const OrderState& order);
/// "The broker refused to sell 1 NVDA 18 Nov 180 C at 1.47: " and the broker's words.
std::string refusedSentence(const OrderState& order, const std::string& why);
/// "The take-profit … was cancelled at the broker, not by this program. …"
std::string withdrawnSentence(const OrderState& order);
/// "An order of this program was changed by another hand: it is to sell 3 … at 1.47 now."
std::string changedElsewhereSentence(const OrderState& order);
/// "The order to sell 3 … at 1.47 has been waiting for its cancel for long. …"
std::string stuckSentence(const OrderState& order);
/// "NVDA 18 Nov 180 C is closed: +11.00 after fees."
std::string closedSentence(const TradeSummary& trade);

} // namespace strikedesk::trade
