// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trade/venue/venue_input.h"
#include "core/trade/venue/venue_result.h"

#include <string>
#include <string_view>
#include <variant>

namespace strikedesk::sandbox {

/// Bodies of order writes, from hostile text. Numbers may be JSON strings or numbers. What is no valid
/// description is refused in the broker's shapes; whether an order is allowed is the venue book's part.
std::variant<trade::SubmitOrder, trade::VenueError> readOrderRequest(std::string_view body);
std::variant<trade::ReplaceOrder, trade::VenueError> readReplaceRequest(const std::string& orderId,
                                                                        std::string_view body);
/// The client_order_id of a body as far as one can be found, for the arrival counts.
std::string clientOrderIdIn(std::string_view body);

} // namespace strikedesk::sandbox
