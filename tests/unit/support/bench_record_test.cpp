// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/bench_record.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <limits>
#include <string>

namespace strikedesk::bench {
namespace {

/// Sets an environment variable for one test and takes it away again.
class Environment {
public:
    Environment(const char* name, const std::string& value) : m_name(name) { setenv(name, value.c_str(), 1); }
    ~Environment() { unsetenv(m_name); }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

private:
    const char* m_name;
};

BenchRecord mergeRecord() { return {"hub.merge", 1.5, "M events/s", "std::map insert", 3.0}; }

TEST(BenchRecord, TellsTheRatioToWhatAUserWouldPickInstead) {
    const auto line = benchRecordJson(mergeRecord(), "one machine");
    ASSERT_TRUE(line.ok());
    const auto row = nlohmann::json::parse(*line);
    EXPECT_EQ(row["id"], "hub.merge");
    EXPECT_EQ(row["value"], 1.5);
    EXPECT_EQ(row["unit"], "M events/s");
    EXPECT_EQ(row["baseline"], "std::map insert");
    EXPECT_EQ(row["baseline_value"], 3.0);
    EXPECT_EQ(row["ratio"], 0.5);
    EXPECT_EQ(row["machine"], "one machine");
}

TEST(BenchRecord, SaysNullWhereThereIsNoBaseline) {
    const auto line = benchRecordJson({"order.kill_100", 0.2, "s", "", 0}, "one machine");
    ASSERT_TRUE(line.ok());
    const auto row = nlohmann::json::parse(*line);
    EXPECT_TRUE(row["baseline"].is_null());
    EXPECT_TRUE(row["baseline_value"].is_null());
    EXPECT_TRUE(row["ratio"].is_null());
}

TEST(BenchRecord, RefusesFiguresThatWouldMislead) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    const BenchRecord wrong[] = {
        {"", 1, "ms", "", 0},
        {"hub.merge", 1, "", "", 0},
        {"hub.merge", nan, "ms", "", 0},
        {"hub.merge", infinity, "ms", "", 0},
        {"hub.merge", 1, "ms", "a map", nan},
        {"hub.merge", 1, "ms", "a map", 0},
        {"hub.merge", 1, "ms", "a map", -1},
    };
    for (const BenchRecord& record : wrong)
        EXPECT_FALSE(benchRecordJson(record, "one machine").ok()) << record.id << ' ' << record.value;
}

TEST(BenchRecord, AppendsOneLineARecordToTheFileNamed) {
    const std::string path = testing::TempDir() + "bench_record_test.jsonl";
    std::ofstream(path, std::ios::trunc).close();
    const Environment file("STRIKEDESK_BENCH_JSON", path);
    EXPECT_EQ(writeBenchRecordOrComplain(mergeRecord()), 0);
    EXPECT_EQ(writeBenchRecordOrComplain({"hub.other", 2, "ms", "", 0}), 0);
    std::ifstream written(path);
    std::string line;
    ASSERT_TRUE(std::getline(written, line));
    EXPECT_EQ(nlohmann::json::parse(line)["id"], "hub.merge");
    ASSERT_TRUE(std::getline(written, line));
    EXPECT_EQ(nlohmann::json::parse(line)["id"], "hub.other");
    EXPECT_FALSE(std::getline(written, line));
}

TEST(BenchRecord, FailsWhenTheFileCannotBeWritten) {
    const Environment file("STRIKEDESK_BENCH_JSON", testing::TempDir() + "no/such/folder/file.jsonl");
    const Status written = writeBenchRecord(mergeRecord());
    ASSERT_FALSE(written.ok());
    EXPECT_EQ(written.error().kind, ErrorKind::Storage);
    EXPECT_EQ(writeBenchRecordOrComplain(mergeRecord()), 1);
}

TEST(BenchRecord, MeasuresOnlyWhatTheFilterNames) {
    EXPECT_TRUE(benchWanted("hub.merge"));
    const Environment filter("STRIKEDESK_BENCH_FILTER", "^order\\.");
    EXPECT_FALSE(benchWanted("hub.merge"));
    EXPECT_TRUE(benchWanted("order.kill_100"));
}

TEST(BenchRecord, MeasuresEverythingUnderABrokenFilter) {
    const Environment filter("STRIKEDESK_BENCH_FILTER", "([");
    EXPECT_TRUE(benchWanted("hub.merge"));
}

TEST(BenchRecord, NamesTheMachineThatMeasured) {
    const std::string machine = benchMachine();
    EXPECT_NE(machine.find("cores"), std::string::npos) << machine;
}

} // namespace
} // namespace strikedesk::bench
