// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ids.h"
#include "core/base/money.h"
#include "core/engine/snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace strikedesk::ui {

/// One order of ours that may still execute, at its price.
struct OwnOrder {
    ClientOrderId id;
    IntentId tradeId;
    Price price;
    std::int64_t quantity = 0; ///< what may still execute
    bool buys = false;
    trade::OrderRole role = trade::OrderRole::Entry;
    bool isSettling = false; ///< on its way to or from the broker: sending, unknown, being cancelled
    friend bool operator==(const OwnOrder&, const OwnOrder&) = default;
};

/// One trade of ours with something held in the contract.
struct HeldTrade {
    IntentId id;
    std::int64_t open = 0;
    trade::ExitPlan plan;
    std::optional<Price> target;
    bool isExiting = false;
};

/// Everything the ladder shows of one contract, read out of a snapshot. Value type; pure.
struct LadderBook {
    Symbol contract;
    std::optional<Price> bid; ///< nothing: that side is empty
    std::optional<Price> ask;
    std::int64_t bidSize = 0;
    std::int64_t askSize = 0;
    std::optional<Price> last;
    Timestamp confirmed; ///< unset: never
    bool isHalted = false;
    std::vector<OwnOrder> orders;
    std::vector<HeldTrade> trades;
    std::int64_t held = 0;        ///< contracts in our trades
    std::int64_t heldOutside = 0; ///< contracts the broker holds that no trade of ours opened; signed
    std::optional<Price> average; ///< of everything held
    std::int64_t multiplier = 100;
    /// What profit is reckoned from when nothing is held: one contract at this price.
    std::optional<Price> assumedEntry;

    bool hasMarket() const { return bid || ask; }
    /// Halfway between the sides, or the one there is, or the last print, or what was paid.
    std::optional<Price> middle() const;
};

/// `ticketLimit`: the limit of a ticket open on this contract, for the profit column while flat.
LadderBook ladderBookOf(const engine::EngineSnapshot& snapshot, const Symbol& contract,
                        std::optional<Price> ticketLimit, std::int64_t multiplier);

/// What the position would have made at a price, before fees; of one contract at `assumedEntry` when flat.
/// Nothing when there is neither, or the figure is out of range.
std::optional<Money> profitAt(const LadderBook& book, Price price);

} // namespace strikedesk::ui
