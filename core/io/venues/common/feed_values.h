// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/market/trade_print.h"

#include <cstdint>
#include <string>

namespace strikedesk::venues {

/// A printed trade that the venue took back; `id` is the trade id it named.
struct TradeCancel {
    Symbol symbol;
    std::string id;
    std::string exchange;
    Price price;
    std::int64_t size = 0;
    std::string action; ///< C cancel, E error; other letters occur
    Timestamp at;
};

/// A printed trade that the venue replaced by another.
struct TradeCorrection {
    market::TradePrint original; ///< without time
    market::TradePrint corrected;
};

/// Limit-up limit-down band.
struct PriceBand {
    Symbol symbol;
    Price up;
    Price down;
    std::string indicator;
    Timestamp at;
};

/// An order imbalance's reference price.
struct Imbalance {
    Symbol symbol;
    Price price;
    Timestamp at;
};

/// What a frame held.
struct FrameCount {
    int delivered = 0;
    int unknown = 0; ///< kinds we do not know
};

} // namespace strikedesk::venues
