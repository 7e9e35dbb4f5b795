// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/polygon/polygon_routes.h"
#include "tests/unit/sandbox/polygon_desk.h"

namespace strikedesk::sandbox {
namespace {

using nlohmann::json;

constexpr const char* kNow = "/v1/marketstatus/now";

TEST(PolygonFrame, WantsItsOwnKeyInHeaderOrQuery) {
    PolygonDesk desk;
    EXPECT_EQ(desk.call(kNow).status, 200);
    EXPECT_EQ(desk.call(std::string(kNow) + "?apiKey=sandbox-polygon-key", "").status, 200);
    const HttpAnswer without = desk.call(kNow, "");
    EXPECT_EQ(without.status, 401);
    const json body = json::parse(without.body);
    EXPECT_EQ(body["status"], "ERROR");
    EXPECT_EQ(body["request_id"].get<std::string>().size(), 32U);
    EXPECT_TRUE(body["error"].is_string());
    EXPECT_EQ(desk.call(kNow, "sandbox-secret").status, 401);
    EXPECT_EQ(desk.call("/v2/account", "sandbox-polygon-key").status, 401);
}

TEST(PolygonFrame, CountsRequestsApartFromTrading) {
    SandboxConfig config;
    config.polygonRequestsPerMinute = 2;
    PolygonDesk desk(config);
    EXPECT_EQ(desk.call(kNow).status, 200);
    EXPECT_EQ(desk.call(kNow).status, 200);
    const HttpAnswer third = desk.call(kNow);
    EXPECT_EQ(third.status, 429);
    EXPECT_EQ(json::parse(third.body)["status"], "ERROR");
    EXPECT_EQ(desk.call("/v2/account", "sandbox-secret").status, 200);
    desk.pass(Duration::seconds(60));
    EXPECT_EQ(desk.call(kNow).status, 200);
}

TEST(PolygonFrame, RefusesOtherMethodsUnknownPathsAndForeignCursors) {
    PolygonDesk desk;
    EXPECT_EQ(desk.call(kNow, "sandbox-polygon-key", "POST").status, 405);
    EXPECT_EQ(desk.call("/v2/aggs/nothing/here").status, 404);
    EXPECT_EQ(desk.call(std::string(kNow) + "?cursor=!!").status, 400);
    EXPECT_EQ(desk.call(std::string(kNow) + "?cursor=").status, 400);
    EXPECT_EQ(desk.call(std::string(kNow) + "?cursor=" + cursorOf("@skip\x1f-1\x1e")).status, 400);
    EXPECT_EQ(desk.call(std::string(kNow) + "?cursor=" + cursorOf("no marks\x1e")).status, 400);
}

TEST(PolygonFrame, CursorTextSurvives) {
    for (const std::string text : {"", "a", "ab", "abc",
                                   "limit\x1f"
                                   "2\x1e",
                                   "\xff\x00z"}) {
        const auto back = readCursorText(cursorOf(text));
        ASSERT_TRUE(back);
        EXPECT_EQ(*back, text);
    }
    EXPECT_FALSE(readCursorText(std::string(9'000, 'A')));
}

TEST(PolygonFrame, RefusesAPlanNobodySells) {
    SandboxConfig config;
    config.polygonPlan = "gold";
    const auto opened = Sandbox::tryOpen(config, MonoTime::fromNanoseconds(1));
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().messageId, "sandbox.polygon.plan");
}

TEST(PolygonFrame, PlansShowDataLate) {
    const SessionCalendar calendar;
    const Timestamp noon = calendar.newYork(*Date::tryFromIso("2026-11-17"), 12 * 60);
    EXPECT_EQ(DataPlan::named("advanced")->seenAt(noon, calendar), noon);
    EXPECT_EQ(DataPlan::named("starter")->seenAt(noon, calendar), noon - Duration::minutes(15));
    EXPECT_EQ(DataPlan::named("basic")->seenAt(noon, calendar),
              calendar.newYork(*Date::tryFromIso("2026-11-16"), 20 * 60));
}

TEST(PolygonStatus, SaysWhatTheCalendarSays) {
    SandboxConfig config;
    const SessionCalendar calendar;
    config.start = calendar.newYork(*Date::tryFromIso("2026-11-25"), 16 * 60 + 30);
    PolygonDesk desk(config);
    const json now = desk.get(kNow);
    EXPECT_EQ(now["market"], "extended-hours");
    EXPECT_EQ(now["afterHours"], true);
    EXPECT_EQ(now["serverTime"], "2026-11-25T16:30:00-05:00");
    const json upcoming = desk.get("/v1/marketstatus/upcoming");
    ASSERT_GE(upcoming.size(), 6U);
    EXPECT_EQ(upcoming[0]["date"], "2026-11-26");
    EXPECT_EQ(upcoming[0]["status"], "closed");
    EXPECT_EQ(upcoming[3]["date"], "2026-11-27");
    EXPECT_EQ(upcoming[3]["status"], "early-close");
    EXPECT_EQ(upcoming[3]["close"], "2026-11-27T18:00:00.000Z");
}

} // namespace
} // namespace strikedesk::sandbox
