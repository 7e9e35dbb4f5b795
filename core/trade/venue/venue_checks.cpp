// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trade/venue/venue_checks.h"

#include "core/trade/venue/venue_account.h"
#include "core/trade/venue/venue_sessions.h"

namespace strikedesk::trade {

namespace {

bool isStopType(OrderType type) { return type == OrderType::Stop || type == OrderType::StopLimit; }

bool isLimitType(OrderType type) { return type == OrderType::Limit || type == OrderType::StopLimit; }

std::optional<VenueError> checkForm(const OrderRequest& request) {
    if (request.orderClass == OrderClass::Unrecognised)
        return notAllowed("invalid order_class");
    if (request.quantity && request.notional)
        return badParameter("only one of qty or notional is accepted");
    if (!request.quantity && !request.notional)
        return badParameter("qty or notional is required");
    if (request.quantity && !request.quantity->isPositive())
        return badParameter("qty must be > 0");
    if (request.notional && !request.notional->isPositive())
        return badParameter("notional must be > 0");
    if (request.type == OrderType::Unrecognised)
        return badParameter("invalid order type");
    if (request.timeInForce == TimeInForce::Unrecognised)
        return badParameter("invalid time_in_force");
    return std::nullopt;
}

std::optional<VenueError> checkSimpleForm(const OrderRequest& request) {
    if (request.symbol.isEmpty())
        return badParameter("symbol is required");
    if (!request.side)
        return badParameter("side is required");
    if (!request.legs.empty())
        return notAllowed("legs are only accepted with order_class mleg");
    return std::nullopt;
}

/// Option contracts: simple only, no amounts, four types, day and gtc (protocol facts, section 6).
std::optional<VenueError> checkOptionRequest(const OrderRequest& request) {
    if (request.orderClass != OrderClass::Simple)
        return notAllowed("order_class " + std::string(toWire(request.orderClass)) +
                          " is not supported for options trading");
    if (request.notional)
        return notAllowed("notional is not supported for options trading");
    if (request.takeProfitLimit || request.stopLossStop || request.stopLossLimit)
        return notAllowed("take_profit and stop_loss are not supported for options trading");
    if (request.type == OrderType::TrailingStop)
        return notAllowed("invalid options order_type");
    if (request.timeInForce != TimeInForce::Day && request.timeInForce != TimeInForce::Gtc)
        return notAllowed("invalid options time_in_force");
    if (request.extendedHours)
        return notAllowed("extended hours orders are not supported for options trading");
    return std::nullopt;
}

/// Amounts: market and day only (protocol facts, section 5).
std::optional<VenueError> checkNotional(const OrderRequest& request) {
    if (request.type != OrderType::Market)
        return notAllowed("notional orders must be market orders");
    if (request.timeInForce != TimeInForce::Day)
        return notAllowed("notional orders must be day orders");
    if (request.orderClass != OrderClass::Simple)
        return notAllowed("notional is not accepted with order_class " +
                          std::string(toWire(request.orderClass)));
    return std::nullopt;
}

/// Auctions take market and limit orders, and not at all times; only what rests goes with exits or outside
/// the core session (protocol facts, section 5, and the description of time_in_force).
std::optional<VenueError> checkShareTime(const VenueState& state, const OrderRequest& request) {
    const TimeInForce time = request.timeInForce;
    if (time == TimeInForce::Day || time == TimeInForce::Gtc)
        return std::nullopt;
    if (request.orderClass != OrderClass::Simple)
        return notAllowed(std::string(toWire(request.orderClass)) + " orders must be day or gtc orders");
    if (request.extendedHours)
        return notAllowed("extended hours orders must be day or gtc orders");
    if (time != TimeInForce::Opg && time != TimeInForce::Cls)
        return std::nullopt;
    const std::string name(toWire(time));
    if (request.type != OrderType::Market && request.type != OrderType::Limit)
        return notAllowed("time_in_force " + name + " is only accepted for market and limit orders");
    if (isBarredFromAuction(state, time))
        return notAllowed(name + " orders are rejected between " +
                          (time == TimeInForce::Opg ? "9:28am" : "3:50pm") + " and 7:00pm ET");
    return std::nullopt;
}

/// Shares by count or by amount.
std::optional<VenueError> checkShareRequest(const VenueState& state, const OrderRequest& request,
                                            const VenueAsset& asset) {
    if (!asset.isTradable)
        return notAllowed("asset " + asset.symbol.text() + " is not tradable");
    const bool isSimple = request.orderClass == OrderClass::Simple;
    if (isSimple && (request.takeProfitLimit || request.stopLossStop || request.stopLossLimit))
        return notAllowed("take_profit and stop_loss need order_class bracket, oco or oto");
    if (auto error = request.notional ? checkNotional(request) : checkShareTime(state, request))
        return error;
    if (request.extendedHours && request.type != OrderType::Limit)
        return notAllowed("extended hours orders must be limit orders");
    if ((request.notional || !request.quantity->isWhole()) && !asset.isFractionable)
        return badParameter("qty must be an integer");
    return std::nullopt;
}

/// What an amount comes to at the price in hand; the fill decides in the end.
std::optional<VenueError> sizeByAmount(const VenueState& state, VenueOrder& order) {
    const auto price = chargedPrice(state, order);
    if (!price || !price->isPositive())
        return notAllowed("no available quote for " + order.order.symbol.text());
    order.order.quantity = quantityFor(*order.notional, *price);
    if (!order.order.quantity)
        return badParameter("notional is too small or too large");
    return std::nullopt;
}

VenueOrder orderFrom(const OrderRequest& request) {
    VenueOrder order;
    order.order.clientOrderId = request.clientOrderId;
    order.order.symbol = request.symbol;
    order.order.quantity = request.quantity;
    order.order.orderClass = request.orderClass;
    order.order.type = request.type;
    order.order.side = request.side;
    order.order.timeInForce = request.timeInForce;
    order.order.limitPrice = request.limitPrice;
    order.order.stopPrice = request.stopPrice;
    order.order.extendedHours = request.extendedHours;
    order.notional = request.notional;
    return order;
}

/// A trailing stop names one distance, other orders none.
std::optional<VenueError> checkTrail(const OrderRequest& request, const TrailTerms& trail) {
    const bool isTrailing = request.type == OrderType::TrailingStop;
    if (!isTrailing)
        return trail.isSet()
                   ? std::optional(badParameter("trail_price and trail_percent need type trailing_stop"))
                   : std::nullopt;
    if (trail.price.has_value() == trail.percent.has_value())
        return badParameter("one of trail_price and trail_percent is required");
    if (trail.price && !trail.price->isPositive())
        return badParameter("trail_price must be > 0");
    if (trail.percent && (!trail.percent->isPositive() || *trail.percent >= Price::fromCents(10'000)))
        return badParameter("trail_percent must be > 0 and < 100");
    return checkIncrement("trail_price", trail.price);
}

std::variant<OrderPlan, VenueError> planSimple(const VenueState& state, const OrderRequest& request,
                                               const TrailTerms& trail) {
    if (auto error = checkSimpleForm(request))
        return *error;
    OrderPlan plan{orderFrom(request), {}, {}};
    plan.order.trail = trail;
    const auto contract = state.contracts.find(request.symbol);
    const auto asset = state.assets.find(request.symbol);
    if (contract == state.contracts.end() && asset == state.assets.end())
        return notAllowed("invalid symbol");
    const PositionIntent intent = inferIntent(*request.side, positionOf(state, request.symbol));
    if (contract != state.contracts.end()) {
        if (auto error = checkOptionRequest(request))
            return *error;
        if (auto error = checkContract(state, contract->second, opensPosition(intent)))
            return *error;
        plan.order.order.assetClass = AssetClass::UsOption;
        plan.order.order.assetId = contract->second.id;
        plan.order.multiplier = contract->second.multiplier;
    } else {
        if (auto error = checkShareRequest(state, request, asset->second))
            return *error;
        if (plan.order.notional)
            if (auto error = sizeByAmount(state, plan.order))
                return *error;
        plan.order.order.assetClass = AssetClass::UsEquity;
        plan.order.order.assetId = asset->second.id;
        if (auto error = checkTrail(request, trail))
            return *error;
        if (request.orderClass == OrderClass::Oco)
            plan.order.order.limitPrice = request.takeProfitLimit;
    }
    if (auto error = checkTerms(state, plan.order))
        return *error;
    if (auto error = checkIntent(request.intent, intent))
        return *error;
    plan.order.order.intent = intent;
    if (request.orderClass != OrderClass::Simple)
        if (auto error = planFamily(state, request, plan))
            return *error;
    return plan;
}

} // namespace

VenueError refusal(std::int32_t httpStatus, std::int64_t code, std::string message) {
    return {httpStatus, code, std::move(message), {}};
}

VenueError notAllowed(std::string message) { return refusal(422, kNotAllowed, std::move(message)); }

VenueError badParameter(std::string message) { return refusal(422, kBadParameter, std::move(message)); }

std::optional<Quantity> quantityFor(Money amount, Price price) {
    static_assert(Money::kUnitsPerDollar == Price::kUnitsPerDollar);
    const __int128 units = static_cast<__int128>(amount.units()) * Quantity::kUnitsPerOne / price.units();
    if (units <= 0 || units > Quantity::kMaxUnits)
        return std::nullopt;
    return Quantity::fromUnits(static_cast<std::int64_t>(units));
}

std::optional<VenueError> checkClientOrderId(const VenueState& state, const ClientOrderId& id) {
    if (id.text().size() > 128)
        return badParameter("client_order_id must be no more than 128 characters");
    if (!id.isEmpty() && state.byClientId.contains(id))
        return badParameter("client_order_id must be unique");
    return std::nullopt;
}

std::optional<VenueError> checkIncrement(const char* name, const std::optional<Price>& price) {
    if (!price)
        return std::nullopt;
    // Price itself holds four decimals, all that is allowed below 1.00.
    const bool isWholeCents = price->units() % 100 == 0;
    const bool isBelowOne =
        price->units() < Price::kUnitsPerDollar && price->units() > -Price::kUnitsPerDollar;
    if (isWholeCents || isBelowOne)
        return std::nullopt;
    return notAllowed("invalid " + std::string(name) + " " + price->text() +
                      ". sub-penny increment does not fulfill minimum pricing criteria");
}

std::optional<VenueError> checkTerms(const VenueState& state, const VenueOrder& order) {
    const BrokerOrder& terms = order.order;
    const bool isOption = terms.assetClass == AssetClass::UsOption;
    if (isOption && !terms.quantity->isWhole())
        return badParameter("qty must be an integer");
    if (isLimitType(terms.type) != terms.limitPrice.has_value())
        return badParameter(terms.limitPrice ? "limit_price is not accepted for this order type"
                                             : "limit_price is required for this order type");
    if (isStopType(terms.type) != terms.stopPrice.has_value())
        return badParameter(terms.stopPrice ? "stop_price is not accepted for this order type"
                                            : "stop_price is required for this order type");
    if (terms.limitPrice && !terms.limitPrice->isPositive())
        return badParameter("limit_price must be > 0");
    if (terms.stopPrice && !terms.stopPrice->isPositive())
        return badParameter("stop_price must be > 0");
    if (auto error = checkIncrement("limit_price", terms.limitPrice))
        return error;
    if (auto error = checkIncrement("stop_price", terms.stopPrice))
        return error;
    if (isOption && terms.type == OrderType::Market && !isTrading(state, terms.symbol, false))
        return notAllowed("options market orders are only allowed during market hours");
    return std::nullopt;
}

std::optional<VenueError> checkContract(const VenueState& state, const options::Contract& contract,
                                        bool opens) {
    const std::string name = contract.symbol.text();
    if (!contract.isActive)
        return notAllowed("contract " + name + " is not active");
    if (!contract.isTradable)
        return notAllowed("contract " + name + " is not tradable");
    const auto occ = OptionSymbol::tryFrom(contract.symbol);
    const bool isAdjusted = !occ || occ->isAdjusted() || contract.size != 100 || contract.multiplier != 100;
    if (isAdjusted && opens)
        return notAllowed("adjusted contract " + name + " can only be closed");
    const auto end = lastTradingMoment(state, contract);
    if ((end && *end <= state.now) || contract.expiry + 1 < Date::ofUtc(state.now))
        return notAllowed("contract " + name + " has expired");
    const Duration cutoff = state.config.expiryCutoffBeforeClose;
    if (end && cutoff > Duration() && *end - cutoff <= state.now)
        return notAllowed("contract " + name + " is too close to its expiry for new orders");
    return std::nullopt;
}

PositionIntent inferIntent(Side side, Quantity position) {
    if (side == Side::Buy)
        return position.isNegative() ? PositionIntent::BuyToClose : PositionIntent::BuyToOpen;
    return position.isPositive() ? PositionIntent::SellToClose : PositionIntent::SellToOpen;
}

std::optional<VenueError> checkIntent(PositionIntent stated, PositionIntent inferred) {
    if (stated == PositionIntent::Unspecified || stated == inferred)
        return std::nullopt;
    return notAllowed("position intent mismatch, inferred: " + std::string(toWire(inferred)) +
                      ", specified: " + std::string(toWire(stated)));
}

namespace {

/// What stands against any new order, whatever it is.
std::optional<VenueError> checkAccess(const VenueState& state, const OrderRequest& request) {
    if (state.limits.suspendTrade)
        return refusal(403, kForbidden, "new orders are rejected by user request");
    const bool isFraction = request.notional || (request.quantity && !request.quantity->isWhole());
    if (isFraction && !state.limits.fractionalTrading)
        return refusal(403, kForbidden, "fractional trading is disabled for the account");
    if (!state.config.refusesWhenHalted)
        return std::nullopt;
    const Symbol& symbol = request.legs.empty() ? request.symbol : request.legs.front().symbol;
    if (state.isHalted(symbol))
        return notAllowed("trading in " + symbol.text() + " is halted");
    return std::nullopt;
}

} // namespace

std::variant<OrderPlan, VenueError> planOrder(const VenueState& state, const OrderRequest& request,
                                              const TrailTerms& trail) {
    if (auto error = checkAccess(state, request))
        return *error;
    if (auto error = checkClientOrderId(state, request.clientOrderId))
        return *error;
    if (auto error = checkForm(request))
        return *error;
    auto planned = request.orderClass == OrderClass::MultiLeg ? planMultiLeg(state, request)
                                                              : planSimple(state, request, trail);
    if (const auto* plan = std::get_if<OrderPlan>(&planned)) {
        if (auto error = checkMeans(state, *plan, {}))
            return *error;
    }
    return planned;
}

} // namespace strikedesk::trade
