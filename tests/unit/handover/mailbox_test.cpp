// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/handover/mailbox.h"

#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <thread>

namespace strikedesk::handover {
namespace {

TEST(Mailbox, PublishingManyTimesWakesTheReaderOnce) {
    int wakes = 0;
    Mailbox<int> mailbox([&wakes] { ++wakes; });
    EXPECT_EQ(mailbox.read(), nullptr);
    for (int i = 1; i <= 10; ++i)
        mailbox.publish(std::make_shared<const int>(i));
    EXPECT_EQ(wakes, 1);
    EXPECT_EQ(*mailbox.read(), 10);
    mailbox.publish(std::make_shared<const int>(11));
    EXPECT_EQ(wakes, 2);
}

TEST(Mailbox, ReadingAgainGivesTheSameAndNobodyNeedBeWoken) {
    Mailbox<int> mailbox;
    mailbox.publish(std::make_shared<const int>(1));
    const auto first = mailbox.read();
    EXPECT_EQ(mailbox.read(), first);
}

TEST(Mailbox, TheReaderEndsWithTheNewestHoweverTheThreadsMeet) {
    constexpr int kLast = 20'000;
    std::mutex mutex;
    std::condition_variable woken;
    bool wake = false;
    std::atomic<int> wakes = 0;
    Mailbox<int> mailbox([&] {
        ++wakes;
        {
            const std::lock_guard lock(mutex);
            wake = true;
        }
        woken.notify_one();
    });
    std::thread publisher([&mailbox] {
        for (int i = 1; i <= kLast; ++i)
            mailbox.publish(std::make_shared<const int>(i));
    });
    int seen = 0;
    int reads = 0;
    while (seen < kLast) {
        {
            std::unique_lock lock(mutex);
            woken.wait(lock, [&wake] { return wake; });
            wake = false;
        }
        const auto newest = mailbox.read();
        ASSERT_NE(newest, nullptr);
        EXPECT_GE(*newest, seen);
        seen = *newest;
        ++reads;
    }
    publisher.join();
    // A wake for every reading at most, and one that came after the last.
    EXPECT_LE(wakes, reads + 1);
}

} // namespace
} // namespace strikedesk::handover
