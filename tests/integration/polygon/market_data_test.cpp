// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/bar_pages.h"
#include "tests/integration/polygon/rig.h"

#include <gtest/gtest.h>

namespace strikedesk::polygon {
namespace {

using test::answer;
using test::ArrivedRequest;
using test::Rig;

using Quotes = std::vector<market::Quote>;
using BarMap = std::map<Symbol, std::vector<market::Bar>>;

Timestamp at(const char* text) { return *Timestamp::tryFromRfc3339(text); }

std::string barsAnswer(const char* ticker, std::initializer_list<std::int64_t> starts,
                       const std::string& nextUrl = {}) {
    std::string rows;
    for (const std::int64_t ms : starts)
        rows += std::string(rows.empty() ? "" : ",") + R"({"o":1,"h":2,"l":1,"c":1.5,"v":10,"t":)" +
                std::to_string(ms) + "}";
    return std::string(R"({"status":"OK","adjusted":true,"ticker":")") + ticker + R"(","results":[)" + rows +
           "]" + (nextUrl.empty() ? "" : R"(,"next_url":")" + nextUrl + "\"") + "}";
}

TEST(PolygonMarketData, TheKeyGoesInAHeaderAndNeverInAnAddress) {
    Rig rig;
    rig.answers["/v3/snapshot?limit=250&ticker.any_of=AAPL"] =
        R"({"status":"OK","results":[{"ticker":"AAPL","type":"stocks",
            "last_quote":{"bid":1.5,"ask":1.6,"last_updated":1652192754171838500}}]})";
    const auto quotes =
        rig.wait<Quotes>([&](auto done) { rig.data.latestQuotes({Symbol::of("AAPL")}, done); });
    ASSERT_TRUE(quotes);
    EXPECT_EQ(quotes->at(0).bid, Price::fromCents(150));
    const ArrivedRequest& request = rig.server.arrivals().at(0);
    EXPECT_EQ(request.headers.at("authorization"), "Bearer canary-key-4711");
    EXPECT_EQ(request.target.find("canary"), std::string::npos);
}

TEST(PolygonMarketData, QuotesOfManyComeInOneRequest) {
    Rig rig;
    const std::string path = "/v3/snapshot?limit=250&ticker.any_of=AAPL%2CO%3ASPY251219C00650000%2CI%3ASPX";
    rig.answers[path] = R"({"status":"OK","results":[
        {"ticker":"AAPL","type":"stocks","last_quote":{"bid":1,"ask":2,"bid_size":3,"ask_size":4,"last_updated":1683577209434314800}},
        {"ticker":"O:SPY251219C00650000","type":"options","details":{"strike_price":650,"expiration_date":"2025-12-19"},
         "last_quote":{"bid":5,"ask":5.05,"last_updated":1683577209434314800,"timeframe":"DELAYED"}},
        {"ticker":"I:SPX","error":"NOT_ENTITLED","message":"Not entitled to this ticker."}]})";
    const std::vector<Symbol> symbols = {Symbol::of("AAPL"), Symbol::of("SPY251219C00650000"),
                                         Symbol::of("SPX")};
    const auto quotes = rig.wait<Quotes>([&](auto done) { rig.data.latestQuotes(symbols, done); });
    ASSERT_TRUE(quotes) << quotes.error().message;
    ASSERT_EQ(quotes->size(), 1u) << "a late quote prices nothing";
    EXPECT_EQ(quotes->front().symbol, Symbol::of("AAPL"));
    EXPECT_EQ(rig.server.arrivals().size(), 1u);
    const auto all = rig.wait<Snapshots>([&](auto done) { rig.data.snapshots(symbols, done); });
    ASSERT_TRUE(all);
    EXPECT_EQ(all->errors.at(0).error, "NOT_ENTITLED");
    EXPECT_EQ(all->rows.at(1).quoteTimeframe, Timeframe::Delayed);
}

TEST(PolygonMarketData, LateQuotesAreNoQuotes) {
    Rig rig;
    rig.answers["/v3/snapshot?limit=250&ticker.any_of=A"] =
        R"({"status":"OK","results":[{"ticker":"A","type":"stocks",
            "last_quote":{"bid":1.5,"ask":1.6,"last_updated":1652192754171838500,"timeframe":"DELAYED"}}]})";
    const auto quotes = rig.wait<Quotes>([&](auto done) { rig.data.latestQuotes({Symbol::of("A")}, done); });
    ASSERT_FALSE(quotes);
    EXPECT_EQ(quotes.error().messageId, "polygon.http.late");
}

