// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/film/film_recorder.h"
#include "core/run/film/film_replay.h"
#include "tests/unit/film/film_fixture.h"

#include <gtest/gtest.h>

namespace strikedesk::film {
namespace {

using test::moment;
using test::TemporaryDirectory;

/// Sums the numbers it is given and commands something whenever the sum is even.
struct Adder {
    std::int64_t sum = 0;

    std::string step(const std::string& event) {
        sum += std::stoll(event);
        return sum % 2 == 0 ? "sum " + std::to_string(sum) : std::string();
    }
};

Result<Adder> restore(const FilmHeader& header, std::string_view state) {
    EXPECT_EQ(header.idSeed, 42u);
    if (state == "broken")
        return invalidInput("test", "No such state.");
    return Adder{std::stoll(std::string(state))};
}

Result<std::string> step(Adder& adder, const FilmEvent& event) { return adder.step(event.bytes); }

class FilmReplayTest : public ::testing::Test {
protected:
    void checkpoint() {
        ASSERT_TRUE(m_film->write(FilmCheckpoint{moment(m_event), std::to_string(m_adder.sum)}).ok());
    }
    void events(int count) {
        for (int i = 0; i < count; ++i, ++m_event) {
            const std::string bytes = std::to_string(m_event * 7 % 5);
            ASSERT_TRUE(
                m_film->write(FilmEvent{moment(m_event), bytes, commandHash(m_adder.step(bytes))}).ok());
        }
    }
    Result<ReplayReport> verify() {
        const auto reader = std::move(FilmReader::open(m_file).value());
        return verifyFilm(*reader, restore, step);
    }

    TemporaryDirectory m_directory;
    std::filesystem::path m_file = m_directory / "a.film";
    std::unique_ptr<FilmWriter> m_film = test::newFilm(m_file);
    Adder m_adder{100};
    int m_event = 0;
};

TEST_F(FilmReplayTest, TheSameEngineGivesTheSameCommands) {
    checkpoint();
    events(500);
    checkpoint();
    events(500);
    const std::uint64_t running = m_film->runningHash();
    ASSERT_TRUE(m_film->finish().ok());
    const ReplayReport report = verify().value();
    EXPECT_TRUE(report.isIdentical());
    EXPECT_EQ(report.replayed, 1'000u);
    EXPECT_EQ(report.runningHash, running);
}

TEST_F(FilmReplayTest, TheFirstDifferenceIsNamed) {
    checkpoint();
    events(300);
    m_adder.sum += 2; // From here on the recording engine was in another state.
    events(300);
    ASSERT_TRUE(m_film->finish().ok());
    const ReplayReport report = verify().value();
    ASSERT_TRUE(report.difference.has_value());
    EXPECT_FALSE(report.isIdentical());
    EXPECT_GE(report.difference->event, 300u);
    EXPECT_LT(report.difference->event, 305u);
    EXPECT_EQ(report.difference->at, moment(static_cast<std::int64_t>(report.difference->event)));
    EXPECT_NE(report.difference->recordedHash, report.difference->replayedHash);
}

TEST_F(FilmReplayTest, AfterAGapItGoesOnFromTheNextCheckpoint) {
    checkpoint();
    events(100);
    ASSERT_TRUE(m_film->write(FilmGap{3, "slow"}).ok());
    m_adder.sum += 50;
    events(20);
    checkpoint();
    events(100);
    ASSERT_TRUE(m_film->finish().ok());
    const ReplayReport report = verify().value();
    EXPECT_FALSE(report.difference.has_value());
    EXPECT_EQ(report.replayed, 200u);
    EXPECT_EQ(report.skipped, 20u);
    EXPECT_EQ(report.lostInGaps, 3u);
    EXPECT_FALSE(report.isIdentical());
}

TEST_F(FilmReplayTest, AFilmThatBreaksOffIsNotCalledIdentical) {
    checkpoint();
    events(10);
    ASSERT_TRUE(m_film->flush().ok());
    const ReplayReport report = verify().value();
    EXPECT_EQ(report.replayed, 10u);
    EXPECT_EQ(report.ending, FilmEnding::Open);
    EXPECT_FALSE(report.isIdentical());
}

TEST_F(FilmReplayTest, AStateThatCannotBeRestoredIsAnError) {
    ASSERT_TRUE(m_film->write(FilmCheckpoint{moment(0), "broken"}).ok());
    events(1);
    ASSERT_TRUE(m_film->finish().ok());
    EXPECT_EQ(verify().error().messageId, "test");
}

TEST_F(FilmReplayTest, TheHashOfNoCommandsIsZeroAndOrderCounts) {
    EXPECT_EQ(commandHash(""), 0u);
    EXPECT_NE(commandHash("a"), commandHash("b"));
    EXPECT_NE(nextRunningHash(nextRunningHash(0, 1), 2), nextRunningHash(nextRunningHash(0, 2), 1));
    EXPECT_NE(nextRunningHash(0, 0), nextRunningHash(nextRunningHash(0, 0), 0));
}

} // namespace
} // namespace strikedesk::film
