// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/workers/polygon_source.h"

#include "core/io/venues/polygon/bar_pages.h"
#include "core/io/venues/polygon/polygon_probe.h"

#include <utility>

namespace strikedesk::workers {

namespace {

/// A row of Polygon's chain in the words the rest of the program uses.
alpaca::Snapshot snapshotOf(const polygon::SnapshotRow& row) {
    alpaca::Snapshot snapshot;
    snapshot.symbol = row.ticker.symbol;
    snapshot.latestTrade = row.lastTrade;
    snapshot.latestQuote = row.lastQuote;
    if (snapshot.latestQuote && row.quoteTimeframe == polygon::Timeframe::Delayed)
        snapshot.latestQuote->grade = market::Grade::Delayed;
    snapshot.impliedVolatility = row.impliedVolatility;
    if (row.greeks)
        snapshot.greeks =
            options::Greeks{row.greeks->delta, row.greeks->gamma, row.greeks->theta, row.greeks->vega, 0};
    const polygon::SessionFigures& day = row.session;
    if (day.open && day.high && day.low && day.close) {
        market::Bar bar;
        bar.start = day.updated;
        bar.open = *day.open;
        bar.high = *day.high;
        bar.low = *day.low;
        bar.close = *day.close;
        bar.volume = day.volume.value_or(0);
        bar.vwap = day.vwap.value_or(Price());
        snapshot.dailyBar = bar;
    }
    return snapshot;
}

} // namespace

PolygonSource::PolygonSource(const polygon::PolygonEndpoints& endpoints, const Secret& key,
                             const NetTuning& tuning, const Clock& clock)
    : m_tuning(tuning), m_rest(polygon::restOptions(endpoints, allowed(tuning)), key, clock),
      m_provider(m_rest, clock) {}

alpaca::RestTuning PolygonSource::allowed(const NetTuning& tuning) const {
    alpaca::RestTuning rest = tuning.polygon;
    if (rest.perMinute == 0)
        rest.perMinute = m_planAllows.value_or(polygon::kFreePlanPerMinute);
    return rest;
}

void PolygonSource::tune(const NetTuning& tuning) {
    m_tuning = tuning;
    m_rest.tune(allowed(tuning));
}

market::VendorUse PolygonSource::use() const {
    return {market::Vendor::Polygon, m_rest.budgetLeft(), allowed(m_tuning).perMinute,
            m_rest.breakerState() != net::CircuitBreaker::State::Closed};
}

void PolygonSource::probe(std::function<void(const market::GrantReport&)> answered) {
    polygon::probe(m_rest, [this, answered = std::move(answered)](const market::GrantReport& report) {
        if (report.perMinute) {
            m_planAllows = static_cast<int>(*report.perMinute);
            m_rest.tune(allowed(m_tuning));
        }
        answered(report);
    });
}

void PolygonSource::latestQuotes(const std::vector<Symbol>& symbols,
                                 std::function<void(Result<std::vector<market::Quote>>)> answered) {
    m_provider.latestQuotes(symbols, std::move(answered));
}

void PolygonSource::chain(const Symbol& underlying, const alpaca::ContractFilter& filter,
                          std::function<void(Result<std::vector<alpaca::Snapshot>>)> answered) {
    m_provider.chain(underlying, filter,
                     [answered = std::move(answered)](const Result<polygon::Snapshots>& chain) {
                         if (!chain)
                             return answered(chain.error());
                         std::vector<alpaca::Snapshot> rows;
                         for (const polygon::SnapshotRow& row : chain->rows)
                             if (!row.disagreesWithName)
                                 rows.push_back(snapshotOf(row));
                         answered(std::move(rows));
                     });
}

std::string PolygonSource::firstBarsPath(const market::BaseKey& key, const market::TimeSpan& span) const {
    return polygon::firstBarsPath(key, span);
}

void PolygonSource::getPage(const std::string& path, std::function<void(net::HttpOutcome)> answered) {
    m_rest.get(net::Lane::History, path, std::move(answered));
}

Error PolygonSource::errorOf(const net::HttpOutcome& outcome) const { return polygon::errorOf(outcome); }

Result<alpaca::BarsPage> PolygonSource::readBarsPage(std::string_view body, const std::string& path,
                                                     const market::BaseKey& key, const market::TimeSpan& span,
                                                     Timestamp after) const {
    return polygon::readBarsPage(body, path, key, span, after);
}

} // namespace strikedesk::workers
