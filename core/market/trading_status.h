// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/symbol.h"
#include "core/base/timestamp.h"

#include <cstdint>
#include <string>

namespace strikedesk::market {

/// Whether an instrument trades now.
enum class TradingPhase : std::uint8_t {
    Trading, ///< continuous trading
    Halted,  ///< halted or paused: no submits, cancels allowed
    Other,   ///< an indication or code that changes nothing for us
};

/// A halt, pause or resume message, with the venue's own words.
struct TradingStatus {
    Symbol symbol;
    TradingPhase phase = TradingPhase::Other;
    std::string code;
    std::string reason;
    Timestamp at;

    template <class A>
    void archive(A& a) {
        a.field("symbol", symbol);
        a.field("phase", phase);
        a.field("code", code);
        a.field("reason", reason);
        a.field("at", at);
    }
    friend bool operator==(const TradingStatus&, const TradingStatus&) = default;
};

} // namespace strikedesk::market
