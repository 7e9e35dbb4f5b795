// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/trade/orders/order_core.h"

#include <string>
#include <vector>

namespace strikedesk::trade {

/// The order core on a bench: a hand-moved clock, a durable log that acknowledges when told, and a broker
/// that says what the test makes it say. 10:00 New York time on a trading day, everything ready, one sane
/// quote.
class OrderCoreBench {
public:
    OrderCoreBench();

    TradeContext context() { return TradeContext{now, quotes, settings, facts, ids}; }
    /// Takes what the core asks for; commits are acknowledged at once unless `holdLog`.
    void pump();
    void advance(Duration by);
    void quote(int bidCents, int askCents, market::Grade grade = market::Grade::RealTime);

    EntryTicket ticket(int contracts = 5, int limitCents = 210);
    /// Submits, and expects the gate to let it through; the id of the order.
    ClientOrderId enter(const EntryTicket& ticket);
    /// An entry accepted and wholly filled at its limit.
    ClientOrderId hold(const EntryTicket& ticket);

    static ClientOrderId clientId(const EntryTicket& ticket);
    static BrokerOrderId brokerId(const ClientOrderId& id) { return BrokerOrderId("B-" + id.text()); }
    BrokerOrder seen(const ClientOrderId& id, OrderStatus status, int filled = 0);

    void accept(const ClientOrderId& id, OrderStatus status = OrderStatus::New);
    void answer(const ClientOrderId& id, WriteVerdict verdict, bool taken = false);
    void update(OrderEventKind kind, const BrokerOrder& order);
    /// An execution of `contracts` that brings the order to `cumulative`.
    void fill(const ClientOrderId& id, int contracts, int cumulative, int cents);
    void cancelled(const ClientOrderId& id, int filled = 0);
    void rejected(const ClientOrderId& id);
    void negativeLookUp(const ClientOrderId& id);
    /// A reading of the broker's books; the position is what the test says.
    BrokerSweep sweep(std::vector<BrokerOrder> orders, int position);
    void take(const BrokerSweep& sweep);

    const TradeState& trade() const { return core.book().trades().begin()->second; }
    const OrderState& order(const ClientOrderId& id) const { return *core.book().order(id); }
    Quantity held() const { return core.book().openQuantity(trade()); }
    Quantity coverage() const { return core.book().closingCoverage(trade()); }
    /// The newest order of the trade.
    ClientOrderId newest() const { return trade().orders.back(); }
    int transmitsOf(const ClientOrderId& id) const;
    bool wasNoticed(const std::string& code) const;
    /// A core that knows only what is durable, as after a crash.
    OrderCore restarted();

    Symbol symbol = Symbol::of("SPY260320C00500000");
    TradeSettings settings;
    GateFacts facts;
    market::QuoteBoard quotes;
    IdSource ids{7};
    Moment now;
    OrderCore core;

    bool holdLog = false;
    std::vector<std::uint64_t> unacknowledged;
    std::vector<OrderRecord> log;
    std::vector<TransmitOrder> transmits;
    std::vector<TransmitCancel> cancels;
    std::vector<LookUpOrder> lookUps;
    std::vector<Notice> notices;
    std::vector<ReadQuotes> reads;
    std::vector<KillLevel> kills;

private:
    void carryOut(const TradeCommand& command);
    int m_tickets = 0;
    int m_sweeps = 0;
};

} // namespace strikedesk::trade
