// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/options/pricing.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace strikedesk::options {

namespace {

constexpr double kSecondsPerYear = 365.0 * 86'400.0;
constexpr double kLowestVolatility = 1e-4;
constexpr double kHighestVolatility = 50.0;

/// Cumulative normal; erfc keeps the digits of the lower tail.
double cumulative(double x) { return 0.5 * std::erfc(-x / std::numbers::sqrt2); }

double density(double x) {
    return std::exp(-0.5 * x * x) * 0.5 * std::numbers::inv_sqrtpi * std::numbers::sqrt2;
}

double signOf(OptionRight right) { return right == OptionRight::Call ? 1.0 : -1.0; }

bool isUsable(const PricingInput& in) {
    const bool isFinite = std::isfinite(in.spot) && std::isfinite(in.strike) && std::isfinite(in.rate) &&
                          std::isfinite(in.yield) && std::isfinite(in.volatility) && std::isfinite(in.years);
    return isFinite && in.spot > 0 && in.strike > 0 && in.volatility >= 0 && in.years >= 0;
}

/// The parts every formula shares.
struct Terms {
    double spot;   ///< discounted by the yield
    double strike; ///< discounted by the rate
    double spread; ///< volatility × √years
    double d1;
    double d2;

    explicit Terms(const PricingInput& in)
        : spot(in.spot * std::exp(-in.yield * in.years)), strike(in.strike * std::exp(-in.rate * in.years)),
          spread(in.volatility * std::sqrt(in.years)), d1(std::log(spot / strike) / spread + 0.5 * spread),
          d2(d1 - spread) {}
    /// No time or no volatility: d1 is not a number.
    bool isCertain() const { return !(spread > 0); }
};

double valueOf(double w, const Terms& t) {
    if (t.isCertain())
        return std::max(w * (t.spot - t.strike), 0.0);
    return w * (t.spot * cumulative(w * t.d1) - t.strike * cumulative(w * t.d2));
}

} // namespace

std::optional<double> europeanPrice(OptionRight right, const PricingInput& input) {
    if (!isUsable(input))
        return std::nullopt;
    return valueOf(signOf(right), Terms(input));
}

std::optional<Greeks> europeanGreeks(OptionRight right, const PricingInput& input) {
    if (!isUsable(input))
        return std::nullopt;
    const double w = signOf(right);
    const Terms t(input);
    Greeks greeks;
    const double carry = std::exp(-input.yield * input.years);
    if (t.isCertain()) {
        const double inside = w * (t.spot - t.strike);
        greeks.delta = inside > 0 ? w * carry : inside < 0 ? 0.0 : 0.5 * w * carry;
        return greeks;
    }
    const double root = std::sqrt(input.years);
    const double likely = cumulative(w * t.d2);
    greeks.delta = w * carry * cumulative(w * t.d1);
    greeks.gamma = carry * density(t.d1) / (input.spot * t.spread);
    greeks.vega = t.spot * density(t.d1) * root;
    greeks.theta = -t.spot * density(t.d1) * input.volatility / (2 * root) -
                   w * input.rate * t.strike * likely + w * input.yield * t.spot * cumulative(w * t.d1);
    greeks.rho = w * input.years * t.strike * likely;
    return greeks;
}

Greeks displayed(const Greeks& mathematical) {
    Greeks shown = mathematical;
    shown.theta /= 365.0;
    shown.vega /= 100.0;
    shown.rho /= 100.0;
    return shown;
}

std::optional<double> impliedVolatility(OptionRight right, double price, const PricingInput& input) {
    PricingInput in = input;
    in.volatility = 0;
    if (!isUsable(in) || !std::isfinite(price) || !(in.years > 0))
        return std::nullopt;
    const Terms certain(in);
    const double w = signOf(right);
    const double intrinsic = std::max(w * (certain.spot - certain.strike), 0.0);
    const double ceiling = right == OptionRight::Call ? certain.spot : certain.strike;
    if (!(price > intrinsic) || !(price < ceiling))
        return std::nullopt;
    // The out-of-the-money side of the same strike keeps its digits (put-call parity).
    const double side = certain.spot > certain.strike ? -1.0 : 1.0;
    const double target = side == w ? price : price - w * (certain.spot - certain.strike);
    if (!(target > 0))
        return std::nullopt;
    double low = kLowestVolatility;
    double high = kHighestVolatility;
    const auto excess = [&](double volatility) {
        in.volatility = volatility;
        return valueOf(side, Terms(in)) - target;
    };
    if (excess(low) > 0 || excess(high) < 0)
        return std::nullopt;
    double guess =
        std::clamp(std::sqrt(2 * std::abs(std::log(certain.spot / certain.strike)) / in.years), 0.05, 5.0);
    for (int turn = 0; turn < 200; ++turn) {
        const double off = excess(guess);
        (off > 0 ? high : low) = guess;
        const Terms t(in);
        const double vega = t.spot * density(t.d1) * std::sqrt(in.years);
        const double newton = guess - off / vega;
        const bool isInside = newton > low && newton < high;
        const double next = isInside ? newton : 0.5 * (low + high);
        if (std::abs(next - guess) <= 1e-14 * guess || high - low <= 1e-14 * high)
            return next;
        guess = next;
    }
    return guess;
}

std::optional<double> yearsBetween(Timestamp now, Timestamp settlement) {
    if (settlement <= now)
        return std::nullopt;
    return std::max(1.0, (settlement - now).toSecondsLossy()) / kSecondsPerYear;
}

} // namespace strikedesk::options