TEST(PolygonMarketData, APlanWithoutQuotesIsARefusalAndNotAnEmptyList) {
    Rig rig;
    rig.answers["/v3/snapshot?limit=250&ticker.any_of=A%2CB"] =
        R"({"status":"OK","results":[{"ticker":"A","error":"NOT_ENTITLED","message":"upgrade"},
            {"ticker":"B","error":"NOT_FOUND","message":"Ticker not found."}]})";
    const auto quotes = rig.wait<Quotes>([&](auto done) {
        rig.data.latestQuotes({Symbol::of("A"), Symbol::of("B")}, done);
    });
    ASSERT_FALSE(quotes);
    EXPECT_EQ(quotes.error().messageId, "polygon.http.not_entitled");
    rig.fallback =
        answer(403, R"({"status":"NOT_AUTHORIZED","message":"You are not entitled to this data."})");
    EXPECT_EQ(rig.wait<Quotes>([&](auto done) { rig.data.latestQuotes({Symbol::of("C")}, done); })
                  .error()
                  .messageId,
              "polygon.http.not_entitled");
    EXPECT_TRUE(rig.wait<Quotes>([&](auto done) { rig.data.latestQuotes({}, done); })->empty());
}

TEST(PolygonMarketData, FollowsPagesOnItsOwnHostWithItsOwnKey) {
    Rig rig;
    const std::string first = "/v2/aggs/ticker/O:SPY251219C00650000/range/1/minute/1764599400000/"
                              "1764603000000?adjusted=true&sort=asc&limit=50000";
    const std::string second =
        "/v2/aggs/ticker/O:SPY251219C00650000/range/1/minute/1764599520000/1764603000000?cursor=abc";
    // The first bar starts before the span: the venue widens it to whole windows.
    rig.answers[first] =
        barsAnswer("O:SPY251219C00650000", {1'764'599'340'000, 1'764'599'400'000, 1'764'599'460'000},
                   "https://api.massive.com" + second);
    rig.answers[second] = barsAnswer("O:SPY251219C00650000", {1'764'599'520'000});
    market::BarQuery query{
        {Symbol::of("SPY251219C00650000")}, "1Min", at("2025-12-01T14:30:00Z"), at("2025-12-01T15:30:00Z")};
    const auto bars = rig.wait<BarMap>([&](auto done) { rig.data.bars(query, done); });
    ASSERT_TRUE(bars) << bars.error().context;
    EXPECT_EQ(bars->at(query.symbols[0]).size(), 3u);
    ASSERT_EQ(rig.server.arrivals().size(), 2u);
    EXPECT_EQ(rig.server.arrivals()[1].target, second);
    EXPECT_EQ(rig.server.arrivals()[1].headers.at("authorization"), "Bearer canary-key-4711");
}

TEST(PolygonMarketData, PagesThatLeadAstrayOrTurnBackAreAnError) {
    const std::string first =
        "/v2/aggs/ticker/A/range/1/minute/1764599400000/1764603000000?adjusted=true&sort=asc&limit=50000";
    for (const std::string& wrong :
         {barsAnswer("A", {1'764'599'400'000}, "https://evil.example/v3/reference/tickers?cursor=1"),
          barsAnswer("A", {1'764'599'460'000, 1'764'599'400'000}), barsAnswer("B", {1'764'599'400'000}),
          barsAnswer("A", {1'764'599'400'000}, "https://x" + first), std::string("{}"), std::string("[]")}) {
        Rig rig;
        rig.answers[first] = wrong;
        market::BarQuery query{
            {Symbol::of("A")}, "1Min", at("2025-12-01T14:30:00Z"), at("2025-12-01T15:30:00Z")};
        const auto bars = rig.wait<BarMap>([&](auto done) { rig.data.bars(query, done); });
        ASSERT_FALSE(bars) << wrong;
        EXPECT_EQ(bars.error().kind, ErrorKind::Protocol) << wrong;
    }
}

TEST(PolygonMarketData, LongMinuteSpansAreAskedMonthByMonth) {
    const auto parts = partsOf({1, "minute"}, at("2025-01-01T00:00:00Z"), at("2025-03-15T00:00:00Z"));
    ASSERT_EQ(parts.size(), 3u);
    EXPECT_EQ(parts[0].to + Duration::milliseconds(1), parts[1].from);
    EXPECT_EQ(parts[2].to, at("2025-03-15T00:00:00Z"));
    EXPECT_EQ(partsOf({1, "day"}, at("2005-01-01T00:00:00Z"), at("2025-03-15T00:00:00Z")).size(), 1u);
    EXPECT_TRUE(partsOf({1, "day"}, at("2025-01-02T00:00:00Z"), at("2025-01-01T00:00:00Z")).empty());
    EXPECT_EQ(barWindowFrom("15Min")->multiplier, 15);
    EXPECT_EQ(barWindowFrom("1Day")->timespan, "day");
    for (const char* wrong : {"", "Min", "0Min", "1min", "1Minute", "-1Min", "1001Min", "1", "1Year"})
        EXPECT_FALSE(barWindowFrom(wrong)) << wrong;
}

