// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/risk/ticket_check.h"
#include "tests/unit/trade/order_core_bench.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace strikedesk::trade {
namespace {

bool oneIn(int chances) { return *rc::gen::inRange(0, chances) == 0; }

/// A world in which anything may be wrong, and often nothing is.
void disturb(OrderCoreBench& bench) {
    if (oneIn(3))
        bench.hold(bench.ticket(*rc::gen::inRange(1, 6), *rc::gen::inRange(200, 212)));
    if (oneIn(8))
        bench.core.setKill(static_cast<KillLevel>(*rc::gen::inRange(0, 4)), "law", bench.context());
    if (oneIn(8))
        bench.facts.readiness = static_cast<Readiness>(*rc::gen::inRange(0, 4));
    if (oneIn(10))
        bench.facts.sessionOpen = false;
    if (oneIn(10))
        bench.facts.streamReady = false;
    if (oneIn(10))
        bench.facts.account.reset();
    else if (oneIn(4))
        bench.facts.account->optionsBuyingPower = Money::dollars(*rc::gen::inRange(0, 3'000));
    if (oneIn(4))
        bench.quote(*rc::gen::inRange(0, 300), *rc::gen::inRange(0, 300));
    if (oneIn(4))
        bench.now.market = bench.now.market + Duration::seconds(*rc::gen::inRange(0, 10));
    if (oneIn(10))
        bench.settings.maxOpenTrades = *rc::gen::inRange(0, 3);
}

EntryTicket anyTicket(OrderCoreBench& bench) {
    if (!oneIn(3))
        return bench.ticket(*rc::gen::inRange(1, 6), *rc::gen::inRange(200, 213));
    EntryTicket ticket = bench.ticket(*rc::gen::inRange(-1, 60), *rc::gen::inRange(-5, 400));
    if (oneIn(6))
        ticket.limitPrice = Price::fromUnits(*rc::gen::inRange(-10, 50'000));
    if (oneIn(6))
        ticket.intent = static_cast<PositionIntent>(*rc::gen::inRange(0, 5));
    if (oneIn(6))
        ticket.origin = OrderOrigin::Machine;
    if (oneIn(2))
        ticket.plan.stop = Price::fromCents(*rc::gen::inRange(-5, 400));
    if (oneIn(2))
        ticket.plan.takeProfit =
            TakeProfit{static_cast<TakeProfit::Kind>(*rc::gen::inRange(0, 3)),
                       Price::fromCents(*rc::gen::inRange(-5, 800)), *rc::gen::inRange(-20'000, 20'000)};
    if (oneIn(8))
        ticket.multiplier = *rc::gen::inRange(-1, 101);
    if (oneIn(10))
        ticket.intentId = {};
    return ticket;
}

TEST(TicketLaws, TheTicketAndTheOrderAreJudgedAlike) {
    EXPECT_TRUE(rc::check([] {
        OrderCoreBench bench;
        disturb(bench);
        const EntryTicket ticket = anyTicket(bench);
        const auto refusal = checkEntry(ticket, bench.core.book(), bench.core.memory(), bench.context());
        const auto all = allRefusals(ticket, bench.core.book(), bench.core.memory(), bench.context());
        const auto check = checkTicket(ticket, bench.core.book(), bench.core.memory(), bench.context());
        RC_CLASSIFY(check.mayLeave, "may leave");
        RC_ASSERT(check.mayLeave == all.empty());
        RC_ASSERT(check.mayLeave == !refusal.has_value());
        std::vector<std::string> refused;
        for (const GateCheck& gate : check.checks) {
            RC_ASSERT(!gate.code.empty() && !gate.label.empty());
            if (!gate.passed)
                refused.push_back(gate.label);
        }
        RC_ASSERT(refused.size() == all.size());
        for (std::size_t i = 0; i < all.size(); ++i)
            RC_ASSERT(refused[i] == all[i].message);
        if (refusal)
            RC_ASSERT(refusal->message == refused.front());
    }));
}

TEST(TicketLaws, WhatATicketMayLoseIsNeverLessThanItLosesAtItsStop) {
    EXPECT_TRUE(rc::check([] {
        OrderCoreBench bench;
        bench.settings.commissionPerContract = Money::fromCents(*rc::gen::inRange(0, 100));
        const EntryTicket ticket = anyTicket(bench);
        const TicketFigures figures = figuresOf(ticket, bench.core.book(), bench.context());
        const bool isLong = sideOf(ticket.intent) == Side::Buy;
        if (!figures.lossAtStop || !figures.maxLoss || !isLong || !ticket.plan.stop->isPositive())
            return;
        // The fees of getting out come on top of the price of zero; they are the difference at most.
        RC_ASSERT(-*figures.lossAtStop <= *figures.maxLoss + figures.fees);
    }));
}

} // namespace
} // namespace strikedesk::trade
