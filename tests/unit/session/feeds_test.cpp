// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/session/feeds.h"

#include <QEventLoop>
#include <QTimer>

#include <gtest/gtest.h>

namespace strikedesk::session {
namespace {

TEST(Feeds, ANewDayInNewYorkIsToldOnce) {
    constexpr int kPatienceMs = 10'000;
    handover::EventInbox inbox;
    handover::MarketClock clock;
    // Midnight in New York is 05:00 UTC in winter.
    clock.anchor(*Timestamp::tryFromRfc3339("2026-03-04T04:59:59Z"), handover::MarketClock::monotonic(),
                 10.0);
    Feeds feeds({market::Vendor::Alpaca}, {}, inbox, clock);
    QEventLoop loop;
    int days = 0;
    feeds.dayBegan = [&] {
        ++days;
        // One more look after it.
        QTimer::singleShot(1'500, &loop, &QEventLoop::quit);
    };
    feeds.open();
    EXPECT_EQ(days, 0) << "the session that begins asks by itself";
    QTimer::singleShot(kPatienceMs, &loop, &QEventLoop::quit);
    loop.exec();
    EXPECT_EQ(days, 1);
}

} // namespace
} // namespace strikedesk::session
