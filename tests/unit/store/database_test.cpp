// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/sqlite_connection.h"
#include "core/io/store/sqlite_database.h"
#include "tests/unit/store/temporary_directory.h"
#include "tests/unit/store/test_files.h"

#include <gtest/gtest.h>

#include <thread>

namespace strikedesk::store {
namespace {

using test::TemporaryDirectory;

class DatabaseTest : public ::testing::Test {
protected:
    void SetUp() override {
        m_database = std::move(SqliteDatabase::open(m_directory / "folder/store.db").value());
        ASSERT_TRUE(
            m_database->runScript("CREATE TABLE t (k TEXT PRIMARY KEY, v); CREATE TABLE n (x BIGINT)").ok());
    }

    Result<std::int64_t> put(const std::string& key, const Value& value) {
        return m_database->execute("INSERT INTO t (k, v) VALUES ($1, $2)", {key, value});
    }
    std::int64_t count() {
        std::int64_t rows = -1;
        EXPECT_TRUE(m_database
                        ->query("SELECT COUNT(*) FROM t", {},
                                [&rows](const Row& row) {
                                    rows = row.integer(0);
                                    return done();
                                })
                        .ok());
        return rows;
    }
    std::string pragma(const std::string& name) {
        Value value;
        EXPECT_TRUE(m_database
                        ->query("PRAGMA " + name, {},
                                [&value](const Row& row) {
                                    value = row.isNull(0)       ? Value()
                                            : name_is_text(row) ? Value(row.text(0))
                                                                : Value(row.integer(0));
                                    return done();
                                })
                        .ok());
        if (const auto* whole = std::get_if<std::int64_t>(&value))
            return std::to_string(*whole);
        return std::get<std::string>(value);
    }
    static bool name_is_text(const Row& row) {
        const Row copy = row;
        (void)copy.text(0);
        return !copy.mismatched();
    }

