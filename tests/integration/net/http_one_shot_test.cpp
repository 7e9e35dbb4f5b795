// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/net/http_client.h"
#include "tests/integration/net/raw_server.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrl>

#include <gtest/gtest.h>

#include <optional>

// QNetworkAccessManager sends a request again when the peer closes the connection after reading it. For an
// order that is a second order. These tests count what arrives at the peer.

namespace strikedesk::net {
namespace {

using test::answer;
using test::ArrivedRequest;
using test::RawServer;
using test::waitUntil;

HttpLimits quickLimits() {
    HttpLimits limits;
    limits.idle = Duration::milliseconds(1'500);
    limits.wholeWrite = Duration::milliseconds(1'500);
    limits.wholeRead = Duration::seconds(3);
    limits.firstRetry = Duration::milliseconds(10);
    limits.longestRetry = Duration::milliseconds(50);
    return limits;
}

HttpOutcome writeAndWait(HttpClient& client, HttpRequest request, WriteHooks hooks = {}) {
    std::optional<HttpOutcome> outcome;
    client.writeOnce(std::move(request), std::move(hooks), [&](HttpOutcome o) { outcome = std::move(o); });
    EXPECT_FALSE(outcome.has_value()) << "a callback came before the call returned";
    EXPECT_TRUE(waitUntil([&] { return outcome.has_value(); }));
    return outcome.value_or(HttpOutcome());
}

struct WriteCase {
    const char* name;
    HttpVerb verb;
    const char* body;
};

class OneShotWrite : public ::testing::TestWithParam<WriteCase> {
protected:
    HttpRequest request() const {
        return {GetParam().verb,
                m_server.base() + "/v2/orders",
                {{"X-Test", "1"}},
                GetParam().body,
                "application/json"};
    }
    RawServer m_server;
    HttpClient m_client{1, quickLimits()};
};

TEST_P(OneShotWrite, ArrivesOnceWhenThePeerClosesAfterReadingIt) {
    m_server.behaviour = [](QTcpSocket& socket, const ArrivedRequest&) { socket.disconnectFromHost(); };
    const HttpOutcome outcome = writeAndWait(m_client, request());
    EXPECT_EQ(outcome.result, HttpResult::AnswerLost);
    EXPECT_TRUE(outcome.isAmbiguous());
    EXPECT_EQ(m_server.arrivals().size(), 1u);
    EXPECT_EQ(m_client.inFlight(), 0);
}

TEST_P(OneShotWrite, ArrivesOnceWhenThePeerResetsTheConnection) {
    m_server.behaviour = [](QTcpSocket& socket, const ArrivedRequest&) {
        socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        socket.abort();
    };
    EXPECT_TRUE(writeAndWait(m_client, request()).isAmbiguous());
    EXPECT_EQ(m_server.arrivals().size(), 1u);
}

TEST_P(OneShotWrite, ArrivesOnceWhenAReusedConnectionIsClosedUnderIt) {
    m_server.behaviour = [](QTcpSocket& socket, const ArrivedRequest&) { socket.write(answer(200, "{}")); };
    ASSERT_TRUE(writeAndWait(m_client, request()).isSuccess());
    m_server.behaviour = [](QTcpSocket& socket, const ArrivedRequest&) { socket.disconnectFromHost(); };
    EXPECT_TRUE(writeAndWait(m_client, request()).isAmbiguous());
    EXPECT_EQ(m_server.arrivals().size(), 2u);
}

TEST_P(OneShotWrite, ArrivesOnceWhenTheAnswerIsCutAnywhere) {
    const QByteArray whole = answer(200, R"({"id":"abc"})");
    for (qsizetype cut = 0; cut < whole.size(); cut += 7) {
        RawServer server;
        server.behaviour = [&](QTcpSocket& socket, const ArrivedRequest&) {
            socket.write(whole.left(cut));
            socket.disconnectFromHost();
        };
        HttpRequest cutRequest = request();
        cutRequest.url = server.base() + "/v2/orders";
        EXPECT_TRUE(writeAndWait(m_client, cutRequest).isAmbiguous()) << "cut at " << cut;
        EXPECT_EQ(server.arrivals().size(), 1u) << "cut at " << cut;
    }
}

TEST_P(OneShotWrite, ArrivesOnceWhenThePeerNeverAnswers) {
    const HttpOutcome outcome = writeAndWait(m_client, request());
    EXPECT_EQ(outcome.result, HttpResult::TimedOut);
    EXPECT_EQ(m_server.arrivals().size(), 1u);
}

TEST_P(OneShotWrite, ArrivesOnceOnEveryStatusAndTheStatusIsKept) {
    for (const int status :
         {200, 204, 207, 400, 401, 403, 404, 407, 408, 422, 425, 429, 500, 502, 503, 504}) {
        RawServer server;
        server.behaviour = [&](QTcpSocket& socket, const ArrivedRequest&) {
            const std::string body = status == 204 ? "" : R"({"code":1,"message":"m"})";
            socket.write(answer(status, body, "application/json",
                                status == 401 ? "WWW-Authenticate: Basic realm=\"x\"\r\n" : ""));
        };
        HttpRequest statusRequest = request();
        statusRequest.url = server.base() + "/v2/orders";
        const HttpOutcome outcome = writeAndWait(m_client, statusRequest);
        EXPECT_EQ(server.arrivals().size(), 1u) << status;
        if (status == 401 || status == 407)
            continue;
        EXPECT_EQ(outcome.result, HttpResult::Answered) << status;
        EXPECT_EQ(outcome.status, status);
    }
}

TEST_P(OneShotWrite, CarriesItsBodyLengthAndHeaders) {
    m_server.behaviour = [](QTcpSocket& socket, const ArrivedRequest&) { socket.write(answer(200, "{}")); };
    ASSERT_TRUE(writeAndWait(m_client, request()).isSuccess());
    const ArrivedRequest& seen = m_server.arrivals().at(0);
    EXPECT_EQ(seen.method, toWire(GetParam().verb));
    EXPECT_EQ(seen.body, GetParam().body);
    EXPECT_EQ(seen.headers.at("content-length"), std::to_string(seen.body.size()));
    EXPECT_EQ(seen.headers.at("x-test"), "1");
    EXPECT_EQ(seen.headers.count("transfer-encoding"), 0u);
}

TEST_P(OneShotWrite, IsNotSentElsewhereByARedirect) {
    RawServer elsewhere;
    m_server.behaviour = [&](QTcpSocket& socket, const ArrivedRequest&) {
        socket.write(answer(307, "", "", "Location: " + elsewhere.base() + "/v2/orders\r\n"));
    };
    const HttpOutcome outcome = writeAndWait(m_client, request());
    EXPECT_EQ(outcome.result, HttpResult::Redirected);
    EXPECT_TRUE(outcome.isAmbiguous());
    EXPECT_TRUE(elsewhere.arrivals().empty());
}

TEST_P(OneShotWrite, WithoutAListenerIsKnownAsNeverSent) {
    quint16 port = 0;
    {
        RawServer gone;
        port = gone.port();
    }
    HttpRequest nobody = request();
    nobody.url = "http://127.0.0.1:" + std::to_string(port) + "/v2/orders";
    EXPECT_EQ(writeAndWait(m_client, nobody).result, HttpResult::ConnectFailed);
}

TEST_P(OneShotWrite, DeniedPermissionKeepsItOnThisMachine) {
    WriteHooks hooks;
    hooks.mayWrite = [] { return false; };
    EXPECT_EQ(writeAndWait(m_client, request(), hooks).result, HttpResult::NotSent);
    EXPECT_EQ(m_server.connections(), 0);
}

INSTANTIATE_TEST_SUITE_P(Verbs, OneShotWrite,
                         ::testing::Values(WriteCase{"Post", HttpVerb::Post,
                                                     R"({"symbol":"AAPL","qty":"1"})"},
                                           WriteCase{"Patch", HttpVerb::Patch, R"({"qty":"2"})"},
                                           WriteCase{"Delete", HttpVerb::Delete, ""}),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(OneShotWriteHooks, APermissionTakenAwayWhileConnectingStopsTheBody) {
    RawServer server;
    HttpClient client(1, quickLimits());
    int asked = 0;
    WriteHooks hooks;
    hooks.mayWrite = [&] { return ++asked == 1; };
    const HttpOutcome outcome =
        writeAndWait(client, {HttpVerb::Post, server.base() + "/v2/orders", {}, "{\"qty\":\"1\"}"}, hooks);
    EXPECT_EQ(outcome.result, HttpResult::NotSent);
    EXPECT_EQ(asked, 2);
    EXPECT_TRUE(server.arrivals().empty());
    EXPECT_FALSE(server.unfinished().contains("qty"));
}

TEST(OneShotWriteHooks, APlainManagerShowsTheHazardThatTheServerCounts) {
    RawServer server;
    server.behaviour = [](QTcpSocket& socket, const ArrivedRequest&) { socket.disconnectFromHost(); };
    QNetworkAccessManager plain;
    QNetworkReply* reply =
        plain.deleteResource(QNetworkRequest(QUrl(QString::fromStdString(server.base() + "/v2/orders/o1"))));
    ASSERT_TRUE(waitUntil([&] { return reply->isFinished(); }));
    delete reply;
    if (server.arrivals().size() == 1)
        GTEST_SKIP() << "this Qt does not send a request again; the one-shot body costs nothing";
    EXPECT_GT(server.arrivals().size(), 1u);
}

TEST(OneShotWriteHooks, StagesComeInOrder) {
    RawServer server;
    server.behaviour = [](QTcpSocket& socket, const ArrivedRequest&) { socket.write(answer(200, "{}")); };
    HttpClient client(1, quickLimits());
    std::vector<WriteStage> stages;
    WriteHooks hooks;
    hooks.reached = [&](WriteStage stage) { stages.push_back(stage); };
    (void)writeAndWait(client, {HttpVerb::Post, server.base() + "/", {}, "{}"}, hooks);
    const std::vector<WriteStage> expected{WriteStage::BeforeSend, WriteStage::BodyTaken,
                                           WriteStage::RequestSent, WriteStage::AnswerReceived};
    EXPECT_EQ(stages, expected);
}

TEST(OneShotWriteHooks, AnAbortedWriteIsAmbiguousAndItsCallbackComesOnce) {
    RawServer server;
    HttpClient client(1, quickLimits());
    int answers = 0;
    HttpOutcome last;
    client.writeOnce({HttpVerb::Post, server.base() + "/", {}, "{}"}, {}, [&](HttpOutcome o) {
        ++answers;
        last = std::move(o);
    });
    ASSERT_TRUE(waitUntil([&] { return server.arrivals().size() == 1; }));
    client.abortAll();
    ASSERT_TRUE(waitUntil([&] { return answers > 0; }));
    EXPECT_EQ(answers, 1);
    EXPECT_EQ(last.result, HttpResult::AnswerLost);
}

TEST(OneShotWriteHooks, NoCallbackComesAfterDestruction) {
    RawServer server;
    int answers = 0;
    {
        HttpClient client(1, quickLimits());
        client.writeOnce({HttpVerb::Post, server.base() + "/", {}, "{}"}, {},
                         [&](HttpOutcome) { ++answers; });
        client.get({HttpVerb::Get, server.base() + "/", {}, {}}, [&](HttpOutcome) { ++answers; });
        ASSERT_TRUE(waitUntil([&] { return server.arrivals().size() == 2; }));
    }
    EXPECT_EQ(answers, 0);
}

} // namespace
} // namespace strikedesk::net
