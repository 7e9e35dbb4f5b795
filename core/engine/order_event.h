// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trade/orders/broker.h"
#include "core/trade/orders/order_core.h"

#include <optional>
#include <string>
#include <variant>

namespace strikedesk::engine {

/// The commit with this ticket is durable.
struct LogAppended {
    std::uint64_t ticket = 0;
    template <class A>
    void archive(A& a) {
        a.field("ticket", ticket);
    }
};
/// The commit with this ticket failed; nothing of it is durable.
struct LogFailed {
    std::uint64_t ticket = 0;
    std::string message;
    template <class A>
    void archive(A& a) {
        a.field("ticket", ticket);
        a.field("message", message);
    }
};
/// What became of an order's one request.
struct OrderAnswered {
    ClientOrderId clientOrderId;
    trade::WriteOutcome outcome;
    template <class A>
    void archive(A& a) {
        a.field("clientOrderId", clientOrderId);
        a.field("outcome", outcome);
    }
};
/// What became of a cancel request.
struct CancelAnswered {
    ClientOrderId clientOrderId;
    trade::WriteOutcome outcome;
    template <class A>
    void archive(A& a) {
        a.field("clientOrderId", clientOrderId);
        a.field("outcome", outcome);
    }
};
/// What a look-up by our id found. Neither found nor definite: the look-up itself failed.
struct OrderLookedUp {
    ClientOrderId clientOrderId;
    std::optional<trade::BrokerOrder> found;
    bool definite = false;
    template <class A>
    void archive(A& a) {
        a.field("clientOrderId", clientOrderId);
        a.field("found", found);
        a.field("definite", definite);
    }
};
/// A message of trade_updates.
struct OrderUpdateReceived {
    trade::OrderUpdate update;
    template <class A>
    void archive(A& a) {
        a.field("update", update);
    }
};
/// The broker's books were read.
struct BrokerSwept {
    trade::BrokerSweep sweep;
    template <class A>
    void archive(A& a) {
        a.field("sweep", sweep);
    }
};
/// The broker's books could not be read.
struct SweepFailed {
    std::uint64_t sweepId = 0;
    bool unauthorised = false;
    std::string message;
    template <class A>
    void archive(A& a) {
        a.field("sweepId", sweepId);
        a.field("unauthorised", unauthorised);
        a.field("message", message);
    }
};
using OrderEvent = std::variant<LogAppended, LogFailed, OrderAnswered, CancelAnswered, OrderLookedUp,
                                OrderUpdateReceived, BrokerSwept, SweepFailed>;

} // namespace strikedesk::engine
