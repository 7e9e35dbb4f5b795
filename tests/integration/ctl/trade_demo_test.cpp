// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/ctl/programs.h"
#include "tests/unit/store/temporary_directory.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>

// The whole program as a user starts it: one trade on the built-in venue, from live quote to journal row.

namespace strikedesk::test {
namespace {

/// Runs the demonstration; checks what it says and that its film replays from a process of its own.
void expectDemoPasses(std::vector<std::string> arguments) {
    const TemporaryDirectory folder;
    arguments.insert(arguments.begin(), {"trade-demo", "--json", "--data-dir", folder.path().string()});
    const ProgramEnd demo = runProgram(STRIKEDESKCTL, arguments, {}, 150);
    const auto report = nlohmann::json::parse(demo.output, nullptr, false);
    ASSERT_FALSE(report.is_discarded()) << demo.output << demo.errors;
    EXPECT_EQ(demo.code, 0) << report.dump(1);
    EXPECT_TRUE(report.value("passed", false)) << report.dump(1);
    EXPECT_GE(report.at("fills").size(), 2u);
    EXPECT_EQ(report.at("net_pnl"), report.at("profit_from_fills"));
    EXPECT_EQ(report.at("net_pnl"), report.at("cash_change"));
    EXPECT_TRUE(report.value("film_identical", false));
    EXPECT_TRUE(report.value("checkpoint_round_trip", false));
    const ProgramEnd verify =
        runProgram(STRIKEDESKCTL, {"film", "verify", report.value("film", std::string())});
    EXPECT_EQ(verify.code, 0) << verify.output << verify.errors;
}

TEST(TradeDemo, TradesOnTheSyntheticMarketAndItsFilmReplays) {
    expectDemoPasses({"--speed", "60", "--minutes", "3"});
}

TEST(TradeDemo, TradesOnARecordedDayAndItsFilmReplays) {
    const char* shared = std::getenv("STRIKEDESK_SHARED_DIR");
    const std::filesystem::path data =
        std::filesystem::path(shared != nullptr ? shared : STRIKEDESK_SOURCE_DIR "/../shared") / "data";
    if (!std::filesystem::exists(data / "ticks_quotes.csv.gz"))
        GTEST_SKIP() << "no recorded day at " << data;
    expectDemoPasses({"--real-day", data.string(), "--speed", "30", "--minutes", "10"});
}

} // namespace
} // namespace strikedesk::test
