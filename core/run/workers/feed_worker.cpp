// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/workers/feed_worker.h"

#include "core/base/trading_calendar.h"
#include "core/io/venues/alpaca/alpaca_market_stream.h"
#include "core/io/venues/polygon/polygon_stream.h"

#include <algorithm>
#include <utility>

namespace strikedesk::workers {

namespace {

constexpr int kCheckMuteMs = 2'000;
/// As many quotes are read to see whether the market moves; one request's worth.
constexpr std::size_t kMostRead = 20;
constexpr const char* kMute = "Connected, but nothing came while the market moved; connecting again.";

market::Grade gradeOf(const DataAccess& access, engine::Channel channel, market::Vendor vendor) {
    if (vendor == market::Vendor::Polygon)
        return access.polygon.isStreamDelayed() ? market::Grade::Delayed : market::Grade::RealTime;
    return market::gradeOfFeed(channel == engine::Channel::StockStream ? access.alpaca.stockFeed
                                                                       : access.alpaca.optionFeed);
}

} // namespace

FeedWorker::FeedWorker(engine::Channel channel, market::Vendor vendor, DataAccess access,
                       const NetTuning& tuning, handover::EventInbox& inbox, handover::MarketClock& clock,
                       Log& log)
    : m_channel(channel), m_vendor(vendor), m_access(std::move(access)), m_reconnect(tuning.reconnect),
      m_inbox(inbox), m_clock(clock), m_log(log), m_grade(gradeOf(m_access, channel, vendor)), m_link(vendor),
      m_checkMute(this) {
    m_checkMute.setInterval(kCheckMuteMs);
    connect(&m_checkMute, &QTimer::timeout, this, [this] { checkMute(); });
}

FeedWorker::~FeedWorker() = default;

venues::MarketStreamHandlers FeedWorker::handlers() {
    venues::MarketStreamHandlers handlers;
    handlers.quote = [this](const market::Quote& quote) {
        heard(quote.at);
        engine::QuoteReceived received{quote, m_vendor};
        received.quote.grade = m_grade;
        post(std::move(received));
    };
    handlers.trade = [this](const market::TradePrint& print) {
        heard(print.at);
        post(engine::TradePrinted{print, m_vendor});
    };
    handlers.bar = [this](const Symbol& symbol, const market::Bar& bar, market::BarKind kind) {
        post(engine::BarReceived{symbol, bar, kind, m_vendor});
    };
    handlers.status = [this](const market::TradingStatus& status) {
        post(engine::StatusReceived{status, m_vendor});
    };
    handlers.confirmed = [this](const venues::DesiredChannels& channels) {
        m_confirmed = m_channel == engine::Channel::StockStream ? channels.bars : channels.trades;
        m_confirmedQuotes = channels.quotes;
        tellStreaming();
    };
    handlers.stateChanged = [this](const venues::StreamStatus& status) { streamChanged(status); };
    handlers.overLimit = [this](std::size_t asked, std::size_t delivered) {
        m_log.warning("feed", "the venue refused a subscription for its number of symbols",
                      {{"asked", asked}, {"delivered", delivered}});
        if (overLimit)
            overLimit(asked, delivered);
    };
    handlers.problem = [this](const Error& error) {
        m_log.warning("feed", "the venue or a frame had a problem",
                      {{"message", error.message}, {"context", error.context}});
        m_inbox.post(
            engine::Event(engine::LinkEvent(engine::FeedTroubled{m_channel, error.message, m_vendor})));
    };
    return handlers;
}

std::unique_ptr<venues::MarketStream> FeedWorker::makeStream() {
    venues::StreamTuning tuning;
    tuning.backoff = m_reconnect;
    const bool isStocks = m_channel == engine::Channel::StockStream;
    if (m_vendor == market::Vendor::Polygon)
        return std::make_unique<polygon::PolygonStream>(
            isStocks ? polygon::Cluster::Stocks : polygon::Cluster::Options, m_access.polygon,
            m_access.polygonKey, handlers(), tuning);
    if (isStocks)
        return std::make_unique<alpaca::AlpacaStockStream>(m_access.alpaca, m_access.alpacaKeys, handlers(),
                                                           tuning);
    return std::make_unique<alpaca::AlpacaOptionStream>(m_access.alpaca, m_access.alpacaKeys, handlers(),
                                                        tuning);
}

void FeedWorker::start() {
    if (m_stream)
        return;
    m_stream = makeStream();
    m_stream->setDesired(m_desired);
    m_stream->start();
    m_checkMute.start();
}

void FeedWorker::stop() {
    m_checkMute.stop();
    if (!m_stream)
        return;
    m_stream->stop();
    m_stream.reset();
    m_confirmed.clear();
    m_confirmedQuotes.clear();
    m_mustHear = false;
    // The socket closes without a word once nobody owns it.
    streamChanged(venues::StreamStatus());
}

void FeedWorker::tune(const NetTuning& tuning) {
    m_reconnect = tuning.reconnect;
    if (m_stream)
        m_stream->setBackoff(m_reconnect);
}

void FeedWorker::setDesired(const venues::DesiredChannels& desired) {
    m_desired = desired;
    if (m_stream)
        m_stream->setDesired(desired);
}

void FeedWorker::heard(Timestamp at) {
    m_mute.onData(at, m_clock.now().mono);
    if (std::exchange(m_mustHear, false))
        tellLink(m_stream->status());
}

void FeedWorker::checkMute() {
    static const TradingCalendar calendar = TradingCalendar::unitedStates();
    const Moment now = m_clock.now();
    const bool isOpen = calendar.isOpen(now.market);
    // In a market that sleeps nothing can be heard.
    if (!isOpen && std::exchange(m_mustHear, false))
        tellLink(m_stream->status());
    // Only where quotes are delivered does their silence mean anything.
    if (m_confirmedQuotes.empty() || !m_mute.shouldAsk(now.mono, isOpen) || !suspicious)
        return;
    std::vector<Symbol> read(m_confirmedQuotes.begin(), m_confirmedQuotes.end());
    read.resize(std::min(read.size(), kMostRead));
    suspicious(read);
}

void FeedWorker::onNewestRead(Timestamp newest) {
    if (!m_stream || !m_mute.isMute(newest, m_clock.now().mono))
        return;
    m_log.warning("feed", "a stream is connected but mute", {{"vendor", market::toText(m_vendor)}});
    venues::StreamStatus status;
    status.phase = venues::StreamPhase::Waiting;
    status.reason = kMute;
    tellLink(status);
    // Connected again is not enough this time: the same silence may follow.
    m_mustHear = true;
    m_stream->stop();
    m_stream->start();
}

void FeedWorker::tellStreaming() {
    if (streaming)
        streaming(m_isLive, m_confirmed);
}

void FeedWorker::tellLink(const venues::StreamStatus& status) {
    const auto event = m_link.changed(m_channel, status);
    if (!event)
        return;
    m_inbox.post(engine::Event(engine::LinkEvent(*event)));
    if (linkChanged)
        linkChanged(event->state);
}

void FeedWorker::streamChanged(const venues::StreamStatus& status) {
    if (const bool isLive = status.phase == venues::StreamPhase::Live; isLive != m_isLive) {
        m_isLive = isLive;
        m_mute.onLive(isLive, m_clock.now());
        tellStreaming();
    }
    if (m_isLive && m_mustHear)
        return;
    tellLink(status);
}

} // namespace strikedesk::workers
