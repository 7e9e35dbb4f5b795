// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/trade/order_core_bench.h"

#include <gtest/gtest.h>

#include <functional>
#include <utility>

namespace strikedesk::trade {
namespace {

/// What may change while an intent is being written, and the gate that must stop it then.
struct Meanwhile {
    const char* code;
    std::function<void(OrderCoreBench&)> happens;
};

TEST(ReleaseGate, AsksEveryGateAgain) {
    const Meanwhile rows[] = {
        {"quantity_max", [](OrderCoreBench& b) { b.settings.maxQuantity = 1; }},
        {"notional_max", [](OrderCoreBench& b) { b.settings.maxNotional = Money::dollars(100); }},
        {"collar", [](OrderCoreBench& b) { b.quote(100, 105); }},
        {"open_trades", [](OrderCoreBench& b) { b.settings.maxOpenTrades = 0; }},
        {"buying_power", [](OrderCoreBench& b) { b.facts.account->optionsBuyingPower = Money::dollars(9); }},
        {"untradable", [](OrderCoreBench& b) { b.facts.untradable.insert(b.symbol); }},
        {"account_blocked", [](OrderCoreBench& b) { b.facts.account->status = "ACCOUNT_CLOSED"; }},
        {"options_level", [](OrderCoreBench& b) { b.facts.account->optionsTradingLevel = 1; }},
    };
    for (const Meanwhile& row : rows) {
        OrderCoreBench bench;
        bench.holdLog = true;
        const ClientOrderId id = bench.enter(bench.ticket());
        row.happens(bench);
        bench.core.onLogAppended(bench.unacknowledged.front(), bench.context());
        bench.pump();
        EXPECT_TRUE(bench.transmits.empty()) << row.code;
        EXPECT_TRUE(bench.wasNoticed(std::string("not_sent.") + row.code)) << row.code;
        EXPECT_EQ(bench.order(id).end, OrderEnd::NotSent);
    }
}

TEST(ReleaseGate, AnIntentDoesNotStandInItsOwnWay) {
    OrderCoreBench bench;
    bench.settings.maxOpenTrades = 1;
    bench.settings.maxOpenTradesPerSymbol = 1;
    bench.settings.maxTradesPerDay = 1;
    bench.settings.maxOrdersPerSecond = 1;
    bench.facts.account->optionsBuyingPower = Money::dollars(1'050); // 5 × 2.10 × 100
    const ClientOrderId id = bench.enter(bench.ticket());
    EXPECT_EQ(bench.transmitsOf(id), 1);
}

TEST(DailyLoss, CountsAnOpenPositionUnderWater) {
    OrderCoreBench bench;
    bench.hold(bench.ticket(30)); // at 2.10
    bench.quote(170, 180);        // −1,050
    const auto refusal = bench.core.submitEntry(bench.ticket(1, 180), bench.context());
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->code, "daily_loss");
    bench.quote(180, 190); // −750
    EXPECT_FALSE(bench.core.submitEntry(bench.ticket(1, 190), bench.context()));
}

TEST(DailyLoss, WithoutAPriceOfWhatIsHeldNothingIsOpened) {
    OrderCoreBench bench;
    bench.hold(bench.ticket(1));
    bench.quotes = {};
    const Symbol held = std::exchange(bench.symbol, Symbol::of("QQQ260320C00400000"));
    bench.quote(100, 105);
    const auto refusal = bench.core.submitEntry(bench.ticket(1, 105), bench.context());
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->code, "daily_loss_unknown");
    bench.symbol = held;
}

Fill fillOn(const char* order, Side side, int contracts, int cents, const char* at) {
    Fill fill;
    fill.brokerOrderId = BrokerOrderId(order);
    fill.clientOrderId = ClientOrderId(order);
    fill.tradeId = IntentId("t");
    fill.symbol = Symbol::of("SPY260320C00500000");
    fill.side = side;
    fill.quantity = fill.cumulativeAfter = Quantity::whole(contracts);
    fill.price = Price::fromCents(cents);
    fill.fee = Money::fromCents(70);
    fill.at = *Timestamp::tryFromRfc3339(at);
    return fill;
}

TEST(DailyLoss, IsOfTheDayAndNotOfTheTradesLife) {
    Ledger ledger;
    ledger.apply(fillOn("a", Side::Buy, 10, 200, "2026-03-02T15:00:00Z"));
    ledger.apply(fillOn("b", Side::Sell, 5, 360, "2026-03-02T16:00:00Z"));
    ledger.apply(fillOn("c", Side::Sell, 5, 50, "2026-03-03T16:00:00Z"));
    EXPECT_EQ(ledger.day(*Date::tryFromIso("2026-03-02")).net(), Money::fromCents(80'000 - 140));
    EXPECT_EQ(ledger.day(*Date::tryFromIso("2026-03-03")).net(), -Money::fromCents(75'000 + 70));
    EXPECT_EQ(ledger.day(*Date::tryFromIso("2026-03-04")).net(), Money());
}

TEST(OpenTrades, AreCountedOnTheUnderlyingWhateverTheStrike) {
    OrderCoreBench bench;
    for (const char* name : {"SPY260320C00500000", "SPY260320C00510000", "SPY260320P00490000"}) {
        bench.symbol = Symbol::of(name);
        bench.quote(200, 210);
        bench.hold(bench.ticket(1));
    }
    bench.symbol = Symbol::of("SPY260320C00520000");
    bench.quote(200, 210);
    const auto refusal = bench.core.submitEntry(bench.ticket(1), bench.context());
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->code, "open_trades_symbol");
    bench.symbol = Symbol::of("QQQ260320C00400000");
    bench.quote(200, 210);
    EXPECT_FALSE(bench.core.submitEntry(bench.ticket(1), bench.context()));
}

} // namespace
} // namespace strikedesk::trade
