// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/replay_market.h"

#include "core/run/sandbox/market/minute_prints.h"
#include "core/run/sandbox/market/sale_conditions.h"

#include <algorithm>

namespace strikedesk::sandbox {

namespace {

constexpr Duration kMinute = Duration::minutes(1);

template <class T>
std::size_t firstAfter(const std::vector<T>& list, Timestamp at) {
    const auto found = std::upper_bound(list.begin(), list.end(), at,
                                        [](Timestamp t, const T& entry) { return t < entry.at; });
    return static_cast<std::size_t>(found - list.begin());
}

template <class T>
std::size_t firstFrom(const std::vector<T>& list, Timestamp at) {
    const auto found = std::lower_bound(list.begin(), list.end(), at,
                                        [](const T& entry, Timestamp t) { return entry.at < t; });
    return static_cast<std::size_t>(found - list.begin());
}

std::vector<market::Bar>::const_iterator firstBar(const std::vector<market::Bar>& bars, Timestamp from) {
    return std::lower_bound(bars.begin(), bars.end(), from,
                            [](const market::Bar& bar, Timestamp at) { return bar.start < at; });
}

/// The minute in progress, from its prints up to `now`.
std::optional<market::Bar> partialBar(const Symbol& symbol, const std::vector<RecordedPrint>& prints,
                                      const market::Bar& whole, Timestamp now) {
    std::vector<market::TradePrint> made;
    std::int64_t volume = 0;
    std::int64_t count = 0;
    for (std::size_t i = firstFrom(prints, whole.start); i < prints.size(); ++i) {
        const RecordedPrint& print = prints[i];
        if (print.at > now || whole.start + kMinute <= print.at)
            break;
        volume += print.addsVolume ? print.size : 0;
        count += print.addsVolume && print.size > 0 ? 1 : 0;
        if (!print.setsPrice)
            continue;
        market::TradePrint& entry = made.emplace_back();
        entry.symbol = symbol;
        entry.at = print.at;
        entry.price = print.price;
        entry.size = print.size;
    }
    auto bar = barOf(made, whole.start, now);
    if (!bar)
        return bar;
    bar->volume = volume;
    bar->tradeCount = count;
    if (volume == 0)
        bar->vwap = Price();
    return bar;
}

} // namespace

Result<std::unique_ptr<ReplayMarket>> ReplayMarket::tryOpen(const std::string& folder, Date date,
                                                            const std::vector<Symbol>& symbols) {
    auto day = readRecordedDay(folder, date, symbols);
    if (!day)
        return day.error();
    return std::unique_ptr<ReplayMarket>(new ReplayMarket(std::move(*day)));
}

ReplayMarket::ReplayMarket(RecordedDay day) : m_day(std::move(day)) {
    const Timestamp from = m_calendar.newYork(m_day.date, 0);
    for (const auto& [symbol, series] : m_day.series) {
        const auto number = static_cast<std::uint32_t>(m_instruments.size());
        m_instruments.push_back(Instrument{symbol, &series});
        for (const Asset& asset : m_day.assets)
            if (asset.symbol == symbol) {
                m_instruments.back().tape = asset.tape;
                m_instruments.back().isIndex = asset.kind == AssetKind::Index;
            }
        for (std::size_t i = 0; i < series.prints.size(); ++i)
            m_events.push_back({series.prints[i].at, number, static_cast<std::uint32_t>(i), false});
        for (std::size_t i = firstFrom(series.quotes, from); i < series.quotes.size(); ++i)
            m_events.push_back({series.quotes[i].at, number, static_cast<std::uint32_t>(i), true});
    }
    std::stable_sort(m_events.begin(), m_events.end(),
                     [](const EventPlace& a, const EventPlace& b) { return a.at < b.at; });
}

const ReplayMarket::Instrument* ReplayMarket::find(const Symbol& symbol) const {
    const auto found = std::lower_bound(m_instruments.begin(), m_instruments.end(), symbol,
                                        [](const Instrument& i, const Symbol& s) { return i.symbol < s; });
    return found == m_instruments.end() || found->symbol != symbol ? nullptr : &*found;
}

/// Nothing for an index: it has no quotes and no prints.
const ReplayMarket::Instrument* ReplayMarket::findTraded(const Symbol& symbol) const {
    const Instrument* instrument = find(symbol);
    return instrument != nullptr && instrument->isIndex ? nullptr : instrument;
}

market::TradePrint ReplayMarket::printOf(const Instrument& instrument, std::size_t index) {
    const RecordedPrint& kept = instrument.series->prints[index];
    market::TradePrint print;
    print.symbol = instrument.symbol;
    print.price = kept.price;
    print.size = kept.size;
    print.at = kept.at;
    print.exchange = std::string(1, kept.exchange);
    if (instrument.symbol.looksLikeOption()) {
        print.conditions = "I"; // executed automatically; the files do not tell
        return print;
    }
    print.conditions = saleConditions(kept.flags, instrument.tape);
    print.id = std::to_string(index + 1);
    return print;
}

IndexValue ReplayMarket::valueOf(const Instrument& instrument, std::size_t index) {
    const RecordedPrint& kept = instrument.series->prints[index];
    return IndexValue{instrument.symbol, kept.price, kept.at};
}

std::vector<options::Contract> ReplayMarket::contracts(const Symbol& underlying, Date today) {
    std::vector<options::Contract> listed;
    for (const options::Contract& contract : m_day.contracts)
        if (contract.underlying == underlying && today <= contract.expiry)
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
    const std::size_t last = firstAfter(m_events, to);
    for (std::size_t i = firstAfter(m_events, from); i < last; ++i) {
        const EventPlace& place = m_events[i];
        const Instrument& instrument = m_instruments[place.instrument];
        if (place.isQuote)
            out.emplace_back(instrument.series->quotes[place.index]);
        else if (instrument.isIndex)
            out.emplace_back(valueOf(instrument, place.index));
        else
            out.emplace_back(printOf(instrument, place.index));
    }
}

std::optional<market::Quote> ReplayMarket::quoteAt(const Symbol& symbol, Timestamp at) {
    const Instrument* instrument = findTraded(symbol);
    if (instrument == nullptr)
        return std::nullopt;
    const std::size_t after = firstAfter(instrument->series->quotes, at);
    return after == 0 ? std::nullopt : std::optional(instrument->series->quotes[after - 1]);
}

std::optional<market::TradePrint> ReplayMarket::printAt(const Symbol& symbol, Timestamp at) {
    const Instrument* instrument = findTraded(symbol);
    if (instrument == nullptr)
        return std::nullopt;
    const std::size_t after = firstAfter(instrument->series->prints, at);
    return after == 0 ? std::nullopt : std::optional(printOf(*instrument, after - 1));
}

std::optional<IndexValue> ReplayMarket::indexValueAt(const Symbol& symbol, Timestamp at) {
    const Instrument* instrument = find(symbol);
    if (instrument == nullptr || !instrument->isIndex)
        return std::nullopt;
    const std::size_t after = firstAfter(instrument->series->prints, at);
    return after == 0 ? std::nullopt : std::optional(valueOf(*instrument, after - 1));
}

std::vector<market::Quote> ReplayMarket::quotes(const Symbol& symbol, Timestamp from, Timestamp to,
                                                std::size_t limit) {
    std::vector<market::Quote> found;
    const Instrument* instrument = findTraded(symbol);
    if (instrument == nullptr)
        return found;
    const std::vector<market::Quote>& all = instrument->series->quotes;
    for (std::size_t i = firstFrom(all, from); i < all.size() && all[i].at <= to && found.size() < limit; ++i)
        found.push_back(all[i]);
    return found;
}

std::vector<market::TradePrint> ReplayMarket::prints(const Symbol& symbol, Timestamp from, Timestamp to,
                                                     std::size_t limit) {
    std::vector<market::TradePrint> found;
    const Instrument* instrument = findTraded(symbol);
    if (instrument == nullptr)
        return found;
    const std::vector<RecordedPrint>& all = instrument->series->prints;
    for (std::size_t i = firstFrom(all, from); i < all.size() && all[i].at <= to && found.size() < limit; ++i)
        found.push_back(printOf(*instrument, i));
    return found;
}

std::vector<market::Bar> ReplayMarket::minuteBars(const Symbol& symbol, Timestamp from, Timestamp to,
                                                  Timestamp now) {
    std::vector<market::Bar> bars;
    const Instrument* instrument = find(symbol);
    if (instrument == nullptr)
        return bars;
    const std::vector<market::Bar>& all = instrument->series->bars;
    const Timestamp last = std::min(to, now);
    for (auto bar = firstBar(all, from); bar != all.end() && bar->start <= last; ++bar) {
        if (bar->start + kMinute <= now)
            bars.push_back(*bar);
        else if (const auto partial = partialBar(symbol, instrument->series->prints, *bar, now))
            bars.push_back(*partial);
    }
    return bars;
}

std::vector<market::Bar> ReplayMarket::dailyBars(const Symbol& symbol, Date from, Date to, Timestamp now) {
    std::vector<market::Bar> days;
    if (const auto known = m_day.dailyBars.find(symbol); known != m_day.dailyBars.end()) {
        const std::vector<market::Bar>& all = known->second;
        // A day is known as a whole when it is over.
        const Timestamp last = m_calendar.newYork(std::min(to, m_calendar.dateOf(now) - 1), 0);
        for (auto bar = firstBar(all, m_calendar.newYork(from, 0)); bar != all.end() && bar->start <= last;
             ++bar)
            days.push_back(*bar);
    }
    const Instrument* instrument = find(symbol);
    if (instrument == nullptr || instrument->series->bars.empty())
        return days;
    // Days known only by their minutes: the regular session of each.
    const std::size_t known = days.size();
    const Date firstDay = std::max(from, m_calendar.dateOf(instrument->series->bars.front().start));
    for (const trade::SessionDay& session : m_calendar.sessions(firstDay, std::min(to, m_day.date))) {
        const Timestamp midnight = m_calendar.newYork(session.date, 0);
        const auto end = days.begin() + static_cast<std::ptrdiff_t>(known);
        if (std::any_of(days.begin(), end, [&](const market::Bar& bar) { return bar.start == midnight; }))
            continue;
        const std::vector<market::Bar> minutes =
            minuteBars(symbol, session.open, session.close - Duration::nanoseconds(1), now);
        if (const auto day = merged(minutes, midnight))
            days.push_back(*day);
    }
    // A day known by its minutes may lie before one known as a whole.
    std::stable_sort(days.begin(), days.end(),
                     [](const market::Bar& a, const market::Bar& b) { return a.start < b.start; });
    return days;
}

std::vector<CorporateAction> ReplayMarket::corporateActions(Date from, Date to, Timestamp now) {
    const Date today = m_calendar.dateOf(now);
    std::vector<CorporateAction> known;
    for (const CorporateAction& action : m_day.actions)
        if (from <= action.exDate && action.exDate <= to && action.declared <= today)
            known.push_back(action);
    return known;
}

} // namespace strikedesk::sandbox
