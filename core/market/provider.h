// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/market/bar.h"
#include "core/market/quote.h"
#include "core/market/trade_print.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace strikedesk::market {

/// Which bars to load. `timeframe` in the venue-neutral words "1Min", "1Hour", "1Day". Both ends inclusive.
struct BarQuery {
    std::vector<Symbol> symbols;
    std::string timeframe = "1Min";
    Timestamp start;
    Timestamp end;

    template <class A>
    void archive(A& a) {
        a.field("symbols", symbols);
        a.field("timeframe", timeframe);
        a.field("start", start);
        a.field("end", end);
    }
};

/// The seam to a source of market data by request (streams are the feed workers' own). Calls return at once;
/// the callback comes on the same thread exactly once. Reads may be retried by an implementation. One thread.
class MarketDataProvider {
public:
    virtual ~MarketDataProvider() = default;

    /// Newest quote per symbol; symbols without one are absent. Stocks and option contracts may be mixed.
    virtual void latestQuotes(const std::vector<Symbol>& symbols,
                              std::function<void(Result<std::vector<Quote>>)> answered) = 0;
    /// All pages, each symbol's bars in time order.
    virtual void bars(const BarQuery& query,
                      std::function<void(Result<std::map<Symbol, std::vector<Bar>>>)> answered) = 0;
};

} // namespace strikedesk::market
