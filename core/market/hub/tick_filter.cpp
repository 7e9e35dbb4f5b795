// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/market/hub/tick_filter.h"

#include <cstdlib>

namespace strikedesk::market {

namespace {

/// A confirming print comes soon or not at all.
constexpr Duration kConfirmsWithin = Duration::seconds(30);
constexpr std::int64_t kAverageMinutes = 14;

} // namespace

std::int64_t TickFilter::median() const {
    std::array<std::int64_t, kWindow> sorted = m_prices;
    const auto middle = sorted.begin() + m_count / 2;
    std::nth_element(sorted.begin(), middle, sorted.begin() + m_count);
    return *middle;
}

std::int64_t TickFilter::limit(std::int64_t center, bool isOption) const {
    const std::int64_t percent = isOption ? kLeastPercentOption : kLeastPercent;
    // Two cents are never far, however small the price.
    return std::max({kRanges * m_range, center / 100 * percent, std::int64_t{200}});
}

void TickFilter::accept(std::int64_t price) {
    m_prices[m_next] = price;
    m_next = static_cast<std::uint8_t>((m_next + 1U) % kWindow);
    m_count = static_cast<std::uint8_t>(std::min<std::size_t>(m_count + 1U, kWindow));
}

TickVerdict TickFilter::judge(const TradePrint& print, bool isOption) {
    const std::int64_t price = print.price.units();
    if (m_count >= kNeeded) {
        // Near the print before is near the market: the median is not needed.
        const std::int64_t last = m_prices[(m_next + kWindow - 1) % kWindow];
        if (std::abs(price - last) * 2 > limit(last, isOption)) {
            const std::int64_t center = median();
            const std::int64_t allowed = limit(center, isOption);
            if (std::abs(price - center) > allowed) {
                const bool isNear = m_hasSuspect && print.at - m_suspect.at <= kConfirmsWithin &&
                                    std::abs(price - m_suspect.price.units()) * 4 <= allowed;
                m_bad += m_hasSuspect && !isNear ? 1 : 0;
                m_hasSuspect = !isNear;
                if (!isNear) {
                    m_suspect = print;
                    return TickVerdict::Suspect;
                }
                // The market is there now; the old prices say nothing any more.
                m_count = 0;
                m_next = 0;
                accept(m_suspect.price.units());
                accept(price);
                return TickVerdict::Confirmed;
            }
        }
    }
    if (m_hasSuspect && print.at - m_suspect.at > kConfirmsWithin) {
        m_hasSuspect = false;
        ++m_bad;
    }
    accept(price);
    return TickVerdict::Good;
}

void TickFilter::onMinute(Price high, Price low, Price close) {
    std::int64_t range = high.units() - low.units();
    if (m_close.isPositive())
        range = std::max(
            {range, std::abs(high.units() - m_close.units()), std::abs(low.units() - m_close.units())});
    m_close = close;
    m_minutes = std::min(m_minutes + 1, kAverageMinutes);
    m_range += (range - m_range) / m_minutes;
}

} // namespace strikedesk::market
