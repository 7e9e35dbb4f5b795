// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/ledger/ledger.h"
#include "core/trade/ledger/mark.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

namespace strikedesk::trade {
namespace {

const Symbol kCall = Symbol::of("SPY260320C00500000");
constexpr Money kCommission = Money::fromCents(70);

Fill fillOf(const char* order, Side side, int contracts, int cumulative, int cents) {
    Fill fill;
    fill.brokerOrderId = BrokerOrderId(order);
    fill.tradeId = IntentId("trade");
    fill.symbol = kCall;
    fill.side = side;
    fill.quantity = Quantity::whole(contracts);
    fill.cumulativeAfter = Quantity::whole(cumulative);
    fill.price = Price::fromCents(cents);
    fill.fee = kCommission * contracts;
    fill.at = Timestamp::fromSeconds(1'772'550'000 + cumulative);
    return fill;
}

Fill inferred(Fill fill) {
    fill.isInferred = true;
    return fill;
}

TEST(Ledger, BooksTheWorkedExampleOfATarget) {
    Ledger ledger;
    ASSERT_EQ(ledger.apply(fillOf("buy", Side::Buy, 9, 9, 552)), FillVerdict::Applied);
    EXPECT_EQ(ledger.cash(), -Money::fromCents(497'430));
    ASSERT_EQ(ledger.apply(fillOf("sell", Side::Sell, 9, 9, 828)), FillVerdict::Applied);
    EXPECT_EQ(ledger.realisedNet(), Money::fromCents(247'140));
    EXPECT_EQ(ledger.trade(IntentId("trade"))->net(), Money::fromCents(247'140));
    EXPECT_EQ(ledger.cash(), ledger.realisedNet());
    EXPECT_NEAR(percentOfEntry(ledger.realisedNet(), Money::dollars(4'968)), 49.7, 0.05);
}

TEST(Ledger, BooksTheWorkedExampleOfAStop) {
    Ledger ledger;
    ledger.apply(fillOf("buy", Side::Buy, 9, 9, 552));
    ledger.apply(fillOf("sell", Side::Sell, 9, 9, 268));
    EXPECT_EQ(ledger.realisedNet(), -Money::fromCents(256'860));
    EXPECT_NEAR(percentOfEntry(ledger.realisedNet(), Money::dollars(4'968)), -51.7, 0.05);
}

TEST(Ledger, ValuesAnOpenPositionAtItsMark) {
    const Money profit =
        unrealisedProfit(Price::fromCents(552), Price::fromCents(725), Quantity::whole(9), 100);
    EXPECT_EQ(profit, Money::dollars(1'557));
    EXPECT_NEAR(percentOfEntry(profit, Money::dollars(4'968)), 31.3, 0.05);
    EXPECT_EQ(unrealisedProfit(Price::fromCents(552), Price::fromCents(725), Quantity::whole(-9), 100),
              -Money::dollars(1'557));
}

TEST(Ledger, MirrorsAShort) {
    Ledger ledger;
    ledger.apply(fillOf("sell", Side::Sell, 9, 9, 828));
    EXPECT_EQ(ledger.net(kCall), Quantity::whole(-9));
    ledger.apply(fillOf("buy", Side::Buy, 9, 9, 552));
    EXPECT_EQ(ledger.realisedNet(), Money::fromCents(247'140));
    EXPECT_TRUE(ledger.net(kCall).isZero());
    EXPECT_EQ(ledger.trade(IntentId("trade"))->entryValue, Money::dollars(7'452));
}

TEST(Ledger, CountsEveryFillOnceInWhateverOrderTheyCome) {
    const Fill fills[] = {fillOf("buy", Side::Buy, 2, 2, 500), fillOf("buy", Side::Buy, 3, 5, 510),
                          fillOf("buy", Side::Buy, 4, 9, 520)};
    int order[] = {0, 1, 2};
    do {
        Ledger ledger;
        for (const int first : order) {
            EXPECT_EQ(ledger.apply(fills[first]), FillVerdict::Applied);
            EXPECT_EQ(ledger.apply(fills[first]), FillVerdict::Duplicate);
            EXPECT_TRUE(ledger.cashIdentityHolds());
        }
        EXPECT_EQ(ledger.filled(BrokerOrderId("buy")), Quantity::whole(9));
        EXPECT_EQ(ledger.cash(), -Money::dollars(4'610) - kCommission * 9);
        EXPECT_EQ(ledger.trade(IntentId("trade"))->firstFillAt, fills[0].at);
        EXPECT_EQ(ledger.trade(IntentId("trade"))->lastFillAt, fills[2].at);
    } while (std::next_permutation(std::begin(order), std::end(order)));
}

TEST(Ledger, RefusesFillsThatContradictWhatIsKnown) {
    Ledger ledger;
    ledger.apply(fillOf("buy", Side::Buy, 3, 5, 510));
    EXPECT_EQ(ledger.apply(fillOf("buy", Side::Buy, 3, 5, 511)), FillVerdict::Conflict);
    EXPECT_EQ(ledger.apply(fillOf("buy", Side::Buy, 2, 5, 510)), FillVerdict::Conflict);
    EXPECT_EQ(ledger.apply(fillOf("buy", Side::Buy, 3, 4, 510)), FillVerdict::Conflict);
    EXPECT_EQ(ledger.apply(fillOf("buy", Side::Buy, 9, 9, 510)), FillVerdict::Conflict);
    EXPECT_EQ(ledger.apply(fillOf("buy", Side::Buy, 2, 6, 510)), FillVerdict::Conflict);
    EXPECT_EQ(ledger.filled(BrokerOrderId("buy")), Quantity::whole(3));
}

TEST(Ledger, RefusesFiguresThatCannotBe) {
    Ledger ledger;
    Fill fill = fillOf("buy", Side::Buy, 1, 1, 510);
    const auto verdictWith = [&](auto change) {
        Fill changed = fill;
        change(changed);
        return ledger.apply(changed);
    };
    EXPECT_EQ(verdictWith([](Fill& f) { f.quantity = Quantity(); }), FillVerdict::Conflict);
    EXPECT_EQ(verdictWith([](Fill& f) { f.quantity = -f.quantity; }), FillVerdict::Conflict);
    EXPECT_EQ(verdictWith([](Fill& f) { f.quantity = Quantity::whole(2); }), FillVerdict::Conflict);
    EXPECT_EQ(verdictWith([](Fill& f) { f.price = Price(); }), FillVerdict::Conflict);
    EXPECT_EQ(verdictWith([](Fill& f) { f.multiplier = 0; }), FillVerdict::Conflict);
    EXPECT_EQ(verdictWith([](Fill& f) { f.brokerOrderId = {}; }), FillVerdict::Conflict);
    EXPECT_EQ(verdictWith([](Fill& f) { f.symbol = {}; }), FillVerdict::Conflict);
    // A venue's nonsense must not overflow the books.
    EXPECT_EQ(verdictWith([](Fill& f) {
                  f.quantity = f.cumulativeAfter = Quantity::fromUnits(Quantity::kMaxUnits);
                  f.price = Price::fromUnits(Price::kMaxUnits);
              }),
              FillVerdict::Conflict);
    EXPECT_EQ(verdictWith([](Fill& f) {
                  f.quantity = f.cumulativeAfter = Quantity::whole(50'000'000);
                  f.price = Price::fromCents(1'000'000);
              }),
              FillVerdict::Conflict);
    EXPECT_TRUE(ledger.fills().empty());
}

TEST(Ledger, ARealFillReplacesTheInferredOne) {
    Ledger ledger;
    ledger.apply(inferred(fillOf("buy", Side::Buy, 5, 5, 512)));
    EXPECT_EQ(ledger.apply(fillOf("buy", Side::Buy, 5, 5, 510)), FillVerdict::Applied);
    EXPECT_EQ(ledger.filled(BrokerOrderId("buy")), Quantity::whole(5));
    EXPECT_EQ(ledger.cash(), -Money::dollars(2'550) - kCommission * 5);
    EXPECT_FALSE(ledger.fills().front().isInferred);
    EXPECT_EQ(ledger.apply(inferred(fillOf("buy", Side::Buy, 5, 5, 512))), FillVerdict::Duplicate);
}

TEST(Ledger, RealFillsCutDifferentlyReplaceTheInferredOneBitByBit) {
    Ledger ledger;
    ledger.apply(inferred(fillOf("buy", Side::Buy, 5, 5, 516)));
    // A sale in between must be worth what it turns out to be worth.
    ledger.apply(fillOf("sell", Side::Sell, 5, 5, 600));
    EXPECT_EQ(ledger.apply(fillOf("buy", Side::Buy, 2, 2, 510)), FillVerdict::Applied);
    EXPECT_EQ(ledger.filled(BrokerOrderId("buy")), Quantity::whole(5));
    EXPECT_EQ(ledger.filledValue(BrokerOrderId("buy")), Money::fromCents(5 * 516));
    EXPECT_EQ(ledger.apply(fillOf("buy", Side::Buy, 3, 5, 521)), FillVerdict::Applied);
    EXPECT_EQ(ledger.filledValue(BrokerOrderId("buy")), Money::fromCents(2 * 510 + 3 * 521));
    EXPECT_EQ(ledger.realisedNet(), Money::dollars(417) - kCommission * 10);
    EXPECT_TRUE(ledger.net(kCall).isZero());
    EXPECT_TRUE(ledger.cashIdentityHolds());
}

TEST(Ledger, NamesTheSpansWhoseFillsAreMissing) {
    Ledger ledger;
    const BrokerOrderId buy("buy");
    using Spans = std::vector<std::pair<Quantity, Quantity>>;
    EXPECT_EQ(ledger.gaps(buy, Quantity::whole(2)), (Spans{{Quantity(), Quantity::whole(2)}}));
    ledger.apply(fillOf("buy", Side::Buy, 2, 4, 510));
    ledger.apply(fillOf("buy", Side::Buy, 1, 7, 510));
    EXPECT_EQ(ledger.gaps(buy, Quantity::whole(9)), (Spans{{Quantity(), Quantity::whole(2)},
                                                           {Quantity::whole(4), Quantity::whole(6)},
                                                           {Quantity::whole(7), Quantity::whole(9)}}));
    EXPECT_EQ(ledger.gaps(buy, Quantity::whole(5)),
              (Spans{{Quantity(), Quantity::whole(2)}, {Quantity::whole(4), Quantity::whole(5)}}));
}

TEST(Ledger, ClosesTheLotsOfItsOwnTradeFirst) {
    Ledger ledger;
    Fill older = fillOf("buy-1", Side::Buy, 2, 2, 500);
    older.tradeId = IntentId("older");
    ledger.apply(older);
    ledger.apply(fillOf("buy-2", Side::Buy, 2, 2, 600));
    ledger.apply(fillOf("sell", Side::Sell, 2, 2, 650));
    EXPECT_EQ(ledger.open(IntentId("older"), kCall), Quantity::whole(2));
    EXPECT_TRUE(ledger.open(IntentId("trade"), kCall).isZero());
    EXPECT_EQ(ledger.trade(IntentId("trade"))->gross, Money::dollars(100));
}

TEST(Mark, IsTheMidThenTheLastThenTheOldOneMarkedStale) {
    market::Quote quote;
    quote.bid = Price::fromCents(200);
    quote.ask = Price::fromCents(210);
    EXPECT_EQ(markOf(quote, Price::fromCents(150), {}).price, Price::fromCents(205));
    EXPECT_EQ(markOf(quote, {}, {}).source, MarkSource::Mid);
    quote.ask = Price();
    EXPECT_EQ(markOf(quote, Price::fromCents(150), {}).source, MarkSource::Last);
    const Mark before{Price::fromCents(205), MarkSource::Mid};
    EXPECT_EQ(markOf(quote, {}, before).source, MarkSource::Previous);
    EXPECT_EQ(markOf(quote, {}, before).price, before.price);
    EXPECT_EQ(markOf(quote, {}, {}).source, MarkSource::None);
}

} // namespace
} // namespace strikedesk::trade
