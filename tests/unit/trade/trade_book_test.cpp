// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/archive_reader.h"
#include "core/trade/orders/trade_book.h"

#include <gtest/gtest.h>

#include <array>

namespace strikedesk::trade {
namespace {

const Symbol kCall = Symbol::of("SPY260320C00500000");

OrderIntent intent(const char* id, OrderRole role, int contracts) {
    OrderIntent intent;
    intent.id = IntentId(id);
    intent.clientOrderId = ClientOrderId(id);
    intent.tradeId = IntentId("entry");
    intent.role = role;
    intent.symbol = kCall;
    intent.intent = role == OrderRole::Entry ? PositionIntent::BuyToOpen : PositionIntent::SellToClose;
    intent.quantity = Quantity::whole(contracts);
    intent.limitPrice = Price::fromCents(210);
    return intent;
}

OrderObserved observed(const char* id, OrderStatus status, int filled, int contracts = 5) {
    OrderObserved seen;
    seen.clientOrderId = ClientOrderId(id);
    seen.brokerOrderId = BrokerOrderId(std::string("B-") + id);
    seen.status = status;
    seen.quantity = Quantity::whole(contracts);
    seen.filled = Quantity::whole(filled);
    return seen;
}

FillRecorded filled(const char* id, int contracts, int cumulative, Side side = Side::Buy) {
    FillRecorded record;
    record.fill.brokerOrderId = BrokerOrderId(std::string("B-") + id);
    record.fill.clientOrderId = ClientOrderId(id);
    record.fill.tradeId = IntentId("entry");
    record.fill.symbol = kCall;
    record.fill.side = side;
    record.fill.quantity = Quantity::whole(contracts);
    record.fill.cumulativeAfter = Quantity::whole(cumulative);
    record.fill.price = Price::fromCents(210);
    return record;
}

TradeBook entered(int contracts = 5) {
    TradeBook book;
    book.apply(IntentRecorded{intent("entry", OrderRole::Entry, contracts)});
    return book;
}

TEST(TradeBook, TerminalStatesAbsorbEveryLaterStatus) {
    constexpr std::array kTerminal = {OrderStatus::Filled, OrderStatus::Canceled, OrderStatus::Expired,
                                      OrderStatus::Replaced, OrderStatus::Rejected};
    for (const OrderStatus end : kTerminal)
        for (int later = 0; later <= static_cast<int>(OrderStatus::Unrecognised); ++later) {
            TradeBook book = entered();
            book.apply(observed("entry", end, 0));
            const OrderEnd ended = book.order(ClientOrderId("entry"))->end;
            ASSERT_NE(ended, OrderEnd::None);
            book.apply(observed("entry", static_cast<OrderStatus>(later), 0));
            EXPECT_EQ(book.order(ClientOrderId("entry"))->phase, OrderPhase::Ended);
            EXPECT_EQ(book.order(ClientOrderId("entry"))->end, ended);
        }
}

TEST(TradeBook, ALateFillAfterTheEndChangesQuantityOnly) {
    TradeBook book = entered();
    book.apply(observed("entry", OrderStatus::Canceled, 0));
    EXPECT_EQ(book.trade(IntentId("entry"))->phase, TradePhase::Closed);
    book.apply(filled("entry", 2, 2));
    EXPECT_EQ(book.order(ClientOrderId("entry"))->end, OrderEnd::Canceled);
    EXPECT_EQ(book.order(ClientOrderId("entry"))->filled, Quantity::whole(2));
    EXPECT_EQ(book.trade(IntentId("entry"))->phase, TradePhase::Open);
}

TEST(TradeBook, AnEndWithAMissingFillIsNotSettled) {
    TradeBook book = entered();
    book.apply(observed("entry", OrderStatus::Canceled, 3));
    EXPECT_FALSE(book.order(ClientOrderId("entry"))->isSettled());
    EXPECT_EQ(book.trade(IntentId("entry"))->phase, TradePhase::Entering);
    book.apply(filled("entry", 3, 3));
    EXPECT_TRUE(book.order(ClientOrderId("entry"))->isSettled());
}

TEST(TradeBook, AReplacementAndItsTargetCountOnceAtTheLarger) {
    TradeBook book = entered();
    book.apply(filled("entry", 5, 5));
    book.apply(IntentRecorded{intent("target", OrderRole::TakeProfit, 2)});
    book.apply(observed("target", OrderStatus::New, 0, 2));
    const TradeState& trade = *book.trade(IntentId("entry"));
    EXPECT_EQ(book.closingCoverage(trade), Quantity::whole(2));
    OrderIntent change = intent("change", OrderRole::TakeProfit, 5);
    change.replaces = ClientOrderId("target");
    book.apply(IntentRecorded{change});
    EXPECT_EQ(book.closingCoverage(trade), Quantity::whole(5));
    EXPECT_EQ(book.liveReplacementOf(ClientOrderId("target"))->intent.id, change.id);
    book.apply(filled("target", 1, 1, Side::Sell));
    EXPECT_EQ(book.closingCoverage(trade), Quantity::whole(5)) << "the change may still come in full";
    book.apply(observed("target", OrderStatus::Replaced, 1, 2));
    book.apply(observed("change", OrderStatus::New, 0, 4));
    EXPECT_EQ(book.closingCoverage(trade), Quantity::whole(4));
    EXPECT_EQ(book.openQuantity(trade), Quantity::whole(4));
}

TEST(TradeBook, WhatATargetSoldUnheardOfIsNotSharedWithItsReplacement) {
    TradeBook book = entered(2);
    book.apply(filled("entry", 2, 2));
    book.apply(IntentRecorded{intent("exit", OrderRole::Exit, 2)});
    book.apply(observed("exit", OrderStatus::New, 0, 2));
    OrderIntent change = intent("change", OrderRole::Exit, 2);
    change.replaces = ClientOrderId("exit");
    book.apply(IntentRecorded{change});
    const TradeState& trade = *book.trade(IntentId("entry"));
    book.apply(observed("exit", OrderStatus::PartiallyFilled, 1, 2));
    book.apply(observed("change", OrderStatus::New, 0, 1));
    EXPECT_EQ(book.closingCoverage(trade), Quantity::whole(2));
    book.apply(observed("exit", OrderStatus::Replaced, 1, 2));
    EXPECT_EQ(book.closingCoverage(trade), Quantity::whole(2)) << "one sold unheard of, one for sale";
    book.apply(filled("change", 1, 1, Side::Sell));
    EXPECT_EQ(book.closingCoverage(trade), book.openQuantity(trade));
}

TEST(TradeBook, ARefusedChangeIsNoRefusalOfTheTrade) {
    TradeBook book = entered();
    book.apply(filled("entry", 5, 5));
    book.apply(IntentRecorded{intent("target", OrderRole::TakeProfit, 5)});
    book.apply(observed("target", OrderStatus::New, 0));
    OrderIntent change = intent("change", OrderRole::TakeProfit, 5);
    change.replaces = ClientOrderId("target");
    book.apply(IntentRecorded{change});
    OutcomeRecorded no;
    no.clientOrderId = ClientOrderId("change");
    no.verdict = WriteVerdict::Rejected;
    book.apply(no);
    EXPECT_FALSE(book.trade(IntentId("entry"))->takeProfitRefused);
    EXPECT_TRUE(book.order(ClientOrderId("target"))->replaceRefused);
    no.clientOrderId = ClientOrderId("target");
    book.apply(no);
    EXPECT_FALSE(book.trade(IntentId("entry"))->takeProfitRefused) << "it was seen working; seen wins";
}

TEST(TradeBook, StrayRecordsAreIgnored) {
    TradeBook book;
    book.apply(observed("nobody", OrderStatus::New, 0));
    OutcomeRecorded outcome;
    outcome.clientOrderId = ClientOrderId("nobody");
    book.apply(outcome);
    book.apply(CancelRecorded{ClientOrderId("nobody"), ""});
    book.apply(UnseenRecorded{ClientOrderId("nobody")});
    ExitStarted started;
    started.tradeId = IntentId("nobody");
    book.apply(started);
    book.apply(PlanChanged{IntentId("nobody"), {}});
    EXPECT_TRUE(book.orders().empty());
    EXPECT_TRUE(book.trades().empty());
    book = entered();
    book.apply(IntentRecorded{intent("entry", OrderRole::Entry, 50)});
    EXPECT_EQ(book.order(ClientOrderId("entry"))->quantity, Quantity::whole(5));
}

TEST(TradeBook, NamesEveryKindOfRecordByAStableWord) {
    EXPECT_EQ(kindOf(IntentRecorded{}), "intent");
    EXPECT_EQ(kindOf(OutcomeRecorded{}), "outcome");
    EXPECT_EQ(kindOf(OrderObserved{}), "observed");
    EXPECT_EQ(kindOf(FillRecorded{}), "fill");
    EXPECT_EQ(kindOf(CancelRecorded{}), "cancel");
    EXPECT_EQ(kindOf(UnseenRecorded{}), "expired_unseen");
    EXPECT_EQ(kindOf(ExitStarted{}), "exit_started");
    EXPECT_EQ(kindOf(PlanChanged{}), "plan");
    EXPECT_EQ(kindOf(KillRecorded{}), "kill");
    EXPECT_EQ(kindOf(ExitStopped{}), "exit_stopped");
}

TEST(TradeBook, SurvivesItsArchive) {
    TradeBook book = entered();
    book.apply(filled("entry", 2, 2));
    book.apply(KillRecorded{KillLevel::CancelAll, "me"});
    BinaryWriter writer;
    writer.value(book);
    const std::string bytes = writer.take();
    TradeBook loaded;
    BinaryReader reader(bytes);
    reader.value(loaded);
    ASSERT_TRUE(reader.finished());
    BinaryWriter again;
    again.value(loaded);
    EXPECT_EQ(again.bytes(), bytes);
}

} // namespace
} // namespace strikedesk::trade
