// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/alpaca_broker.h"
#include "core/io/venues/alpaca/alpaca_market_data.h"
#include "core/io/venues/alpaca/alpaca_probe.h"
#include "tests/integration/alpaca/rig.h"
#include "tests/integration/requests/request_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace strikedesk::alpaca {
namespace {

using strikedesk::test::logRequests;
using test::ArrivedRequest;
using test::Rig;
using test::waitUntil;
using trade::WriteOutcome;

const Symbol kStock = Symbol::of("AAPL");
const Symbol kCall = Symbol::of("AAPL260320C00100000");
const Symbol kFarCall = Symbol::of("AAPL260320C00105000");
const BrokerOrderId kOrderId("61e69015-8549-4bfd-b9c3-01e75843f47d");
const Timestamp kStart = Timestamp::tryFromRfc3339("2026-03-02T14:30:00.123456789Z").value();
const Timestamp kEnd = Timestamp::tryFromRfc3339("2026-03-02T21:00:00Z").value();

trade::OrderRequest option(trade::Side side, trade::OrderType type, trade::PositionIntent intent) {
    trade::OrderRequest request;
    request.symbol = kCall;
    request.quantity = Quantity::whole(2);
    request.side = side;
    request.type = type;
    request.intent = intent;
    request.clientOrderId = ClientOrderId("desk-1");
    if (type == trade::OrderType::Limit || type == trade::OrderType::StopLimit)
        request.limitPrice = Price::fromCents(215);
    if (type == trade::OrderType::Stop || type == trade::OrderType::StopLimit)
        request.stopPrice = Price::fromCents(205);
    return request;
}

std::vector<trade::OrderRequest> orders() {
    using enum trade::OrderType;
    std::vector<trade::OrderRequest> all;
    for (const auto type : {Market, Limit, Stop, StopLimit}) {
        all.push_back(option(trade::Side::Buy, type, trade::PositionIntent::BuyToOpen));
        all.push_back(option(trade::Side::Sell, type, trade::PositionIntent::SellToClose));
        all.back().timeInForce = trade::TimeInForce::Gtc;
    }
    trade::OrderRequest bracket = option(trade::Side::Buy, Limit, trade::PositionIntent::Unspecified);
    bracket.symbol = kStock;
    bracket.orderClass = trade::OrderClass::Bracket;
    bracket.takeProfitLimit = Price::fromCents(30'000);
    bracket.stopLossStop = Price::fromCents(20'000);
    bracket.stopLossLimit = Price::fromCents(19'900);
    all.push_back(bracket);
    trade::OrderRequest spread;
    spread.quantity = Quantity::whole(1);
    spread.orderClass = trade::OrderClass::MultiLeg;
    spread.limitPrice = Price::fromCents(-45);
    spread.clientOrderId = ClientOrderId("desk-2");
    spread.legs = {{kCall, 1, trade::Side::Sell, trade::PositionIntent::SellToOpen},
                   {kFarCall, 1, trade::Side::Buy, trade::PositionIntent::BuyToOpen}};
    all.push_back(spread);
    return all;
}

/// Paths of the requests, without their parameters.
std::vector<std::string> pathsOf(const Rig& rig) {
    std::vector<std::string> paths;
    for (const ArrivedRequest& request : rig.server.arrivals())
        paths.push_back(request.method + " " + request.target.substr(0, request.target.find('?')));
    std::sort(paths.begin(), paths.end());
    paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
    return paths;
}

class AlpacaRequestsTest : public ::testing::Test {
protected:
    ~AlpacaRequestsTest() override { logRequests(m_rig.server.arrivals()); }

    /// Makes a call and waits for its end, whatever that is.
    template <class T, class Call>
    void run(Call call) {
        EXPECT_TRUE(m_rig.wait<T>(std::move(call)).has_value());
    }

    Rig m_rig{10'000};
};

TEST_F(AlpacaRequestsTest, EveryCallOfTheBroker) {
    AlpacaBroker broker(m_rig.rest);
    for (const trade::OrderRequest& request : orders())
        run<WriteOutcome>([&](auto done) { broker.submitOrder(request, done); });
    trade::ReplaceRequest change;
    change.orderId = kOrderId;
    change.quantity = Quantity::whole(3);
    change.limitPrice = Price::fromCents(220);
    change.stopPrice = Price::fromCents(210);
    change.timeInForce = trade::TimeInForce::Day;
    change.clientOrderId = ClientOrderId("desk-3");
    run<WriteOutcome>([&](auto done) { broker.replaceOrder(change, done); });
    run<WriteOutcome>([&](auto done) { broker.cancelOrder(kOrderId, done); });
    run<Result<std::vector<MultiStatusRow>>>([&](auto done) { broker.cancelAllOrders(done); });
    run<Result<trade::BrokerOrder>>(
        [&](auto done) { broker.orderByClientId(ClientOrderId("desk-1"), done); });
    run<Result<trade::BrokerOrder>>([&](auto done) { broker.orderById(kOrderId, done); });
    run<Result<std::vector<trade::BrokerOrder>>>([&](auto done) { broker.openOrders(done); });
    run<Result<std::vector<trade::BrokerOrder>>>([&](auto done) { broker.ordersAfter(kStart, done); });
    run<Result<std::vector<trade::BrokerPosition>>>([&](auto done) { broker.positions(done); });
    run<Result<trade::BrokerAccount>>([&](auto done) { broker.account(done); });
    run<Result<std::vector<trade::BrokerActivity>>>([&](auto done) { broker.activitiesAfter(kStart, done); });
    run<Result<trade::BrokerClock>>([&](auto done) { broker.clock(done); });
    run<Result<std::vector<CalendarDay>>>([&](auto done) {
        broker.calendar(Date::tryFromIso("2026-03-02").value(), Date::tryFromIso("2026-04-06").value(), done);
    });
    run<Result<Asset>>([&](auto done) { broker.asset(kStock, done); });
    run<Result<AccountConfiguration>>([&](auto done) { broker.accountConfiguration(done); });
    EXPECT_THAT(pathsOf(m_rig),
                ::testing::IsSupersetOf({"DELETE /v2/orders", "GET /v2/account", "GET /v2/account/activities",
                                         "GET /v2/assets/AAPL", "GET /v2/calendar", "GET /v2/clock",
                                         "GET /v2/orders", "GET /v2/orders:by_client_order_id",
                                         "GET /v2/positions", "POST /v2/orders"}));
}

TEST_F(AlpacaRequestsTest, EveryCallOfTheMarketData) {
    AlpacaMarketData data(m_rig.rest, m_rig.rest, AlpacaEndpoints::sandbox(m_rig.server.port()));
    using Bars = Result<std::map<Symbol, std::vector<market::Bar>>>;
    for (const char* timeframe : {"1Min", "5Min", "1Hour", "1Day", "1Week"}) {
        const market::BarQuery query{{kStock, kCall}, timeframe, kStart, kEnd};
        run<Bars>([&](auto done) { data.bars(query, done); });
        run<Bars>([&](auto done) { data.bars({{kStock}, timeframe, kStart, kEnd}, done); });
        run<Bars>([&](auto done) { data.bars({{kCall}, timeframe, kStart, kEnd}, done); });
    }
    run<Result<std::vector<market::Quote>>>([&](auto done) { data.latestQuotes({kStock}, done); });
    run<Result<std::vector<market::Quote>>>([&](auto done) { data.latestQuotes({kCall, kFarCall}, done); });
    run<Result<std::vector<Asset>>>([&](auto done) { data.assets(done); });
    ContractFilter filter;
    filter.expiryFrom = Date::tryFromIso("2026-03-02").value();
    filter.expiryTo = Date::tryFromIso("2026-03-20").value();
    filter.strikeFrom = Price::fromCents(9'000);
    filter.strikeTo = Price::fromCents(11'050);
    for (const auto right : {std::optional<OptionRight>(), std::optional(OptionRight::Put)}) {
        filter.right = right;
        filter.isActive = !right.has_value();
        run<Result<std::vector<ListedContract>>>([&](auto done) { data.contracts(kStock, filter, done); });
        run<Result<std::vector<Snapshot>>>([&](auto done) { data.chain(kStock, filter, done); });
    }
    run<Result<std::vector<Snapshot>>>([&](auto done) { data.snapshots({kStock}, done); });
    run<Result<std::vector<Snapshot>>>([&](auto done) { data.snapshots({kCall}, done); });
    run<Result<std::vector<NewsArticle>>>([&](auto done) { data.news({kStock}, 20, done); });
    EXPECT_THAT(pathsOf(m_rig),
                ::testing::IsSupersetOf(
                    {"GET /v1beta1/news", "GET /v1beta1/options/bars", "GET /v1beta1/options/quotes/latest",
                     "GET /v1beta1/options/snapshots", "GET /v1beta1/options/snapshots/AAPL",
                     "GET /v2/assets", "GET /v2/options/contracts", "GET /v2/stocks/bars",
                     "GET /v2/stocks/quotes/latest", "GET /v2/stocks/snapshots"}));
}

TEST_F(AlpacaRequestsTest, TheProbeOfAKey) {
    bool answered = false;
    probe(m_rig.rest, AlpacaEndpoints::sandbox(m_rig.server.port()),
          [&](const market::GrantReport&) { answered = true; });
    EXPECT_TRUE(waitUntil([&] { return answered; }));
    EXPECT_FALSE(m_rig.server.arrivals().empty());
}

} // namespace
} // namespace strikedesk::alpaca
