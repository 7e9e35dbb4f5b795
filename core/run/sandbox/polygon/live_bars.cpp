// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/polygon/live_bars.h"

#include "core/run/sandbox/market/minute_prints.h"

#include <algorithm>

namespace strikedesk::sandbox {

namespace {

constexpr std::int64_t kSecondNs = 1'000'000'000;

std::int64_t secondOf(Timestamp at) { return at.nanoseconds() / kSecondNs; }

} // namespace

void SecondBars::add(const MarketEvent& event) {
    if (const auto* print = std::get_if<market::TradePrint>(&event)) {
        m_prints[{secondOf(print->at), print->symbol}].push_back(*print);
    } else if (const auto* value = std::get_if<IndexValue>(&event)) {
        market::TradePrint point;
        point.symbol = value->symbol;
        point.price = value->value;
        point.at = value->at;
        m_prints[{secondOf(value->at), value->symbol}].push_back(point);
    } else if (const auto* change = std::get_if<PrintChange>(&event)) {
        const auto found = m_prints.find({secondOf(change->was.at), change->symbol});
        if (found == m_prints.end())
            return;
        auto& prints = found->second;
        const auto was = std::find(prints.begin(), prints.end(), change->was);
        if (was == prints.end())
            return;
        if (change->is)
            *was = *change->is;
        else
            prints.erase(was);
    }
}

std::vector<LiveBar> SecondBars::take(Timestamp now) {
    std::vector<LiveBar> bars;
    const std::int64_t ended = secondOf(now - kHeld);
    while (!m_prints.empty() && m_prints.begin()->first.first < ended) {
        const auto& [key, prints] = *m_prints.begin();
        if (const auto bar = barOf(prints, Timestamp::fromSeconds(key.first), now))
            bars.push_back(LiveBar{key.second, *bar});
        m_prints.erase(m_prints.begin());
    }
    return bars;
}

Price DayTotals::Total::vwap() const {
    return volume > 0 ? Price::fromUnits(divideRoundEven(turnover, volume)) : Price();
}

void DayTotals::begin(Total& total, const Symbol& symbol, Timestamp at) {
    std::vector<market::Bar> bars = m_source.dailyBars(symbol, total.day, total.day, at);
    total.open = bars.empty() ? Price() : bars.back().open;
    // Before the open there is no daily bar yet, only the early minutes.
    if (bars.empty())
        bars =
            m_source.minuteBars(symbol, m_calendar.newYork(total.day, 0), at - Duration::nanoseconds(1), at);
    total.volume = 0;
    total.turnover = 0;
    for (const market::Bar& bar : bars) {
        total.volume += bar.volume;
        total.turnover += static_cast<__int128>(bar.vwap.units()) * bar.volume;
    }
    total.upTo = at;
}

const DayTotals::Total& DayTotals::after(const LiveBar& window, Timestamp end) {
    Total& total = m_totals[window.symbol];
    const Date day = m_calendar.dateOf(window.bar.start);
    if (total.day != day) {
        total = Total{};
        total.day = day;
    }
    if (end <= total.upTo)
        return total;
    if (!total.upTo.isSet() || window.bar.start < total.upTo || total.open.isZero()) {
        begin(total, window.symbol, end);
        return total;
    }
    total.volume += window.bar.volume;
    total.turnover += static_cast<__int128>(window.bar.vwap.units()) * window.bar.volume;
    total.upTo = end;
    return total;
}

} // namespace strikedesk::sandbox
