// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/trade/risk/entry_ticket.h"
#include "ui/readers/subscription.h"

#include <optional>

namespace strikedesk::ui {

/// What a panel puts into the order ticket: a contract with the side and price clicked.
struct TicketRequest {
    Symbol contract;
    trade::PositionIntent intent = trade::PositionIntent::BuyToOpen;
    std::optional<Price> limit; ///< nothing: the ticket's own choice
    std::optional<std::int64_t> quantity;
    bool submit = false; ///< send at once (one click, only while armed)
};

/// The way from chain and matrix to the ticket. GUI thread.
class TicketBoard {
public:
    void load(TicketRequest request) {
        m_request = std::move(request);
        m_loaded.publish();
    }
    /// Whether there is a ticket that takes what is loaded.
    bool hasTicket() const { return m_loaded.hasSubscribers(); }
    const TicketRequest& request() const { return m_request; }
    Subscription subscribe(std::function<void()> loaded) { return m_loaded.subscribe(std::move(loaded)); }

private:
    TicketRequest m_request;
    Publisher m_loaded;
};

} // namespace strikedesk::ui
