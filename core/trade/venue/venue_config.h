// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/money.h"
#include "core/base/timestamp.h"

#include <cstdint>

namespace strikedesk::trade {

/// What sets off an option stop. The broker's own source is not documented, so it is a setting.
enum class StopTrigger : std::uint8_t {
    Quote,     ///< the bid reaches a sell stop, the ask reaches a buy stop
    LastTrade, ///< the last trade reaches the stop
};

/// How the venue fills, charges and what the account may do. Everything chance does comes from `seed`, so the
/// same inputs give the same outputs. Permille settings are 0..1000.
struct VenueConfig {
    AccountId accountNumber = AccountId("PA0000000001");
    Money startingCash = Money::dollars(100'000);
    std::uint64_t seed = 1;
    std::int64_t optionsLevel = 3; ///< 0 off, 1 covered, 2 long options, 3 multi-leg
    std::int64_t marginMultiplier =
        1; ///< 1, 2 or 4: stock buying power per dollar; options are never on margin
    bool shortingEnabled = false;

    Duration routeDelay;                              ///< pending_new lasts this long
    Duration fillDelay;                               ///< an order reaches the market this long after `new`
    Duration cancelDelay;                             ///< pending_cancel lasts this long
    Duration replaceDelay;                            ///< pending_replace lasts this long
    Duration partialRestDelay = Duration::seconds(1); ///< the rest after a chance partial waits this long
    std::int64_t crossingPermille = 1'000;            ///< 1000 pays the touch, 750 three quarters of the way
    std::int64_t partialPermille = 0;                 ///< orders that get a chance partial fill first
    std::int64_t unknownSizeNoFillPermille = 0;       ///< quotes of unknown size that fill nothing
    std::int64_t slippageCapPermille = 0;             ///< a fill is at most this far from the mid; 0: no cap
    bool limitBySize = true;                          ///< never more than the displayed size of one quote
    StopTrigger stopTrigger = StopTrigger::Quote;

    Money commissionPerContract;    ///< per contract and side, booked with the fill
    Money regulatoryFeePerContract; ///< per contract sold, booked as FEE after the close
    /// No new orders on a contract from this long before the end of its last day; 0: until the end.
    Duration expiryCutoffBeforeClose;
    /// Cancels that are asked for and never confirmed: the order stays pending_cancel until it fills or ends.
    std::int64_t stuckCancelPermille = 0;
    /// At every close, short American contracts that are in the money and do not end that day are assigned
    /// early with this chance, each position as a whole.
    std::int64_t earlyAssignmentPermille = 0;
    /// New orders on a halted share or its contracts: refused, or taken and not filled until trading resumes.
    bool refusesWhenHalted = false;
    /// Automatic exercise of long contracts at least this far in the money (Options Clearing Corporation:
    /// 0.01).
    Price exerciseThreshold = Price::fromCents(1);

    /// As the broker's paper account fills: the touch, size ignored, one order in ten partial first, no fees.
    static VenueConfig brokerPaper();
    /// The product's own paper friction: 100 ms, 0.75 of the half spread, sizes kept, 20 % partial, 5 % none
    /// on unknown sizes, 2 % cap, 0.70 per contract.
    static VenueConfig paperFriction();

    template <class A>
    void archive(A& a) {
        a.field("accountNumber", accountNumber);
        a.field("startingCash", startingCash);
        a.field("seed", seed);
        a.field("optionsLevel", optionsLevel);
        a.field("marginMultiplier", marginMultiplier);
        a.field("shortingEnabled", shortingEnabled);
        a.field("routeDelay", routeDelay);
        a.field("fillDelay", fillDelay);
        a.field("cancelDelay", cancelDelay);
        a.field("replaceDelay", replaceDelay);
        a.field("partialRestDelay", partialRestDelay);
        a.field("crossingPermille", crossingPermille);
        a.field("partialPermille", partialPermille);
        a.field("unknownSizeNoFillPermille", unknownSizeNoFillPermille);
        a.field("slippageCapPermille", slippageCapPermille);
        a.field("limitBySize", limitBySize);
        a.field("stopTrigger", stopTrigger);
        a.field("commissionPerContract", commissionPerContract);
        a.field("regulatoryFeePerContract", regulatoryFeePerContract);
        a.field("expiryCutoffBeforeClose", expiryCutoffBeforeClose);
        a.field("stuckCancelPermille", stuckCancelPermille);
        a.field("earlyAssignmentPermille", earlyAssignmentPermille);
        a.field("refusesWhenHalted", refusesWhenHalted);
        a.field("exerciseThreshold", exerciseThreshold);
    }
};

} // namespace strikedesk::trade
