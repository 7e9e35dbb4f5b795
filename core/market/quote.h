// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/price.h"
#include "core/base/symbol.h"
#include "core/base/timestamp.h"
#include "core/market/grade.h"

#include <cstdint>
#include <optional>

namespace strikedesk::market {

/// The best bid and ask of one instrument. A price of zero means that side is empty. Sizes are shares or
/// contracts. `at` is the venue's time of the quote. Value type; any thread.
struct Quote {
    Symbol symbol;
    Price bid;
    Price ask;
    std::int64_t bidSize = 0;
    std::int64_t askSize = 0;
    Timestamp at;
    Grade grade = Grade::RealTime; ///< of the feed that brought it

    /// Both sides present and bid < ask: the only quotes a mid may be taken from (locked and crossed ones
    /// show a market in motion).
    bool isSane() const { return bid.isPositive() && bid < ask; }
    /// Mid of a sane quote.
    std::optional<Price> mid() const { return isSane() ? std::optional(midpoint(bid, ask)) : std::nullopt; }
    /// (ask − bid) / mid of a sane quote, as a fraction; analytics only.
    std::optional<double> spreadFraction() const {
        if (!isSane())
            return std::nullopt;
        return (ask - bid).toDoubleLossy() / midpoint(bid, ask).toDoubleLossy();
    }

    template <class A>
    void archive(A& a) {
        a.field("symbol", symbol);
        a.field("bid", bid);
        a.field("ask", ask);
        a.field("bidSize", bidSize);
        a.field("askSize", askSize);
        a.field("at", at);
        a.field("grade", grade);
    }
    friend bool operator==(const Quote&, const Quote&) = default;
};

} // namespace strikedesk::market
