// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/price.h"
#include "core/base/quantity.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace strikedesk {

/// An amount of US dollars: fixed point, 1 unit = 0.0001 USD (so whole contracts × price × multiplier is
/// exact). Shown with two decimals at the edge.
class Money {
public:
    static constexpr int kScaleDigits = 4;
    static constexpr std::int64_t kUnitsPerDollar = 10'000;

    constexpr Money() = default;
    static constexpr Money fromUnits(std::int64_t units) { return Money(units); }
    static constexpr Money fromCents(std::int64_t cents) { return Money(cents * 100); }
    static constexpr Money dollars(std::int64_t whole) { return Money(whole * kUnitsPerDollar); }
    /// Decimal text; digits beyond the fourth decimal are rounded half to even (account figures carry more).
    static Result<Money> tryFromText(std::string_view text);

    constexpr std::int64_t units() const { return m_units; }
    constexpr bool isNegative() const { return m_units < 0; }
    constexpr bool isPositive() const { return m_units > 0; }
    constexpr bool isZero() const { return m_units == 0; }
    constexpr double toDoubleLossy() const { return static_cast<double>(m_units) / kUnitsPerDollar; }
    /// "1557.00", "-12.60": at least two decimals, exact.
    std::string text() const { return formatDecimal(m_units, kScaleDigits, 2); }

    friend constexpr auto operator<=>(Money, Money) = default;
    friend Money operator+(Money a, Money b) { return Money(checkedAdd(a.m_units, b.m_units)); }
    friend Money operator-(Money a, Money b) { return Money(checkedSubtract(a.m_units, b.m_units)); }
    friend Money operator-(Money a) { return Money(checkedSubtract(0, a.m_units)); }
    friend Money operator*(Money a, std::int64_t n) { return Money(checkedMultiply(a.m_units, n)); }
    Money& operator+=(Money b) { return *this = *this + b; }
    Money& operator-=(Money b) { return *this = *this - b; }

    template <class A>
    void archiveValue(A& a) {
        a.value(m_units);
    }

private:
    constexpr explicit Money(std::int64_t units) : m_units(units) {}
    std::int64_t m_units = 0;
};

/// price × quantity × multiplier, exact for whole quantities, else rounded half to even.
/// Error when the amount does not fit (a venue's nonsense must not stop the program).
Result<Money> tryNotional(Price price, Quantity quantity, std::int64_t multiplier);

/// As tryNotional for values that passed a limit check already; an overflow stops the program.
Money notional(Price price, Quantity quantity, std::int64_t multiplier);

} // namespace strikedesk