TEST(PolygonMarketData, AChartsPageIsCheckedAgainstItsSpan) {
    market::BaseKey key;
    key.symbol = Symbol::of("AAPL");
    key.frame = market::BaseFrame::Day;
    key.adjustment = market::Adjustment::Split;
    const market::TimeSpan span{at("2025-01-02T05:00:00Z"), at("2025-01-04T05:00:00Z")};
    const std::string path = firstBarsPath(key, span);
    EXPECT_EQ(
        path,
        "/v2/aggs/ticker/AAPL/range/1/day/1735794000000/1735966799999?adjusted=true&sort=asc&limit=50000");
    const auto page =
        readBarsPage(barsAnswer("AAPL", {1'735'794'000'000, 1'735'880'400'000, 1'735'966'800'000}), path, key,
                     span, Timestamp());
    ASSERT_TRUE(page);
    EXPECT_EQ(page->bars.size(), 2u) << "the span's end is not in it";
    EXPECT_FALSE(readBarsPage(barsAnswer("AAPL", {1'735'794'000'000}), path, key, span, span.from))
        << "not after the last";
    key.adjustment = market::Adjustment::Raw;
    EXPECT_FALSE(readBarsPage(barsAnswer("AAPL", {1'735'794'000'000}), path, key, span, Timestamp()))
        << "adjusted, asked raw";
}

