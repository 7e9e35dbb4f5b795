// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/market/day_figures.h"
#include "tests/unit/market/hub_rig.h"

#include <gtest/gtest.h>

// Figures worked out by hand. November 2025: Thanksgiving is Thursday 27, Friday 28 closes at 13:00.

namespace strikedesk::market::test {
namespace {

const TradingCalendar& calendar() {
    static const TradingCalendar kCalendar = TradingCalendar::unitedStates();
    return kCalendar;
}

SeriesBar seriesBar(Bar bar) {
    SeriesBar made;
    made.bar = bar;
    return made;
}

/// Five-minute bars put together session by session.
class Intraday {
public:
    /// `volume` in each of the session's bars from 09:30 until `to`, closing at `closeCents`.
    Intraday& session(const char* iso, std::int64_t volume, Timestamp to, std::int64_t closeCents = 1'000) {
        for (Timestamp t = at(day(iso), 9, 30); t < to; t = t + Duration::minutes(5))
            m_bars.push_back(seriesBar(barAt(t, closeCents, closeCents, volume)));
        return *this;
    }
    Intraday& session(const char* iso, std::int64_t volume) {
        return session(iso, volume, calendar().session(day(iso))->close);
    }
    Intraday& bar(Timestamp start, std::int64_t volume, std::int64_t closeCents = 1'000) {
        m_bars.push_back(seriesBar(barAt(start, closeCents, closeCents, volume)));
        return *this;
    }
    /// As if the minute had seen no trade.
    Intraday& without(Timestamp start) {
        std::erase_if(m_bars, [start](const SeriesBar& bar) { return bar.bar.start == start; });
        return *this;
    }
    DayFigures figures(Timestamp now) const {
        const auto series = SeriesSnapshot::of(HubRig::key("SPY", Timeframe::Minute5), m_bars);
        return dayFiguresOf(*series, calendar(), now);
    }

private:
    std::vector<SeriesBar> m_bars;
};

Intraday threeEvenSessions() {
    Intraday series;
    series.session("2025-11-17", 100).session("2025-11-18", 200).session("2025-11-19", 300);
    return series;
}

TEST(DayFigures, SumUpTheSessionSoFar) {
    Intraday series = threeEvenSessions();
    const Date today = day("2025-11-20");
    series.bar(at(today, 9, 30), 500, 1'010).bar(at(today, 9, 35), 700, 1'025).bar(at(today, 9, 40), 50, 995);
    const DayFigures figures = series.figures(at(today, 9, 41));
    EXPECT_EQ(figures.volume, 1'250);
    EXPECT_EQ(figures.last, cents(995));
    EXPECT_EQ(figures.closes, (std::vector<float>{10.10F, 10.25F, 9.95F}));
    // Bars over at 09:41: 500 + 700, against a mean of two bars of 200.
    ASSERT_TRUE(figures.relativeVolume.has_value());
    EXPECT_DOUBLE_EQ(*figures.relativeVolume, 1'200 / 400.0);
}

TEST(DayFigures, TheBarInProgressIsNotComparedWithWholeOnes) {
    Intraday series = threeEvenSessions();
    const Date today = day("2025-11-20");
    series.bar(at(today, 9, 30), 40);
    EXPECT_FALSE(series.figures(at(today, 9, 31)).relativeVolume.has_value()) << "no bar is over yet";
    series.without(at(today, 9, 30)).bar(at(today, 9, 30), 200).bar(at(today, 9, 35), 1);
    for (int second = 0; second < 300; second += 60)
        EXPECT_DOUBLE_EQ(series.figures(at(today, 9, 35, second)).relativeVolume.value_or(0), 1.0)
            << second << " s into the second bar";
}

TEST(DayFigures, BeforeTheOpenTheySpeakOfTheLastSession) {
    const Intraday series = threeEvenSessions();
    const DayFigures figures = series.figures(at(day("2025-11-20"), 9, 29, 59));
    EXPECT_EQ(figures.volume, 78 * 300) << "of Wednesday 19";
    EXPECT_FALSE(figures.relativeVolume.has_value()) << "two sessions before it are no measure";
}

TEST(DayFigures, OnAHolidayAndAWeekendTheySpeakOfTheLastSession) {
    Intraday series = threeEvenSessions();
    series.session("2025-11-20", 100).session("2025-11-26", 400);
    for (const Timestamp now : {at(day("2025-11-27"), 11, 0), at(day("2025-11-28"), 9, 0)}) {
        const DayFigures figures = series.figures(now);
        EXPECT_EQ(figures.volume, 78 * 400);
        // 21, 24 and 25 November are missing: sessions without volume. Mean of seven: 700 / 7.
        EXPECT_DOUBLE_EQ(figures.relativeVolume.value_or(0), 4.0);
    }
}

TEST(DayFigures, AHalfDayIsNoMeasureForOthers) {
    Intraday series;
    series.session("2025-11-24", 100).session("2025-11-25", 100).session("2025-11-26", 100);
    series.session("2025-11-28", 9'000);
    series.session("2025-12-01", 150, at(day("2025-12-01"), 15, 0));
    EXPECT_DOUBLE_EQ(series.figures(at(day("2025-12-01"), 15, 0)).relativeVolume.value_or(0), 1.5);
}

TEST(DayFigures, AHalfDayIsComparedUpToItsClose) {
    Intraday series;
    series.session("2025-11-24", 100).session("2025-11-25", 100).session("2025-11-26", 100);
    series.session("2025-11-28", 200);
    const DayFigures figures = series.figures(at(day("2025-11-28"), 15, 0));
    EXPECT_EQ(figures.volume, 42 * 200);
    EXPECT_EQ(figures.closes.size(), 42U);
    EXPECT_DOUBLE_EQ(figures.relativeVolume.value_or(0), 2.0);
}

TEST(DayFigures, AMissingBarCountsAsNoVolume) {
    Intraday series;
    series.session("2025-11-17", 100).session("2025-11-18", 200).session("2025-11-19", 300);
    series.without(at(day("2025-11-17"), 9, 35)).without(at(day("2025-11-19"), 9, 30));
    const Date today = day("2025-11-20");
    series.bar(at(today, 9, 35), 350);
    const DayFigures figures = series.figures(at(today, 9, 40));
    EXPECT_EQ(figures.closes.size(), 1U);
    // Earlier until 09:40: 100, 400 and 300.
    EXPECT_DOUBLE_EQ(figures.relativeVolume.value_or(0), 350 * 3 / 800.0);
}

TEST(DayFigures, ASessionTheSeriesEntersLateIsNoMeasure) {
    Intraday series = threeEvenSessions();
    series.without(at(day("2025-11-17"), 9, 30));
    const Date today = day("2025-11-20");
    series.bar(at(today, 9, 30), 500);
    EXPECT_FALSE(series.figures(at(today, 9, 35)).relativeVolume.has_value());
}

TEST(DayFigures, NothingIsKnownOfNothing) {
    const DayFigures none = Intraday().figures(at(day("2025-11-20"), 12, 0));
    EXPECT_EQ(none.volume, 0);
    EXPECT_TRUE(none.closes.empty());
    EXPECT_FALSE(none.last || none.relativeVolume);
    const DayFigures silent = threeEvenSessions().figures(at(day("2025-11-20"), 12, 0));
    EXPECT_FALSE(silent.last) << "yesterday's close is not today's last";
    const DayFigures beyond = threeEvenSessions().figures(at(day("2031-11-20"), 12, 0));
    EXPECT_FALSE(beyond.last) << "past the known calendar";
}

std::optional<Price> previousClose(const std::vector<std::pair<const char*, std::int64_t>>& days,
                                   Timestamp now) {
    std::vector<SeriesBar> bars;
    for (const auto& [iso, close] : days)
        bars.push_back(seriesBar(barAt(at(day(iso), 0, 0), close, close)));
    const auto series = SeriesSnapshot::of(HubRig::key("SPY", Timeframe::Day1), std::move(bars));
    return previousCloseOf(*series, calendar(), now);
}

TEST(PreviousClose, IsTheOneBeforeTheSessionShown) {
    const std::vector<std::pair<const char*, std::int64_t>> days = {
        {"2025-11-25", 1'000}, {"2025-11-26", 1'100}, {"2025-11-28", 1'200}};
    EXPECT_EQ(previousClose(days, at(day("2025-11-28"), 9, 30)), cents(1'100)) << "over the holiday";
    EXPECT_EQ(previousClose(days, at(day("2025-11-28"), 4, 0)), cents(1'100)) << "early hours are Friday's";
    EXPECT_EQ(previousClose(days, at(day("2025-11-28"), 3, 59)), cents(1'000)) << "still Wednesday's change";
    EXPECT_EQ(previousClose(days, at(day("2025-11-27"), 12, 0)), cents(1'000)) << "and all of the holiday";
    EXPECT_EQ(previousClose(days, at(day("2025-11-30"), 12, 0)), cents(1'100)) << "a weekend shows Friday";
    EXPECT_EQ(previousClose(days, at(day("2025-12-01"), 9, 30)), cents(1'200));
}

TEST(PreviousClose, NeedsNoBarOfTheSessionItself) {
    EXPECT_EQ(previousClose({{"2025-11-26", 1'100}}, at(day("2025-11-28"), 10, 0)), cents(1'100));
    EXPECT_EQ(previousClose({{"2025-11-28", 1'200}}, at(day("2025-11-28"), 10, 0)), std::nullopt);
    EXPECT_EQ(previousClose({}, at(day("2025-11-28"), 10, 0)), std::nullopt);
}

} // namespace
} // namespace strikedesk::market::test
