// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/matrix/price_grid.h"

#include "core/trade/orders/trade_book.h"

#include <algorithm>

namespace strikedesk::ui {

namespace {

constexpr Price kHighest = Price::fromCents(100'000'000);

} // namespace

PriceGrid::PriceGrid(const Symbol& symbol) {
    const Price change = symbol.looksLikeOption() ? Price::fromCents(300) : Price::fromCents(100);
    m_change = change.units();
    m_low = trade::tickOf(symbol, change - Price::fromUnits(1)).units();
    m_high = trade::tickOf(symbol, change).units();
}

std::int64_t PriceGrid::indexBelow(Price price) const {
    const std::int64_t units = std::clamp<std::int64_t>(price.units(), 0, kHighest.units());
    if (units < m_change)
        return units / m_low;
    return m_change / m_low + (units - m_change) / m_high;
}

std::int64_t PriceGrid::indexAbove(Price price) const {
    const std::int64_t below = indexBelow(price);
    const auto at = priceAt(below);
    const bool isExact = at ? *at >= price : price <= Price();
    return isExact ? below : below + 1;
}

std::optional<Price> PriceGrid::priceAt(std::int64_t index) const {
    if (index < 1)
        return std::nullopt;
    const std::int64_t below = m_change / m_low;
    if (index > below + (kHighest.units() - m_change) / m_high)
        return std::nullopt;
    return Price::fromUnits(index < below ? index * m_low : m_change + (index - below) * m_high);
}

} // namespace strikedesk::ui
