// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/engine/event.h"
#include "core/io/venues/common/feed.h"
#include "core/run/handover/event_inbox.h"
#include "core/run/handover/market_clock.h"
#include "core/run/workers/data_access.h"
#include "core/run/workers/link_state.h"
#include "core/run/workers/mute_watch.h"
#include "core/run/workers/net_tuning.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <set>
#include <vector>

namespace strikedesk::workers {

/// One market-data socket of one vendor: decodes on its own thread ("feed-stock", "feed-option") and posts
/// values that name the vendor. A connection that stays mute while the market moves is made anew.
class FeedWorker : public QObject {
public:
    /// `channel` is StockStream or OptionStream.
    FeedWorker(engine::Channel channel, market::Vendor vendor, DataAccess access, const NetTuning& tuning,
               handover::EventInbox& inbox, handover::MarketClock& clock, Log& log);
    ~FeedWorker() override;

    // All on the feed's thread.

    /// What the vendor delivers now: whether the stream is up, and the instruments it confirmed.
    std::function<void(bool isLive, const std::set<Symbol>&)> streaming;
    /// The vendor refused this many symbols at once and still delivers so many; ask for fewer with
    /// setDesired().
    std::function<void(std::size_t asked, std::size_t delivered)> overLimit;
    /// The link changed, as the engine is told.
    std::function<void(engine::LinkState)> linkChanged;
    /// Nothing came for a while in an open market: read the newest quotes of these by request and tell
    /// onNewestRead().
    std::function<void(const std::vector<Symbol>&)> suspicious;

    void start();
    /// Ends the connection; start() begins anew.
    void stop();
    bool isStarted() const { return m_stream != nullptr; }
    /// New settings; from now on.
    void tune(const NetTuning& tuning);
    /// What should be delivered from now on; kept across reconnects.
    void setDesired(const venues::DesiredChannels& desired);
    /// The answer to suspicious(): the venue's time of the newest quote, unset without any.
    void onNewestRead(Timestamp newest);
    void close() { stop(); }

private:
    std::unique_ptr<venues::MarketStream> makeStream();
    venues::MarketStreamHandlers handlers();
    void heard(Timestamp at);
    void checkMute();
    void streamChanged(const venues::StreamStatus& status);
    void tellLink(const venues::StreamStatus& status);
    void tellStreaming();
    void post(engine::MarketEvent event) { m_inbox.post(engine::Event(std::move(event))); }

    engine::Channel m_channel;
    market::Vendor m_vendor;
    DataAccess m_access;
    net::Backoff::Limits m_reconnect;
    handover::EventInbox& m_inbox;
    handover::MarketClock& m_clock;
    Log& m_log;
    market::Grade m_grade; ///< of its quotes
    std::unique_ptr<venues::MarketStream> m_stream;
    venues::DesiredChannels m_desired;
    std::set<Symbol> m_confirmed;
    std::set<Symbol> m_confirmedQuotes;
    bool m_mustHear = false; ///< it was mute: only data make it count as open again
    bool m_isLive = false;
    LinkState m_link;
    MuteWatch m_mute;
    QTimer m_checkMute;
};

} // namespace strikedesk::workers
