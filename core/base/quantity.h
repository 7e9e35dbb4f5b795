// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace strikedesk {

/// A number of contracts or shares, signed (negative = short): fixed point, 1 unit = 10^-9, within ±10^9.
/// The broker writes up to nine decimals for fractional shares; option quantities are always whole.
class Quantity {
public:
    static constexpr int kScaleDigits = 9;
    static constexpr std::int64_t kUnitsPerOne = 1'000'000'000;
    static constexpr std::int64_t kMaxUnits = 1'000'000'000 * kUnitsPerOne;

    constexpr Quantity() = default;
    static constexpr Quantity fromUnits(std::int64_t units) { return Quantity(units); }
    /// A whole number of contracts or shares, within ±10^9; a larger one is a bug.
    static constexpr Quantity whole(std::int64_t count) {
        STRIKEDESK_ASSERT(count <= kMaxUnits / kUnitsPerOne && count >= -kMaxUnits / kUnitsPerOne,
                          "a whole quantity is within its range");
        return Quantity(count * kUnitsPerOne);
    }
    /// Exact decimal text. Errors: not a decimal, more than 9 decimals, out of range.
    static Result<Quantity> tryFromText(std::string_view text);

    constexpr std::int64_t units() const { return m_units; }
    constexpr bool isWhole() const { return m_units % kUnitsPerOne == 0; }
    constexpr bool isPositive() const { return m_units > 0; }
    constexpr bool isNegative() const { return m_units < 0; }
    constexpr bool isZero() const { return m_units == 0; }
    /// The whole part, toward zero.
    constexpr std::int64_t wholePart() const { return m_units / kUnitsPerOne; }
    constexpr double toDoubleLossy() const { return static_cast<double>(m_units) / kUnitsPerOne; }
    std::string text() const { return formatDecimal(m_units, kScaleDigits, 0); }

    friend constexpr auto operator<=>(Quantity, Quantity) = default;
    friend Quantity operator+(Quantity a, Quantity b) { return Quantity(checkedAdd(a.m_units, b.m_units)); }
    friend Quantity operator-(Quantity a, Quantity b) {
        return Quantity(checkedSubtract(a.m_units, b.m_units));
    }
    friend Quantity operator-(Quantity a) { return Quantity(checkedSubtract(0, a.m_units)); }
    Quantity& operator+=(Quantity b) { return *this = *this + b; }
    Quantity& operator-=(Quantity b) { return *this = *this - b; }

    template <class A>
    void archiveValue(A& a) {
        a.value(m_units);
    }

private:
    constexpr explicit Quantity(std::int64_t units) : m_units(units) {}
    std::int64_t m_units = 0;
};

constexpr Quantity abs(Quantity q) { return q.isNegative() ? Quantity::fromUnits(-q.units()) : q; }

} // namespace strikedesk
