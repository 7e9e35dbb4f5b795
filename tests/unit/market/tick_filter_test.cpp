// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/market/hub/tick_filter.h"
#include "tests/unit/market/hub_rig.h"

#include <gtest/gtest.h>

namespace strikedesk::market::test {
namespace {

const Timestamp kOpen = at(day("2026-03-02"), 9, 30);

TradePrint print(std::int64_t priceCents, std::int64_t second) {
    return {Symbol::of("SPY"), cents(priceCents), 100, kOpen + Duration::seconds(second), "", "", ""};
}

TickFilter warm() {
    TickFilter filter;
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(filter.judge(print(50'000 + i % 3, i), false), TickVerdict::Good);
    return filter;
}

TEST(TickFilter, HoldsBackAPrintFarFromTheMarketAndForgetsItUnconfirmed) {
    TickFilter filter = warm();
    EXPECT_EQ(filter.judge(print(45'000, 30), false), TickVerdict::Suspect);
    EXPECT_EQ(filter.judge(print(50'001, 31), false), TickVerdict::Good);
    EXPECT_EQ(filter.badTicks(), 0);
    EXPECT_EQ(filter.judge(print(50'001, 70), false), TickVerdict::Good);
    EXPECT_EQ(filter.badTicks(), 1);
}

TEST(TickFilter, LetsBothCountWhenASecondPrintConfirmsTheMove) {
    TickFilter filter = warm();
    EXPECT_EQ(filter.judge(print(45'000, 30), false), TickVerdict::Suspect);
    EXPECT_EQ(filter.judge(print(45'010, 31), false), TickVerdict::Confirmed);
    EXPECT_EQ(filter.released().price, cents(45'000));
    EXPECT_EQ(filter.judge(print(45'020, 32), false), TickVerdict::Good);
    EXPECT_EQ(filter.badTicks(), 0);
}

TEST(TickFilter, APrintFarAwayElsewhereConfirmsNothing) {
    TickFilter filter = warm();
    EXPECT_EQ(filter.judge(print(45'000, 30), false), TickVerdict::Suspect);
    EXPECT_EQ(filter.judge(print(56'000, 31), false), TickVerdict::Suspect);
    EXPECT_EQ(filter.badTicks(), 1);
    EXPECT_EQ(filter.judge(print(56'000, 90), false), TickVerdict::Suspect);
}

TEST(TickFilter, AWildMarketWidensTheLimit) {
    TickFilter filter = warm();
    for (int i = 0; i < 20; ++i)
        filter.onMinute(cents(51'000), cents(49'500), cents(50'000));
    EXPECT_EQ(filter.judge(print(45'000, 30), false), TickVerdict::Good);
}

TEST(TickFilter, AnOptionMayHalve) {
    TickFilter filter;
    for (int i = 0; i < 6; ++i)
        (void)filter.judge(print(100, i), true);
    EXPECT_EQ(filter.judge(print(55, 10), true), TickVerdict::Good);
    EXPECT_EQ(filter.judge(print(1'000, 11), true), TickVerdict::Suspect);
}

} // namespace
} // namespace strikedesk::market::test
