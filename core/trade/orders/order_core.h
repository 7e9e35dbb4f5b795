// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/trade/orders/broker.h"
#include "core/trade/orders/broker_memory.h"
#include "core/trade/orders/broker_sweep.h"
#include "core/trade/orders/core_parts.h"
#include "core/trade/orders/order_command.h"
#include "core/trade/orders/trade_book.h"
#include "core/trade/orders/trade_context.h"
#include "core/trade/risk/entry_gate.h"

#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace strikedesk::trade {

/// The order path as a pure state machine: people's tickets and the broker's words in, records and commands
/// out. Every change goes through a record, records of one step become one durable commit, and an intent's
/// request leaves only after its commit is acknowledged. Call takeCommands() after each input. Engine thread.
class OrderCore {
public:
    /// Asks for a new position. Refused tickets change nothing. A stale quote is read first and the ticket
    /// tried again; the answer then comes as a Notice.
    std::optional<Refusal> submitEntry(const EntryTicket& ticket, const TradeContext& context);
    /// Cancels one of our orders; cancelling a take-profit takes it off the plan, cancelling an exit calls
    /// the exit off (and the stop that began it).
    std::optional<Refusal> cancelOrder(const ClientOrderId& id, const TradeContext& context);
    /// Closes what is held of a trade and withdraws its other orders.
    std::optional<Refusal> closeTrade(const IntentId& id, ExitReason reason, const TradeContext& context);
    std::optional<Refusal> changePlan(const IntentId& id, const ExitPlan& plan, const TradeContext& context,
                                      bool mayFillAtOnce = false);
    /// Raises the kill switch, or releases it (None). A weaker level than the one in force changes nothing.
    void setKill(KillLevel asked, const std::string& by, const TradeContext& context,
                 std::uint64_t pressed = 0);

    void onLogAppended(std::uint64_t ticket, const TradeContext& context);
    void onLogFailed(std::uint64_t ticket, const std::string& message, const TradeContext& context);
    void onAnswer(const ClientOrderId& id, const WriteOutcome& outcome, const TradeContext& context);
    void onCancelAnswer(const ClientOrderId& id, const WriteOutcome& outcome, const TradeContext& context);
    /// `found` unset and `definite`: the broker has no such order. Not definite: the look-up failed.
    void onLookUp(const ClientOrderId& id, const std::optional<BrokerOrder>& found, bool definite,
                  const TradeContext& context);
    void onUpdate(const OrderUpdate& update, const TradeContext& context);
    void onSweep(const BrokerSweep& sweep, const TradeContext& context);
    void onQuote(const Symbol& symbol, const TradeContext& context);
    void onQuotesRead(const TradeContext& context);
    void onTime(const TradeContext& context);
    /// Orders may leave again (READY reached): exits that waited go on.
    void onReady(const TradeContext& context) { driveAll(context); }

    /// Tickets that wait for a quote are not sent any more, and said.
    void dropWaiting(const TradeContext& context);

    /// Folds one record of the log at a start; no commands come of it.
    void restoreRecord(const OrderRecord& record) { m_book.apply(record); }
    /// After the last record: orders without a known outcome become UNKNOWN and are looked for.
    void finishRestore(const TradeContext& context);

    /// The commands of the inputs since the last call: first the commit, then the rest in order.
    std::vector<TradeCommand> takeCommands();
    /// When onTime() has something to do next.
    std::optional<MonoTime> nextDue(Moment now) const;

    const TradeBook& book() const { return m_book; }
    const GateMemory& memory() const { return m_memory; }
    /// Positions and orders at the broker that are not ours.
    const std::map<Symbol, BrokerPosition>& externalPositions() const { return m_externalPositions; }
    const std::map<BrokerOrderId, BrokerOrder>& foreignOrders() const { return m_foreignOrders; }
    /// True when all that was decided so far is durable; only then may order state be shown.
    bool isDurable() const { return m_unacknowledged.empty() && m_batch.empty() && !m_lostFacts; }
    bool logFailed() const { return m_logFailed; }
    /// True while something may change at the broker without us hearing of it (sweeps come faster then).
    bool hasInFlight() const;
    /// Whether an order may fill at the broker.
    bool hasResting() const;
    /// Trades that closed since the last call.
    std::vector<TradeSummary> takeFinished();

