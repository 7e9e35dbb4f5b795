// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/matrix/ladder_model.h"

#include <algorithm>

namespace strikedesk::ui {

void LadderModel::setBook(LadderBook book) {
    if (book.contract != m_book.contract) {
        m_grid = PriceGrid(book.contract);
        m_top.reset();
        m_isHeld = false;
    }
    m_book = std::move(book);
}

void LadderModel::clampTop() {
    if (m_top)
        m_top = std::max<std::int64_t>(*m_top, std::max(1, m_rows));
}

void LadderModel::resize(int rows) {
    rows = std::clamp(rows, 0, 1000);
    if (m_top)
        m_top = middleIndex() + rows / 2;
    m_rows = rows;
    clampTop();
}

void LadderModel::centreOn(Price price) {
    m_top = m_grid.indexBelow(price) + m_rows / 2;
    m_isHeld = false;
    clampTop();
}

bool LadderModel::recentre() {
    const auto middle = m_book.middle();
    if (!middle)
        return false;
    centreOn(*middle);
    return true;
}

void LadderModel::scroll(std::int64_t rows) {
    if (!m_top)
        return;
    constexpr std::int64_t kFarthest = 1'000'000;
    const std::int64_t before = *m_top;
    m_top = *m_top + std::clamp(rows, -kFarthest, kFarthest);
    clampTop();
    if (!priceAt(0))
        m_top = before;
    m_isHeld = true;
}

bool LadderModel::follow(bool isButtonDown) {
    if (m_rows == 0 || isButtonDown)
        return false;
    const auto middle = m_book.middle();
    if (!middle)
        return false;
    if (!m_top)
        return recentre();
    const std::int64_t index = m_grid.indexBelow(*middle);
    const std::int64_t bottom = *m_top - m_rows + 1;
    if (index <= *m_top && index >= bottom) {
        m_isHeld = false;
        return false;
    }
    if (m_isHeld || (index <= *m_top + kPatience && index >= bottom - kPatience))
        return false;
    return recentre();
}

std::optional<Price> LadderModel::priceAt(int row) const {
    if (!m_top || row < 0 || row >= m_rows)
        return std::nullopt;
    return m_grid.priceAt(*m_top - row);
}

std::optional<int> LadderModel::rowOf(Price price) const {
    if (!m_top)
        return std::nullopt;
    const std::int64_t row = *m_top - m_grid.indexBelow(price);
    if (row < 0 || row >= m_rows)
        return std::nullopt;
    return static_cast<int>(row);
}

std::optional<LadderRow> LadderModel::rowAt(int row) const {
    const auto price = priceAt(row);
    if (!price)
        return std::nullopt;
    const auto isHere = [&](const std::optional<Price>& other) {
        return other && m_grid.priceAt(m_grid.indexBelow(*other)) == price;
    };
    LadderRow shown;
    shown.price = *price;
    shown.isBid = isHere(m_book.bid);
    // An offer between two steps is met at the step above it.
    shown.isAsk = m_book.ask && m_grid.priceAt(m_grid.indexAbove(*m_book.ask)) == price;
    shown.bidSize = shown.isBid ? m_book.bidSize : 0;
    shown.askSize = shown.isAsk ? m_book.askSize : 0;
    shown.isBelowMarket = m_book.bid && *price <= *m_book.bid;
    shown.isAboveMarket = m_book.ask && *price >= *m_book.ask;
    shown.isInside = m_book.bid && m_book.ask && !shown.isBelowMarket && !shown.isAboveMarket;
    shown.isLast = isHere(m_book.last);
    shown.isAverage = isHere(m_book.average);
    for (const HeldTrade& trade : m_book.trades) {
        shown.isTarget = shown.isTarget || isHere(trade.target);
        shown.isStop = shown.isStop || isHere(trade.plan.stop);
    }
    for (const OwnOrder& order : m_book.orders)
        if (isHere(order.price)) {
            (order.buys ? shown.buys : shown.sells) += order.quantity;
            shown.isSettling = shown.isSettling || order.isSettling;
        }
    shown.profit = profitAt(m_book, *price);
    return shown;
}

LadderSight LadderModel::marketElsewhere() const {
    const auto middle = m_book.middle();
    if (!m_top || !middle || m_rows == 0)
        return LadderSight::Here;
    const std::int64_t index = m_grid.indexBelow(*middle);
    return index > *m_top                ? LadderSight::Above
           : index < *m_top - m_rows + 1 ? LadderSight::Below
                                         : LadderSight::Here;
}

std::int64_t LadderModel::largestSize() const {
    return std::max<std::int64_t>({1, m_book.bidSize, m_book.askSize});
}

} // namespace strikedesk::ui
