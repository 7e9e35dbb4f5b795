// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/engine.h"

// What the engine tells the charts, and what readers see of them.

namespace strikedesk::engine {

namespace {

/// The hub closes bars and ends waits by time; a second is what it asks for at least.
constexpr Duration kHubTime = Duration::seconds(1);
constexpr Duration kHubPause = Duration::milliseconds(20);

} // namespace

std::string Engine::feedOf(Channel channel, market::Vendor vendor) const {
    if (vendor == market::Vendor::Polygon)
        return std::string(market::kPolygonFeed);
    return channel == Channel::OptionStream ? m_config.optionFeed : m_config.stockFeed;
}

std::string Engine::feedOf(const Symbol& symbol, market::Vendor vendor) const {
    return feedOf(symbol.looksLikeOption() ? Channel::OptionStream : Channel::StockStream, vendor);
}

bool Engine::isServing(const Symbol& symbol, market::Vendor vendor) const {
    return vendor == servingVendor(symbol.looksLikeOption() ? Channel::OptionStream : Channel::StockStream);
}

void Engine::onPrint(const TradePrinted& event) {
    if (isServing(event.print.symbol, event.vendor))
        m_quotes.print(event.print.symbol, event.print.price, event.print.at, m_now.market);
    m_hub.onPrint(event.print, feedOf(event.print.symbol, event.vendor), m_now);
}

void Engine::onBar(const BarReceived& event) {
    m_hub.onBar(event.symbol, event.bar, event.kind, feedOf(event.symbol, event.vendor), m_now);
}

void Engine::driveHub() {
    // Not with every quote: what is due can wait for a moment.
    if (m_now.mono - m_hubTimeAt.mono < kHubPause && m_now.market - m_hubTimeAt.market < kHubTime)
        return;
    const bool isSecond =
        m_now.market - m_hubTimeAt.market >= kHubTime || m_now.mono - m_hubTimeAt.mono >= kHubTime;
    if (!isSecond) {
        const auto due = m_hub.nextDue();
        if (!due || m_now.market < *due)
            return;
    }
    m_hubTimeAt = m_now;
    m_hub.onTime(m_now);
}

std::shared_ptr<const market::SeriesView> Engine::seriesView() {
    const market::SeriesView& view = m_hub.view();
    if (!m_series || m_seriesVersion != m_hub.version())
        m_series = std::make_shared<const market::SeriesView>(view);
    m_seriesVersion = m_hub.version();
    return m_series;
}

} // namespace strikedesk::engine
