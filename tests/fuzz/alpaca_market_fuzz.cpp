// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/codec/market_codec.h"
#include "tests/fuzz/fuzz_target.h"

// Beside not crashing: no negative price or size, whatever the bytes.

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace strikedesk;
    const std::string_view text = fuzz::textOf(data, size);
    if (const auto bars = alpaca::decodeBars(text))
        for (const auto& [symbol, rows] : bars->rows)
            for (const market::Bar& bar : rows)
                fuzz::mustHold(bar.low >= Price() && bar.volume >= 0, "a bar is not negative");
    if (const auto quotes = alpaca::decodeQuotes(text))
        for (const auto& [symbol, rows] : quotes->rows)
            for (const market::Quote& quote : rows)
                fuzz::mustHold(quote.bid >= Price() && quote.ask >= Price(), "a quote is not negative");
    (void)alpaca::decodeTrades(text).ok();
    (void)alpaca::decodeAuctions(text).ok();
    (void)alpaca::decodeIndexValues(text).ok();
    (void)alpaca::decodeSnapshots(text).ok();
    return 0;
}
