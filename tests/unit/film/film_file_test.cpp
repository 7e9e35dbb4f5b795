// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/film/film_block.h"
#include "core/run/film/film_reader.h"
#include "core/run/film/film_writer.h"
#include "tests/unit/film/film_fixture.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <random>

namespace strikedesk::film {
namespace {

using test::entriesOf;
using test::filmEvent;
using test::filmHeader;
using test::moment;
using test::newFilm;
using test::TemporaryDirectory;

class FilmFileTest : public ::testing::Test {
protected:
    std::unique_ptr<FilmReader> reader() { return std::move(FilmReader::open(m_file).value()); }

    TemporaryDirectory m_directory;
    std::filesystem::path m_file = m_directory / "films/a.film";
};

TEST_F(FilmFileTest, GivesBackEveryEntryInOrder) {
    std::vector<FilmEntry> written{FilmCheckpoint{moment(0), std::string(300'000, 'c')}};
    const auto film = newFilm(m_file);
    ASSERT_TRUE(film->write(std::get<FilmCheckpoint>(written[0])).ok());
    for (int i = 0; i < 40'000; ++i) {
        written.emplace_back(filmEvent(i));
        ASSERT_TRUE(film->write(filmEvent(i)).ok());
    }
    written.emplace_back(FilmGap{7, "slow"});
    ASSERT_TRUE(film->write(FilmGap{7, "slow"}).ok());
    written.emplace_back(FilmChunk{"abc"});
    ASSERT_TRUE(film->write(FilmChunk{"abc"}).ok());
    const FilmEvent odd{Moment{Timestamp::fromNanoseconds(-5), MonoTime::fromNanoseconds(INT64_MIN)}, "", 1};
    written.emplace_back(odd);
    ASSERT_TRUE(film->write(odd).ok());
    written.emplace_back(FilmEnd{film->events(), film->runningHash()});
    ASSERT_TRUE(film->finish().ok());
    EXPECT_FALSE(film->write(odd).ok());

    const auto reader = this->reader();
    EXPECT_EQ(reader->header(), filmHeader());
    EXPECT_EQ(entriesOf(*reader), written);
    EXPECT_EQ(reader->ending(), FilmEnding::Complete);
    EXPECT_EQ(reader->position(), written.size());
    const FilmSummary summary = reader->summary().value();
    EXPECT_EQ(summary.wholeEntries, written.size());
    EXPECT_EQ(summary.wholeEvents, 40'001u);
    EXPECT_EQ(summary.ending, FilmEnding::Complete);
    EXPECT_EQ(summary.firstAt, moment(0).market);
    ASSERT_TRUE(reader->rewind().ok());
    EXPECT_EQ(entriesOf(*reader).size(), written.size());
}

TEST_F(FilmFileTest, SeeksToTheLastCheckpointBefore) {
    {
        const auto film = newFilm(m_file);
        for (int i = 0; i < 100; ++i) {
            if (i % 10 == 0) {
                ASSERT_TRUE(film->write(FilmCheckpoint{moment(i * 10), std::to_string(i)}).ok());
            }
            ASSERT_TRUE(film->write(filmEvent(i)).ok());
        }
        ASSERT_TRUE(film->finish().ok());
    }
    const auto reader = this->reader();
    const std::pair<std::int64_t, std::string> rows[] = {{-1, "0"},   {0, "0"},    {99, "0"},
                                                         {100, "10"}, {555, "50"}, {1'000'000, "90"}};
    for (const auto& [ms, state] : rows) {
        ASSERT_TRUE(reader->seek(moment(ms).market).ok());
        const FilmEntry entry = reader->next().value().value();
        EXPECT_EQ(std::get<FilmCheckpoint>(entry).bytes, state) << ms;
        EXPECT_EQ(reader->position(), 1 + std::stoull(state) * 11 / 10);
    }
}

TEST_F(FilmFileTest, AFilmWithoutCheckpointCannotBeSought) {
    {
        const auto film = newFilm(m_file);
        ASSERT_TRUE(film->write(filmEvent(1)).ok());
    }
    EXPECT_EQ(reader()->seek(moment(0).market).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(entriesOf(*reader()).size(), 1u);
}

TEST_F(FilmFileTest, AFilmThatWasNotClosedIsReadAsFarAsItGoes) {
    const auto film = newFilm(m_file);
    ASSERT_TRUE(film->write(filmEvent(1)).ok());
    ASSERT_TRUE(film->write(filmEvent(2)).ok());
    EXPECT_TRUE(entriesOf(*reader()).empty());
    ASSERT_TRUE(film->flush().ok());
    ASSERT_TRUE(film->write(filmEvent(3)).ok());
    const auto reader = this->reader();
    EXPECT_EQ(entriesOf(*reader).size(), 2u);
    EXPECT_EQ(reader->ending(), FilmEnding::Open);
}

/// Three blocks: a checkpoint with 20 events, 20 events, 5 events and the end.
std::string smallFilm(const std::filesystem::path& file) {
    const auto film = newFilm(file);
    EXPECT_TRUE(film->write(FilmCheckpoint{moment(0), "state"}).ok());
    for (int i = 0; i < 45; ++i) {
        EXPECT_TRUE(film->write(filmEvent(i)).ok());
        if (i == 19 || i == 39) {
            EXPECT_TRUE(film->flush().ok());
        }
    }
    EXPECT_TRUE(film->finish().ok());
    return test::readFile(file);
}

TEST_F(FilmFileTest, AnyCutLeavesTheWholeBlocksBeforeItGood) {
    const std::string whole = smallFilm(m_file);
    const std::vector<FilmEntry> all = entriesOf(*reader());
    ASSERT_EQ(all.size(), 47u);
    std::set<std::size_t> seen;
    int unreadable = 0;
    for (std::size_t size = 0; size < whole.size(); ++size) {
        test::writeFile(m_file, whole.substr(0, size));
        auto opened = FilmReader::open(m_file);
        if (!opened) {
            ++unreadable;
            continue;
        }
        const std::vector<FilmEntry> kept = entriesOf(**opened);
        ASSERT_TRUE(kept.size() == 0 || kept.size() == 21 || kept.size() == 41) << size;
        EXPECT_TRUE(std::equal(kept.begin(), kept.end(), all.begin()));
        EXPECT_TRUE((*opened)->ending() == FilmEnding::Torn || (*opened)->ending() == FilmEnding::Open)
            << size;
        EXPECT_EQ((*opened)->summary().value().wholeEntries, kept.size());
        EXPECT_EQ((*opened)->summary().value().ending, (*opened)->ending());
        seen.insert(kept.size());
    }
    EXPECT_EQ(seen, (std::set<std::size_t>{0, 21, 41}));
    EXPECT_LT(unreadable, 200); // Only within the film's own header.
}

TEST_F(FilmFileTest, AFlippedBitAnywhereIsNoticed) {
    const std::string whole = smallFilm(m_file);
    const std::vector<FilmEntry> all = entriesOf(*reader());
    for (std::size_t bit = 0; bit < whole.size() * 8; bit += 5) {
        std::string flipped = whole;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        test::writeFile(m_file, flipped);
        auto opened = FilmReader::open(m_file);
        if (!opened)
            continue;
        const std::vector<FilmEntry> kept = entriesOf(**opened);
        EXPECT_NE((*opened)->ending(), FilmEnding::Complete) << bit;
        EXPECT_LT(kept.size(), all.size());
        EXPECT_TRUE(std::equal(kept.begin(), kept.end(), all.begin()));
    }
}

TEST_F(FilmFileTest, BytesAfterTheEndAreNoticed) {
    const std::string whole = smallFilm(m_file);
    test::writeFile(m_file, whole + "x");
    const auto reader = this->reader();
    EXPECT_EQ(entriesOf(*reader).size(), 47u);
    EXPECT_EQ(reader->ending(), FilmEnding::Damaged);
}

TEST_F(FilmFileTest, RefusesWhatIsNoFilm) {
    EXPECT_EQ(FilmReader::open(m_file).error().kind, ErrorKind::NotFound);
    std::filesystem::create_directories(m_file.parent_path());
    const std::string wrong[] = {"", "SDFILM\r\n", std::string(100, 'x'),
                                 "SDFILM\r\n\xFF\xFF\xFF\xFF" + std::string(64, 'x'),
                                 std::string("SDFILM\r\n\0\0\0\0", 12) + std::string(8, '\0')};
    for (const std::string& bytes : wrong) {
        test::writeFile(m_file, bytes);
        EXPECT_EQ(FilmReader::open(m_file).error().kind, ErrorKind::InvalidInput);
    }
}

/// Blocks whose checksum is right but whose inside contradicts itself, as a forger would make them.
TEST_F(FilmFileTest, ForgedBlocksAreRefused) {
    std::mt19937_64 chance(1);
    ZstdPacker packer;
    for (int round = 0; round < 5'000; ++round) {
        std::string raw(chance() % 64, '\0');
        for (char& byte : raw)
            byte = static_cast<char>(chance() % 3 == 0 ? chance() : chance() % 8);
        const std::string packed = packer.pack(raw, 3).value();
        BlockHead head;
        head.rawBytes = static_cast<std::uint32_t>(raw.size());
        head.packedBytes = static_cast<std::uint32_t>(packed.size());
        head.entries = static_cast<std::uint32_t>(chance() % (raw.size() + 1));
        const Result<std::vector<FilmEntry>> entries = unpackBlock(head, packed);
        if (entries) {
            EXPECT_EQ(entries->size(), head.entries);
        }
    }
}

TEST_F(FilmFileTest, NeverOverwritesAFilm) {
    { const auto film = newFilm(m_file); }
    EXPECT_EQ(FilmWriter::create(m_file, filmHeader()).error().messageId, "film.exists");
    test::writeFile(m_directory / "file", "");
    EXPECT_EQ(FilmWriter::create(m_directory / "file/a.film", filmHeader()).error().kind, ErrorKind::Storage);
}

TEST_F(FilmFileTest, AFullDiskEndsTheFilmWithASentenceAndKeepsWhatThereIs) {
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small{200'000, before.rlim_max};
    std::signal(SIGXFSZ, SIG_IGN);
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
    std::mt19937_64 chance(3);
    Status result = done();
    {
        const auto film = newFilm(m_file);
        for (int i = 0; i < 100 && result; ++i) {
            FilmEvent event = filmEvent(i);
            for (int byte = 0; byte < 10'000; ++byte)
                event.bytes.push_back(static_cast<char>(chance()));
            result = film->write(event);
            if (result)
                result = film->flush();
        }
        EXPECT_FALSE(film->write(filmEvent(1)).ok());
    }
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &before), 0);
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().messageId, "film.disk_full");
    const auto reader = this->reader();
    EXPECT_GT(entriesOf(*reader).size(), 15u);
    EXPECT_EQ(reader->ending(), FilmEnding::Torn);
}

TEST_F(FilmFileTest, FileNamesAreSafeEverywhere) {
    FilmHeader header = filmHeader();
    EXPECT_EQ(filmFileName(header), "2026-03-02_143000_paper_PA3X.film");
    header.account = "../x:y/é";
    EXPECT_EQ(filmFileName(header), "2026-03-02_143000_paper_---x-y---.film");
}

} // namespace
} // namespace strikedesk::film
