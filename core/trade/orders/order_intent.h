// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ids.h"
#include "core/base/money.h"
#include "core/base/symbol.h"
#include "core/base/timestamp.h"
#include "core/trade/orders/order_request.h"
#include "core/trade/orders/terms.h"

#include <optional>
#include <string>

namespace strikedesk::trade {

/// What an order is for within its trade.
enum class OrderRole : std::uint8_t {
    Entry,      ///< opens the position
    TakeProfit, ///< rests at the target price
    Exit,       ///< closes now: stop, hand, time or kill
};

/// Who asked for an order.
enum class OrderOrigin : std::uint8_t {
    Person,  ///< a ticket, a button, a command line
    Plan,    ///< the exit plan of a trade
    Machine, ///< a strategy or signal (needs ARMED)
};

/// Why a position was or is being closed; stored with the trade.
enum class ExitReason : std::uint8_t {
    None,
    ProfitTarget,
    StopLoss,
    TimeExit,
    Manual,
    KillSwitch,
    Broker, ///< closed at the broker by other means (expiry, assignment, another program)
};

std::string_view toText(ExitReason reason);
/// Whether somebody decided to leave the trade, as against a target or the broker having closed it.
bool wasLeft(ExitReason reason);
std::string_view toText(OrderRole role);

/// How a take-profit is given. The target is worked out from the first fill's price and rounded to the tick
/// in the trader's favour.
struct TakeProfit {
    /// What the number means.
    enum class Kind : std::uint8_t {
        AtPrice,    ///< `price` is the target
        PlusAmount, ///< `price` is added to the entry price
        PlusPercent ///< `percentUnits` / 100 % of the entry price is added
    };
    Kind kind = Kind::AtPrice;
    Price price;
    std::int64_t percentUnits = 0; ///< 1 = 0.01 %

    template <class A>
    void archive(A& a) {
        a.field("kind", kind);
        a.field("price", price);
        a.field("percentUnits", percentUnits);
    }
};

/// The exits attached to an entry. Both optional; `stop` is watched here and not at the broker.
struct ExitPlan {
    std::optional<TakeProfit> takeProfit;
    std::optional<Price> stop; ///< long: leave when mid ≤ stop; short: when mid ≥ stop

    template <class A>
    void archive(A& a) {
        a.field("takeProfit", takeProfit);
        a.field("stop", stop);
    }
};

/// One decision to have one order at the broker: a new order, or the replacement of a working one (which is a
/// new order there too). Durable before anything leaves; at most one broker order ever exists for it.
/// Immutable.
struct OrderIntent {
    IntentId id;
    ClientOrderId clientOrderId;
    IntentId tradeId; ///< the entry's intent id; groups entry and exits
    OrderRole role = OrderRole::Entry;
    OrderOrigin origin = OrderOrigin::Person;
    Symbol symbol;
    PositionIntent intent = PositionIntent::BuyToOpen;
    Quantity quantity; ///< whole contracts, > 0
    OrderType type = OrderType::Limit;
    TimeInForce timeInForce = TimeInForce::Day;
    std::optional<Price> limitPrice;
    std::int64_t multiplier = 100;
    ExitPlan plan;                        ///< entries only
    ExitReason reason = ExitReason::None; ///< exits only
    ClientOrderId replaces;               ///< set: a PATCH of that order of ours
    BrokerOrderId replacesBrokerId;
    std::optional<Duration> fillWait; ///< market time after which an unfilled entry is cancelled
    Timestamp createdAt;

    bool isReplace() const { return !replaces.isEmpty(); }
    bool isEntry() const { return role == OrderRole::Entry; }

    template <class A>
    void archive(A& a) {
        a.field("id", id);
        a.field("clientOrderId", clientOrderId);
        a.field("tradeId", tradeId);
        a.field("role", role);
        a.field("origin", origin);
        a.field("symbol", symbol);
        a.field("intent", intent);
        a.field("quantity", quantity);
        a.field("type", type);
        a.field("timeInForce", timeInForce);
        a.field("limitPrice", limitPrice);
        a.field("multiplier", multiplier);
        a.field("plan", plan);
        a.field("reason", reason);
        a.field("replaces", replaces);
        a.field("replacesBrokerId", replacesBrokerId);
        a.field("fillWait", fillWait);
        a.field("createdAt", createdAt);
    }
};

/// The request a submit intent sends.
OrderRequest toRequest(const OrderIntent& intent);
/// The request a replace intent sends.
ReplaceRequest toReplaceRequest(const OrderIntent& intent);

} // namespace strikedesk::trade