TEST(PolygonMarketData, AChainOfAnIndexIsAskedByItsPrefix) {
    Rig rig;
    const std::string first =
        "/v3/snapshot/options/"
        "I:SPX?limit=250&order=asc&sort=ticker&expiration_date.gte=2026-11-20&expiration_date.lte=2026-11-20"
        "&strike_price.gte=5000.00&strike_price.lte=6000.50&contract_type=put";
    rig.answers[first] =
        R"({"status":"OK","next_url":"https://api.polygon.io/v3/snapshot/options/I:SPX?cursor=2","results":[
            {"details":{"ticker":"O:SPXW261120P05500000","contract_type":"put","strike_price":5500,"expiration_date":"2026-11-20"}}]})";
    rig.answers["/v3/snapshot/options/I:SPX?cursor=2"] =
        R"({"status":"OK","results":[
            {"details":{"ticker":"O:SPXW261120P05400000","contract_type":"put","strike_price":5400,"expiration_date":"2026-11-20"}}]})";
    ContractFilter filter;
    filter.expiryFrom = filter.expiryTo = *Date::tryFromIso("2026-11-20");
    filter.strikeFrom = Price::fromCents(500'000);
    filter.strikeTo = Price::fromCents(600'050);
    filter.right = OptionRight::Put;
    const auto chain =
        rig.wait<Snapshots>([&](auto done) { rig.data.chain(Symbol::of("SPX"), filter, done); });
    ASSERT_TRUE(chain) << chain.error().message << rig.asked().back();
    ASSERT_EQ(chain->rows.size(), 2u);
    EXPECT_EQ(chain->rows[0].ticker.symbol, Symbol::of("SPXW261120P05400000")) << "ordered by name";
}

TEST(PolygonMarketData, EndlessPagesEnd) {
    Rig rig(100'000);
    int page = 0;
    rig.server.behaviour = [&](QTcpSocket& socket, const ArrivedRequest&) {
        socket.write(answer(
            200, R"({"status":"OK","results":[],"next_url":"https://x/v3/snapshot/options/SPY?cursor=)" +
                     std::to_string(++page) + "\"}"));
    };
    const auto chain = rig.wait<Snapshots>([&](auto done) { rig.data.chain(Symbol::of("SPY"), {}, done); });
    ASSERT_FALSE(chain);
    EXPECT_EQ(chain.error().messageId, "net.pages.endless");
    EXPECT_EQ(page, 60);
}

TEST(PolygonMarketData, TheSmallestPlanSpendsFiveRequestsOnAnyLaneAndTheSixthWaits) {
    Rig rig(5);
    rig.fallback = answer(200, R"({"market":"open","serverTime":"2026-11-20T12:00:00-05:00"})");
    int answered = 0;
    for (int i = 0; i < 6; ++i)
        rig.data.marketStatus([&](const Result<MarketStatus>& status) { answered += status.ok() ? 1 : 0; });
    ASSERT_TRUE(test::waitUntil([&] { return answered == 5; }));
    EXPECT_EQ(rig.server.arrivals().size(), 5u);
    EXPECT_EQ(rig.rest.budgetLeft(), 0);
    EXPECT_GT(rig.rest.waitFor(net::Lane::History), Duration::seconds(50));
}

TEST(PolygonMarketData, ReferenceNewsAndCompanyData) {
    Rig rig;
    rig.answers["/v2/reference/news?order=desc&sort=published_utc&limit=3&ticker=A"] =
        R"({"status":"OK","results":[{"id":"2","title":"t","published_utc":"2026-11-20T10:00:00Z"},
            {"id":"1","title":"t","published_utc":"2026-11-20T09:00:00Z"}]})";
    rig.answers["/v2/reference/news?order=desc&sort=published_utc&limit=3&ticker=B"] =
        R"({"status":"OK","results":[{"id":"3","title":"t","published_utc":"2026-11-20T11:00:00Z"},
            {"id":"2","title":"t","published_utc":"2026-11-20T10:00:00Z"}]})";
    const auto news = rig.wait<std::vector<NewsArticle>>([&](auto done) {
        rig.data.news({Symbol::of("A"), Symbol::of("B")}, 3, done);
    });
    ASSERT_TRUE(news);
    ASSERT_EQ(news->size(), 3u) << "the article about both comes once";
    EXPECT_EQ(news->at(0).id, "3");
    rig.answers["/v2/aggs/ticker/A/prev?adjusted=true"] = barsAnswer("A", {1'764'622'800'000});
    EXPECT_EQ(rig.wait<market::Bar>([&](auto done) { rig.data.previousDay(Symbol::of("A"), done); })->volume,
              10);
    EXPECT_EQ(
        rig.wait<market::Bar>([&](auto done) { rig.data.previousDay(Symbol::of("B"), done); }).error().kind,
        ErrorKind::NotFound);
    rig.answers["/stocks/v1/splits?ticker=A&limit=5000&sort=execution_date.desc"] =
        R"({"status":"OK","results":[{"ticker":"A","execution_date":"2020-08-31","split_from":1,"split_to":4}]})";
    EXPECT_EQ(
        rig.wait<std::vector<Split>>([&](auto done) { rig.data.splits(Symbol::of("A"), done); })->at(0).to,
        "4");
    rig.answers["/v3/reference/options/"
                "contracts?underlying_ticker=A&expired=false&limit=1000&order=asc&sort=ticker"] =
        R"({"status":"OK","results":[{"ticker":"O:A220520C00065000","underlying_ticker":"A","contract_type":"call",
            "exercise_style":"american","expiration_date":"2022-05-20","strike_price":65,"shares_per_contract":100}]})";
    EXPECT_EQ(rig.wait<std::vector<ListedContract>>(
                     [&](auto done) { rig.data.contracts(Symbol::of("A"), {}, done); })
                  ->at(0)
                  .contract.strike,
              Price::fromCents(6'500));
    rig.answers["/v3/trades/"
                "A?timestamp.gte=1764599400000000000&timestamp.lte=1764603000000000000&order=asc&sort="
                "timestamp&limit=2"] =
        R"({"status":"OK","next_url":"https://x/v3/trades/A?cursor=1","results":[{"price":1,"size":1,"sip_timestamp":1764599400000000001},
            {"price":2,"size":1,"sip_timestamp":1764599400000000002}]})";
    const auto trades = rig.wait<std::vector<HistoricalTrade>>([&](auto done) {
        rig.data.trades({Symbol::of("A"), at("2025-12-01T14:30:00Z"), at("2025-12-01T15:30:00Z"), 2}, done);
    });
    ASSERT_TRUE(trades);
    EXPECT_EQ(trades->size(), 2u) << "no more pages than wanted";
    EXPECT_EQ(trades->at(1).print.at.nanoseconds(), 1'764'599'400'000'000'002);
}

TEST(PolygonMarketData, AServerThatFailsIsAskedAgainAndThenExplained) {
    Rig rig;
    rig.fallback = answer(503, "<html>down</html>", "text/html");
    const auto status = rig.wait<MarketStatus>([&](auto done) { rig.data.marketStatus(done); });
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().kind, ErrorKind::Unavailable);
    EXPECT_EQ(rig.server.arrivals().size(), 3u);
    rig.fallback = answer(200, "<html>login</html>", "text/html");
    EXPECT_EQ(rig.wait<MarketStatus>([&](auto done) { rig.data.marketStatus(done); }).error().kind,
              ErrorKind::Protocol);
    rig.fallback = answer(401, R"({"status":"ERROR","request_id":"r","error":"Unknown API Key"})");
    EXPECT_EQ(rig.wait<MarketStatus>([&](auto done) { rig.data.marketStatus(done); }).error().kind,
              ErrorKind::Unauthorised);
}

} // namespace
} // namespace strikedesk::polygon
