// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/net/http_client.h"
#include "core/io/net/http_reply.h"
#include "tests/integration/net/raw_server.h"

#include <QTimer>

#include <gtest/gtest.h>

#include <optional>

namespace strikedesk::net {
namespace {

using test::answer;
using test::ArrivedRequest;
using test::RawServer;
using test::waitUntil;

HttpLimits quickLimits() {
    HttpLimits limits;
    limits.idle = Duration::milliseconds(700);
    limits.wholeRead = Duration::milliseconds(1'500);
    limits.firstRetry = Duration::milliseconds(10);
    limits.longestRetry = Duration::milliseconds(1'100);
    limits.largestBody = 64 * 1024;
    return limits;
}

class HttpRead : public ::testing::Test {
protected:
    HttpOutcome get(const std::string& path = "/", HttpClient::MayRepeat mayRepeat = {}) {
        std::optional<HttpOutcome> outcome;
        m_client.get(
            {HttpVerb::Get, m_server.base() + path, {{"APCA-API-SECRET-KEY", "canary-5f1"}}, {}},
            [&](HttpOutcome o) { outcome = std::move(o); }, std::move(mayRepeat));
        EXPECT_TRUE(waitUntil([&] { return outcome.has_value(); }));
        return outcome.value_or(HttpOutcome());
    }
    /// The n-th request gets the n-th answer; the last one repeats.
    void answerWith(std::vector<QByteArray> answers) {
        m_server.behaviour = [this, answers = std::move(answers)](QTcpSocket& socket, const ArrivedRequest&) {
            const std::size_t index = std::min(m_server.arrivals().size(), answers.size()) - 1;
            socket.write(answers[index]);
        };
    }
    RawServer m_server;
    HttpClient m_client{1, quickLimits()};
};

TEST_F(HttpRead, IsRepeatedTwiceAfterServerErrorsAndThenGivesUp) {
    answerWith({answer(503, "{}")});
    const HttpOutcome outcome = get();
    EXPECT_EQ(outcome.status, 503);
    EXPECT_EQ(outcome.attempts, 3);
    EXPECT_EQ(m_server.arrivals().size(), 3u);
}

TEST_F(HttpRead, SucceedsOnTheSecondTry) {
    answerWith({answer(502, "oops", "text/html"), answer(200, R"({"ok":true})")});
    const HttpOutcome outcome = get();
    EXPECT_TRUE(outcome.isSuccess());
    EXPECT_EQ(outcome.body, R"({"ok":true})");
    EXPECT_EQ(outcome.attempts, 2);
}

TEST_F(HttpRead, IsNotRepeatedAfterADefiniteAnswer) {
    for (const int status : {200, 204, 400, 401, 403, 404, 422}) {
        RawServer server;
        server.behaviour = [&](QTcpSocket& socket, const ArrivedRequest&) {
            socket.write(answer(status, status == 204 ? "" : "{}"));
        };
        std::optional<HttpOutcome> outcome;
        m_client.get({HttpVerb::Get, server.base(), {}, {}}, [&](HttpOutcome o) { outcome = std::move(o); });
        ASSERT_TRUE(waitUntil([&] { return outcome.has_value(); }));
        EXPECT_EQ(outcome->status, status);
        EXPECT_EQ(server.arrivals().size(), 1u) << status;
    }
}

TEST_F(HttpRead, HonoursRetryAfterWithinTheCap) {
    answerWith({answer(429, "{}", "application/json", "Retry-After: 1\r\n"), answer(200, "{}")});
    EXPECT_TRUE(get().isSuccess());
    EXPECT_EQ(m_server.arrivals().size(), 2u);
}

TEST_F(HttpRead, ARetryAfterBeyondTheCapIsHonouredByNotRepeating) {
    answerWith({answer(429, "{}", "application/json",
                       "Retry-After: 30\r\nX-RateLimit-Limit: 200\r\n"
                       "X-RateLimit-Remaining: 0\r\nX-RateLimit-Reset: 1800000060\r\n")});
    const HttpOutcome outcome = get();
    EXPECT_EQ(outcome.status, 429);
    EXPECT_EQ(m_server.arrivals().size(), 1u);
    EXPECT_EQ(outcome.rate.retryAfter, Duration::seconds(30));
    EXPECT_EQ(outcome.rate.limit, 200);
    EXPECT_EQ(outcome.rate.remaining, 0);
    EXPECT_EQ(outcome.rate.resetUnixSeconds, 1'800'000'060);
}

TEST_F(HttpRead, StopsRepeatingWhenTheBudgetSaysNo) {
    answerWith({answer(500, "{}")});
    int asked = 0;
    const HttpOutcome outcome = get("/", [&](const HttpOutcome& failed) {
        EXPECT_EQ(failed.status, 500);
        return ++asked < 2;
    });
    EXPECT_EQ(outcome.attempts, 2);
}

TEST_F(HttpRead, RefusesRedirectsBecauseTheyWouldCarryTheKeys) {
    RawServer elsewhere;
    for (const int status : {301, 302, 303, 307, 308}) {
        m_server.behaviour = [&](QTcpSocket& socket, const ArrivedRequest&) {
            socket.write(answer(status, "", "", "Location: " + elsewhere.base() + "/\r\n"));
        };
        EXPECT_EQ(get().result, HttpResult::Redirected) << status;
    }
    EXPECT_TRUE(elsewhere.arrivals().empty());
    EXPECT_EQ(elsewhere.connections(), 0);
}

TEST_F(HttpRead, DropsAnAnswerAboveTheBodyCap) {
    answerWith({answer(200, std::string(64 * 1024 + 1, ' '))});
    const HttpOutcome outcome = get();
    EXPECT_EQ(outcome.result, HttpResult::TooLarge);
    EXPECT_TRUE(outcome.body.empty());
    answerWith({answer(200, std::string(64 * 1024, ' '))});
    EXPECT_TRUE(get().isSuccess());
}

TEST_F(HttpRead, DropsAnEndlessAnswer) {
    m_server.behaviour = [](QTcpSocket& socket, const ArrivedRequest&) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
        const auto more = [&socket] { socket.write(QByteArray(16 * 1024, 'x')); };
        QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, more);
        more();
    };
    EXPECT_EQ(get().result, HttpResult::TooLarge);
}

TEST_F(HttpRead, ABodyThatCannotBeUnpackedIsNoAnswer) {
    const auto packed = [](QByteArray zlib) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: deflate\r\n"
               "Content-Length: " +
               QByteArray::number(zlib.size()) + "\r\n\r\n" + zlib;
    };
    const QByteArray zlib = qCompress(QByteArray(R"({"equity":"12345.67"})")).mid(4);
    QByteArray sent = packed(zlib);
    m_server.behaviour = [&](QTcpSocket& socket, const ArrivedRequest&) { socket.write(sent); };
    EXPECT_EQ(get().body, R"({"equity":"12345.67"})");
    sent = packed("never packed at all");
    EXPECT_FALSE(get().answered());
    QByteArray twisted = zlib;
    twisted[twisted.size() / 2] = static_cast<char>(twisted[twisted.size() / 2] ^ 0x55);
    sent = packed(twisted);
    const HttpOutcome outcome = get();
    EXPECT_FALSE(outcome.answered() && outcome.body == R"({"equity":"12345.67"})");
    sent = packed(qCompress(QByteArray(64 * 1024 * 1024, ' ')).mid(4));
    EXPECT_FALSE(get().answered()) << "a bomb";
}

TEST_F(HttpRead, ACutAnswerIsNeverTakenForAWholeOne) {
    const QByteArray whole = answer(200, R"({"equity":"12345.67"})");
    for (qsizetype cut = 0; cut < whole.size(); cut += 5) {
        m_server.behaviour = [&](QTcpSocket& socket, const ArrivedRequest&) {
            socket.write(whole.left(cut));
            socket.disconnectFromHost();
        };
        const HttpOutcome outcome = get();
        EXPECT_EQ(outcome.result, HttpResult::AnswerLost) << cut;
        EXPECT_TRUE(outcome.body.empty()) << cut;
    }
}

TEST_F(HttpRead, AMuteServerTimesOut) {
    const HttpOutcome outcome = get();
    EXPECT_EQ(outcome.result, HttpResult::TimedOut);
}

TEST_F(HttpRead, ATricklingServerIsCutByTheWholeDeadline) {
    m_server.behaviour = [](QTcpSocket& socket, const ArrivedRequest&) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
        auto* drip = new QTimer(&socket);
        QObject::connect(drip, &QTimer::timeout, &socket, [&socket] { socket.write(" "); });
        drip->start(100);
    };
    EXPECT_EQ(get("/", [](const HttpOutcome&) { return false; }).result, HttpResult::TimedOut);
}

TEST_F(HttpRead, NobodyListeningIsAConnectFailure) {
    RawServer* gone = new RawServer;
    const std::string base = gone->base();
    delete gone;
    std::optional<HttpOutcome> outcome;
    m_client.get(
        {HttpVerb::Get, base + "/v2/account?token=canary-9", {{"APCA-API-SECRET-KEY", "canary-5f1"}}, {}},
        [&](HttpOutcome o) { outcome = std::move(o); });
    ASSERT_TRUE(waitUntil([&] { return outcome.has_value(); }));
    EXPECT_EQ(outcome->result, HttpResult::ConnectFailed);
    EXPECT_EQ(outcome->attempts, 3);
    EXPECT_EQ(outcome->message.find("canary"), std::string::npos);
    EXPECT_FALSE(outcome->message.empty());
}

TEST_F(HttpRead, TellsJsonFromAPortalPage) {
    answerWith({answer(200, "<html>Please log in</html>", "Text/HTML; charset=utf-8")});
    HttpOutcome outcome = get();
    EXPECT_FALSE(outcome.isJson());
    EXPECT_EQ(outcome.contentType, "text/html");
    answerWith({answer(200, "{}", "application/json; charset=utf-8")});
    EXPECT_TRUE(get().isJson());
    answerWith({answer(400, "{}", "application/problem+json")});
    EXPECT_TRUE(get().isJson());
    answerWith({answer(200, "{}", "")});
    EXPECT_FALSE(get().isJson());
}

TEST_F(HttpRead, ReadsTheServersDateForTheClockSkew) {
    answerWith({answer(200, "{}", "application/json", "Date: Wed, 18 Nov 2026 14:30:05 GMT\r\n")});
    EXPECT_EQ(get().date.rfc3339(), "2026-11-18T14:30:05Z");
}

TEST(HttpDate, RefusesWhatIsNotADate) {
    EXPECT_TRUE(httpDate("Wed, 18 Nov 2026 14:30:05 GMT").isSet());
    for (const char* wrong :
         {"", "Wed, 18 Nov 2026 14:30:05 EST", "Wed, 32 Nov 2026 14:30:05 GMT",
          "Wed, 18 Foo 2026 14:30:05 GMT", "2026-11-18T14:30:05Z", "Wed, 18 Nov 2026 24:30:05 GMT",
          "Wednesday, 18-Nov-26 14:30:05 GMT", "Wed, xx Nov 2026 14:30:05 GMT"})
        EXPECT_FALSE(httpDate(wrong).isSet()) << wrong;
}

} // namespace
} // namespace strikedesk::net
