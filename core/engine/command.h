// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/market/hub/hub_command.h"
#include "core/trade/exits/trade_state.h"
#include "core/trade/orders/order_command.h"
#include "core/trade/risk/readiness.h"

#include <variant>

namespace strikedesk::engine {

/// A trade is finished: write its journal row. Carried out by the store worker; repeated after a restart, so
/// the row is written by its trade id. No answer.
struct JournalTrade {
    trade::TradeSummary summary;
    template <class A>
    void archive(A& a) {
        a.field("summary", summary);
    }
};

/// Readiness changed; for the header and the log. No answer.
struct ReadinessChanged {
    trade::Readiness readiness = trade::Readiness::Cold;
    std::string why;
    template <class A>
    void archive(A& a) {
        a.field("readiness", readiness);
        a.field("why", why);
    }
};

using RecordCommand = std::variant<JournalTrade, ReadinessChanged>;

/// Everything the engine asks for, as plain values grouped by who carries it out.
using Command = std::variant<trade::TradeCommand, RecordCommand, market::HubCommand>;

} // namespace strikedesk::engine
