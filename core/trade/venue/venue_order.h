// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/trade/orders/broker_order.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace strikedesk::trade {

/// What an order is to the others of its bracket, oco or oto (protocol facts, section 5).
enum class FamilyRole : std::uint8_t { None, Entry, TakeProfit, StopLoss };

/// How far a trailing stop stays behind the market: dollars or percent, one of the two.
struct TrailTerms {
    std::optional<Price> price;
    std::optional<Price> percent;

    bool isSet() const { return price.has_value() || percent.has_value(); }
    template <class A>
    void archive(A& a) {
        a.field("price", price);
        a.field("percent", percent);
    }
};

/// An order as the venue keeps it: what the broker shows, and what only the venue knows. Legs of a multi-leg
/// order are orders of their own, named by the parent; `order.legs` is filled in when it is read.
struct VenueOrder {
    BrokerOrder order;
    Timestamp expiresAt; ///< end of a day order, or of the contract
    Timestamp cancelRequestedAt;
    std::optional<Money> notional; ///< equities by amount
    Money commission;
    std::int64_t ratio = 1;      ///< legs: contracts per unit of the parent
    std::int64_t multiplier = 1; ///< of the contract
    BrokerOrderId parent;        ///< legs

    Money filledValue;                            ///< Σ price × quantity without the multiplier, exact
    Timestamp activeAt;                           ///< pending_new ends
    Timestamp eligibleAt;                         ///< may fill from here on
    Timestamp cancelAt;                           ///< pending_cancel ends
    Timestamp replaceAt;                          ///< pending_replace ends
    Quantity filledAtRequest;                     ///< of the old order when its replacement was asked for
    std::optional<Quantity> replaceQuantity;      ///< asked for by the replacement
    BrokerOrderId replacement;                    ///< pending, not applied yet
    OrderStatus beforePending = OrderStatus::New; ///< what pending_cancel and pending_replace return to
    bool isQueued = false;                        ///< waits for the open
    bool isTriggered = false;                     ///< stop reached
    bool isResting = false; ///< once seen not marketable: fills at its limit from then on
    bool hadChancePartial = false;
    std::vector<BrokerOrderId> legs;
    FamilyRole role = FamilyRole::None;
    BrokerOrderId family;                ///< the order that came with the exits; itself for that one
    std::vector<BrokerOrderId> children; ///< of that one: its exits, orders of their own
    TrailTerms trail;
    std::optional<Price> highWater; ///< best price since a trailing stop reached the market

    Quantity remaining() const { return order.quantity.value_or(Quantity()) - order.filledQuantity; }

    template <class A>
    void archive(A& a) {
        a.field("order", order);
        a.field("expiresAt", expiresAt);
        a.field("cancelRequestedAt", cancelRequestedAt);
        a.field("notional", notional);
        a.field("commission", commission);
        a.field("ratio", ratio);
        a.field("multiplier", multiplier);
        a.field("parent", parent);
        a.field("filledValue", filledValue);
        a.field("activeAt", activeAt);
        a.field("eligibleAt", eligibleAt);
        a.field("cancelAt", cancelAt);
        a.field("replaceAt", replaceAt);
        a.field("filledAtRequest", filledAtRequest);
        a.field("replaceQuantity", replaceQuantity);
        a.field("replacement", replacement);
        a.field("beforePending", beforePending);
        a.field("isQueued", isQueued);
        a.field("isTriggered", isTriggered);
        a.field("isResting", isResting);
        a.field("hadChancePartial", hadChancePartial);
        a.field("legs", legs);
        a.field("role", role);
        a.field("family", family);
        a.field("children", children);
        a.field("trail", trail);
        a.field("highWater", highWater);
    }
};

} // namespace strikedesk::trade
