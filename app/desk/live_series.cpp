// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/live_series.h"

#include "core/base/option_symbol.h"

namespace strikedesk::desk {

namespace {

constexpr int kLingerMs = 30'000;
constexpr int kMostLingering = 6;

} // namespace

LiveSeries::LiveSeries(LiveDesk& desk, std::string stockFeed, std::string optionFeed)
    : m_desk(desk), m_stockFeed(std::move(stockFeed)), m_optionFeed(std::move(optionFeed)) {
    m_askSoon.setSingleShot(true);
    m_askSoon.setInterval(0);
    QObject::connect(&m_askSoon, &QTimer::timeout, [this] { ask(); });
    m_snapshots = desk.subscribe([this] {
        const auto& newest = m_desk.snapshot()->series;
        if (newest == m_seen)
            return;
        m_seen = newest;
        m_changed.publish();
    });
}

market::SeriesKey LiveSeries::keyOf(const Symbol& symbol, market::Timeframe timeframe,
                                    market::SeriesSession session) const {
    // Options trade in regular hours only, and their prices are never adjusted.
    if (OptionSymbol::tryFrom(symbol))
        return {symbol, timeframe, market::SeriesSession::Regular, m_optionFeed, market::Adjustment::Raw};
    return {symbol, timeframe, session, m_stockFeed, market::Adjustment::Raw};
}

ui::Subscription LiveSeries::open(const market::SeriesKey& key, bool isFocus) {
    m_open.insert(key);
    if (isFocus)
        m_focus = key;
    m_askSoon.start();
    return ui::Subscription([this, alive = std::weak_ptr(m_alive), key] {
        if (!alive.expired())
            close(key);
    });
}

void LiveSeries::close(const market::SeriesKey& key) {
    m_open.erase(m_open.find(key));
    // A chart closed by a look at another workspace is back in a moment: what runs is kept for a while. What
    // is still being loaded is given up at once.
    const auto shown = series(key);
    const bool isLive = shown && shown->health().mode == market::SeriesMode::Live;
    if (isLive && m_lingering < kMostLingering) {
        ++m_lingering;
        m_open.insert(key);
        QTimer::singleShot(kLingerMs, &m_askSoon, [this, key] {
            --m_lingering;
            m_open.erase(m_open.find(key));
            m_askSoon.start();
        });
    }
    m_askSoon.start();
}

std::shared_ptr<const market::SeriesSnapshot> LiveSeries::series(const market::SeriesKey& key) const {
    const auto& view = m_desk.snapshot()->series;
    if (!view)
        return nullptr;
    const auto found = view->find(key);
    return found == view->end() ? nullptr : found->second;
}

ui::Subscription LiveSeries::subscribe(std::function<void()> changed) {
    return m_changed.subscribe(std::move(changed));
}

void LiveSeries::ask() {
    if (m_desk.session() == nullptr)
        return;
    const std::set<market::SeriesKey> keys(m_open.begin(), m_open.end());
    if (m_focus && !keys.contains(*m_focus))
        m_focus.reset();
    m_desk.session()->wantSeries(keys, m_focus);
}

} // namespace strikedesk::desk
