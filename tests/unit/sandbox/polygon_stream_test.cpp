// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/minute_prints.h"
#include "core/run/sandbox/polygon/polygon_hub.h"
#include "tests/unit/sandbox/polygon_desk.h"

#include <algorithm>

namespace strikedesk::sandbox {
namespace {

using nlohmann::json;

/// A client's end: keeps the events that came.
class RecordingPeer final : public SocketPeer {
public:
    void send(std::string frame, bool binary) override {
        EXPECT_FALSE(binary);
        const json events = json::parse(frame);
        EXPECT_TRUE(events.is_array());
        for (const json& event : events)
            all.push_back(event);
    }
    void close() override { closed = true; }
    void cut() override { closed = true; }

    std::vector<json> of(const std::string& kind) const {
        std::vector<json> found;
        std::copy_if(all.begin(), all.end(), std::back_inserter(found),
                     [&](const json& event) { return event["ev"] == kind; });
        return found;
    }
    std::vector<std::string> statuses() const {
        std::vector<std::string> words;
        for (const json& event : of("status"))
            words.push_back(event["status"]);
        return words;
    }
    std::vector<json> all;
    bool closed = false;
};

/// One client on a cluster.
struct Client {
    Client(PolygonDesk& desk, const std::string& path)
        : session(desk.sandbox->openSocket(*parseTarget("GET", path), peer)) {
        session->opened(desk.mono);
    }
    void say(const char* action, const std::string& params) {
        session->received(json{{"action", action}, {"params", params}}.dump(), false);
    }
    void logIn() { say("auth", "sandbox-polygon-key"); }

