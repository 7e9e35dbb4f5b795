// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/synthetic_market.h"

#include "core/run/sandbox/market/minute_prints.h"

#include <algorithm>

namespace strikedesk::sandbox {

namespace {

/// Longer spans come from a clock jump (a stopped machine); their events would be thrown away anyway.
constexpr Duration kLongestSpan = Duration::minutes(15);
/// Option history reaches back this many calendar days; further back nobody asks about same-day contracts.
constexpr int kOptionHistoryDays = 10;

} // namespace

SyntheticMarket::SyntheticMarket(std::uint64_t seed, Date anchor)
    : m_stocks(seed, anchor), m_options(m_stocks), m_firstDay(anchor - SyntheticStocks::kHistoryDays) {
    for (const StockSpec& spec : m_stocks.specs())
        m_assets.push_back(spec.asset);
}

std::vector<options::Contract> SyntheticMarket::contracts(const Symbol& underlying, Date today) {
    const auto stock = m_stocks.indexOf(underlying);
    return stock ? m_options.listed(*stock, today) : std::vector<options::Contract>();
}

std::optional<options::Contract> SyntheticMarket::contract(const Symbol& symbol, Date today) {
    return m_options.contract(symbol, today);
}

void SyntheticMarket::events(Timestamp from, Timestamp to, std::vector<MarketEvent>& out) {
    const Timestamp first = std::max(from, to - kLongestSpan);
    const auto begin = static_cast<std::ptrdiff_t>(out.size());
    for (std::size_t stock = 0; stock < m_stocks.specs().size(); ++stock)
        m_stocks.events(stock, first, to, out);
    m_options.events(first, to, out);
    std::stable_sort(out.begin() + begin, out.end(),
                     [](const MarketEvent& a, const MarketEvent& b) { return eventTime(a) < eventTime(b); });
}

std::optional<market::Quote> SyntheticMarket::quoteAt(const Symbol& symbol, Timestamp at) {
    if (const auto stock = m_stocks.indexOf(symbol))
        return m_stocks.quoteAt(*stock, at);
    return m_options.quoteAt(symbol, at);
}

std::optional<market::TradePrint> SyntheticMarket::printAt(const Symbol& symbol, Timestamp at) {
    if (const auto stock = m_stocks.indexOf(symbol))
        return m_stocks.printAt(*stock, at);
    return m_options.printAt(symbol, at);
}

/// The minute bars of one day up to `now`, the last one possibly partial.
std::vector<market::Bar> SyntheticMarket::dayMinutes(const Symbol& symbol, Date date, Timestamp now) {
    const auto stock = m_stocks.indexOf(symbol);
    if (!stock)
        return m_options.minutes(symbol, date, now);
    std::vector<market::Bar> bars;
    for (const market::Bar& bar : m_stocks.minutes(*stock, date)) {
        if (now < bar.start)
            break;
        if (bar.start + Duration::minutes(1) <= now)
            bars.push_back(bar);
        else if (const auto partial = barOf(m_stocks.prints(*stock, bar.start), bar.start, now))
            bars.push_back(*partial);
    }
    return bars;
}

std::vector<market::Bar> SyntheticMarket::minuteBars(const Symbol& symbol, Timestamp from, Timestamp to,
                                                     Timestamp now) {
    const SessionCalendar& calendar = m_stocks.calendar();
    const Date today = calendar.dateOf(now);
    Date first = std::max(calendar.dateOf(from), m_firstDay);
    if (symbol.looksLikeOption())
        first = std::max(first, today - kOptionHistoryDays);
    std::vector<market::Bar> bars;
    for (const trade::SessionDay& session : calendar.sessions(first, std::min(calendar.dateOf(to), today)))
        for (const market::Bar& bar : dayMinutes(symbol, session.date, now))
            if (from <= bar.start && bar.start <= to)
                bars.push_back(bar);
    return bars;
}

std::vector<market::Bar> SyntheticMarket::dailyBars(const Symbol& symbol, Date from, Date to, Timestamp now) {
    const SessionCalendar& calendar = m_stocks.calendar();
    const Date today = calendar.dateOf(now);
    Date first = std::max(from, m_firstDay);
    if (symbol.looksLikeOption())
        first = std::max(first, today - kOptionHistoryDays);
    std::vector<market::Bar> days;
    for (const trade::SessionDay& session : calendar.sessions(first, std::min(to, today)))
        if (const auto day = merged(dayMinutes(symbol, session.date, now), calendar.newYork(session.date, 0)))
            days.push_back(*day);
    return days;
}

} // namespace strikedesk::sandbox
