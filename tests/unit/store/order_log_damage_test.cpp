// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/order_log.h"
#include "core/io/store/order_log_restore.h"
#include "core/io/store/sqlite_connection.h"
#include "tests/unit/store/order_log_fixture.h"
#include "tests/unit/store/test_files.h"

#include <gtest/gtest.h>

#include <random>

namespace strikedesk::store {
namespace {

using test::logOptions;
using test::TemporaryDirectory;

class OrderLogDamageTest : public ::testing::Test {
protected:
    static constexpr int kRecords = 12;

    void SetUp() override { test::writeLog(m_options, kRecords); }

    std::filesystem::path file() const { return OrderLog::fileFor(m_options).value(); }
    std::filesystem::path beside(const char* ending) const {
        std::filesystem::path path = file();
        path += ending;
        return path;
    }
    /// Changes the file as somebody with a database tool would.
    void edit(const std::string& sql) {
        const auto connection = SqliteConnection::open(file(), {});
        ASSERT_TRUE(connection.ok());
        ASSERT_TRUE((*connection)->exec(sql).ok());
    }
    OrderLogDamage damage() {
        const auto opening = OrderLog::open(m_options);
        if (!opening) {
            ADD_FAILURE() << opening.error().message;
            return {};
        }
        if (const auto* found = std::get_if<OrderLogDamage>(&*opening))
            return *found;
        ADD_FAILURE() << "the log was taken for healthy";
        return {};
    }

