// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/price.h"

#include <cmath>

namespace strikedesk {

namespace {

Result<Price> inRange(std::int64_t units) {
    if (units > Price::kMaxUnits || units < -Price::kMaxUnits)
        return invalidInput("base.price.range",
                            "That price is outside what any US option or share trades at.",
                            "price units " + std::to_string(units));
    return Price::fromUnits(units);
}

} // namespace

Result<Price> Price::tryFromText(std::string_view text, ExtraDigits extra) {
    const auto units = parseDecimal(text, kScaleDigits, extra);
    if (!units)
        return units.error();
    return inRange(*units);
}

Result<Price> Price::tryFromDouble(double dollars) {
    const double units = dollars * static_cast<double>(kUnitsPerDollar);
    if (!std::isfinite(units) || std::abs(units) > static_cast<double>(kMaxUnits))
        return invalidInput("base.price.range", "That price is not a number in the range of US markets.");
    return Price(static_cast<std::int64_t>(std::llround(units)));
}

Price midpoint(Price a, Price b) {
    return Price::fromUnits(divideRoundEven(static_cast<__int128>(a.units()) + b.units(), 2));
}

Price roundDownToTick(Price price, Price tick) {
    STRIKEDESK_ASSERT(tick.isPositive(), "a tick size is positive");
    std::int64_t steps = price.units() / tick.units();
    if (price.units() % tick.units() < 0)
        --steps;
    return tick * steps;
}

Price roundUpToTick(Price price, Price tick) {
    STRIKEDESK_ASSERT(tick.isPositive(), "a tick size is positive");
    std::int64_t steps = price.units() / tick.units();
    if (price.units() % tick.units() > 0)
        ++steps;
    return tick * steps;
}

} // namespace strikedesk
