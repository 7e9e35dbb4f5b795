// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/alpaca/alpaca_rest.h"
#include "core/io/venues/alpaca/codec/account_codec.h"
#include "core/io/venues/alpaca/codec/contract_codec.h"
#include "core/io/venues/alpaca/codec/order_codec.h"
#include "core/trade/orders/broker.h"

#include <functional>
#include <vector>

namespace strikedesk::alpaca {

/// Which write is about to leave.
enum class OrderWrite : std::uint8_t { Submit, Replace, Cancel, CancelAll };

/// What the owner decides at the last moment. `symbol` and `intent` are of the request (empty for cancels).
struct WritePermission {
    OrderWrite write = OrderWrite::Submit;
    trade::PositionIntent intent = trade::PositionIntent::Unspecified;
    Symbol symbol;
    ClientOrderId clientOrderId;
    BrokerOrderId orderId;
};

/// Orders, positions and account at Alpaca over REST. A write is Rejected only on 400, 401, 403, 404 on an id
/// we named, or 422, each with a body that could be read; NotSent when it provably never left; everything
/// else is Unknown. One thread: the owner's.
class AlpacaBroker final : public trade::Broker {
public:
    /// `rest` (trading host) outlives the broker.
    explicit AlpacaBroker(AlpacaRest& rest);

    /// Asked right before the bytes of a write go (kill and lease live with the owner). Unset: allowed.
    std::function<bool(const WritePermission&)> mayWrite;
    /// Told the labelled points of each write, for crash tests and timing.
    std::function<void(const WritePermission&, net::WriteStage)> reached;

    void submitOrder(const trade::OrderRequest& request,
                     std::function<void(trade::WriteOutcome)> answered) override;
    void replaceOrder(const trade::ReplaceRequest& request,
                      std::function<void(trade::WriteOutcome)> answered) override;
    void cancelOrder(const BrokerOrderId& id, std::function<void(trade::WriteOutcome)> answered) override;
    void orderByClientId(const ClientOrderId& id,
                         std::function<void(Result<trade::BrokerOrder>)> answered) override;
    void orderById(const BrokerOrderId& id,
                   std::function<void(Result<trade::BrokerOrder>)> answered) override;
    void openOrders(std::function<void(Result<std::vector<trade::BrokerOrder>>)> answered) override;
    void ordersAfter(Timestamp after,
                     std::function<void(Result<std::vector<trade::BrokerOrder>>)> answered) override;
    void positions(std::function<void(Result<std::vector<trade::BrokerPosition>>)> answered) override;
    void account(std::function<void(Result<trade::BrokerAccount>)> answered) override;
    void activitiesAfter(Timestamp after,
                         std::function<void(Result<std::vector<trade::BrokerActivity>>)> answered) override;
    void clock(std::function<void(Result<trade::BrokerClock>)> answered) override;

    /// DELETE /v2/orders: one answer per order; a request, not a result.
    void cancelAllOrders(std::function<void(Result<std::vector<MultiStatusRow>>)> answered);
    /// Trading sessions from `first` to `last`.
    void calendar(Date first, Date last, std::function<void(Result<std::vector<CalendarDay>>)> answered);
    /// One asset by symbol; NotFound when the broker has none.
    void asset(const Symbol& symbol, std::function<void(Result<Asset>)> answered);
    void accountConfiguration(std::function<void(Result<AccountConfiguration>)> answered);

private:
    void write(net::Lane lane, net::HttpVerb verb, const std::string& path, std::string body,
               WritePermission permission, std::function<void(trade::WriteOutcome)> answered);
    net::WriteHooks hooksFor(const WritePermission& permission) const;

    AlpacaRest& m_rest;
};

/// The verdict over one write's end; pure, for tests. `namesOrder`: the path held an id of the broker's.
trade::WriteOutcome verdictOf(const net::HttpOutcome& outcome, bool namesOrder);

} // namespace strikedesk::alpaca
