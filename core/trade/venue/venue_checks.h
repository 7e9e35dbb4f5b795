// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trade/venue/venue_result.h"
#include "core/trade/venue/venue_state.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace strikedesk::trade {

/// A checked request, not in the book yet: ids, times and states are not set.
struct OrderPlan {
    VenueOrder order;
    std::vector<VenueOrder> legs;          ///< multi-leg only
    std::vector<VenueOrder> children = {}; ///< exits of a bracket, oco or oto
};

/// Code families of the broker (protocol facts, section 3).
inline constexpr std::int64_t kBadParameter = 40'010'001;
inline constexpr std::int64_t kForbidden = 40'310'000;
inline constexpr std::int64_t kNotFound = 40'410'000;
inline constexpr std::int64_t kNotAllowed = 42'210'000;

/// A refusal without extra keys.
VenueError refusal(std::int32_t httpStatus, std::int64_t code, std::string message);
/// 422 with the code of a business rule.
VenueError notAllowed(std::string message);
/// 422 with the code of a bad parameter.
VenueError badParameter(std::string message);

/// The shares, to a billionth, that an amount buys at a price; nullopt for none or more than can be held.
std::optional<Quantity> quantityFor(Money amount, Price price);

/// Everything checked before an order enters the book, in the order the broker's answers suggest: form, then
/// instrument, then rules of the instrument, then what the account can carry.
std::variant<OrderPlan, VenueError> planOrder(const VenueState& state, const OrderRequest& request,
                                              const TrailTerms& trail = {});

/// Length and uniqueness of a client order id; an empty one is fine.
std::optional<VenueError> checkClientOrderId(const VenueState& state, const ClientOrderId& id);
/// Decimals of a price: two from 1.00 up, four below. `name` as on the wire ("limit_price").
std::optional<VenueError> checkIncrement(const char* name, const std::optional<Price>& price);
/// The rules an order of a known instrument obeys by itself: quantity, type, prices.
std::optional<VenueError> checkTerms(const VenueState& state, const VenueOrder& order);
/// What the account and its other orders allow: wash trades, held quantity, coverage, buying power. `without`
/// is the order a replacement takes the place of.
std::optional<VenueError> checkMeans(const VenueState& state, const OrderPlan& plan,
                                     const BrokerOrderId& without);

/// Shares with exits: checks the geometry, gives the planned order its role and adds the exits.
std::optional<VenueError> planFamily(const VenueState& state, const OrderRequest& request, OrderPlan& plan);
/// Multi-leg requests (2 to 4 option legs).
std::variant<OrderPlan, VenueError> planMultiLeg(const VenueState& state, const OrderRequest& request);
/// A listed, active, unexpired contract, or why not. `opens`: adjusted contracts can only be closed.
std::optional<VenueError> checkContract(const VenueState& state, const options::Contract& contract,
                                        bool opens);
/// What the service reads from side and position.
PositionIntent inferIntent(Side side, Quantity position);
/// A stated intent must be the inferred one.
std::optional<VenueError> checkIntent(PositionIntent stated, PositionIntent inferred);

} // namespace strikedesk::trade
