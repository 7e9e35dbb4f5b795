// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/trade/orders/broker_account.h"
#include "core/trade/orders/broker_order.h"
#include "core/trade/orders/order_request.h"

#include <functional>
#include <string>
#include <vector>

namespace strikedesk::trade {

/// What became of one order write (POST, PATCH, DELETE).
enum class WriteVerdict : std::uint8_t {
    Accepted, ///< the broker has it
    Rejected, ///< a definite "no": 400, 401, 403, 404 on a known id, 422 with a body we could read
    Unknown,  ///< anything else; the effect must be looked up, never repeated
    NotSent,  ///< stopped on our side before a byte left (kill, lease, budget)
};

/// Outcome of one order write. `order` is set when the answer carried one. No secrets in `message`.
struct WriteOutcome {
    WriteVerdict verdict = WriteVerdict::Unknown;
    std::optional<BrokerOrder> order;
    std::int32_t httpStatus = 0; ///< 0: no answer
    std::int64_t brokerCode = 0;
    std::string message; ///< the broker's own words, or why nothing left
    /// The broker says this client_order_id is taken already: an earlier request of ours was accepted.
    bool clientOrderIdTaken = false;

    template <class A>
    void archive(A& a) {
        a.field("verdict", verdict);
        a.field("order", order);
        a.field("httpStatus", httpStatus);
        a.field("brokerCode", brokerCode);
        a.field("message", message);
        a.field("clientOrderIdTaken", clientOrderIdTaken);
    }
};

/// The seam to a broker. All calls return at once; the callback comes on the same thread, exactly once, also
/// after a time-out. Writes go out once and are never repeated by an implementation. One thread: the owner's.
class Broker {
public:
    virtual ~Broker() = default;

    virtual void submitOrder(const OrderRequest& request, std::function<void(WriteOutcome)> answered) = 0;
    virtual void replaceOrder(const ReplaceRequest& request, std::function<void(WriteOutcome)> answered) = 0;
    virtual void cancelOrder(const BrokerOrderId& id, std::function<void(WriteOutcome)> answered) = 0;

    /// The order, or NotFound when the broker answered that it has none by that name.
    virtual void orderByClientId(const ClientOrderId& id,
                                 std::function<void(Result<BrokerOrder>)> answered) = 0;
    virtual void orderById(const BrokerOrderId& id, std::function<void(Result<BrokerOrder>)> answered) = 0;
    /// All open orders, every page.
    virtual void openOrders(std::function<void(Result<std::vector<BrokerOrder>>)> answered) = 0;
    /// All orders submitted after `after`, any status, every page, oldest first.
    virtual void ordersAfter(Timestamp after,
                             std::function<void(Result<std::vector<BrokerOrder>>)> answered) = 0;
    virtual void positions(std::function<void(Result<std::vector<BrokerPosition>>)> answered) = 0;
    virtual void account(std::function<void(Result<BrokerAccount>)> answered) = 0;
    /// Activities after `after`, every page, oldest first.
    virtual void activitiesAfter(Timestamp after,
                                 std::function<void(Result<std::vector<BrokerActivity>>)> answered) = 0;
    virtual void clock(std::function<void(Result<BrokerClock>)> answered) = 0;
};

} // namespace strikedesk::trade
