// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/market/quote.h"
#include "core/market/trade_print.h"
#include "core/options/contract.h"
#include "core/trade/orders/order_request.h"
#include "core/trade/venue/venue_limits.h"
#include "core/trade/venue/venue_order.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace strikedesk::trade {

/// One trading day: core session in UTC. A half day only has an earlier close. Days that are not told are
/// closed.
struct SessionDay {
    Date date;
    Timestamp open;
    Timestamp close;

    template <class A>
    void archive(A& a) {
        a.field("date", date);
        a.field("open", open);
        a.field("close", close);
    }
};

/// A share the venue lists. `optionsLateClose`: its options trade 15 minutes past the close (asset attribute
/// options_late_close).
struct VenueAsset {
    std::string id;
    Symbol symbol;
    std::string name;
    std::string exchange;
    bool isTradable = true;
    bool isShortable = true;
    bool isFractionable = true;
    bool optionsLateClose = false;

    template <class A>
    void archive(A& a) {
        a.field("id", id);
        a.field("symbol", symbol);
        a.field("name", name);
        a.field("exchange", exchange);
        a.field("isTradable", isTradable);
        a.field("isShortable", isShortable);
        a.field("isFractionable", isFractionable);
        a.field("optionsLateClose", optionsLateClose);
    }
};

/// POST /v2/orders.
struct SubmitOrder {
    OrderRequest request;
    TrailTerms trail = {}; ///< of a trailing stop
};
/// PATCH /v2/orders/{id}.
struct ReplaceOrder {
    ReplaceRequest request;
    std::optional<Price> trail = {}; ///< new distance of a trailing stop, in its own unit
};
/// DELETE /v2/orders/{id}.
struct CancelOrder {
    BrokerOrderId id;
};
/// DELETE /v2/orders.
struct CancelAllOrders {};
/// DELETE /v2/positions/{symbol}: `quantity`, `percentage` (0 < p ≤ 100) or neither for all.
struct ClosePosition {
    Symbol symbol;
    std::optional<Quantity> quantity;
    std::optional<Quantity> percentage;
};
/// DELETE /v2/positions.
struct CloseAllPositions {
    bool cancelOrders = false;
};
/// POST /v2/positions/{symbol}/exercise: all available long contracts, at once.
struct ExercisePosition {
    Symbol symbol;
};
/// POST /v2/positions/{symbol}/do-not-exercise: the contracts expire instead.
struct DoNotExercise {
    Symbol symbol;
};
/// The market's best prices; the fill model works on these.
struct QuoteSeen {
    market::Quote quote;
};
/// One trade of the market.
struct TradeSeen {
    market::TradePrint trade;
};
/// Nothing but time: delays, the open, the close, expiry.
struct TimeAdvanced {};
/// Lists a contract or changes its facts (inactive, not tradable).
struct RegisterContract {
    options::Contract contract;
};
/// Lists a share or changes its facts.
struct RegisterAsset {
    VenueAsset asset;
};
/// An index: nobody holds it, so its options settle in cash. `optionsLateClose`: they trade 15 minutes past
/// the close.
struct RegisterIndex {
    Symbol symbol;
    bool optionsLateClose = false;
};
/// The calendar, replacing the days told before.
struct SetSessions {
    std::vector<SessionDay> days;
};
/// A booking from outside: a deposit (CSD), a dividend (DIV), a journal (JNLC).
struct BookActivity {
    std::string type;
    Money amount;
    Symbol symbol;
    std::string description;
};

/// PATCH /v2/account/configurations, as the whole looks afterwards.
struct SetLimits {
    AccountLimits limits;
};
/// Moves the switches of VenueConfig of the same names.
struct SetBehaviour {
    std::int64_t stuckCancelPermille = 0;
    std::int64_t earlyAssignmentPermille = 0;
    bool refusesWhenHalted = false;
};
/// Trading in a share and its contracts stops or goes on. Cancels work meanwhile.
struct SetHalt {
    Symbol symbol;
    bool isHalted = false;
};
/// What becomes of one held contract in a split: `newPerOld` contracts of `to` for each one.
struct ContractSplit {
    Symbol from;
    options::Contract to;
    std::int64_t newPerOld = 1;
};
/// A split takes effect: `newShares` for every `oldShares`. Happens once per `id`. Open orders on the share
/// and its contracts are canceled. Held contracts named here turn into others; those not named can only be
/// closed from then on.
struct ApplySplit {
    std::string id;
    Symbol symbol;
    std::int64_t newShares = 1;
    std::int64_t oldShares = 1;
    std::vector<ContractSplit> contracts;
};
/// A share goes without its dividend: who holds it now gets (who is short pays) `cash` a share at `payAt`.
/// Happens once per `id`.
struct GoExDividend {
    std::string id;
    Symbol symbol;
    Price cash;
    Timestamp payAt;
};

/// Everything that can happen to a venue.
using VenueInput = std::variant<SubmitOrder, ReplaceOrder, CancelOrder, CancelAllOrders, ClosePosition,
                                CloseAllPositions, ExercisePosition, DoNotExercise, QuoteSeen, TradeSeen,
                                TimeAdvanced, RegisterContract, RegisterAsset, RegisterIndex, SetSessions,
                                BookActivity, SetLimits, SetBehaviour, SetHalt, ApplySplit, GoExDividend>;

} // namespace strikedesk::trade
