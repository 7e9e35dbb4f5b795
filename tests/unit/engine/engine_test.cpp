// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/archive.h"
#include "core/engine/engine.h"

#include <gtest/gtest.h>

namespace strikedesk::engine {
namespace {

const Symbol kCall = Symbol::of("SPY260320C00500000");

/// Commands of one topic; other topics are skipped.
template <class T>
std::vector<T> orderCommands(const std::vector<Command>& commands) {
    std::vector<T> picked;
    for (const Command& command : commands)
        if (const auto* order = std::get_if<trade::TradeCommand>(&command))
            if (const auto* one = std::get_if<T>(order))
                picked.push_back(*one);
    return picked;
}

std::string bytesOf(const std::vector<Command>& commands) {
    BinaryWriter writer;
    writer.value(commands);
    return writer.take();
}

trade::BrokerClock clockAt(const char* now, bool isOpen) {
    trade::BrokerClock clock;
    clock.now = *Timestamp::tryFromRfc3339(now);
    clock.isOpen = isOpen;
    clock.nextOpen = *Timestamp::tryFromRfc3339(isOpen ? "2026-03-04T14:30:00Z" : "2026-03-03T14:30:00Z");
    clock.nextClose = *Timestamp::tryFromRfc3339("2026-03-03T21:00:00Z");
    return clock;
}

/// An engine on a virtual clock, on a trading day at 10:00 New York time.
struct EngineBench {
    Engine engine;
    Moment now{*Timestamp::tryFromRfc3339("2026-03-03T15:00:00Z"), MonoTime::fromNanoseconds(1'000'000'000)};

    std::vector<Command> step(const Event& event) { return engine.step(now, event); }
    std::vector<Command> link(LinkState state, Channel channel = Channel::OrderStream) {
        return step(LinkEvent(LinkChanged{channel, state, ""}));
    }
    std::vector<Command> wait(Duration by) {
        now.market = now.market + by;
        now.mono = now.mono + by;
        return step(SystemEvent(TimeAdvanced{}));
    }
    BrokerSwept books(std::uint64_t id) const {
        BrokerSwept swept;
        swept.sweep.sweepId = id;
        swept.sweep.startedAt = now.mono;
        swept.sweep.account.optionsBuyingPower = Money::dollars(50'000);
        return swept;
    }
    trade::Readiness readiness() const { return engine.facts().readiness; }

    void makeReady() {
        step(LinkEvent(ClockRead{clockAt("2026-03-03T15:00:00Z", true)}));
        const auto sweeps = orderCommands<trade::SweepBroker>(link(LinkState::Open));
        ASSERT_EQ(sweeps.size(), 1U);
        step(OrderEvent(books(sweeps[0].sweepId)));
        ASSERT_EQ(readiness(), trade::Readiness::Ready);
    }
};

market::Quote quoteAt(Timestamp at, int bid, int ask) {
    market::Quote quote;
    quote.symbol = kCall;
    quote.bid = Price::fromCents(bid);
    quote.ask = Price::fromCents(ask);
    quote.at = at;
    return quote;
}

trade::EntryTicket ticket(const char* id) {
    trade::EntryTicket ticket;
    ticket.intentId = IntentId(id);
    ticket.symbol = kCall;
    ticket.quantity = Quantity::whole(2);
    ticket.limitPrice = Price::fromCents(210);
    ticket.plan.takeProfit = trade::TakeProfit{trade::TakeProfit::Kind::PlusPercent, Price(), 5'000};
    ticket.plan.stop = Price::fromCents(150);
    return ticket;
}

TEST(Engine, GoesFromColdToReadyOnlyOverASweepOfTheOpenStream) {
    EngineBench bench;
    EXPECT_EQ(bench.readiness(), trade::Readiness::Cold);
    EXPECT_TRUE(orderCommands<trade::SweepBroker>(bench.wait(Duration::seconds(60))).empty());
    const auto first = orderCommands<trade::SweepBroker>(bench.link(LinkState::Down));
    EXPECT_EQ(bench.readiness(), trade::Readiness::Observe);
    ASSERT_EQ(first.size(), 1U) << "the books can be read while the stream is away";
    bench.step(OrderEvent(bench.books(first[0].sweepId)));
    EXPECT_EQ(bench.readiness(), trade::Readiness::Observe) << "but that is not enough";
    const auto second = orderCommands<trade::SweepBroker>(bench.link(LinkState::Open));
    ASSERT_EQ(second.size(), 1U);
    EXPECT_EQ(bench.readiness(), trade::Readiness::Observe);
    bench.step(OrderEvent(bench.books(first[0].sweepId)));
    EXPECT_EQ(bench.readiness(), trade::Readiness::Observe) << "that reading began before the stream opened";
    bench.step(OrderEvent(bench.books(second[0].sweepId)));
    EXPECT_EQ(bench.readiness(), trade::Readiness::Ready);
}

TEST(Engine, FallsBackWhenStreamKeyOrLeaseIsLostAndReturnsByItself) {
    EngineBench bench;
    bench.makeReady();
    bench.link(LinkState::Down, Channel::OptionStream);
    EXPECT_EQ(bench.readiness(), trade::Readiness::Ready) << "quotes are another matter";
    bench.link(LinkState::Down);
    EXPECT_EQ(bench.readiness(), trade::Readiness::Observe);
    bench.makeReady();
    bench.step(LinkEvent(LeaseChanged{false}));
    EXPECT_EQ(bench.readiness(), trade::Readiness::Observe);
    bench.step(LinkEvent(LeaseChanged{true}));
    EXPECT_EQ(bench.readiness(), trade::Readiness::Ready);
    bench.link(LinkState::Refused);
    EXPECT_EQ(bench.readiness(), trade::Readiness::Observe);
    EXPECT_TRUE(orderCommands<trade::SweepBroker>(bench.wait(Duration::minutes(5))).empty());
}

TEST(Engine, SweepsEveryFifteenSecondsAndFasterWhileSomethingIsInFlight) {
    EngineBench bench;
    bench.makeReady();
    EXPECT_TRUE(orderCommands<trade::SweepBroker>(bench.wait(Duration::seconds(14))).empty());
    auto sweeps = orderCommands<trade::SweepBroker>(bench.wait(Duration::seconds(1)));
    ASSERT_EQ(sweeps.size(), 1U);
    EXPECT_TRUE(orderCommands<trade::SweepBroker>(bench.wait(Duration::seconds(24))).empty());
    sweeps = orderCommands<trade::SweepBroker>(bench.wait(Duration::seconds(1)));
    ASSERT_EQ(sweeps.size(), 1U) << "an answer that never comes is not waited for for ever";
    bench.step(OrderEvent(SweepFailed{sweeps[0].sweepId, false, "no answer"}));
    sweeps = orderCommands<trade::SweepBroker>(bench.wait(Duration::seconds(2)));
    ASSERT_EQ(sweeps.size(), 1U);
    bench.step(OrderEvent(bench.books(sweeps[0].sweepId)));
    bench.step(MarketEvent(QuoteReceived{quoteAt(bench.now.market, 200, 210)}));
    EXPECT_EQ(orderCommands<trade::AppendRecords>(bench.step(UserEvent(TicketSubmitted{ticket("t")}))).size(),
              1U);
    EXPECT_EQ(orderCommands<trade::SweepBroker>(bench.wait(Duration::seconds(5))).size(), 1U);
}

TEST(Engine, SweepsEveryEightSecondsWhileAnOrderRests) {
    EngineBench bench;
    bench.makeReady();
    bench.step(MarketEvent(QuoteReceived{quoteAt(bench.now.market, 200, 210)}));
    const auto appends =
        orderCommands<trade::AppendRecords>(bench.step(UserEvent(TicketSubmitted{ticket("t")})));
    ASSERT_EQ(appends.size(), 1U);
    bench.step(OrderEvent(LogAppended{appends[0].ticket}));
    trade::WriteOutcome accepted;
    accepted.verdict = trade::WriteVerdict::Accepted;
    accepted.order.emplace();
    accepted.order->id = BrokerOrderId("B");
    accepted.order->clientOrderId = bench.engine.orders().book().orders().begin()->first;
    accepted.order->symbol = kCall;
    accepted.order->quantity = Quantity::whole(2);
    accepted.order->status = trade::OrderStatus::New;
    const auto answered = orderCommands<trade::AppendRecords>(
        bench.step(OrderEvent(OrderAnswered{accepted.order->clientOrderId, accepted})));
    for (const trade::AppendRecords& append : answered)
        bench.step(OrderEvent(LogAppended{append.ticket}));
    // The sweep that the order in flight asked for, then the pace of one that rests.
    auto sweeps = orderCommands<trade::SweepBroker>(bench.wait(Duration::seconds(5)));
    ASSERT_EQ(sweeps.size(), 1U);
    BrokerSwept books = bench.books(sweeps[0].sweepId);
    books.sweep.orders = {*accepted.order};
    bench.step(OrderEvent(books));
    EXPECT_TRUE(orderCommands<trade::SweepBroker>(bench.wait(Duration::milliseconds(7'900))).empty());
    EXPECT_EQ(orderCommands<trade::SweepBroker>(bench.wait(Duration::milliseconds(100))).size(), 1U);
}

TEST(Engine, TheSessionIsOpenOnlyWhenVenueAndCalendarAgree) {
    EngineBench bench;
    bench.wait(Duration());
    EXPECT_FALSE(bench.engine.facts().sessionOpen) << "what is unknown is closed";
    bench.step(LinkEvent(ClockRead{clockAt("2026-03-03T15:00:00Z", true)}));
    EXPECT_TRUE(bench.engine.facts().sessionOpen);
    bench.wait(Duration::hours(6) - Duration::seconds(1));
    EXPECT_TRUE(bench.engine.facts().sessionOpen);
    bench.wait(Duration::seconds(1));
    EXPECT_FALSE(bench.engine.facts().sessionOpen);

    EngineBench early;
    early.now.market = *Timestamp::tryFromRfc3339("2026-03-03T14:29:59Z");
    early.step(LinkEvent(ClockRead{clockAt("2026-03-03T14:29:59Z", false)}));
    EXPECT_FALSE(early.engine.facts().sessionOpen);
    early.wait(Duration::seconds(1));
    EXPECT_TRUE(early.engine.facts().sessionOpen) << "without another reading of the clock";

    EngineBench holiday;
    holiday.now.market = *Timestamp::tryFromRfc3339("2026-12-25T15:00:00Z");
    trade::BrokerClock wrong = clockAt("2026-12-25T15:00:00Z", true);
    wrong.nextClose = *Timestamp::tryFromRfc3339("2026-12-25T21:00:00Z");
    holiday.step(LinkEvent(ClockRead{wrong}));
    EXPECT_FALSE(holiday.engine.facts().sessionOpen);
}

TEST(Engine, NeverAsksToBeWokenInThePast) {
    EngineBench bench;
    bench.makeReady();
    bench.step(MarketEvent(QuoteReceived{quoteAt(bench.now.market, 200, 210)}));
    bench.step(UserEvent(TicketSubmitted{ticket("t")}));
    bench.link(LinkState::Down);
    for (int second = 0; second < 120; ++second) {
        bench.wait(Duration::seconds(1));
        ASSERT_TRUE(bench.engine.nextDue().has_value());
        EXPECT_GT(*bench.engine.nextDue(), bench.now.mono);
    }
}

TEST(Engine, AQuoteFromTheFutureDoesNotShutOutTheNext) {
    EngineBench bench;
    bench.step(MarketEvent(QuoteReceived{quoteAt(bench.now.market + Duration::days(365), 1, 2)}));
    bench.wait(Duration::seconds(1));
    bench.step(MarketEvent(QuoteReceived{quoteAt(bench.now.market, 200, 210)}));
    EXPECT_EQ(bench.engine.quotes().find(kCall)->quote.bid, Price::fromCents(200));
    bench.step(MarketEvent(QuoteReceived{quoteAt(bench.now.market + Duration::seconds(-1), 100, 110)}));
    EXPECT_EQ(bench.engine.quotes().find(kCall)->quote.bid, Price::fromCents(200));
}

TEST(Engine, ALateQuoteIsAsOldAsItsFeedIsLateAndNeverHidesANewerOne) {
    EngineBench bench;
    const auto late = [&](int bid, int ask) {
        market::Quote quote = quoteAt(bench.now.market - market::kDelayedBy, bid, ask);
        quote.grade = market::Grade::Delayed;
        return MarketEvent(QuoteReceived{quote});
    };
    bench.step(late(100, 110));
    EXPECT_EQ(bench.engine.quotes().age(kCall, bench.now.market), market::kDelayedBy);
    EXPECT_EQ(bench.engine.quotes().find(kCall)->quote.grade, market::Grade::Delayed);
    bench.step(MarketEvent(QuotesRead{{quoteAt(bench.now.market, 200, 210)}}));
    bench.wait(Duration::seconds(1));
    bench.step(late(101, 111));
    EXPECT_EQ(bench.engine.quotes().find(kCall)->quote.bid, Price::fromCents(200));
    EXPECT_EQ(bench.engine.quotes().find(kCall)->quote.grade, market::Grade::RealTime);
    EXPECT_EQ(bench.engine.quotes().age(kCall, bench.now.market), Duration::seconds(1));
}

/// A session with an entry, partial fills, a target and a stop.
std::vector<Event> someSession(Timestamp start) {
    std::vector<Event> events;
    events.emplace_back(LinkEvent(ClockRead{clockAt("2026-03-03T15:00:00Z", true)}));
    events.emplace_back(LinkEvent(LinkChanged{Channel::OrderStream, LinkState::Open, ""}));
    BrokerSwept swept;
    swept.sweep.sweepId = 1;
    swept.sweep.account.optionsBuyingPower = Money::dollars(50'000);
    events.emplace_back(OrderEvent(swept));
    events.emplace_back(MarketEvent(QuoteReceived{quoteAt(start, 200, 210)}));
    events.emplace_back(UserEvent(TicketSubmitted{ticket("t")}));
    events.emplace_back(OrderEvent(LogAppended{1}));
    trade::WriteOutcome accepted;
    accepted.verdict = trade::WriteVerdict::Accepted;
    accepted.order.emplace();
    accepted.order->id = BrokerOrderId("B");
    accepted.order->clientOrderId = ClientOrderId("demo0000-t");
    accepted.order->status = trade::OrderStatus::New;
    events.emplace_back(OrderEvent(OrderAnswered{ClientOrderId("demo0000-t"), accepted}));
    trade::OrderUpdate update;
    update.kind = trade::OrderEventKind::PartialFill;
    update.order = *accepted.order;
    update.order.status = trade::OrderStatus::PartiallyFilled;
    update.order.filledQuantity = update.quantity.emplace(Quantity::whole(1));
    update.price = Price::fromCents(210);
    events.emplace_back(OrderEvent(OrderUpdateReceived{update}));
    for (std::uint64_t commit = 2; commit < 6; ++commit)
        events.emplace_back(OrderEvent(LogAppended{commit}));
    events.emplace_back(MarketEvent(QuoteReceived{quoteAt(start + Duration::seconds(9), 140, 150)}));
    events.emplace_back(UserEvent(KillRequested{trade::KillLevel::BlockEntries, "me"}));
    for (int tick = 0; tick < 6; ++tick)
        events.emplace_back(SystemEvent(TimeAdvanced{}));
    return events;
}

Moment momentOf(Moment start, std::size_t index) {
    const Duration passed = Duration::milliseconds(static_cast<std::int64_t>(index) * 700);
    return Moment{start.market + passed, start.mono + passed};
}

TEST(Engine, TheSameEventsGiveTheSameCommandsByteForByte) {
    const Moment start = EngineBench().now;
    const std::vector<Event> events = someSession(start.market);
    Engine first;
    Engine second;
    std::size_t total = 0;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const auto commands = first.step(momentOf(start, i), events[i]);
        EXPECT_EQ(bytesOf(commands), bytesOf(second.step(momentOf(start, i), events[i])));
        total += commands.size();
    }
    EXPECT_GT(total, 10U);
    EXPECT_EQ(first.orders().book().ledger().fills().size(), 1U);
}

TEST(Engine, GoesOnFromACheckpointTakenBetweenAnyTwoSteps) {
    const Moment start = EngineBench().now;
    const std::vector<Event> events = someSession(start.market);
    Engine whole;
    Engine resumed;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const std::string saved = whole.save();
        auto loaded = Engine::tryLoad(saved);
        ASSERT_TRUE(loaded.ok()) << i;
        EXPECT_EQ(loaded->save(), saved);
        EXPECT_EQ(loaded->nextDue(), whole.nextDue());
        resumed = std::move(*loaded);
        const Moment now = momentOf(start, i);
        EXPECT_EQ(bytesOf(whole.step(now, events[i])), bytesOf(resumed.step(now, events[i]))) << i;
        EXPECT_EQ(whole.save(), resumed.save()) << i;
    }
}

TEST(Engine, DamagedCheckpointsAreRefused) {
    const Moment start = EngineBench().now;
    const std::vector<Event> events = someSession(start.market);
    Engine engine;
    for (std::size_t i = 0; i < events.size(); ++i)
        engine.step(momentOf(start, i), events[i]);
    const std::string saved = engine.save();
    for (std::size_t length = 0; length < saved.size(); ++length)
        ASSERT_FALSE(Engine::tryLoad(std::string_view(saved).substr(0, length)).ok()) << length;
    EXPECT_FALSE(Engine::tryLoad(saved + 'x').ok());
}

TEST(Engine, ShowsOnlyWhatIsDurable) {
    EngineBench bench;
    bench.makeReady();
    bench.step(MarketEvent(QuoteReceived{quoteAt(bench.now.market, 200, 210)}));
    const auto appends =
        orderCommands<trade::AppendRecords>(bench.step(UserEvent(TicketSubmitted{ticket("t")})));
    ASSERT_EQ(appends.size(), 1U);
    EXPECT_TRUE(bench.engine.snapshot().orders->orders.empty());
    const auto sent =
        orderCommands<trade::TransmitOrder>(bench.step(OrderEvent(LogAppended{appends[0].ticket})));
    EXPECT_EQ(sent.size(), 1U);
    EXPECT_EQ(bench.engine.snapshot().orders->orders.size(), 1U);
}

/// How often a draft's quote is asked for within `span`, looked at every 100 ms.
std::size_t readsOfDraft(EngineBench& bench, Duration span) {
    std::size_t reads = 0;
    for (Duration done; done < span; done = done + Duration::milliseconds(100))
        reads += orderCommands<trade::ReadQuotes>(bench.wait(Duration::milliseconds(100))).size();
    return reads;
}

TEST(Engine, JudgesADraftWithEverySnapshotUntilItIsTakenBack) {
    EngineBench bench;
    bench.makeReady();
    EXPECT_EQ(bench.engine.snapshot().ticketCheck, nullptr);
    bench.step(MarketEvent(QuoteReceived{quoteAt(bench.now.market, 200, 210)}));
    bench.step(UserEvent(TicketDrafted{ticket("t")}));
    auto check = bench.engine.snapshot().ticketCheck;
    ASSERT_NE(check, nullptr);
    EXPECT_TRUE(check->mayLeave);
    EXPECT_EQ(check->figures.cost, Money::dollars(420));
    bench.step(UserEvent(KillRequested{trade::KillLevel::BlockEntries, "test"}));
    EXPECT_FALSE(bench.engine.snapshot().ticketCheck->mayLeave);
    bench.step(UserEvent(TicketDrafted{}));
    EXPECT_EQ(bench.engine.snapshot().ticketCheck, nullptr);
}

TEST(Engine, ADraftChangesNothingAboutOrders) {
    const Moment start = EngineBench().now;
    const std::vector<Event> events = someSession(start.market);
    Engine plain;
    Engine drafting;
    drafting.step(start, UserEvent(TicketDrafted{ticket("draft")}));
    for (std::size_t i = 0; i < events.size(); ++i) {
        auto expected = plain.step(momentOf(start, i), events[i]);
        auto commands = drafting.step(momentOf(start, i), events[i]);
        const auto isRead = [](const Command& command) {
            const auto* order = std::get_if<trade::TradeCommand>(&command);
            return order != nullptr && std::holds_alternative<trade::ReadQuotes>(*order);
        };
        std::erase_if(commands, isRead);
        std::erase_if(expected, isRead);
        EXPECT_EQ(bytesOf(commands), bytesOf(expected)) << i;
        if (i == events.size() / 2) {
            const std::string saved = drafting.save();
            auto loaded = Engine::tryLoad(saved);
            ASSERT_TRUE(loaded.ok());
            EXPECT_EQ(loaded->save(), saved);
        }
    }
}

TEST(Engine, ReadsTheQuoteOfADraftBeforeItIsTooOldAndNotTooOften) {
    EngineBench bench;
    bench.makeReady();
    bench.step(MarketEvent(QuoteReceived{quoteAt(bench.now.market, 200, 210)}));
    EXPECT_EQ(readsOfDraft(bench, Duration::seconds(10)), 0U) << "nobody looks";
    const auto first = orderCommands<trade::ReadQuotes>(bench.step(UserEvent(TicketDrafted{ticket("t")})));
    ASSERT_EQ(first.size(), 1U);
    EXPECT_EQ(first[0].symbols, std::vector<Symbol>{kCall});
    EXPECT_EQ(readsOfDraft(bench, Duration::seconds(10)), 5U) << "unanswered: every two seconds";
    bench.step(MarketEvent(QuotesRead{{quoteAt(bench.now.market, 200, 210)}}));
    EXPECT_EQ(readsOfDraft(bench, Duration::milliseconds(2'400)), 0U) << "new enough";
    EXPECT_EQ(readsOfDraft(bench, Duration::milliseconds(200)), 1U) << "half the limit";
    bench.step(UserEvent(TicketDrafted{}));
    EXPECT_EQ(readsOfDraft(bench, Duration::seconds(10)), 0U);
}

TEST(Engine, TheDaysProfitIsEquityLessYesterdaysAndUnknownWithoutThem) {
    EngineBench bench;
    bench.makeReady();
    EXPECT_FALSE(bench.engine.snapshot().dayProfit.has_value());
    const auto sweeps = orderCommands<trade::SweepBroker>(bench.wait(Duration::seconds(15)));
    ASSERT_EQ(sweeps.size(), 1U);
    BrokerSwept books = bench.books(sweeps[0].sweepId);
    books.sweep.account.equity = Money::dollars(49'000);
    books.sweep.account.lastEquity = Money::dollars(50'000);
    bench.step(OrderEvent(books));
    EXPECT_EQ(bench.engine.snapshot().dayProfit, Money::dollars(-1'000));
}

TEST(Engine, EquityFollowsFillsAndMarksBetweenTwoReadingsOfTheAccount) {
    EngineBench bench;
    bench.makeReady();
    const auto readAccount = [&](Money equity) {
        const auto sweeps = orderCommands<trade::SweepBroker>(bench.wait(Duration::seconds(15)));
        ASSERT_EQ(sweeps.size(), 1U);
        BrokerSwept books = bench.books(sweeps[0].sweepId);
        books.sweep.account.equity = equity;
        books.sweep.account.lastEquity = Money::dollars(50'000);
        bench.step(OrderEvent(books));
    };
    readAccount(Money::dollars(50'000));
    bench.step(MarketEvent(QuoteReceived{quoteAt(bench.now.market, 200, 210)}));
    const auto appends =
        orderCommands<trade::AppendRecords>(bench.step(UserEvent(TicketSubmitted{ticket("t")})));
    ASSERT_EQ(appends.size(), 1U);
    const auto sent =
        orderCommands<trade::TransmitOrder>(bench.step(OrderEvent(LogAppended{appends[0].ticket})));
    ASSERT_EQ(sent.size(), 1U);
    trade::OrderUpdate fill;
    fill.kind = trade::OrderEventKind::Fill;
    fill.order.id = BrokerOrderId("B-1");
    fill.order.clientOrderId = bench.engine.orders().book().orders().begin()->first;
    fill.order.symbol = kCall;
    fill.order.quantity = fill.order.filledQuantity = Quantity::whole(2);
    fill.order.side = trade::Side::Buy;
    fill.order.status = trade::OrderStatus::Filled;
    fill.executionId = ExecutionId("X-1");
    fill.quantity = Quantity::whole(2);
    fill.price = Price::fromCents(210);
    fill.at = bench.now.market;
    bench.step(OrderEvent(OrderUpdateReceived{fill}));
    const auto equity = [&] { return bench.engine.snapshot().equity; };
    EXPECT_EQ(equity(), Money::dollars(49'990)) << "bought at 2.10, the middle is 2.05";
    EXPECT_EQ(bench.engine.snapshot().dayProfit, Money::dollars(-10));
    bench.step(MarketEvent(QuoteReceived{quoteAt(bench.now.market + Duration::milliseconds(1), 220, 230)}));
    EXPECT_EQ(equity(), Money::dollars(50'030));
    // The next reading says it itself; nothing is counted twice.
    readAccount(Money::dollars(50'028));
    EXPECT_EQ(equity(), Money::dollars(50'028));
    bench.step(MarketEvent(QuoteReceived{quoteAt(bench.now.market, 230, 240)}));
    EXPECT_EQ(equity(), Money::dollars(50'048));
}

TEST(Engine, CopiesTheBookForReadersOnlyWhenSomethingInItMayHaveChanged) {
    EngineBench bench;
    bench.makeReady();
    bench.step(MarketEvent(QuoteReceived{quoteAt(bench.now.market, 200, 210)}));
    const auto quiet = bench.engine.snapshot().orders;
    bench.wait(Duration::milliseconds(100));
    bench.step(MarketEvent(QuoteReceived{quoteAt(bench.now.market, 201, 211)}));
    EXPECT_EQ(bench.engine.snapshot().orders, quiet) << "nothing is open, so no figure of it moved";
    const auto appends =
        orderCommands<trade::AppendRecords>(bench.step(UserEvent(TicketSubmitted{ticket("t")})));
    ASSERT_EQ(appends.size(), 1U);
    EXPECT_EQ(bench.engine.snapshot().orders, quiet) << "not durable yet";
    bench.step(OrderEvent(LogAppended{appends[0].ticket}));
    const auto entering = bench.engine.snapshot().orders;
    EXPECT_NE(entering, quiet);
    bench.step(MarketEvent(QuoteReceived{quoteAt(bench.now.market, 202, 212)}));
    EXPECT_NE(bench.engine.snapshot().orders, entering) << "the mark of an open trade moved";
}

TEST(Engine, SaysOnceWhatADataPlanLeavesOutAndShowsIt) {
    EngineBench bench;
    StreamChosen chosen{Channel::StockStream, 30, {Symbol::of("AAPL"), Symbol::of("MSFT")}, true};
    auto notices = orderCommands<trade::Notice>(bench.step(LinkEvent(chosen)));
    ASSERT_EQ(notices.size(), 1U);
    EXPECT_EQ(notices[0].code, "feed.limit");
    EXPECT_EQ(notices[0].message.find("Stock data: the plan streams 30 symbols at once, and 2 more"), 0U);
    const auto snapshot = bench.engine.snapshot();
    EXPECT_FALSE(snapshot.isStreamed(Symbol::of("AAPL")));
    EXPECT_TRUE(snapshot.isStreamed(Symbol::of("SPY")));
    chosen.leftOut.insert(Symbol::of("TSLA"));
    EXPECT_TRUE(orderCommands<trade::Notice>(bench.step(LinkEvent(chosen))).empty()) << "no news";
    chosen.leftOut.clear();
    EXPECT_TRUE(orderCommands<trade::Notice>(bench.step(LinkEvent(chosen))).empty());
    EXPECT_TRUE(bench.engine.snapshot().isStreamed(Symbol::of("AAPL")));
    chosen = {Channel::OptionStream, 200, {kCall}, false};
    notices = orderCommands<trade::Notice>(bench.step(LinkEvent(chosen)));
    ASSERT_EQ(notices.size(), 1U);
    EXPECT_EQ(notices[0].message.find("Options data"), 0U);
    auto loaded = Engine::tryLoad(bench.engine.save());
    ASSERT_TRUE(loaded.ok());
    EXPECT_FALSE(loaded->snapshot().isStreamed(kCall));
}

TEST(Engine, TheTroublesOfAStreamAreSaidButNotAgainAndAgain) {
    EngineBench bench;
    const Event trouble = LinkEvent(FeedTroubled{Channel::StockStream, "A frame could not be read."});
    ASSERT_EQ(orderCommands<trade::Notice>(bench.step(trouble)).size(), 1U);
    bench.wait(Duration::minutes(9));
    EXPECT_TRUE(orderCommands<trade::Notice>(bench.step(trouble)).empty());
    bench.wait(Duration::minutes(2));
    EXPECT_EQ(orderCommands<trade::Notice>(bench.step(trouble)).size(), 1U);
    std::size_t said = 0;
    for (int i = 0; i < 200; ++i)
        said += orderCommands<trade::Notice>(
                    bench.step(LinkEvent(FeedTroubled{Channel::OptionStream, std::to_string(i)})))
                    .size();
    EXPECT_LT(said, 40U) << "a stream that says ever new things has a bound";
}

TEST(Engine, ShowsTheVendorThatServesAndSaysWhenItChanges) {
    EngineBench bench;
    const auto link = [&](market::Vendor vendor, LinkState state) {
        return orderCommands<trade::Notice>(
            bench.step(LinkEvent(LinkChanged{Channel::StockStream, state, "why", vendor})));
    };
    link(market::Vendor::Alpaca, LinkState::Open);
    ASSERT_EQ(link(market::Vendor::Alpaca, LinkState::Down).size(), 1U);
    EXPECT_TRUE(link(market::Vendor::Polygon, LinkState::Open).empty()) << "it only waits to take over";
    EXPECT_EQ(bench.engine.snapshot().links.at(Channel::StockStream).state, LinkState::Down);
    const Event chosen = LinkEvent(FeedChosen{Channel::StockStream, market::Vendor::Polygon, "it is there."});
    const auto notices = orderCommands<trade::Notice>(bench.step(chosen));
    ASSERT_EQ(notices.size(), 1U);
    EXPECT_EQ(notices[0].message,
              "Stock data now comes from Polygon: it is there. It does not tell of halts.");
    EXPECT_TRUE(orderCommands<trade::Notice>(bench.step(chosen)).empty());
    auto loaded = Engine::tryLoad(bench.engine.save());
    ASSERT_TRUE(loaded.ok());
    const LinkView view = loaded->snapshot().links.at(Channel::StockStream);
    EXPECT_EQ(view.vendor, market::Vendor::Polygon);
    EXPECT_EQ(view.state, LinkState::Open);
}

TEST(Engine, OnlyTheVendorThatServesPricesAnything) {
    EngineBench bench;
    const Event other =
        MarketEvent(QuoteReceived{quoteAt(bench.now.market, 202, 212), market::Vendor::Polygon});
    bench.step(other);
    EXPECT_EQ(bench.engine.quotes().find(kCall), nullptr);
    bench.step(LinkEvent(FeedChosen{Channel::OptionStream, market::Vendor::Polygon, "it is there."}));
    bench.step(other);
    EXPECT_NE(bench.engine.quotes().find(kCall), nullptr);
}

TEST(Engine, ASeriesTakesThePrintsOfItsOwnFeedOnly) {
    EngineBench bench;
    const Symbol spy = Symbol::of("SPY");
    const market::SeriesKey ours{spy, market::Timeframe::Minute1, market::SeriesSession::Regular, "sip",
                                 market::Adjustment::Raw};
    market::SeriesKey theirs = ours;
    theirs.feed = market::kPolygonFeed;
    bench.step(UserEvent(SeriesWanted{{ours, theirs}, ours}));
    for (const market::Vendor vendor : {market::Vendor::Alpaca, market::Vendor::Polygon})
        bench.step(LinkEvent(LinkChanged{Channel::StockStream, LinkState::Open, "", vendor}));
    market::TradePrint print;
    print.symbol = spy;
    print.size = 100;
    print.at = bench.now.market;
    print.price = Price::fromCents(66'200);
    bench.step(MarketEvent(TradePrinted{print, market::Vendor::Alpaca}));
    print.price = Price::fromCents(66'300);
    bench.step(MarketEvent(TradePrinted{print, market::Vendor::Polygon}));
    const auto series = bench.engine.snapshot().series;
    const auto lastOf = [&](const market::SeriesKey& key) { return series->at(key)->last()->bar.close; };
    EXPECT_EQ(lastOf(ours), Price::fromCents(66'200));
    EXPECT_EQ(lastOf(theirs), Price::fromCents(66'300));
}

} // namespace
} // namespace strikedesk::engine
