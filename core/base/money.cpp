// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"

#include <limits>

namespace strikedesk {

Result<Money> Money::tryFromText(std::string_view text) {
    const auto units = parseDecimal(text, kScaleDigits, ExtraDigits::RoundEven);
    if (!units)
        return units.error();
    return Money(*units);
}

Result<Quantity> Quantity::tryFromText(std::string_view text) {
    const auto units = parseDecimal(text, kScaleDigits, ExtraDigits::Refuse);
    if (!units)
        return units.error();
    if (*units > kMaxUnits || *units < -kMaxUnits)
        return invalidInput("base.quantity.range", "That quantity is larger than any order can be.");
    return Quantity(*units);
}

Result<Money> tryNotional(Price price, Quantity quantity, std::int64_t multiplier) {
    // |price| ≤ 10^11 and |quantity| ≤ 10^18 units by construction, so the 128-bit product cannot wrap
    // for any multiplier below 10^9.
    const __int128 product = static_cast<__int128>(price.units()) * quantity.units();
    constexpr __int128 kLimit = static_cast<__int128>(std::numeric_limits<std::int64_t>::max()) / 2;
    const __int128 magnitude = (product < 0 ? -product : product) / Quantity::kUnitsPerOne;
    if (multiplier < 0 || multiplier > 1'000'000 || (multiplier != 0 && magnitude > kLimit / multiplier))
        return invalidInput("base.money.range",
                            "That amount is too large to be real. Check price and quantity.");
    return Money::fromUnits(divideRoundEven(product * multiplier, Quantity::kUnitsPerOne));
}

Money notional(Price price, Quantity quantity, std::int64_t multiplier) {
    const auto money = tryNotional(price, quantity, multiplier);
    STRIKEDESK_ASSERT(money.ok(), "notional of unchecked values overflowed");
    return *money;
}

} // namespace strikedesk
