// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sandbox/polygon_desk.h"

#include <algorithm>
#include <set>

namespace strikedesk::sandbox {
namespace {

using nlohmann::json;

SandboxConfig at(const char* day, int minutes, const char* plan = "advanced", const char* options = "") {
    SandboxConfig config;
    config.start = SessionCalendar().newYork(*Date::tryFromIso(day), minutes);
    config.polygonPlan = plan;
    config.polygonOptionsPlan = options;
    return config;
}

SandboxConfig atNoon(const char* plan = "advanced", const char* options = "") {
    return at("2026-11-18", 12 * 60, plan, options);
}

const std::string kChain = "/v3/snapshot/options/SPY";

TEST(PolygonChain, PagesThroughAllContractsOnce) {
    PolygonDesk desk(atNoon());
    EXPECT_EQ(desk.get(kChain)["results"].size(), 10U);
    EXPECT_EQ(desk.call(kChain + "?limit=251").status, 400);
    const std::string expiry = "?expiration_date=2026-11-18";
    std::vector<std::string> tickers;
    json page = desk.get(kChain + expiry + "&limit=15");
    for (int pages = 0; pages < 20; ++pages) {
        for (const json& row : page["results"]) {
            EXPECT_EQ(row["details"]["expiration_date"], "2026-11-18");
            tickers.push_back(row["details"]["ticker"]);
        }
        if (!page.contains("next_url"))
            break;
        page = desk.next(page);
    }
    EXPECT_GE(tickers.size(), 40U);
    EXPECT_TRUE(std::is_sorted(tickers.begin(), tickers.end()));
    EXPECT_EQ(std::set<std::string>(tickers.begin(), tickers.end()).size(), tickers.size());
    const json listed =
        desk.get("/v3/reference/options/contracts?underlying_ticker=SPY&limit=1000&" + expiry.substr(1));
    EXPECT_EQ(listed["results"].size(), tickers.size());
}

TEST(PolygonChain, FiltersAndSorts) {
    PolygonDesk desk(atNoon());
    const json underlying = desk.get(kChain + "?limit=1")["results"][0]["underlying_asset"];
    const double spot = underlying["price"];
    const auto low = std::to_string(static_cast<int>(spot) - 5);
    const auto high = std::to_string(static_cast<int>(spot) + 5);
    const json page =
        desk.get(kChain + "?limit=250&expiration_date.lte=2026-11-25&contract_type=put" +
                 "&strike_price.gte=" + low + "&strike_price.lt=" + high + "&sort=strike_price&order=desc");
    ASSERT_GT(page["results"].size(), 10U);
    double before = 1e9;
    for (const json& row : page["results"]) {
        EXPECT_EQ(row["details"]["contract_type"], "put");
        const double strike = row["details"]["strike_price"];
        EXPECT_LE(strike, before);
        EXPECT_GE(strike, spot - 6);
        EXPECT_LT(strike, spot + 5);
        before = strike;
    }
    EXPECT_EQ(desk.call(kChain + "?strike_price.gte=cheap").status, 400);
    EXPECT_EQ(desk.call(kChain + "?expiration_date=soon").status, 400);
    EXPECT_EQ(desk.call(kChain + "?sort=delta").status, 400);
    EXPECT_EQ(desk.call(kChain + "?order=up").status, 400);
    EXPECT_TRUE(desk.get("/v3/snapshot/options/NOPE")["results"].empty());
}

TEST(PolygonChain, RowsHoldTogether) {
    PolygonDesk desk(atNoon());
    const json page = desk.get(kChain + "?limit=250&expiration_date=2026-11-20");
    int solved = 0;
    for (const json& row : page["results"]) {
        const double middle = row["last_quote"]["midpoint"];
        EXPECT_NEAR(middle,
                    (row["last_quote"]["bid"].get<double>() + row["last_quote"]["ask"].get<double>()) / 2,
                    1e-4);
        const double strike = row["details"]["strike_price"];
        const bool isCall = row["details"]["contract_type"] == "call";
        EXPECT_NEAR(row["break_even_price"].get<double>(), isCall ? strike + middle : strike - middle, 1e-4);
        const json& underlying = row["underlying_asset"];
        EXPECT_NEAR(underlying["change_to_break_even"].get<double>(),
                    row["break_even_price"].get<double>() - underlying["price"].get<double>(), 1e-3);
        EXPECT_TRUE(row["open_interest"].is_number_integer());
        if (!row.contains("greeks"))
            continue;
        ++solved;
        EXPECT_FALSE(row["greeks"].contains("rho"));
        const double delta = row["greeks"]["delta"];
        EXPECT_TRUE(isCall ? delta >= 0 && delta <= 1 : delta <= 0 && delta >= -1) << delta;
        EXPECT_GT(row["implied_volatility"].get<double>(), 0);
    }
    EXPECT_GE(solved, 20);
    const std::string ticker = page["results"][0]["details"]["ticker"];
    const json one = desk.get(kChain + "/" + ticker);
    EXPECT_EQ(one["results"], page["results"][0]);
    EXPECT_EQ(desk.call("/v3/snapshot/options/AAPL/" + ticker).status, 404);
    EXPECT_EQ(desk.call(kChain + "/O:SPY261118C99999999").status, 404);
}

TEST(PolygonPlans, GateSnapshotsAndTheirFields) {
    PolygonDesk basic(atNoon("basic"));
    for (const char* target :
         {"/v3/snapshot/options/SPY", "/v2/snapshot/locale/us/markets/stocks/tickers/AAPL",
          "/v2/last/trade/AAPL", "/v2/last/nbbo/AAPL", "/v3/quotes/AAPL", "/v3/trades/AAPL"}) {
        const HttpAnswer answer = basic.call(target);
        EXPECT_EQ(answer.status, 403) << target;
        EXPECT_EQ(json::parse(answer.body)["status"], "NOT_AUTHORIZED");
        EXPECT_TRUE(json::parse(answer.body)["message"].is_string());
    }
    PolygonDesk starter(atNoon("starter"));
    const json late = starter.get(kChain + "?limit=1");
    EXPECT_EQ(late["status"], "DELAYED");
    EXPECT_FALSE(late["results"][0].contains("last_quote"));
    EXPECT_FALSE(late["results"][0].contains("last_trade"));
    EXPECT_EQ(late["results"][0]["underlying_asset"]["timeframe"], "DELAYED");
    const json stock = starter.get("/v2/snapshot/locale/us/markets/stocks/tickers/AAPL")["ticker"];
    EXPECT_FALSE(stock.contains("lastQuote"));
    EXPECT_FALSE(stock.contains("lastTrade"));
    EXPECT_EQ(starter.call("/v2/last/trade/AAPL").status, 403);
    PolygonDesk developer(atNoon("developer"));
    EXPECT_EQ(developer.call("/v2/last/trade/AAPL").status, 200);
    EXPECT_EQ(developer.call("/v2/last/nbbo/AAPL").status, 403);
    // Options in real time, stocks not at all: the underlying has no price.
    PolygonDesk mixed(atNoon("basic", "advanced"));
    const json row = mixed.get(kChain + "?limit=1")["results"][0];
    EXPECT_TRUE(row.contains("last_quote"));
    EXPECT_EQ(row["last_quote"]["timeframe"], "REAL-TIME");
    EXPECT_EQ(row["underlying_asset"]["timeframe"], "DELAYED");
    EXPECT_FALSE(row["underlying_asset"].contains("price"));
}

TEST(PolygonStockSnapshots, AgreeWithTheBars) {
    PolygonDesk desk(atNoon());
    const std::string all = "/v2/snapshot/locale/us/markets/stocks/tickers";
    const json list = desk.get(all + "?tickers=AAPL,SPY,NOPE");
    EXPECT_EQ(list["count"], 2);
    const json one = desk.get(all + "/AAPL")["ticker"];
    const json previous = desk.get("/v2/aggs/ticker/AAPL/prev")["results"][0];
    for (const char* key : {"o", "h", "l", "c", "v", "vw"})
        EXPECT_EQ(one["prevDay"][key], previous[key]) << key;
    EXPECT_NEAR(one["todaysChange"].get<double>(),
                one["lastTrade"]["p"].get<double>() - previous["c"].get<double>(), 1e-4);
    EXPECT_GE(one["updated"].get<std::int64_t>(), one["lastTrade"]["t"].get<std::int64_t>());
    EXPECT_EQ(desk.call(all + "/NOPE").status, 404);
    const json gainers = desk.get("/v2/snapshot/locale/us/markets/stocks/gainers")["tickers"];
    const json losers = desk.get("/v2/snapshot/locale/us/markets/stocks/losers")["tickers"];
    EXPECT_LE(gainers.size(), 20U);
    EXPECT_GT(gainers.size() + losers.size(), 5U);
    for (std::size_t i = 1; i < gainers.size(); ++i)
        EXPECT_GE(gainers[i - 1]["todaysChangePerc"].get<double>(),
                  gainers[i]["todaysChangePerc"].get<double>());
    for (const json& row : losers)
        EXPECT_LT(row["todaysChangePerc"].get<double>(), 0);
}

TEST(PolygonStockSnapshots, AreEmptiedBeforeTheDay) {
    PolygonDesk desk(at("2026-11-18", 3 * 60 + 45));
    const json row = desk.get("/v2/snapshot/locale/us/markets/stocks/tickers/AAPL")["ticker"];
    EXPECT_EQ(row["day"]["c"], 0.0);
    EXPECT_EQ(row["todaysChange"], 0.0);
    EXPECT_GT(row["prevDay"]["c"].get<double>(), 0);
    PolygonDesk night(at("2026-11-18", 3 * 60 + 15));
    const json before = night.get("/v2/snapshot/locale/us/markets/stocks/tickers/AAPL")["ticker"];
    EXPECT_EQ(before["day"]["c"], row["prevDay"]["c"]);
}

TEST(PolygonUnified, MixesKindsAndTellsWhatIsMissing) {
    PolygonDesk desk(atNoon());
    const std::string contract = desk.get(kChain + "?limit=1")["results"][0]["details"]["ticker"];
    const json page = desk.get("/v3/snapshot?ticker.any_of=AAPL," + contract + ",NOPE,lower");
    ASSERT_EQ(page["results"].size(), 4U);
    const auto row = [&](const std::string& ticker) {
        for (const json& found : page["results"])
            if (found["ticker"] == ticker)
                return found;
        return json();
    };
    EXPECT_EQ(row("AAPL")["type"], "stocks");
    EXPECT_EQ(row("AAPL")["market_status"], "open");
    EXPECT_EQ(row("AAPL")["session"]["price"], row("AAPL")["last_trade"]["price"]);
    EXPECT_EQ(row(contract)["type"], "options");
    EXPECT_TRUE(row(contract)["details"].contains("strike_price"));
    EXPECT_EQ(row("NOPE")["error"], "NOT_FOUND");
    EXPECT_EQ(row("lower")["error"], "NOT_FOUND");
    const json first = desk.get("/v3/snapshot?limit=3");
    EXPECT_EQ(first["results"].size(), 3U);
    EXPECT_NE(desk.next(first)["results"][0]["ticker"], first["results"][0]["ticker"]);
    PolygonDesk mixed(atNoon("basic", "advanced"));
    EXPECT_EQ(mixed.get("/v3/snapshot?ticker=AAPL")["results"][0]["error"], "NOT_ENTITLED");
    std::string many;
    for (int i = 0; i < 251; ++i)
        many += "T" + std::to_string(i) + ",";
    EXPECT_EQ(desk.call("/v3/snapshot?ticker.any_of=" + many).status, 400);
}

TEST(PolygonLast, IsTheNewestTradeAndQuote) {
    PolygonDesk desk(atNoon());
    const json trade = desk.get("/v2/last/trade/AAPL")["results"];
    EXPECT_EQ(trade["T"], "AAPL");
    EXPECT_LE(trade["t"].get<std::int64_t>(), desk.config.start->nanoseconds());
    EXPECT_LT(trade["y"].get<std::int64_t>(), trade["t"].get<std::int64_t>());
    const json quote = desk.get("/v2/last/nbbo/AAPL")["results"];
    EXPECT_LT(quote["p"].get<double>(), quote["P"].get<double>());
    const std::string contract = desk.get(kChain + "?limit=1")["results"][0]["details"]["ticker"];
    EXPECT_EQ(desk.call("/v2/last/nbbo/" + contract).status, 404);
    EXPECT_EQ(desk.call("/v2/last/trade/NOPE").status, 404);
}

TEST(PolygonReference, ListsWhatThereIs) {
    PolygonDesk desk(atNoon());
    const std::string contracts = "/v3/reference/options/contracts?underlying_ticker=AAPL";
    const json first = desk.get(contracts);
    ASSERT_EQ(first["results"].size(), 10U);
    const json row = first["results"][0];
    EXPECT_EQ(row["underlying_ticker"], "AAPL");
    EXPECT_EQ(row["cfi"], "OCASPS");
    EXPECT_EQ(row["shares_per_contract"], 100);
    const std::string ticker = row["ticker"];
    EXPECT_EQ(desk.get("/v3/reference/options/contracts/" + ticker)["results"], row);
    EXPECT_EQ(desk.call("/v3/reference/options/contracts/O:AAPL").status, 404);
    EXPECT_EQ(desk.call(contracts + "&limit=1001").status, 400);
    const json puts = desk.get(contracts + "&contract_type=put&sort=strike_price&order=desc&limit=5");
    EXPECT_GE(puts["results"][0]["strike_price"].get<double>(),
              puts["results"][4]["strike_price"].get<double>());
    const json gone = desk.get(contracts + "&expired=true&limit=1000");
    ASSERT_FALSE(gone["results"].empty());
    for (const json& old : gone["results"])
        EXPECT_LT(old["expiration_date"].get<std::string>(), "2026-11-18");

    const json tickers = desk.get("/v3/reference/tickers?market=stocks&limit=5");
    EXPECT_EQ(tickers["count"], 5);
    EXPECT_TRUE(tickers.contains("next_url"));
    EXPECT_EQ(desk.get("/v3/reference/tickers?search=apple")["results"][0]["ticker"], "AAPL");
    EXPECT_TRUE(desk.get("/v3/reference/tickers?active=false")["results"].empty());
    EXPECT_EQ(desk.get("/v3/reference/tickers/AAPL")["results"]["primary_exchange"], "XNAS");
    EXPECT_EQ(desk.call("/v3/reference/tickers/NOPE").status, 404);
    EXPECT_GE(desk.get("/v3/reference/tickers/types")["count"].get<int>(), 2);
    std::set<int> ids;
    const json venues = desk.get("/v3/reference/exchanges?asset_class=options");
    for (const json& exchange : venues["results"])
        ids.insert(exchange["id"].get<int>());
    EXPECT_TRUE(ids.contains(302));
    EXPECT_FALSE(ids.contains(12));
    EXPECT_EQ(desk.get("/v3/reference/conditions?asset_class=options&id=209")["results"][0]["name"],
              "Automatic Execution");
}

} // namespace
} // namespace strikedesk::sandbox
