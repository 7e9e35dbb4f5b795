// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/io/venues/alpaca/alpaca_market_data.h"
#include "core/run/handover/event_inbox.h"
#include "core/run/handover/market_clock.h"
#include "core/run/workers/history_loader.h"
#include "core/run/workers/net_tuning.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace strikedesk::workers {

/// Market data by request: latest quotes for the engine, history for its charts, contracts and chains for
/// screens and commands. Lives on the "http" thread; its budget is apart from trading's.
class DataWorker : public QObject {
public:
    DataWorker(alpaca::AlpacaEndpoints endpoints, alpaca::AlpacaKeys keys, NetTuning tuning,
               handover::EventInbox& inbox, handover::MarketClock& clock, Log& log);
    ~DataWorker() override;

    void start();
    /// New settings; from now on.
    void tune(const NetTuning& tuning);
    /// Reads the newest quotes and posts them as QuotesRead; a failure posts nothing and is logged.
    void readQuotes(const std::vector<Symbol>& symbols);
    void assets(std::function<void(Result<std::vector<alpaca::Asset>>)> answered);
    void contracts(const Symbol& underlying, const alpaca::ContractFilter& filter,
                   std::function<void(Result<std::vector<alpaca::ListedContract>>)> answered);
    void chain(const Symbol& underlying, const alpaca::ContractFilter& filter,
               std::function<void(Result<std::vector<alpaca::Snapshot>>)> answered);
    void bars(const market::BarQuery& query,
              std::function<void(Result<std::map<Symbol, std::vector<market::Bar>>>)> answered);
    /// What the chart hub asks for; pages and the end are posted as HubAnswered.
    void load(const market::LoadBars& command);
    void cancel(const market::CancelLoad& command);
    /// See HistoryLoader.
    void setSeries(const std::optional<Symbol>& focus, std::set<Symbol> streamed);
    void setStreaming(bool ofOptions, bool isLive, std::set<Symbol> symbols);
    void close();

private:
    alpaca::AlpacaEndpoints m_endpoints;
    alpaca::AlpacaKeys m_keys;
    NetTuning m_tuning;
    handover::EventInbox& m_inbox;
    handover::MarketClock& m_clock;
    Log& m_log;
    std::unique_ptr<alpaca::AlpacaRest> m_data;
    std::unique_ptr<alpaca::AlpacaRest> m_trading;
    std::unique_ptr<alpaca::AlpacaMarketData> m_provider;
    std::unique_ptr<HistoryLoader> m_history;
};

} // namespace strikedesk::workers
