// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/trade/orders/broker_order.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace strikedesk::alpaca {

/// Answer to authenticate, or to a listen that came too early.
struct StreamAuthorization {
    bool isAuthorized = false;
    std::string action; ///< authenticate or listen
};

/// The streams now listened to; unknown ones are silently missing.
struct StreamListening {
    std::vector<std::string> streams;
};

/// A failure the venue put into words.
struct StreamFault {
    std::int64_t code = 0; ///< 0 when the stream has no codes
    std::string message;
};

/// A frame of a kind we do not know; counted, never an error.
struct UnknownFrame {
    std::string kind;
};

using TradeUpdatesFrame =
    std::variant<StreamAuthorization, StreamListening, trade::OrderUpdate, StreamFault, UnknownFrame>;

/// One frame of the order stream; text and binary frames both hold JSON. Errors: broken JSON, an update
/// without order or event, a number that is not exact.
Result<TradeUpdatesFrame> decodeTradeUpdatesFrame(std::string_view bytes);

/// The first message on the order stream. Holds the secret: never log it.
std::string encodeTradeUpdatesAuth(std::string_view keyId, std::string_view secretKey);
std::string encodeListenTradeUpdates();

} // namespace strikedesk::alpaca
