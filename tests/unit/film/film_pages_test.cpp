// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/film/film_pages.h"
#include "core/run/film/film_recorder.h"
#include "tests/unit/film/film_fixture.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>

namespace strikedesk::film {
namespace {

using test::entriesOf;
using test::filmHeader;
using test::moment;
using test::TemporaryDirectory;

constexpr std::size_t kLimit = 64u * 1024 * 1024;

std::string noise(std::size_t bytes, unsigned seed = 1) {
    std::mt19937 chance(seed);
    std::string text(bytes, '\0');
    for (char& c : text)
        c = static_cast<char>(chance());
    return text;
}

std::size_t filesIn(const std::filesystem::path& folder) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        count += entry.is_regular_file() ? 1 : 0;
    return count;
}

TEST(FilmPages, WhatIsSmallStaysInTheFilm) {
    const TemporaryDirectory folder;
    ChunkStore store(folder / "pages");
    const std::string bytes = noise(kPagedFrom - 1);
    EXPECT_EQ(keepPages(store, bytes), bytes);
    EXPECT_EQ(*wholeBytes(store, bytes, kLimit), bytes);
    EXPECT_EQ(keepPages(store, ""), "");
}

TEST(FilmPages, WhatIsLargeComesBackByteForByte) {
    const TemporaryDirectory folder;
    ChunkStore store(folder / "pages");
    for (const std::size_t size : {kPagedFrom, std::size_t{100'000}, std::size_t{2'000'003}}) {
        const std::string bytes = noise(size);
        const std::string kept = keepPages(store, bytes);
        EXPECT_LT(kept.size(), size / 40);
        EXPECT_EQ(*wholeBytes(store, kept, kLimit), bytes);
    }
    const std::string zeros(500'000, '\0');
    EXPECT_EQ(*wholeBytes(store, keepPages(store, zeros), kLimit), zeros);
}

TEST(FilmPages, AFewChangedBytesCostAFewPieces) {
    const TemporaryDirectory folder;
    ChunkStore store(folder / "pages");
    const std::string bytes = noise(3'000'000);
    ASSERT_LT(keepPages(store, bytes).size(), bytes.size());
    const std::size_t before = filesIn(folder / "pages");
    EXPECT_GT(before, 100u);
    std::string changed = "another request number" + bytes + "one more bar";
    changed[1'500'000] = static_cast<char>(changed[1'500'000] + 1);
    EXPECT_EQ(*wholeBytes(store, keepPages(store, changed), kLimit), changed);
    EXPECT_LE(filesIn(folder / "pages"), before + 8);
}

TEST(FilmPages, PiecesStayWithinTheirBounds) {
    for (const std::string_view piece : piecesOf(noise(1'000'000)))
        EXPECT_LE(piece.size(), 64u * 1024);
    std::string joined;
    const std::string bytes = noise(300'000, 5);
    for (const std::string_view piece : piecesOf(bytes))
        joined += piece;
    EXPECT_EQ(joined, bytes);
    EXPECT_TRUE(piecesOf("").empty());
}

TEST(FilmPages, ALostOrBrokenPageIsSaidAndNeverGuessed) {
    const TemporaryDirectory folder;
    ChunkStore store(folder / "pages");
    const std::string kept = keepPages(store, noise(200'000));
    EXPECT_FALSE(wholeBytes(store, kept.substr(0, kept.size() - 1), kLimit).ok());
    EXPECT_FALSE(wholeBytes(store, kept, 100'000).ok());
    std::filesystem::remove_all(folder / "pages");
    EXPECT_EQ(wholeBytes(store, kept, kLimit).error().kind, ErrorKind::NotFound);
}

TEST(FilmPages, AFolderThatCannotBeWrittenLeavesTheBytesInTheFilm) {
    const TemporaryDirectory folder;
    std::ofstream(folder / "file") << "no folder";
    ChunkStore store(folder / "file" / "pages");
    const std::string bytes = noise(100'000);
    EXPECT_EQ(keepPages(store, bytes), bytes);
}

TEST(FilmPages, ARecorderKeepsEqualCheckpointsOnce) {
    const TemporaryDirectory folder;
    const std::string state = noise(1'000'000);
    FilmRecorderOptions options;
    options.pages = pagesOf(folder / "a.film");
    const auto recorder = std::move(FilmRecorder::start(folder / "a.film", filmHeader(), options).value());
    for (int i = 0; i < 10; ++i)
        EXPECT_TRUE(recorder->recordCheckpoint(moment(i), state + std::to_string(i)));
    ASSERT_TRUE(recorder->stop().ok());
    EXPECT_LT(recorder->bytesWritten(), 100'000u);
    const auto reader = std::move(FilmReader::open(folder / "a.film").value());
    const ChunkStore store(pagesOf(reader->file()));
    int checkpoint = 0;
    for (const FilmEntry& entry : entriesOf(*reader))
        if (const auto* kept = std::get_if<FilmCheckpoint>(&entry)) {
            EXPECT_EQ(*wholeBytes(store, kept->bytes, kLimit), state + std::to_string(checkpoint));
            ++checkpoint;
        }
    EXPECT_EQ(checkpoint, 10);
}

} // namespace
} // namespace strikedesk::film
