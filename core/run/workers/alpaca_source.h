// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/workers/data_source.h"

namespace strikedesk::workers {

/// Alpaca's market data. Lists of assets and contracts come from the broker's own host and are asked of it
/// alone: they say what may be traded. One thread.
class AlpacaSource final : public DataSource {
public:
    AlpacaSource(const alpaca::AlpacaEndpoints& endpoints, const alpaca::AlpacaKeys& keys,
                 const NetTuning& tuning, const Clock& clock);

    alpaca::AlpacaMarketData& broker() { return m_provider; }

    market::Vendor vendor() const override { return market::Vendor::Alpaca; }
    void tune(const NetTuning& tuning) override;
    market::VendorUse use() const override;
    void probe(std::function<void(const market::GrantReport&)> answered) override;
    void abortAll() override;
    void latestQuotes(const std::vector<Symbol>& symbols,
                      std::function<void(Result<std::vector<market::Quote>>)> answered) override;
    void chain(const Symbol& underlying, const alpaca::ContractFilter& filter,
               std::function<void(Result<std::vector<alpaca::Snapshot>>)> answered) override;
    std::string firstBarsPath(const market::BaseKey& key, const market::TimeSpan& span) const override;
    void getPage(const std::string& path, std::function<void(net::HttpOutcome)> answered) override;
    Error errorOf(const net::HttpOutcome& outcome) const override;
    Result<alpaca::BarsPage> readBarsPage(std::string_view body, const std::string& path,
                                          const market::BaseKey& key, const market::TimeSpan& span,
                                          Timestamp after) const override;
    Duration pageWait() const override { return m_data.waitFor(net::Lane::History); }
    Duration quoteWait() const override { return m_data.waitFor(net::Lane::Sweep); }

private:
    alpaca::AlpacaEndpoints m_endpoints;
    int m_perMinute;
    alpaca::AlpacaRest m_data;
    alpaca::AlpacaRest m_trading;
    alpaca::AlpacaMarketData m_provider;
};

} // namespace strikedesk::workers
