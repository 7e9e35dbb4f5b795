// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/trade/ledger/ledger.h"
#include "core/trade/orders/order_intent.h"

#include <optional>
#include <vector>

namespace strikedesk::trade {

/// Where a trade stands.
enum class TradePhase : std::uint8_t {
    Entering, ///< nothing filled yet
    Open,     ///< something is held
    Exiting,  ///< being closed: resting exits are withdrawn, an exit order works
    Closed,   ///< nothing held, nothing working
};

std::string_view toText(TradePhase phase);

/// One round trip in one instrument: the entry, the exits attached to it, and how far it has come. Named by
/// the entry's intent id. Owned by the order core; engine thread only.
struct TradeState {
    IntentId id;
    Symbol symbol;
    PositionIntent entryIntent = PositionIntent::BuyToOpen;
    std::int64_t multiplier = 100;
    ExitPlan plan;
    std::optional<Price> target; ///< worked out from the first fill
    TradePhase phase = TradePhase::Entering;
    ExitReason reason = ExitReason::None;
    std::vector<ClientOrderId> orders; ///< entry first, then exits in the order they were decided

    bool takeProfitRefused = false; ///< the broker said no; a person must look before another is sent
    MonoTime nextTakeProfit;        ///< not sooner, after one was stopped on our side
    bool exitSuspended = false; ///< a kill of level 3 stopped the exit under way until somebody closes again
    Price exitReference;        ///< the collar is measured from it; zero until a quote can be believed
    MonoTime referencePatience; ///< until then a better quote is waited for
    MonoTime nextReferenceRead;
    MonoTime nextReprice;
    MonoTime nextPlacement;        ///< of a new exit order; a clock of its own, or re-pricing would starve it
    std::int32_t exitRefusals = 0; ///< for good; three need a person
    std::int32_t exitSetbacks = 0; ///< in a row, for a reason that passes: tried again with a pause
    bool exitBounded = false;      ///< one was refused: no more than the broker shows is sent from now on
    MonoTime nextExitNotice;       ///< what holds the exit up is said again then
    bool collarReached = false;

    std::optional<MonoTime> stopConfirmAt; ///< a quote is beyond the stop; at this time it counts
    Timestamp stopSeenQuote;
    bool lateQuoteSaid = false;         ///< that only delayed quotes are there for its exit
    std::optional<MonoTime> blindSince; ///< no quote could be believed since
    MonoTime nextBlindNotice;

    bool isLong() const { return entryIntent == PositionIntent::BuyToOpen; }
    /// The intent that closes it.
    PositionIntent closingIntent() const {
        return isLong() ? PositionIntent::SellToClose : PositionIntent::BuyToClose;
    }

    template <class A>
    void archive(A& a) {
        a.field("id", id);
        a.field("symbol", symbol);
        a.field("entryIntent", entryIntent);
        a.field("multiplier", multiplier);
        a.field("plan", plan);
        a.field("target", target);
        a.field("phase", phase);
        a.field("reason", reason);
        a.field("orders", orders);
        a.field("takeProfitRefused", takeProfitRefused);
        a.field("nextTakeProfit", nextTakeProfit);
        a.field("exitSuspended", exitSuspended);
        a.field("exitReference", exitReference);
        a.field("referencePatience", referencePatience);
        a.field("nextReferenceRead", nextReferenceRead);
        a.field("nextReprice", nextReprice);
        a.field("nextPlacement", nextPlacement);
        a.field("exitRefusals", exitRefusals);
        a.field("exitSetbacks", exitSetbacks);
        a.field("exitBounded", exitBounded);
        a.field("nextExitNotice", nextExitNotice);
        a.field("collarReached", collarReached);
        a.field("stopConfirmAt", stopConfirmAt);
        a.field("stopSeenQuote", stopSeenQuote);
        a.field("lateQuoteSaid", lateQuoteSaid);
        a.field("blindSince", blindSince);
        a.field("nextBlindNotice", nextBlindNotice);
    }
};

/// A finished trade as the journal keeps it.
struct TradeSummary {
    IntentId id;
    Symbol symbol;
    PositionIntent entryIntent = PositionIntent::BuyToOpen;
    std::int64_t multiplier = 100;
    ExitReason reason = ExitReason::None;
    TradeTotals totals;
    Timestamp decidedAt;
    std::optional<Price> target;
    std::optional<Price> stop;
    std::vector<ClientOrderId> orders;

    template <class A>
    void archive(A& a) {
        a.field("id", id);
        a.field("symbol", symbol);
        a.field("entryIntent", entryIntent);
        a.field("multiplier", multiplier);
        a.field("reason", reason);
        a.field("totals", totals);
        a.field("decidedAt", decidedAt);
        a.field("target", target);
        a.field("stop", stop);
        a.field("orders", orders);
    }
};

} // namespace strikedesk::trade
