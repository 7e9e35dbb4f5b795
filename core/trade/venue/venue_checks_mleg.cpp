// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trade/venue/venue_account.h"
#include "core/trade/venue/venue_checks.h"
#include "core/trade/venue/venue_sessions.h"

#include <numeric>
#include <set>

namespace strikedesk::trade {

namespace {

constexpr std::int64_t kMaxRatio = 1'000;

std::optional<VenueError> checkParent(const VenueState& state, const OrderRequest& request) {
    if (!request.symbol.isEmpty() || request.side)
        return badParameter("symbol and side are not accepted for mleg orders");
    if (request.notional)
        return notAllowed("notional is not supported for options trading");
    if (request.legs.size() < 2 || request.legs.size() > 4)
        return notAllowed("mleg orders must have 2 to 4 legs");
    if (!request.quantity->isWhole())
        return badParameter("qty must be an integer");
    if (request.type != OrderType::Market && request.type != OrderType::Limit)
        return notAllowed("invalid options order_type");
    if (request.timeInForce != TimeInForce::Day && request.timeInForce != TimeInForce::Gtc)
        return notAllowed("invalid options time_in_force");
    if (request.extendedHours)
        return notAllowed("extended hours orders are not supported for options trading");
    if (request.takeProfitLimit || request.stopLossStop || request.stopLossLimit || request.stopPrice)
        return notAllowed("only limit_price is accepted for mleg orders");
    if ((request.type == OrderType::Limit) != request.limitPrice.has_value())
        return badParameter(request.limitPrice ? "limit_price is not accepted for this order type"
                                               : "limit_price is required for this order type");
    // Net prices of complex orders step by a cent at any level; a credit is negative.
    if (request.limitPrice && request.limitPrice->units() % 100 != 0)
        return notAllowed("invalid limit_price " + request.limitPrice->text() +
                          ". sub-penny increment does not fulfill minimum pricing criteria");
    if (state.optionsLevel() < 3)
        return refusal(403, kForbidden, "account not eligible to trade multi-leg options");
    return std::nullopt;
}

std::optional<VenueError> checkLegs(const VenueState& state, const OrderRequest& request) {
    std::set<Symbol> seen;
    std::int64_t divisor = 0;
    Symbol underlying;
    for (const OrderLeg& leg : request.legs) {
        const auto contract = state.contracts.find(leg.symbol);
        if (contract == state.contracts.end())
            return notAllowed("invalid symbol");
        if (!seen.insert(leg.symbol).second)
            return notAllowed("mleg legs must have distinct symbols");
        if (leg.ratio < 1 || leg.ratio > kMaxRatio)
            return badParameter("ratio_qty must be a positive integer");
        divisor = std::gcd(divisor, leg.ratio);
        if (underlying.isEmpty())
            underlying = contract->second.underlying;
        if (underlying != contract->second.underlying)
            return notAllowed("mleg legs must have the same underlying");
        const PositionIntent intent = inferIntent(leg.side, positionOf(state, leg.symbol));
        if (auto error = checkContract(state, contract->second, opensPosition(intent)))
            return error;
        if (auto error = checkIntent(leg.intent, intent))
            return error;
        if (!Quantity::tryFromText(std::to_string(request.quantity->wholePart() * leg.ratio)).ok())
            return badParameter("qty is too large");
        if (request.type == OrderType::Market && !isTrading(state, leg.symbol, false))
            return notAllowed("options market orders are only allowed during market hours");
    }
    if (divisor != 1)
        return notAllowed("mleg leg ratios must be in lowest terms");
    return std::nullopt;
}

} // namespace

std::variant<OrderPlan, VenueError> planMultiLeg(const VenueState& state, const OrderRequest& request) {
    if (auto error = checkParent(state, request))
        return *error;
    if (auto error = checkLegs(state, request))
        return *error;
    OrderPlan plan;
    BrokerOrder& parent = plan.order.order;
    parent.clientOrderId = request.clientOrderId;
    parent.quantity = request.quantity;
    parent.orderClass = OrderClass::MultiLeg;
    parent.type = request.type;
    parent.timeInForce = request.timeInForce;
    parent.limitPrice = request.limitPrice;
    plan.order.multiplier = state.contracts.at(request.legs.front().symbol).multiplier;
    for (const OrderLeg& leg : request.legs) {
        const options::Contract& contract = state.contracts.at(leg.symbol);
        VenueOrder row;
        row.ratio = leg.ratio;
        row.multiplier = contract.multiplier;
        row.order.symbol = leg.symbol;
        row.order.assetId = contract.id;
        row.order.assetClass = AssetClass::UsOption;
        row.order.quantity = Quantity::whole(request.quantity->wholePart() * leg.ratio);
        row.order.orderClass = OrderClass::MultiLeg;
        row.order.side = leg.side;
        row.order.intent = inferIntent(leg.side, positionOf(state, leg.symbol));
        row.order.timeInForce = request.timeInForce;
        plan.legs.push_back(std::move(row));
    }
    return plan;
}

} // namespace strikedesk::trade
