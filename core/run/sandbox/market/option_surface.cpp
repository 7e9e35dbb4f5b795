// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/option_surface.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace strikedesk::sandbox {

namespace {

enum Purpose : std::uint64_t { kJitter = 105 };

constexpr std::int64_t kJitterSeconds = 300;
constexpr double kJitterSize = 0.006;
/// How far a chain's level follows the market's, at once and in far months.
constexpr double kNearWeight = 0.8;
constexpr double kFarWeight = 0.3;
/// The move priced for a report, in day volatilities (gaps are three times one, and rarely at an extreme).
constexpr double kReportMove = 2.8;
constexpr double kLeastYears = 0.5 / 365.0;

} // namespace

/// By whole minutes: the surface does not breathe with every quote.
double OptionSurface::logLevel(Timestamp at) {
    const std::int64_t minute = at.seconds() / 60;
    if (minute == m_levelMinute)
        return m_level;
    const Date date = m_stocks.calendar().dateOf(at);
    const auto session = m_stocks.calendar().session(date);
    FactorPaths& factors = m_stocks.paths().factors();
    m_levelMinute = minute;
    if (!session) {
        m_level = factors.levelBefore(date);
        return m_level;
    }
    const std::int64_t minutes = (session->close - session->open).count() / 60'000'000'000;
    const std::int64_t since = minute - session->open.seconds() / 60;
    m_level = factors.levelAt(date, static_cast<double>(since), static_cast<std::size_t>(minutes));
    return m_level;
}

double OptionSurface::volatility(std::size_t stock, Date expiry, double strike, double spot, double years,
                                 Timestamp at) {
    const StockSpec& spec = m_stocks.specs()[stock];
    const double time = std::max(years, kLeastYears);
    const double near = std::exp(-years / 0.15);
    const double weight = kFarWeight + (kNearWeight - kFarWeight) * near;
    // From one jitter to the next in a straight line.
    const std::int64_t knot = at.seconds() / kJitterSeconds;
    const double part = static_cast<double>(at.seconds() % kJitterSeconds) / kJitterSeconds;
    HashRandom first(m_stocks.seed(), {kJitter, stock, static_cast<std::uint64_t>(knot)});
    HashRandom second(m_stocks.seed(), {kJitter, stock, static_cast<std::uint64_t>(knot + 1)});
    const double jitter = kJitterSize * ((1.0 - part) * first.gaussian() + part * second.gaussian());
    const double calm = spec.impliedVolatility * (1.0 + 0.06 * (1.0 - std::exp(-years / 0.4)));
    double level = calm * std::exp(weight * logLevel(at) + jitter);
    const Date today = m_stocks.calendar().dateOf(at);
    if (const int reports = m_stocks.corporate().reportsBetween(stock, today, expiry); reports > 0) {
        const double move = kReportMove * spec.dayVolatility;
        level = std::sqrt(level * level + reports * move * move / time);
    }
    const double moneyness = std::clamp(std::log(strike / spot) / std::sqrt(time), -2.5, 2.5);
    return std::clamp(level + spec.skew * moneyness * 0.5 + 0.05 * moneyness * moneyness, 0.05, 4.0);
}

QuoteShape quoteShape(const StockSpec& spec, OptionRight right, double strike, double spot, double years,
                      double volatility, double value) {
    const double deviation = volatility * std::sqrt(std::max(years, 1e-6));
    const double log = std::log(spot / strike);
    const double d1 = log / deviation + 0.5 * deviation;
    const double call = 0.5 * std::erfc(-d1 / std::numbers::sqrt2);
    const double delta = right == OptionRight::Call ? call : 1.0 - call;
    const double intrinsic = std::max(0.0, right == OptionRight::Call ? spot - strike : strike - spot);
    const double hedge = std::min(0.0025 * std::pow(delta, 4.0) * (1.0 + 4.0 * std::sqrt(years)), 0.0045);
    QuoteShape shape;
    shape.away = std::abs(log) / deviation;
    shape.half = 0.5 * (0.01 + spec.optionSpread * (spot * hedge + 0.012 * std::max(0.0, value - intrinsic)));
    shape.depth = (30.0 + 250.0 * std::exp(-0.5 * shape.away * shape.away)) *
                  std::clamp(spec.openInterest / 10'000.0, 0.1, 2.0);
    shape.pulled = 0.001 + 0.003 * std::min(shape.away, 3.0);
    return shape;
}

std::int64_t openInterestOf(const StockSpec& spec, const HashRandom& random, double strike, double step,
                            double open, int daysLeft, bool isMonthly) {
    HashRandom chance = random;
    const double years = std::max(1, daysLeft) / 365.0;
    const double away = std::log(strike / open) / (spec.impliedVolatility * std::sqrt(years));
    const double nearness = std::exp(-0.7 * away * away) + 0.02 * std::exp(-0.1 * away * away);
    const double remainder = std::fmod(strike + 1e-6, 10.0 * step);
    const double round = remainder < 1e-3 ? 2.5 : 1.0;
    const double term = isMonthly ? 2.0 : daysLeft < 8 ? 0.5 : 0.25;
    return std::llround(spec.openInterest * nearness * round * term * (0.15 + chance.uniform()));
}

} // namespace strikedesk::sandbox
