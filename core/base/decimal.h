// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

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

} // namespace strikedesk
