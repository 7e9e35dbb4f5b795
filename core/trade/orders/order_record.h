// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/trade/ledger/day_totals.h"
#include "core/trade/ledger/fill.h"
#include "core/trade/orders/broker.h"
#include "core/trade/orders/exit_record.h"
#include "core/trade/orders/order_intent.h"
#include "core/trade/risk/kill.h"

#include <string>
#include <string_view>
#include <variant>

namespace strikedesk::trade {

/// Facts of the order log, in the order they became true. Folding them from the first to the last gives the
/// order state; nothing else is read at a start. New fields get defaults; names and meanings never change.

/// An intent exists; its order may leave once this is durable.
struct IntentRecorded {
    static constexpr std::string_view kKind = "intent";
    OrderIntent intent;
    template <class A>
    void archive(A& a) {
        a.field("intent", intent);
    }
};

/// What the one request of an intent came to. Absent after a crash: UNKNOWN.
struct OutcomeRecorded {
    static constexpr std::string_view kKind = "outcome";
    ClientOrderId clientOrderId;
    WriteVerdict verdict = WriteVerdict::Unknown;
    BrokerOrderId brokerOrderId;
    std::int32_t httpStatus = 0;
    std::int64_t brokerCode = 0;
    std::string message;
    template <class A>
    void archive(A& a) {
        a.field("clientOrderId", clientOrderId);
        a.field("verdict", verdict);
        a.field("brokerOrderId", brokerOrderId);
        a.field("httpStatus", httpStatus);
        a.field("brokerCode", brokerCode);
        a.field("message", message);
    }
};

/// The broker showed one of our orders in a state new to us.
struct OrderObserved {
    static constexpr std::string_view kKind = "observed";
    ClientOrderId clientOrderId;
    BrokerOrderId brokerOrderId;
    OrderStatus status = OrderStatus::Unrecognised;
    std::string statusWord;
    Quantity quantity;
    Quantity filled; ///< as the broker counts it; its fills may not have come yet
    Timestamp at;
    template <class A>
    void archive(A& a) {
        a.field("clientOrderId", clientOrderId);
        a.field("brokerOrderId", brokerOrderId);
        a.field("status", status);
        a.field("statusWord", statusWord);
        a.field("quantity", quantity);
        a.field("filled", filled);
        a.field("at", at);
    }
};

/// An execution, once each.
struct FillRecorded {
    static constexpr std::string_view kKind = "fill";
    Fill fill;
    template <class A>
    void archive(A& a) {
        a.field("fill", fill);
    }
};

/// We decided to cancel an order.
struct CancelRecorded {
    static constexpr std::string_view kKind = "cancel";
    ClientOrderId clientOrderId;
    std::string why;
    template <class A>
    void archive(A& a) {
        a.field("clientOrderId", clientOrderId);
        a.field("why", why);
    }
};

/// An UNKNOWN order was looked for until the horizon and never seen. Still watched by the sweeps.
struct UnseenRecorded {
    static constexpr std::string_view kKind = "expired_unseen";
    ClientOrderId clientOrderId;
    template <class A>
    void archive(A& a) {
        a.field("clientOrderId", clientOrderId);
    }
};

/// An order at the broker that replaced one of ours by another hand than ours (the broker's page, a corporate
/// action). It is ours from now on; nothing is sent for it.
struct OrderAdopted {
    static constexpr std::string_view kKind = "adopted";
    OrderIntent intent;
    BrokerOrderId brokerOrderId;
    template <class A>
    void archive(A& a) {
        a.field("intent", intent);
        a.field("brokerOrderId", brokerOrderId);
    }
};

/// The broker booked a fee that belongs to no execution of ours as such.
struct FeeBooked {
    static constexpr std::string_view kKind = "fee";
    std::string activityId;
    AccountFee fee;
    template <class A>
    void archive(A& a) {
        a.field("activityId", activityId);
        a.field("fee", fee);
    }
};

/// New entries in an instrument were stopped because the books contradict each other, or allowed again.
struct QuarantineChanged {
    static constexpr std::string_view kKind = "quarantine";
    Symbol symbol;
    bool isSet = true;
    std::string why; ///< stable code of the cause
    template <class A>
    void archive(A& a) {
        a.field("symbol", symbol);
        a.field("isSet", isSet);
        a.field("why", why);
    }
};

/// The kill switch moved. Survives a restart.
struct KillRecorded {
    static constexpr std::string_view kKind = "kill";
    KillLevel level = KillLevel::None;
    std::string by;
    template <class A>
    void archive(A& a) {
        a.field("level", level);
        a.field("by", by);
    }
};

using OrderRecord = std::variant<IntentRecorded, OutcomeRecorded, OrderObserved, FillRecorded, CancelRecorded,
                                 UnseenRecorded, ExitStarted, PlanChanged, KillRecorded, ExitStopped,
                                 ExitReferenced, OrderAdopted, QuarantineChanged, FeeBooked>;

/// The record's kind word, as stored.
std::string_view kindOf(const OrderRecord& record);

} // namespace strikedesk::trade
