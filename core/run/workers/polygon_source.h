// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/polygon/polygon_market_data.h"
#include "core/run/workers/data_source.h"

namespace strikedesk::workers {

/// Polygon's market data. One thread.
class PolygonSource final : public DataSource {
public:
    PolygonSource(const polygon::PolygonEndpoints& endpoints, const Secret& key, const NetTuning& tuning,
                  const Clock& clock);

    market::Vendor vendor() const override { return market::Vendor::Polygon; }
    void tune(const NetTuning& tuning) override;
    market::VendorUse use() const override;
    void probe(std::function<void(const market::GrantReport&)> answered) override;
    void abortAll() override { m_rest.abortAll(); }
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
    Duration pageWait() const override { return m_rest.waitFor(net::Lane::History); }
    Duration quoteWait() const override { return m_rest.waitFor(net::Lane::Sweep); }

private:
    /// The requests a minute that are allowed now: chosen by a person, or by what is known of the plan.
    alpaca::RestTuning allowed(const NetTuning& tuning) const;

    NetTuning m_tuning;
    std::optional<int> m_planAllows; ///< requests a minute, learnt from the probe
    polygon::PolygonRest m_rest;
    polygon::PolygonMarketData m_provider;
};

} // namespace strikedesk::workers
