// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/replay_days.h"
#include "core/run/sandbox/market/replay_market.h"
#include "core/run/sandbox/market/sale_conditions.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

// Days recorded finer or coarser than by the minute. 1381239000 = 2013-10-08 09:30:00 in New York.

namespace strikedesk::sandbox {
namespace {

const Date kDay = Date::tryFromYmd(2013, 10, 8).valueOr(Date());
const Symbol kIbm = Symbol::of("IBM");
const Symbol kSpx = Symbol::of("SPX");

Timestamp ms(std::int64_t offset) { return Timestamp::fromMilliseconds(1'381'239'000'000 + offset); }

class ReplayDetail : public ::testing::Test {
protected:
    void SetUp() override {
        m_folder = std::filesystem::temp_directory_path() / ("replay-detail-" + std::to_string(::getpid()));
        std::filesystem::create_directories(m_folder);
        write("equity_bars_1m", "symbol,ts_ms,open,high,low,close,volume\n"
                                "IBM,1381152600000,180,181,179,180.5,1000\n" // the day before
                                "IBM,1381239000000,182,182.5,181.5,182.25,900\n"
                                "IBM,1381239060000,182.25,182.5,182,182.5,500\n"
                                "IBM,1381239120000,182.5,183,182,183,4000\n"
                                "IBM,1381325400000,190,190,190,190,100\n" // the day after
                                "SPY,1381239000000,167,167.5,166.5,167.25,100\n");
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    void write(const std::string& name, const std::string& text) {
        std::ofstream(m_folder / (name + ".csv"), std::ios::binary) << text;
    }
    void writeTicks() {
        write("ticks_trades", "symbol,ts_ms,price,size,exchange,condition,suspicious\n"
                              "IBM,1381239000100,182,300,P,1,0\n"
                              "IBM,1381239000100,182.5,100,D,20100200,0\n"
                              "IBM,1381239000100,181.5,200,Z,20000020,0\n"
                              "IBM,1381239010000,182.25,300,N,4000000,0\n"
                              "IBM,1381239075000,182.4,500,N,1,1\n");
    }
    ReplayMarket& market(const std::vector<Symbol>& symbols = {}) {
        auto opened = ReplayMarket::tryOpen(m_folder.string(), kDay, symbols);
        if (!opened)
            ADD_FAILURE() << opened.error().message;
        else
            m_market = std::move(*opened);
        return *m_market;
    }
    std::string failure() {
        const auto opened = ReplayMarket::tryOpen(m_folder.string(), kDay);
        return opened ? "opened" : opened.error().message;
    }

    std::filesystem::path m_folder;
    std::unique_ptr<ReplayMarket> m_market;
};

TEST_F(ReplayDetail, EverySymbolOfTheDayUnlessNarrowed) {
    ReplayMarket& all = market();
    ASSERT_EQ(all.assets().size(), 2U);
    EXPECT_EQ(all.assets()[0].symbol, kIbm);
    EXPECT_EQ(all.assets()[0].tape, 'A');
    EXPECT_EQ(all.assets()[1].kind, AssetKind::Fund);
    EXPECT_EQ(market({kIbm}).assets().size(), 1U);
    EXPECT_FALSE(m_market->quoteAt(Symbol::of("SPY"), ms(60'000)));
    const auto missing = ReplayMarket::tryOpen(m_folder.string(), kDay, {kIbm, Symbol::of("MSFT")});
    ASSERT_FALSE(missing);
    EXPECT_NE(missing.error().message.find("MSFT"), std::string::npos);
    EXPECT_FALSE(ReplayMarket::tryOpen(m_folder.string(), kDay + 5));
}

TEST_F(ReplayDetail, TicksComeInFileOrderWithTheirConditions) {
    writeTicks();
    const auto prints = market().prints(kIbm, ms(0), ms(119'999), 100);
    ASSERT_EQ(prints.size(), 5U);
    EXPECT_EQ(prints[0].price, Price::fromCents(18'200));
    EXPECT_EQ(prints[1].price, Price::fromCents(18'250));
    EXPECT_EQ(prints[2].price, Price::fromCents(18'150));
    EXPECT_EQ(prints[0].conditions, " ");
    EXPECT_EQ(prints[1].conditions, " ,4,B");
    EXPECT_EQ(prints[2].conditions, " ,F");
    EXPECT_EQ(prints[3].conditions, " ,Q");
    EXPECT_EQ(prints[4].conditions, " ,H") << "suspicious";
    EXPECT_EQ(prints[2].exchange, "Z");
    EXPECT_NE(prints[0].id, prints[1].id);
    EXPECT_EQ(m_market->prints(kIbm, ms(0), ms(119'999), 2).size(), 2U);
    std::vector<MarketEvent> events;
    m_market->events(ms(-1), ms(119'999), events);
    std::vector<market::TradePrint> streamed;
    for (const MarketEvent& event : events)
        if (const auto* print = std::get_if<market::TradePrint>(&event); print && print->symbol == kIbm)
            streamed.push_back(*print);
    EXPECT_EQ(streamed, prints);
}

TEST_F(ReplayDetail, AMinuteInProgressLeavesOddPrintsOutAndTheRecordedBarEndsIt) {
    writeTicks();
    ReplayMarket& replay = market();
    const auto partial = replay.minuteBars(kIbm, ms(0), ms(0), ms(30'000));
    ASSERT_EQ(partial.size(), 1U);
    EXPECT_EQ(partial[0].open, Price::fromCents(18'200));
    EXPECT_EQ(partial[0].high, Price::fromCents(18'200)) << "an average price makes no high";
    EXPECT_EQ(partial[0].low, Price::fromCents(18'150));
    EXPECT_EQ(partial[0].close, Price::fromCents(18'150)) << "an official open makes no close";
    EXPECT_EQ(partial[0].volume, 600) << "an official open repeats another print";
    const auto whole = replay.minuteBars(kIbm, ms(0), ms(0), ms(60'000));
    ASSERT_EQ(whole.size(), 1U);
    EXPECT_EQ(whole[0].high, Price::fromCents(18'250));
    EXPECT_EQ(whole[0].volume, 900);
    EXPECT_TRUE(replay.minuteBars(kIbm, ms(60'000), ms(60'000), ms(80'000)).empty())
        << "only a suspicious print so far";
}

TEST_F(ReplayDetail, SecondsFillTheTimeWithoutTicksAndMinutesTheRest) {
    writeTicks();
    write("equity_bars_1s", "symbol,ts_ms,open,high,low,close,volume\n"
                            "IBM,1381239050000,99,99,99,99,100\n"
                            "IBM,1381239121000,182.5,182.5,182,182,3000\n"
                            "IBM,1381239122000,182,183,182,183,1000\n");
    ReplayMarket& replay = market();
    for (const market::TradePrint& print : replay.prints(kIbm, ms(0), ms(119'999), 100))
        EXPECT_GT(print.price, Price::fromCents(18'000)) << "ticks were recorded in that minute";
    std::int64_t volume = 0;
    for (const market::TradePrint& print : replay.prints(kIbm, ms(120'000), ms(179'999), 100)) {
        EXPECT_LE(ms(121'000), print.at);
        EXPECT_LT(print.at, ms(123'000));
        volume += print.size;
    }
    EXPECT_EQ(volume, 4'000);
    const auto spy = replay.prints(Symbol::of("SPY"), ms(0), ms(59'999), 100);
    ASSERT_FALSE(spy.empty()) << "made up inside the minute";
    EXPECT_EQ(spy.front().price, Price::fromCents(16'700));
    EXPECT_EQ(spy.back().price, Price::fromCents(16'725));
}

TEST_F(ReplayDetail, BothSidesOfAnUpdateAreOneQuote) {
    write("ticks_quotes", "symbol,ts_ms,bid,bid_size,ask,ask_size,exchange,condition,suspicious\n"
                          "IBM,1381239000100,182,300,,,P,1,0\n"
                          "IBM,1381239000100,,,182.1,100,Q,1,0\n"
                          "IBM,1381239000100,182.2,200,,,N,1,0\n"
                          "IBM,1381239000100,,,182.3,400,N,1,0\n"
                          "IBM,1381239005000,,,182.25,500,K,1,0\n"
                          "IBM,1381239006000,0,0,,,K,1,0\n");
    write("equity_quotes_1m", "symbol,ts_ms,bid,ask,bid_size,ask_size\n"
                              "IBM,1381152660000,180,180.1,1,1\n"
                              "IBM,1381239002000,1,2,1,1\n"
                              "IBM,1381239060000,182.2,182.3,100,100\n");
    ReplayMarket& replay = market();
    const auto quotes = replay.quotes(kIbm, ms(0), ms(120'000), 100);
    ASSERT_EQ(quotes.size(), 5U);
    EXPECT_EQ(quotes[0].bid, Price::fromCents(18'200));
    EXPECT_EQ(quotes[0].ask, Price::fromCents(18'210));
    EXPECT_EQ(quotes[1].bid, Price::fromCents(18'220));
    EXPECT_EQ(quotes[1].ask, Price::fromCents(18'230)) << "never crossed by half an update";
    EXPECT_EQ(quotes[2].bid, Price::fromCents(18'220)) << "the side that did not change";
    EXPECT_EQ(quotes[2].askSize, 500);
    EXPECT_TRUE(quotes[3].bid.isZero());
    EXPECT_EQ(quotes[4].at, ms(60'000)) << "minutes go on where the ticks end";
    EXPECT_EQ(replay.quoteAt(kIbm, ms(99))->bid, Price::fromCents(18'000)) << "still the day before";
    EXPECT_EQ(replay.quotes(kIbm, ms(0), ms(120'000), 2).size(), 2U);
}

TEST_F(ReplayDetail, HourlyChainsKeepTheirQuotesInForce) {
    write("option_contracts", "occ_symbol,underlying,root,expiry,strike,right,style,multiplier\n"
                              "IBM   131019C00180000,IBM,IBM,2013-10-19,180,C,american,100\n"
                              "IBM   131019C00185000,IBM,IBM,2013-10-19,185,C,american,100\n"
                              "IBM   131019C00190000,IBM,IBM,2013-10-19,190,C,american,100\n"
                              "IBM   131004C00180000,IBM,IBM,2013-10-04,180,C,american,100\n");
    write("option_quotes_1h", "occ_symbol,ts_ms,bid,ask,bid_size,ask_size\n"
                              "IBM   131019C00180000,1381240800000,3,3.2,10,20\n"
                              "IBM   131019C00180000,1381244400000,,3.1,,20\n");
    write("option_bars_1m", "occ_symbol,ts_ms,open,high,low,close,volume\n"
                            "IBM   131019C00180000,1381152600000,2.5,2.6,2.5,2.6,7\n"
                            "IBM   131019C00185000,1381152600000,1,1,1,1,7\n"
                            "IBM   131019C00190000,1381325400000,1,1,1,1,7\n");
    ReplayMarket& replay = market();
    const auto contracts = replay.contracts(kIbm, kDay);
    ASSERT_EQ(contracts.size(), 1U) << "only what was recorded that day is listed";
    EXPECT_EQ(contracts[0].closePrice, Price::fromCents(260)) << "of the day before";
    const Symbol call = contracts[0].symbol;
    EXPECT_FALSE(replay.quoteAt(call, ms(1'799'999)));
    EXPECT_EQ(replay.quoteAt(call, ms(5'399'999))->bid, Price::fromCents(300));
    EXPECT_TRUE(replay.quoteAt(call, ms(5'400'000))->bid.isZero());
    EXPECT_EQ(replay.dailyBars(call, kDay - 5, kDay, ms(0)).size(), 1U);
}

TEST_F(ReplayDetail, AnIndexHasValuesOnly) {
    write("index_bars_1m", "symbol,ts_ms,open,high,low,close,tick_count\n"
                           "SPX,1381239000000,1676.12,1677,1675.5,1676.5,59\n");
    write("option_contracts", "occ_symbol,underlying,root,expiry,strike,right,style,multiplier\n"
                              "SPXW  131008C01675000,SPX,SPXW,2013-10-08,1675,C,european,100\n");
    write("option_quotes_1m", "occ_symbol,ts_ms,bid,ask,bid_size,ask_size\n"
                              "SPXW  131008C01675000,1381239060000,5,5.5,10,20\n");
    ReplayMarket& replay = market({kSpx});
    ASSERT_EQ(replay.assets().size(), 1U);
    EXPECT_EQ(replay.assets()[0].kind, AssetKind::Index);
    const auto contracts = replay.contracts(kSpx, kDay);
    ASSERT_EQ(contracts.size(), 1U);
    EXPECT_EQ(contracts[0].root.view(), "SPXW");
    EXPECT_EQ(contracts[0].style, options::ExerciseStyle::European);
    EXPECT_FALSE(replay.quoteAt(kSpx, ms(60'000)));
    EXPECT_FALSE(replay.printAt(kSpx, ms(60'000)));
    EXPECT_TRUE(replay.prints(kSpx, ms(0), ms(60'000), 10).empty());
    EXPECT_FALSE(replay.indexValueAt(kSpx, ms(-1)));
    const auto last = replay.indexValueAt(kSpx, ms(59'999));
    ASSERT_TRUE(last);
    EXPECT_EQ(last->value, Price::fromCents(167'650));
    EXPECT_EQ(spotAt(replay, kSpx, ms(59'999)), Price::fromCents(167'650));
    std::vector<MarketEvent> events;
    replay.events(ms(-1), ms(59'999), events);
    EXPECT_EQ(events.size(), 59U) << "about one value a second";
    for (const MarketEvent& event : events)
        EXPECT_TRUE(std::holds_alternative<IndexValue>(event));
    const auto bars = replay.minuteBars(kSpx, ms(0), ms(0), ms(60'000));
    ASSERT_EQ(bars.size(), 1U);
    EXPECT_EQ(bars[0].high, Price::fromCents(167'700));
    EXPECT_EQ(bars[0].volume, 0);
    EXPECT_EQ(replay.minuteBars(kSpx, ms(0), ms(0), ms(20'000)).at(0).volume, 0);
}

TEST_F(ReplayDetail, HistoryEndsBeforeTheDayAndActionsAreKnownInTime) {
    write("equity_daily", "symbol,date,ts_ms,open,high,low,close,volume\n"
                          "IBM,2013-10-04,0,184,185,183,184.1,5000\n"
                          "IBM,2013-10-08,0,182,183,181,182,6000\n"
                          "IBM,2013-10-09,0,190,190,190,190,6000\n");
    write("corporate_actions",
          "symbol,ex_date,type,value,old_ticker,new_ticker,last_close_before\n"
          "IBM,2013-11-06,dividend,0.95,,,180\nIBM,2013-08-07,dividend,0.95,,,190\n"
          "IBM,2013-10-17,split,0.125,,,182\nIBM,2013-01-02,ticker_change_after,,A,IBM,\n"
          "MSFT,2013-08-07,dividend,0.95,,,190\n");
    ReplayMarket& replay = market();
    const auto days = replay.dailyBars(kIbm, kDay - 10, kDay + 3, ms(60'000));
    ASSERT_EQ(days.size(), 3U);
    EXPECT_EQ(days[0].volume, 5'000);
    EXPECT_EQ(days[1].volume, 1'000) << "known by its minutes only";
    EXPECT_EQ(days[2].volume, 900) << "today so far";
    const auto actions = replay.corporateActions(kDay - 100, kDay + 100, ms(0));
    ASSERT_EQ(actions.size(), 2U) << "November's dividend is not announced yet";
    EXPECT_EQ(actions[0].cash, Price::fromCents(95));
    EXPECT_EQ(actions[0].recordDate.iso(), "2013-08-09");
    EXPECT_EQ(actions[1].newShares, 1);
    EXPECT_EQ(actions[1].oldShares, 8);
    EXPECT_TRUE(replay.corporateActions(kDay + 1, kDay + 100, ms(0) - Duration::days(5)).empty());
}

TEST_F(ReplayDetail, ListsWhatIsRecordedOnEachDay) {
    writeTicks();
    write("option_contracts", "occ_symbol,underlying,root,expiry,strike,right,style,multiplier\n"
                              "IBM   131019C00180000,IBM,IBM,2013-10-19,180,C,american,100\n");
    write("option_quotes_1h", "occ_symbol,ts_ms,bid,ask,bid_size,ask_size\n"
                              "IBM   131019C00180000,1381240800000,3,3.2,10,20\n"
                              "IBM   131019C00180000,1381500000000,3,3.2,10,20\n");
    const auto days = listRecordedDays(m_folder.string());
    ASSERT_TRUE(days) << days.error().message;
    ASSERT_EQ(days->size(), 3U) << "a day with quotes of contracts alone cannot be replayed";
    const RecordedSymbol& ibm = days->at(kDay).at(kIbm);
    EXPECT_EQ(ibm.trades, RecordedDetail::Ticks);
    EXPECT_EQ(ibm.quotes, RecordedDetail::Nothing);
    EXPECT_EQ(ibm.optionQuotes, RecordedDetail::Hours);
    EXPECT_EQ(ibm.contracts, 1U);
    EXPECT_EQ(days->at(kDay).at(Symbol::of("SPY")).trades, RecordedDetail::Minutes);
    EXPECT_EQ(listRecordedDays("/nonexistent").error().messageId, "sandbox.replay.missing");
}

TEST_F(ReplayDetail, SaysWhatIsWrongWithATick) {
    const std::string trades = "symbol,ts_ms,price,size,exchange,condition,suspicious\n";
    const std::string quotes = "symbol,ts_ms,bid,bid_size,ask,ask_size,exchange,condition,suspicious\n";
    const std::tuple<std::string, std::string, std::string> wrong[] = {
        {"ticks_trades", trades + "IBM,1381239000100,,300,P,1,0\n", "not a number"},
        {"ticks_trades", trades + "IBM,1381239000100,0,300,P,1,0\n", "not a number"},
        {"ticks_trades", trades + "IBM,1381239000100,182,-3,P,1,0\n", "not a number"},
        {"ticks_trades", trades + "IBM,1381239000100,182,300,PQ,1,0\n", "one letter"},
        {"ticks_trades", trades + "IBM,1381239000100,182,300,P,xyz,0\n", "hexadecimal"},
        {"ticks_trades", trades + "IBM,1381239000100,182,300,P,1FFFFFFFF,0\n", "hexadecimal"},
        {"ticks_trades", trades + "ibm!,1381239000100,182,300,P,1,0\n", "not a symbol"},
        {"ticks_quotes", quotes + "IBM,1381239000100,,,,,P,1,0\n", "neither side"},
        {"ticks_quotes", quotes + "IBM,1381239000100,-1,300,,,P,1,0\n", "not a number"},
        {"equity_bars_1s", "symbol,ts_ms,open,high,low,close,volume\nIBM,1381239000100,5,4,3,4,1\n",
         "contradicts"},
        {"index_bars_1m", "symbol,ts_ms,open,high,low,close,tick_count\nSPX,1381239000100,5,6,3,4,\n",
         "missing"},
        {"corporate_actions", "symbol,ex_date,type,value\nIBM,2013-10-17,split,0\n", "split"},
        {"corporate_actions", "symbol,ex_date,type,value\nIBM,2013-10-17,dividend,\n", "dividend"},
        {"corporate_actions", "symbol,ex_date,type,value\nIBM,2013-13-17,dividend,1\n", "ex-date"},
    };
    for (const auto& [name, text, expected] : wrong) {
        write(name, text);
        const std::string message = failure();
        EXPECT_NE(message.find(expected), std::string::npos) << message;
        EXPECT_NE(message.find(name), std::string::npos) << message;
        std::filesystem::remove(m_folder / (name + ".csv"));
    }
    EXPECT_EQ(failure(), "opened");
}

TEST(SaleConditions, AreWrittenAsTheTapesWriteThem) {
    EXPECT_EQ(saleConditions(0x1, 'A'), " ");
    EXPECT_EQ(saleConditions(0x1, 'C'), "@");
    EXPECT_EQ(saleConditions(0x20002020, 'B'), " ,F,T");
    EXPECT_EQ(saleConditions(0x100000, 'C'), "@,W");
    EXPECT_EQ(saleConditions(0x100000, 'A'), " ,B");
    EXPECT_EQ(saleConditions(0x20000004, 'A'), "N") << "another settlement takes the place of regular";
    EXPECT_EQ(saleConditions(0x80000000, 'C'), "@,I");
    EXPECT_EQ(saleConditions(0x80, 'A'), " ,6");
    EXPECT_EQ(saleConditions(0x40000008, 'A'), "R,H");
}

} // namespace
} // namespace strikedesk::sandbox
