// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/film/chunk_store.h"
#include "tests/unit/store/temporary_directory.h"
#include "tests/unit/store/test_files.h"

#include <gtest/gtest.h>

namespace strikedesk::film {
namespace {

using test::TemporaryDirectory;

std::vector<std::filesystem::path> filesIn(const std::filesystem::path& directory) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(directory))
        if (entry.is_regular_file())
            files.push_back(entry.path());
    return files;
}

TEST(ChunkStore, KeepsEachPageOnceUnderItsContentsName) {
    const TemporaryDirectory directory;
    ChunkStore store(directory / "chunks");
    const std::string page(100'000, 'p');
    const std::string name = store.put(page).value();
    EXPECT_EQ(name.size(), 64u);
    EXPECT_EQ(name, ChunkStore::nameOf(page));
    EXPECT_EQ(store.put(page).value(), name);
    EXPECT_NE(store.put("").value(), name);
    EXPECT_EQ(filesIn(directory.path()).size(), 2u);
    EXPECT_EQ(store.get(name).value(), page);
    EXPECT_EQ(store.get(ChunkStore::nameOf("")).value(), "");
    EXPECT_TRUE(store.contains(name));
    EXPECT_EQ(ChunkStore(directory / "chunks").get(name).value(), page);
}

TEST(ChunkStore, ADamagedPageIsNotShown) {
    const TemporaryDirectory directory;
    ChunkStore store(directory.path());
    const std::string name = store.put("a page of some bars, a page of some bars").value();
    const std::filesystem::path file = filesIn(directory.path()).front();
    const std::string whole = test::readFile(file);
    for (std::size_t i = 0; i < whole.size() * 8; ++i) {
        std::string flipped = whole;
        flipped[i / 8] = static_cast<char>(flipped[i / 8] ^ (1 << (i % 8)));
        test::writeFile(file, flipped);
        const Result<std::string> read = store.get(name);
        // A bit of the frame that means nothing may be flipped unseen; the content never.
        EXPECT_EQ(read.valueOr("a page of some bars, a page of some bars"),
                  "a page of some bars, a page of some bars");
    }
    test::writeFile(file, "");
    EXPECT_EQ(store.get(name).error().kind, ErrorKind::Storage);
    EXPECT_FALSE(store.contains(name));
    EXPECT_TRUE(store.put("a page of some bars, a page of some bars").ok());
    EXPECT_TRUE(store.get(name).ok());
}

TEST(ChunkStore, NamesCannotLeaveItsFolder) {
    const TemporaryDirectory directory;
    const ChunkStore store(directory.path());
    const std::string names[] = {"",
                                 "..",
                                 "../../../etc/passwd",
                                 std::string(64, 'g'),
                                 std::string(64, '/'),
                                 std::string(63, 'a'),
                                 std::string(65, 'a'),
                                 std::string(64, 'A')};
    for (const std::string& name : names) {
        EXPECT_EQ(store.get(name).error().kind, ErrorKind::InvalidInput) << name;
        EXPECT_FALSE(store.contains(name));
    }
    EXPECT_EQ(store.get(std::string(64, 'a')).error().kind, ErrorKind::NotFound);
}

TEST(ChunkStore, RefusesWhatIsTooLargeOrCannotBeWritten) {
    const TemporaryDirectory directory;
    EXPECT_FALSE(ChunkStore(directory.path()).put(std::string(ChunkStore::kMaxBytes + 1, 'x')).ok());
    test::writeFile(directory / "file", "");
    EXPECT_EQ(ChunkStore(directory / "file").put("x").error().kind, ErrorKind::Storage);
}

} // namespace
} // namespace strikedesk::film
