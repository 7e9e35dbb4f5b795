// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/market/trade_print.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace strikedesk::market {

/// What becomes of a print (domain rules 3, bad tick).
enum class TickVerdict : std::uint8_t {
    Good,
    Suspect,   ///< far off and alone so far: held back
    Confirmed, ///< far off, and so was the one before: both count, see TickFilter::released
};

/// Keeps prints far from the market out of the bars: one further than eight average true ranges from the
/// median of the last prints is held back until a second one near it confirms it. Deterministic.
class TickFilter {
public:
    static constexpr std::size_t kWindow = 15;
    static constexpr std::size_t kNeeded = 5;        ///< prints before anything is called far off
    static constexpr std::int64_t kRanges = 8;       ///< the k of k·ATR
    static constexpr std::int64_t kLeastPercent = 3; ///< of the median, for stocks: below it nothing is far
    static constexpr std::int64_t kLeastPercentOption = 50;

    /// `isOption` widens the limit: an option's price moves by halves.
    TickVerdict judge(const TradePrint& print, bool isOption);
    /// A minute ended: its true range goes into the average.
    void onMinute(Price high, Price low, Price close);
    /// The print held back before the one just confirmed.
    const TradePrint& released() const { return m_suspect; }
    /// Prints held back and never confirmed.
    std::int64_t badTicks() const { return m_bad; }

    template <class A>
    void archive(A& a) {
        std::vector<std::int64_t> prices(m_prices.begin(), m_prices.begin() + m_count);
        a.field("prices", prices);
        a.field("next", m_next);
        a.field("range", m_range);
        a.field("minutes", m_minutes);
        a.field("close", m_close);
        a.field("suspect", m_suspect);
        a.field("hasSuspect", m_hasSuspect);
        a.field("bad", m_bad);
        if constexpr (A::kReading) {
            if (prices.size() > kWindow || m_next >= kWindow) {
                a.fail("tick filter");
                return;
            }
            m_count = static_cast<std::uint8_t>(prices.size());
            std::copy(prices.begin(), prices.end(), m_prices.begin());
        }
    }

private:
    std::int64_t median() const;
    std::int64_t limit(std::int64_t center, bool isOption) const;
    void accept(std::int64_t price);

    std::array<std::int64_t, kWindow> m_prices{};
    std::uint8_t m_count = 0;
    std::uint8_t m_next = 0;
    std::int64_t m_range = 0; ///< average true range of a minute, price units
    std::int64_t m_minutes = 0;
    Price m_close;
    TradePrint m_suspect;
    bool m_hasSuspect = false;
    std::int64_t m_bad = 0;
};

} // namespace strikedesk::market
