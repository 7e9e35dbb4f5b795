// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/option_symbol.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace strikedesk {

namespace {

constexpr std::int64_t kUnitsPerThousandth = 10;
constexpr std::int64_t kMaxStrikeThousandths = 99'999'999;

Error notAContract(std::string_view text) {
    return invalidInput("base.option_symbol.invalid",
                        "That is not an option contract. The form is ROOT, YYMMDD, C or P, strike × 1000.",
                        "contract text '" + std::string(text.substr(0, 40)) + "'");
}

bool isRoot(std::string_view root) {
    return !root.empty() && root.size() <= 6 && isUpper(root[0]) &&
           std::all_of(root.begin(), root.end(), [](char c) { return isUpper(c) || isDigit(c); });
}

std::int64_t number(std::string_view digits) {
    std::int64_t value = 0;
    for (char c : digits)
        value = value * 10 + (c - '0');
    return value;
}

} // namespace

Result<OptionSymbol> OptionSymbol::tryFrom(std::string_view root, Date expiry, OptionRight right,
                                           Price strike) {
    const std::int64_t thousandths = strike.units() / kUnitsPerThousandth;
    if (!isRoot(root) || expiry.year() < 2000 || expiry.year() > 2099 || thousandths <= 0 ||
        thousandths > kMaxStrikeThousandths || strike.units() % kUnitsPerThousandth != 0)
        return notAContract(root);
    OptionSymbol option;
    option.m_root = Symbol::of(root);
    option.m_expiry = expiry;
    option.m_right = right;
    option.m_strike = strike;
    return option;
}

Result<OptionSymbol> OptionSymbol::tryFromOcc(std::string_view text) {
    if (text.size() < 16 || text.size() > 21)
        return notAContract(text);
    const std::string_view tail = text.substr(text.size() - 15);
    std::string_view root = text.substr(0, text.size() - 15);
    if (text.size() == 21)
        while (!root.empty() && root.back() == ' ')
            root.remove_suffix(1);
    const bool digits = std::all_of(tail.begin(), tail.begin() + 6, isDigit) &&
                        std::all_of(tail.begin() + 7, tail.end(), isDigit);
    if (!digits || (tail[6] != 'C' && tail[6] != 'P'))
        return notAContract(text);
    const auto expiry = Date::tryFromYmd(2000 + static_cast<int>(number(tail.substr(0, 2))),
                                         static_cast<int>(number(tail.substr(2, 2))),
                                         static_cast<int>(number(tail.substr(4, 2))));
    if (!expiry)
        return notAContract(text);
    return tryFrom(root, *expiry, tail[6] == 'C' ? OptionRight::Call : OptionRight::Put,
                   Price::fromUnits(number(tail.substr(7)) * kUnitsPerThousandth));
}

bool OptionSymbol::isAdjusted() const { return isDigit(m_root.view().back()); }

Symbol OptionSymbol::underlying() const {
    std::string_view name = m_root.view();
    if (isAdjusted() && name.size() > 1)
        name.remove_suffix(1);
    return Symbol::of(std::string(name));
}

std::string OptionSymbol::tail() const {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%02d%02d%02d%c%08lld", m_expiry.year() % 100, m_expiry.month(),
                  m_expiry.day(), m_right == OptionRight::Call ? 'C' : 'P',
                  static_cast<long long>(m_strike.units() / kUnitsPerThousandth));
    return buffer;
}

Symbol OptionSymbol::symbol() const { return Symbol::of(m_root.text() + tail()); }

std::string contractName(const Symbol& symbol) {
    const auto option = OptionSymbol::tryFrom(symbol);
    if (!option)
        return symbol.text();
    static constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::string strike = option->strike().text();
    if (strike.ends_with(".00"))
        strike.resize(strike.size() - 3);
    const Date expiry = option->expiry();
    return option->root().text() + ' ' + std::to_string(expiry.day()) + ' ' +
           kMonths.at(static_cast<std::size_t>(expiry.month() - 1)) + ' ' + strike +
           (option->right() == OptionRight::Call ? " C" : " P");
}

std::string OptionSymbol::padded() const {
    std::string root = m_root.text();
    root.resize(6, ' ');
    return root + tail();
}

} // namespace strikedesk
