// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/workers/bar_cache.h"
#include "tests/unit/store/bar_fixture.h"
#include "tests/unit/store/temporary_directory.h"

#include <gtest/gtest.h>

#include <fstream>

namespace strikedesk::workers {
namespace {

using test::minute;
using test::minuteKey;
using test::minutes;
using test::saveOf;

class FixedClock final : public Clock {
public:
    Moment now() const override { return at; }
    Moment at{minute(390), MonoTime::fromNanoseconds(1)};
};

/// A cache on a file, and what it said.
struct CacheBench {
    explicit CacheBench(std::filesystem::path file, const std::string& origin = "alpaca")
        : cache(std::move(file), origin, clock, log) {
        cache.loaded = [this](market::CachedBars bars) { answers.push_back(std::move(bars)); };
        cache.troubled = [this](const Error& error) { troubles.push_back(error.messageId); };
        cache.open();
    }
    market::CachedBars load(const market::TimeSpan& span) {
        const std::size_t before = answers.size();
        cache.load({minuteKey(), span});
        EXPECT_EQ(answers.size(), before + 1) << "each question has one answer";
        return answers.empty() ? market::CachedBars() : answers.back();
    }

    NullLog log;
    FixedClock clock;
    BarCache cache;
    std::vector<market::CachedBars> answers;
    std::vector<std::string> troubles;
};

void overwrite(const std::filesystem::path& file, std::streamoff from, std::size_t bytes) {
    std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
    stream.seekp(from);
    const std::string noise(bytes, '\x5a');
    stream.write(noise.data(), static_cast<std::streamsize>(noise.size()));
}

TEST(BarCache, WhatWasSavedIsThereAfterARestart) {
    const test::TemporaryDirectory folder;
    {
        CacheBench bench(folder / "bars.db");
        EXPECT_TRUE(bench.load(minutes(0, 390)).bars.empty());
        bench.cache.save(saveOf(minuteKey(), 0, 390));
        bench.cache.close();
    }
    CacheBench bench(folder / "bars.db");
    const auto loaded = bench.load(minutes(0, 390));
    EXPECT_EQ(loaded.bars.size(), 390u);
    EXPECT_EQ(loaded.covered, std::vector{minutes(0, 390)});
    EXPECT_EQ(loaded.span, minutes(0, 390));
    EXPECT_TRUE(bench.troubles.empty());
}

TEST(BarCache, AFreshDemoDoesNotShowTheOldOnesBars) {
    const test::TemporaryDirectory folder;
    {
        CacheBench bench(folder / "bars.db", "sandbox 1");
        bench.cache.save(saveOf(minuteKey(), 0, 10));
    }
    CacheBench bench(folder / "bars.db", "sandbox 2");
    EXPECT_TRUE(bench.load(minutes(0, 10)).bars.empty());
}

TEST(BarCache, NothingOfTheFutureIsHandedOut) {
    const test::TemporaryDirectory folder;
    CacheBench bench(folder / "bars.db");
    bench.cache.save(saveOf(minuteKey(), 0, 100));
    bench.clock.at.market = minute(40);
    const auto loaded = bench.load(minutes(0, 100));
    EXPECT_EQ(loaded.bars.size(), 40u);
    EXPECT_EQ(loaded.covered, std::vector{minutes(0, 40)});
    EXPECT_EQ(loaded.span, minutes(0, 100)) << "the question is repeated as it was asked";
}

TEST(BarCache, AFileThatIsNoDatabaseIsPutAsideAndSaid) {
    const test::TemporaryDirectory folder;
    std::ofstream(folder / "bars.db") << "this is no database, and it is long enough to be looked at closely";
    CacheBench bench(folder / "bars.db");
    EXPECT_EQ(bench.troubles, std::vector<std::string>{"bars.damaged"});
    EXPECT_TRUE(std::filesystem::exists(BarCache::asideOf(folder / "bars.db")));
    bench.cache.save(saveOf(minuteKey(), 0, 5));
    EXPECT_EQ(bench.load(minutes(0, 5)).bars.size(), 5u);
}

TEST(BarCache, PagesDamagedUnderwayAreFoundAndTheCacheBeginsAnew) {
    const test::TemporaryDirectory folder;
    {
        CacheBench bench(folder / "bars.db");
        bench.cache.save(saveOf(minuteKey(), 0, 390));
    }
    const auto bytes = static_cast<std::streamoff>(std::filesystem::file_size(folder / "bars.db"));
    overwrite(folder / "bars.db", bytes / 2, static_cast<std::size_t>(bytes / 2));
    CacheBench bench(folder / "bars.db");
    const auto loaded = bench.load(minutes(0, 390));
    // Whatever could not be read is not claimed.
    EXPECT_TRUE(loaded.covered.empty());
    EXPECT_EQ(bench.troubles, std::vector<std::string>{"bars.damaged"});
    bench.cache.save(saveOf(minuteKey(), 0, 390));
    EXPECT_EQ(bench.load(minutes(0, 390)).bars.size(), 390u);
}

TEST(BarCache, WithoutADiskEveryQuestionIsStillAnsweredAndTheTroubleSaidOnce) {
    const test::TemporaryDirectory folder;
    std::ofstream(folder / "file") << "not a folder";
    CacheBench bench(folder / "file" / "bars.db");
    bench.cache.save(saveOf(minuteKey(), 0, 5));
    EXPECT_TRUE(bench.load(minutes(0, 5)).covered.empty());
    EXPECT_TRUE(bench.load(minutes(0, 5)).covered.empty());
    EXPECT_EQ(bench.troubles, std::vector<std::string>{"bars.unusable"});
}

} // namespace
} // namespace strikedesk::workers
