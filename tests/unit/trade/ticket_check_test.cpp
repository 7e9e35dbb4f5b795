// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/risk/figure_text.h"
#include "core/trade/risk/ticket_check.h"
#include "tests/unit/trade/order_core_bench.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace strikedesk::trade {
namespace {

using testing::Contains;

TicketCheck judge(OrderCoreBench& bench, const EntryTicket& ticket) {
    return checkTicket(ticket, bench.core.book(), bench.core.memory(), bench.context());
}

std::vector<std::string> labels(const TicketCheck& check) {
    std::vector<std::string> words;
    for (const GateCheck& gate : check.checks)
        words.push_back(gate.label);
    return words;
}

const GateCheck* find(const TicketCheck& check, const std::string& code) {
    const auto found = std::find_if(check.checks.begin(), check.checks.end(),
                                    [&](const GateCheck& gate) { return gate.code == code; });
    return found == check.checks.end() ? nullptr : &*found;
}

TEST(TicketCheck, SaysWithFiguresWhyASoundTicketMayLeave) {
    OrderCoreBench bench;
    bench.quote(195, 200);
    bench.facts.account->optionsBuyingPower = Money::dollars(50'000);
    bench.now.market = bench.now.market + Duration::milliseconds(300);
    EntryTicket ticket = bench.ticket(4, 200);
    ticket.plan.takeProfit = TakeProfit{TakeProfit::Kind::PlusPercent, Price(), 5'000};
    ticket.plan.stop = Price::fromCents(100);
    const TicketCheck check = judge(bench, ticket);
    EXPECT_TRUE(check.mayLeave);
    const auto words = labels(check);
    for (const char* expected :
         {"Kill switch off", "Desk is READY", "Market open, no halt", "Quote age 0.3 s ≤ 5 s",
          "Spread 2.5 % ≤ 5 %", "Contract tradable", "Quantity 4 ≤ 50", "Price on the 0.01 grid",
          "Value 800.00 ≤ 25,000.00", "Price within collar (+0.0 % of the ask)",
          "Take-profit 3.00 on the grid", "Stop 1.00 below 2.00", "No equal order in the last 10 s",
          "0 of 60 orders in the last minute", "Open trade 1 of 10 allowed",
          "On this underlying 1 of 3 allowed", "Trade 1 of 20 allowed today", "Buying power 49,200.00 after",
          "Daily loss budget 1,000.00 left"})
        EXPECT_THAT(words, Contains(expected));
    EXPECT_TRUE(std::all_of(check.checks.begin(), check.checks.end(),
                            [](const GateCheck& gate) { return gate.passed; }));
}

TEST(TicketCheck, AWideSpreadIsSaidToAPersonAndNotForbidden) {
    OrderCoreBench bench;
    bench.quote(180, 220);
    const TicketCheck check = judge(bench, bench.ticket(1, 200));
    EXPECT_TRUE(check.mayLeave);
    ASSERT_NE(find(check, "spread"), nullptr);
    EXPECT_EQ(find(check, "spread")->label, "Spread 20.0 % > 5 % (automatic orders only)");
    EXPECT_TRUE(find(check, "spread")->passed);
    EXPECT_TRUE(find(check, "spread")->isRemark) << "a plain tick would call it good";
}

TEST(TicketCheck, ARefusedGateCarriesTheSentenceOfTheOrdersRefusal) {
    OrderCoreBench bench;
    const EntryTicket ticket = bench.ticket(51, 210);
    const TicketCheck check = judge(bench, ticket);
    EXPECT_FALSE(check.mayLeave);
    const auto refusal = checkEntry(ticket, bench.core.book(), bench.core.memory(), bench.context());
    ASSERT_TRUE(refusal);
    ASSERT_NE(find(check, refusal->code), nullptr);
    EXPECT_FALSE(find(check, refusal->code)->passed);
    EXPECT_EQ(find(check, refusal->code)->label, refusal->message);
}

TEST(TicketCheck, AnOldQuoteAsksForANewOne) {
    OrderCoreBench bench;
    bench.now.market = bench.now.market + Duration::seconds(6);
    const TicketCheck check = judge(bench, bench.ticket());
    ASSERT_NE(find(check, "quote_stale"), nullptr);
    EXPECT_TRUE(find(check, "quote_stale")->needsFreshQuote);
    EXPECT_FALSE(check.mayLeave);
}

TEST(TicketFigures, OfALongCallWithFeesOnBothSides) {
    OrderCoreBench bench;
    bench.settings.commissionPerContract = Money::fromCents(70);
    bench.facts.account->optionsBuyingPower = Money::dollars(50'000);
    EntryTicket ticket = bench.ticket(9, 552);
    ticket.plan.takeProfit = TakeProfit{TakeProfit::Kind::AtPrice, Price::fromCents(828), 0};
    ticket.plan.stop = Price::fromCents(268);
    const TicketFigures figures = figuresOf(ticket, bench.core.book(), bench.context());
    // Domain rules 9, the worked example: 4,968.00 + 6.30; +2,471.40 at 8.28; −2,568.60 at 2.68.
    EXPECT_EQ(figures.cost, Money::dollars(4'968));
    EXPECT_EQ(figures.fees, Money::fromCents(1'260));
    EXPECT_EQ(figures.maxLoss, Money::fromCents(497'430));
    EXPECT_FALSE(figures.maxGain.has_value());
    EXPECT_EQ(figures.breakEven, Price::fromCents(50'552));
    EXPECT_EQ(figures.buyingPowerAfter, Money::dollars(45'032));
    EXPECT_EQ(figures.target, Price::fromCents(828));
    EXPECT_EQ(figures.profitAtTarget, Money::fromCents(247'140));
    EXPECT_EQ(figures.lossAtStop, Money::fromCents(-256'860));
}

struct SideCase {
    const char* symbol;
    PositionIntent intent;
    std::int64_t multiplier;
    std::int64_t costCents;
    std::int64_t breakEvenCents;
    std::optional<std::int64_t> maxLossCents;
    std::optional<std::int64_t> maxGainCents;
};

TEST(TicketFigures, OfEverySideOfAContractAndOfShares) {
    using enum PositionIntent;
    // Two at 2.00; strike 500.
    const SideCase cases[] = {
        {"SPY260320C00500000", BuyToOpen, 100, 40'000, 50'200, 40'000, {}},
        {"SPY260320P00500000", BuyToOpen, 100, 40'000, 49'800, 40'000, 9'960'000},
        {"SPY260320C00500000", SellToOpen, 100, -40'000, 50'200, {}, 40'000},
        {"SPY260320P00500000", SellToOpen, 100, -40'000, 49'800, 9'960'000, 40'000},
        {"F", BuyToOpen, 1, 400, 200, 400, {}},
        {"F", SellToOpen, 1, -400, 200, {}, 400},
    };
    OrderCoreBench bench;
    for (const SideCase& entry : cases) {
        EntryTicket ticket = bench.ticket(2, 200);
        ticket.symbol = Symbol::of(entry.symbol);
        ticket.intent = entry.intent;
        ticket.multiplier = entry.multiplier;
        const TicketFigures figures = figuresOf(ticket, bench.core.book(), bench.context());
        const auto cents = [](const std::optional<Money>& money) {
            return money ? std::optional<std::int64_t>(money->units() / 100) : std::nullopt;
        };
        SCOPED_TRACE(std::string(entry.symbol) + (entry.intent == BuyToOpen ? " long" : " short"));
        EXPECT_EQ(figures.cost, Money::fromCents(entry.costCents));
        EXPECT_EQ(figures.breakEven, Price::fromCents(entry.breakEvenCents));
        EXPECT_EQ(cents(figures.maxLoss), entry.maxLossCents);
        EXPECT_EQ(cents(figures.maxGain), entry.maxGainCents);
    }
}

TEST(TicketFigures, AShortGainsBelowAndLosesAboveItsPrice) {
    OrderCoreBench bench;
    EntryTicket ticket = bench.ticket(1, 200);
    ticket.intent = PositionIntent::SellToOpen;
    ticket.plan.takeProfit = TakeProfit{TakeProfit::Kind::PlusPercent, Price(), 5'000};
    ticket.plan.stop = Price::fromCents(300);
    const TicketFigures figures = figuresOf(ticket, bench.core.book(), bench.context());
    EXPECT_EQ(figures.target, Price::fromCents(100));
    EXPECT_EQ(figures.profitAtTarget, Money::dollars(100));
    EXPECT_EQ(figures.lossAtStop, Money::dollars(-100));
    EXPECT_FALSE(figures.buyingPowerAfter.has_value());
}

TEST(TicketFigures, NonsenseGivesNoFiguresAndDoesNotStumble) {
    OrderCoreBench bench;
    const std::int64_t quantities[] = {0, -1, Quantity::kUnitsPerOne, Quantity::kMaxUnits,
                                       -Quantity::kMaxUnits};
    const std::int64_t prices[] = {0, -1, 20'000, Price::kMaxUnits, -Price::kMaxUnits};
    const std::int64_t plans[] = {0, INT64_MIN, INT64_MAX, Price::kMaxUnits};
    for (const std::int64_t quantity : quantities)
        for (const std::int64_t price : prices)
            for (const std::int64_t figure : plans)
                for (const std::int64_t multiplier : {INT64_C(-1), INT64_C(0), INT64_C(100), INT64_MAX}) {
                    EntryTicket ticket = bench.ticket();
                    ticket.quantity = Quantity::fromUnits(quantity);
                    ticket.limitPrice = Price::fromUnits(price);
                    ticket.multiplier = multiplier;
                    ticket.plan.stop = Price::fromUnits(figure);
                    ticket.plan.takeProfit =
                        TakeProfit{TakeProfit::Kind::PlusAmount, Price::fromUnits(figure), figure};
                    const TicketCheck check = judge(bench, ticket);
                    EXPECT_EQ(
                        check.mayLeave,
                        allRefusals(ticket, bench.core.book(), bench.core.memory(), bench.context()).empty());
                }
}

TEST(FigureText, WritesMoneyAgesAndSharesTheOneWay) {
    EXPECT_EQ(moneyText(Money()), "0.00");
    EXPECT_EQ(moneyText(Money::fromUnits(4'919'720'000'000)), "491,972,000.00");
    EXPECT_EQ(moneyText(Money::dollars(-1'234)), "-1,234.00");
    EXPECT_EQ(moneyText(Money::dollars(-123)), "-123.00");
    EXPECT_EQ(moneyText(Money::fromUnits(1'250)), "0.12");
    EXPECT_EQ(moneyText(Money::dollars(999)), "999.00");
    EXPECT_EQ(ageText(Duration::milliseconds(5'049)), "5.0 s");
    EXPECT_EQ(limitText(Duration::seconds(5)), "5 s");
    EXPECT_EQ(limitText(Duration::milliseconds(500)), "0.5 s");
    EXPECT_EQ(signedPercentText(-0.01), "+0.0 %");
    EXPECT_EQ(signedPercentText(-1.04), "-1.0 %");
    EXPECT_EQ(percentText(1e300), "? %");
    EXPECT_EQ(hundredthsText(25), "0.25 %");
}

} // namespace
} // namespace strikedesk::trade
