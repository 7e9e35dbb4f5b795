// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/alpaca_broker.h"
#include "tests/integration/alpaca/rig.h"

#include <gtest/gtest.h>

namespace strikedesk::alpaca {
namespace {

using test::answer;
using test::ArrivedRequest;
using test::Rig;
using test::waitUntil;
using trade::WriteOutcome;
using trade::WriteVerdict;

const std::string kOrder = R"({"id":"o1","client_order_id":"c1","status":"new","filled_qty":"0"})";

trade::OrderRequest buyTwo() {
    trade::OrderRequest request;
    request.symbol = Symbol::of("AAPL250620C00100000");
    request.quantity = Quantity::whole(2);
    request.side = trade::Side::Buy;
    request.limitPrice = Price::fromCents(215);
    request.intent = trade::PositionIntent::BuyToOpen;
    request.clientOrderId = ClientOrderId("c1");
    return request;
}

class AlpacaBrokerTest : public ::testing::Test {
protected:
    WriteOutcome submit() {
        return m_rig.wait<WriteOutcome>([&](auto done) { m_broker.submitOrder(buyTwo(), done); }).value();
    }
    Rig m_rig;
    AlpacaBroker m_broker{m_rig.rest};
};

TEST_F(AlpacaBrokerTest, SubmitsOnceWithKeysInHeadersOnly) {
    m_rig.answers["POST /v2/orders"] = answer(200, kOrder);
    const WriteOutcome outcome = submit();
    EXPECT_EQ(outcome.verdict, WriteVerdict::Accepted);
    EXPECT_EQ(outcome.order->id.text(), "o1");
    ASSERT_EQ(m_rig.server.arrivals().size(), 1u);
    const ArrivedRequest& seen = m_rig.server.arrivals()[0];
    EXPECT_EQ(seen.headers.at("apca-api-key-id"), "key-id-1");
    EXPECT_EQ(seen.headers.at("apca-api-secret-key"), "canary-secret-7731");
    EXPECT_EQ(seen.headers.at("content-type"), "application/json");
    EXPECT_EQ(seen.body, encodeOrder(buyTwo()));
    EXPECT_EQ(seen.target.find("canary"), std::string::npos);
}

TEST_F(AlpacaBrokerTest, OnlyDefiniteAnswersAreRejections) {
    struct Row {
        int status;
        const char* body;
        const char* type;
        WriteVerdict verdict;
    };
    const char* refusal = R"({"code":40310000,"message":"insufficient buying power"})";
    for (const Row& row : {Row{400, refusal, "application/json", WriteVerdict::Rejected},
                           Row{401, refusal, "application/json", WriteVerdict::Rejected},
                           Row{403, refusal, "application/json", WriteVerdict::Rejected},
                           Row{422, refusal, "application/json", WriteVerdict::Rejected},
                           Row{403, "<html>forbidden</html>", "text/html", WriteVerdict::Unknown},
                           Row{422, "{\"code\":422", "application/json", WriteVerdict::Unknown},
                           Row{422, "", "application/json", WriteVerdict::Unknown},
                           Row{404, refusal, "application/json", WriteVerdict::Unknown},
                           Row{408, refusal, "application/json", WriteVerdict::Unknown},
                           Row{409, refusal, "application/json", WriteVerdict::Unknown},
                           Row{429, refusal, "application/json", WriteVerdict::Unknown},
                           Row{500, refusal, "application/json", WriteVerdict::Unknown},
                           Row{502, "bad", "text/html", WriteVerdict::Unknown},
                           Row{503, refusal, "application/json", WriteVerdict::Unknown},
                           Row{504, refusal, "application/json", WriteVerdict::Unknown},
                           Row{200, "<html>log in</html>", "text/html", WriteVerdict::Unknown},
                           Row{200, "{\"id\":\"o1\"", "application/json", WriteVerdict::Unknown},
                           Row{200, "{}", "application/json", WriteVerdict::Unknown},
                           Row{302, "", "", WriteVerdict::Unknown}}) {
        Rig rig;
        AlpacaBroker broker(rig.rest);
        rig.fallback = answer(row.status, row.body, row.type);
        const auto outcome = rig.wait<WriteOutcome>([&](auto done) { broker.submitOrder(buyTwo(), done); });
        EXPECT_EQ(outcome->verdict, row.verdict) << row.status << " " << row.body;
        EXPECT_EQ(rig.server.arrivals().size(), 1u) << row.status;
        EXPECT_EQ(outcome->message.find("canary"), std::string::npos);
    }
}

TEST_F(AlpacaBrokerTest, ATakenClientOrderIdIsToldApart) {
    m_rig.answers["POST /v2/orders"] =
        answer(422, R"({"code":40010001,"message":"client_order_id must be unique"})");
    const WriteOutcome outcome = submit();
    EXPECT_EQ(outcome.verdict, WriteVerdict::Rejected);
    EXPECT_TRUE(outcome.clientOrderIdTaken);
    EXPECT_EQ(outcome.brokerCode, 40'010'001);
}

TEST_F(AlpacaBrokerTest, ALostAnswerIsUnknownAndTheOrderIsFoundByItsName) {
    m_rig.server.behaviour = [&](QTcpSocket& socket, const ArrivedRequest& request) {
        if (request.method == "POST")
            socket.disconnectFromHost();
        else
            socket.write(answer(200, kOrder));
    };
    EXPECT_EQ(submit().verdict, WriteVerdict::Unknown);
    const auto found = m_rig.wait<Result<trade::BrokerOrder>>(
        [&](auto done) { m_broker.orderByClientId(ClientOrderId("c 1/x"), done); });
    ASSERT_TRUE(*found);
    ASSERT_EQ(m_rig.server.arrivals().size(), 2u);
    EXPECT_EQ(m_rig.server.arrivals()[1].target, "/v2/orders:by_client_order_id?client_order_id=c%201%2Fx");
}

TEST_F(AlpacaBrokerTest, AKillBetweenDecisionAndBytesKeepsTheOrderHere) {
    m_rig.answers["POST /v2/orders"] = answer(200, kOrder);
    int asked = 0;
    m_broker.mayWrite = [&](const WritePermission& permission) {
        EXPECT_EQ(permission.intent, trade::PositionIntent::BuyToOpen);
        EXPECT_EQ(permission.clientOrderId.text(), "c1");
        return ++asked == 1;
    };
    EXPECT_EQ(submit().verdict, WriteVerdict::NotSent);
    EXPECT_EQ(asked, 2);
    EXPECT_TRUE(m_rig.server.arrivals().empty());
}

TEST_F(AlpacaBrokerTest, TellsItsCrashPoints) {
    m_rig.answers["POST /v2/orders"] = answer(200, kOrder);
    std::vector<net::WriteStage> stages;
    m_broker.reached = [&](const WritePermission&, net::WriteStage stage) { stages.push_back(stage); };
    (void)submit();
    EXPECT_EQ(stages.size(), 4u);
}

TEST_F(AlpacaBrokerTest, ReplaceAndCancelNameTheOrder) {
    m_rig.answers["PATCH /v2/orders/o1"] =
        answer(200, R"({"id":"o2","status":"pending_new","replaces":"o1"})");
    m_rig.answers["DELETE /v2/orders/o1"] = answer(204, "", "");
    trade::ReplaceRequest change;
    change.orderId = BrokerOrderId("o1");
    change.limitPrice = Price::fromCents(210);
    change.clientOrderId = ClientOrderId("c2");
    const auto replaced = m_rig.wait<WriteOutcome>([&](auto done) { m_broker.replaceOrder(change, done); });
    EXPECT_EQ(replaced->verdict, WriteVerdict::Accepted);
    EXPECT_EQ(replaced->order->replaces.text(), "o1");
    const auto cancelled =
        m_rig.wait<WriteOutcome>([&](auto done) { m_broker.cancelOrder(BrokerOrderId("o1"), done); });
    EXPECT_EQ(cancelled->verdict, WriteVerdict::Accepted);
    EXPECT_EQ(cancelled->httpStatus, 204);
    const auto gone =
        m_rig.wait<WriteOutcome>([&](auto done) { m_broker.cancelOrder(BrokerOrderId("nope"), done); });
    EXPECT_EQ(gone->verdict, WriteVerdict::Rejected);
    EXPECT_EQ(gone->httpStatus, 404);
    EXPECT_EQ(m_rig.server.arrivals().size(), 3u);
}

TEST_F(AlpacaBrokerTest, CancelAllReadsEachRow) {
    m_rig.answers["DELETE /v2/orders"] = answer(
        207,
        R"([{"id":"a","status":200},{"id":"b","status":422,"body":{"code":42210000,"message":"not cancelable"}}])");
    const auto rows =
        m_rig.wait<Result<std::vector<MultiStatusRow>>>([&](auto done) { m_broker.cancelAllOrders(done); });
    ASSERT_TRUE(*rows);
    EXPECT_EQ(rows->value()[1].refusal->message, "not cancelable");
}

TEST_F(AlpacaBrokerTest, ASubmitWithoutBudgetFailsClosedAndACancelWaits) {
    Rig rig(1);
    AlpacaBroker broker(rig.rest);
    rig.fallback = answer(200, kOrder);
    (void)rig.wait<WriteOutcome>([&](auto done) { broker.submitOrder(buyTwo(), done); });
    const auto second = rig.wait<WriteOutcome>([&](auto done) { broker.submitOrder(buyTwo(), done); });
    EXPECT_EQ(second->verdict, WriteVerdict::NotSent);
    EXPECT_NE(second->message.find("requests are used up"), std::string::npos);
    bool cancelled = false;
    broker.cancelOrder(BrokerOrderId("o1"), [&](WriteOutcome outcome) {
        cancelled = true;
        EXPECT_EQ(outcome.verdict, WriteVerdict::NotSent);
    });
    EXPECT_EQ(rig.server.arrivals().size(), 1u);
    rig.rest.abortAll();
    EXPECT_TRUE(waitUntil([&] { return cancelled; }));
}

TEST_F(AlpacaBrokerTest, OrderListsGoOnOverFullPagesWithoutDoubles) {
    const auto order = [](int n) {
        char text[160];
        std::snprintf(text, sizeof text,
                      R"({"id":"o%d","status":"new","submitted_at":"2026-03-02T14:%02d:%02d.000001Z"})", n,
                      30 + n / 60, n % 60);
        return std::string(text);
    };
    std::string first = "[";
    for (int i = 0; i < 500; ++i)
        first += (i == 0 ? "" : ",") + order(i);
    m_rig.server.behaviour = [&](QTcpSocket& socket, const ArrivedRequest& request) {
        const bool isSecond =
            request.target.find("after=2026-03-02T14%3A38%3A19.000000000Z") != std::string::npos ||
            request.target.find("after=2026-03-02T14%3A38%3A19Z") != std::string::npos;
        socket.write(answer(200, isSecond ? "[" + order(499) + "," + order(500) + "]" : first + "]"));
    };
    const auto orders =
        m_rig.wait<Result<std::vector<trade::BrokerOrder>>>([&](auto done) { m_broker.openOrders(done); });
    ASSERT_TRUE(*orders);
    EXPECT_EQ(orders->value().size(), 501u);
    EXPECT_EQ(m_rig.server.arrivals().size(), 2u);
    EXPECT_NE(m_rig.server.arrivals()[0].target.find("nested=true"), std::string::npos);
}

TEST_F(AlpacaBrokerTest, ActivitiesArePagedByTheLastRowsId) {
    std::string page = "[";
    for (int i = 0; i < 100; ++i)
        page += (i == 0 ? "" : ",") + std::string(R"({"id":"2026::)") + std::to_string(i) +
                R"(","activity_type":"FEE"})";
    m_rig.server.behaviour = [&](QTcpSocket& socket, const ArrivedRequest& request) {
        const bool isLast = request.target.find("page_token=2026%3A%3A99") != std::string::npos;
        socket.write(answer(200, isLast ? "[]" : page + "]"));
    };
    const auto rows = m_rig.wait<Result<std::vector<trade::BrokerActivity>>>(
        [&](auto done) { m_broker.activitiesAfter(Timestamp::fromSeconds(1'700'000'000), done); });
    ASSERT_TRUE(*rows);
    EXPECT_EQ(rows->value().size(), 100u);
    EXPECT_EQ(m_rig.server.arrivals().size(), 2u);
}

TEST_F(AlpacaBrokerTest, ReadsGiveKindsOfErrorsThatDecideWhoReacts) {
    const auto kindOf = [&](QByteArray bytes) {
        m_rig.fallback = std::move(bytes);
        const auto account =
            m_rig.wait<Result<trade::BrokerAccount>>([&](auto done) { m_broker.account(done); });
        EXPECT_FALSE(*account);
        EXPECT_EQ(account->error().message.find("canary"), std::string::npos);
        return account->error().kind;
    };
    EXPECT_EQ(kindOf(answer(401, R"({"message":"forbidden."})")), ErrorKind::Unauthorised);
    EXPECT_EQ(kindOf(answer(404, R"({"code":40410000,"message":"x"})")), ErrorKind::NotFound);
    EXPECT_EQ(kindOf(answer(404, "<html>", "text/html")), ErrorKind::Protocol);
    EXPECT_EQ(kindOf(answer(500, "{}")), ErrorKind::Unavailable);
    EXPECT_EQ(kindOf(answer(200, "<html>log in</html>", "text/html")), ErrorKind::Protocol);
    EXPECT_EQ(kindOf(answer(200, "{\"id\":\"a\"")), ErrorKind::Protocol);
    m_rig.server.behaviour = [](QTcpSocket& socket, const ArrivedRequest&) { socket.disconnectFromHost(); };
    EXPECT_EQ(kindOf({}), ErrorKind::Unavailable);
}

} // namespace
} // namespace strikedesk::alpaca
