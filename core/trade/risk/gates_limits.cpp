// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/option_symbol.h"
#include "core/base/zone.h"
#include "core/trade/exits/expiry.h"
#include "core/trade/ledger/mark.h"
#include "core/trade/risk/figure_text.h"
#include "core/trade/risk/gate_run.h"

#include <algorithm>
#include <utility>

namespace strikedesk::trade {

namespace {

/// Cost of every entry order that may still execute, at its limit: open, in flight and unknown alike.
Money pendingEntryCost(const TradeBook& book, const IntentId& except) {
    Money sum;
    for (const ClientOrderId& id : book.unsettledOrders())
        if (const OrderState& order = *book.order(id);
            order.intent.isEntry() && order.intent.limitPrice && order.intent.tradeId != except)
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

/// How many trades there are, of the kinds that are limited.
struct TradeCounts {
    std::int64_t open = 0;
    std::int64_t onUnderlying = 0;
    std::int64_t today = 0;
};

/// What a contract is on; a share is its own underlying.
Symbol underlyingOf(const Symbol& symbol) {
    const auto option = OptionSymbol::tryFrom(symbol);
    return option ? option->underlying() : symbol;
}

/// The mark, or where there is none the worse side of the quote: a long nobody bids for is worth nothing, and
/// what a short costs is not known without an ask.
std::optional<Price> worstPrice(const market::BoardRow& row, bool isLong) {
    if (const Mark mark = markOf(row.quote, row.last, {}); mark.source != MarkSource::None)
        return mark.price;
    const auto& [bid, ask] = std::pair(row.quote.bid, row.quote.ask);
    if (isLong)
        return ask.isPositive() ? std::min(bid, ask) : bid;
    return ask.isPositive() ? std::optional(std::max(bid, ask)) : std::nullopt;
}

/// What all we hold has gained at the marks of now; nothing while one of them has no price.
std::optional<Money> openProfit(const TradeBook& book, const market::QuoteBoard& quotes, Timestamp now) {
    Money sum;
    for (const auto& [symbol, position] : book.ledger().positions()) {
        // What has expired has no price any more; the broker's bookings will say what it came to.
        if (position.lots.empty() || hasExpired(symbol, now))
            continue;
        const market::BoardRow* row = quotes.find(symbol);
        if (row == nullptr || !row->confirmed.market.isSet())
            return std::nullopt;
        const auto price = worstPrice(*row, position.net().isPositive());
        if (!price)
            return std::nullopt;
        for (const Lot& lot : position.lots)
            sum += unrealisedProfit(lot.price, *price, lot.quantity, position.multiplier);
    }
    return sum;
}

TradeCounts countTrades(const GateInput& input) {
    TradeCounts counts;
    const Date today = newYorkDate(input.context.now.market);
    const Symbol underlying = underlyingOf(input.ticket.symbol);
    for (const auto& [id, trade] : input.book.trades()) {
        if (input.isRelease && id == input.ticket.intentId)
            continue;
        const bool isOpen =
            trade.phase != TradePhase::Closed && !hasExpired(trade.symbol, input.context.now.market);
        counts.open += isOpen ? 1 : 0;
        counts.onUnderlying += isOpen && underlyingOf(trade.symbol) == underlying ? 1 : 0;
        const TradeTotals* totals = input.book.ledger().trade(id);
        const bool entersNow = totals == nullptr && isOpen;
        const bool enteredToday = totals != nullptr && newYorkDate(totals->firstFillAt) == today;
        counts.today += entersNow || enteredToday ? 1 : 0;
    }
    return counts;
}

std::string ordinal(std::int64_t soFar, std::int64_t limit) {
    return std::to_string(soFar + 1) + " of " + std::to_string(limit);
}

} // namespace

std::optional<Money> freeBuyingPower(const TradeBook& book, const TradeContext& context,
                                     const IntentId& except) {
    const auto& account = context.facts.account;
    if (!account)
        return std::nullopt;
    const auto power = account->optionsBuyingPower ? account->optionsBuyingPower : account->buyingPower;
    if (!power)
        return std::nullopt;
    // Counted a second time while the account is older than the fill: too little is safer than too much.
    return *power - (pendingEntryCost(book, except) + filledSince(book, context.facts.accountReadMarket));
}

void gateLimits(const GateInput& input, GateRun& run) {
    const EntryTicket& ticket = input.ticket;
    const TradeSettings& settings = input.context.settings;
    const TradeCounts counts = countTrades(input);
    if (!run.require(counts.open < settings.maxOpenTrades, "open_trades",
                     "You have as many open trades as your limit allows."))
        return;
    run.pass("open_trades",
             [&] { return "Open trade " + ordinal(counts.open, settings.maxOpenTrades) + " allowed"; });
    if (!run.require(counts.onUnderlying < settings.maxOpenTradesPerSymbol, "open_trades_symbol",
                     "You have as many open trades on this underlying as you allow."))
        return;
    run.pass("open_trades_symbol", [&] {
        return "On this underlying " + ordinal(counts.onUnderlying, settings.maxOpenTradesPerSymbol) +
               " allowed";
    });
    if (!run.require(counts.today < settings.maxTradesPerDay, "trades_per_day",
                     "You have made as many trades today as your limit allows."))
        return;
    run.pass("trades_per_day",
             [&] { return "Trade " + ordinal(counts.today, settings.maxTradesPerDay) + " allowed today"; });
    if (!input.context.facts.account)
        return; // the gate of the stream has said so
    const auto cost = tryNotional(ticket.limitPrice, ticket.quantity, ticket.multiplier);
    const auto power =
        freeBuyingPower(input.book, input.context, input.isRelease ? ticket.intentId : IntentId());
    if (!run.require(power && cost && *cost <= *power, "buying_power",
                     "The order costs more than your buying power, counting open orders."))
        return;
    if (!run.require(ticket.intent == PositionIntent::BuyToOpen, "uncovered",
                     "Selling to open is not offered here yet. Buy to open instead."))
        return;
    if (!cost->isNegative())
        run.pass("buying_power", [&] { return "Buying power " + moneyText(*power - *cost) + " after"; });
}

/// The day's loss is what was closed today and what is open now, at its marks: a position under water counts
/// before it is sold (domain rules 13).
void gateDailyLoss(const GateInput& input, GateRun& run) {
    const auto open = openProfit(input.book, input.context.quotes, input.context.now.market);
    if (!run.require(open.has_value(), "daily_loss_unknown",
                     "An open position has no price, so today's loss is not known. Wait for its quote."))
        return;
    const Money today = input.book.ledger().day(newYorkDate(input.context.now.market)).net() + *open;
    const TradeSettings& settings = input.context.settings;
    Money limit = settings.maxDailyLoss;
    const auto& account = input.context.facts.account;
    if (account && account->lastEquity)
        limit = std::min(
            limit, Money::fromUnits(divideRoundEven(static_cast<__int128>(account->lastEquity->units()) *
                                                        settings.maxDailyLossPercentHundredths,
                                                    10'000)));
    if (!run.require(!(today.isNegative() && -today >= limit), "daily_loss",
                     "Today's loss has reached your limit. No new positions until tomorrow."))
        return;
    run.pass("daily_loss", [&] { return "Daily loss budget " + moneyText(limit + today) + " left"; });
}

} // namespace strikedesk::trade
