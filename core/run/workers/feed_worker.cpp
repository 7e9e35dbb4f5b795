// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/workers/feed_worker.h"

#include <utility>

namespace strikedesk::workers {

FeedWorker::FeedWorker(engine::Channel channel, alpaca::AlpacaEndpoints endpoints, alpaca::AlpacaKeys keys,
                       const NetTuning& tuning, handover::EventInbox& inbox, Log& log)
    : m_channel(channel), m_endpoints(std::move(endpoints)), m_keys(std::move(keys)),
      m_reconnect(tuning.reconnect), m_inbox(inbox), m_log(log) {}

FeedWorker::~FeedWorker() = default;

alpaca::MarketStreamHandlers FeedWorker::handlers() {
    alpaca::MarketStreamHandlers handlers;
    handlers.quote = [this](const market::Quote& quote) { post(engine::QuoteReceived{quote}); };
    handlers.trade = [this](const market::TradePrint& print) { post(engine::TradePrinted{print}); };
    handlers.bar = [this](const Symbol& symbol, const market::Bar& bar, market::BarKind kind) {
        post(engine::BarReceived{symbol, bar, kind});
    };
    handlers.status = [this](const market::TradingStatus& status) { post(engine::StatusReceived{status}); };
    handlers.confirmed = [this](const alpaca::DesiredChannels& channels) {
        m_confirmed = m_channel == engine::Channel::StockStream ? channels.bars : channels.trades;
        tellStreaming();
    };
    handlers.stateChanged = [this](const alpaca::StreamStatus& status) { streamChanged(status); };
    handlers.overLimit = [this](std::size_t asked, std::size_t delivered) {
        m_log.warning("feed", "the venue refused a subscription for its number of symbols",
                      {{"asked", asked}, {"delivered", delivered}});
        if (overLimit)
            overLimit(asked, delivered);
    };
    handlers.problem = [this](const Error& error) {
        m_log.warning("feed", "the venue or a frame had a problem",
                      {{"message", error.message}, {"context", error.context}});
        m_inbox.post(engine::Event(engine::LinkEvent(engine::FeedTroubled{m_channel, error.message})));
    };
    return handlers;
}

void FeedWorker::start() {
    alpaca::StreamTuning tuning;
    tuning.backoff = m_reconnect;
    if (m_channel == engine::Channel::StockStream)
        m_stream = std::make_unique<alpaca::AlpacaStockStream>(m_endpoints, m_keys, handlers(), tuning);
    else
        m_stream = std::make_unique<alpaca::AlpacaOptionStream>(m_endpoints, m_keys, handlers(), tuning);
    m_stream->setDesired(m_desired);
    m_stream->start();
}

void FeedWorker::tune(const NetTuning& tuning) {
    m_reconnect = tuning.reconnect;
    if (m_stream)
        m_stream->setBackoff(m_reconnect);
}

void FeedWorker::setDesired(const alpaca::DesiredChannels& desired) {
    m_desired = desired;
    if (m_stream)
        m_stream->setDesired(desired);
}

void FeedWorker::close() {
    if (m_stream)
        m_stream->stop();
}

void FeedWorker::tellStreaming() {
    if (streaming)
        streaming(m_isLive, m_confirmed);
}

void FeedWorker::streamChanged(const alpaca::StreamStatus& status) {
    if (const bool isLive = status.phase == alpaca::StreamPhase::Live; isLive != m_isLive) {
        m_isLive = isLive;
        tellStreaming();
    }
    const auto event = m_link.changed(m_channel, status);
    if (event)
        m_inbox.post(engine::Event(engine::LinkEvent(*event)));
}

} // namespace strikedesk::workers
