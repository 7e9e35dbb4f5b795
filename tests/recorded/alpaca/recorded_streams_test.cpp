// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/codec/trade_updates_codec.h"
#include "tests/recorded/alpaca/fixtures.h"

#include <gtest/gtest.h>

namespace strikedesk::alpaca {
namespace {

Timestamp when(const char* text) { return *Timestamp::tryFromRfc3339(text); }

using test::fixture;
using test::Keeper;
using test::linesOf;

Price price(const char* text) { return *Price::tryFromText(text); }

TEST(AlpacaRecordedStreams, AFillOnTheOrderStream) {
    STRIKEDESK_NEEDS_FIXTURES();
    const auto frame = *decodeTradeUpdatesFrame(fixture("trade-updates/trade_updates_fill.json"));
    const auto& update = std::get<trade::OrderUpdate>(frame);
    EXPECT_EQ(update.kind, trade::OrderEventKind::Fill);
    EXPECT_EQ(update.executionId.text(), "2f63ea93-423d-4169-b3f6-3fdafc10c418");
    EXPECT_EQ(update.quantity, *Quantity::tryFromText("1790.86"));
    // The foreign asset's 105.8988475 is rounded; money of ours is counted from fills with four decimals.
    EXPECT_EQ(update.price, price("105.8988"));
    EXPECT_EQ(update.positionQuantity, Quantity());
    EXPECT_EQ(update.at, when("2022-04-19T17:45:05.024916716Z"));
    EXPECT_TRUE(update.hasFilledQuantity);
    EXPECT_EQ(update.order.status, trade::OrderStatus::Filled);
    EXPECT_EQ(update.order.createdAt, when("2022-04-19T17:45:04.981350886Z"));
    EXPECT_EQ(update.order.side, trade::Side::Sell);
}

TEST(AlpacaRecordedStreams, LoginAnswersOfTheOrderStream) {
    STRIKEDESK_NEEDS_FIXTURES();
    const auto authorization = [](const char* name) {
        return std::get<StreamAuthorization>(*decodeTradeUpdatesFrame(fixture(name)));
    };
    EXPECT_TRUE(authorization("trade-updates/trade_updates_authorized.json").isAuthorized);
    EXPECT_FALSE(authorization("trade-updates/trade_updates_unauthorized_authenticate.json").isAuthorized);
    EXPECT_EQ(authorization("trade-updates/trade_updates_unauthorized_listen.json").action, "listen");
    const auto listening =
        *decodeTradeUpdatesFrame(fixture("trade-updates/trade_updates_listening_ack.json"));
    EXPECT_EQ(std::get<StreamListening>(listening).streams, std::vector<std::string>{"trade_updates"});
}

TEST(AlpacaRecordedStreams, EveryKindOfStockMessage) {
    STRIKEDESK_NEEDS_FIXTURES();
    StockStreamDecoder decoder;
    Keeper kept;
    for (const std::string& line : linesOf(fixture("ws-stock/ws_stock_data_frames.jsonl")))
        ASSERT_TRUE(decoder.decode(line, kept)) << line;
    ASSERT_EQ(kept.trades.size(), 1u);
    EXPECT_EQ(kept.trades[0].symbol, Symbol::of("AAPL"));
    EXPECT_EQ(kept.trades[0].price, price("126.55"));
    EXPECT_EQ(kept.trades[0].id, "96921");
    EXPECT_EQ(kept.trades[0].conditions, "@,I");
    EXPECT_EQ(kept.trades[0].exchange, "D");
    EXPECT_EQ(kept.trades[0].at, when("2021-02-22T15:51:44.208Z"));
    ASSERT_EQ(kept.quotes.size(), 4u);
    EXPECT_EQ(kept.quotes[1].ask, price("87.67"));
    EXPECT_EQ(kept.quotes[1].at, when("2021-02-22T15:51:45.3355677Z"));
    EXPECT_EQ(kept.quotes[2].askSize, 4);
    ASSERT_EQ(kept.bars.size(), 3u);
    EXPECT_EQ(kept.barKinds,
              (std::vector{market::BarKind::Minute, market::BarKind::Daily, market::BarKind::Updated}));
    EXPECT_EQ(kept.bars[0].second.low, price("388.975"));
    EXPECT_EQ(kept.bars[0].second.vwap, Price());
    EXPECT_EQ(kept.bars[2].second.close, price("101.3"));
    EXPECT_EQ(kept.bars[2].second.tradeCount, 1'235);
    EXPECT_EQ(kept.bars[2].second.vwap, price("100.1235"));
    ASSERT_EQ(kept.statuses.size(), 1u);
    EXPECT_EQ(kept.statuses[0].phase, market::TradingPhase::Trading);
    EXPECT_EQ(kept.statuses[0].reason, "LUDP Volatility Trading Pause");
    ASSERT_EQ(kept.imbalances.size(), 1u);
    EXPECT_EQ(kept.imbalances[0].price, price("100.2"));
    ASSERT_EQ(kept.cancels.size(), 1u);
    EXPECT_EQ(kept.cancels[0].id, "123");
    EXPECT_EQ(kept.cancels[0].action, "X");
    ASSERT_EQ(kept.corrections.size(), 1u);
    EXPECT_EQ(kept.corrections[0].original.price, price("123.123"));
    EXPECT_EQ(kept.corrections[0].corrected.id, "124");
    EXPECT_EQ(kept.corrections[0].corrected.conditions, " ,7,Z,V");
}

TEST(AlpacaRecordedStreams, ControlMessagesOfTheStockStream) {
    STRIKEDESK_NEEDS_FIXTURES();
    StockStreamDecoder decoder;
    Keeper kept;
    for (const char* name :
         {"ws-stock/ws_stock_control_success.jsonl", "ws-stock/ws_stock_control_errors.jsonl"})
        for (const std::string& line : linesOf(fixture(name)))
            ASSERT_TRUE(decoder.decode(line, kept)) << line;
    EXPECT_EQ(kept.greetings, (std::vector{StreamGreeting::Connected, StreamGreeting::Authenticated}));
    ASSERT_EQ(kept.acks.size(), 2u);
    EXPECT_EQ(kept.acks[0].quotes, (std::vector<std::string>{"AMD", "CLDR"}));
    EXPECT_TRUE(kept.acks[1].bars.empty());
    ASSERT_EQ(kept.faults.size(), 11u);
    EXPECT_EQ(kept.faults[2].first, 402);
    EXPECT_EQ(kept.faults[2].second, "auth failed");
    EXPECT_EQ(kept.faults[6].first, 406);
    EXPECT_EQ(kept.faults[10].first, 500);
}

TEST(AlpacaRecordedStreams, OptionFramesMatchTheirDecodedTwins) {
    STRIKEDESK_NEEDS_FIXTURES();
    Keeper kept;
    for (const char* name : {"ws-option/ws_option_control.msgpack", "ws-option/ws_option_quote.msgpack",
                             "ws-option/ws_option_trade.msgpack"})
        ASSERT_TRUE(decodeOptionFrame(fixture(name), kept)) << name;
    EXPECT_EQ(kept.greetings, std::vector{StreamGreeting::Connected});
    // The JSON twins go through the JSON decoder; the same values must come out.
    Keeper twins;
    StockStreamDecoder decoder;
    for (const char* name :
         {"ws-option/ws_option_control.decoded.json", "ws-option/ws_option_quote.decoded.json",
          "ws-option/ws_option_trade.decoded.json"})
        ASSERT_TRUE(decoder.decode(fixture(name), twins)) << name;
    ASSERT_EQ(kept.quotes.size(), 1u);
    EXPECT_EQ(kept.quotes, twins.quotes);
    EXPECT_EQ(kept.quotes[0].bid, price("0.7"));
    EXPECT_EQ(kept.quotes[0].ask, price("0.8"));
    EXPECT_EQ(kept.quotes[0].askSize, 921);
    EXPECT_EQ(kept.quotes[0].at, when("2024-03-08T12:03:19.245168896Z"));
    ASSERT_EQ(kept.trades.size(), 1u);
    EXPECT_EQ(kept.trades[0].price, price("5.06"));
    EXPECT_EQ(kept.trades[0].at, twins.trades.at(0).at);
    EXPECT_EQ(kept.trades[0].conditions, "I");
}

TEST(AlpacaRecordedStreams, NewsArticlesInAFrame) {
    STRIKEDESK_NEEDS_FIXTURES();
    // The recorded articles carry no message kind; the stream adds T:"n".
    std::string frame = fixture("ws-news/ws_news_from_rest_js_mock.json");
    for (std::size_t at = 0; (at = frame.find("\"id\"", at)) != std::string::npos; at += 14)
        frame.insert(at, "\"T\": \"n\", ");
    StockStreamDecoder decoder;
    Keeper kept;
    ASSERT_TRUE(decoder.decode(frame, kept));
    ASSERT_EQ(kept.news.size(), 2u);
    EXPECT_EQ(kept.news[1].headline.substr(0, 9), "Benzinga'");
    EXPECT_EQ(kept.news[1].symbols.size(), 11u);
}

} // namespace
} // namespace strikedesk::alpaca
