// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/migrations.h"
#include "tests/unit/store/temporary_directory.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace strikedesk::store {
namespace {

using test::TemporaryDirectory;

class MigrationsTest : public ::testing::Test {
protected:
    std::unique_ptr<SqliteDatabase> open() { return std::move(SqliteDatabase::open(m_file).value()); }

    TemporaryDirectory m_directory;
    std::filesystem::path m_file = m_directory / "store.db";
    const std::vector<Migration> m_two{{1, "first", "CREATE TABLE a (x BIGINT)"},
                                       {2, "second", "CREATE TABLE b (x BIGINT); INSERT INTO b VALUES (7)"}};
};

TEST_F(MigrationsTest, TheEmbeddedOnesAreNumberedFromOne) {
    int expected = 0;
    for (const Migration& step : embeddedMigrations()) {
        EXPECT_EQ(step.number, ++expected);
        EXPECT_FALSE(step.name.empty());
        EXPECT_NE(step.sql.find("CREATE"), std::string_view::npos);
    }
    EXPECT_GE(expected, 1);
}

TEST_F(MigrationsTest, ANewStoreGetsEveryTable) {
    const auto database = openStore(m_file);
    ASSERT_TRUE(database.ok()) << database.error().context;
    EXPECT_EQ(schemaVersion(**database).value(), static_cast<int>(embeddedMigrations().size()));
    for (const char* table :
         {"settings", "watchlists", "watchlist_items", "journal_entries", "markers", "orders", "fills",
          "positions", "film_sessions", "notifications", "errors", "audit_log", "bars", "bar_coverage"})
        EXPECT_TRUE(
            (*database)
                ->query(std::string("SELECT COUNT(*) FROM ") + table, {}, [](const Row&) { return done(); })
                .ok())
            << table;
}

TEST_F(MigrationsTest, OnlyMissingStepsAreApplied) {
    ASSERT_TRUE(migrate(*open(), std::span(m_two).first(1)).ok());
    EXPECT_EQ(schemaVersion(*open()).value(), 1);
    ASSERT_TRUE(migrate(*open(), m_two).ok());
    ASSERT_TRUE(migrate(*open(), m_two).ok());
    EXPECT_EQ(schemaVersion(*open()).value(), 2);
    std::int64_t rows = 0;
    EXPECT_TRUE(open()
                    ->query("SELECT COUNT(*) FROM b", {},
                            [&rows](const Row& row) {
                                rows = row.integer(0);
                                return done();
                            })
                    .ok());
    EXPECT_EQ(rows, 1);
}

TEST_F(MigrationsTest, AnOlderProgramRefusesANewerStore) {
    ASSERT_TRUE(migrate(*open(), m_two).ok());
    const Status refused = migrate(*open(), std::span(m_two).first(1));
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().kind, ErrorKind::Unsupported);
    EXPECT_EQ(refused.error().messageId, "store.newer_schema");
    EXPECT_NE(refused.error().message.find("newer version"), std::string::npos);
}

TEST_F(MigrationsTest, AnotherProgramsStoreIsRefused) {
    ASSERT_TRUE(migrate(*open(), m_two).ok());
    const std::vector<Migration> other{{1, "first", ""}, {2, "different", ""}};
    EXPECT_EQ(migrate(*open(), other).error().messageId, "store.other_schema");
}

TEST_F(MigrationsTest, AStepThatFailsLeavesNoTrace) {
    std::vector<Migration> broken = m_two;
    broken[1].sql = "CREATE TABLE b (x BIGINT); INSERT INTO nowhere VALUES (1)";
    EXPECT_FALSE(migrate(*open(), broken).ok());
    EXPECT_EQ(schemaVersion(*open()).value(), 1);
    EXPECT_FALSE(open()->execute("INSERT INTO b VALUES (1)", {}).ok());
    EXPECT_TRUE(migrate(*open(), m_two).ok());
}

TEST_F(MigrationsTest, OpeningTheStoreTwiceKeepsItsContent) {
    {
        const auto database = openStore(m_file);
        ASSERT_TRUE((*database)->execute("INSERT INTO settings VALUES ('a', 'b', 1)", {}).ok());
    }
    const auto database = openStore(m_file);
    ASSERT_TRUE(database.ok());
    int rows = 0;
    EXPECT_TRUE((*database)
                    ->query("SELECT key FROM settings", {},
                            [&rows](const Row&) {
                                ++rows;
                                return done();
                            })
                    .ok());
    EXPECT_EQ(rows, 1);
}

} // namespace
} // namespace strikedesk::store
