// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/live_series.h"

#include "core/base/option_symbol.h"

#include <algorithm>
#include <map>

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

bool LiveSeries::setFeeds(std::string stockFeed, std::string optionFeed) {
    if (stockFeed == m_stockFeed && optionFeed == m_optionFeed)
        return false;
    m_stockFeed = std::move(stockFeed);
    m_optionFeed = std::move(optionFeed);
    m_changed.publish();
    return true;
}

market::SeriesKey LiveSeries::keyOf(const Symbol& symbol, market::Timeframe timeframe,
                                    market::SeriesSession session) const {
    // Options trade in regular hours only, and their prices are never adjusted.
    if (OptionSymbol::tryFrom(symbol))
        return {symbol, timeframe, market::SeriesSession::Regular, m_optionFeed, market::Adjustment::Raw};
    return {symbol, timeframe, session, m_stockFeed, market::Adjustment::Raw};
}

ui::Subscription LiveSeries::open(const market::SeriesKey& key, market::Attention attention) {
    const bool isFocus = attention == market::Attention::Focused;
    if (isFocus)
        m_focus = key;
    // Only the newest focus is one; the charts opened before it are still shown.
    const Wish wish{key, isFocus ? market::Attention::Shown : attention};
    m_open.insert(wish);
    m_askSoon.start();
    return ui::Subscription([this, alive = std::weak_ptr(m_alive), wish] {
        if (!alive.expired())
            close(wish);
    });
}

void LiveSeries::close(const Wish& wish) {
    m_open.erase(m_open.find(wish));
    // A chart closed by a look at another workspace is back in a moment: what runs is kept for a while. What
    // is still being loaded is given up at once.
    const auto shown = series(wish.first);
    const bool isLive = shown && shown->health().mode == market::SeriesMode::Live;
    if (isLive && m_lingering < kMostLingering) {
        ++m_lingering;
        const Wish lingering{wish.first, market::Attention::Listed};
        m_open.insert(lingering);
        QTimer::singleShot(kLingerMs, &m_askSoon, [this, lingering] {
            --m_lingering;
            m_open.erase(m_open.find(lingering));
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
    // The most attention anybody pays to a series counts, and each is named once.
    std::map<market::SeriesKey, market::Attention> keys;
    for (const auto& [key, attention] : m_open) {
        const auto [place, isNew] = keys.emplace(key, attention);
        place->second = std::min(place->second, attention);
    }
    if (m_focus && !keys.contains(*m_focus))
        m_focus.reset();
    else if (m_focus)
        keys[*m_focus] = market::Attention::Focused;
    std::vector<session::SeriesWish> wishes;
    for (const auto& [key, attention] : keys)
        wishes.push_back({key, attention});
    m_desk.session()->wantSeries(std::move(wishes), m_focus);
}

} // namespace strikedesk::desk
