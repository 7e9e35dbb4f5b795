// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/session/session.h"

#include <utility>

// Who delivers the market data of a session.

namespace strikedesk::session {

workers::DataAccess Session::dataAccess() const {
    return {m_config.vendors, m_config.endpoints, m_config.keys.clone(), m_config.polygonEndpoints,
            m_config.polygonKey.clone()};
}

std::string Session::feedOf(engine::Channel channel, market::Vendor vendor) const {
    if (vendor == market::Vendor::Polygon)
        return std::string(market::kPolygonFeed);
    return channel == engine::Channel::StockStream ? m_config.endpoints.stockFeed
                                                   : m_config.endpoints.optionFeed;
}

std::string Session::feedOf(engine::Channel channel) const {
    return feedOf(channel, m_feeds ? m_feeds->serving(channel) : dataAccess().vendors().front());
}

void Session::startData() {
    m_data.start([this] {
        auto* worker =
            new workers::DataWorker(dataAccess(), netTuningFrom(m_config.settings), m_inbox, m_clock, m_log);
        worker->reported = [this](const market::DataReport& report) {
            onOwner([this, report] { onReported(report); });
        };
        return worker;
    });
    m_data.post([](workers::DataWorker& worker) { worker.start(); });
}

void Session::startFeeds() {
    m_feeds = std::make_unique<Feeds>(dataAccess().vendors(), m_config.feedLimits, m_inbox, m_clock);
    m_feeds->streaming = [this](engine::Channel channel, market::Vendor vendor, bool isLive,
                                const std::set<Symbol>& symbols) {
        const bool ofOptions = channel == engine::Channel::OptionStream;
        m_data.post([vendor, ofOptions, isLive, symbols](workers::DataWorker& data) {
            data.setStreaming(vendor, ofOptions, isLive, symbols);
        });
    };
    m_feeds->overLimit = [this](engine::Channel channel, market::Vendor vendor, std::size_t asked,
                                std::size_t delivered) { onOverLimit(channel, vendor, asked, delivered); };
    m_feeds->suspicious = [this](engine::Channel channel, market::Vendor vendor,
                                 const std::vector<Symbol>& symbols) {
        m_data.post([this, channel, vendor, symbols](workers::DataWorker& data) {
            data.readQuotesOf(vendor, symbols, [this, channel, vendor](Timestamp newest) {
                onOwner([this, channel, vendor, newest] { m_feeds->onNewestRead(channel, vendor, newest); });
            });
        });
    };
    m_feeds->dayBegan = [this] { askGrants(); };
    m_feeds->chosen = [this](engine::Channel channel) { onFeedChosen(channel); };
    m_feeds->start([this](engine::Channel channel, market::Vendor vendor) {
        return new workers::FeedWorker(channel, vendor, dataAccess(), netTuningFrom(m_config.settings),
                                       m_inbox, m_clock, m_log);
    });
}

void Session::askGrants() {
    m_feeds->forgive();
    m_data.post([](workers::DataWorker& worker) { worker.probe(); });
}

void Session::onReported(const market::DataReport& report) {
    m_feeds->setGrants(report.grants);
    if (dataReported)
        dataReported(report);
}

void Session::onFeedChosen(engine::Channel channel) {
    // What is left out is now another vendor's; the engine is told even if it is the same.
    m_chosen.erase(channel);
    applyWatch();
    if (feedsChanged)
        feedsChanged();
}

} // namespace strikedesk::session
