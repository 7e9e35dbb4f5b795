// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/risk/entry_gate.h"

#include "core/base/option_symbol.h"
#include "core/base/zone.h"

#include <algorithm>

namespace strikedesk::trade {

namespace {

/// Above every listed price; sums and products of it stay far inside fixed point.
constexpr Price kHighestPrice = Price::fromCents(100'000'000);

using Check = std::optional<Refusal> (*)(const EntryTicket&, const TradeBook&, const GateMemory&,
                                         const TradeContext&);

Refusal refuse(std::string code, std::string message) { return Refusal{std::move(code), std::move(message)}; }

std::optional<Refusal> checkKill(const EntryTicket& ticket, const TradeBook& book, const GateMemory&,
                                 const TradeContext&) {
    if (book.kill() >= KillLevel::BlockEntries)
        return refuse("kill", "The kill switch is on: no new position may be opened. Release it first.");
    if (book.kill() >= KillLevel::Disarm && ticket.origin == OrderOrigin::Machine)
        return refuse("disarmed", "Automatic entries are disarmed. Release the kill switch and arm again.");
    return std::nullopt;
}

std::optional<Refusal> checkReadiness(const EntryTicket& ticket, const TradeBook&, const GateMemory&,
                                      const TradeContext& context) {
    if (!context.facts.leaseHeld)
        return refuse("lease", "Another process holds this account. Close it, then start again.");
    const Readiness needed = ticket.origin == OrderOrigin::Machine ? Readiness::Armed : Readiness::Ready;
    if (context.facts.readiness < needed)
        return refuse("not_ready",
                      ticket.origin == OrderOrigin::Machine
                          ? "Automatic entries are not armed. Arm them with a scope and a budget."
                          : "The broker's book is not known yet. Wait for READY.");
    return std::nullopt;
}

std::optional<Refusal> checkSession(const EntryTicket& ticket, const TradeBook&, const GateMemory&,
                                    const TradeContext& context) {
    if (!context.facts.sessionOpen)
        return refuse("session", "The market is closed. Options trade from 09:30 to 16:00 New York time.");
    const auto option = OptionSymbol::tryFrom(ticket.symbol);
    const auto halted = [&context](const Symbol& symbol) {
        const market::BoardRow* row = context.quotes.find(symbol);
        return row != nullptr && row->isHalted;
    };
    if (halted(ticket.symbol) || (option && halted(option->root())))
        return refuse("halted", "Trading in this symbol is halted. Wait for the resume.");
    return std::nullopt;
}

std::optional<Refusal> checkStream(const EntryTicket&, const TradeBook&, const GateMemory&,
                                   const TradeContext& context) {
    const GateFacts& facts = context.facts;
    if (!facts.streamReady)
        return refuse("stream", "The broker's order stream is down. Wait until it is back and swept.");
    if (!facts.account || context.now.mono - facts.accountReadAt > context.settings.accountAge)
        return refuse("account_stale", "The account has not been read lately. Wait for the next sweep.");
    if (facts.account->tradingBlocked || facts.account->accountBlocked || facts.account->tradeSuspendedByUser)
        return refuse("account_blocked", "The broker has blocked trading in this account. Ask the broker.");
    return std::nullopt;
}

std::optional<Refusal> checkQuote(const EntryTicket& ticket, const TradeBook&, const GateMemory&,
                                  const TradeContext& context) {
    const auto age = context.quotes.age(ticket.symbol, context.now.market);
    const Duration limit = ticket.origin == OrderOrigin::Machine ? context.settings.automaticQuoteAge
                                                                 : context.settings.manualQuoteAge;
    if (!age || *age > limit)
        return Refusal{"quote_stale", "The quote is too old to trade on. Try again when it has been read.",
                       true};
    const market::Quote& quote = context.quotes.find(ticket.symbol)->quote;
    if (!quote.isSane())
        return Refusal{"quote_unusable", "One side of the quote is missing, or it is locked or crossed.",
                       true};
    const double spread = quote.spreadFraction().value_or(1.0) * 10'000;
    if (ticket.origin == OrderOrigin::Machine &&
        spread > static_cast<double>(context.settings.maxSpreadPercentHundredths))
        return refuse("spread", "The spread is wider than automatic entries allow.");
    return std::nullopt;
}

std::optional<Refusal> checkContract(const EntryTicket& ticket, const TradeBook&, const GateMemory& memory,
                                     const TradeContext& context) {
    const auto option = OptionSymbol::tryFrom(ticket.symbol);
    if (ticket.symbol.looksLikeOption() && (!option || option->isAdjusted()))
        return refuse("adjusted", "This is an adjusted contract: it can be closed but not opened here.");
    if (context.facts.untradable.contains(ticket.symbol))
        return refuse("untradable", "The broker does not take new orders in this contract.");
    if (memory.quarantined.contains(ticket.symbol))
        return refuse(
            "quarantined",
            "Our books and the broker's differ in this contract. Settle that before you add to it.");
    return std::nullopt;
}

std::optional<Refusal> checkSize(const EntryTicket& ticket, const TradeBook&, const GateMemory&,
                                 const TradeContext& context) {
    if (!ticket.quantity.isPositive() || !ticket.quantity.isWhole())
        return refuse("quantity", "The quantity must be a whole number of at least one.");
    if (ticket.quantity > Quantity::whole(context.settings.maxQuantity))
        return refuse("quantity_max", "The quantity is above your limit for one order.");
    if (ticket.multiplier < 1)
        return refuse("multiplier", "The contract's multiplier is not known. Read the contract again.");
    if (ticket.timeInForce != TimeInForce::Day && ticket.timeInForce != TimeInForce::Gtc)
        return refuse("time_in_force", "Choose day or good-till-cancelled for this order.");
    if (!ticket.limitPrice.isPositive())
        return refuse("price", "The limit price must be above zero.");
    if (ticket.limitPrice > kHighestPrice)
        return refuse("price_max", "The limit price is higher than any price this program trades at.");
    const Price tick = tickOf(ticket.symbol, ticket.limitPrice);
    if (roundDownToTick(ticket.limitPrice, tick) != ticket.limitPrice)
        return refuse("tick",
                      "The limit price is not on the price grid of this contract (" + tick.text() + ").");
    const auto value = tryNotional(ticket.limitPrice, ticket.quantity, ticket.multiplier);
    if (!value || *value > context.settings.maxNotional)
        return refuse("notional_max", "The order's value is above your limit for one order.");
    const market::Quote& quote = context.quotes.find(ticket.symbol)->quote;
    const bool buys = sideOf(ticket.intent) == Side::Buy;
    const Price reference = buys ? quote.ask : quote.bid;
    const Price share = Price::fromUnits(
        divideRoundEven(static_cast<__int128>(reference.units()) * context.settings.priceCollarPercent, 100));
    const Price room = std::max(share, context.settings.priceCollarFloor);
    if (buys ? ticket.limitPrice > reference + room : ticket.limitPrice < reference - room)
        return refuse("collar", "The limit price is too far through the market. Check it against the quote.");
    return std::nullopt;
}

/// Figures a target can be worked out from without leaving the range of prices.
bool areFiguresSane(const ExitPlan& plan) {
    const auto within = [](Price price) { return price >= -kHighestPrice && price <= kHighestPrice; };
    const bool stopOk = !plan.stop || within(*plan.stop);
    return stopOk && (!plan.takeProfit ||
                      (within(plan.takeProfit->price) && plan.takeProfit->percentUnits > -1'000'000 &&
                       plan.takeProfit->percentUnits < 100'000'000));
}

std::optional<Refusal> checkPlan(const EntryTicket& ticket, const TradeBook&, const GateMemory&,
                                 const TradeContext&) {
    const bool isLong = sideOf(ticket.intent) == Side::Buy;
    if (!areFiguresSane(ticket.plan) || !ticket.limitPrice.isPositive() || ticket.limitPrice > kHighestPrice)
        return refuse("plan", "The exits hold a figure that cannot be. Enter them again.");
    if (const auto target = targetOf(ticket.plan, ticket.limitPrice, ticket.symbol, isLong)) {
        if (isLong ? *target <= ticket.limitPrice : *target >= ticket.limitPrice)
            return refuse("target", "The take-profit must lie on the winning side of the entry price.");
        if (roundDownToTick(*target, tickOf(ticket.symbol, *target)) != *target)
            return refuse("target_tick", "The take-profit is not on the price grid of this contract.");
    }
    if (const auto stop = ticket.plan.stop)
        if (!stop->isPositive() || (isLong ? *stop >= ticket.limitPrice : *stop <= ticket.limitPrice))
            return refuse("stop", "The stop must lie on the losing side of the entry price.");
    return std::nullopt;
}

std::optional<Refusal> checkDuplicate(const EntryTicket& ticket, const TradeBook& book,
                                      const GateMemory& memory, const TradeContext& context) {
    if (ticket.intentId.isEmpty() || book.hasIntent(ticket.intentId))
        return refuse("duplicate_intent", "This ticket was sent already. Open a new one.");
    const auto asked = memory.askedAt.find(duplicateKey(ticket));
    if (asked != memory.askedAt.end() && context.now.mono - asked->second < context.settings.duplicateWindow)
        return refuse("duplicate", "The same order was sent a moment ago. Wait, or change it.");
    return std::nullopt;
}

std::optional<Refusal> checkRate(const EntryTicket&, const TradeBook& book, const GateMemory& memory,
                                 const TradeContext& context) {
    const auto within = [&](Duration span) {
        return std::count_if(memory.sentAt.begin(), memory.sentAt.end(),
                             [&](MonoTime at) { return context.now.mono - at < span; });
    };
    // Decided and not sent yet counts as well: many tickets may come before the first commit is on disk.
    const auto leaving = std::count_if(book.orders().begin(), book.orders().end(), [](const auto& entry) {
        return entry.second.phase == OrderPhase::Recording;
    });
    if (within(Duration::seconds(1)) + leaving >= context.settings.maxOrdersPerSecond ||
        within(Duration::minutes(1)) + leaving >= context.settings.maxOrdersPerMinute)
        return refuse("rate", "Too many orders in a short time. Wait a moment.");
    return std::nullopt;
}

/// Cost of every entry order that may still execute, at its limit: open, in flight and unknown alike.
Money pendingEntryCost(const TradeBook& book) {
    Money sum;
    for (const auto& [id, order] : book.orders())
        if (!order.isSettled() && order.intent.isEntry() && order.intent.limitPrice)
            sum += notional(*order.intent.limitPrice, std::max(Quantity(), order.remaining()),
                            order.intent.multiplier);
    return sum;
}

/// What entries cost that filled after the account was read: its buying power does not know of them yet.
Money filledSince(const TradeBook& book, Timestamp accountReadMarket) {
    constexpr Duration kReadingTakes = Duration::seconds(5);
    Money sum;
    const std::vector<Fill>& fills = book.ledger().fills();
    for (auto fill = fills.rbegin(); fill != fills.rend(); ++fill) {
        const OrderState* order = book.order(fill->clientOrderId);
        if (order != nullptr && order->intent.isEntry() && fill->at > accountReadMarket - kReadingTakes)
            sum += notional(fill->price, fill->quantity, fill->multiplier) + fill->fee;
    }
    return sum;
}

std::optional<Refusal> checkLimits(const EntryTicket& ticket, const TradeBook& book, const GateMemory&,
                                   const TradeContext& context) {
    std::int64_t open = 0;
    std::int64_t inSymbol = 0;
    std::int64_t today = 0;
    for (const auto& [id, trade] : book.trades()) {
        open += trade.phase != TradePhase::Closed ? 1 : 0;
        inSymbol += trade.phase != TradePhase::Closed && trade.symbol == ticket.symbol ? 1 : 0;
        const TradeTotals* totals = book.ledger().trade(id);
        const bool entersNow = totals == nullptr && trade.phase != TradePhase::Closed;
        today += entersNow || (totals != nullptr &&
                               newYorkDate(totals->firstFillAt) == newYorkDate(context.now.market))
                     ? 1
                     : 0;
    }
    if (open >= context.settings.maxOpenTrades)
        return refuse("open_trades", "You have as many open trades as your limit allows.");
    if (inSymbol >= context.settings.maxOpenTradesPerSymbol)
        return refuse("open_trades_symbol", "You have as many open trades in this contract as you allow.");
    if (today >= context.settings.maxTradesPerDay)
        return refuse("trades_per_day", "You have made as many trades today as your limit allows.");
    const auto cost = tryNotional(ticket.limitPrice, ticket.quantity, ticket.multiplier);
    const auto& account = context.facts.account;
    const auto power = account->optionsBuyingPower ? account->optionsBuyingPower : account->buyingPower;
    // Counted a second time while the account is older than the fill: too little is safer than too much.
    const Money bound = pendingEntryCost(book) + filledSince(book, context.facts.accountReadMarket);
    if (!power || !cost || *cost > *power - bound)
        return refuse("buying_power", "The order costs more than your buying power, counting open orders.");
    if (!opensPosition(ticket.intent) || ticket.intent == PositionIntent::SellToOpen)
        return refuse("uncovered", "Selling to open is not offered here yet. Buy to open instead.");
    return std::nullopt;
}

std::optional<Refusal> checkDailyLoss(const EntryTicket&, const TradeBook& book, const GateMemory&,
                                      const TradeContext& context) {
    Money today;
    for (const auto& [id, trade] : book.trades()) {
        const TradeTotals* totals = book.ledger().trade(id);
        if (totals != nullptr && newYorkDate(totals->lastFillAt) == newYorkDate(context.now.market))
            today += totals->net();
    }
    Money limit = context.settings.maxDailyLoss;
    if (const auto equity = context.facts.account->lastEquity)
        limit = std::min(limit,
                         Money::fromUnits(divideRoundEven(static_cast<__int128>(equity->units()) *
                                                              context.settings.maxDailyLossPercentHundredths,
                                                          10'000)));
    if (-today >= limit && today.isNegative())
        return refuse("daily_loss", "Today's loss has reached your limit. No new positions until tomorrow.");
    return std::nullopt;
}

constexpr Check kChecks[] = {checkKill,      checkReadiness, checkSession, checkStream,
                             checkQuote,     checkContract,  checkSize,    checkPlan,
                             checkDuplicate, checkRate,      checkLimits,  checkDailyLoss};

} // namespace

std::optional<Refusal> checkNewPlan(const TradeState& trade, const ExitPlan& plan, const TradeBook& book) {
    if (!areFiguresSane(plan))
        return refuse("plan", "The exits hold a figure that cannot be. Enter them again.");
    if (plan.stop && !plan.stop->isPositive())
        return refuse("stop", "The stop must be above zero.");
    Price entry;
    for (const Fill& fill : book.ledger().fills())
        if (fill.tradeId == trade.id && entry.isZero())
            entry = fill.price;
    const bool isPriced = plan.takeProfit && plan.takeProfit->kind == TakeProfit::Kind::AtPrice;
    if (entry.isZero() && !isPriced)
        return std::nullopt;
    const auto target = targetOf(plan, entry, trade.symbol, trade.isLong());
    if (!target)
        return std::nullopt;
    if (!target->isPositive() || roundDownToTick(*target, tickOf(trade.symbol, *target)) != *target)
        return refuse("target_tick", "The take-profit is not on the price grid of this contract.");
    if (plan.stop && (trade.isLong() ? *plan.stop >= *target : *plan.stop <= *target))
        return refuse("stop", "The stop must lie on the losing side of the take-profit.");
    return std::nullopt;
}

std::string duplicateKey(const EntryTicket& ticket) {
    return ticket.symbol.text() + '|' + std::string(toWire(ticket.intent)) + '|' + ticket.quantity.text() +
           '|' + ticket.limitPrice.text();
}

std::optional<Refusal> checkEntry(const EntryTicket& ticket, const TradeBook& book, const GateMemory& memory,
                                  const TradeContext& context) {
    for (const Check check : kChecks)
        if (auto refusal = check(ticket, book, memory, context))
            return refusal;
    return std::nullopt;
}

std::vector<Refusal> allRefusals(const EntryTicket& ticket, const TradeBook& book, const GateMemory& memory,
                                 const TradeContext& context) {
    std::vector<Refusal> refusals;
    for (const Check check : kChecks) {
        // Later checks look at the quote and the account; without them they have nothing to say.
        const bool blind = context.quotes.find(ticket.symbol) == nullptr || !context.facts.account;
        if (blind && (check == checkSize || check == checkLimits || check == checkDailyLoss))
            continue;
        if (auto refusal = check(ticket, book, memory, context))
            refusals.push_back(std::move(*refusal));
    }
    return refusals;
}

std::optional<Refusal> recheckEntry(const OrderIntent& intent, const TradeBook& book,
                                    const TradeContext& context) {
    EntryTicket ticket;
    ticket.symbol = intent.symbol;
    ticket.origin = intent.origin;
    const GateMemory none;
    for (const Check check : {checkKill, checkReadiness, checkSession, checkStream, checkQuote})
        if (auto refusal = check(ticket, book, none, context))
            return refusal;
    return std::nullopt;
}

} // namespace strikedesk::trade
