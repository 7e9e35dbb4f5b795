// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/workers/hosted_worker.h"

#include <gtest/gtest.h>

#include <atomic>
#include <vector>

namespace strikedesk::workers {
namespace {

/// Notes what was asked of it and where.
class Noter : public QObject {
public:
    explicit Noter(std::vector<int>& notes, std::atomic<bool>& gone) : m_notes(notes), m_gone(gone) {}
    ~Noter() override { m_gone = QThread::currentThread() == m_thread; }
    void note(int number) {
        m_thread = QThread::currentThread();
        m_notes.push_back(number);
    }

private:
    std::vector<int>& m_notes;
    std::atomic<bool>& m_gone;
    QThread* m_thread = nullptr;
};

TEST(HostedWorker, CarriesOutEverythingPostedBeforeTheStopInOrder) {
    std::vector<int> notes;
    std::atomic<bool> goneOnItsThread = false;
    HostedWorker<Noter> worker("noter");
    EXPECT_FALSE(worker.isRunning());
    worker.start([&] { return new Noter(notes, goneOnItsThread); });
    for (int i = 0; i < 1'000; ++i)
        worker.post([i](Noter& noter) { noter.note(i); });
    worker.stop();
    ASSERT_EQ(notes.size(), 1'000u);
    for (int i = 0; i < 1'000; ++i)
        EXPECT_EQ(notes[static_cast<std::size_t>(i)], i);
    EXPECT_TRUE(goneOnItsThread);
    // Nobody is there any more, and nothing happens.
    worker.post([](Noter& noter) { noter.note(-1); });
    worker.stop();
    EXPECT_EQ(notes.size(), 1'000u);
}

} // namespace
} // namespace strikedesk::workers
