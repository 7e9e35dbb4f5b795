// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/tick_query.h"
#include "tests/unit/sandbox/given_source.h"
#include "tests/unit/sandbox/sandbox_rig.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

namespace strikedesk::sandbox::test {
namespace {

using nlohmann::json;

/// All ids over all pages, and that no page is longer than asked.
std::vector<std::string> idsOfPages(GivenSource& source, SeriesRequest request) {
    std::vector<std::string> ids;
    for (int pages = 0; pages < 100; ++pages) {
        const auto page = tradePage(source, request);
        std::size_t size = 0;
        for (const auto& [symbol, prints] : page.rows)
            for (const market::TradePrint& print : prints) {
                ids.push_back(print.id);
                ++size;
            }
        EXPECT_LE(size, request.limit);
        if (page.nextToken.empty())
            return ids;
        const std::size_t first = page.nextToken.find('|');
        const std::size_t second = page.nextToken.find('|', first + 1);
        request.tokenSymbol = Symbol::of(page.nextToken.substr(0, first).c_str());
        request.tokenTime =
            Timestamp::fromNanoseconds(std::stoll(page.nextToken.substr(first + 1, second - first - 1)));
        request.tokenCount = std::stoul(page.nextToken.substr(second + 1));
    }
    ADD_FAILURE() << "the pages do not end";
    return ids;
}

TEST(TickPages, JoinToTheWholeInBothDirectionsWhateverTheirLength) {
    GivenSource source;
    const Timestamp start = *Timestamp::tryFromRfc3339("2026-11-18T14:30:00Z");
    // Several prints share one time; the gaps grow from nanoseconds to hours.
    const std::int64_t offsets[] = {
        0, 0, 0, 0, 0, 5, 5, 1'000'000'000, 61'000'000'000, 61'000'000'000, 7'200'000'000'000};
    std::vector<std::string> all;
    int id = 0;
    for (const char* symbol : {"AAA", "BBB"})
        for (const std::int64_t offset : offsets) {
            source.given.push_back(printOf(symbol, start + Duration::nanoseconds(offset), ++id));
            all.push_back(std::to_string(id));
        }
    SeriesRequest request;
    request.symbols = {Symbol::of("AAA"), Symbol::of("BBB")};
    request.start = start;
    request.end = start + Duration::hours(3);
    for (std::size_t limit = 1; limit <= all.size() + 1; ++limit) {
        request.limit = limit;
        request.descending = false;
        EXPECT_EQ(idsOfPages(source, request), all) << limit;
        request.descending = true;
        std::vector<std::string> newestFirst = all;
        const auto half = static_cast<std::ptrdiff_t>(all.size() / 2);
        std::reverse(newestFirst.begin(), newestFirst.begin() + half);
        std::reverse(newestFirst.begin() + half, newestFirst.end());
        EXPECT_EQ(idsOfPages(source, request), newestFirst) << limit;
    }
    request.end = start;
    EXPECT_EQ(idsOfPages(source, request).size(), 10U);
}

TEST(AlpacaData, KnowsTheCodeTables) {
    Rig rig;
    EXPECT_EQ(rig.get("/v2/stocks/meta/exchanges")["V"], "IEX");
    EXPECT_EQ(rig.get("/v2/stocks/meta/conditions/trade?tape=C")["@"], "Regular Sale");
    EXPECT_EQ(rig.get("/v2/stocks/meta/conditions/trade?tape=A")["I"], "Odd Lot Trade");
    EXPECT_EQ(rig.get("/v2/stocks/meta/conditions/quote?tape=B")["R"], "Regular Market Maker Open");
    EXPECT_EQ(rig.get("/v1beta1/options/meta/conditions/trade")["g"], "MLAT - Multi Leg Auction");
    EXPECT_EQ(rig.get("/v1beta1/options/meta/exchanges")["A"], "NYSE American Options");
    EXPECT_EQ(rig.call("GET", "/v2/stocks/meta/conditions/trade").status, 400);
    EXPECT_EQ(rig.call("GET", "/v2/stocks/meta/conditions/wish?tape=A").status, 400);
    EXPECT_EQ(rig.call("GET", "/v2/stocks/meta/nothing").status, 404);
}

TEST(AlpacaData, TheFreePlanSeesTheTapeFifteenMinutesLate) {
    SandboxConfig config;
    config.freeDataPlan = true;
    config.optionFeed = "indicative";
    Rig rig(config);
    rig.jumpTo("2026-11-18T16:00:00Z");
    const std::string bars = "/v2/stocks/SPY/bars?timeframe=1Min&sort=desc&limit=1";
    EXPECT_EQ(rig.get(bars)["bars"][0]["t"], "2026-11-18T15:44:00Z");
    EXPECT_EQ(rig.get(bars + "&feed=iex")["bars"][0]["t"], "2026-11-18T15:59:00Z");
    EXPECT_EQ(rig.call("GET", bars + "&end=2026-11-18T15:50:00Z").status, 403);
    EXPECT_EQ(rig.call("GET", bars + "&end=2026-11-18T15:44:00Z").status, 200);
    EXPECT_EQ(rig.call("GET", bars + "&feed=otc").status, 403);
    EXPECT_TRUE(rig.get(bars + "&feed=boats")["bars"].is_null());
    EXPECT_EQ(rig.call("GET", "/v2/stocks/quotes/latest?symbols=SPY&feed=sip").status, 403);
    const json live = rig.get("/v2/stocks/quotes/latest?symbols=SPY")["quotes"]["SPY"];
    EXPECT_GE(live["t"].get<std::string>(), "2026-11-18T15:59");
    const json late = rig.get("/v2/stocks/quotes/latest?symbols=SPY&feed=delayed_sip")["quotes"]["SPY"];
    EXPECT_LE(late["t"].get<std::string>(), "2026-11-18T15:45:00Z");
    EXPECT_EQ(rig.call("GET", "/v1beta1/options/snapshots/SPY?feed=opra").status, 403);
    EXPECT_EQ(rig.call("GET", "/v1beta1/options/snapshots/SPY?feed=indicative").status, 200);
    EXPECT_EQ(rig.call("GET", bars + "&currency=EUR").status, 400);
    EXPECT_EQ(rig.call("GET", bars + "&asof=-").status, 200);
    EXPECT_EQ(rig.call("GET", bars + "&asof=then").status, 400);
    EXPECT_EQ(rig.call("GET", bars + "&adjustment=split,dividend").status, 200);
    EXPECT_EQ(rig.call("GET", bars + "&adjustment=wish").status, 400);
}

TEST(AlpacaData, RanksTheDayAgainstTheMarketItself) {
    Rig rig;
    rig.jumpTo("2026-11-18T19:00:00Z");
    const json actives = rig.get("/v1beta1/screener/stocks/most-actives?top=3")["most_actives"];
    ASSERT_EQ(actives.size(), 3U);
    EXPECT_GE(actives[0]["volume"].get<std::int64_t>(), actives[1]["volume"].get<std::int64_t>());
    const json snapshot = rig.get("/v2/stocks/snapshots?symbols=" + actives[0]["symbol"].get<std::string>());
    EXPECT_EQ(snapshot.front()["dailyBar"]["v"], actives[0]["volume"]);
    const json movers = rig.get("/v1beta1/screener/stocks/movers?top=50");
    for (const json& row : movers["gainers"])
        EXPECT_GT(row["percent_change"].get<double>(), -0.001);
    for (const json& row : movers["losers"]) {
        const std::string symbol = row["symbol"];
        const json days = rig.get("/v2/stocks/snapshots?symbols=" + symbol)[symbol];
        const double before = days["prevDailyBar"]["c"].get<double>();
        EXPECT_NEAR(row["change"].get<double>(), days["dailyBar"]["c"].get<double>() - before, 0.006);
        EXPECT_LT(row["change"].get<double>(), 0.001);
    }
    EXPECT_EQ(rig.call("GET", "/v1beta1/screener/stocks/movers?top=51").status, 400);
    EXPECT_EQ(rig.get("/v1beta1/screener/crypto/movers")["gainers"], json::array());
    EXPECT_EQ(rig.call("POST", "/v1beta1/news").status, 405);
    EXPECT_EQ(rig.call("GET", "/v1beta1/news?limit=51").status, 400);
    EXPECT_TRUE(rig.get("/v1beta1/news")["news"].is_array());
    EXPECT_TRUE(rig.get("/v1/corporate-actions?types=cash_dividend")["corporate_actions"].is_object());
    EXPECT_EQ(rig.call("GET", "/v1/corporate-actions?types=gift").status, 400);
}

TEST(AlpacaTimes, TellPhasesAndSessions) {
    Rig rig;
    const json clock = rig.get("/v3/clock?markets=NYSE,OPRA")["clocks"];
    ASSERT_EQ(clock.size(), 2U);
    EXPECT_EQ(clock[0]["market"]["mic"], "XNYS");
    EXPECT_EQ(clock[0]["phase"], "core");
    EXPECT_EQ(clock[0]["phase_until"], "2026-11-18T16:00:00-05:00");
    const auto phase = [&](const char* market, const char* time) {
        return rig.get(std::string("/v3/clock?markets=") + market + "&time=" + time)["clocks"][0]["phase"]
            .get<std::string>();
    };
    EXPECT_EQ(phase("XNYS", "2026-11-18T12:00:00Z"), "pre");
    EXPECT_EQ(phase("OPRA", "2026-11-18T12:00:00Z"), "closed");
    EXPECT_EQ(phase("NYSE", "2026-11-18T22:00:00Z"), "post");
    EXPECT_EQ(phase("NYSE", "2026-11-22T15:00:00Z"), "closed");
    EXPECT_EQ(rig.call("GET", "/v3/clock?markets=MOON").status, 400);
    const json half = rig.get("/v3/calendar/NASDAQ?start=2026-11-26&end=2026-11-27");
    ASSERT_EQ(half["calendar"].size(), 1U) << "Thanksgiving is closed";
    EXPECT_EQ(half["calendar"][0]["core_end"], "2026-11-27T13:00:00-05:00");
    EXPECT_EQ(rig.call("GET", "/v3/calendar/LSE").status, 400);
    const json assets = rig.get("/v2/assets?attributes=has_options");
    EXPECT_EQ(assets.size(), rig.get("/v2/assets").size());
    EXPECT_TRUE(rig.get("/v2/assets?attributes=ipo").empty());
}

TEST(AlpacaWatchlists, LiveAsLongAsTheAccount) {
    SandboxConfig config;
    config.venueDbPath =
        (std::filesystem::temp_directory_path() / ("watchlists-" + std::to_string(getpid()) + ".db"))
            .string();
    std::filesystem::remove(config.venueDbPath);
    std::string id;
    {
        Rig rig(config);
        ASSERT_TRUE(rig.sandbox);
        EXPECT_EQ(rig.get("/v2/watchlists"), json::array());
        const json made =
            Rig::json(rig.call("POST", "/v2/watchlists", R"({"name":"Day","symbols":["SPY","AAPL"]})"));
        id = made["id"];
        EXPECT_EQ(made["assets"].size(), 2U);
        EXPECT_EQ(rig.call("POST", "/v2/watchlists", R"({"name":"Day"})").status, 422);
        EXPECT_EQ(rig.call("POST", "/v2/watchlists", R"({"name":"Other","symbols":["NOPE"]})").status, 422);
        EXPECT_EQ(rig.call("POST", "/v2/watchlists", "[]").status, 400);
        EXPECT_EQ(rig.call("POST", "/v2/watchlists/" + id, R"({"symbol":"QQQ"})").status, 200);
        EXPECT_EQ(rig.call("POST", "/v2/watchlists/" + id, R"({"symbol":"QQQ"})").status, 422);
        EXPECT_EQ(rig.call("DELETE", "/v2/watchlists/" + id + "/AAPL").status, 200);
        EXPECT_EQ(rig.call("PUT", "/v2/watchlists:by_name?name=Day", R"({"name":"Mine"})").status, 200);
        EXPECT_EQ(rig.call("GET", "/v2/watchlists:by_name?name=Day").status, 404);
        EXPECT_FALSE(rig.get("/v2/watchlists")[0].contains("assets"));
    }
    {
        Rig rig(config);
        const json kept = rig.get("/v2/watchlists/" + id);
        EXPECT_EQ(kept["name"], "Mine");
        ASSERT_EQ(kept["assets"].size(), 2U);
        EXPECT_EQ(kept["assets"][1]["symbol"], "QQQ");
        EXPECT_EQ(rig.call("DELETE", "/v2/watchlists:by_name?name=Mine").status, 204);
        EXPECT_EQ(rig.call("DELETE", "/v2/watchlists/" + id).status, 404);
        rig.call("POST", "/v2/watchlists", R"({"name":"Last"})");
    }
    config.fresh = true;
    EXPECT_EQ(Rig(config).get("/v2/watchlists"), json::array()) << "a fresh account has none";
    std::filesystem::remove(config.venueDbPath);
    std::filesystem::remove(config.venueDbPath + ".lock");
}

} // namespace
} // namespace strikedesk::sandbox::test
