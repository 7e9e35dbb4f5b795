// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What recording one intent costs, beside the barest durable SQLite commit there is, taken in turns in the
// same run.
#include "core/io/store/order_log.h"
#include "core/io/store/sqlite_connection.h"
#include "tests/support/bench_record.h"
#include "tests/unit/store/temporary_directory.h"

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <variant>
#include <vector>

using namespace strikedesk;

namespace {

constexpr int kCommits = 2'000;

double microseconds(std::chrono::steady_clock::duration elapsed) {
    return std::chrono::duration<double, std::micro>(elapsed).count();
}

double quantile(std::vector<double> values, double share) {
    const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

/// An intent as long as a real one: an option bracket with its provenance.
store::OrderLogRecord intent(int number) {
    const std::string text = std::to_string(number);
    return {
        Moment{Timestamp::fromSeconds(1'772'461'800 + number), MonoTime::fromNanoseconds(number)}, "intent",
        IntentId("019cae1c-3d2a-7b11-9c55-" + text), ClientOrderId("paPA3X-019cae1c3d2a7b119c55" + text),
        R"({"request":{"symbol":"SPY260302C00650000","side":0,"type":1,"timeInForce":0,"quantity":3000000000,)"
        R"("limit":21000,"intent":0,"orderClass":0},"origin":{"kind":1,"signal":"orb-breakout","leg":0},)"
        R"("quote":{"bid":20900,"ask":21100,"bidSize":41,"askSize":37,"at":1772461800123456789},"number":)" +
            text + "}"};
}

} // namespace

int main() {
    if (!bench::benchWanted("order.intent_commit"))
        return 0;
    const test::TemporaryDirectory directory;
    store::OrderLogOptions options;
    options.directory = directory.path();
    options.environment = "paper";
    options.account = AccountId("BENCH");
    options.buildId = "bench";
    auto opening = store::OrderLog::open(options);
    if (!opening || !std::holds_alternative<std::unique_ptr<store::OrderLog>>(*opening)) {
        std::fprintf(stderr, "The log cannot be opened.\n");
        return 1;
    }
    store::OrderLog& log = *std::get<std::unique_ptr<store::OrderLog>>(*opening);

    const auto bare = store::SqliteConnection::open(directory / "bare.db", {});
    if (!bare || !(*bare)->exec("CREATE TABLE event (seq INTEGER PRIMARY KEY, payload TEXT)")) {
        std::fprintf(stderr, "The bare database cannot be opened.\n");
        return 1;
    }
    auto insert = (*bare)->prepare("INSERT INTO event (payload) VALUES ($1)");
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int i = 0; i < kCommits; ++i) {
        const store::OrderLogRecord record = intent(i);
        const auto start = std::chrono::steady_clock::now();
        const auto seq = log.append(record);
        const auto between = std::chrono::steady_clock::now();
        insert->bindText(1, record.payload);
        const int code = insert->run();
        const auto end = std::chrono::steady_clock::now();
        if (!seq || code != SQLITE_OK)
            return 1;
        ours.push_back(microseconds(between - start));
        theirs.push_back(microseconds(end - between));
    }
    const int first = bench::writeBenchRecordOrComplain({"order.intent_commit", quantile(ours, 0.5), "us p50",
                                                         "bare SQLite commit, WAL and synchronous=FULL",
                                                         quantile(theirs, 0.5)});
    const int second = bench::writeBenchRecordOrComplain(
        {"order.intent_commit_p99", quantile(ours, 0.99), "us p99",
         "bare SQLite commit, WAL and synchronous=FULL", quantile(theirs, 0.99)});
    return first + second;
}
