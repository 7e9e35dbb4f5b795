// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trade/venue/venue_fill_price.h"

#include <algorithm>

namespace strikedesk::trade {

namespace {

/// Steps of simulated prices: a cent, or the smallest unit below one dollar for shares.
Price stepOf(const VenueOrder& order, Price touch) {
    const bool isFine = order.order.assetClass == AssetClass::UsEquity && touch < Price::fromCents(100);
    return isFine ? Price::fromUnits(1) : Price::fromCents(1);
}

} // namespace

bool quoteTriggers(const VenueOrder& order, const market::Quote& quote) {
    if (!order.order.stopPrice)
        return false;
    return order.order.side == Side::Buy ? quote.ask >= *order.order.stopPrice
                                         : quote.bid <= *order.order.stopPrice;
}

bool tradeTriggers(const VenueOrder& order, Price lastTrade) {
    if (!order.order.stopPrice || order.isTriggered)
        return false;
    return order.order.side == Side::Buy ? lastTrade >= *order.order.stopPrice
                                         : lastTrade <= *order.order.stopPrice;
}

bool isMarketable(const VenueOrder& order, const market::Quote& quote) {
    if (!order.order.limitPrice)
        return true;
    return order.order.side == Side::Buy ? *order.order.limitPrice >= quote.ask
                                         : *order.order.limitPrice <= quote.bid;
}

bool tradedThrough(const VenueOrder& order, Price trade) {
    if (!order.order.limitPrice || (order.order.stopPrice && !order.isTriggered))
        return false;
    return order.order.side == Side::Buy ? trade < *order.order.limitPrice : trade > *order.order.limitPrice;
}

Price fillPrice(const VenueConfig& config, const VenueOrder& order, const market::Quote& quote) {
    if (order.isResting && order.order.limitPrice)
        return *order.order.limitPrice;
    const bool isBuy = order.order.side == Side::Buy;
    const Price touch = isBuy ? quote.ask : quote.bid;
    const Price mid = midpoint(quote.bid, quote.ask);
    const std::int64_t crossing = std::clamp<std::int64_t>(config.crossingPermille, 0, 1'000);
    Price price = touch;
    if (crossing < 1'000) {
        const __int128 way = static_cast<__int128>((touch - mid).units()) * crossing;
        price = mid + Price::fromUnits(static_cast<std::int64_t>(way / 1'000));
    }
    if (config.slippageCapPermille > 0) {
        const __int128 most = static_cast<__int128>(mid.units()) * config.slippageCapPermille / 1'000;
        const Price cap = Price::fromUnits(static_cast<std::int64_t>(most));
        price = std::clamp(price, mid - cap, mid + cap);
    }
    const Price step = stepOf(order, touch);
    return isBuy ? std::min(roundUpToTick(price, step), touch)
                 : std::max(roundDownToTick(price, step), touch);
}

} // namespace strikedesk::trade
