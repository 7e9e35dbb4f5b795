// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/money.h"
#include "core/base/symbol.h"
#include "core/base/timestamp.h"
#include "core/trade/orders/terms.h"

#include <cstdint>
#include <optional>
#include <string>

namespace strikedesk::trade {

/// The broker's account. Only `id` and `status` are guaranteed by the broker; absent figures are nullopt.
struct BrokerAccount {
    std::string id;
    AccountId number;
    std::string status; ///< "ACTIVE" or the broker's other words
    std::optional<Money> cash;
    std::optional<Money> equity;
    std::optional<Money> lastEquity; ///< previous trading day at 16:00 ET
    std::optional<Money> buyingPower;
    std::optional<Money> optionsBuyingPower;
    std::optional<std::int64_t> optionsTradingLevel; ///< 0 off, 1 covered, 2 long options, 3 multi-leg
    bool tradingBlocked = false;
    bool accountBlocked = false;
    bool tradeSuspendedByUser = false;

    template <class A>
    void archive(A& a) {
        a.field("id", id);
        a.field("number", number);
        a.field("status", status);
        a.field("cash", cash);
        a.field("equity", equity);
        a.field("lastEquity", lastEquity);
        a.field("buyingPower", buyingPower);
        a.field("optionsBuyingPower", optionsBuyingPower);
        a.field("optionsTradingLevel", optionsTradingLevel);
        a.field("tradingBlocked", tradingBlocked);
        a.field("accountBlocked", accountBlocked);
        a.field("tradeSuspendedByUser", tradeSuspendedByUser);
    }
};

/// One position at the broker; `quantity` is negative for a short.
struct BrokerPosition {
    Symbol symbol;
    AssetClass assetClass = AssetClass::Other;
    Quantity quantity;
    std::optional<Quantity> available; ///< minus open closing orders
    std::optional<Price> averageEntryPrice;
    std::optional<Price> currentPrice;
    std::optional<Money> marketValue;
    std::optional<Money> costBasis;
    std::optional<Money> unrealised;

    template <class A>
    void archive(A& a) {
        a.field("symbol", symbol);
        a.field("assetClass", assetClass);
        a.field("quantity", quantity);
        a.field("available", available);
        a.field("averageEntryPrice", averageEntryPrice);
        a.field("currentPrice", currentPrice);
        a.field("marketValue", marketValue);
        a.field("costBasis", costBasis);
        a.field("unrealised", unrealised);
    }
};

/// One account activity: a fill (type "FILL") or another booking. `id` orders and pages them.
struct BrokerActivity {
    std::string id;
    std::string type;    ///< the broker's word: FILL, OPEXP, OPASN, DIV, FEE …
    std::string subType; ///< fill or partial_fill for FILL
    Timestamp at;
    Symbol symbol; ///< empty when the booking has none
    std::optional<Side> side;
    std::optional<Quantity> quantity;
    std::optional<Price> price;
    std::optional<Quantity> cumulativeQuantity;
    std::optional<Quantity> leavesQuantity;
    BrokerOrderId orderId;
    std::optional<Money> netAmount;
    std::string description;

    template <class A>
    void archive(A& a) {
        a.field("id", id);
        a.field("type", type);
        a.field("subType", subType);
        a.field("at", at);
        a.field("symbol", symbol);
        a.field("side", side);
        a.field("quantity", quantity);
        a.field("price", price);
        a.field("cumulativeQuantity", cumulativeQuantity);
        a.field("leavesQuantity", leavesQuantity);
        a.field("orderId", orderId);
        a.field("netAmount", netAmount);
        a.field("description", description);
    }
};

/// The venue's clock reading (GET /v2/clock).
struct BrokerClock {
    Timestamp now;
    bool isOpen = false;
    Timestamp nextOpen;
    Timestamp nextClose;

    template <class A>
    void archive(A& a) {
        a.field("now", now);
        a.field("isOpen", isOpen);
        a.field("nextOpen", nextOpen);
        a.field("nextClose", nextClose);
    }
};

} // namespace strikedesk::trade
