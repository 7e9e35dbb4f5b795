// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sandbox/polygon_desk.h"

#include <algorithm>
#include <set>

namespace strikedesk::sandbox {
namespace {

using nlohmann::json;

Timestamp newYork(int minutes) { return SessionCalendar().newYork(*Date::tryFromIso("2026-11-18"), minutes); }

SandboxConfig atNoon(const char* plan = "advanced") {
    SandboxConfig config;
    config.start = newYork(12 * 60);
    config.polygonPlan = plan;
    return config;
}

/// Nanoseconds of a wall time on the test's day.
std::string ns(int minutes) { return std::to_string(newYork(minutes).nanoseconds()); }

std::vector<json> allRows(PolygonDesk& desk, const std::string& target, int& pages) {
    std::vector<json> rows;
    json page = desk.get(target);
    for (pages = 1; pages < 2'000; ++pages) {
        for (const json& row : page["results"])
            rows.push_back(row);
        if (!page.contains("next_url"))
            break;
        page = desk.next(page);
    }
    return rows;
}

TEST(PolygonHistory, TradesMakeTheMinuteBars) {
    PolygonDesk desk(atNoon());
    const std::string span = "timestamp.gte=" + ns(660) + "&timestamp.lt=" + ns(661);
    const json trades = desk.get("/v3/trades/AAPL?order=asc&limit=50000&" + span)["results"];
    ASSERT_FALSE(trades.empty());
    const std::string ms = std::to_string(newYork(660).milliseconds());
    const json minute = desk.get("/v2/aggs/ticker/AAPL/range/1/minute/" + ms + "/" + ms)["results"][0];
    const json table = desk.get("/v3/reference/conditions?asset_class=stocks&limit=1000")["results"];
    const auto movesPrice = [&](const json& trade) {
        for (const json& row : table)
            for (const json& id : trade.value("conditions", json::array()))
                if (row["id"] == id && !row["update_rules"]["consolidated"]["updates_high_low"].get<bool>())
                    return false;
        return true;
    };
    double volume = 0;
    std::vector<double> prices;
    std::int64_t before = 0;
    for (const json& trade : trades) {
        volume += trade["size"].get<double>();
        EXPECT_LE(before, trade["sip_timestamp"].get<std::int64_t>());
        before = trade["sip_timestamp"];
        if (movesPrice(trade))
            prices.push_back(trade["price"]);
    }
    EXPECT_EQ(volume, minute["v"].get<double>());
    EXPECT_EQ(trades.size(), minute["n"].get<std::size_t>());
    ASSERT_FALSE(prices.empty());
    EXPECT_EQ(prices.front(), minute["o"].get<double>());
    EXPECT_EQ(prices.back(), minute["c"].get<double>());
    EXPECT_EQ(*std::max_element(prices.begin(), prices.end()), minute["h"].get<double>());
    EXPECT_EQ(*std::min_element(prices.begin(), prices.end()), minute["l"].get<double>());
    const json seconds = desk.get("/v2/aggs/ticker/AAPL/range/1/second/" + ms + "/" +
                                  std::to_string(newYork(660).milliseconds() + 59'000))["results"];
    double bySeconds = 0;
    for (const json& second : seconds)
        bySeconds += second["v"].get<double>();
    EXPECT_GT(seconds.size(), 5U);
    // A second in which nothing moved a price has no bar.
    EXPECT_LE(bySeconds, volume);
    EXPECT_GT(bySeconds, volume * 0.7);
}

TEST(PolygonHistory, PagesBothWaysWithoutGapsOrDoubles) {
    PolygonDesk desk(atNoon());
    for (const std::string what : {"/v3/trades/AAPL?", "/v3/quotes/AAPL?"}) {
        const std::string span = what + "timestamp.gte=" + ns(600) + "&timestamp.lte=" + ns(603);
        int pages = 0;
        const std::vector<json> whole = allRows(desk, span + "&order=asc&limit=50000", pages);
        EXPECT_EQ(pages, 1);
        ASSERT_GT(whole.size(), 20U) << what;
        EXPECT_EQ(allRows(desk, span + "&order=asc&limit=7", pages), whole) << what;
        EXPECT_GT(pages, 2);
        std::vector<json> backwards = allRows(desk, span + "&limit=7", pages);
        std::reverse(backwards.begin(), backwards.end());
        EXPECT_EQ(backwards, whole) << what;
    }
    const json newest = desk.get("/v3/trades/AAPL?limit=1")["results"][0];
    EXPECT_EQ(newest["sip_timestamp"], desk.get("/v2/last/trade/AAPL")["results"]["t"]);
    const std::string exact = std::to_string(newest["sip_timestamp"].get<std::int64_t>());
    EXPECT_EQ(desk.get("/v3/trades/AAPL?timestamp=" + exact)["results"][0], newest);
    for (const char* bad :
         {"timestamp=soon", "timestamp.gte=-1", "limit=0", "limit=50001", "order=up", "sort=price"})
        EXPECT_EQ(desk.call(std::string("/v3/trades/AAPL?") + bad).status, 400) << bad;
    EXPECT_TRUE(desk.get("/v3/trades/NOPE")["results"].empty());
}

TEST(PolygonHistory, ADelayedPlanEndsFifteenMinutesAgo) {
    PolygonDesk desk(atNoon("developer"));
    const json page = desk.get("/v3/trades/AAPL?limit=1");
    EXPECT_EQ(page["status"], "DELAYED");
    EXPECT_LE(page["results"][0]["sip_timestamp"].get<std::int64_t>(), newYork(705).nanoseconds());
}

TEST(PolygonNews, FiltersByTickerAndTime) {
    PolygonDesk desk(atNoon());
    const json page = desk.get("/v2/reference/news?limit=5");
    ASSERT_EQ(page["count"], 5);
    std::string before = "9";
    for (const json& article : page["results"]) {
        EXPECT_LE(article["published_utc"].get<std::string>(), before);
        before = article["published_utc"];
        EXPECT_EQ(article["insights"].size(), article["tickers"].size());
    }
    EXPECT_NE(desk.next(page)["results"][0]["id"], page["results"][0]["id"]);
    const std::string ticker = page["results"][0]["tickers"][0];
    const json own = desk.get("/v2/reference/news?limit=50&ticker=" + ticker);
    for (const json& article : own["results"])
        EXPECT_NE(std::find(article["tickers"].begin(), article["tickers"].end(), json(ticker)),
                  article["tickers"].end());
    const json day = desk.get("/v2/reference/news?limit=1000&published_utc=2026-11-17");
    for (const json& article : day["results"])
        EXPECT_EQ(article["published_utc"].get<std::string>().substr(0, 10), "2026-11-17");
    const json late = desk.get("/v2/reference/news?limit=1000&published_utc.gt=2026-11-16");
    for (const json& article : late["results"])
        EXPECT_GT(article["published_utc"].get<std::string>(), "2026-11-17");
    EXPECT_EQ(desk.call("/v2/reference/news?published_utc.gte=yesterday").status, 400);
    EXPECT_TRUE(desk.get("/v2/reference/news?ticker=NOPE")["results"].empty());
}

TEST(PolygonShorts, AreWhatWasPublishedByNow) {
    PolygonDesk desk(atNoon());
    const json interest = desk.get("/stocks/v1/short-interest?ticker=AAPL&limit=100");
    ASSERT_GT(interest["results"].size(), 5U);
    for (const json& row : interest["results"]) {
        EXPECT_EQ(row["ticker"], "AAPL");
        EXPECT_LE(row["settlement_date"].get<std::string>(), "2026-11-06");
        EXPECT_GE(row["days_to_cover"].get<double>(), 1.0);
    }
    const json sorted = desk.get("/stocks/v1/short-interest?limit=100&sort=settlement_date.desc,ticker.asc");
    EXPECT_EQ(sorted["results"][0]["settlement_date"], sorted["results"][1]["settlement_date"]);
    EXPECT_LT(sorted["results"][0]["ticker"].get<std::string>(),
              sorted["results"][1]["ticker"].get<std::string>());
    const json volume = desk.get("/stocks/v1/short-volume?ticker=AAPL&date.gte=2026-11-09&limit=100");
    ASSERT_EQ(volume["results"].size(), 7U);
    for (const json& row : volume["results"]) {
        EXPECT_EQ(row["short_volume"], row["nyse_short_volume"].get<std::int64_t>() +
                                           row["nasdaq_carteret_short_volume"].get<std::int64_t>() +
                                           row["nasdaq_chicago_short_volume"].get<std::int64_t>());
        EXPECT_EQ(row["short_volume"],
                  row["exempt_volume"].get<std::int64_t>() + row["non_exempt_volume"].get<std::int64_t>());
        EXPECT_GT(row["short_volume_ratio"].get<double>(), 0);
        EXPECT_LT(row["short_volume_ratio"].get<double>(), 100);
    }
    EXPECT_EQ(desk.call("/stocks/v1/short-interest?sort=shares.desc").status, 400);
    const json floats = desk.get("/stocks/vX/float?ticker=AAPL")["results"];
    ASSERT_EQ(floats.size(), 1U);
    EXPECT_GT(floats[0]["free_float_percent"].get<double>(), 80);
}

TEST(PolygonCorporate, OldAndNewListsTellTheSame) {
    PolygonDesk desk(atNoon());
    const json old = desk.get("/v3/reference/dividends?limit=1000")["results"];
    const json fresh = desk.get("/stocks/v1/dividends?limit=5000")["results"];
    ASSERT_FALSE(old.empty());
    EXPECT_EQ(old.size(), fresh.size());
    std::set<std::string> ids;
    for (const json& row : old)
        ids.insert(row["id"].get<std::string>());
    EXPECT_EQ(ids.size(), old.size());
    for (const json& row : fresh) {
        EXPECT_TRUE(ids.contains(row["id"].get<std::string>()));
        EXPECT_LE(row["historical_adjustment_factor"].get<double>(), 1.0);
    }
    for (std::size_t i = 1; i < old.size(); ++i)
        EXPECT_GE(old[i - 1]["ex_dividend_date"].get<std::string>(),
                  old[i]["ex_dividend_date"].get<std::string>());
    const json announced = desk.get("/v3/reference/dividends?limit=1000&ex_dividend_date.gt=2026-11-18");
    for (const json& row : announced["results"])
        EXPECT_LE(row["declaration_date"].get<std::string>(), "2026-11-18");
}

TEST(PolygonCorporate, SplitsMoveAdjustedBarsOnly) {
    PolygonDesk desk(atNoon());
    const json splits = desk.get("/stocks/v1/splits?execution_date.lte=2026-11-18")["results"];
    ASSERT_FALSE(splits.empty()) << "the market has one in its past";
    const json& split = splits[0];
    const std::string day = split["execution_date"];
    const Date before = SessionCalendar().previous(*Date::tryFromIso(day));
    const std::string bars = "/v2/aggs/ticker/" + split["ticker"].get<std::string>() + "/range/1/day/" +
                             before.iso() + "/" + before.iso();
    const json raw = desk.get(bars + "?adjusted=false")["results"][0];
    const json adjusted = desk.get(bars)["results"][0];
    const double ratio = split["split_to"].get<double>() / split["split_from"].get<double>();
    EXPECT_NEAR(raw["c"].get<double>() / adjusted["c"].get<double>(), ratio, ratio * 1e-3);
    EXPECT_NEAR(adjusted["v"].get<double>() / raw["v"].get<double>(), ratio, ratio * 1e-3);
    EXPECT_NEAR(split["historical_adjustment_factor"].get<double>(), 1 / ratio, 1e-5);
}

TEST(PolygonReferenceFacts, DescribeCompaniesAndTheirLike) {
    PolygonDesk desk(atNoon());
    const json apple = desk.get("/v3/reference/tickers/AAPL")["results"];
    EXPECT_GT(apple["market_cap"].get<double>(), 1e11);
    EXPECT_TRUE(apple["sic_code"].is_string());
    EXPECT_FALSE(desk.get("/v3/reference/tickers/SPY")["results"].contains("market_cap"));
    const json related = desk.get("/v1/related-companies/AAPL");
    EXPECT_FALSE(related["results"].empty());
    for (const json& row : related["results"])
        EXPECT_NE(row["ticker"], "AAPL");
    EXPECT_EQ(desk.call("/v1/related-companies/NOPE").status, 404);
}

} // namespace
} // namespace strikedesk::sandbox
