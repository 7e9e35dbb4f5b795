// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/trade/orders/broker_order.h"
#include "core/trade/orders/broker_sweep.h"

#include <algorithm>
#include <map>
#include <utility>

namespace strikedesk::workers {

/// Tells an order stream that is connected but mute from a quiet account: the broker's books show fills the
/// stream never told. Pings do not help there, they are answered. A plain value; one thread.
class FillWatch {
public:
    /// A connection began or ended; what happened before it is not its fault.
    void onLive(bool isLive) {
        m_isLive = isLive;
        ++m_connection;
        m_hasBooks = false;
        m_told.clear();
        m_booked.clear();
    }
    bool isLive() const { return m_isLive; }
    void onUpdate(const trade::OrderUpdate& update) { raise(m_told, update.order.id, filledBy(update)); }
    /// A reading of the books is there; true when it shows fills the stream has not told yet. They may be on
    /// their way: ask isMute() a little later.
    bool onBooks(const trade::BrokerSweep& books) {
        if (!m_isLive)
            return false;
        for (const trade::BrokerOrder& order : books.orders)
            raise(m_booked, order.id, order.filledQuantity);
        for (const trade::BrokerActivity& activity : books.activities)
            if (!activity.orderId.isEmpty() && activity.cumulativeQuantity)
                raise(m_booked, activity.orderId, *activity.cumulativeQuantity);
        // The first reading after the connection holds what came before it.
        if (!std::exchange(m_hasBooks, true))
            m_told = m_booked;
        return isMute(m_connection);
    }
    /// Which connection it is, for isMute().
    int connection() const { return m_connection; }
    /// Whether fills in the books were still not told, on the same connection.
    bool isMute(int connection) const {
        if (!m_isLive || connection != m_connection)
            return false;
        for (const auto& [id, filled] : m_booked)
            if (const auto told = m_told.find(id);
                told == m_told.end() ? filled.isPositive() : told->second < filled)
                return true;
        return false;
    }

private:
    using Filled = std::map<BrokerOrderId, Quantity>;
    /// A reduced order object says nothing; then the execution alone counts.
    static Quantity filledBy(const trade::OrderUpdate& update) {
        return update.hasFilledQuantity ? update.order.filledQuantity : update.quantity.value_or(Quantity());
    }
    static void raise(Filled& filled, const BrokerOrderId& id, Quantity quantity) {
        Quantity& known = filled[id];
        known = std::max(known, quantity);
    }

    bool m_isLive = false;
    bool m_hasBooks = false;
    int m_connection = 0;
    Filled m_told;   ///< by the stream, and before it
    Filled m_booked; ///< by the broker's books
};

} // namespace strikedesk::workers
