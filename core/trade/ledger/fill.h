// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ids.h"
#include "core/base/money.h"
#include "core/base/symbol.h"
#include "core/base/timestamp.h"
#include "core/trade/orders/terms.h"

namespace strikedesk::trade {

/// One execution of one of our orders. Its identity is (brokerOrderId, cumulativeAfter): the order's filled
/// quantity once this fill is counted. Execution and activity ids are only aliases. Quantities > 0.
struct Fill {
    BrokerOrderId brokerOrderId;
    ClientOrderId clientOrderId;
    IntentId tradeId;
    Symbol symbol;
    Side side = Side::Buy;
    Quantity quantity;
    Quantity cumulativeAfter;
    Price price;
    Money fee; ///< paid; ≥ 0
    std::int64_t multiplier = 100;
    ExecutionId executionId;
    Timestamp at;
    /// The venue took the contracts away: expired, exercised, assigned or settled in cash. No order of ours;
    /// the price may be zero, and the id is that of the activity.
    bool isRemoval = false;
    bool isInferred = false; ///< worked out from an order's totals because the execution itself never came

    template <class A>
    void archive(A& a) {
        a.field("brokerOrderId", brokerOrderId);
        a.field("clientOrderId", clientOrderId);
        a.field("tradeId", tradeId);
        a.field("symbol", symbol);
        a.field("side", side);
        a.field("quantity", quantity);
        a.field("cumulativeAfter", cumulativeAfter);
        a.field("price", price);
        a.field("fee", fee);
        a.field("multiplier", multiplier);
        a.field("executionId", executionId);
        a.field("at", at);
        a.field("isInferred", isInferred);
        a.field("isRemoval", isRemoval);
    }
};

} // namespace strikedesk::trade
