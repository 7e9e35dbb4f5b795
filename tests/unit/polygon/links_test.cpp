// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/codec/envelope.h"

#include <gtest/gtest.h>

namespace strikedesk::polygon {
namespace {

const char* const kFirst =
    "/v2/aggs/ticker/O:SPY251219C00650000/range/1/minute/1578114000000/1578200400000?limit=50000";

TEST(PolygonLinks, OnlyPathAndQueryOfALinkCount) {
    for (const char* host : {"https://api.massive.com", "https://api.polygon.io",
                             "https://api.massive.com:443", "http://127.0.0.1:8080", ""}) {
        const std::string path = "/v2/aggs/ticker/O:SPY251219C00650000/range/1/minute/1/2?cursor=bGltaXQ9Mg";
        const auto next = nextPath(host + path, kFirst);
        ASSERT_TRUE(next) << host;
        EXPECT_EQ(*next, path);
    }
    EXPECT_EQ(*nextPath("", kFirst), "");
    EXPECT_TRUE(nextPath("https://x/v3/trades/O%3ASPY251219C00650000?cursor=1",
                         "/v3/trades/O:SPY251219C00650000?limit=1"));
    EXPECT_TRUE(nextPath("https://x/v3/snapshot?cursor=1", "/v3/snapshot?ticker.any_of=A,B"));
}

TEST(PolygonLinks, ALinkThatLeadsElsewhereIsRefused) {
    for (const char* wrong :
         {"https://api.massive.com", "ftp://api.massive.com/v2/aggs/ticker/x", "//evil/v2/aggs/ticker/x",
          "https://x/v3/trades/AAPL?cursor=1", "https://x//v2/aggs/ticker/y", "https://x/v2/aggs/../admin",
          "https://x/v2/aggs/ticker/y?cursor=1#part", "https://x/v2/aggs/ticker/y?cursor=a b",
          "https://x/v2/aggs/ticker/y?cursor=\r\nHost:z", "https://x/v2/aggs/ticker/y?apiKey=abc",
          "v2/aggs/ticker/y", "https://x/v2/aggs\\ticker/y"})
        EXPECT_FALSE(nextPath(wrong, kFirst)) << wrong;
    EXPECT_FALSE(nextPath("https://x/v3/trades/MSFT?cursor=1", "/v3/trades/AAPL?limit=1"))
        << "another instrument";
    EXPECT_FALSE(nextPath("https://x/v2/aggs/ticker/" + std::string(9'000, 'y'), kFirst));
}

TEST(PolygonErrors, BothWordsAndEveryStatusBecomeASentence) {
    const Error bad = errorFrom(R"({"status":"ERROR","request_id":"r1","error":"bad timespan"})", 400);
    EXPECT_EQ(bad.kind, ErrorKind::Refused);
    EXPECT_NE(bad.message.find("bad timespan"), std::string::npos);
    EXPECT_NE(bad.context.find("r1"), std::string::npos);
    EXPECT_EQ(errorFrom(R"({"status":"ERROR","error":"Unknown API Key"})", 401).kind,
              ErrorKind::Unauthorised);
    const Error plan = errorFrom(R"({"status":"NOT_AUTHORIZED","message":"You are not entitled"})", 403);
    EXPECT_EQ(plan.messageId, "polygon.http.not_entitled");
    EXPECT_EQ(errorFrom(R"({"status":"NOT_FOUND","message":"Ticker not found."})", 404).kind,
              ErrorKind::NotFound);
    EXPECT_EQ(errorFrom("<html>", 404).kind, ErrorKind::Protocol) << "a gateway's page says nothing";
    EXPECT_EQ(errorFrom("", 429).kind, ErrorKind::RateLimited);
    EXPECT_EQ(errorFrom("<html>", 502).kind, ErrorKind::Unavailable);
    EXPECT_EQ(errorFrom("<html>login</html>", 200).kind, ErrorKind::Protocol);
    EXPECT_EQ(decodeVenueError(R"({"error":")" + std::string(5'000, 'x') + R"("})")->message.size(), 500u);
    EXPECT_FALSE(decodeVenueError(R"({"status":"OK"})"));
}

} // namespace
} // namespace strikedesk::polygon
