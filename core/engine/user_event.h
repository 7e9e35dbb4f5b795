// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/market/hub/series_key.h"
#include "core/trade/orders/order_intent.h"
#include "core/trade/risk/entry_ticket.h"
#include "core/trade/risk/kill.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace strikedesk::engine {

/// A person (or later a strategy) wants a position opened.
struct TicketSubmitted {
    trade::EntryTicket ticket;
    template <class A>
    void archive(A& a) {
        a.field("ticket", ticket);
    }
};
struct CancelRequested {
    ClientOrderId clientOrderId;
    template <class A>
    void archive(A& a) {
        a.field("clientOrderId", clientOrderId);
    }
};
struct CloseRequested {
    IntentId tradeId;
    trade::ExitReason reason = trade::ExitReason::Manual;
    template <class A>
    void archive(A& a) {
        a.field("tradeId", tradeId);
        a.field("reason", reason);
    }
};
struct PlanRequested {
    IntentId tradeId;
    trade::ExitPlan plan;
    /// Out at the take-profit's price, at once if the market is there: said by Sell, not by moving a line.
    bool mayFillAtOnce = false;
    template <class A>
    void archive(A& a) {
        a.field("tradeId", tradeId);
        a.field("plan", plan);
        a.field("mayFillAtOnce", mayFillAtOnce);
    }
};
/// The kill switch was moved; KillLevel::None releases it (a person only).
struct KillRequested {
    trade::KillLevel level = trade::KillLevel::BlockEntries;
    std::string by;
    std::uint64_t pressed = 0; ///< number of the press, see WritePermit
    template <class A>
    void archive(A& a) {
        a.field("level", level);
        a.field("by", by);
        a.field("pressed", pressed);
    }
};
/// The series screens look at from now on, the focused one loaded first; replaces the last such wish.
struct SeriesWanted {
    std::vector<market::SeriesKey> keys; ///< the most important first
    std::optional<market::SeriesKey> focus;
    template <class A>
    void archive(A& a) {
        a.field("keys", keys);
        a.field("focus", focus);
    }
};
/// The ticket a person has before them, to be judged with every snapshot from now on; nothing ends it. Asks
/// for no order.
struct TicketDrafted {
    std::optional<trade::EntryTicket> ticket;
    template <class A>
    void archive(A& a) {
        a.field("ticket", ticket);
    }
};
using UserEvent = std::variant<TicketSubmitted, CancelRequested, CloseRequested, PlanRequested, KillRequested,
                               SeriesWanted, TicketDrafted>;

} // namespace strikedesk::engine
