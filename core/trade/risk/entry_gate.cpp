// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/risk/entry_gate.h"

#include "core/trade/risk/gate_run.h"

#include <span>

namespace strikedesk::trade {

namespace {

/// The part of the gates that looks outside the ticket at what may have changed since it was let through.
constexpr std::size_t kAskedAgain = 5;

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
                                    const TradeContext& context) {
    EntryTicket ticket;
    ticket.symbol = intent.symbol;
    ticket.origin = intent.origin;
    const GateMemory none;
    return firstRefusal(std::span(kGates).first(kAskedAgain), GateInput{ticket, book, none, context});
}

} // namespace strikedesk::trade
