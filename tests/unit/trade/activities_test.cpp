// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/exits/expiry.h"
#include "tests/unit/trade/order_core_bench.h"

#include <gtest/gtest.h>

namespace strikedesk::trade {
namespace {

BrokerActivity removalOf(const OrderCoreBench& bench, const char* type, int contracts) {
    BrokerActivity activity;
    activity.id = std::string("20260321::") + type;
    activity.type = type;
    activity.symbol = bench.symbol;
    activity.quantity = Quantity::whole(contracts);
    activity.at = bench.now.market;
    return activity;
}

void takeActivity(OrderCoreBench& bench, const BrokerActivity& activity, int position) {
    BrokerSweep sweep = bench.sweep({}, position);
    sweep.activities = {activity};
    bench.take(sweep);
}

TEST(Activities, AnExpiredContractClosesItsTradeOnceWithAReason) {
    OrderCoreBench bench;
    bench.hold(bench.ticket(5));
    const Money paid = bench.core.book().ledger().cash();
    for (int reading = 0; reading < 3; ++reading)
        takeActivity(bench, removalOf(bench, "OPEXP", -5), 0);
    EXPECT_EQ(bench.trade().phase, TradePhase::Closed);
    EXPECT_EQ(bench.trade().reason, ExitReason::Broker);
    EXPECT_EQ(bench.core.book().ledger().cash(), paid) << "worthless: no money moved";
    EXPECT_EQ(bench.core.book().ledger().realisedNet(), -Money::dollars(1'050));
    EXPECT_TRUE(bench.core.book().ledger().cashIdentityHolds());
    const auto finished = bench.core.takeFinished();
    ASSERT_EQ(finished.size(), 1U);
    EXPECT_EQ(finished[0].totals.exited, Quantity::whole(5));
    EXPECT_TRUE(bench.core.book().openTrades().empty());
    EXPECT_TRUE(bench.restarted().book().openTrades().empty());
    EXPECT_TRUE(bench.core.memory().quarantined.empty());
}

TEST(Activities, CashSettlementBooksItsPriceAndOnlyOurPart) {
    OrderCoreBench bench;
    bench.hold(bench.ticket(5));
    BrokerActivity settled = removalOf(bench, "OPCSH", -8); // three are not ours
    settled.price = Price::fromCents(300);
    takeActivity(bench, settled, 0);
    EXPECT_EQ(bench.trade().phase, TradePhase::Closed);
    EXPECT_EQ(bench.core.book().ledger().realisedNet(), Money::dollars(450));
}

TEST(Activities, APartTakenTwiceIsTakenOnce) {
    OrderCoreBench bench;
    bench.hold(bench.ticket(5));
    for (int reading = 0; reading < 2; ++reading)
        takeActivity(bench, removalOf(bench, "OPEXC", 2), 3);
    EXPECT_EQ(bench.held(), Quantity::whole(3));
    EXPECT_EQ(bench.trade().phase, TradePhase::Open);
    EXPECT_TRUE(bench.wasNoticed("position.removed"));
}

TEST(Activities, FeesReachTheLedgerOnce) {
    OrderCoreBench bench;
    const ClientOrderId id = bench.hold(bench.ticket(5));
    const Money before = bench.core.book().ledger().cash();
    BrokerActivity fee;
    fee.id = "20260303::fee";
    fee.type = "FEE";
    fee.netAmount = -Money::fromCents(350);
    fee.orderId = OrderCoreBench::brokerId(id);
    fee.at = bench.now.market;
    for (int reading = 0; reading < 3; ++reading)
        takeActivity(bench, fee, 5);
    EXPECT_EQ(bench.core.book().ledger().cash(), before - Money::fromCents(350));
    EXPECT_EQ(bench.core.book().ledger().trade(bench.trade().id)->fees, Money::fromCents(350));
    EXPECT_TRUE(bench.core.book().ledger().cashIdentityHolds());
    EXPECT_EQ(bench.restarted().book().ledger().cash(), before - Money::fromCents(350));
    fee.id = "20260303::other";
    fee.orderId = BrokerOrderId("an order of somebody else");
    takeActivity(bench, fee, 5);
    EXPECT_EQ(bench.core.book().ledger().cash(), before - Money::fromCents(350));
}

TEST(Expiry, IsOverAtAQuarterPastFourOfTheLastDayInNewYork) {
    const Symbol contract = Symbol::of("SPY260320C00500000");
    EXPECT_FALSE(hasExpired(contract, *Timestamp::tryFromRfc3339("2026-03-20T20:14:59Z")));
    EXPECT_TRUE(hasExpired(contract, *Timestamp::tryFromRfc3339("2026-03-20T20:15:00Z")));
    EXPECT_FALSE(hasExpired(Symbol::of("SPY"), *Timestamp::tryFromRfc3339("2036-03-20T20:15:00Z")));
}

TEST(Expiry, AnExpiredContractIsNotAskedForNorSoldNorCounted) {
    OrderCoreBench bench;
    EntryTicket ticket = bench.ticket(5);
    ticket.plan.stop = Price::fromCents(150);
    bench.hold(ticket);
    bench.reads.clear();
    bench.advance(Duration::days(18));
    EXPECT_TRUE(bench.reads.empty());
    EXPECT_FALSE(bench.core.closeTrade(bench.trade().id, ExitReason::Manual, bench.context()));
    bench.pump();
    bench.advance(Duration::seconds(10));
    EXPECT_EQ(bench.transmits.size(), 1U);
    bench.settings.maxOpenTrades = 1;
    bench.symbol = Symbol::of("SPY260420C00500000");
    bench.quote(200, 210);
    bench.facts.accountReadAt = bench.now.mono;
    EXPECT_FALSE(bench.core.submitEntry(bench.ticket(1), bench.context()));
}

} // namespace
} // namespace strikedesk::trade
