// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/alpaca_broker.h"
#include "core/io/venues/alpaca/alpaca_market_data.h"
#include "core/io/venues/alpaca/alpaca_market_stream.h"
#include "core/io/venues/alpaca/alpaca_trade_updates.h"
#include "tests/integration/alpaca/sandbox_rig.h"

#include <gtest/gtest.h>

#include <memory>
#include <set>

// Every fault of a stream against our own streams: they come back by themselves, deliver only what was sent,
// and a connection that says nothing is noticed.

namespace strikedesk::alpaca {
namespace {

using sandbox::Channel;
using sandbox::ChannelSet;
using sandbox::FaultKind;
using sandbox::FaultRule;
using test::answerOf;
using test::SandboxRig;
using test::waitUntil;

constexpr int kPatienceMs = 20'000;

StreamTuning quick() {
    StreamTuning tuning;
    tuning.pingEvery = Duration::milliseconds(100);
    tuning.pongWithin = Duration::milliseconds(1'000);
    tuning.afterConnectionLimit = Duration::milliseconds(200);
    tuning.backoff = {Duration::milliseconds(10), Duration::milliseconds(50)};
    return tuning;
}

struct Fault {
    FaultKind kind;
    std::int64_t value;
    bool reopens; ///< the connection goes down
};

constexpr Fault kFaults[] = {
    {FaultKind::Delay, 50, false},        {FaultKind::Duplicate, 0, false},
    {FaultKind::Reorder, 0, false},       {FaultKind::DropFrame, 0, false},
    {FaultKind::Malformed, 0, false},     {FaultKind::UnknownStatus, 0, false},
    {FaultKind::UnknownFields, 0, false}, {FaultKind::Cut, 0, true},
    {FaultKind::Cut, 30, true},           {FaultKind::Close, 1'001, true},
    {FaultKind::Close, 4'001, true},      {FaultKind::Silent, 0, true},
};

constexpr Fault kHandshakeFaults[] = {
    {FaultKind::DropBefore, 0, true}, {FaultKind::ErrorBefore, 503, true}, {FaultKind::RateLimited, -1, true},
    {FaultKind::HtmlBody, 0, true},   {FaultKind::Redirect, 0, true},
};

FaultRule ruleOf(const Fault& fault, Channel channel) {
    FaultRule rule = FaultRule::of(fault.kind);
    rule.where = sandbox::only(channel);
    rule.value = fault.value;
    rule.count = 1;
    return rule;
}

/// A quote stream on the venue; counts what it delivers and what of it is wrong.
struct QuoteFeed {
    explicit QuoteFeed(const SandboxRig& rig)
        : QuoteFeed(
              std::make_unique<AlpacaStockStream>(rig.endpoints(), SandboxRig::keys(), handlers(), quick()),
              {Symbol::of("SPY"), Symbol::of("AAPL")}) {}
    QuoteFeed(const SandboxRig& rig, const std::set<Symbol>& contracts)
        : QuoteFeed(
              std::make_unique<AlpacaOptionStream>(rig.endpoints(), SandboxRig::keys(), handlers(), quick()),
              contracts) {}
    QuoteFeed(std::unique_ptr<AlpacaMarketStream> made, const std::set<Symbol>& symbols)
        : wanted(symbols), stream(std::move(made)) {
        DesiredChannels desired;
        desired.quotes = wanted;
        stream->setDesired(desired);
        stream->start();
    }
    MarketStreamHandlers handlers() {
        MarketStreamHandlers h;
        h.quote = [this](const market::Quote& quote) {
            ++quotes;
            const bool isKnown = wanted.contains(quote.symbol);
            if (!isKnown || !quote.at.isSet() || (quote.bid > quote.ask && quote.ask != Price()))
                ++wrong;
        };
        h.problem = [this](const Error& error) { problems.push_back(error.messageId); };
        return h;
    }
    bool isLive() const { return stream->status().phase == StreamPhase::Live; }
    bool reopened(std::int64_t before) const {
        return waitUntil([&] { return stream->status().connections > before; }, kPatienceMs);
    }
    /// Live, and more quotes come.
    bool delivers() {
        if (!waitUntil([&] { return isLive(); }, kPatienceMs))
            return false;
        const int before = quotes;
        return waitUntil([&] { return isLive() && quotes >= before + 3; }, kPatienceMs);
    }

    int quotes = 0;
    int wrong = 0;
    std::vector<std::string> problems;
    std::set<Symbol> wanted;
    std::unique_ptr<AlpacaMarketStream> stream;
};

void expectComesBack(SandboxRig& rig, QuoteFeed& feed, Channel channel) {
    ASSERT_TRUE(feed.delivers());
    for (const Fault& fault : kFaults) {
        const auto name = sandbox::factsOf(fault.kind).name;
        const std::int64_t opened = feed.stream->status().connections;
        const std::int64_t id = rig.add(ruleOf(fault, channel));
        ASSERT_TRUE(waitUntil([&] { return rig.done(id) == 1; }, kPatienceMs)) << name;
        if (fault.reopens) {
            ASSERT_TRUE(feed.reopened(opened)) << name;
        }
        EXPECT_TRUE(feed.delivers()) << name << ": " << feed.stream->status().reason;
        if (!fault.reopens) {
            EXPECT_EQ(feed.stream->status().connections, opened) << name;
        }
        rig.clear();
    }
    EXPECT_EQ(feed.wrong, 0);
    EXPECT_EQ(feed.stream->status().malformedFrames, 1);
}

TEST(AlpacaStreamsUnderFaults, StocksComeBackAfterEveryFaultAndAreNeverWrong) {
    SandboxRig rig;
    QuoteFeed feed(rig);
    expectComesBack(rig, feed, Channel::Stocks);
}

TEST(AlpacaStreamsUnderFaults, OptionsComeBackAfterEveryFaultAndAreNeverWrong) {
    SandboxRig rig;
    AlpacaRest rest(rig.options(Duration::seconds(20)), SandboxRig::keys(), rig.clock);
    AlpacaMarketData data(rest, rest, rig.endpoints());
    ContractFilter filter;
    filter.strikeFrom = Price::fromCents(1);
    const auto chain = answerOf<Result<std::vector<Snapshot>>>(
        [&](auto done) { data.chain(Symbol::of("SPY"), filter, done); });
    ASSERT_TRUE(chain && chain->ok());
    std::set<Symbol> contracts;
    for (const Snapshot& snapshot : chain->value())
        if (contracts.size() < 20 && snapshot.latestQuote && snapshot.latestTrade)
            contracts.insert(snapshot.symbol);
    ASSERT_FALSE(contracts.empty());
    QuoteFeed feed(rig, contracts);
    expectComesBack(rig, feed, Channel::Options);
}

TEST(AlpacaStreamsUnderFaults, MarketDataComesThroughARefusedHandshake) {
    SandboxRig rig;
    QuoteFeed feed(rig);
    ASSERT_TRUE(feed.delivers());
    for (const Fault& fault : kHandshakeFaults) {
        const auto name = sandbox::factsOf(fault.kind).name;
        const std::int64_t id = rig.add(ruleOf(fault, Channel::Stocks));
        rig.add(ruleOf({FaultKind::Cut, 0, true}, Channel::Stocks));
        ASSERT_TRUE(waitUntil([&] { return rig.done(id) == 1; }, kPatienceMs)) << name;
        EXPECT_TRUE(feed.delivers()) << name << ": " << feed.stream->status().reason;
        rig.clear();
    }
}

/// The account's order events, and a broker to cause them.
struct UpdateFeed {
    explicit UpdateFeed(const SandboxRig& rig)
        : rest(rig.options(Duration::seconds(10)), SandboxRig::keys(), rig.clock), broker(rest),
          stream(rig.endpoints(), SandboxRig::keys(), handlers(), quick()) {
        stream.start();
    }
    TradeUpdatesHandlers handlers() {
        TradeUpdatesHandlers h;
        h.updated = [this](const trade::OrderUpdate& update) {
            seen.push_back(update.order.clientOrderId.text());
            if (update.order.symbol != Symbol::of("SPY") || update.order.limitPrice != Price::fromCents(100))
                ++wrong;
        };
        return h;
    }
    bool isLive() const { return stream.status().phase == StreamPhase::Live; }
    bool reopened(std::int64_t before) const {
        return waitUntil([&] { return stream.status().connections > before; }, kPatienceMs);
    }
    /// Places an order that rests; the venue tells of it.
    bool place(const std::string& id) {
        trade::OrderRequest request;
        request.symbol = Symbol::of("SPY");
        request.quantity = Quantity::whole(1);
        request.side = trade::Side::Buy;
        request.limitPrice = Price::fromCents(100);
        request.clientOrderId = ClientOrderId(id);
        const auto outcome =
            answerOf<trade::WriteOutcome>([&](auto done) { broker.submitOrder(request, done); });
        return outcome && outcome->verdict == trade::WriteVerdict::Accepted;
    }
    bool hears(const std::string& id) {
        return waitUntil([&] { return std::find(seen.begin(), seen.end(), id) != seen.end(); }, kPatienceMs);
    }

    int wrong = 0;
    std::vector<std::string> seen;
    AlpacaRest rest;
    AlpacaBroker broker;
    AlpacaTradeUpdates stream;
};

TEST(AlpacaStreamsUnderFaults, OrderEventsComeBackAfterEveryFaultAndAreNeverWrong) {
    SandboxRig rig;
    UpdateFeed feed(rig);
    ASSERT_TRUE(waitUntil([&] { return feed.isLive(); }, kPatienceMs));
    int number = 0;
    const auto ordersThrough = [&](const Fault& fault, const FaultRule& rule) {
        const auto name = sandbox::factsOf(fault.kind).name;
        const std::string id = "order-" + std::to_string(++number);
        const std::int64_t opened = feed.stream.status().connections;
        const std::int64_t ruleId = rig.add(rule);
        ASSERT_TRUE(feed.place(id)) << name;
        ASSERT_TRUE(feed.place(id + "-next")) << name;
        EXPECT_TRUE(waitUntil([&] { return rig.done(ruleId) == 1; }, kPatienceMs)) << name;
        if (fault.reopens) {
            ASSERT_TRUE(feed.reopened(opened)) << name;
        }
        ASSERT_TRUE(waitUntil([&] { return feed.isLive(); }, kPatienceMs)) << name;
        rig.clear();
        ASSERT_TRUE(feed.place(id + "-after")) << name;
        EXPECT_TRUE(feed.hears(id + "-after")) << name;
        if (fault.kind != FaultKind::DropFrame && !fault.reopens) {
            EXPECT_TRUE(feed.hears(id)) << name;
        }
    };
    for (const Fault& fault : kFaults)
        ordersThrough(fault, ruleOf(fault, Channel::TradeUpdates));
    EXPECT_EQ(feed.wrong, 0);
}

TEST(AlpacaStreamsUnderFaults, ASilentConnectionIsNoticedWellWithin25Seconds) {
    const StreamTuning usual;
    EXPECT_LE(usual.pingEvery + usual.pongWithin, Duration::seconds(25));
    EXPECT_LE(net::WebSocketOptions().pingEvery + net::WebSocketOptions().pongWithin, Duration::seconds(25));
    SandboxRig rig;
    UpdateFeed updates(rig);
    ASSERT_TRUE(waitUntil([&] { return updates.isLive(); }, kPatienceMs));
    const MonoTime before = rig.clock.now().mono;
    const std::int64_t id = rig.add(ruleOf({FaultKind::Silent, 0, true}, Channel::TradeUpdates));
    EXPECT_EQ(rig.done(id), 1);
    ASSERT_TRUE(waitUntil([&] { return updates.stream.status().connections == 2 && updates.isLive(); }));
    const Duration took = rig.clock.now().mono - before;
    const StreamTuning tuned = quick();
    EXPECT_GE(took, tuned.pongWithin) << "a peer that is only slow keeps its time";
    EXPECT_LE(took, tuned.pingEvery + tuned.pongWithin + Duration::seconds(3));
    RecordProperty("noticed_ms", static_cast<int>(took.toMilliseconds()));
}

TEST(AlpacaStreamsUnderFaults, OurOwnGhostIsWaitedFor) {
    sandbox::SandboxConfig config = SandboxRig::config();
    config.ghostSession = Duration::milliseconds(300);
    SandboxRig rig(config);
    QuoteFeed feed(rig);
    ASSERT_TRUE(feed.delivers());
    const std::int64_t opened = feed.stream->status().connections;
    rig.add(ruleOf({FaultKind::Cut, 0, true}, Channel::Stocks));
    ASSERT_TRUE(feed.reopened(opened));
    ASSERT_TRUE(waitUntil([&] { return !feed.problems.empty(); }, kPatienceMs));
    EXPECT_EQ(feed.problems.front(), "alpaca.stream.406");
    EXPECT_TRUE(feed.delivers());
}

TEST(AlpacaStreamsUnderFaults, AnotherSessionIsWaitedForAndThenReplaced) {
    SandboxRig rig;
    QuoteFeed ghost(rig);
    ASSERT_TRUE(ghost.delivers());
    QuoteFeed feed(rig);
    ASSERT_TRUE(waitUntil([&] { return !feed.problems.empty(); }, kPatienceMs));
    EXPECT_EQ(feed.problems.front(), "alpaca.stream.406");
    EXPECT_FALSE(feed.isLive());
    ghost.stream->stop();
    EXPECT_TRUE(feed.delivers());
    EXPECT_EQ(feed.wrong, 0);
}

} // namespace
} // namespace strikedesk::alpaca
