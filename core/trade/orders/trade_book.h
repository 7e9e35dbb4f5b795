// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/trade/exits/trade_state.h"
#include "core/trade/ledger/ledger.h"
#include "core/trade/orders/order_record.h"
#include "core/trade/orders/order_state.h"

#include <map>
#include <set>
#include <vector>

namespace strikedesk::trade {

/// The durable truth about our orders: what folding the order log's records gives. Live and restart use the
/// same apply(), so they cannot differ. Ordered containers only. Engine thread; archived with the engine.
class TradeBook {
public:
    /// Takes one record. Records come from our own decisions or from a log whose chain was verified; one that
    /// names an order we never decided is ignored and counted.
    void apply(const OrderRecord& record);

    /// Null when there is no such order, trade.
    const OrderState* order(const ClientOrderId& id) const;
    OrderState* order(const ClientOrderId& id);
    const OrderState* orderByBrokerId(const BrokerOrderId& id) const;
    OrderState* orderByBrokerId(const BrokerOrderId& id);
    const TradeState* trade(const IntentId& id) const;
    TradeState* trade(const IntentId& id);

    const std::map<ClientOrderId, OrderState>& orders() const { return m_orders; }
    std::map<ClientOrderId, OrderState>& orders() { return m_orders; }
    const std::map<IntentId, TradeState>& trades() const { return m_trades; }
    std::map<IntentId, TradeState>& trades() { return m_trades; }
    const Ledger& ledger() const { return m_ledger; }
    /// Orders that may still change (not settled) and trades that are not closed: all that an event has to
    /// look at, however long the log is. In the order of the maps above.
    const std::set<ClientOrderId>& unsettledOrders() const { return m_unsettled; }
    const std::set<IntentId>& openTrades() const { return m_openTrades; }
    KillLevel kill() const { return m_kill; }
    /// Instruments that may only be closed because our books and the broker's contradict each other.
    const std::set<Symbol>& quarantined() const { return m_quarantined; }
    bool hasIntent(const IntentId& id) const { return m_intents.contains(id); }
    std::uint64_t conflictingFills() const { return m_conflictingFills; }

    /// Contracts of the trade held now; > 0 also for shorts.
    Quantity openQuantity(const TradeState& trade) const;
    /// Undoes an intent whose commit failed, as if it had never been decided. Only before it could leave.
    void forget(const ClientOrderId& id);
    /// The most that live closing orders of the trade may still execute, counting a replacement and its
    /// target once, at the larger of the two.
    Quantity closingCoverage(const TradeState& trade) const;
    /// The live order that replaces this one, if any.
    const OrderState* liveReplacementOf(const ClientOrderId& id) const;
    /// Whether a change that was refused may be what replaced its target.
    bool mayHaveBeenApplied(const OrderState& change) const;
    /// True when an order of the trade may still execute or has a fill we do not know.
    bool hasUnsettledOrders(const TradeState& trade) const;
    /// The target a plan gives a trade, measured from its first fill; nothing without a take-profit, and
    /// before that fill only one at a price.
    std::optional<Price> targetOf(const TradeState& trade, const ExitPlan& plan) const;
    /// What a finished trade came to.
    TradeSummary summary(const TradeState& trade) const;

    template <class A>
    void archive(A& a) {
        a.field("orders", m_orders);
        a.field("byBrokerId", m_byBrokerId);
        a.field("trades", m_trades);
        a.field("intents", m_intents);
        a.field("ledger", m_ledger);
        a.field("kill", m_kill);
        a.field("quarantined", m_quarantined);
        a.field("conflictingFills", m_conflictingFills);
        a.field("strayRecords", m_strayRecords);
        if constexpr (A::kReading)
            indexAll();
    }

private:
    void take(const IntentRecorded& record);
    void take(const OutcomeRecorded& record);
    void take(const OrderObserved& record);
    void take(const FillRecorded& record);
    void take(const CancelRecorded& record);
    void take(const UnseenRecorded& record);
    void take(const OrderAdopted& record);
    void take(const QuarantineChanged& record);
    void take(const FeeBooked& record) { m_ledger.bookFee(record.activityId, record.fee); }
    void take(const ExitStarted& record);
    void take(const ExitStopped& record);
    void take(const ExitReferenced& record);
    void take(const PlanChanged& record);
    void take(const KillRecorded& record);
    void takeRemoval(const Fill& fill);
    void indexAll();
    void indexOrder(const ClientOrderId& id);
    void indexTrade(const IntentId& id);
    void link(OrderState& order, const BrokerOrderId& id);
    void noteRefusal(const OrderState& refused, bool passes);
    void refresh(TradeState& trade);

    std::map<ClientOrderId, OrderState> m_orders;
    std::map<BrokerOrderId, ClientOrderId> m_byBrokerId;
    std::map<IntentId, TradeState> m_trades;
    std::set<IntentId> m_intents;
    std::set<ClientOrderId> m_unsettled; ///< follows from m_orders
    std::set<IntentId> m_openTrades;     ///< follows from m_trades
    Ledger m_ledger;
    KillLevel m_kill = KillLevel::None;
    std::set<Symbol> m_quarantined;
    std::uint64_t m_conflictingFills = 0;
    std::uint64_t m_strayRecords = 0;
};

/// The target of a plan for a fill price: rounded to the contract's tick in the trader's favour (up when
/// long).
std::optional<Price> targetOf(const ExitPlan& plan, Price entryPrice, const Symbol& symbol, bool isLong);
/// Smallest price step of an instrument at a price: the option's tick class, one cent for shares (a hundredth
/// of a cent below one dollar).
Price tickOf(const Symbol& symbol, Price price);

} // namespace strikedesk::trade
