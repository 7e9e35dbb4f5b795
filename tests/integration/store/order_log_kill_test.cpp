// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/order_log.h"
#include "tests/integration/store/child_process.h"
#include "tests/unit/store/order_log_fixture.h"

#include <gtest/gtest.h>

#include <random>

namespace strikedesk::store {
namespace {

using test::ChildProcess;
using test::logOptions;
using test::openLog;
using test::TemporaryDirectory;

constexpr const char* kProgram = STRIKEDESK_LOG_WRITER;

std::int64_t numberAfter(const std::string& line, std::string_view word) {
    return line.rfind(word, 0) == 0 ? std::stoll(line.substr(word.size())) : -1;
}

/// What is in the log after the process was killed: nothing that was acknowledged may be missing, and at most
/// the one batch that was under way may be there on top.
void expectNothingLost(const std::filesystem::path& directory, std::int64_t acknowledged) {
    const auto log = openLog(logOptions(directory));
    ASSERT_NE(log, nullptr);
    EXPECT_GE(log->lastSeq(), acknowledged);
    EXPECT_LE(log->lastSeq(), acknowledged + 2);
    std::int64_t expected = 0;
    for (const OrderLogEntry& entry : test::entriesOf(*log))
        EXPECT_EQ(entry.record.clientOrderId.text(), "order-" + std::to_string(++expected));
}

TEST(OrderLogKill, NoAcknowledgedIntentIsLostWhenTheProcessIsKilled) {
    const TemporaryDirectory directory;
    std::mt19937 chance(99);
    std::int64_t acknowledged = 0;
    constexpr int kKills = 60;
    for (int kill = 0; kill < kKills; ++kill) {
        ChildProcess writer(kProgram, {directory.path().string()});
        const std::int64_t found = numberAfter(writer.line(), "open ");
        ASSERT_GE(found, acknowledged) << "kill " << kill;
        ASSERT_LE(found, acknowledged + 2);
        for (int left = static_cast<int>(chance() % 30); left > 0; --left)
            acknowledged = std::max(acknowledged, numberAfter(writer.line(), "ack "));
        ::kill(writer.id(), SIGKILL);
        // What it said before it died counts as well.
        for (std::string line = writer.line(); !line.empty(); line = writer.line())
            acknowledged = std::max(acknowledged, numberAfter(line, "ack "));
        acknowledged = std::max(acknowledged, found);
        writer.wait();
    }
    EXPECT_GT(acknowledged, 100);
    expectNothingLost(directory.path(), acknowledged);
    RecordProperty("kills", kKills);
    RecordProperty("acknowledged", static_cast<int>(acknowledged));
}

TEST(OrderLogKill, EveryCrashPointLeavesAHealthyLog) {
    const char* const points[] = {"open.made", "append.begun", "append.written", "append.committed",
                                  "append.noted"};
    for (const char* point : points) {
        for (const int visit : {1, 2, 7, 45}) {
            if (std::string(point) == "open.made" && visit > 1)
                continue;
            const TemporaryDirectory directory;
            std::int64_t acknowledged = 0;
            {
                ChildProcess writer(kProgram, {directory.path().string(), point, std::to_string(visit)});
                for (std::string line = writer.line(); !line.empty(); line = writer.line())
                    acknowledged = std::max(acknowledged, numberAfter(line, "ack "));
                const int status = writer.wait();
                EXPECT_TRUE(WIFSIGNALED(status)) << point << visit;
            }
            expectNothingLost(directory.path(), acknowledged);
        }
    }
}

TEST(OrderLogKill, TwoProcessesCannotHoldOneLog) {
    const TemporaryDirectory directory;
    ChildProcess first(kProgram, {directory.path().string()});
    ASSERT_EQ(first.line(), "open 0");
    {
        ChildProcess second(kProgram, {directory.path().string()});
        EXPECT_EQ(second.line(), "refused store.log_in_use");
        EXPECT_EQ(WEXITSTATUS(second.wait()), 3);
    }
    EXPECT_EQ(OrderLog::open(logOptions(directory.path())).error().messageId, "store.log_in_use");
    first.kill();
    EXPECT_NE(openLog(logOptions(directory.path())), nullptr);
}

} // namespace
} // namespace strikedesk::store