    TemporaryDirectory m_directory;
    std::unique_ptr<SqliteDatabase> m_database;
};

TEST_F(DatabaseTest, WritesDurably) {
    EXPECT_EQ(pragma("journal_mode"), "wal");
    EXPECT_EQ(pragma("synchronous"), "2");
    EXPECT_EQ(pragma("foreign_keys"), "1");
    EXPECT_EQ(pragma("busy_timeout"), "250");
}

TEST_F(DatabaseTest, KeepsEveryKindOfValue) {
    const std::vector<Value> values{
        std::monostate{}, std::int64_t{INT64_MIN},       2.5, std::string(), std::string("a\0b", 3),
        Blob{},           Blob{std::string("\0\xFF", 2)}};
    for (std::size_t i = 0; i < values.size(); ++i)
        ASSERT_EQ(put(std::to_string(i), values[i]).value(), 1);
    std::size_t row = 0;
    const Status read = m_database->query("SELECT v FROM t ORDER BY k", {}, [&](const Row& columns) {
        const Value& expected = values[row++];
        EXPECT_EQ(columns.isNull(0), std::holds_alternative<std::monostate>(expected));
        if (const auto* whole = std::get_if<std::int64_t>(&expected)) {
            EXPECT_EQ(columns.integer(0), *whole);
        } else if (const auto* real = std::get_if<double>(&expected)) {
            EXPECT_EQ(columns.real(0), *real);
        } else if (const auto* text = std::get_if<std::string>(&expected)) {
            EXPECT_EQ(columns.text(0), *text);
        } else if (const auto* blob = std::get_if<Blob>(&expected)) {
            EXPECT_EQ(columns.blob(0), blob->bytes);
        }
        return done();
    });
    EXPECT_TRUE(read.ok());
    EXPECT_EQ(row, values.size());
}

TEST_F(DatabaseTest, AValueOfAnotherKindFailsTheQuery) {
    ASSERT_TRUE(put("price", std::string("2.10")).ok());
    const Status read = m_database->query("SELECT v FROM t", {}, [](const Row& row) {
        EXPECT_EQ(row.integer(0), 0);
        return done();
    });
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error().messageId, "store.unexpected_type");
}

TEST_F(DatabaseTest, BindsByNumberWhateverTheirOrderInTheText) {
    ASSERT_TRUE(
        m_database->execute("INSERT INTO t (v, k) VALUES ($2, $1)", {std::string("k"), std::int64_t{5}})
            .ok());
    const Status read =
        m_database->query("SELECT k, v FROM t WHERE v = $1 OR v = $1", {std::int64_t{5}}, [](const Row& row) {
            EXPECT_EQ(row.text(0), "k");
            return done();
        });
    EXPECT_TRUE(read.ok());
}

TEST_F(DatabaseTest, RefusesWrongRequests) {
    EXPECT_FALSE(m_database->execute("INSERT INTO t (k, v) VALUES ($1, $2)", {std::string("k")}).ok());
    EXPECT_FALSE(m_database->execute("INSERT INTO t (k) VALUES ($2)", {std::string("k")}).ok());
    EXPECT_FALSE(m_database->execute("INSERT INTO nowhere VALUES (1)", {}).ok());
    EXPECT_FALSE(m_database->execute("DELETE FROM t; DELETE FROM n", {}).ok());
    EXPECT_FALSE(m_database->execute("", {}).ok());
    EXPECT_EQ(put("k", std::int64_t{1}).value(), 1);
    EXPECT_EQ(put("k", std::int64_t{2}).error().kind, ErrorKind::Refused);
    EXPECT_EQ(count(), 1);
}

TEST_F(DatabaseTest, AHandlersErrorEndsTheQuery) {
    for (int i = 0; i < 5; ++i)
        ASSERT_TRUE(put(std::to_string(i), std::int64_t{i}).ok());
    int seen = 0;
    const Status read = m_database->query("SELECT k FROM t", {}, [&seen](const Row&) -> Status {
        return ++seen == 2 ? Status(invalidInput("test", "Stop.")) : done();
    });
    EXPECT_EQ(read.error().messageId, "test");
    EXPECT_EQ(seen, 2);
    EXPECT_EQ(count(), 5);
}

TEST_F(DatabaseTest, AHandlerMayAskTheSameAgain) {
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(put(std::to_string(i), std::int64_t{i}).ok());
    int inner = 0;
    const auto sql = "SELECT k FROM t";
    EXPECT_TRUE(m_database
                    ->query(sql, {},
                            [&](const Row&) {
                                return m_database->query(sql, {}, [&inner](const Row&) {
                                    ++inner;
                                    return done();
                                });
                            })
                    .ok());
    EXPECT_EQ(inner, 9);
}

TEST_F(DatabaseTest, AFailedTransactionLeavesNothing) {
    const Status failed = m_database->inTransaction([&]() -> Status {
        EXPECT_TRUE(put("a", std::int64_t{1}).ok());
        return invalidInput("test", "No.");
    });
    EXPECT_EQ(failed.error().messageId, "test");
    EXPECT_EQ(count(), 0);
    EXPECT_TRUE(
        m_database->inTransaction([&]() -> Status { return put("a", std::int64_t{1}) ? done() : done(); })
            .ok());
    EXPECT_EQ(count(), 1);
}

TEST_F(DatabaseTest, AFailedPartFailsTheWholeEvenWhenIgnored) {
    const Status whole = m_database->inTransaction([&]() -> Status {
        EXPECT_TRUE(put("a", std::int64_t{1}).ok());
        EXPECT_FALSE(m_database->inTransaction([]() -> Status { return invalidInput("test", "No."); }).ok());
        return done();
    });
    EXPECT_FALSE(whole.ok());
    EXPECT_EQ(count(), 0);
}

TEST_F(DatabaseTest, ALockedStoreIsRefusedAfterABoundedWait) {
    auto other = std::move(SqliteDatabase::open(m_directory / "folder/store.db").value());
    const Status held = other->inTransaction([&]() -> Status {
        const Result<std::int64_t> refused = put("a", std::int64_t{1});
        EXPECT_EQ(refused.error().kind, ErrorKind::Unavailable);
        EXPECT_EQ(refused.error().messageId, "store.busy");
        return done();
    });
    EXPECT_TRUE(held.ok());
    EXPECT_TRUE(put("a", std::int64_t{1}).ok());
}

TEST_F(DatabaseTest, AFileThatIsNoDatabaseIsNamedDamaged) {
    test::writeFile(m_directory / "other.db", std::string(4096, 'x'));
    EXPECT_EQ(SqliteDatabase::open(m_directory / "other.db").error().messageId, "store.damaged");
    test::writeFile(m_directory / "file", "");
    EXPECT_EQ(SqliteDatabase::open(m_directory / "file/store.db").error().messageId, "store.not_writable");
}

TEST_F(DatabaseTest, ABackupHoldsTheSame) {
    ASSERT_TRUE(put("a", std::int64_t{1}).ok());
    ASSERT_TRUE(m_database->backupTo(m_directory / "copy.db").ok());
    ASSERT_TRUE(put("b", std::int64_t{1}).ok());
    m_database = std::move(SqliteDatabase::open(m_directory / "copy.db").value());
    EXPECT_EQ(count(), 1);
}

using DatabaseDeathTest = DatabaseTest;
TEST_F(DatabaseDeathTest, StopsTheProgramOnAnotherThread) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_DEATH(std::thread([this] { (void)count(); }).join(), "thread that does not own it");
}

} // namespace
} // namespace strikedesk::store
