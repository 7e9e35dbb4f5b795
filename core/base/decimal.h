// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace strikedesk {

/// What to do with digits beyond the scale.
enum class ExtraDigits {
    Refuse,    ///< non-zero digits beyond the scale are an error (orders, quantities)
    RoundEven, ///< rounded half to even (averages a venue computed)
};

/// Decimal text ("-12.50", "1e-3" is refused) to an integer count of 10^-scaleDigits. Exact, locale-free.
/// Errors: empty, other characters, out of 64 bits, digits beyond the scale when refused.
Result<std::int64_t> parseDecimal(std::string_view text, int scaleDigits, ExtraDigits extra);

/// An integer count of 10^-scaleDigits as text with at least `minFraction` decimals and no needless zeros.
std::string formatDecimal(std::int64_t units, int scaleDigits, int minFraction);

/// a + b, a − b with overflow as a stop; inputs are range-checked where they enter.
std::int64_t checkedAdd(std::int64_t a, std::int64_t b);
std::int64_t checkedSubtract(std::int64_t a, std::int64_t b);
std::int64_t checkedMultiply(std::int64_t a, std::int64_t b);

/// Integer division rounded half to even. `divisor` > 0.
std::int64_t divideRoundEven(__int128 dividend, std::int64_t divisor);

/// A number without a unit of money (a percentage, a factor, a speed): fixed point, 1 unit = 0.0001.
class Decimal {
public:
    static constexpr int kScaleDigits = 4;
    static constexpr std::int64_t kUnitsPerOne = 10'000;

    constexpr Decimal() = default;
    static constexpr Decimal fromUnits(std::int64_t units) { return Decimal(units); }
    static constexpr Decimal whole(std::int64_t number) { return Decimal(number * kUnitsPerOne); }
    /// Exact decimal text. Errors: not a decimal, more than 4 decimals, out of 64 bits.
    static Result<Decimal> tryFromText(std::string_view text);

    constexpr std::int64_t units() const { return m_units; }
    constexpr double toDoubleLossy() const { return static_cast<double>(m_units) / kUnitsPerOne; }
    /// "2", "0.05": no needless zeros, exact.
    std::string text() const { return formatDecimal(m_units, kScaleDigits, 0); }

    friend constexpr auto operator<=>(Decimal, Decimal) = default;

    template <class A>
    void archiveValue(A& a) {
        a.value(m_units);
    }

private:
    constexpr explicit Decimal(std::int64_t units) : m_units(units) {}
    std::int64_t m_units = 0;
};

} // namespace strikedesk
