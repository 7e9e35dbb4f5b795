// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/live_watchlists.h"
#include "tests/integration/desk/desk_rig.h"

#include <algorithm>
#include <cmath>

namespace strikedesk::test {
namespace {

using market::SeriesSession;
using market::Timeframe;

/// Knows every symbol but one.
void lookUp(const Symbol& symbol, const std::function<void(Status)>& answered) {
    if (symbol == Symbol::of("NOSUCH"))
        answered(Error{ErrorKind::NotFound, "instrument.unknown", "NOSUCH is not listed."});
    else
        answered(done());
}

std::vector<std::string> symbolsOf(const desk::LiveWatchlists& lists, const std::string& listId) {
    std::vector<std::string> symbols;
    for (const ui::WatchRow& row : lists.rows(listId))
        symbols.push_back(row.symbol.text());
    return symbols;
}

TEST(LiveWatchlists, TheFirstListFillsWithPricesAndTheDaysFigures) {
    DeskRig rig;
    ASSERT_TRUE(rig.begin());
    desk::LiveWatchlists lists(rig.desk, rig.series, lookUp);
    lists.load();
    ASSERT_TRUE(rig.until([&] { return !lists.lists().empty(); }));
    const std::string id = lists.lists().front().id;
    EXPECT_EQ(lists.rows(id).size(), 12U);
    EXPECT_EQ(lists.symbols().size(), 12U);
    ASSERT_TRUE(rig.until([&] {
        const auto rows = lists.rows(id);
        return std::all_of(rows.begin(), rows.end(), [](const ui::WatchRow& row) {
            return row.last && row.previousClose && row.volume > 0 && !row.spark.empty() &&
                   row.confirmed.isSet();
        });
    })) << "not every symbol has its figures";
    for (const ui::WatchRow& row : lists.rows(id)) {
        EXPECT_LT(std::abs(row.changePercent().value_or(100)), 30) << row.symbol.text();
        EXPECT_NEAR(static_cast<double>(row.spark.back()), row.last->toDoubleLossy(),
                    row.last->toDoubleLossy() * 0.05)
            << row.symbol.text();
    }
}

TEST(LiveWatchlists, WhatAPersonChangesIsStored) {
    DeskRig rig;
    ASSERT_TRUE(rig.begin());
    desk::LiveWatchlists lists(rig.desk, rig.series, lookUp);
    lists.load();
    ASSERT_TRUE(rig.until([&] { return !lists.lists().empty(); }));
    const auto make = [&](auto answered) { lists.createList("Mine", answered); };
    ASSERT_TRUE(rig.answerOf(make).ok());
    ASSERT_EQ(lists.lists().size(), 2U);
    const std::string id = lists.lists()[1].id;
    for (const char* symbol : {"SPY", "QQQ", "AAPL"})
        ASSERT_TRUE(rig.answerOf([&](auto answered) { lists.add(id, symbol, answered); }).ok());
    EXPECT_EQ(rig.answerOf([&](auto answered) { lists.add(id, "SPY", answered); }).error().messageId,
              "watchlist.duplicate");
    EXPECT_FALSE(rig.answerOf([&](auto answered) { lists.add(id, "NOSUCH", answered); }).ok());
    EXPECT_FALSE(rig.answerOf([&](auto answered) { lists.add(id, "not a symbol", answered); }).ok());
    ASSERT_TRUE(rig.answerOf([&](auto answered) { lists.move(id, Symbol::of("AAPL"), 0, answered); }).ok());
    ASSERT_TRUE(rig.answerOf([&](auto answered) { lists.remove(id, Symbol::of("QQQ"), answered); }).ok());
    ASSERT_TRUE(rig.answerOf([&](auto answered) { lists.renameList(id, "Ours", answered); }).ok());

    desk::LiveWatchlists again(rig.desk, rig.series, lookUp);
    again.load();
    ASSERT_TRUE(rig.until([&] { return again.lists().size() == 2; }));
    EXPECT_EQ(again.lists()[1], (ui::WatchlistName{id, "Ours"}));
    EXPECT_EQ(symbolsOf(again, id), (std::vector<std::string>{"AAPL", "SPY"}));
    ASSERT_TRUE(rig.answerOf([&](auto answered) { again.removeList(id, answered); }).ok());
    EXPECT_EQ(again.lists().size(), 1U);
    EXPECT_EQ(rig.answerOf([&](auto answered) { again.add(id, "SPY", answered); }).error().messageId,
              "watchlist.gone");
}

TEST(LiveSeries, WhatIsOpenedComesAndStaysForAWhile) {
    DeskRig rig;
    const auto key = rig.series.keyOf(Symbol::of("SPY"), Timeframe::Minute5, SeriesSession::Regular);
    // Opened before there is a session, as the window does.
    ui::Subscription open = rig.series.open(key, market::Attention::Focused);
    EXPECT_EQ(rig.series.series(key), nullptr);
    ASSERT_TRUE(rig.begin());
    rig.series.askAgain();
    int changes = 0;
    const ui::Subscription changed = rig.series.subscribe([&] { ++changes; });
    ASSERT_TRUE(rig.until([&] {
        const auto series = rig.series.series(key);
        return series && series->size() > 100 && series->health().mode == market::SeriesMode::Live;
    }));
    EXPECT_GT(changes, 0);
    // A look elsewhere costs nothing: what runs stays for a while.
    open = {};
    rig.rig.host->until([] { return false; }, Duration::milliseconds(300));
    EXPECT_NE(rig.series.series(key), nullptr);
}

TEST(LiveSeries, WhatIsStillLoadedIsGivenUpWhenItsLastChartCloses) {
    DeskRig rig;
    ASSERT_TRUE(rig.begin());
    rig.rig.venue->post("/sandbox/v1/faults", {{"delay_answer", 100'000}, {"delay_ms", 700}});
    const auto key = rig.series.keyOf(Symbol::of("QQQ"), Timeframe::Minute30, SeriesSession::Regular);
    ui::Subscription first = rig.series.open(key, market::Attention::Focused);
    ui::Subscription second = rig.series.open(key, market::Attention::Shown);
    ASSERT_TRUE(rig.until([&] { return rig.series.series(key) != nullptr; }));
    first = {};
    rig.rig.host->until([] { return false; }, Duration::milliseconds(100));
    EXPECT_NE(rig.series.series(key), nullptr) << "the other chart still shows it";
    second = {};
    EXPECT_TRUE(rig.until([&] { return rig.series.series(key) == nullptr; }));
    rig.rig.venue->post("/sandbox/v1/faults", {{"delay_answer", 0}});
}

TEST(LiveSeries, AContractHasItsOwnFeedAndRegularHoursOnly) {
    DeskRig rig;
    const auto contract =
        rig.series.keyOf(Symbol::of("SPY261120C00600000"), Timeframe::Minute1, SeriesSession::Extended);
    EXPECT_EQ(contract.session, SeriesSession::Regular);
    EXPECT_EQ(contract.feed, rig.optionFeed());
    const auto stock = rig.series.keyOf(Symbol::of("SPY"), Timeframe::Minute1, SeriesSession::Extended);
    EXPECT_EQ(stock.session, SeriesSession::Extended);
    EXPECT_EQ(stock.feed, rig.stockFeed());
}

TEST(LiveDesk, AKillBeforeTheSessionHoldsAndAReleaseBeforeItReleasesNothingUnseen) {
    DeskRig rig;
    rig.desk.kill(trade::KillLevel::BlockEntries);
    ASSERT_TRUE(rig.begin());
    ASSERT_TRUE(rig.until([&] { return rig.desk.snapshot()->kill == trade::KillLevel::BlockEntries; }));
    // The window begins anew on what the last session left on.
    rig.desk.setSession(nullptr);
    EXPECT_EQ(rig.desk.snapshot()->kill, trade::KillLevel::None) << "nothing is known";
    rig.desk.kill(trade::KillLevel::None);
    rig.desk.setSession(&rig.session());
    const std::uint64_t version = rig.session().snapshot()->version;
    ASSERT_TRUE(rig.until([&] { return rig.desk.snapshot()->version > version + 2; }));
    EXPECT_EQ(rig.desk.snapshot()->kill, trade::KillLevel::BlockEntries);
}

} // namespace
} // namespace strikedesk::test
