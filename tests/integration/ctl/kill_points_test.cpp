// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/ctl/books_check.h"
#include "tests/integration/ctl/programs.h"
#include "tests/unit/store/temporary_directory.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

// The program is killed at a labelled point of the order path while the venue lives on, started again on the
// same folder, and must bring the one trade to its end without a doubled order, a lost fill or a wrong row.

namespace strikedesk::test {
namespace {

/// One run each, killed at the n-th passing of a label; the run after the last one finishes.
struct KillCase {
    const char* name;
    std::vector<std::string> killedAt;

    /// Test lists name a case by its name, not by its bytes.
    friend void PrintTo(const KillCase& row, std::ostream* out) { *out << row.name; }
};

class KillPoint : public testing::TestWithParam<KillCase> {
protected:
    /// One whole case on a venue and a folder of its own; false when a run ended well without passing its
    /// point.
    static bool tryOnce() {
        const TemporaryDirectory folder;
        constexpr const char* kSpeed = "10";
        // Every order fills in two parts, so that the take-profit grows.
        const VenueProcess process({"--speed", kSpeed, "--fills-in-parts", "1000"});
        const VenueControl venue(process.port());
        const std::vector<std::string> arguments = {std::to_string(process.port()), folder.path().string(),
                                                    kSpeed};
        for (const std::string& point : GetParam().killedAt) {
            const ProgramEnd killed = runProgram(STRIKEDESK_TRADE_PROGRAM, arguments, point);
            if (!killed.wasKilled) {
                EXPECT_EQ(killed.code, 0) << killed.output << killed.errors;
                return false;
            }
        }
        const ProgramEnd last = runProgram(STRIKEDESK_TRADE_PROGRAM, arguments);
        EXPECT_EQ(last.code, 0) << last.output << last.errors;
        expectBooksAgree(venue, folder.path());
        return true;
    }
};

TEST_P(KillPoint, OneTradeOneArrivalPerOrderAndBooksThatAgree) {
    // Whether the take-profit grows by a PATCH or by a second order depends on what comes first, the answer
    // or the stream; a case that needs the PATCH may need another go.
    constexpr int kGoes = 8;
    for (int i = 0; i < kGoes && !HasFailure(); ++i)
        if (tryOnce())
            return;
    ADD_FAILURE() << "the point was never passed";
}

INSTANTIATE_TEST_SUITE_P(
    Orders, KillPoint,
    testing::Values(
        KillCase{"NoKill", {}},
        // The entry: decided, written down, on its way, answered.
        KillCase{"EntryBeforeItsRecord", {"command.append:1"}},
        KillCase{"EntryRecordBegun", {"append.begun:1"}},
        KillCase{"EntryRecordWritten", {"append.written:1"}},
        KillCase{"EntryRecordCommitted", {"append.committed:1"}},
        KillCase{"EntryBeforeSending", {"submit.before_send:1"}},
        KillCase{"EntryBodyTaken", {"submit.body_taken:1"}}, KillCase{"EntrySent", {"submit.request_sent:1"}},
        KillCase{"EntryAnswered", {"submit.answer_received:1"}},
        KillCase{"EntryAnswerNotRecorded", {"command.append:2"}},
        // The fills and the take-profit they bring about.
        KillCase{"FirstUpdate", {"update.received:1"}}, KillCase{"AFillUpdate", {"update.received:3"}},
        KillCase{"TakeProfitSent", {"submit.request_sent:2"}},
        KillCase{"TakeProfitAnswered", {"submit.answer_received:2"}},
        KillCase{"GrowthSent", {"replace.request_sent:1"}},
        KillCase{"GrowthAnswered", {"replace.answer_received:1"}},
        // The close by hand.
        KillCase{"CancelBeforeSending", {"cancel.before_send:1"}},
        KillCase{"CancelAnswered", {"cancel.answer_received:1"}},
        KillCase{"ExitSent", {"submit.request_sent:3"}},
        KillCase{"ExitAnswered", {"submit.answer_received:3"}},
        // Reading the books, and killed again while recovering.
        KillCase{"BooksBeingRead", {"sweep.answered:2"}},
        KillCase{"AgainWhileLookingUp", {"submit.before_send:1", "lookup.answered:2"}},
        KillCase{"AgainAfterTheLog", {"submit.request_sent:2", "log.restored:1", "sweep.answered:1"}}),
    [](const testing::TestParamInfo<KillCase>& row) { return std::string(row.param.name); });

} // namespace
} // namespace strikedesk::test
