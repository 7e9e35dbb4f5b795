// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/host/environment.h"

#include <gtest/gtest.h>

namespace strikedesk::host {
namespace {

alpaca::AlpacaEndpoints endpoints(session::Mode mode, const SettingTexts& chosen) {
    Environment environment;
    environment.settings =
        Settings::tryFrom({.stored = chosen, .environment = {}, .commandLine = {}}).value();
    environment.mode = mode;
    return endpointsOf(environment, 4321);
}

TEST(Endpoints, OfPaperAndLiveDifferInTheTradingAddress) {
    const auto paper = endpoints(session::Mode::Paper, {});
    const auto live = endpoints(session::Mode::Live, {});
    EXPECT_EQ(paper.tradingBaseUrl, "https://paper-api.alpaca.markets");
    EXPECT_EQ(paper.tradeUpdatesUrl, "wss://paper-api.alpaca.markets/stream");
    EXPECT_EQ(live.tradingBaseUrl, "https://api.alpaca.markets");
    EXPECT_EQ(live.tradeUpdatesUrl, "wss://api.alpaca.markets/stream");
    EXPECT_EQ(paper.dataBaseUrl, live.dataBaseUrl);
    EXPECT_EQ(paper.stockStreamUrl, "wss://stream.data.alpaca.markets/v2/iex");
    EXPECT_EQ(paper.optionStreamUrl, "wss://stream.data.alpaca.markets/v1beta1/indicative");
}

TEST(Endpoints, FollowTheSettings) {
    const auto found = endpoints(session::Mode::Live, {{"alpaca.live_url", "https://broker.example/"},
                                                       {"alpaca.data_url", "https://data.example"},
                                                       {"alpaca.stream_url", "wss://stream.example/"},
                                                       {"alpaca.stock_feed", "sip"},
                                                       {"alpaca.option_feed", "opra"}});
    EXPECT_EQ(found.tradingBaseUrl, "https://broker.example");
    EXPECT_EQ(found.tradeUpdatesUrl, "wss://broker.example/stream");
    EXPECT_EQ(found.dataBaseUrl, "https://data.example");
    EXPECT_EQ(found.stockStreamUrl, "wss://stream.example/v2/sip");
    EXPECT_EQ(found.optionStreamUrl, "wss://stream.example/v1beta1/opra");
    EXPECT_EQ(found.stockFeed, "sip");
}

TEST(Endpoints, OfTheDemoNeverLeaveTheMachine) {
    const auto found = endpoints(session::Mode::Demo, {{"alpaca.paper_url", "https://broker.example"}});
    EXPECT_EQ(found.tradingBaseUrl, "http://127.0.0.1:4321");
    EXPECT_EQ(found.tradeUpdatesUrl, "ws://127.0.0.1:4321/stream");
    EXPECT_EQ(found.stockFeed, "sip");
}

} // namespace
} // namespace strikedesk::host
