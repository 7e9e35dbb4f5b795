// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/price.h"
#include "core/base/symbol.h"
#include "core/base/timestamp.h"

#include <cstdint>
#include <string>

namespace strikedesk::market {

/// One execution printed by the market (not ours). Size in shares or contracts. `id` is the venue's trade id
/// as text (64-bit ids do not fit a double), empty for options. `conditions` holds the venue's codes joined
/// by ','.
struct TradePrint {
    Symbol symbol;
    Price price;
    std::int64_t size = 0;
    Timestamp at;
    std::string exchange;
    std::string conditions;
    std::string id;

    template <class A>
    void archive(A& a) {
        a.field("symbol", symbol);
        a.field("price", price);
        a.field("size", size);
        a.field("at", at);
        a.field("exchange", exchange);
        a.field("conditions", conditions);
        a.field("id", id);
    }
    friend bool operator==(const TradePrint&, const TradePrint&) = default;
};

} // namespace strikedesk::market
