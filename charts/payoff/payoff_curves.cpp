// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/payoff/payoff_curves.h"

#include "core/options/pricing.h"

#include <algorithm>
#include <cmath>

namespace strikedesk::charts {

namespace {

constexpr int kSteps = 64;
constexpr double kLargest = 1e9;

bool isSane(double value) { return std::isfinite(value) && value > 0 && value < kLargest; }

double sign(const PayoffInput& input) { return input.isLong ? 1.0 : -1.0; }

double worth(const PayoffInput& input, double value) {
    return sign(input) * (value - input.premium) * input.quantity * input.multiplier - input.entryFees;
}

/// Profit today by the model; nothing when it has none.
std::optional<double> profitToday(const PayoffInput& input, double underlying) {
    if (!input.right || !input.volatility || !input.years)
        return std::nullopt;
    options::PricingInput pricing;
    pricing.spot = underlying;
    pricing.strike = input.strike;
    pricing.rate = input.rate;
    pricing.volatility = *input.volatility;
    pricing.years = *input.years;
    const auto value = options::europeanPrice(*input.right, pricing);
    return value ? std::optional(worth(input, *value)) : std::nullopt;
}

std::optional<double> breakEvenOf(const PayoffInput& input) {
    const double perUnit = sign(input) * input.entryFees / (input.quantity * input.multiplier);
    if (!input.right)
        return input.premium + perUnit;
    const double paid = input.premium + perUnit;
    const double at = *input.right == OptionRight::Call ? input.strike + paid : input.strike - paid;
    return at > 0 ? std::optional(at) : std::nullopt;
}

/// Extremes over all prices from zero up.
void addBounds(const PayoffInput& input, PayoffCurves& curves) {
    const double atZero = profitAtExpiry(input, 0);
    const bool rises = !input.right || *input.right == OptionRight::Call;
    const double flat = worth(input, 0);
    const double far = rises ? flat : atZero;
    if (input.isLong) {
        curves.maxLoss = std::min(flat, atZero);
        if (!rises)
            curves.maxGain = far;
    } else {
        curves.maxGain = std::max(flat, atZero);
        if (!rises)
            curves.maxLoss = far;
    }
}

/// The prices worth looking at: around strike, break-even and spot, with room beside them.
void addRange(const PayoffInput& input, PayoffCurves& curves) {
    const double centre = input.right ? input.strike : input.premium;
    double low = centre;
    double high = centre;
    for (const auto& each : {curves.breakEven, curves.spot})
        if (each && *each < centre * 3 && *each > centre / 3) {
            low = std::min(low, *each);
            high = std::max(high, *each);
        }
    double room = std::max((high - low) * 0.8, centre * 0.04);
    if (input.volatility && input.years)
        room = std::max(room, std::min(centre * *input.volatility * std::sqrt(*input.years) * 1.5, centre));
    curves.low = std::max(0.0, low - room);
    curves.high = high + room;
}

} // namespace

double profitAtExpiry(const PayoffInput& input, double underlying) {
    double value = underlying;
    if (input.right)
        value = std::max(0.0, *input.right == OptionRight::Call ? underlying - input.strike
                                                                : input.strike - underlying);
    return worth(input, value);
}

std::optional<PayoffCurves> payoffOf(const PayoffInput& input) {
    const bool sane = (!input.right || isSane(input.strike)) && isSane(input.premium) &&
                      isSane(input.quantity) && isSane(input.multiplier) && std::isfinite(input.entryFees) &&
                      input.entryFees >= 0 && (!input.spot || isSane(*input.spot)) &&
                      std::isfinite(input.rate);
    if (!sane)
        return std::nullopt;
    PayoffInput clean = input;
    if (clean.volatility && (!isSane(*clean.volatility) || *clean.volatility > 50))
        clean.volatility.reset();
    if (clean.years && !isSane(*clean.years))
        clean.years.reset();
    PayoffCurves curves;
    curves.spot = clean.spot;
    curves.breakEven = breakEvenOf(clean);
    if (clean.spot)
        curves.profitAtSpot = profitAtExpiry(clean, *clean.spot);
    addBounds(clean, curves);
    addRange(clean, curves);
    std::vector<double> prices;
    for (int i = 0; i <= kSteps; ++i)
        prices.push_back(curves.low + (curves.high - curves.low) * i / kSteps);
    for (const auto& corner : {clean.right ? std::optional(clean.strike) : std::nullopt, curves.breakEven})
        if (corner && *corner > curves.low && *corner < curves.high)
            prices.push_back(*corner);
    std::sort(prices.begin(), prices.end());
    for (const double price : prices) {
        curves.expiry.push_back({price, profitAtExpiry(clean, price)});
        if (const auto today = profitToday(clean, std::max(price, curves.high * 1e-6)))
            curves.today.push_back({price, *today});
    }
    for (const auto* line : {&curves.expiry, &curves.today})
        for (const PayoffPoint& point : *line) {
            curves.least = std::min(curves.least, point.profit);
            curves.most = std::max(curves.most, point.profit);
        }
    return curves;
}

} // namespace strikedesk::charts
