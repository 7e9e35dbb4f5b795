// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/film/film_reader.h"
#include "core/run/session/film_event_recorder.h"
#include "tests/integration/series/series_rig.h"

#include <cstdio>
#include <fstream>

// Charts of a whole session: what a person sees is what the provider has, whatever happens on the way.

namespace strikedesk::test {
namespace {

using market::SeriesMode;
using market::Timeframe;

TEST(SeriesSession, HistoryAndLiveBarsBecomeOneSeries) {
    SeriesRig rig;
    ASSERT_TRUE(rig.begin());
    const auto five = rig.key("SPY", Timeframe::Minute5);
    const auto one = rig.key("SPY", Timeframe::Minute1);
    rig.show(five, {one});
    ASSERT_TRUE(rig.untilLive(five)) << rig.stateOf(five);
    ASSERT_TRUE(rig.untilLive(one)) << rig.stateOf(one);
    EXPECT_GT(rig.series(five)->size(), 300u);
    const Timestamp before = rig.series(one)->last()->bar.start;
    ASSERT_TRUE(rig.until(one, [&](const market::SeriesSnapshot& shown) {
        return shown.last()->bar.start >= before + Duration::minutes(4);
    })) << rig.stateOf(one);
    const SeriesPtr shown = rig.series(one);
    int live = 0;
    for (std::size_t i = 0; i < shown->size(); ++i)
        live += shown->at(i).source == market::BarSource::Live ? 1 : 0;
    EXPECT_GE(live, 3);
    rig.expectProvidersBars(one);
    rig.expectProvidersBars(five);
}

TEST(SeriesSession, AContractsSeriesIsBuiltFromItsHistoryAndPrints) {
    SeriesRig rig;
    ASSERT_TRUE(rig.begin());
    const auto contracts = rig.venue->get("/v2/options/contracts?underlying_symbols=SPY&limit=1");
    const auto symbol = contracts.at("option_contracts").at(0).at("symbol").get<std::string>();
    const auto key = rig.key(symbol, Timeframe::Minute5);
    rig.show(key);
    ASSERT_TRUE(rig.until(key, [](const market::SeriesSnapshot& shown) { return !shown.isEmpty(); }))
        << rig.stateOf(key);
    EXPECT_EQ(rig.series(key)->key().feed, "opra");
}

TEST(SeriesSession, AfterTheStreamDroppedNothingIsMissing) {
    SeriesRig rig;
    ASSERT_TRUE(rig.begin());
    const auto key = rig.key("SPY", Timeframe::Minute1);
    rig.show(key);
    ASSERT_TRUE(rig.untilLive(key)) << rig.stateOf(key);
    for (int cut = 0; cut < 2; ++cut) {
        bool wasDown = false;
        rig.venue->fault("cut_data");
        ASSERT_TRUE(rig.host->untilShown([&](const engine::EngineSnapshot& snapshot) {
            wasDown = snapshot.links.at(engine::Channel::StockStream).state != engine::LinkState::Open;
            return wasDown;
        }));
        ASSERT_TRUE(rig.untilLive(key)) << rig.stateOf(key);
        const Timestamp at = rig.series(key)->last()->bar.start;
        ASSERT_TRUE(rig.until(key, [&](const market::SeriesSnapshot& shown) {
            return shown.last()->bar.start >= at + Duration::minutes(3) && shown.health().gaps == 0 &&
                   shown.health().mode == SeriesMode::Live;
        })) << rig.stateOf(key);
        rig.expectProvidersBars(key);
    }
}

TEST(SeriesSession, WhatNobodyLooksAtAnyMoreIsNotLoadedOn) {
    SeriesRig rig(1.0);
    ASSERT_TRUE(rig.begin());
    rig.venue->post("/sandbox/v1/faults", {{"delay_answer", 6}, {"delay_ms", 700}});
    for (const char* symbol : {"AAPL", "MSFT", "NVDA", "QQQ"})
        rig.show(rig.key(symbol, Timeframe::Minute30));
    const auto key = rig.key("SPY", Timeframe::Minute5);
    rig.show(key);
    ASSERT_TRUE(rig.untilLive(key)) << rig.stateOf(key);
    rig.venue->post("/sandbox/v1/faults", {{"delay_answer", 0}});
    const std::int64_t passing = rig.barRequests();
    EXPECT_LE(passing, 12) << "four charts of 60 sessions would take more";
    rig.expectProvidersBars(key);
    EXPECT_EQ(rig.host->snapshot()->series->size(), 1u);
}

TEST(SeriesSession, ARestartShowsTheStoredBarsAndAsksForTheRestOnly) {
    SeriesRig rig(10.0);
    ASSERT_TRUE(rig.begin());
    const auto key = rig.key("SPY", Timeframe::Minute5);
    rig.show(key);
    ASSERT_TRUE(rig.untilLive(key)) << rig.stateOf(key);
    const std::size_t bars = rig.series(key)->size();
    const std::int64_t first = rig.barsSent();
    ASSERT_TRUE(rig.restart());
    const std::int64_t before = rig.barsSent();
    rig.show(key);
    ASSERT_TRUE(rig.untilLive(key)) << rig.stateOf(key);
    // The bar in progress, which may have been the last one, appears with the next print.
    EXPECT_GE(rig.series(key)->size() + 1, bars);
    EXPECT_LT(rig.barsSent() - before, first / 10);
    rig.expectProvidersBars(key);
    EXPECT_TRUE(rig.host->troubles.empty());
}

TEST(SeriesSession, ADamagedCacheCostsOneLoadAndANotice) {
    SeriesRig rig(1.0);
    ASSERT_TRUE(rig.begin());
    const auto key = rig.key("SPY", Timeframe::Minute5);
    rig.show(key);
    ASSERT_TRUE(rig.untilLive(key)) << rig.stateOf(key);
    rig.host.reset();
    const auto file = rig.folder.path() / "demo" / "bars.db";
    ASSERT_TRUE(std::filesystem::exists(file));
    std::ofstream(file, std::ios::binary) << std::string(50'000, 'x');
    rig.host.emplace(sandboxSession(rig.port, rig.folder.path() / "demo", rig.speed));
    ASSERT_TRUE(rig.begin());
    rig.show(key);
    ASSERT_TRUE(rig.untilLive(key)) << rig.stateOf(key);
    rig.expectProvidersBars(key);
    ASSERT_EQ(rig.host->troubles.size(), 1u);
    EXPECT_EQ(rig.host->troubles[0].messageId, "bars.damaged");
}

TEST(SeriesSession, AHundredClicksEndWithTheProvidersBars) {
    SeriesRig rig(10.0);
    ASSERT_TRUE(rig.begin());
    rig.venue->post("/sandbox/v1/faults", {{"delay_answer", 100'000}, {"delay_ms", 120}});
    const std::vector<std::string> symbols = {"SPY", "QQQ", "AAPL", "NVDA", "TSLA"};
    const std::vector<Timeframe> frames = {Timeframe::Minute1, Timeframe::Minute5, Timeframe::Minute10,
                                           Timeframe::Day1};
    std::set<market::SeriesKey> visited;
    for (std::size_t click = 0; click < 100; ++click) {
        const auto key = rig.key(symbols[click * 7 % symbols.size()], frames[click * 11 / 5 % frames.size()]);
        rig.show(key);
        visited.insert(key);
        // A hasty hand: what is shown next does not wait for what is shown now.
        rig.host->until([] { return false; }, Duration::milliseconds(15));
    }
    EXPECT_EQ(visited.size(), symbols.size() * frames.size()) << "every chart was looked at";
    rig.venue->post("/sandbox/v1/faults", {{"delay_answer", 0}});
    rig.want(visited, *visited.begin());
    for (const market::SeriesKey& key : visited) {
        ASSERT_TRUE(rig.untilLive(key, Duration::seconds(60))) << rig.stateOf(key);
        rig.expectProvidersBars(key);
    }
}

TEST(SeriesSession, TheFilmOfASessionWithChartsReplaysByteForByte) {
    std::filesystem::path film;
    SeriesRig rig;
    ASSERT_TRUE(rig.begin());
    const auto key = rig.key("SPY", Timeframe::Minute5);
    rig.show(key, {rig.key("QQQ", Timeframe::Minute1)});
    ASSERT_TRUE(rig.untilLive(key)) << rig.stateOf(key);
    const Timestamp at = rig.series(key)->last()->bar.start;
    ASSERT_TRUE(rig.until(key, [&](const market::SeriesSnapshot& shown) {
        return shown.last()->bar.start >= at + Duration::minutes(5);
    }));
    rig.host->stop();
    film = rig.host->session().filmFile();
    const std::string state = rig.host->session().engine()->save();
    const auto reader = film::FilmReader::open(film);
    ASSERT_TRUE(reader.ok());
    const auto report = session::replayFilm(**reader);
    ASSERT_TRUE(report.ok()) << report.error().message << " " << report.error().context;
    EXPECT_TRUE(report->isIdentical()) << report->replayed;
    std::uintmax_t pages = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(film.parent_path() / "pages"))
        pages += entry.is_regular_file() ? entry.file_size() : 0;
    RecordProperty("film_bytes", std::to_string(std::filesystem::file_size(film)));
    RecordProperty("page_bytes", std::to_string(pages));
    RecordProperty("engine_state_bytes", std::to_string(state.size()));
    std::printf("film %ju bytes, pages %ju bytes, engine state %zu bytes\n", std::filesystem::file_size(film),
                pages, state.size());
}

} // namespace
} // namespace strikedesk::test
