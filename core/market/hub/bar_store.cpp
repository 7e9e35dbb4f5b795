// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/market/hub/bar_store.h"

#include <algorithm>

namespace strikedesk::market {

namespace {

template <class Bars>
auto placeOf(Bars& bars, Timestamp start) {
    return std::lower_bound(bars.begin(), bars.end(), start,
                            [](const HeldBar& held, Timestamp t) { return held.shown.bar.start < t; });
}

} // namespace

std::size_t BarStore::size() const {
    std::size_t bars = 0;
    for (const auto& [date, day] : m_days)
        bars += day.bars.size();
    return bars;
}

const HeldBar* BarStore::find(Date date, Timestamp start) const {
    // Nearly everything that arrives is for the newest bar.
    if (const HeldBar* last = newest(); last != nullptr && last->shown.bar.start == start)
        return last;
    const auto day = m_days.find(date);
    if (day == m_days.end())
        return nullptr;
    const auto place = placeOf(day->second.bars, start);
    return place != day->second.bars.end() && place->shown.bar.start == start ? &*place : nullptr;
}

const HeldBar* BarStore::dayBar(Date date) const {
    const auto day = m_days.find(date);
    return day == m_days.end() ? nullptr : &day->second.bars.front();
}

const HeldBar* BarStore::newest() const {
    return m_days.empty() ? nullptr : &m_days.rbegin()->second.bars.back();
}

void BarStore::put(Date date, const HeldBar& bar) {
    ++m_version;
    const bool isNewestDay = !m_days.empty() && m_days.rbegin()->first == date;
    if (!isNewestDay)
        ++m_shape;
    DayBars& day = isNewestDay ? m_days.rbegin()->second : m_days[date];
    day.hasUnsaved = day.hasUnsaved || !bar.isSaved;
    std::vector<HeldBar>& bars = day.bars;
    const Timestamp start = bar.shown.bar.start;
    if (bars.empty() || bars.back().shown.bar.start < start) {
        bars.push_back(bar);
        return;
    }
    if (bars.back().shown.bar.start == start) {
        bars.back() = bar;
        return;
    }
    const auto place = placeOf(bars, start);
    if (place->shown.bar.start == start)
        *place = bar;
    else
        bars.insert(place, bar);
}

void BarStore::dropBefore(Date date) {
    const auto end = m_days.lower_bound(date);
    if (end == m_days.begin())
        return;
    m_days.erase(m_days.begin(), end);
    touchAll();
}

std::vector<std::int64_t> BarStore::toColumns() const {
    std::vector<std::int64_t> columns;
    columns.push_back(static_cast<std::int64_t>(m_days.size()));
    Timestamp start;
    Price close;
    for (const auto& [date, day] : m_days) {
        columns.push_back(date.days());
        columns.push_back(static_cast<std::int64_t>(day.bars.size()));
        columns.push_back(day.hasUnsaved ? 1 : 0);
        for (const HeldBar& held : day.bars) {
            const Bar& bar = held.shown.bar;
            const auto flags =
                static_cast<std::int64_t>(held.shown.source) | static_cast<std::int64_t>(held.origin) << 2 |
                static_cast<std::int64_t>(held.shown.isFinal) << 5 |
                static_cast<std::int64_t>(held.isSettled) << 6 | static_cast<std::int64_t>(held.isSaved) << 7;
            const std::int64_t startNs = bar.start.nanoseconds();
            columns.insert(columns.end(),
                           {(bar.start - start).count() / 1'000'000'000, (bar.open - close).units(),
                            (bar.high - bar.open).units(), (bar.low - bar.open).units(),
                            (bar.close - bar.open).units(), bar.volume, bar.tradeCount,
                            bar.vwap.isZero() ? 0 : (bar.vwap - bar.open).units() * 2 + 1, flags,
                            held.shown.revision, held.shown.receivedAt.nanoseconds() - startNs,
                            held.firstPrint.nanoseconds() - startNs, held.lastPrint.nanoseconds() - startNs});
            start = bar.start;
            close = bar.close;
        }
    }
    return columns;
}

bool BarStore::fromColumns(const std::vector<std::int64_t>& columns) {
    constexpr std::size_t kPerBar = 13;
    m_days.clear();
    std::size_t at = 0;
    const auto left = [&] { return columns.size() - at; };
    if (columns.empty() || columns[at++] < 0)
        return false;
    constexpr std::int64_t kFar = std::int64_t{1} << 61; // nothing below may overflow a sum
    for (const std::int64_t number : columns)
        if (number > kFar || number < -kFar)
            return false;
    Timestamp start;
    Price close;
    for (std::int64_t days = columns[0]; days > 0; --days) {
        if (left() < 3)
            return false;
        const std::int64_t* head = columns.data() + at;
        at += 3;
        if (head[0] < -25'567 || head[0] > 84'370 || head[1] < 1 ||
            static_cast<std::uint64_t>(head[1]) > left() / kPerBar)
            return false;
        DayBars& day = m_days[Date::fromDays(static_cast<std::int32_t>(head[0]))];
        day.hasUnsaved = head[2] != 0;
        for (std::int64_t i = 0; i < head[1]; ++i, at += kPerBar) {
            const std::int64_t* c = columns.data() + at;
            if (c[0] <= 0 || c[0] > 10'000'000'000 || c[8] < 0 || c[8] > 255 || c[9] < 0 ||
                c[9] > 0xFFFF'FFFF)
                return false;
            HeldBar held;
            Bar& bar = held.shown.bar;
            bar.start = start + Duration::seconds(c[0]);
            for (const std::size_t price : {1U, 2U, 3U, 4U, 7U})
                if (c[price] > Price::kMaxUnits * 2 + 1 || c[price] < -Price::kMaxUnits * 2 - 1)
                    return false;
            bar.open = Price::fromUnits(close.units() + c[1]);
            bar.high = Price::fromUnits(bar.open.units() + c[2]);
            bar.low = Price::fromUnits(bar.open.units() + c[3]);
            bar.close = Price::fromUnits(bar.open.units() + c[4]);
            bar.volume = c[5];
            bar.tradeCount = c[6];
            bar.vwap = c[7] == 0 ? Price() : Price::fromUnits(bar.open.units() + (c[7] - 1) / 2);
            if (!isPlausible(bar) || (c[8] >> 2 & 7) > static_cast<int>(BarOrigin::StreamUpdate))
                return false;
            held.shown.source = static_cast<BarSource>(c[8] & 3);
            held.origin = static_cast<BarOrigin>(c[8] >> 2 & 7);
            held.shown.isFinal = (c[8] >> 5 & 1) != 0;
            held.isSettled = (c[8] >> 6 & 1) != 0;
            held.isSaved = (c[8] >> 7 & 1) != 0;
            held.shown.revision = static_cast<std::uint32_t>(c[9]);
            const std::int64_t startNs = bar.start.nanoseconds();
            held.shown.receivedAt = Timestamp::fromNanoseconds(startNs + c[10]);
            held.firstPrint = Timestamp::fromNanoseconds(startNs + c[11]);
            held.lastPrint = Timestamp::fromNanoseconds(startNs + c[12]);
            day.bars.push_back(held);
            start = bar.start;
            close = bar.close;
        }
    }
    return at == columns.size();
}

} // namespace strikedesk::market
