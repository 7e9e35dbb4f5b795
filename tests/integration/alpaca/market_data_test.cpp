// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/alpaca_market_data.h"
#include "tests/integration/alpaca/rig.h"

#include <gtest/gtest.h>

namespace strikedesk::alpaca {
namespace {

using test::answer;
using test::ArrivedRequest;
using test::Rig;

class AlpacaMarketDataTest : public ::testing::Test {
protected:
    Rig m_rig;
    AlpacaMarketData m_data{m_rig.rest, m_rig.rest, AlpacaEndpoints::sandbox(m_rig.server.port())};
};

TEST_F(AlpacaMarketDataTest, MixedQuotesAskBothServicesAndSkipNothing) {
    m_rig.answers["GET /v2/stocks/quotes/latest?symbols=AAPL%2CBRK.B&feed=sip"] =
        answer(200, R"({"quotes":{"AAPL":{"t":"2026-03-02T14:30:00Z","bp":100,"ap":100.02,"bs":1,"as":2}}})");
    m_rig.answers["GET /v1beta1/options/quotes/latest?symbols=AAPL250620C00100000&feed=opra"] = answer(
        200,
        R"({"quotes":{"AAPL250620C00100000":{"t":"2026-03-02T14:30:00Z","bp":2.1,"ap":2.2,"bs":1,"as":2}}})");
    const auto quotes = m_rig.wait<Result<std::vector<market::Quote>>>([&](auto done) {
        m_data.latestQuotes({Symbol::of("AAPL"), Symbol::of("AAPL250620C00100000"), Symbol::of("BRK.B")},
                            done);
    });
    ASSERT_TRUE(*quotes);
    ASSERT_EQ(quotes->value().size(), 2u);
    EXPECT_EQ(quotes->value()[1].bid, Price::fromCents(210));
}

TEST_F(AlpacaMarketDataTest, NothingAskedIsAnsweredLater) {
    bool isBack = false;
    bool answered = false;
    m_data.latestQuotes({}, [&](const Result<std::vector<market::Quote>>& quotes) {
        answered = true;
        EXPECT_TRUE(isBack);
        EXPECT_TRUE(quotes.ok() && quotes->empty());
    });
    isBack = true;
    EXPECT_TRUE(test::waitUntil([&] { return answered; }));
    EXPECT_TRUE(m_rig.server.arrivals().empty());
}

TEST_F(AlpacaMarketDataTest, BarsJoinAllPagesInTimeOrder) {
    const auto bar = [](const char* minute) {
        return std::string(R"({"t":"2026-03-02T14:)") + minute + R"(:00Z","o":1,"h":1,"l":1,"c":1,"v":1})";
    };
    m_rig.server.behaviour = [&](QTcpSocket& socket, const ArrivedRequest& request) {
        const bool isSecond = request.target.find("page_token=a%2Fb%3D") != std::string::npos;
        socket.write(answer(200, isSecond
                                     ? R"({"bars":{"AAPL":[)" + bar("32") + R"(]},"next_page_token":null})"
                                     : R"({"bars":{"AAPL":[)" + bar("30") + "," + bar("31") +
                                           R"(]},"next_page_token":"a/b="})"));
    };
    market::BarQuery query;
    query.symbols = {Symbol::of("AAPL")};
    query.start = *Timestamp::tryFromRfc3339("2026-03-02T14:30:00Z");
    query.end = *Timestamp::tryFromRfc3339("2026-03-02T14:40:00Z");
    using Rows = std::map<Symbol, std::vector<market::Bar>>;
    const auto rows = m_rig.wait<Result<Rows>>([&](auto done) { m_data.bars(query, done); });
    ASSERT_TRUE(*rows);
    const auto& bars = rows->value().at(Symbol::of("AAPL"));
    ASSERT_EQ(bars.size(), 3u);
    EXPECT_LT(bars[1].start, bars[2].start);
    EXPECT_NE(m_rig.server.arrivals()[0].target.find("timeframe=1Min"), std::string::npos);
}

TEST_F(AlpacaMarketDataTest, PagesThatNeverEndAreAnError) {
    m_rig.fallback = answer(200, R"({"bars":{"AAPL":[]},"next_page_token":"same"})");
    market::BarQuery query;
    query.symbols = {Symbol::of("AAPL")};
    using Rows = std::map<Symbol, std::vector<market::Bar>>;
    const auto rows = m_rig.wait<Result<Rows>>([&](auto done) { m_data.bars(query, done); });
    ASSERT_TRUE(rows.has_value());
    EXPECT_FALSE(*rows);
    EXPECT_LE(m_rig.server.arrivals().size(), 3u);
}

TEST_F(AlpacaMarketDataTest, ContractsAndChainsPassTheirFilterOn) {
    m_rig.fallback = answer(200, R"({"option_contracts":[],"snapshots":{},"next_page_token":null})");
    ContractFilter filter;
    filter.expiryFrom = *Date::tryFromIso("2026-03-02");
    filter.expiryTo = *Date::tryFromIso("2026-03-06");
    filter.strikeFrom = Price::fromCents(9'000);
    filter.right = OptionRight::Put;
    const auto contracts = m_rig.wait<Result<std::vector<ListedContract>>>(
        [&](auto done) { m_data.contracts(Symbol::of("AAPL"), filter, done); });
    EXPECT_TRUE(*contracts);
    const auto chain = m_rig.wait<Result<std::vector<Snapshot>>>(
        [&](auto done) { m_data.chain(Symbol::of("AAPL"), filter, done); });
    EXPECT_TRUE(*chain);
    for (const ArrivedRequest& seen : m_rig.server.arrivals()) {
        EXPECT_NE(seen.target.find("expiration_date_gte=2026-03-02&expiration_date_lte=2026-03-06"),
                  std::string::npos);
        EXPECT_NE(seen.target.find("strike_price_gte=90.00&type=put"), std::string::npos);
    }
}

} // namespace
} // namespace strikedesk::alpaca
