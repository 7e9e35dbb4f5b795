// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/archive_reader.h"
#include "core/base/scheduler.h"

#include <gtest/gtest.h>

namespace strikedesk {
namespace {

MonoTime at(std::int64_t seconds) { return MonoTime::fromNanoseconds(seconds * 1'000'000'000); }

TEST(Scheduler, FiresByTimeAndThenByOrderOfAsking) {
    Scheduler scheduler;
    const TimerId late = scheduler.at(at(3));
    const TimerId first = scheduler.at(at(1));
    const TimerId second = scheduler.at(at(1));
    EXPECT_EQ(scheduler.nextDue(), at(1));
    EXPECT_TRUE(scheduler.takeDue(MonoTime::fromNanoseconds(999'999'999)).empty());
    EXPECT_EQ(scheduler.takeDue(at(1)), (std::vector{first, second}));
    EXPECT_TRUE(scheduler.takeDue(at(1)).empty());
    EXPECT_EQ(scheduler.takeDue(at(100)), std::vector{late});
    EXPECT_FALSE(scheduler.nextDue());
}

TEST(Scheduler, ACancelledTimerNeverFires) {
    Scheduler scheduler;
    const TimerId kept = scheduler.at(at(1));
    const TimerId cancelled = scheduler.at(at(1));
    scheduler.cancel(cancelled);
    scheduler.cancel(cancelled);
    scheduler.cancel(999);
    EXPECT_EQ(scheduler.takeDue(at(2)), std::vector{kept});
    scheduler.cancel(kept);
}

TEST(Scheduler, ARestoredOneFiresTheSame) {
    Scheduler scheduler;
    for (int i = 0; i < 50; ++i)
        scheduler.at(at(i * 7 % 10));
    scheduler.cancel(5);
    BinaryWriter writer;
    writer.field("scheduler", scheduler);
    Scheduler restored;
    restored.at(at(0));
    BinaryReader reader(writer.bytes());
    reader.field("scheduler", restored);
    ASSERT_TRUE(reader.finished());
    EXPECT_EQ(restored.takeDue(at(4)), scheduler.takeDue(at(4)));
    EXPECT_EQ(restored.at(at(5)), scheduler.at(at(5)));
    EXPECT_EQ(restored.takeDue(at(100)), scheduler.takeDue(at(100)));
}

TEST(ManualClock, MovesOnlyWhenTold) {
    ManualClock clock({Timestamp::fromSeconds(100), at(5)});
    EXPECT_EQ(clock.now().market, Timestamp::fromSeconds(100));
    clock.advance(Duration::seconds(2));
    EXPECT_EQ(clock.now(), (Moment{Timestamp::fromSeconds(102), at(7)}));
    clock.set({Timestamp::fromSeconds(1), at(8)});
    EXPECT_EQ(clock.now().market, Timestamp::fromSeconds(1));
}

} // namespace
} // namespace strikedesk
