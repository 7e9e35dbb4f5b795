// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/symbol.h"
#include "core/base/timestamp.h"
#include "core/market/bar.h"
#include "core/market/quote.h"
#include "core/market/trade_print.h"
#include "core/options/contract.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace strikedesk::sandbox {

/// One tradable stock of the simulated market.
struct Asset {
    std::string id;
    Symbol symbol;
    std::string name;
    std::string exchange; ///< in the broker's words: NASDAQ, NYSE, ARCA
    char tape = 'C';      ///< A NYSE, B regional, C Nasdaq
};

/// What happens in the market; bars follow from the prints.
using MarketEvent = std::variant<market::Quote, market::TradePrint>;

inline Timestamp eventTime(const MarketEvent& event) {
    return std::visit([](const auto& e) { return e.at; }, event);
}
inline const Symbol& eventSymbol(const MarketEvent& event) {
    return std::visit([](const auto& e) -> const Symbol& { return e.symbol; }, event);
}

/// Where the simulated market comes from. Every answer is a function of the time asked for, never of earlier
/// calls, so a restart at any time goes on as if nothing had happened. Nothing later than the asked time is
/// revealed. Stocks and option contracts are both named by Symbol. One thread.
class MarketSource {
public:
    virtual ~MarketSource() = default;

    /// "synthetic" or "replay".
    virtual std::string_view kind() const = 0;
    virtual const std::vector<Asset>& assets() const = 0;
    /// Contracts listed on `today`, ordered by symbol.
    virtual std::vector<options::Contract> contracts(const Symbol& underlying, Date today) = 0;
    /// One contract by its symbol, also an expired or unlisted one that the market can name.
    virtual std::optional<options::Contract> contract(const Symbol& symbol, Date today) = 0;

    /// Appends what happens in (from, to], in time order. Spans of more than 15 minutes may be cut to their
    /// newest part.
    virtual void events(Timestamp from, Timestamp to, std::vector<MarketEvent>& out) = 0;
    /// Includes a contract that is not on today's list in events().
    virtual void watch(const Symbol& symbol) = 0;

    /// The newest quote and print at or before `at`.
    virtual std::optional<market::Quote> quoteAt(const Symbol& symbol, Timestamp at) = 0;
    virtual std::optional<market::TradePrint> printAt(const Symbol& symbol, Timestamp at) = 0;
    /// Minute bars of the minutes that start in [from, to], oldest first, with the prints up to `now`: a bar
    /// of the minute in progress is partial.
    virtual std::vector<market::Bar> minuteBars(const Symbol& symbol, Timestamp from, Timestamp to,
                                                Timestamp now) = 0;
    /// Bars of the trading days in [from, to], oldest first; the day of `now` is partial.
    virtual std::vector<market::Bar> dailyBars(const Symbol& symbol, Date from, Date to, Timestamp now) = 0;
};

} // namespace strikedesk::sandbox
