// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/ids.h"
#include "core/base/symbol.h"
#include "core/base/timestamp.h"
#include "core/trade/orders/terms.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace strikedesk::trade {

/// Which orders by state. A `held` child is never listed as open (reported by users of the broker).
enum class OrderListStatus : std::uint8_t { Open, Closed, All };
/// Which end of time comes first.
enum class ListDirection : std::uint8_t { Descending, Ascending };

/// Filters of GET /v2/orders. Times are submission times, both exclusive. `symbols` may name underlyings of
/// contracts when `assetClasses` holds UsOption. An unknown before/after id is answered 404.
struct OrderQuery {
    OrderListStatus status = OrderListStatus::Open;
    std::int64_t limit = 50; ///< 1..500
    std::optional<Timestamp> after;
    std::optional<Timestamp> until;
    ListDirection direction = ListDirection::Descending;
    bool nested = false; ///< legs inside their parent; otherwise legs are rows of their own
    std::vector<Symbol> symbols;
    std::optional<Side> side;
    std::vector<AssetClass> assetClasses;
    BrokerOrderId beforeOrderId;
    BrokerOrderId afterOrderId;
};

/// Filters of GET /v2/account/activities. `types` empty: all. `after` and `until` are exclusive creation
/// times.
struct ActivityQuery {
    /// FILL is the trade category, the rest the other one.
    enum class Category : std::uint8_t { All, Trade, NonTrade };
    std::vector<std::string> types;
    Category category = Category::All;
    std::optional<Date> date; ///< UTC day
    std::optional<Timestamp> after;
    std::optional<Timestamp> until;
    ListDirection direction = ListDirection::Descending;
    std::int64_t pageSize = 100; ///< 1..100
    std::string pageToken;       ///< id of the last row received
};

} // namespace strikedesk::trade