    RecordingPeer peer;
    std::unique_ptr<SocketSession> session;
};

SandboxConfig atTen() {
    SandboxConfig config;
    config.start = SessionCalendar().newYork(*Date::tryFromIso("2026-11-18"), 10 * 60);
    return config;
}

using Words = std::vector<std::string>;

TEST(PolygonSockets, GreetAuthenticateAndAnswerEachItem) {
    PolygonDesk desk(atTen());
    Client client(desk, "/stocks");
    client.say("subscribe", "T.AAPL");
    client.logIn();
    client.say("subscribe", "T.AAPL,AM.AAPL");
    client.say("subscribe", "T.AAPL");
    client.say("subscribe", "X.AAPL,T.O:AAPL261120C00200000,T");
    client.say("unsubscribe", "T.AAPL");
    client.session->received("{not json", false);
    client.session->received("[]", false);
    EXPECT_EQ(client.peer.statuses(),
              (Words{"connected", "auth_required", "auth_success", "success", "success", "error", "error",
                     "error", "success", "error", "error"}));
    EXPECT_EQ(client.peer.all[0]["message"], "Connected Successfully");
    EXPECT_EQ(client.peer.all[3]["message"], "subscribed to: T.AAPL");
    EXPECT_EQ(client.peer.all[4]["message"], "subscribed to: AM.AAPL");
    EXPECT_EQ(client.peer.all[8]["message"], "unsubscribed to: T.AAPL");
}

TEST(PolygonSockets, RefuseWrongKeysSilenceAndPlansWithoutSockets) {
    PolygonDesk desk(atTen());
    Client wrong(desk, "/options");
    wrong.say("auth", "sandbox-secret");
    EXPECT_EQ(wrong.peer.statuses(), (Words{"connected", "auth_failed"}));
    EXPECT_TRUE(wrong.peer.closed);
    Client silent(desk, "/options");
    desk.pass(Duration::seconds(11));
    EXPECT_EQ(silent.peer.statuses(), (Words{"connected", "auth_timeout"}));
    SandboxConfig config = atTen();
    config.polygonPlan = "basic";
    PolygonDesk small(config);
    Client free(small, "/stocks");
    free.logIn();
    EXPECT_EQ(free.peer.statuses(), (Words{"connected", "auth_failed"}));
}

TEST(PolygonSockets, TheNewcomerTakesThePlaceOfTheOlderConnection) {
    PolygonDesk desk(atTen());
    Client older(desk, "/stocks");
    older.logIn();
    Client elsewhere(desk, "/options");
    elsewhere.logIn();
    Client newer(desk, "/stocks");
    EXPECT_FALSE(older.peer.closed);
    newer.logIn();
    EXPECT_EQ(older.peer.statuses().back(), "max_connections");
    EXPECT_TRUE(older.peer.closed);
    EXPECT_FALSE(newer.peer.closed);
    EXPECT_FALSE(elsewhere.peer.closed);
}

TEST(PolygonSockets, SendTradesQuotesAndBarsOfStocks) {
    PolygonDesk desk(atTen());
    Client client(desk, "/stocks");
    client.logIn();
    client.say("subscribe", "T.AAPL,Q.AAPL,A.AAPL,AM.*");
    for (int i = 0; i < 65; ++i)
        desk.pass(Duration::seconds(1));
    EXPECT_FALSE(client.peer.of("T").empty());
    EXPECT_FALSE(client.peer.of("Q").empty());
    const std::vector<json> minutes = client.peer.of("AM");
    EXPECT_GE(minutes.size(), 10U);
    const std::int64_t start = desk.config.start->milliseconds();
    double traded = 0;
    for (const json& trade : client.peer.of("T")) {
        EXPECT_EQ(trade["sym"], "AAPL");
        if (trade["t"].get<std::int64_t>() < start + 60'000)
            traded += trade["s"].get<double>();
    }
    double seconds = 0;
    for (const json& second : client.peer.of("A")) {
        EXPECT_EQ(second["e"].get<std::int64_t>() - second["s"].get<std::int64_t>(), 1'000);
        if (second["s"].get<std::int64_t>() < start + 60'000)
            seconds += second["v"].get<double>();
    }
    const json apple =
        *std::find_if(minutes.begin(), minutes.end(), [](const json& bar) { return bar["sym"] == "AAPL"; });
    EXPECT_EQ(apple["s"], start);
    EXPECT_EQ(apple["e"], start + 60'000);
    EXPECT_EQ(apple["v"].get<double>(), traded);
    // A second in which nothing moved a price has no bar.
    EXPECT_LE(seconds, traded);
    EXPECT_GT(seconds, traded * 0.7);
    const json rest = desk.get("/v2/aggs/ticker/AAPL/range/1/minute/" + std::to_string(start) + "/" +
                               std::to_string(start));
    for (const char* key : {"o", "h", "l", "c", "v", "vw"})
        EXPECT_EQ(rest["results"][0][key], apple[key]) << key;
    EXPECT_GT(apple["av"].get<double>(), apple["v"].get<double>());
}

TEST(PolygonSockets, OptionQuotesNeedContractsAndAtMostAThousand) {
    PolygonDesk desk(atTen());
    Client client(desk, "/options");
    client.logIn();
    client.say("subscribe", "Q.*");
    EXPECT_EQ(client.peer.statuses().back(), "error");
    client.say("subscribe", "T.*");
    EXPECT_EQ(client.peer.statuses().back(), "success");
    std::string all;
    for (int i = 0; i < 1'001; ++i)
        all += "Q.O:SPY261120C00" + std::to_string(100'000 + i * 500) + ",";
    client.say("subscribe", all);
    EXPECT_EQ(client.peer.statuses().size(), 4U + 1'001U);
    EXPECT_EQ(client.peer.all[client.peer.all.size() - 2]["status"], "success");
    EXPECT_EQ(client.peer.statuses().back(), "error");
    for (int i = 0; i < 30; ++i)
        desk.pass(Duration::seconds(1));
    ASSERT_FALSE(client.peer.of("Q").empty());
    EXPECT_EQ(client.peer.of("Q")[0]["sym"].get<std::string>().substr(0, 5), "O:SPY");
}

TEST(PolygonSockets, ADelayedPlanHearsThePastAndNotAll) {
    SandboxConfig config = atTen();
    config.polygonPlan = "starter";
    PolygonDesk desk(config);
    Client client(desk, "/stocks");
    client.logIn();
    client.say("subscribe", "T.AAPL,Q.AAPL,LULD.AAPL,AM.AAPL");
    EXPECT_EQ(client.peer.statuses(), (Words{"connected", "auth_success", "not_authorized", "not_authorized",
                                             "not_authorized", "success"}));
    for (int i = 0; i < 65; ++i)
        desk.pass(Duration::seconds(1));
    ASSERT_EQ(client.peer.of("AM").size(), 1U);
    EXPECT_EQ(client.peer.of("AM")[0]["s"], config.start->milliseconds() - 15 * 60'000);
}

/// A market of one stock whose prints a test writes.
class WrittenMarket final : public MarketSource {
public:
    WrittenMarket() {
        m_assets.push_back(Asset{"id", Symbol::of("AAPL"), "Apple", "NASDAQ", 'C'});
        m_assets.push_back(Asset{"ix", Symbol::of("SPX"), "Index", "", 'C', AssetKind::Index});
    }
    std::string_view kind() const override { return "written"; }
    const std::vector<Asset>& assets() const override { return m_assets; }
    std::vector<options::Contract> contracts(const Symbol&, Date) override { return {}; }
    std::optional<options::Contract> contract(const Symbol&, Date) override { return std::nullopt; }
    void events(Timestamp, Timestamp, std::vector<MarketEvent>&) override {}
    void watch(const Symbol&) override {}
    std::optional<market::Quote> quoteAt(const Symbol&, Timestamp) override { return std::nullopt; }
    std::optional<market::TradePrint> printAt(const Symbol&, Timestamp) override { return std::nullopt; }
    std::vector<market::Bar> minuteBars(const Symbol&, Timestamp from, Timestamp to, Timestamp now) override {
        std::vector<market::Bar> bars;
        for (Timestamp at = from; at <= to; at = at + Duration::minutes(1)) {
            std::vector<market::TradePrint> inside;
            for (const auto& print : prints)
                if (at <= print.at && print.at < at + Duration::minutes(1))
                    inside.push_back(print);
            if (const auto bar = barOf(inside, at, now))
                bars.push_back(*bar);
        }
        return bars;
    }
    std::vector<market::Bar> dailyBars(const Symbol& symbol, Date from, Date, Timestamp now) override {
        const Timestamp open = SessionCalendar().newYork(from, 570);
        const auto bars = minuteBars(symbol, open, now, now);
        const auto day = merged(bars, open);
        return day ? std::vector{*day} : std::vector<market::Bar>();
    }
    std::vector<market::TradePrint> prints;

private:
    std::vector<Asset> m_assets;
};

market::TradePrint print(Timestamp at, int cents, std::int64_t size) {
    return {Symbol::of("AAPL"), Price::fromCents(cents), size, at, "Q", "@", "7"};
}

struct WrittenDesk {
    WrittenDesk() : hub(config, market), session(hub.open(*parseTarget("GET", "/stocks"), peer)) {
        session->opened(MonoTime::fromNanoseconds(1));
        session->received(R"({"action":"auth","params":"sandbox-polygon-key"})", false);
    }
    void subscribe(const char* what) {
        session->received(json{{"action", "subscribe"}, {"params", what}}.dump(), false);
    }
    SandboxConfig config;
    WrittenMarket market;
    PolygonHub hub;
    RecordingPeer peer;
    std::unique_ptr<SocketSession> session;
    Timestamp ten = SessionCalendar().newYork(*Date::tryFromIso("2026-11-18"), 600);
};

TEST(PolygonSockets, AChangedPrintSendsItsMinuteAgain) {
    WrittenDesk desk;
    desk.subscribe("AM.AAPL");
    const auto at = [&](int seconds) { return desk.ten + Duration::seconds(seconds); };
    desk.market.prints = {print(at(5), 20'000, 100), print(at(40), 25'000, 10), print(at(65), 20'100, 50)};
    desk.hub.advance(at(0), at(70), {desk.market.prints[0], desk.market.prints[1], desk.market.prints[2]});
    ASSERT_EQ(desk.peer.of("AM").size(), 1U);
    EXPECT_EQ(desk.peer.of("AM")[0]["h"], 250.0);
    EXPECT_EQ(desk.peer.of("AM")[0]["av"], 110);

    const market::TradePrint bad = desk.market.prints[1];
    desk.market.prints.erase(desk.market.prints.begin() + 1);
    desk.hub.advance(at(70), at(80), {PrintChange{bad.symbol, bad, std::nullopt, at(75)}});
    ASSERT_EQ(desk.peer.of("AM").size(), 2U);
    const json again = desk.peer.of("AM")[1];
    EXPECT_EQ(again["s"], desk.ten.milliseconds());
    EXPECT_EQ(again["h"], 200.0);
    EXPECT_EQ(again["av"], 150);

    desk.hub.advance(at(80), at(125), {});
    ASSERT_EQ(desk.peer.of("AM").size(), 3U);
    EXPECT_EQ(desk.peer.of("AM")[2]["av"], 150);
    // A change in the minute that runs needs no second copy, one long ago gets none.
    desk.hub.advance(at(125), at(130),
                     {PrintChange{bad.symbol, print(at(126), 1, 1), std::nullopt, at(127)}});
    desk.hub.advance(at(130), at(1'200), {PrintChange{bad.symbol, bad, std::nullopt, at(1'190)}});
    EXPECT_EQ(desk.peer.of("AM").size(), 3U);
}

TEST(PolygonSockets, ALatePrintSendsItsMinuteAgain) {
    WrittenDesk desk;
    desk.subscribe("AM.*");
    const auto at = [&](int seconds) { return desk.ten + Duration::seconds(seconds); };
    desk.market.prints = {print(at(5), 20'000, 100)};
    desk.hub.advance(at(0), at(62), {desk.market.prints[0]});
    ASSERT_EQ(desk.peer.of("AM").size(), 1U);
    desk.market.prints.push_back(print(at(59), 20'200, 5));
    desk.hub.advance(at(62), at(64), {desk.market.prints[1]});
    ASSERT_EQ(desk.peer.of("AM").size(), 2U);
    EXPECT_EQ(desk.peer.of("AM")[1]["s"], desk.peer.of("AM")[0]["s"]);
    EXPECT_EQ(desk.peer.of("AM")[1]["c"], 202.0);
}

TEST(PolygonSockets, SendPriceBandsAndIndexValues) {
    WrittenDesk desk;
    desk.subscribe("LULD.AAPL");
    RecordingPeer peer;
    const auto indices = desk.hub.open(*parseTarget("GET", "/indices"), peer);
    indices->opened(MonoTime::fromNanoseconds(1));
    indices->received(R"({"action":"auth","params":"sandbox-polygon-key"})", false);
    indices->received(R"({"action":"subscribe","params":"V.I:SPX,A.I:SPX,T.I:SPX"})", false);
    EXPECT_EQ(peer.statuses(), (Words{"connected", "auth_success", "success", "success", "error"}));
    const Timestamp at = desk.ten + Duration::milliseconds(1'500);
    desk.hub.advance(desk.ten, desk.ten + Duration::seconds(5),
                     {PriceBand{Symbol::of("AAPL"), Price::fromCents(19'000), Price::fromCents(21'000), at},
                      IndexValue{Symbol::of("SPX"), Price::fromCents(678'912), at}});
    ASSERT_EQ(desk.peer.of("LULD").size(), 1U);
    EXPECT_EQ(desk.peer.of("LULD")[0]["h"], 210.0);
    ASSERT_EQ(peer.of("V").size(), 1U);
    EXPECT_EQ(peer.of("V")[0]["val"], 6'789.12);
    EXPECT_EQ(peer.of("V")[0]["T"], "I:SPX");
    EXPECT_EQ(peer.of("V")[0]["t"], at.milliseconds());
    ASSERT_EQ(peer.of("A").size(), 1U);
    EXPECT_FALSE(peer.of("A")[0].contains("v"));
    EXPECT_TRUE(desk.peer.of("V").empty());
}

} // namespace
} // namespace strikedesk::sandbox
