// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/order_log.h"
#include "tests/unit/store/fault_vfs.h"
#include "tests/unit/store/order_log_fixture.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>

namespace strikedesk::store {
namespace {

/// Whatever is appended in whatever batches, with restarts in between: the log holds exactly the accepted
/// batches, in order, and no client order id was claimed twice.
TEST(OrderLogLaws, HoldsExactlyTheAcceptedBatches) {
    EXPECT_TRUE(rc::check([] {
        const test::TemporaryDirectory directory;
        const test::FaultVfs disk; // Its syncs cost nothing.
        OrderLogOptions options = test::logOptions(directory.path());
        options.vfs = test::FaultVfs::name();
        options.reserveBytes = 0;
        std::vector<OrderLogRecord> expected;
        std::set<std::string> claimed;
        auto log = test::openLog(options);
        const auto steps = *rc::gen::inRange(1, 12);
        for (int step = 0; step < steps; ++step) {
            if (*rc::gen::inRange(0, 4) == 0) {
                log.reset();
                log = test::openLog(options);
                RC_ASSERT(log != nullptr);
            }
            std::vector<OrderLogRecord> batch;
            std::set<std::string> after = claimed;
            bool acceptable = true;
            const auto size = *rc::gen::inRange(1, 5);
            for (int i = 0; i < size; ++i) {
                const std::string kind =
                    *rc::gen::element<std::string>("intent", "replace", "sent", "result");
                batch.push_back(test::logRecord(*rc::gen::inRange(0, 12), kind));
                if (kind == kIntentRecordKind || kind == kReplaceRecordKind)
                    acceptable = after.insert(batch.back().clientOrderId.text()).second && acceptable;
            }
            RC_ASSERT(log->append(batch).ok() == acceptable);
            if (acceptable) {
                expected.insert(expected.end(), batch.begin(), batch.end());
                claimed = after;
            }
        }
        std::vector<OrderLogRecord> read;
        for (OrderLogEntry& entry : test::entriesOf(*log))
            read.push_back(std::move(entry.record));
        RC_ASSERT(read == expected);
    }));
}

} // namespace
} // namespace strikedesk::store
