// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/risk/ticket_check.h"

#include "core/base/option_symbol.h"
#include "core/trade/risk/gate_run.h"

#include <algorithm>

namespace strikedesk::trade {

namespace {

/// Beyond this nothing is worked out: sums of a few such amounts stay far inside fixed point.
constexpr Money kLargestFigure = Money::dollars(1'000'000'000'000);
constexpr std::int64_t kLargestMultiplier = 100'000;

/// `perUnit` for the whole ticket; nothing when it is beyond all sense.
std::optional<Money> wholeValue(Price perUnit, const EntryTicket& ticket) {
    const auto value = tryNotional(perUnit, ticket.quantity, ticket.multiplier);
    if (!value || *value > kLargestFigure || *value < -kLargestFigure)
        return std::nullopt;
    return *value;
}

bool canBeWorkedOut(const EntryTicket& ticket) {
    return ticket.quantity.isPositive() && ticket.multiplier >= 1 &&
           ticket.multiplier <= kLargestMultiplier && ticket.limitPrice.isPositive() &&
           ticket.limitPrice <= kHighestPrice && areFiguresSane(ticket.plan);
}

/// The figures at expiry of one contract bought or sold.
void addOptionBounds(const OptionSymbol& option, const EntryTicket& ticket, Money entryFee, bool isLong,
                     TicketFigures& figures) {
    const bool isCall = option.right() == OptionRight::Call;
    figures.breakEven = isCall ? option.strike() + ticket.limitPrice : option.strike() - ticket.limitPrice;
    const auto premium = wholeValue(ticket.limitPrice, ticket);
    // A put is worth at most its strike: that is where a long one stops gaining and a short one stops losing.
    const auto room = wholeValue(option.strike() - ticket.limitPrice, ticket);
    if (isLong) {
        figures.maxLoss = *premium + entryFee;
        if (!isCall)
            figures.maxGain = room;
        return;
    }
    figures.maxGain = premium;
    if (!isCall && room)
        figures.maxLoss = std::max(Money(), *room + entryFee);
}

void addShareBounds(const EntryTicket& ticket, Money entryFee, bool isLong, TicketFigures& figures) {
    figures.breakEven = ticket.limitPrice;
    const auto value = wholeValue(ticket.limitPrice, ticket);
    if (isLong)
        figures.maxLoss = *value + entryFee;
    else
        figures.maxGain = value;
}

/// Profit of leaving at `exit`, net of the fees of both sides.
std::optional<Money> profitAt(Price exit, const EntryTicket& ticket, Money fees, bool isLong) {
    const auto moved = wholeValue(isLong ? exit - ticket.limitPrice : ticket.limitPrice - exit, ticket);
    return moved ? std::optional(*moved - fees) : std::nullopt;
}

} // namespace

TicketFigures figuresOf(const EntryTicket& ticket, const TradeBook& book, const TradeContext& context) {
    TicketFigures figures;
    const auto value = canBeWorkedOut(ticket) ? wholeValue(ticket.limitPrice, ticket) : std::nullopt;
    if (!value)
        return figures;
    const bool isLong = sideOf(ticket.intent) == Side::Buy;
    const auto option = OptionSymbol::tryFrom(ticket.symbol);
    figures.cost = isLong ? *value : -*value;
    const Money entryFee = feeOn(ticket.symbol, ticket.quantity, context.settings);
    figures.fees = entryFee * 2;
    if (option)
        addOptionBounds(*option, ticket, entryFee, isLong, figures);
    else
        addShareBounds(ticket, entryFee, isLong, figures);
    if (const auto power = freeBuyingPower(book, context); power && isLong)
        figures.buyingPowerAfter = *power - figures.cost;
    figures.target = targetOf(ticket.plan, ticket.limitPrice, ticket.symbol, isLong);
    if (figures.target)
        figures.profitAtTarget = profitAt(*figures.target, ticket, figures.fees, isLong);
    if (ticket.plan.stop)
        figures.lossAtStop = profitAt(*ticket.plan.stop, ticket, figures.fees, isLong);
    return figures;
}

TicketCheck checkTicket(const EntryTicket& ticket, const TradeBook& book, const GateMemory& memory,
                        const TradeContext& context) {
    GateRun run(GateRun::Detail::Everything);
    for (const Gate gate : kGates)
        gate(GateInput{ticket, book, memory, context}, run);
    TicketCheck check;
    check.ticket = ticket;
    check.checks = run.take();
    check.mayLeave = std::all_of(check.checks.begin(), check.checks.end(),
                                 [](const GateCheck& gate) { return gate.passed; });
    check.figures = figuresOf(ticket, book, context);
    return check;
}

} // namespace strikedesk::trade
