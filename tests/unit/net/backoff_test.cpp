// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/net/backoff.h"

#include <gtest/gtest.h>

namespace strikedesk::net {
namespace {

TEST(Backoff, GrowsFromOneSecondToThirtyAndStaysThere) {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        Backoff backoff(seed);
        Duration ceiling = Duration::seconds(1);
        for (int attempt = 0; attempt < 40; ++attempt) {
            const Duration wait = backoff.next();
            EXPECT_LE(wait, ceiling);
            EXPECT_GE(wait, ceiling / 2);
            ceiling = std::min(ceiling * 2, Duration::seconds(30));
        }
        EXPECT_EQ(backoff.attempts(), 40);
    }
}

TEST(Backoff, StartsOverAfterASuccess) {
    Backoff backoff(7);
    for (int i = 0; i < 6; ++i)
        (void)backoff.next();
    backoff.reset();
    EXPECT_EQ(backoff.attempts(), 0);
    EXPECT_LE(backoff.next(), Duration::seconds(1));
}

TEST(Backoff, TheSameSeedGivesTheSameWaits) {
    Backoff a(42);
    Backoff b(42);
    Backoff c(43);
    bool differs = false;
    for (int i = 0; i < 10; ++i) {
        const Duration wait = a.next();
        EXPECT_EQ(wait, b.next());
        differs = differs || wait != c.next();
    }
    EXPECT_TRUE(differs);
}

TEST(Backoff, SurvivesAbsurdLimits) {
    Backoff zero(1, {Duration(), Duration()});
    EXPECT_GE(zero.next().count(), 1);
    Backoff huge(1, {Duration::days(30'000), Duration::days(40'000)});
    for (int i = 0; i < 30; ++i) {
        const Duration wait = huge.next();
        EXPECT_GT(wait.count(), 0);
        EXPECT_LE(wait, Duration::days(40'000));
    }
}

TEST(Backoff, JitterStaysWithinItsPercentage) {
    IdSource random(3);
    for (int i = 0; i < 1'000; ++i) {
        const Duration wait = jittered(Duration::seconds(1), 20, random);
        EXPECT_GE(wait, Duration::milliseconds(800));
        EXPECT_LE(wait, Duration::milliseconds(1'200));
    }
    EXPECT_EQ(jittered(Duration(), 20, random), Duration());
}

} // namespace
} // namespace strikedesk::net
