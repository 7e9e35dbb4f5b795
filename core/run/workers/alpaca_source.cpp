// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/workers/alpaca_source.h"

#include "core/io/venues/alpaca/alpaca_probe.h"

#include <utility>

namespace strikedesk::workers {

namespace {

using Quotes = std::vector<market::Quote>;
using Rows = std::vector<alpaca::Snapshot>;

alpaca::RestOptions restOptions(const std::string& baseUrl, const alpaca::RestTuning& tuning) {
    alpaca::RestOptions options;
    options.baseUrl = baseUrl;
    options.take(tuning);
    return options;
}

} // namespace

AlpacaSource::AlpacaSource(const alpaca::AlpacaEndpoints& endpoints, const alpaca::AlpacaKeys& keys,
                           const NetTuning& tuning, const Clock& clock)
    : m_endpoints(endpoints), m_perMinute(tuning.data.perMinute),
      m_data(restOptions(endpoints.dataBaseUrl, tuning.data), keys, clock),
      // Contract lists come from the trading host, but never from what orders may take of it.
      m_trading(restOptions(endpoints.tradingBaseUrl, tuning.contracts), keys, clock),
      m_provider(m_data, m_trading, m_endpoints) {}

void AlpacaSource::tune(const NetTuning& tuning) {
    m_perMinute = tuning.data.perMinute;
    m_data.tune(tuning.data);
    m_trading.tune(tuning.contracts);
}

market::VendorUse AlpacaSource::use() const {
    return {market::Vendor::Alpaca, m_data.budgetLeft(), m_perMinute,
            m_data.breakerState() != net::CircuitBreaker::State::Closed};
}

void AlpacaSource::probe(std::function<void(const market::GrantReport&)> answered) {
    alpaca::probe(m_data, m_endpoints,
                  [perMinute = m_perMinute, answered = std::move(answered)](market::GrantReport report) {
                      if (report.perMinute && *report.perMinute > perMinute)
                          report.advice.push_back("The key may send " + std::to_string(*report.perMinute) +
                                                  " data requests a minute: raise "
                                                  "alpaca.data_requests_per_minute.");
                      answered(report);
                  });
}

void AlpacaSource::abortAll() {
    m_data.abortAll();
    m_trading.abortAll();
}

void AlpacaSource::latestQuotes(const std::vector<Symbol>& symbols,
                                std::function<void(Result<std::vector<market::Quote>>)> answered) {
    m_provider.latestQuotes(symbols, [this, answered = std::move(answered)](Result<Quotes> quotes) {
        if (quotes)
            for (market::Quote& quote : *quotes)
                quote.grade = market::gradeOfFeed(quote.symbol.looksLikeOption() ? m_endpoints.optionFeed
                                                                                 : m_endpoints.stockFeed);
        answered(std::move(quotes));
    });
}

void AlpacaSource::chain(const Symbol& underlying, const alpaca::ContractFilter& filter,
                         std::function<void(Result<std::vector<alpaca::Snapshot>>)> answered) {
    m_provider.chain(underlying, filter, [this, answered = std::move(answered)](Result<Rows> rows) {
        if (rows)
            for (alpaca::Snapshot& row : *rows)
                if (row.latestQuote)
                    row.latestQuote->grade = market::gradeOfFeed(m_endpoints.optionFeed);
        answered(std::move(rows));
    });
}

std::string AlpacaSource::firstBarsPath(const market::BaseKey& key, const market::TimeSpan& span) const {
    return alpaca::firstBarsPath(key, span);
}

void AlpacaSource::getPage(const std::string& path, std::function<void(net::HttpOutcome)> answered) {
    m_data.get(net::Lane::History, path, std::move(answered));
}

Error AlpacaSource::errorOf(const net::HttpOutcome& outcome) const { return alpaca::errorOf(outcome); }

Result<alpaca::BarsPage> AlpacaSource::readBarsPage(std::string_view body, const std::string& path,
                                                    const market::BaseKey& key, const market::TimeSpan& span,
                                                    Timestamp after) const {
    return alpaca::readBarsPage(body, path, key, span, after);
}

} // namespace strikedesk::workers
