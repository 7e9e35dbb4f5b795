// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/polygon/aggregates.h"
#include "tests/unit/sandbox/polygon_desk.h"

namespace strikedesk::sandbox {
namespace {

using nlohmann::json;

Timestamp newYork(const char* day, int minutes) {
    return SessionCalendar().newYork(*Date::tryFromIso(day), minutes);
}

SandboxConfig atNoon() {
    SandboxConfig config;
    config.start = newYork("2026-11-18", 12 * 60);
    return config;
}

/// All rows of a request, page by page.
std::vector<json> allRows(PolygonDesk& desk, const std::string& target, int& pages) {
    std::vector<json> rows;
    json page = desk.get(target);
    for (pages = 1; pages < 500; ++pages) {
        for (const json& row : page.value("results", json::array()))
            rows.push_back(row);
        if (!page.contains("next_url"))
            break;
        page = desk.next(page);
    }
    return rows;
}

TEST(PolygonWindows, CutNewYorksTime) {
    const SessionCalendar calendar;
    const Timestamp at = newYork("2026-11-18", 10 * 60 + 47);
    const auto start = [&](const char* multiplier, const char* span) {
        return readAggregateWindow(multiplier, span)->startOf(at, calendar).rfc3339();
    };
    EXPECT_EQ(start("1", "minute"), "2026-11-18T15:47:00Z");
    EXPECT_EQ(start("330", "minute"), "2026-11-18T10:30:00Z");
    EXPECT_EQ(start("1", "hour"), "2026-11-18T15:00:00Z");
    EXPECT_EQ(start("1", "day"), "2026-11-18T05:00:00Z");
    EXPECT_EQ(start("1", "week"), "2026-11-15T05:00:00Z");
    EXPECT_EQ(start("1", "month"), "2026-11-01T04:00:00Z");
    EXPECT_EQ(start("1", "quarter"), "2026-10-01T04:00:00Z");
    EXPECT_EQ(start("1", "year"), "2026-01-01T05:00:00Z");
    EXPECT_EQ(readAggregateWindow("1", "week")->endOf(at, calendar).rfc3339(), "2026-11-22T05:00:00Z");
    EXPECT_EQ(readAggregateWindow("1", "quarter")->endOf(at, calendar).rfc3339(), "2027-01-01T05:00:00Z");
    for (const char* wrong : {"0", "-1", "x", "", "10001"})
        EXPECT_FALSE(readAggregateWindow(wrong, "minute")) << wrong;
    EXPECT_FALSE(readAggregateWindow("1", "fortnight"));
}

TEST(PolygonAggregates, MinutesAreTheMarketsOwn) {
    PolygonDesk desk(atNoon());
    const json page = desk.get("/v2/aggs/ticker/AAPL/range/1/minute/2026-11-18/2026-11-18?limit=50000");
    EXPECT_EQ(page["status"], "OK");
    EXPECT_EQ(page["ticker"], "AAPL");
    EXPECT_EQ(page["adjusted"], true);
    EXPECT_EQ(page["queryCount"], page["resultsCount"]);
    const json& rows = page["results"];
    ASSERT_GE(rows.size(), 140U);
    EXPECT_LT(rows.back()["t"].get<std::int64_t>(), newYork("2026-11-18", 12 * 60).milliseconds());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(rows[i]["t"].get<std::int64_t>() % 60'000, 0);
        EXPECT_LE(rows[i]["l"].get<double>(), rows[i]["vw"].get<double>() + 1e-4);
        EXPECT_LE(rows[i]["vw"].get<double>(), rows[i]["h"].get<double>() + 1e-4);
    }
}

TEST(PolygonAggregates, LimitCountsMinutesOfHoursAndNoBarIsCut) {
    PolygonDesk desk(atNoon());
    const std::string hours = "/v2/aggs/ticker/AAPL/range/1/hour/2026-11-16/2026-11-18";
    const json whole = desk.get(hours);
    EXPECT_FALSE(whole.contains("next_url"));
    EXPECT_GT(whole["queryCount"].get<int>(), 800);
    int pages = 0;
    const std::vector<json> paged = allRows(desk, hours + "?limit=100", pages);
    EXPECT_GT(pages, 8);
    EXPECT_EQ(json(paged), whole["results"]);
    const json first = desk.get(hours + "?limit=100");
    EXPECT_LE(first["queryCount"].get<int>(), 100);
    EXPECT_LT(first["resultsCount"].get<int>(), whole["resultsCount"].get<int>());

    std::vector<json> backwards = allRows(desk, hours + "?limit=100&sort=desc", pages);
    std::reverse(backwards.begin(), backwards.end());
    EXPECT_EQ(json(backwards), whole["results"]);
}

TEST(PolygonAggregates, DaysWeeksAndMonthsPageByDays) {
    PolygonDesk desk(atNoon());
    const std::string target = "/v2/aggs/ticker/SPY/range/1/day/2026-10-01/2026-11-17";
    const json whole = desk.get(target);
    ASSERT_EQ(whole["resultsCount"], 34);
    EXPECT_EQ(whole["results"][0]["t"], newYork("2026-10-01", 0).milliseconds());
    int pages = 0;
    EXPECT_EQ(json(allRows(desk, target + "?limit=10", pages)), whole["results"]);
    EXPECT_EQ(pages, 4);
    const json weeks = desk.get("/v2/aggs/ticker/SPY/range/1/week/2026-10-07/2026-10-20");
    ASSERT_EQ(weeks["resultsCount"], 3);
    EXPECT_EQ(weeks["results"][0]["t"], newYork("2026-10-04", 0).milliseconds());
    EXPECT_EQ(weeks["queryCount"], 15);
    const json months = desk.get("/v2/aggs/ticker/SPY/range/1/month/2026-10-07/2026-11-01");
    ASSERT_EQ(months["resultsCount"], 2);
    EXPECT_EQ(months["results"][0]["o"], whole["results"][0]["o"]);
}

TEST(PolygonAggregates, SayNothingOfNothing) {
    PolygonDesk desk(atNoon());
    for (const char* target : {"/v2/aggs/ticker/NOPE/range/1/day/2026-11-01/2026-11-17",
                               "/v2/aggs/ticker/AAPL/range/1/minute/2026-11-14/2026-11-15",
                               "/v2/aggs/ticker/aapl/range/1/day/2026-11-01/2026-11-17"}) {
        const json page = desk.get(target);
        EXPECT_EQ(page["status"], "OK") << target;
        EXPECT_EQ(page["resultsCount"], 0) << target;
        EXPECT_FALSE(page.contains("results")) << target;
    }
    for (const char* target : {"/v2/aggs/ticker/AAPL/range/0/day/2026-11-01/2026-11-17",
                               "/v2/aggs/ticker/AAPL/range/1/eon/2026-11-01/2026-11-17",
                               "/v2/aggs/ticker/AAPL/range/1/day/2026-11-17/2026-11-01",
                               "/v2/aggs/ticker/AAPL/range/1/day/soon/2026-11-01",
                               "/v2/aggs/ticker/AAPL/range/1/day/2026-11-01/99999999999999",
                               "/v2/aggs/ticker/AAPL/range/1/day/2026-11-01/2026-11-17?limit=50001",
                               "/v2/aggs/ticker/AAPL/range/1/day/2026-11-01/2026-11-17?limit=x",
                               "/v2/aggs/ticker/AAPL/range/1/day/2026-11-01/2026-11-17?adjusted=maybe",
                               "/v2/aggs/ticker/AAPL/range/1/day/2026-11-01/2026-11-17?sort=up"})
        EXPECT_EQ(desk.call(target).status, 400) << target;
}

TEST(PolygonAggregates, SmallerPlansSeeLess) {
    SandboxConfig config = atNoon();
    config.polygonPlan = "starter";
    PolygonDesk late(config);
    const json minutes = late.get("/v2/aggs/ticker/AAPL/range/1/minute/2026-11-18/2026-11-18");
    EXPECT_EQ(minutes["status"], "DELAYED");
    EXPECT_EQ(minutes["results"].back()["t"], newYork("2026-11-18", 11 * 60 + 44).milliseconds());
    config.polygonPlan = "basic";
    PolygonDesk free(config);
    const json none = free.get("/v2/aggs/ticker/AAPL/range/1/minute/2026-11-18/2026-11-18");
    EXPECT_EQ(none["resultsCount"], 0);
    EXPECT_EQ(free.get("/v2/aggs/ticker/AAPL/range/1/day/2026-11-10/2026-11-18")["resultsCount"], 6);
    const HttpAnswer seconds = free.call("/v2/aggs/ticker/AAPL/range/1/second/2026-11-17/2026-11-17");
    EXPECT_EQ(seconds.status, 403);
    EXPECT_EQ(json::parse(seconds.body)["status"], "NOT_AUTHORIZED");
}

TEST(PolygonAggregates, PreviousGroupedAndOpenCloseAgree) {
    PolygonDesk desk(atNoon());
    const json previous = desk.get("/v2/aggs/ticker/AAPL/prev");
    ASSERT_EQ(previous["resultsCount"], 1);
    EXPECT_EQ(previous["results"][0]["t"], newYork("2026-11-17", 16 * 60).milliseconds());
    const json grouped = desk.get("/v2/aggs/grouped/locale/us/market/stocks/2026-11-17");
    json apple;
    for (const json& row : grouped["results"])
        if (row["T"] == "AAPL")
            apple = row;
    EXPECT_EQ(apple, previous["results"][0]);
    const json day = desk.get("/v1/open-close/AAPL/2026-11-17");
    EXPECT_EQ(day["status"], "OK");
    EXPECT_EQ(day["from"], "2026-11-17");
    EXPECT_EQ(day["close"], apple["c"]);
    EXPECT_EQ(day["volume"], apple["v"]);
    EXPECT_EQ(desk.call("/v1/open-close/AAPL/2026-11-15").status, 404);
    EXPECT_EQ(desk.call("/v1/open-close/NOPE/2026-11-17").status, 404);
    EXPECT_EQ(desk.call("/v1/open-close/AAPL/yesterday").status, 400);
    EXPECT_FALSE(desk.get("/v2/aggs/grouped/locale/us/market/stocks/2026-11-15").contains("results"));
}

} // namespace
} // namespace strikedesk::sandbox
