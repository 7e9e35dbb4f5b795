// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/event.h"
#include "core/market/hub/chart_hub.h"
#include "core/market/quote_board.h"
#include "core/trade/exits/trade_state.h"
#include "core/trade/ledger/mark.h"
#include "core/trade/orders/order_state.h"
#include "core/trade/risk/ticket_check.h"

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace strikedesk::engine {

/// One trade as a screen shows it.
struct TradeView {
    trade::TradeState state;
    trade::TradeTotals totals;
    Quantity open; ///< ≥ 0
    Price averageEntry;
    trade::Mark mark;
    Money unrealised;
};

/// A notice with its place in the sequence, so that a reader can tell which are new.
struct NumberedNotice {
    std::uint64_t number = 0;
    Timestamp at;
    trade::Notice notice;
};

/// Orders, trades and what the broker holds besides. Only ever shows what is durable.
struct OrderView {
    std::vector<trade::OrderState> orders; ///< in the order they were decided
    std::vector<TradeView> trades;
    std::map<Symbol, trade::BrokerPosition> external;
    std::vector<trade::BrokerOrder> foreign;
    std::vector<trade::Fill> fills; ///< in the order they were learnt
    Money realisedNet;
};

/// How one connection is.
struct LinkView {
    LinkState state = LinkState::Down;
    std::string reason;
    market::Vendor vendor = market::Vendor::Alpaca;

    template <class A>
    void archive(A& a) {
        a.field("state", state);
        a.field("reason", reason);
        a.field("vendor", vendor);
    }
};

/// What readers see: immutable, shared, versioned; the newest wins. Any thread may read it.
struct EngineSnapshot {
    std::uint64_t version = 0;
    Moment at;
    trade::Readiness readiness = trade::Readiness::Cold;
    std::string why; ///< why not READY, or empty
    trade::KillLevel kill = trade::KillLevel::None;
    bool sessionOpen = false;
    std::optional<trade::BrokerAccount> account;
    std::map<Channel, LinkView> links;
    /// Wanted live, but beyond the number of symbols the data plan streams; null counts as none.
    std::shared_ptr<const std::set<Symbol>> notStreamed;
    std::shared_ptr<const OrderView> orders;
    std::shared_ptr<const market::QuoteBoard> quotes;
    std::shared_ptr<const market::SeriesView> series; ///< what readers asked to see; never null
    /// The draft a ticket asked to be judged, as of `at`; null without a draft.
    std::shared_ptr<const trade::TicketCheck> ticketCheck;
    /// The account's at its last reading and what our trades gained since; nothing before an account.
    std::optional<Money> equity;
    std::optional<Money> dayProfit; ///< equity now less equity at the last close; nothing before an account
    std::vector<NumberedNotice> notices; ///< the newest 200

    bool isStreamed(const Symbol& symbol) const {
        return notStreamed == nullptr || !notStreamed->contains(symbol);
    }
};

} // namespace strikedesk::engine
