// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/polygon_probe.h"
#include "core/run/sandbox/sandbox_server.h"
#include "core/run/workers/polygon_source.h"
#include "tests/integration/polygon/rig.h"

#include <gtest/gtest.h>

// How many requests a minute go to Polygon: what a person chose, else what the plan allows.

namespace strikedesk::polygon {
namespace {

using test::RealClock;
using test::waitUntil;

/// The budget before and after the key's plan was asked for.
struct Budgets {
    std::int64_t before = 0;
    std::int64_t after = 0;
};

Budgets budgetsWith(const char* plan, int chosen) {
    sandbox::SandboxConfig config;
    config.start = *Timestamp::tryFromRfc3339("2026-03-03T15:30:00Z");
    config.polygonPlan = plan;
    const std::string key = config.polygonKey;
    sandbox::SandboxServer server(std::move(config));
    const auto address = server.start();
    EXPECT_TRUE(address.ok());
    RealClock clock;
    workers::NetTuning tuning;
    tuning.polygon.perMinute = chosen;
    workers::PolygonSource source(PolygonEndpoints::sandbox(address->port), Secret(key), tuning, clock);
    Budgets budgets;
    budgets.before = source.use().perMinute;
    bool isAnswered = false;
    source.probe([&](const market::GrantReport&) { isAnswered = true; });
    EXPECT_TRUE(waitUntil([&] { return isAnswered; }, 40'000));
    budgets.after = source.use().perMinute;
    return budgets;
}

TEST(PolygonBudget, GrowsOnceTheKeyIsSeenToBelongToAPaidPlan) {
    for (const char* plan : {"starter", "developer", "advanced"}) {
        const Budgets budgets = budgetsWith(plan, 0);
        EXPECT_EQ(budgets.before, kFreePlanPerMinute) << plan;
        EXPECT_EQ(budgets.after, kPaidPlanPerMinute) << plan;
    }
}

TEST(PolygonBudget, StaysThatOfTheFreePlanOtherwise) {
    const Budgets budgets = budgetsWith("basic", 0);
    EXPECT_EQ(budgets.before, kFreePlanPerMinute);
    EXPECT_EQ(budgets.after, kFreePlanPerMinute);
}

TEST(PolygonBudget, APersonsNumberIsKept) {
    const Budgets budgets = budgetsWith("advanced", 60);
    EXPECT_EQ(budgets.before, 60);
    EXPECT_EQ(budgets.after, 60);
}

} // namespace
} // namespace strikedesk::polygon
