// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/store/child_process.h"
#include "tests/unit/store/bar_fixture.h"
#include "tests/unit/store/temporary_directory.h"

#include <random>

// A process that is killed never leaves a span that is called known without its bars.

namespace strikedesk::store {
namespace {

using test::ChildProcess;
using test::minute;

constexpr const char* kProgram = STRIKEDESK_BAR_WRITER;

/// Every minute the file calls covered has its bar, with the figures of that minute.
std::int64_t expectCoverageHasItsBars(const std::filesystem::path& file) {
    const auto database = test::openBars(file);
    if (!database) {
        ADD_FAILURE() << "the file cannot be opened";
        return 0;
    }
    const auto loaded =
        BarRepository(*database).load(test::minuteKey(), test::minutes(0, 1'000'000), minute(0));
    if (!loaded) {
        ADD_FAILURE() << loaded.error().context;
        return 0;
    }
    std::set<Timestamp> starts;
    for (const market::Bar& bar : loaded->bars)
        starts.insert(bar.start);
    std::int64_t missing = 0;
    Timestamp end = minute(0);
    for (const market::TimeSpan& span : loaded->covered) {
        for (Timestamp at = span.from; at < span.to; at = at + Duration::minutes(1))
            missing += starts.contains(at) ? 0 : 1;
        end = span.to;
    }
    EXPECT_EQ(missing, 0);
    return (end - minute(0)).count() / 60'000'000'000;
}

std::int64_t lastSaved(ChildProcess& writer) {
    std::int64_t last = 0;
    for (std::string line = writer.line(); line.starts_with("saved "); line = writer.line())
        last = std::stoll(line.substr(6));
    return last;
}

TEST(BarCacheKill, KilledAtAnyMomentTheCoverageNeverExceedsTheBars) {
    const test::TemporaryDirectory folder;
    std::mt19937 chance(7);
    for (int kill = 0; kill < 25; ++kill) {
        std::int64_t acknowledged = 0;
        {
            ChildProcess writer(kProgram, {(folder / "bars.db").string()});
            for (int left = static_cast<int>(chance() % 40); left > 0; --left)
                if (const std::string line = writer.line(); line.starts_with("saved "))
                    acknowledged = std::stoll(line.substr(6));
            ::kill(writer.id(), SIGKILL);
            acknowledged = std::max(acknowledged, lastSaved(writer));
        }
        EXPECT_GE(expectCoverageHasItsBars(folder / "bars.db"), acknowledged);
    }
}

TEST(BarCacheKill, KilledBeforeAnyStatementOfASaveItHappenedWholeOrNotAtAll) {
    for (const int statement : {1, 2, 3, 4, 5, 7, 10, 14, 19, 26, 40, 77, 130, 500}) {
        const test::TemporaryDirectory folder;
        std::int64_t acknowledged = 0;
        {
            ChildProcess writer(kProgram, {(folder / "bars.db").string(), std::to_string(statement)});
            acknowledged = lastSaved(writer);
            EXPECT_TRUE(WIFSIGNALED(writer.wait())) << statement;
        }
        EXPECT_GE(expectCoverageHasItsBars(folder / "bars.db"), acknowledged) << statement;
    }
}

} // namespace
} // namespace strikedesk::store
