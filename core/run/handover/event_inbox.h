// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/event.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

namespace strikedesk::handover {

/// The engine's only door. Two lanes: orders, people, acknowledgements and links first, in order, never
/// dropped; market data after them, at most 256 per batch. A quote replaces an unread one of the same symbol
/// in its place; prints and bars are never merged, and when too many wait they are dropped, counted and
/// reported. History for the chart hub is market data that is never dropped, and a page of it ends its batch,
/// so that an order waits behind one page at most. post() from any thread, take() from the engine's.
class EventInbox {
public:
    /// Market events one batch may hold (architecture, "Submit path").
    static constexpr std::size_t kMarketPerBatch = 256;
    static constexpr std::size_t kMarketLimit = 200'000;
    /// Urgent events are bounded by making their senders wait; reaching this means the engine has stopped.
    static constexpr std::size_t kUrgentLimit = 100'000;

    void post(engine::Event event);
    /// For the kill: never waits. False when the engine has stopped taking events and this one was not kept.
    bool tryPost(engine::Event event);
    /// Moves out what waits: all urgent events, then market events. Waits until something is there or
    /// `timeout` passed; an empty batch means time-out or closed.
    std::vector<engine::Event> take(Duration timeout);
    /// Wakes the taker for good; later posts are ignored.
    void close();

    bool isClosed() const;
    /// Prints and bars lost because the engine fell behind.
    std::uint64_t dropped() const;
    /// Quotes that a newer one replaced before they were read.
    std::uint64_t conflated() const;
    std::size_t waiting() const;

private:
    void postMarket(engine::MarketEvent event);

    mutable std::mutex m_mutex;
    std::condition_variable m_filled;
    std::condition_variable m_drained;
    std::deque<engine::Event> m_urgent;
    std::deque<engine::MarketEvent> m_market;
    std::uint64_t m_marketTaken = 0; ///< sequence number of m_market.front()
    /// Where the waiting quote of a symbol is; one map a vendor, or one would push out the other's.
    std::map<market::Vendor, std::unordered_map<Symbol, std::uint64_t>> m_quoteAt;
    std::uint64_t m_dropped = 0;
    std::uint64_t m_conflated = 0;
    bool m_closed = false;
};

} // namespace strikedesk::handover
