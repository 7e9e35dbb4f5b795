// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/net/rate_budget.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <vector>

namespace strikedesk::net {
namespace {

constexpr Timestamp kUtc = Timestamp::fromSeconds(1'800'000'000);

MonoTime at(std::int64_t ms) { return MonoTime() + Duration::milliseconds(ms); }

int drain(RateBudget& budget, Lane lane, MonoTime now) {
    int taken = 0;
    while (budget.tryTake(lane, now))
        ++taken;
    return taken;
}

RateHeaders headers(std::optional<std::int64_t> remaining, std::optional<std::int64_t> reset) {
    RateHeaders h;
    h.limit = 200;
    h.remaining = remaining;
    h.resetUnixSeconds = reset;
    return h;
}

TEST(RateBudget, ANewSizeCountsFromNowOnAndForgetsNothing) {
    RateBudget budget(10);
    EXPECT_EQ(drain(budget, Lane::Cancel, at(0)), 10);
    budget.setPerMinute(30);
    EXPECT_EQ(budget.remaining(at(0)), 20);
    EXPECT_EQ(drain(budget, Lane::Cancel, at(0)), 20);
    budget.setPerMinute(5);
    EXPECT_EQ(budget.remaining(at(0)), 0);
    EXPECT_FALSE(budget.tryTake(Lane::Cancel, at(59'000)));
    EXPECT_EQ(drain(budget, Lane::Cancel, at(61'000)), 5);
}

TEST(RateBudget, HistoryCannotSpendWhatSweepsSubmitsAndCancelsNeed) {
    RateBudget budget(200);
    EXPECT_EQ(drain(budget, Lane::History, at(0)), 120);
    EXPECT_EQ(drain(budget, Lane::Sweep, at(0)), 40);
    EXPECT_EQ(drain(budget, Lane::Submit, at(0)), 20);
    EXPECT_EQ(drain(budget, Lane::Resolve, at(0)), 10);
    EXPECT_EQ(drain(budget, Lane::Cancel, at(0)), 10);
    EXPECT_EQ(budget.remaining(at(0)), 0);
}

TEST(RateBudget, ATokenComesBackAMinuteAfterItWasTaken) {
    RateBudget budget(200);
    EXPECT_EQ(drain(budget, Lane::Cancel, at(0)), 200);
    EXPECT_EQ(budget.waitFor(Lane::Cancel, at(20'000)), Duration::seconds(40));
    EXPECT_FALSE(budget.tryTake(Lane::Cancel, at(59'999)));
    EXPECT_TRUE(budget.tryTake(Lane::Cancel, at(60'000)));
}

TEST(RateBudget, WaitForIsExact) {
    RateBudget budget(10);
    for (int i = 0; i < 10; ++i)
        ASSERT_TRUE(budget.tryTake(Lane::Cancel, at(i * 1'000)));
    const MonoTime now = at(10'000);
    for (const Lane lane : {Lane::Cancel, Lane::Resolve, Lane::Submit, Lane::Sweep, Lane::History}) {
        const Duration wait = budget.waitFor(lane, now);
        RateBudget early = budget;
        EXPECT_FALSE(early.tryTake(lane, now + (wait - Duration::nanoseconds(1))));
        RateBudget onTime = budget;
        EXPECT_TRUE(onTime.tryTake(lane, now + wait));
    }
}

TEST(RateBudget, SmallBudgetsStillServeEveryLane) {
    for (int perMinute = 1; perMinute <= 8; ++perMinute) {
        RateBudget budget(perMinute);
        EXPECT_TRUE(budget.tryTake(Lane::History, at(0))) << perMinute;
    }
    EXPECT_EQ(RateBudget(0).perMinute(), 1);
    EXPECT_EQ(RateBudget(-7).perMinute(), 1);
}

RC_GTEST_PROP(RateBudget, NoMinuteEverSeesMoreThanTheBudget, ()) {
    const int perMinute = *rc::gen::inRange(1, 40);
    RateBudget budget(perMinute);
    std::vector<MonoTime> sent;
    MonoTime now;
    for (int i = 0; i < 200; ++i) {
        now = now + Duration::milliseconds(*rc::gen::inRange(0, 4'000));
        const auto lane = static_cast<Lane>(*rc::gen::inRange(0, 5));
        if (budget.tryTake(lane, now))
            sent.push_back(now);
    }
    for (std::size_t first = 0; first < sent.size(); ++first) {
        const auto end = std::find_if(sent.begin() + static_cast<std::ptrdiff_t>(first), sent.end(),
                                      [&](MonoTime t) { return t >= sent[first] + Duration::seconds(60); });
        RC_ASSERT(end - sent.begin() - static_cast<std::ptrdiff_t>(first) <= perMinute);
    }
}

TEST(RateBudget, A429ShutsEveryLaneUntilTheAnnouncedReset) {
    RateBudget budget(200);
    budget.refused(headers(0, kUtc.seconds() + 20), at(0), kUtc);
    EXPECT_FALSE(budget.tryTake(Lane::Cancel, at(19'999)));
    EXPECT_EQ(budget.remaining(at(1)), 0);
    EXPECT_EQ(budget.shutUntil(at(1)), at(20'000));
    EXPECT_TRUE(budget.tryTake(Lane::Cancel, at(20'000)));
    EXPECT_FALSE(budget.shutUntil(at(20'000)).has_value());
}

TEST(RateBudget, RetryAfterWinsOverTheReset) {
    RateBudget budget(200);
    RateHeaders h = headers(0, kUtc.seconds() + 50);
    h.retryAfter = Duration::seconds(7);
    budget.refused(h, at(0), kUtc);
    EXPECT_EQ(budget.waitFor(Lane::Cancel, at(0)), Duration::seconds(7));
}

TEST(RateBudget, A429WithoutHeadersBacksOffAndDoubles) {
    RateBudget budget(200);
    budget.refused({}, at(0), kUtc);
    EXPECT_EQ(budget.waitFor(Lane::Cancel, at(0)), Duration::seconds(5));
    budget.refused({}, at(5'000), kUtc);
    EXPECT_EQ(budget.waitFor(Lane::Cancel, at(5'000)), Duration::seconds(10));
    for (int i = 0; i < 20; ++i)
        budget.refused({}, at(10'000), kUtc);
    EXPECT_EQ(budget.waitFor(Lane::Cancel, at(10'000)), Duration::seconds(60));
    budget.learn({}, at(80'000), kUtc);
    budget.refused({}, at(80'000), kUtc);
    EXPECT_EQ(budget.waitFor(Lane::Cancel, at(80'000)), Duration::seconds(5));
}

TEST(RateBudget, ANonsenseResetIsNotBelieved) {
    for (const std::int64_t reset : {std::int64_t{0}, std::int64_t{-5}, kUtc.seconds() - 100,
                                     kUtc.seconds() + 1'000'000, std::int64_t{9'000'000'000'000'000'000}}) {
        RateBudget budget(200);
        budget.refused(headers(0, reset), at(0), kUtc);
        EXPECT_EQ(budget.waitFor(Lane::Cancel, at(0)), Duration::seconds(5)) << reset;
    }
    RateBudget far(200);
    far.refused(headers(0, kUtc.seconds() + 600), at(0), kUtc);
    EXPECT_EQ(far.waitFor(Lane::Cancel, at(0)), Duration::seconds(60));
}

TEST(RateBudget, AnotherSpenderOfTheAccountIsCountedUntilTheReset) {
    RateBudget budget(200);
    ASSERT_TRUE(budget.tryTake(Lane::Sweep, at(0)));
    budget.learn(headers(50, kUtc.seconds() + 30), at(0), kUtc);
    EXPECT_EQ(budget.remaining(at(0)), 50);
    EXPECT_FALSE(budget.tryTake(Lane::History, at(0)));
    EXPECT_EQ(drain(budget, Lane::Cancel, at(1)), 50);
    EXPECT_EQ(budget.remaining(at(30'000)), 149);
}

TEST(RateBudget, ALargerRemainingThanOursChangesNothing) {
    RateBudget budget(200);
    drain(budget, Lane::History, at(0));
    budget.learn(headers(199, kUtc.seconds() + 30), at(0), kUtc);
    EXPECT_EQ(budget.remaining(at(0)), 80);
}

TEST(RateBudget, ASpentWindowShutsUntilItsReset) {
    RateBudget budget(200);
    budget.learn(headers(0, kUtc.seconds() + 12), at(0), kUtc);
    EXPECT_FALSE(budget.tryTake(Lane::Cancel, at(11'999)));
    EXPECT_TRUE(budget.tryTake(Lane::Cancel, at(12'000)));
}

TEST(RateBudget, ASmallerLimitOfThePeerIsTakenOver) {
    RateBudget budget(200);
    RateHeaders h;
    h.limit = 60;
    budget.learn(h, at(0), kUtc);
    EXPECT_EQ(budget.perMinute(), 60);
    h.limit = 10'000;
    budget.learn(h, at(0), kUtc);
    EXPECT_EQ(budget.perMinute(), 60);
    h.limit = 0;
    budget.learn(h, at(0), kUtc);
    EXPECT_EQ(budget.perMinute(), 60);
}

TEST(RateBudget, WithoutReservesEveryLaneMaySpendTheWholeMinute) {
    RateBudget budget(5, false);
    const MonoTime now = MonoTime::fromNanoseconds(1);
    for (int i = 0; i < 5; ++i)
        EXPECT_TRUE(budget.tryTake(Lane::History, now)) << i;
    EXPECT_FALSE(budget.tryTake(Lane::Cancel, now));
    EXPECT_EQ(budget.waitFor(Lane::History, now), Duration::seconds(60));
}

} // namespace
} // namespace strikedesk::net
