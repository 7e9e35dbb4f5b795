// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/csv_table.h"
#include "core/run/sandbox/market/replay_days.h"
#include "core/run/sandbox/market/replay_market.h"
#include "core/run/sandbox/sandbox_server.h"
#include "tests/integration/sandbox/sandbox_client.h"
#include "tests/recorded/sandbox/shared_folder.h"

#include <gtest/gtest.h>

// Every day of the recorded folder against its files, and one of them through a running venue.

namespace strikedesk::sandbox {
namespace {

using nlohmann::json;

const Symbol kSpy = Symbol::of("SPY");
const Symbol kSpx = Symbol::of("SPX");

Date dateOf(const char* text) { return Date::tryFromIso(text).valueOr(Date()); }
Timestamp timeOf(const char* text) { return Timestamp::tryFromRfc3339(text).valueOr(Timestamp()); }

struct Tick {
    Timestamp at;
    Price price;
    std::int64_t size = 0;
    friend bool operator==(const Tick&, const Tick&) = default;
};

class ReplayedDays : public ::testing::Test {
protected:
    void SetUp() override {
        m_folder = sharedFolder("data");
        if (m_folder.empty())
            GTEST_SKIP() << "the recorded data is not on this machine";
    }
    std::unique_ptr<ReplayMarket> open(const char* date, const std::vector<Symbol>& symbols = {}) {
        auto opened = ReplayMarket::tryOpen(m_folder, dateOf(date), symbols);
        EXPECT_TRUE(opened) << opened.error().message;
        return opened ? std::move(*opened) : nullptr;
    }
    /// Bars of the file by symbol, open to volume as the file writes them.
    std::map<Symbol, std::vector<market::Bar>> barsOfFile(const std::string& name, Timestamp from,
                                                          Timestamp to) {
        std::map<Symbol, std::vector<market::Bar>> bars;
        const char* last = name == "index_bars_1m" ? "tick_count" : "volume";
        const Status read = readCsv(m_folder, name, {"symbol", "ts_ms", "open", "high", "low", "close", last},
                                    [&](const CsvRow& row) -> Status {
                                        market::Bar bar;
                                        bar.start = Timestamp::fromMilliseconds(**row.integer(1));
                                        if (bar.start < from || to <= bar.start)
                                            return done();
                                        bar.open = **row.price(2);
                                        bar.high = **row.price(3);
                                        bar.low = **row.price(4);
                                        bar.close = **row.price(5);
                                        bar.volume = name == "index_bars_1m" ? 0 : **row.integer(6);
                                        bars[Symbol::of(row.text(0))].push_back(bar);
                                        return done();
                                    });
        EXPECT_TRUE(read.ok());
        return bars;
    }
    std::vector<Tick> ticksOfFile(const Symbol& symbol, Timestamp from, Timestamp to) {
        std::vector<Tick> ticks;
        const Status read = readCsv(m_folder, "ticks_trades", {"symbol", "ts_ms", "price", "size"},
                                    [&](const CsvRow& row) -> Status {
                                        const auto at = Timestamp::fromMilliseconds(**row.integer(1));
                                        if (row.text(0) == symbol.view() && from <= at && at < to)
                                            ticks.push_back({at, **row.price(2), **row.integer(3)});
                                        return done();
                                    });
        EXPECT_TRUE(read.ok());
        return ticks;
    }

