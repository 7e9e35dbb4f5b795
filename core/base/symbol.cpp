// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/symbol.h"

#include "core/base/ascii.h"

namespace strikedesk {

namespace {

bool isAllowed(char c) { return isUpper(c) || isDigit(c) || c == '.' || c == '-' || c == '/'; }

} // namespace

Result<Symbol> Symbol::tryFrom(std::string_view text) {
    if (text.empty() || text.size() > kMaxLength)
        return invalidInput("base.symbol.invalid", "That is not a symbol. Use a ticker such as AAPL.",
                            "symbol of length " + std::to_string(text.size()));
    Symbol symbol;
    for (char c : text) {
        if (!isAllowed(c))
            return invalidInput("base.symbol.invalid", "That is not a symbol. Use a ticker such as AAPL.",
                                "a character outside A-Z 0-9 . - /");
        symbol.m_text[symbol.m_length++] = c;
    }
    return symbol;
}

Symbol Symbol::of(std::string_view text) {
    const auto symbol = tryFrom(text);
    STRIKEDESK_ASSERT(symbol.ok(), "a literal symbol is well formed");
    return *symbol;
}

bool Symbol::looksLikeOption() const {
    // Root (at least one character), six digits of date, C or P, eight digits of strike.
    if (m_length < 16)
        return false;
    const std::string_view tail = view().substr(m_length - 15);
    for (std::size_t i = 0; i < tail.size(); ++i)
        if (i == 6 ? (tail[i] != 'C' && tail[i] != 'P') : !isDigit(tail[i]))
            return false;
    return true;
}

} // namespace strikedesk
