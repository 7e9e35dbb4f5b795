// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trade/venue/venue_account.h"
#include "core/trade/venue/venue_fill_price.h"
#include "core/trade/venue/venue_sessions.h"
#include "core/trade/venue/venue_step.h"

#include <algorithm>

namespace strikedesk::trade {

namespace {

bool reachedMarket(OrderStatus status) {
    return status == OrderStatus::New || status == OrderStatus::PartiallyFilled;
}

/// Working at the market: also while a cancel or a replacement is under way.
bool canFill(const VenueOrder& order, Timestamp now) {
    const OrderStatus status = order.order.status;
    const bool isPending = status == OrderStatus::PendingCancel || status == OrderStatus::PendingReplace;
    const bool isAtMarket = reachedMarket(isPending ? order.beforePending : status);
    return isAtMarket && order.parent.isEmpty() && !order.isQueued && !order.activeAt.isSet() &&
           (!order.eligibleAt.isSet() || order.eligibleAt <= now) && order.remaining().isPositive();
}

/// Counts an execution into an order row; says nothing.
void addFill(VenueOrder& order, Quantity quantity, Price price) {
    order.order.filledQuantity += quantity;
    STRIKEDESK_ASSERT(order.order.filledQuantity <= *order.order.quantity,
                      "an order was filled beyond its quantity");
    order.filledValue += notional(price, quantity, 1);
    const __int128 scaled = static_cast<__int128>(order.filledValue.units()) * Quantity::kUnitsPerOne;
    const std::int64_t filled = order.order.filledQuantity.units();
    order.order.filledAveragePrice = Price::fromUnits(divideRoundEven(scaled, filled));
}

/// Position, cash and activities of one execution of a single-instrument order or a leg.
void bookFill(VenueStep& step, VenueOrder& order, Quantity quantity, Price price) {
    VenueState& state = step.state;
    const bool isBuy = order.order.side == Side::Buy;
    const bool isOption = order.order.assetClass == AssetClass::UsOption;
    const Money value = notional(price, quantity, order.multiplier);
    movePosition(state, order.order.symbol, isBuy ? quantity : -quantity, price, order.multiplier,
                 order.order.assetClass);
    BrokerActivity fill;
    fill.type = "FILL";
    fill.subType = order.remaining().isZero() ? "fill" : "partial_fill";
    fill.symbol = order.order.symbol;
    fill.side = order.order.side;
    fill.quantity = quantity;
    fill.price = price;
    fill.cumulativeQuantity = order.order.filledQuantity;
    fill.leavesQuantity = order.remaining();
    fill.orderId = order.order.id;
    fill.netAmount = isBuy ? -value : value;
    book(state, step.out, std::move(fill));
    if (!isOption)
        return;
    const Money commission = state.config.commissionPerContract * quantity.wholePart();
    if (!commission.isZero()) {
        order.commission += commission;
        BrokerActivity fee;
        fee.type = "FEE";
        fee.symbol = order.order.symbol;
        fee.quantity = quantity;
        fee.orderId = order.order.id;
        fee.netAmount = -commission;
        fee.description = "Commission";
        book(state, step.out, std::move(fee));
    }
    if (!isBuy)
        state.feesDue += state.config.regulatoryFeePerContract * quantity.wholePart();
}

/// Moves the state of an order after an execution and announces it.
void settle(VenueStep& step, std::uint64_t index, Quantity quantity, Price price) {
    VenueState& state = step.state;
    const bool isDone = state.orders[index].remaining().isZero();
    const std::size_t place = step.out.updates.size();
    VenueOrder& order = state.orders[index];
    order.order.updatedAt = state.now;
    if (!isDone) {
        shrinkStop(state, order);
        (reachedMarket(order.order.status) ? order.order.status : order.beforePending) =
            OrderStatus::PartiallyFilled;
        for (const BrokerOrderId& id : order.legs)
            state.orders[state.byId.at(id)].order.status = order.order.status;
    }
    if (isDone)
        finish(step, index, OrderStatus::Filled);
    OrderUpdate update;
    update.kind = isDone ? OrderEventKind::Fill : OrderEventKind::PartialFill;
    update.order = viewOf(state, order);
    update.executionId = ExecutionId(state.ids.uuid7(state.now));
    update.price = price;
    update.quantity = quantity;
    if (!order.order.symbol.isEmpty())
        update.positionQuantity = positionOf(state, order.order.symbol);
    update.at = state.now;
    // The execution is told before what follows from it (a refused cancel or replacement).
    step.out.updates.insert(step.out.updates.begin() + static_cast<std::ptrdiff_t>(place), std::move(update));
}

void fillSimple(VenueStep& step, std::uint64_t index, Quantity quantity, Price price) {
    const Symbol symbol = step.state.orders[index].order.symbol;
    addFill(step.state.orders[index], quantity, price);
    bookFill(step, step.state.orders[index], quantity, price);
    settle(step, index, quantity, price);
    releaseExcessHolds(step, symbol);
}

/// The first execution of some orders is only a part, by the seed; the rest waits a moment.
Quantity chancePart(VenueState& state, VenueOrder& order, Quantity quantity) {
    if (order.hadChancePartial || state.config.partialPermille <= 0)
        return quantity;
    order.hadChancePartial = true;
    const auto whole = static_cast<std::uint64_t>(quantity.wholePart());
    const bool isPartial =
        state.ids.next() % 1'000 < static_cast<std::uint64_t>(state.config.partialPermille);
    if (!isPartial || whole < 2)
        return quantity;
    order.eligibleAt = state.now + state.config.partialRestDelay;
    return Quantity::whole(static_cast<std::int64_t>(1 + state.ids.next() % (whole - 1)));
}

/// How much one side of the quote in hand still offers, bounded by what is wanted.
Quantity offered(VenueState& state, const VenueMarket& market, Side side, Quantity wanted) {
    const std::int64_t shown = side == Side::Buy ? market.quote.askSize : market.quote.bidSize;
    if (shown <= 0) {
        const auto none = static_cast<std::uint64_t>(state.config.unknownSizeNoFillPermille);
        return none > 0 && state.ids.next() % 1'000 < none ? Quantity() : wanted;
    }
    if (!state.config.limitBySize)
        return wanted;
    const std::int64_t left = side == Side::Buy ? market.askLeft : market.bidLeft;
    return std::min(wanted, Quantity::whole(left));
}

void take(VenueMarket& market, Side side, std::int64_t count) {
    std::int64_t& left = side == Side::Buy ? market.askLeft : market.bidLeft;
    left = std::max<std::int64_t>(0, left - count);
}

/// The market in hand: a sane quote seen in this session, or null.
VenueMarket* usableMarket(VenueState& state, const Symbol& symbol, bool extendedHours) {
    const auto found = state.markets.find(symbol);
    if (found == state.markets.end() || !found->second.quote.isSane() || state.isHalted(symbol))
        return nullptr;
    const auto span = spanAtOrAfter(state, symbol, extendedHours, state.now);
    const bool isUsable = span && span->start <= state.now && found->second.quoteSeenAt >= span->start;
    return isUsable ? &found->second : nullptr;
}

/// Takes a trailing stop along with a better price of the market.
void moveTrail(VenueOrder& order, Price seen) {
    if (order.order.type != OrderType::TrailingStop || order.isTriggered || !seen.isPositive())
        return;
    const bool sells = order.order.side == Side::Sell;
    const Price best = order.highWater.value_or(seen);
    order.highWater = sells ? std::max(best, seen) : std::min(best, seen);
    Price distance = order.trail.price.value_or(Price());
    if (order.trail.percent) {
        const __int128 part = static_cast<__int128>(order.highWater->units()) * order.trail.percent->units();
        distance = Price::fromUnits(divideRoundEven(part, 100 * Price::kUnitsPerDollar));
    }
    const Price cent = Price::fromCents(1);
    order.order.stopPrice = sells ? roundDownToTick(*order.highWater - distance, cent)
                                  : roundUpToTick(*order.highWater + distance, cent);
}

/// A held stop is looked at for its trigger only.
void watchStop(VenueStep& step, std::uint64_t index) {
    const VenueState& state = step.state;
    const VenueOrder& order = state.orders[index];
    if (state.config.stopTrigger != StopTrigger::Quote || !isWatched(state, order))
        return;
    const VenueMarket* market = usableMarket(step.state, order.order.symbol, false);
    if (market != nullptr && quoteTriggers(order, market->quote))
        releaseStop(step, index);
}

/// An order by amount gets what the amount is worth at the price of its first fill; a sale never more than
/// was checked.
void sizeByPrice(VenueOrder& order, Price price) {
    if (!order.notional || !order.order.filledQuantity.isZero())
        return;
    const auto quantity = price.isPositive() ? quantityFor(*order.notional, price) : std::nullopt;
    if (quantity)
        order.order.quantity =
            order.order.side == Side::Buy ? *quantity : std::min(*quantity, *order.order.quantity);
}

/// An auction has one price: who accepts it is filled whole, others are canceled.
void holdAuction(VenueStep& step, std::uint64_t index, std::optional<Price> price) {
    const VenueOrder& order = step.state.orders[index];
    const auto& limit = order.order.limitPrice;
    const bool isBuy = order.order.side == Side::Buy;
    const bool accepts = price && (!limit || (isBuy ? *limit >= *price : *limit <= *price));
    if (accepts)
        fillSimple(step, index, order.remaining(), *price);
    else
        finish(step, index, OrderStatus::Canceled);
}

/// The closing price is the last trade of the session; a halted share has no closing auction.
void holdClosingAuction(VenueStep& step, std::uint64_t index) {
    const VenueState& state = step.state;
    const Symbol& symbol = state.orders[index].order.symbol;
    const auto market = state.markets.find(symbol);
    const auto span = spanAtOrAfter(state, symbol, false, state.now - Duration::nanoseconds(1));
    const bool hasPrice = market != state.markets.end() && span && !state.isHalted(symbol) &&
                          market->second.lastTradeSeenAt >= span->start;
    holdAuction(step, index, hasPrice ? market->second.lastTrade : std::nullopt);
}

void evaluateSimple(VenueStep& step, std::uint64_t index) {
    VenueState& state = step.state;
    VenueOrder& order = state.orders[index];
    VenueMarket* market = usableMarket(state, order.order.symbol, order.order.extendedHours);
    if (market == nullptr)
        return;
    if (state.config.stopTrigger == StopTrigger::Quote)
        moveTrail(order, order.order.side == Side::Sell ? market->quote.bid : market->quote.ask);
    const bool isStop = order.order.stopPrice.has_value();
    if (isStop && !order.isTriggered) {
        order.isTriggered =
            state.config.stopTrigger == StopTrigger::Quote && quoteTriggers(order, market->quote);
        if (!order.isTriggered)
            return;
    }
    if (!isMarketable(order, market->quote)) {
        order.isResting = true;
        return;
    }
    const Side side = *order.order.side;
    const Price price = fillPrice(state.config, order, market->quote);
    sizeByPrice(order, price);
    Quantity quantity = offered(state, *market, side, order.remaining());
    const bool isAllOrNone = order.order.timeInForce == TimeInForce::Fok;
    if (!quantity.isPositive() || (isAllOrNone && quantity < order.remaining()))
        return;
    if (!isAllOrNone)
        quantity = chancePart(state, order, quantity);
    take(*market, side, (quantity.units() + Quantity::kUnitsPerOne - 1) / Quantity::kUnitsPerOne);
    fillSimple(step, index, quantity, price);
}

/// All legs at once at their quotes, when the net price is within the limit; units by the scarcest leg.
void evaluateMultiLeg(VenueStep& step, std::uint64_t index) {
    VenueState& state = step.state;
    VenueOrder& order = state.orders[index];
    Quantity units = order.remaining();
    Price net;
    std::vector<Price> prices;
    for (const BrokerOrderId& id : order.legs) {
        const VenueOrder& leg = state.orders[state.byId.at(id)];
        const VenueMarket* market = usableMarket(state, leg.order.symbol, false);
        if (market == nullptr)
            return;
        const Side side = *leg.order.side;
        const Quantity wanted = Quantity::whole(units.wholePart() * leg.ratio);
        const Quantity possible = offered(state, *market, side, wanted);
        units = std::min(units, Quantity::whole(possible.wholePart() / leg.ratio));
        prices.push_back(fillPrice(state.config, leg, market->quote));
        net = side == Side::Buy ? net + prices.back() * leg.ratio : net - prices.back() * leg.ratio;
    }
    if (!units.isPositive() || (order.order.limitPrice && *order.order.limitPrice < net))
        return;
    units = chancePart(state, order, units);
    for (std::size_t i = 0; i < order.legs.size(); ++i) {
        VenueOrder& leg = state.orders[state.byId.at(order.legs[i])];
        const Quantity count = Quantity::whole(units.wholePart() * leg.ratio);
        take(state.markets.at(leg.order.symbol), *leg.order.side, count.wholePart());
        addFill(leg, count, prices[i]);
        bookFill(step, leg, count, prices[i]);
        leg.order.updatedAt = state.now;
    }
    addFill(order, units, net);
    const std::vector<BrokerOrderId> legs = order.legs;
    settle(step, index, units, net);
    for (const BrokerOrderId& id : legs)
        releaseExcessHolds(step, state.orders[state.byId.at(id)].order.symbol);
}

bool concerns(const VenueState& state, const VenueOrder& order, const Symbol& symbol) {
    if (order.order.symbol == symbol)
        return true;
    return std::any_of(order.legs.begin(), order.legs.end(), [&](const BrokerOrderId& id) {
        return state.orders[state.byId.at(id)].order.symbol == symbol;
    });
}

std::vector<std::uint64_t> ordersOn(const VenueState& state, const Symbol& symbol) {
    std::vector<std::uint64_t> found;
    for (const std::uint64_t index : state.working) {
        const VenueOrder& order = state.orders[index];
        if (order.parent.isEmpty() && concerns(state, order, symbol))
            found.push_back(index);
    }
    return found;
}

} // namespace

void evaluate(VenueStep& step, std::uint64_t index) {
    VenueOrder& order = step.state.orders[index];
    if (order.order.status == OrderStatus::Held)
        return watchStop(step, index);
    if (!canFill(order, step.state.now))
        return;
    order.eligibleAt = Timestamp();
    const TimeInForce time = order.order.timeInForce;
    // The opening trade decides about these.
    if (time == TimeInForce::Opg)
        return;
    if (time == TimeInForce::Cls)
        return holdClosingAuction(step, index);
    if (order.legs.empty())
        evaluateSimple(step, index);
    else
        evaluateMultiLeg(step, index);
    // What an immediate order did not get at once it does not get.
    const bool isImmediate = time == TimeInForce::Ioc || time == TimeInForce::Fok;
    if (isImmediate && !isTerminal(step.state.orders[index].order.status))
        finish(step, index, OrderStatus::Canceled);
}

void onQuote(VenueStep& step, const market::Quote& quote) {
    const auto found = step.state.markets.find(quote.symbol);
    if (found == step.state.markets.end())
        return;
    found->second.quote = quote;
    found->second.quoteSeenAt = step.state.now;
    found->second.bidLeft = quote.bidSize;
    found->second.askLeft = quote.askSize;
    for (const std::uint64_t index : ordersOn(step.state, quote.symbol))
        evaluate(step, index);
}

void onTrade(VenueStep& step, const market::TradePrint& trade) {
    VenueState& state = step.state;
    const auto found = state.markets.find(trade.symbol);
    if (found == state.markets.end() || !trade.price.isPositive() || trade.size <= 0)
        return;
    found->second.lastTrade = trade.price;
    found->second.lastTradeSeenAt = state.now;
    std::int64_t left = trade.size;
    for (const std::uint64_t index : ordersOn(state, trade.symbol)) {
        VenueOrder& order = state.orders[index];
        const bool byTrades = state.config.stopTrigger == StopTrigger::LastTrade;
        if (byTrades && isWatched(state, order) && !state.isHalted(trade.symbol) &&
            isTrading(state, trade.symbol, false) && tradeTriggers(order, trade.price)) {
            releaseStop(step, index);
            continue;
        }
        if (!canFill(order, state.now) || !order.legs.empty() ||
            !isTrading(state, trade.symbol, order.order.extendedHours) || state.isHalted(trade.symbol))
            continue;
        if (order.order.timeInForce == TimeInForce::Opg) {
            holdAuction(step, index, trade.price);
            continue;
        }
        if (byTrades)
            moveTrail(order, trade.price);
        if (byTrades && tradeTriggers(order, trade.price)) {
            order.isTriggered = true;
            evaluate(step, index);
            continue;
        }
        // A trade beyond the limit means that the limit's turn had come. At the limit the queue is unknown.
        if (left <= 0 || !tradedThrough(order, trade.price))
            continue;
        const Quantity quantity = std::min(order.remaining(), Quantity::whole(left));
        left -= (quantity.units() + Quantity::kUnitsPerOne - 1) / Quantity::kUnitsPerOne;
        fillSimple(step, index, quantity, *order.order.limitPrice);
    }
}

} // namespace strikedesk::trade
