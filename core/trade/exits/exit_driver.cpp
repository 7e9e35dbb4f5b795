// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/option_symbol.h"
#include "core/trade/orders/order_core.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

// The exits of open trades: the take-profit that rests at the broker, the stop watched here, and closing now.
// Rule for all (architecture, "Resting exits"): Σ closing quantity that may still execute ≤ what is held.

namespace strikedesk::trade {

namespace {

constexpr std::int32_t kExitRefusalsAllowed = 3;

/// The most that may be given up from the reference price.
Price collarRoom(Price reference, const TradeSettings& settings) {
    const Price share = Price::fromUnits(
        divideRoundEven(static_cast<__int128>(reference.units()) * settings.exitCollarPercent, 100));
    return std::max(share, settings.exitCollarFloor);
}

/// Worst price the exit may be sent at: on the grid, never below one tick.
Price collarLimit(const TradeState& trade, const TradeSettings& settings) {
    const Price room = collarRoom(trade.exitReference, settings);
    const Price raw = trade.isLong() ? trade.exitReference - room : trade.exitReference + room;
    const Price tick = tickOf(trade.symbol, raw.isPositive() ? raw : Price::fromCents(1));
    return std::max(trade.isLong() ? roundUpToTick(raw, tick) : roundDownToTick(raw, tick), tick);
}

/// The price a close would get now: bid for a long, ask for a short; zero when that side is empty.
Price closingSide(const TradeState& trade, const market::BoardRow* row) {
    if (row == nullptr)
        return Price();
    return trade.isLong() ? row->quote.bid : row->quote.ask;
}

} // namespace

bool OrderCore::exitsAllowed(const TradeState& trade, const TradeContext& context) const {
    if (!context.facts.leaseHeld || context.facts.readiness < Readiness::Ready || m_logFailed)
        return false;
    // K3 suspends automatic exits; a person's close and the flatten of K4 go on.
    const bool byPerson = trade.phase == TradePhase::Exiting &&
                          (trade.reason == ExitReason::Manual || trade.reason == ExitReason::KillSwitch);
    return m_book.kill() < KillLevel::CancelAll || (byPerson && !trade.exitSuspended);
}

void OrderCore::decideClosing(TradeState& trade, OrderRole role, Quantity quantity, Price limit,
                              const OrderState* replaced, const TradeContext& context) {
    OrderIntent intent;
    intent.id = IntentId(context.ids.uuid7(context.now.market));
    intent.clientOrderId =
        ClientOrderId(context.settings.environment + context.settings.accountTail + "-" + intent.id.text());
    intent.tradeId = trade.id;
    intent.role = role;
    intent.origin = trade.reason == ExitReason::Manual ? OrderOrigin::Person : OrderOrigin::Plan;
    intent.symbol = trade.symbol;
    intent.intent = trade.closingIntent();
    intent.quantity = quantity;
    intent.timeInForce =
        role == OrderRole::TakeProfit ? context.settings.restingTimeInForce : TimeInForce::Day;
    intent.limitPrice = limit;
    intent.multiplier = trade.multiplier;
    intent.reason = role == OrderRole::TakeProfit ? ExitReason::ProfitTarget : trade.reason;
    intent.createdAt = context.now.market;
    if (replaced != nullptr) {
        intent.replaces = replaced->intent.clientOrderId;
        intent.replacesBrokerId = replaced->brokerId;
    }
    record(IntentRecorded{std::move(intent)});
}

void OrderCore::driveAll(const TradeContext& context) {
    forEachOpenTrade([&](TradeState& trade) { driveTrade(trade, context); });
}

void OrderCore::driveTrade(TradeState& trade, const TradeContext& context) {
    if (trade.phase == TradePhase::Closed || !exitsAllowed(trade, context))
        return;
    if (trade.phase == TradePhase::Exiting)
        driveExit(trade, context);
    else if (trade.phase == TradePhase::Open && trade.target)
        driveTakeProfit(trade, context);
}

/// A change that names a new total races with fills we have not heard of. The broker refuses it then as more
/// than the position, unless there are contracts of somebody else to sell: with those, an order is added.
bool OrderCore::ownsAllOfIt(const TradeState& trade) const {
    if (m_externalPositions.contains(trade.symbol) || m_memory.quarantined.contains(trade.symbol))
        return false;
    return std::none_of(m_book.trades().begin(), m_book.trades().end(), [&](const auto& entry) {
        const TradeState& other = entry.second;
        return other.symbol == trade.symbol && other.id != trade.id && other.phase != TradePhase::Closed;
    });
}

void OrderCore::driveTakeProfit(TradeState& trade, const TradeContext& context) {
    if (trade.takeProfitRefused || !context.facts.sessionOpen || context.now.mono < trade.nextTakeProfit)
        return;
    const Quantity open = m_book.openQuantity(trade);
    const Quantity covered = m_book.closingCoverage(trade);
    OrderState* resting = nullptr;
    bool withdrawing = false;
    for (const ClientOrderId& id : trade.orders) {
        OrderState* order = m_book.order(id);
        if (order == nullptr || !order->isLive() || order->intent.role != OrderRole::TakeProfit)
            continue;
        withdrawing = withdrawing || order->cancelWanted;
        if (order->isAtBroker() && !order->cancelWanted && m_book.liveReplacementOf(id) == nullptr)
            resting = order;
    }
    // More resting than held (closed elsewhere): withdraw, and place what is right once that is confirmed.
    if (covered > open) {
        if (resting != nullptr && m_book.orderByBrokerId(resting->brokerId) == resting)
            wantCancel(*resting, "more resting than held", context);
        return;
    }
    const Quantity uncovered = open - covered;
    if (!uncovered.isPositive() || withdrawing)
        return;
    const bool replaceable = resting != nullptr && !resting->replaceRefused && resting->filled.isZero() &&
                             resting->reported.isZero() && !refusesReplace(resting->status) &&
                             resting->intent.limitPrice == trade.target && ownsAllOfIt(trade);
    if (replaceable)
        decideClosing(trade, OrderRole::TakeProfit, resting->quantity + uncovered, *trade.target, resting,
                      context);
    else
        decideClosing(trade, OrderRole::TakeProfit, uncovered, *trade.target, nullptr, context);
}

void OrderCore::beginExit(TradeState& trade, ExitReason reason, const TradeContext& context) {
    const market::BoardRow* row = context.quotes.find(trade.symbol);
    Price reference = closingSide(trade, row);
    if (!reference.isPositive() && row != nullptr && row->last)
        reference = *row->last;
    trade.stopConfirmAt.reset();
    trade.lateQuoteSaid = false; // of the exit it is said again
    record(ExitStarted{trade.id, reason, reference, context.now.market});
}

void OrderCore::driveExit(TradeState& trade, const TradeContext& context) {
    std::vector<OrderState*> working;
    bool waits = false;
    const std::vector<ClientOrderId> ids = trade.orders;
    for (const ClientOrderId& id : ids) {
        OrderState* order = m_book.order(id);
        if (order == nullptr || !order->isLive())
            continue;
        if (order->intent.role != OrderRole::Exit) {
            wantCancel(*order, "the trade is being closed", context);
            // A take-profit holds its contracts at the broker until its cancel is confirmed. One whose fate
            // is not known may take a minute to be found: what it does not cover goes at once.
            waits = waits || (!order->intent.isEntry() && order->phase != OrderPhase::Unknown);
        } else if (order->isAtBroker() && !order->cancelWanted && m_book.liveReplacementOf(id) == nullptr) {
            working.push_back(order);
        }
    }
    if (context.now.mono >= trade.nextReprice)
        for (OrderState* order : working)
            repriceExit(trade, *order, context);
    const Quantity open = m_book.openQuantity(trade);
    const Quantity covered = m_book.closingCoverage(trade);
    if (covered < open && !waits)
        placeExit(trade, open - covered, context);
}

void OrderCore::placeExit(TradeState& trade, Quantity uncovered, const TradeContext& context) {
    if (trade.exitRefusals >= kExitRefusalsAllowed) {
        if (!trade.collarReached)
            notice(NoticeLevel::Critical, "exit.refused",
                   "The broker keeps refusing the exit of " + contractName(trade.symbol) +
                       ". Close it at the broker, or change the plan and close again.");
        trade.collarReached = true;
        return;
    }
    if (!context.facts.sessionOpen || context.now.mono < trade.nextPlacement)
        return;
    const Price side = closingSide(trade, context.quotes.find(trade.symbol));
    trade.nextPlacement = trade.nextReprice = context.now.mono + context.settings.exitReprice;
    if (!side.isPositive()) {
        m_effects.push_back(ReadQuotes{{trade.symbol}});
        if (!trade.collarReached)
            notice(NoticeLevel::Critical, "exit.no_bid",
                   "Nobody bids for " + contractName(trade.symbol) +
                       ". The exit goes out as soon as somebody does.");
        trade.collarReached = true;
        return;
    }
    // A person who wants out gets out, by late prices if there are no others.
    if (const market::BoardRow* row = context.quotes.find(trade.symbol);
        row->quote.grade == market::Grade::Delayed)
        sayLate(trade, NoticeLevel::Warning, "exit.late",
                "The exit of " + contractName(trade.symbol) +
                    " is priced by quotes that are 15 minutes late. Watch the order.");
    // The quote may have gone quiet: a newer reading serves the next step, this one does not wait for it.
    const auto age = context.quotes.age(trade.symbol, context.now.market);
    if (!age || *age > context.settings.manualQuoteAge)
        m_effects.push_back(ReadQuotes{{trade.symbol}});
    if (!trade.exitReference.isPositive())
        trade.exitReference = side;
    const Price limit = collarLimit(trade, context.settings);
    const Price tick = tickOf(trade.symbol, side);
    const Price onGrid = trade.isLong() ? roundDownToTick(side, tick) : roundUpToTick(side, tick);
    const Price price = trade.isLong() ? std::max(onGrid, limit) : std::min(onGrid, limit);
    trade.collarReached = false;
    decideClosing(trade, OrderRole::Exit, uncovered, price, nullptr, context);
}

void OrderCore::repriceExit(TradeState& trade, OrderState& order, const TradeContext& context) {
    trade.nextReprice = context.now.mono + context.settings.exitReprice;
    const Price current = order.intent.limitPrice.value_or(Price());
    const Price tick = tickOf(trade.symbol, current);
    const Price worse = trade.isLong() ? current - tick : current + tick;
    const Price side = closingSide(trade, context.quotes.find(trade.symbol));
    const Price limit = collarLimit(trade, context.settings);
    Price next = worse;
    if (side.isPositive())
        next = trade.isLong() ? std::min(worse, roundDownToTick(side, tick))
                              : std::max(worse, roundUpToTick(side, tick));
    // The step of the new price decides: it is finer below 3.00 than above.
    const Price grid = tickOf(trade.symbol, next);
    next = trade.isLong() ? roundDownToTick(next, grid) : roundUpToTick(next, grid);
    next = trade.isLong() ? std::max(next, limit) : std::min(next, limit);
    const bool improves = trade.isLong() ? next < current : next > current;
    if (!improves) {
        if (!trade.collarReached)
            notice(NoticeLevel::Critical, "exit.collar",
                   "The exit of " + contractName(trade.symbol) +
                       " has reached its collar and is not filled. Decide the price yourself.",
                   order.intent.clientOrderId);
        trade.collarReached = true;
        return;
    }
    // A PATCH moves an untouched order in one message; once partly filled it is cancelled and the rest placed
    // anew.
    const bool untouched = order.filled.isZero() && order.reported.isZero() && !order.replaceRefused;
    if (untouched && !refusesReplace(order.status))
        decideClosing(trade, OrderRole::Exit, order.quantity, next, &order, context);
    else if (!untouched)
        wantCancel(order, "re-priced", context);
}

void OrderCore::sayLate(TradeState& trade, NoticeLevel level, const char* code, std::string message) {
    if (!std::exchange(trade.lateQuoteSaid, true))
        notice(level, code, std::move(message));
}

void OrderCore::watchStop(TradeState& trade, const TradeContext& context) {
    const market::BoardRow* row = context.quotes.find(trade.symbol);
    // Quotes outside the session are wide and nobody trades on them: they stop nobody out.
    if (trade.phase != TradePhase::Open || !trade.plan.stop || row == nullptr || !context.facts.sessionOpen)
        return;
    const auto mid = row->quote.mid();
    if (!mid)
        return;
    // What the market was 15 minutes ago stops nobody out now; the person must know that nobody watches.
    if (row->quote.grade == market::Grade::Delayed) {
        trade.stopConfirmAt.reset();
        return sayLate(trade, NoticeLevel::Critical, "stop.late",
                       "The stop of " + contractName(trade.symbol) +
                           " is not watched: its quotes are 15 minutes late. Watch it yourself, or choose a "
                           "real-time feed.");
    }
    trade.lateQuoteSaid = false;
    const bool beyond = trade.isLong() ? *mid <= *trade.plan.stop : *mid >= *trade.plan.stop;
    if (!beyond) {
        trade.stopConfirmAt.reset();
        return;
    }
    if (!trade.stopConfirmAt) {
        trade.stopConfirmAt = context.now.mono + context.settings.stopConfirm;
        trade.stopSeenQuote = row->quote.at;
        return;
    }
    const bool confirmed = row->quote.at > trade.stopSeenQuote || context.now.mono >= *trade.stopConfirmAt;
    if (!confirmed || !exitsAllowed(trade, context))
        return;
    notice(NoticeLevel::Warning, "stop.triggered",
           "The stop of " + contractName(trade.symbol) + " was reached.");
    beginExit(trade, ExitReason::StopLoss, context);
    driveTrade(trade, context);
}

void OrderCore::readStopQuotes(const TradeContext& context) {
    if (!context.facts.sessionOpen || context.now.mono < m_nextStopRead)
        return;
    std::set<Symbol> old;
    for (const IntentId& id : m_book.openTrades()) {
        const TradeState& trade = *m_book.trade(id);
        const auto age = context.quotes.age(trade.symbol, context.now.market);
        const bool isWatched = trade.phase == TradePhase::Open && trade.plan.stop;
        if (isWatched && (!age || *age > context.settings.automaticQuoteAge))
            old.insert(trade.symbol);
    }
    if (old.empty())
        return;
    // A quiet contract looks like a mute one: both are read, all of them with one request.
    m_nextStopRead = context.now.mono + context.settings.automaticQuoteAge;
    m_effects.push_back(ReadQuotes{{old.begin(), old.end()}});
}

void OrderCore::onQuote(const Symbol& symbol, const TradeContext& context) {
    forEachOpenTrade([&](TradeState& trade) {
        if (trade.symbol != symbol || trade.phase == TradePhase::Closed)
            return;
        watchStop(trade, context);
        if (trade.phase == TradePhase::Exiting)
            driveTrade(trade, context);
    });
    const bool awaited = std::any_of(m_waiting.begin(), m_waiting.end(), [&](const WaitingTicket& waiting) {
        return waiting.ticket.symbol == symbol;
    });
    if (awaited)
        onQuotesRead(context);
}

} // namespace strikedesk::trade
