// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/trade/orders/broker.h"

#include <cstdint>
#include <vector>

namespace strikedesk::trade {

/// One reading of the broker's books. `startedAt` is when it was asked for: what the stream said later wins.
struct BrokerSweep {
    std::uint64_t sweepId = 0;
    MonoTime startedAt;
    std::vector<BrokerOrder> orders; ///< open ones and all submitted since the sweep's start time
    std::vector<BrokerPosition> positions;
    std::vector<BrokerActivity> activities;
    BrokerAccount account;

    template <class A>
    void archive(A& a) {
        a.field("sweepId", sweepId);
        a.field("startedAt", startedAt);
        a.field("orders", orders);
        a.field("positions", positions);
        a.field("activities", activities);
        a.field("account", account);
    }
};

} // namespace strikedesk::trade
