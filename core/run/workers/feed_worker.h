// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/engine/event.h"
#include "core/io/venues/alpaca/alpaca_market_stream.h"
#include "core/run/handover/event_inbox.h"
#include "core/run/workers/link_state.h"
#include "core/run/workers/net_tuning.h"

#include <QObject>

#include <functional>
#include <memory>
#include <set>

namespace strikedesk::workers {

/// One market-data socket: decodes on its own thread ("feed-stock", "feed-option") and posts values.
class FeedWorker : public QObject {
public:
    /// `channel` is StockStream or OptionStream.
    FeedWorker(engine::Channel channel, alpaca::AlpacaEndpoints endpoints, alpaca::AlpacaKeys keys,
               const NetTuning& tuning, handover::EventInbox& inbox, Log& log);
    ~FeedWorker() override;

    /// What the venue delivers now: whether the stream is up, and the instruments it confirmed. On the feed's
    /// thread.
    std::function<void(bool isLive, const std::set<Symbol>&)> streaming;
    /// The venue refused this many symbols at once and still delivers so many; ask for fewer with
    /// setDesired(). On the feed's thread.
    std::function<void(std::size_t asked, std::size_t delivered)> overLimit;

    void start();
    /// New settings; from now on.
    void tune(const NetTuning& tuning);
    /// What should be delivered from now on; kept across reconnects.
    void setDesired(const alpaca::DesiredChannels& desired);
    void close();

private:
    alpaca::MarketStreamHandlers handlers();
    void streamChanged(const alpaca::StreamStatus& status);
    void tellStreaming();
    void post(engine::MarketEvent event) { m_inbox.post(engine::Event(std::move(event))); }

    engine::Channel m_channel;
    alpaca::AlpacaEndpoints m_endpoints;
    alpaca::AlpacaKeys m_keys;
    net::Backoff::Limits m_reconnect;
    handover::EventInbox& m_inbox;
    Log& m_log;
    std::unique_ptr<alpaca::AlpacaMarketStream> m_stream;
    alpaca::DesiredChannels m_desired;
    std::set<Symbol> m_confirmed;
    bool m_isLive = false;
    LinkState m_link;
};

} // namespace strikedesk::workers
