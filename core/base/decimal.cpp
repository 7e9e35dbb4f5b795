// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/decimal.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <limits>

namespace strikedesk {

namespace {

constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();

Error notADecimal(std::string_view text) {
    return invalidInput("base.decimal.invalid", "That is not a number this program can read exactly.",
                        "decimal text '" + std::string(text.substr(0, 40)) + "'");
}

/// Rounds half to even from the digits after the last kept one.
bool roundsUp(std::string_view rest, bool lastKeptIsOdd) {
    if (rest.empty() || rest[0] < '5')
        return false;
    if (rest[0] > '5')
        return true;
    const bool exactlyHalf = std::all_of(rest.begin() + 1, rest.end(), [](char c) { return c == '0'; });
    return !exactlyHalf || lastKeptIsOdd;
}

} // namespace

Result<std::int64_t> parseDecimal(std::string_view text, int scaleDigits, ExtraDigits extra) {
    std::string_view body = text;
    const bool negative = !body.empty() && body[0] == '-';
    if (!body.empty() && (body[0] == '-' || body[0] == '+'))
        body.remove_prefix(1);
    const std::size_t point = body.find('.');
    const std::string_view whole = body.substr(0, point);
    const std::string_view fraction =
        point == std::string_view::npos ? std::string_view{} : body.substr(point + 1);
    if ((whole.empty() && fraction.empty()) || !std::all_of(whole.begin(), whole.end(), isDigit) ||
        !std::all_of(fraction.begin(), fraction.end(), isDigit))
        return notADecimal(text);

    std::int64_t units = 0;
    const auto push = [&units](int digit) {
        return !__builtin_mul_overflow(units, std::int64_t{10}, &units) &&
               !__builtin_add_overflow(units, std::int64_t{digit}, &units);
    };
    for (char c : whole)
        if (!push(c - '0'))
            return notADecimal(text);
    const auto scale = static_cast<std::size_t>(scaleDigits);
    for (std::size_t i = 0; i < scale; ++i)
        if (!push(i < fraction.size() ? fraction[i] - '0' : 0))
            return notADecimal(text);
    const std::string_view rest = fraction.size() > scale ? fraction.substr(scale) : std::string_view{};
    if (extra == ExtraDigits::Refuse) {
        if (std::any_of(rest.begin(), rest.end(), [](char c) { return c != '0'; }))
            return notADecimal(text);
    } else if (roundsUp(rest, (units & 1) != 0)) {
        if (units == kMax)
            return notADecimal(text);
        ++units;
    }
    return negative ? -units : units;
}

std::string formatDecimal(std::int64_t units, int scaleDigits, int minFraction) {
    const bool negative = units < 0;
    std::uint64_t magnitude =
        negative ? ~static_cast<std::uint64_t>(units) + 1 : static_cast<std::uint64_t>(units);
    std::string digits = std::to_string(magnitude);
    const auto scale = static_cast<std::size_t>(scaleDigits);
    if (digits.size() <= scale)
        digits.insert(0, scale + 1 - digits.size(), '0');
    std::string whole = digits.substr(0, digits.size() - scale);
    std::string fraction = digits.substr(digits.size() - scale);
    while (fraction.size() > static_cast<std::size_t>(minFraction) && fraction.back() == '0')
        fraction.pop_back();
    std::string text = negative ? "-" + whole : whole;
    if (!fraction.empty())
        text += "." + fraction;
    return text;
}

Result<Decimal> Decimal::tryFromText(std::string_view text) {
    const auto units = parseDecimal(text, kScaleDigits, ExtraDigits::Refuse);
    if (!units)
        return units.error();
    return Decimal(*units);
}

std::int64_t checkedAdd(std::int64_t a, std::int64_t b) {
    std::int64_t sum = 0;
    STRIKEDESK_ASSERT(!__builtin_add_overflow(a, b, &sum), "fixed-point overflow");
    return sum;
}

std::int64_t checkedSubtract(std::int64_t a, std::int64_t b) {
    std::int64_t difference = 0;
    STRIKEDESK_ASSERT(!__builtin_sub_overflow(a, b, &difference), "fixed-point overflow");
    return difference;
}

std::int64_t checkedMultiply(std::int64_t a, std::int64_t b) {
    std::int64_t product = 0;
    STRIKEDESK_ASSERT(!__builtin_mul_overflow(a, b, &product), "fixed-point overflow");
    return product;
}

std::int64_t divideRoundEven(__int128 dividend, std::int64_t divisor) {
    STRIKEDESK_ASSERT(divisor > 0, "division needs a positive divisor");
    const bool negative = dividend < 0;
    const __int128 magnitude = negative ? -dividend : dividend;
    __int128 quotient = magnitude / divisor;
    const __int128 remainder = magnitude % divisor;
    const __int128 twice = remainder * 2;
    if (twice > divisor || (twice == divisor && (quotient & 1) != 0))
        ++quotient;
    STRIKEDESK_ASSERT(quotient <= kMax, "fixed-point overflow");
    const auto result = static_cast<std::int64_t>(quotient);
    return negative ? -result : result;
}

} // namespace strikedesk
