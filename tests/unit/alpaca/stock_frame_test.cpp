// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/alpaca/collector.h"

#include <gtest/gtest.h>

namespace strikedesk::alpaca {
namespace {

using test::Collector;

TEST(StockFrame, MembersMayComeInAnyOrderWithBlanksAndUnknownOnes) {
    StockStreamDecoder decoder;
    Collector kept;
    ASSERT_TRUE(decoder.decode(
        R"( [ { "new_thing" : {"a":[1,{"b":2}]}, "ap" : 1.06 , "t":"2026-03-02T14:30:00Z", "as": 2 ,
        "S":"AAPL","bs":null,"bp":1.05 , "zz":[1,2], "c":["R"], "T":"q" } ] )",
        kept));
    ASSERT_EQ(kept.quotes.size(), 1u);
    EXPECT_EQ(kept.quotes[0].bid, Price::fromCents(105));
    EXPECT_EQ(kept.quotes[0].ask, Price::fromCents(106));
    EXPECT_EQ(kept.quotes[0].bidSize, 0);
    EXPECT_EQ(kept.quotes[0].askSize, 2);
}

TEST(StockFrame, TradeIdsKeepAllTheirDigits) {
    StockStreamDecoder decoder;
    Collector kept;
    ASSERT_TRUE(decoder.decode(
        R"([{"T":"t","S":"AAPL","i":18446744073709551615,"x":"V","p":0.00005,"s":1,"c":["@","\u0054"],"t":"2026-03-02T14:30:00Z","z":"C"}])",
        kept));
    EXPECT_EQ(kept.trades.at(0).id, "18446744073709551615");
    EXPECT_EQ(kept.trades.at(0).conditions, "@,T");
    EXPECT_EQ(kept.trades.at(0).price, Price());
}

TEST(StockFrame, HaltsAndResumptionsOfBothTapes) {
    StockStreamDecoder decoder;
    for (const auto& [code, phase] :
         {std::pair{"H", market::TradingPhase::Halted}, std::pair{"2", market::TradingPhase::Halted},
          std::pair{"P", market::TradingPhase::Halted}, std::pair{"Q", market::TradingPhase::Halted},
          std::pair{"T", market::TradingPhase::Trading}, std::pair{"3", market::TradingPhase::Trading},
          std::pair{"E", market::TradingPhase::Other}, std::pair{"", market::TradingPhase::Other}}) {
        Collector kept;
        ASSERT_TRUE(
            decoder.decode(R"([{"T":"s","S":"X","sc":")" + std::string(code) +
                               R"(","sm":"w","rc":"T1","rm":"News","t":"2026-03-02T14:30:00Z","z":"C"}])",
                           kept));
        EXPECT_EQ(kept.statuses.at(0).phase, phase) << code;
    }
}

TEST(StockFrame, BandsAndKindsItDoesNotKnow) {
    StockStreamDecoder decoder;
    Collector kept;
    const auto count = decoder.decode(
        R"([{"T":"l","S":"X","u":10.5,"d":9.5,"i":"B","t":"2026-03-02T14:30:00Z"},{"T":"?","S":"X"},{"T":"whatever"}])",
        kept);
    ASSERT_TRUE(count);
    EXPECT_EQ(count->delivered, 1);
    EXPECT_EQ(count->unknown, 2);
    EXPECT_EQ(kept.bands.at(0).down, Price::fromCents(950));
    EXPECT_EQ(kept.bands.at(0).indicator, "B");
}

TEST(StockFrame, RefusesFramesItWouldMisread) {
    StockStreamDecoder decoder;
    for (const char* wrong : {"",
                              "{}",
                              "[",
                              "[1]",
                              "[{}]",
                              "[{\"S\":\"X\"}]",
                              "null",
                              "[]x",
                              "[[]]",
                              "[{\"T\":5}",
                              "[{\"T\":\"error\"}]",
                              "[{\"T\":\"error\",\"code\":\"x\"}]",
                              R"([{"T":"q","S":"AAPL","bp":1,"ap":2}])",
                              R"([{"T":"q","S":"aapl","bp":1,"ap":2,"t":"2026-03-02T14:30:00Z"}])",
                              R"([{"T":"q","bp":1,"ap":2,"t":"2026-03-02T14:30:00Z"}])",
                              R"([{"T":"q","S":"AAPL","bp":-1,"ap":2,"t":"2026-03-02T14:30:00Z"}])",
                              R"([{"T":"q","S":"AAPL","bp":true,"ap":2,"t":"2026-03-02T14:30:00Z"}])",
                              R"([{"T":"q","S":"AAPL","bp":1.2.3,"ap":2,"t":"2026-03-02T14:30:00Z"}])",
                              R"([{"T":"q","S":"AAPL","bp":1,"ap":2,"bs":1.5,"t":"2026-03-02T14:30:00Z"}])",
                              R"([{"T":"q","S":"AAPL","bp":1,"ap":2,"t":"noon"}])",
                              R"([{"T":"t","S":"AAPL","s":1,"t":"2026-03-02T14:30:00Z"}])",
                              R"([{"T":"b","S":"AAPL","o":1,"h":1,"l":1,"t":"2026-03-02T14:30:00Z"}])"}) {
        Collector kept;
        EXPECT_FALSE(decoder.decode(wrong, kept)) << wrong;
        EXPECT_TRUE(kept.quotes.empty() && kept.trades.empty() && kept.bars.empty()) << wrong;
    }
}

TEST(StockFrame, MessagesBeforeABrokenOneAreKept) {
    StockStreamDecoder decoder;
    Collector kept;
    const std::string good = R"({"T":"q","S":"AAPL","bp":1,"ap":2,"t":"2026-03-02T14:30:00Z"})";
    EXPECT_FALSE(decoder.decode(
        "[" + good + "," + R"({"T":"q","S":"AAPL","bp":"x","ap":2,"t":"2026-03-02T14:30:00Z"}])", kept));
    EXPECT_EQ(kept.quotes.size(), 1u);
}

TEST(StockFrame, ClientMessagesLeaveEmptyChannelsOut) {
    SubscriptionChange change;
    change.quotes = {Symbol::of("AAPL"), Symbol::of("BRK.B")};
    change.statuses = {Symbol::of("AAPL")};
    EXPECT_EQ(encodeSubscribe(change, StreamEncoding::Json),
              R"({"action":"subscribe","quotes":["AAPL","BRK.B"],"statuses":["AAPL"]})");
    EXPECT_EQ(encodeStreamAuth("k", "s", StreamEncoding::Json),
              R"({"action":"auth","key":"k","secret":"s"})");
    EXPECT_TRUE(SubscriptionChange().isEmpty());
}

} // namespace
} // namespace strikedesk::alpaca
