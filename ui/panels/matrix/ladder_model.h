// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/matrix/ladder_book.h"
#include "ui/panels/matrix/price_grid.h"

#include <optional>

namespace strikedesk::ui {

/// What the ladder shows at one price.
struct LadderRow {
    Price price;
    std::int64_t bidSize = 0; ///< > 0 at the best bid only: the feed carries no deeper book
    std::int64_t askSize = 0;
    bool isBid = false; ///< the best bid, where there is one
    bool isAsk = false;
    bool isBelowMarket = false; ///< at or below the bid
    bool isAboveMarket = false; ///< at or above the ask
    bool isInside = false;      ///< between bid and ask
    bool isLast = false;
    bool isAverage = false;
    bool isTarget = false; ///< a trade aims here
    bool isStop = false;   ///< a stop is watched here
    std::int64_t buys = 0; ///< ours, working
    std::int64_t sells = 0;
    bool isSettling = false; ///< one of ours here is on its way to or from the broker
    std::optional<Money> profit;
    friend bool operator==(const LadderRow&, const LadderRow&) = default;
};

/// Where the market is, seen from the prices shown.
enum class LadderSight : std::uint8_t { Here, Above, Below };

/// Which prices the ladder shows and what is at each. Rows are counted from the top, which is the highest
/// price. Steady: the window on the prices moves only by `centreOn`, `scroll`, `resize`, and by `follow` when
/// the market has left it. Pure; GUI thread.
class LadderModel {
public:
    /// How many steps the market may be outside before the ladder follows it.
    static constexpr std::int64_t kPatience = 3;

    /// Another contract forgets the window; the same one keeps it.
    void setBook(LadderBook book);
    const LadderBook& book() const { return m_book; }
    const PriceGrid& grid() const { return m_grid; }

    int rowCount() const { return m_rows; }
    /// More or fewer rows (window size, row size): the price in the middle stays there.
    void resize(int rows);
    void centreOn(Price price);
    /// Centres on the market, the last print or the position. False when there is nothing to centre on.
    bool recentre();
    /// Positive: towards higher prices. Leaves the market alone until it is centred again or seen again.
    void scroll(std::int64_t rows);
    /// Centres the first time, and again when the market has been left behind by more than `kPatience` steps
    /// while nobody scrolled away on purpose. Never while a mouse button is down. True when rows moved.
    bool follow(bool isButtonDown);

    bool hasRange() const { return m_top.has_value(); }
    std::optional<Price> priceAt(int row) const;
    /// The row that shows a price; nothing when it is outside. A price between steps is shown at the lower.
    std::optional<int> rowOf(Price price) const;
    std::optional<LadderRow> rowAt(int row) const;
    LadderSight marketElsewhere() const;
    /// The largest size shown, for the bars; at least 1.
    std::int64_t largestSize() const;

private:
    void clampTop();
    std::int64_t middleIndex() const { return *m_top - m_rows / 2; }

    LadderBook m_book;
    PriceGrid m_grid;
    int m_rows = 0;
    std::optional<std::int64_t> m_top; ///< number of the price in the first row
    bool m_isHeld = false;             ///< the person looks elsewhere on purpose
};

} // namespace strikedesk::ui