    TemporaryDirectory m_directory;
    OrderLogOptions m_options = logOptions(m_directory.path());
};

TEST_F(OrderLogDamageTest, FindsEveryChangedField) {
    const std::string before = test::readFile(file());
    const char* const changes[] = {
        "at_utc_ns = at_utc_ns + 1", "mono_ns = 7",    "kind = 'sent'", "intent_id = 'x'",
        "client_order_id = 'x'",     "payload = '{}'", "hash = x'00'",  "prev_hash = zeroblob(32)",
    };
    for (const char* change : changes) {
        test::writeFile(file(), before);
        edit(std::string("UPDATE event SET ") + change + " WHERE seq = 5");
        EXPECT_EQ(damage().firstBadSeq, 5) << change;
    }
}

TEST_F(OrderLogDamageTest, FindsAMissingRecordInTheMiddle) {
    edit("DELETE FROM event WHERE seq = 4");
    EXPECT_EQ(damage().firstBadSeq, 4);
}

TEST_F(OrderLogDamageTest, FindsMissingNewestRecords) {
    edit("DELETE FROM event WHERE seq > 9");
    EXPECT_EQ(damage().firstBadSeq, 10);
}

TEST_F(OrderLogDamageTest, FindsALogThatWasForged) {
    edit("UPDATE build SET build_id = 'other'");
    EXPECT_EQ(damage().firstBadSeq, 1);
}

TEST_F(OrderLogDamageTest, AnEmptyFileIsNotAnEmptyBook) {
    test::writeFile(file(), "");
    EXPECT_FALSE(damage().what.empty());
    EXPECT_EQ(std::filesystem::file_size(file()), 0u);
}

TEST_F(OrderLogDamageTest, AMissingFileIsNotAnEmptyBook) {
    std::filesystem::remove(file());
    EXPECT_FALSE(damage().what.empty());
    EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(OrderLogDamageTest, AnotherFileInItsPlaceIsFound) {
    test::writeFile(file(), std::string(8192, 'x'));
    EXPECT_FALSE(damage().what.empty());
    EXPECT_EQ(test::readFile(file()), std::string(8192, 'x'));
}

TEST_F(OrderLogDamageTest, ALostTableIsFound) {
    for (const char* table : {"event", "owner", "build"}) {
        const std::string before = test::readFile(file());
        edit(std::string("DROP TABLE ") + table);
        EXPECT_FALSE(damage().what.empty()) << table;
        test::writeFile(file(), before);
    }
}

TEST_F(OrderLogDamageTest, AnotherAccountsLogIsRefused) {
    edit("UPDATE owner SET account = 'PA9Z'");
    const auto opening = OrderLog::open(m_options);
    ASSERT_FALSE(opening.ok());
    EXPECT_EQ(opening.error().messageId, "store.log_of_another_account");
}

TEST_F(OrderLogDamageTest, ANewerLogIsRefused) {
    edit("PRAGMA user_version = 2");
    const auto opening = OrderLog::open(m_options);
    ASSERT_FALSE(opening.ok());
    EXPECT_EQ(opening.error().kind, ErrorKind::Unsupported);
}

TEST_F(OrderLogDamageTest, EveryCutIsFound) {
    const std::string whole = test::readFile(file());
    for (std::size_t size = 0; size < whole.size(); size += 1024) {
        test::writeFile(file(), whole.substr(0, size));
        EXPECT_FALSE(damage().what.empty()) << size;
    }
}

TEST_F(OrderLogDamageTest, ADamagedLogIsLeftAsItWas) {
    edit("DELETE FROM event WHERE seq > 9");
    const std::string before = test::readFile(file());
    const OrderLogDamage found = damage();
    EXPECT_EQ(found.file, file());
    EXPECT_EQ(test::readFile(file()), before);
}

TEST_F(OrderLogDamageTest, ATornWitnessIsNotHeldAgainstAGoodLog) {
    test::writeFile(beside(".head"), "torn");
    const auto log = test::openLog(m_options);
    ASSERT_NE(log, nullptr);
    EXPECT_EQ(log->lastSeq(), kRecords);
}

TEST_F(OrderLogDamageTest, ABackupTakesTheDamagedLogsPlace) {
    const std::filesystem::path backup = m_directory / "backup.db";
    {
        const auto log = test::openLog(m_options);
        ASSERT_TRUE(log->backupTo(backup).ok());
        EXPECT_EQ(restoreOrderLog(m_options, backup).error().messageId, "store.log_in_use");
        ASSERT_TRUE(log->append(test::logRecord(13)).ok());
    }
    edit("UPDATE event SET kind = 'sent' WHERE seq = 5");
    const std::string damaged = test::readFile(file());
    EXPECT_EQ(damage().firstBadSeq, 5);
    ASSERT_TRUE(restoreOrderLog(m_options, backup).ok());
    const auto log = test::openLog(m_options);
    ASSERT_NE(log, nullptr);
    EXPECT_EQ(log->lastSeq(), kRecords);
    EXPECT_TRUE(log->append(test::logRecord(13)).ok());
    EXPECT_EQ(test::readFile(beside(".damaged-1")), damaged);
}

TEST_F(OrderLogDamageTest, WhatIsNoWholeLogIsNotRestored) {
    const std::string before = test::readFile(file());
    const std::filesystem::path backup = m_directory / "backup.db";
    EXPECT_FALSE(restoreOrderLog(m_options, backup).ok());
    for (const std::string& bytes :
         {std::string(), std::string(9000, 'x'), before.substr(0, before.size() / 2)}) {
        test::writeFile(backup, bytes);
        EXPECT_EQ(restoreOrderLog(m_options, backup).error().messageId, "store.bad_backup");
    }
    EXPECT_EQ(test::readFile(file()), before);
    EXPECT_EQ(test::openLog(m_options)->lastSeq(), kRecords);
}

/// One flipped bit anywhere is either found, or nothing that was recorded is read differently.
TEST_F(OrderLogDamageTest, NoFlippedBitChangesWhatIsRead) {
    const std::string whole = test::readFile(file());
    std::vector<OrderLogRecord> expected;
    for (int i = 1; i <= kRecords; ++i)
        expected.push_back(test::logRecord(i));
    std::mt19937_64 chance(20260302);
    int found = 0;
    for (int round = 0; round < 1'000; ++round) {
        std::string flipped = whole;
        const std::size_t bit = chance() % (whole.size() * 8);
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        test::writeFile(file(), flipped);
        auto opening = OrderLog::open(m_options);
        if (!opening || std::holds_alternative<OrderLogDamage>(*opening)) {
            ++found;
            continue;
        }
        std::vector<OrderLogRecord> read;
        for (OrderLogEntry& entry : test::entriesOf(*std::get<std::unique_ptr<OrderLog>>(*opening)))
            read.push_back(std::move(entry.record));
        ASSERT_EQ(read, expected) << "bit " << bit;
    }
    EXPECT_GT(found, 50); // Most of a small file is unused space, where a flip means nothing.
    RecordProperty("found", found);
}

} // namespace
} // namespace strikedesk::store
