// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/order_log.h"
#include "tests/unit/store/fault_vfs.h"
#include "tests/unit/store/order_log_fixture.h"

#include <gtest/gtest.h>

#include <random>

namespace strikedesk::store {
namespace {

using test::entriesOf;
using test::FaultVfs;
using test::logOptions;
using test::logRecord;
using test::openLog;
using test::TemporaryDirectory;

OrderLogOptions faultyOptions(const std::filesystem::path& directory) {
    OrderLogOptions options = logOptions(directory);
    options.vfs = FaultVfs::name();
    return options;
}

TEST(OrderLogFaults, AfterAFailedSyncNothingMoreIsAccepted) {
    const TemporaryDirectory directory;
    FaultVfs disk;
    {
        const auto log = openLog(faultyOptions(directory.path()));
        ASSERT_TRUE(log->append(logRecord(1)).ok());
        disk.failSync = 1;
        EXPECT_EQ(log->append(logRecord(2)).error().kind, ErrorKind::Storage);
        EXPECT_TRUE(log->hasFailed());
        // The disk works again, but what it holds is unknown.
        const Result<std::int64_t> next = log->append(logRecord(3, "cancel"));
        ASSERT_FALSE(next.ok());
        EXPECT_EQ(next.error().messageId, "store.log_failed");
    }
    const auto log = openLog(faultyOptions(directory.path()));
    const std::size_t kept = entriesOf(*log).size();
    EXPECT_TRUE(kept == 1 || kept == 2) << kept;
    EXPECT_TRUE(log->append(logRecord(3, "cancel")).ok());
}

TEST(OrderLogFaults, AFailedWriteIsTheSame) {
    const TemporaryDirectory directory;
    FaultVfs disk;
    const auto log = openLog(faultyOptions(directory.path()));
    ASSERT_TRUE(log->append(logRecord(1)).ok());
    disk.failWrite = 1;
    EXPECT_FALSE(log->append(logRecord(2)).ok());
    EXPECT_TRUE(log->hasFailed());
}

/// Every write and every sync of a start and three appends fails once: no acknowledged record is ever lost.
TEST(OrderLogFaults, NoAcknowledgedRecordIsLostWhicheverCallFails) {
    for (const bool syncs : {true, false}) {
        bool hit = true;
        for (int n = 1; hit; ++n) {
            const TemporaryDirectory directory;
            std::int64_t acknowledged = 0;
            {
                FaultVfs disk;
                (syncs ? disk.failSync : disk.failWrite) = n;
                const int calls = n;
                auto opening = OrderLog::open(faultyOptions(directory.path()));
                if (opening && std::holds_alternative<std::unique_ptr<OrderLog>>(*opening))
                    for (int i = 1; i <= 3; ++i)
                        if (auto seq = std::get<std::unique_ptr<OrderLog>>(*opening)->append(logRecord(i)))
                            acknowledged = *seq;
                hit = (syncs ? disk.syncs : disk.writes) >= calls;
            }
            const auto log = openLog(logOptions(directory.path()));
            ASSERT_NE(log, nullptr) << n;
            EXPECT_GE(log->lastSeq(), acknowledged) << n;
        }
    }
}

TEST(OrderLogFaults, AFullDiskStopsIntentsAndLeavesRoomForCancels) {
    const TemporaryDirectory directory;
    FaultVfs disk;
    OrderLogOptions options = faultyOptions(directory.path());
    const auto log = openLog(options);
    const std::filesystem::path reserve = directory / "orders-paper-PA3X.db.reserve";
    EXPECT_EQ(std::filesystem::file_size(reserve), 64u * 1024);
    ASSERT_TRUE(log->append(logRecord(1)).ok());
    disk.diskFull = true;
    disk.failWrite = 1;
    const Result<std::int64_t> refused = log->append(logRecord(2));
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().messageId, "store.log_disk_full");
    EXPECT_TRUE(log->isDiskFull());
    EXPECT_FALSE(log->hasFailed());
    EXPECT_FALSE(std::filesystem::exists(reserve));
    EXPECT_EQ(log->append(logRecord(1, "cancel")).value(), 2);
    // Space is back: the reserve is taken again first, then intents go on.
    EXPECT_EQ(log->append(logRecord(2)).value(), 3);
    EXPECT_FALSE(log->isDiskFull());
    EXPECT_TRUE(std::filesystem::exists(reserve));
    EXPECT_EQ(entriesOf(*log).size(), 3u);
}

TEST(OrderLogFaults, ACancelThatMeetsTheFullDiskGoesIntoTheReserve) {
    const TemporaryDirectory directory;
    FaultVfs disk;
    const auto log = openLog(faultyOptions(directory.path()));
    ASSERT_TRUE(log->append(logRecord(1)).ok());
    disk.diskFull = true;
    disk.failWrite = 1;
    EXPECT_EQ(log->append(logRecord(1, "cancel")).value(), 2);
    EXPECT_TRUE(log->isDiskFull());
}

TEST(OrderLogFaults, WithoutRoomForTheReserveIntentsAreRefused) {
    const TemporaryDirectory directory;
    OrderLogOptions options = logOptions(directory.path());
    options.reserveBytes = INT64_MAX / 2; // No disk has that.
    const auto log = openLog(options);
    EXPECT_TRUE(log->isDiskFull());
    EXPECT_EQ(log->append(logRecord(1)).error().messageId, "store.log_disk_full");
    EXPECT_EQ(log->append(logRecord(1, "cancel")).value(), 1);
}

/// A power loss keeps synced bytes and any mixture of the sectors that were not synced.
TEST(OrderLogFaults, EveryAcknowledgedRecordSurvivesAPowerLoss) {
    std::mt19937_64 chance(7);
    int images = 0;
    int withUnsynced = 0;
    for (int seed = 0; seed < 20; ++seed) {
        const TemporaryDirectory directory;
        test::writeLog(logOptions(directory.path()), 1);
        FaultVfs disk;
        std::int64_t acknowledged = 1;
        OrderLogOptions options = faultyOptions(directory.path());
        const auto lookAtImage = [&](std::string_view) {
            for (const auto& [path, file] : disk.files)
                withUnsynced += file.pending.empty() ? 0 : 1;
            const TemporaryDirectory image;
            disk.writeImage(image.path(), chance);
            const auto log = openLog(logOptions(image.path()));
            ASSERT_NE(log, nullptr);
            EXPECT_GE(log->lastSeq(), acknowledged);
            EXPECT_LE(log->lastSeq(), acknowledged + 3);
            ++images;
        };
        options.atCrashPoint = lookAtImage;
        const auto log = openLog(options);
        for (int i = 2; i < 14; i += 3) {
            const std::vector<OrderLogRecord> batch{logRecord(i), logRecord(i + 1), logRecord(i + 2)};
            acknowledged = log->append(batch).value();
            lookAtImage("acknowledged");
            if (chance() % 4 == 0) {
                ASSERT_TRUE(log->checkpoint().ok());
                lookAtImage("checkpoint");
            }
        }
    }
    EXPECT_GT(images, 300);
    RecordProperty("images", images);
    RecordProperty("filesWithUnsyncedBytes", withUnsynced);
}

} // namespace
} // namespace strikedesk::store
