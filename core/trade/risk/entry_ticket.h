// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/trade/orders/order_intent.h"

namespace strikedesk::trade {

/// What a person (or a strategy) asks for: open this position, with these exits. The client order id of a
/// manual ticket is minted when the ticket opens, so that pressing twice cannot buy twice.
struct EntryTicket {
    IntentId intentId;
    Symbol symbol;
    PositionIntent intent = PositionIntent::BuyToOpen;
    Quantity quantity;
    Price limitPrice;
    TimeInForce timeInForce = TimeInForce::Day;
    ExitPlan plan;
    OrderOrigin origin = OrderOrigin::Person;
    std::optional<Duration> fillWait;
    std::int64_t multiplier = 100;

    template <class A>
    void archive(A& a) {
        a.field("intentId", intentId);
        a.field("symbol", symbol);
        a.field("intent", intent);
        a.field("quantity", quantity);
        a.field("limitPrice", limitPrice);
        a.field("timeInForce", timeInForce);
        a.field("plan", plan);
        a.field("origin", origin);
        a.field("fillWait", fillWait);
        a.field("multiplier", multiplier);
    }
};

} // namespace strikedesk::trade
