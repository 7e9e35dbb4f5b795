// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/risk/figure_text.h"

#include <cmath>

namespace strikedesk::trade {

namespace {

constexpr std::int64_t kNanosecondsPerTenth = 100'000'000;

/// One decimal, without a "-0.0".
std::string oneDecimal(double value) {
    const double tenths = std::round(value * 10.0);
    if (!(std::fabs(tenths) < 1e15))
        return "?";
    return formatDecimal(static_cast<std::int64_t>(tenths), 1, 1);
}

} // namespace

std::string moneyText(Money money) {
    std::string text = formatDecimal(divideRoundEven(money.units(), 100), 2, 2);
    const std::size_t first = text.front() == '-' ? 1 : 0;
    for (std::size_t at = text.size() - 3; at > first + 3;) {
        at -= 3;
        text.insert(at, 1, ',');
    }
    return text;
}

std::string ageText(Duration age) { return formatDecimal(age.count() / kNanosecondsPerTenth, 1, 1) + " s"; }

std::string limitText(Duration limit) { return formatDecimal(limit.count(), 9, 0) + " s"; }

std::string signedPercentText(double percent) {
    const std::string text = oneDecimal(percent);
    return (text.front() == '-' ? "" : "+") + text + " %";
}

std::string percentText(double percent) { return oneDecimal(percent) + " %"; }

std::string hundredthsText(std::int64_t hundredths) { return formatDecimal(hundredths, 2, 0) + " %"; }

} // namespace strikedesk::trade
