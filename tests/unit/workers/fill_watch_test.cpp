// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/workers/fill_watch.h"

#include <gtest/gtest.h>

namespace strikedesk::workers {
namespace {

trade::OrderUpdate told(const char* id, int filled) {
    trade::OrderUpdate update;
    update.order.id = BrokerOrderId(id);
    update.order.filledQuantity = Quantity::whole(filled);
    return update;
}

trade::BrokerSweep books(const char* id, int filled) {
    trade::BrokerSweep sweep;
    sweep.orders.emplace_back();
    sweep.orders.back().id = BrokerOrderId(id);
    sweep.orders.back().filledQuantity = Quantity::whole(filled);
    return sweep;
}

TEST(FillWatch, AQuietAccountIsNoMuteStream) {
    FillWatch watch;
    EXPECT_FALSE(watch.onBooks(books("a", 1))) << "nobody is connected";
    watch.onLive(true);
    EXPECT_FALSE(watch.onBooks(books("a", 1))) << "filled before";
    EXPECT_FALSE(watch.onBooks(books("a", 1)));
    EXPECT_FALSE(watch.onBooks(books("b", 0))) << "rests";
}

TEST(FillWatch, AFillIsToldALittleLaterOrNever) {
    FillWatch watch;
    watch.onLive(true);
    watch.onBooks({});
    EXPECT_TRUE(watch.onBooks(books("a", 2)));
    watch.onUpdate(told("a", 1));
    EXPECT_TRUE(watch.isMute(watch.connection())) << "one of two";
    watch.onUpdate(told("a", 2));
    EXPECT_FALSE(watch.isMute(watch.connection()));
    EXPECT_FALSE(watch.onBooks(books("a", 1))) << "a reading that is older than the stream";
}

TEST(FillWatch, AnOrderOfLongAgoIsSeenByItsBooking) {
    FillWatch watch;
    watch.onLive(true);
    watch.onBooks({});
    trade::BrokerSweep sweep;
    sweep.activities.emplace_back();
    sweep.activities.back().orderId = BrokerOrderId("old");
    sweep.activities.back().cumulativeQuantity = Quantity::whole(1);
    EXPECT_TRUE(watch.onBooks(sweep));
}

TEST(FillWatch, AnotherConnectionBeginsWithoutBlame) {
    FillWatch watch;
    watch.onLive(true);
    watch.onBooks({});
    EXPECT_TRUE(watch.onBooks(books("a", 1)));
    const int before = watch.connection();
    watch.onLive(false);
    EXPECT_FALSE(watch.isMute(before));
    watch.onLive(true);
    EXPECT_FALSE(watch.isMute(before));
    EXPECT_FALSE(watch.onBooks(books("a", 1)));
}

TEST(FillWatch, AReducedOrderObjectCountsByItsExecution) {
    FillWatch watch;
    watch.onLive(true);
    watch.onBooks({});
    trade::OrderUpdate update = told("a", 0);
    update.hasFilledQuantity = false;
    update.quantity = Quantity::whole(1);
    watch.onUpdate(update);
    EXPECT_FALSE(watch.onBooks(books("a", 1)));
}

} // namespace
} // namespace strikedesk::workers
