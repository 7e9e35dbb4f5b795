// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/desk/desk_driver.h"
#include "tests/gui/desk/series_watch.h"
#include "tests/integration/series/provider_bars.h"
#include "tests/unit/store/temporary_directory.h"

#include <QElapsedTimer>
#include <QTableView>

#include <nlohmann/json.hpp>

#include <cstdio>
#include <set>

// A hasty hand on the watchlist and the timeframe buttons while the market runs and history is late.

namespace strikedesk::test {
namespace {

constexpr int kRows = 3;
constexpr int kFrames = static_cast<int>(ui::kChartTimeframes.size());
constexpr int kPairs = kRows * kFrames;
constexpr int kRounds = 2;
/// Answers that come late; the last ones after the last click.
constexpr int kLateAnswers = 150;

class HundredClicks : public ::testing::Test {
protected:
    void clickRow(int row) {
        auto* table = desk.part<QTableView>("watchlist#1", "watchlist.table");
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(row, 0)).center());
        note();
    }
    void clickTimeframe(int place) {
        const QString name = QStringLiteral("chart.timeframe.") +
                             ui::timeframeText(ui::kChartTimeframes[static_cast<std::size_t>(place)]);
        DeskDriver::click(desk.part<QWidget>("chart#1", qPrintable(name)));
        note();
    }
    /// What was clicked is what the chart says it shows.
    void note() {
        const ui::ChartChoice& choice = desk.chart("chart#1").choice();
        const Symbol symbol = desk.terminal().links().selection(ui::LinkGroup::A).underlying;
        EXPECT_EQ(desk.titleOf("chart#1"), QString::fromStdString(symbol.text()) + QStringLiteral(" · ") +
                                               ui::timeframeText(choice.timeframe));
        visited.insert(desk.terminal().series().keyOf(symbol, choice.timeframe, choice.session));
        ++clicks;
    }
    /// Every row with every timeframe, in an order that jumps about: two clicks each time.
    void clickAbout() {
        clock.start();
        desk.window().frameWatch().reset();
        for (int i = 0; i < kRounds * kPairs; ++i) {
            const int pair = i * 23 % kPairs;
            clickRow(pair % kRows);
            QTest::qWait(0); // no time: the queue is worked off, as between two clicks of a hand
            clickTimeframe(pair / kRows);
            QTest::qWait(0); // as above
        }
        tell("clicked");
    }
    void tell(const char* what) {
        std::printf("%s after %.1f s: %d clicks, %zu series\n", what,
                    static_cast<double>(clock.elapsed()) / 1e3, clicks, visited.size());
    }
    /// From the first click until the last series was complete.
    void expectEvenFrames() {
        const ui::FrameWatch& frames = desk.window().frameWatch();
        std::printf("%llu frames, longest gap %.0f ms, above 50 ms %.3f %%, above 100 ms %.3f %%\n",
                    static_cast<unsigned long long>(frames.calls()), frames.worstMs(),
                    100 * frames.shareAboveMs(50), 100 * frames.shareAboveMs(100));
        RecordProperty("frame_gap_worst_ms", std::to_string(frames.worstMs()));
        RecordProperty("frame_gap_share_above_100_ms", std::to_string(frames.shareAboveMs(100)));
        // The aim is one in a thousand above 100 ms; a machine that builds meanwhile has its own gaps.
        EXPECT_LE(frames.shareAboveMs(250), 0.02);
    }
    std::shared_ptr<const market::SeriesSnapshot> shown(const market::SeriesKey& key) {
        return desk.terminal().series().series(key);
    }
    bool isLive(const market::SeriesKey& key) {
        const auto series = shown(key);
        return series && !series->isEmpty() && series->health().gaps == 0 &&
               (series->health().mode == market::SeriesMode::Live ||
                series->health().mode == market::SeriesMode::Closed);
    }
    void expectProvidersBars(const VenueControl& venue) {
        for (const market::SeriesKey& key : visited) {
            std::vector<std::string> found;
            // The venue's own bar of the minute that just ended may be on its way.
            EXPECT_TRUE(DeskDriver::until(
                [&] {
                    found = differencesFromProvider(venue, *shown(key));
                    return found.empty();
                },
                10'000))
                << key.symbol.text() << " " << market::toText(key.timeframe) << ": " << found.size()
                << " bars, first: " << (found.empty() ? "" : found.front());
        }
    }

    TemporaryDirectory folder;
    DeskDriver desk{{folder.path(), 20.0, STRIKEDESKCTL, "clicks"}};
    std::set<market::SeriesKey> visited;
    int clicks = 0;
    QElapsedTimer clock;
};

TEST_F(HundredClicks, EndWithTheProvidersBarsAndNoBarEverVanished) {
    ASSERT_TRUE(desk.untilReady());
    auto* table = desk.part<QTableView>("watchlist#1", "watchlist.table");
    ASSERT_TRUE(DeskDriver::until([&] { return table->model()->rowCount() >= kRows; }));
    const VenueControl venue(desk.venuePort());
    venue.post("/sandbox/v1/faults", {{"delay_answer", kLateAnswers}, {"delay_ms", 120}});
    const SeriesWatch watch(desk.terminal());
    clickAbout();
    desk.keepPicture("clicked");
    EXPECT_EQ(visited.size(), static_cast<std::size_t>(kPairs));
    EXPECT_GE(clicks, 100);
    std::vector<ui::Subscription> held;
    for (const market::SeriesKey& key : visited)
        held.push_back(desk.terminal().series().open(key, market::Attention::Shown));
    for (const market::SeriesKey& key : visited)
        ASSERT_TRUE(DeskDriver::until([&] { return isLive(key); }))
            << key.symbol.text() << " " << market::toText(key.timeframe) << ": "
            << (shown(key) ? shown(key)->health().why : "not shown");
    expectEvenFrames();
    tell("complete");
    expectProvidersBars(venue);
    tell("compared");
    EXPECT_GT(watch.comparisons(), visited.size());
    EXPECT_TRUE(watch.vanished().empty())
        << watch.vanished().size() << ", first: " << watch.vanished().front();
}

} // namespace
} // namespace strikedesk::test
