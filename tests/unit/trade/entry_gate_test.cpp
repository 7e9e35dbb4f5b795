// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/risk/ticket_check.h"
#include "tests/unit/trade/order_core_bench.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace strikedesk::trade {
namespace {

using Change = std::function<void(OrderCoreBench&, EntryTicket&)>;

struct Case {
    const char* code;
    Change change;
};

/// Every reason on its own, in the order in which the gate asks: what lies outside the ticket first.
const std::vector<Case>& casesOfTheWorld() {
    static const std::vector<Case> all = {
        {"kill", [](auto& b, auto&) { b.core.setKill(KillLevel::BlockEntries, "test", b.context()); }},
        {"disarmed",
         [](auto& b, auto& t) {
             b.core.setKill(KillLevel::Disarm, "test", b.context());
             b.facts.readiness = Readiness::Armed;
             t.origin = OrderOrigin::Machine;
         }},
        {"lease", [](auto& b, auto&) { b.facts.leaseHeld = false; }},
        {"not_ready", [](auto& b, auto&) { b.facts.readiness = Readiness::Observe; }},
        {"not_ready", [](auto&, auto& t) { t.origin = OrderOrigin::Machine; }},
        {"session", [](auto& b, auto&) { b.facts.sessionOpen = false; }},
        {"halted", [](auto& b, auto&) { b.quotes.setHalted(b.symbol, true); }},
        {"halted", [](auto& b, auto&) { b.quotes.setHalted(Symbol::of("SPY"), true); }},
        {"stream", [](auto& b, auto&) { b.facts.streamReady = false; }},
        {"account_stale", [](auto& b, auto&) { b.facts.account.reset(); }},
        {"account_stale",
         [](auto& b, auto&) { b.facts.accountReadAt = b.now.mono + Duration::seconds(-61); }},
        {"account_blocked", [](auto& b, auto&) { b.facts.account->tradingBlocked = true; }},
        {"account_blocked", [](auto& b, auto&) { b.facts.account->accountBlocked = true; }},
        {"account_blocked", [](auto& b, auto&) { b.facts.account->tradeSuspendedByUser = true; }},
        {"spread",
         [](auto& b, auto& t) {
             b.facts.readiness = Readiness::Armed;
             t.origin = OrderOrigin::Machine;
             b.quote(200, 215);
         }},
        {"adjusted",
         [](auto& b, auto& t) {
             t.symbol = Symbol::of("SPY1260320C00500000");
             market::Quote quote = b.quotes.find(b.symbol)->quote;
             quote.symbol = t.symbol;
             b.quotes.confirm(quote, b.now);
         }},
        {"untradable", [](auto& b, auto&) { b.facts.untradable.insert(b.symbol); }},
    };
    return all;
}

/// The same for what the ticket itself asks for, and for what it would add up to.
const std::vector<Case>& casesOfTheTicket() {
    static const std::vector<Case> all = {
        {"quantity", [](auto&, auto& t) { t.quantity = Quantity(); }},
        {"quantity", [](auto&, auto& t) { t.quantity = Quantity::whole(-1); }},
        {"quantity", [](auto&, auto& t) { t.quantity = Quantity::fromUnits(1'500'000'000); }},
        {"quantity_max", [](auto&, auto& t) { t.quantity = Quantity::whole(51); }},
        {"multiplier", [](auto&, auto& t) { t.multiplier = 0; }},
        {"time_in_force", [](auto&, auto& t) { t.timeInForce = TimeInForce::Ioc; }},
        {"price", [](auto&, auto& t) { t.limitPrice = Price(); }},
        {"price", [](auto&, auto& t) { t.limitPrice = -Price::fromCents(210); }},
        {"price_max", [](auto&, auto& t) { t.limitPrice = Price::fromUnits(Price::kMaxUnits); }},
        {"tick", [](auto&, auto& t) { t.limitPrice = Price::fromUnits(21'050); }},
        {"notional_max", [](auto& b, auto&) { b.settings.maxNotional = Money::dollars(1'000); }},
        {"collar", [](auto&, auto& t) { t.limitPrice = Price::fromCents(253); }},
        {"target",
         [](auto&, auto& t) {
             t.plan.takeProfit = TakeProfit{TakeProfit::Kind::AtPrice, Price::fromCents(209), 0};
         }},
        {"target_tick",
         [](auto&, auto& t) {
             t.plan.takeProfit = TakeProfit{TakeProfit::Kind::AtPrice, Price::fromUnits(30'050), 0};
         }},
        {"plan",
         [](auto&, auto& t) {
             t.plan.takeProfit = TakeProfit{TakeProfit::Kind::PlusAmount, Price::fromUnits(INT64_MAX - 1), 0};
         }},
        {"stop", [](auto&, auto& t) { t.plan.stop = Price::fromCents(210); }},
        {"stop", [](auto&, auto& t) { t.plan.stop = Price(); }},
        {"duplicate_intent", [](auto&, auto& t) { t.intentId = {}; }},
        {"duplicate",
         [](auto& b, auto& t) {
             b.enter(b.ticket());
             b.now.mono = b.now.mono + Duration::seconds(9);
             t.intentId = IntentId("another");
         }},
        {"rate",
         [](auto& b, auto&) {
             b.settings.maxOpenTradesPerSymbol = 10;
             b.holdLog = true; // nothing left yet, but five are about to
             for (int cents = 200; cents < 205; ++cents)
                 b.enter(b.ticket(1, cents));
         }},
        {"open_trades", [](auto& b, auto&) { b.settings.maxOpenTrades = 0; }},
        {"open_trades_symbol", [](auto& b, auto&) { b.settings.maxOpenTradesPerSymbol = 0; }},
        {"trades_per_day", [](auto& b, auto&) { b.settings.maxTradesPerDay = 0; }},
        {"buying_power", [](auto& b, auto&) { b.facts.account->optionsBuyingPower = Money::dollars(1'049); }},
        {"buying_power", [](auto& b, auto&) { b.facts.account->optionsBuyingPower.reset(); }},
        {"buying_power",
         [](auto& b, auto&) {
             b.facts.account->optionsBuyingPower = Money::dollars(2'000);
             b.enter(b.ticket(5, 209)); // may still fill
         }},
        {"buying_power",
         [](auto& b, auto&) {
             b.facts.account->optionsBuyingPower = Money::dollars(2'000);
             b.hold(b.ticket(5, 209)); // filled after the account was read
         }},
        {"uncovered",
         [](auto&, auto& t) {
             t.intent = PositionIntent::SellToOpen;
             t.limitPrice = Price::fromCents(200);
         }},
    };
    return all;
}

TEST(EntryGate, LetsASoundTicketThrough) {
    OrderCoreBench bench;
    const EntryTicket ticket = bench.ticket();
    EXPECT_FALSE(checkEntry(ticket, bench.core.book(), bench.core.memory(), bench.context()).has_value());
}

TEST(EntryGate, RefusesEachFaultForItsOwnReason) {
    std::vector<Case> cases = casesOfTheWorld();
    cases.insert(cases.end(), casesOfTheTicket().begin(), casesOfTheTicket().end());
    int row = 0;
    for (const Case& entry : cases) {
        OrderCoreBench bench;
        EntryTicket ticket = bench.ticket();
        entry.change(bench, ticket);
        const auto refusal = checkEntry(ticket, bench.core.book(), bench.core.memory(), bench.context());
        ASSERT_TRUE(refusal.has_value()) << "row " << row << ' ' << entry.code;
        EXPECT_EQ(refusal->code, entry.code) << "row " << row;
        EXPECT_FALSE(refusal->message.empty());
        ++row;
    }
}

TEST(EntryGate, NamesTheFirstOfTwoFaultsInItsFixedOrder) {
    // Pairs of faults that do not exclude each other: kill, lease, session, stream, quantity, plan.
    const std::vector<Case> faults = {
        {"kill", [](auto& b, auto&) { b.core.setKill(KillLevel::BlockEntries, "test", b.context()); }},
        {"lease", [](auto& b, auto&) { b.facts.leaseHeld = false; }},
        {"session", [](auto& b, auto&) { b.facts.sessionOpen = false; }},
        {"stream", [](auto& b, auto&) { b.facts.streamReady = false; }},
        {"quote_stale", [](auto& b, auto&) { b.settings.manualQuoteAge = Duration::seconds(-1); }},
        {"untradable", [](auto& b, auto&) { b.facts.untradable.insert(b.symbol); }},
        {"quantity", [](auto&, auto& t) { t.quantity = Quantity(); }},
        {"stop", [](auto&, auto& t) { t.plan.stop = Price::fromCents(300); }},
        {"duplicate_intent", [](auto&, auto& t) { t.intentId = {}; }},
        {"rate", [](auto& b, auto&) { b.settings.maxOrdersPerSecond = 0; }},
        {"open_trades", [](auto& b, auto&) { b.settings.maxOpenTrades = 0; }},
    };
    for (std::size_t first = 0; first < faults.size(); ++first)
        for (std::size_t second = first + 1; second < faults.size(); ++second) {
            OrderCoreBench bench;
            EntryTicket ticket = bench.ticket();
            faults[second].change(bench, ticket);
            faults[first].change(bench, ticket);
            const auto refusal = checkEntry(ticket, bench.core.book(), bench.core.memory(), bench.context());
            ASSERT_TRUE(refusal.has_value());
            EXPECT_EQ(refusal->code, faults[first].code) << "with " << faults[second].code;
        }
}

TEST(EntryGate, AStaleOrUnusableQuoteAsksForANewOne) {
    OrderCoreBench bench;
    bench.now.market = bench.now.market + Duration::seconds(6);
    auto refusal = checkEntry(bench.ticket(), bench.core.book(), bench.core.memory(), bench.context());
    ASSERT_TRUE(refusal && refusal->needsFreshQuote);
    EXPECT_EQ(refusal->code, "quote_stale");
    for (const auto& [bid, ask] : {std::pair{0, 210}, std::pair{210, 210}, std::pair{220, 210}}) {
        bench.quote(bid, ask);
        refusal = checkEntry(bench.ticket(), bench.core.book(), bench.core.memory(), bench.context());
        ASSERT_TRUE(refusal && refusal->needsFreshQuote);
        EXPECT_EQ(refusal->code, "quote_unusable");
    }
}

TEST(EntryGate, LateQuotesPriceNothingAndAlteredOnesOnlyPretendMoney) {
    const auto codeOf = [](market::Grade grade, const char* environment) {
        OrderCoreBench bench;
        bench.quotes = {};
        bench.settings.environment = environment;
        bench.quote(200, 210, grade);
        const auto refusal =
            checkEntry(bench.ticket(), bench.core.book(), bench.core.memory(), bench.context());
        EXPECT_FALSE(refusal && refusal->needsFreshQuote) << "reading it again brings the same";
        return refusal ? refusal->code : std::string();
    };
    for (const char* environment : {"demo", "paper", "live"}) {
        EXPECT_EQ(codeOf(market::Grade::RealTime, environment), "");
        EXPECT_EQ(codeOf(market::Grade::Delayed, environment), "quote_delayed");
    }
    EXPECT_EQ(codeOf(market::Grade::Indicative, "paper"), "");
    EXPECT_EQ(codeOf(market::Grade::Indicative, "live"), "quote_indicative");
}

TEST(EntryGate, ATicketOnAlteredQuotesSaysSo) {
    OrderCoreBench bench;
    bench.settings.environment = "paper";
    bench.advance(Duration::milliseconds(10));
    bench.quote(200, 210, market::Grade::Indicative);
    const auto check = checkTicket(bench.ticket(), bench.core.book(), bench.core.memory(), bench.context());
    const auto said = std::find_if(check.checks.begin(), check.checks.end(),
                                   [](const GateCheck& gate) { return gate.code == "quote_indicative"; });
    ASSERT_NE(said, check.checks.end());
    EXPECT_TRUE(said->passed && said->isRemark);
}

TEST(EntryGate, TheDailyLossIsTheSmallerOfTheTwoFigures) {
    OrderCoreBench bench;
    const ClientOrderId entry = bench.hold(bench.ticket(50, 210));
    ASSERT_FALSE(bench.core.closeTrade(bench.trade().id, ExitReason::Manual, bench.context()));
    bench.pump();
    const ClientOrderId exit = bench.newest();
    ASSERT_NE(exit, entry);
    bench.accept(exit);
    bench.fill(exit, 50, 50, 190); // −1,000
    bench.facts.account->optionsBuyingPower = Money::dollars(500'000);
    const auto codeWith = [&](Money lastEquity) {
        bench.facts.account->lastEquity = lastEquity;
        bench.now.mono = bench.now.mono + Duration::seconds(20);
        const auto refusal =
            checkEntry(bench.ticket(), bench.core.book(), bench.core.memory(), bench.context());
        return refusal ? refusal->code : std::string();
    };
    EXPECT_EQ(codeWith(Money::dollars(100'000)), "daily_loss");
    bench.settings.maxDailyLoss = Money::dollars(2'000);
    EXPECT_EQ(codeWith(Money::dollars(100'000)), "");
    EXPECT_EQ(codeWith(Money::dollars(50'000)), "daily_loss");
}

TEST(EntryGate, ListsEveryFaultOfATicketWithoutStumbling) {
    OrderCoreBench bench;
    EntryTicket ticket = bench.ticket();
    ticket.quantity = Quantity::fromUnits(Quantity::kMaxUnits);
    ticket.limitPrice = Price::fromUnits(Price::kMaxUnits);
    ticket.plan.stop = Price::fromUnits(INT64_MIN);
    ticket.plan.takeProfit = TakeProfit{TakeProfit::Kind::PlusPercent, Price(), INT64_MAX};
    const auto refusals = allRefusals(ticket, bench.core.book(), bench.core.memory(), bench.context());
    EXPECT_GE(refusals.size(), 3U);
    ticket.symbol = Symbol::of("NEVERSEEN");
    EXPECT_GE(allRefusals(ticket, bench.core.book(), bench.core.memory(), bench.context()).size(), 2U);
    bench.facts.account.reset();
    EXPECT_GE(allRefusals(ticket, bench.core.book(), bench.core.memory(), bench.context()).size(), 2U);
}

} // namespace
} // namespace strikedesk::trade
