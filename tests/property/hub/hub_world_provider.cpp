// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/zone.h"
#include "core/market/hub/session_hours.h"
#include "tests/property/hub/hub_world.h"

#include <algorithm>

namespace strikedesk::market::test {

void HubWorld::collect() {
    for (HubCommand& command : m_hub.takeCommands()) {
        if (auto* load = std::get_if<LoadBars>(&command)) {
            if (!m_inFlight.insert(load->key).second)
                fail("two loads of one sequence at once");
            if (m_inFlight.size() > 4)
                fail("more than four loads at once");
            if (load->span.from >= load->span.to)
                fail("an empty load");
            m_loads.push_back({*load, load->span.from, std::nullopt, false, false, {}});
        } else if (auto* cancel = std::get_if<CancelLoad>(&command)) {
            for (Load& held : m_loads)
                if (held.load.request == cancel->request) {
                    held.isCancelled = true;
                    held.cancelledAt = m_now.mono;
                }
        } else if (auto* read = std::get_if<LoadCachedBars>(&command)) {
            m_reads.push_back(*read);
        } else if (auto* save = std::get_if<SaveBars>(&command)) {
            Cache& cache = m_caches[save->key];
            for (const Bar& bar : save->bars)
                cache.bars[bar.start] = bar;
            for (const TimeSpan& span : save->covered)
                cache.covered.add(span);
        }
    }
}

std::vector<Bar> HubWorld::dailyTruth(const Symbol& symbol) const {
    const SessionHours hours;
    std::map<Date, Bar> days;
    for (const auto& [start, minute] : m_truth.at(symbol)) {
        const Date date = newYorkDate(start);
        const auto window = hours.window(date, SeriesSession::Regular, false);
        if (!window || start < window->from || start >= window->to)
            continue;
        const auto [place, isNew] = days.try_emplace(date, minute.bar);
        Bar& day = place->second;
        day.start = startOfDay(date);
        if (isNew)
            continue;
        day.high = std::max(day.high, minute.bar.high);
        day.low = std::min(day.low, minute.bar.low);
        day.close = minute.bar.close;
        day.volume += minute.bar.volume;
        day.tradeCount += minute.bar.tradeCount;
    }
    std::vector<Bar> bars;
    for (const auto& [date, bar] : days)
        bars.push_back(bar);
    return bars;
}

void HubWorld::ask(Load& load, unsigned pageSize) {
    HistoryPage page{load.load.request, {}, m_now.market, load.load.span.to};
    load.isLast = true;
    std::vector<Bar> all;
    if (load.load.key.frame == BaseFrame::Day)
        all = dailyTruth(load.load.key.symbol);
    else
        for (const auto& [start, minute] : m_truth[load.load.key.symbol])
            all.push_back(minute.bar);
    for (const Bar& bar : all) {
        if (bar.start < load.cursor || bar.start >= load.load.span.to)
            continue;
        if (page.bars.size() == pageSize) {
            load.isLast = false;
            page.through = page.bars.back().start + kMinute;
            load.cursor = page.through;
            break;
        }
        page.bars.push_back(bar);
    }
    load.page = std::move(page);
}

void HubWorld::arrive(std::size_t index) {
    Load& load = m_loads[index];
    const HistoryPage page = *load.page;
    const bool isLast = load.isLast;
    load.page.reset();
    m_hub.onAnswer(page, m_now);
    if (isLast)
        endLoad(index, HistoryOutcome::Complete);
    else
        collect();
}

void HubWorld::endLoad(std::size_t index, HistoryOutcome outcome) {
    const Load load = m_loads[index];
    m_loads.erase(m_loads.begin() + static_cast<std::ptrdiff_t>(index));
    m_inFlight.erase(load.load.key);
    const bool isBad = outcome == HistoryOutcome::Failed || outcome == HistoryOutcome::Throttled;
    m_hub.onAnswer(HistoryEnded{load.load.request, outcome, isBad ? "The provider said no." : ""}, m_now);
    collect();
}

void HubWorld::answerCache() {
    const LoadCachedBars read = m_reads.front();
    m_reads.pop_front();
    const Cache& cache = m_caches[read.key];
    CachedBars answer{read.key, read.span, {}, cache.covered.within(read.span)};
    for (const auto& [start, bar] : cache.bars)
        if (start >= read.span.from && start < read.span.to)
            answer.bars.push_back(bar);
    m_hub.onAnswer(answer, m_now);
    collect();
}

void HubWorld::answerSomething(unsigned pick, unsigned pageSize) {
    if (!m_reads.empty() && (pick % 3 == 0 || m_loads.empty()))
        return answerCache();
    if (m_loads.empty())
        return;
    const std::size_t index = pick % m_loads.size();
    if (m_loads[index].isCancelled && !m_loads[index].page)
        return endLoad(index, HistoryOutcome::Cancelled);
    if (m_loads[index].page)
        return arrive(index);
    ask(m_loads[index], pageSize);
}

void HubWorld::becomeQuiet() {
    if (!m_isUp || m_isMute)
        setFeed(true);
    for (int i = 0; i < 180; ++i) {
        second();
        for (int answers = 0; answers < 40 && (!m_reads.empty() || !m_loads.empty()); ++answers)
            answerSomething(static_cast<unsigned>(answers), 10'000);
    }
    check();
}

namespace {

std::string difference(const SeriesKey& key, const Bar& held, const Bar& expected) {
    const auto text = [](const Bar& bar) {
        return bar.start.rfc3339() + " " + bar.open.text() + " " + bar.high.text() + " " + bar.low.text() +
               " " + bar.close.text() + " " + std::to_string(bar.volume);
    };
    return std::string(key.symbol.view()) + " " + std::string(toText(key.timeframe)) + " shows " +
           text(held) + " for " + text(expected);
}

bool isSame(const Bar& a, const Bar& b) {
    return a.start == b.start && a.open == b.open && a.high == b.high && a.low == b.low &&
           a.close == b.close && a.volume == b.volume;
}

/// The plain way to build a frame, for comparison.
std::vector<Bar> plainFrame(const std::vector<Bar>& minutes, const SeriesKey& key) {
    const SessionHours hours;
    std::map<Timestamp, Bar> bars;
    for (const Bar& minute : minutes) {
        const auto window =
            hours.window(newYorkDate(minute.start), key.session, key.symbol.looksLikeOption());
        if (!window || minute.start < window->from || minute.start >= window->to)
            continue;
        Timestamp slot = window->from;
        while (slot + lengthOf(key.timeframe) <= minute.start)
            slot = slot + lengthOf(key.timeframe);
        const auto [place, isNew] = bars.try_emplace(slot, minute);
        Bar& bar = place->second;
        bar.start = slot;
        if (isNew)
            continue;
        bar.high = std::max(bar.high, minute.high);
        bar.low = std::min(bar.low, minute.low);
        bar.close = minute.close;
        bar.volume += minute.volume;
    }
    std::vector<Bar> out;
    for (const auto& [start, bar] : bars)
        out.push_back(bar);
    return out;
}

} // namespace

std::string HubWorld::compareWithTruth() {
    const Timestamp current = minuteOf(m_now.market);
    for (const auto& [key, series] : m_hub.view()) {
        std::vector<Bar> minutes;
        for (const auto& [start, minute] : m_truth[key.symbol])
            minutes.push_back(minute.bar);
        std::vector<Bar> expected = plainFrame(minutes, key);
        if (!isIntraday(key.timeframe)) {
            expected = dailyTruth(key.symbol);
            if (key.timeframe == Timeframe::Week1 || key.session == SeriesSession::Extended)
                continue;
        }
        if (series->health().gaps != 0)
            return "gaps are left in " + std::string(toText(key.timeframe));
        if (series->health().mode != SeriesMode::Live)
            return "not live: " + series->health().why;
        if (series->size() != expected.size())
            return std::string(key.symbol.view()) + " " + std::string(toText(key.timeframe)) + " has " +
                   std::to_string(series->size()) + " bars for " + std::to_string(expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i)
            if (!isSame(series->at(i).bar, expected[i]) && series->at(i).bar.start < current)
                return difference(key, series->at(i).bar, expected[i]);
    }
    return {};
}

void HubWorld::check() {
    const std::uint64_t version = m_hub.version();
    const SeriesView view = m_hub.view();
    if (m_hub.version() != version || m_hub.view() != view)
        fail("looking changed something");
    for (const SeriesKey& key : m_wanted)
        if (!view.contains(key))
            fail("a wanted series is not shown");
    for (const auto& [key, series] : view) {
        std::map<Timestamp, std::uint32_t>& seen = m_seen[key];
        std::vector<Bar> bars;
        std::map<Timestamp, std::uint32_t> shown;
        for (std::size_t i = 0; i < series->size(); ++i) {
            const SeriesBar& bar = series->at(i);
            if (i > 0 && bar.bar.start <= series->at(i - 1).bar.start)
                fail("time runs back");
            shown.emplace_hint(shown.end(), bar.bar.start, bar.revision);
            bars.push_back(bar.bar);
        }
        for (const auto& [start, revision] : seen) {
            const auto still = shown.find(start);
            if (still == shown.end())
                fail("a bar of " + std::string(toText(key.timeframe)) + " vanished: " + start.rfc3339());
            else if (still->second < revision)
                fail("a revision of " + std::string(toText(key.timeframe)) + " went back");
        }
        seen = std::move(shown);
        std::uint64_t& last = m_versions[key];
        if (series->version() < last)
            fail("a version went back");
        last = series->version();
        // Every frame on the screen agrees with the minutes on the screen.
        SeriesKey minuteKey = key;
        minuteKey.timeframe = Timeframe::Minute1;
        const auto minutes = view.find(minuteKey);
        if (minutes == view.end() || !isIntraday(key.timeframe))
            continue;
        std::vector<Bar> base;
        for (std::size_t i = 0; i < minutes->second->size(); ++i)
            base.push_back(minutes->second->at(i).bar);
        const std::vector<Bar> expected = plainFrame(base, key);
        if (!std::equal(bars.begin(), bars.end(), expected.begin(), expected.end(), isSame))
            fail(std::string(toText(key.timeframe)) + " disagrees with its minutes");
    }
}

} // namespace strikedesk::market::test
