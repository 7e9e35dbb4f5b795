// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/risk/figure_text.h"
#include "core/trade/risk/gate_run.h"

#include <algorithm>

namespace strikedesk::trade {

namespace {

/// What must be so for the rest to be worked out at all.
bool requireWellFormed(const EntryTicket& ticket, const TradeContext& context, GateRun& run) {
    if (!run.require(ticket.quantity.isPositive() && ticket.quantity.isWhole(), "quantity",
                     "The quantity must be a whole number of at least one.") ||
        !run.require(ticket.quantity <= Quantity::whole(context.settings.maxQuantity), "quantity_max",
                     "The quantity is above your limit for one order."))
        return false;
    run.pass("quantity_max", [&] {
        return "Quantity " + ticket.quantity.text() + " ≤ " + std::to_string(context.settings.maxQuantity);
    });
    return run.require(ticket.multiplier >= 1, "multiplier",
                       "The contract's multiplier is not known. Read the contract again.") &&
           run.require(ticket.timeInForce == TimeInForce::Day || ticket.timeInForce == TimeInForce::Gtc,
                       "time_in_force", "Choose day or good-till-cancelled for this order.") &&
           run.require(ticket.limitPrice.isPositive(), "price", "The limit price must be above zero.") &&
           run.require(ticket.limitPrice <= kHighestPrice, "price_max",
                       "The limit price is higher than any price this program trades at.");
}

void requireCollar(const EntryTicket& ticket, const TradeContext& context, GateRun& run) {
    const market::BoardRow* row = context.quotes.find(ticket.symbol);
    // Without a usable quote there is no market to be through; the gate of the quote refuses then.
    if (row == nullptr || !row->quote.isSane())
        return;
    const bool buys = sideOf(ticket.intent) == Side::Buy;
    const Price reference = buys ? row->quote.ask : row->quote.bid;
    const Price share = Price::fromUnits(
        divideRoundEven(static_cast<__int128>(reference.units()) * context.settings.priceCollarPercent, 100));
    const Price room = std::max(share, context.settings.priceCollarFloor);
    if (!run.require(buys ? ticket.limitPrice <= reference + room : ticket.limitPrice >= reference - room,
                     "collar", "The limit price is too far through the market. Check it against the quote."))
        return;
    run.pass("collar", [&] {
        const double against = ticket.limitPrice.toDoubleLossy() / reference.toDoubleLossy() - 1.0;
        return "Price within collar (" + signedPercentText(against * 100) + " of the " +
               (buys ? "ask" : "bid") + ")";
    });
}

} // namespace

bool areFiguresSane(const ExitPlan& plan) {
    const auto within = [](Price price) { return price >= -kHighestPrice && price <= kHighestPrice; };
    const bool stopOk = !plan.stop || within(*plan.stop);
    return stopOk && (!plan.takeProfit ||
                      (within(plan.takeProfit->price) && plan.takeProfit->percentUnits > -1'000'000 &&
                       plan.takeProfit->percentUnits < 100'000'000));
}

void gateSize(const GateInput& input, GateRun& run) {
    const EntryTicket& ticket = input.ticket;
    if (!requireWellFormed(ticket, input.context, run))
        return;
    const Price tick = tickOf(ticket.symbol, ticket.limitPrice);
    if (roundDownToTick(ticket.limitPrice, tick) != ticket.limitPrice) {
        run.refuse("tick",
                   "The limit price is not on the price grid of this contract (" + tick.text() + ").");
        return;
    }
    run.pass("tick", [&tick] { return "Price on the " + tick.text() + " grid"; });
    const auto value = tryNotional(ticket.limitPrice, ticket.quantity, ticket.multiplier);
    const Money limit = input.context.settings.maxNotional;
    if (!run.require(value && *value <= limit, "notional_max",
                     "The order's value is above your limit for one order."))
        return;
    run.pass("notional_max", [&] { return "Value " + moneyText(*value) + " ≤ " + moneyText(limit); });
    requireCollar(ticket, input.context, run);
}

void gatePlan(const GateInput& input, GateRun& run) {
    const EntryTicket& ticket = input.ticket;
    const bool isLong = sideOf(ticket.intent) == Side::Buy;
    if (!run.require(areFiguresSane(ticket.plan), "plan",
                     "The exits hold a figure that cannot be. Enter them again."))
        return;
    if (!ticket.limitPrice.isPositive() || ticket.limitPrice > kHighestPrice)
        return; // the gate of the size has said so, and there is nothing to measure the exits against
    if (const auto target = targetOf(ticket.plan, ticket.limitPrice, ticket.symbol, isLong)) {
        if (!run.require(isLong ? *target > ticket.limitPrice : *target < ticket.limitPrice, "target",
                         "The take-profit must lie on the winning side of the entry price.") ||
            !run.require(roundDownToTick(*target, tickOf(ticket.symbol, *target)) == *target, "target_tick",
                         "The take-profit is not on the price grid of this contract."))
            return;
        run.pass("target", [&] { return "Take-profit " + target->text() + " on the grid"; });
    }
    if (const auto stop = ticket.plan.stop) {
        if (!run.require(stop->isPositive() &&
                             (isLong ? *stop < ticket.limitPrice : *stop > ticket.limitPrice),
                         "stop", "The stop must lie on the losing side of the entry price."))
            return;
        run.pass("stop", [&] {
            return "Stop " + stop->text() + (isLong ? " below " : " above ") + ticket.limitPrice.text();
        });
    }
}

void gateDuplicate(const GateInput& input, GateRun& run) {
    const EntryTicket& ticket = input.ticket;
    if (input.isRelease)
        return; // it would find itself
    if (!run.require(!ticket.intentId.isEmpty() && !input.book.hasIntent(ticket.intentId), "duplicate_intent",
                     "This ticket was sent already. Open a new one."))
        return;
    const Duration window = input.context.settings.duplicateWindow;
    const auto asked = input.memory.askedAt.find(duplicateKey(ticket));
    if (!run.require(asked == input.memory.askedAt.end() || input.context.now.mono - asked->second >= window,
                     "duplicate", "The same order was sent a moment ago. Wait, or change it."))
        return;
    run.pass("duplicate", [window] { return "No equal order in the last " + limitText(window); });
}

void gateRate(const GateInput& input, GateRun& run) {
    const TradeContext& context = input.context;
    const auto within = [&](Duration span) {
        return std::count_if(input.memory.sentAt.begin(), input.memory.sentAt.end(),
                             [&](MonoTime at) { return context.now.mono - at < span; });
    };
    // Decided and not sent yet counts as well: many tickets may come before the first commit is on disk.
    const auto isLeaving = [&](const ClientOrderId& id) {
        return !input.isRelease && input.book.order(id)->phase == OrderPhase::Recording;
    };
    const auto leaving =
        std::count_if(input.book.unsettledOrders().begin(), input.book.unsettledOrders().end(), isLeaving);
    const std::int64_t inMinute = within(Duration::minutes(1)) + leaving;
    if (!run.require(within(Duration::seconds(1)) + leaving < context.settings.maxOrdersPerSecond &&
                         inMinute < context.settings.maxOrdersPerMinute,
                     "rate", "Too many orders in a short time. Wait a moment."))
        return;
    run.pass("rate", [&] {
        return std::to_string(inMinute) + " of " + std::to_string(context.settings.maxOrdersPerMinute) +
               " orders in the last minute";
    });
}

} // namespace strikedesk::trade
