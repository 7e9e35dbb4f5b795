// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/codec/market_codec.h"
#include "tests/fuzz/fuzz_target.h"

// Beside not crashing: no negative price or size, no time outside 1973 to 2200, no link to another place.

namespace {

using namespace strikedesk;

void checkTime(Timestamp at) {
    fuzz::mustHold(at.milliseconds() >= 100'000'000'000 && at.milliseconds() < 7'300'000'000'000,
                   "a time is of our years");
}

void checkLink(const std::string& nextUrl) {
    const auto path = polygon::nextPath(nextUrl, "/v2/aggs/ticker/AAPL/range/1/day/1/2");
    fuzz::mustHold(!path || path->empty() || path->starts_with("/v2/aggs/ticker"),
                   "a link stays at its request");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::textOf(data, size);
    const Symbol symbol = Symbol::of("AAPL");
    if (const auto page = polygon::decodeBars(text)) {
        checkLink(page->nextUrl);
        for (const market::Bar& bar : page->bars) {
            fuzz::mustHold(bar.open >= Price() && bar.low >= Price() && bar.volume >= 0,
                           "a bar is not negative");
            checkTime(bar.start);
        }
    }
    if (const auto page = polygon::decodeTrades(text, symbol))
        for (const polygon::HistoricalTrade& trade : page->rows) {
            fuzz::mustHold(trade.print.price >= Price() && trade.print.size >= 0, "a print is not negative");
            checkTime(trade.print.at);
        }
    if (const auto page = polygon::decodeQuotes(text, symbol))
        for (const polygon::HistoricalQuote& row : page->rows) {
            fuzz::mustHold(row.quote.bid >= Price() && row.quote.ask >= Price(), "a quote is not negative");
            checkTime(row.quote.at);
        }
    (void)polygon::decodeGroupedDay(text).ok();
    (void)polygon::decodeOpenClose(text).ok();
    (void)polygon::decodeLastTrade(text).ok();
    (void)polygon::decodeLastQuote(text).ok();
    (void)polygon::errorFrom(text, 404);
    checkLink(std::string(text));
    if (const auto time = polygon::venueTime(text))
        checkTime(*time);
    return 0;
}
