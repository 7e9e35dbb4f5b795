// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/option_symbol.h"
#include "core/trade/exits/exit_quote.h"
#include "core/trade/exits/expiry.h"
#include "core/trade/orders/order_core.h"

#include <algorithm>
#include <string>
#include <utility>

// The exits of open trades: the take-profit that rests at the broker, the stop watched here, and closing now.
// Rule for all (architecture, "Resting exits"): Σ closing quantity that may still execute ≤ what is held.

namespace strikedesk::trade {

namespace {

constexpr std::int32_t kExitRefusalsAllowed = 3;
/// How long an exit waits for a quote its collar may be measured from.
constexpr Duration kReferencePatience = Duration::seconds(3);
constexpr Duration kReferenceReadPause = Duration::seconds(1);

/// The most that may be given up from the reference price.
Price collarRoom(Price reference, const TradeSettings& settings) {
    const Price share = Price::fromUnits(
        divideRoundEven(static_cast<__int128>(reference.units()) * settings.exitCollarPercent, 100));
    return std::max(share, settings.exitCollarFloor);
}

/// Worst price the exit may be sent at: on the grid, never below one tick.
Price collarLimit(const TradeState& trade, Price reference, const TradeSettings& settings) {
    const Price room = collarRoom(reference, settings);
    const Price raw = trade.isLong() ? reference - room : reference + room;
    const Price tick = tickOf(trade.symbol, raw.isPositive() ? raw : Price::fromCents(1));
    return std::max(trade.isLong() ? roundUpToTick(raw, tick) : roundDownToTick(raw, tick), tick);
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
    // What has expired cannot be sold; the broker's bookings end it.
    if (trade.phase == TradePhase::Closed || hasExpired(trade.symbol, context.now.market) ||
        !exitsAllowed(trade, context))
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
    const Quantity uncovered = covered < open ? closable(trade, open - covered) : Quantity();
    if (!uncovered.isPositive() || withdrawing)
        return;
    const bool replaceable = resting != nullptr && !resting->replaceRefused && resting->filled.isZero() &&
                             resting->reported.isZero() && mayBeChanged(resting->status) &&
                             resting->intent.limitPrice == trade.target && ownsAllOfIt(trade);
    if (replaceable)
        decideClosing(trade, OrderRole::TakeProfit, resting->quantity + uncovered, *trade.target, resting,
                      context);
    else
        decideClosing(trade, OrderRole::TakeProfit, uncovered, *trade.target, nullptr, context);
}

void OrderCore::beginExit(TradeState& trade, ExitReason reason, const TradeContext& context) {
    // A crossed or stale price here would pin the collar where nobody trades: better none yet.
    const bool isGood =
        trustOf(trade.symbol, context.quotes, context.now.market, context.settings) == QuoteTrust::Good;
    const Price reference = isGood ? closingSide(trade, context.quotes) : Price();
    trade.stopConfirmAt.reset();
    trade.lateQuoteSaid = false; // of the exit it is said again
    record(ExitStarted{trade.id, reason, reference, context.now.market});
    trade.referencePatience = context.now.mono + kReferencePatience;
    trade.nextReferenceRead = context.now.mono;
}

/// What the collar is measured from; nothing while a better quote is being waited for. Once found it stays.
std::optional<Price> OrderCore::exitReference(TradeState& trade, const TradeContext& context) {
    if (trade.exitReference.isPositive())
        return trade.exitReference;
    const QuoteTrust trust = trustOf(trade.symbol, context.quotes, context.now.market, context.settings);
    // Of a feed that is late no better quote comes, however long one waits.
    const market::BoardRow* row = context.quotes.find(trade.symbol);
    const bool isLate = row != nullptr && row->quote.grade == market::Grade::Delayed;
    const bool isOld = !isLate && (trust == QuoteTrust::Stale || trust == QuoteTrust::Missing);
    const bool waits = trust != QuoteTrust::Good && !isLate && context.now.mono < trade.referencePatience;
    if (trust != QuoteTrust::Good && context.now.mono >= trade.nextReferenceRead) {
        trade.nextReferenceRead = context.now.mono + kReferenceReadPause;
        m_effects.push_back(ReadQuotes{{trade.symbol}});
    }
    if (waits)
        return std::nullopt;
    Price reference = closingSide(trade, context.quotes);
    // Nobody brings newer prices: the exit goes by what is there, and its collar by the first that comes.
    if (isOld)
        return reference.isPositive() ? std::optional(reference) : std::nullopt;
    if (trust != QuoteTrust::Good && !isLate)
        reference = fairReference(trade, context.quotes, context.now.market, context.settings);
    if (!reference.isPositive())
        return std::nullopt;
    record(ExitReferenced{trade.id, reference});
    return reference;
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

/// How much of it may be sent: all, unless the broker's books and ours differ or it refused an exit. Then no
/// more than it showed to be free, whatever our fills say.
Quantity OrderCore::closable(const TradeState& trade, Quantity uncovered) const {
    const bool isBounded = m_book.quarantined().contains(trade.symbol) || trade.exitBounded;
    const auto notOurs = m_heard.notOurs.find(trade.symbol);
    if (!isBounded || notOurs == m_heard.notOurs.end())
        return uncovered;
    Quantity room = abs(m_book.ledger().net(trade.symbol)) - notOurs->second;
    for (const IntentId& id : m_book.openTrades())
        if (const TradeState& other = *m_book.trade(id); other.symbol == trade.symbol)
            room -= m_book.closingCoverage(other);
    return std::clamp(room, Quantity(), uncovered);
}

void OrderCore::sayExitHeld(TradeState& trade, const char* code, std::string sentence,
                            const TradeContext& context) {
    constexpr Duration kSaidAgain = Duration::minutes(1);
    if (trade.nextExitNotice != MonoTime() && context.now.mono < trade.nextExitNotice)
        return;
    trade.nextExitNotice = context.now.mono + kSaidAgain;
    notice(NoticeLevel::Critical, code, std::move(sentence));
}

/// A refusal that passes is tried again: after 2 s, 4 s, … every 30 s, for as long as there is something to
/// close.
void OrderCore::onExitRefused(TradeState& trade, const std::string& why, const TradeContext& context) {
    constexpr std::int32_t kMostDoublings = 4;
    constexpr Duration kLongestPause = Duration::seconds(30);
    if (trade.exitSetbacks == 0)
        return;
    const std::int32_t doublings = std::min(trade.exitSetbacks - 1, kMostDoublings);
    const Duration pause = std::min(context.settings.exitReprice * (1 << doublings), kLongestPause);
    trade.nextPlacement = std::max(trade.nextPlacement, context.now.mono + pause);
    sayExitHeld(trade, "exit.held",
                "The broker does not take the exit of " + contractName(trade.symbol) + " now (" + why +
                    "). It is tried again by itself; look at your orders on its page.",
                context);
}

void OrderCore::placeExit(TradeState& trade, Quantity uncovered, const TradeContext& context) {
    if (trade.exitRefusals >= kExitRefusalsAllowed) {
        sayExitHeld(trade, "exit.refused",
                    "The broker keeps refusing the exit of " + contractName(trade.symbol) +
                        ". Close it at the broker, or change the plan and close again.",
                    context);
        return;
    }
    if (!context.facts.sessionOpen || context.now.mono < trade.nextPlacement)
        return;
    const Quantity most = closable(trade, uncovered);
    if (!most.isPositive()) {
        trade.nextPlacement = trade.nextReprice = context.now.mono + context.settings.exitReprice;
        sayExitHeld(trade, "exit.held_elsewhere",
                    "The broker has no more of " + contractName(trade.symbol) +
                        " to close than what works already, our fills say " + uncovered.text() +
                        " more. Look on its page: somebody closed them, or another order holds them.",
                    context);
        return;
    }
    const Price side = closingSide(trade, context.quotes);
    const QuoteTrust trust = trustOf(trade.symbol, context.quotes, context.now.market, context.settings);
    if (!side.isPositive()) {
        trade.nextPlacement = trade.nextReprice = context.now.mono + context.settings.exitReprice;
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
    const auto reference = exitReference(trade, context);
    if (!reference)
        return;
    trade.nextPlacement = trade.nextReprice = context.now.mono + context.settings.exitReprice;
    // The side of a wide or crossed quote is no price to begin at.
    const bool isFair = trust == QuoteTrust::Good || trust == QuoteTrust::Stale;
    const Price from = isFair ? side : *reference;
    const Price limit = collarLimit(trade, *reference, context.settings);
    const Price tick = tickOf(trade.symbol, from);
    const Price onGrid = trade.isLong() ? roundDownToTick(from, tick) : roundUpToTick(from, tick);
    const Price price = trade.isLong() ? std::max(onGrid, limit) : std::min(onGrid, limit);
    trade.collarReached = false;
    decideClosing(trade, OrderRole::Exit, most, price, nullptr, context);
}

void OrderCore::repriceExit(TradeState& trade, OrderState& order, const TradeContext& context) {
    trade.nextReprice = context.now.mono + context.settings.exitReprice;
    const Price current = order.intent.limitPrice.value_or(Price());
    const Price tick = tickOf(trade.symbol, current);
    const Price worse = trade.isLong() ? current - tick : current + tick;
    const Price side = closingSide(trade, context.quotes);
    const QuoteTrust trust = trustOf(trade.symbol, context.quotes, context.now.market, context.settings);
    const Price limit = collarLimit(trade, exitReference(trade, context).value_or(current), context.settings);
    // A believable quote is followed at once, any other a tick at a time.
    Price next = worse;
    if (side.isPositive() && (trust == QuoteTrust::Good || trust == QuoteTrust::Stale))
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
    if (untouched && mayBeChanged(order.status))
        decideClosing(trade, OrderRole::Exit, order.quantity, next, &order, context);
    else if (!untouched)
        wantCancel(order, "re-priced", context);
}

void OrderCore::sayLate(TradeState& trade, NoticeLevel level, const char* code, std::string message) {
    if (!std::exchange(trade.lateQuoteSaid, true))
        notice(level, code, std::move(message));
}

} // namespace strikedesk::trade
