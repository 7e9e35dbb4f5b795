// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/codec/ticker.h"

#include "core/base/option_symbol.h"
#include "core/io/venues/common/field_reader.h"

#include <algorithm>
#include <iterator>

namespace strikedesk::polygon {

namespace {

constexpr std::int64_t kFirstMs = 100'000'000'000;  ///< 1973-03-03
constexpr std::int64_t kLastMs = 7'289'654'399'999; ///< end of 2200

/// `number` counted in units of which `perMs` make a millisecond, when it lies in the years we accept.
constexpr bool isCounted(std::int64_t number, std::int64_t perMs) {
    return number >= kFirstMs * perMs && number < (kLastMs + 1) * perMs;
}

} // namespace

std::optional<Ticker> tickerFrom(std::string_view text) {
    AssetKind kind = AssetKind::Stock;
    if (text.size() > 2 && text[1] == ':') {
        if (text[0] != 'O' && text[0] != 'I')
            return std::nullopt;
        kind = text[0] == 'O' ? AssetKind::Option : AssetKind::Index;
        text.remove_prefix(2);
    }
    const auto symbol = Symbol::tryFrom(text);
    if (!symbol || symbol->looksLikeOption() != (kind == AssetKind::Option))
        return std::nullopt;
    if (kind == AssetKind::Option && !OptionSymbol::tryFrom(*symbol))
        return std::nullopt;
    return Ticker{kind, *symbol};
}

std::string tickerText(const Symbol& symbol, AssetKind kind) {
    switch (kind) {
    case AssetKind::Option:
        return "O:" + symbol.text();
    case AssetKind::Index:
        return "I:" + symbol.text();
    case AssetKind::Stock:
        break;
    }
    return symbol.text();
}

AssetKind kindOf(const Symbol& symbol) {
    if (symbol.looksLikeOption())
        return AssetKind::Option;
    // Indices with listed options (Cboe, Nasdaq PHLX); none of the names is a stock's.
    constexpr std::string_view kIndices[] = {"SPX",  "XSP", "NDX", "XND", "RUT",
                                             "MRUT", "DJX", "OEX", "XEO", "VIX"};
    const bool isIndex =
        std::find(std::begin(kIndices), std::end(kIndices), symbol.view()) != std::end(kIndices);
    return isIndex ? AssetKind::Index : AssetKind::Stock;
}

std::string tickerText(const Symbol& symbol) { return tickerText(symbol, kindOf(symbol)); }

std::optional<Timestamp> venueTime(std::string_view number) {
    std::int64_t count = 0;
    std::size_t at = 0;
    while (at < number.size() && at < 18 && number[at] >= '0' && number[at] <= '9')
        count = count * 10 + (number[at++] - '0');
    if (at != number.size()) {
        const auto read = venues::parseVenueDecimal(number, 0, ExtraDigits::Refuse);
        if (!read)
            return std::nullopt;
        count = *read;
    }
    if (isCounted(count, 1))
        return Timestamp::fromMilliseconds(count);
    if (isCounted(count, 1'000))
        return Timestamp::fromNanoseconds(count * 1'000);
    if (isCounted(count, 1'000'000))
        return Timestamp::fromNanoseconds(count);
    return std::nullopt;
}

} // namespace strikedesk::polygon
