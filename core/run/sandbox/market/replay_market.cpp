// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/replay_market.h"

#include "core/run/sandbox/market/contract_names.h"
#include "core/run/sandbox/market/minute_prints.h"

#include <algorithm>

namespace strikedesk::sandbox {

namespace {

/// The newest entry at or before `at` in a list sorted by `at`.
template <class T>
std::optional<T> newest(const std::vector<T>& list, Timestamp at) {
    const auto after = std::upper_bound(list.begin(), list.end(), at,
                                        [](Timestamp t, const T& entry) { return t < entry.at; });
    if (after == list.begin())
        return std::nullopt;
    return *std::prev(after);
}

} // namespace

Result<std::unique_ptr<ReplayMarket>> ReplayMarket::tryOpen(const std::string& folder, const Symbol& symbol,
                                                            Date date) {
    auto day = readRecordedDay(folder, symbol, date);
    if (!day)
        return day.error();
    const auto stock = day->series.find(symbol);
    if (stock == day->series.end() || stock->second.prints.empty())
        return Error{ErrorKind::NotFound,
                     "sandbox.replay.day",
                     "There is nothing recorded of " + symbol.text() + " on " + date.iso() +
                         ". Choose another symbol or day.",
                     {{"symbol", symbol.text()}, {"date", date.iso()}}};
    return std::unique_ptr<ReplayMarket>(new ReplayMarket(std::move(*day)));
}

ReplayMarket::ReplayMarket(RecordedDay day) : m_day(std::move(day)) {
    m_assets.push_back(Asset{stableUuid(m_day.symbol.view()), m_day.symbol,
                             m_day.symbol.text() + " Common Stock", "NYSE", 'A'});
    for (options::Contract& contract : m_day.contracts) {
        contract.id = stableUuid(contract.symbol.view());
        contract.name = contractName(contract);
    }
    for (const auto& [symbol, series] : m_day.series) {
        m_events.insert(m_events.end(), series.prints.begin(), series.prints.end());
        m_events.insert(m_events.end(), series.quotes.begin(), series.quotes.end());
    }
    std::stable_sort(m_events.begin(), m_events.end(),
                     [](const MarketEvent& a, const MarketEvent& b) { return eventTime(a) < eventTime(b); });
}

const RecordedSeries* ReplayMarket::seriesOf(const Symbol& symbol) const {
    const auto found = m_day.series.find(symbol);
    return found == m_day.series.end() ? nullptr : &found->second;
}

std::vector<options::Contract> ReplayMarket::contracts(const Symbol& underlying, Date today) {
    std::vector<options::Contract> listed;
    if (underlying == m_day.symbol)
        for (const options::Contract& contract : m_day.contracts)
            if (today <= contract.expiry)
                listed.push_back(contract);
    return listed;
}

std::optional<options::Contract> ReplayMarket::contract(const Symbol& symbol, Date today) {
    const auto found =
        std::lower_bound(m_day.contracts.begin(), m_day.contracts.end(), symbol,
                         [](const options::Contract& c, const Symbol& s) { return c.symbol < s; });
    if (found == m_day.contracts.end() || found->symbol != symbol)
        return std::nullopt;
    options::Contract contract = *found;
    contract.isActive = today <= contract.expiry;
    contract.isTradable = contract.isActive;
    return contract;
}

void ReplayMarket::events(Timestamp from, Timestamp to, std::vector<MarketEvent>& out) {
    const auto later = [](Timestamp t, const MarketEvent& event) { return t < eventTime(event); };
    const auto first = std::upper_bound(m_events.begin(), m_events.end(), from, later);
    const auto last = std::upper_bound(first, m_events.end(), to, later);
    out.insert(out.end(), first, last);
}

std::optional<market::Quote> ReplayMarket::quoteAt(const Symbol& symbol, Timestamp at) {
    const RecordedSeries* series = seriesOf(symbol);
    return series == nullptr ? std::nullopt : newest(series->quotes, at);
}

std::optional<market::TradePrint> ReplayMarket::printAt(const Symbol& symbol, Timestamp at) {
    const RecordedSeries* series = seriesOf(symbol);
    return series == nullptr ? std::nullopt : newest(series->prints, at);
}

std::vector<market::Bar> ReplayMarket::minuteBars(const Symbol& symbol, Timestamp from, Timestamp to,
                                                  Timestamp now) {
    std::vector<market::Bar> bars;
    const RecordedSeries* series = seriesOf(symbol);
    if (series == nullptr)
        return bars;
    for (const market::Bar& bar : series->bars) {
        if (bar.start < from || to < bar.start || now < bar.start)
            continue;
        if (bar.start + Duration::minutes(1) <= now) {
            bars.push_back(bar);
            continue;
        }
        const auto first =
            std::lower_bound(series->prints.begin(), series->prints.end(), bar.start,
                             [](const market::TradePrint& p, Timestamp t) { return p.at < t; });
        const auto begin = static_cast<std::size_t>(first - series->prints.begin());
        if (const auto partial = barOf(std::span(series->prints).subspan(begin), bar.start, now))
            bars.push_back(*partial);
    }
    return bars;
}

std::vector<market::Bar> ReplayMarket::dailyBars(const Symbol& symbol, Date from, Date to, Timestamp now) {
    std::vector<market::Bar> days;
    if (symbol == m_day.symbol)
        for (const market::Bar& bar : m_day.dailyBars)
            if (from <= m_calendar.dateOf(bar.start) && m_calendar.dateOf(bar.start) <= to)
                days.push_back(bar);
    const RecordedSeries* series = seriesOf(symbol);
    if (series == nullptr || series->bars.empty())
        return days;
    // Days known only by their minutes: the regular session of each.
    const Date firstDay = std::max(from, m_calendar.dateOf(series->bars.front().start));
    for (const trade::SessionDay& session : m_calendar.sessions(firstDay, std::min(to, m_day.date))) {
        const Timestamp midnight = m_calendar.newYork(session.date, 0);
        const bool known = std::any_of(days.begin(), days.end(),
                                       [&](const market::Bar& bar) { return bar.start == midnight; });
        if (known)
            continue;
        const std::vector<market::Bar> minutes =
            minuteBars(symbol, session.open, session.close - Duration::nanoseconds(1), now);
        if (const auto day = merged(minutes, midnight))
            days.push_back(*day);
    }
    return days;
}

} // namespace strikedesk::sandbox
