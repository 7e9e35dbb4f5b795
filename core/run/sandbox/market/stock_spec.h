// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/market/market_source.h"

#include <vector>

namespace strikedesk::sandbox {

/// What one invented stock is like. Volatilities are per square-root day as a fraction.
struct StockSpec {
    Asset asset;
    double anchorPrice = 0;   ///< close before the anchor day, dollars
    double dayVolatility = 0; ///< of close to close
    double marketWeight = 0;  ///< correlation with the common factor
    double dayVolume = 0;     ///< shares
    int spreadCents = 1;      ///< usual spread
    int printsPerMinute = 0;  ///< around noon
    Price strikeStep;         ///< of near expiries
    double impliedVolatility = 0;
    double skew = 0; ///< change of implied volatility per unit of log moneyness over root time
};

/// The stocks of the synthetic market. A stock's place in the list is part of its random numbers: new ones go
/// to the end.
std::vector<StockSpec> syntheticSpecs();

} // namespace strikedesk::sandbox
