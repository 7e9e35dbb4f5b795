// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/synthetic_stocks.h"
#include "tests/unit/sandbox/sandbox_rig.h"

#include <gtest/gtest.h>

#include <cmath>

namespace strikedesk::sandbox::test {
namespace {

using nlohmann::json;

const Date kDay = Date::fromDays(20'775); // 2026-11-18, where a new account begins
const SessionCalendar kCalendar;

double numberOf(const json& text) { return text.is_string() ? std::stod(text.get<std::string>()) : NAN; }

/// A rig that can trade and listens to its orders.
class Desk : public Rig {
public:
    explicit Desk(SandboxConfig config = rich()) : Rig(std::move(config)) {
        m_session = sandbox->openSocket(*parseTarget("GET", "/stream"), m_peer);
        m_session->opened(now());
        m_session->received(
            R"({"action":"authenticate","data":{"key_id":"SANDBOX-KEY","secret_key":"sandbox-secret"}})",
            false);
        m_session->received(R"({"action":"listen","data":{"streams":["trade_updates"]}})", false);
    }
    static SandboxConfig rich() {
        SandboxConfig config;
        config.venue.startingCash = Money::dollars(1'000'000);
        return config;
    }
    /// Goes to a market time in jumps the control endpoint allows.
    void goTo(Timestamp at) {
        constexpr Duration kMost = Duration::days(9);
        Timestamp market =
            *Timestamp::tryFromRfc3339(get("/sandbox/v1/status")["market_time"].get<std::string>());
        for (; kMost < at - market; market = market + kMost)
            jumpTo((market + kMost).rfc3339());
        jumpTo(at.rfc3339());
    }
    HttpAnswer order(const std::string& symbol, const char* side, const char* count, const std::string& limit,
                     const char* time = "gtc") {
        nlohmann::json body = {{"symbol", symbol}, {"qty", count}, {"side", side}, {"time_in_force", time}};
        body["type"] = limit.empty() ? "market" : "limit";
        if (!limit.empty())
            body["limit_price"] = limit;
        return call("POST", "/v2/orders", body.dump());
    }
    std::string idOf(const HttpAnswer& answer) {
        EXPECT_EQ(answer.status, 200) << answer.body;
        return json(answer).value("id", "");
    }
    std::string statusOf(const std::string& id) { return get("/v2/orders/" + id).value("status", ""); }
    /// The words of what the socket said of one order, in order, and when it said the last.
    std::string toldOf(const std::string& id, std::string* at = nullptr) const {
        std::string words;
        for (const nlohmann::json& message : m_peer.messages()) {
            const auto& data = message["data"];
            if (message["stream"] != "trade_updates" || data["order"]["id"] != id)
                continue;
            words += (words.empty() ? "" : " ") + data["event"].get<std::string>();
            if (at != nullptr)
                *at = data.value("timestamp", "");
        }
        return words;
    }
    double askOf(const std::string& symbol) {
        return get("/v2/stocks/quotes/latest?symbols=" + symbol)["quotes"][symbol]["ap"].get<double>();
    }

private:
    RecordingPeer m_peer;
    std::unique_ptr<SocketSession> m_session;
};

std::string dollars(double value) { return std::to_string(std::llround(value)); }

struct FoundHalt {
    std::string symbol;
    HaltSpan span;
};
std::optional<FoundHalt> firstHalt() {
    SyntheticStocks stocks(1, kDay);
    for (const trade::SessionDay& day : kCalendar.sessions(kDay + 1, kDay + 60))
        for (std::size_t stock = 0; stock < stocks.specs().size(); ++stock)
            if (const StockDay* path = stocks.paths().day(stock, day.date); path->halt)
                return FoundHalt{stocks.specs()[stock].asset.symbol.text(), *path->halt};
    return std::nullopt;
}

/// A contract of a stock that ends at least `days` after today, with a strike near its price.
std::string callOf(Desk& desk, const std::string& symbol, Date from) {
    const double spot = desk.askOf(symbol);
    const json page = desk.get("/v2/options/contracts?underlying_symbols=" + symbol +
                               "&type=call&limit=1000&expiration_date_gte=" + from.iso() +
                               "&expiration_date_lte=" + (from + 45).iso());
    std::string best;
    double nearest = 1e9;
    for (const json& contract : page["option_contracts"]) {
        const double away = std::abs(numberOf(contract["strike_price"]) - spot);
        if (away < nearest) {
            nearest = away;
            best = contract["symbol"];
        }
    }
    EXPECT_FALSE(best.empty()) << page.dump().substr(0, 200);
    return best;
}

TEST(DeskHalts, KeepOrdersWaitingAndLetThemGo) {
    const auto halt = firstHalt();
    ASSERT_TRUE(halt);
    Desk desk;
    desk.goTo(halt->span.from - Duration::minutes(1));
    const double price = desk.askOf(halt->symbol);
    const std::string low = dollars(price / 2);
    const std::string high = dollars(price * 1.5);
    const std::string early = desk.idOf(desk.order(halt->symbol, "buy", "1", low));
    desk.goTo(halt->span.from + Duration::seconds(10));
    EXPECT_EQ(desk.statusOf(early), "new");
    // Taken and not filled, shares and contracts alike; cancels work.
    const std::string waiting = desk.idOf(desk.order(halt->symbol, "buy", "1", high));
    const std::string gone = desk.idOf(desk.order(halt->symbol, "buy", "1", low));
    const std::string contract = callOf(desk, halt->symbol, kCalendar.dateOf(halt->span.from) + 5);
    const std::string option = desk.idOf(desk.order(contract, "buy", "1", high));
    const std::string immediate = desk.idOf(desk.order(halt->symbol, "buy", "1", high, "ioc"));
    desk.wait(Duration::minutes(2));
    EXPECT_EQ(desk.statusOf(waiting), "new");
    EXPECT_EQ(desk.statusOf(option), "new");
    EXPECT_EQ(desk.statusOf(immediate), "canceled") << "nothing is there at once";
    EXPECT_EQ(desk.call("DELETE", "/v2/orders/" + gone).status, 204);
    EXPECT_EQ(desk.statusOf(gone), "canceled");
    desk.goTo(halt->span.to + Duration::minutes(1));
    EXPECT_EQ(desk.statusOf(early), "new") << "an order of before lives through it";
    std::string at;
    EXPECT_EQ(desk.toldOf(waiting, &at), "pending_new new fill");
    EXPECT_GE(at, halt->span.to.rfc3339().substr(0, 19));
    EXPECT_EQ(desk.statusOf(option), "filled");
}

TEST(DeskHalts, RefuseOrdersWhenTheVenueDoesSo) {
    const auto halt = firstHalt();
    ASSERT_TRUE(halt);
    SandboxConfig config = Desk::rich();
    config.venue.refusesWhenHalted = true;
    Desk desk(config);
    desk.goTo(halt->span.from - Duration::minutes(1));
    const std::string low = dollars(desk.askOf(halt->symbol) / 2);
    const std::string early = desk.idOf(desk.order(halt->symbol, "buy", "1", low));
    const std::string contract = callOf(desk, halt->symbol, kCalendar.dateOf(halt->span.from) + 5);
    desk.goTo(halt->span.from + Duration::seconds(10));
    for (const std::string& symbol : {halt->symbol, contract}) {
        const HttpAnswer refused = desk.order(symbol, "buy", "1", "1");
        EXPECT_EQ(refused.status, 422) << refused.body;
        EXPECT_EQ(Rig::json(refused)["message"], "trading in " + symbol + " is halted");
    }
    EXPECT_EQ(desk.statusOf(early), "new");
    EXPECT_EQ(desk.order("SPY", "buy", "1", "5").status, 200) << "others trade";
    ASSERT_EQ(desk.call("POST", "/sandbox/v1/switches", R"({"refuses_when_halted":false})").status, 200);
    EXPECT_EQ(desk.order(halt->symbol, "buy", "1", low).status, 200);
    ASSERT_EQ(desk.call("POST", "/sandbox/v1/switches", R"({"refuses_when_halted":true})").status, 200);
    desk.goTo(halt->span.to + Duration::seconds(1));
    EXPECT_EQ(desk.order(halt->symbol, "buy", "1", low).status, 200);
}

TEST(DeskSplits, TurnSharesAndContractsAndCancelTheirOrders) {
    Desk desk;
    const json actions = desk.get("/v1/corporate-actions?types=forward_split&symbols=NFLX&start=2026-11-19"
                                  "&end=2027-01-31")["corporate_actions"]["forward_splits"];
    ASSERT_EQ(actions.size(), 1U) << "one lies ahead";
    const Date exDate = *Date::tryFromIso(actions[0]["ex_date"].get<std::string>());
    const int ratio = actions[0]["new_rate"].get<int>();
    ASSERT_EQ(ratio, 10);
    const Date eve = kCalendar.previous(exDate);
    desk.goTo(kCalendar.newYork(eve, 15 * 60 + 50));
    desk.idOf(desk.order("NFLX", "buy", "10", ""));
    const std::string contract = callOf(desk, "NFLX", exDate + 10);
    desk.idOf(desk.order(contract, "buy", "1", "", "day"));
    desk.wait(Duration::seconds(30));
    ASSERT_EQ(desk.get("/v2/positions/" + contract)["qty"], "1");
    const std::string shareOrder = desk.idOf(desk.order("NFLX", "sell", "5", "9000"));
    const std::string optionOrder = desk.idOf(desk.order(contract, "sell", "1", "9000"));
    const std::string other = desk.idOf(desk.order("SPY", "buy", "1", "5"));
    const json before = desk.get("/v2/positions/NFLX");
    const double equityBefore = numberOf(desk.get("/v2/account")["equity"]);

    desk.goTo(kCalendar.newYork(exDate, 9 * 60 + 45));
    const json after = desk.get("/v2/positions/NFLX");
    EXPECT_EQ(after["qty"], "100");
    EXPECT_EQ(after["cost_basis"], before["cost_basis"]) << "the cost stays";
    EXPECT_NEAR(numberOf(after["avg_entry_price"]), numberOf(before["avg_entry_price"]) / ratio, 0.0001);
    EXPECT_NEAR(numberOf(after["current_price"]), numberOf(before["current_price"]) / ratio,
                numberOf(after["current_price"]) * 0.15);
    EXPECT_NEAR(numberOf(after["change_today"]), 0, 0.15) << "the close before is in new shares";
    EXPECT_NEAR(numberOf(after["unrealized_intraday_pl"]),
                numberOf(after["market_value"]) - 100 * numberOf(after["lastday_price"]), 0.02);
    // The contract has a tenth of the strike and ten times the count.
    EXPECT_EQ(desk.call("GET", "/v2/positions/" + contract).status, 404);
    json renamed;
    for (const json& row : desk.get("/v2/positions"))
        if (row["asset_class"] == "us_option")
            renamed = row;
    ASSERT_TRUE(renamed.is_object());
    EXPECT_EQ(renamed["qty"], "10");
    const std::string now = renamed["symbol"];
    const auto old = OptionSymbol::tryFrom(Symbol::of(contract));
    const auto fresh = OptionSymbol::tryFrom(Symbol::of(now));
    ASSERT_TRUE(old && fresh);
    EXPECT_EQ(fresh->expiry(), old->expiry());
    EXPECT_NEAR(fresh->strike().toDoubleLossy() * ratio, old->strike().toDoubleLossy(), 0.051);
    EXPECT_NEAR(numberOf(desk.get("/v2/account")["equity"]), equityBefore, equityBefore * 0.02);
    for (const std::string& id : {shareOrder, optionOrder}) {
        EXPECT_EQ(desk.statusOf(id), "canceled");
        EXPECT_TRUE(desk.toldOf(id).ends_with("canceled")) << desk.toldOf(id);
    }
    EXPECT_EQ(desk.statusOf(other), "new");
    EXPECT_EQ(desk.get("/v2/account/activities/SPLIT").size(), 1U);
    EXPECT_EQ(desk.get("/v2/account/activities/OPCA").size(), 2U);
    // What is held can be sold under its new name, and the old one is listed no more.
    desk.idOf(desk.order(now, "sell", "10", "", "day"));
    desk.wait(Duration::seconds(30));
    EXPECT_EQ(desk.call("GET", "/v2/positions/" + now).status, 404);
    EXPECT_EQ(desk.order(contract, "buy", "1", "1", "day").status, 422);
}

TEST(DeskPositions, CountTheProfitOfTheirDay) {
    Desk desk;
    desk.idOf(desk.order("SPY", "buy", "10", "", "day"));
    desk.wait(Duration::minutes(5));
    const json first = desk.get("/v2/positions/SPY");
    EXPECT_EQ(first["unrealized_intraday_pl"], first["unrealized_pl"]) << "opened today";
    desk.goTo(kCalendar.newYork(kDay + 1, 10 * 60));
    const json second = desk.get("/v2/positions/SPY");
    const double carried = 10 * (numberOf(second["current_price"]) - numberOf(second["lastday_price"]));
    EXPECT_NEAR(numberOf(second["unrealized_intraday_pl"]), carried, 0.001);
    EXPECT_NEAR(numberOf(second["unrealized_intraday_plpc"]), numberOf(second["change_today"]), 0.00001);
    EXPECT_NE(second["unrealized_intraday_pl"], second["unrealized_pl"]);
    const HttpAnswer bought = desk.order("SPY", "buy", "5", "", "day");
    const std::string id = desk.idOf(bought);
    desk.wait(Duration::seconds(5));
    const double price = numberOf(desk.get("/v2/orders/" + id)["filled_avg_price"]);
    const json third = desk.get("/v2/positions/SPY");
    const double current = numberOf(third["current_price"]);
    EXPECT_NEAR(numberOf(third["unrealized_intraday_pl"]),
                10 * (current - numberOf(third["lastday_price"])) + 5 * (current - price), 0.001);
}

TEST(DeskOrders, ByAmountShowNoCountAndFillAFraction) {
    Desk desk;
    const HttpAnswer answer =
        desk.call("POST", "/v2/orders",
                  R"({"symbol":"SPY","notional":"1000","side":"buy","type":"market","time_in_force":"day"})");
    const std::string id = desk.idOf(answer);
    EXPECT_EQ(Rig::json(answer)["notional"], "1000");
    EXPECT_TRUE(Rig::json(answer)["qty"].is_null());
    desk.wait(Duration::seconds(5));
    const json filled = desk.get("/v2/orders/" + id);
    EXPECT_EQ(filled["status"], "filled");
    EXPECT_NEAR(numberOf(filled["filled_qty"]) * numberOf(filled["filled_avg_price"]), 1000, 0.001);
    EXPECT_EQ(desk.get("/v2/positions/SPY")["qty"], filled["filled_qty"]);
    const std::string contract = callOf(desk, "SPY", kDay + 5);
    const json wrong = {{"symbol", contract},
                        {"notional", "100"},
                        {"side", "buy"},
                        {"type", "market"},
                        {"time_in_force", "day"}};
    const HttpAnswer refused = desk.call("POST", "/v2/orders", wrong.dump());
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(Rig::json(refused)["message"], "notional is not supported for options trading");
    EXPECT_EQ(desk.order(contract, "buy", "1", "1", "ioc").status, 422);
}

TEST(DeskOrders, ForTheAuctionsTradeAtTheMarketsOwnPrices) {
    Desk desk;
    const std::string closing = desk.idOf(desk.order("SPY", "buy", "10", "", "cls"));
    desk.goTo(kCalendar.newYork(kDay, 16 * 60 + 1));
    const json closed = desk.get("/v2/orders/" + closing);
    ASSERT_EQ(closed["status"], "filled");
    const json day =
        desk.get("/v2/stocks/SPY/bars?timeframe=1Day&start=2026-11-18&end=2026-11-18")["bars"][0];
    EXPECT_NEAR(numberOf(closed["filled_avg_price"]), day["c"].get<double>(), 0.0001);
    EXPECT_EQ(desk.order("SPY", "buy", "10", "", "opg").status, 422) << "until 19:00";
    desk.goTo(kCalendar.newYork(kDay, 19 * 60));
    const std::string opening = desk.idOf(desk.order("SPY", "buy", "10", "", "opg"));
    desk.goTo(kCalendar.newYork(kDay + 1, 9 * 60 + 29));
    EXPECT_EQ(desk.statusOf(opening), "accepted");
    desk.wait(Duration::minutes(2));
    const json opened = desk.get("/v2/orders/" + opening);
    ASSERT_EQ(opened["status"], "filled");
    const json next =
        desk.get("/v2/stocks/SPY/bars?timeframe=1Day&start=2026-11-19&end=2026-11-19")["bars"][0];
    EXPECT_NEAR(numberOf(opened["filled_avg_price"]), next["o"].get<double>(), 0.0001);
}

TEST(Announcements, TellDividendsAndSplitsByTheirDates) {
    Desk desk;
    const std::string path = "/v2/corporate_actions/announcements";
    const json rows =
        desk.get(path + "?ca_types=Dividend,split&since=2026-11-18&until=2027-01-31&date_type=ex_date");
    ASSERT_GT(rows.size(), 1U);
    json split;
    for (const json& row : rows) {
        EXPECT_GE(row["ex_date"].get<std::string>(), "2026-11-18");
        EXPECT_LE(row["declaration_date"].get<std::string>(), "2026-11-18") << "known by now";
        if (row["ca_type"] == "Split")
            split = row;
        else
            EXPECT_GT(numberOf(row["cash"]), 0);
    }
    ASSERT_TRUE(split.is_object());
    EXPECT_EQ(split["initiating_symbol"], "NFLX");
    EXPECT_EQ(split["new_rate"], "10");
    EXPECT_EQ(desk.get(path + "/" + split["id"].get<std::string>()), split);
    EXPECT_EQ(desk.call("GET", path + "/none").status, 404);
    const json one = desk.get(path + "?ca_types=Split&since=2026-11-18&until=2027-01-31&date_type=ex_date"
                                     "&symbol=NFLX");
    EXPECT_EQ(one, json::array({split}));
    EXPECT_TRUE(desk.get(path + "?ca_types=Merger&since=2026-11-18&until=2027-01-31").empty());
    for (const char* wrong : {"?since=2026-11-18&until=2027-01-31", "?ca_types=Split&since=2026-11-18",
                              "?ca_types=Wedding&since=2026-11-18&until=2026-11-19",
                              "?ca_types=Split&since=2026-11-18&until=2027-02-17"})
        EXPECT_EQ(desk.call("GET", path + wrong).status, 422) << wrong;
    EXPECT_EQ(desk.call("GET", path + "?ca_types=Split&since=soon&until=2026-11-19").status, 400);
    EXPECT_EQ(desk.call("POST", path).status, 405);
}

} // namespace
} // namespace strikedesk::sandbox::test
