// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/order_log.h"
#include "tests/unit/store/order_log_fixture.h"

#include <gtest/gtest.h>

#include <thread>

namespace strikedesk::store {
namespace {

using test::entriesOf;
using test::logOptions;
using test::logRecord;
using test::openLog;
using test::TemporaryDirectory;

TEST(OrderLog, KeepsEveryRecordAcrossARestart) {
    const TemporaryDirectory directory;
    std::vector<OrderLogRecord> written;
    {
        const auto log = openLog(logOptions(directory.path()));
        EXPECT_EQ(log->lastSeq(), 0);
        for (int i = 1; i <= 20; ++i) {
            written.push_back(logRecord(i));
            EXPECT_EQ(log->append(written.back()).value(), i);
        }
    }
    const auto log = openLog(logOptions(directory.path()));
    const std::vector<OrderLogEntry> entries = entriesOf(*log);
    ASSERT_EQ(entries.size(), written.size());
    for (std::size_t i = 0; i < written.size(); ++i) {
        EXPECT_EQ(entries[i].seq, static_cast<std::int64_t>(i) + 1);
        EXPECT_EQ(entries[i].record, written[i]);
        EXPECT_EQ(entries[i].buildId, "build-1");
    }
}

TEST(OrderLog, ABatchIsOneCommitWithAllOrNothing) {
    const TemporaryDirectory directory;
    const auto log = openLog(logOptions(directory.path()));
    const std::vector<OrderLogRecord> good{logRecord(1), logRecord(2, "sent"), logRecord(3, "replace")};
    EXPECT_EQ(log->append(good).value(), 3);
    const std::vector<OrderLogRecord> bad{logRecord(4), logRecord(1)};
    EXPECT_FALSE(log->append(bad).ok());
    EXPECT_EQ(log->lastSeq(), 3);
    EXPECT_EQ(entriesOf(*log).size(), 3u);
    EXPECT_EQ(log->append(logRecord(4)).value(), 4);
}

TEST(OrderLog, RecordsAnIntentOnceInItsWholeLife) {
    const TemporaryDirectory directory;
    test::writeLog(logOptions(directory.path()), 3);
    const auto log = openLog(logOptions(directory.path()));
    for (const std::string_view kind : {kIntentRecordKind, kReplaceRecordKind}) {
        const Result<std::int64_t> again = log->append(logRecord(2, kind));
        ASSERT_FALSE(again.ok());
        EXPECT_EQ(again.error().kind, ErrorKind::Refused);
        EXPECT_EQ(again.error().messageId, "store.already_recorded");
    }
    EXPECT_FALSE(log->hasFailed());
    EXPECT_TRUE(log->append(logRecord(2, "result")).ok());
    EXPECT_TRUE(log->append(logRecord(2, "result")).ok());
}

TEST(OrderLog, RefusesRecordsThatBreakABound) {
    const TemporaryDirectory directory;
    const auto log = openLog(logOptions(directory.path()));
    const auto changed = [](auto change) {
        OrderLogRecord record = logRecord(1);
        change(record);
        return record;
    };
    const std::vector<OrderLogRecord> wrong{
        changed([](auto& r) { r.kind.clear(); }),
        changed([](auto& r) { r.kind.assign(65, 'k'); }),
        changed([](auto& r) { r.clientOrderId = ClientOrderId(); }),
        changed([](auto& r) { r.clientOrderId = ClientOrderId(std::string(129, 'c')); }),
        changed([](auto& r) { r.intentId = IntentId(std::string(129, 'i')); }),
        changed([](auto& r) { r.payload.assign(1024 * 1024 + 1, 'p'); }),
    };
    for (const OrderLogRecord& record : wrong)
        EXPECT_EQ(log->append(record).error().kind, ErrorKind::InvalidInput);
    EXPECT_FALSE(log->append(std::span<const OrderLogRecord>()).ok());
    EXPECT_EQ(log->lastSeq(), 0);
    EXPECT_TRUE(log->append(changed([](auto& r) { r.payload = std::string("a\0b\n\xC3\xA9", 6); })).ok());
    EXPECT_EQ(entriesOf(*log).front().record.payload, std::string("a\0b\n\xC3\xA9", 6));
}

TEST(OrderLog, RefusesNamesThatCouldLeaveItsFolder) {
    const TemporaryDirectory directory;
    for (const std::string bad : {"", "../x", "a/b", "a b", "a.b", "a\\b"}) {
        OrderLogOptions options = logOptions(directory.path());
        options.account = AccountId(bad);
        EXPECT_EQ(OrderLog::open(options).error().kind, ErrorKind::InvalidInput) << bad;
        options = logOptions(directory.path());
        options.environment = bad;
        EXPECT_EQ(OrderLog::open(options).error().kind, ErrorKind::InvalidInput) << bad;
    }
}

TEST(OrderLog, ASecondOpenerIsRefusedWithASentence) {
    const TemporaryDirectory directory;
    const auto log = openLog(logOptions(directory.path()));
    const auto second = OrderLog::open(logOptions(directory.path()));
    ASSERT_FALSE(second.ok());
    EXPECT_EQ(second.error().kind, ErrorKind::Unavailable);
    EXPECT_EQ(second.error().messageId, "store.log_in_use");
    EXPECT_TRUE(log->append(logRecord(1)).ok());
}

TEST(OrderLog, TellsWhichBuildWroteEachRecord) {
    const TemporaryDirectory directory;
    test::writeLog(logOptions(directory.path()), 2);
    OrderLogOptions newer = logOptions(directory.path());
    newer.buildId = "build-2";
    ASSERT_NE(openLog(newer), nullptr); // A start that records nothing stamps nothing.
    {
        const auto log = openLog(newer);
        ASSERT_TRUE(log->append(logRecord(3)).ok());
        EXPECT_EQ(entriesOf(*log).back().buildId, "build-2");
    }
    const auto log = openLog(logOptions(directory.path()));
    ASSERT_TRUE(log->append(logRecord(4)).ok());
    std::vector<std::string> builds;
    for (const OrderLogEntry& entry : entriesOf(*log))
        builds.push_back(entry.buildId);
    EXPECT_EQ(builds, (std::vector<std::string>{"build-1", "build-1", "build-2", "build-1"}));
}

TEST(OrderLog, ReadsFromARecordOnAndStopsWhenTold) {
    const TemporaryDirectory directory;
    const auto log = openLog(logOptions(directory.path()));
    for (int i = 1; i <= 5; ++i)
        ASSERT_TRUE(log->append(logRecord(i)).ok());
    std::vector<std::int64_t> seen;
    const Status stopped = log->readAfter(2, [&seen](const OrderLogEntry& entry) -> Status {
        seen.push_back(entry.seq);
        return entry.seq == 4 ? Status(invalidInput("test", "Stop.")) : done();
    });
    EXPECT_FALSE(stopped.ok());
    EXPECT_EQ(seen, (std::vector<std::int64_t>{3, 4}));
}

TEST(OrderLog, ABackupIsAWholeLogOfItsOwn) {
    const TemporaryDirectory directory;
    const TemporaryDirectory elsewhere;
    const auto log = openLog(logOptions(directory.path()));
    for (int i = 1; i <= 5; ++i)
        ASSERT_TRUE(log->append(logRecord(i)).ok());
    const std::filesystem::path target = elsewhere / "orders-paper-PA3X.db";
    ASSERT_TRUE(log->backupTo(target).ok());
    EXPECT_EQ(log->backupTo(target).error().kind, ErrorKind::Refused);
    ASSERT_TRUE(log->append(logRecord(6)).ok());
    const auto copy = openLog(logOptions(elsewhere.path()));
    EXPECT_EQ(entriesOf(*copy).size(), 5u);
}

TEST(OrderLog, ACheckpointKeepsEverything) {
    const TemporaryDirectory directory;
    const auto log = openLog(logOptions(directory.path()));
    for (int i = 1; i <= 50; ++i) {
        ASSERT_TRUE(log->append(logRecord(i)).ok());
        if (i % 10 == 0) {
            EXPECT_TRUE(log->checkpoint().ok());
        }
    }
    EXPECT_EQ(entriesOf(*log).size(), 50u);
}

TEST(OrderLog, NamesItsCrashPointsInOrder) {
    const TemporaryDirectory directory;
    std::vector<std::string> points;
    OrderLogOptions options = logOptions(directory.path());
    options.atCrashPoint = [&points](std::string_view point) { points.emplace_back(point); };
    const auto log = openLog(options);
    ASSERT_TRUE(log->append(logRecord(1)).ok());
    EXPECT_EQ(points, (std::vector<std::string>{"open.made", "append.begun", "append.written",
                                                "append.committed", "append.noted"}));
}

TEST(OrderLogDeathTest, StopsTheProgramOnAnotherThread) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_DEATH(
        {
            const TemporaryDirectory directory;
            const auto log = openLog(logOptions(directory.path()));
            std::thread([&log] { (void)log->append(logRecord(1)); }).join();
        },
        "thread that does not own it");
}

} // namespace
} // namespace strikedesk::store
