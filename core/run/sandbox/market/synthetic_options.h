// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/market/synthetic_stocks.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace strikedesk::sandbox {

/// Chains on the invented stocks: same-day, weekly and monthly expiries, twelve strikes to either side of the
/// day's open, a skewed smile, Black–Scholes quotes on the class's ticks. Quotes change every few seconds
/// near the money and once a minute in the wings; worthless wings have no bid. Any contract on the strike
/// grid can be asked for, listed or not, so a position never loses its quote. One thread.
class SyntheticOptions {
public:
    explicit SyntheticOptions(SyntheticStocks& stocks) : m_stocks(stocks) {}

    std::vector<options::Contract> listed(std::size_t stock, Date today);
    std::optional<options::Contract> contract(const Symbol& symbol, Date today);
    void watch(const Symbol& symbol);

    std::optional<market::Quote> quoteAt(const Symbol& symbol, Timestamp at);
    std::optional<market::TradePrint> printAt(const Symbol& symbol, Timestamp at);
    /// In [from, to], oldest first, at most `limit`.
    std::vector<market::Quote> quotes(const Symbol& symbol, Timestamp from, Timestamp to, std::size_t limit);
    std::vector<market::TradePrint> prints(const Symbol& symbol, Timestamp from, Timestamp to,
                                           std::size_t limit);
    /// Minute bars of one day up to `now`.
    std::vector<market::Bar> minutes(const Symbol& symbol, Date date, Timestamp now);
    /// Appends quotes and prints in (from, to] of today's list and the watched contracts, unsorted.
    void events(Timestamp from, Timestamp to, std::vector<MarketEvent>& out);

private:
    /// A contract as it behaves on one day.
    struct DayContract {
        Symbol symbol;
        std::size_t stock = 0;
        OptionRight right = OptionRight::Call;
        double strike = 0;
        Timestamp expiryClose;
        Timestamp open;  ///< of the day's session
        Timestamp close; ///< of the day's session
        std::uint64_t randomKey = 0;
        std::int64_t period = 0; ///< nanoseconds between quotes
        std::int64_t phase = 0;  ///< of the first quote change after the open
        double printsPerMinute = 0;
    };
    /// Finished minute bars of one contract and day, filled as time goes.
    struct BarCache {
        std::int64_t minutesDone = 0;
        std::vector<market::Bar> bars;
    };

    Timestamp openMoment(Timestamp at) const;
    const DayContract* dayContract(const Symbol& symbol, Date date);
    std::optional<DayContract> makeDayContract(const Symbol& symbol, Date date);
    double volatilityOf(const DayContract& contract, double spot, double years, Timestamp at) const;
    Timestamp changeTime(const DayContract& contract, std::int64_t number) const;
    std::int64_t changeAt(const DayContract& contract, Timestamp at) const;
    std::optional<market::Quote> quoteOfChange(const DayContract& contract, std::int64_t number);
    std::vector<market::TradePrint> printsOfMinute(const DayContract& contract, std::int64_t minute);
    void eventsOf(const DayContract& contract, Timestamp from, Timestamp to, std::vector<MarketEvent>& out);
    const std::vector<Symbol>& todaysSymbols(Date today);

    SyntheticStocks& m_stocks;
    std::map<std::pair<Symbol, Date>, DayContract> m_contracts;
    std::map<std::pair<Symbol, Date>, BarCache> m_bars;
    std::vector<Symbol> m_watched;
    Date m_symbolsOf;
    std::vector<Symbol> m_symbols;
};

} // namespace strikedesk::sandbox
