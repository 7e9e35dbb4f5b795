// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/market/market_source.h"
#include "core/run/sandbox/market/session_calendar.h"

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace strikedesk::sandbox {

/// One bar to send and whose it is.
struct LiveBar {
    Symbol symbol;
    market::Bar bar;
};

/// Second bars from what happens. A second is held back a little for late prints (protocol facts, section
/// 15). Bounded by what happens in that time. One thread.
class SecondBars {
public:
    static constexpr Duration kHeld = Duration::seconds(2);

    void add(const MarketEvent& event);
    /// The seconds that ended at least kHeld before `now`, by time, then symbol.
    std::vector<LiveBar> take(Timestamp now);
    void clear() { m_prints.clear(); }

private:
    using Key = std::pair<std::int64_t, Symbol>; ///< second since 1970
    std::map<Key, std::vector<market::TradePrint>> m_prints;
};

/// The day's figures a live bar carries beside its own: official open, volume and turnover so far. Kept by
/// adding up windows, begun from the market's daily bar. One thread.
class DayTotals {
public:
    struct Total {
        Date day;
        Timestamp upTo;
        Price open; ///< zero before the open
        std::int64_t volume = 0;
        __int128 turnover = 0;

        Price vwap() const;
    };

    DayTotals(MarketSource& source, const SessionCalendar& calendar)
        : m_source(source), m_calendar(calendar) {}

    /// The day with everything up to `end`, where the window ends or later; an `end` not later than the last
    /// one changes nothing.
    const Total& after(const LiveBar& window, Timestamp end);
    /// A print of the symbol was changed: its figures are read anew.
    void forget(const Symbol& symbol) { m_totals.erase(symbol); }

private:
    void begin(Total& total, const Symbol& symbol, Timestamp at);

    MarketSource& m_source;
    const SessionCalendar& m_calendar;
    std::map<Symbol, Total> m_totals;
};

} // namespace strikedesk::sandbox
