// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/alpaca/rig.h"

#include <gtest/gtest.h>

namespace strikedesk::alpaca {
namespace {

using test::answer;
using test::ArrivedRequest;
using test::Rig;
using test::waitUntil;

net::HttpOutcome read(Rig& rig, net::Lane lane) {
    return rig.wait<net::HttpOutcome>([&](auto done) { rig.rest.get(lane, "/v2/clock", done); }).value();
}

TEST(AlpacaRest, ALowerLaneWaitsForTheHigherOnes) {
    Rig rig(10);
    rig.fallback = answer(200, "{}");
    for (int i = 0; i < 6; ++i)
        EXPECT_TRUE(read(rig, net::Lane::History).isSuccess());
    bool history = false;
    rig.rest.get(net::Lane::History, "/v2/slow", [&](net::HttpOutcome) { history = true; });
    EXPECT_TRUE(read(rig, net::Lane::Sweep).isSuccess());
    EXPECT_TRUE(read(rig, net::Lane::Cancel).isSuccess());
    EXPECT_FALSE(history);
    EXPECT_EQ(rig.server.arrivals().size(), 8u);
    EXPECT_EQ(rig.rest.budgetLeft(), 2);
}

TEST(AlpacaRest, A429HoldsEveryLaneUntilTheReset) {
    Rig rig;
    rig.fallback = answer(429, R"({"message":"too many requests"})", "application/json",
                          "Retry-After: 1\r\nDate: Wed, 18 Nov 2026 14:30:05 GMT\r\n");
    EXPECT_EQ(read(rig, net::Lane::Sweep).status, 429);
    EXPECT_EQ(rig.server.arrivals().size(), 1u);
    EXPECT_EQ(rig.rest.budgetLeft(), 0);
    rig.fallback = answer(200, "{}");
    const MonoTime before = rig.clock.now().mono;
    EXPECT_TRUE(read(rig, net::Lane::Cancel).isSuccess());
    EXPECT_GE(rig.clock.now().mono - before, Duration::milliseconds(800));
}

TEST(AlpacaRest, TheBreakerStopsSweepsButNeverLookUpsAndCancels) {
    Rig rig;
    rig.fallback = answer(503, "{}");
    for (int i = 0; i < 2; ++i)
        (void)read(rig, net::Lane::Sweep);
    EXPECT_EQ(rig.rest.breakerState(), net::CircuitBreaker::State::Open);
    const std::size_t before = rig.server.arrivals().size();
    EXPECT_EQ(read(rig, net::Lane::Sweep).result, net::HttpResult::NotSent);
    EXPECT_EQ(rig.server.arrivals().size(), before);
    rig.fallback = answer(200, "{}");
    EXPECT_TRUE(read(rig, net::Lane::Resolve).isSuccess());
    EXPECT_EQ(rig.rest.breakerState(), net::CircuitBreaker::State::Closed);
    EXPECT_TRUE(read(rig, net::Lane::Sweep).isSuccess());
}

TEST(AlpacaRest, FollowsNewSettingsFromNowOn) {
    Rig rig;
    rig.fallback = answer(503, "{}");
    RestTuning tuning;
    tuning.perMinute = 7;
    tuning.limits.retries = 0;
    tuning.breaker.failures = 3;
    rig.rest.tune(tuning);
    for (std::size_t i = 1; i <= 3; ++i) {
        EXPECT_EQ(rig.rest.breakerState(), net::CircuitBreaker::State::Closed);
        EXPECT_EQ(read(rig, net::Lane::Sweep).status, 503);
        EXPECT_EQ(rig.server.arrivals().size(), i) << "not tried again";
    }
    EXPECT_EQ(rig.rest.breakerState(), net::CircuitBreaker::State::Open);
    EXPECT_EQ(rig.rest.budgetLeft(), 4);
}

TEST(AlpacaRest, TellsTheVenuesDate) {
    Rig rig;
    rig.fallback = answer(200, "{}", "application/json", "Date: Wed, 18 Nov 2026 14:30:05 GMT\r\n");
    Timestamp seen;
    rig.rest.dateSeen = [&](Timestamp date) { seen = date; };
    (void)read(rig, net::Lane::Sweep);
    EXPECT_EQ(seen, *Timestamp::tryFromRfc3339("2026-11-18T14:30:05Z"));
}

TEST(AlpacaRest, EncodesPathsAndValues) {
    EXPECT_EQ(percentEncoded("BRK.B"), "BRK.B");
    EXPECT_EQ(percentEncoded("a b/c?d&e=f%\xE2\x82\xAC"), "a%20b%2Fc%3Fd%26e%3Df%25%E2%82%AC");
}

} // namespace
} // namespace strikedesk::alpaca
