// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/model/sessions.h"
#include "charts/model/time_labels.h"
#include "charts/paint/chart_text.h"
#include "core/base/zone.h"
#include "tests/unit/charts/chart_fixture.h"

#include <gtest/gtest.h>

using namespace strikedesk;
using namespace strikedesk::charts;

namespace {

TimeScale shown(std::size_t count, std::size_t first, std::size_t last, double width = 900) {
    TimeScale time;
    time.setWidth(width);
    time.setCount(count);
    time.showSpan({first, last});
    return time;
}

} // namespace

TEST(ChartTimeLabels, KeepTheirDistanceAtEveryZoom) {
    for (const market::Timeframe frame : {market::Timeframe::Minute1, market::Timeframe::Minute5,
                                          market::Timeframe::Hour4, market::Timeframe::Day1}) {
        const auto series = charts_test::series(5'000, charts_test::key(frame));
        for (std::size_t bars = 5; bars <= 5'000; bars = bars * 3 / 2) {
            const TimeScale time =
                shown(series->size(), series->size() - std::min(bars, series->size()), series->size());
            const auto labels = timeLabels(*series, time, 76);
            EXPECT_LE(labels.size(), 13U);
            for (std::size_t i = 1; i < labels.size(); ++i) {
                EXPECT_LT(labels[i - 1].bar, labels[i].bar);
                const double apart = time.xOf(static_cast<double>(labels[i].bar)) -
                                     time.xOf(static_cast<double>(labels[i - 1].bar));
                EXPECT_GE(apart, 75.9) << bars;
            }
        }
    }
}

TEST(ChartTimeLabels, ANewDayIsNamedAndHoursAreWhole) {
    const auto series = charts_test::series(300, charts_test::key());
    const auto labels = timeLabels(*series, shown(300, 150, 300), 76);
    ASSERT_FALSE(labels.empty());
    int days = 0;
    for (const TimeLabel& label : labels) {
        if (label.kind == TimeLabelKind::Day) {
            ++days;
            EXPECT_TRUE(label.isMajor);
            EXPECT_EQ(label.secondOfDay, 4 * 3600);
        } else {
            EXPECT_EQ(label.secondOfDay % 1800, 0);
        }
    }
    EXPECT_EQ(days, 1);
}

TEST(ChartTimeLabels, StayOnTheirBarsWhileTheViewMoves) {
    const auto series = charts_test::series(2'000);
    TimeScale time = shown(2'000, 1'800, 1'950);
    const auto before = timeLabels(*series, time, 76);
    time.panBy(6);
    const auto after = timeLabels(*series, time, 76);
    std::size_t kept = 0;
    for (const TimeLabel& label : before)
        kept += std::count(after.begin(), after.end(), label) > 0 ? 1 : 0;
    EXPECT_GE(kept + 1, before.size());
}

TEST(ChartTimeLabels, NothingShownGivesNothing) {
    EXPECT_TRUE(timeLabels(*charts_test::series(0), TimeScale(), 76).empty());
    // A scale that knows more bars than the series is a race nobody may crash on.
    EXPECT_TRUE(timeLabels(*charts_test::series(10), shown(500, 0, 500), 76).empty());
    EXPECT_LE(timeLabels(*charts_test::series(1), shown(1, 0, 1), 76).size(), 1U);
}

TEST(ChartSessions, EachDayStartsOnceAndEveningsAreShaded) {
    const auto series = charts_test::series(600);
    const SessionMarks marks = sessionMarks(*series, {0, 600}, 8, 26);
    for (const std::size_t start : marks.starts) {
        ASSERT_GT(start, 0U);
        EXPECT_NE(newYorkDate(series->at(start).bar.start), newYorkDate(series->at(start - 1).bar.start));
    }
    std::vector<bool> shaded(600, false);
    for (const BarSpan& span : marks.extended)
        for (std::size_t i = span.first; i < span.last; ++i)
            shaded[i] = true;
    for (std::size_t i = 0; i < 600; ++i) {
        const int second = toNewYork(series->at(i).bar.start).secondOfDay;
        EXPECT_EQ(shaded[i], second < 34'200 || second >= 57'600) << i;
    }
}

TEST(ChartSessions, NarrowDaysAndDailyBarsHaveNoMarks) {
    const auto series = charts_test::series(600);
    EXPECT_TRUE(sessionMarks(*series, {0, 600}, 0.01, 26).starts.empty());
    const auto days = charts_test::series(100, charts_test::key(market::Timeframe::Day1));
    EXPECT_TRUE(sessionMarks(*days, {0, 100}, 8, 26).starts.empty());
}

TEST(ChartSessions, TheLastBarOfASessionEndsWithIt) {
    const auto key = charts_test::key(market::Timeframe::Hour4, market::SeriesSession::Regular);
    const Date day = *Date::tryFromYmd(2026, 11, 20);
    const Date half = *Date::tryFromYmd(2026, 11, 27);
    const auto at = [](Date date, int hour, int minute) {
        return fromNewYork(date, hour * 3600 + minute * 60);
    };
    EXPECT_EQ(barEnd(key, at(day, 9, 30)), at(day, 13, 30));
    EXPECT_EQ(barEnd(key, at(day, 13, 30)), at(day, 16, 0));
    EXPECT_EQ(barEnd(key, at(half, 9, 30)), at(half, 13, 0));
    EXPECT_FALSE(barEnd(charts_test::key(market::Timeframe::Day1), at(day, 0, 0)).isSet());
    EXPECT_FALSE(barEnd(key, Timestamp()).isSet());
}

TEST(ChartText, FiguresReadAsTradersWriteThem) {
    EXPECT_EQ(priceText(Price::fromCents(2948), 2), QStringLiteral("29.48"));
    EXPECT_EQ(priceText(Price::fromUnits(125), 4), QStringLiteral("0.0125"));
    EXPECT_EQ(priceText(Price::fromUnits(19'999), 2), QStringLiteral("2.00"));
    EXPECT_EQ(priceText(Price::fromUnits(-49), 2), QStringLiteral("0.00"));
    EXPECT_EQ(changeText(Price::fromCents(-12), 2), QStringLiteral("\u22120.12"));
    EXPECT_EQ(changeText(Price::fromCents(12), 2), QStringLiteral("+0.12"));
    EXPECT_EQ(percentText(Price::fromCents(-1), Price::fromCents(200)), QStringLiteral("\u22120.50 %"));
    EXPECT_EQ(percentText(Price::fromCents(1), Price()), QString());
    EXPECT_EQ(volumeText(950), QStringLiteral("950"));
    EXPECT_EQ(volumeText(1'250'000), QStringLiteral("1.25M"));
    EXPECT_EQ(countdownText(Duration::milliseconds(173'000)), QStringLiteral("02:53"));
    EXPECT_EQ(countdownText(Duration::seconds(3'773)), QStringLiteral("1:02:53"));
    EXPECT_EQ(countdownText(Duration::seconds(-5)), QStringLiteral("00:00"));
}

TEST(ChartText, TheBadgeSaysModeAgeAndScoreInWords) {
    market::SeriesHealth health = charts_test::liveHealth();
    EXPECT_EQ(healthText(health, charts_test::marketNow()), QStringLiteral("LIVE 0.2 s · 100"));
    health.mode = market::SeriesMode::Degraded;
    health.score = 74;
    health.isThrottled = true;
    EXPECT_EQ(healthText(health, charts_test::marketNow()),
              QStringLiteral("DEGRADED 0.2 s · 74 · throttled"));
    EXPECT_EQ(healthText(market::SeriesHealth(), Timestamp()), QStringLiteral("NO DATA"));
}
