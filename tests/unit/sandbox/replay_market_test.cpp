// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/minute_prints.h"
#include "core/run/sandbox/market/replay_market.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace strikedesk::sandbox {
namespace {

const Date kDay = Date::fromDays(16'226); // 2014-06-05

class ReplayMarketTest : public ::testing::Test {
protected:
    void SetUp() override {
        m_folder = std::filesystem::temp_directory_path() / ("sandbox-replay-" + std::to_string(::getpid()));
        std::filesystem::create_directories(m_folder);
        write("equity_bars_1m", "symbol,ts_ms,open,high,low,close,volume\n"
                                "TWX,1401975000000,70.66,70.71,70.51,70.56,25774\n"
                                "IBM,1401975000000,180,180,180,180,5\n"
                                "TWX,1401975120000,70.6,70.6,70.59,70.6,1133\n");
        write("equity_quotes_1m", "symbol,ts_ms,bid,ask,bid_size,ask_size,bid_high,bid_low,ask_high,ask_low\n"
                                  "TWX,1401975060000,70.55,70.57,200,100,70.55,70.5,70.6,70.57\n");
        write("option_contracts", "occ_symbol,underlying,root,expiry,strike,right,style,multiplier\n"
                                  "TWX   140621C00070000,TWX,TWX,2014-06-21,70,C,american,100\n"
                                  "TWX   140621P00050000,TWX,TWX,2014-06-21,50,P,american,100\n"
                                  "AAPL  140606C00490000,AAPL,AAPL,2014-06-06,490,C,american,100\n");
        write("option_open_interest", "occ_symbol,ts_ms,open_interest\n"
                                      "TWX   140621C00070000,1401964260000,321\n"
                                      "TWX   140621C00070000,1402050660000,999\n");
        write("option_quotes_1m", "occ_symbol,ts_ms,bid,ask,bid_size,ask_size\n"
                                  "TWX   140621C00070000,1401975060000,1.1,1.15,20,10\n"
                                  "TWX   140621P00050000,1401975060000,,0.05,,143\n"
                                  "TWX   140621C00070000,1401975240000,1.2,1.25,20,10\n");
        write("option_bars_1m", "occ_symbol,ts_ms,open,high,low,close,volume\n"
                                "TWX   140621C00070000,1401975540000,1.16,1.18,1.16,1.17,20\n");
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    void write(const std::string& name, const std::string& text) {
        std::ofstream(m_folder / (name + ".csv"), std::ios::binary) << text;
    }
    Result<std::unique_ptr<ReplayMarket>> open() {
        return ReplayMarket::tryOpen(m_folder.string(), kDay, {Symbol::of("TWX")});
    }
    std::string failure() {
        const auto opened = open();
        return opened ? "opened" : opened.error().message;
    }

    std::filesystem::path m_folder;
    const Symbol m_call = Symbol::of("TWX140621C00070000");
};

TEST_F(ReplayMarketTest, PublishesQuotesAtTheirStampAndCarriesThemForward) {
    const auto opened = open();
    ASSERT_TRUE(opened) << opened.error().message;
    ReplayMarket& market = **opened;
    EXPECT_FALSE(market.quoteAt(m_call, Timestamp::fromMilliseconds(1401975059999)));
    EXPECT_EQ(market.quoteAt(m_call, Timestamp::fromMilliseconds(1401975060000))->bid, Price::fromCents(110));
    EXPECT_EQ(market.quoteAt(m_call, Timestamp::fromMilliseconds(1401975239999))->bid, Price::fromCents(110));
    EXPECT_EQ(market.quoteAt(m_call, Timestamp::fromMilliseconds(1401990000000))->bid, Price::fromCents(120));
    const auto oneSided =
        market.quoteAt(Symbol::of("TWX140621P00050000"), Timestamp::fromMilliseconds(1401975060000));
    ASSERT_TRUE(oneSided);
    EXPECT_TRUE(oneSided->bid.isZero());
    EXPECT_EQ(oneSided->bidSize, 0);
    EXPECT_FALSE(market.quoteAt(Symbol::of("IBM"), Timestamp::fromMilliseconds(1401990000000)));
}

TEST_F(ReplayMarketTest, PrintsBuildTheRecordedBarAndMissingMinutesStayMissing) {
    const auto opened = open();
    ASSERT_TRUE(opened);
    ReplayMarket& market = **opened;
    const Timestamp start = Timestamp::fromMilliseconds(1401975000000);
    std::vector<MarketEvent> events;
    market.events(start - Duration::nanoseconds(1), start + Duration::minutes(1) - Duration::nanoseconds(1),
                  events);
    std::vector<market::TradePrint> prints;
    for (const MarketEvent& event : events)
        if (const auto* print = std::get_if<market::TradePrint>(&event))
            prints.push_back(*print);
    const auto built = barOf(prints, start, start + Duration::minutes(1));
    ASSERT_TRUE(built);
    EXPECT_EQ(built->open, *Price::tryFromText("70.66"));
    EXPECT_EQ(built->high, *Price::tryFromText("70.71"));
    EXPECT_EQ(built->low, *Price::tryFromText("70.51"));
    EXPECT_EQ(built->close, *Price::tryFromText("70.56"));
    EXPECT_EQ(built->volume, 25774);
    const Timestamp later = start + Duration::minutes(10);
    EXPECT_EQ(market.minuteBars(Symbol::of("TWX"), start, later, later).size(), 2U)
        << "one minute had no trade";
    EXPECT_EQ(market.minuteBars(Symbol::of("TWX"), start, later, start + Duration::seconds(59)).size(), 1U);
    EXPECT_EQ(market.dailyBars(Symbol::of("TWX"), kDay - 5, kDay, later).front().volume, 25774 + 1133);
}

TEST_F(ReplayMarketTest, ListsSaturdayExpiriesWithTheInterestOfTheMorning) {
    const auto opened = open();
    ASSERT_TRUE(opened);
    const auto contracts = (*opened)->contracts(Symbol::of("TWX"), kDay);
    ASSERT_EQ(contracts.size(), 2U);
    EXPECT_EQ(contracts[0].symbol, m_call);
    EXPECT_EQ(contracts[0].expiry.iso(), "2014-06-21");
    EXPECT_EQ(contracts[0].openInterest, 321) << "the next day's figure is the future";
    EXPECT_FALSE(contracts[1].openInterest);
    EXPECT_EQ(contracts[0].name, "TWX Jun 21 2014 70 Call");
    EXPECT_FALSE((*opened)->contract(Symbol::of("AAPL140606C00490000"), kDay));
}

TEST_F(ReplayMarketTest, SaysWhatIsWrongWithAFile) {
    const std::string bars = "symbol,ts_ms,open,high,low,close,volume\n";
    const std::pair<std::string, std::string> wrong[] = {
        {bars + "TWX,1401975000000,70,71,69,70\n", "another number of columns"},
        {bars + "TWX,noon,70,71,69,70,5\n", "not a time"},
        {bars + "TWX,-5,70,71,69,70,5\n", "not a time"},
        {bars + "TWX,99999999999999999999,70,71,69,70,5\n", "not a time"},
        {bars + "TWX,1401975000000,70,,69,70,5\n", "missing or not a number"},
        {bars + "TWX,1401975000000,70,nan,69,70,5\n", "missing or not a number"},
        {bars + "TWX,1401975000000,70,68,69,70,5\n", "contradicts itself"},
        {bars + "TWX,1401975000000,0,0,0,0,5\n", "contradicts itself"},
        {bars + "TWX,1401975000000,70,71,69,70,-5\n", "contradicts itself"},
        {"symbol,ts_ms,open,high,low,close\n", "\"volume\" is missing"},
        {"", "empty"},
        {bars + std::string(9'000, 'x') + "\n", "too long"},
        {std::string("\x1f\x8b\x08\0\0\0\0\0\0\x03garbage", 17), "line 1"},
    };
    for (const auto& [text, expected] : wrong) {
        write("equity_bars_1m", text);
        const std::string message = failure();
        EXPECT_NE(message.find(expected), std::string::npos) << message;
        EXPECT_NE(message.find("equity_bars_1m"), std::string::npos) << message;
    }
    write("equity_bars_1m", bars + "IBM,1401975000000,70,71,69,70,5\n");
    EXPECT_NE(failure().find("nothing recorded of TWX"), std::string::npos);
    std::filesystem::remove(m_folder / "equity_bars_1m.csv");
    EXPECT_NE(failure().find("equity_bars_1m.csv.gz is missing"), std::string::npos);
}

} // namespace
} // namespace strikedesk::sandbox
