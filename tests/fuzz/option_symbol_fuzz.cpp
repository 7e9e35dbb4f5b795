// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/option_symbol.h"
#include "tests/fuzz/fuzz_target.h"

// A name that is read writes itself back.

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace strikedesk;
    const std::string_view text = fuzz::textOf(data, size);
    if (const auto option = OptionSymbol::tryFromOcc(text)) {
        fuzz::mustHold(option->strike().isPositive(), "a strike is positive");
        const auto again = OptionSymbol::tryFromOcc(option->padded());
        fuzz::mustHold(again && *again == *option, "a padded name reads back");
        const auto plain = OptionSymbol::tryFrom(option->symbol());
        fuzz::mustHold(plain && *plain == *option, "a plain name reads back");
    }
    if (const auto symbol = Symbol::tryFrom(text))
        fuzz::mustHold(symbol->view() == text, "a symbol is its text");
    if (const auto time = Timestamp::tryFromRfc3339(text)) {
        const auto again = Timestamp::tryFromRfc3339(time->rfc3339());
        fuzz::mustHold(again && *again == *time, "a time reads back");
    }
    if (const auto day = Date::tryFromIso(text))
        fuzz::mustHold(day->iso() == text, "a day is its text");
    if (const auto price = Price::tryFromText(text)) {
        const auto again = Price::tryFromText(price->text());
        fuzz::mustHold(again && *again == *price, "a price reads back");
    }
    return 0;
}
