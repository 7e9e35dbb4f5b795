// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/option_symbol.h"

#include <optional>
#include <vector>

namespace strikedesk::charts {

/// One position in one option contract, or in shares when `right` is absent. Dollars; analytics only.
struct PayoffInput {
    std::optional<OptionRight> right; ///< nothing: shares
    double strike = 0;                ///< not read for shares
    double premium = 0;               ///< paid or received per unit
    double quantity = 0;              ///< contracts or shares, > 0
    double multiplier = 100;
    bool isLong = true;
    double entryFees = 0;             ///< of the whole position
    std::optional<double> spot;       ///< the underlying now
    std::optional<double> volatility; ///< yearly fraction; without it there is no curve of today
    std::optional<double> years;      ///< to expiry; as above
    double rate = 0;
};

/// A profit at a price of the underlying.
struct PayoffPoint {
    double underlying = 0;
    double profit = 0;
};

/// The picture of a position: profit against the underlying at expiry, and by model today.
struct PayoffCurves {
    std::vector<PayoffPoint> expiry; ///< rising prices; corners are exact points
    std::vector<PayoffPoint> today;  ///< empty when it cannot be reckoned
    std::optional<double> breakEven;
    std::optional<double> spot;
    std::optional<double> profitAtSpot; ///< at expiry, were it the price of today
    std::optional<double> maxLoss;      ///< ≤ 0; nothing when unlimited
    std::optional<double> maxGain;      ///< nothing when unlimited
    double low = 0;                     ///< the prices shown
    double high = 0;
    double least = 0; ///< the profits shown, zero among them
    double most = 0;
};

/// Nothing when a figure is missing, not finite or out of any sense (no price above zero, no quantity).
std::optional<PayoffCurves> payoffOf(const PayoffInput& input);

/// Profit at expiry with the underlying at a price.
double profitAtExpiry(const PayoffInput& input, double underlying);

} // namespace strikedesk::charts
