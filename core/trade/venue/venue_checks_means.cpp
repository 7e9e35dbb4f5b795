// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trade/venue/venue_account.h"
#include "core/trade/venue/venue_checks.h"

namespace strikedesk::trade {

namespace {

bool isFirm(const VenueOrder& order) {
    return order.order.type == OrderType::Market || order.order.type == OrderType::Stop ||
           order.order.type == OrderType::TrailingStop;
}

/// An order of the own account on the other side that could meet this one. Market and stop orders meet
/// anything; limits meet when they cross. Multi-leg orders are the stated way around and are not looked at.
std::optional<VenueError> checkWash(const VenueState& state, const VenueOrder& order,
                                    const BrokerOrderId& without) {
    for (const std::uint64_t index : state.working) {
        const VenueOrder& other = state.orders[index];
        const bool concerns = other.order.symbol == order.order.symbol &&
                              other.order.side != order.order.side &&
                              other.order.orderClass != OrderClass::MultiLeg && other.order.id != without &&
                              other.order.status != OrderStatus::Held;
        if (!concerns)
            continue;
        const bool firm = isFirm(order) || isFirm(other);
        bool crosses = firm;
        if (!firm) {
            const bool buys = order.order.side == Side::Buy;
            const Price buy = buys ? *order.order.limitPrice : *other.order.limitPrice;
            const Price sell = buys ? *other.order.limitPrice : *order.order.limitPrice;
            crosses = buy >= sell;
        }
        if (!crosses)
            continue;
        VenueError error = refusal(403, kForbidden, "potential wash trade detected. use complex orders");
        error.extra["existing_order_id"] = other.order.id.text();
        error.extra["reject_reason"] =
            isFirm(other) ? "opposite side market/stop order exists" : "opposite side limit order exists";
        return error;
    }
    return std::nullopt;
}

std::optional<VenueError> checkHeld(const VenueState& state, const VenueOrder& order,
                                    const BrokerOrderId& without) {
    if (opensPosition(order.order.intent))
        return std::nullopt;
    const Quantity existing = abs(positionOf(state, order.order.symbol));
    const Quantity held = heldForOrders(state, order.order.symbol, {{}, without});
    const Quantity available = existing - held;
    if (order.order.quantity.value_or(Quantity()) <= available)
        return std::nullopt;
    VenueError error =
        refusal(403, kForbidden,
                "insufficient qty available for order (requested: " + order.order.quantity->text() +
                    ", available: " + available.text() + ")");
    error.extra["available"] = available.text();
    error.extra["existing_qty"] = existing.text();
    error.extra["held_for_orders"] = held.text();
    error.extra["symbol"] = order.order.symbol.text();
    return error;
}

/// 0 nothing, 1 covered calls and cash-secured puts, 2 adds buying, 3 adds spreads. Closing is always
/// allowed.
std::optional<VenueError> checkLevel(const VenueState& state, const VenueOrder& order) {
    if (order.order.assetClass != AssetClass::UsOption || !opensPosition(order.order.intent))
        return std::nullopt;
    const std::int64_t needed = order.order.side == Side::Buy ? 2 : 1;
    if (state.optionsLevel() >= needed)
        return std::nullopt;
    return refusal(403, kForbidden,
                   state.optionsLevel() == 0
                       ? "account not eligible to trade options"
                       : "account not eligible to buy options at its options trading level");
}

std::optional<VenueError> checkShortSale(const VenueState& state, const VenueOrder& order) {
    if (order.order.assetClass != AssetClass::UsEquity || order.order.intent != PositionIntent::SellToOpen)
        return std::nullopt;
    const auto asset = state.assets.find(order.order.symbol);
    const bool isShortable = asset != state.assets.end() && asset->second.isShortable;
    if (state.mayShort() && isShortable && order.order.quantity->isWhole())
        return std::nullopt;
    return refusal(403, kForbidden, "account is not allowed to short");
}

WhatIf withPlan(const OrderPlan& plan, const BrokerOrderId& without) {
    WhatIf whatIf{{&plan.order}, without};
    for (const VenueOrder& leg : plan.legs)
        whatIf.extra.push_back(&leg);
    return whatIf;
}

/// Short calls need shares (or, at level 3, a long call) behind them, whatever fills first.
std::optional<VenueError> checkCovered(const VenueState& state, const OrderPlan& plan,
                                       const BrokerOrderId& without) {
    const auto before = collateralOf(state, {{}, without});
    const auto after = collateralOf(state, withPlan(plan, without));
    const BrokerOrder& order = plan.order.order;
    // What is uncovered already (its long leg expired) must not stand in the way of getting out.
    const bool getsOut = plan.legs.empty() && !opensPosition(order.intent);
    if (!after.uncovered || (before.uncovered && getsOut))
        return std::nullopt;
    const auto contract = state.contracts.find(order.symbol);
    const bool isCallSale = contract != state.contracts.end() && order.intent == PositionIntent::SellToOpen;
    if (order.assetClass == AssetClass::UsEquity) {
        const Quantity available = freeShares(state, order.symbol, {{}, without});
        VenueError error =
            refusal(403, kForbidden,
                    "insufficient qty available for order (requested: " + order.quantity->text() +
                        ", available: " + available.text() + ")");
        const Quantity existing = abs(positionOf(state, order.symbol));
        error.extra["available"] = available.text();
        error.extra["existing_qty"] = existing.text();
        error.extra["held_for_orders"] = (existing - available).text();
        error.extra["symbol"] = order.symbol.text();
        return error;
    }
    if (!isCallSale)
        return refusal(403, kForbidden, "account not eligible to trade uncovered option contracts");
    const Symbol underlying = contract->second.underlying;
    const Quantity available = freeShares(state, underlying, {{}, without});
    if (available.isZero() && state.assets.find(underlying) == state.assets.end())
        return refusal(403, kForbidden, "account not eligible to trade uncovered option contracts");
    const Quantity required = Quantity::whole(order.quantity->wholePart() * contract->second.size);
    VenueError error = refusal(403, kForbidden,
                               "insufficient underlying qty available (required: " + required.text() +
                                   ", available: " + available.text() + ")");
    error.extra["available_qty"] = available.text();
    error.extra["required_qty"] = required.text();
    error.extra["symbol"] = underlying.text();
    const auto asset = state.assets.find(underlying);
    error.extra["underlying_asset_id"] = asset == state.assets.end() ? "" : asset->second.id;
    return error;
}

/// Amounts are checked for size first, so that the sums of the account cannot overflow.
std::optional<VenueError> checkSize(const VenueState& state, const VenueOrder& order) {
    constexpr std::int64_t kMostDollars = 10'000'000'000;
    Price price = chargedPrice(state, order).value_or(Price());
    const auto contract = state.contracts.find(order.order.symbol);
    if (contract != state.contracts.end())
        price = std::max(price, contract->second.strike);
    const auto value = tryNotional(price, order.order.quantity.value_or(Quantity()), order.multiplier);
    if (value && *value < Money::dollars(kMostDollars) && -*value < Money::dollars(kMostDollars))
        return std::nullopt;
    return notAllowed("order value is too large");
}

std::optional<VenueError> checkBuyingPower(const VenueState& state, const OrderPlan& plan,
                                           const BrokerOrderId& without) {
    const VenueOrder& order = plan.order;
    bool opens = plan.legs.empty() && opensPosition(order.order.intent);
    for (const VenueOrder& leg : plan.legs)
        opens = opens || opensPosition(leg.order.intent);
    if (!opens)
        return std::nullopt;
    if (plan.legs.empty() && order.order.side == Side::Buy && !chargedPrice(state, order))
        return notAllowed("no available quote for " + order.order.symbol.text());
    OrderPlan priced = plan;
    if (!plan.legs.empty() && !order.order.limitPrice) {
        Price net;
        for (const VenueOrder& leg : plan.legs) {
            const auto price = chargedPrice(state, leg);
            if (!price)
                return notAllowed("no available quote for " + leg.order.symbol.text());
            net = leg.order.side == Side::Buy ? net + *price * leg.ratio : net - *price * leg.ratio;
        }
        priced.order.order.limitPrice = net;
    }
    const bool isShare = order.order.assetClass == AssetClass::UsEquity;
    const auto power = isShare ? buyingPower : optionsBuyingPower;
    const Money before = power(state, {{}, without});
    const Money after = power(state, withPlan(priced, without));
    // An order that costs nothing (a covered call) is never refused for money.
    if (!after.isNegative() || after >= before)
        return std::nullopt;
    VenueError error = refusal(403, kForbidden, "insufficient buying power");
    error.extra["buying_power"] = before.text();
    error.extra["cost_basis"] = (before - after).text();
    return error;
}

} // namespace

std::optional<VenueError> checkMeans(const VenueState& state, const OrderPlan& plan,
                                     const BrokerOrderId& without) {
    const bool isMultiLeg = !plan.legs.empty();
    std::vector<const VenueOrder*> parts;
    for (const VenueOrder& leg : plan.legs)
        parts.push_back(&leg);
    if (!isMultiLeg)
        parts.push_back(&plan.order);
    for (const VenueOrder* part : parts) {
        if (auto error = checkLevel(state, *part))
            return error;
        if (auto error = checkShortSale(state, *part))
            return error;
        if (auto error = checkSize(state, *part))
            return error;
        if (auto error = checkHeld(state, *part, without))
            return error;
        if (isMultiLeg)
            continue;
        if (auto error = checkWash(state, *part, without))
            return error;
    }
    if (isMultiLeg) {
        if (auto error = checkSize(state, plan.order))
            return error;
    }
    if (auto error = checkCovered(state, plan, without))
        return error;
    return checkBuyingPower(state, plan, without);
}

} // namespace strikedesk::trade
