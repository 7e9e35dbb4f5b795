// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/trade/order_core_bench.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace strikedesk::trade {
namespace {

EntryTicket stopped(OrderCoreBench& bench, int stopCents) {
    EntryTicket ticket = bench.ticket(5);
    ticket.plan.stop = Price::fromCents(stopCents);
    return ticket;
}

Price sentAt(const TransmitOrder& sent) { return *std::get<OrderRequest>(sent.request).limitPrice; }

void close(OrderCoreBench& bench) {
    EXPECT_FALSE(bench.core.closeTrade(bench.trade().id, ExitReason::Manual, bench.context()));
    bench.pump();
}

long noticesOf(const OrderCoreBench& bench, const std::string& code) {
    return std::count_if(bench.notices.begin(), bench.notices.end(),
                         [&](const Notice& notice) { return notice.code == code; });
}

TEST(StopQuote, WhatWasSeenAtTheCloseConfirmsNothingAtTheNextOpen) {
    OrderCoreBench bench;
    bench.hold(stopped(bench, 150));
    bench.quote(145, 154);
    bench.facts.sessionOpen = false;
    bench.advance(Duration::seconds(2));
    EXPECT_FALSE(bench.trade().stopConfirmAt.has_value());
    bench.facts.sessionOpen = true;
    bench.quote(144, 153);
    EXPECT_EQ(bench.trade().phase, TradePhase::Open) << "the first quote of the day";
    bench.advance(Duration::milliseconds(20));
    bench.quote(143, 152);
    EXPECT_EQ(bench.trade().phase, TradePhase::Exiting);
}

TEST(StopQuote, ASightThatNothingConfirmedInTimeIsForgotten) {
    OrderCoreBench bench;
    bench.hold(stopped(bench, 150));
    bench.quote(145, 154);
    bench.quote(10, 400); // proves nothing
    bench.advance(Duration::seconds(7));
    bench.quote(145, 154);
    EXPECT_EQ(bench.trade().phase, TradePhase::Open);
    bench.advance(Duration::milliseconds(20));
    bench.quote(144, 153);
    EXPECT_EQ(bench.trade().phase, TradePhase::Exiting);
}

TEST(StopQuote, AWideOneAloneStopsNobodyOutAndIsSaid) {
    OrderCoreBench bench;
    bench.hold(stopped(bench, 150));
    bench.reads.clear();
    for (int second = 0; second < 40; ++second) {
        bench.quote(1, 250); // mid 1.255
        bench.advance(Duration::seconds(1));
        ASSERT_EQ(bench.trade().phase, TradePhase::Open);
    }
    EXPECT_EQ(bench.transmits.size(), 1U);
    EXPECT_GE(bench.reads.size(), 10U) << "a better quote is asked for";
    EXPECT_EQ(noticesOf(bench, "stop.blind"), 1);
    bench.quote(145, 154);
    bench.advance(Duration::milliseconds(500));
    EXPECT_EQ(bench.trade().reason, ExitReason::StopLoss);
}

TEST(StopQuote, AWideOneWhoseFarSideIsBeyondStopsAndDoesNotSellAtItsBid) {
    OrderCoreBench bench;
    bench.hold(stopped(bench, 150));
    bench.quote(1, 140);
    bench.advance(Duration::milliseconds(500));
    ASSERT_EQ(bench.trade().phase, TradePhase::Exiting);
    EXPECT_EQ(bench.transmits.size(), 1U) << "a better quote is waited for";
    bench.advance(Duration::seconds(3));
    bench.quote(1, 140);
    ASSERT_EQ(bench.transmits.size(), 2U);
    EXPECT_EQ(sentAt(bench.transmits[1]), Price::fromCents(70)) << "the mid, on the grid";
}

TEST(StopQuote, AFreshPrintDecidesAboutAWideOne) {
    OrderCoreBench bench;
    bench.hold(stopped(bench, 150));
    bench.quotes.print(bench.symbol, Price::fromCents(160), bench.now.market, bench.now.market);
    bench.quote(1, 250);
    bench.advance(Duration::seconds(1));
    EXPECT_EQ(bench.trade().phase, TradePhase::Open);
    bench.quotes.print(bench.symbol, Price::fromCents(148), bench.now.market, bench.now.market);
    bench.quote(1, 250);
    bench.advance(Duration::milliseconds(500));
    EXPECT_EQ(bench.trade().phase, TradePhase::Exiting);
}

TEST(StopQuote, AnOldPrintProvesNothing) {
    OrderCoreBench bench;
    bench.hold(stopped(bench, 150));
    bench.quotes.print(bench.symbol, Price::fromCents(148), bench.now.market, bench.now.market);
    bench.advance(Duration::seconds(6));
    bench.quote(1, 250);
    bench.advance(Duration::seconds(1));
    EXPECT_EQ(bench.trade().phase, TradePhase::Open);
}

TEST(StopQuote, CheapContractsAreStoppedByTheirUsualSpreads) {
    OrderCoreBench bench;
    EntryTicket ticket = bench.ticket(5, 20);
    ticket.plan.stop = Price::fromCents(10);
    bench.quote(15, 20);
    bench.hold(ticket);
    bench.quote(5, 10); // two thirds of the mid, and five cents
    bench.advance(Duration::milliseconds(500));
    EXPECT_EQ(bench.trade().phase, TradePhase::Exiting);
}

TEST(StopQuote, AHaltHoldsItBackUntilAQuoteAfterIt) {
    OrderCoreBench bench;
    bench.hold(stopped(bench, 150));
    bench.quotes.setHalted(Symbol::of("SPY"), true);
    bench.quote(100, 105);
    bench.advance(Duration::seconds(1));
    bench.quote(99, 104);
    EXPECT_EQ(bench.trade().phase, TradePhase::Open);
    bench.quotes.setHalted(Symbol::of("SPY"), false);
    bench.quote(160, 165);
    bench.advance(Duration::seconds(1));
    EXPECT_EQ(bench.trade().phase, TradePhase::Open);
    bench.quote(100, 105);
    bench.advance(Duration::milliseconds(500));
    EXPECT_EQ(bench.trade().phase, TradePhase::Exiting);
}

TEST(StopQuote, AnOldOneDoesNotConfirmItself) {
    OrderCoreBench bench;
    bench.hold(stopped(bench, 150));
    bench.facts.readiness = Readiness::Observe;
    bench.quote(145, 154);
    bench.advance(Duration::seconds(10));
    bench.facts.readiness = Readiness::Ready;
    bench.advance(Duration::milliseconds(100));
    EXPECT_EQ(bench.trade().phase, TradePhase::Open);
}

TEST(ExitReference, ACrossedTickDoesNotPinTheCollar) {
    OrderCoreBench bench;
    bench.hold(bench.ticket(5));
    bench.quote(500, 200);
    close(bench);
    EXPECT_EQ(bench.transmits.size(), 1U);
    EXPECT_FALSE(bench.reads.empty());
    bench.advance(Duration::milliseconds(300));
    bench.quote(195, 205);
    ASSERT_EQ(bench.transmits.size(), 2U);
    EXPECT_EQ(sentAt(bench.transmits[1]), Price::fromCents(195));
    EXPECT_EQ(bench.trade().exitReference, Price::fromCents(195));
}

TEST(ExitReference, OfAMarketThatStaysCrossedIsTheWorseSide) {
    OrderCoreBench bench;
    bench.hold(bench.ticket(5));
    bench.quote(500, 200);
    close(bench);
    for (int second = 0; second < 4; ++second) {
        bench.advance(Duration::seconds(1));
        bench.quote(500, 200);
    }
    ASSERT_EQ(bench.transmits.size(), 2U) << "an exit is not held back for ever";
    EXPECT_EQ(sentAt(bench.transmits[1]), Price::fromCents(200));
}

TEST(ExitReference, AStaleBidIsReadAgainFirst) {
    OrderCoreBench bench;
    bench.hold(bench.ticket(5));
    bench.advance(Duration::hours(1));
    bench.reads.clear();
    close(bench);
    EXPECT_EQ(bench.transmits.size(), 1U);
    EXPECT_EQ(bench.reads.size(), 1U);
    bench.quote(100, 105);
    ASSERT_EQ(bench.transmits.size(), 2U);
    EXPECT_EQ(sentAt(bench.transmits[1]), Price::fromCents(100));
    EXPECT_EQ(bench.restarted().book().trades().begin()->second.exitReference, Price::fromCents(100));
}

TEST(ExitReference, WithoutNewQuotesTheExitGoesAndTheFirstOneMovesItsCollar) {
    OrderCoreBench bench;
    bench.hold(bench.ticket(5));
    bench.advance(Duration::hours(1));
    close(bench);
    bench.advance(Duration::seconds(3));
    ASSERT_EQ(bench.transmits.size(), 2U);
    EXPECT_EQ(sentAt(bench.transmits[1]), Price::fromCents(200));
    bench.accept(bench.newest());
    bench.quote(100, 105);
    bench.advance(Duration::seconds(2));
    ASSERT_EQ(bench.transmits.size(), 3U);
    EXPECT_EQ(std::get<ReplaceRequest>(bench.transmits[2].request).limitPrice, Price::fromCents(100))
        << "far below the collar of the old bid";
}

} // namespace
} // namespace strikedesk::trade
