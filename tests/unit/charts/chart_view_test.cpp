// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/model/chart_view.h"
#include "charts/model/heikin_ashi.h"
#include "charts/model/series_change.h"
#include "core/base/zone.h"
#include "tests/unit/charts/chart_fixture.h"

#include <gtest/gtest.h>

using namespace strikedesk;
using namespace strikedesk::charts;
using charts_test::Series;

namespace {

ChartView viewOf(Series series) {
    ChartView view;
    view.setLayout(900, 500, ChartMetrics(), 1);
    view.setSeries(std::move(series));
    view.fitPrices();
    return view;
}

/// The last `count` of a walk, so that an earlier part can arrive later.
Series tailOf(std::size_t of, std::size_t count, std::uint64_t version = 1) {
    auto bars = charts_test::walk(charts_test::key(), of);
    bars.erase(bars.begin(), bars.end() - static_cast<std::ptrdiff_t>(count));
    return charts_test::seriesOf(charts_test::key(), std::move(bars), version);
}

} // namespace

TEST(ChartView, OlderBarsInFrontMoveNothing) {
    for (const double pan : {0.0, 800.0}) {
        ChartView view = viewOf(tailOf(3'000, 1'000));
        view.time().panBy(pan);
        const std::size_t bar = view.visible().first + 3;
        const Timestamp start = view.series()->at(bar).bar.start;
        const double x = view.time().xOf(static_cast<double>(bar));
        view.setSeries(tailOf(3'000, 3'000, 2));
        EXPECT_NEAR(view.time().xOf(static_cast<double>(*view.series()->indexAt(start))), x, 1e-6) << pan;
    }
}

