// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/recorded/hub/recorded_bars.h"
#include "tests/unit/market/hub_rig.h"

#include <gtest/gtest.h>

#include <cmath>

namespace strikedesk::market::test {
namespace {

constexpr const char* kAbsent = "the recorded market data is not on this machine (set STRIKEDESK_SHARED_DIR)";

/// Seconds since midnight in New York, the plain way: these sessions all lie in summer time.
std::int64_t secondOfDay(Timestamp t) { return (t.seconds() - 4 * 3'600) % 86'400; }

/// Bars of a frame by arithmetic on the wall clock alone: no calendar, no code of the hub.
std::map<Timestamp, Bar> plainly(const std::vector<Bar>& minutes, std::int64_t frameSeconds,
                                 std::int64_t openSecond, std::int64_t closeSecond) {
    std::map<Timestamp, Bar> out;
    for (const Bar& bar : minutes) {
        const std::int64_t second = secondOfDay(bar.start);
        if (second < openSecond || second >= closeSecond)
            continue;
        const Timestamp slot =
            Timestamp::fromSeconds(bar.start.seconds() - (second - openSecond) % frameSeconds);
        if (!out.contains(slot)) {
            out[slot] = bar;
            continue;
        }
        Bar& sum = out[slot];
        if (bar.high > sum.high)
            sum.high = bar.high;
        if (bar.low < sum.low)
            sum.low = bar.low;
        sum.close = bar.close;
        sum.volume += bar.volume;
    }
    return out;
}

void expectSame(const SeriesSnapshot& series, const std::map<Timestamp, Bar>& expected, bool isDaily) {
    ASSERT_EQ(series.size(), expected.size());
    std::size_t i = 0;
    for (const auto& [start, bar] : expected) {
        const SeriesBar& shown = series.at(i++);
        if (!isDaily) {
            EXPECT_EQ(shown.bar.start, start) << start.rfc3339();
        }
        EXPECT_EQ(shown.bar.open, bar.open) << start.rfc3339();
        EXPECT_EQ(shown.bar.high, bar.high) << start.rfc3339();
        EXPECT_EQ(shown.bar.low, bar.low) << start.rfc3339();
        EXPECT_EQ(shown.bar.close, bar.close) << start.rfc3339();
        EXPECT_EQ(shown.bar.volume, bar.volume) << start.rfc3339();
    }
}

class RecordedFrames : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(RecordedFrames, AgreeWithAPlainSumOfTheRealMinutes) {
    const auto [symbol, lastDay] = GetParam();
    const auto all = recordedMinutes();
    if (all.empty())
        GTEST_SKIP() << kAbsent;
    const Date last = day(lastDay);
    std::vector<Bar> minutes;
    for (const Bar& bar : all.at(Symbol::of(symbol)))
        if (newYorkDate(bar.start) <= last && newYorkDate(bar.start) > last - 10)
            minutes.push_back(bar);
    ASSERT_GT(minutes.size(), 300u);
    struct Row {
        Timeframe timeframe;
        std::int64_t minutes;
    };
    HubRig rig(at(last, 20, 30));
    std::set<SeriesKey> keys;
    for (const SeriesSession session : {SeriesSession::Regular, SeriesSession::Extended})
        for (const Timeframe timeframe : {Timeframe::Minute1, Timeframe::Minute5, Timeframe::Minute15,
                                          Timeframe::Minute30, Timeframe::Hour1, Timeframe::Hour4})
            keys.insert(HubRig::key(symbol, timeframe, session));
    rig.want(keys, *keys.begin());
    rig.settle(minutes);
    for (const SeriesKey& key : keys) {
        SCOPED_TRACE(std::string(toText(key.timeframe)));
        const bool isRegular = key.session == SeriesSession::Regular;
        const std::int64_t open = isRegular ? 9 * 3'600 + 1'800 : 4 * 3'600;
        const std::int64_t close = isRegular ? 16 * 3'600 : 20 * 3'600;
        const auto series = rig.series(key);
        expectSame(*series, plainly(minutes, lengthOf(key.timeframe).count() / 1'000'000'000, open, close),
                   false);
        EXPECT_EQ(series->health().mode, SeriesMode::Closed) << series->health().why;
        EXPECT_EQ(series->health().score, 100);
    }
}

INSTANTIATE_TEST_SUITE_P(Symbols, RecordedFrames,
                         testing::Values(std::pair{"SPY", "2013-10-11"}, std::pair{"IBM", "2013-10-11"},
                                         std::pair{"AAPL", "2014-06-06"}, std::pair{"TWX", "2014-06-06"},
                                         std::pair{"SPY", "2023-08-03"}));

TEST(RecordedDays, ADayBuiltFromMinutesIsTheDayThatWasPublished) {
    const auto all = recordedMinutes();
    if (all.empty())
        GTEST_SKIP() << kAbsent;
    const Date last = day("2013-10-11");
    const Symbol spy = Symbol::of("SPY");
    std::vector<Bar> minutes;
    for (const Bar& bar : all.at(spy))
        if (newYorkDate(bar.start) == last)
            minutes.push_back(bar);
    std::map<Timestamp, Bar> days;
    for (const Bar& bar : recordedDays(spy))
        if (newYorkDate(bar.start) <= last && newYorkDate(bar.start) > last - 60)
            days[bar.start] = bar;
    ASSERT_GT(days.size(), 30u);
    // The provider knows the days before; this one is still built here.
    std::vector<Bar> answers = minutes;
    for (const auto& [start, bar] : days)
        if (newYorkDate(start) != last)
            answers.push_back(bar);
    HubRig rig(at(last, 16, 5));
    const SeriesKey key = HubRig::key("SPY", Timeframe::Day1);
    const SeriesKey weekly = HubRig::key("SPY", Timeframe::Week1);
    rig.want({key, weekly}, key);
    rig.settle(answers);
    const auto series = rig.series(key);
    ASSERT_EQ(series->size(), days.size());
    const Bar& built = series->last()->bar;
    const Bar& published = days.rbegin()->second;
    EXPECT_EQ(series->last()->source, BarSource::Built);
    EXPECT_EQ(built.high, published.high);
    EXPECT_EQ(built.low, published.low);
    // Auctions and their volume are counted apart by this source.
    EXPECT_LT(std::abs((built.open - published.open).units()), 5'000);
    EXPECT_LT(std::abs((built.close - published.close).units()), 5'000);
    std::map<std::int32_t, std::int64_t> volumes;
    for (const auto& [start, bar] : days)
        volumes[(newYorkDate(start).days() + 3) / 7] +=
            newYorkDate(start) == last ? built.volume : bar.volume;
    const auto weeks = rig.series(weekly);
    ASSERT_EQ(weeks->size(), volumes.size());
    std::size_t i = 0;
    for (const auto& [week, volume] : volumes)
        EXPECT_EQ(weeks->at(i++).bar.volume, volume);
}

TEST(RecordedPrints, ARealDayOfTradesBuildsItsMinutesWithHardlyAPrintRefused) {
    const std::vector<TradePrint> prints = recordedPrints(Symbol::of("IBM"));
    if (prints.empty())
        GTEST_SKIP() << kAbsent;
    ASSERT_GT(prints.size(), 10'000u);
    HubRig rig(prints.front().at);
    const SeriesKey key = HubRig::key("IBM", Timeframe::Minute1, SeriesSession::Extended);
    rig.feed(true);
    rig.want({key}, key);
    std::int64_t volume = 0;
    std::map<Timestamp, std::pair<Price, Price>> extremes;
    const SessionHours hours;
    const auto window = *hours.window(newYorkDate(prints.front().at), SeriesSession::Extended, false);
    Moment now = rig.now();
    for (const TradePrint& print : prints) {
        now = {print.at, MonoTime::fromNanoseconds(now.mono.nanoseconds() + 1'000)};
        rig.hub.onPrint(print, HubRig::kFeed, now);
        if (print.at < window.from || print.at >= window.to)
            continue;
        volume += print.size;
        const auto [place, isNew] = extremes.try_emplace(minuteOf(print.at), print.price, print.price);
        place->second.first = std::max(place->second.first, print.price);
        place->second.second = std::min(place->second.second, print.price);
    }
    const auto series = rig.series(key);
    std::int64_t shown = 0;
    std::size_t same = 0;
    for (std::size_t i = 0; i < series->size(); ++i) {
        const Bar& bar = series->at(i).bar;
        shown += bar.volume;
        const auto& [high, low] = extremes.at(bar.start);
        same += bar.high == high && bar.low == low ? 1U : 0U;
    }
    EXPECT_EQ(series->size(), extremes.size());
    EXPECT_GE(same * 100, series->size() * 99);
    EXPECT_LE(shown, volume);
    EXPECT_GE(shown * 1'000, volume * 995);
}

} // namespace
} // namespace strikedesk::market::test
