// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trade/venue/venue_account.h"

#include <algorithm>
#include <tuple>

namespace strikedesk::trade {

namespace {

/// Open orders as they count for a question, without those left out.
template <class Visit>
void forEachOrder(const VenueState& state, const WhatIf& whatIf, Visit visit) {
    for (const std::uint64_t index : state.working) {
        const VenueOrder& order = state.orders[index];
        const bool isLeftOut =
            !whatIf.without.isEmpty() && (order.order.id == whatIf.without || order.parent == whatIf.without);
        if (!isLeftOut)
            visit(order, exposureOf(state, order));
    }
    for (const VenueOrder* order : whatIf.extra)
        visit(*order, order->remaining());
}

bool isClosing(PositionIntent intent) {
    return intent == PositionIntent::SellToClose || intent == PositionIntent::BuyToClose;
}

/// Contracts of one kind (calls or puts of one underlying) that are short or long.
struct Strikes {
    struct Line {
        const options::Contract* contract;
        std::int64_t count;
    };
    std::vector<Line> longs;
    std::vector<Line> shorts;
};

/// Positions if every open sell fills, and multi-leg orders fill whole.
std::map<Symbol, Quantity> worstCase(const VenueState& state, const WhatIf& whatIf) {
    std::map<Symbol, Quantity> worst;
    for (const auto& [symbol, position] : state.positions)
        worst[symbol] = position.quantity;
    forEachOrder(state, whatIf, [&worst](const VenueOrder& order, Quantity open) {
        if (order.order.symbol.isEmpty())
            return;
        if (order.order.side == Side::Sell)
            worst[order.order.symbol] -= open;
        else if (order.order.orderClass == OrderClass::MultiLeg)
            worst[order.order.symbol] += open;
    });
    return worst;
}

/// Takes long legs against one short line; returns what is left of the line, adding to the amount.
std::int64_t coverByLongs(Strikes& strikes, const Strikes::Line& line, std::int64_t open, Money& amount) {
    const bool isCall = line.contract->right == OptionRight::Call;
    for (Strikes::Line& cover : strikes.longs) {
        if (open == 0)
            break;
        if (cover.count == 0 || cover.contract->expiry < line.contract->expiry)
            continue;
        const std::int64_t taken = std::min(open, cover.count);
        const Price gap = isCall ? cover.contract->strike - line.contract->strike
                                 : line.contract->strike - cover.contract->strike;
        if (gap.isPositive())
            amount += notional(gap, Quantity::whole(taken), line.contract->multiplier);
        cover.count -= taken;
        open -= taken;
    }
    return open;
}

void sortForCover(Strikes& strikes, OptionRight right) {
    const auto before = [right](const Strikes::Line& a, const Strikes::Line& b) {
        const Price left = a.contract->strike;
        const Price other = b.contract->strike;
        if (left != other)
            return right == OptionRight::Call ? left < other : other < left;
        return a.contract->symbol < b.contract->symbol;
    };
    std::sort(strikes.longs.begin(), strikes.longs.end(), before);
    std::sort(strikes.shorts.begin(), strikes.shorts.end(), before);
}

} // namespace

Quantity exposureOf(const VenueState& state, const VenueOrder& order) {
    // An exit that waits for its turn binds nothing; its sibling or its entry does.
    const bool waits =
        order.order.status == OrderStatus::Held ||
        (order.beforePending == OrderStatus::Held && (order.order.status == OrderStatus::PendingCancel ||
                                                      order.order.status == OrderStatus::PendingReplace));
    if (waits)
        return {};
    const bool isPendingReplacement =
        order.order.status == OrderStatus::PendingNew && !order.order.replaces.isEmpty();
    if (!isPendingReplacement)
        return order.remaining();
    const auto old = state.byId.find(order.order.replaces);
    if (old == state.byId.end())
        return order.remaining();
    const VenueOrder& replaced = state.orders[old->second];
    if (isTerminal(replaced.order.status))
        return order.remaining();
    // What the old order filled since it was asked to be replaced is taken off the new one when it starts.
    const Quantity filledSince = replaced.order.filledQuantity - order.filledAtRequest;
    return std::max(Quantity(), order.remaining() - filledSince - replaced.remaining());
}

Quantity heldForOrders(const VenueState& state, const Symbol& symbol, const WhatIf& whatIf) {
    Quantity held;
    forEachOrder(state, whatIf, [&](const VenueOrder& order, Quantity open) {
        if (order.order.symbol == symbol && isClosing(order.order.intent))
            held += open;
    });
    return held;
}

Collateral collateralOf(const VenueState& state, const WhatIf& whatIf) {
    std::map<std::tuple<Symbol, OptionRight>, Strikes> groups;
    const auto worst = worstCase(state, whatIf);
    for (const auto& [symbol, quantity] : worst) {
        const auto contract = state.contracts.find(symbol);
        if (contract == state.contracts.end() || quantity.isZero())
            continue;
        Strikes& strikes = groups[{contract->second.underlying, contract->second.right}];
        const std::int64_t count = abs(quantity).wholePart();
        (quantity.isNegative() ? strikes.shorts : strikes.longs).push_back({&contract->second, count});
    }
    Collateral result;
    for (auto& [key, strikes] : groups) {
        const auto& [underlying, right] = key;
        sortForCover(strikes, right);
        const auto shares = worst.find(underlying);
        std::int64_t sharesLeft = shares == worst.end() ? 0 : shares->second.wholePart();
        for (const Strikes::Line& line : strikes.shorts) {
            std::int64_t open = line.count;
            if (right == OptionRight::Call && line.contract->size > 0 && sharesLeft > 0) {
                const std::int64_t taken = std::min(open, sharesLeft / line.contract->size);
                sharesLeft -= taken * line.contract->size;
                open -= taken;
            }
            if (state.optionsLevel() >= 3)
                open = coverByLongs(strikes, line, open, result.amount);
            if (open == 0)
                continue;
            result.amount +=
                notional(line.contract->strike, Quantity::whole(open), line.contract->multiplier);
            if (right == OptionRight::Call && !result.uncovered)
                result.uncovered = line.contract->symbol;
        }
    }
    return result;
}

Money buyingPower(const VenueState& state, const WhatIf& whatIf) {
    Money optionReserve;
    Money shareReserve;
    forEachOrder(state, whatIf, [&](const VenueOrder& order, Quantity open) {
        const bool isLeg = order.order.orderClass == OrderClass::MultiLeg && !order.order.symbol.isEmpty();
        const bool isBuy = order.order.side != Side::Sell && !isClosing(order.order.intent);
        const bool isShortSale = order.order.side == Side::Sell &&
                                 order.order.intent == PositionIntent::SellToOpen &&
                                 order.order.assetClass == AssetClass::UsEquity;
        if (isLeg || !(isBuy || isShortSale))
            return;
        const Price price = std::max(Price(), chargedPrice(state, order).value_or(Price()));
        const Money value = notional(price, open, order.multiplier);
        if (order.order.assetClass == AssetClass::UsEquity)
            shareReserve += value;
        else
            optionReserve += value + state.config.commissionPerContract * open.wholePart();
    });
    Money shareValue;
    Money shareExposure;
    for (const auto& [symbol, position] : state.positions) {
        if (position.assetClass != AssetClass::UsEquity)
            continue;
        const Money value = notional(markOf(state, symbol), position.quantity, position.multiplier);
        shareValue += value;
        shareExposure += value.isNegative() ? -value : value;
    }
    const Money free = state.cash - optionReserve - collateralOf(state, whatIf).amount + shareValue;
    return free * state.marginMultiplier() - shareExposure - shareReserve;
}

Money optionsBuyingPower(const VenueState& state, const WhatIf& whatIf) {
    const Money whole = buyingPower(state, whatIf);
    return Money::fromUnits(whole.units() / state.marginMultiplier());
}

Quantity freeShares(const VenueState& state, const Symbol& underlying, const WhatIf& whatIf) {
    const auto worst = worstCase(state, whatIf);
    const auto own = worst.find(underlying);
    Quantity left = own == worst.end() ? Quantity() : own->second;
    for (const auto& [symbol, quantity] : worst) {
        const auto contract = state.contracts.find(symbol);
        if (contract == state.contracts.end() || !quantity.isNegative())
            continue;
        if (contract->second.underlying == underlying && contract->second.right == OptionRight::Call)
            left += Quantity::whole(quantity.wholePart() * contract->second.size);
    }
    return std::max(Quantity(), left);
}

} // namespace strikedesk::trade
