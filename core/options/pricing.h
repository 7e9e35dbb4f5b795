// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/option_symbol.h"
#include "core/base/timestamp.h"
#include "core/options/contract.h"

#include <optional>

namespace strikedesk::options {

/// What a European option is worth depends on. Rates are yearly and continuously compounded fractions,
/// volatility a yearly fraction (0.20 = 20 %), time in years. Analytics only.
struct PricingInput {
    double spot = 0;
    double strike = 0;
    double rate = 0;
    double yield = 0;
    double volatility = 0;
    double years = 0;
};

/// Black–Scholes–Merton value. At no time or no volatility: the discounted intrinsic value. Nothing for
/// inputs that are not finite, or spot or strike not above zero, or negative time or volatility.
std::optional<double> europeanPrice(OptionRight right, const PricingInput& input);

/// Sensitivities in mathematical units: gamma per 1 of spot, theta per year, vega and rho per 1.00. At no
/// time or no volatility delta is the step (half at the money), the rest zero. Nothing as above.
std::optional<Greeks> europeanGreeks(OptionRight right, const PricingInput& input);

/// As venues and screens show them: theta per calendar day (÷ 365), vega per volatility point and rho per 1 %
/// (÷ 100).
Greeks displayed(const Greeks& mathematical);

/// The volatility at which the value is `price` (input.volatility is not read), by bisection-guarded Newton
/// steps between 0.0001 and 50. Nothing when none exists: price at or below the discounted intrinsic value,
/// at or above the upper bound, no time left, or beyond the bracket.
std::optional<double> impliedVolatility(OptionRight right, double price, const PricingInput& input);

/// Years from `now` to `settlement` in calendar seconds / 365 days; nothing when it has passed. At least one
/// second, so that it can be divided by.
std::optional<double> yearsBetween(Timestamp now, Timestamp settlement);

} // namespace strikedesk::options
