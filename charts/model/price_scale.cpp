// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/model/price_scale.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace strikedesk::charts {

namespace {

/// Air above and below the bars, as a share of their range.
constexpr double kAir = 0.08;
constexpr double kLeastPrice = 0.0001;
constexpr double kMostPrice = 1e7;
constexpr std::size_t kMostLabels = 200;

} // namespace

void PriceScale::setPane(double top, double bottom) {
    m_top = top;
    m_bottom = std::max(bottom, top + 1);
}

void PriceScale::fit(double low, double high) {
    if (!m_isAutomatic || !std::isfinite(low) || !std::isfinite(high))
        return;
    if (low > high)
        std::swap(low, high);
    // A flat market still gets a range in which a tick can be seen.
    const double least = std::max(std::abs(high) * 0.002, 10 * kLeastPrice);
    if (high - low < least) {
        const double middle = (low + high) / 2;
        low = middle - least / 2;
        high = middle + least / 2;
    }
    if (m_kind == PriceScaleKind::Logarithmic && low > 0) {
        const double ratio = std::pow(high / low, kAir);
        m_low = low / ratio;
        m_high = high * ratio;
        return;
    }
    const double air = (high - low) * kAir;
    m_low = low - air;
    m_high = high + air;
}

void PriceScale::setRange(double low, double high) {
    if (!std::isfinite(low) || !std::isfinite(high) || high - low < kLeastPrice ||
        std::abs(low) > 2 * kMostPrice || std::abs(high) > 2 * kMostPrice)
        return;
    m_low = low;
    m_high = high;
    m_isAutomatic = false;
}

double PriceScale::scaled(double price) const {
    return m_kind == PriceScaleKind::Logarithmic ? std::log(std::max(price, kLeastPrice)) : price;
}

double PriceScale::unscaled(double value) const {
    return m_kind == PriceScaleKind::Logarithmic ? std::exp(value) : value;
}

double PriceScale::yOf(double price) const {
    const double low = scaled(m_low);
    const double range = scaled(m_high) - low;
    if (!(range > 0))
        return m_bottom;
    return m_bottom - (scaled(price) - low) / range * (m_bottom - m_top);
}

double PriceScale::priceAt(double y) const {
    const double low = scaled(m_low);
    const double range = scaled(m_high) - low;
    return unscaled(low + (m_bottom - y) / (m_bottom - m_top) * range);
}

Price PriceScale::snappedAt(double y, Price tick) const {
    const std::int64_t step = std::max<std::int64_t>(tick.units(), 1);
    const double dollars = std::clamp(priceAt(y), 0.0, kMostPrice);
    const double ticks = std::round(dollars * Price::kUnitsPerDollar / static_cast<double>(step));
    return Price::fromUnits(std::max<std::int64_t>(static_cast<std::int64_t>(ticks), 1) * step);
}

void PriceScale::stretch(double factor) {
    if (!std::isfinite(factor) || factor <= 0)
        return;
    const double middle = (scaled(m_low) + scaled(m_high)) / 2;
    const double half = (scaled(m_high) - scaled(m_low)) / 2 / factor;
    setRange(unscaled(middle - half), unscaled(middle + half));
}

void PriceScale::panBy(double pixels) {
    if (!std::isfinite(pixels))
        return;
    const double by = pixels / (m_bottom - m_top) * (scaled(m_high) - scaled(m_low));
    setRange(unscaled(scaled(m_low) + by), unscaled(scaled(m_high) + by));
}

Price labelStep(const PriceScale& scale, Price tick, double leastPixels) {
    const double pixels = std::max(scale.bottom() - scale.top(), 1.0);
    const double wanted = (scale.high() - scale.low()) * leastPixels / pixels * Price::kUnitsPerDollar;
    const std::int64_t least = std::max<std::int64_t>(tick.units(), 1);
    std::int64_t decade = 1;
    while (decade < Price::kMaxUnits) {
        for (const std::int64_t factor : {1, 2, 5}) {
            const std::int64_t step = decade * factor;
            // Steps that are no whole number of ticks would label prices nobody can trade at.
            if (step >= least && step % least == 0 && static_cast<double>(step) >= wanted)
                return Price::fromUnits(step);
        }
        decade *= 10;
    }
    return Price::fromUnits(decade);
}

std::vector<Price> labelPrices(const PriceScale& scale, Price tick, double leastPixels) {
    std::vector<Price> labels;
    const std::int64_t step = labelStep(scale, tick, leastPixels).units();
    const double low = std::clamp(scale.low(), -2 * kMostPrice, 2 * kMostPrice) * Price::kUnitsPerDollar;
    const double high = std::clamp(scale.high(), -2 * kMostPrice, 2 * kMostPrice) * Price::kUnitsPerDollar;
    double lastY = scale.bottom() + leastPixels;
    for (auto units = static_cast<std::int64_t>(std::ceil(low / static_cast<double>(step))) * step;
         static_cast<double>(units) <= high && labels.size() < kMostLabels; units += step) {
        if (units <= 0)
            continue;
        const Price price = Price::fromUnits(units);
        const double y = scale.yOf(price);
        // On a logarithmic scale equal steps crowd towards the top.
        if (lastY - y < leastPixels * 0.6)
            continue;
        labels.push_back(price);
        lastY = y;
    }
    return labels;
}

int decimalsOf(Price tick) {
    if (tick.units() % 100 == 0)
        return 2;
    return tick.units() % 10 == 0 ? 3 : 4;
}

Price stockTick(Price price) {
    return price.units() >= Price::kUnitsPerDollar ? Price::fromUnits(100) : Price::fromUnits(1);
}

} // namespace strikedesk::charts
