// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/workers/data_worker.h"

#include <utility>

namespace strikedesk::workers {

DataWorker::DataWorker(alpaca::AlpacaEndpoints endpoints, alpaca::AlpacaKeys keys, NetTuning tuning,
                       handover::EventInbox& inbox, handover::MarketClock& clock, Log& log)
    : m_endpoints(std::move(endpoints)), m_keys(std::move(keys)), m_tuning(tuning), m_inbox(inbox),
      m_clock(clock), m_log(log) {}

DataWorker::~DataWorker() = default;

void DataWorker::start() {
    alpaca::RestOptions data;
    data.baseUrl = m_endpoints.dataBaseUrl;
    data.take(m_tuning.data);
    m_data = std::make_unique<alpaca::AlpacaRest>(std::move(data), m_keys, m_clock);
    alpaca::RestOptions trading;
    trading.baseUrl = m_endpoints.tradingBaseUrl;
    // Contract lists come from the trading host, but never from what orders may take of it.
    trading.take(m_tuning.contracts);
    m_trading = std::make_unique<alpaca::AlpacaRest>(std::move(trading), m_keys, m_clock);
    m_provider = std::make_unique<alpaca::AlpacaMarketData>(*m_data, *m_trading, m_endpoints);
    m_history = std::make_unique<HistoryLoader>(*m_data, m_clock, m_log, [this](market::HubAnswer answer) {
        m_inbox.post(engine::Event(engine::MarketEvent(engine::HubAnswered{std::move(answer)})));
    });
}

void DataWorker::tune(const NetTuning& tuning) {
    m_tuning = tuning;
    if (m_data)
        m_data->tune(tuning.data);
    if (m_trading)
        m_trading->tune(tuning.contracts);
}

void DataWorker::readQuotes(const std::vector<Symbol>& symbols) {
    m_provider->latestQuotes(symbols, [this](Result<std::vector<market::Quote>> quotes) {
        if (!quotes) {
            m_log.warning("data", "quotes could not be read", {{"message", quotes.error().message}});
            return;
        }
        m_inbox.post(engine::Event(engine::MarketEvent(engine::QuotesRead{std::move(*quotes)})));
    });
}

void DataWorker::assets(std::function<void(Result<std::vector<alpaca::Asset>>)> answered) {
    m_provider->assets(std::move(answered));
}

void DataWorker::contracts(const Symbol& underlying, const alpaca::ContractFilter& filter,
                           std::function<void(Result<std::vector<alpaca::ListedContract>>)> answered) {
    m_provider->contracts(underlying, filter, std::move(answered));
}

void DataWorker::chain(const Symbol& underlying, const alpaca::ContractFilter& filter,
                       std::function<void(Result<std::vector<alpaca::Snapshot>>)> answered) {
    m_provider->chain(underlying, filter, std::move(answered));
}

void DataWorker::bars(const market::BarQuery& query,
                      std::function<void(Result<std::map<Symbol, std::vector<market::Bar>>>)> answered) {
    m_provider->bars(query, std::move(answered));
}

void DataWorker::load(const market::LoadBars& command) { m_history->load(command); }

void DataWorker::cancel(const market::CancelLoad& command) { m_history->cancel(command.request); }

void DataWorker::setSeries(const std::optional<Symbol>& focus, std::set<Symbol> streamed) {
    m_history->setExpected(std::move(streamed));
    m_history->setFocus(focus);
}

void DataWorker::setStreaming(bool ofOptions, bool isLive, std::set<Symbol> symbols) {
    m_history->setStreaming(ofOptions, isLive, std::move(symbols));
}

void DataWorker::close() {
    if (m_history)
        m_history->abandon();
    if (m_data)
        m_data->abortAll();
    if (m_trading)
        m_trading->abortAll();
}

} // namespace strikedesk::workers
