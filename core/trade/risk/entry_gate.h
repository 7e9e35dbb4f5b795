// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/trade/orders/trade_book.h"
#include "core/trade/orders/trade_context.h"
#include "core/trade/risk/entry_ticket.h"
#include "core/trade/risk/refusal.h"

#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace strikedesk::trade {

/// What the gates must remember between orders: when orders left, what was asked lately, which symbols may
/// only be closed because the books disagree. Archived; engine thread.
struct GateMemory {
    std::vector<MonoTime> sentAt; ///< of the last minute
    /// symbol|side|quantity|limit → when it was last asked for
    std::map<std::string, MonoTime> askedAt;
    std::set<Symbol> quarantined;

    template <class A>
    void archive(A& a) {
        a.field("sentAt", sentAt);
        a.field("askedAt", askedAt);
        a.field("quarantined", quarantined);
    }
};

/// The entry gate: nothing when the ticket may become an intent now, else the first reason in the fixed order
/// kill → readiness → session and halt → stream → quote → contract → size and collar → duplicate → rate →
/// limits and buying power → daily loss. Fails closed: what is missing refuses. Pure.
std::optional<Refusal> checkEntry(const EntryTicket& ticket, const TradeBook& book, const GateMemory& memory,
                                  const TradeContext& context);

/// Every gate once more for an intent that is durable, just before it may leave: quote, quarantine, limits
/// and settings may have changed while it was being written. It does not count against itself.
std::optional<Refusal> recheckEntry(const OrderIntent& intent, const TradeBook& book,
                                    const GateMemory& memory, const TradeContext& context);

/// The key under which the duplicate throttle remembers a ticket.
std::string duplicateKey(const EntryTicket& ticket);

/// Everything refused for one ticket, in gate order, for the ticket's list of checks.
std::vector<Refusal> allRefusals(const EntryTicket& ticket, const TradeBook& book, const GateMemory& memory,
                                 const TradeContext& context);

} // namespace strikedesk::trade
