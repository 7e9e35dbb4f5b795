// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>

namespace strikedesk {

/// The name of one tradable thing as the venues write it: a ticker ("BRK.B") or an unpadded OCC contract
/// ("AAPL250620C00100000"). Up to 23 characters of A-Z 0-9 . - / kept inline, so it is trivially copyable and
/// costs nothing on the feed path. Empty by default.
class Symbol {
public:
    static constexpr std::size_t kMaxLength = 23;

    constexpr Symbol() = default;
    /// Errors: empty, longer than 23, other characters (lower case included).
    static Result<Symbol> tryFrom(std::string_view text);
    /// For literals in code and tests; a bad one is a bug.
    static Symbol of(std::string_view text);

    std::string_view view() const { return {m_text.data(), m_length}; }
    std::string text() const { return std::string(view()); }
    bool isEmpty() const { return m_length == 0; }
    /// True when the text has the shape of an OCC option contract (see OptionSymbol).
    bool looksLikeOption() const;

    friend bool operator==(const Symbol& a, const Symbol& b) { return a.m_text == b.m_text; }
    friend std::strong_ordering operator<=>(const Symbol& a, const Symbol& b) {
        return std::memcmp(a.m_text.data(), b.m_text.data(), a.m_text.size()) <=> 0;
    }

    template <class A>
    void archiveValue(A& a) {
        std::string text(view());
        a.value(text);
        if constexpr (A::kReading) {
            if (text.empty())
                *this = Symbol();
            else if (const auto read = tryFrom(text))
                *this = *read;
            else
                a.fail("symbol");
        }
    }

private:
    std::array<char, kMaxLength> m_text{};
    std::uint8_t m_length = 0;
};

} // namespace strikedesk

template <>
struct std::hash<strikedesk::Symbol> {
    std::size_t operator()(const strikedesk::Symbol& symbol) const noexcept {
        return std::hash<std::string_view>()(symbol.view());
    }
};
