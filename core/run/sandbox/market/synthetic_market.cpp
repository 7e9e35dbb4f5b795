// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/synthetic_market.h"

#include "core/run/sandbox/market/company_facts.h"
#include "core/run/sandbox/market/minute_prints.h"

#include <algorithm>

namespace strikedesk::sandbox {

namespace {

/// Longer spans come from a clock jump (a stopped machine); their events would be thrown away anyway.
constexpr Duration kLongestSpan = Duration::minutes(15);
/// Option history reaches back this many calendar days; further back nobody asks about same-day contracts.
constexpr int kOptionHistoryDays = 10;
/// Days of one request for short volume.
constexpr int kReach = 2'500;

} // namespace

SyntheticMarket::SyntheticMarket(std::uint64_t seed, Date anchor)
    : m_stocks(seed, anchor), m_options(m_stocks),
      m_news(m_stocks.specs(), m_stocks.corporate(), m_stocks.calendar(), seed,
             [this](std::size_t stock, Date date) { return jumpsOf(stock, date); }),
      m_firstDay(anchor - SyntheticStocks::kHistoryDays) {
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
    return stock ? m_stocks.minutes(*stock, date, now) : m_options.minutes(symbol, date, now);
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
    const auto stock = m_stocks.indexOf(symbol);
    std::vector<market::Bar> days;
    for (const trade::SessionDay& session : calendar.sessions(first, std::min(to, today))) {
        const auto day =
            stock ? m_stocks.daily(*stock, session.date, now)
                  : merged(m_options.minutes(symbol, session.date, now), calendar.newYork(session.date, 0));
        if (day)
            days.push_back(*day);
    }
    return days;
}

std::vector<market::Quote> SyntheticMarket::quotes(const Symbol& symbol, Timestamp from, Timestamp to,
                                                   std::size_t limit) {
    if (const auto stock = m_stocks.indexOf(symbol))
        return m_stocks.quotes(*stock, from, to, limit);
    return m_options.quotes(symbol, std::max(from, to - Duration::minutes(kOptionHistoryDays * 24 * 60)), to,
                            limit);
}

std::vector<market::TradePrint> SyntheticMarket::prints(const Symbol& symbol, Timestamp from, Timestamp to,
                                                        std::size_t limit) {
    if (const auto stock = m_stocks.indexOf(symbol))
        return m_stocks.prints(*stock, from, to, limit);
    return m_options.prints(symbol, std::max(from, to - Duration::minutes(kOptionHistoryDays * 24 * 60)), to,
                            limit);
}

/// The stock itself, or the one a contract is on.
std::optional<std::size_t> SyntheticMarket::underlyingOf(const Symbol& symbol) const {
    if (const auto stock = m_stocks.indexOf(symbol))
        return stock;
    const auto name = OptionSymbol::tryFrom(symbol);
    return name ? m_stocks.indexOf(name->root()) : std::nullopt;
}

bool SyntheticMarket::isHalted(const Symbol& symbol, Timestamp at) {
    const auto stock = underlyingOf(symbol);
    return stock && m_stocks.haltAt(*stock, at) != nullptr;
}

std::vector<CorporateAction> SyntheticMarket::corporateActions(Date from, Date to, Timestamp now) {
    return m_stocks.corporate().actions(from, to, m_stocks.calendar().dateOf(now));
}

std::vector<PriceJump> SyntheticMarket::jumpsOf(std::size_t stock, Date date) {
    std::vector<PriceJump> jumps;
    if (!m_stocks.calendar().session(date))
        return jumps;
    const auto jump = stock == NewsWire::kWholeMarket ? m_stocks.paths().factors().marketJump(date)
                                                      : m_stocks.paths().jumpOn(stock, date);
    if (jump)
        jumps.push_back(*jump);
    return jumps;
}

std::vector<ShortInterest> SyntheticMarket::shortInterest(const Symbol& symbol, Date from, Date to) {
    const auto stock = m_stocks.indexOf(symbol);
    if (!stock)
        return {};
    const Date first = std::max(from, m_firstDay);
    std::vector<ShortInterest> rows;
    for (Date half = first; half <= to; half = half + 16) {
        // The count of shares changes with a split, so a year is not asked for at once.
        const double shares = m_stocks.paths().shareFactor(*stock, half);
        const auto counted = static_cast<double>(companyFacts(symbol).shares) * shares;
        for (const ShortInterest& row :
             shortInterestOf(m_stocks.seed(), *stock, static_cast<std::int64_t>(counted),
                             m_stocks.specs()[*stock].dayVolume * shares, half, std::min(to, half + 15),
                             m_stocks.calendar()))
            rows.push_back(row);
    }
    return rows;
}

std::vector<ShortVolume> SyntheticMarket::shortVolume(const Symbol& symbol, Date from, Date to) {
    const auto stock = m_stocks.indexOf(symbol);
    std::vector<ShortVolume> rows;
    if (!stock)
        return rows;
    for (const trade::SessionDay& session :
         m_stocks.calendar().sessions(std::max(from, m_firstDay), std::min(to, m_firstDay + kReach)))
        if (const auto day = m_stocks.daily(*stock, session.date, session.close + Duration::minutes(60)))
            rows.push_back(shortVolumeOf(m_stocks.seed(), *stock, session.date, day->volume));
    return rows;
}

std::optional<CompanyFacts> SyntheticMarket::facts(const Symbol& symbol, Date today) {
    const auto stock = m_stocks.indexOf(symbol);
    if (!stock)
        return std::nullopt;
    CompanyFacts facts = companyFacts(symbol);
    facts.shares = static_cast<std::int64_t>(static_cast<double>(facts.shares) *
                                             m_stocks.paths().shareFactor(*stock, today));
    const Date day = m_stocks.calendar().session(today) ? today : m_stocks.calendar().previous(today);
    // By the price before the open: nothing of the day itself.
    if (!m_stocks.specs()[*stock].isFund() && m_firstDay <= day)
        facts.marketValue = static_cast<double>(facts.shares) * m_stocks.paths().ends(*stock, day).base;
    return facts;
}

} // namespace strikedesk::sandbox
