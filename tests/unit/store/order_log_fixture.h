// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/store/order_log.h"
#include "tests/unit/store/temporary_directory.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace strikedesk::test {

inline store::OrderLogOptions logOptions(const std::filesystem::path& directory) {
    store::OrderLogOptions options;
    options.directory = directory;
    options.environment = "paper";
    options.account = AccountId("PA3X");
    options.buildId = "build-1";
    options.reserveBytes = 64 * 1024;
    return options;
}

/// A record whose every field depends on `number`.
inline store::OrderLogRecord logRecord(int number, std::string_view kind = "intent") {
    const std::string text = std::to_string(number);
    return {Moment{Timestamp::fromNanoseconds(1'772'461'800'000'000'000 + number),
                   MonoTime::fromNanoseconds(number)},
            std::string(kind), IntentId("intent-" + text), ClientOrderId("order-" + text),
            R"({"symbol":"SPY260302C00650000","limit":21000,"number":)" + text + "}"};
}

/// The opened log; fails the test when it is damaged or refused.
inline std::unique_ptr<store::OrderLog> openLog(const store::OrderLogOptions& options) {
    auto opening = store::OrderLog::open(options);
    if (!opening) {
        ADD_FAILURE() << opening.error().message << " " << opening.error().context;
        return nullptr;
    }
    if (auto* damage = std::get_if<store::OrderLogDamage>(&*opening)) {
        ADD_FAILURE() << damage->what << " at " << damage->firstBadSeq;
        return nullptr;
    }
    return std::move(std::get<std::unique_ptr<store::OrderLog>>(*opening));
}

inline std::vector<store::OrderLogEntry> entriesOf(store::OrderLog& log) {
    std::vector<store::OrderLogEntry> entries;
    const Status read = log.readAll([&entries](const store::OrderLogEntry& entry) {
        entries.push_back(entry);
        return done();
    });
    EXPECT_TRUE(read.ok());
    return entries;
}

/// Appends records 1 … `count`, one commit each, and closes.
inline void writeLog(const store::OrderLogOptions& options, int count) {
    const auto log = openLog(options);
    for (int i = 1; i <= count; ++i)
        ASSERT_TRUE(log->append(logRecord(i)).ok());
}

} // namespace strikedesk::test
