// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/options/tick.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace strikedesk::options {

namespace {

constexpr Price kStepUp = Price::fromCents(300);

/// Long-standing members among the most active classes, sorted.
constexpr std::array<std::string_view, 33> kKnownMembers{
    "AAPL", "AMD", "AMZN", "BABA", "BAC",   "C",    "DIA", "DIS",  "EEM",  "F",   "FXI",
    "GDX",  "GE",  "GLD",  "GOOG", "GOOGL", "INTC", "JPM", "META", "MSFT", "MU",  "NFLX",
    "NVDA", "PFE", "SLV",  "T",    "TLT",   "TSLA", "USO", "WFC",  "XLE",  "XLF", "XOM"};

} // namespace

TickClass tickClassOf(const Symbol& root, PennyProgram program) {
    std::string_view plain = root.view();
    if (!plain.empty() && plain.back() >= '0' && plain.back() <= '9')
        plain.remove_suffix(1);
    if (plain == "SPY" || plain == "QQQ" || plain == "IWM")
        return TickClass::PennyThroughout;
    if (program == PennyProgram::Unknown &&
        std::binary_search(kKnownMembers.begin(), kKnownMembers.end(), plain))
        return TickClass::PennyProgram;
    return program == PennyProgram::Member ? TickClass::PennyProgram : TickClass::Standard;
}

Price tickSize(TickClass tickClass, Price price) {
    const bool isHigh = price >= kStepUp;
    switch (tickClass) {
    case TickClass::PennyThroughout:
        return Price::fromCents(1);
    case TickClass::PennyProgram:
        return Price::fromCents(isHigh ? 5 : 1);
    case TickClass::Standard:
        break;
    }
    return Price::fromCents(isHigh ? 10 : 5);
}

Price roundDownToTick(TickClass tickClass, Price price) {
    return strikedesk::roundDownToTick(price, tickSize(tickClass, price));
}

Price roundUpToTick(TickClass tickClass, Price price) {
    return strikedesk::roundUpToTick(price, tickSize(tickClass, price));
}

bool isOnTick(TickClass tickClass, Price price) { return roundDownToTick(tickClass, price) == price; }

} // namespace strikedesk::options
