// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/handover/event_inbox.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <string>
#include <thread>

// The engine's door: what a person or the broker says never waits behind market data and is never lost.

namespace strikedesk::handover {
namespace {

constexpr Duration kNoWait = Duration::nanoseconds(0);
constexpr Duration kPatience = Duration::seconds(20);

engine::Event quote(const std::string& symbol, std::int64_t cents) {
    market::Quote quote;
    quote.symbol = Symbol::of(symbol);
    quote.bid = Price::fromCents(cents);
    quote.ask = Price::fromCents(cents + 1);
    return engine::MarketEvent(engine::QuoteReceived{quote});
}

engine::Event print(const std::string& symbol, std::int64_t cents) {
    market::TradePrint print;
    print.symbol = Symbol::of(symbol);
    print.price = Price::fromCents(cents);
    return engine::MarketEvent(engine::TradePrinted{print});
}

engine::Event appended(std::uint64_t ticket) { return engine::OrderEvent(engine::LogAppended{ticket}); }

std::uint64_t ticketOf(const engine::Event& event) {
    const auto* order = std::get_if<engine::OrderEvent>(&event);
    const auto* log = order == nullptr ? nullptr : std::get_if<engine::LogAppended>(order);
    return log == nullptr ? 0 : log->ticket;
}

/// "SPY 100" for a quote, "SPY p100" for a print, "order 3" for an acknowledgement.
std::string textOf(const engine::Event& event) {
    const auto* market = std::get_if<engine::MarketEvent>(&event);
    if (market == nullptr)
        return "order " + std::to_string(ticketOf(event));
    if (const auto* q = std::get_if<engine::QuoteReceived>(market))
        return q->quote.symbol.text() + " " + q->quote.bid.text();
    const auto& p = std::get<engine::TradePrinted>(*market);
    return p.print.symbol.text() + " p" + p.print.price.text();
}

std::vector<std::string> textsOf(const std::vector<engine::Event>& events) {
    std::vector<std::string> texts;
    for (const engine::Event& event : events)
        texts.push_back(textOf(event));
    return texts;
}

using Texts = std::vector<std::string>;

TEST(EventInbox, OrdersAndPeopleComeBeforeMarketDataThatWaitedLonger) {
    EventInbox inbox;
    inbox.post(quote("SPY", 100));
    inbox.post(print("SPY", 101));
    inbox.post(appended(1));
    inbox.post(engine::UserEvent(engine::KillRequested{trade::KillLevel::BlockEntries, "a test"}));
    const auto batch = inbox.take(kNoWait);
    ASSERT_EQ(batch.size(), 4u);
    EXPECT_EQ(ticketOf(batch[0]), 1u);
    EXPECT_TRUE(std::holds_alternative<engine::UserEvent>(batch[1]));
    EXPECT_EQ(textOf(batch[2]), "SPY 1.00");
    EXPECT_EQ(textOf(batch[3]), "SPY p1.01");
}

TEST(EventInbox, EachLaneKeepsItsOrder) {
    EventInbox inbox;
    for (std::uint64_t i = 1; i <= 3; ++i) {
        inbox.post(print("SPY", static_cast<std::int64_t>(100 * i)));
        inbox.post(appended(i));
    }
    EXPECT_EQ(textsOf(inbox.take(kNoWait)),
              (Texts{"order 1", "order 2", "order 3", "SPY p1.00", "SPY p2.00", "SPY p3.00"}));
}

TEST(EventInbox, ANewerQuoteTakesTheUnreadOnesPlace) {
    EventInbox inbox;
    inbox.post(quote("SPY", 100));
    inbox.post(print("SPY", 150));
    inbox.post(quote("AAPL", 300));
    inbox.post(quote("SPY", 200));
    EXPECT_EQ(textsOf(inbox.take(kNoWait)), (Texts{"SPY 2.00", "SPY p1.50", "AAPL 3.00"}));
    EXPECT_EQ(inbox.conflated(), 1u);
    // What was read is no longer replaced.
    inbox.post(quote("SPY", 300));
    EXPECT_EQ(textsOf(inbox.take(kNoWait)), (Texts{"SPY 3.00"}));
    EXPECT_EQ(inbox.conflated(), 1u);
}

TEST(EventInbox, ABatchHoldsAtMost256MarketEventsAndConflationStillFindsTheRest) {
    EventInbox inbox;
    for (int i = 0; i < 300; ++i)
        inbox.post(quote("S" + std::to_string(i), 100 + i));
    EXPECT_EQ(inbox.waiting(), 300u);
    EXPECT_EQ(inbox.take(kNoWait).size(), EventInbox::kMarketPerBatch);
    inbox.post(quote("S299", 9'900));
    inbox.post(quote("S0", 7'700)); // was read, so it queues anew
    const auto rest = textsOf(inbox.take(kNoWait));
    ASSERT_EQ(rest.size(), 45u);
    EXPECT_EQ(rest.front(), "S256 3.56");
    EXPECT_EQ(rest[43], "S299 99.00");
    EXPECT_EQ(rest[44], "S0 77.00");
    EXPECT_EQ(inbox.conflated(), 1u);
}

TEST(EventInbox, PrintsThatFindNoRoomAreCountedAndOrdersStillCome) {
    EventInbox inbox;
    for (std::size_t i = 0; i < EventInbox::kMarketLimit + 3; ++i)
        inbox.post(print("SPY", 100));
    EXPECT_EQ(inbox.dropped(), 3u);
    inbox.post(appended(7));
    EXPECT_EQ(ticketOf(inbox.take(kNoWait).front()), 7u);
    // A quote is always taken: it is the newest there is, and one a symbol is bounded by the symbols.
    inbox.post(quote("SPY", 100));
    EXPECT_EQ(inbox.dropped(), 3u);
}

engine::Event page(std::uint64_t request) {
    market::HistoryPage page;
    page.request = request;
    return engine::MarketEvent(engine::HubAnswered{page});
}

std::uint64_t requestOf(const engine::Event& event) {
    const auto* market = std::get_if<engine::MarketEvent>(&event);
    const auto* hub = market == nullptr ? nullptr : std::get_if<engine::HubAnswered>(market);
    return hub == nullptr ? 0 : std::get<market::HistoryPage>(hub->answer).request;
}

TEST(EventInbox, APageOfHistoryEndsItsBatchSoThatAnOrderWaitsForOneOnly) {
    EventInbox inbox;
    inbox.post(print("SPY", 100));
    inbox.post(page(1));
    inbox.post(page(2));
    inbox.post(print("SPY", 200));
    const auto first = inbox.take(kNoWait);
    ASSERT_EQ(first.size(), 2u);
    EXPECT_EQ(requestOf(first[1]), 1u);
    inbox.post(appended(9));
    const auto second = inbox.take(kNoWait);
    ASSERT_EQ(second.size(), 2u);
    EXPECT_EQ(ticketOf(second[0]), 9u);
    EXPECT_EQ(requestOf(second[1]), 2u);
    EXPECT_EQ(textsOf(inbox.take(kNoWait)), (Texts{"SPY p2.00"}));
}

TEST(EventInbox, HistoryIsNeverDroppedAndKeepsItsPlaceAmongPrints) {
    EventInbox inbox;
    for (std::size_t i = 0; i < EventInbox::kMarketLimit; ++i)
        inbox.post(print("SPY", 100));
    inbox.post(page(1));
    inbox.post(print("SPY", 200));
    EXPECT_EQ(inbox.dropped(), 1u);
    std::size_t prints = 0;
    for (auto batch = inbox.take(kNoWait); !batch.empty(); batch = inbox.take(kNoWait)) {
        prints += batch.size();
        if (requestOf(batch.back()) == 1)
            break;
    }
    EXPECT_EQ(prints, EventInbox::kMarketLimit + 1);
    EXPECT_EQ(inbox.waiting(), 0u);
}

TEST(EventInbox, CloseWakesTheTakerAndEndsThePosting) {
    EventInbox inbox;
    auto taken = std::async(std::launch::async, [&inbox] { return inbox.take(kPatience); });
    inbox.close();
    EXPECT_TRUE(taken.get().empty());
    EXPECT_TRUE(inbox.isClosed());
    inbox.post(appended(1));
    inbox.post(quote("SPY", 100));
    EXPECT_EQ(inbox.waiting(), 0u);
}

TEST(EventInbox, WhatWaitedAtTheCloseIsStillTaken) {
    EventInbox inbox;
    inbox.post(appended(1));
    inbox.close();
    EXPECT_EQ(inbox.take(kNoWait).size(), 1u);
    EXPECT_TRUE(inbox.take(kNoWait).empty());
}

TEST(EventInbox, ASenderThatFindsTheUrgentLaneFullWaitsAndLosesNothing) {
    EventInbox inbox;
    for (std::size_t i = 0; i < EventInbox::kUrgentLimit; ++i)
        inbox.post(appended(1));
    std::atomic<bool> through = false;
    std::thread sender([&] {
        inbox.post(appended(2));
        through = true;
    });
    EXPECT_FALSE(through);
    std::size_t count = 0;
    std::uint64_t last = 0;
    while (last != 2) {
        const auto batch = inbox.take(kPatience);
        ASSERT_FALSE(batch.empty());
        count += batch.size();
        last = ticketOf(batch.back());
    }
    sender.join();
    EXPECT_EQ(count, EventInbox::kUrgentLimit + 1);
}

TEST(EventInbox, AClosedInboxLetsAWaitingSenderGo) {
    EventInbox inbox;
    for (std::size_t i = 0; i < EventInbox::kUrgentLimit; ++i)
        inbox.post(appended(1));
    std::thread sender([&inbox] { inbox.post(appended(2)); });
    inbox.close();
    sender.join();
    // What the sender held is kept when it waited already, and ignored when it came after the close.
    const std::size_t taken = inbox.take(kNoWait).size();
    EXPECT_GE(taken, EventInbox::kUrgentLimit);
    EXPECT_LE(taken, EventInbox::kUrgentLimit + 1);
}

TEST(EventInbox, ManySendersLoseNoOrderEventAndKeepEachSendersOrder) {
    constexpr std::uint64_t kSenders = 4;
    constexpr std::uint64_t kEach = 5'000;
    EventInbox inbox;
    std::vector<std::thread> senders;
    for (std::uint64_t s = 0; s < kSenders; ++s)
        senders.emplace_back([&inbox, s] {
            for (std::uint64_t i = 1; i <= kEach; ++i) {
                inbox.post(appended(s * 1'000'000 + i));
                inbox.post(quote("SPY", static_cast<std::int64_t>(i)));
            }
        });
    std::vector<std::uint64_t> next(kSenders, 1);
    std::uint64_t orders = 0;
    std::uint64_t quotes = 0;
    while (orders < kSenders * kEach) {
        for (const engine::Event& event : inbox.take(kPatience)) {
            const std::uint64_t ticket = ticketOf(event);
            if (ticket == 0) {
                ++quotes;
                continue;
            }
            ++orders;
            EXPECT_EQ(ticket % 1'000'000, next[ticket / 1'000'000]++);
        }
    }
    for (std::thread& sender : senders)
        sender.join();
    quotes += inbox.take(kNoWait).size();
    // Every quote was either read or replaced by a newer one.
    EXPECT_EQ(quotes + inbox.conflated(), kSenders * kEach);
    EXPECT_EQ(inbox.dropped(), 0u);
}

} // namespace
} // namespace strikedesk::handover
