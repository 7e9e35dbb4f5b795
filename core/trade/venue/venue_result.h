// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trade/orders/broker_account.h"
#include "core/trade/orders/broker_order.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace strikedesk::trade {

/// A refusal in the broker's shape: {"code": code, "message": message, extra…}, all extra values strings
/// (protocol facts, section 3).
struct VenueError {
    std::int32_t httpStatus = 0;
    std::int64_t code = 0;
    std::string message;
    std::map<std::string, std::string> extra;
};

/// One row of a multi-status (207) answer: `order` on success, `error` on failure.
struct VenueReplyEntry {
    BrokerOrderId id; ///< cancel all
    Symbol symbol;    ///< close all positions
    std::int32_t httpStatus = 0;
    std::optional<BrokerOrder> order;
    std::optional<VenueError> error;
};

/// The answer to a request: 200 with `order`, 204 empty, 207 with `entries`, or `error`. For inputs that are
/// not requests (quotes, time) httpStatus is 0. The order is as it stood when the answer was written; what
/// happened after that is in the updates.
struct VenueReply {
    std::int32_t httpStatus = 0;
    std::optional<BrokerOrder> order;
    std::vector<VenueReplyEntry> entries;
    std::optional<VenueError> error;

    bool ok() const { return !error.has_value(); }
};

/// Everything one step did: the answer, then trade_updates in the order the venue sends them, and the
/// activities it booked. What had become due before the input was handled stands in the lists before what the
/// input caused.
struct VenueResult {
    VenueReply reply;
    std::vector<OrderUpdate> updates;
    std::vector<BrokerActivity> activities;
};

} // namespace strikedesk::trade