TEST(ChartView, AGapFilledOutOfSightMovesNothing) {
    auto bars = charts_test::walk(charts_test::key(), 1'000);
    auto holed = bars;
    holed.erase(holed.begin() + 300, holed.begin() + 340);
    ChartView view = viewOf(charts_test::seriesOf(charts_test::key(), holed));
    view.time().panBy(1'500);
    ASSERT_FALSE(view.time().showsLast());
    const Timestamp start = view.series()->at(view.visible().last - 1).bar.start;
    const double x = view.time().xOf(static_cast<double>(view.visible().last - 1));
    view.setSeries(charts_test::seriesOf(charts_test::key(), bars, 2));
    EXPECT_NEAR(view.time().xOf(static_cast<double>(*view.series()->indexAt(start))), x, 1e-6);
}

TEST(ChartView, AnotherSeriesStartsAtItsLiveEdge) {
    ChartView view = viewOf(charts_test::series(1'000));
    view.time().panBy(4'000);
    view.price().stretch(3);
    view.setSeries(charts_test::series(50, charts_test::key(market::Timeframe::Minute1)));
    EXPECT_TRUE(view.time().showsLast());
    EXPECT_TRUE(view.price().isAutomatic());
    EXPECT_FALSE(view.visible().isEmpty());
}

TEST(ChartView, ComesBackToWhereAPersonLeft) {
    ChartView view = viewOf(charts_test::series(1'000));
    view.time().zoom(2, 400);
    view.time().panBy(3'000);
    const auto memory = view.memory();
    const BarSpan shown = view.visible();
    view.setSeries(charts_test::series(400, charts_test::key(market::Timeframe::Day1)));
    view.setSeries(charts_test::series(1'000));
    view.restore(memory);
    EXPECT_NEAR(static_cast<double>(view.visible().first), static_cast<double>(shown.first), 1);
    EXPECT_NEAR(static_cast<double>(view.visible().last), static_cast<double>(shown.last), 1);
}

TEST(ChartView, AFinerScreenShowsTheSameBars) {
    ChartView view = viewOf(charts_test::series(1'000));
    const BarSpan shown = view.visible();
    ChartMetrics fine;
    fine.priceAxisWidth *= 2;
    fine.liveMargin *= 2;
    view.setLayout(1'800, 1'000, fine, 2);
    EXPECT_NEAR(static_cast<double>(view.visible().first), static_cast<double>(shown.first), 1);
    EXPECT_EQ(view.visible().last, shown.last);
}

TEST(ChartView, ThePriceRangeHoldsWhatIsShown) {
    ChartView view = viewOf(charts_test::series(2'000));
    for (int i = 0; i < 20; ++i) {
        view.time().panBy(400);
        view.fitPrices();
        const BarSpan span = view.visible();
        for (std::size_t bar = span.first; bar < span.last; ++bar) {
            EXPECT_GE(view.series()->at(bar).bar.low.toDoubleLossy(), view.price().low());
            EXPECT_LE(view.series()->at(bar).bar.high.toDoubleLossy(), view.price().high());
        }
    }
}

TEST(ChartView, ANearOrderIsTakenInAndAFarOneIsNot) {
    ChartView view = viewOf(charts_test::series(500));
    const double high = view.shown().high.toDoubleLossy();
    const double range = high - view.shown().low.toDoubleLossy();
    const auto at = [](double dollars) { return *Price::tryFromDouble(dollars); };
    view.setNearPrices({at(high + range * 0.4)});
    view.fitPrices();
    EXPECT_GT(view.price().high(), high + range * 0.4);
    view.setNearPrices({at(high + range * 3)});
    view.fitPrices();
    EXPECT_LT(view.price().high(), high + range);
}

TEST(ChartView, HostileSeriesLeaveEveryFigureFinite) {
    const auto key = charts_test::key();
    auto bar = [&](std::int64_t units, std::int64_t volume) {
        auto made = charts_test::walk(key, 1).front();
        made.bar.open = made.bar.high = made.bar.low = made.bar.close = Price::fromUnits(units);
        made.bar.volume = volume;
        return made;
    };
    for (const std::int64_t units : {std::int64_t{0}, std::int64_t{1}, Price::kMaxUnits, -Price::kMaxUnits}) {
        ChartView view = viewOf(charts_test::seriesOf(key, {bar(units, INT64_MAX)}));
        EXPECT_TRUE(std::isfinite(view.price().yOf(view.series()->at(0).bar.close)));
        EXPECT_EQ(view.visible(), (BarSpan{0, 1}));
        EXPECT_LE(labelPrices(view.price(), Price::fromCents(1), 44).size(), 200U);
    }
    ChartView view = viewOf(nullptr);
    EXPECT_TRUE(view.isEmpty());
    view.setLayout(0, 0, ChartMetrics(), 1);
    view.setLayout(-5, 3, ChartMetrics(), 0.25);
    EXPECT_GE(view.plot().width(), 1);
}

TEST(ChartSeriesChange, TellsATailFromTheRest) {
    const auto key = charts_test::key();
    auto bars = charts_test::walk(key, 2'500);
    const Series base = charts_test::seriesOf(key, bars);
    const auto after = [&](market::SeriesSnapshot::Chunks chunks, market::SeriesHealth health) {
        return std::make_shared<const market::SeriesSnapshot>(key, 2, std::move(health), std::move(chunks));
    };
    const auto withBars = [&](std::size_t changed) {
        auto tail = base->chunks().back()->bars();
        tail[changed].bar.volume += 1;
        auto chunks = base->chunks();
        chunks.back() = std::make_shared<const market::SeriesChunk>(std::move(tail));
        return after(std::move(chunks), base->health());
    };
    const std::size_t last = base->chunks().back()->bars().size() - 1;
    EXPECT_EQ(changeBetween(base.get(), withBars(last).get()), SeriesChange::Tail);
    EXPECT_EQ(changeBetween(base.get(), withBars(last - 1).get()), SeriesChange::All);
    EXPECT_EQ(changeBetween(base.get(), after(base->chunks(), base->health()).get()), SeriesChange::None);
    market::SeriesHealth sick = base->health();
    sick.gaps = 2;
    EXPECT_EQ(changeBetween(base.get(), after(base->chunks(), sick).get()), SeriesChange::Health);
    EXPECT_EQ(changeBetween(nullptr, base.get()), SeriesChange::All);
    bars.pop_back();
    EXPECT_EQ(changeBetween(base.get(), charts_test::seriesOf(key, bars).get()), SeriesChange::All);
}

TEST(ChartHeikinAshi, SharedChunksGiveTheSameBarsAsAllAnew) {
    const auto key = charts_test::key();
    const Series before = charts_test::series(2'500);
    const auto beforeForm = heikinAshi(before, nullptr, nullptr);
    auto chunks = before->chunks();
    auto tail = chunks.back()->bars();
    tail.back().bar.close = tail.back().bar.high;
    chunks.back() = std::make_shared<const market::SeriesChunk>(std::move(tail));
    const auto after = std::make_shared<const market::SeriesSnapshot>(key, 2, before->health(), chunks);
    const auto shared = heikinAshi(after, before, beforeForm);
    const auto anew = heikinAshi(after, nullptr, nullptr);
    ASSERT_EQ(shared->size(), anew->size());
    EXPECT_EQ(shared->chunks()[0], beforeForm->chunks()[0]);
    for (std::size_t i = 0; i < anew->size(); ++i) {
        ASSERT_EQ(shared->at(i).bar, anew->at(i).bar) << i;
        EXPECT_TRUE(anew->at(i).bar.isConsistent()) << i;
    }
}

TEST(ChartView, ANewSessionIsShownFromItsStartWithItsOwnPrices) {
    // Yesterday at 300, today at 30.
    auto bars = charts_test::walk(charts_test::key(), 400, 7, 30'000);
    const auto today = charts_test::walk(charts_test::key(), 400, 7, 3'000);
    for (std::size_t i = 0; i < bars.size(); ++i)
        if (newYorkDate(bars[i].bar.start) == newYorkDate(today.back().bar.start))
            bars[i] = today[i];
    const auto whole = charts_test::seriesOf(charts_test::key(), bars);
    ChartView view = viewOf(whole);
    view.showSession();
    view.fitPrices();
    const BarSpan span = view.visible();
    EXPECT_EQ(newYorkDate(whole->at(span.first).bar.start), newYorkDate(whole->last()->bar.start));
    EXPECT_LT(view.price().high(), 100.0);
    EXPECT_EQ(span.last, whole->size());
    EXPECT_GT(view.width() - view.time().xOf(static_cast<double>(span.last - 1)), 100.0) << "room for labels";

    // A sliver of yesterday's last bar counts as little.
    view.time().panBy(0.3 * view.time().spacing());
    view.fitPrices();
    EXPECT_LT(view.price().high(), 100.0);
    view.time().panBy(-0.3 * view.time().spacing());

    // A new bar takes the room; nothing moves while there is some. Older bars in front move nothing either.
    const double x = view.time().xOf(static_cast<double>(span.first));
    auto more = bars;
    more.push_back(bars.back());
    more.back().bar.start = bars.back().bar.start + Duration::minutes(5);
    more.insert(more.begin(), bars.front());
    more.front().bar.start = bars.front().bar.start - Duration::minutes(5);
    view.setSeries(charts_test::seriesOf(charts_test::key(), more, 2));
    EXPECT_NEAR(view.time().xOf(static_cast<double>(span.first + 1)), x, 1e-6);
}
