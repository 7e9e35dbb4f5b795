// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/film/film_recorder.h"
#include "core/run/film/film_ring.h"
#include "tests/unit/film/film_fixture.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <latch>
#include <random>
#include <thread>

namespace strikedesk::film {
namespace {

using test::entriesOf;
using test::filmEvent;
using test::filmHeader;
using test::moment;
using test::TemporaryDirectory;

bool record(FilmRecorder& recorder, int n) {
    const FilmEvent event = filmEvent(n);
    return recorder.record(event.at, event.bytes, event.commandHash);
}

TEST(FilmRecorder, WritesEverythingInOrder) {
    const TemporaryDirectory directory;
    const auto recorder = std::move(FilmRecorder::start(directory / "a.film", filmHeader()).value());
    std::vector<FilmEntry> expected{FilmCheckpoint{moment(0), "state"}, FilmChunk{"page"}};
    EXPECT_TRUE(recorder->recordCheckpoint(moment(0), "state"));
    EXPECT_TRUE(recorder->recordChunk("page"));
    std::uint64_t running = 0;
    for (int i = 0; i < 50'000; ++i) {
        EXPECT_TRUE(record(*recorder, i));
        expected.emplace_back(filmEvent(i));
        running = nextRunningHash(running, filmEvent(i).commandHash);
    }
    ASSERT_TRUE(recorder->stop().ok());
    expected.emplace_back(FilmEnd{50'000, running});
    EXPECT_EQ(recorder->lost(), 0u);
    EXPECT_EQ(recorder->bytesWritten(), std::filesystem::file_size(directory / "a.film"));
    const auto reader = std::move(FilmReader::open(directory / "a.film").value());
    EXPECT_EQ(entriesOf(*reader), expected);
    EXPECT_EQ(reader->ending(), FilmEnding::Complete);
}

TEST(FilmRecorder, AFullRingBecomesAGapAndNeverABlock) {
    const TemporaryDirectory directory;
    std::latch full(1);
    FilmRecorderOptions options;
    options.ringBytes = 4'096;
    options.beforeRound = [&full] { full.wait(); };
    const auto recorder = std::move(FilmRecorder::start(directory / "a.film", filmHeader(), options).value());
    int kept = 0;
    while (record(*recorder, kept))
        ++kept;
    for (int i = 0; i < 9; ++i)
        EXPECT_FALSE(record(*recorder, i));
    EXPECT_EQ(recorder->lost(), 10u);
    full.count_down();
    // The writer empties the ring; the next record that finds room tells of the gap first.
    int later = kept + 10;
    std::uint64_t lost = 10;
    while (!record(*recorder, later)) {
        ++lost;
        std::this_thread::yield();
    }
    EXPECT_FALSE(recorder->isStopped());
    ASSERT_TRUE(recorder->stop().ok());
    const auto reader = std::move(FilmReader::open(directory / "a.film").value());
    const std::vector<FilmEntry> entries = entriesOf(*reader);
    // Room for a marker may come before room for an event; then a second marker tells of those in between.
    const auto first = static_cast<std::size_t>(kept);
    ASSERT_GE(entries.size(), first + 3);
    std::uint64_t told = 0;
    for (std::size_t i = first; i + 2 < entries.size(); ++i)
        told += std::get<FilmGap>(entries[i]).events;
    EXPECT_EQ(told, lost);
    EXPECT_EQ(std::get<FilmEvent>(entries[entries.size() - 2]), filmEvent(later));
}

TEST(FilmRecorder, AGapAtTheEndIsWrittenToo) {
    const TemporaryDirectory directory;
    std::latch full(1);
    FilmRecorderOptions options;
    options.ringBytes = 4'096;
    options.beforeRound = [&full] { full.wait(); };
    const auto recorder = std::move(FilmRecorder::start(directory / "a.film", filmHeader(), options).value());
    int kept = 0;
    while (record(*recorder, kept))
        ++kept;
    EXPECT_FALSE(recorder->recordChunk(std::string(100, 'c')));
    full.count_down();
    ASSERT_TRUE(recorder->stop().ok());
    const auto reader = std::move(FilmReader::open(directory / "a.film").value());
    const std::vector<FilmEntry> entries = entriesOf(*reader);
    ASSERT_GE(entries.size(), 2u);
    EXPECT_EQ(std::get<FilmGap>(entries[entries.size() - 2]).events, 1u);
}

TEST(FilmRecorder, AFullDiskStopsTheFilmWithOneNotice) {
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small{100'000, before.rlim_max};
    std::signal(SIGXFSZ, SIG_IGN);
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
    const TemporaryDirectory directory;
    std::atomic<int> notices{0};
    FilmRecorderOptions options;
    options.onStopped = [&notices](const Error& error) {
        EXPECT_EQ(error.messageId, "film.disk_full");
        ++notices;
    };
    const auto recorder = std::move(FilmRecorder::start(directory / "a.film", filmHeader(), options).value());
    std::mt19937_64 chance(3);
    while (!recorder->isStopped()) {
        std::string bytes(10'000, '\0');
        for (char& byte : bytes)
            byte = static_cast<char>(chance());
        (void)recorder->record(moment(1), bytes, 0);
    }
    EXPECT_FALSE(record(*recorder, 1));
    EXPECT_FALSE(recorder->stop().ok());
    EXPECT_FALSE(recorder->stop().ok());
    EXPECT_EQ(notices.load(), 1);
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &before), 0);
    const auto reader = std::move(FilmReader::open(directory / "a.film").value());
    (void)entriesOf(*reader);
    EXPECT_NE(reader->ending(), FilmEnding::Complete);
}

TEST(FilmRing, KeepsOrderAndContentAcrossTwoThreads) {
    FilmRing ring(8'192);
    constexpr int kEntries = 200'000;
    std::thread pusher([&ring] {
        for (int i = 0; i < kEntries; ++i) {
            const std::string bytes(static_cast<std::size_t>(i % 97), static_cast<char>(i));
            while (!ring.push(RingKind::Event, moment(i), static_cast<std::uint64_t>(i), bytes))
                std::this_thread::yield();
        }
    });
    RingEntry entry;
    for (int i = 0; i < kEntries; ++i) {
        while (!ring.pop(entry))
            std::this_thread::yield();
        ASSERT_EQ(entry.number, static_cast<std::uint64_t>(i));
        ASSERT_EQ(entry.at, moment(i));
        ASSERT_EQ(entry.bytes, std::string(static_cast<std::size_t>(i % 97), static_cast<char>(i)));
    }
    pusher.join();
    EXPECT_FALSE(ring.pop(entry));
}

TEST(FilmRing, TakesNothingItHasNoRoomFor) {
    FilmRing ring(128);
    EXPECT_FALSE(ring.push(RingKind::Event, moment(0), 0, std::string(128, 'x')));
    EXPECT_TRUE(ring.push(RingKind::Event, moment(0), 0, std::string(88, 'x')));
    EXPECT_FALSE(ring.push(RingKind::Event, moment(0), 0, ""));
    RingEntry entry;
    EXPECT_TRUE(ring.pop(entry));
    EXPECT_EQ(entry.bytes, std::string(88, 'x'));
    EXPECT_TRUE(ring.push(RingKind::Event, moment(0), 0, ""));
}

} // namespace
} // namespace strikedesk::film
