// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/price.h"
#include "core/base/symbol.h"
#include "core/base/timestamp.h"

#include <cstdint>

namespace strikedesk::market {

/// Open, high, low, close and volume of one interval, keyed by its start (left edge). Minutes without a trade
/// have no bar. Volume in shares or contracts; `vwap` may be zero where the venue does not send it.
struct Bar {
    Timestamp start;
    Price open;
    Price high;
    Price low;
    Price close;
    std::int64_t volume = 0;
    std::int64_t tradeCount = 0;
    Price vwap;

    /// Positive prices, low ≤ open, close ≤ high, volume ≥ 0 (domain rules, data quality).
    bool isConsistent() const {
        return low.isPositive() && low <= open && low <= close && open <= high && close <= high &&
               volume >= 0 && tradeCount >= 0;
    }

    template <class A>
    void archive(A& a) {
        a.field("start", start);
        a.field("open", open);
        a.field("high", high);
        a.field("low", low);
        a.field("close", close);
        a.field("volume", volume);
        a.field("tradeCount", tradeCount);
        a.field("vwap", vwap);
    }
    friend bool operator==(const Bar&, const Bar&) = default;
};

/// How a minute bar reached us.
enum class BarKind : std::uint8_t {
    Minute,  ///< the minute just ended
    Updated, ///< a late trade changed a minute already sent
    Daily,   ///< today's daily bar so far
};

} // namespace strikedesk::market
