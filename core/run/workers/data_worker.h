// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/run/handover/event_inbox.h"
#include "core/run/handover/market_clock.h"
#include "core/run/workers/data_access.h"
#include "core/run/workers/data_sources.h"
#include "core/run/workers/history_loader.h"
#include "core/run/workers/net_tuning.h"
#include "core/run/workers/source_list.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace strikedesk::workers {

/// Market data by request: latest quotes for the engine, history for its charts, contracts and chains for
/// screens and commands. Lives on the "http" thread; its budget is apart from trading's.
class DataWorker : public QObject {
public:
    DataWorker(DataAccess access, NetTuning tuning, handover::EventInbox& inbox, handover::MarketClock& clock,
               Log& log);
    ~DataWorker() override;

    /// What is known of the providers changed. On the worker's thread.
    std::function<void(const market::DataReport&)> reported;

    void start();
    /// New settings; from now on.
    void tune(const NetTuning& tuning);
    /// Asks the vendors what their keys may have.
    void probe();
    /// Reads the newest quotes and posts them as QuotesRead; a failure posts nothing and is logged.
    void readQuotes(const std::vector<Symbol>& symbols);
    /// Reads them of one vendor, for nobody's orders; `newest` is the venue's time of the newest of them,
    /// unset without any.
    void readQuotesOf(market::Vendor vendor, const std::vector<Symbol>& symbols,
                      const std::function<void(Timestamp newest)>& read);
    void assets(std::function<void(Result<std::vector<alpaca::Asset>>)> answered);
    void contracts(const Symbol& underlying, const alpaca::ContractFilter& filter,
                   std::function<void(Result<std::vector<alpaca::ListedContract>>)> answered);
    /// See DataSources.
    void chain(const Symbol& underlying, const alpaca::ContractFilter& filter, Duration maxAge,
               std::function<void(Result<ChainAnswer>)> answered);
    /// What the chart hub asks for; pages and the end are posted as HubAnswered.
    void load(const market::LoadBars& command);
    void cancel(const market::CancelLoad& command);
    /// See HistoryLoader.
    void setSeries(const std::optional<Symbol>& focus, std::set<Symbol> streamed);
    void setStreaming(market::Vendor vendor, bool ofOptions, bool isLive, std::set<Symbol> symbols);
    void close();

private:
    void report();

    DataAccess m_access;
    NetTuning m_tuning;
    handover::EventInbox& m_inbox;
    handover::MarketClock& m_clock;
    Log& m_log;
    AlpacaSource* m_broker = nullptr; ///< in m_sources
    std::unique_ptr<DataSources> m_sources;
    std::unique_ptr<HistoryLoader> m_history;
    market::DataReport m_told;
    QTimer m_tellUse; ///< budgets fill up again without any news
};

} // namespace strikedesk::workers
