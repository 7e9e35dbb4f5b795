// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trade/venue/venue_result.h"
#include "core/trade/venue/venue_state.h"

#include <optional>
#include <vector>

namespace strikedesk::trade {

/// Orders that are not in the book yet (a request being checked), and one that is to be left out (the order
/// being replaced, with its legs).
struct WhatIf {
    std::vector<const VenueOrder*> extra;
    BrokerOrderId without;
};

/// Signed position; zero when flat.
Quantity positionOf(const VenueState& state, const Symbol& symbol);
/// What may still trade under an order, counted once over a pending replacement: the new order counts only
/// what it has beyond the old one.
Quantity exposureOf(const VenueState& state, const VenueOrder& order);
/// Σ of what open closing orders on the symbol may still trade, never negative.
Quantity heldForOrders(const VenueState& state, const Symbol& symbol, const WhatIf& whatIf = {});

/// Mid of a sane quote, else the last trade, else the average cost, per unit.
Price markOf(const VenueState& state, const Symbol& symbol);
/// The price of the underlying that decides an expiry: the last trade, or the mid of a sane quote seen after
/// it; nullopt when neither was seen.
std::optional<Price> settlementPrice(const VenueState& state, const Symbol& underlying);
/// Cash and everything at its mark.
Money equityOf(const VenueState& state);

/// Price per unit a buy is charged at: limit, stop, or the ask for a market order; nullopt without a quote.
std::optional<Price> chargedPrice(const VenueState& state, const VenueOrder& order);

/// What short options cost in collateral if every open sell fills and no open buy does: covered calls
/// nothing, puts their strike, spreads the distance of the strikes (long legs count at option level 3).
struct Collateral {
    Money amount;
    std::optional<Symbol> uncovered; ///< a short call with neither shares nor a long call behind it
};
Collateral collateralOf(const VenueState& state, const WhatIf& whatIf = {});

/// Dollars left for opening options, after open orders and collateral; may be negative.
Money optionsBuyingPower(const VenueState& state, const WhatIf& whatIf = {});
/// Dollars left for opening shares: the above times the margin multiplier.
Money buyingPower(const VenueState& state, const WhatIf& whatIf = {});

/// Shares of `underlying` not bound by short calls, open covered-call orders or open sells.
Quantity freeShares(const VenueState& state, const Symbol& underlying, const WhatIf& whatIf = {});

/// Books an activity: cash moves by its net amount and by nothing else.
void book(VenueState& state, VenueResult& out, BrokerActivity activity);
/// Moves a position by a signed quantity at a price (average cost; a flip starts anew at the price).
void movePosition(VenueState& state, const Symbol& symbol, Quantity change, Price price,
                  std::int64_t multiplier, AssetClass assetClass);

BrokerPosition describePosition(const VenueState& state, const Symbol& symbol, const VenuePosition& position);
BrokerAccount describeAccount(const VenueState& state);

} // namespace strikedesk::trade
