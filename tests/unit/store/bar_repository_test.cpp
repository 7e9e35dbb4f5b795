// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/bar_fixture.h"
#include "tests/unit/store/temporary_directory.h"

#include <gtest/gtest.h>

// The bars of this machine: what is covered is stored, what contradicts itself is refused, the size is
// bounded.

namespace strikedesk::store {
namespace {

using test::barAt;
using test::minute;
using test::minuteKey;
using test::minutes;
using test::saveOf;
using Spans = std::vector<market::TimeSpan>;

class BarRepositoryTest : public ::testing::Test {
protected:
    market::CachedBars load(const market::BaseKey& key, const market::TimeSpan& span) {
        const auto loaded = m_bars.load(key, span, minute(1'000));
        EXPECT_TRUE(loaded.ok()) << (loaded ? "" : loaded.error().context);
        return loaded ? *loaded : market::CachedBars();
    }
    void save(const market::SaveBars& command, std::int64_t at = 500) {
        const Status saved = m_bars.save(command, minute(at));
        EXPECT_TRUE(saved.ok()) << (saved ? "" : saved.error().context);
    }

    test::TemporaryDirectory m_folder;
    std::unique_ptr<SqliteDatabase> m_database = test::openBars(m_folder / "bars.db");
    BarRepository m_bars{*m_database};
};

TEST_F(BarRepositoryTest, GivesBackEveryFigureOfABar) {
    save(saveOf(minuteKey(), 0, 3));
    const auto loaded = load(minuteKey(), minutes(0, 3));
    ASSERT_EQ(loaded.bars.size(), 3u);
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_EQ(loaded.bars[i], barAt(static_cast<std::int64_t>(i)));
    EXPECT_EQ(loaded.covered, Spans{minutes(0, 3)});
    EXPECT_EQ(loaded.key, minuteKey());
    EXPECT_EQ(loaded.span, minutes(0, 3));
}

TEST_F(BarRepositoryTest, ASpanIsHalfOpenAndCoverageIsClippedToIt) {
    save(saveOf(minuteKey(), 0, 10));
    const auto loaded = load(minuteKey(), minutes(3, 6));
    ASSERT_EQ(loaded.bars.size(), 3u);
    EXPECT_EQ(loaded.bars.front().start, minute(3));
    EXPECT_EQ(loaded.covered, Spans{minutes(3, 6)});
    EXPECT_TRUE(load(minuteKey(), minutes(10, 20)).covered.empty());
    EXPECT_TRUE(load(minuteKey(), minutes(10, 20)).bars.empty());
}

TEST_F(BarRepositoryTest, SpansThatTouchBecomeOne) {
    save(saveOf(minuteKey(), 0, 5));
    save(saveOf(minuteKey(), 20, 25));
    EXPECT_EQ(load(minuteKey(), minutes(0, 30)).covered, (Spans{minutes(0, 5), minutes(20, 25)}));
    save(saveOf(minuteKey(), 5, 20));
    EXPECT_EQ(load(minuteKey(), minutes(0, 30)).covered, Spans{minutes(0, 25)});
    save(saveOf(minuteKey(), 3, 8));
    EXPECT_EQ(load(minuteKey(), minutes(-10, 300)).covered, Spans{minutes(0, 25)});
}

TEST_F(BarRepositoryTest, FeedsFramesAdjustmentsAndSymbolsNeverMix) {
    save(saveOf(minuteKey(), 0, 5));
    market::BaseKey other = minuteKey();
    other.feed = "iex";
    EXPECT_TRUE(load(other, minutes(0, 5)).bars.empty());
    other = minuteKey();
    other.adjustment = market::Adjustment::Split;
    EXPECT_TRUE(load(other, minutes(0, 5)).bars.empty());
    other = minuteKey();
    other.frame = market::BaseFrame::Day;
    EXPECT_TRUE(load(other, minutes(0, 5)).covered.empty());
    EXPECT_TRUE(load(minuteKey("QQQ"), minutes(0, 5)).covered.empty());
}

TEST_F(BarRepositoryTest, ACorrectedBarReplacesTheStoredOne) {
    save(saveOf(minuteKey(), 0, 3));
    market::SaveBars corrected{minuteKey(), {barAt(1)}, {}};
    corrected.bars[0].volume = 77;
    save(corrected);
    const auto loaded = load(minuteKey(), minutes(0, 3));
    ASSERT_EQ(loaded.bars.size(), 3u);
    EXPECT_EQ(loaded.bars[1].volume, 77);
    EXPECT_EQ(*m_bars.count(), 3);
}

TEST_F(BarRepositoryTest, OneBadBarOrSpanAndNothingIsStored) {
    market::SaveBars bad = saveOf(minuteKey(), 0, 3);
    bad.bars[2].high = bad.bars[2].low - Price::fromCents(1);
    EXPECT_EQ(m_bars.save(bad, minute(5)).error().kind, ErrorKind::InvalidInput);
    bad = saveOf(minuteKey(), 0, 3);
    bad.covered = {minutes(3, 0)};
    EXPECT_EQ(m_bars.save(bad, minute(5)).error().kind, ErrorKind::InvalidInput);
    EXPECT_TRUE(load(minuteKey(), minutes(0, 3)).bars.empty());
}

TEST_F(BarRepositoryTest, FiguresThatContradictThemselvesCountAsDamage) {
    save(saveOf(minuteKey(), 0, 3));
    ASSERT_TRUE(
        m_database->execute("UPDATE bars SET low_price = 0 WHERE start_at = $1", {minute(1).nanoseconds()})
            .ok());
    const auto loaded = m_bars.load(minuteKey(), minutes(0, 3), minute(5));
    ASSERT_FALSE(loaded.ok());
    EXPECT_EQ(loaded.error().messageId, "store.damaged");
}

TEST_F(BarRepositoryTest, OverlappingCoverageCountsAsDamage) {
    save(saveOf(minuteKey(), 0, 3));
    ASSERT_TRUE(m_database
                    ->execute("INSERT INTO bar_coverage VALUES (1, $1, $2)",
                              {minute(1).nanoseconds(), minute(9).nanoseconds()})
                    .ok());
    EXPECT_EQ(m_bars.load(minuteKey(), minutes(0, 10), minute(5)).error().messageId, "store.damaged");
}

TEST_F(BarRepositoryTest, AboveTheLimitTheSeriesUsedLongestAgoGoes) {
    BarRepository small(*m_database, 25);
    ASSERT_TRUE(small.save(saveOf(minuteKey("AAA"), 0, 10), minute(1)).ok());
    ASSERT_TRUE(small.save(saveOf(minuteKey("BBB"), 0, 10), minute(2)).ok());
    ASSERT_TRUE(small.load(minuteKey("AAA"), minutes(0, 10), minute(3)).ok());
    ASSERT_TRUE(small.save(saveOf(minuteKey("CCC"), 0, 10), minute(4)).ok());
    EXPECT_EQ(load(minuteKey("AAA"), minutes(0, 10)).bars.size(), 10u);
    EXPECT_TRUE(load(minuteKey("BBB"), minutes(0, 10)).covered.empty());
    EXPECT_EQ(load(minuteKey("CCC"), minutes(0, 10)).bars.size(), 10u);
    EXPECT_EQ(*small.count(), 20);
}

TEST_F(BarRepositoryTest, OfOneSeriesThatIsTooLongTheOlderHalfGoesWithItsCoverage) {
    BarRepository small(*m_database, 100);
    ASSERT_TRUE(small.save(saveOf(minuteKey(), 0, 150), minute(200)).ok());
    const auto loaded = load(minuteKey(), minutes(0, 200));
    ASSERT_FALSE(loaded.bars.empty());
    EXPECT_LE(loaded.bars.size(), 100u);
    EXPECT_EQ(loaded.bars.back().start, minute(149));
    ASSERT_EQ(loaded.covered.size(), 1u);
    EXPECT_EQ(loaded.covered[0].from, loaded.bars.front().start);
    EXPECT_EQ(*small.count(), static_cast<std::int64_t>(loaded.bars.size()));
}

TEST_F(BarRepositoryTest, AnotherMarketsBarsAreRemoved) {
    ASSERT_TRUE(m_bars.claimFor("sandbox A").ok());
    save(saveOf(minuteKey(), 0, 3));
    ASSERT_TRUE(m_bars.claimFor("sandbox A").ok());
    EXPECT_EQ(load(minuteKey(), minutes(0, 3)).bars.size(), 3u);
    ASSERT_TRUE(m_bars.claimFor("sandbox B").ok());
    EXPECT_TRUE(load(minuteKey(), minutes(0, 3)).bars.empty());
    EXPECT_TRUE(load(minuteKey(), minutes(0, 3)).covered.empty());
}

} // namespace
} // namespace strikedesk::store