    template <class A>
    void archive(A& a) {
        a.field("book", m_book);
        a.field("memory", m_memory);
        a.field("nextTicket", m_nextTicket);
        a.field("unacknowledged", m_unacknowledged);
        a.field("waiting", m_waiting);
        a.field("heard", m_heard);
        a.field("externalPositions", m_externalPositions);
        a.field("foreignOrders", m_foreignOrders);
        a.field("reported", m_reported);
        a.field("logFailed", m_logFailed);
        a.field("lostFacts", m_lostFacts);
        a.field("nextStopRead", m_nextStopRead);
    }

private:
    /// Calls `use` with each order that may still change. It may decide, cancel and settle orders meanwhile.
    template <class Use>
    void forEachUnsettled(Use use) {
        const auto& unsettled = m_book.unsettledOrders();
        for (const ClientOrderId& id : std::vector(unsettled.begin(), unsettled.end()))
            use(*m_book.order(id));
    }
    /// The same for trades that are not closed.
    template <class Use>
    void forEachOpenTrade(Use use) {
        const auto& open = m_book.openTrades();
        for (const IntentId& id : std::vector(open.begin(), open.end()))
            use(*m_book.trade(id));
    }
    void record(OrderRecord record);
    AppendRecords commitOf(std::vector<OrderRecord> records);
    void notice(NoticeLevel level, std::string code, std::string message, ClientOrderId id = {});
    void admit(const EntryTicket& ticket, const TradeContext& context);
    void wantCancel(OrderState& order, const std::string& why, const TradeContext& context);
    void driveCancel(OrderState& order, const TradeContext& context);
    void releaseDurable(const ClientOrderId& id, const TradeContext& context);
    void stopBeforeSending(OrderState& order, const std::string& code, const std::string& why,
                           const TradeContext& context);
    bool observe(OrderState& order, const BrokerOrder& seen, const TradeContext& context);
    /// True (and told) when the broker shows a second order under an id of ours; it is not taken.
    bool isTwin(const OrderState& order, const BrokerOrder& seen);
    /// Null when it is not the successor of an order of ours.
    OrderState* adopt(const BrokerOrder& seen, const TradeContext& context);
    /// An order of ours was replaced, and not by us: what took its place is looked for.
    void awaitSuccessor(OrderState& order, const BrokerOrder& seen, const TradeContext& context);
    void followTarget(const OrderState& order);
    void quarantine(const Symbol& symbol, const char* code, std::string sentence, const ClientOrderId& id);
    void takeForeign(const BrokerOrder& seen, const TradeContext& context);
    void cancelForeign(const TradeContext& context);
    void lookUp(OrderState& order);
    void applyFill(const OrderState& order, const Fill& fill, const TradeContext& context);
    Fill fillOf(const OrderState& order, Quantity quantity, Quantity cumulativeAfter, Price price,
                const TradeContext& context) const;
    void startResolving(OrderState& order, const TradeContext& context);
    void driveResolver(OrderState& order, const TradeContext& context);
    static bool isStuck(const OrderState& order, const TradeContext& context);
    void noteStuck(OrderState& order, const TradeContext& context);
    void giveUp(OrderState& order, const TradeContext& context);
    void doubtRefusals(const OrderState& replaced, const TradeContext& context);
    bool losesItsTarget(const OrderState& order) const;
    void inferMissingFill(OrderState& order, const BrokerOrder& seen, const TradeContext& context);
    void reconcileActivities(const BrokerSweep& sweep, const TradeContext& context);
    void takeExecution(const BrokerActivity& activity, const TradeContext& context);
    void takeFee(const BrokerActivity& activity, const TradeContext& context);
    void takeRemoval(const BrokerActivity& activity, const TradeContext& context);
    /// True while the books of a symbol cannot be compared with a sweep: something filled meanwhile.
    bool changedSince(const Symbol& symbol, const BrokerSweep& sweep) const;
    /// What the broker shows of a position that we cannot close: gone, or held by orders of others.
    void noteNotOurs(const PositionState& ours, const Symbol& symbol, const BrokerPosition* theirs,
                     const BrokerSweep& sweep);
    void compare(const Symbol& symbol, Quantity ours, Quantity held, const BrokerSweep& sweep);
    void reconcilePositions(const BrokerSweep& sweep, const TradeContext& context);

    void driveAll(const TradeContext& context);
    void driveTrade(TradeState& trade, const TradeContext& context);
    void driveTakeProfit(TradeState& trade, const TradeContext& context);
    bool ownsAllOfIt(const TradeState& trade) const;
    void driveExit(TradeState& trade, const TradeContext& context);
    void repriceExit(TradeState& trade, OrderState& order, const TradeContext& context);
    void placeExit(TradeState& trade, Quantity uncovered, const TradeContext& context);
    /// Says once a trade that its quotes are late.
    void sayLate(TradeState& trade, NoticeLevel level, const char* code, std::string message);
    void watchStop(TradeState& trade, const TradeContext& context);
    void noteBlindStop(TradeState& trade, const TradeContext& context);
    /// Asks for the quotes that watched stops rest on and no stream brings.
    void readStopQuotes(const TradeContext& context);
    Quantity closable(const TradeState& trade, Quantity uncovered) const;
    void sayExitHeld(TradeState& trade, const char* code, std::string sentence, const TradeContext& context);
    void onExitRefused(TradeState& trade, const std::string& why, const TradeContext& context);
    void beginExit(TradeState& trade, ExitReason reason, const TradeContext& context);
    std::optional<Price> exitReference(TradeState& trade, const TradeContext& context);
    bool exitsAllowed(const TradeState& trade, const TradeContext& context) const;
    void decideClosing(TradeState& trade, OrderRole role, Quantity quantity, Price limit,
                       const OrderState* replaced, const TradeContext& context);
    void reportFinished(const TradeState& trade);

    TradeBook m_book;
    GateMemory m_memory;
    std::uint64_t m_nextTicket = 1;
    std::vector<OrderRecord> m_batch;
    std::vector<TradeCommand> m_effects;
    std::map<std::uint64_t, PendingCommit> m_unacknowledged; ///< by ticket
    bool m_lostFacts = false; ///< a commit of what happened failed: memory knows more than the disk
    std::vector<WaitingTicket> m_waiting;
    BrokerMemory m_heard;
    std::map<Symbol, BrokerPosition> m_externalPositions;
    std::map<BrokerOrderId, BrokerOrder> m_foreignOrders;
    std::set<IntentId> m_reported;
    std::vector<TradeSummary> m_finished;
    bool m_logFailed = false;
    MonoTime m_nextStopRead;
};

} // namespace strikedesk::trade
