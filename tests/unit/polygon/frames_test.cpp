// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/polygon/keeper.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace strikedesk::polygon {
namespace {

using test::Keeper;
using venues::FrameCount;

Result<FrameCount> decode(std::string_view text, Keeper& keeper) {
    static PolygonStreamDecoder decoder;
    return decoder.decode(text, keeper);
}

TEST(PolygonFrames, OneNameMeansDifferentThingsByKind) {
    Keeper keeper;
    ASSERT_TRUE(decode(
        R"([{"ev":"T","sym":"MSFT","x":4,"i":"1\u00322","z":3,"p":114.125,"s":100,"c":[0,12],"t":1536036818784},
        {"c":1,"i":[604],"ev":"Q","sym":"O:SPY241220P00720000","bp":9.71,"bs":17,"ap":9.81,"as":24,"t":1644506128351},
        {"ev":"A","sym":"SPY","v":200.5,"o":1.5,"h":2,"l":1,"c":1.75,"vw":1.6,"s":1610144640000,"e":1610144641000},
        {"ev":"V","val":3988.5,"T":"I:SPX","t":1678220098130}])",
        keeper));
    ASSERT_EQ(keeper.total(), 4u);
    EXPECT_EQ(keeper.trades[0].id, "122") << "escapes in texts are undone";
    EXPECT_EQ(keeper.trades[0].size, 100);
    EXPECT_EQ(keeper.trades[0].conditions, "0,12");
    EXPECT_EQ(keeper.quotes[0].symbol, Symbol::of("SPY241220P00720000"));
    EXPECT_EQ(keeper.quotes[0].askSize, 24);
    EXPECT_EQ(keeper.bars[0].bar.start, Timestamp::fromMilliseconds(1'610'144'640'000));
    EXPECT_EQ(keeper.bars[0].bar.close, Price::fromCents(175));
    EXPECT_EQ(keeper.bars[0].bar.volume, 200) << "half to even";
    EXPECT_EQ(keeper.bars[0].window, WindowKind::Second);
    EXPECT_EQ(keeper.values[0], std::pair(Symbol::of("SPX"), Price::fromCents(398'850)));
}

TEST(PolygonFrames, AnEmptySideIsZeroAndAPriceThatDoesNotFitIsRefused) {
    Keeper keeper;
    ASSERT_TRUE(decode(R"([{"ev":"Q","sym":"A","ap":1.5,"as":2,"t":1644506128351}])", keeper));
    EXPECT_TRUE(keeper.quotes[0].bid.isZero());
    for (const char* wrong :
         {R"([{"ev":"Q","sym":"A","bp":-1,"ap":1.5,"t":1644506128351}])",
          R"([{"ev":"Q","sym":"A","bp":1,"ap":1.5}])",
          R"([{"ev":"Q","sym":"A","bp":1e99,"ap":1.5,"t":1644506128351}])",
          R"([{"ev":"T","sym":"A","s":1,"t":1644506128351}])",
          R"([{"ev":"T","sym":"A","p":1,"s":-1,"t":1644506128351}])",
          R"([{"ev":"T","p":1,"t":1644506128351}])",
          R"([{"ev":"T","sym":"A","p":1,"c":["x"],"t":1644506128351}])", R"([{"sym":"A","p":1}])",
          R"({"ev":"T"})", R"([{"ev":"status","message":"x"}])",
          R"([{"ev":"T","sym":"A","p":true,"t":1644506128351}])", "[1]", "", "null",
          R"([{"ev":"Q","sym":"A","ap":1,"t":164450612}])", R"([{"ev":"status","status":"x"}] x)"}) {
        Keeper none;
        EXPECT_FALSE(decode(wrong, none)) << wrong;
        EXPECT_LE(none.total(), std::string_view(wrong).ends_with('x') ? 1u : 0u) << wrong;
    }
}

TEST(PolygonFrames, KindsAndNamesWeDoNotKnowAreCountedAndSkipped) {
    Keeper keeper;
    const auto count = decode(R"([{"ev":"FMV","fmv":7.2,"sym":"A","t":1},{"ev":"T","sym":"BACpL","p":1,"t":2},
        {"ev":"T","sym":"C:EURUSD","p":1,"t":2},{"ev":"NOI","T":"A","t":1},{"ev":"T","sym":"O:A","p":1,"t":2}])",
                              keeper);
    ASSERT_TRUE(count);
    EXPECT_EQ(count->unknown, 5);
    EXPECT_EQ(count->delivered, 0);
    EXPECT_EQ(keeper.total(), 0u);
}

TEST(PolygonFrames, MessagesBeforeTheBrokenOneCount) {
    Keeper keeper;
    EXPECT_FALSE(decode(
        R"([{"ev":"Q","sym":"A","ap":1,"t":1644506128351},{"ev":"Q","sym":"B","ap":1,"t":"x"}])", keeper));
    EXPECT_EQ(keeper.quotes.size(), 1u);
}

TEST(PolygonFrames, StatusWords) {
    Keeper keeper;
    ASSERT_TRUE(decode(
        R"([{"ev":"status","status":"auth_failed","message":"x"},{"ev":"status","status":"max_connections","message":""},
        {"ev":"status","status":"never heard of","message":"\"quoted\""}])",
        keeper));
    EXPECT_EQ(keeper.words[0].first, StreamWord::AuthFailed);
    EXPECT_EQ(keeper.words[1].first, StreamWord::MaxConnections);
    EXPECT_EQ(keeper.words[2], std::pair(StreamWord::Other, std::string("\"quoted\"")));
    bool isJoined = false;
    EXPECT_EQ(acknowledgedItem("subscribed to: T.AAPL", isJoined), "T.AAPL");
    EXPECT_TRUE(isJoined);
    EXPECT_EQ(acknowledgedItem("unsubscribed to: T.AAPL", isJoined), "T.AAPL");
    EXPECT_FALSE(isJoined);
    EXPECT_EQ(acknowledgedItem("hello", isJoined), "");
}

TEST(PolygonFrames, WhatWeSend) {
    EXPECT_EQ(encodeStreamAuth("k\"1"), R"({"action":"auth","params":"k\"1"})");
    EXPECT_EQ(encodeSubscribe({"T.AAPL", "Q.O:SPY251219C00650000"}),
              R"({"action":"subscribe","params":"T.AAPL,Q.O:SPY251219C00650000"})");
    EXPECT_EQ(encodeUnsubscribe({"AM.SPY"}), R"({"action":"unsubscribe","params":"AM.SPY"})");
}

RC_GTEST_PROP(PolygonFrames, EveryPriceAndTimeReadsBack, ()) {
    const Price bid = Price::fromUnits(*rc::gen::inRange<std::int64_t>(0, Price::kMaxUnits));
    const Price ask = Price::fromUnits(*rc::gen::inRange<std::int64_t>(0, Price::kMaxUnits));
    const auto ms = *rc::gen::inRange<std::int64_t>(100'000'000'000, 7'000'000'000'000);
    Keeper keeper;
    const std::string frame = R"([{"ev":"Q","sym":"A","bp":)" + formatDecimal(bid.units(), 4, 0) +
                              R"(,"ap":)" + formatDecimal(ask.units(), 4, 4) + R"(,"t":)" +
                              std::to_string(ms) + "}]";
    RC_ASSERT(decode(frame, keeper).ok());
    RC_ASSERT(keeper.quotes.at(0).bid == bid);
    RC_ASSERT(keeper.quotes.at(0).ask == ask);
    RC_ASSERT(keeper.quotes.at(0).at == Timestamp::fromMilliseconds(ms));
}

} // namespace
} // namespace strikedesk::polygon
