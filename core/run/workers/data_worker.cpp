// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/workers/data_worker.h"

#include <algorithm>
#include <utility>

namespace strikedesk::workers {

namespace {
constexpr int kTellUseMs = 5'000;
} // namespace

DataWorker::DataWorker(DataAccess access, NetTuning tuning, handover::EventInbox& inbox,
                       handover::MarketClock& clock, Log& log)
    : m_access(std::move(access)), m_tuning(tuning), m_inbox(inbox), m_clock(clock), m_log(log),
      m_tellUse(this) {
    m_tellUse.setInterval(kTellUseMs);
    connect(&m_tellUse, &QTimer::timeout, this, [this] { report(); });
}

DataWorker::~DataWorker() = default;

void DataWorker::start() {
    SourceList list = makeSources(m_access, m_tuning, m_clock);
    m_broker = list.broker;
    m_sources = std::make_unique<DataSources>(std::move(list.sources), m_clock, m_log);
    m_sources->changed = [this] { report(); };
    m_history = std::make_unique<HistoryLoader>(*m_sources, m_clock, m_log, [this](market::HubAnswer answer) {
        m_inbox.post(engine::Event(engine::MarketEvent(engine::HubAnswered{std::move(answer)})));
    });
    m_tellUse.start();
}

void DataWorker::report() {
    market::DataReport now = m_sources->report();
    if (now == m_told)
        return;
    m_told = std::move(now);
    if (reported)
        reported(m_told);
}

void DataWorker::probe() { m_sources->probe(); }

void DataWorker::tune(const NetTuning& tuning) {
    m_tuning = tuning;
    if (m_sources)
        m_sources->tune(tuning);
}

void DataWorker::readQuotes(const std::vector<Symbol>& symbols) {
    m_sources->latestQuotes(symbols, [this](Result<std::vector<market::Quote>> quotes) {
        if (quotes)
            m_inbox.post(engine::Event(engine::MarketEvent(engine::QuotesRead{std::move(*quotes)})));
    });
}

void DataWorker::readQuotesOf(market::Vendor vendor, const std::vector<Symbol>& symbols,
                              const std::function<void(Timestamp newest)>& read) {
    DataSource* source = m_sources->of(vendor);
    if (source == nullptr)
        return;
    source->latestQuotes(symbols, [read](const Result<std::vector<market::Quote>>& quotes) {
        Timestamp newest;
        if (quotes)
            for (const market::Quote& quote : *quotes)
                newest = std::max(newest, quote.at);
        read(newest);
    });
}

void DataWorker::assets(std::function<void(Result<std::vector<alpaca::Asset>>)> answered) {
    m_broker->broker().assets(std::move(answered));
}

void DataWorker::contracts(const Symbol& underlying, const alpaca::ContractFilter& filter,
                           std::function<void(Result<std::vector<alpaca::ListedContract>>)> answered) {
    m_broker->broker().contracts(underlying, filter, std::move(answered));
}

void DataWorker::chain(const Symbol& underlying, const alpaca::ContractFilter& filter, Duration maxAge,
                       std::function<void(Result<ChainAnswer>)> answered) {
    m_sources->chain(underlying, filter, maxAge, std::move(answered));
}

void DataWorker::load(const market::LoadBars& command) { m_history->load(command); }

void DataWorker::cancel(const market::CancelLoad& command) { m_history->cancel(command.request); }

void DataWorker::setSeries(const std::optional<Symbol>& focus, std::set<Symbol> streamed) {
    m_history->setExpected(std::move(streamed));
    m_history->setFocus(focus);
}

void DataWorker::setStreaming(market::Vendor vendor, bool ofOptions, bool isLive, std::set<Symbol> symbols) {
    m_history->setStreaming(vendor, ofOptions, isLive, std::move(symbols));
}

void DataWorker::close() {
    m_tellUse.stop();
    if (m_history)
        m_history->abandon();
    if (m_sources)
        m_sources->abortAll();
}

} // namespace strikedesk::workers
