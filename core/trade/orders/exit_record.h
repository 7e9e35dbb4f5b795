// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/trade/orders/order_intent.h"

#include <string_view>

namespace strikedesk::trade {

/// The records of the order log that are about the exits of a trade; see order_record.h.

/// The exit of a trade began; a restart goes on with it.
struct ExitStarted {
    static constexpr std::string_view kKind = "exit_started";
    IntentId tradeId;
    ExitReason reason = ExitReason::Manual;
    Price reference; ///< bid (long) or ask (short) at the start, the collar's; zero: see ExitReferenced
    Timestamp at;
    template <class A>
    void archive(A& a) {
        a.field("tradeId", tradeId);
        a.field("reason", reason);
        a.field("reference", reference);
        a.field("at", at);
    }
};

/// The collar of an exit under way is measured from here: its start had no price that could be believed.
struct ExitReferenced {
    static constexpr std::string_view kKind = "exit_referenced";
    IntentId tradeId;
    Price reference;
    template <class A>
    void archive(A& a) {
        a.field("tradeId", tradeId);
        a.field("reference", reference);
    }
};

/// A person called the exit of a trade off; what is held stays held.
struct ExitStopped {
    static constexpr std::string_view kKind = "exit_stopped";
    IntentId tradeId;
    Timestamp at;
    template <class A>
    void archive(A& a) {
        a.field("tradeId", tradeId);
        a.field("at", at);
    }
};

/// A person changed the exits of a trade.
struct PlanChanged {
    static constexpr std::string_view kKind = "plan";
    IntentId tradeId;
    ExitPlan plan;
    template <class A>
    void archive(A& a) {
        a.field("tradeId", tradeId);
        a.field("plan", plan);
    }
};

} // namespace strikedesk::trade
