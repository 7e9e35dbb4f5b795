// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/trade/orders/broker.h"

#include <map>
#include <set>
#include <string>

namespace strikedesk::trade {

/// An order of ours that somebody else replaced, while its successor has not been seen.
struct AwaitedSuccessor {
    BrokerOrderId before;
    MonoTime since;
    template <class A>
    void archive(A& a) {
        a.field("before", before);
        a.field("since", since);
    }
};

/// How often the cancel of an order was asked for, and when last.
struct CancelAsks {
    MonoTime at;
    std::int32_t times = 0;
    template <class A>
    void archive(A& a) {
        a.field("at", at);
        a.field("times", times);
    }
};

/// What the order core remembers of the broker's words between two events, none of it durable: a restart
/// learns it anew from the first sweeps. Engine thread; archived.
struct BrokerMemory {
    std::map<ClientOrderId, std::int32_t> missingFills; ///< sweeps in a row that show more filled than known
    std::map<BrokerOrderId, Timestamp> lastSeenAt;      ///< broker's updated_at of the newest state taken
    std::map<Symbol, MonoTime> lastFillAt;              ///< when a fill was last taken
    std::map<Symbol, MonoTime> lastChangeAt;            ///< when an order last left or was seen to change
    std::map<Symbol, std::int32_t> disagreements;       ///< sweeps in a row in which positions differ
    std::map<Symbol, std::int32_t> agreements;          ///< the same of agreement, of quarantined ones
    std::map<Symbol, Quantity> notOurs;                 ///< of what our books hold, what cannot be closed
    std::map<BrokerOrderId, AwaitedSuccessor> awaited;  ///< by the successor's id
    std::map<BrokerOrderId, CancelAsks> foreignAsks;    ///< of orders of others, under a kill of level 3
    std::set<std::string> conflictsSaid;                ///< contradicting fills, each taken once

    template <class A>
    void archive(A& a) {
        a.field("missingFills", missingFills);
        a.field("lastSeenAt", lastSeenAt);
        a.field("lastFillAt", lastFillAt);
        a.field("lastChangeAt", lastChangeAt);
        a.field("disagreements", disagreements);
        a.field("agreements", agreements);
        a.field("notOurs", notOurs);
        a.field("awaited", awaited);
        a.field("foreignAsks", foreignAsks);
        a.field("conflictsSaid", conflictsSaid);
    }
};

} // namespace strikedesk::trade
