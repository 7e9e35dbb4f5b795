// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/market/quote_board.h"
#include "core/trade/orders/broker_account.h"
#include "core/trade/risk/readiness.h"
#include "core/trade/risk/trade_settings.h"

#include <optional>
#include <set>

namespace strikedesk::trade {

/// What the engine knows of the outside that the gates ask about.
struct GateFacts {
    Readiness readiness = Readiness::Cold;
    bool sessionOpen = false; ///< the core session, by the venue's clock and our calendar
    bool streamReady = false; ///< order stream authorised and the book swept since
    bool leaseHeld = true;
    std::optional<BrokerAccount> account;
    MonoTime accountReadAt;
    Timestamp accountReadMarket; ///< the same moment in market time
    std::set<Symbol> untradable; ///< inactive, adjusted or unknown contracts: close only

    template <class A>
    void archive(A& a) {
        a.field("readiness", readiness);
        a.field("sessionOpen", sessionOpen);
        a.field("streamReady", streamReady);
        a.field("leaseHeld", leaseHeld);
        a.field("account", account);
        a.field("accountReadAt", accountReadAt);
        a.field("accountReadMarket", accountReadMarket);
        a.field("untradable", untradable);
    }
};

/// Everything one step of the order core may look at: the moment of the event in hand, quotes, settings,
/// facts, and where new ids come from. Valid for the step only.
struct TradeContext {
    Moment now;
    const market::QuoteBoard& quotes;
    const TradeSettings& settings;
    const GateFacts& facts;
    IdSource& ids;
};

} // namespace strikedesk::trade
