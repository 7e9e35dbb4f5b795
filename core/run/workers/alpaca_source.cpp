// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/workers/alpaca_source.h"

#include "core/io/venues/alpaca/alpaca_probe.h"

#include <utility>

namespace strikedesk::workers {

namespace {

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
    m_provider.latestQuotes(symbols, std::move(answered));
}

void AlpacaSource::chain(const Symbol& underlying, const alpaca::ContractFilter& filter,
                         std::function<void(Result<std::vector<alpaca::Snapshot>>)> answered) {
    m_provider.chain(underlying, filter, std::move(answered));
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
