// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/market/synthetic_stocks.h"

#include <cstdint>

namespace strikedesk::sandbox {

/// Implied volatility of the invented chains: a level that follows the market's volatility (near expiries
/// fully, far ones little), a skewed smile in log moneyness over root time, and the expected move of every
/// report before the expiry on top, which lifts the front end ahead of one. A function of (seed, time).
class OptionSurface {
public:
    explicit OptionSurface(SyntheticStocks& stocks) : m_stocks(stocks) {}

    /// `expiry` is the last trading day; `years` ≥ 0 to its end.
    double volatility(std::size_t stock, Date expiry, double strike, double spot, double years, Timestamp at);

private:
    double logLevel(Timestamp at);

    SyntheticStocks& m_stocks;
    std::int64_t m_levelMinute = -1; ///< a minute since 1970, with its level
    double m_level = 0;
};

/// How a contract is quoted, from recorded chains of single names and of SPX: the spread grows with the delta
/// (it is hedged in the stock), with the time left and with the time value; a bid below one tick is none, as
/// in the far wings where nine of ten contracts have no bid.
struct QuoteShape {
    double half = 0;   ///< half of the spread, dollars
    double away = 0;   ///< standard deviations from the money, 0 or more
    double depth = 0;  ///< contracts on a side, at most
    double pulled = 0; ///< chance that a side is missing for a moment
};
QuoteShape quoteShape(const StockSpec& spec, OptionRight right, double strike, double spot, double years,
                      double volatility, double value);

/// Contracts held at the start of a day: most at the money, on round strikes and in standard months.
std::int64_t openInterestOf(const StockSpec& spec, const HashRandom& random, double strike, double step,
                            double open, int daysLeft, bool isMonthly);

} // namespace strikedesk::sandbox
