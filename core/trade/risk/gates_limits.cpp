// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/zone.h"
#include "core/trade/risk/figure_text.h"
#include "core/trade/risk/gate_run.h"

#include <algorithm>

namespace strikedesk::trade {

namespace {

/// Cost of every entry order that may still execute, at its limit: open, in flight and unknown alike.
Money pendingEntryCost(const TradeBook& book) {
    Money sum;
    for (const ClientOrderId& id : book.unsettledOrders())
        if (const OrderState& order = *book.order(id); order.intent.isEntry() && order.intent.limitPrice)
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
    std::int64_t inSymbol = 0;
    std::int64_t today = 0;
};

TradeCounts countTrades(const GateInput& input) {
    TradeCounts counts;
    const Date today = newYorkDate(input.context.now.market);
    for (const auto& [id, trade] : input.book.trades()) {
        const bool isOpen = trade.phase != TradePhase::Closed;
        counts.open += isOpen ? 1 : 0;
        counts.inSymbol += isOpen && trade.symbol == input.ticket.symbol ? 1 : 0;
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

std::optional<Money> freeBuyingPower(const TradeBook& book, const TradeContext& context) {
    const auto& account = context.facts.account;
    if (!account)
        return std::nullopt;
    const auto power = account->optionsBuyingPower ? account->optionsBuyingPower : account->buyingPower;
    if (!power)
        return std::nullopt;
    // Counted a second time while the account is older than the fill: too little is safer than too much.
    return *power - (pendingEntryCost(book) + filledSince(book, context.facts.accountReadMarket));
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
    if (!run.require(counts.inSymbol < settings.maxOpenTradesPerSymbol, "open_trades_symbol",
                     "You have as many open trades in this contract as you allow."))
        return;
    run.pass("open_trades_symbol", [&] {
        return "In this contract " + ordinal(counts.inSymbol, settings.maxOpenTradesPerSymbol) + " allowed";
    });
    if (!run.require(counts.today < settings.maxTradesPerDay, "trades_per_day",
                     "You have made as many trades today as your limit allows."))
        return;
    run.pass("trades_per_day",
             [&] { return "Trade " + ordinal(counts.today, settings.maxTradesPerDay) + " allowed today"; });
    if (!input.context.facts.account)
        return; // the gate of the stream has said so
    const auto cost = tryNotional(ticket.limitPrice, ticket.quantity, ticket.multiplier);
    const auto power = freeBuyingPower(input.book, input.context);
    if (!run.require(power && cost && *cost <= *power, "buying_power",
                     "The order costs more than your buying power, counting open orders."))
        return;
    if (!run.require(ticket.intent == PositionIntent::BuyToOpen, "uncovered",
                     "Selling to open is not offered here yet. Buy to open instead."))
        return;
    if (!cost->isNegative())
        run.pass("buying_power", [&] { return "Buying power " + moneyText(*power - *cost) + " after"; });
}

void gateDailyLoss(const GateInput& input, GateRun& run) {
    Money today;
    for (const auto& [id, trade] : input.book.trades()) {
        const TradeTotals* totals = input.book.ledger().trade(id);
        if (totals != nullptr && newYorkDate(totals->lastFillAt) == newYorkDate(input.context.now.market))
            today += totals->net();
    }
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
