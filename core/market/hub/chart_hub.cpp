// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/market/hub/chart_hub.h"

#include "core/base/archive_reader.h"
#include "core/market/hub/hub_state.h"

#include <algorithm>

namespace strikedesk::market {

ChartHub::ChartHub() : m_impl(std::make_unique<Impl>()) {}
ChartHub::~ChartHub() = default;
ChartHub::ChartHub(ChartHub&&) noexcept = default;
ChartHub& ChartHub::operator=(ChartHub&&) noexcept = default;

void ChartHub::want(const std::vector<SeriesKey>& keys, const std::optional<SeriesKey>& focus, Moment now) {
    m_impl->begin(now);
    m_impl->want(keys, focus);
}

void ChartHub::onPrint(const TradePrint& print, const std::string& feed, Moment now) {
    m_impl->begin(now);
    if (const auto heard = m_impl->feeds.find(feed); heard != m_impl->feeds.end())
        heard->second.hear(print.at, m_impl->now);
    const auto found = m_impl->bySymbol.find(print.symbol);
    if (found == m_impl->bySymbol.end())
        return;
    for (BaseSeries* base : found->second)
        if (base->isMinute() && base->key.feed == feed)
            m_impl->takePrint(*base, print);
}

void ChartHub::onBar(const Symbol& symbol, const Bar& bar, BarKind kind, const std::string& feed,
                     Moment now) {
    m_impl->begin(now);
    if (const auto heard = m_impl->feeds.find(feed); heard != m_impl->feeds.end())
        heard->second.hear(kind == BarKind::Daily ? Timestamp()
                                                  : bar.start + kMinute - Duration::nanoseconds(1),
                           m_impl->now);
    const auto found = m_impl->bySymbol.find(symbol);
    if (found == m_impl->bySymbol.end())
        return;
    const bool isDaily = kind == BarKind::Daily;
    for (BaseSeries* base : found->second) {
        if (base->key.feed != feed || base->isMinute() == isDaily)
            continue;
        if (isDaily)
            m_impl->takeDailyBar(*base, bar, BarOrigin::StreamMinute, m_impl->now.market);
        else
            m_impl->takeMinuteBar(*base, bar, kind);
    }
}

void ChartHub::onAnswer(const HubAnswer& answer, Moment now) {
    m_impl->begin(now);
    if (const auto* page = std::get_if<HistoryPage>(&answer))
        m_impl->onPage(*page);
    else if (const auto* ended = std::get_if<HistoryEnded>(&answer))
        m_impl->onEnded(*ended);
    else if (const auto* cached = std::get_if<CachedBars>(&answer))
        m_impl->onCached(*cached);
    m_impl->plan();
}

void ChartHub::onFeed(const std::string& feed, bool isUp, Moment now) {
    m_impl->begin(now);
    m_impl->setFeed(feed, isUp);
    m_impl->plan();
}

void ChartHub::setUnheard(const std::string& feed, std::set<Symbol> symbols, Moment now) {
    m_impl->begin(now);
    m_impl->setUnheard(feed, std::move(symbols));
    m_impl->plan();
}

void ChartHub::onTime(Moment now) {
    m_impl->begin(now);
    m_impl->onTime();
}

std::optional<Timestamp> ChartHub::nextDue() const { return m_impl->nextDue(); }

std::vector<HubCommand> ChartHub::takeCommands() { return std::exchange(m_impl->commands, {}); }

const SeriesView& ChartHub::view() { return m_impl->refreshView(); }

std::uint64_t ChartHub::version() const { return m_impl->version; }

template <class A>
void ChartHub::Impl::archive(A& a) {
    a.field("bases", bases);
    a.field("feeds", feeds);
    a.field("focus", focus);
    a.field("commands", commands);
    a.field("requests", requests);
    a.field("lastRequest", lastRequest);
    a.field("wants", wants);
    a.field("now", now);
    a.field("savedAt", savedAt);
    a.field("lastMinute", lastMinute);
    a.field("sessionDate", sessionDate);
    a.field("version", version);
    a.field("lastSnapshot", lastSnapshot);
    std::map<SeriesKey, std::uint64_t> series;
    if constexpr (!A::kReading)
        for (const auto& [key, shown] : wanted)
            series[key] = shown.version;
    a.field("series", series);
    if constexpr (A::kReading)
        for (const auto& [key, number] : series)
            wanted[key].version = number;
}

std::string ChartHub::save() const {
    BinaryWriter writer;
    m_impl->archive(writer);
    return writer.take();
}

bool ChartHub::load(const std::string& state) {
    auto made = std::make_unique<Impl>();
    BinaryReader reader(state);
    made->archive(reader);
    if (!reader.finished())
        return false;
    for (auto& [key, base] : made->bases)
        if (base.key != key || (base.isMinute() ? false : base.watch.isWatching))
            return false;
    made->refreshIndex();
    // Readers of the loaded hub find the numbers they knew.
    (void)made->refreshView();
    m_impl = std::move(made);
    return true;
}

} // namespace strikedesk::market
