// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/sandbox.h"
#include "tests/recorded/sandbox/shared_folder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <set>
#include <string>

namespace strikedesk::sandbox {
namespace {

using nlohmann::json;

/// What a member may be: JSON's kinds, with integers and fractions taken together.
std::string kindOf(const json& value) {
    if (value.is_number())
        return "number";
    return value.type_name();
}

/// Every member of the recorded payload exists in ours with the same kind, null allowed on either side;
/// `without` names members the broker has dropped or that are not part of this product.
void expectShape(const json& recorded, const json& ours, const std::set<std::string>& without,
                 const std::string& where) {
    if (recorded.is_object()) {
        ASSERT_TRUE(ours.is_object()) << where;
        for (const auto& [name, value] : recorded.items()) {
            if (without.contains(name))
                continue;
            ASSERT_TRUE(ours.contains(name)) << where << "." << name << " is missing";
            if (!value.is_null() && !ours[name].is_null())
                expectShape(value, ours[name], without, where + "." + name);
        }
        return;
    }
    EXPECT_EQ(kindOf(recorded), kindOf(ours)) << where;
    if (recorded.is_array() && ours.is_array() && !recorded.empty() && !ours.empty())
        expectShape(recorded[0], ours[0], without, where + "[0]");
}

class RecordedShapes : public ::testing::Test {
protected:
    void SetUp() override {
        m_folder = sharedFolder("fixtures/alpaca");
        if (m_folder.empty())
            GTEST_SKIP() << "the recorded payloads are not on this machine";
        m_config.venue.partialPermille = 0;
        auto opened = Sandbox::tryOpen(m_config, m_now);
        ASSERT_TRUE(opened);
        m_sandbox = std::move(*opened);
    }
    json fixture(const std::string& name) const {
        std::ifstream file(m_folder + "/" + name);
        return json::parse(file);
    }
    HttpAnswer call(const std::string& method, const std::string& target, const std::string& body = {}) {
        auto request = parseTarget(method, target);
        request->headers = {{"apca-api-key-id", m_config.keyId}, {"apca-api-secret-key", m_config.secretKey}};
        request->body = body;
        m_now = m_now + Duration::milliseconds(1);
        return m_sandbox->handle(*request, m_now, 0);
    }
    json get(const std::string& target) { return json::parse(call("GET", target).body); }
    std::string buyOption() {
        const json chain = get("/v1beta1/options/snapshots/SPY?limit=1000");
        for (const auto& [symbol, snapshot] : chain["snapshots"].items()) {
            if (!snapshot.contains("greeks") || snapshot["latestQuote"]["bp"].get<double>() < 1.0 ||
                snapshot["latestQuote"]["ap"].get<double>() > 9.0)
                continue;
            const HttpAnswer answer = call("POST", "/v2/orders",
                                           json{{"symbol", symbol},
                                                {"qty", "1"},
                                                {"side", "buy"},
                                                {"type", "limit"},
                                                {"limit_price", "10"},
                                                {"time_in_force", "day"},
                                                {"position_intent", "buy_to_open"}}
                                               .dump());
            EXPECT_EQ(answer.status, 200) << answer.body;
            m_now = m_now + Duration::seconds(30);
            m_sandbox->tick(m_now);
            return symbol;
        }
        ADD_FAILURE() << "no contract to buy";
        return {};
    }

