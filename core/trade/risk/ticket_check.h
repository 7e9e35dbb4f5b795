// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/money.h"
#include "core/trade/risk/entry_ticket.h"

#include <optional>
#include <string>
#include <vector>

namespace strikedesk::trade {

class TradeBook;
struct GateMemory;
struct TradeContext;

/// One gate's answer for the ticket's list: what was asked and how it came out, in words with figures.
struct GateCheck {
    std::string code;  ///< stable, as in Refusal
    std::string label; ///< "Quote age 0.3 s ≤ 5 s" when passed; the refusal's sentence when not
    bool passed = false;
    bool needsFreshQuote = false;
    bool isRemark = false; ///< passed, and still worth a look
};

/// What a ticket costs and can come to, before it is sent. Money without fees unless said.
struct TicketFigures {
    Money cost;                     ///< limit × quantity × multiplier; negative when it brings cash in
    Money fees;                     ///< both sides together as far as the settings know them
    std::optional<Price> breakEven; ///< at expiry, of the underlying: strike ± premium
    std::optional<Money> maxLoss;   ///< with entry fees; nothing when unlimited
    std::optional<Money> maxGain;   ///< nothing when unlimited
    std::optional<Money> buyingPowerAfter; ///< nothing before the account is known, and for a short
    std::optional<Price> target;           ///< the take-profit as a price on the tick grid
    std::optional<Money> profitAtTarget;   ///< net of fees
    std::optional<Money> lossAtStop;       ///< net of fees, ≤ 0 for a stop below the entry
};

/// A draft judged by the same gates that judge an order. What it says may change with the next quote.
struct TicketCheck {
    EntryTicket ticket;
    bool mayLeave = false; ///< every check passed
    std::vector<GateCheck> checks;
    TicketFigures figures;
};

/// Puts a draft before every gate, in gate order: what passed with its figures, what was refused with its
/// reason. `mayLeave` is true exactly when checkEntry() would let the ticket through now. Pure.
TicketCheck checkTicket(const EntryTicket& ticket, const TradeBook& book, const GateMemory& memory,
                        const TradeContext& context);

/// What the ticket costs and can come to: one option contract or shares, long or short. Figures that cannot
/// be worked out (a price of zero, a quantity beyond all sense) stay zero or absent. Pure.
TicketFigures figuresOf(const EntryTicket& ticket, const TradeBook& book, const TradeContext& context);

} // namespace strikedesk::trade
