// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/handover/event_inbox.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace strikedesk::handover {

void EventInbox::post(engine::Event event) {
    {
        std::unique_lock lock(m_mutex);
        if (m_closed)
            return;
        if (engine::isUrgent(event)) {
            m_drained.wait(lock, [this] { return m_urgent.size() < kUrgentLimit || m_closed; });
            if (m_closed)
                return;
            m_urgent.push_back(std::move(event));
        } else {
            postMarket(std::get<engine::MarketEvent>(std::move(event)));
        }
    }
    m_filled.notify_one();
}

bool EventInbox::tryPost(engine::Event event) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed || (engine::isUrgent(event) && m_urgent.size() >= kUrgentLimit))
            return false;
        if (engine::isUrgent(event))
            m_urgent.push_back(std::move(event));
        else
            postMarket(std::get<engine::MarketEvent>(std::move(event)));
    }
    m_filled.notify_one();
    return true;
}

void EventInbox::postMarket(engine::MarketEvent event) {
    if (const auto* quote = std::get_if<engine::QuoteReceived>(&event)) {
        auto& places = m_quoteAt[quote->vendor];
        const auto waiting = places.find(quote->quote.symbol);
        if (waiting != places.end()) {
            m_market[static_cast<std::size_t>(waiting->second - m_marketTaken)] = std::move(event);
            ++m_conflated;
            return;
        }
        places.emplace(quote->quote.symbol, m_marketTaken + m_market.size());
    } else if (m_market.size() >= kMarketLimit && !std::holds_alternative<engine::HubAnswered>(event)) {
        ++m_dropped;
        return;
    }
    m_market.push_back(std::move(event));
}

std::vector<engine::Event> EventInbox::take(Duration timeout) {
    std::vector<engine::Event> batch;
    {
        std::unique_lock lock(m_mutex);
        const auto ready = [this] { return m_closed || !m_urgent.empty() || !m_market.empty(); };
        m_filled.wait_for(lock, std::chrono::nanoseconds(timeout.count()), ready);
        const std::size_t market = std::min(m_market.size(), kMarketPerBatch);
        batch.reserve(m_urgent.size() + market);
        for (engine::Event& event : m_urgent)
            batch.push_back(std::move(event));
        m_urgent.clear();
        bool isPage = false;
        for (std::size_t i = 0; i < market && !isPage; ++i) {
            if (const auto* quote = std::get_if<engine::QuoteReceived>(&m_market.front()))
                m_quoteAt[quote->vendor].erase(quote->quote.symbol);
            isPage = std::holds_alternative<engine::HubAnswered>(m_market.front());
            batch.emplace_back(std::move(m_market.front()));
            m_market.pop_front();
            ++m_marketTaken;
        }
    }
    m_drained.notify_all();
    return batch;
}

void EventInbox::close() {
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_filled.notify_all();
    m_drained.notify_all();
}

bool EventInbox::isClosed() const {
    const std::lock_guard lock(m_mutex);
    return m_closed;
}

std::uint64_t EventInbox::dropped() const {
    const std::lock_guard lock(m_mutex);
    return m_dropped;
}

std::uint64_t EventInbox::conflated() const {
    const std::lock_guard lock(m_mutex);
    return m_conflated;
}

std::size_t EventInbox::waiting() const {
    const std::lock_guard lock(m_mutex);
    return m_urgent.size() + m_market.size();
}

} // namespace strikedesk::handover
