// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/trade/order_core_bench.h"

#include <gtest/gtest.h>

#include <algorithm>

// What quotes that are late may do to a position: nothing by themselves, and never without a word.

namespace strikedesk::trade {
namespace {

void holdWithStop(OrderCoreBench& bench) {
    EntryTicket ticket = bench.ticket(5);
    ticket.plan.stop = Price::fromCents(150);
    bench.hold(ticket);
    bench.quotes = {};
}

std::ptrdiff_t said(const OrderCoreBench& bench, const char* code) {
    return std::count_if(bench.notices.begin(), bench.notices.end(),
                         [&](const Notice& notice) { return notice.code == code; });
}

TEST(LateQuote, StopsNobodyOutAndItIsSaidOnce) {
    OrderCoreBench bench;
    holdWithStop(bench);
    for (int i = 0; i < 3; ++i) {
        bench.quote(140, 150, market::Grade::Delayed);
        bench.advance(Duration::seconds(1));
    }
    EXPECT_EQ(bench.trade().phase, TradePhase::Open);
    EXPECT_EQ(said(bench, "stop.late"), 1);
}

TEST(LateQuote, PricesTheExitOfAPersonWhoWantsOutAndItIsSaid) {
    OrderCoreBench bench;
    holdWithStop(bench);
    bench.quote(140, 150, market::Grade::Delayed);
    EXPECT_FALSE(bench.core.closeTrade(bench.trade().id, ExitReason::Manual, bench.context()));
    bench.pump();
    ASSERT_EQ(bench.transmits.size(), 2U);
    EXPECT_EQ(std::get<OrderRequest>(bench.transmits.back().request).limitPrice, Price::fromCents(140));
    EXPECT_EQ(said(bench, "exit.late"), 1);
    EXPECT_FALSE(bench.reads.empty()) << "and better ones are asked for";
}

TEST(LateQuote, TheStopIsWatchedAgainOnceTheQuotesArePrompt) {
    OrderCoreBench bench;
    holdWithStop(bench);
    bench.quote(140, 150, market::Grade::Delayed);
    bench.advance(Duration::seconds(1));
    bench.quote(145, 154);
    bench.advance(Duration::milliseconds(20));
    bench.quote(144, 153);
    EXPECT_EQ(bench.trade().phase, TradePhase::Exiting);
}

} // namespace
} // namespace strikedesk::trade