    SandboxConfig m_config;
    MonoTime m_now = MonoTime::fromNanoseconds(1);
    std::string m_folder;
    std::unique_ptr<Sandbox> m_sandbox;
};

const std::set<std::string> kPatternDayTrader = {"pattern_day_trader", "daytrade_count",
                                                 "daytrading_buying_power", "bod_dtbp", "crypto_tier"};

TEST_F(RecordedShapes, TradingAnswersHaveTheBrokersMembers) {
    const std::string symbol = buyOption();
    expectShape(fixture("account/account_openapi_paper_options_level2.json"), get("/v2/account"),
                kPatternDayTrader, "account");
    expectShape(fixture("account/account_configurations_patched.json"), get("/v2/account/configurations"), {},
                "configurations");
    const json order = get("/v2/orders?status=all")[0];
    EXPECT_EQ(order["status"], "filled") << order.dump();
    expectShape(fixture("order/order_2026_shape.json"), order, {"take_profit", "stop_loss"}, "order");
    expectShape(fixture("order/order_equity_limit_filled_openapi.json"), order, {}, "order");
    expectShape(fixture("position/position_openapi.json"), get("/v2/positions/" + symbol), {}, "position");
    expectShape(fixture("position/positions_list.json")[0], get("/v2/positions")[0], {"usd"}, "positions");
    expectShape(fixture("activity/activity_fill.json"), get("/v2/account/activities")[0], {}, "activity");
    expectShape(fixture("clock-calendar/clock_openapi.json"), get("/v2/clock"), {}, "clock");
    expectShape(fixture("clock-calendar/calendar_python_sdk.json"),
                get("/v2/calendar?start=2026-11-01&end=2026-11-30"), {}, "calendar");
    expectShape(fixture("asset/assets_list.json"), get("/v2/assets"), {"last_close_pct_change", "last_price"},
                "assets");
    expectShape(fixture("option-contract/option_contract_full_rustrade.json"),
                get("/v2/options/contracts/" + symbol), {}, "contract");
    expectShape(fixture("option-contract/option_contracts_with_deliverables.json"),
                get("/v2/options/contracts?underlying_symbols=SPY&limit=5&show_deliverables=true"),
                {"deliverables"}, "contracts");
    expectShape(fixture("order/orders_cancel_all_207.json"), json::parse(call("DELETE", "/v2/orders").body),
                {}, "cancel all");
    expectShape(fixture("error/error_404_option_contract.json"),
                get("/v2/options/contracts/TSLA231110C00021000"), {}, "error");
}

TEST_F(RecordedShapes, MarketDataAnswersHaveTheBrokersMembers) {
    const std::string symbol = buyOption();
    const json snapshot = get("/v2/stocks/snapshots?symbols=AAPL,XXXX");
    EXPECT_TRUE(snapshot["XXXX"].is_null());
    expectShape(fixture("stock-snapshot/stock_snapshots_map.json"), snapshot, {}, "snapshots");
    expectShape(fixture("stock-snapshot/stock_snapshot_single_py.json"), get("/v2/stocks/AAPL/snapshot"), {},
                "snapshot");
    expectShape(fixture("stock-bars/stock_bars_day_aapl_nio.json"),
                get("/v2/stocks/bars?symbols=AAPL&timeframe=1Day&start=2026-11-02"), {"NIO"}, "bars");
    expectShape(fixture("stock-bars/stock_bars_apca.json"),
                get("/v2/stocks/AAPL/bars?timeframe=1Min&start=2026-11-17&limit=2"), {}, "single bars");
    expectShape(fixture("stock-bars/stock_latest_bar.json"), get("/v2/stocks/bars/latest?symbols=SPY"), {},
                "latest bar");
    const json quotes = get("/v1beta1/options/quotes/latest?symbols=" + symbol);
    expectShape(fixture("option-quotes/option_latest_quotes_openapi.json")["quotes"].front(),
                quotes["quotes"][symbol], {}, "option quote");
    const json chain = get("/v1beta1/options/snapshots?symbols=" + symbol);
    expectShape(fixture("option-snapshot/option_snapshot_with_greeks.json")["snapshots"].front(),
                chain["snapshots"][symbol], {}, "option snapshot");
    expectShape(
        fixture("option-bars/option_bars_multi.json")["bars"].front()[0],
        get("/v1beta1/options/bars?timeframe=1Hour&start=2026-11-17&symbols=" + symbol)["bars"][symbol][0],
        {}, "option bars");
    expectShape(fixture("option-trades/option_latest_trades_multi.json")["trades"].front(),
                get("/v1beta1/options/trades/latest?symbols=" + symbol)["trades"][symbol], {},
                "option trade");
}

TEST_F(RecordedShapes, NewerAnswersHaveTheBrokersMembers) {
    buyOption();
    expectShape(fixture("screener/most_actives_py.json"), get("/v1beta1/screener/stocks/most-actives"), {},
                "most actives");
    expectShape(fixture("screener/movers_py.json"), get("/v1beta1/screener/stocks/movers"), {}, "movers");
    expectShape(fixture("meta/stock_meta_exchanges.json"), get("/v2/stocks/meta/exchanges"), {}, "exchanges");
    expectShape(fixture("portfolio-history/portfolio_history_2_example_intraday_query_15min_1d.json"),
                get("/v2/account/portfolio/history?period=1D&timeframe=15Min"), {"base_value_asof"},
                "history");
    call("POST", "/v2/watchlists", R"({"name":"Shapes","symbols":["AAPL"]})");
    expectShape(fixture("watchlist/watchlist_with_assets.json"), get("/v2/watchlists:by_name?name=Shapes"),
                {}, "watchlist");
    const auto compareFirst = [](const json& recorded, const json& ours, const char* where) {
        if (!recorded.empty() && !ours.empty())
            expectShape(recorded.front().front(), ours.front().front(), {}, where);
    };
    compareFirst(fixture("stock-trades/stock_trades_two_symbols.json")["trades"],
                 get("/v2/stocks/trades?symbols=AAPL&limit=5")["trades"], "trades");
    compareFirst(fixture("stock-quotes/stock_quotes_page1_go.json")["quotes"],
                 get("/v2/stocks/quotes?symbols=AAPL&limit=5")["quotes"], "quotes");
    compareFirst(fixture("stock-auction/stock_auctions_multi_go.json")["auctions"],
                 get("/v2/stocks/auctions?symbols=AAPL&start=2026-11-16")["auctions"], "auctions");
    expectShape(fixture("news/news_page_py.json"), get("/v1beta1/news?start=2026-10-01"), {}, "news");
    compareFirst(
        fixture("corporate-action/corporate_actions_page_py.json")["corporate_actions"],
        get("/v1/corporate-actions?start=2026-06-01&end=2026-12-31&types=cash_dividend")["corporate_actions"],
        "dividends");
}

/// Keeps what the sandbox sends.
class RecordingPeer final : public SocketPeer {
public:
    void send(std::string frame, bool binary) override {
        frames.push_back(std::move(frame));
        binaries.push_back(binary);
    }
    void close() override { closed = true; }
    void cut() override { closed = true; }
    std::vector<std::string> frames;
    std::vector<bool> binaries;
    bool closed = false;
};

TEST_F(RecordedShapes, SocketsSayWhatTheBrokersSay) {
    RecordingPeer orders;
    auto stream = m_sandbox->openSocket(*parseTarget("GET", "/stream"), orders);
    stream->opened(m_now);
    stream->received(R"({"action":"listen","data":{"streams":["trade_updates"]}})", false);
    EXPECT_EQ(json::parse(orders.frames.back()),
              fixture("trade-updates/trade_updates_unauthorized_listen.json"));
    stream->received(
        R"({"action":"authenticate","data":{"key_id":"SANDBOX-KEY","secret_key":"sandbox-secret"}})", false);
    EXPECT_EQ(json::parse(orders.frames.back()), fixture("trade-updates/trade_updates_authorized.json"));
    stream->received(R"({"action":"listen","data":{"streams":["trade_updates"]}})", false);
    EXPECT_EQ(json::parse(orders.frames.back()), fixture("trade-updates/trade_updates_listening_ack.json"));
    buyOption();
    json fill;
    for (const std::string& frame : orders.frames)
        if (json message = json::parse(frame); message["data"].value("event", "") == "fill")
            fill = message;
    expectShape(fixture("trade-updates/trade_updates_fill.json"), fill, {"cancel_requested_at"}, "fill");

    RecordingPeer data;
    auto stocks = m_sandbox->openSocket(*parseTarget("GET", "/v2/sip"), data);
    stocks->opened(m_now);
    stocks->received(R"({"action":"auth","key":"SANDBOX-KEY","secret":"sandbox-secret"})", false);
    stocks->received(
        R"({"action":"subscribe","trades":["SPY"],"quotes":["SPY"],"bars":["SPY"],"dailyBars":["SPY"]})",
        false);
    m_now = m_now + Duration::seconds(61);
    m_sandbox->tick(m_now);
    std::ifstream lines(m_folder + "/ws-stock/ws_stock_data_frames.jsonl");
    int compared = 0;
    for (std::string line; std::getline(lines, line);) {
        const json recorded = json::parse(line)[0];
        for (const std::string& frame : data.frames)
            for (const json& message : json::parse(frame))
                if (message["T"] == recorded["T"]) {
                    expectShape(recorded, message, {}, "stream " + recorded["T"].get<std::string>());
                    ++compared;
                }
    }
    EXPECT_GT(compared, 50);
}

TEST(RecordedReplay, TradesTheRecordedChainAtItsRecordedQuotes) {
    if (sharedFolder("data").empty())
        GTEST_SKIP() << "the recorded data is not on this machine";
    SandboxConfig config;
    config.replayDirectory = sharedFolder("data");
    config.replaySymbols = {Symbol::of("TWX")};
    config.replayDate = *Date::tryFromIso("2014-06-05");
    config.venue.partialPermille = 0;
    MonoTime now = MonoTime::fromNanoseconds(1);
    auto opened = Sandbox::tryOpen(config, now);
    ASSERT_TRUE(opened) << opened.error().message;
    Sandbox& sandbox = **opened;
    const auto call = [&](const std::string& method, const std::string& target,
                          const std::string& body = {}) {
        auto request = parseTarget(method, target);
        request->headers = {{"apca-api-key-id", config.keyId}, {"apca-api-secret-key", config.secretKey}};
        request->body = body;
        return json::parse(sandbox.handle(*request, now, 0).body);
    };
    EXPECT_EQ(call("GET", "/v2/clock")["timestamp"].get<std::string>().substr(0, 16), "2014-06-05T09:30");
    now = now + Duration::minutes(30);
    sandbox.tick(now);
    const json chain = call("GET", "/v1beta1/options/snapshots/TWX?limit=1000");
    EXPECT_EQ(chain["snapshots"].size(), 184U);
    const json near = chain["snapshots"]["TWX140621C00070000"];
    ASSERT_TRUE(near.contains("greeks")) << near.dump();
    EXPECT_NEAR(near["impliedVolatility"].get<double>(), 0.2, 0.15);
    const json order =
        call("POST", "/v2/orders",
             R"({"symbol":"TWX140621C00070000","qty":"1","side":"buy","type":"limit","limit_price":"5",
                                "time_in_force":"day","position_intent":"buy_to_open","client_order_id":"twx"})");
    ASSERT_EQ(order["symbol"], "TWX140621C00070000") << order.dump();
    now = now + Duration::minutes(2);
    sandbox.tick(now);
    const json filled = call("GET", "/v2/orders:by_client_order_id?client_order_id=twx");
    EXPECT_EQ(filled["status"], "filled");
    EXPECT_EQ(std::stod(filled["filled_avg_price"].get<std::string>()),
              near["latestQuote"]["ap"].get<double>());
}

} // namespace
} // namespace strikedesk::sandbox
