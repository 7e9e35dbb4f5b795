// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/risk/entry_gate.h"

#include "core/trade/risk/gate_run.h"

#include <span>

namespace strikedesk::trade {

namespace {

Refusal refusalOf(GateCheck check) {
    return Refusal{std::move(check.code), std::move(check.label), check.needsFreshQuote};
}

std::optional<Refusal> firstRefusal(std::span<const Gate> gates, const GateInput& input) {
    GateRun run(GateRun::Detail::RefusalsOnly);
    for (const Gate gate : gates) {
        gate(input, run);
        if (run.isRefused())
            return refusalOf(std::move(run.take().back()));
    }
    return std::nullopt;
}

} // namespace

std::string duplicateKey(const EntryTicket& ticket) {
    return ticket.symbol.text() + '|' + std::string(toWire(ticket.intent)) + '|' + ticket.quantity.text() +
           '|' + ticket.limitPrice.text();
}

std::optional<Refusal> checkEntry(const EntryTicket& ticket, const TradeBook& book, const GateMemory& memory,
                                  const TradeContext& context) {
    return firstRefusal(kGates, GateInput{ticket, book, memory, context});
}

std::vector<Refusal> allRefusals(const EntryTicket& ticket, const TradeBook& book, const GateMemory& memory,
                                 const TradeContext& context) {
    GateRun run(GateRun::Detail::RefusalsOnly);
    for (const Gate gate : kGates)
        gate(GateInput{ticket, book, memory, context}, run);
    std::vector<Refusal> refusals;
    for (GateCheck& check : run.take())
        refusals.push_back(refusalOf(std::move(check)));
    return refusals;
}

std::optional<Refusal> recheckEntry(const OrderIntent& intent, const TradeBook& book,
                                    const GateMemory& memory, const TradeContext& context) {
    EntryTicket ticket;
    ticket.intentId = intent.id;
    ticket.symbol = intent.symbol;
    ticket.intent = intent.intent;
    ticket.quantity = intent.quantity;
    ticket.limitPrice = intent.limitPrice.value_or(Price());
    ticket.timeInForce = intent.timeInForce;
    ticket.plan = intent.plan;
    ticket.origin = intent.origin;
    ticket.fillWait = intent.fillWait;
    ticket.multiplier = intent.multiplier;
    return firstRefusal(kGates, GateInput{ticket, book, memory, context, true});
}

} // namespace strikedesk::trade
