// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/trade/risk/entry_ticket.h"

#include <vector>

namespace strikedesk::trade {

/// A ticket waiting for a newer quote.
struct WaitingTicket {
    EntryTicket ticket;
    MonoTime giveUpAt;
    template <class A>
    void archive(A& a) {
        a.field("ticket", ticket);
        a.field("giveUpAt", giveUpAt);
    }
};

/// A commit that was asked for and not answered yet.
struct PendingCommit {
    std::vector<ClientOrderId> intents; ///< may leave once it is durable
    bool hasFacts = false;              ///< also tells what happened, which cannot be undone
    template <class A>
    void archive(A& a) {
        a.field("intents", intents);
        a.field("hasFacts", hasFacts);
    }
};

} // namespace strikedesk::trade
