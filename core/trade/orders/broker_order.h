// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/price.h"
#include "core/base/quantity.h"
#include "core/base/symbol.h"
#include "core/base/timestamp.h"
#include "core/trade/orders/terms.h"

#include <optional>
#include <string>
#include <vector>

namespace strikedesk::trade {

/// An order as the broker reports it (REST order object, `order` of trade_updates). Every member may be
/// absent there; absent ids and times are empty, absent prices are nullopt. Times are UTC.
struct BrokerOrder {
    BrokerOrderId id;
    ClientOrderId clientOrderId;
    Symbol symbol; ///< empty for a multi-leg parent
    std::string assetId;
    AssetClass assetClass = AssetClass::Other;
    std::optional<Quantity> quantity;
    Quantity filledQuantity;
    std::optional<Price> filledAveragePrice; ///< rounded to 4 decimals; money is counted from fills
    OrderClass orderClass = OrderClass::Simple;
    OrderType type = OrderType::Unrecognised;
    std::optional<Side> side;
    PositionIntent intent = PositionIntent::Unspecified;
    TimeInForce timeInForce = TimeInForce::Unrecognised;
    std::optional<Price> limitPrice;
    std::optional<Price> stopPrice;
    OrderStatus status = OrderStatus::Unrecognised;
    std::string statusWord; ///< the broker's own word, kept when it is one we do not know
    bool extendedHours = false;
    Timestamp createdAt;
    Timestamp updatedAt;
    Timestamp submittedAt;
    Timestamp filledAt;
    Timestamp canceledAt;
    Timestamp expiredAt;
    Timestamp failedAt;
    Timestamp replacedAt;
    BrokerOrderId replacedBy;
    BrokerOrderId replaces;
    std::vector<BrokerOrder> legs; ///< never nested further

    template <class A>
    void archive(A& a) {
        a.field("id", id);
        a.field("clientOrderId", clientOrderId);
        a.field("symbol", symbol);
        a.field("assetId", assetId);
        a.field("assetClass", assetClass);
        a.field("quantity", quantity);
        a.field("filledQuantity", filledQuantity);
        a.field("filledAveragePrice", filledAveragePrice);
        a.field("orderClass", orderClass);
        a.field("type", type);
        a.field("side", side);
        a.field("intent", intent);
        a.field("timeInForce", timeInForce);
        a.field("limitPrice", limitPrice);
        a.field("stopPrice", stopPrice);
        a.field("status", status);
        a.field("statusWord", statusWord);
        a.field("extendedHours", extendedHours);
        a.field("createdAt", createdAt);
        a.field("updatedAt", updatedAt);
        a.field("submittedAt", submittedAt);
        a.field("filledAt", filledAt);
        a.field("canceledAt", canceledAt);
        a.field("expiredAt", expiredAt);
        a.field("failedAt", failedAt);
        a.field("replacedAt", replacedAt);
        a.field("replacedBy", replacedBy);
        a.field("replaces", replaces);
        a.field("legs", legs);
    }
};

/// One message of trade_updates. `price` and `quantity` are of this execution only; the order's
/// filledQuantity is cumulative and names the fill (architecture, "Fill identity").
struct OrderUpdate {
    OrderEventKind kind = OrderEventKind::Unrecognised;
    BrokerOrder order;
    ExecutionId executionId;
    std::optional<Price> price;
    std::optional<Quantity> quantity;
    std::optional<Quantity> positionQuantity; ///< signed, after this execution
    Timestamp at;
    bool hasFilledQuantity = true; ///< false: a reduced order object came without filled_qty

    template <class A>
    void archive(A& a) {
        a.field("kind", kind);
        a.field("order", order);
        a.field("executionId", executionId);
        a.field("price", price);
        a.field("quantity", quantity);
        a.field("positionQuantity", positionQuantity);
        a.field("at", at);
        a.field("hasFilledQuantity", hasFilledQuantity);
    }
};

} // namespace strikedesk::trade
