// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/expiry_table.h"
#include "core/run/sandbox/market/synthetic_options.h"

#include <algorithm>

namespace strikedesk::sandbox {

namespace {

constexpr std::int64_t kMinuteNs = 60'000'000'000;
constexpr std::size_t kMaxWatched = 1'000;
/// Strikes to either side of the day's open, and expiries, that are in events() without being watched.
constexpr int kStreamedStrikes = 4;
constexpr std::size_t kStreamedExpiries = 2;

} // namespace

void SyntheticOptions::watch(const Symbol& symbol) {
    if (!symbol.looksLikeOption() || m_watched.size() >= kMaxWatched ||
        std::find(m_watched.begin(), m_watched.end(), symbol) != m_watched.end())
        return;
    m_watched.push_back(symbol);
    m_streamedOf = Date();
}

/// The contracts of a day's events(), each by its terms of that day.
void SyntheticOptions::streamToday(Date today) {
    if (m_streamedOf == today)
        return;
    m_streamedOf = today;
    m_streamed.clear();
    for (MinuteTape& tape : m_tapes)
        tape = MinuteTape();
    std::vector<Symbol> symbols = m_watched;
    const SessionCalendar& calendar = m_stocks.calendar();
    for (std::size_t stock = 0; stock < m_stocks.specs().size(); ++stock) {
        const StockSpec& spec = m_stocks.specs()[stock];
        const Price open = m_stocks.openOf(stock, today);
        const Price step = strikeStep(stock, today);
        std::vector<Date> expiries = listedExpiries(spec.expiries, calendar, today);
        expiries.resize(std::min(expiries.size(), kStreamedExpiries));
        for (const Date expiry : expiries)
            for (const Price strike : listedStrikes(open, step, expiry - today))
                for (const OptionRight right : {OptionRight::Call, OptionRight::Put})
                    if (const auto name =
                            OptionSymbol::tryFrom(spec.asset.symbol.view(), expiry, right, strike);
                        name && strike - open <= step * kStreamedStrikes &&
                        open - strike <= step * kStreamedStrikes)
                        symbols.push_back(name->symbol());
    }
    std::sort(symbols.begin(), symbols.end());
    symbols.erase(std::unique(symbols.begin(), symbols.end()), symbols.end());
    for (const Symbol& symbol : symbols)
        if (const DayContract* contract = dayContract(symbol, today))
            m_streamed.push_back(Streamed{*contract, {}, {}});
}

void SyntheticOptions::quoteEvents(Streamed& streamed, Timestamp from, Timestamp to,
                                   std::vector<MarketEvent>& out) {
    const DayContract& contract = streamed.contract;
    const Timestamp last = std::min(to, contract.close - Duration::nanoseconds(1));
    // Most contracts change seldom: the span of the quote in force answers most calls.
    if (last <= from || (streamed.since <= from && last < streamed.until))
        return;
    const std::int64_t newest = changeAt(contract, last);
    for (std::int64_t number = newest; number >= -1; --number) {
        const Timestamp at = changeTime(contract, number);
        if (at <= from)
            break;
        if (number >= 0 && m_stocks.haltAt(contract.stock, at) != nullptr)
            continue;
        if (auto quote = quoteOfChange(contract, number))
            out.emplace_back(std::move(*quote));
    }
    streamed.since = changeTime(contract, newest);
    streamed.until = changeTime(contract, newest + 1);
}

const SyntheticOptions::MinuteTape& SyntheticOptions::minuteTape(std::int64_t minute) {
    MinuteTape& tape = m_tapes[minute % 2];
    if (tape.minute == minute)
        return tape;
    tape.minute = minute;
    tape.prints.clear();
    const Timestamp start = Timestamp::fromNanoseconds(minute * kMinuteNs);
    for (const Streamed& streamed : m_streamed)
        if (streamed.contract.open <= start && start < streamed.contract.close)
            printsOfMinute(streamed.contract, (start - streamed.contract.open).count() / kMinuteNs,
                           tape.prints);
    std::stable_sort(tape.prints.begin(), tape.prints.end(),
                     [](const market::TradePrint& a, const market::TradePrint& b) { return a.at < b.at; });
    return tape;
}

void SyntheticOptions::events(Timestamp from, Timestamp to, std::vector<MarketEvent>& out) {
    const Date today = m_stocks.calendar().dateOf(to);
    const auto session = m_stocks.calendar().session(today);
    if (!session || to < session->open || today < m_stocks.paths().firstDay())
        return;
    const Timestamp first = std::max(from, session->open - Duration::nanoseconds(1));
    streamToday(today);
    for (Streamed& streamed : m_streamed)
        quoteEvents(streamed, first, to, out);
    const std::int64_t last = to.nanoseconds() / kMinuteNs;
    for (std::int64_t minute = first.nanoseconds() / kMinuteNs; minute <= last; ++minute) {
        const MinuteTape& tape = minuteTape(minute);
        auto print = std::upper_bound(tape.prints.begin(), tape.prints.end(), first,
                                      [](Timestamp t, const market::TradePrint& p) { return t < p.at; });
        for (; print != tape.prints.end() && print->at <= to; ++print)
            out.emplace_back(*print);
    }
}

} // namespace strikedesk::sandbox
