// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/money.h"
#include "core/base/symbol.h"
#include "core/trade/orders/terms.h"

#include <optional>
#include <vector>

namespace strikedesk::trade {

/// One leg of a multi-leg request.
struct OrderLeg {
    Symbol symbol;
    std::int64_t ratio = 1;
    Side side = Side::Buy;
    PositionIntent intent = PositionIntent::Unspecified;

    template <class A>
    void archive(A& a) {
        a.field("symbol", symbol);
        a.field("ratio", ratio);
        a.field("side", side);
        a.field("intent", intent);
    }
};

/// A new order as POST /v2/orders carries it. Everything a client may send is expressible, also what the
/// broker refuses (notional on an option, a bracket): refusing is the venue's part.
struct OrderRequest {
    Symbol symbol; ///< empty for multi-leg
    std::optional<Quantity> quantity;
    std::optional<Money> notional;
    std::optional<Side> side;
    OrderType type = OrderType::Limit;
    TimeInForce timeInForce = TimeInForce::Day;
    std::optional<Price> limitPrice;
    std::optional<Price> stopPrice;
    bool extendedHours = false;
    OrderClass orderClass = OrderClass::Simple;
    PositionIntent intent = PositionIntent::Unspecified;
    ClientOrderId clientOrderId;          ///< empty: the broker makes one
    std::optional<Price> takeProfitLimit; ///< advanced classes, equities only
    std::optional<Price> stopLossStop;
    std::optional<Price> stopLossLimit;
    std::vector<OrderLeg> legs;

    template <class A>
    void archive(A& a) {
        a.field("symbol", symbol);
        a.field("quantity", quantity);
        a.field("notional", notional);
        a.field("side", side);
        a.field("type", type);
        a.field("timeInForce", timeInForce);
        a.field("limitPrice", limitPrice);
        a.field("stopPrice", stopPrice);
        a.field("extendedHours", extendedHours);
        a.field("orderClass", orderClass);
        a.field("intent", intent);
        a.field("clientOrderId", clientOrderId);
        a.field("takeProfitLimit", takeProfitLimit);
        a.field("stopLossStop", stopLossStop);
        a.field("stopLossLimit", stopLossLimit);
        a.field("legs", legs);
    }
};

/// A change of a working order as PATCH /v2/orders/{id} carries it; absent fields stay.
struct ReplaceRequest {
    BrokerOrderId orderId;
    std::optional<Quantity> quantity;
    std::optional<Price> limitPrice;
    std::optional<Price> stopPrice;
    std::optional<TimeInForce> timeInForce;
    ClientOrderId clientOrderId; ///< of the new order; empty: the broker makes one

    template <class A>
    void archive(A& a) {
        a.field("orderId", orderId);
        a.field("quantity", quantity);
        a.field("limitPrice", limitPrice);
        a.field("stopPrice", stopPrice);
        a.field("timeInForce", timeInForce);
        a.field("clientOrderId", clientOrderId);
    }
};

} // namespace strikedesk::trade
