// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/trade/orders/order_record.h"
#include "core/trade/orders/order_request.h"

#include <string>
#include <variant>
#include <vector>

namespace strikedesk::trade {

/// Effects the order core asks for, carried out in order by the orders thread (the last two by others). Each
/// has exactly one answer event unless said otherwise.

/// Makes the records durable in one commit. Answer: LogAppended or LogFailed with the same ticket.
struct AppendRecords {
    std::uint64_t ticket = 0;
    std::vector<OrderRecord> records;
    template <class A>
    void archive(A& a) {
        a.field("ticket", ticket);
        a.field("records", records);
    }
};

/// Sends the one request of a durable intent, unless the kill or lease flag says no. Answer: OrderAnswered.
struct TransmitOrder {
    ClientOrderId clientOrderId;
    bool addsExposure = true; ///< entries; blocked by kill level 2 and up
    std::variant<OrderRequest, ReplaceRequest> request;
    template <class A>
    void archive(A& a) {
        a.field("clientOrderId", clientOrderId);
        a.field("addsExposure", addsExposure);
        a.field("request", request);
    }
};

/// Asks the broker to cancel. Answer: CancelAnswered; the order itself settles by stream or sweep.
struct TransmitCancel {
    ClientOrderId clientOrderId;
    BrokerOrderId brokerOrderId;
    template <class A>
    void archive(A& a) {
        a.field("clientOrderId", clientOrderId);
        a.field("brokerOrderId", brokerOrderId);
    }
};

/// Looks an UNKNOWN order up by our id. Answer: OrderLookedUp.
struct LookUpOrder {
    ClientOrderId clientOrderId;
    template <class A>
    void archive(A& a) {
        a.field("clientOrderId", clientOrderId);
    }
};

/// Reads open orders, orders and activities since `since`, positions and account. Answer: BrokerSwept or
/// SweepFailed.
struct SweepBroker {
    std::uint64_t sweepId = 0;
    Timestamp since;
    template <class A>
    void archive(A& a) {
        a.field("sweepId", sweepId);
        a.field("since", since);
    }
};

/// Sets the flags the orders thread reads just before bytes leave. No answer.
struct PublishKill {
    KillLevel level = KillLevel::None;
    std::uint64_t pressed = 0; ///< the last press that is in it; 0 at a start
    template <class A>
    void archive(A& a) {
        a.field("level", level);
        a.field("pressed", pressed);
    }
};

/// How loud a notice is.
enum class NoticeLevel : std::uint8_t { Info, Warning, Critical };

/// Something a person should read. `code` is stable; `message` is a sentence that says what to do. No answer.
struct Notice {
    NoticeLevel level = NoticeLevel::Info;
    std::string code;
    std::string message;
    ClientOrderId clientOrderId; ///< when it is about one order
    template <class A>
    void archive(A& a) {
        a.field("level", level);
        a.field("code", code);
        a.field("message", message);
        a.field("clientOrderId", clientOrderId);
    }
};

/// Needs newer quotes before it can go on. Answer: QuotesRead (or nothing; asked again by its own timer).
struct ReadQuotes {
    std::vector<Symbol> symbols;
    template <class A>
    void archive(A& a) {
        a.field("symbols", symbols);
    }
};

using TradeCommand = std::variant<AppendRecords, TransmitOrder, TransmitCancel, LookUpOrder, SweepBroker,
                                  PublishKill, Notice, ReadQuotes>;

} // namespace strikedesk::trade
