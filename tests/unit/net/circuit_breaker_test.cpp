// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/net/circuit_breaker.h"

#include <gtest/gtest.h>

namespace strikedesk::net {
namespace {

MonoTime at(std::int64_t seconds) { return MonoTime() + Duration::seconds(seconds); }

void fail(CircuitBreaker& breaker, int times, MonoTime now) {
    for (int i = 0; i < times; ++i)
        breaker.failed(now);
}

TEST(CircuitBreaker, OpensAfterFiveFailuresInARowForSixtySeconds) {
    CircuitBreaker breaker;
    fail(breaker, 4, at(1));
    EXPECT_TRUE(breaker.allow(at(1)));
    breaker.failed(at(1));
    EXPECT_EQ(breaker.state(), CircuitBreaker::State::Open);
    EXPECT_FALSE(breaker.allow(at(1)));
    EXPECT_FALSE(breaker.allow(at(60)));
    EXPECT_TRUE(breaker.allow(at(61)));
}

TEST(CircuitBreaker, ASuccessInBetweenStartsTheCountOver) {
    CircuitBreaker breaker;
    fail(breaker, 4, at(1));
    breaker.succeeded();
    fail(breaker, 4, at(2));
    EXPECT_EQ(breaker.state(), CircuitBreaker::State::Closed);
}

TEST(CircuitBreaker, LetsExactlyOneProbeThrough) {
    CircuitBreaker breaker;
    fail(breaker, 5, at(0));
    EXPECT_TRUE(breaker.allow(at(60)));
    EXPECT_EQ(breaker.state(), CircuitBreaker::State::HalfOpen);
    EXPECT_FALSE(breaker.allow(at(60)));
    EXPECT_FALSE(breaker.allow(at(600)));
}

TEST(CircuitBreaker, AGoodProbeClosesItAndABadOneOpensItForAnotherMinute) {
    CircuitBreaker good;
    fail(good, 5, at(0));
    ASSERT_TRUE(good.allow(at(60)));
    good.succeeded();
    EXPECT_EQ(good.state(), CircuitBreaker::State::Closed);
    EXPECT_TRUE(good.allow(at(60)));

    CircuitBreaker bad;
    fail(bad, 5, at(0));
    ASSERT_TRUE(bad.allow(at(60)));
    bad.failed(at(65));
    EXPECT_EQ(bad.state(), CircuitBreaker::State::Open);
    EXPECT_FALSE(bad.allow(at(124)));
    EXPECT_TRUE(bad.allow(at(125)));
}

TEST(CircuitBreaker, AnAbandonedProbeIsTriedAgainAtOnce) {
    CircuitBreaker breaker;
    fail(breaker, 5, at(0));
    ASSERT_TRUE(breaker.allow(at(61)));
    breaker.abandoned();
    EXPECT_TRUE(breaker.allow(at(61)));
}

TEST(CircuitBreaker, LateFailuresOfOldRequestsDoNotProlongThePause) {
    CircuitBreaker breaker;
    fail(breaker, 5, at(0));
    breaker.failed(at(30));
    EXPECT_TRUE(breaker.allow(at(60)));
}

} // namespace
} // namespace strikedesk::net
