// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/frames/desk_storm.h"

#include "core/base/option_symbol.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace strikedesk::ui {

namespace {

constexpr std::size_t kFrames = 8;
constexpr int kStrikes = 200;
constexpr std::int64_t kSpotCents = 2'948;
constexpr std::int64_t kStepCents = 10;
constexpr std::size_t kBars = 400;

std::int64_t cents(Price price) { return std::llround(price.toDoubleLossy() * 100); }

/// The chain with other quotes in `batch` of its contracts.
void stir(ChainView& view, std::size_t batch, std::mt19937& draw) {
    for (std::size_t i = 0; i < batch; ++i) {
        ChainRow& row = view.rows[draw() % view.rows.size()];
        ChainSide& side = draw() % 2 == 0 ? *row.call : *row.put;
        const std::int64_t bid = std::max<std::int64_t>(cents(side.bid) + (draw() % 2 == 0 ? 1 : -1), 1);
        side.bid = Price::fromCents(bid);
        side.ask = Price::fromCents(bid + 2 + static_cast<std::int64_t>(draw() % 2));
        side.bidSize = 10 + static_cast<std::int64_t>(draw() % 90);
    }
    ++view.version;
}

/// The series with another close in its last bar.
std::shared_ptr<const market::SeriesSnapshot> withLastTrade(const market::SeriesSnapshot& series,
                                                            std::int64_t byCents, std::uint64_t version) {
    market::SeriesSnapshot::Chunks chunks = series.chunks();
    std::vector<market::SeriesBar> tail = chunks.back()->bars();
    market::Bar& bar = tail.back().bar;
    bar.close = std::clamp(bar.close + Price::fromCents(byCents), bar.low, bar.high);
    bar.volume += 100;
    chunks.back() = std::make_shared<const market::SeriesChunk>(std::move(tail));
    return std::make_shared<const market::SeriesSnapshot>(series.key(), version, series.health(),
                                                          std::move(chunks));
}

} // namespace

DeskStorm::DeskStorm(std::size_t batch) {
    ScriptedWatchlists lists;
    lists.fillWithExample();
    for (const WatchRow& row : lists.held.front().rows)
        m_stocks[row.symbol] = *row.last;
    ChainView chain = ScriptedChain::Board::around(underlying().text(), kSpotCents, kStepCents, kStrikes);
    m_contract = chain.rows[chain.rows.size() / 2].call->contract;
    std::mt19937 draw(5);
    for (std::size_t frame = 0; frame < kFrames; ++frame) {
        stir(chain, batch, draw);
        m_chains.push_back(std::make_shared<const ChainView>(chain));
        SnapshotBuilder builder;
        for (const auto& [symbol, price] : m_stocks) {
            const std::int64_t bid = cents(price) + static_cast<std::int64_t>(draw() % 5);
            builder.quote(symbol.text(), bid, bid + 1).last(symbol.text(), bid);
        }
        for (const ChainRow& row : chain.rows)
            for (const ChainSide& side : {*row.call, *row.put})
                builder.quote(side.contract.text(), cents(side.bid), cents(side.ask), side.bidSize);
        for (int i = 0; i < 6; ++i) {
            const ChainSide& held = *chain.rows[chain.rows.size() / 2 + static_cast<std::size_t>(i)].call;
            const std::int64_t mark = cents(held.bid) + 1;
            builder.openTrade("trade-" + std::to_string(i), held.contract.text(), 4, 60, mark, 140, 20);
        }
        m_snapshots.push_back(builder.build());
    }
}

Price DeskStorm::priceOf(const Symbol& symbol) const {
    const auto stock = m_stocks.find(symbol);
    return stock == m_stocks.end() ? Price::fromCents(70) : stock->second;
}

void DeskStorm::prepare(PanelRig& rig) {
    rig.watchlists.fillWithExample();
    rig.chain->view = m_chains.front();
    rig.desk.setNow(SnapshotBuilder::at());
    rig.desk.show(m_snapshots.front());
    rig.links.selectContract(LinkGroup::A, underlying(), m_contract);
}

void DeskStorm::addSeries(PanelRig& rig) {
    const std::set<market::SeriesKey> opened(rig.series.opened.begin(), rig.series.opened.end());
    std::set<market::SeriesKey> wanted = opened;
    // The watchlist will be walked: the stock's chart shows every one of them.
    for (market::SeriesKey key : opened) {
        if (OptionSymbol::tryFrom(key.symbol))
            continue;
        for (const auto& [symbol, price] : m_stocks) {
            key.symbol = symbol;
            wanted.insert(key);
        }
    }
    for (const market::SeriesKey& key : wanted) {
        std::vector<Series>& frames = m_series[key];
        if (!frames.empty())
            continue;
        const Series first = ScriptedSeries::walk(key, kBars, priceOf(key.symbol));
        for (std::size_t frame = 0; frame < kFrames; ++frame)
            frames.push_back(withLastTrade(*first, frame % 2 == 0 ? 1 : -1, frame + 2));
        rig.series.set(frames.front());
    }
}

void DeskStorm::show(PanelRig& rig, std::size_t frame) const {
    const std::size_t which = frame % kFrames;
    engine::EngineSnapshot snapshot = m_snapshots[which];
    rig.desk.show(std::move(snapshot));
    rig.chain->view = m_chains[which];
    rig.chain->changed.publish();
    for (const market::SeriesKey& key : std::set(rig.series.opened.begin(), rig.series.opened.end())) {
        const auto held = m_series.find(key);
        if (held != m_series.end())
            rig.series.set(held->second[which]);
    }
    for (WatchRow& row : rig.watchlists.held.front().rows)
        row.last = m_snapshots[which].quotes->find(row.symbol)->last;
    rig.watchlists.publish();
}

} // namespace strikedesk::ui
