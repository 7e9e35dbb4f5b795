// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace strikedesk {

/// A price per share or per contract unit in US dollars: fixed point, 1 unit = 0.0001 USD, within ±10,000,000
/// USD. May be negative or zero (differences, net prices, absent sides). Trivially copyable; any thread.
///
/// | Price ± Price | Price |   | Price × integer | Price |   | Price × Price, Price ÷ Price | does not
/// compile |
class Price {
public:
    static constexpr int kScaleDigits = 4;
    static constexpr std::int64_t kUnitsPerDollar = 10'000;
    static constexpr std::int64_t kMaxUnits = 100'000'000'000;

    constexpr Price() = default;
    /// From units of 0.0001 USD known to be in range (literals, stored values).
    static constexpr Price fromUnits(std::int64_t units) { return Price(units); }
    /// From whole cents: fromCents(210) is 2.10 USD.
    static constexpr Price fromCents(std::int64_t cents) { return Price(cents * 100); }
    /// Exact decimal text. Errors: not a decimal, more than 4 decimals, out of range.
    static Result<Price> tryFromText(std::string_view text, ExtraDigits extra = ExtraDigits::Refuse);
    /// A binary number from a market-data feed, rounded to the nearest unit. Errors: NaN, infinite, out of
    /// range.
    static Result<Price> tryFromDouble(double dollars);

    constexpr std::int64_t units() const { return m_units; }
    constexpr bool isPositive() const { return m_units > 0; }
    constexpr bool isZero() const { return m_units == 0; }
    /// For analytics and drawing only.
    constexpr double toDoubleLossy() const { return static_cast<double>(m_units) / kUnitsPerDollar; }
    /// "2.10", "0.0125": two to four decimals.
    std::string text() const { return formatDecimal(m_units, kScaleDigits, 2); }

    friend constexpr auto operator<=>(Price, Price) = default;
    friend Price operator+(Price a, Price b) { return Price(checkedAdd(a.m_units, b.m_units)); }
    friend Price operator-(Price a, Price b) { return Price(checkedSubtract(a.m_units, b.m_units)); }
    friend Price operator-(Price a) { return Price(checkedSubtract(0, a.m_units)); }
    friend Price operator*(Price a, std::int64_t n) { return Price(checkedMultiply(a.m_units, n)); }

    template <class A>
    void archiveValue(A& a) {
        a.value(m_units);
    }

private:
    constexpr explicit Price(std::int64_t units) : m_units(units) {}
    std::int64_t m_units = 0;
};

/// (a + b) / 2 rounded half to even, for mids.
Price midpoint(Price a, Price b);
/// The nearest multiple of `tick` at or below / at or above `price`. `tick` > 0.
Price roundDownToTick(Price price, Price tick);
Price roundUpToTick(Price price, Price tick);

} // namespace strikedesk