    std::string m_folder;
    SessionCalendar m_calendar;
};

TEST_F(ReplayedDays, EveryDayIsListedAndEndsWithTheBarsOfTheFiles) {
    const auto days = listRecordedDays(m_folder);
    ASSERT_TRUE(days) << days.error().message;
    ASSERT_EQ(days->size(), 10U);
    EXPECT_EQ(days->at(dateOf("2013-10-08")).at(kSpy).trades, RecordedDetail::Ticks);
    EXPECT_EQ(days->at(dateOf("2013-10-08")).at(kSpy).quotes, RecordedDetail::Seconds);
    EXPECT_EQ(days->at(dateOf("2014-06-06")).at(Symbol::of("AAPL")).contracts, 2'352U);
    EXPECT_TRUE(days->at(dateOf("2021-01-04")).at(kSpx).isIndex);
    for (const auto& [date, symbols] : *days) {
        const auto market = open(date.iso().c_str());
        ASSERT_NE(market, nullptr);
        EXPECT_EQ(market->assets().size(), symbols.size());
        const Timestamp from = m_calendar.newYork(date, 0);
        const Timestamp to = m_calendar.newYork(date + 1, 0);
        auto wanted = barsOfFile("equity_bars_1m", from, to);
        wanted.merge(barsOfFile("index_bars_1m", from, to));
        for (const auto& [symbol, recorded] : symbols) {
            std::vector<market::Bar> bars = market->minuteBars(symbol, from, to, to);
            for (market::Bar& bar : bars) {
                bar.tradeCount = 0;
                bar.vwap = Price();
            }
            EXPECT_EQ(bars, wanted[symbol]) << symbol.text() << " " << date.iso();
            EXPECT_GE(market->contracts(symbol, date).size(), recorded.contracts) << symbol.text();
        }
        std::vector<MarketEvent> events;
        market->events(from - Duration::days(1), to + Duration::days(1), events);
        EXPECT_TRUE(std::is_sorted(events.begin(), events.end(), [](const auto& a, const auto& b) {
            return eventTime(a) < eventTime(b);
        })) << date.iso();
        EXPECT_LE(from, eventTime(events.front()));
        EXPECT_LT(eventTime(events.back()), to);
    }
}

TEST_F(ReplayedDays, PrintsAreTheRecordedTicks) {
    const auto market = open("2013-10-08");
    ASSERT_NE(market, nullptr);
    for (const char* name : {"SPY", "IBM"}) {
        const Symbol symbol = Symbol::of(name);
        const Timestamp from = timeOf("2013-10-08T13:24:00Z");
        const Timestamp to = timeOf("2013-10-08T15:00:00Z");
        std::vector<Tick> prints;
        for (const market::TradePrint& print :
             market->prints(symbol, from, to - Duration::nanoseconds(1), 1'000'000))
            prints.push_back({print.at, print.price, print.size});
        const std::vector<Tick> ticks = ticksOfFile(symbol, from, to);
        EXPECT_GT(ticks.size(), 9'000U);
        EXPECT_TRUE(prints == ticks) << name << ": " << prints.size() << " prints, " << ticks.size();
    }
    // The best bid and offer: rarely crossed, and always both sides once the day has begun.
    std::size_t crossed = 0;
    const auto quotes = market->quotes(Symbol::of("IBM"), timeOf("2013-10-08T13:30:00Z"),
                                       timeOf("2013-10-08T19:59:59Z"), 1'000'000);
    EXPECT_GT(quotes.size(), 60'000U);
    for (const market::Quote& quote : quotes)
        crossed += quote.ask < quote.bid ? 1 : 0;
    EXPECT_LT(crossed, quotes.size() / 1'000);
}

TEST_F(ReplayedDays, ChainsCarryWhatWasRecordedOfThem) {
    const auto apple = open("2014-06-06", {Symbol::of("AAPL")});
    ASSERT_NE(apple, nullptr);
    const auto contracts = apple->contracts(Symbol::of("AAPL"), dateOf("2014-06-06"));
    ASSERT_EQ(contracts.size(), 2'352U);
    std::size_t withInterest = 0;
    std::size_t quotedEarly = 0;
    std::size_t quoted = 0;
    std::size_t saturdays = 0;
    for (const options::Contract& contract : contracts) {
        withInterest += contract.openInterest ? 1 : 0;
        quotedEarly += apple->quoteAt(contract.symbol, timeOf("2014-06-06T13:59:59Z")) ? 1 : 0;
        const auto quote = apple->quoteAt(contract.symbol, timeOf("2014-06-06T15:30:00Z"));
        quoted += quote ? 1 : 0;
        EXPECT_LE(quote.value_or(market::Quote()).at, timeOf("2014-06-06T15:00:00Z"));
        saturdays += contract.expiry.weekday() == 6 ? 1 : 0;
    }
    EXPECT_EQ(withInterest, 2'322U);
    EXPECT_EQ(quotedEarly, 0U) << "the first hour's quotes are known at its end";
    EXPECT_GT(quoted, 2'300U);
    EXPECT_GT(saturdays, 1'000U);
    EXPECT_EQ(
        apple->corporateActions(dateOf("2014-06-09"), dateOf("2014-06-09"), timeOf("2014-06-06T14:00:00Z"))
            .at(0)
            .newShares,
        7);

    const auto time = open("2014-06-06", {Symbol::of("TWX")});
    ASSERT_NE(time, nullptr);
    std::size_t closes = 0;
    for (const options::Contract& contract : time->contracts(Symbol::of("TWX"), dateOf("2014-06-06")))
        closes += contract.closePrice ? 1 : 0;
    EXPECT_EQ(closes, 28U) << "those that traded the day before";
}

/// A venue on a recorded day and what a client sees of it.
class ReplayedVenue : public ReplayedDays {
protected:
    void start(const char* date, const char* time) {
        SandboxConfig config;
        config.replayDirectory = m_folder;
        config.replayDate = dateOf(date);
        config.start = timeOf(time);
        m_server = std::make_unique<SandboxServer>(config);
        const auto address = m_server->start();
        ASSERT_TRUE(address) << address.error().message;
        m_port = address->port;
    }
    Timestamp now() {
        const json status = sandboxtest::get(m_port, "/sandbox/v1/status").json();
        return timeOf(status["market_time"].get<std::string>().c_str());
    }

    std::unique_ptr<SandboxServer> m_server;
    std::uint16_t m_port = 0;
};

TEST_F(ReplayedVenue, AHundredTimesFasterStreamsTheTicksAndAnswersTheBars) {
    // Far enough before the open that a slow machine subscribes in time; then the clock jumps.
    start("2013-10-08", "2013-10-08T13:10:00Z");
    sandboxtest::Socket socket(m_port, "/v2/sip");
    ASSERT_TRUE(socket.readJson().is_array());
    socket.sendText(R"({"action":"auth","key":"SANDBOX-KEY","secret":"sandbox-secret"})");
    ASSERT_EQ(socket.readJson()[0]["msg"], "authenticated");
    socket.sendText(R"({"action":"subscribe","trades":["SPY"],"quotes":["SPY","IBM"]})");
    ASSERT_EQ(socket.readJson()[0]["T"], "subscription");
    ASSERT_EQ(sandboxtest::post(m_port, "/sandbox/v1/clock",
                                {{"speed", 100}, {"advance_to", "2013-10-08T13:29:58Z"}})
                  .status,
              200U);

    const Timestamp from = timeOf("2013-10-08T13:30:00Z");
    const Timestamp to = timeOf("2013-10-08T13:31:00Z");
    std::vector<Tick> streamed;
    std::map<std::string, Timestamp> lastQuote;
    Timestamp newest;
    while (newest < to + Duration::seconds(5)) {
        const json frame = socket.readJson();
        ASSERT_TRUE(frame.is_array());
        for (const json& message : frame) {
            const auto at = timeOf(message["t"].get<std::string>().c_str());
            EXPECT_LE(newest, at) << "messages come in time order";
            newest = at;
            if (message["T"] == "t" && from <= at && at < to)
                streamed.push_back({at, *Price::tryFromText(message["p"].dump(), ExtraDigits::RoundEven),
                                    message["s"].get<std::int64_t>()});
            if (message["T"] == "q")
                lastQuote[message["S"].get<std::string>()] = at;
        }
    }
    const Timestamp later = now();
    EXPECT_LE(newest, later) << "nothing is told before its time";
    const std::vector<Tick> ticks = ticksOfFile(kSpy, from, to);
    EXPECT_GT(ticks.size(), 1'000U);
    EXPECT_TRUE(streamed == ticks) << streamed.size() << " of " << ticks.size();
    EXPECT_EQ(lastQuote.size(), 2U);

    const json bars = sandboxtest::get(m_port, "/v2/stocks/SPY/bars?timeframe=1Min&start=2013-10-08T13:00:00Z"
                                               "&end=2013-10-08T20:00:00Z&limit=1000")
                          .json()["bars"];
    auto wanted = barsOfFile("equity_bars_1m", timeOf("2013-10-08T13:00:00Z"), to)[kSpy];
    ASSERT_GE(bars.size(), wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        EXPECT_EQ(timeOf(bars[i]["t"].get<std::string>().c_str()), wanted[i].start);
        EXPECT_EQ(bars[i]["o"].get<double>(), wanted[i].open.toDoubleLossy());
        EXPECT_EQ(bars[i]["h"].get<double>(), wanted[i].high.toDoubleLossy());
        EXPECT_EQ(bars[i]["l"].get<double>(), wanted[i].low.toDoubleLossy());
        EXPECT_EQ(bars[i]["c"].get<double>(), wanted[i].close.toDoubleLossy());
        EXPECT_EQ(bars[i]["v"].get<std::int64_t>(), wanted[i].volume);
    }
    EXPECT_LE(timeOf(bars.back()["t"].get<std::string>().c_str()) + Duration::minutes(1), now())
        << "a minute is answered when it has ended";
}

TEST_F(ReplayedVenue, AnIndexGivesItsChainASpotAndIsNoStock) {
    start("2021-01-04", "2021-01-04T17:00:00Z");
    const json chain =
        sandboxtest::get(m_port, "/v1beta1/options/snapshots/SPX?limit=100").json()["snapshots"];
    EXPECT_EQ(chain.size(), 21U);
    std::size_t solved = 0;
    for (const auto& [symbol, snapshot] : chain.items())
        solved += snapshot.contains("greeks") ? 1 : 0;
    EXPECT_GT(solved, 12U);
    EXPECT_EQ(sandboxtest::get(m_port, "/v2/stocks/SPX/snapshot").status, 404U);
}

TEST_F(ReplayedVenue, TheOtherVendorsProtocolTellsTheSameBars) {
    const std::pair<const char*, const char*> days[] = {{"2013-10-08", "SPY"}, {"2021-01-04", "I:SPX"}};
    for (const auto& [date, ticker] : days) {
        const std::string noon = std::string(date) + "T17:00:00Z";
        start(date, noon.c_str());
        const json bars =
            sandboxtest::get(m_port, "/v2/aggs/ticker/" + std::string(ticker) + "/range/1/minute/" + date +
                                         "/" + date + "?limit=50000&apiKey=sandbox-polygon-key")
                .json()["results"];
        const bool isIndex = ticker[1] == ':';
        const auto wanted = barsOfFile(isIndex ? "index_bars_1m" : "equity_bars_1m",
                                       m_calendar.newYork(dateOf(date), 0), timeOf(noon.c_str()));
        const auto& recorded = wanted.at(isIndex ? kSpx : kSpy);
        ASSERT_GE(bars.size(), recorded.size()) << ticker;
        for (std::size_t i = 0; i < recorded.size(); ++i) {
            EXPECT_EQ(Timestamp::fromMilliseconds(bars[i]["t"].get<std::int64_t>()), recorded[i].start);
            EXPECT_EQ(bars[i]["h"].get<double>(), recorded[i].high.toDoubleLossy());
            EXPECT_EQ(bars[i]["c"].get<double>(), recorded[i].close.toDoubleLossy());
        }
    }
}

} // namespace
} // namespace strikedesk::sandbox
