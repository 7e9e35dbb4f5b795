// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/link_event.h"
#include "core/engine/market_event.h"
#include "core/engine/order_event.h"
#include "core/engine/user_event.h"
#include "core/trade/risk/trade_settings.h"

#include <variant>

namespace strikedesk::engine {

// Everything the engine hears, as plain values grouped by topic. Handlers are exhaustive visits.

/// Nothing but time.
struct TimeAdvanced {
    template <class A>
    void archive(A&) {}
};
/// Settings changed while running.
struct SettingsChanged {
    trade::TradeSettings settings;
    template <class A>
    void archive(A& a) {
        a.field("settings", settings);
    }
};
/// The program did not run for `length`: the machine slept, or the process was stopped.
struct TimeHole {
    Duration length;
    template <class A>
    void archive(A& a) {
        a.field("length", length);
    }
};
using SystemEvent = std::variant<TimeAdvanced, SettingsChanged, TimeHole>;

using Event = std::variant<MarketEvent, OrderEvent, LinkEvent, UserEvent, SystemEvent>;

/// True for events that may not wait behind market data: orders, people, acknowledgements, timers.
inline bool isUrgent(const Event& event) { return !std::holds_alternative<MarketEvent>(event); }

} // namespace strikedesk::engine
