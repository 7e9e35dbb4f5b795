// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/io/net/http_types.h"
#include "core/io/venues/alpaca/alpaca_market_data.h"
#include "core/io/venues/alpaca/bar_pages.h"
#include "core/market/data_report.h"
#include "core/run/workers/net_tuning.h"

#include <functional>
#include <string>
#include <vector>

namespace strikedesk::workers {

/// The rows of a chain and when they were asked for: what they say was true then or later.
struct ChainAnswer {
    std::vector<alpaca::Snapshot> rows;
    Moment askedAt;
};

/// The market data requests of one vendor, under its own budget. Calls return at once; each callback comes
/// once, on the same thread. One thread.
class DataSource {
public:
    virtual ~DataSource() = default;

    virtual market::Vendor vendor() const = 0;
    virtual void tune(const NetTuning& tuning) = 0;
    virtual market::VendorUse use() const = 0;
    /// Asks what the key may have; costs a few requests.
    virtual void probe(std::function<void(const market::GrantReport&)> answered) = 0;
    /// Gives up what waits and what is under way.
    virtual void abortAll() = 0;

    virtual void latestQuotes(const std::vector<Symbol>& symbols,
                              std::function<void(Result<std::vector<market::Quote>>)> answered) = 0;
    virtual void chain(const Symbol& underlying, const alpaca::ContractFilter& filter,
                       std::function<void(Result<std::vector<alpaca::Snapshot>>)> answered) = 0;

    // History, page by page.

    /// Where the first page of a span is.
    virtual std::string firstBarsPath(const market::BaseKey& key, const market::TimeSpan& span) const = 0;
    virtual void getPage(const std::string& path, std::function<void(net::HttpOutcome)> answered) = 0;
    /// The error of an answer that is no page.
    virtual Error errorOf(const net::HttpOutcome& outcome) const = 0;
    virtual Result<alpaca::BarsPage> readBarsPage(std::string_view body, const std::string& path,
                                                  const market::BaseKey& key, const market::TimeSpan& span,
                                                  Timestamp after) const = 0;
    /// How long a page, or a read of quotes, asked for now would wait for its budget.
    virtual Duration pageWait() const = 0;
    virtual Duration quoteWait() const = 0;
};

} // namespace strikedesk::workers
