// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/trade/orders/order_intent.h"

#include <optional>
#include <string>

namespace strikedesk::trade {

/// Where one of our orders stands on our side of the wire.
enum class OrderPhase : std::uint8_t {
    Recording, ///< decided, not durable yet
    Sending,   ///< durable, its one request may have left
    Unknown,   ///< the request's effect is not known; being looked up, counted at full exposure
    Working,   ///< at the broker, not finished
    Ended,     ///< finished, see OrderEnd; a late fill may still change quantity
};

/// How an order ended.
enum class OrderEnd : std::uint8_t {
    None,
    Filled,
    Canceled,
    Expired,
    Replaced,
    Rejected,
    NotSent, ///< stopped on our side; the broker never saw it
    Unseen,  ///< looked for until the horizon and never found
};

std::string_view toText(OrderPhase phase);
std::string_view toText(OrderEnd end);

/// One order of ours: the intent and what is known of it. Owned by the order core; engine thread only.
struct OrderState {
    OrderIntent intent;
    OrderPhase phase = OrderPhase::Recording;
    OrderEnd end = OrderEnd::None;
    BrokerOrderId brokerId;
    OrderStatus status = OrderStatus::Unrecognised;
    Quantity quantity; ///< at the broker; the intent's until seen
    Quantity filled;   ///< Σ of the fills known
    Quantity
        reported; ///< filled quantity as the broker counts it; more than `filled` while a fill is missing
    std::string message; ///< the broker's words on a refusal

    bool replaceRefused = false; ///< a PATCH of it came to nothing; it is added to or cancelled instead
    bool cancelWanted = false;
    bool cancelInFlight = false;
    MonoTime cancelAskedAt;
    std::optional<MonoTime> settlingSince; ///< a cancel or change is waited for
    MonoTime nextStuckNotice;
    std::optional<Timestamp> fillWaitUntil; ///< market time

    MonoTime unknownSince; ///< resolver: start of the horizon
    MonoTime nextLookUp;
    std::int32_t lookUps = 0;
    std::int32_t negatives = 0; ///< definite "no such order" answers
    bool lookUpInFlight = false;

    bool isLive() const { return phase != OrderPhase::Ended; }
    /// What may still execute or has executed unseen, at worst.
    Quantity remaining() const { return isLive() ? quantity - filled : missing(); }
    /// What had not executed yet when we last heard and still may.
    Quantity unexecuted() const {
        const Quantity done = reported > filled ? reported : filled;
        return isLive() && quantity > done ? quantity - done : Quantity();
    }
    /// Executed at the broker without the fill having reached us.
    Quantity missing() const { return reported > filled ? reported - filled : Quantity(); }
    /// Nothing more can change: ended and every fill known.
    bool isSettled() const { return !isLive() && missing().isZero(); }
    /// At the broker and open to a PATCH or cancel.
    bool isAtBroker() const { return phase == OrderPhase::Working && !brokerId.isEmpty(); }
    /// At the broker, and about to end or to change.
    bool isSettling() const {
        return isAtBroker() && (cancelWanted || status == OrderStatus::PendingCancel ||
                                status == OrderStatus::PendingReplace);
    }

    template <class A>
    void archive(A& a) {
        a.field("intent", intent);
        a.field("phase", phase);
        a.field("end", end);
        a.field("brokerId", brokerId);
        a.field("status", status);
        a.field("quantity", quantity);
        a.field("filled", filled);
        a.field("reported", reported);
        a.field("message", message);
        a.field("replaceRefused", replaceRefused);
        a.field("cancelWanted", cancelWanted);
        a.field("cancelInFlight", cancelInFlight);
        a.field("cancelAskedAt", cancelAskedAt);
        a.field("settlingSince", settlingSince);
        a.field("nextStuckNotice", nextStuckNotice);
        a.field("fillWaitUntil", fillWaitUntil);
        a.field("unknownSince", unknownSince);
        a.field("nextLookUp", nextLookUp);
        a.field("lookUps", lookUps);
        a.field("negatives", negatives);
        a.field("lookUpInFlight", lookUpInFlight);
    }
};

} // namespace strikedesk::trade
