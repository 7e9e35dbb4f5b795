// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trade/orders/broker_account.h"
#include "core/trade/venue/venue_config.h"
#include "core/trade/venue/venue_input.h"
#include "core/trade/venue/venue_order.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace strikedesk::trade {

/// A position with its exact cost. `quantity` negative: short; `cost` has the sign of the quantity.
struct VenuePosition {
    Quantity quantity;
    Money cost; ///< Σ price × quantity × multiplier of what is open, average-cost method
    std::int64_t multiplier = 1;
    AssetClass assetClass = AssetClass::Other;
    bool doNotExercise = false;

    template <class A>
    void archive(A& a) {
        a.field("quantity", quantity);
        a.field("cost", cost);
        a.field("multiplier", multiplier);
        a.field("assetClass", assetClass);
        a.field("doNotExercise", doNotExercise);
    }
};

/// What the venue last saw of one symbol; sizes left are of this quote only.
struct VenueMarket {
    market::Quote quote;
    Timestamp quoteSeenAt; ///< a quote of an earlier session fills nothing
    std::int64_t bidLeft = 0;
    std::int64_t askLeft = 0;
    std::optional<Price> lastTrade;
    Timestamp lastTradeSeenAt;

    template <class A>
    void archive(A& a) {
        a.field("quote", quote);
        a.field("quoteSeenAt", quoteSeenAt);
        a.field("bidLeft", bidLeft);
        a.field("askLeft", askLeft);
        a.field("lastTrade", lastTrade);
        a.field("lastTradeSeenAt", lastTradeSeenAt);
    }
};

/// A dividend whose holders are known and that is not paid yet.
struct DividendDue {
    Symbol symbol;
    Quantity quantity; ///< shares held at the ex-date, negative when short
    Price cash;
    Timestamp payAt;

    template <class A>
    void archive(A& a) {
        a.field("symbol", symbol);
        a.field("quantity", quantity);
        a.field("cash", cash);
        a.field("payAt", payAt);
    }
};

/// The whole state of a venue; a plain value. Changed by VenueBook::step only.
struct VenueState {
    VenueConfig config;
    IdSource ids;
    Timestamp now;
    Money cash;
    Money lastEquity;
    Money feesDue;                               ///< regulatory fees of the day, booked after the close
    std::vector<VenueOrder> orders;              ///< in the order of submission, for ever
    std::map<BrokerOrderId, std::uint64_t> byId; ///< index into orders
    std::map<ClientOrderId, std::uint64_t> byClientId;
    std::set<std::uint64_t> working; ///< indexes of orders that are not terminal
    std::map<Symbol, VenuePosition> positions;
    std::vector<BrokerActivity> activities;
    std::map<Symbol, VenueMarket> markets; ///< of what was registered and its underlyings only
    std::map<Symbol, options::Contract> contracts;
    std::map<Symbol, VenueAsset> assets;
    std::set<Symbol> lateIndexes; ///< whose options trade 15 minutes past the close
    std::map<Date, SessionDay> sessions;
    Date lastClosed; ///< the newest session whose close was handled
    AccountLimits limits;
    std::set<Symbol> halted; ///< shares whose trading stands still
    std::vector<DividendDue> dividendsDue;
    std::set<std::string> actionsDone; ///< ids of splits and dividends already worked in

    template <class A>
    void archive(A& a) {
        archiveRest(a);
        a.field("orders", orders);
        a.field("byId", byId);
        a.field("byClientId", byClientId);
        a.field("working", working);
        a.field("activities", activities);
    }
    /// Everything but orders and activities, which only grow.
    template <class A>
    void archiveRest(A& a) {
        a.field("config", config);
        a.field("ids", ids);
        a.field("now", now);
        a.field("cash", cash);
        a.field("lastEquity", lastEquity);
        a.field("feesDue", feesDue);
        a.field("positions", positions);
        a.field("markets", markets);
        a.field("contracts", contracts);
        a.field("assets", assets);
        a.field("lateIndexes", lateIndexes);
        a.field("sessions", sessions);
        a.field("lastClosed", lastClosed);
        a.field("limits", limits);
        a.field("halted", halted);
        a.field("dividendsDue", dividendsDue);
        a.field("actionsDone", actionsDone);
    }

    std::int64_t optionsLevel() const {
        return std::min(config.optionsLevel, limits.maxOptionsLevel.value_or(config.optionsLevel));
    }
    std::int64_t marginMultiplier() const {
        return std::max<std::int64_t>(1, std::min(config.marginMultiplier, limits.maxMarginMultiplier));
    }
    bool mayShort() const { return config.shortingEnabled && !limits.noShorting; }
    /// Whether a share, or the share behind a contract, is halted.
    bool isHalted(const Symbol& symbol) const {
        if (halted.empty())
            return false;
        const auto contract = contracts.find(symbol);
        return halted.contains(contract == contracts.end() ? symbol : contract->second.underlying);
    }
};

} // namespace strikedesk::trade
