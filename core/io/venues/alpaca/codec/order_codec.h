// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/trade/orders/broker_order.h"
#include "core/trade/orders/order_request.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::alpaca {

/// The body of a refusal: {"code", "message", further keys}. `code` is 0 when the answer carried none.
struct BrokerRefusal {
    std::int64_t code = 0;
    std::string message; ///< the broker's own words, at most 500 characters
    std::vector<ErrorArgument> extras;

    /// An extra key's value, or "".
    std::string_view extra(std::string_view name) const;
};

/// Reads an error body. Errors: not a JSON object, or one with neither code nor message.
Result<BrokerRefusal> decodeRefusal(std::string_view json);

/// What the user should know and do, by code and status; unknown codes keep the broker's words.
std::string sentenceFor(const BrokerRefusal& refusal, int httpStatus);

/// True for 422 answers that say the client_order_id was used before.
bool saysClientOrderIdTaken(const BrokerRefusal& refusal, int httpStatus);

/// One row of a 207 answer to "cancel all" or "close all".
struct MultiStatusRow {
    BrokerOrderId orderId; ///< cancel all
    std::string symbol;    ///< close all
    int status = 0;        ///< HTTP status of this row
    std::optional<trade::BrokerOrder> order;
    std::optional<BrokerRefusal> refusal;
};

/// Order answers. Errors: broken JSON, a missing id or status, a number that is not exact. Unknown words stay
/// as Unrecognised with the word kept.
Result<trade::BrokerOrder> decodeOrder(std::string_view json);
Result<std::vector<trade::BrokerOrder>> decodeOrders(std::string_view json);
Result<std::vector<MultiStatusRow>> decodeMultiStatus(std::string_view json);

/// Bodies of POST /v2/orders and PATCH /v2/orders/{id}: numbers as strings, position_intent whenever given.
std::string encodeOrder(const trade::OrderRequest& request);
std::string encodeReplace(const trade::ReplaceRequest& request);

} // namespace strikedesk::alpaca
