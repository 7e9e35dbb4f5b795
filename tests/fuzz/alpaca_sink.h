// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/alpaca/codec/stream_codec.h"
#include "tests/fuzz/fuzz_target.h"

namespace strikedesk::fuzz {

/// Checks what a frame delivered and counts it.
class CheckingSink final : public alpaca::StreamSink {
public:
    void onQuote(const market::Quote& quote) override {
        mustHold(quote.bid >= Price() && quote.ask >= Price() && quote.bidSize >= 0 && quote.askSize >= 0,
                 "a quote is not negative");
        mustHold(!quote.symbol.isEmpty(), "a quote has a symbol");
        ++delivered;
    }
    void onTrade(const market::TradePrint& print) override {
        mustHold(print.price >= Price() && print.size >= 0 && !print.symbol.isEmpty(),
                 "a print is not negative");
        ++delivered;
    }
    int delivered = 0;
};

} // namespace strikedesk::fuzz
